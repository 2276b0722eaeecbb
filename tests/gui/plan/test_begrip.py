"""A term over the page: a dialog to a screen reader, left by Escape, back at the link that opened it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.plan import Plan
from desktop.services.systeem import SysteemKlok
from desktop.views.navigatie import Navigator, Plek
from desktop.views.plan import PlanPagina
from desktop.views.theme import Thema
from desktop.views.widgets import sneltoets

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def pagina(qtbot: QtBot, thema: Thema, navigator: Navigator) -> PlanPagina:
    pagina = PlanPagina(thema, navigator, Plan(SysteemKlok()), {})
    qtbot.addWidget(pagina)
    navigator.zet_bewaker(pagina.mag_weg)
    navigator.gevraagd.connect(lambda plek: pagina.toon(plek) if plek.page == "plan" else None)
    pagina.resize(1192, 420)
    with qtbot.waitExposed(pagina):
        pagina.show()
    pagina.activateWindow()
    sneltoets(pagina, "Alt+Left", navigator.terug)
    navigator.ga(Plek("plan", extra="ib"))
    navigator.ga(Plek("plan", extra="meldcode"))
    return pagina


def _open(pagina: PlanPagina, naam: str = "disclosure") -> int:
    """Open a term by the keyboard from its link; returns where that link stands."""
    blad = pagina.blad.tekst
    blad.setFocus()
    for _ in range(40):
        QTest.keyClick(blad, Qt.Key.Key_Tab)
        if blad.plek() >= 0 and blad.textCursor().charFormat().anchorHref() == f"begrip:{naam}":
            plek = blad.plek()
            QTest.keyClick(blad, Qt.Key.Key_Return)
            return plek
    raise AssertionError(naam)


def test_it_opens_over_the_page_and_takes_the_focus(pagina: PlanPagina) -> None:
    hoogte = pagina.schuif.verticalScrollBar().value()
    _open(pagina)
    kaart = pagina.begrip.kaart
    assert kaart.isVisible() and not kaart.isWindow()
    assert kaart.kop.text() == "Disclosure (onthulling)"
    assert kaart.blad.hasFocus()
    assert pagina.schuif.verticalScrollBar().value() == hoogte
    assert pagina.titel() == "Meldcodeschema"


def test_a_screen_reader_knows_it_as_a_dialog(pagina: PlanPagina) -> None:
    _open(pagina)
    gezien = QAccessible.queryAccessibleInterface(pagina.begrip.kaart)
    assert gezien.role() == QAccessible.Role.Dialog
    assert gezien.text(QAccessible.Text.Name) == "Begrip: Disclosure (onthulling)"
    for deel in pagina.begrip.kaart.findChildren(QWidget):
        if deel.isVisibleTo(pagina) and deel.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert QAccessible.queryAccessibleInterface(deel).text(QAccessible.Text.Name), deel


@pytest.mark.parametrize("sluit", ["Escape", "knop", "kruis", "ernaast", "alt-links"])
def test_closing_leads_back_to_the_link(pagina: PlanPagina, navigator: Navigator, sluit: str) -> None:
    plek = _open(pagina)
    kaart = pagina.begrip.kaart
    if sluit == "Escape":
        QTest.keyClick(kaart.blad, Qt.Key.Key_Escape)
    elif sluit == "knop":
        QTest.keyClick(kaart.dicht, Qt.Key.Key_Return)
    elif sluit == "kruis":
        QTest.mouseClick(kaart.sluit, Qt.MouseButton.LeftButton)
    elif sluit == "ernaast":
        QTest.mouseClick(pagina.begrip, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    else:
        QTest.keyClick(kaart.blad, Qt.Key.Key_Left, ALT)
    assert pagina.begrip.isHidden() and pagina.begrip.pagina is None
    assert pagina.blad.tekst.hasFocus() and pagina.blad.tekst.plek() == plek
    assert navigator.huidige == Plek("plan", extra="meldcode")


def test_tab_stays_inside(pagina: PlanPagina) -> None:
    _open(pagina)
    kaart = pagina.begrip.kaart
    gezien = []
    for _ in range(8):
        focus = QApplication.focusWidget()
        assert focus is not None and kaart.isAncestorOf(focus)
        gezien.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert {kaart.blad, kaart.pagina, kaart.dicht, kaart.sluit} <= set(gezien)
    kaart.sluit.setFocus()
    QTest.keyClick(kaart.sluit, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert kaart.dicht.hasFocus()


def test_a_second_term_and_back_to_the_first(pagina: PlanPagina, navigator: Navigator) -> None:
    plek = _open(pagina)
    kaart = pagina.begrip.kaart
    kaart.blad.gevolgd.emit("begrip:eergerelateerd-geweld")
    assert kaart.kop.text() == "Eergerelateerd geweld" and kaart.terug.isVisible()
    assert kaart.terug.accessibleName() == "Terug naar Disclosure"
    QTest.keyClick(kaart.blad, Qt.Key.Key_Left, ALT)
    assert kaart.kop.text() == "Disclosure (onthulling)" and kaart.terug.isHidden()
    kaart.blad.gevolgd.emit("begrip:cit")
    QTest.keyClick(kaart.blad, Qt.Key.Key_Escape)
    assert pagina.begrip.isHidden() and pagina.blad.tekst.plek() == plek


def test_a_link_to_a_page_leaves_and_comes_back_to_the_link(pagina: PlanPagina, navigator: Navigator) -> None:
    plek = _open(pagina)
    pagina.begrip.kaart.blad.gevolgd.emit("plan:meldcode-ib")
    assert navigator.huidige == Plek("plan", extra="meldcode-ib") and pagina.begrip.isHidden()
    navigator.terug()
    assert pagina.titel() == "Meldcodeschema" and pagina.blad.tekst.plek() == plek


def test_a_term_can_be_a_page(pagina: PlanPagina, navigator: Navigator) -> None:
    _open(pagina)
    QTest.keyClick(pagina.begrip.kaart.pagina, Qt.Key.Key_Return)
    assert navigator.huidige == Plek("plan", extra="disclosure")
    assert pagina.begrip.isHidden() and pagina.titel() == "Disclosure (onthulling)"
    assert pagina.blad.isVisible()


@pytest.mark.parametrize(("breed", "hoog"), [(552, 300), (1192, 640), (552, 1200), (3700, 2000)])
def test_it_is_never_outside_the_page(pagina: PlanPagina, breed: int, hoog: int) -> None:
    pagina.resize(breed, hoog)
    for begrip in (p for p in Plan(SysteemKlok()).paginas() if p.soort == "begrip"):
        pagina.begrip.open(begrip)
        kaart = pagina.begrip.kaart
        assert pagina.rect().contains(kaart.geometry()), begrip.sleutel
        for deel in (kaart.dicht, kaart.sluit, kaart.kop):
            assert kaart.rect().contains(deel.geometry()), (begrip.sleutel, deel)
        past = kaart.blad.height() <= kaart.schuif.viewport().height()
        assert past or kaart.schuif.verticalScrollBar().maximum() > 0
        if hoog == 1200:
            assert past, "where there is room nothing scrolls"
        pagina.begrip.sluit()
    pagina.begrip.open(Plan(SysteemKlok()).pagina("disclosure"))
    pagina.resize(700, 330)
    assert pagina.rect().contains(pagina.begrip.kaart.geometry()), "also when the window becomes smaller"


def test_the_keyboard_scrolls_it(pagina: PlanPagina) -> None:
    pagina.resize(552, 300)
    _open(pagina)
    balk = pagina.begrip.kaart.schuif.verticalScrollBar()
    assert balk.maximum() > 0
    QTest.keyClick(pagina.begrip.kaart.blad, Qt.Key.Key_PageDown)
    assert balk.value() > 0
