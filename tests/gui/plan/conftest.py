"""The plan as shipped, and its page shown as a window does."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.plan import Plan
from desktop.services.systeem import SysteemKlok
from desktop.views.navigatie import Navigator, Plek
from desktop.views.plan import PlanPagina
from desktop.views.theme import Thema
from tests.gui.plan.plankit import FORMULIEREN, Maak


@pytest.fixture
def plan() -> Plan:
    return Plan(SysteemKlok())


@pytest.fixture
def maak(qtbot: QtBot, thema: Thema, navigator: Navigator, plan: Plan) -> Maak:
    """Show the page as a window does: asked before one leaves, at the size of a small laptop."""

    def doe(sleutel: str = "ib-overleg", breed: int = 1192, hoog: int = 640, **extra: object) -> PlanPagina:
        pagina = PlanPagina(thema, navigator, plan, FORMULIEREN, **extra)  # type: ignore[arg-type]
        qtbot.addWidget(pagina)
        navigator.zet_bewaker(pagina.mag_weg)
        navigator.gevraagd.connect(lambda plek: pagina.toon(plek) if plek.page == "plan" else None)
        pagina.resize(breed, hoog)
        with qtbot.waitExposed(pagina):
            pagina.show()
        pagina.activateWindow()
        navigator.ga(Plek("plan", extra=sleutel))
        return pagina

    return doe
