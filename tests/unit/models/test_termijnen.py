"""The terms stand in one place, with who says so; a school sets those that differ by region."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from desktop.models.check import check
from desktop.models.core import Wie
from desktop.models.school import INSTELBAAR, Schoolprofiel
from desktop.models.termijnen import TERMIJNEN, is_aantal
from desktop.models.veiligthuis import CitContact, CitSoort
from desktop.models.velden import velden

VANDAAG = date(2026, 11, 25)


def test_each_field_shows_the_default_its_source_and_its_day() -> None:
    hulp = {spec.naam: spec.veld.hulp for spec in velden(Schoolprofiel)}
    for sleutel in INSTELBAAR:
        termijn = TERMIJNEN[sleutel]
        for deel in (str(termijn.aantal), termijn.bron, f"{termijn.gelezen:%d-%m-%Y}"):
            assert deel in hulp[f"termijn_{sleutel}"]


def test_the_schools_own_number_goes_before_the_default() -> None:
    assert Schoolprofiel(naam="S").termijn("vt_besluit") == 5
    assert Schoolprofiel(naam="S", termijn_vt_besluit=" 7 ").termijn("vt_besluit") == 7
    assert TERMIJNEN["cit"].duur(Schoolprofiel(naam="S", termijn_cit="6").termijn("cit")) == timedelta(weeks=6)


@pytest.mark.parametrize("eigen", ["vijf", "0", "-3", "5,5", "101", "٥", "5 dagen"])
def test_what_is_no_number_is_refused_at_its_field(eigen: str) -> None:
    assert not is_aantal(eigen)
    value, problemen = check(Schoolprofiel, {"naam": "S", "termijn_cit": eigen}, "bewaren", VANDAAG)
    assert value is None and [p.loc for p in problemen] == [("termijn_cit",)]


def test_a_team_that_acts_is_expected_to_be_ready_by_its_day() -> None:
    wie = Wie(persoon=UUID(int=1), naam="Noa Bakker")
    cit = CitContact(leerling=wie, soort=CitSoort.INZET, verwacht_op=VANDAAG)
    assert [(d.kind, d.due_on) for d in cit.dues("vastgesteld", ())] == [("cit", VANDAAG)]
    assert not cit.dues("concept", ())
    klaar = CitContact(leerling=wie, soort=CitSoort.INZET, verwacht_op=VANDAAG, klaar_op=VANDAAG)
    advies = CitContact(leerling=wie, soort=CitSoort.ADVIES, verwacht_op=VANDAAG)
    assert not klaar.dues("vastgesteld", ()) and not advies.dues("vastgesteld", ())
