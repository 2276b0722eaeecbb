"""A form in a dialog: for what follows a record, and for what one decides about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.core import Problem, Record, Values
from desktop.models.velden import velden
from desktop.views.forms.basis import regel
from desktop.views.forms.context import FormContext
from desktop.views.forms.formulier import Formulier
from desktop.views.forms.veld import VeldWidget
from desktop.views.widgets import Alinea, Bladvlak, Dialoog, pas_in_scherm

_BREED, _HOOGST = 720, 760
_KORT = 3
"""With so many fields at most a dialog is no higher than they are; a longer form is built while it is looked at."""
_ROND_FORMULIER = 152
"""The heading, the buttons and the margins around the form."""


class FormDialoog(Dialoog):
    """A form that can be longer than the screen. `bewaar` stores it and answers later with problems; none closes it."""

    def __init__(
        self,
        kind: type[Record],
        context: FormContext,
        titel: str,
        uitleg: str,
        doen: str,
        bewaar: Callable[[Values, Callable[[Sequence[Problem]], None]], None],
        parent: QWidget | None,
        *,
        values: Values | None = None,
    ) -> None:
        super().__init__(context.thema, titel, parent)
        self._bewaar = bewaar
        thema = context.thema
        self.formulier = Formulier(kind, context)
        self.formulier.laad(values or {})
        self.blad = Bladvlak()
        vak = QVBoxLayout(self.blad.vlak)
        vak.setContentsMargins(0, 0, thema.px(12), 0)
        vak.setSpacing(thema.px(16))
        if uitleg:
            vak.addWidget(Alinea(uitleg))
        vak.addWidget(self.formulier)
        vak.addStretch(1)
        self.inhoud.addWidget(self.blad, 1)
        self.fout = regel("", "fout")
        self.fout.hide()
        self.inhoud.addWidget(self.fout)
        self.voeg_knop("Terug").clicked.connect(self.reject)
        self.doen = self.voeg_knop(doen, "primair")
        self.doen.clicked.connect(self._doe)
        kort = len(velden(kind)) <= _KORT
        nodig = round(vak.sizeHint().height() / thema.px(100) * 100) + _ROND_FORMULIER
        pas_in_scherm(self, thema, _BREED, min(_HOOGST, nodig) if kort else _HOOGST)

    def toon_fout(self, zin: str) -> None:
        """Say what went wrong; what was filled in stays."""
        self.doen.setEnabled(True)
        self.fout.setText(zin)
        self.fout.show()

    def _doe(self) -> None:
        self.fout.hide()
        self.doen.setEnabled(False)
        self._bewaar(self.formulier.values(), self._klaar)

    def _klaar(self, problemen: Sequence[Problem]) -> None:
        self.doen.setEnabled(True)
        if not problemen:
            self.accept()
            return
        self.formulier.toon_problemen(problemen)
        self.formulier.focus_probleem()
        self._toon_probleem()

    def _toon_probleem(self) -> None:
        """Bring the field where the focus is into view, whole: its sentence can come below the edge."""
        hier: QWidget | None = self.formulier.focusWidget()
        while hier is not None and not isinstance(hier, VeldWidget):
            hier = hier.parentWidget()
        if hier is None:
            return
        self.blad.schik()  # the sentence has its place now, and not in a later turn
        rand = self._thema.px(12)
        self.blad.ensureWidgetVisible(hier, 0, rand)
        zin = hier.foutlabel()
        if zin is not None:  # of a field higher than the dialog the sentence goes first
            self.blad.ensureWidgetVisible(zin, 0, rand)
