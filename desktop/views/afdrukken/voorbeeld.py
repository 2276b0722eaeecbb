"""The preview: each copy as it will be on paper, with the way on to printing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.models.errors import UserError
from desktop.views.afdrukken.bron import Bron, Gedrukt, zin_over_tekens
from desktop.views.afdrukken.pdfbeeld import PdfBeeld
from desktop.views.theme import Thema
from desktop.views.widgets import Dialoog, KiesChip, StroomLayout, pas_in_scherm
from desktop.views.work import Work


class Afschriftbeeld(PdfBeeld):
    """Shows one of the copies of a source at a time; it is rendered when it is asked for."""

    def __init__(self, thema: Thema, work: Work, bron: Bron, parent: QWidget | None = None) -> None:
        super().__init__(thema, work, parent)
        self._lane = work
        self._bron = bron
        self._gevraagd = -1

    def toon(self, nummer: int) -> None:
        """Show a copy; what comes too late for an earlier one is dropped."""
        if nummer == self._gevraagd:
            return
        self._gevraagd = nummer
        self.bezig()

        def klaar(gedrukt: Gedrukt) -> None:
            if nummer == self._gevraagd:
                self.zet(gedrukt.pdf)
                if zin := zin_over_tekens(gedrukt.ontbrekend):
                    self.banners.zet("waarschuwing", zin, "Kijk of de tekst zo te begrijpen is.")

        def fout(error: UserError) -> None:
            if nummer == self._gevraagd:
                self.toon_fout(error)

        self._lane.werk(self, lambda: self._bron.maak(nummer), klaar, fout)


class VoorbeeldDialoog(Dialoog):
    """A record as PDF, to look at. `afdrukken` opens the print dialog; None where that is not to be done here."""

    def __init__(
        self, thema: Thema, work: Work, bron: Bron, parent: QWidget | None, afdrukken: Callable[[], None] | None = None
    ) -> None:
        super().__init__(thema, bron.titel, parent)
        self.chips: list[KiesChip] = []
        if len(bron.keuzes) > 1:
            vak = QWidget()
            stroom = StroomLayout(thema, 8, vak)
            for n, keuze in enumerate(bron.keuzes):
                chip = KiesChip(keuze.label, thema, aan=n == 0, plus=False)
                chip.clicked.connect(lambda _=False, n=n: self.toon(n))
                self.chips.append(chip)
                stroom.addWidget(chip)
            self.inhoud.addWidget(vak)
        self.beeld = Afschriftbeeld(thema, work, bron)
        self.inhoud.addWidget(self.beeld, 1)
        self.sluiten = self.voeg_knop("Sluiten")
        self.sluiten.clicked.connect(self.reject)
        if afdrukken is not None:
            self.verder = self.voeg_knop("Afdrukken of PDF…", "primair")
            self.verder.zet_icoon("printer")
            self.verder.clicked.connect(lambda: self._verder(afdrukken))
        pas_in_scherm(self, thema, 920, 980)
        self.beeld.setFocus()
        self.toon(0)

    def toon(self, nummer: int) -> None:
        """Show one of the copies."""
        for n, chip in enumerate(self.chips):
            chip.setChecked(n == nummer)
        self.beeld.toon(nummer)

    def _verder(self, afdrukken: Callable[[], None]) -> None:
        self.accept()
        afdrukken()
