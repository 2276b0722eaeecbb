"""The ways out of the counts of a year: a paper and a spreadsheet without names, small numbers kept back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.models.telling import AFGESCHERMD, KLEIN
from desktop.views.kluispagina import sta_toe
from desktop.views.rapportage.verzending import BUITEN
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Kaart, Knop, SectieKop, StroomLayout


@dataclass(frozen=True, slots=True)
class Jaarwoorden:
    """What the card says: the name of the paper, for whom it is, why small numbers are kept back, and what if not."""

    naam: str
    kleur: str
    voor: str
    waarom: str
    binnen: str


class JaarverslagKaart(Kaart):
    """The ways out of the counts: a paper and a spreadsheet, small numbers kept back unless someone chooses not to."""

    papier = Signal(bool)
    """Asked for, with whether small numbers are kept back."""
    rekenblad = Signal(bool)

    def __init__(self, thema: Thema, woorden: Jaarwoorden, parent: QWidget | None = None) -> None:
        super().__init__(thema, parent=parent)
        self._woorden = woorden
        self.inhoud.setSpacing(thema.px(12))
        self.afschermen = QCheckBox(f"Scherm aantallen onder de {KLEIN} af")
        self.afschermen.setChecked(True)
        self.uitleg = Alinea("", "klein")
        self.papier_knop = Knop(f"{woorden.naam} (PDF)", thema, "primair", "file-pdf")
        self.rekenblad_knop = Knop("Rekenblad…", thema, icoon="table")
        self.papier_knop.clicked.connect(lambda: self.papier.emit(self.afschermen.isChecked()))
        self.rekenblad_knop.clicked.connect(lambda: self.rekenblad.emit(self.afschermen.isChecked()))
        self.afschermen.toggled.connect(self._leg_uit)
        knoppen = QWidget()
        rij = StroomLayout(thema, 8, knoppen)
        for knop in (self.papier_knop, self.rekenblad_knop):
            rij.addWidget(knop)
        self.inhoud.addWidget(SectieKop(thema, f"{woorden.naam} zonder namen", "files", woorden.kleur))
        self.inhoud.addWidget(Alinea(woorden.voor))
        self.inhoud.addWidget(self.afschermen)
        self.inhoud.addWidget(self.uitleg)
        self.inhoud.addWidget(knoppen)
        self.inhoud.addWidget(Alinea(BUITEN, "klein"))
        self._leg_uit()

    def sta_toe(self, reden: str) -> None:
        """Enable the ways out, or say why this account may not."""
        for knop in (self.papier_knop, self.rekenblad_knop):
            sta_toe(knop, reden)

    def _leg_uit(self) -> None:
        alles = f"Nu staan ook de aantallen onder de {KLEIN} erin. {self._woorden.binnen}"
        self.uitleg.setText(f"{AFGESCHERMD} {self._woorden.waarom}" if self.afschermen.isChecked() else alles)
