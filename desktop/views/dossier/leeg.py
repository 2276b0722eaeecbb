"""Blank forms to print, for those who have no account: a signal and an incident, to be filled in by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.rechten import Actie
from desktop.services.dossierdruk import Blanco
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.navigatie import Plek
from desktop.views.werkomgeving import Werkomgeving
from desktop.views.widgets import Alinea, Bladvlak, Kaart, Knop, Label, SectieKop

_FORMULIEREN: tuple[tuple[Blanco, str, str, str], ...] = (
    (
        "signaal",
        "Signaalformulier",
        "eye",
        "Voor wie iets zag of hoorde en geen account heeft: de conciërge, de overblijfkracht, een stagiair. "
        "Een collega zet het daarna in Vangnet, met de naam van wie het gaf.",
    ),
    (
        "incident",
        "Incidentformulier",
        "warning",
        "Voor wie een incident meemaakte. Het gaat naar de directeur, die het registreert.",
    ),
)


class LegeFormulierenPagina(KluisPagina):
    """Two cards, each with a button that prints."""

    handleiding = "signaal"

    def __init__(self, om: Werkomgeving) -> None:
        super().__init__(*om.kern)
        thema = om.thema
        self._druk = om.druk
        self.knoppen: dict[Blanco, Knop] = {}
        blad = Bladvlak()
        vak = QVBoxLayout(blad.vlak)
        vak.setContentsMargins(thema.px(32), thema.px(8), thema.px(32), thema.px(24))
        vak.setSpacing(thema.px(16))
        vak.addWidget(Label("Lege formulieren", "kop"))
        vak.addWidget(
            Alinea("Op papier in te vullen. Bewaar een ingevuld formulier nooit los in een la of map.", "zacht")
        )
        for soort, naam, icoon, uitleg in _FORMULIEREN:
            vak.addWidget(self._kaart(soort, naam, icoon, uitleg))
        vak.addStretch(1)
        self._vak.addWidget(blad)

    def titel(self) -> str:
        """Return the name of the page."""
        return "Lege formulieren"

    def toon(self, plek: Plek) -> None:
        """Show both, with the focus on the one that the place names."""
        self.begin()
        reden = self.reden(Actie.AFDRUKKEN)
        for knop in self.knoppen.values():
            sta_toe(knop, reden)
        self.neem_focus(self.knoppen["incident" if plek.extra == "incident" else "signaal"])

    def druk_af(self) -> bool:
        """Ctrl+P: the form whose button has the focus, else that of a signal."""
        soort: Blanco = "incident" if self.knoppen["incident"].hasFocus() else "signaal"
        self.knoppen[soort].click()
        return self.knoppen[soort].isEnabled()

    def _kaart(self, soort: Blanco, naam: str, icoon: str, uitleg: str) -> QWidget:
        thema = self._thema
        kaart = Kaart(thema)
        kaart.setMaximumWidth(thema.px(760))
        kaart.inhoud.addWidget(SectieKop(thema, naam, icoon, "koppeling"))
        kaart.inhoud.addWidget(Alinea(uitleg))
        knop = Knop("Druk af…", thema, icoon="printer")
        knop.setAccessibleName(f"{naam}: druk af")
        knop.clicked.connect(lambda: self._druk(lambda: self._d.dossierdruk.formulier(soort)))
        rij = QHBoxLayout()
        rij.addWidget(knop, 0, Qt.AlignmentFlag.AlignLeft)
        rij.addStretch(1)
        kaart.inhoud.addLayout(rij)
        self.knoppen[soort] = knop
        return kaart
