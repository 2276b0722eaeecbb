"""One step of a run: what, who, by when, how it stands; one click says that it is done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.draaiboek import Loopstap, Stand, Stap, is_open
from desktop.models.rolinhoud import Formulier
from desktop.views.draaiboek.woorden import stand, termijn, wie
from desktop.views.forms.basis import regel
from desktop.views.kluispagina import sta_toe
from desktop.views.theme import Thema
from desktop.views.widgets import IcoonLabel, Kaart, Knop, StroomLayout, maak_leeg

_ICOON = {
    None: ("circle-dashed", "zacht"),
    Stand.OPEN: ("circle-dashed", "zacht"),
    Stand.GEDAAN: ("check-circle", "goed"),
    Stand.ANDERS: ("check-circle", "waarschuwing"),
    Stand.OVERGESLAGEN: ("minus-circle", "zacht"),
}


class Stapkaart(Kaart):
    """Shows a step small, or open with its explanation and every way to end it; the next one is always open."""

    daad = Signal(str)
    """What is asked: 'gedaan', 'anders', 'overgeslagen', 'open' (again) or 'formulier'."""

    def __init__(self, thema: Thema, stap: Stap, nummer: int, parent: QWidget | None = None) -> None:
        super().__init__(thema, "kaart", parent)
        self._thema = thema
        self.stap = stap
        self.nummer = nummer
        self.uitkomst: Loopstap | None = None
        self.volgende = False
        self._gezien: object = None
        self._ruim = False
        self._deel = QVBoxLayout()
        self._deel.setSpacing(thema.px(8))
        self.inhoud.addLayout(self._deel)
        self.knoppen: dict[str, Knop] = {}

    def zet(
        self,
        uitkomst: Loopstap | None,
        begonnen: date | None,
        vandaag: date,
        *,
        volgende: bool,
        reden: str,
        formulier: Formulier | None,
        gemaakt: str = "",
        let_op: str = "",
    ) -> None:
        """Show how it stands; `reden` says why nothing may be done, `gemaakt` what came of its form.

        `let_op` is what the vault knows that this step should look at.
        """
        nieuw = (uitkomst, begonnen, vandaag, volgende, reden, formulier, gemaakt, let_op)
        if nieuw != self._gezien:
            self._gezien = nieuw
            self.uitkomst, self.volgende = uitkomst, volgende
            self._begonnen, self._vandaag, self._reden = begonnen, vandaag, reden
            self._formulier, self._gemaakt, self._let_op = formulier, gemaakt, let_op
            self._ruim = volgende
            self._vul()

    @property
    def open(self) -> bool:
        """Whether it has no outcome."""
        return is_open(self.uitkomst)

    def _vul(self) -> None:
        maak_leeg(self._deel)
        self.knoppen = {}
        self.setProperty("vlak", "info" if self.volgende else "kaart")
        self.style().unpolish(self)
        self.style().polish(self)
        px, stap = self._thema.px, self.stap
        kop = QHBoxLayout()
        kop.setSpacing(px(12))
        staat = self.uitkomst.stand if self.uitkomst is not None else None
        laat_zin, laat = termijn(stap, self._begonnen, self._vandaag) if self.open else ("", False)
        icoon = ("arrow-right", "info") if self.volgende else _ICOON[staat]
        kop.addWidget(IcoonLabel(self._thema, *icoon, 24), 0, Qt.AlignmentFlag.AlignTop)
        woorden = QVBoxLayout()
        woorden.setSpacing(px(2))
        titel = regel(stap.wat, "sectie" if self.volgende else "sterk" if self.open else "zacht")
        titel.setAccessibleName(f"Stap {self.nummer}: {stap.wat}")
        woorden.addWidget(titel)
        delen = [wie(stap), laat_zin] if self.open else [stand(self.uitkomst)]
        woorden.addWidget(regel(" · ".join(d for d in delen if d), "fout" if laat else "klein"))
        if self.uitkomst is not None and not self.open:
            for tekst in (self.uitkomst.reden, self.uitkomst.toelichting):
                if tekst.strip():
                    woorden.addWidget(regel(tekst.strip(), "basis"))
        if self._gemaakt:
            woorden.addWidget(regel(f"Gemaakt: {self._gemaakt}", "klein"))
        if self._let_op and self.open:
            woorden.addWidget(regel(self._let_op, "fout"))
        kop.addLayout(woorden, 1)
        if not self._ruim:
            if self.open:
                kop.addWidget(self._knop("gedaan", "Gedaan", "check"), 0, Qt.AlignmentFlag.AlignTop)
            kop.addWidget(self._meer(), 0, Qt.AlignmentFlag.AlignTop)
        self._deel.addLayout(kop)
        if self._ruim:
            self._vul_ruim()

    def _vul_ruim(self) -> None:
        px, stap = self._thema.px, self.stap
        binnen = QVBoxLayout()
        binnen.setContentsMargins(px(36), 0, 0, 0)
        binnen.setSpacing(px(8))
        if stap.uitleg:
            binnen.addWidget(regel(stap.uitleg, "basis"))
        for punt in stap.punten:
            binnen.addWidget(regel(f"• {punt}", "basis"))
        vak = QWidget()
        rij = StroomLayout(self._thema, 8, vak)
        if self.open:
            rij.addWidget(self._knop("gedaan", "Gedaan", "check", primair=self.volgende))
        if self._formulier is not None:
            rij.addWidget(self._knop("formulier", self._formulier.label, "arrow-right"))
        if self.open:
            rij.addWidget(self._knop("anders", "Anders gedaan…", ""))
            rij.addWidget(self._knop("overgeslagen", "Sla over…", ""))
        else:
            rij.addWidget(self._knop("open", "Zet weer open", "arrow-counter-clockwise"))
        if not self.volgende:
            rij.addWidget(self._meer())
        binnen.addWidget(vak)
        self._deel.addLayout(binnen)

    def _knop(self, daad: str, tekst: str, icoon: str, *, primair: bool = False) -> Knop:
        knop = Knop(tekst, self._thema, "primair" if primair else "gewoon", icoon)
        knop.setAccessibleName(f"{tekst.rstrip('…')}: {self.stap.wat}")
        if daad != "formulier":
            sta_toe(knop, self._reden)
        knop.clicked.connect(lambda: self.daad.emit(daad))
        self.knoppen[daad] = knop
        return knop

    def _meer(self) -> Knop:
        knop = Knop("Minder" if self._ruim else "Meer", self._thema, "stil")
        knop.setAccessibleName(f"{knop.text()}: {self.stap.wat}")
        knop.clicked.connect(self.wissel)
        self.knoppen["meer"] = knop
        return knop

    def wissel(self) -> None:
        """Open the step, or fold it up again; the focus stays."""
        self._ruim = not self._ruim
        self._vul()
        self.knoppen["meer"].setFocus(Qt.FocusReason.OtherFocusReason)
