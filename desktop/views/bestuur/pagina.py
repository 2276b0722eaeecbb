"""One place for the papers for the board: the overview of a period, and the delivery that the place names."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.models.core import Bijlage
from desktop.services.diensten import Diensten
from desktop.views.bestuur.overzicht import PakketOverzicht
from desktop.views.bestuur.plekken import is_nieuw
from desktop.views.bestuur.stuk import PakketPagina
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.tweedelig import TweedeligePagina
from desktop.views.work import Work


class BestuurPagina(TweedeligePagina):
    """`id` of the place is a delivery; `extra` a period, to look at or (with 'nieuw=1') to begin one over."""

    handleiding = "stukken-voor-het-bestuur"
    rail = "schooljaar"

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        *,
        voorbeeld: Callable[[UUID], None],
        afdrukken: Callable[[UUID], None],
        bijlage: Callable[[Bijlage], None],
        parent: QWidget | None = None,
    ) -> None:
        vast = (diensten, work, navigator, thema)
        stuk = PakketPagina(*vast, voorbeeld=voorbeeld, afdrukken=afdrukken, bijlage=bijlage)
        super().__init__(PakketOverzicht(*vast, voorbeeld=voorbeeld), stuk, parent)
        self.stuk = stuk

    def toon(self, plek: Plek) -> None:
        """Show the overview of a period, or a delivery."""
        self.toon_deel(self.stuk if plek.id is not None or is_nieuw(plek.extra) else self.overzicht, plek)
