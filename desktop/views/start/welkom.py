"""The first start: four ways to begin; and what is shown while something is being made ready."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from desktop.views.start.vlak import KiesMap, StartVlak, kies_map
from desktop.views.theme import Thema
from desktop.views.widgets import Bezig, KnopKaart


class WelkomScherm(StartVlak):
    """Shown as long as this PC knows no vault."""

    nieuwe_kluis = Signal()
    open_kluis = Signal(object)
    """The Path of the vault that was chosen."""
    terugzetten = Signal()
    demo = Signal()
    plan = Signal()
    """The plan without a vault."""

    def __init__(self, thema: Thema, kies: KiesMap = kies_map) -> None:
        super().__init__(
            thema,
            "Welkom",
            "Vangnet bewaart gesprekken en afspraken over leerlingen in een kluis op deze computer. "
            "Alleen wie een wachtwoordzin heeft, kan erin.",
            "eerste-dag",
        )
        self._kies = kies
        self.kaarten: list[KnopKaart] = []
        for titel, regel, icoon, kleur, doe in (
            (
                "Nieuwe kluis",
                "Je school begint met Vangnet",
                "plus",
                "accent",
                self.nieuwe_kluis.emit,
            ),
            (
                "Open een bestaande kluis",
                "Kies de map die op .kluis eindigt",
                "folder-open",
                "rol.ib",
                self._open,
            ),
            (
                "Reservekopie terugzetten",
                "Van een stick, schijf of andere computer",
                "arrow-counter-clockwise",
                "rol.directeur",
                self.terugzetten.emit,
            ),
            (
                "Bekijk de demo",
                "Een verzonnen school; verdwijnt bij het afsluiten",
                "play-circle",
                "rol.ondersteunend",
                self.demo.emit,
            ),
        ):
            kaart = KnopKaart(thema, titel, regel, icoon, kleur)
            kaart.clicked.connect(lambda _=False, doe=doe: doe())
            self.kaarten.append(kaart)
            self.inhoud.addWidget(kaart)
        self.voeg_weg("Bekijk het plan", self.plan.emit, "book-bookmark")
        self.voeg_weg("Handleiding", self.vraag_hulp, "question")

    def showEvent(self, event: QShowEvent) -> None:
        """The first way has the focus."""
        super().showEvent(event)
        self.kaarten[0].setFocus()

    def _open(self) -> None:
        gekozen = self._kies(self, "Kies de map van de kluis", Path.home())
        if gekozen is not None:
            self.open_kluis.emit(gekozen)


class WachtScherm(StartVlak):
    """Something is being made ready; nothing to do but wait."""

    def __init__(self, thema: Thema, tekst: str) -> None:
        super().__init__(thema, "Even geduld", "", "eerste-dag")
        self.inhoud.addWidget(Bezig(thema, tekst, annuleerbaar=False))
