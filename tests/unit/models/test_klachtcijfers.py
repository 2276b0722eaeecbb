"""Counting complaints: every table adds up to the total, and what goes out gives no small number away."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.klacht import Doorverwezen, Klacht, Klager
from desktop.models.klachtcijfers import Klachtjaar
from desktop.models.schooljaar import Periode
from desktop.models.telling import KLEIN

JAAR = Periode(date(2025, 8, 1), date(2026, 7, 31))
KLACHTEN = st.builds(
    Klacht,
    klager=st.none() | st.sampled_from(list(Klager)),
    doorverwezen=st.none() | st.sampled_from(list(Doorverwezen)),
    tevreden=st.none() | st.booleans(),
)


@settings(max_examples=60)
@given(st.lists(KLACHTEN, max_size=24))
def test_no_small_number_shows_or_can_be_subtracted(klachten: list[Klacht]) -> None:
    jaar = Klachtjaar(JAAR, tuple(klachten))
    buiten = jaar.met(afgeschermd=True)
    for open_, dicht in zip(jaar.tabellen(), buiten.tabellen(), strict=True):
        assert sum(t.aantal or 0 for t in open_.tellingen) == len(klachten)
        assert all(t.aantal is None or t.aantal == 0 or t.aantal >= KLEIN for t in dicht.tellingen)
        weg = [o.aantal or 0 for o, d in zip(open_.tellingen, dicht.tellingen, strict=True) if d.aantal is None]
        if len(klachten) >= KLEIN and weg:
            assert len(weg) > 1 and sum(weg) >= KLEIN


def test_an_empty_year_has_only_its_number() -> None:
    (tabel,) = Klachtjaar(JAAR, (), afgeschermd=True).tabellen()
    assert [t.woord for t in tabel.tellingen] == ["0"]
