"""Where the papers for the board stand: to be made, to be established, to be sent; and the ways out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.models.bestuurspakket import Bestuurspakket
from desktop.services.bestuur import Pakketbeeld
from desktop.views.forms.basis import regel
from desktop.views.kluispagina import sta_toe
from desktop.views.rapportage.verzending import BUITEN, VerzendVak
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Kaart, Knop, Pil, SectieKop, StroomLayout


class PakketKaart(Kaart):
    """Says where the papers of a period stand; what is to be done goes out as a signal."""

    openen = Signal()
    voorbeeld = Signal()
    rekenblad = Signal()

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(thema, parent=parent)
        self.inhoud.setSpacing(thema.px(12))
        self.pil = Pil(thema, "")
        self.stand = Alinea("")
        self.open_knop = Knop("Maak de stukken", thema, "primair", "note-pencil")
        self.voorbeeld_knop = Knop("Voorbeeld en PDF", thema, icoon="file-pdf")
        self.rekenblad_knop = Knop("Rekenblad…", thema, icoon="table")
        self.open_knop.clicked.connect(self.openen)
        self.voorbeeld_knop.clicked.connect(self.voorbeeld)
        self.rekenblad_knop.clicked.connect(self.rekenblad)
        self.verzending = VerzendVak(thema)
        self._buiten = regel(BUITEN, "klein")
        kop = QHBoxLayout()
        self.kop = SectieKop(thema, "", "files", "rol.directeur")
        kop.addWidget(self.kop, 1)
        kop.addWidget(self.pil)
        knoppen = QWidget()
        rij = StroomLayout(thema, 8, knoppen)
        for knop in (self.open_knop, self.voorbeeld_knop, self.rekenblad_knop):
            rij.addWidget(knop)
        self.inhoud.addLayout(kop)
        for deel in (self.stand, knoppen, self._buiten, self.verzending):
            self.inhoud.addWidget(deel)

    def toon(self, beeld: Pakketbeeld, geen_pdf: str) -> None:
        """Show the papers of a period; `geen_pdf` says why no copy may be made."""
        stored = beeld.pakket
        vast = stored is not None and stored.state == "vastgesteld"
        value = stored.value if stored is not None else None
        if vast:
            self.pil.zet("Vastgesteld", "goed")
            later = " Sindsdien is er iets veranderd; dat zit er niet in." if beeld.nieuw else ""
            self.stand.setText(f"De cijfers staan vast. Vul in wanneer je de stukken verstuurde.{later}")
        elif stored is not None or beeld.begonnen is not None:
            self.pil.zet("Concept", "waarschuwing", "pencil-simple")
            self.stand.setText("Schrijf je toelichting, kijk het voorbeeld na en stel vast. Daarna verstuur je alles.")
        else:
            self.pil.zet("Nog niet gemaakt", "rust", "minus-circle")
            self.stand.setText(
                "Vangnet zet alles van deze periode in één PDF en één rekenblad, zonder namen. Jij kiest wat meegaat "
                "en schrijft er een toelichting bij."
            )
        naam = "Open de stukken" if vast else "Ga verder" if beeld.begonnen else "Maak de stukken"
        self.open_knop.zet_tekst(naam)
        for deel in (self.voorbeeld_knop, self.rekenblad_knop, self._buiten):
            deel.setVisible(stored is not None)
        for knop in (self.voorbeeld_knop, self.rekenblad_knop):
            sta_toe(knop, geen_pdf)
        ontvangers = value.ontvangers if vast and isinstance(value, Bestuurspakket) else ()
        self.verzending.toon(ontvangers, beeld.verstuurd)
