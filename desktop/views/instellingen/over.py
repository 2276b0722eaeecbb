"""What the program is, its version, and the licences of what it stands on."""

from __future__ import annotations

from PySide6.QtWidgets import QTextBrowser

from desktop.services.over import licenties, versie
from desktop.views.instellingen.deel import Deel, Omgeving
from desktop.views.widgets import Alinea, Label


class OverDeel(Deel):
    """Version and licences."""

    sleutel = "over"
    naam = "Over Vangnet"
    icoon = "info"
    handleiding = "it-beheer"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.versie = Label("", "sterk")
        self.tekst = QTextBrowser()
        self.tekst.setProperty("blad", True)
        self.tekst.setOpenLinks(False)
        self.tekst.setAccessibleName("Licenties")
        self.tekst.setMinimumHeight(omgeving.thema.px(420))
        self.inhoud.addWidget(self.versie)
        self.inhoud.addWidget(Alinea("Vangnet stuurt niets naar internet. Alles staat in de kluis op deze computer."))
        self.inhoud.addWidget(Label("Licenties", "sectie"))
        self.inhoud.addWidget(self.tekst)
        self._gelezen = False

    def toon(self) -> None:
        """Read version and licences, once."""
        if not self._gelezen:
            self._gelezen = True
            self.o.work.werk(self, lambda: (versie(), licenties()), lambda uitkomst: self._zet(*uitkomst))

    def _zet(self, nummer: str, tekst: str) -> None:
        self.versie.setText(f"Vangnet {nummer}" if nummer else "Vangnet")
        self.tekst.setMarkdown(tekst)
