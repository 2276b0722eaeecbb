"""The bundle of a period on its overview: where it stands, its receivers, and the ways out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.models.rapportage import Bundel, Ontvanger
from desktop.services.rapportage import Jaarbeeld
from desktop.views.forms.basis import regel
from desktop.views.forms.lezen import toon_datum
from desktop.views.forms.tijdvelden import DatumVeld
from desktop.views.kluispagina import sta_toe
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Dialoog, Kaart, Knop, Label, Pil, SectieKop, StroomLayout, maak_leeg

_GEEN = "Nog niet gemaakt"
_BUITEN = "PDF en rekenblad staan buiten de kluis, en het rekenblad heeft geen wachtwoord. Er staan geen namen in."


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
        self.verzendknoppen: dict[UUID, Knop] = {}
        self.open_knop.clicked.connect(self.openen)
        self.voorbeeld_knop.clicked.connect(self.voorbeeld)
        self.rekenblad_knop.clicked.connect(self.rekenblad)
        self._ontvangers = QWidget()
        self._onder = StroomLayout(thema, 12, self._ontvangers)
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
        self._buiten = regel(_BUITEN, "klein")
        self.inhoud.addWidget(self._buiten)
        self.inhoud.addWidget(self._ontvangers)

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
        maak_leeg(self._onder)
        self.verzendknoppen = {}
        bundel = beeld.bundel.value if beeld.bundel is not None else None
        ontvangers = bundel.ontvangers if isinstance(bundel, Bundel) and vast else ()
        self._ontvangers.setVisible(bool(ontvangers))
        for ontvanger in ontvangers:
            deel = self._ontvanger(ontvanger, beeld.verstuurd.get(ontvanger.rij))
            self._onder.addWidget(deel)
            deel.show()

    def _ontvanger(self, ontvanger: Ontvanger, op: date | None) -> QWidget:
        thema = self._thema
        kaart = Kaart(thema, "paneel")
        kaart.setMinimumWidth(thema.px(300))
        marge = thema.px(16)
        kaart.inhoud.setContentsMargins(marge, marge, marge, marge)
        kaart.inhoud.addWidget(Alinea(ontvanger.wie, "sterk"))
        woord = f"Verstuurd op {toon_datum(op, kort=True)}" if op else "Nog niet verstuurd"
        pil = Pil(thema, woord, "goed" if op else "waarschuwing", "check-circle" if op else "clock")
        knop = Knop("Andere dag…" if op else "Verstuurd op…", thema, "stil" if op else "gewoon")
        knop.setAccessibleName(f"Verstuurd op: {ontvanger.wie}")
        knop.clicked.connect(lambda _=False, o=ontvanger: self.verstuurd.emit(o))
        self.verzendknoppen[ontvanger.rij] = knop
        rij = StroomLayout(thema, 8)
        rij.addWidget(pil)
        rij.addWidget(knop)
        kaart.inhoud.addLayout(rij)
        return kaart


class VerstuurdDialoog(Dialoog):
    """Asks on which day a bundle went to a receiver. `bewaar` stores it and answers with what is wrong; '' closes."""

    def __init__(
        self,
        thema: Thema,
        ontvanger: Ontvanger,
        today: Callable[[], date],
        bewaar: Callable[[date, Callable[[str], None]], None],
        parent: QWidget | None,
    ) -> None:
        super().__init__(thema, "Verstuurd op", parent)
        self._bewaar = bewaar
        self.inhoud.addWidget(Alinea(f"Wanneer heb je de bundel verstuurd naar {ontvanger.wie}?"))
        self.inhoud.addWidget(Label("Dag", "veld"))
        self.dag = DatumVeld(today, thema)
        self.dag.zet_namen("Verstuurd op", "")
        self.dag.zet(today().isoformat())
        self.inhoud.addWidget(self.dag)
        self.fout = regel("", "fout")
        self.fout.hide()
        self.inhoud.addWidget(self.fout)
        self.voeg_knop("Terug").clicked.connect(self.reject)
        self.doen = self.voeg_knop("Leg vast", "primair")
        self.doen.clicked.connect(self._doe)
        self.dag.widgets()[0].setFocus()

    def _doe(self) -> None:
        try:
            dag = date.fromisoformat(str(self.dag.waarde()))
        except ValueError:
            self.klaar("Vul een dag in, bijvoorbeeld vandaag of 3-7-2026.")
            return
        self.doen.setEnabled(False)
        self._bewaar(dag, self.klaar)

    def klaar(self, fout: str) -> None:
        """Close, or say what is wrong."""
        self.doen.setEnabled(True)
        if not fout:
            self.accept()
            return
        self.fout.setText(fout)
        self.fout.show()
        self.dag.widgets()[0].setFocus()
