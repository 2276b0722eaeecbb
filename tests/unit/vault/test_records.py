"""Writing and reading records: states, conflicts, digests, all or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from desktop.models.core import Ids
from desktop.models.errors import Afgebroken, Conflict, NietGevonden, SchijfVol, UserError
from desktop.models.opslag import Append, Query
from desktop.models.personen import Samenvoeging
from desktop.models.vervolg import Aanvulling
from desktop.vault.store import Vault
from tests.unit.vault.kluis import ACTOR, KEY, OTHER, VAULT_ID, Pen, leerling, make, reopen, verslag


def test_what_is_written_comes_back_the_same_after_opening_again(path: Path, ids: Ids, clock) -> None:
    vault = make(path, ids)
    stored = Pen(vault, ids, clock.now()).new(verslag(besproken="Ruzie — ‘à Ω 😀’"))
    vault.close()
    vault = reopen(path, ids)
    assert vault.vault_id == VAULT_ID
    assert vault.get(stored.record) == vault.revision(stored.revision) == stored
    assert stored.recorded_at == clock.now()
    assert stored.state == "concept" and stored.parent is None and stored.account == ACTOR.account
    vault.close()


def test_nothing_is_overwritten_by_making_a_vault(path: Path, vault: Vault, ids: Ids) -> None:
    with pytest.raises(FileExistsError):
        make(path, ids)
    assert vault.count(Query()) == 0


def test_revisions_form_a_chain_with_different_digests(vault: Vault, pen: Pen) -> None:
    one = pen.new(verslag())
    two = pen.next(one, verslag(besproken="Anders."))
    three = pen.next(two, state="vastgesteld")
    assert [s.revision for s in vault.history(one.record)] == [one.revision, two.revision, three.revision]
    assert [s.parent for s in vault.history(one.record)] == [None, one.revision, two.revision]
    assert len({one.digest, two.digest, three.digest}) == 3 and len(three.digest) == 32
    assert vault.get(one.record) == three


def test_stale_base_is_a_conflict_and_loses_nothing(vault: Vault, pen: Pen) -> None:
    one = pen.new(verslag())
    two = pen.next(one, verslag(besproken="Uit venster A."))
    with pytest.raises(Conflict) as info:
        pen.next(one, verslag(besproken="Uit venster B."))
    assert "niet verloren" in info.value.zin and info.value.stap
    assert vault.get(one.record) == two
    with pytest.raises(Conflict):
        vault.append(ACTOR, Append(one.record, verslag(), None), pen.at)
    with pytest.raises(Conflict):
        vault.append(ACTOR, Append(UUID(int=77), verslag(), one.revision), pen.at)


def test_established_takes_only_withdrawal_with_the_same_content(vault: Vault, pen: Pen) -> None:
    fixed = pen.new(verslag(), "vastgesteld")
    for state in ("concept", "vastgesteld"):
        with pytest.raises(UserError, match="vastgesteld"):
            pen.next(fixed, verslag(besproken="Toch anders."), state)
    with pytest.raises(ValueError):
        pen.next(fixed, verslag(besproken="Stiekem."), "ingetrokken")
    assert vault.get(fixed.record) == fixed
    gone = pen.next(fixed, state="ingetrokken", reason="Verkeerde leerling")
    assert gone.value == fixed.value
    for state in ("concept", "vastgesteld", "ingetrokken"):
        with pytest.raises(UserError, match="ingetrokken"):
            pen.next(gone, state=state)


def test_kinds_that_are_never_established_stay_open(vault: Vault, pen: Pen) -> None:
    stored = pen.new(leerling())
    for n in range(3):
        stored = pen.next(stored, leerling(groep_naam=str(n)))
    assert stored.value == leerling(groep_naam="2")
    with pytest.raises(ValueError):
        pen.next(stored, state="vastgesteld")


def test_a_record_keeps_its_kind_and_nothing_is_born_withdrawn(vault: Vault, pen: Pen) -> None:
    stored = pen.new(leerling())
    with pytest.raises(ValueError):
        pen.next(stored, verslag())
    with pytest.raises(ValueError):
        pen.new(verslag(), "ingetrokken")


def test_unknown_records_have_a_sentence(vault: Vault) -> None:
    for call in (vault.get, vault.revision, lambda r: vault.get_many([r])):
        with pytest.raises(NietGevonden) as info:
            call(UUID(int=404))
        assert info.value.zin and info.value.stap


def test_many_at_once_are_all_or_none(vault: Vault, pen: Pen, ids: Ids) -> None:
    items = [Append(ids.new(), leerling(str(n)), None) for n in range(250)]
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        seen.append((done, total))
        return True

    stored = vault.append_many(ACTOR, items, pen.at, action="edexml", progress=progress)
    assert [s.record for s in stored] == [i.record for i in items]
    assert seen[0] == (0, 250) and seen[-1] == (250, 250)
    more = [Append(ids.new(), leerling("nieuw"), None) for _ in range(150)]
    with pytest.raises(Afgebroken):
        vault.append_many(ACTOR, more, pen.at, action="edexml", progress=lambda done, total: done < 100)
    with pytest.raises(Conflict):
        vault.append_many(ACTOR, [*more, Append(items[0].record, leerling("x"), None)], pen.at, action="edexml")
    assert vault.count(Query(kinds=("leerling",))) == 250
    assert vault.verify().findings == ()


def test_followups_and_all_leave_out_what_was_withdrawn(vault: Vault, pen: Pen) -> None:
    report = pen.new(verslag(), "vastgesteld")
    # the second says an earlier time: its clock was set back; what was written later still comes later
    first, second = (pen.new(Aanvulling(op=report.record, moment=datetime(2026, 3, d), tekst=str(d))) for d in (9, 3))
    wrong = pen.new(Aanvulling(op=report.record, moment=datetime(2026, 3, 5), tekst="fout"))
    pen.next(wrong, state="ingetrokken")
    assert list(vault.followups(report.record)) == [first, second]
    assert [s.record for s in vault.all("aanvulling")] == [first.record, second.record]


def test_a_failing_write_leaves_nothing_behind(vault: Vault, pen: Pen, monkeypatch: pytest.MonkeyPatch) -> None:
    before = vault.verify().counts, vault.audit_head
    monkeypatch.setattr(vault._derive, "apply", lambda *a: (_ for _ in ()).throw(SchijfVol("vol")))
    with pytest.raises(SchijfVol):
        pen.new(verslag())
    assert (vault.verify().counts, vault.audit_head) == before
    monkeypatch.undo()
    pen.new(verslag())
    assert vault.verify().findings == ()


def test_moments_are_aware_and_exact_to_the_millisecond(vault: Vault, pen: Pen) -> None:
    pen.at = pen.at + timedelta(microseconds=123_999)
    assert vault.get(pen.new(leerling()).record).recorded_at == pen.at - timedelta(microseconds=999)
    pen.at = datetime(2026, 3, 2, 9)
    with pytest.raises(ValueError):
        pen.new(leerling())


def test_order_is_that_of_writing_when_the_clock_goes_back(vault: Vault, pen: Pen, clock) -> None:
    one = pen.new(verslag())
    pen.at = clock.step(days=-400)
    two = pen.next(one, verslag(besproken="Later geschreven."))
    assert vault.get(one.record) == two
    assert vault.verify().findings == ()


def test_same_content_gives_another_commitment_each_time(vault: Vault, pen: Pen) -> None:
    pen.new(leerling())
    pen.new(leerling())
    rows = vault._db.all("SELECT commitment FROM revision")
    assert len(set(rows)) == 2


def test_append_only_tables_refuse_change_also_through_replace(vault: Vault, pen: Pen) -> None:
    pen.new(leerling(), reason="waarom")
    for sql in (
        "UPDATE revision SET kind = 'x'",
        "DELETE FROM revision",
        "REPLACE INTO revision SELECT * FROM revision",
        "UPDATE payload SET body = x'00'",
        "UPDATE audit SET action = 'x'",
        "DELETE FROM audit",
        "REPLACE INTO audit SELECT * FROM audit",
        "UPDATE audit_detail SET body = x'00'",
    ):
        with pytest.raises(Exception, match="append-only"):
            vault._db.execute(sql)


def test_key_must_be_whole(tmp_path: Path, ids: Ids) -> None:
    with pytest.raises(ValueError):
        Vault.create(
            tmp_path / "k.db", KEY[:16], KEY, vault_id=VAULT_ID, device=UUID(int=1), device_label="pc", ids=ids
        )
    assert list(tmp_path.iterdir()) == []


def test_accounts_are_added_and_closed_and_logged(vault: Vault, pen: Pen) -> None:
    from desktop.models.opslag import Account

    account = Account(ACTOR.account, "Ineke Brands", "ib", True)
    vault.put_account(None, account, pen.at)
    vault.put_account(OTHER, replace(account, active=False), pen.at)
    assert list(vault.accounts()) == [replace(account, active=False)]
    assert [(r.action, r.account) for r in vault.audit(record=account.id)] == [
        ("account_gewijzigd", OTHER.account),
        ("account_toegevoegd", None),
    ]


def test_settings_are_kept(vault: Vault, path: Path, ids: Ids) -> None:
    assert vault.meta("header_generation") is None
    vault.set_meta("header_generation", "1")
    vault.set_meta("header_generation", "2")
    assert vault.meta("header_generation") == "2"


def test_two_merges_write_one_record_each(vault: Vault, pen: Pen) -> None:
    a, b = pen.new(leerling()), pen.new(leerling())
    merge = pen.new(Samenvoeging(oud=a.record, nieuw=b.record, reden="Dubbel ingevoerd"))
    assert vault.get(merge.record).value == Samenvoeging(oud=a.record, nieuw=b.record, reden="Dubbel ingevoerd")
    assert vault.get(a.record).value == leerling()


def test_birth_dates_outside_this_century_survive(vault: Vault, pen: Pen) -> None:
    stored = pen.new(leerling(geboortedatum=date(1899, 12, 31)))
    assert vault.rows_of([stored.record])[0].detail == "31-12-1899"
