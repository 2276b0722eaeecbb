"""What stands around forms: the sheet that scrolls, the help beside it, and the footer that stays."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.views.forms.formulier import Formulier
from desktop.views.forms.hulp import HulpPaneel
from desktop.views.forms.voet import FormVoet
from desktop.views.theme import Thema
from desktop.views.tokens import LEESBREEDTE
from desktop.views.widgets.lagen import Bladvlak
from desktop.views.widgets.toetsen import sneltoets

_NAAST_VANAF = 1080


class FormRaam(QWidget):
    """A sheet with the help of the field in focus beside it. `kop` takes the heading; `delen` stand below that.

    Below a width of 1080 the help panel is not shown; the help line stays. `boven` is the margin above both.
    """

    hulp_getoond = Signal(bool)
    """There is room for the help panel, or there is none any more."""

    def __init__(
        self, hoofdactie: str, thema: Thema, delen: Sequence[QWidget], boven: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._thema = thema
        self._veld: QWidget | None = None
        self.hulp = HulpPaneel(thema)
        self.voet = FormVoet(hoofdactie, thema)
        self.schuif = Bladvlak()
        self.blad = QVBoxLayout(self.schuif.vlak)
        self.blad.setContentsMargins(thema.px(32), thema.px(boven), thema.px(24), thema.px(32))
        self.blad.setSpacing(thema.px(24))
        self.kop = QVBoxLayout()
        self.blad.addLayout(self.kop)
        # before the footer is placed: Tab goes in that order
        for deel in delen:
            self.blad.addWidget(deel)
        self.blad.addStretch(1)
        self._hulpvlak = Bladvlak()
        hulprand = QVBoxLayout(self._hulpvlak.vlak)
        hulprand.setContentsMargins(0, thema.px(boven), thema.px(24), thema.px(24))
        hulprand.addWidget(self.hulp)
        self._hulpvlak.setMinimumWidth(thema.px(320))
        self._hulpvlak.setMaximumWidth(thema.px(560))
        # the form with its margins and scroll bar; the help comes right beside it
        self.schuif.setMaximumWidth(thema.px(LEESBREEDTE + 32 + 24 + 12))
        naast = QHBoxLayout()
        naast.setSpacing(0)
        naast.addWidget(self.schuif, 1000)
        naast.addWidget(self._hulpvlak, 500)
        naast.addStretch(1)
        rand = QVBoxLayout(self)
        rand.setContentsMargins(0, 0, 0, 0)
        rand.setSpacing(0)
        rand.addLayout(naast, 1)
        rand.addWidget(self.voet)
        for toetsen in ("Ctrl+Return", "Ctrl+Enter"):
            sneltoets(self, toetsen, self.voet.hoofdknop.click, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        sneltoets(self, "F6", self.wissel_hulp, Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def met_hulp(self) -> bool:
        """Whether the help panel stands beside the form."""
        return not self._hulpvlak.isHidden()

    def wissel_hulp(self) -> None:
        """Go from a field to what can be pressed in its help, and back: Tab would change the help on its way there."""
        nu = QApplication.focusWidget()
        if nu is not None and self._hulpvlak.isAncestorOf(nu):
            if self._veld is not None and isValid(self._veld):
                self._veld.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        knop = next((k for k in self.hulp.findChildren(QAbstractButton) if k.isVisible()), None)
        if knop is not None:
            self._veld = nu
            knop.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the help panel where there is room for it."""
        super().resizeEvent(event)
        naast = self.width() >= self._thema.px(_NAAST_VANAF)
        if naast is self._hulpvlak.isHidden():
            self._hulpvlak.setHidden(not naast)
            self.hulp_getoond.emit(naast)

    def toon_hulp(self, formulier: Formulier, naam: str) -> None:
        """A field got the focus: show its help, and bring it into view with some room around it."""
        self.hulp.toon(formulier.spec(naam))
        widget = QApplication.focusWidget()
        # what is being pressed stays under the mouse: scrolled away before the release, the click would be lost
        gedrukt = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if widget is not None and not gedrukt and self.schuif.isAncestorOf(widget):
            self.schuif.ensureWidgetVisible(widget, 0, self._thema.px(48))
