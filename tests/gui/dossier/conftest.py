"""What the tests of the dossier's pages stand on: a page in a window, and signals that are there already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.models.opslag import Stored
from desktop.services.diensten import Diensten
from desktop.services.plan import Plan
from desktop.views.dossier import SignaalPagina
from desktop.views.navigatie import Plek
from tests.gui.omgeving import werkomgeving


@dataclass
class Uit:
    """What a page sent out: previews, prints, attachments."""

    voorbeeld: list[UUID] = field(default_factory=list)
    afgedrukt: list[UUID] = field(default_factory=list)
    bijlage: list[object] = field(default_factory=list)

    def wegen(self) -> dict[str, Callable[[object], None]]:
        """Return the ways out as a page takes them."""
        return {"voorbeeld": self.voorbeeld.append, "afdrukken": self.afgedrukt.append, "bijlage": self.bijlage.append}


@pytest.fixture
def uit() -> Uit:
    return Uit()


@pytest.fixture
def plan(klok) -> Plan:
    return Plan(klok)


@pytest.fixture
def open_pagina(qtbot: QtBot, navigator, rust) -> Callable[..., QWidget]:
    """Put a page in a window and let the navigator show places of the given keys on it."""

    def open_(pagina: QWidget, *sleutels: str, breed: int = 1350) -> QWidget:
        qtbot.addWidget(pagina)
        pagina.resize(breed, 800)
        pagina.show()
        qtbot.waitExposed(pagina)
        pagina.activateWindow()
        qtbot.waitUntil(pagina.isActiveWindow)
        navigator.zet_bewaker(pagina.mag_weg)
        navigator.gevraagd.connect(lambda plek: pagina.toon(plek) if plek.page in sleutels else None)
        return pagina

    return open_


@pytest.fixture
def signaalpagina(diensten: Diensten, work, navigator, thema, plan, uit, open_pagina) -> SignaalPagina:
    """The page of a signal for the intern begeleider."""
    return open_pagina(SignaalPagina(werkomgeving(diensten, work, navigator, thema, **uit.wegen()), plan), "signaal")


@pytest.fixture
def nieuw(signaalpagina, navigator, rust, school) -> Callable[..., SignaalPagina]:
    """Begin a signal about a pupil (Noa, unless told otherwise)."""

    def begin(leerling: UUID | None = None) -> SignaalPagina:
        navigator.ga(Plek("signaal", extra=f"leerling={leerling or school.noa}"))
        rust()
        return signaalpagina

    return begin


def passage(d: Diensten, soort: str, tekst: str, bron: str = "", toestemming: bool | None = None) -> dict[str, object]:
    """Return one passage as a form holds it."""
    return {
        "rij": str(d.session.ids.new()),
        "soort": soort,
        "bron": bron,
        "toestemming": toestemming,
        "tekst": tekst,
    }


def ingevuld(d: Diensten, **anders: object) -> dict[str, object]:
    """Return what a signal needs to be established."""
    return {
        "onderwerp": "Blauwe plek op de arm",
        "aard": ["gedrag"],
        "eergerelateerd": False,
        "disclosure": False,
        "gevaar": False,
        "passages": [passage(d, "feit", "Een blauwe plek, zo groot als een euro.")],
        "is_leerkracht": True,
        **anders,
    }


@pytest.fixture
def signaal(diensten: Diensten, school) -> Callable[..., Stored]:
    """Establish a signal about a pupil (Noa, unless told otherwise)."""

    def maak(leerling: UUID | None = None, **anders: object) -> Stored:
        stuk = diensten.dossier.nieuw_signaal(leerling or school.noa)
        stored, fout = diensten.dossier.stel_vast(stuk, {**stuk.values, **ingevuld(diensten, **anders)})
        assert stored is not None, fout
        return stored

    return maak
