"""The meldcode report and the yearly bundle: what they ask, and that a small count cannot be worked out."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.check import check
from desktop.models.kinds import from_bytes, to_bytes
from desktop.models.lichaam import GEZICHT, OMTREK, RUG, punten
from desktop.models.rapportage import KLEIN, AardHgkm, Bundel, Jaarbundel, Rapportage, in_periode
from desktop.models.schooljaar import is_schooljaar, periode, schooljaar

VANDAAG = date(2026, 12, 1)


def _values(**anders: Any) -> dict[str, Any]:
    return {
        "kenmerk": "2026-001",
        "schooljaar": "2026-2027",
        "datum": "2026-12-01",
        "ingevuld_door": "intern begeleider",
        "aard": ["lichamelijk"],
        "noemenswaardig": True,
        "meldcode": True,
        "rollen": True,
        "taken": True,
        "stappen": ["signalen"],
        "volgens_afspraak": True,
        "nagelezen": True,
        **anders,
    }


def _fouten(kind: type[Rapportage | Bundel], values: dict[str, Any]) -> set[str]:
    return {str(p.loc[0]) for p in check(kind, values, "vaststellen", VANDAAG)[1]}


def test_a_report_goes_to_bytes_and_back_and_points_at_its_case() -> None:
    record, fouten = check(Rapportage, _values(dossier=str(UUID(int=5))), "vaststellen", VANDAAG)
    assert record is not None and not fouten
    assert from_bytes("rapportage", 1, to_bytes(record)) == record
    assert record.links() == ((UUID(int=5), "dossier"),)
    assert record.titel() == "2026-001" and record.detail() == "2026-2027"


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"rollen": False}, "ontbrak"),
        ({"volgens_afspraak": False}, "afwijking"),
        ({"aard": ["anders"]}, "aard_anders"),
        ({"schooljaar": "2026"}, "schooljaar"),
        ({"schooljaar": "2026-2028"}, "schooljaar"),
        ({"datum": "2026-12-02"}, "datum"),
        ({"gesloten": "2026-12-02"}, "gesloten"),
        ({"nagelezen": None}, "nagelezen"),
        ({"nagelezen": False}, "nagelezen"),
        ({"noemenswaardig": None}, "noemenswaardig"),
    ],
)
def test_what_a_report_asks(anders: dict[str, Any], fout: str) -> None:
    assert _fouten(Rapportage, _values(**anders)) == {fout}


def test_a_bundle_has_a_period_and_receivers() -> None:
    assert _fouten(Bundel, {"van": "2027-07-31", "tot": "2026-08-01"}) == {"tot", "ontvangers"}
    bundel = Bundel(van=date(2026, 8, 1), tot=date(2027, 7, 31))
    assert bundel.titel() == "Jaarbundel meldcode 2026-2027"
    assert periode(date(2026, 8, 1), date(2026, 12, 31)) == "01-08-2026 t/m 31-12-2026"
    assert in_periode(Rapportage(datum=date(2027, 7, 31)), bundel)
    assert in_periode(Rapportage(datum=date(2027, 9, 1), gesloten=date(2027, 7, 30)), bundel)
    assert not in_periode(Rapportage(datum=date(2027, 8, 1)), bundel) and not in_periode(Rapportage(), bundel)


def test_school_years_turn_on_the_first_of_august() -> None:
    assert schooljaar(date(2027, 7, 31)) == "2026-2027" and schooljaar(date(2027, 8, 1)) == "2027-2028"
    assert is_schooljaar(schooljaar(VANDAAG)) and not is_schooljaar("26-27")


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 6))
def test_no_small_count_is_shown_or_can_be_worked_out(ja: int, nee: int, leeg: int) -> None:
    antwoorden = [True] * ja + [False] * nee + [None] * leeg
    rapportages = tuple(Rapportage(noemenswaardig=a, aard=(AardHgkm.ANDERS,) if a else ()) for a in antwoorden)
    tabellen = Jaarbundel(Bundel(), rapportages).tabellen()
    for tabel in tabellen:
        assert all(t.aantal is None or t.aantal == 0 or t.aantal >= KLEIN for t in tabel.tellingen)
    totaal = tabellen[0].tellingen[0].aantal
    vraag = next(t for t in tabellen if t.naam == "Noemenswaardig incident")
    weg = [t for t in vraag.tellingen if t.aantal is None]
    if totaal is not None and weg:
        # more than one is hidden, and together they are no small number
        assert len(weg) > 1
        assert totaal - sum(t.aantal or 0 for t in vraag.tellingen) >= KLEIN


def test_who_switches_it_off_sees_every_count() -> None:
    bundel = Jaarbundel(Bundel(klein_afschermen=False), (Rapportage(noemenswaardig=True, schooljaar="2026-2027"),))
    assert all(t.aantal is not None for tabel in bundel.tabellen() for t in tabel.tellingen)
    assert not bundel.afgeschermd and Jaarbundel(Bundel(), ()).afgeschermd


def test_the_outline_of_the_body_lies_within_its_drawing_and_is_the_same_on_both_sides() -> None:
    for lijn in (*OMTREK, *GEZICHT, *RUG):
        plekken = punten(lijn)
        assert len(plekken) == 1 + 10 * len(lijn[1])
        assert all(0 <= x <= 1000 and 0 <= y <= 1000 for x, y in plekken)
    romp = punten(OMTREK[1])
    gespiegeld = {(round(1000 - x, 3), round(y, 3)) for x, y in romp}
    assert {(round(x, 3), round(y, 3)) for x, y in romp} == gespiegeld
    assert max(y for _, y in romp) - min(y for _, y in punten(OMTREK[0])) > 900, "it fills its height"
