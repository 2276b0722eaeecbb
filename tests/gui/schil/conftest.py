"""A theme, lanes and a way round for every test that shows something."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.services.lanes import InlineLane
from desktop.views.navigatie import Navigator
from desktop.views.theme import Thema, ThemaKeuze
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
