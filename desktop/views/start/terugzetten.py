"""Putting a backup back: which file, where to, and the passphrase or the recovery sheet of that moment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.models.errors import Afgebroken, UserError
from desktop.views.start.accounts import AccountKeuze, Keuze, KeuzeKaart
from desktop.views.start.herstel import CodeInvoer
from desktop.views.start.invoer import PadInvoer, WachtwoordInvoer
from desktop.views.start.vlak import KiesMap, StartVlak, documenten, kies_map
from desktop.views.start.voortgang import Voortgang
from desktop.views.theme import Thema
from desktop.views.widgets import Bezig, Knop, Label, rij, sneltoets
from desktop.views.work import Work

if TYPE_CHECKING:
    from desktop.services.herstel import Reservekopie
    from desktop.services.poort import Poort

_RUST_MS = 250
KiesBestand = Callable[[QWidget], Path | None]


def kies_reservekopie(bij: QWidget) -> Path | None:
    """Ask for a backup file in the system's own dialog."""
    soorten = "Reservekopie van Vangnet (*.kluisbackup);;Alle bestanden (*)"
    gekozen, _ = QFileDialog.getOpenFileName(bij, "Kies de reservekopie", str(Path.home()), soorten)
    return Path(gekozen) if gekozen else None


class TerugzetScherm(StartVlak):
    """Makes a vault of a backup in a new folder. An existing vault is never touched."""

    teruggezet = Signal(object)
    """The Path of the new vault."""
    terug = Signal()

    def __init__(
        self,
        thema: Thema,
        work: Work,
        poort: Poort,
        kies: KiesMap = kies_map,
        kies_bestand: KiesBestand = kies_reservekopie,
    ) -> None:
        super().__init__(
            thema,
            "Reservekopie terugzetten",
            "Van de kopie komt een nieuwe kluis. Een kluis die er al is, blijft zoals hij is.",
            "reservekopie",
            kolom=560,
        )
        self._work = work
        self._poort = poort
        self._ronde = 0
        self._gezien: Path | None = None
        self._voortgang: Voortgang | None = None
        self.bestand = PadInvoer(
            thema, "Reservekopie", "Het bestand eindigt op .kluisbackup.", lambda: kies_bestand(self)
        )
        self.plek = PadInvoer(
            thema,
            "Map van de nieuwe kluis",
            "Deze map wordt nieuw gemaakt.",
            lambda: self._in(kies(self, "Waar komt de kluis?", documenten())),
        )
        self.gemaakt = Label("", "klein")
        self.gemaakt.hide()
        self.manier = Keuze(thema, "Waarmee open je de kopie?")
        self.accounts = AccountKeuze(thema)
        self.wachtwoord = WachtwoordInvoer(thema, "Wachtwoordzin", "De zin die je had toen de kopie werd gemaakt.")
        self.code = CodeInvoer(thema)
        self.bezig: Bezig | None = None
        self.knop_terug = Knop("Terug", thema, icoon="arrow-left")
        self.knop = Knop("Terugzetten", thema, "primair", "arrow-counter-clockwise")
        self._rust = QTimer(self)
        self._rust.setSingleShot(True)
        self._rust.setInterval(_RUST_MS)
        self._rust.timeout.connect(self._kijk)
        self._open = QWidget()
        self._vak_bezig = QVBoxLayout()
        self._bouw(thema)

    def _bouw(self, thema: Thema) -> None:
        self.manier.zet(
            [
                ("zin", KeuzeKaart(thema, "Wachtwoordzin", "lock-key", "accent", "Van een account uit die tijd")),
                (
                    "blad",
                    KeuzeKaart(thema, "Herstelblad", "file-text", "accent", "Het papier met de code van vier regels"),
                ),
            ]
        )
        open_ = QVBoxLayout(self._open)
        open_.setContentsMargins(0, 0, 0, 0)
        open_.setSpacing(thema.px(16))
        delen: tuple[QWidget, ...] = (self.manier, self.accounts, self.wachtwoord, self.code)
        for deel in delen:
            open_.addWidget(deel)
        delen = (self.bestand, self.gemaakt, self.plek, self._open)
        for deel in delen:
            self.inhoud.addWidget(deel)
        self.inhoud.addLayout(self._vak_bezig)
        self.inhoud.addLayout(rij(thema, self.knop_terug, 1, self.knop))
        self._open.hide()
        self._wissel("zin")
        self.manier.gekozen.connect(self._wissel)
        self.bestand.gewijzigd.connect(lambda _: self._anders())
        self.bestand.enter.connect(self.plek.setFocus)
        self.wachtwoord.enter.connect(self._probeer)
        self.knop.clicked.connect(self._probeer)
        self.knop_terug.clicked.connect(self._terug)
        sneltoets(self, "Alt+Left", self._terug, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.voeg_weg("Handleiding", self.vraag_hulp, "question")

    def showEvent(self, event: QShowEvent) -> None:
        """The file first."""
        super().showEvent(event)
        self.bestand.setFocus()

    # -- looking at the file

    def _anders(self) -> None:
        self._ronde += 1
        self._gezien = None
        self._open.hide()
        self.gemaakt.hide()
        self._rust.start()

    def _kijk(self) -> None:
        pad, ronde = self.bestand.pad(), self._ronde
        if pad is None or not pad.suffix:
            return
        self._work.werk(
            self,
            lambda: (
                self._poort.bekijk_reservekopie(pad),
                self._poort.stel_plek_voor((documenten(), Path.home()), _naam(pad)),
            ),
            lambda gezien: self._bekeken(ronde, pad, *gezien),
            lambda fout: self._niets(ronde, fout),
        )

    def _bekeken(self, ronde: int, pad: Path, kopie: Reservekopie, plek: Path) -> None:
        if ronde != self._ronde:
            return
        self._gezien = pad
        self.gemaakt.setText(f"Gemaakt op {kopie.gemaakt.astimezone():%d-%m-%Y om %H:%M}.")
        self.gemaakt.show()
        self.accounts.zet_ingangen([(i.slot, i.label) for i in kopie.ingangen])
        if not self.plek.tekst().strip():
            self.plek.zet_tekst(str(plek))
        self._open.show()

    def _niets(self, ronde: int, fout: UserError) -> None:
        if ronde == self._ronde:
            self.bestand.zet_fout(str(fout))

    # -- putting it back

    def _probeer(self) -> None:
        plek, bestand = self.plek.pad(), self._gezien
        if self._voortgang is not None:
            return
        self.banners.leeg()
        if bestand is None:
            if not self.bestand.fout():
                self.bestand.zet_fout("Kies het bestand van de reservekopie.")
            self.bestand.setFocus()
        elif plek is None or not plek.is_absolute():
            self.plek.zet_fout("Kies een nieuwe map.")
            self.plek.setFocus()
        elif self.manier.keuze() == "blad" and self.code.leeg():
            self.code.toon_fout("Typ alle vier de regels van het blad over.", ())
        elif self.manier.keuze() == "zin" and not self.wachtwoord.tekst():
            self.wachtwoord.zet_fout("Typ de wachtwoordzin.")
            self.wachtwoord.setFocus()
        else:
            self._zet_terug(bestand, plek)

    def _zet_terug(self, bestand: Path, plek: Path) -> None:
        met_blad = self.manier.keuze() == "blad"
        code = self.code.code() if met_blad else ""
        zin = "" if met_blad else self.wachtwoord.tekst()
        slot = self.accounts.slot()
        nummer = next((n for n, s in enumerate(self.accounts.sleutels(), 1) if s == slot), 1)
        # the lane may go on for a step after this screen has left: what it reports to must outlive that
        voortgang = self._voortgang = Voortgang(self._work)
        bezig = self.bezig = Bezig(self.thema, "De reservekopie wordt teruggezet en nagelezen…")
        voortgang.stand.connect(bezig.zet)
        bezig.afgebroken.connect(voortgang.breek_af)
        self._vak_bezig.addWidget(bezig)
        self._zet_bezig(True)
        self._work.kluis(
            self,
            lambda: self._poort.zet_terug(bestand, plek, nummer, zin, voortgang.meld, code),
            lambda _: self._gelukt(plek),
            self._mislukt,
        )

    def _gelukt(self, plek: Path) -> None:
        self._zet_bezig(False)
        self.wachtwoord.wis()
        self.code.wis()
        self.teruggezet.emit(plek)

    def _mislukt(self, fout: UserError) -> None:
        from desktop.services.kluis import RecoveryCodeMistyped, WrongSecret

        self._zet_bezig(False)
        if isinstance(fout, RecoveryCodeMistyped):
            self.code.toon_fout(str(fout), fout.lines)
        elif isinstance(fout, WrongSecret) and self.manier.keuze() == "blad":
            self.code.toon_fout("Deze code hoort niet bij deze kopie.", ())
        elif isinstance(fout, WrongSecret):
            self.wachtwoord.zet_fout("Deze wachtwoordzin klopt niet. Neem de zin van toen de kopie werd gemaakt.")
            self.wachtwoord.veld.selectAll()
            self.wachtwoord.setFocus()
        elif isinstance(fout, Afgebroken):
            self.banners.zet("info", fout.zin)
        else:
            self.banners.zet("fout", fout.zin, fout.stap)
            self.blad.ensureVisible(0, 0)

    def _zet_bezig(self, bezig: bool) -> None:
        for deel in (self.bestand, self.plek, self._open, self.knop):
            deel.setDisabled(bezig)
        if bezig or self.bezig is None or self._voortgang is None:
            return
        self.bezig.hide()
        self.bezig.deleteLater()
        self._voortgang.deleteLater()
        self.bezig = self._voortgang = None

    def _terug(self) -> None:
        if self._voortgang is not None:
            self._voortgang.breek_af()
        self.terug.emit()

    def _wissel(self, manier: object) -> None:
        blad = manier == "blad"
        self.accounts.setHidden(blad)
        self.wachtwoord.setHidden(blad)
        self.code.setHidden(not blad)

    def _in(self, gekozen: Path | None) -> Path | None:
        """The vault gets a folder of its own within the one that was chosen."""
        if gekozen is None or gekozen.suffix == ".kluis":
            return gekozen
        pad = self.bestand.pad()
        return gekozen / f"{_naam(pad) if pad else 'Vangnet'}.kluis"


def _naam(bestand: Path) -> str:
    return bestand.stem.removesuffix(".kluis") or "Vangnet"
