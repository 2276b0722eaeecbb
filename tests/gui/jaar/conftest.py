"""Makes a page of the school year and shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.services.diensten import Diensten
from desktop.services.plan import Plan
from desktop.services.systeem import SysteemKlok
from desktop.views.jaar import JaarstukInvoer, WettenPagina
from desktop.views.navigatie import Navigator
from desktop.views.theme import Thema
from desktop.views.work import Work as Lanen
from tests.gui.omgeving import maak_pagina

Maak = Callable[..., Any]
PLAN = Plan(SysteemKlok())


@pytest.fixture
def maak(diensten: Diensten, work: Lanen, navigator: Navigator, thema: Thema, qtbot: QtBot) -> Maak:
    """Make a page and show it."""

    def toon(soort: type[QWidget], d: Diensten | None = None, **extra: Any) -> Any:
        if soort in (WettenPagina, JaarstukInvoer):
            extra = {"plan": PLAN, **extra}
        pagina = maak_pagina(soort, d or diensten, work, navigator, thema, **extra)
        qtbot.addWidget(pagina)
        pagina.resize(1180, 700)
        pagina.show()
        return pagina

    return toon
