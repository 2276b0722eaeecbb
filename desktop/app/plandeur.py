"""The plan without a vault: the same window, with only those pages that hold nothing of anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.app.planpaginas import Planpaginas
from desktop.app.rail import RAIL, RAIL_PLAN
from desktop.app.thuis import algemene_koppen
from desktop.views.home.home import Home
from desktop.views.main_window import HOME
from desktop.views.navigatie import Pagina
from desktop.views.zoeken import ZoekenPagina

if TYPE_CHECKING:
    from desktop.app.programma import Programma


class Plandeur:
    """Open as long as it exists; `dicht` takes its pages away again, with what one searched."""

    def __init__(self, programma: Programma) -> None:
        p = self._p = programma
        paginas = Planpaginas(p, frozenset(item.key for item in RAIL_PLAN) | {"rol"})
        p.paginas.update(
            {
                "home": self._home,
                "rol": paginas.rol,
                "plan": paginas.plan,
                "meldcode": paginas.meldcode,
                "sociale-kaart": paginas.sociale_kaart,
                "handleiding": paginas.handleiding,
                "zoeken": lambda: ZoekenPagina(p.zoeker.bron, p.zoeker.kies, p.thema),
            }
        )

    def open(self) -> None:
        """Show the plan's own home page."""
        p = self._p
        p.venster.zet_rail([item for item in RAIL_PLAN if item.key in p.paginas], op_slot=True)
        p.venster.zet_school("Sociaal veiligheidsplan", "")
        p.venster.zet_account("", "")
        p.venster.toon_scherm(None)
        p.navigator.ga(HOME)

    def dicht(self) -> None:
        """Leave nothing behind for the session that may come."""
        self._p.venster.vergeet_paginas()
        self._p.paginas.clear()
        self._p.venster.zet_rail(RAIL)
        self._p.venster.zet_school("", "")

    def _home(self) -> Pagina:
        p = self._p
        return Home(p.thema, p.navigator, algemene_koppen(p.planhouder.plan, p.paginas), ontgrendel=p.sluit_plan)
