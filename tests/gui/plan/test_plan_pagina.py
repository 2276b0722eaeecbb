"""The plan on screen: every page whole, links that go where they say, and coming back to one's place."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.schoolplan import EigenPlan
from desktop.services.plan import Plan
from desktop.views.navigatie import Navigator, Plek
from desktop.views.plan import PlanPagina
from desktop.views.plan.boom import SLEUTEL
from desktop.views.plan.tekst import eerste_zin, kort_af, leesbaar, waarover
from desktop.views.widgets import Alinea
from desktop.views.widgets.buitenlink import Buitenlink
from tests.gui.plan.plankit import FORMULIEREN, PAGINAS, Maak, tab_naar


@pytest.mark.parametrize("breed", [552, 1192, 1832])
def test_every_page_shows_whole(maak: Maak, navigator: Navigator, breed: int) -> None:
    pagina = maak(breed=breed)
    for sleutel, inhoud in PAGINAS.items():
        navigator.ga(Plek("plan", extra=sleutel))
        QApplication.processEvents()
        assert pagina.titel() == inhoud.titel
        gelezen = pagina.blad.tekst.platte_tekst()
        assert inhoud.titel in gelezen
        for teken in ("](", "**", "##", "{", "}", "\ufffc"):
            assert teken not in gelezen, (sleutel, teken)
        assert pagina.blad.tekst.height() >= pagina.blad.tekst.document().size().height()
        assert pagina.blad.tekst.lineWrapColumnOrWidth() <= 760 + 56
        assert pagina.boom.hier == sleutel and pagina.boom.currentIndex().data(SLEUTEL) == sleutel
        assert pagina.schuif.vlak.width() <= pagina.schuif.viewport().width()


def test_a_link_leads_where_it_says(maak: Maak, navigator: Navigator) -> None:
    pagina = maak("meldcode")
    tab_naar(pagina, "plan:meldcode-ib")
    QTest.keyClick(pagina.blad.tekst, Qt.Key.Key_Return)
    assert navigator.huidige == Plek("plan", extra="meldcode-ib")
    navigator.ga(Plek("plan", extra="ib-overleg"))
    tab_naar(pagina, "kaart:jeugdteam")
    QTest.keyClick(pagina.blad.tekst, Qt.Key.Key_Return)
    assert navigator.huidige == Plek("sociale-kaart", extra="jeugdteam")


def test_a_link_to_a_form_is_there_only_where_the_form_is(maak: Maak, navigator: Navigator) -> None:
    pagina = maak("contact")
    tab_naar(pagina, "formulier:schoolprofiel")
    QTest.keyClick(pagina.blad.tekst, Qt.Key.Key_Return)
    assert navigator.huidige == Plek("instellingen", extra="school")
    for inhoud in PAGINAS.values():
        tekst = leesbaar(inhoud.tekst, {f.value for f in FORMULIEREN})
        assert set(re.findall(r"formulier:([a-z-]+)", tekst)) <= {f.value for f in FORMULIEREN}


def test_forms_that_exist_are_offered_and_no_others(maak: Maak, navigator: Navigator) -> None:
    pagina = maak()
    for sleutel, inhoud in PAGINAS.items():
        navigator.ga(Plek("plan", extra=sleutel))
        verwacht = [f.label for f in inhoud.leidt_naar if f in FORMULIEREN]
        assert [knop.text() for knop in pagina.zijkant.knoppen] == verwacht
        assert [knop.text() for knop in pagina.zijkant.zie] == [PAGINAS[z].titel for z in inhoud.zie]
    navigator.ga(Plek("plan", extra="contact"))
    QTest.keyClick(pagina.zijkant.knoppen[0], Qt.Key.Key_Return)
    assert navigator.huidige == Plek("instellingen", extra="school")


def test_behind_the_lock_a_form_is_one_calm_line(maak: Maak) -> None:
    pagina = maak("contact", open_paginas=frozenset({"home", "plan", "sociale-kaart"}))
    assert [knop.text() for knop in pagina.zijkant.knoppen] == ["Sociale kaart"]
    assert "formulier:" not in pagina.blad.tekst.toHtml()
    regels = [alinea.text() for alinea in pagina.zijkant.findChildren(Alinea)]
    assert regels == ["Schoolprofiel. Ontgrendel de kluis om dit formulier te openen."]


def test_previous_and_next_stay_within_the_rubriek(maak: Maak, navigator: Navigator, plan: Plan) -> None:
    pagina = maak("ib")
    gezien = ["ib"]
    assert pagina.blad.vorige is None
    while (knop := pagina.blad.volgende) is not None:
        QTest.keyClick(knop, Qt.Key.Key_Return)
        gezien.append(navigator.huidige.extra if navigator.huidige else "")
    assert gezien == [p.sleutel for p in plan.in_rubriek("ib")]
    assert pagina.blad.vorige is not None and pagina.blad.vorige.accessibleName().startswith("Vorige: ")


def test_the_way_to_a_page_goes_by_its_role(maak: Maak, navigator: Navigator) -> None:
    pagina = maak("ib-overleg")
    assert pagina.kruimels() == [("Home", Plek("home")), ("Intern begeleider", Plek("rol", extra="ib"))]
    navigator.ga(Plek("plan", extra="scholing"))
    assert pagina.kruimels()[1] == ("Algemeen", Plek("plan", extra="over-dit-plan"))
    for sleutel in ("afweging-hulp", "meldcode", "veilig-thuis"):
        navigator.ga(Plek("plan", extra=sleutel))
        assert pagina.kruimels()[1] == ("Meldcode", Plek("meldcode")), "the drawing leads to each of these"
    navigator.ga(Plek("plan"))
    assert pagina.titel() == "Plan" and pagina.kruimels() == [("Home", Plek("home"))]


def test_an_unknown_page_shows_what_there_is(maak: Maak, navigator: Navigator) -> None:
    pagina = maak("bestaat-niet")
    assert pagina.overzicht.isVisible() and not pagina.blad.isVisible()
    QTest.keyClick(pagina.overzicht.kaarten[5], Qt.Key.Key_Return)
    assert navigator.huidige == Plek("plan", extra="ib")


# -- the tree


def test_the_tree_is_gone_through_by_keyboard(maak: Maak, navigator: Navigator) -> None:
    pagina = maak("ib-overleg")
    boom = pagina.boom
    boom.setFocus()
    QTest.keyClick(boom, Qt.Key.Key_Down)
    QTest.keyClick(boom, Qt.Key.Key_Return)
    assert navigator.huidige == Plek("plan", extra="ib-overleg-hgkm")
    assert boom.hasFocus(), "who goes by the tree stays in it"
    QTest.keyClick(boom, Qt.Key.Key_Left)
    QTest.keyClick(boom, Qt.Key.Key_Return)
    assert not boom.isExpanded(boom.currentIndex())
    QTest.keyClick(boom, Qt.Key.Key_Return)
    assert boom.isExpanded(boom.currentIndex())


def test_the_tree_has_every_page_and_term(maak: Maak) -> None:
    model = maak().boom.model()
    gevonden = set()
    for rij in range(model.rowCount()):
        tak = model.index(rij, 0)
        assert re.search(r", \d+ pagina's?$", tak.data(Qt.ItemDataRole.AccessibleTextRole))
        gevonden |= {model.index(n, 0, tak).data(SLEUTEL) for n in range(model.rowCount(tak))}
    assert gevonden == set(PAGINAS)


def test_narrow_the_tree_is_behind_a_button(maak: Maak, navigator: Navigator) -> None:
    pagina = maak(breed=552)
    assert not pagina.boom.isVisible() and pagina.wissel.isVisible()
    QTest.keyClick(pagina.wissel, Qt.Key.Key_Space)
    assert pagina.boom.isVisible() and not pagina.blad.isVisible()
    pagina.boom.gekozen.emit("scholing")
    assert pagina.blad.isVisible() and not pagina.boom.isVisible()
    assert pagina.zijkant.isVisibleTo(pagina) and pagina.schuif.isAncestorOf(pagina.zijkant)
    pagina.resize(1400, 700)
    QApplication.processEvents()
    assert pagina.boom.isVisible() and not pagina.schuif.isAncestorOf(pagina.zijkant)


# -- coming back


def test_one_comes_back_to_the_link_one_followed(maak: Maak, navigator: Navigator) -> None:
    pagina = maak("meldcode", hoog=420)
    doel = re.findall(r"plan:[a-z-]+", PAGINAS["meldcode"].tekst)[-1]
    tab_naar(pagina, doel)
    plek, hoogte = pagina.blad.tekst.plek(), pagina.schuif.verticalScrollBar().value()
    assert hoogte > 0
    QTest.keyClick(pagina.blad.tekst, Qt.Key.Key_Return)
    assert pagina.titel() == PAGINAS[doel.removeprefix("plan:")].titel
    assert pagina.schuif.verticalScrollBar().value() == 0
    navigator.terug()
    assert pagina.titel() == PAGINAS["meldcode"].titel
    assert pagina.blad.tekst.hasFocus() and pagina.blad.tekst.plek() == plek
    assert pagina.schuif.verticalScrollBar().value() == hoogte
    navigator.ga(Plek("plan", extra="ib"))
    navigator.ga(Plek("plan", extra="meldcode"))
    assert pagina.schuif.verticalScrollBar().value() == 0, "asked for again it begins at its beginning"


def test_one_comes_back_to_the_button_one_pressed(maak: Maak, navigator: Navigator) -> None:
    pagina = maak("contact")
    naam = pagina.zijkant.zie[1].accessibleName()
    pagina.zijkant.zie[1].setFocus()
    QTest.keyClick(pagina.zijkant.zie[1], Qt.Key.Key_Return)
    navigator.terug()
    focus = QApplication.focusWidget()
    assert focus is not None and focus.accessibleName() == naam


# -- outside links


def _onthoud(geopend: list[str]) -> Callable[[str], bool]:
    def opener(adres: str) -> bool:
        geopend.append(adres)
        return True

    return opener


def _buiten(pagina: PlanPagina) -> Buitenlink:
    dialoog = QApplication.activeModalWidget()
    assert isinstance(dialoog, Buitenlink)
    return dialoog


def test_an_outside_link_asks_first(qtbot: QtBot, maak: Maak, navigator: Navigator) -> None:
    geopend: list[str] = []
    pagina = maak("directeur", opener=_onthoud(geopend))
    tab_naar(pagina, "https://www.gezondeschool.nl")
    QTest.keyClick(pagina.blad.tekst, Qt.Key.Key_Return)
    dialoog = _buiten(pagina)
    assert dialoog.adres.text() == "https://www.gezondeschool.nl"
    qtbot.waitUntil(dialoog.annuleren.hasFocus)
    QTest.keyClick(dialoog, Qt.Key.Key_Escape)
    assert geopend == []
    QTest.keyClick(pagina.blad.tekst, Qt.Key.Key_Return)
    _buiten(pagina).openen.click()
    assert geopend == ["https://www.gezondeschool.nl"]
    assert navigator.huidige == Plek("plan", extra="directeur")


def test_without_a_browser_the_address_stays_to_be_copied(qtbot: QtBot, maak: Maak) -> None:
    pagina = maak("directeur", opener=lambda adres: False)
    pagina.blad.tekst.gevolgd.emit("https://www.gezondeschool.nl")
    dialoog = _buiten(pagina)
    dialoog.openen.click()
    assert dialoog.isVisible() and dialoog.mislukt.isVisible()
    dialoog.annuleren.click()


@pytest.mark.parametrize("adres", ["http://x.nl", "file:///etc/passwd", "javascript:alert(1)", "https:", "plan:weg"])
def test_anything_else_opens_nothing(maak: Maak, navigator: Navigator, adres: str) -> None:
    geopend: list[str] = []
    pagina = maak("directeur", opener=_onthoud(geopend))
    pagina.blad.tekst.gevolgd.emit(adres)
    assert QApplication.activeModalWidget() is None and geopend == []
    assert navigator.huidige == Plek("plan", extra="directeur")


# -- by keyboard and by ear


def test_the_keyboard_scrolls_what_one_reads(maak: Maak) -> None:
    pagina = maak("protocol-misbruik", hoog=420)
    balk = pagina.schuif.verticalScrollBar()
    QTest.keyClick(pagina.blad.tekst, Qt.Key.Key_PageDown)
    assert balk.value() > 100
    QTest.keyClick(pagina.blad.tekst, Qt.Key.Key_End)
    assert balk.value() == balk.maximum()
    QTest.keyClick(pagina.blad.tekst, Qt.Key.Key_Home)
    assert balk.value() == 0


def test_everything_has_a_name(maak: Maak, navigator: Navigator) -> None:
    pagina = maak("ib-overleg", druk=lambda wat, sleutel: None)
    assert pagina.blad.tekst.accessibleName() == "Intern begeleider: Overleg met interne en externe professionals"
    for deel in pagina.findChildren(QWidget):
        if deel.isVisibleTo(pagina) and deel.focusPolicy() & Qt.FocusPolicy.TabFocus:
            gezien = QAccessible.queryAccessibleInterface(deel)
            assert gezien.text(QAccessible.Text.Name), deel


def test_a_very_long_word_widens_nothing(maak: Maak, plan: Plan) -> None:
    lang = "Hottentottententententoonstellingscommissievoorzitter" * 3
    plan.zet_eigen(EigenPlan(waarden={"directeur": lang}, teksten={"contact": lang * 4}))
    pagina = maak("contact", breed=552)
    QApplication.processEvents()
    assert pagina.schuif.vlak.width() <= pagina.schuif.viewport().width()
    document: QTextDocument = pagina.blad.tekst.document()
    assert document.size().width() <= pagina.blad.tekst.width()
    assert pagina.blad.tekst.mapTo(pagina, QPoint(0, 0)).x() >= 0


def test_how_a_page_begins() -> None:
    assert eerste_zin("## Kop\n> Let op.\n\nDe **eerste** [zin](plan:x). En nog een.") == "De eerste zin."
    assert eerste_zin("- een punt\n- nog een") == "een punt"
    assert waarover("Ben je er? Dan wel.\n\n## Wat\n- x\n\n## Wie\n- y") == "Wat · Wie"
    assert kort_af("een twee, drie", 11) == "een twee …"
    assert kort_af("kort", 9) == "kort"
