"""The connection: opened only as it should be, whole transactions, errors in words."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from desktop.models.core import Ids
from desktop.models.errors import Afgebroken, Beschadigd, Bezet, NietGevonden, SchijfVol, UserError
from desktop.models.opslag import Query
from desktop.vault import connection
from desktop.vault.connection import Database
from desktop.vault.migrations import STEPS
from desktop.vault.store import Vault
from tests.unit.vault.kluis import KEY, Pen, leerling, make, reopen, verslag


def fill(vault: Vault) -> None:
    """Let no page be added any more: what a full disk does."""
    pages = vault._db.value("PRAGMA page_count")
    vault._db.all(f"PRAGMA max_page_count = {pages}")


def test_pragmas_are_those_of_the_design(vault: Vault) -> None:
    wanted = {
        "journal_mode": "truncate",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "temp_store": 2,
        "cipher_memory_security": "0",
        "user_version": STEPS[-1].to,
        "application_id": connection.APPLICATION_ID,
    }
    assert {name: vault._db.value(f"PRAGMA {name}") for name in wanted} == wanted


def test_missing_file_has_a_sentence(path: Path, ids: Ids) -> None:
    with pytest.raises(NietGevonden) as info:
        reopen(path, ids)
    assert info.value.stap and not path.exists()


def test_wrong_key_changes_nothing(path: Path, ids: Ids) -> None:
    make(path, ids).close()
    before = path.read_bytes()
    with pytest.raises(Beschadigd):
        reopen(path, ids, key=bytes(32))
    assert path.read_bytes() == before


def test_another_encrypted_database_is_not_a_vault(path: Path, ids: Ids) -> None:
    other = Database.new(path, KEY)
    other.execute("CREATE TABLE t(a)")
    other.close()
    with pytest.raises(Beschadigd, match="geen kluis"):
        reopen(path, ids)


def test_open_vault_is_locked_for_others(path: Path, vault: Vault, ids: Ids, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0)
    for read_only in (False, True):
        with pytest.raises(Bezet) as info:
            reopen(path, ids, read_only=read_only)
        assert info.value.stap
    vault.close()
    reopen(path, ids).close()


def test_full_disk_rolls_back_and_the_vault_goes_on(vault: Vault, pen: Pen) -> None:
    stored = pen.new(verslag())
    fill(vault)
    with pytest.raises(SchijfVol, match="formulier blijft open"):
        pen.next(stored, verslag(besproken="lang " * 20_000))
    assert vault.get(stored.record) == stored and vault.search("rekenen")
    vault._db.all("PRAGMA max_page_count = 1000000")
    pen.next(stored, verslag(besproken="lang " * 20_000))
    assert vault.verify().findings == ()


def test_view_on_a_full_disk_shows_and_logs_later(vault: Vault, pen: Pen, clock) -> None:
    reason = "uitleg " * 5_000  # needs pages of its own
    report = pen.new(verslag())
    fill(vault)
    seen = clock.step(minutes=1)
    assert vault.view(pen.actor, report.record, seen, reason) == report and vault.audit_gap
    vault._db.all("PRAGMA max_page_count = 1000000")
    pen.at = clock.step(minutes=1)
    pen.new(leerling())
    assert not vault.audit_gap
    late, first = vault.audit(limit=2)[1], vault.audit(limit=2)[0]
    assert (late.action, late.at, late.record, late.reason) == ("bekeken_achteraf", seen, report.record, reason)
    assert first.action == "gemaakt" and vault.verify().findings == ()


def test_a_gap_is_written_at_closing_if_it_can_be(path: Path, vault: Vault, pen: Pen, ids: Ids) -> None:
    report = pen.new(verslag())
    fill(vault)
    vault.view(pen.actor, report.record, pen.at, "uitleg " * 5_000)
    vault._db.all("PRAGMA max_page_count = 1000000")
    vault.close()
    again = reopen(path, ids)
    assert again.audit(limit=1)[0].action == "bekeken_achteraf"
    again.close()


def test_bugs_are_not_dressed_up(vault: Vault) -> None:
    with pytest.raises(sqlcipher.OperationalError):
        vault._db.all("SELECT nonsense")


@pytest.mark.parametrize(
    ("code", "error"),
    [(13, "SchijfVol"), (778, "SchijfVol"), (8, "AlleenLezen"), (14, "AlleenLezen"), (266, "UserError")],
)
def test_each_fault_of_the_disk_has_a_sentence_and_a_step(code: int, error: str) -> None:
    fault = sqlcipher.OperationalError("x")
    fault.sqlite_errorcode = code
    with pytest.raises(UserError) as info:
        connection._raise(fault)
    assert type(info.value).__name__ == error and info.value.zin and info.value.stap


def test_copy_takes_in_what_is_saved_between_its_steps(path: Path, vault: Vault, pen: Pen, ids: Ids) -> None:
    pen.new(verslag(besproken="tekst " * 30_000))
    target = path.with_name("kopie.db")
    saved = []

    def between() -> bool:
        if not saved:
            saved.append(pen.new(leerling("Tussendoor")))
        return True

    vault.backup_to(target, between, pages=10)
    copy = reopen(target, ids)
    assert copy.get(saved[0].record) == saved[0] and copy.count(Query()) == vault.count(Query()) == 2
    assert copy.verify().findings == () and copy.audit_head == vault.audit_head
    copy.close()
    with pytest.raises(FileExistsError):
        vault.backup_to(target, between)


def test_cancelled_copy_leaves_nothing(path: Path, vault: Vault, pen: Pen) -> None:
    pen.new(verslag(besproken="tekst " * 30_000))
    target = path.with_name("kopie.db")
    with pytest.raises(Afgebroken):
        vault.backup_to(target, lambda: False, pages=10)
    assert sorted(p.name for p in path.parent.iterdir()) == ["kluis.db", "kluis.db-journal"]
    pen.new(leerling())


# Windows itself allows no question mark in a name
@pytest.mark.parametrize("name", ["met spatie en é.db", "procent%20#.db" if os.name == "nt" else "procent%20?#.db"])
def test_any_file_name_will_do(tmp_path: Path, ids: Ids, name: str) -> None:
    make(tmp_path / name, ids).close()
    reopen(tmp_path / name, ids).close()
    assert (tmp_path / name).stat().st_size > 0


def test_without_encryption_nothing_is_opened_or_written(path: Path, ids: Ids, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    make(path, ids).close()
    monkeypatch.setattr(connection, "sqlcipher", sqlite3)
    open_calls: tuple[Callable[[], Vault], ...] = (
        lambda: reopen(path, ids),
        lambda: make(path.with_name("nieuw.db"), ids),
    )
    for call in open_calls:
        with pytest.raises(UserError, match="versleuteling ontbreekt"):
            call()
    assert not path.with_name("nieuw.db").exists()
