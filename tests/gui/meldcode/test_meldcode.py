"""The meldcode page: where each region leads, what is said of it, and the facts of the plan in the drawing."""

from __future__ import annotations

import itertools
from collections import deque

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop.services.plan import Plan
from desktop.views.home.strook import STAPPAGINA, STAPPEN
from desktop.views.meldcode import MeldcodePagina
from desktop.views.meldcode.gebieden import GEBIEDEN, PER_SLEUTEL
from desktop.views.meldcode.meetkunde import teken
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from tests.gui.conftest import Klok

SLEUTELS = [gebied.sleutel for gebied in GEBIEDEN]
BEGRIPPEN = [gebied.sleutel for gebied in GEBIEDEN if gebied.soort == "begrip"]
PIJLTOETSEN = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return Plan(Klok())


@pytest.fixture
def navigator() -> Navigator:
    return Navigator()


@pytest.fixture
def pagina(qtbot: QtBot, thema: Thema, navigator: Navigator, plan: Plan) -> MeldcodePagina:
    een = MeldcodePagina(thema, navigator, plan)
    qtbot.addWidget(een)
    een.resize(1192, 650)
    with qtbot.waitExposed(een):
        een.show()
    een.activateWindow()
    qtbot.waitUntil(een.isActiveWindow)
    return een


def met_focus(pagina: MeldcodePagina) -> str:
    return next((s for s, regio in pagina.tekening.regios.items() if regio.hasFocus()), "")


# -- every region


def test_what_the_plan_draws_is_there() -> None:
    soorten = [gebied.soort for gebied in GEBIEDEN]
    telling = {soort: soorten.count(soort) for soort in set(soorten)}
    assert telling == {"persoon": 4, "contact": 1, "cirkel": 10, "afweging": 5, "begrip": 4, "melding": 1}
    assert len(set(SLEUTELS)) == len(SLEUTELS)


@pytest.mark.parametrize("sleutel", [*SLEUTELS, *STAPPAGINA, "meldcode"])
def test_every_region_leads_to_a_page_that_exists(plan: Plan, sleutel: str) -> None:
    assert plan.bestaat(sleutel)


def test_every_page_of_the_plan_that_the_drawing_stands_for_is_reached(plan: Plan) -> None:
    tekening = {p.sleutel for p in plan.paginas() if p.sleutel.startswith(("meldcode-", "afweging-"))}
    assert tekening <= set(SLEUTELS)


def test_terms_are_terms_and_the_rest_are_pages(plan: Plan) -> None:
    for gebied in GEBIEDEN:
        assert (plan.pagina(gebied.sleutel).soort == "begrip") == (gebied.soort == "begrip")


def test_each_step_of_the_law_has_its_page() -> None:
    assert len(STAPPAGINA) == len(STAPPEN)
    assert [PER_SLEUTEL[sleutel].stap for sleutel in STAPPAGINA] == [1, 2, 3, 4, 5]


def test_every_region_is_a_button_with_its_place_in_its_name(pagina: MeldcodePagina) -> None:
    namen = [regio.accessibleName() for regio in pagina.tekening.regios.values()]
    assert len(set(namen)) == len(namen)
    assert all(isinstance(regio, QAbstractButton) for regio in pagina.tekening.regios.values())
    naam = pagina.tekening.regios
    assert naam["afweging-veiligheid"].accessibleName() == "Stap 4, afweging 2 van 5, Veiligheid"
    assert naam["afweging-hulp"].accessibleName() == "Stap 5, afweging 3 van 5, Hulp"
    assert naam["meldcode-ib-gesprek-ouders"].accessibleName() == (
        "Stap 3, intern begeleider, Gesprek met ouders/verzorgers"
    )
    assert naam["meldcode-aandachtsfunctionaris"].accessibleName() == "Persoon 2 van 4, Aandachtsfunctionaris"
    assert naam["disclosure"].accessibleName() == "Eerst en steeds, Disclosure"
    assert not any("\u00ad" in n or "\u00a0" in n for n in namen)


@pytest.mark.parametrize("toets", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_lead_to_the_page(qtbot: QtBot, pagina: MeldcodePagina, navigator: Navigator, toets: Qt.Key) -> None:
    for sleutel, regio in pagina.tekening.regios.items():
        if sleutel in BEGRIPPEN:
            continue
        regio.setFocus()
        qtbot.keyClick(regio, toets)
        assert navigator.huidige == Plek("plan", extra=sleutel)


def test_the_mouse_leads_to_the_page(qtbot: QtBot, pagina: MeldcodePagina, navigator: Navigator) -> None:
    regio = pagina.tekening.regios["afweging-hulp"]
    qtbot.mouseClick(regio, Qt.MouseButton.LeftButton, pos=regio.rect().center())
    assert navigator.huidige == Plek("plan", extra="afweging-hulp")
    qtbot.mouseClick(pagina.in_woorden, Qt.MouseButton.LeftButton)
    assert navigator.huidige == Plek("plan", extra="meldcode")


@pytest.mark.parametrize("sleutel", ["meldcode-ib", "disclosure", "afweging-hulp"])
def test_the_room_around_a_shape_takes_no_click(qtbot: QtBot, pagina: MeldcodePagina, sleutel: str) -> None:
    regio = pagina.tekening.regios[sleutel]
    assert not regio.mask().contains(QPoint(2, 2))
    with qtbot.assertNotEmitted(regio.clicked):
        qtbot.mouseClick(regio, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


# -- by keyboard


def test_tab_goes_along_the_meldcode(qtbot: QtBot, pagina: MeldcodePagina) -> None:
    pagina.tekening.regios[SLEUTELS[0]].setFocus()
    gezien = []
    for _ in SLEUTELS:
        gezien.append(met_focus(pagina))
        focus = pagina.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert gezien == SLEUTELS


@pytest.mark.parametrize("breed", [1192, 552])
def test_arrows_reach_every_region_and_go_where_they_point(qtbot: QtBot, pagina: MeldcodePagina, breed: int) -> None:
    pagina.resize(breed, 650)
    vormen, regios = pagina.tekening.tekening.vormen, pagina.tekening.regios
    bereikt, rij = {SLEUTELS[0]}, deque([SLEUTELS[0]])
    while rij:
        van = rij.popleft()
        for toets in PIJLTOETSEN:
            regios[van].setFocus()
            qtbot.keyClick(regios[van], toets)
            naar = met_focus(pagina)
            hier, daar = vormen[van], vormen[naar]
            ver = {
                Qt.Key.Key_Left: hier.mx - daar.mx,
                Qt.Key.Key_Right: daar.mx - hier.mx,
                Qt.Key.Key_Up: hier.my - daar.my,
                Qt.Key.Key_Down: daar.my - hier.my,
            }[toets]
            assert ver > 0 or naar == van
            if naar not in bereikt:
                bereikt.add(naar)
                rij.append(naar)
    assert bereikt == set(SLEUTELS)


def test_arrows_go_down_the_questions(qtbot: QtBot, pagina: MeldcodePagina) -> None:
    weg = ["meldcode-wegen-zorg", *(s for s in SLEUTELS if s.startswith("afweging-"))]
    pagina.tekening.regios[weg[0]].setFocus()
    for sleutel in weg[1:]:
        qtbot.keyClick(pagina.tekening.regios[met_focus(pagina)], Qt.Key.Key_Down)
        assert met_focus(pagina) == sleutel


def test_what_an_arrow_goes_to_comes_into_view(qtbot: QtBot, pagina: MeldcodePagina) -> None:
    pagina.resize(552, 400)
    regios = pagina.tekening.regios
    regios["afweging-acceptatie"].setFocus()
    qtbot.keyClick(regios["afweging-acceptatie"], Qt.Key.Key_Down)
    doel = regios["afweging-resultaat"]
    assert doel.hasFocus()
    boven = doel.mapTo(pagina, QPoint(0, 0)).y()
    assert boven >= 0
    assert boven + doel.height() <= pagina.height()


def test_one_comes_back_to_where_one_left(qtbot: QtBot, pagina: MeldcodePagina, navigator: Navigator) -> None:
    navigator.gevraagd.connect(
        lambda plek: pagina.toon(plek) if plek.page == "meldcode" else pagina.in_woorden.setFocus()
    )
    navigator.zet_bewaker(pagina.mag_weg)
    navigator.ga(Plek("meldcode"))
    regio = pagina.tekening.regios["meldcode-dossier"]
    regio.setFocus()
    qtbot.keyClick(regio, Qt.Key.Key_Return)
    assert met_focus(pagina) == ""
    navigator.terug()
    assert met_focus(pagina) == "meldcode-dossier"


def test_the_whole_drawing_is_in_view_on_the_smallest_screen(qtbot: QtBot, pagina: MeldcodePagina) -> None:
    pagina.resize(1192, 619)  # what 1280x720 leaves below the bar on top and the line of the demo
    QApplication.processEvents()
    assert pagina._blad.verticalScrollBar().maximum() == 0


def test_a_place_can_name_its_region(pagina: MeldcodePagina) -> None:
    pagina.toon(Plek("meldcode", extra="afweging-resultaat"))
    assert met_focus(pagina) == "afweging-resultaat"
    pagina.toon(Plek("meldcode", extra="bestaat-niet"))
    assert met_focus(pagina) == "afweging-resultaat"


# -- terms


@pytest.mark.parametrize("sleutel", BEGRIPPEN)
def test_a_term_shows_over_the_drawing_and_gives_the_focus_back(
    qtbot: QtBot, pagina: MeldcodePagina, navigator: Navigator, sleutel: str
) -> None:
    regio = pagina.tekening.regios[sleutel]
    regio.setFocus()
    qtbot.keyClick(regio, Qt.Key.Key_Return)
    assert pagina.begrip.isVisible()
    assert pagina.begrip.pagina is not None
    assert pagina.begrip.pagina.sleutel == sleutel
    assert navigator.huidige is None
    qtbot.keyClick(pagina.begrip.kaart, Qt.Key.Key_Escape)
    assert not pagina.begrip.isVisible()
    assert met_focus(pagina) == sleutel


def test_links_in_a_term_lead_on(qtbot: QtBot, pagina: MeldcodePagina, navigator: Navigator) -> None:
    pagina.tekening.regios["disclosure"].click()
    pagina.begrip.gevolgd.emit("begrip:onveiligheid")
    assert pagina.begrip.pagina is not None
    assert pagina.begrip.pagina.sleutel == "onveiligheid"
    pagina.begrip.gevolgd.emit("kaart:veilig-thuis")
    assert navigator.huidige == Plek("sociale-kaart", extra="veilig-thuis")
    pagina.begrip.gevolgd.emit("plan:veilig-thuis")
    assert navigator.huidige == Plek("plan", extra="veilig-thuis")
    pagina.begrip.als_pagina.emit("disclosure")
    assert navigator.huidige == Plek("plan", extra="disclosure")


# -- cases


def test_open_cases_show_in_words_and_are_read_aloud(pagina: MeldcodePagina) -> None:
    regios = pagina.tekening.regios
    leeg = regios["afweging-hulp"].grab().toImage()
    pagina.zet({"afweging-hulp": 2, "meldcode-dossier": 1})
    assert regios["afweging-hulp"].accessibleName() == "Stap 5, afweging 3 van 5, Hulp, 2 gevallen open"
    assert regios["meldcode-dossier"].accessibleName() == "Stap 1, intern begeleider, Dossier meldcode, 1 geval open"
    assert regios["afweging-hulp"].grab().toImage() != leeg
    assert regios["afweging-vermoeden"].accessibleName() == "Stap 4, afweging 1 van 5, Vermoeden"
    pagina.zet({})
    assert regios["afweging-hulp"].accessibleName() == "Stap 5, afweging 3 van 5, Hulp"
    assert regios["afweging-hulp"].grab().toImage() == leeg


# -- the facts


def test_the_ways_out_are_those_of_the_plan(plan: Plan) -> None:
    """2: JA or doubt reports by norm 1; 3 NEE by norm 2; 4 NEE reports, the plan names no norm; 5 NEE by norm 3."""
    t = teken(1104, 590)
    normen = [tekst for tekst in t.teksten if tekst.soort == "norm"]
    bij = {
        norm.tekst: min(
            (s for s in SLEUTELS if s.startswith("afweging-")), key=lambda s: abs(t.vormen[s].my - norm.vak.my)
        )
        for norm in normen
    }
    assert bij == {
        "Meldnorm 1": "afweging-veiligheid",
        "Meldnorm 2": "afweging-hulp",
        "Direct melden": "afweging-acceptatie",
        "Meldnorm 3": "afweging-resultaat",
    }
    zuil = t.vormen["veilig-thuis-melding"]
    for norm in normen:
        vraag = t.vormen[bij[norm.tekst]]
        naar_zuil = [lijn for lijn in t.lijnen if lijn.punten[0] == (vraag.x + vraag.breed, vraag.my)]
        assert [lijn.punten[-1] for lijn in naar_zuil] == [(zuil.x - 1, vraag.my)]
        antwoord = "JA of twijfel" if bij[norm.tekst] == "afweging-veiligheid" else "NEE"
        boven = [x for x in t.teksten if x.soort == "antwoord" and x.vak.x > vraag.x + vraag.breed]
        assert [x.tekst for x in boven if 0 < vraag.my - x.vak.my < 20] == [antwoord]
    for sleutel in ("afweging-hulp", "afweging-resultaat"):
        woorden = next(n for n, s in bij.items() if s == sleutel).lower()
        assert woorden in plan.pagina(sleutel).tekst.lower()
        assert woorden in PER_SLEUTEL[sleutel].uitleg
    assert "meldnorm" not in plan.pagina("afweging-acceptatie").tekst.lower()


@pytest.mark.parametrize("breed", [1104, 516])
def test_the_questions_follow_each_other_by_the_right_answer(breed: int) -> None:
    t = teken(breed, 590)
    vragen = [s for s in SLEUTELS if s.startswith("afweging-")]
    door = []
    for eerste, tweede in itertools.pairwise(vragen):
        onder, boven = t.vormen[eerste].y + t.vormen[eerste].hoog, t.vormen[tweede].y
        tussen = [x for x in t.teksten if x.soort == "antwoord" and onder < x.vak.my < boven]
        door += [x.tekst for x in tussen if x.vak.x < t.vormen[eerste].mx and x.vak.x > t.vormen[eerste].x]
    assert door == ["JA", "NEE", "JA", "JA"]


def test_the_band_says_that_it_goes_before_all() -> None:
    for sleutel in ("onveiligheid", "disclosure", "eergerelateerd-geweld"):
        assert PER_SLEUTEL[sleutel].gesproken.startswith("Eerst en steeds")
        assert PER_SLEUTEL[sleutel].uitleg.startswith("Gaat voor elke stap")
    assert SLEUTELS[:3] == ["onveiligheid", "disclosure", "eergerelateerd-geweld"]


def test_no_case_shows_before_one_is_open(pagina: MeldcodePagina) -> None:
    assert not any("open" in regio.accessibleName() for regio in pagina.tekening.regios.values())


def test_the_page_says_where_it_is(pagina: MeldcodePagina) -> None:
    assert pagina.titel() == "Meldcode"
    assert pagina.handleiding == "meldcode"
    assert pagina.kruimels() == (("Home", Plek("home")),)
