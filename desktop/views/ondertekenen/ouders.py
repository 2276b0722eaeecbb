"""The parents of a report, one chip each with where that parent stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from desktop.models.core import Wie
from desktop.services.stuk import Ouderstand
from desktop.views.ondertekenen.gegevens import zelfde
from desktop.views.ondertekenen.woorden import stand
from desktop.views.theme import Thema
from desktop.views.widgets import Knop, StroomLayout, maak_leeg
from desktop.views.widgets.volgorde import keten_in


class Ouderchips(QWidget):
    """Shows who must still sign and who is done; a press brings that parent up."""

    gekozen = Signal(object)
    """The Wie."""

    def __init__(self, thema: Thema) -> None:
        super().__init__()
        self._thema = thema
        self.chips: list[Knop] = []
        self._stroom = StroomLayout(thema, 8, self)

    def zet(self, standen: Sequence[Ouderstand], nu: Wie) -> None:
        """Show these parents, with the present one pressed in."""
        had_focus = any(chip.hasFocus() for chip in self.chips)
        maak_leeg(self._stroom)
        self.chips = []
        for een in standen:
            woord, toon, icoon = stand(een.ondertekening)
            hier = zelfde(een.wie, nu)
            chip = Knop(f"{een.wie.naam} · {woord.lower()}", self._thema, "chip").krimpbaar()
            chip.setCheckable(True)
            chip.setChecked(hier)
            kleur = "op_accent" if hier else {"goed": "goed", "waarschuwing": "waarschuwing"}.get(toon, "zacht")
            chip.setIconSize(QSize(self._thema.px(16), self._thema.px(16)))
            chip.setIcon(self._thema.icoon(icoon, kleur))
            chip.setAccessibleName(f"{een.wie.naam}, {woord}" + (", deze ouder" if hier else ""))
            chip.clicked.connect(lambda _=False, chip=chip, een=een, hier=hier: self._kies(chip, een.wie, hier))
            self.chips.append(chip)
            self._stroom.addWidget(chip)
            chip.show()
            if hier and had_focus:
                chip.setFocus()
        keten_in(self, self.chips)

    def _kies(self, chip: Knop, wie: Wie, hier: bool) -> None:
        # a press says what is wished; what shows is decided by `zet`
        chip.setChecked(hier)
        if not hier:
            self.gekozen.emit(wie)
