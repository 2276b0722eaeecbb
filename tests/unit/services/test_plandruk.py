"""What is printed of the plan: every job is a whole PDF, with the school's own part once that is known."""

from __future__ import annotations

from datetime import UTC, datetime

import pikepdf
import pytest

from desktop.models.plan import RUBRIEKEN
from desktop.models.schoolplan import EigenPlan
from desktop.models.sociale_kaart import GROEPEN
from desktop.services.plan import Plan
from desktop.services.plandruk import Druk, Plandruk
from tests.unit.documents.lezen import tekst


class _Klok:
    def now(self) -> datetime:
        return datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@pytest.fixture
def plan() -> Plan:
    return Plan(_Klok())


@pytest.fixture
def druk(plan: Plan) -> Plandruk:
    return Plandruk(plan, _Klok())


def _paginas(pdf: bytes) -> int:
    from io import BytesIO

    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)


@pytest.mark.parametrize(
    ("wat", "sleutel", "titel", "bestand"),
    [
        ("pagina", "ib-overleg", "Overleg met interne en externe professionals", "plan-ib-overleg.pdf"),
        ("rubriek", "extern", "Externe professional", "plan-extern.pdf"),
        ("poster", "", "Poster van de infographic", "poster.pdf"),
        ("kaart", "", "Sociale kaart", "sociale-kaart.pdf"),
    ],
)
def test_each_job_is_a_pdf(druk: Plandruk, wat: Druk, sleutel: str, titel: str, bestand: str) -> None:
    opdracht = druk.opdracht(wat, sleutel)
    assert (opdracht.titel, opdracht.bestandsnaam) == (titel, bestand)
    gemaakt = opdracht.maak()
    assert gemaakt.ontbrekend == ()
    assert _paginas(gemaakt.pdf) == gemaakt.paginas >= 1


def test_the_whole_plan_has_every_page_and_term(plan: Plan, druk: Plandruk) -> None:
    gemaakt = druk.opdracht("plan").maak()
    gelezen = " ".join(tekst(gemaakt.pdf).split())
    assert gemaakt.paginas > len(RUBRIEKEN)
    for pagina in plan.paginas():
        assert pagina.titel in gelezen, pagina.sleutel


def test_a_role_brings_the_terms_it_speaks_of(plan: Plan, druk: Plandruk) -> None:
    gelezen = " ".join(tekst(druk.opdracht("rubriek", "ib").maak().pdf).split())
    assert "Begrippen" in gelezen
    assert plan.pagina("eergerelateerd-geweld").tekst.split(". ")[0] in gelezen
    assert plan.pagina("scholing").titel not in gelezen


def test_a_number_stands_on_paper(plan: Plan, druk: Plandruk) -> None:
    """A link to an organisation cannot be followed there."""
    nummer = plan.organisatie("cjg")
    assert nummer is not None and nummer.telefoon
    assert nummer.telefoon in tekst(druk.opdracht("pagina", "ib-overleg").maak().pdf)


def test_the_schools_own_part_is_that_of_the_moment_one_asked(plan: Plan, druk: Plandruk) -> None:
    plan.zet_eigen(
        EigenPlan(
            waarden={"school": "OBS De Proef", "regio": "Wilgenland", "directeur": "Jo Bos, kamer 2"},
            teksten={"ib-overleg": "Wij zitten op dinsdag bij elkaar."},
        )
    )
    pagina, poster = druk.opdracht("pagina", "ib-overleg"), druk.opdracht("poster")
    plan.zet_eigen(None)  # locked before it was rendered
    gelezen = tekst(pagina.maak().pdf)
    assert "OBS De Proef" in gelezen and "Wilgenland" in gelezen and "Wij zitten op dinsdag" in gelezen
    assert "Jo Bos, kamer 2" in tekst(poster.maak().pdf)
    daarna = tekst(druk.opdracht("pagina", "ib-overleg").maak().pdf)
    assert "De Proef" not in daarna and "dinsdag" not in daarna


def test_the_poster_names_a_number_once(plan: Plan, druk: Plandruk) -> None:
    bij_gevaar = [o.telefoon for o in plan.organisaties() if o.groep == GROEPEN[0] and o.telefoon]
    assert len(bij_gevaar) > len(set(bij_gevaar))
    assert tekst(druk.opdracht("poster").maak().pdf).count("0800-2000") == 1


def test_what_is_not_there_is_a_mistake_of_the_caller(druk: Plandruk) -> None:
    with pytest.raises(KeyError):
        druk.opdracht("pagina", "bestaat-niet")
    with pytest.raises(KeyError):
        druk.opdracht("rubriek", "bestaat-niet")
