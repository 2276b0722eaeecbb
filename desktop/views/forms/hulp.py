"""The panel beside a form: what is to be known about the field in focus, with room for more below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.velden import VeldSpec
from desktop.views.forms.basis import regel
from desktop.views.theme import Thema
from desktop.views.widgets.kaart import Kaart, SectieKop
from desktop.views.widgets.knoppen import Knop
from desktop.views.widgets.labels import Label


class HulpPaneel(Kaart):
    """Shows help, tips and the place in the plan for one field; `plan_gevraagd` when a person wants to read there."""

    plan_gevraagd = Signal(str)

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(thema, "paneel", parent)
        self._thema = thema
        self._plan = ""
        self.setAccessibleName("Bij dit veld")
        self.inhoud.setSpacing(thema.px(16))
        self.inhoud.addWidget(SectieKop(thema, "Bij dit veld", "compass", "koppeling"))
        self.veld = regel("", "sterk")
        self.inhoud.addWidget(self.veld)
        self._tips = QVBoxLayout()
        self._tips.setSpacing(thema.px(12))
        self.inhoud.addLayout(self._tips)
        # the name of a chapter can be longer than the panel is wide
        self.plan = Knop("", thema, "koppeling").krimpbaar()
        self.plan.clicked.connect(lambda: self.plan_gevraagd.emit(self._plan))
        rij = QHBoxLayout()
        rij.addWidget(self.plan)
        rij.addStretch(1)
        self.inhoud.addLayout(rij)
        self._onder = QVBoxLayout()
        self._onder.setSpacing(thema.px(16))
        self.inhoud.addLayout(self._onder)
        self.inhoud.addStretch(1)
        self.toon(None)

    def toon(self, spec: VeldSpec | None) -> None:
        """Show what belongs to a field; None says what this panel is for."""
        while (item := self._tips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.veld.setText(spec.veld.label if spec else "")
        self.veld.setHidden(spec is None)
        if spec is None:
            self._tips.addWidget(regel("Kies een veld. Hier staat dan wat erbij hoort.", "zacht"))
        else:
            delen = (spec.veld.hulp, *spec.veld.tips)
            for tip in delen:
                if tip:
                    self._tips.addWidget(_punt(tip, self._thema))
            if not any(delen):
                self._tips.addWidget(regel("Dit veld spreekt voor zich.", "zacht"))
        self._plan = spec.veld.plan if spec else ""
        self.plan.zet_tekst(f"Uit het plan: {self._plan}")
        self.plan.setToolTip(self._plan)
        self.plan.setHidden(not self._plan)

    def voeg_onder(self, widget: QWidget) -> None:
        """Put something below, after a line: 'Eerder genoteerd', what happens after establishing."""
        lijn = QFrame()
        lijn.setProperty("vlak", "lijn")
        self._onder.addWidget(lijn)
        self._onder.addWidget(widget)


def _punt(tekst: str, thema: Thema) -> QWidget:
    vak = QWidget()
    rij = QHBoxLayout(vak)
    rij.setContentsMargins(thema.px(8), 0, 0, 0)
    rij.setSpacing(thema.px(12))
    punt = Label("•", "sterk")
    punt.setProperty("punt", True)
    rij.addWidget(punt, 0, punt.alignment().AlignTop)
    rij.addWidget(regel(tekst, "basis"), 1)
    return vak
