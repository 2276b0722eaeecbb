"""The audit, blobs and drafts of a vault."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest

from desktop.models.core import Bijlage, Ids
from desktop.models.errors import AlleenLezen, NietGevonden
from desktop.vault.audit import START
from desktop.vault.blobs import PART
from desktop.vault.store import Vault
from tests.unit.vault.kluis import ACTOR, OTHER, Pen, leerling, make, reopen, verslag

PDF = "application/pdf"


def actions(vault: Vault, **where: UUID) -> list[str]:
    return [row.action for row in vault.audit(**where)]


def test_every_write_is_logged_with_its_subject_and_reason(vault: Vault, pen: Pen) -> None:
    kind = pen.new(leerling()).record
    report = pen.new(verslag(kind))
    report = pen.next(report, state="vastgesteld")
    pen.next(report, state="ingetrokken", reason="Verkeerde leerling")
    pen.new(leerling("Bo"), action="edexml")
    assert actions(vault) == ["edexml", "ingetrokken", "vastgesteld", "gemaakt", "gemaakt"]
    assert actions(vault, subject=kind) == ["ingetrokken", "vastgesteld", "gemaakt", "gemaakt"]
    assert actions(vault, record=report.record) == ["ingetrokken", "vastgesteld", "gemaakt"]
    row = vault.audit(record=report.record)[0]
    assert (row.account, row.subject, row.reason, row.at) == (ACTOR.account, kind, "Verkeerde leerling", pen.at)
    assert vault.audit(limit=1)[0].action == "edexml"
    assert vault.audit(record=report.record, subject=kind, limit=1)[0].action == "ingetrokken"


def test_a_view_is_logged_and_a_get_is_not(vault: Vault, pen: Pen) -> None:
    kind = pen.new(leerling()).record
    report = pen.new(verslag(kind))
    head = vault.audit_head
    assert vault.get(report.record) == report and vault.audit_head == head
    assert vault.view(OTHER, report.record, pen.at, "inzageverzoek") == report
    row = vault.audit(subject=kind)[0]
    assert (row.action, row.account, row.record, row.reason) == (
        "bekeken",
        OTHER.account,
        report.record,
        "inzageverzoek",
    )
    assert not vault.audit_gap


def test_head_moves_with_each_line_and_old_ones_are_known(vault: Vault, pen: Pen) -> None:
    assert vault.audit_head == START and vault.holds_audit_head(START)
    heads = []
    for _ in range(3):
        vault.log(ACTOR, "afgedrukt", pen.at, record=UUID(int=3), digest=b"")
        heads.append(vault.audit_head)
    assert len(set(heads)) == 3 and all(vault.holds_audit_head(head) for head in heads)
    assert not vault.holds_audit_head(bytes(31) + b"\x01")


def test_two_devices_have_a_chain_each(path: Path, ids: Ids, clock) -> None:
    vault = make(path, ids)
    Pen(vault, ids, clock.now()).new(leerling())
    vault.close()
    elsewhere = Vault.open(
        path, bytes(range(32)), bytes(range(32, 64)), device=UUID(int=0xE), device_label="ander", ids=ids
    )
    Pen(elsewhere, ids, clock.now()).new(leerling())
    assert elsewhere._db.all("SELECT device_seq FROM audit ORDER BY seq") == [(1,), (1,)]
    assert elsewhere.verify().findings == ()
    elsewhere.close()


def test_read_only_shows_and_remembers_the_gap(path: Path, ids: Ids, clock) -> None:
    vault = make(path, ids)
    report = Pen(vault, ids, clock.now()).new(verslag())
    vault.close()
    vault = reopen(path, ids, read_only=True)
    assert vault.read_only and vault.view(ACTOR, report.record, clock.now()) == report and vault.audit_gap
    for write in (
        lambda: Pen(vault, ids, clock.now()).new(leerling()),
        lambda: vault.set_meta("a", "b"),
        lambda: vault.rebuild(),
    ):
        with pytest.raises(AlleenLezen):
            write()
    assert vault.search("rekenen") and vault.verify().findings == ()
    vault.close()


def test_blobs_come_back_whole_in_parts(vault: Vault) -> None:
    for size in (0, 1, PART, PART + 1, 3 * PART):
        data = bytes(i % 251 for i in range(size))
        blob = vault.put_blob(data, PDF)
        assert vault.blob(blob) == (PDF, data)
        salt, commitment = vault._db.one("SELECT salt, commitment FROM blob WHERE id = ?", (blob.bytes,)) or (b"", b"")
        assert commitment == sha256(salt + data).digest() and sha256(data).digest() not in (blob.bytes, commitment)
    assert vault._db.value("SELECT max(length(body)) FROM blob_part") == PART
    with pytest.raises(NietGevonden):
        vault.blob(UUID(int=1))


def test_only_blobs_that_are_used_or_in_a_draft_outlive_the_session(path: Path, ids: Ids, clock) -> None:
    vault = make(path, ids)
    pen = Pen(vault, ids, clock.now())
    used, drafted, orphan = (vault.put_blob(b"%PDF", PDF) for _ in range(3))
    bijlage = Bijlage(blob=used, naam="brief.pdf", media=PDF, bytes=4)
    pen.new(verslag(bijlagen=(bijlage,)))
    values = {"bijlagen": [{"blob": str(drafted), "naam": "scan.pdf"}]}
    vault.save_draft(ACTOR, UUID(int=9), "gespreksverslag", None, None, values, pen.at)
    assert vault.blob(orphan)[1] == b"%PDF"
    vault.close()
    vault = reopen(path, ids)
    assert vault.blob(used) == vault.blob(drafted) == (PDF, b"%PDF")
    with pytest.raises(NietGevonden):
        vault.blob(orphan)
    assert vault._db.value("SELECT count(*) FROM blob_part") == 2
    vault.drop_draft(ACTOR.account, UUID(int=9))
    vault.close()
    vault = reopen(path, ids)
    with pytest.raises(NietGevonden):
        vault.blob(drafted)
    assert vault.verify().findings == ()
    vault.close()


def test_a_record_cannot_name_a_blob_that_is_not_there(vault: Vault, pen: Pen) -> None:
    bijlage = Bijlage(blob=UUID(int=8), naam="weg.pdf", media=PDF, bytes=4)
    with pytest.raises(NietGevonden, match="opnieuw"):
        pen.new(verslag(bijlagen=(bijlage,)))
    assert vault.verify().counts["stukken"] == 0


def test_pdf_is_kept_in_the_same_transaction_as_establishing(vault: Vault, pen: Pen) -> None:
    report = pen.new(verslag())
    assert vault.kept(report.record, "pdf") is None
    fixed = pen.next(report, state="vastgesteld", keep=(("pdf", PDF, b"%PDF-1"),))
    kept = vault.kept(report.record, "pdf")
    assert kept is not None and kept[1] == b"%PDF-1"
    with pytest.raises(Exception, match="vastgesteld"):
        pen.next(fixed, state="vastgesteld", keep=(("pdf", PDF, b"%PDF-2"),))
    assert vault.verify().counts["bijlagen"] == 1
    later = vault.keep(ACTOR, report.record, "afschrift", b"%PDF-3", PDF, pen.at)
    assert vault.kept(report.record, "afschrift") == (later, b"%PDF-3") and vault.kept(report.record, "pdf") == kept
    assert actions(vault, record=report.record)[0] == "bewaard:afschrift"
    assert vault.verify().findings == ()


def test_draft_holds_anything_for_each_account(vault: Vault, pen: Pen, clock) -> None:
    record, subject = UUID(int=9), UUID(int=10)
    values = {"datum": "31-02-2026", "besproken": "half\ud800 gesch\x00reven", "rijen": [{"x": None}], "n": 1.5}
    vault.save_draft(ACTOR, record, "gespreksverslag", None, subject, values, pen.at)
    vault.save_draft(OTHER, record, "gespreksverslag", subject, None, {}, pen.at)
    draft = vault.draft(ACTOR.account, record)
    assert draft is not None and draft.values == values and draft.updated_at == pen.at
    assert (draft.kind, draft.base, draft.subject) == ("gespreksverslag", None, subject)
    vault.save_draft(ACTOR, record, "gespreksverslag", subject, subject, {"a": "nieuw"}, clock.step(minutes=1))
    vault.save_draft(ACTOR, UUID(int=11), "leerling", None, None, {}, clock.step(minutes=1))
    assert [(d.record, dict(d.values)) for d in vault.drafts(ACTOR.account)] == [
        (UUID(int=11), {}),
        (record, {"a": "nieuw"}),
    ]
    vault.drop_draft(ACTOR.account, record)
    vault.drop_draft(ACTOR.account, record)
    assert vault.draft(ACTOR.account, record) is None and vault.draft(OTHER.account, record) is not None
    assert list(vault.audit()) == [] and list(vault.search("nieuw")) == []


def test_saving_drops_the_draft_of_that_account_only(vault: Vault, pen: Pen) -> None:
    report = pen.new(verslag())
    for actor in (ACTOR, OTHER):
        vault.save_draft(actor, report.record, "gespreksverslag", report.revision, None, {}, pen.at)
    pen.next(report, drop_draft=True)
    assert list(vault.drafts(ACTOR.account)) == [] and len(vault.drafts(OTHER.account)) == 1
