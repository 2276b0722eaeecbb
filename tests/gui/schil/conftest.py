"""A theme, lanes and a way round for every test that shows something."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.lanes import InlineLane
from desktop.views.navigatie import Navigator
from desktop.views.theme import Thema, ThemaKeuze
from desktop.views.widgets import LijstView, RijInhoud
from desktop.views.work import Work


@pytest.fixture
def groot(qapp: QApplication, thema: Thema) -> Iterator[Thema]:
    """Letters and distances twice as large; put back afterwards."""
    yield Thema(qapp, ThemaKeuze.LICHT, schaal=2)
    thema.kies(ThemaKeuze.LICHT)


@pytest.fixture
def navigator() -> Navigator:
    return Navigator()


@pytest.fixture
def onverwacht() -> list[BaseException]:
    return []


@pytest.fixture
def work(qapp: QApplication, onverwacht: list[BaseException]) -> Work:
    return Work(InlineLane(), InlineLane(), onverwacht.append)


def rij(n: int) -> RijInhoud:
    """Return the row with this number for a key."""
    return RijInhoud(n, f"Leerling {n}", "groep 5", pil="Concept")


def toon(qtbot: QtBot, thema: Thema, model: QAbstractItemModel) -> LijstView:
    """Show a list with the rows of a model."""
    lijst = LijstView(thema, "Leerlingen")
    qtbot.addWidget(lijst)
    lijst.setModel(model)
    lijst.resize(600, 480)
    with qtbot.waitExposed(lijst):
        lijst.show()
    return lijst
