"""The plan in front of a vault: there without a passphrase, nothing of anybody in it, and no way round the lock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop.app.programma import Programma
from desktop.services.poort import Poort
from desktop.services.systeem import Uuid7
from desktop.services.voorkeuren import VoorkeurenBestand
from desktop.views.afdrukken.dialoog import AfdrukDialoog
from desktop.views.home import Home
from desktop.views.navigatie import Plek
from desktop.views.plan import PlanPagina
from desktop.views.start import OntgrendelScherm, WelkomScherm
from tests.gui.conftest import Klok, zonder_stijl


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication, klok: Klok, tmp_path: Path) -> Iterator[Callable[[str], Programma]]:
    """Start the program as it starts: with the vault of last time, or with none."""
    gemaakt: list[Programma] = []
    onverwacht: list[BaseException] = []

    def doe(laatste: str = "") -> Programma:
        ids = Uuid7()
        bestand = VoorkeurenBestand(tmp_path / "voorkeuren.json", ids)
        bestand.wijzig(laatste_kluis=laatste)
        p = Programma(qapp, Poort(klok, ids, UUID(int=7), "PC van de IB"), bestand, onverwacht.append)
        gemaakt.append(p)
        p.begin()
        p.venster.activateWindow()
        _wacht_op_focus(p, qtbot)
        return p

    yield doe
    for p in gemaakt:
        p.eindig()
        p.venster.close()
        p.laat_los()
        p.venster.deleteLater()
    zonder_stijl(qapp)
    assert not onverwacht, onverwacht


def _wacht_op_focus(p: Programma, qtbot: QtBot) -> None:
    """Else no shortcut reaches the window; that of the system too: on Windows it comes a turn later."""
    handvat = p.venster.windowHandle()
    qtbot.waitUntil(lambda: p.venster.isActiveWindow() and QApplication.focusWindow() is handvat)


def _knop(p: Programma, naam: str) -> QAbstractButton:
    knoppen = (k for k in p.venster.findChildren(QAbstractButton) if k.isVisible())
    return next(k for k in knoppen if k.accessibleName().startswith(naam))


def _scherm(p: Programma) -> object:
    return p.venster._scherm


@pytest.mark.parametrize(("laatste", "soort"), [("", WelkomScherm), ("weg.kluis", OntgrendelScherm)])
def test_the_welcome_and_the_unlock_screen_have_the_door(
    begin: Callable[[str], Programma], tmp_path: Path, qtbot: QtBot, laatste: str, soort: type
) -> None:
    p = begin(str(tmp_path / laatste) if laatste else "")
    assert isinstance(_scherm(p), soort)
    qtbot.waitUntil(lambda: p.work.open == 0)
    QTest.keyClick(_knop(p, "Bekijk het plan"), Qt.Key.Key_Space)
    assert isinstance(p.venster.pagina(), Home)
    QTest.keyClick(p.venster, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(_scherm(p), soort) and p.venster.pagina() is None


def test_only_what_needs_no_vault_is_there(begin: Callable[[str], Programma]) -> None:
    p = begin("")
    p.toon_plan()
    rail = [item.label for item in p.venster.rail.knoppen]
    assert rail == ["Home", "Plan", "Meldcode", "Sociale kaart", "Handleiding"]
    assert p.venster.rail.slot.accessibleName() == "Ontgrendel"
    assert not p.venster.balk.avatar.isVisible()
    assert set(p.paginas) == {"home", "rol", "plan", "meldcode", "sociale-kaart", "handleiding", "zoeken"}
    for sleutel in p.paginas:
        p.navigator.ga(Plek(sleutel))
        assert p.venster.pagina() is not None and p.venster.schil.stapel.currentWidget() is p.venster.pagina()
    assert p.planhouder.plan.eigen is None


def test_two_clicks_lead_to_a_subject_and_a_form_stays_shut(begin: Callable[[str], Programma], qtbot: QtBot) -> None:
    p = begin("")
    p.toon_plan()
    QTest.keyClick(_knop(p, "Intern begeleider"), Qt.Key.Key_Return)
    assert p.navigator.huidige == Plek("rol", extra="ib")
    QTest.keyClick(_knop(p, "Gesprek van de intern begeleider met ouders"), Qt.Key.Key_Return)
    pagina = p.venster.pagina()
    assert isinstance(pagina, PlanPagina) and pagina.titel() == "Gesprek van de intern begeleider met ouders"
    assert pagina.zijkant.knoppen == []
    assert "formulier:" not in pagina.blad.tekst.toHtml()


def test_f1_and_ctrl_p_work_without_a_vault(begin: Callable[[str], Programma], qtbot: QtBot) -> None:
    p = begin("")
    p.toon_plan()
    p.navigator.ga(Plek("plan", extra="ib-overleg"))
    QTest.keyClick(p.venster, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialoog = QApplication.activeModalWidget()
    assert isinstance(dialoog, AfdrukDialoog)
    qtbot.waitUntil(lambda: p.work.open == 0)
    assert dialoog.beeld.bladen.aantal == 1
    dialoog.reject()
    p.venster.activateWindow()
    qtbot.waitUntil(p.venster.isActiveWindow)
    _wacht_op_focus(p, qtbot)
    QTest.keyClick(p.venster, Qt.Key.Key_F1)
    assert p.navigator.huidige == Plek("handleiding", extra="plan")


def test_the_lock_of_the_system_leaves_the_plan_where_it_is(begin: Callable[[str], Programma]) -> None:
    p = begin("")
    p.toon_plan()
    p.navigator.ga(Plek("plan", extra="ib-overleg"))
    p.vergrendel()
    assert p.navigator.huidige == Plek("plan", extra="ib-overleg") and p.venster.pagina() is not None
    assert not p.rust.timer.isActive()


def test_the_way_out_leaves_nothing_behind(begin: Callable[[str], Programma]) -> None:
    p = begin("")
    p.toon_plan()
    p.navigator.ga(Plek("plan", extra="ib-overleg"))
    QTest.keyClick(p.venster.rail.slot, Qt.Key.Key_Return)
    assert isinstance(_scherm(p), WelkomScherm)
    assert p.paginas == {} and p.navigator.huidige is None
    assert "Leerlingen" in [item.label for item in p.venster.rail.knoppen]
    assert p.venster.rail.slot.accessibleName() == "Vergrendel"
    p.toon_plan()
    assert isinstance(p.venster.pagina(), Home), "the door opens again"
