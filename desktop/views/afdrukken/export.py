"""A PDF to a file: with a passphrase for what is about people; in the audit before the first byte is written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QRadioButton, QWidget

from desktop.models.errors import UserError
from desktop.services.beeld import MIN_WACHTWOORD, schrijf, versleutel
from desktop.views.afdrukken.bron import GEEXPORTEERD, Bron, Keuze, zin_over_tekens
from desktop.views.start.invoer import WachtwoordInvoer
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, BannerVak, Bezig, Dialoog
from desktop.views.work import Work


def documenten() -> Path:
    """Return the person's folder of documents, or else the home folder: never where the program happens to run."""
    plek = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return plek if plek.is_absolute() and plek.is_dir() else Path.home()


class ExportDialoog(Dialoog):
    """Asks how a copy is kept outside the vault, and where. The passphrase stays nowhere."""

    opgeslagen = Signal(object, bool)
    """Written: the path, and whether with a passphrase."""

    def __init__(self, thema: Thema, work: Work, bron: Bron, nummer: int, keuze: Keuze, parent: QWidget | None) -> None:
        super().__init__(thema, "Bewaar als PDF", parent)
        self._work = work
        self._bron = bron
        self._nummer = nummer
        self._keuze = keuze
        self.banners = BannerVak(thema)
        self.met = QRadioButton("Met wachtwoord: alleen wie het wachtwoord heeft, kan de PDF openen")
        self.zonder = QRadioButton("Zonder wachtwoord: iedereen die bij het bestand kan, kan het lezen")
        if bron.openbaar:
            self.zonder.setText("Zonder wachtwoord: hier staat niets in over een leerling of ouder")
        (self.zonder if bron.openbaar else self.met).setChecked(True)
        self.eerste = WachtwoordInvoer(
            thema, "Wachtwoord", f"Minstens {MIN_WACHTWOORD} tekens, bijvoorbeeld drie of vier losse woorden."
        )
        self.tweede = WachtwoordInvoer(thema, "Wachtwoord nog een keer")
        for veld, naam in ((self.eerste, "Wachtwoord tonen"), (self.tweede, "Tweede wachtwoord tonen")):
            veld.toon.setAccessibleName(naam)
            veld.toon.setToolTip(naam)
        self.raad = Alinea(
            "Geef het wachtwoord langs een andere weg door dan de PDF, bijvoorbeeld per telefoon. "
            "Vangnet bewaart het niet: is het weg, dan maak je een nieuwe PDF.",
            "klein",
        )
        self.bezig = Bezig(thema, "De PDF wordt gemaakt…", annuleerbaar=False)
        self.bezig.hide()
        delen: tuple[QWidget, ...] = (Alinea(keuze.label, "sterk"), self.banners, self.met, self.zonder)
        delen += (self.eerste, self.tweede, self.raad, self.bezig)
        for deel in delen:
            self.inhoud.addWidget(deel)
        self.inhoud.addStretch(1)
        self.terug = self.voeg_knop("Terug")
        self.terug.clicked.connect(self.reject)
        self.kies = self.voeg_knop("Kies een plaats…", "primair")
        self.kies.clicked.connect(self._kies)
        self.met.toggled.connect(self._pas_aan)
        self.eerste.enter.connect(self.tweede.veld.setFocus)
        self.tweede.enter.connect(self._kies)
        self.setMinimumWidth(thema.px(560))
        self._pas_aan(self.met.isChecked())
        (self.kies if bron.openbaar else self.eerste.veld).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the text needs at this width; Qt reckons with a wider one and would squeeze the first field."""
        super().showEvent(event)
        self._groei()

    def _groei(self) -> None:
        indeling = self.layout()
        assert indeling is not None
        indeling.activate()  # what has just been shown or hidden counts
        self.resize(self.width(), max(self.height(), indeling.totalHeightForWidth(self.width())))

    def _pas_aan(self, met: bool) -> None:
        for deel in (self.eerste, self.tweede, self.raad):
            deel.setVisible(met)
        if self.isVisible():
            self._groei()

    def _kies(self) -> None:
        if self._klopt():
            self._vraag_plaats()

    def _vraag_plaats(self) -> None:
        vraag = QFileDialog(self, "Bewaar als PDF", str(documenten() / self._keuze.bestandsnaam), "PDF (*.pdf)")
        vraag.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        vraag.setDefaultSuffix("pdf")
        vraag.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        vraag.fileSelected.connect(lambda pad: self.bewaar(Path(pad)))
        vraag.open()

    def _klopt(self) -> bool:
        """Whether the passphrase can be used; what is wrong is said at its field."""
        if not self.met.isChecked():
            return True
        if len(self.eerste.tekst().strip()) < MIN_WACHTWOORD:
            return self._wijs_af(self.eerste, f"Dit wachtwoord is te kort: neem minstens {MIN_WACHTWOORD} tekens.")
        if self.eerste.tekst() != self.tweede.tekst():
            return self._wijs_af(self.tweede, "Dit is niet hetzelfde als hierboven.")
        return True

    def _wijs_af(self, invoer: WachtwoordInvoer, zin: str) -> bool:
        invoer.zet_fout(zin)
        self._groei()
        invoer.veld.setFocus()
        invoer.veld.selectAll()
        return False

    def bewaar(self, pad: Path) -> None:
        """Make the copy and write it there: rendered, logged, and only then written."""
        bron, nummer = self._bron, self._nummer
        wachtwoord = self.eerste.tekst() if self.met.isChecked() else ""
        self.banners.leeg()
        self._zet_bezig(True)

        def maak() -> tuple[bytes, tuple[str, ...]]:
            gedrukt = bron.maak(nummer)
            return versleutel(gedrukt.pdf, wachtwoord) if wachtwoord else gedrukt.pdf, gedrukt.ontbrekend

        def gemaakt(uit: tuple[bytes, tuple[str, ...]]) -> None:
            data, ontbrekend = uit
            self._work.kluis(
                self,
                lambda: bron.noteer(GEEXPORTEERD, [nummer]),
                lambda _: self._work.werk(
                    self,
                    lambda: schrijf(pad, data),
                    lambda _: self._klaar(pad, bool(wachtwoord), ontbrekend),
                    self._mislukt,
                ),
                self._mislukt,
                urgent=True,
            )

        self._work.werk(self, maak, gemaakt, self._mislukt)

    def _klaar(self, pad: Path, beveiligd: bool, ontbrekend: tuple[str, ...]) -> None:
        for veld in (self.eerste, self.tweede):
            veld.wis()
        self._zet_bezig(False)
        self.opgeslagen.emit(pad, beveiligd)
        if zin := zin_over_tekens(ontbrekend):
            self.banners.zet("waarschuwing", zin)
            self.kies.hide()
            self.terug.zet_tekst("Sluiten")
        else:
            self.accept()

    def _mislukt(self, fout: UserError) -> None:
        self._zet_bezig(False)
        self.banners.zet("fout", fout.zin, fout.stap)

    def _zet_bezig(self, aan: bool) -> None:
        self.bezig.setVisible(aan)
        self.kies.setEnabled(not aan)
