"""Someone with the key, or with another library: foreign parts, edits, remains (faults 34, 49, 52, 58)."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.models.core import Ids
from desktop.models.errors import Beschadigd, UserError
from desktop.vault import connection
from desktop.vault.connection import Database
from tests.faults.test_database_crash import child
from tests.unit.vault.kluis import ACTOR, KEY, Pen, leerling, make, reopen, verslag

CANARY = "Kanarievogel"
FOREIGN = (
    "CREATE TRIGGER t AFTER INSERT ON draft BEGIN DELETE FROM draft; END",
    "CREATE VIEW v AS SELECT body FROM payload",
    "CREATE TABLE t(a)",
    "CREATE INDEX i ON audit(action)",
    "DROP TRIGGER audit_kept",
    "DROP INDEX record_parent",
    "ALTER TABLE account ADD COLUMN secret TEXT",
    "CREATE VIRTUAL TABLE x USING fts5(a)",
)


@pytest.fixture
def closed(tmp_path: Path, ids: Ids, clock) -> Path:
    """A closed vault with a report in it."""
    path = tmp_path / "kluis.db"
    vault = make(path, ids)
    pen = Pen(vault, ids, clock.now())
    pen.new(verslag(pen.new(leerling()).record))
    vault.close()
    return path


@pytest.mark.parametrize("sql", FOREIGN)
def test_foreign_parts_are_refused_before_they_can_do_anything(closed: Path, ids: Ids, sql: str) -> None:
    db = Database.open(closed, KEY)
    db.execute(sql)
    db.close()
    before = closed.read_bytes()
    for read_only in (False, True):
        with pytest.raises(Beschadigd, match="onderdelen") as info:
            reopen(closed, ids, read_only=read_only)
        assert info.value.stap
    assert closed.read_bytes() == before


def test_parts_added_to_an_open_vault_are_reported(closed: Path, ids: Ids) -> None:
    vault = reopen(closed, ids)
    vault._db.execute(FOREIGN[0])
    assert [finding.code for finding in vault.verify().findings] == ["schema"]
    vault.close()


def test_plain_sqlite_in_the_place_of_sqlcipher_is_refused(
    closed: Path, ids: Ids, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = closed.read_bytes()
    monkeypatch.setattr(connection, "sqlcipher", sqlite3)
    with pytest.raises(UserError, match="versleuteling ontbreekt"):
        reopen(closed, ids)
    with pytest.raises(UserError, match="versleuteling ontbreekt"):
        make(closed.with_name("nieuw.db"), ids)
    assert closed.read_bytes() == before and not closed.with_name("nieuw.db").exists()


def test_edited_log_and_cut_tail_differ_from_the_receipt(closed: Path, ids: Ids, clock) -> None:
    vault = reopen(closed, ids)
    vault.log(ACTOR, "afgedrukt", clock.now())
    receipt, whole = vault.audit_head, vault.verify().counts["logboekregels"]
    vault.close()
    untouched = closed.read_bytes()
    edits = {
        "UPDATE audit SET account = zeroblob(16) WHERE seq = 1": ({"logboek"}, True),
        "UPDATE audit SET at = at + 1 WHERE seq = (SELECT max(seq) FROM audit)": ({"logboek"}, True),
        "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)": ({"logboek_staart"}, False),
        "DELETE FROM audit WHERE seq = 1": ({"logboek", "niet_gelogd"}, True),
    }
    for sql, (codes, held) in edits.items():
        db = Database.open(closed, KEY)
        # whoever knows how puts the triggers back as they were
        triggers = db.all("SELECT name, sql FROM sqlite_schema WHERE name IN ('audit_fixed', 'audit_kept')")
        for name, _ in triggers:
            db.execute(f"DROP TRIGGER {name}")
        db.execute(sql)
        for _, text in triggers:
            db.execute(text)
        db.close()
        vault = reopen(closed, ids)
        assert {finding.code for finding in vault.verify().findings} == codes, sql
        assert vault.holds_audit_head(receipt) == held
        vault.close()
        closed.write_bytes(untouched)
    assert whole == 3


def test_nothing_readable_is_left_beside_or_in_the_vault(tmp_path: Path, ids: Ids, clock) -> None:
    path = tmp_path / "kluis.db"
    vault = make(path, ids)
    pen = Pen(vault, ids, clock.now())
    stored = pen.new(leerling(CANARY, CANARY))
    pen.new(verslag(stored.record, naam=CANARY, besproken=f"{CANARY} " * 2000), reason=CANARY)
    vault.save_draft(ACTOR, stored.record, "leerling", None, None, {"roepnaam": CANARY}, pen.at)
    vault.put_blob(CANARY.encode() * 1000, "application/pdf")
    vault.set_meta("proef", CANARY)
    assert vault.search(CANARY)
    vault.backup_to(tmp_path / "kopie.db", lambda: True)
    vault.close()
    _assert_unreadable(tmp_path, CANARY)


def test_journal_of_a_killed_writer_is_not_readable_either(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("needs fork and signals")
    child("half", tmp_path, "60")
    assert (tmp_path / "kluis.db-journal").stat().st_size > 0
    _assert_unreadable(tmp_path, "Kanarie")


def test_refusals_say_nothing_on_the_console(closed: Path, ids: Ids) -> None:
    data = bytearray(closed.read_bytes())
    data[5000] ^= 1
    closed.write_bytes(data)
    script = (
        "import sys; from pathlib import Path; from desktop.services.systeem import Uuid7\n"
        "from tests.unit.vault.kluis import reopen\n"
        "try: print(len(reopen(Path(sys.argv[1]), Uuid7()).verify().findings) > 0)\n"
        "except Exception as error: print(type(error).__name__)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(closed)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() in ("True", "Beschadigd") and done.stderr == ""


def _assert_unreadable(folder: Path, canary: str) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    for path in files:
        data = path.read_bytes().lower()
        for text in (canary.lower(), "zoë", "gespreksverslag", "create table"):
            for encoding in ("utf-8", "utf-16-le"):
                assert text.encode(encoding) not in data, path.name
