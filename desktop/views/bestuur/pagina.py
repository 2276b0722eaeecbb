"""One place for the papers for the board: the overview of a period, and the delivery that the place names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.models.core import Bijlage
from desktop.services.diensten import Diensten
from desktop.views.bestuur.overzicht import PakketOverzicht
from desktop.views.bestuur.plekken import is_nieuw
from desktop.views.bestuur.stuk import PakketPagina
from desktop.views.navigatie import Navigator, Pagina, Plek
from desktop.views.theme import Thema
from desktop.views.work import Work


class BestuurPagina(Pagina):
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
        super().__init__(parent)
        vast = (diensten, work, navigator, thema)
        self.overzicht = PakketOverzicht(*vast, voorbeeld=voorbeeld)
        self.stuk = PakketPagina(*vast, voorbeeld=voorbeeld, afdrukken=afdrukken, bijlage=bijlage)
        self._stapel = QStackedWidget()
        for deel in (self.overzicht, self.stuk):
            self._stapel.addWidget(deel)
            deel.veranderd.connect(self.veranderd)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.addWidget(self._stapel)

    @property
    def huidig(self) -> Pagina:
        """Return the part that shows."""
        return self.stuk if self._stapel.currentWidget() is self.stuk else self.overzicht

    def titel(self) -> str:
        """Return the name of what shows."""
        return self.huidig.titel()

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way to what shows."""
        return self.huidig.kruimels()

    def toon(self, plek: Plek) -> None:
        """Show the overview of a period, or a delivery."""
        deel: Pagina = self.stuk if plek.id is not None or is_nieuw(plek.extra) else self.overzicht
        self._stapel.setCurrentWidget(deel)
        deel.toon(plek)
        self.veranderd.emit()

    def mag_weg(self) -> bool:
        """Put away what is half-written."""
        return self.huidig.mag_weg()

    def berg_op(self) -> None:
        """At lock: queue the save of what is not on disk yet."""
        self.stuk.berg_op()

    def druk_af(self) -> bool:
        """Ctrl+P: print what shows here."""
        return self.huidig.druk_af()
