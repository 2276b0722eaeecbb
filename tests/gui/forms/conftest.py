"""A theme, a context and a form on screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from desktop.models.core import Bijlage, Ids, Record, Wie
from desktop.views.forms.context import BijlagenKlaar, FormContext
from desktop.views.forms.formulier import Formulier
from desktop.views.theme import Thema

MENSEN = (
    Wie(naam="Elif Yılmaz", hoedanigheid="moeder", gezag="ja"),
    Wie(naam="Sam Bakker", hoedanigheid="vader", gezag="nee"),
    Wie(naam="Marjan de Wit", hoedanigheid="intern begeleider"),
)


@dataclass
class Buiten:
    """What the form asked of the program around it."""

    klaar: list[BijlagenKlaar] = field(default_factory=list)
    paden: list[Path] = field(default_factory=list)
    geopend: list[Bijlage] = field(default_factory=list)

    def kies(self, klaar: BijlagenKlaar) -> None:
        self.klaar.append(klaar)

    def neem(self, paden: Sequence[Path], klaar: BijlagenKlaar) -> None:
        self.paden += paden
        self.klaar.append(klaar)


@pytest.fixture
def buiten() -> Buiten:
    return Buiten()


@pytest.fixture
def context(thema: Thema, ids: Ids, buiten: Buiten) -> FormContext:
    def zoek(veld: str, woorden: str) -> Sequence[Wie]:
        return [w for w in MENSEN if woorden.casefold() in w.naam.casefold()]

    return FormContext(lambda: date(2026, 11, 20), ids, thema, zoek, buiten.kies, buiten.neem, buiten.geopend.append)


@pytest.fixture
def toon(qtbot: QtBot, context: FormContext) -> Callable[..., Formulier]:
    """Put a form for a kind on screen, in a surface that scrolls."""

    vlakken = []  # the bot itself holds no more than a weak reference

    def maak(kind: type[Record], values: dict[str, object] | None = None, breedte: int = 800) -> Formulier:
        formulier = Formulier(kind, context)
        vlak = QScrollArea()
        vlak.setWidgetResizable(True)
        vlak.setWidget(formulier)
        vlak.resize(breedte, 600)
        vlakken.append(vlak)
        qtbot.addWidget(vlak)
        formulier.laad(values or {})
        with qtbot.waitExposed(vlak):
            vlak.show()
        vlak.activateWindow()
        qtbot.waitUntil(vlak.isActiveWindow)
        return formulier

    return maak
