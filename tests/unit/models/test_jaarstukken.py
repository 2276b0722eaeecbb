"""What a school year leaves behind, incidents, complaints and requests: what is due and what may not be established."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from desktop.models.check import check
from desktop.models.core import Record
from desktop.models.correctie import Correctieverzoek
from desktop.models.incident import Incident
from desktop.models.klacht import Klacht
from desktop.models.schooljaarstukken import Monitoring, Scholing, VogCheck, Wetswijziging

VANDAAG = date(2026, 11, 25)
WIE = {"persoon": str(UUID(int=7)), "naam": "Sam Bakker", "hoedanigheid": "", "gezag": ""}
BETROKKEN = {"rij": str(UUID(int=3)), "wie": WIE, "rol": "slachtoffer"}
INCIDENT = {
    "ingrijpend": True,
    "soort": "geweld",
    "wat": "Er is geslagen.",
    "datum": "2026-11-20",
    "plaats": "plein",
    "betrokkenen": [BETROKKEN],
    "maatregel": "Uit elkaar gehaald.",
}
VERZOEK = {
    "leerling": WIE,
    "soort": "correctie",
    "van": WIE,
    "ontvangen_op": "2026-11-02",
    "over": "Verslag van 12 oktober",
    "wens": "De zin over thuis klopt niet.",
    "besluit": "toegewezen",
    "besloten_door": "directeur",
    "antwoord_op": "2026-11-10",
}
KLACHT = {
    "datum": "2026-11-20",
    "klager": "ouder",
    "klacht": "Er wordt niet geluisterd.",
    "gezet": "Gesprek met de leerkracht.",
    "nog": "Gesprek met de directeur.",
    "oplossing": "Een ander moment voor het gesprek.",
    "tevreden": True,
}


def _fout(kind: type[Record], basis: dict[str, Any], **anders: Any) -> set[str]:
    _, problems = check(kind, {**basis, **anders}, "vaststellen", VANDAAG)
    return {str(p.loc[0]) for p in problems}


def _goed(kind: type[Record], basis: dict[str, Any], **anders: Any) -> Record:
    value, problems = check(kind, {**basis, **anders}, "vaststellen", VANDAAG)
    assert value is not None, problems
    return value


def _werk(value: Record, state: Any = "concept") -> list[tuple[str, date]]:
    return [(due.kind, due.due_on) for due in value.dues(state, ())]


@pytest.mark.parametrize(
    ("soort", "vraag"),
    [("wapen", "wapen"), ("seksueel", "seksueel"), ("discriminatie", "grond"), ("vernieling", "schade")],
)
def test_kinds_with_a_subdivision_ask_for_it(soort, vraag):
    assert _fout(Incident, INCIDENT, soort=soort, grensoverschrijdend=False) == {vraag}


def test_an_incident_without_kind_is_not_registered():
    assert _fout(Incident, INCIDENT, soort=None) == {"soort"}


def test_below_the_threshold_it_says_why_it_is_registered_all_the_same():
    assert _fout(Incident, INCIDENT, ingrijpend=False) == {"toch"}


def test_crossed_criteria_are_named_for_any_such_behaviour():
    assert _fout(Incident, INCIDENT, grensoverschrijdend=True) == {"criteria"}
    assert _fout(Incident, INCIDENT, grensoverschrijdend=True, criteria=["context"]) == set()


def test_of_sexual_behaviour_the_six_criteria_are_not_passed_by():
    seksueel = {"soort": "seksueel", "seksueel": "intimidatie"}
    assert _fout(Incident, INCIDENT, **seksueel) == {"grensoverschrijdend"}
    assert _fout(Incident, INCIDENT, **seksueel, grensoverschrijdend=False) == set()
    assert _fout(Incident, INCIDENT, **seksueel, grensoverschrijdend=True) == {"criteria"}


def test_an_incident_waits_for_the_director_and_then_for_its_evaluation():
    value = _goed(Incident, INCIDENT, evaluatie_op="2026-12-01")
    assert _werk(value) == [("incident", date(2026, 11, 25))]  # five days after it
    assert _werk(value, "vastgesteld") == [("evaluatie", date(2026, 12, 1))]
    assert _werk(_goed(Incident, INCIDENT, evaluatie_op="2026-12-01", evaluatie="Het is rustig."), "vastgesteld") == []


def test_a_pupil_in_two_roles_stands_in_the_incident_once_per_role():
    value = _goed(Incident, INCIDENT, betrokkenen=[BETROKKEN, {**BETROKKEN, "rij": str(UUID(int=4))}])
    assert value.links() == ((UUID(int=7), "incident_slachtoffer"),)


def test_a_vog_for_a_camp_is_at_most_half_a_year_old():
    basis = {"wie": WIE, "waarvoor": "Kamp groep 8", "nodig_op": "2026-11-20", "gezien_op": "2026-11-18"}
    assert _fout(VogCheck, basis, afgegeven_op="2026-05-21") == set()
    assert _fout(VogCheck, basis, afgegeven_op="2026-05-20") == {"afgegeven_op"}
    assert _werk(_goed(VogCheck, {**basis, "gezien_op": None})) == [("vog", date(2026, 11, 20))]
    assert _werk(_goed(VogCheck, basis)) == []


def test_a_training_is_due_until_it_was_done_and_when_its_certificate_ends():
    basis = {"training": "meldcode"}
    assert _werk(_goed(Scholing, basis, gepland_op="2027-01-12")) == [("scholing", date(2027, 1, 12))]
    gedaan = _goed(Scholing, basis, datum="2026-10-01", gepland_op="2026-10-01", geldig_tot="2028-10-01")
    assert _werk(gedaan) == [("certificaat", date(2028, 10, 1))]


def test_a_decision_of_monitoring_is_also_that_nothing_changes():
    basis = {"lijst": "veiligheid", "van": "2026-11-02", "uitkomst": "Rustig.", "analyse": "Zoals vorig jaar."}
    assert _fout(Monitoring, basis) == {"beleid_anders"}
    assert _fout(Monitoring, basis, beleid_anders=False) == set()
    assert _fout(Monitoring, basis, beleid_anders=True) == {"beleid"}


def test_a_change_in_the_law_asks_to_review_the_plan():
    basis = {"wat": "Nieuwe kerndoelen", "nakijken_voor": "2027-02-01"}
    assert _werk(_goed(Wetswijziging, basis)) == [("plan_nakijken", date(2027, 2, 1))]
    assert _werk(_goed(Wetswijziging, basis, nagekeken_op="2026-11-20")) == []


def test_a_request_is_answered_within_four_weeks_and_refused_with_a_reason():
    assert _werk(_goed(Correctieverzoek, VERZOEK)) == [("correctie", date(2026, 11, 30))]
    assert _werk(_goed(Correctieverzoek, VERZOEK), "vastgesteld") == []
    assert _fout(Correctieverzoek, VERZOEK, besluit="afgewezen") == {"reden"}
    assert _fout(Correctieverzoek, VERZOEK, antwoord_op="2026-11-01") == {"antwoord_op"}


def test_a_complaint_about_the_management_goes_to_the_board():
    assert _fout(Klacht, KLACHT) == set()
    assert _fout(Klacht, KLACHT, over_directie=True) == {"doorverwezen"}
    assert _fout(Klacht, KLACHT, zedendelict=True, doorverwezen="extern") == {"doorverwezen"}
    assert _fout(Klacht, KLACHT, over_directie=True, doorverwezen="bestuur") == set()


def test_a_pupil_who_complains_knows_that_parents_were_called():
    leerling = {**KLACHT, "klager": "leerling", "oplossing": ""}
    assert _fout(Klacht, leerling, ouders_op="2026-11-21") == {"leerling_weet"}
    assert _fout(Klacht, leerling, ouders_op="2026-11-21", leerling_weet=True) == set()
    assert _goed(Klacht, leerling).titel() == "Klacht van een leerling"
