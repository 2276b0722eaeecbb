"""The organisations below each other under their headings, the two for danger on top; kept true every minute."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.models.sociale_kaart import GROEPEN, Organisatie
from desktop.services.plan import Plan
from desktop.views.kaart.rij import OrganisatieRij
from desktop.views.kaart.woorden import nu_bereikbaar
from desktop.views.theme import Thema
from desktop.views.widgets import SectieKop, maak_leeg
from desktop.views.widgets.volgorde import keten_in

BOVENAAN = ("politie-spoed", "veilig-thuis")
"""Whom to call in danger: always in sight, whatever is looked for."""
_EERST, _PER_KEER = 2, 2
"""So many cards are made before the first painting, those for danger, and at a time after it."""
_NAAST = 860
_MINUUT = 60_000
_ICOON = dict(zip(GROEPEN, ("shield-warning", "helping-hand", "graduation-cap", "scales", "chats-circle"), strict=True))


class KaartLijst(QWidget):
    """All cards. `past` says which show; the two on top always do."""

    kopieer = Signal(str, str)
    site = Signal(str)
    wijzig = Signal(str)
    naar_boven = Signal()
    """Up from the first card."""
    gebouwd = Signal()
    """Every card is there."""

    def __init__(self, thema: Thema, plan: Plan, past: Callable[[Organisatie], bool], mag: bool) -> None:
        super().__init__()
        self._thema = thema
        self._plan = plan
        self._past = past
        self._mag = mag
        self.rijen: list[OrganisatieRij] = []
        self._koppen: dict[str, SectieKop] = {}
        self._wacht: list[Organisatie] = []
        self._af = False
        self._getoond: tuple[Organisatie, ...] = ()
        self._boven = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._boven.setSpacing(thema.px(12))
        self._vak = QVBoxLayout()
        self._vak.setSpacing(thema.px(8))
        rand = QVBoxLayout(self)
        rand.setContentsMargins(0, 0, 0, 0)
        rand.setSpacing(thema.px(16))
        rand.addLayout(self._boven)
        rand.addLayout(self._vak)
        self._verder = QTimer(self)
        self._verder.setSingleShot(True)
        self._verder.timeout.connect(self._bouw_verder)
        self.klok = QTimer(self)
        self.klok.setSingleShot(True)
        self.klok.timeout.connect(self._tik)

    def vul(self) -> None:
        """Show the organisations as they are now."""
        for vak in (self._boven, self._vak):
            maak_leeg(vak)
        self.rijen, self._koppen = [], {}
        self._getoond = self._plan.organisaties()
        self._wacht = sorted(self._getoond, key=lambda o: o.sleutel not in BOVENAAN)
        self._af = False
        self._bouw(_EERST)
        if self._wacht:
            self.update()  # the rest follows once this is painted
        else:
            self._verder.start(0)

    def verouderd(self) -> bool:
        """Whether the plan has other organisations than show here."""
        return self._getoond != self._plan.organisaties()

    def maak_af(self) -> None:
        """Make the cards that are still to be made, all at once."""
        if not self._af:
            self._verder.stop()
            self._bouw(len(self._wacht))
            self._klaar()

    def _bouw_verder(self) -> None:
        self._bouw(_PER_KEER)
        if self._wacht:
            self._verder.start(0)
        else:
            self._klaar()

    def _klaar(self) -> None:
        self._af = True
        keten_in(self, [widget for rij in self.rijen for widget in rij.widgets()])
        self.gebouwd.emit()

    def _bouw(self, aantal: int) -> None:
        nu, self._wacht = self._wacht[:aantal], self._wacht[aantal:]
        for organisatie in nu:
            bovenaan = organisatie.sleutel in BOVENAAN
            stand = nu_bereikbaar(self._plan, organisatie)
            rij = OrganisatieRij(self._thema, organisatie, stand, bovenaan=bovenaan, mag=self._mag)
            rij.kopieer.connect(self.kopieer)
            rij.site.connect(self.site)
            rij.wijzig.connect(self.wijzig)
            rij.stap.connect(lambda stap, rij=rij: self._stap(rij, stap))
            self.rijen.append(rij)
            if bovenaan:
                self._boven.addWidget(rij, 1)
                continue
            groep = organisatie.groep
            if groep not in self._koppen:
                kop = self._koppen[groep] = SectieKop(self._thema, groep, _ICOON[groep])
                kop.layout().setContentsMargins(0, self._thema.px(16), 0, 0)  # type: ignore[union-attr]
                self._vak.addWidget(kop)
            self._vak.addWidget(rij)
        self.filter()

    def filter(self) -> int:
        """Show what is looked for; returns how many of them match, the two on top included."""
        treffers = 0
        getoond: set[str] = set()
        for rij in self.rijen:
            past = self._past(rij.organisatie)
            treffers += past
            if rij.organisatie.sleutel not in BOVENAAN:
                _toon(rij, past)
                getoond |= {rij.organisatie.groep} if past else set()
        for groep, kop in self._koppen.items():
            _toon(kop, groep in getoond)
        return treffers

    def af(self) -> bool:
        """Whether every card is there."""
        return self._af

    def rij(self, sleutel: str) -> OrganisatieRij | None:
        """Return the card of an organisation; None where there is none."""
        self.maak_af()
        return next((rij for rij in self.rijen if rij.organisatie.sleutel == sleutel), None)

    def eerste(self) -> OrganisatieRij | None:
        """Return the first card of what is looked for."""
        self.maak_af()
        return next((rij for rij in self.rijen if not rij.isHidden() and self._past(rij.organisatie)), None)

    def ververs_stand(self) -> None:
        """Say again who can be reached now; nothing moves."""
        for rij in self.rijen:
            stand = nu_bereikbaar(self._plan, rij.organisatie)
            if stand != rij.nu:
                rij.zet_nu(stand)

    def _stap(self, rij: OrganisatieRij, stap: int) -> None:
        self.maak_af()
        zichtbaar = [r for r in self.rijen if not r.isHidden()]
        doel = zichtbaar.index(rij) + stap
        if doel < 0:
            self.naar_boven.emit()
        elif doel < len(zichtbaar):
            zichtbaar[doel].setFocus()

    def _tik(self) -> None:
        self.ververs_stand()
        self._start_klok()

    def _start_klok(self) -> None:
        nu, _ = self._plan.nu()
        # right after the minute turns: an office that opens at nine is open at nine
        self.klok.start(_MINUUT - (nu.second * 1_000 + nu.microsecond // 1_000) + 50)

    def showEvent(self, event: QShowEvent) -> None:
        """Hours went by unseen: look at the clock, and go on looking."""
        super().showEvent(event)
        self.ververs_stand()
        self._start_klok()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nothing runs."""
        super().hideEvent(event)
        self.klok.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What one sees first is there: go on with the rest."""
        super().paintEvent(event)
        if not self._af and not self._verder.isActive():
            self._verder.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The two on top beside each other where both fit."""
        super().resizeEvent(event)
        naast = self.width() >= self._thema.px(_NAAST)
        self._boven.setDirection(QBoxLayout.Direction.LeftToRight if naast else QBoxLayout.Direction.TopToBottom)


def _toon(deel: QWidget, toon: bool) -> None:
    """Show or hide; nothing where it is so already, since Qt lays out the whole page again each time."""
    if deel.isHidden() is toon:
        deel.setVisible(toon)
