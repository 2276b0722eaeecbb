"""A draaiboek as a card: what it is for, how many steps, where it comes from, and what one can do with it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.draaiboekeneigen import Uitgave
from desktop.views.draaiboek.woorden import HERKOMST, aantal_stappen
from desktop.views.forms.basis import regel
from desktop.views.forms.lezen import toon_datum
from desktop.views.kluispagina import sta_toe
from desktop.views.theme import Thema
from desktop.views.widgets import Kaart, Knop, Pil, StroomLayout


class Boekkaart(Kaart):
    """Emits what is asked: 'start', 'leeg', 'plan', 'bevestig', 'wijzig' or 'versies'."""

    daad = Signal(str)

    def __init__(self, thema: Thema, uitgave: Uitgave, redenen: Mapping[str, str]) -> None:
        super().__init__(thema, "kaart")
        d = uitgave.draaiboek
        px = thema.px
        kop = QHBoxLayout()
        kop.setSpacing(px(12))
        kop.addWidget(regel(d.titel, "sterk"), 1)
        if uitgave.uit:
            pil = Pil(thema, "Niet in gebruik", "rust")
        elif uitgave.te_bevestigen:
            pil = Pil(thema, "Sjabloon, nog te bevestigen", "waarschuwing", "warning")
        else:
            pil = Pil(thema, HERKOMST[d.herkomst], "goed" if d.herkomst == "sjabloon" else "info")
        kop.addWidget(pil)
        self.inhoud.addLayout(kop)
        if d.kort:
            self.inhoud.addWidget(regel(d.kort, "basis"))
        altijd = sum(1 for stap in d.stappen if not stap.als)
        delen = [aantal_stappen(len(d.stappen))]
        if altijd != len(d.stappen):
            delen.append(f"{len(d.stappen) - altijd} daarvan alleen als iets speelt")
        if d.versie:
            delen.append(f"versie {d.versie}")
        eigen = uitgave.eigen
        if eigen is not None and eigen.bevestigd is not None:
            delen.append(f"bevestigd op {toon_datum(eigen.bevestigd, kort=True)}")
        self.inhoud.addWidget(regel(" · ".join(delen), "klein"))
        vak = QWidget()
        rij = StroomLayout(thema, 8, vak)
        self.start = self._knop(thema, "start", "Start", "arrow-right", d.titel, redenen["start"])
        if uitgave.uit:
            self.start.hide()
        rij.addWidget(self.start)
        rij.addWidget(self._knop(thema, "leeg", "Leeg op papier", "printer", d.titel, redenen["leeg"]))
        if d.pagina:
            rij.addWidget(self._knop(thema, "plan", "Wat het plan zegt", "", d.titel, ""))
        if not redenen["school"]:
            if uitgave.te_bevestigen:
                rij.addWidget(self._knop(thema, "bevestig", "Bevestig voor onze school", "check", d.titel, ""))
            rij.addWidget(self._knop(thema, "wijzig", "Pas aan…", "", d.titel, ""))
        if uitgave.record is not None:
            rij.addWidget(self._knop(thema, "versies", "Versies", "clock-counter-clockwise", d.titel, ""))
        self.inhoud.addWidget(vak)

    def _knop(self, thema: Thema, daad: str, tekst: str, icoon: str, titel: str, reden: str) -> Knop:
        knop = Knop(tekst, thema, "gewoon" if daad in ("start", "bevestig") else "stil", icoon)
        knop.setAccessibleName(f"{tekst.rstrip('…')}: {titel}")
        sta_toe(knop, reden)
        knop.clicked.connect(lambda: self.daad.emit(daad))
        return knop
