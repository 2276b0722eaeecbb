"""Checking a vault finds each sort of harm, and nothing where there is none."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from desktop.models.core import Bijlage
from desktop.models.errors import Afgebroken
from desktop.vault.store import Vault
from desktop.vault.verify import _ZINNEN
from tests.unit.vault.kluis import ACTOR, Pen, leerling, verslag


@pytest.fixture
def full(vault: Vault, pen: Pen) -> Vault:
    """A vault with some of everything."""
    kind = pen.new(leerling()).record
    blob = vault.put_blob(b"%PDF" * 100_000, "application/pdf")
    bijlage = Bijlage(blob=blob, naam="a.pdf", media="application/pdf", bytes=400_000)
    report = pen.new(verslag(kind, bijlagen=(bijlage,)))
    pen.next(report, state="vastgesteld", keep=(("pdf", "application/pdf", b"%PDF"),))
    vault.view(ACTOR, report.record, pen.at, "waarom")
    vault.save_draft(ACTOR, UUID(int=1), "leerling", None, None, {}, pen.at)
    return vault


def tamper(vault: Vault, *statements: str) -> set[str]:
    """Do what someone with the key could do, and return what checking finds."""
    for name in ("revision_fixed", "revision_kept", "payload_fixed", "audit_fixed", "audit_kept", "audit_detail_fixed"):
        vault._db.execute(f"DROP TRIGGER IF EXISTS {name}")
    vault._db.execute("PRAGMA foreign_keys = OFF")
    for sql in statements:
        vault._db.execute(sql)
    return {finding.code for finding in vault.verify().findings} - {"schema"}


def test_sound_vault_has_counts_and_a_head(full: Vault) -> None:
    report = full.verify()
    assert report.findings == () and report.head == full.audit_head
    assert report.counts == {
        "stukken": 2,
        "versies": 3,
        "logboekregels": 4,
        "bijlagen": 2,
        "kladjes": 1,
        "accounts": 0,
    }


CASES = {
    "UPDATE revision SET kind = 'leerling' WHERE seq = 3": {"versie", "inhoud", "afgeleid"},
    "UPDATE revision SET account = x'00' WHERE seq = 2": {"versie", "afgeleid"},
    "UPDATE payload SET body = CAST(replace(CAST(body AS TEXT), 'moeizaam', 'prima') AS BLOB) WHERE seq = 3": {
        "inhoud"
    },
    "UPDATE payload SET body = x'7b'  WHERE seq = 2": {"inhoud"},
    "DELETE FROM revision WHERE seq = 2": {
        "volgnummer",
        "voorganger",
        "logboek_versie",
        "opbouw",
        "afgeleid",
        "zoeken",
    },
    "DELETE FROM revision WHERE seq = 3": {"volgnummer", "logboek_versie", "opbouw", "afgeleid"},
    "UPDATE audit SET account = x'00' WHERE seq = 2": {"logboek"},
    "DELETE FROM audit WHERE seq = 2": {"logboek", "niet_gelogd"},
    "DELETE FROM audit WHERE seq = 4": {"logboek_staart", "logboek_reden", "opbouw"},
    "UPDATE audit_detail SET body = CAST('anders' AS BLOB)": {"logboek_reden"},
    "UPDATE blob_part SET body = zeroblob(length(body)) WHERE n = 1": {"bijlage"},
    "DELETE FROM blob_part WHERE n = 1": {"bijlage"},
    "DELETE FROM blob_use WHERE purpose = 'bijlage'": {"bijlage_weg"},
    "UPDATE record SET closed_on = '' WHERE kind = 'leerling'": {"afgeleid"},
    "DELETE FROM link": {"afgeleid"},
    "INSERT INTO due VALUES(1, 'x', 'y', 'z', '2026-01-01')": {"afgeleid"},
    "INSERT INTO alias VALUES(x'01', x'02')": {"afgeleid"},
    "DELETE FROM search WHERE rowid = 1": {"zoeken"},
    "INSERT INTO search(rowid, naam) VALUES(999, 'x')": {"zoeken"},
}


@pytest.mark.parametrize("sql", CASES)
def test_harm_is_found(full: Vault, sql: str) -> None:
    assert tamper(full, sql) == CASES[sql]


def test_every_sort_of_harm_has_a_sentence_and_a_case() -> None:
    cased = set().union(*CASES.values())
    assert cased <= set(_ZINNEN)
    assert set(_ZINNEN) - cased == {"bladzijde", "schema"}  # in tests/faults


def test_whoever_cuts_the_tail_and_its_count_is_betrayed_by_an_earlier_receipt(full: Vault) -> None:
    receipt = full.audit_head
    sql = (
        "DELETE FROM audit_detail",
        "DELETE FROM audit WHERE seq = 4",
        "UPDATE device SET last_audit = 3",
        "UPDATE sqlite_sequence SET seq = 3 WHERE name = 'audit'",
    )
    assert tamper(full, *sql) == set()
    assert full.verify().head != receipt and not full.holds_audit_head(receipt)


def test_another_audit_key_does_not_confirm_the_chain(full: Vault) -> None:
    full._audit_key = bytes(32)
    (finding,) = full.verify().findings
    assert finding.code == "logboek" and finding.zin.endswith("(4 keer)")


def test_a_destroyed_content_is_no_harm_but_leaves_the_chain(full: Vault, pen: Pen) -> None:
    gone = pen.new(leerling("Weg"))
    full._db.execute("DELETE FROM payload WHERE seq = (SELECT max(seq) FROM revision)")
    full.rebuild()
    assert full.verify().findings == ()
    assert full.get(gone.record).value is None and full.rows_of([gone.record]) == []


def test_checking_shows_progress_and_can_be_cancelled(vault: Vault, pen: Pen, ids) -> None:
    from desktop.models.opslag import Append

    items = [Append(ids.new(), leerling(str(n)), None) for n in range(150)]
    vault.append_many(ACTOR, items, pen.at, action="edexml")
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        seen.append((done, total))
        return True

    vault.verify(progress)
    assert seen == [(200, 450), (400, 450)]
    with pytest.raises(Afgebroken):
        vault.verify(lambda done, total: False)


def test_no_sentence_holds_content(full: Vault, path: Path) -> None:
    for finding in full.verify().findings:
        assert "Bakker" not in finding.zin
    assert tamper(full, "UPDATE payload SET body = x'7b'") == {"inhoud", "afgeleid"}
    assert all("Bakker" not in f.zin and "moeizaam" not in f.zin for f in full.verify().findings)
