"""Signed on paper: on which day, and the scan of the sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.models.errors import UserError
from desktop.services.beeld import keur, lees
from desktop.views.forms.basis import regel
from desktop.views.forms.tijdvelden import GEEN_DATUM, DatumVeld
from desktop.views.ondertekenen.gegevens import Scan
from desktop.views.theme import Thema
from desktop.views.widgets import Knop, Label, rij, zeg
from desktop.views.work import Work


class Papierdeel(QWidget):
    """Asks the day of signing and the scan. The file is read and looked at here, and stored with the outcome."""

    gewijzigd = Signal()

    def __init__(
        self, thema: Thema, work: Work, vandaag: Callable[[], date], afdrukken: Callable[[], None] | None
    ) -> None:
        super().__init__()
        self._work = work
        self._vandaag = vandaag
        self._ronde = 0
        self.scan: Scan | None = None
        self.datum = DatumVeld(vandaag, thema)
        self.datum.zet_namen("Getekend op", "De dag waarop de ouder het blad tekende.")
        self.datum.setMaximumWidth(thema.px(280))
        self.datum.gewijzigd.connect(self._anders)
        self.fout_datum = regel("", "fout")
        self.fout_scan = regel("", "fout")
        self.kies = Knop("Kies de scan…", thema, icoon="paperclip")
        self.kies.clicked.connect(self._kies)
        self.naam = Label("", "klein")
        self.naam.setWordWrap(True)
        self.weg = Knop("Haal weg", thema, "koppeling")
        self.weg.setAccessibleName("Haal de scan weg")
        self.weg.clicked.connect(lambda _=False: self._zet(None))
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(thema.px(8))
        vak.addWidget(regel("Laat het handtekeningblad tekenen, scan het en voeg de scan hier toe.", "klein"))
        if afdrukken is not None:
            self.druk = Knop("Druk het afschrift af…", thema, "koppeling", "printer")
            self.druk.clicked.connect(lambda _=False: afdrukken())
            vak.addLayout(rij(thema, self.druk, 1))
        vak.addWidget(Label("Getekend op *", "veld"))
        vak.addWidget(self.datum)
        vak.addWidget(self.fout_datum)
        vak.addWidget(Label("Scan van het getekende blad *", "veld"))
        vak.addLayout(rij(thema, self.kies, self.weg, 1))
        vak.addWidget(self.naam)
        vak.addWidget(self.fout_scan)
        self.leeg()

    def leeg(self) -> None:
        """Begin again: today, and no scan."""
        self._ronde += 1
        self.datum.zet(self._vandaag().isoformat())
        self.scan = None
        for fout in (self.fout_datum, self.fout_scan):
            fout.hide()
        self._toon_scan()

    def gevuld(self) -> bool:
        """Whether there is something to lose."""
        return self.scan is not None

    def dag(self) -> date | None:
        """Return the day of signing; None where there is none."""
        try:
            return date.fromisoformat(str(self.datum.waarde() or ""))
        except ValueError:
            return None

    def probleem(self) -> QWidget | None:
        """Show what is missing or wrong; returns what should get the focus, None where all is there."""
        dag = self.dag()
        zin = "" if dag is not None and dag <= self._vandaag() else "Deze datum ligt in de toekomst."
        if dag is None:
            zin = GEEN_DATUM if self.datum.waarde() else "Vul in wanneer de ouder tekende."
        self._toon_fout(self.fout_datum, zin)
        self.datum.zet_fout(bool(zin))
        self._toon_fout(self.fout_scan, "" if self.scan else "Voeg de scan van het getekende blad toe.")
        return self.datum.regel if zin else None if self.scan else self.kies

    def neem(self, pad: Path) -> None:
        """Read a file and look whether it can be attached."""
        self._ronde += 1
        ronde = self._ronde
        self.kies.setEnabled(False)

        def lees_en_keur() -> Scan:
            data = lees(pad)
            keur(pad.name, data)
            return Scan(pad.name, data)

        def klaar(scan: Scan) -> None:
            self.kies.setEnabled(True)
            if ronde == self._ronde:
                self._zet(scan)

        def mislukt(fout: UserError) -> None:
            self.kies.setEnabled(True)
            if ronde == self._ronde:
                self._toon_fout(self.fout_scan, str(fout))

        self._work.werk(self, lees_en_keur, klaar, mislukt)

    def _kies(self) -> None:
        soorten = "PDF of afbeelding (*.pdf *.jpg *.jpeg *.png);;Alle bestanden (*)"
        vraag = QFileDialog(self, "Scan kiezen", "", soorten)
        vraag.setFileMode(QFileDialog.FileMode.ExistingFile)
        vraag.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        vraag.fileSelected.connect(lambda pad: self.neem(Path(pad)))
        vraag.open()

    def _zet(self, scan: Scan | None) -> None:
        self.scan = scan
        self.fout_scan.hide()
        self._toon_scan()
        if scan is not None:
            zeg(self, f"Scan gekozen: {scan.naam}")
        self.gewijzigd.emit()

    def _toon_scan(self) -> None:
        self.kies.zet_tekst("Kies een andere scan…" if self.scan else "Kies de scan…")
        self.weg.setVisible(self.scan is not None)
        self.naam.setText(f"Gekozen: {self.scan.naam}" if self.scan else "PDF, JPEG of PNG, hoogstens 25 MB.")

    def _anders(self) -> None:
        self.fout_datum.hide()
        self.datum.zet_fout(False)
        self.gewijzigd.emit()

    def _toon_fout(self, waar: Label, zin: str) -> None:
        waar.setText(zin)
        waar.setVisible(bool(zin))
