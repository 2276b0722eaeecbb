"""A real vault on disk, the door to it, and the bridge to the lanes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.core import Clock
from desktop.models.rechten import Rol
from desktop.services.kluis import OpenKluis
from desktop.services.lanes import InlineLane
from desktop.services.systeem import SysteemKlok
from desktop.views.work import Work
from tests.gui.start.startkit import DIRECTEUR, ZIN, Gemaakt, SnellePoort, maak_poort


@pytest.fixture(scope="session")
def gemaakt(tmp_path_factory: pytest.TempPathFactory) -> Gemaakt:
    poort = maak_poort(SysteemKlok())
    folder = tmp_path_factory.mktemp("start") / "De Vlieger.kluis"
    kluis, code = poort.nieuw(folder, {"naam": "OBS De Vlieger"}, "Noor Bakker", Rol.IB, ZIN)
    beheer = poort.diensten(kluis).beheer
    beheer.voeg_account_toe("Sam de Wit", Rol.DIRECTEUR, DIRECTEUR)
    beheer.bevestig_herstel()
    kluis.sluit()
    return Gemaakt(folder, code)


@pytest.fixture
def folder(gemaakt: Gemaakt, tmp_path: Path) -> Path:
    """A copy of the vault that the test may harm."""
    folder = tmp_path / "De Vlieger.kluis"
    shutil.copytree(gemaakt.folder, folder)
    return folder


@pytest.fixture
def poort(clock: Clock) -> SnellePoort:
    return maak_poort(clock)


@pytest.fixture
def work(qapp: QApplication) -> Work:
    def onverwacht(error: BaseException) -> None:
        raise error

    return Work(InlineLane(), InlineLane(), onverwacht)


@pytest.fixture
def toon(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Put a screen on screen, active, so that keys go where they would."""

    def doe(scherm: QWidget) -> None:
        qtbot.addWidget(scherm)
        scherm.resize(1280, 720)
        with qtbot.waitExposed(scherm):
            scherm.show()
        scherm.activateWindow()
        qtbot.waitUntil(scherm.isActiveWindow)

    return doe


@pytest.fixture
def sluit() -> Iterator[Callable[[OpenKluis], None]]:
    """Close what a test opened, also where the test fails."""
    open_: list[OpenKluis] = []
    yield open_.append
    for kluis in open_:
        kluis.sluit()
