"""An established answer to read: what was answered, why, by whom, and what else was filled in."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.afweging import Afweging
from desktop.models.opslag import Stored
from desktop.models.velden import naar_values, velden
from desktop.models.weging import Antwoord
from desktop.views.forms.lezen import toon_datum
from desktop.views.gesprekken.waarden import als_tekst
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Label, Pil, Toon, maak_leeg
from desktop.views.widgets.langetekst import LangeTekst

_APART = ("vraag", "antwoord", "datum")


class Leesantwoord(QWidget):
    """Shows the fields of an answer that hold something."""

    def __init__(self, thema: Thema, onder_antwoord: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._kop = QVBoxLayout()
        self._vak = QVBoxLayout()
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(thema.px(12))
        for deel in (self._kop, self._vak):
            deel.setSpacing(thema.px(4))
        vak.addLayout(self._kop)
        vak.addWidget(onder_antwoord)
        vak.addLayout(self._vak)

    def zet(self, stored: Stored) -> None:
        """Show an established answer."""
        maak_leeg(self._kop)
        maak_leeg(self._vak)
        afweging, thema = stored.value, self._thema
        assert isinstance(afweging, Afweging)
        if afweging.antwoord is not None:
            toon: Toon = "waarschuwing" if afweging.antwoord is Antwoord.TWIJFEL else "info"
            self._kop.addWidget(Pil(thema, f"Antwoord: {afweging.antwoord.label.lower()}", toon, "check"))
        if afweging.datum is not None:
            self._kop.addWidget(Label(f"Gewogen op {toon_datum(afweging.datum)}", "klein"))
        if stored.state == "ingetrokken":
            self._kop.addWidget(Alinea("Dit antwoord is ingetrokken en telt niet mee.", "sterk"))
        values = naar_values(afweging)
        for spec in velden(Afweging):
            tekst = "" if spec.naam in _APART else als_tekst(spec, values.get(spec.naam))
            if tekst:
                self._vak.addSpacing(thema.px(8))
                self._vak.addWidget(Label(spec.veld.label, "veld"))
                self._vak.addWidget(LangeTekst(thema, tekst[:1].upper() + tekst[1:], spec.veld.label))
