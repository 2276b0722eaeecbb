"""A whole page around a form: heading, the form, help beside it, and the footer that stays."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.core import Record
from desktop.views.forms.bewaker import ConceptBewaker
from desktop.views.forms.context import FormContext
from desktop.views.forms.formulier import Formulier
from desktop.views.forms.hulp import HulpPaneel
from desktop.views.forms.voet import FormVoet
from desktop.views.tokens import LEESBREEDTE
from desktop.views.widgets.lagen import Bladvlak

_NAAST_VANAF = 1080
_TEL_MS = 300


class FormBlad(QWidget):
    """Form, help panel and footer, joined: the field in focus shows its help, the footer counts what is missing.

    `kop` takes the heading of the page. Below a width of 1080 the help panel is not shown; the help line stays.
    """

    def __init__(
        self, kind: type[Record], context: FormContext, hoofdactie: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        thema = context.thema
        self._thema = thema
        self.formulier = Formulier(kind, context)
        self.hulp = HulpPaneel(thema)
        self.voet = FormVoet(hoofdactie, thema)
        self.schuif = Bladvlak()
        blad = QVBoxLayout(self.schuif.vlak)
        blad.setContentsMargins(thema.px(32), thema.px(24), thema.px(24), thema.px(32))
        blad.setSpacing(thema.px(24))
        self.kop = QVBoxLayout()
        self.kop.setSpacing(thema.px(8))
        blad.addLayout(self.kop)
        blad.addWidget(self.formulier)
        blad.addStretch(1)
        self._hulpvlak = Bladvlak()
        hulprand = QVBoxLayout(self._hulpvlak.vlak)
        hulprand.setContentsMargins(0, thema.px(24), thema.px(24), thema.px(24))
        hulprand.addWidget(self.hulp)
        self._hulpvlak.setMinimumWidth(thema.px(320))
        self._hulpvlak.setMaximumWidth(thema.px(560))
        # the form with its margins and scroll bar; the help comes right beside it
        self.schuif.setMaximumWidth(thema.px(LEESBREEDTE + 32 + 24 + 12))
        boven = QHBoxLayout()
        boven.setSpacing(0)
        boven.addWidget(self.schuif, 1000)
        boven.addWidget(self._hulpvlak, 500)
        boven.addStretch(1)
        rand = QVBoxLayout(self)
        rand.setContentsMargins(0, 0, 0, 0)
        rand.setSpacing(0)
        rand.addLayout(boven, 1)
        rand.addWidget(self.voet)
        self._tel = QTimer(self)
        self._tel.setSingleShot(True)
        self._tel.setInterval(_TEL_MS)
        self._tel.timeout.connect(self.tel_ontbrekend)
        self.formulier.gewijzigd.connect(self._straks)
        self.formulier.veld_in_focus.connect(self._in_focus)
        self.voet.naar_ontbrekend.connect(self.ga_naar_ontbrekend)

    def bewaak(self, bewaker: ConceptBewaker) -> None:
        """Have a draft keeper hear of every change, and the footer of every state of the draft."""
        self.formulier.gewijzigd.connect(bewaker.veranderd)
        bewaker.stand.connect(self.voet.zet_stand)

    def tel_ontbrekend(self) -> None:
        """Show in the footer what is still missing."""
        self.voet.zet_ontbrekend([spec.veld.label for spec in self.formulier.ontbrekend()])

    def ga_naar_ontbrekend(self) -> None:
        """Put the focus on the first required field that is empty."""
        leeg = self.formulier.ontbrekend()
        if leeg:
            self.formulier.focus_veld(leeg[0].naam)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the help panel where there is room for it."""
        self._hulpvlak.setHidden(self.width() < self._thema.px(_NAAST_VANAF))

    def _straks(self) -> None:
        # counted a moment after the typing, and not put off by more of it
        if not self._tel.isActive():
            self._tel.start()

    def _in_focus(self, naam: str) -> None:
        self.hulp.toon(self.formulier.spec(naam))
        widget = QApplication.focusWidget()
        if widget is not None and self.schuif.isAncestorOf(widget):
            self.schuif.ensureWidgetVisible(widget, 0, self._thema.px(48))
