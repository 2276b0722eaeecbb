"""Finds words on the page of the plan that shows, in its text and in the school's own, and goes through them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QScrollArea

from desktop.views.plan.blad import Planblad
from desktop.views.plan.zoekbalk import Vinder, Zoekbalk
from desktop.views.widgets.leesblad import Leesblad

_Plek = tuple[Leesblad, tuple[int, int]]
"""A sheet, and where in its text: begin and length."""


class Opzoeker(QObject):
    """Does what the bar asks. Places are numbers, never cursors: a text may be set anew while someone looks in it."""

    def __init__(self, balk: Zoekbalk, blad: Planblad, schuif: QScrollArea, vind: Vinder) -> None:
        super().__init__(blad)
        self._balk = balk
        self._blad = blad
        self._schuif = schuif
        self._vind = vind
        self._plekken: list[_Plek] = []
        self._hier = -1
        self._woorden = ""
        balk.gezocht.connect(self.zoek)
        balk.stap.connect(self.stap)
        balk.dicht.connect(self.wis)
        blad.langer.connect(self.opnieuw)

    def zoek(self, woorden: str) -> None:
        """Mark every place of these words, and go to the first."""
        self._woorden, self._hier = woorden, -1
        self._plekken = self._vindplaatsen()
        self.stap(1)

    def stap(self, richting: int) -> None:
        """Go to the next place, or the one before; after the last comes the first."""
        if self._plekken:
            self._hier = (self._hier + richting) % len(self._plekken)
        self._toon()

    def opnieuw(self) -> None:
        """The text is another one: mark the words in it, and stay where one is."""
        if not self._woorden:
            return
        hoogte = self._schuif.verticalScrollBar().value()
        self._plekken = self._vindplaatsen()
        self._hier = min(max(self._hier, 0), len(self._plekken) - 1)
        self._toon()
        self._schuif.verticalScrollBar().setValue(hoogte)

    def wis(self) -> None:
        """Nothing is looked for any more."""
        self._woorden, self._plekken, self._hier = "", [], -1
        for blad in self._blad.bladen():
            blad.markeer(())

    def _vindplaatsen(self) -> list[_Plek]:
        bladen = self._blad.bladen() if self._woorden else []
        return [(blad, plek) for blad in bladen for plek in self._vind(blad.platte_tekst(), self._woorden)]

    def _toon(self) -> None:
        for blad in self._blad.bladen():
            nummers = [n for n, (waar, _) in enumerate(self._plekken) if waar is blad]
            gekozen = nummers.index(self._hier) if self._hier in nummers else -1
            blad.markeer([self._plekken[n][1] for n in nummers], gekozen)
        self._balk.zet_aantal(self._hier + 1, len(self._plekken))
