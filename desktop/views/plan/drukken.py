"""Printing from the plan: a page, all of a role, the whole, the poster or the sociale kaart, in the usual dialog."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.services.beeld import stapel
from desktop.services.plandruk import Druk, Drukopdracht, Plandruk
from desktop.views.afdrukken.bron import Gedrukt, Keuze
from desktop.views.afdrukken.dialoog import AfdrukDialoog
from desktop.views.afdrukken.printers import Printerlijst
from desktop.views.theme import Thema
from desktop.views.work import Work


class PlanBron:
    """One print job of the plan, as the print dialog asks for it. It holds nothing of anybody, so nothing is logged."""

    openbaar = True

    def __init__(self, opdracht: Drukopdracht) -> None:
        self._opdracht = opdracht
        self._gemaakt: Gedrukt | None = None
        self.titel = opdracht.titel
        self.keuzes: Sequence[Keuze] = [Keuze(opdracht.titel, 1, opdracht.bestandsnaam)]

    def maak(self, nummer: int) -> Gedrukt:
        """Render it, once: looking and printing want the same. Runs on the lane that needs no vault."""
        if self._gemaakt is None:
            gemaakt = self._opdracht.maak()
            self._gemaakt = Gedrukt(gemaakt.pdf, gemaakt.ontbrekend)
        return self._gemaakt

    def bundel(self, aantallen: Sequence[int], *, tweezijdig: bool) -> Gedrukt:
        """Return it so many times as one print job."""
        gedrukt = self.maak(0)
        return Gedrukt(stapel(gedrukt.pdf, sum(aantallen), tweezijdig=tweezijdig), gedrukt.ontbrekend)

    def noteer(self, actie: str, nummers: Sequence[int]) -> None:
        """The plan is in no file of anybody."""


class Plandrukker:
    """Opens the print dialog over the window; pages get `druk` as a callable."""

    def __init__(self, plandruk: Plandruk, work: Work, thema: Thema, venster: QWidget) -> None:
        self._plandruk = plandruk
        self._work = work
        self._thema = thema
        self._venster = venster
        self._printers = Printerlijst()

    def druk(self, wat: Druk, sleutel: str = "") -> None:
        """Show and print: `sleutel` is that of the page, or of the rubriek."""
        bron = PlanBron(self._plandruk.opdracht(wat, sleutel))
        dialoog = AfdrukDialoog(self._thema, self._work, bron, self._venster, self._printers)
        dialoog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialoog.open()
