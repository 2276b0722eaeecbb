"""A calamity and what stands beside it: what is due, who is missing, what may not be closed or sent, odd moments."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest

from desktop.models.actieplan import Actieplan, met_twee
from desktop.models.calamiteit import Calamiteit, CalamiteitSlot, CrisisRol, Omvang, is_dicht
from desktop.models.check import check
from desktop.models.communicatie import VOORZICHTIG, Communicatie, Doelgroep
from desktop.models.logregel import Logregel, Merk, RegelSoort, merk_van

VANDAAG = date(2026, 11, 25)
ID = UUID(int=1)
MOMENT = "2026-11-25T12:00:00+01:00"


def _calamiteit(**anders: Any) -> Calamiteit:
    value, fout = check(Calamiteit, {"kort": "Brand", "begonnen_op": "2026-11-25", **anders}, "bewaren", VANDAAG)
    assert value is not None, fout
    return value


def _slot(**anders: Any) -> tuple[CalamiteitSlot | None, list[Any]]:
    return check(CalamiteitSlot, {"op": str(ID), "moment": MOMENT, **anders}, "bewaren", VANDAAG)


def test_the_directeur_bestuurder_is_told_at_once_and_the_evaluation_comes_four_weeks_later():
    werk = [(d.kind, d.due_on) for d in _calamiteit().dues("concept", ())]
    assert werk == [("bestuurder_inlichten", VANDAAG), ("calamiteit_evaluatie", date(2026, 12, 23))]
    verteld = _calamiteit(bestuurder_op="2026-11-25")
    assert [d.kind for d in verteld.dues("concept", ())] == ["calamiteit_evaluatie"]
    slot, _ = _slot(geevalueerd=False, waarom_niet="Het bleek een vals alarm te zijn.")
    assert slot is not None
    assert verteld.dues("concept", (slot,)) == ()
    assert is_dicht((slot,))


def test_closing_asks_for_an_evaluation_or_a_reason():
    assert _slot()[0] is None
    assert [p.loc for p in _slot(geevalueerd=False, waarom_niet="nee")[1]] == [("waarom_niet",)]
    leeg, fout = _slot(geevalueerd=True)
    assert leeg is None
    assert {p.loc[0] for p in fout} == {"met", "stappen", "beleid"}
    vol, fout = _slot(geevalueerd=True, met="team", stappen="Bellen ging snel.", beleid="wijzigen")
    assert [p.loc for p in fout] == [("wijzigingen",)]
    vol, fout = _slot(geevalueerd=True, met="team", stappen="Bellen ging snel.", beleid="geen")
    assert vol is not None, fout


def test_a_large_one_says_who_is_missing_from_the_crisis_team():
    assert _calamiteit().ontbreekt_in_team() == ()
    lid = {"rij": str(UUID(int=2)), "rol": "bestuur", "naam": "", "taak": "", "telefoon": ""}
    groot = _calamiteit(omvang=Omvang.GROOT.value, crisisteam=[lid])
    assert groot.ontbreekt_in_team() == (CrisisRol.JURIDISCH, CrisisRol.DIRECTEUR, CrisisRol.LEERKRACHT)


@pytest.mark.parametrize(
    ("gebeurd", "merk"),
    [
        (datetime(2026, 11, 25, 11, 0), None),
        (datetime(2026, 11, 25, 12, 1), None),
        (datetime(2026, 11, 25, 12, 2), Merk.TOEKOMST),
        (datetime(2026, 11, 25, 9, 59), Merk.EERDER),
    ],
)
def test_an_odd_moment_is_marked(gebeurd, merk):
    assert merk_van(gebeurd, datetime(2026, 11, 25, 12, 0), datetime(2026, 11, 25, 10, 0)) is merk


def test_a_line_belongs_to_its_calamity_without_following_it():
    regel = Logregel(
        bij=ID,
        moment=datetime.fromisoformat(MOMENT),
        gebeurd=datetime(2026, 11, 25, 11, 40),
        tekst="112 gebeld",
        soort=RegelSoort.GESPREK,
    )
    assert regel.links() == ((ID, "logregel"),)
    assert regel.parent() is None
    assert regel.later
    assert not regel.model_copy(update={"gebeurd": datetime(2026, 11, 25, 11, 55)}).later


def test_with_parents_one_talks_with_two():
    rij = {"rij": str(UUID(int=3)), "met": "moeder", "melder": None, "op": None, "verslag": None}
    plan = {"calamiteit": str(ID), "beschrijving": "Brand in de keuken."}
    alleen, fout = check(Actieplan, {**plan, "gesprekken": [{**rij, "voert": "Dirk"}]}, "vaststellen", VANDAAG)
    assert alleen is None
    assert [p.loc for p in fout] == [("gesprekken", 0, "voert")]
    samen, fout = check(Actieplan, {**plan, "gesprekken": [{**rij, "voert": "Dirk en Iris"}]}, "vaststellen", VANDAAG)
    assert samen is not None, fout


def test_every_group_has_its_cautions():
    assert set(VOORZICHTIG) == {groep.value for groep in Doelgroep}


def _bericht(**anders: Any) -> tuple[Communicatie | None, list[Any]]:
    vast = {
        "calamiteit": str(ID),
        "groep": "team",
        "tekst": "Er was brand in de keuken. Niemand is gewond.",
        "alleen_feiten": True,
        "besloten_door": "directeur",
        "hoe": "mail",
        "op": "2026-11-25",
    }
    return check(Communicatie, {**vast, **anders}, "vaststellen", VANDAAG)


def test_what_goes_out_holds_only_facts_and_has_gone_out():
    assert _bericht()[0] is not None
    assert [p.loc for p in _bericht(alleen_feiten=False)[1]] == [("alleen_feiten",)]
    assert [p.loc for p in _bericht(op="2026-11-26")[1]] == [("op",)]


def test_parents_further_away_are_told_only_with_what_was_weighed():
    assert {p.loc[0] for p in _bericht(groep="indirect")[1]} == {"waarom_breed", "voorzitter"}
    assert _bericht(groep="indirect", waarom_breed="Iedereen weet het al.", voorzitter=False)[0] is not None


@pytest.mark.parametrize(
    ("voert", "uitkomst"),
    [
        ("Dirk en Anna", True),
        ("Dirk, Anna", True),
        ("Dirk&Anna", True),
        ("Dirk", False),
        ("", False),
        ("Renske", False),
        ("en Dirk", False),
    ],
)
def test_two_names_are_two_people(voert, uitkomst):
    assert met_twee(voert) is uitkomst
