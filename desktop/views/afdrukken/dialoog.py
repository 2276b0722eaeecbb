"""The print dialog: for whom and how many, which printer, or a PDF file; the copy in question stands beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from desktop.models.errors import UserError
from desktop.views.afdrukken.afdruk import Afdruk, maak_printer
from desktop.views.afdrukken.bron import AFGEDRUKT, Bron, Gedrukt, Keuze, zin_over_tekens
from desktop.views.afdrukken.export import ExportDialoog
from desktop.views.afdrukken.printers import PrinterKeuze, Printerlijst
from desktop.views.afdrukken.voorbeeld import Afschriftbeeld
from desktop.views.theme import Thema
from desktop.views.widgets import (
    Alinea,
    BannerVak,
    Bezig,
    Bladvlak,
    Dialoog,
    IcoonKnop,
    Kaart,
    Knop,
    Label,
    pas_in_scherm,
    zeg,
)
from desktop.views.work import Work

_MEEST = 20
"""So many copies of one at most: more is a slip of the finger."""
_RECHTS = 340


class Aantal(QWidget):
    """A small number with a button at either side, large enough for a finger."""

    veranderd = Signal()

    def __init__(self, thema: Thema, waarde: int, naam: str) -> None:
        super().__init__()
        self.veld = QSpinBox()
        self.veld.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.veld.setRange(0, _MEEST)
        self.veld.setValue(waarde)
        self.veld.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.veld.setFixedWidth(thema.px(52))
        self.veld.setAccessibleName(f"Aantal: {naam}")
        self.minder = IcoonKnop("minus", f"Eén minder: {naam}", thema)
        self.meer = IcoonKnop("plus", f"Eén meer: {naam}", thema)
        self.minder.clicked.connect(lambda _=False: self.veld.stepDown())
        self.meer.clicked.connect(lambda _=False: self.veld.stepUp())
        self.veld.valueChanged.connect(self._pas_aan)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(thema.px(4))
        for deel in (self.minder, self.veld, self.meer):
            rij.addWidget(deel)
        self.setFocusProxy(self.veld)
        self._pas_aan(waarde)

    def waarde(self) -> int:
        """Return the number."""
        return self.veld.value()

    def _pas_aan(self, waarde: int) -> None:
        self.minder.setEnabled(waarde > 0)
        self.meer.setEnabled(waarde < _MEEST)
        self.veranderd.emit()


class Afschriftkaart(Kaart):
    """One copy: for whom, how many, and a button to see it."""

    bekijk = Signal()

    def __init__(self, thema: Thema, keuze: Keuze) -> None:
        super().__init__(thema)
        self.inhoud.addWidget(Alinea(keuze.label, "sterk"))
        rij = QHBoxLayout()
        rij.setSpacing(thema.px(8))
        self.aantal = Aantal(thema, keuze.aantal, keuze.label)
        self.knop = Knop("Bekijk", thema, "koppeling", "eye")
        self.knop.setAccessibleName(f"Bekijk: {keuze.label}")
        self.knop.clicked.connect(lambda _=False: self.bekijk.emit())
        rij.addWidget(self.aantal)
        rij.addStretch(1)
        rij.addWidget(self.knop)
        self.inhoud.addLayout(rij)

    def zet_getoond(self, aan: bool) -> None:
        """Say whether this copy is the one beside it."""
        self.knop.setEnabled(not aan)
        self.knop.setText("Staat hiernaast" if aan else "Bekijk")


class AfdrukDialoog(Dialoog):
    """Prints the copies of a source, or exports the one that shows. Every print is in the audit before it happens."""

    def __init__(
        self, thema: Thema, work: Work, bron: Bron, parent: QWidget | None, printers: Printerlijst | None = None
    ) -> None:
        super().__init__(thema, "Afdrukken of PDF", parent)
        self._work = work
        self._bron = bron
        self._nummer = 0
        self._afdruk: Afdruk | None = None
        self._ronde = 0
        self.beeld = Afschriftbeeld(thema, work, bron)
        self.banners = BannerVak(thema)
        self.kaarten = [Afschriftkaart(thema, keuze) for keuze in bron.keuzes]
        self.printer = PrinterKeuze(thema, work, printers or Printerlijst())
        self.bezig = Bezig(thema, "")
        self.bezig.hide()
        self.bezig.afgebroken.connect(self._breek_af)
        self._bouw(thema)
        self.sluiten = self.voeg_knop("Sluiten")
        self.sluiten.clicked.connect(self.reject)
        self.bewaar = self.voeg_knop("Bewaar als PDF…")
        self.bewaar.zet_icoon("file-pdf")
        self.bewaar.clicked.connect(self._bewaar)
        self.druk = self.voeg_knop("Druk af", "primair")
        self.druk.zet_icoon("printer")
        self.druk.clicked.connect(self._druk_af)
        self._verbind()
        self._pas_aan()
        pas_in_scherm(self, thema, 1180, 820)
        # beside the numbers stands the first of what is proposed
        self.toon(next((n for n, keuze in enumerate(bron.keuzes) if keuze.aantal), 0))
        self._zet_focus()

    def _zet_focus(self) -> None:
        """Stand on what one most likely does; while the printers are looked for that is to look at the numbers."""
        if not self.printer.bekend:
            self.kaarten[0].aantal.setFocus()
        else:
            (self.druk if self.druk.isEnabled() else self.bewaar).setFocus()

    def _bouw(self, thema: Thema) -> None:
        keuzes = Bladvlak()
        lijst = QVBoxLayout(keuzes.vlak)
        lijst.setContentsMargins(0, 0, thema.px(8), 0)
        lijst.setSpacing(thema.px(8))
        if len(self.kaarten) > 1:
            lijst.addWidget(Label("Voor wie", "sectie"))
            lijst.addWidget(Alinea("Elk afschrift is voor die persoon gemaakt.", "klein"))
        for kaart in self.kaarten:
            lijst.addWidget(kaart)
        lijst.addSpacing(thema.px(8))
        lijst.addWidget(self.printer)
        lijst.addStretch(1)
        rechts = QVBoxLayout()
        rechts.setSpacing(thema.px(12))
        for deel in (self.banners, self.bezig):
            rechts.addWidget(deel)
        rechts.addWidget(keuzes, 1)
        vak = QWidget()
        vak.setFixedWidth(thema.px(_RECHTS))
        vak.setLayout(rechts)
        rechts.setContentsMargins(0, 0, 0, 0)
        rij = QHBoxLayout()
        rij.setSpacing(thema.px(24))
        rij.addWidget(self.beeld, 1)
        rij.addWidget(vak)
        self.inhoud.addLayout(rij, 1)

    def _verbind(self) -> None:
        for n, kaart in enumerate(self.kaarten):
            kaart.bekijk.connect(lambda n=n: self.toon(n))
            kaart.aantal.veranderd.connect(self._pas_aan)
        self.printer.veranderd.connect(self._pas_aan)
        self.printer.gevonden.connect(self._printers_gevonden)
        self.finished.connect(lambda _: self._breek_af())

    def toon(self, nummer: int) -> None:
        """Show one of the copies beside the choices."""
        self._nummer = nummer
        for n, kaart in enumerate(self.kaarten):
            kaart.zet_getoond(n == nummer)
        self.beeld.toon(nummer)

    # -- what can be done

    def _printers_gevonden(self) -> None:
        """Go on to the button, unless a person is doing something already."""
        if self.kaarten[0].aantal.veld.hasFocus() and self.aantallen() == [k.aantal for k in self._bron.keuzes]:
            self._zet_focus()

    def aantallen(self) -> list[int]:
        """Return how many of each copy are asked."""
        return [kaart.aantal.waarde() for kaart in self.kaarten]

    def _pas_aan(self) -> None:
        """The main button says what it will do, and is off with a reason where it can do nothing."""
        totaal = sum(self.aantallen())
        reden = self.printer.reden()
        vrij = self.bezig.isHidden()
        self.druk.setEnabled(not reden and totaal > 0 and vrij)
        self.druk.zet_tekst("Druk af" if totaal == 1 else f"Druk {totaal} afschriften af" if totaal else "Druk af")
        self.druk.setToolTip(reden or ("" if totaal else "Kies bij minstens één afschrift een aantal."))
        self.druk.setAccessibleDescription(self.druk.toolTip())
        self.bewaar.setEnabled(vrij)

    # -- printing

    def _druk_af(self) -> None:
        aantallen, tweezijdig = self.aantallen(), self.printer.tweezijdig.isChecked()
        naam = self.printer.printer()
        nummers = [n for n, aantal in enumerate(aantallen) if aantal]
        self.banners.leeg()
        self._zet_bezig("De afschriften worden gemaakt…")
        ronde = self._ronde

        def gemaakt(gedrukt: Gedrukt) -> None:
            if ronde != self._ronde:  # stopped in the meantime
                return
            if zin := zin_over_tekens(gedrukt.ontbrekend):
                self.banners.zet("waarschuwing", zin)
            # setting a printer up asks its server too
            self._work.apparaat(
                self,
                lambda: maak_printer(naam, tweezijdig=tweezijdig),
                lambda printer: ingesteld(printer, gedrukt.pdf),
                mislukt,
            )

        def ingesteld(printer: QPrinter, pdf: bytes) -> None:
            if ronde != self._ronde:
                return
            self._work.kluis(
                self,
                lambda: self._bron.noteer(AFGEDRUKT, nummers),
                lambda _: genoteerd(printer, pdf),
                mislukt,
                urgent=True,
            )

        def mislukt(fout: UserError) -> None:
            if ronde == self._ronde:
                self._mislukt(fout)

        def genoteerd(printer: QPrinter, pdf: bytes) -> None:
            if ronde != self._ronde:
                return
            self._afdruk = Afdruk(self._work, printer, pdf, self)
            self._afdruk.voortgang.connect(self._voortgang)
            self._afdruk.klaar.connect(self._gedrukt)
            self._afdruk.mislukt.connect(self._mislukt)
            self._afdruk.begin()

        self._work.werk(
            self,
            lambda: self._bron.bundel(aantallen, tweezijdig=tweezijdig),
            gemaakt,
            mislukt,
        )

    def _voortgang(self, gedaan: int, totaal: int) -> None:
        self.bezig.zet_tekst("De pagina's gaan naar de printer…")
        self.bezig.zet(gedaan, totaal)

    def _gedrukt(self) -> None:
        self._klaar("goed", "De afdruk is naar de printer gestuurd.", "Haal het papier meteen op.")

    def _mislukt(self, fout: UserError) -> None:
        self._klaar("fout", fout.zin, fout.stap)

    def _klaar(self, toon: str, zin: str, stap: str) -> None:
        self._afdruk = None
        self._ronde += 1
        self.bezig.hide()
        self.banners.zet("goed" if toon == "goed" else "fout" if toon == "fout" else "info", zin, stap)
        self._pas_aan()
        self.sluiten.setFocus()

    def _zet_bezig(self, tekst: str) -> None:
        self.bezig.hervat(tekst)
        self._pas_aan()
        if self.bezig.knop is not None:
            self.bezig.knop.setFocus()
        zeg(self, tekst)

    def _breek_af(self) -> None:
        """Stop between two pages; at closing too, by hand or by the lock."""
        if self._afdruk is not None:
            self._afdruk.stop()
        if not self.bezig.isHidden():
            self._klaar("info", "Het afdrukken is gestopt.", "Wat al bij de printer is, komt nog uit de printer.")

    # -- a file

    def _bewaar(self) -> None:
        keuze = self._bron.keuzes[self._nummer]
        dialoog = ExportDialoog(self._thema, self._work, self._bron, self._nummer, keuze, self)
        dialoog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialoog.opgeslagen.connect(self._opgeslagen)
        dialoog.open()

    def _opgeslagen(self, pad: Path, beveiligd: bool) -> None:
        stap = ""
        if beveiligd:
            stap = "Geef het wachtwoord langs een andere weg door, bijvoorbeeld per telefoon."
        elif not self._bron.openbaar:
            stap = "Iedereen die bij het bestand kan, kan het lezen. Gooi het weg als je klaar bent."
        self.banners.leeg()
        map_ = pad.parent.name or str(pad.parent)
        self.banners.zet("goed", f"De PDF staat in de map {map_}.", f"Het bestand heet {pad.name}. {stap}".rstrip())
