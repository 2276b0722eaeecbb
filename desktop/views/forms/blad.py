"""A whole page around a form: heading, the form, help beside it, and the footer that stays."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.models.core import Record
from desktop.views.forms.bewaker import ConceptBewaker
from desktop.views.forms.context import FormContext
from desktop.views.forms.formulier import Formulier
from desktop.views.forms.raam import FormRaam

_TEL_MS = 300


class FormBlad(FormRaam):
    """Form, help panel and footer, joined: the field in focus shows its help, the footer counts what is missing."""

    def __init__(
        self, kind: type[Record], context: FormContext, hoofdactie: str, parent: QWidget | None = None
    ) -> None:
        thema = context.thema
        formulier = Formulier(kind, context)
        super().__init__(hoofdactie, thema, (formulier,), 8, parent)
        self.formulier = formulier
        self.kop.setSpacing(thema.px(8))
        self._tel = QTimer(self)
        self._tel.setSingleShot(True)
        self._tel.setInterval(_TEL_MS)
        self._tel.timeout.connect(self.tel_ontbrekend)
        self.formulier.gewijzigd.connect(self._straks)
        self.formulier.veld_in_focus.connect(lambda naam: self.toon_hulp(self.formulier, naam))
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

    def _straks(self) -> None:
        # counted a moment after the typing, and not put off by more of it
        if not self._tel.isActive():
            self._tel.start()
