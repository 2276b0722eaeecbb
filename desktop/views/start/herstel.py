"""A new passphrase with the recovery sheet: four lines to type, forgivingly, and the account that gets it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.errors import Beschadigd, UserError
from desktop.views.start.accounts import AccountKeuze
from desktop.views.start.invoer import Invoer
from desktop.views.start.vlak import StartVlak, open_voor
from desktop.views.start.vragen import NieuweZin
from desktop.views.theme import Thema
from desktop.views.widgets import Bezig, Knop, Label, rij, sneltoets
from desktop.views.work import Work

if TYPE_CHECKING:
    from desktop.services.kluis import Header, Ingang, OpenKluis
    from desktop.services.poort import Poort

_REGELS = 4


class CodeInvoer(QWidget):
    """The four lines of the sheet. Pasting or typing the whole code in one line spreads it over all."""

    def __init__(self, thema: Thema) -> None:
        super().__init__()
        self.regels = [Invoer(thema, f"Regel {n}", max_tekens=200) for n in range(1, _REGELS + 1)]
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(thema.px(8))
        vak.addWidget(Label("Hoofdletters, spaties en streepjes maken niet uit.", "klein"))
        for nummer, regel in enumerate(self.regels):
            vak.addWidget(regel)
            regel.enter.connect(lambda nummer=nummer: self._volgende(nummer))
        self.regels[0].gewijzigd.connect(self._verdeel)
        self.setFocusProxy(self.regels[0])

    def code(self) -> str:
        """Return what was typed, a line each."""
        return "\n".join(regel.tekst() for regel in self.regels)

    def leeg(self) -> bool:
        """Whether nothing was typed."""
        return not self.code().strip()

    def toon_fout(self, zin: str, regels: Sequence[int]) -> None:
        """Show at which lines (from 1) something is wrong, or at the first where that is not known."""
        for nummer in regels or (1,):
            eigen = f"Regel {nummer} klopt niet. Vergelijk teken voor teken met het blad." if regels else zin
            self.regels[nummer - 1].zet_fout(eigen)
        self.regels[(regels or (1,))[0] - 1].setFocus()

    def wis(self) -> None:
        """Forget what was typed."""
        for regel in self.regels:
            regel.zet_tekst("")

    def _volgende(self, nummer: int) -> None:
        if nummer + 1 < len(self.regels):
            self.regels[nummer + 1].setFocus()
        else:
            self.focusNextChild()

    def _verdeel(self, tekst: str) -> None:
        tekens = [t for t in tekst if t.isalnum()]
        if len(tekens) != 16 * _REGELS or any(regel.tekst() for regel in self.regels[1:]):
            return
        for nummer, regel in enumerate(self.regels):
            deel = tekens[nummer * 16 : (nummer + 1) * 16]
            regel.zet_tekst(" ".join("".join(deel[n : n + 4]) for n in range(0, 16, 4)))


class HerstelScherm(StartVlak):
    """Asks the code, the account and a new passphrase, and opens the vault with them."""

    geopend = Signal(object)
    """The OpenKluis."""
    terug = Signal()
    terugzetten = Signal()

    def __init__(self, thema: Thema, work: Work, poort: Poort, folder: Path) -> None:
        super().__init__(
            thema,
            "Wachtwoordzin vergeten",
            "Met het herstelblad krijgt een account een nieuwe wachtwoordzin. Dat komt in het logboek.",
            "herstelblad",
        )
        self._work = work
        self._poort = poort
        self._folder = folder
        self._bezig = False
        self._begonnen = False
        self.code = CodeInvoer(thema)
        self.accounts = AccountKeuze(thema)
        self.accounts.label.setText("Welk account krijgt een nieuwe zin?")
        self.zin = NieuweZin(thema, "Nieuwe wachtwoordzin")
        self.voortgang = Bezig(thema, "De nieuwe wachtwoordzin wordt ingesteld…", annuleerbaar=False)
        self.voortgang.hide()
        self.knop_terug = Knop("Terug", thema, icoon="arrow-left")
        self.knop = Knop("Zin instellen en openen", thema, "primair", "lock-key-open")
        for deel in (self.code, self.accounts, self.zin, self.voortgang):
            self.inhoud.addWidget(deel)
        self.inhoud.addLayout(rij(thema, self.knop_terug, 1, self.knop))
        self.zin.enter.connect(self._probeer)
        self.knop.clicked.connect(self._probeer)
        self.knop_terug.clicked.connect(self.terug)
        sneltoets(self, "Alt+Left", self.terug.emit, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.voeg_weg("Handleiding", self.vraag_hulp, "question")

    def showEvent(self, event: QShowEvent) -> None:
        """Read which accounts there are."""
        super().showEvent(event)
        self.code.setFocus()
        if not self._begonnen:
            self._begonnen = True
            QTimer.singleShot(0, self, self._lees)

    def _lees(self) -> None:
        self._work.werk(self, lambda: self._poort.ingangen(self._folder), self._gelezen, self._meld)

    def _gelezen(self, gevonden: tuple[Header, Sequence[Ingang]]) -> None:
        self.accounts.zet_ingangen([(i.slot, i.label) for i in gevonden[1]])

    def _probeer(self) -> None:
        slot = self.accounts.slot()
        if self._bezig or slot is None:
            return
        self.banners.leeg()
        if self.code.leeg():
            self.code.toon_fout("Typ alle vier de regels van het blad over.", ())
            return
        if not self.zin.klopt():
            return
        code, zin = self.code.code(), self.zin.tekst()
        self._zet_bezig(True)
        open_voor(
            self,
            self._work,
            lambda: self._poort.herstel(self._folder, code, slot, zin),
            self._is_open,
            self._mislukt,
        )

    def _is_open(self, kluis: OpenKluis) -> None:
        self.code.wis()
        self.zin.wis()
        self.geopend.emit(kluis)

    def _mislukt(self, fout: UserError) -> None:
        from desktop.services.kluis import RecoveryCodeMistyped, WrongSecret

        self._zet_bezig(False)
        if isinstance(fout, RecoveryCodeMistyped):
            self.code.toon_fout(str(fout), fout.lines)
        elif isinstance(fout, WrongSecret):
            self.code.toon_fout("Deze code hoort niet bij deze kluis. Misschien is het een oud blad.", ())
        else:
            self._meld(fout)

    def _meld(self, fout: UserError) -> None:
        if isinstance(fout, Beschadigd):
            self.banners.zet("fout", fout.zin, fout.stap, "Reservekopie terugzetten", self.terugzetten.emit)
        else:
            opnieuw = self._probeer if self.accounts.slot() else self._lees
            self.banners.zet("fout", fout.zin, fout.stap, "Opnieuw proberen", opnieuw)
        self.blad.ensureVisible(0, 0)

    def _zet_bezig(self, bezig: bool) -> None:
        self._bezig = bezig
        self.voortgang.setVisible(bezig)
        for deel in (self.code, self.accounts, self.zin, self.knop, self.knop_terug):
            deel.setDisabled(bezig)
