"""A calamity that runs, and its page, in the vault of the page tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.logregel import Logregel
from desktop.models.rechten import Rol
from desktop.services.diensten import Diensten
from desktop.services.dossierdruk import Papier
from desktop.views.calamiteit import Calamiteitkaart, CalamiteitPagina, Kaartomgeving, maak_kaarten
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.work import Work
from tests.gui.conftest import Klok
from tests.unit.services.calamiteitverhaal import Verhaal


@dataclass
class Opstelling:
    """The page of a calamity with what one does to it."""

    d: Diensten
    klok: Klok
    pagina: CalamiteitPagina
    calamiteit: UUID
    rust: Callable[[], None]
    papieren: list[Papier] = field(default_factory=list)

    def nu(self) -> datetime:
        """Return the local moment, as a line keeps it."""
        return self.klok.now().replace(tzinfo=None)

    def typ(self, tekst: str) -> None:
        """Type in the line; what stands in it stays."""
        QTest.keyClicks(self.pagina.logboek.invoer.regel, tekst)

    def enter(self, *, rust: bool = True) -> None:
        """Put the line down."""
        QTest.keyClick(self.pagina.logboek.invoer.regel, Qt.Key.Key_Return)
        if rust:
            self.rust()

    def regels(self) -> list[Logregel]:
        """Return what the log holds, newest first."""
        log = self.d.calamiteiten.log
        return [rij.regel for rij in log.rijen(self.calamiteit, log.alle(self.calamiteit))]

    def op_scherm(self) -> list[str]:
        """Return the titles of the rows as the list shows them."""
        model = self.pagina.logboek.model
        for n in range(model.rowCount()):
            model.data(model.index(n))
        self.rust()
        return [model.data(model.index(n)) for n in range(model.rowCount())]


Maak = Callable[..., Opstelling]
Toon = Callable[..., Opstelling]


@pytest.fixture
def maak(
    qtbot: QtBot,
    met_rol: Callable[[Rol], Diensten],
    klok: Klok,
    work: Work,
    navigator: Navigator,
    thema: Thema,
    rust: Callable[[], None],
) -> Maak:
    """Open a calamity as IB, and its page as an account with a role."""

    def doe(
        rol: Rol = Rol.IB,
        *,
        kaarten: tuple[Calamiteitkaart, ...] = (),
        vooraf: Callable[[Diensten, UUID], None] | None = None,
    ) -> Opstelling:
        ib = met_rol(Rol.IB)
        calamiteit = ib.calamiteiten.begin("Vermissing tijdens schoolreis").record
        if vooraf is not None:
            vooraf(ib, calamiteit)
        d = met_rol(rol)
        papieren: list[Papier] = []
        pagina = CalamiteitPagina(
            d,
            work,
            navigator,
            thema,
            druk=lambda haal: papieren.append(haal()),
            bijlage=lambda _: None,
            kaarten=kaarten,
        )
        qtbot.addWidget(pagina)
        pagina.resize(1300, 800)
        pagina.show()
        pagina.toon(Plek("calamiteit", calamiteit))
        rust()
        return Opstelling(d, klok, pagina, calamiteit, rust, papieren)

    return doe


@pytest.fixture
def o(maak: Maak) -> Opstelling:
    """The page of a fresh calamity."""
    return maak()


@pytest.fixture
def papieren() -> list[Papier]:
    return []


@pytest.fixture
def toon(
    maak: Maak,
    met_rol: Callable[[Rol], Diensten],
    klok: Klok,
    work: Work,
    navigator: Navigator,
    thema: Thema,
    papieren: list[Papier],
) -> Toon:
    """Show a calamity with all its cards, after `vooraf` made what belongs to it."""

    def doe(vooraf: Callable[[Verhaal], Any] | None = None, rol: Rol = Rol.DIRECTEUR) -> Opstelling:
        def eerst(d: Diensten, calamiteit: UUID) -> None:
            if vooraf is not None:
                vooraf(Verhaal(d, klok, calamiteit))

        om = Kaartomgeving(met_rol(rol), work, navigator, thema, lambda haal: papieren.append(haal()))
        return maak(rol, kaarten=maak_kaarten(om), vooraf=eerst)

    return doe


def knop(waar: QWidget, naam: str) -> QAbstractButton:
    """Return the one button that is called so."""
    (een,) = [k for k in waar.findChildren(QAbstractButton) if k.accessibleName() == naam]
    return een


def teksten(waar: QWidget) -> list[str]:
    return [label.text() for label in waar.findChildren(QLabel) if label.text() and not label.isHidden()]


def dialoog(waar: QWidget) -> Any:
    (een,) = [d for d in waar.window().findChildren(QDialog) if d.isVisible()]
    return een


def velden(v: Verhaal, **waarden: Any) -> None:
    """Change the head of a calamity."""
    stuk = v.d.calamiteiten.open(v.calamiteit)
    stored, fout = v.d.calamiteiten.bewaar(stuk, {**stuk.values, **waarden})
    assert stored is not None, fout


# -- the action plan
