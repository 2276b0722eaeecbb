"""The card with the draaiboeken of a calamity: how far each run is and what comes next; start another."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.rechten import Actie
from desktop.services.calamiteit import Calamiteitbeeld
from desktop.views.calamiteit import Kaartomgeving, Werkkaart
from desktop.views.draaiboek.balk import Voortgang
from desktop.views.forms.basis import regel
from desktop.views.kluispagina import waarom_niet
from desktop.views.navigatie import Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Knop, Label


class _Loop(QWidget):
    """One run on the card."""

    def __init__(self, thema: Thema, titel: str) -> None:
        super().__init__()
        self.titel = regel(titel, "sterk")
        self.balk = Voortgang(thema)
        self.stand = Label("", "klein")
        self.volgende = regel("", "basis")
        self.knop = Knop("Ga verder", thema, icoon="arrow-right")
        self.knop.setAccessibleName(f"Ga verder met {titel}")
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, thema.px(8))
        vak.setSpacing(thema.px(4))
        for deel in (self.titel, self.balk, self.stand, self.volgende):
            vak.addWidget(deel)
        vak.addWidget(self.knop, alignment=Qt.AlignmentFlag.AlignLeft)

    def zet(self, gedaan: int, totaal: int, volgende: str) -> None:
        """Show how far it is."""
        self.balk.zet(gedaan, totaal)
        self.stand.setText(f"{gedaan} van {totaal} stappen gedaan")
        self.volgende.setText(f"Nu: {volgende}" if volgende else "Alle stappen zijn gedaan")


class Draaiboekkaart(Werkkaart):
    """Shows the runs of a calamity; counts are read each time the page reads, also where nothing else changed."""

    def __init__(self, om: Kaartomgeving) -> None:
        super().__init__(om, "Draaiboek", "clipboard-text")
        self.lopen: dict[UUID, _Loop] = {}

    def zet(self, beeld: Calamiteitbeeld, reden: str) -> None:
        """Show a calamity, and ask how far its runs are."""
        super().zet(beeld, reden)
        if self.lopen:
            d, loops = self._om.diensten.draaiboeken, tuple(self.lopen)
            self._om.work.kluis(self, lambda: d.voortgang(loops), self._zet_stand)

    def _vul(self, beeld: Calamiteitbeeld, reden: str) -> None:
        self.lopen = {}
        mag_niet = waarom_niet(self._om.diensten, Actie.DRAAIBOEK)
        for rij in beeld.loops if not mag_niet else ():
            deel = _Loop(self._thema, rij.title)
            plek = Plek("draaiboek", rij.record)
            deel.knop.clicked.connect(lambda _=False, plek=plek: self.ga(plek))
            self.lopen[rij.record] = deel
            self.deel.addWidget(deel)
        if not self.lopen:
            self.woorden("Er loopt geen draaiboek. Een draaiboek zet de stappen van een protocol klaar.", "zacht")
        start = Plek("draaiboeken", extra=f"calamiteit={beeld.stored.record}")
        self.knop(
            self.knoppenrij(), "Start een draaiboek", lambda: self.ga(start), icoon="plus", reden=reden or mag_niet
        )

    def _zet_stand(self, standen: Mapping[UUID, tuple[int, int, str]]) -> None:
        for loop, deel in self.lopen.items():
            if loop in standen:
                deel.zet(*standen[loop])
