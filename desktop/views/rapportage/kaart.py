"""The bundle of a period on its overview: where it stands, its receivers, and the ways out."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.models.rapportage import Bundel
from desktop.services.rapportage import Jaarbeeld
from desktop.views.forms.basis import regel
from desktop.views.kluispagina import sta_toe
from desktop.views.rapportage.verzending import BUITEN, VerzendVak
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Kaart, Knop, Pil, SectieKop, StroomLayout

_GEEN = "Nog niet gemaakt"


class BundelKaart(Kaart):
    """Says where the bundle stands; what is to be done goes out as a signal."""

    openen = Signal()
    voorbeeld = Signal()
    rekenblad = Signal()
    verstuurd = Signal(object)
    """An Ontvanger: say when it was sent."""

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(thema, parent=parent)
        self._thema = thema
        self.inhoud.setSpacing(thema.px(12))
        self.pil = Pil(thema, _GEEN, "rust", "minus-circle")
        self.stand = Alinea("", "basis")
        self.open_knop = Knop("Maak de jaarbundel", thema, "primair", "note-pencil")
        self.voorbeeld_knop = Knop("Voorbeeld en PDF", thema, icoon="file-pdf")
        self.rekenblad_knop = Knop("Rekenblad…", thema, icoon="table")
        self.open_knop.clicked.connect(self.openen)
        self.voorbeeld_knop.clicked.connect(self.voorbeeld)
        self.rekenblad_knop.clicked.connect(self.rekenblad)
        self.verzending = VerzendVak(thema)
        self.verzending.verstuurd.connect(self.verstuurd)
        kop = QHBoxLayout()
        kop.addWidget(SectieKop(thema, "Jaarbundel", "files", "rol.directeur"), 1)
        kop.addWidget(self.pil)
        knoppen = QWidget()
        rij = StroomLayout(thema, 8, knoppen)
        for knop in (self.open_knop, self.voorbeeld_knop, self.rekenblad_knop):
            rij.addWidget(knop)
        self.inhoud.addLayout(kop)
        self.inhoud.addWidget(self.stand)
        self.inhoud.addWidget(knoppen)
        self._buiten = regel(BUITEN, "klein")
        self.inhoud.addWidget(self._buiten)
        self.inhoud.addWidget(self.verzending)

    def toon(self, beeld: Jaarbeeld, *, begonnen: bool, geen_pdf: str) -> None:
        """Show the bundle of a period. `begonnen`: half-written but not stored; `geen_pdf`: why no copy may be made."""
        bundel = beeld.bundel
        vast = bundel is not None and bundel.state == "vastgesteld"
        if bundel is None:
            self.pil.zet(_GEEN, "rust", "minus-circle")
            self.stand.setText(
                "De directeur bundelt elk jaar met de intern begeleider alle rapportages: aantallen, aard, doorgaande "
                "lijn en welke scholing nodig is. De bundel gaat naar het bestuur en de coördinator sociale veiligheid."
            )
        elif vast:
            self.pil.zet("Vastgesteld", "goed")
            later = " Er zijn sindsdien rapportages veranderd; die zitten er niet in." if beeld.nieuw else ""
            self.stand.setText(f"De cijfers staan vast. Vul hieronder in wanneer je de bundel hebt verstuurd.{later}")
        else:
            self.pil.zet("Concept", "waarschuwing", "pencil-simple")
            self.stand.setText("Schrijf de conclusies, kijk het voorbeeld na en stel vast. Daarna verstuur je hem.")
        naam = "Open de jaarbundel" if vast else "Ga verder" if bundel or begonnen else "Maak de jaarbundel"
        self.open_knop.zet_tekst(naam)
        for deel in (self.voorbeeld_knop, self.rekenblad_knop, self._buiten):
            deel.setVisible(bundel is not None)
        for knop in (self.voorbeeld_knop, self.rekenblad_knop):
            sta_toe(knop, geen_pdf)
        self._toon_ontvangers(beeld, vast)

    def _toon_ontvangers(self, beeld: Jaarbeeld, vast: bool) -> None:
        bundel = beeld.bundel.value if beeld.bundel is not None else None
        self.verzending.toon(bundel.ontvangers if isinstance(bundel, Bundel) and vast else (), beeld.verstuurd)

    @property
    def verzendknoppen(self) -> dict[UUID, Knop]:
        """The buttons that ask when it was sent, by receiver."""
        return self.verzending.knoppen
