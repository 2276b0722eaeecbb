"""Chooses a period: this school year, the one before, or any two days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.schooljaar import Periode, schooljaar_van
from desktop.views.forms.basis import regel
from desktop.views.forms.tijdvelden import DatumVeld
from desktop.views.theme import Thema
from desktop.views.widgets import KiesChip, Knop, Label, StroomLayout, kolom, rij


class PeriodeKeuze(QWidget):
    """Sends out the period that a person chose; `zet` shows one without sending it out."""

    gekozen = Signal(object)
    """A Periode."""

    def __init__(self, thema: Thema, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jaren = [schooljaar_van(today(), terug) for terug in (0, 1)]
        self.chips = [KiesChip(f"Schooljaar {jaar}", thema, plus=False) for jaar in self._jaren]
        for chip, jaar in zip(self.chips, self._jaren, strict=True):
            chip.clicked.connect(lambda _=False, jaar=jaar: self.gekozen.emit(jaar))
        self.anders = KiesChip("Andere periode", thema, plus=False)
        self.anders.clicked.connect(self._vraag)
        self.van, self.tot = DatumVeld(today, thema), DatumVeld(today, thema)
        self.toon_knop = Knop("Toon deze periode", thema)
        self.toon_knop.clicked.connect(self._zelf)
        self.fout = regel("", "fout")
        self._vak = self._bouw_zelf(thema)
        stroom = StroomLayout(thema, 8)
        for chip in (*self.chips, self.anders):
            stroom.addWidget(chip)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(thema.px(12))
        vak.addLayout(stroom)
        vak.addWidget(self._vak)
        vak.addWidget(self.fout)
        self.fout.hide()

    def zet(self, periode: Periode) -> None:
        """Show which period it is."""
        for chip, jaar in zip(self.chips, self._jaren, strict=True):
            chip.setChecked(jaar == periode)
        zelf = periode not in self._jaren
        self.anders.setChecked(zelf)
        self._vak.setVisible(zelf)
        self.fout.hide()
        self.van.zet(periode.van.isoformat())
        self.tot.zet(periode.tot.isoformat())

    def _bouw_zelf(self, thema: Thema) -> QWidget:
        vak = QWidget()
        stroom = StroomLayout(thema, 12, vak)
        for naam, veld in (("Van", self.van), ("Tot en met", self.tot)):
            veld.zet_namen(naam, "")
            een = QWidget()
            een.setLayout(kolom(thema, Label(naam, "veld"), veld, ruimte=4))
            een.setFixedWidth(thema.px(230))
            stroom.addWidget(een)
        knop = QWidget()
        knop.setLayout(kolom(thema, Label("", "veld"), rij(thema, self.toon_knop, 1), ruimte=4))
        stroom.addWidget(knop)
        return vak

    def _vraag(self) -> None:
        """Show the two days; nothing changes before they are filled in."""
        for chip in self.chips:
            chip.setChecked(False)
        self.anders.setChecked(True)
        self._vak.show()
        self.van.widgets()[0].setFocus()

    def _zelf(self) -> None:
        dagen = [_dag(veld.waarde()) for veld in (self.van, self.tot)]
        van, tot = dagen
        if van is None or tot is None:
            self._zeg("Vul twee dagen in, bijvoorbeeld 1-8-2026 en 31-7-2027.")
        elif tot < van:
            self._zeg("De laatste dag ligt vóór de eerste. Draai ze om.")
        else:
            self.gekozen.emit(Periode(van, tot))

    def _zeg(self, zin: str) -> None:
        self.fout.setText(zin)
        self.fout.show()
        self.van.widgets()[0].setFocus()


def _dag(waarde: object) -> date | None:
    try:
        return date.fromisoformat(str(waarde))
    except ValueError:
        return None
