"""Dates and times as people type them."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.views.forms.lezen import lees_datum, lees_tijd, toon_datum, toon_tijd

VRIJDAG = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("19-11", date(2026, 11, 19)),
        ("19 nov", date(2026, 11, 19)),
        ("19 november 2026", date(2026, 11, 19)),
        ("do 20 november 2026", date(2026, 11, 20)),
        ("19nov", date(2026, 11, 19)),
        ("19/11/26", date(2026, 11, 19)),
        ("19.11.2026", date(2026, 11, 19)),
        ("19112026", date(2026, 11, 19)),
        ("2026-11-19", date(2026, 11, 19)),
        ("3 mrt", date(2027, 3, 3)),
        ("3 maart '13", date(2013, 3, 3)),
        ("1-2-2015", date(2015, 2, 1)),
        ("1-2-45", date(1945, 2, 1)),
        ("29 feb", None),
        ("Gisteren", date(2026, 11, 19)),
        ("overmorgen", date(2026, 11, 22)),
        ("ma", date(2026, 11, 23)),
        ("wo", date(2026, 11, 18)),
        ("vrijdag", VRIJDAG),
        ("vorige ma", date(2026, 11, 16)),
        ("vorige vrijdag", date(2026, 11, 13)),
        ("volgende vr", date(2026, 11, 27)),
        ("over 2 weken", date(2026, 12, 4)),
        ("over een week", date(2026, 11, 27)),
        ("een week geleden", date(2026, 11, 13)),
        ("3 dagen geleden", date(2026, 11, 17)),
        ("3 dagen", None),
        ("31-2-2026", None),
        ("31-13", None),
        ("11", None),
        ("morgen misschien", None),
        ("19-11-202", None),
        ("²-¹", None),
        ("", None),
        ("over 999 weken", VRIJDAG + timedelta(weeks=999)),
    ],
)
def test_date_as_typed(getypt: str, bedoeld: date | None) -> None:
    assert lees_datum(getypt, VRIJDAG) == bedoeld


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("8:40", time(8, 40)),
        ("840", time(8, 40)),
        ("1430", time(14, 30)),
        ("14u30", time(14, 30)),
        ("14.30 uur", time(14, 30)),
        ("9", time(9)),
        ("9u", time(9)),
        ("14:30:00", time(14, 30)),
        ("24:00", None),
        ("8:4", None),
        ("12:60", None),
        ("half drie", None),
        ("", None),
    ],
)
def test_time_as_typed(getypt: str, bedoeld: time | None) -> None:
    assert lees_tijd(getypt) == bedoeld


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.booleans())
def test_a_date_as_shown_reads_back(dag: date, kort: bool) -> None:
    assert lees_datum(toon_datum(dag, kort=kort), VRIJDAG) == dag


@given(st.times().map(lambda t: t.replace(second=0, microsecond=0)))
def test_a_time_as_shown_reads_back(moment: time) -> None:
    assert lees_tijd(toon_tijd(moment)) == moment


@given(st.text(max_size=30))
def test_no_text_breaks_the_readers(tekst: str) -> None:
    assert lees_datum(tekst, VRIJDAG) is None or isinstance(lees_datum(tekst, VRIJDAG), date)
    assert lees_tijd(tekst) is None or isinstance(lees_tijd(tekst), time)
