"""A report and an invitation in the vault, a window around, and the dialogs that are open over it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.views.afdrukken import Afdrukken
from desktop.views.main_window import HOME, HoofdVenster
from desktop.views.navigatie import Navigator, Pagina
from desktop.views.theme import Thema
from desktop.views.work import Work

T = TypeVar("T", bound=QWidget)


@pytest.fixture
def schrijf_uitnodiging(diensten: Diensten, school) -> Callable[[], Stuk]:
    """Write an established invitation for Noa's mother."""

    def schrijf() -> Stuk:
        gesprekken = diensten.gesprekken
        stuk = gesprekken.nieuwe_uitnodiging(school.noa)
        values = {
            **stuk.values,
            "soort": "zorg",
            "onderwerp": "Hoe het gaat in de klas",
            "datum": "2026-03-12",
            "tijd": "15:30",
            "plaats": "Kamer van de IB",
        }
        stored, fout = gesprekken.stel_vast(stuk, values)
        assert stored is not None, fout
        return gesprekken.open(stored.record)

    return schrijf


@pytest.fixture
def venster(qtbot: QtBot, thema: Thema, navigator: Navigator, work: Work) -> Iterator[HoofdVenster]:
    """The window with one empty page."""
    venster = HoofdVenster(thema, navigator, work, {HOME.page: Pagina}, ())
    qtbot.addWidget(venster)
    venster.resize(1440, 900)
    venster.show()
    navigator.ga(HOME)
    yield venster
    venster.toon_scherm(QWidget())


@pytest.fixture
def afdrukken(diensten: Diensten, work: Work, thema: Thema, venster: HoofdVenster) -> Afdrukken:
    """What pages open dialogs with."""
    return Afdrukken(diensten, work, thema, venster)


@pytest.fixture
def dialoog(venster: HoofdVenster, rust: Callable[[], None]) -> Callable[[type[T]], T]:
    """Wait until all came home, and return the one open dialog of this kind."""

    def vind(klas: type[T]) -> T:
        rust()
        gevonden = [d for d in venster.findChildren(QDialog) if isinstance(d, klas) and d.isVisible()]
        assert len(gevonden) == 1
        return gevonden[0]

    return vind


@pytest.fixture
def sporen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], set[Path]]:
    """Return which files appeared where a program leaves what it needs for a moment, or keeps about its user."""
    tijdelijk = tmp_path / "tijdelijk"
    tijdelijk.mkdir()
    for naam in ("TMPDIR", "TMP", "TEMP"):
        monkeypatch.setenv(naam, str(tijdelijk))
    monkeypatch.setattr(tempfile, "tempdir", None)

    def alle() -> set[Path]:
        return {pad for map_ in (tijdelijk, Path(os.environ["HOME"])) for pad in map_.rglob("*") if pad.is_file()}

    voor = alle()
    return lambda: alle() - voor
