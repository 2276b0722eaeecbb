"""Fault 38: a clock set back, ahead, or to winter time changes no order; what cannot be right is noted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from desktop.models.opslag import AuditRow
from desktop.models.personen import Leerling
from desktop.models.rechten import Rol
from desktop.models.velden import naar_values
from desktop.models.vervolg import Ondertekening, Uitkomst
from desktop.models.vooroverleg import SoortGesprek
from desktop.services.beheer import Beheer
from desktop.services.diensten import Diensten, diensten
from desktop.services.gesprekken import Stuk
from desktop.services.kluis import Kluizen
from desktop.vault.audit import CLOCK_BACK
from desktop.vault.crypto import KdfParams
from tests.conftest import StepClock

ZOMER, WINTER = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))


@pytest.fixture
def d(tmp_path: Path, clock: StepClock, ids) -> Iterator[Diensten]:
    kluizen = Kluizen(clock, ids, ids.new(), "testmachine")
    kluis, _ = kluizen.nieuw(
        tmp_path / "proef.kluis", {"naam": "OBS De Proef"}, "Iris", Rol.IB, "vier losse woorden hier", KdfParams()
    )
    session = kluizen.sessie(kluis)
    yield diensten(session, Beheer(session, kluis))
    assert kluis.vault.verify().findings == ()
    kluis.sluit()


def _verslag(d: Diensten) -> Stuk:
    """An established report with one parent who may sign."""
    kind, _ = d.personen.bewaar(Leerling, None, {"roepnaam": "Noa", "achternaam": "Bakker"})
    assert kind is not None
    periode = {"rij": str(d.session.ids.new()), "vanaf": "2020-01-01", "gezag": "ja"}
    d.personen.koppel(
        kind.record, {"roepnaam": "Els", "achternaam": "Bakker"}, {"soort": "moeder", "perioden": [periode]}
    )
    stuk = d.gesprekken.nieuw_verslag(kind.record)
    ouders = [naar_values(kaart.wie) for kaart in d.personen.kaarten(kind.record)]
    inhoud = {"soort": SoortGesprek.ZORG.value, "onderwerp": "x", "besproken": "x", "samengevat": True}
    stored, fout = d.gesprekken.stel_vast(stuk, {**stuk.values, **inhoud, "ouders": ouders, "afspraken": []})
    assert stored is not None, fout
    return d.gesprekken.open(stored.record)


def _uitkomst(d: Diensten, stuk: Stuk, uitkomst: Uitkomst) -> None:
    ouder = naar_values(d.gesprekken.ouders(stuk)[0].wie)
    stored, fout = d.gesprekken.volg(stuk, Ondertekening, {"ouder": ouder, "uitkomst": uitkomst.value})
    assert stored is not None, fout


def _geldt(d: Diensten, stuk: Stuk) -> Uitkomst | None:
    stand = d.gesprekken.ouders(d.gesprekken.open(stuk.record))[0]
    return stand.ondertekening.uitkomst if stand.ondertekening else None


def _teruggezet(d: Diensten) -> list[AuditRow]:
    return [rij for rij in d.session.vault.audit() if rij.action == CLOCK_BACK]


@pytest.mark.parametrize(
    "sprong",
    [
        {"minutes": -6},
        {"hours": -1},
        {"days": -400},
    ],
)
def test_what_was_written_last_counts_also_when_the_clock_went_back(d: Diensten, clock: StepClock, sprong) -> None:
    stuk = _verslag(d)
    clock.step(minutes=10)
    _uitkomst(d, stuk, Uitkomst.AFWEZIG)
    eerder = clock.now()
    clock.step(**sprong)
    _uitkomst(d, stuk, Uitkomst.ZIET_AF)
    assert _geldt(d, stuk) is Uitkomst.ZIET_AF
    assert not d.session.vault.work(), "and no work is left open by the outcome before it"
    (rij,) = _teruggezet(d)
    assert rij.account == d.session.actor.account and rij.at == clock.now()
    assert rij.reason == f"vorige regel: {eerder.astimezone():%d-%m-%Y %H:%M}"
    volgorde = [(rij.seq, rij.action) for rij in reversed(d.session.vault.audit())]
    assert [seq for seq, _ in volgorde] == sorted(seq for seq, _ in volgorde)
    namen = [action for _, action in volgorde]
    assert namen[namen.index(CLOCK_BACK) + 1] == "ondertekening"


def test_a_clock_that_was_ahead_is_noted_when_it_is_put_right(d: Diensten, clock: StepClock) -> None:
    stuk = _verslag(d)
    clock.step(days=365)
    _uitkomst(d, stuk, Uitkomst.AFWEZIG)
    assert _teruggezet(d) == [], "nobody can tell a clock that is ahead from a year's holiday"
    clock.step(days=-365)
    _uitkomst(d, stuk, Uitkomst.WEIGERT)
    _uitkomst(d, stuk, Uitkomst.ZIET_AF)
    assert _geldt(d, stuk) is Uitkomst.ZIET_AF
    assert len(_teruggezet(d)) == 1, "once, not with every line after it"


def test_versions_of_a_record_stay_in_the_order_of_writing(d: Diensten, clock: StepClock) -> None:
    kind, _ = d.personen.bewaar(Leerling, None, {"roepnaam": "Een", "achternaam": "Bakker"})
    assert kind is not None
    for naam, uren in (("Twee", -30), ("Drie", 500), ("Vier", -900)):
        clock.step(hours=uren)
        kind, fout = d.personen.bewaar(Leerling, kind.record, {"roepnaam": naam, "achternaam": "Bakker"})
        assert kind is not None, fout
    versies = d.session.vault.history(kind.record)
    assert [v.value.roepnaam for v in versies if isinstance(v.value, Leerling)] == ["Een", "Twee", "Drie", "Vier"]
    assert d.session.vault.get(kind.record) == versies[-1]
    assert len(_teruggezet(d)) == 2


def test_the_end_of_summer_time_is_no_clock_set_back(d: Diensten, clock: StepClock) -> None:
    clock.set(datetime(2026, 10, 25, 2, 50, tzinfo=ZOMER))
    stuk = _verslag(d)
    _uitkomst(d, stuk, Uitkomst.AFWEZIG)
    # twenty minutes later the clock on the wall says 2:10
    clock.set(datetime(2026, 10, 25, 2, 10, tzinfo=WINTER))
    _uitkomst(d, stuk, Uitkomst.ZIET_AF)
    assert _geldt(d, stuk) is Uitkomst.ZIET_AF
    assert _teruggezet(d) == []
    tijden = [rij.at for rij in reversed(d.session.vault.audit())]
    assert tijden == sorted(tijden)


def test_a_correction_over_the_network_is_not_worth_a_line(d: Diensten, clock: StepClock) -> None:
    stuk = _verslag(d)
    clock.step(minutes=-5)
    _uitkomst(d, stuk, Uitkomst.ZIET_AF)
    assert _geldt(d, stuk) is Uitkomst.ZIET_AF
    assert _teruggezet(d) == []


def test_a_clock_far_in_the_past_still_saves_drafts(d: Diensten, clock: StepClock) -> None:
    stuk = d.gesprekken.nieuw_verslag(_verslag(d).leerling)
    d.gesprekken.bewaar_draft(stuk, {**stuk.values, "onderwerp": "eerst"})
    clock.step(days=-10_000)
    d.gesprekken.bewaar_draft(stuk, {**stuk.values, "onderwerp": "later"})
    (draft,) = d.gesprekken.drafts()
    assert draft.values["onderwerp"] == "later"
