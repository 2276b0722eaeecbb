"""The bar at the foot of the school year: what is chosen, what stands with it, and what can be done."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.jaarcyclus import EigenKeuze
from desktop.services.jaartaak import Stand, Taak
from desktop.views.forms.lezen import toon_datum
from desktop.views.jaar.woorden import STANDEN, wanneer
from desktop.views.kluispagina import sta_toe
from desktop.views.theme import Thema
from desktop.views.widgets import Knop, KortLabel


class Taakbalk(QFrame):
    """Shows a task or a duty; the page connects the buttons."""

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("vlak", "voet")
        px = thema.px
        self.over = KortLabel("", "sterk")
        self.bij = KortLabel("", "klein")
        self.weghalen = Knop("Haal weg", thema, "stil", "trash")
        self.overslaan = Knop("Overslaan…", thema, icoon="skip-forward")
        self.verplaats = Knop("Verplaats…", thema, icoon="arrow-bend-down-right")
        self.openen = Knop("Open", thema, icoon="arrow-right")
        self.notitie = Knop("Met notitie…", thema, "stil")
        self.notitie.setAccessibleName("Met notitie: klaar")
        self.klaar = Knop("Klaar", thema, "primair", "check")
        balk = QHBoxLayout(self)
        balk.setContentsMargins(px(32), px(12), px(32), px(12))
        balk.setSpacing(px(8))
        tekst = QVBoxLayout()
        tekst.setSpacing(0)
        tekst.addWidget(self.over)
        tekst.addWidget(self.bij)
        balk.addLayout(tekst, 1)
        for knop in (self.weghalen, self.overslaan, self.verplaats, self.openen, self.notitie, self.klaar):
            balk.addWidget(knop)

    def toon_taak(self, taak: Taak, reden: str, *, open_: bool, weg: bool) -> None:
        """Show a task; `reden` says why this account may not do it, `open_` whether it leads somewhere."""
        self.over.zet(taak.taak.taak)
        delen = [STANDEN[taak.stand][0], f"uiterlijk {toon_datum(taak.dag, kort=True)}", taak.rol.label]
        if taak.plicht is not None:
            delen += [f"voor {taak.plicht.naar}" if taak.plicht.naar else "", taak.notitie or taak.plicht.let_op]
        else:
            delen.append(taak.notitie)
        self.bij.zet(" · ".join(deel for deel in delen if deel))
        for knop in (self.overslaan, self.verplaats, self.notitie):
            knop.setVisible(taak.open)
        self.klaar.setVisible(True)
        self.klaar.zet_tekst("Klaar" if taak.open else "Maak ongedaan")
        self.klaar.zet_icoon("check" if taak.open else "arrow-counter-clockwise")
        self.openen.setVisible(open_)
        self.openen.zet_tekst("Open")
        self.weghalen.setVisible(weg and taak.open and not reden)
        for knop in (self.overslaan, self.verplaats, self.notitie, self.klaar):
            sta_toe(knop, reden)
        # of what is optional there is nothing to skip: it is never late
        self.overslaan.setHidden(taak.stand is Stand.NAAR_KEUZE or not taak.open)

    def toon_plicht(self, k: EigenKeuze, reden: str) -> None:
        """Show what goes on all year; the school can give it a month."""
        self.over.zet(k.taak)
        self.bij.zet(" · ".join(deel for deel in (k.rol.label, wanneer(k), k.notitie or k.plicht.let_op) if deel))
        for knop in (self.overslaan, self.verplaats, self.notitie, self.klaar, self.weghalen):
            knop.hide()
        self.openen.setVisible(not reden)
        self.openen.zet_tekst("Instellen")
