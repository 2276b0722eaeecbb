"""The page of the meldcode: the drawing, and the way to the same in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.models.plan import BEGRIP, KAART, PLAN
from desktop.services.plan import Plan
from desktop.views.meldcode.tekening import MeldcodeTekening
from desktop.views.navigatie import Navigator, Pagina, Plek
from desktop.views.plan.begrip import Begripvlak
from desktop.views.plan.tekst import leesbaar
from desktop.views.theme import Thema
from desktop.views.widgets import Bladvlak, Knop, KortLabel, Label
from desktop.views.widgets.buitenlink import vraag_buiten

SLEUTEL = "meldcode"
"""The key of this page; `Plek(SLEUTEL, extra=...)` puts the focus on a region, by the key of its page in the plan."""


class MeldcodePagina(Pagina):
    """Every region leads to its page of the plan; a term pops up over the drawing, so that one stays where one is.

    Nothing here needs a vault; `zet` takes counts once one is open. With one, `dossiers` is where the cases are, and
    `lees` brings how many are open where each time one comes here.
    """

    handleiding = "meldcode"
    rail = SLEUTEL

    def __init__(
        self,
        thema: Thema,
        navigator: Navigator,
        plan: Plan,
        dossiers: Plek | None = None,
        lees: Callable[[Callable[[Mapping[str, int]], None]], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lees = lees
        self._thema = thema
        self._navigator = navigator
        self._plan = plan
        self._laatst = ""
        self.tekening = MeldcodeTekening(thema)
        self.tekening.gekozen.connect(self._kies)
        self.in_woorden = Knop("Lees het schema in woorden", thema, "koppeling")
        self.in_woorden.clicked.connect(lambda: navigator.ga(Plek("plan", extra="meldcode")))
        self._blad = Bladvlak()
        self.tekening.bezocht.connect(self._blad.ensureWidgetVisible)
        self._vak = QVBoxLayout(self._blad.vlak)
        self._kop = kop = QHBoxLayout()
        kop.setSpacing(thema.px(16))
        kop.addWidget(Label("De meldcode", "kop"))
        kop.addWidget(KortLabel("Kies een persoon, een taak of een vraag", "zacht"), 1)
        kop.addWidget(self.in_woorden)
        self.dossiers = Knop("Dossiers", thema, "primair", "folder-open")
        self.dossiers.setAccessibleName("Dossiers meldcode")
        kop.addWidget(self.dossiers)
        if dossiers is None:
            self.dossiers.hide()
        else:
            self.dossiers.clicked.connect(lambda: navigator.ga(dossiers))
        self._vak.addLayout(kop)
        self._vak.addWidget(self.tekening)
        self._vak.addStretch(1)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(self._blad)
        self._blad.viewport().installEventFilter(self)
        # a form has no place over a drawing: its link is plain text here
        self.begrip = Begripvlak(thema, self, lambda pagina: leesbaar(plan.tekst(pagina), ()))
        self.begrip.gevolgd.connect(self._volg)
        self.begrip.als_pagina.connect(lambda sleutel: navigator.ga(Plek("plan", extra=sleutel)))
        self.begrip.dicht.connect(lambda: self._wijs(self._laatst))

    def titel(self) -> str:
        """Return the name of the page."""
        return "Meldcode"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """One comes from home."""
        return (("Home", Plek("home")),)

    def zet(self, gevallen: Mapping[str, int]) -> None:
        """Show how many cases are open at each region, by the key of its page in the plan."""
        self.tekening.zet(gevallen)

    def toon(self, plek: Plek) -> None:
        """Show the drawing; `extra` names the region that gets the focus. Coming back, it is the one that one left."""
        self.begrip.sluit()
        if self._lees is not None:
            self._lees(self._zet_als_hier)
        self._wijs(plek.extra or (self._laatst if self._navigator.herhaald else ""))

    def _zet_als_hier(self, gevallen: Mapping[str, int]) -> None:
        # the window waits for the counts, not this page: it can be gone
        if isValid(self):
            self.zet(gevallen)

    def mag_weg(self) -> bool:
        """Remember the region that has the focus, to come back to."""
        if self.begrip.pagina is None:
            self._laatst = next((s for s, regio in self.tekening.regios.items() if regio.hasFocus()), self._laatst)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the sides free where there is room for it."""
        super().resizeEvent(event)
        self.begrip.pas_aan()
        zij = self._thema.px(32 if self.width() >= self._thema.px(1180) else 8)
        self._vak.setContentsMargins(zij, self._thema.px(4), zij, self._thema.px(8))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the drawing fill the height that is in view."""
        if event.type() == QEvent.Type.Resize and watched is self._blad.viewport():
            marges = self._vak.contentsMargins()
            kop = self._kop.sizeHint().height() + 2 * self._vak.spacing()
            self.tekening.zet_hoogte(self._blad.viewport().height() - marges.top() - marges.bottom() - kop)
        return super().eventFilter(watched, event)

    def _kies(self, sleutel: str) -> None:
        self._laatst = sleutel
        pagina = self._plan.pagina(sleutel)
        if pagina.sleutel == sleutel and pagina.soort == "begrip":
            self.begrip.open(pagina)
        else:
            self._navigator.ga(Plek("plan", extra=sleutel))

    def _wijs(self, sleutel: str) -> None:
        regio = self.tekening.regios.get(sleutel)
        if regio is not None:
            regio.setFocus(Qt.FocusReason.OtherFocusReason)
            # places are known only once the layout has run
            QTimer.singleShot(0, regio, lambda: self._blad.ensureWidgetVisible(regio))

    def _volg(self, doel: str) -> None:
        """A link in a term: another term comes over it, the rest is a page, or a website that is asked about."""
        schema, _, naam = doel.partition(":")
        schema += ":"
        if schema == BEGRIP and self._plan.bestaat(naam):
            self.begrip.open(self._plan.pagina(naam))
        elif schema == PLAN:
            self._navigator.ga(Plek("plan", extra=naam))
        elif schema == KAART:
            self._navigator.ga(Plek("sociale-kaart", extra=naam))
        else:
            vraag_buiten(self._thema, doel, self)
