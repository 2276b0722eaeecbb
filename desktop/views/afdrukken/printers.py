"""Which printer, and on both sides: asked off the user's thread, since a print server may not answer for seconds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from desktop.models.errors import UserError
from desktop.views.afdrukken.afdruk import kan_tweezijdig, printers
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Label, zeg
from desktop.views.work import Work

_ZOEKT = "Printers worden gezocht…"
_METEEN = "Haal het papier meteen van de printer."


@dataclass(slots=True)
class Printerlijst:
    """What is known of this computer's printers. The next dialog begins with it, and asks anew all the same."""

    bekend: bool = False
    namen: Sequence[str] = ()
    standaard: str = ""
    tweezijdig: dict[str, bool] = field(default_factory=dict)


class PrinterKeuze(QWidget):
    """The choice of a printer; until the first answer it says what it waits for, and nothing else waits."""

    veranderd = Signal()
    """Another printer, or other things known about it."""
    gevonden = Signal()
    """The first answer is there, also where there is no printer."""

    def __init__(self, thema: Thema, work: Work, lijst: Printerlijst) -> None:
        super().__init__()
        self._work = work
        self._lijst = lijst
        self.keuze = QComboBox()
        self.keuze.setAccessibleName("Printer")
        self.tweezijdig = QCheckBox("Dubbelzijdig")
        self.uitleg = Alinea("", "klein")
        label = Label("Printer", "veld")
        label.setBuddy(self.keuze)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(thema.px(8))
        for deel in (label, self.keuze, self.tweezijdig, self.uitleg):
            vak.addWidget(deel)
        self._vul()
        self.keuze.currentTextChanged.connect(lambda _: self._ander())
        # only here, so that a print server is asked at no other moment
        work.apparaat(self, printers, self._gelezen, self._niet_gelezen)

    @property
    def bekend(self) -> bool:
        """Whether it is known which printers there are."""
        return self._lijst.bekend

    def printer(self) -> str:
        """Return the name of the chosen printer; '' while there is none."""
        return self.keuze.currentText() if self.keuze.isEnabled() else ""

    def reden(self) -> str:
        """Return why nothing can be printed; '' where it can."""
        if self.printer():
            return ""
        return "Er is geen printer gevonden." if self.bekend else "De printers worden nog gezocht."

    def _gelezen(self, gevonden: tuple[Sequence[str], str]) -> None:
        eerst, lijst = not self.bekend, self._lijst
        lijst.bekend, (lijst.namen, lijst.standaard) = True, gevonden
        lijst.tweezijdig.clear()
        self._vul()
        self._ander()
        if eerst:
            zeg(self, self.reden() or f"Printer: {self.printer()}.")
            self.gevonden.emit()

    def _niet_gelezen(self, fout: UserError) -> None:
        self._gelezen(((), ""))

    def _vul(self) -> None:
        """Show what is known, with the same printer chosen where it is still there."""
        lijst, was = self._lijst, self.printer()
        self.keuze.blockSignals(True)
        self.keuze.clear()
        self.keuze.addItems(list(lijst.namen) or ["Geen printer gevonden" if lijst.bekend else _ZOEKT])
        self.keuze.setCurrentText(was if was in lijst.namen else lijst.standaard)
        self.keuze.blockSignals(False)
        self.keuze.setEnabled(bool(lijst.namen))
        self._leg_uit()

    def _ander(self) -> None:
        naam = self.printer()
        if naam and naam not in self._lijst.tweezijdig:
            self._work.apparaat(self, lambda: kan_tweezijdig(naam), lambda kan: self._gevraagd(naam, kan))
        self._leg_uit()

    def _gevraagd(self, naam: str, kan: bool) -> None:
        self._lijst.tweezijdig[naam] = kan
        self._leg_uit()

    def _leg_uit(self) -> None:
        kan = self._lijst.tweezijdig.get(self.printer())
        self.tweezijdig.setEnabled(bool(kan))
        if kan is False:
            self.tweezijdig.setChecked(False)
        if not self.bekend:
            zin = "Bekijken en bewaren als PDF kan al."
        elif not self.printer():
            zin = "Sluit een printer aan en open dit venster opnieuw, of bewaar als PDF."
        elif kan is None:
            zin = f"De printer wordt gevraagd of hij dubbelzijdig kan. {_METEEN}"
        elif kan:
            zin = f"Dubbelzijdig begint elk afschrift op een nieuw vel. {_METEEN}"
        else:
            zin = f"Deze printer zegt dat hij niet dubbelzijdig kan. {_METEEN}"
        self.uitleg.setText(zin)
        self.veranderd.emit()
