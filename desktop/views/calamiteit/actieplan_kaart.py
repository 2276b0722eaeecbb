"""The card of the action plan: which version, each measure with a box to tick, and the ways to its versions."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop.models.actieplan import Actieplan
from desktop.services.calamiteit import Calamiteitbeeld
from desktop.services.regels import Actiestand
from desktop.views.calamiteit.kaarten import Kaartomgeving, Werkkaart, paar
from desktop.views.calamiteit.regel import toon_dag, toon_moment
from desktop.views.forms.basis import regel
from desktop.views.kluispagina import sta_toe
from desktop.views.navigatie import Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Label

VERSIES = "actieplan-versies"
"""The key of the page with every version."""
_LEEG = "Er is nog geen actieplan. Beschrijf kort wat er is, en leg de eerste maatregelen vast."


class Vinkregel(QWidget):
    """An action with a box; below it how it stands, in words. A click anywhere on it ticks."""

    gevinkt = Signal(bool)

    def __init__(self, thema: Thema, wat: str, stand: str, *, gedaan: bool, laat: bool, reden: str) -> None:
        super().__init__()
        self.vak = QCheckBox()
        self.vak.setChecked(gedaan)
        self.vak.setAccessibleName(wat)
        sta_toe(self.vak, reden)
        self.vak.setAccessibleDescription(f"{stand}. {reden}" if reden else stand)
        self.vak.clicked.connect(self.gevinkt)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(thema.px(4))
        rij.addWidget(self.vak, 0, Qt.AlignmentFlag.AlignTop)
        self.stand = regel(stand, "goed" if gedaan else "fout" if laat else "klein")
        rij.addLayout(paar(regel(wat, "basis"), self.stand), 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words tick as well as the box."""
        if event.button() is Qt.MouseButton.LeftButton and self.vak.isEnabled():
            self.vak.click()


class Actieplankaart(Werkkaart):
    """Measures and follow-up actions of the newest version; ticking one is a line in the log."""

    def __init__(self, om: Kaartomgeving) -> None:
        super().__init__(om, "Actieplan", "clipboard-text")
        self.regels: dict[UUID, Vinkregel] = {}

    def _vul(self, beeld: Calamiteitbeeld, reden: str) -> None:
        self.regels = {}
        plan, stored, calamiteit = beeld.plan, beeld.actieplan, beeld.stored.record
        half = any(draft.kind == Actieplan.KIND for draft in beeld.drafts)
        if plan is None or stored is None:
            self.kop.zet_tekst("Actieplan")
            self.woorden("Er is geen actieplan gemaakt." if beeld.dicht else _LEEG, "zacht")
            if not beeld.dicht:
                woord = "Schrijf het plan af" if half else "Maak het actieplan"
                nieuw = Plek(Actieplan.KIND, extra=f"calamiteit={calamiteit}")
                self.knop(self.knoppenrij(), woord, lambda: self.ga(nieuw), soort="primair", reden=reden)
            return
        session = self._om.diensten.session
        op, vandaag = stored.recorded_at.astimezone(session.nu().tzinfo).replace(tzinfo=None), session.vandaag()
        self.kop.zet_tekst(f"Actieplan · versie {len(beeld.versies)} van {toon_moment(op, vandaag)}")
        for naam, acties in (
            ("", [(m.rij, m.wat, m.wie, m.uiterlijk) for m in plan.maatregelen]),
            ("Vervolgacties", [(v.rij, v.wat, v.wie, v.uiterlijk) for v in plan.vervolgacties]),
        ):
            if naam and acties:
                self.deel.addWidget(Label(naam, "veld"))
            for rij, wat, wie, uiterlijk in acties:
                self._actie(rij, wat, stand_van(beeld.standen.get(rij), wie, uiterlijk, vandaag), reden)
        if not plan.acties():
            self.woorden("Er staan nog geen maatregelen in het plan.", "zacht")
        if half and not beeld.dicht:
            self.punt("note-pencil", "waarschuwing", "Je schreef aan de volgende versie. Die is nog niet bewaard.")
        knoppen = self.knoppenrij()
        if not beeld.dicht:
            naar = Plek(Actieplan.KIND, stored.record)
            woord = "Schrijf verder" if half else "Nieuwe versie"
            self.knop(knoppen, woord, lambda: self.ga(naar), icoon="pencil-simple", reden=reden)
        woord = "Lees het plan" if len(beeld.versies) == 1 else "Alle versies"
        self.knop(knoppen, woord, lambda: self.ga(Plek(VERSIES, calamiteit)), soort="stil")

    def _actie(self, rij: UUID, wat: str, stand: tuple[str, bool, bool], reden: str) -> None:
        tekst, gedaan, laat = stand
        vink = Vinkregel(self._thema, wat, tekst, gedaan=gedaan, laat=laat, reden=reden)
        vink.gevinkt.connect(lambda aan, rij=rij: self._vink(rij, aan))
        self.regels[rij] = vink
        self.deel.addWidget(vink)

    def _vink(self, rij: UUID, aan: bool) -> None:
        assert self._beeld is not None
        calamiteit, d = self._beeld.stored.record, self._om.diensten.calamiteiten
        self.doe(lambda: d.vink(calamiteit, rij, gedaan=aan))


def stand_van(stand: Actiestand | None, wie: str, uiterlijk: date | None, vandaag: date) -> tuple[str, bool, bool]:
    """Return how an action stands in words, whether it is done, and whether it is late."""
    if stand is not None and stand.gedaan:
        return f"{toon_moment(stand.regel.gebeurd, vandaag)} gedaan", True, False
    laat = uiterlijk is not None and uiterlijk < vandaag
    woord = "te laat" if laat else "weer open" if stand is not None else "loopt"
    delen = [woord, wie, f"uiterlijk {toon_dag(uiterlijk)}" if uiterlijk else ""]
    return " · ".join(deel for deel in delen if deel), False, laat
