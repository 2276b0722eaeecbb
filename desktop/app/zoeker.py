"""Searching from the bar: the index over the plan as it is now, records while a vault is open, and what one chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.app.handelingen import AFDEKKEN, HANDELINGEN, NAAR, THEMA, VERGRENDEL
from desktop.services.hulp import Hulp
from desktop.services.vinden import Vinden
from desktop.services.zoeken import Zoeken
from desktop.views.navigatie import Plek
from desktop.views.zoeken import Doe, Snelzoeker, Zoekbron

if TYPE_CHECKING:
    from desktop.app.programma import Programma


class Zoeker(QObject):
    """One for the life of the program; made when first needed. `bron` is for pages that search too."""

    def __init__(self, programma: Programma) -> None:
        super().__init__(programma)
        self._p = programma
        self.hulp = Hulp()
        self.vinden = Vinden(programma.planhouder.plan, self.hulp, HANDELINGEN, self._kan)
        self.bron = Zoekbron(self.vinden, programma.work)
        self._snel: Snelzoeker | None = None
        programma.planhouder.veranderd.connect(self.bouw)

    def bouw(self) -> None:
        """Make the index of what the plan says now, off the user's thread."""
        self._p.work.werk(self, self.vinden.bouw)

    def zet_zoeken(self, zoeken: Zoeken | None) -> None:
        """A vault is open: its records are found too. None at a lock: nothing of them stays in the list."""
        self.bron.zoeken = zoeken
        if self._snel is not None:
            self._snel.zoek("")

    def zoek(self, woorden: str) -> None:
        """Show what matches below the search box."""
        if self._snel is None:
            self._snel = Snelzoeker(self.bron, self._p.venster.balk.uitkomsten, self)
        self._snel.zoek(woorden)

    def kies(self, doel: object) -> None:
        """Go where a result leads, or do what it says."""
        if isinstance(doel, Plek):
            self._p.navigator.ga(doel)
        elif isinstance(doel, Doe):
            self._doe(doel.sleutel)

    def _doe(self, sleutel: str) -> None:
        for handeling, plek in NAAR.items():
            if handeling.sleutel == sleutel:
                self._p.navigator.ga(plek)
        for handeling, thema in THEMA.items():
            if handeling.sleutel == sleutel:
                self._p.zet_thema(thema)
        if sleutel == VERGRENDEL.sleutel:
            self._p.vergrendel()
        elif sleutel == AFDEKKEN.sleutel:
            self._p.venster.afdekker.wissel()

    def _kan(self, sleutel: str) -> bool:
        plek = next((plek for handeling, plek in NAAR.items() if handeling.sleutel == sleutel), None)
        if plek is not None:
            return plek.page in self._p.paginas
        return sleutel != VERGRENDEL.sleutel or self._p.sessie is not None
