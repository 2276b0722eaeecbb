"""Counting the incident register: by every property, and with nothing that gives a small number away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.incident import Criterium, Incident, IncidentSoort, Ondergrond, Plaats, Wapen
from desktop.models.incidentcijfers import DAGDELEN, Incidentjaar, kort
from desktop.models.schooljaar import Periode
from desktop.models.telling import KLEIN, Tabel, tel_af

JAAR = Periode(date(2025, 8, 1), date(2026, 7, 31))


def _incident(n: int = 0, **anders: object) -> Incident:
    velden: dict[str, object] = {
        "ingrijpend": True,
        "soort": IncidentSoort.PESTEN,
        "datum": JAAR.van + timedelta(days=n * 7),
        "plaats": Plaats.PLEIN,
        "groep": "5a",
        **anders,
    }
    return Incident.model_validate(velden)


def _jaar(incidenten: Sequence[Incident], *, afgeschermd: bool = False) -> Incidentjaar:
    return Incidentjaar(JAAR, tuple(incidenten), afgeschermd)


def _getallen(tabel: Tabel) -> dict[str, int | None]:
    return {t.label: t.aantal for t in tabel.tellingen}


def test_an_empty_year_has_a_number_and_nothing_else() -> None:
    jaar = _jaar([], afgeschermd=True)
    assert jaar.leeg and [t.naam for t in jaar.tabellen()] == ["Aantal"]
    assert jaar.aantal.woord == "0"
    assert kort(jaar) == "Er is in deze periode geen incident geregistreerd."


def test_months_stand_in_the_order_of_the_school_year() -> None:
    tabel = _jaar([_incident(0), _incident(1), _incident(26)]).per_maand()
    assert [t.label for t in tabel.tellingen][:2] == ["aug 2025", "sep 2025"] and len(tabel.tellingen) == 12
    assert {maand: n for maand, n in _getallen(tabel).items() if n} == {"aug 2025": 2, "jan 2026": 1}


def test_where_small_numbers_are_kept_back_three_months_go_together() -> None:
    tabel = _jaar([_incident(n) for n in range(41)], afgeschermd=True).per_maand()
    assert tabel.naam == "Per drie maanden"
    # of the last three months there are two: they and the smallest of the others are kept back
    assert [(t.label, t.woord) for t in tabel.tellingen] == [
        ("aug 2025 – okt 2025", "14"),
        ("nov 2025 – jan 2026", "13"),
        ("feb 2026 – apr 2026", "afgeschermd"),
        ("mei 2026 – jul 2026", "afgeschermd"),
    ]


def test_a_long_period_is_told_in_years_and_a_broken_one_in_its_months() -> None:
    lang = Incidentjaar(Periode(date(2022, 8, 1), date(2026, 7, 31)), (_incident(3),), False).per_maand()
    assert lang.naam == "Per jaar" and [t.aantal for t in lang.tellingen] == [0, 0, 0, 1]
    kapot = Incidentjaar(Periode(date(2025, 8, 20), date(2025, 10, 2)), (_incident(5),), False).per_maand()
    assert _getallen(kapot) == {"aug 2025": 0, "sep 2025": 1, "okt 2025": 0}


def test_kinds_have_their_subdivisions_under_them() -> None:
    jaar = _jaar(
        [
            _incident(soort=IncidentSoort.WAPEN, wapen=Wapen.STEEK),
            _incident(soort=IncidentSoort.DISCRIMINATIE, grond=Ondergrond.RAS),
            _incident(soort=IncidentSoort.DISCRIMINATIE, grond=Ondergrond.RAS),
            _incident(soort=IncidentSoort.DISCRIMINATIE, grond=Ondergrond.HOMO),
            _incident(soort=IncidentSoort.GEWELD),
        ]
    )
    assert {s: n for s, n in _getallen(jaar.per_soort()).items() if n} == {
        "Fysiek geweld": 1,
        "Wapenbezit": 1,
        "Discriminatie": 3,
    }
    assert [(t.naam, _getallen(t)) for t in jaar.onderverdelingen()] == [
        ("Wapenbezit", {"Steekwapen": 1}),
        ("Discriminatie", {"Ras of afkomst": 2, "Homodiscriminatie": 1}),
    ]


def test_a_kind_that_is_kept_back_is_not_told_by_its_subdivisions() -> None:
    incidenten = [_incident(n) for n in range(20)]
    incidenten += [_incident(soort=IncidentSoort.WAPEN, wapen=Wapen.STEEK) for _ in range(3)]
    jaar = _jaar(incidenten, afgeschermd=True)
    assert _getallen(jaar.per_soort())["Wapenbezit"] is None
    assert jaar.onderverdelingen() == ()


@pytest.mark.parametrize(
    ("tijd", "deel"),
    [
        (time(7, 59), 0),
        (time(8, 30), 1),
        (time(11, 59), 2),
        (time(12, 0), 3),
        (time(15, 29), 4),
        (time(15, 30), 5),
        (time(23, 59, 59), 5),
    ],
)
def test_a_time_falls_in_one_part_of_the_day(tijd: time, deel: int) -> None:
    tabel = _jaar([_incident(tijd=tijd)]).per_dagdeel()
    assert [t.label for t in tabel.tellingen if t.aantal] == [DAGDELEN[deel][0]]


def test_what_was_not_filled_in_is_counted_as_that() -> None:
    jaar = _jaar([_incident(groep=" ", tijd=None, plaats=None), _incident(groep="10b"), _incident(groep="3")])
    assert [t.label for t in jaar.per_groep().tellingen] == ["3", "10b", "Niet ingevuld"]
    assert _getallen(jaar.per_dagdeel())["Niet ingevuld"] == 3
    assert _getallen(jaar.per_plaats()) == {"Schoolplein": 2, "Niet ingevuld": 1}


def test_an_incident_between_two_groups_counts_for_both() -> None:
    jaar = _jaar([_incident(groep="Groep 5A en 6b"), _incident(groep="5a, 5a"), _incident(groep="1/2c; peuters")])
    assert _getallen(jaar.per_groep()) == {"1/2c": 1, "5a": 2, "6b": 1, "peuters": 1}


def test_one_incident_can_cross_several_criteria() -> None:
    beide = (Criterium.TOESTEMMING, Criterium.CONTEXT)
    jaar = _jaar([_incident(grensoverschrijdend=True, criteria=beide)] * 2)
    assert _getallen(jaar.per_criterium())["Toestemming"] == _getallen(jaar.per_criterium())["Context"] == 2


@given(st.lists(st.integers(0, 30), min_size=1, max_size=12))
def test_no_small_number_can_be_found_by_subtracting(getallen: list[int]) -> None:
    paren = [(f"deel {n}", aantal) for n, aantal in enumerate(getallen)]
    uit = tel_af(paren, paren, afschermen=True)
    assert not any(t.aantal is not None and 0 < t.aantal < KLEIN for t in uit)
    weg = [aantal for (_, aantal), t in zip(paren, uit, strict=True) if t.aantal is None]
    # who knows the total knows what is hidden together: that is no small number, and never one number alone
    assert not weg or sum(weg) >= KLEIN or len(weg) == len(paren)
    assert len(weg) != 1 or len(paren) == 1


def test_a_sentence_says_how_many_and_what_most_were() -> None:
    zin = kort(_jaar([_incident(n) for n in range(6)] + [_incident(soort=IncidentSoort.GEWELD)]))
    assert zin == "7 incidenten geregistreerd. Het meest: grove pesterij (6)."
    assert kort(_jaar([_incident()])) == "1 incident geregistreerd."
