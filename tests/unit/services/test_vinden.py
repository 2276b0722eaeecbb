"""One box over the plan, the sociale kaart, the manual and the actions; with the school's own part, and without."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.models.handleiding import Handleidingpagina
from desktop.models.plan import Planpagina
from desktop.models.rolinhoud import RolInhoud
from desktop.models.schoolplan import EigenPlan
from desktop.models.sociale_kaart import GROEPEN, Organisatie
from desktop.models.vinden import Handeling, Vondsten, Vondstgroep, bedoeld
from desktop.policy.plan import Inhoud
from desktop.services.hulp import Hulp
from desktop.services.plan import Plan
from desktop.services.systeem import SysteemKlok
from desktop.services.vinden import PER_GROEP, Vinden


def _pagina(
    sleutel: str, titel: str, tekst: str, rubriek: str = "ib", soort: str = "pagina", orde: int = 1
) -> Planpagina:
    assert soort in ("pagina", "begrip")
    return Planpagina(
        sleutel,
        titel,
        titel,
        soort,
        rubriek,
        (),
        orde,
        (),
        (),
        "",
        "",
        1,
        date(2026, 1, 1),
        tekst,  # type: ignore[arg-type]
    )


PAGINAS = (
    _pagina("gesprek", "Gesprek met ouders", "## Vooraf\n\nNodig uit via {ouderportaal}.\n"),
    _pagina("rouw", "Rouw", "Bij een overlijden.\n", "protocol"),
    _pagina("disclosure", "Disclosure", "Een kind vertelt zelf over geweld.\n", "algemeen", "begrip"),
)
LOKET = Organisatie("loket", "Het Loket", "Vragen over opvoeden", GROEPEN[1], telefoon="0800-1234")
HANDLEIDING = (Handleidingpagina("zoeken", "Zoeken", "Begin", 1, (), "Typ een woord."),)
ROL = RolInhoud("ib", "Intern begeleider", "rol", "user", "Je begeleidt.", ("Volg het kind.",), "Taken")
HANDELINGEN = (Handeling("reservekopie", "Reservekopie maken", "backup kopie"),)
EIGEN = EigenPlan(
    {"ouderportaal": "Parro"},
    {"rouw": "Bel eerst Oktay van de stilteruimte."},
    {"eigen": Organisatie("eigen", "Buurtkamer", "Koffie", GROEPEN[1], eigen=True)},
)


@pytest.fixture
def plan() -> Plan:
    return Plan(SysteemKlok(), lambda: Inhoud(PAGINAS, {"loket": LOKET}))


@pytest.fixture
def vinden(plan: Plan) -> Vinden:
    return Vinden(plan, Hulp(lambda: HANDLEIDING), HANDELINGEN, rollen={"ib": ROL})


def _plekken(vondsten: Vondsten) -> list[tuple[str, str]]:
    return [(een.bron, een.sleutel) for groep in vondsten.groepen.values() for een in groep]


@pytest.mark.parametrize(
    ("woorden", "groep", "bron", "sleutel"),
    [
        ("gesprekken ", Vondstgroep.PLAN, "plan", "gesprek"),
        ("begeleider", Vondstgroep.PLAN, "rol", "ib"),
        ("overlijden", Vondstgroep.PROTOCOLLEN, "plan", "rouw"),
        ("disclosrue", Vondstgroep.BEGRIPPEN, "plan", "disclosure"),
        ("opvoeden", Vondstgroep.KAART, "kaart", "loket"),
        ("08001234", Vondstgroep.KAART, "kaart", "loket"),
        ("typ", Vondstgroep.HANDLEIDING, "handleiding", "zoeken"),
        ("backup", Vondstgroep.DOEN, "doen", "reservekopie"),
    ],
)
def test_everything_is_found_in_its_group(
    vinden: Vinden, woorden: str, groep: Vondstgroep, bron: str, sleutel: str
) -> None:
    vondsten = vinden.zoek(woorden)
    assert list(vondsten.groepen) == [groep]
    assert _plekken(vondsten) == [(bron, sleutel)]
    assert vondsten.aantal == {groep: 1}


def test_groups_come_in_one_order_and_short_lists_are_counted_whole(plan: Plan) -> None:
    paginas = [_pagina(f"p{n}", f"Kind {n}", "Het kind.", orde=n) for n in range(9)]
    plan.zet_inhoud(lambda: Inhoud((*paginas, *PAGINAS), {"loket": LOKET}))
    vinden = Vinden(plan, Hulp(lambda: HANDLEIDING), (Handeling("kind", "Kind zoeken"),), rollen={"ib": ROL})
    vondsten = vinden.zoek("kind")
    assert list(vondsten.groepen) == [Vondstgroep.DOEN, Vondstgroep.PLAN, Vondstgroep.BEGRIPPEN]
    assert len(vondsten.groepen[Vondstgroep.PLAN]) == PER_GROEP[Vondstgroep.PLAN]
    assert vondsten.aantal[Vondstgroep.PLAN] == 10
    assert len(vinden.zoek("kind", per_groep=None).groepen[Vondstgroep.PLAN]) == 10


def test_what_was_meant_is_said_only_where_it_found_something(vinden: Vinden) -> None:
    assert bedoeld(vinden.zoek("gespek").hersteld) == "Bedoelde je ‘gesprek’?"
    assert bedoeld(vinden.zoek("gespek met xyzzy").hersteld) == ""
    assert bedoeld(vinden.zoek("gesprek").hersteld) == ""


def test_the_schools_own_part_is_found_once_built_and_gone_at_once(plan: Plan, vinden: Vinden) -> None:
    vinden.bouw()
    plan.zet_eigen(EIGEN)
    assert not vinden.klaar
    assert _plekken(vinden.zoek("stilteruimte")) == []
    vinden.bouw()
    assert vinden.klaar
    assert _plekken(vinden.zoek("stilteruimte")) == [("plan", "rouw")]
    assert _plekken(vinden.zoek("buurtkamer")) == [("kaart", "eigen")]
    (vondst,) = vinden.zoek("parro").groepen[Vondstgroep.PLAN]
    assert "\x02Parro\x03" in vondst.fragment
    plan.zet_eigen(None)
    assert vinden.klaar
    for woord in ("stilteruimte", "buurtkamer", "parro"):
        assert _plekken(vinden.zoek(woord)) == []
    plan.zet_eigen(EIGEN)
    vinden.bouw()
    plan.zet_eigen(EigenPlan(teksten={"gesprek": "Een heel ander verhaal."}))
    assert _plekken(vinden.zoek("stilteruimte")) == []
    vinden.bouw()
    assert _plekken(vinden.zoek("verhaal")) == [("plan", "gesprek")]


def test_nothing_of_the_school_stays_in_memory_after_a_rebuild_without_it(plan: Plan, vinden: Vinden) -> None:
    plan.zet_eigen(EIGEN)
    vinden.bouw()
    plan.zet_eigen(None)
    vinden.bouw()
    assert vinden._met is None


def test_another_content_set_is_what_is_found(plan: Plan, vinden: Vinden) -> None:
    assert _plekken(vinden.zoek("overlijden"))
    plan.zet_inhoud(lambda: Inhoud((_pagina("nieuw", "Nieuw", "Iets anders."),), {}))
    assert not vinden.klaar
    assert _plekken(vinden.zoek("overlijden")) == []
    assert _plekken(vinden.zoek("anders")) == [("plan", "nieuw")]


def test_a_megabyte_of_own_text_is_bounded(plan: Plan, vinden: Vinden) -> None:
    plan.zet_eigen(EigenPlan(teksten={"rouw": "eigenwoord " + "tekst " * 180_000 + "achteraan"}))
    vinden.bouw()
    assert _plekken(vinden.zoek("eigenwoord")) == [("plan", "rouw")]
    assert _plekken(vinden.zoek("achteraan")) == []


def test_spans_of_a_page(vinden: Vinden) -> None:
    tekst = "Gesprekken met ouders, en een gesprek."
    assert [tekst[a : a + b] for a, b in vinden.spans(tekst, "gespek")] == ["Gesprekken", "gesprek"]


def test_the_shipped_plan_finds_its_own_subjects() -> None:
    vinden = Vinden(Plan(SysteemKlok()), Hulp())
    for woorden, groep, sleutel in (
        ("kindcheck", Vondstgroep.BEGRIPPEN, "kindcheck"),
        ("eergerelateerd geweld", Vondstgroep.BEGRIPPEN, "eergerelateerd-geweld"),
        ("vermissing", Vondstgroep.PROTOCOLLEN, "protocol-vermissing"),
        ("klachten van ouders", Vondstgroep.PLAN, "klacht-ouder"),
    ):
        assert vinden.zoek(woorden).groepen[groep][0].sleutel == sleutel, woorden
    assert ("kaart", "veilig-thuis") in _plekken(vinden.zoek("veilig thuis"))


def test_an_action_that_is_not_there_now_is_not_found(plan: Plan) -> None:
    weg: set[str] = set()
    hulp = Hulp(lambda: HANDLEIDING)
    vinden = Vinden(plan, hulp, HANDELINGEN, kan=lambda sleutel: sleutel not in weg, rollen={})
    assert _plekken(vinden.zoek("backup")) == [("doen", "reservekopie")]
    weg.add("reservekopie")
    assert vinden.zoek("backup").aantal == {}
