"""One place for the papers for the board: the overview of a period, and the delivery that the place names."""

from __future__ import annotations

from desktop.views.bestuur.overzicht import PakketOverzicht
from desktop.views.bestuur.plekken import is_nieuw
from desktop.views.bestuur.stuk import PakketPagina
from desktop.views.navigatie import Plek
from desktop.views.tweedelig import TweedeligePagina
from desktop.views.werkomgeving import Werkomgeving


class BestuurPagina(TweedeligePagina):
    """`id` of the place is a delivery; `extra` a period, to look at or (with 'nieuw=1') to begin one over."""

    handleiding = "stukken-voor-het-bestuur"
    rail = "schooljaar"

    def __init__(self, om: Werkomgeving) -> None:
        stuk = PakketPagina(om)
        super().__init__(PakketOverzicht(om), stuk)
        self.stuk = stuk

    def toon(self, plek: Plek) -> None:
        """Show the overview of a period, or a delivery."""
        self.toon_deel(self.stuk if plek.id is not None or is_nieuw(plek.extra) else self.overzicht, plek)
