"""The parents of a report with where each stands: a chip for either of two, one button with a list for more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.models.core import Wie
from desktop.services.stuk import Ouderstand
from desktop.views.ondertekenen.gegevens import zelfde
from desktop.views.ondertekenen.woorden import stand
from desktop.views.theme import Thema
from desktop.views.widgets import Knop, StroomLayout, maak_leeg
from desktop.views.widgets.volgorde import keten_in

_CHIPS = 2
_LIJST = 320
_KLEUR = {"goed": "goed", "waarschuwing": "waarschuwing"}


class Ouderchips(QWidget):
    """Shows who must still sign and who is done; a press brings that parent up.

    One parent needs no choice, and more than two would push what that parent decides out of sight: they are in a list.
    """

    gekozen = Signal(object)
    """The Wie."""

    def __init__(self, thema: Thema) -> None:
        super().__init__()
        self._thema = thema
        self.chips: list[Knop] = []
        self.lijstknop: Knop | None = None
        self.lijst = QMenu(self)
        self.lijst.setAccessibleName("Ouder kiezen")
        self._stroom = StroomLayout(thema, 8, self)

    def zet(self, standen: Sequence[Ouderstand], nu: Wie) -> None:
        """Show these parents, with the present one marked."""
        had_focus = any(knop is not None and knop.hasFocus() for knop in (*self.chips, self.lijstknop))
        maak_leeg(self._stroom)
        self.lijst.clear()
        self.chips, self.lijstknop = [], None
        self.setVisible(len(standen) > 1)
        if len(standen) == 1:
            return
        if len(standen) > _CHIPS:
            self.lijstknop = self._maak_lijst(standen, nu)
            self._stroom.addWidget(self.lijstknop)
            self.lijstknop.show()
            if had_focus:
                self.lijstknop.setFocus()
            return
        for een in standen:
            chip = self._maak_chip(een, hier=zelfde(een.wie, nu))
            self.chips.append(chip)
            self._stroom.addWidget(chip)
            chip.show()
            if chip.isChecked() and had_focus:
                chip.setFocus()
        keten_in(self, self.chips)

    def _maak_chip(self, een: Ouderstand, *, hier: bool) -> Knop:
        woord, toon, icoon = stand(een.ondertekening)
        chip = Knop(f"{een.wie.naam} · {woord.lower()}", self._thema, "chip").krimpbaar()
        chip.setCheckable(True)
        chip.setChecked(hier)
        chip.setIconSize(QSize(self._thema.px(16), self._thema.px(16)))
        chip.setIcon(self._thema.icoon(icoon, "op_accent" if hier else _KLEUR.get(toon, "zacht")))
        chip.setAccessibleName(f"{een.wie.naam}, {woord}" + (", deze ouder" if hier else ""))
        chip.clicked.connect(lambda: self._kies(chip, een.wie, hier))
        return chip

    def _maak_lijst(self, standen: Sequence[Ouderstand], nu: Wie) -> Knop:
        plek = 1
        for n, een in enumerate(standen, 1):
            woord, toon, icoon = stand(een.ondertekening)
            hier = zelfde(een.wie, nu)
            plek = n if hier else plek
            breed = self._thema.px(_LIJST)
            naam = self.fontMetrics().elidedText(een.wie.naam, Qt.TextElideMode.ElideRight, breed).replace("&", "&&")
            regel = f"{naam} · {woord.lower()}" + (" (deze ouder)" if hier else "")
            keuze = self.lijst.addAction(self._thema.icoon(icoon, _KLEUR.get(toon, "zacht")), regel)
            keuze.triggered.connect(lambda _=False, een=een, hier=hier: None if hier else self.gekozen.emit(een.wie))
        nog = sum(een.open for een in standen)
        rest = f"nog {nog} open" if nog else "iedereen is klaar"
        knop = Knop(f"Ouder {plek} van {len(standen)} · {rest}", self._thema, icoon="caret-down")
        knop.setAccessibleDescription("Kies een andere ouder")
        knop.clicked.connect(lambda: self.lijst.popup(knop.mapToGlobal(QPoint(0, knop.height() + 4))))
        return knop

    def _kies(self, chip: Knop, wie: Wie, hier: bool) -> None:
        # a press says what is wished; what shows is decided by `zet`
        chip.setChecked(hier)
        if not hier:
            self.gekozen.emit(wie)
