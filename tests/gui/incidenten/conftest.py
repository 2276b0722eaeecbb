"""What the tests of the incident pages stand on: registered incidents, and a page that follows the navigator."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.models.opslag import Stored
from desktop.services.diensten import Diensten
from desktop.views.incidenten import IncidentenPagina, IncidentPagina
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.work import Work
from tests.gui.omgeving import werkomgeving


@dataclass
class Uit:
    """What a page sent out: previews, prints, attachments, papers."""

    voorbeeld: list[UUID] = field(default_factory=list)
    afgedrukt: list[UUID] = field(default_factory=list)
    bijlage: list[object] = field(default_factory=list)
    papier: list[Callable[[], object]] = field(default_factory=list)


@pytest.fixture
def uit() -> Uit:
    return Uit()


def waarden(d: Diensten, **anders: Any) -> dict[str, Any]:
    """What an incident needs to be registered."""
    wie = {"persoon": None, "naam": "Een leerling", "hoedanigheid": "", "gezag": ""}
    vast: dict[str, Any] = {
        "ingrijpend": True,
        "soort": "geweld",
        "wat": "Er is geslagen op het plein.",
        "datum": "2026-02-03",
        "plaats": "plein",
        "groep": "5a",
        "betrokkenen": [{"rij": str(d.session.ids.new()), "wie": wie, "rol": "slachtoffer"}],
        "grensoverschrijdend": False,
        "maatregel": "Beiden zijn apart gezet.",
    }
    return {**vast, **anders}


@pytest.fixture
def registreer(diensten: Diensten) -> Callable[..., Stored]:
    """Register an incident."""

    def maak(**anders: Any) -> Stored:
        stuk = diensten.incidenten.nieuw()
        stored, fout = diensten.incidenten.stel_vast(stuk, {**stuk.values, **waarden(diensten, **anders)})
        assert stored is not None, fout
        return stored

    return maak


@pytest.fixture
def geef_door(diensten: Diensten) -> Callable[..., Stored]:
    """Store a concept, as one that was passed on."""

    def maak(**anders: Any) -> Stored:
        stuk = diensten.incidenten.nieuw()
        stored, fout = diensten.incidenten.bewaar(stuk, {**stuk.values, **waarden(diensten, **anders)})
        assert stored is not None, fout
        return stored

    return maak


@pytest.fixture
def toon(
    work: Work, navigator: Navigator, thema: Thema, qtbot: QtBot, uit: Uit, rust: Callable[[], None]
) -> Callable[..., Any]:
    """Show a page at a place, for these services, and let the navigator show places of its own on it."""

    def maak(plek: Plek, d: Diensten, breed: int = 1300) -> QWidget:
        pagina: QWidget
        if plek.page == "incidenten":
            pagina = IncidentenPagina(d, work, navigator, thema, papier=uit.papier.append)
        else:
            wegen = {"voorbeeld": uit.voorbeeld.append, "afdrukken": uit.afgedrukt.append}
            om = werkomgeving(d, work, navigator, thema, **wegen, bijlage=uit.bijlage.append)
            pagina = IncidentPagina(om)
        qtbot.addWidget(pagina)
        pagina.resize(breed, 800)
        pagina.show()
        navigator.zet_bewaker(pagina.mag_weg)
        navigator.gevraagd.connect(lambda p: pagina.toon(p) if p.page == plek.page else None)
        navigator.ga(plek)
        rust()
        return pagina

    return maak
