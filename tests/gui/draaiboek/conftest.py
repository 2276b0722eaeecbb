"""A run of a draaiboek and its page, in the vault of the page tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.draaiboek import Loopstap, Stap
from desktop.models.rechten import Rol
from desktop.models.rolinhoud import Formulier
from desktop.services.diensten import Diensten
from desktop.services.dossierdruk import Papier
from desktop.services.draaiboeken import Geopend
from desktop.views.draaiboek import LoopPagina
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.work import Work

FORMULIEREN = {Formulier.INCIDENT: Plek("incidenten"), Formulier.CALAMITEIT: Plek("calamiteiten")}


@dataclass
class Opstelling:
    """The page of a run with what one does to it."""

    d: Diensten
    pagina: LoopPagina
    loop: UUID
    rust: Callable[[], None]
    papieren: list[Papier] = field(default_factory=list)

    def stappen(self) -> Sequence[tuple[Stap, Loopstap | None]]:
        """Return what is stored."""
        return self.geopend().beeld.stappen

    def geopend(self) -> Geopend:
        """Return the run as it is stored."""
        return self.d.draaiboeken.open_loop(self.loop)

    def klik(self, stap: str, knop: str) -> None:
        """Press a button of a step."""
        self.pagina.kaarten[stap].knoppen[knop].click()
        self.rust()


@pytest.fixture
def maak(
    qtbot: QtBot,
    met_rol: Callable[[Rol], Diensten],
    work: Work,
    navigator: Navigator,
    thema: Thema,
    rust: Callable[[], None],
) -> Callable[..., Opstelling]:
    """Begin a run as IB and open its page as an account with a role."""

    def doe(
        sleutel: str = "gedrag",
        ja: Sequence[str] = ("grens", "groot"),
        rol: Rol = Rol.IB,
        vooraf: Callable[[Diensten], None] | None = None,
        **anders: Any,
    ) -> Opstelling:
        d = met_rol(Rol.IB)
        if vooraf is not None:
            vooraf(d)
        stored, fout = d.draaiboeken.begin(sleutel, {"aanleiding": "Schelden op het plein", **anders}, ja)
        assert stored is not None, fout
        d = met_rol(rol)
        papieren: list[Papier] = []
        pagina = LoopPagina(
            d,
            work,
            navigator,
            thema,
            druk=lambda haal: papieren.append(haal()),
            bijlage=lambda _: None,
            formulieren=FORMULIEREN,
        )
        qtbot.addWidget(pagina)
        pagina.resize(1300, 800)
        pagina.show()
        pagina.toon(Plek("draaiboek", stored.record))
        rust()
        return Opstelling(d, pagina, stored.record, rust, papieren)

    return doe
