"""The card of communication: for each group whether it was told, when, and the way to write what it is told."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from desktop.models.actieplan import Doelgroep
from desktop.models.communicatie import Communicatie
from desktop.models.opslag import Stored
from desktop.services.calamiteit import Calamiteitbeeld
from desktop.views.calamiteit.kaarten import Kaartomgeving, Werkkaart
from desktop.views.calamiteit.regel import toon_dag
from desktop.views.forms.basis import regel
from desktop.views.navigatie import Plek
from desktop.views.widgets import IcoonLabel, Label

VOLGORDE = (
    Doelgroep.DIRECT,
    Doelgroep.TEAM,
    Doelgroep.GMR,
    Doelgroep.INDIRECT,
    Doelgroep.LEERLINGEN,
    Doelgroep.EXTERN,
    Doelgroep.MEDIA,
)
"""The order on the card: who must hear it first stands first."""
_ICOON = {"goed": "check-circle", "waarschuwing": "clock", "zacht": "megaphone"}


def nieuw_plek(beeld: Calamiteitbeeld, groep: Doelgroep | None = None) -> Plek:
    """Return where a new piece is written."""
    extra = f"calamiteit={beeld.stored.record}" + (f";groep={groep.value}" if groep else "")
    return Plek(Communicatie.KIND, extra=extra)


class Communicatiekaart(Werkkaart):
    """Each group on a line: told at, or not yet; media through the board."""

    def __init__(self, om: Kaartomgeving) -> None:
        super().__init__(om, "Communicatie", "chat-text")

    def _vul(self, beeld: Calamiteitbeeld, reden: str) -> None:
        vandaag = self._om.diensten.session.vandaag()
        for groep in VOLGORDE:
            stukken = [s for s in beeld.communicatie if isinstance(s.value, Communicatie) and s.value.groep is groep]
            self._groep(beeld, groep, stukken, vandaag, reden)
        zonder = [s for s in beeld.communicatie if isinstance(s.value, Communicatie) and s.value.groep is None]
        for stuk in zonder:
            self.knop(self.deel, "Stuk zonder groep", partial(self.ga, Plek(Communicatie.KIND, stuk.record)))
        if not beeld.dicht:
            self.knop(
                self.knoppenrij(),
                "Leg communicatie vast",
                lambda: self.ga(nieuw_plek(beeld)),
                icoon="plus",
                reden=reden,
            )

    def _groep(
        self, beeld: Calamiteitbeeld, groep: Doelgroep, stukken: list[Stored], vandaag: date, reden: str
    ) -> None:
        """One line: the group leads to its newest piece, or to a new one."""
        verstuurd = [s for s in stukken if s.state == "vastgesteld"]
        concept = next((s.record for s in stukken if s.state == "concept"), None)
        if concept is None:  # typed, and not even stored as a concept
            concept = next((d.record for d in beeld.drafts if d.values.get("groep") == groep.value), None)
        woord, soort = _stand(groep, verstuurd, beeld, vandaag, concept=concept is not None)
        rij = QHBoxLayout()
        rij.setSpacing(self._thema.px(8))
        naar = concept or (verstuurd[-1].record if verstuurd else None)
        mag_nieuw = not beeld.dicht and not reden
        if naar is not None:
            plek: Plek | None = Plek(Communicatie.KIND, naar)
        else:
            plek = nieuw_plek(beeld, groep) if mag_nieuw else None
        if plek is not None:
            self.knop(rij, groep.label, partial(self.ga, plek), naam=f"{groep.label}: {woord}", soort="koppeling")
        else:
            rij.addWidget(Label(groep.label))
        label = regel(woord, "goed" if soort == "goed" else "klein")  # in a narrow column it takes two lines
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        rij.addWidget(label, 1)
        rij.addWidget(IcoonLabel(self._thema, _ICOON[soort], soort, 16), 0, Qt.AlignmentFlag.AlignVCenter)
        self.deel.addLayout(rij)


def _stand(
    groep: Doelgroep, verstuurd: list[Stored], beeld: Calamiteitbeeld, vandaag: date, *, concept: bool
) -> tuple[str, str]:
    """Return how a group stands in words, and its tone."""
    if concept and not verstuurd:
        return "concept, nog niet verstuurd", "waarschuwing"
    if not verstuurd:
        if groep is Doelgroep.MEDIA:
            return f"via {(beeld.calamiteit.media or 'het bestuur').lower()}", "zacht"
        return "nog niet", "waarschuwing"
    laatste = verstuurd[-1].value
    assert isinstance(laatste, Communicatie)
    tijd = f"{laatste.om:%H:%M} " if laatste.om else ""
    dag = f"{toon_dag(laatste.op)} " if laatste.op and (laatste.op != vandaag or not tijd) else ""
    keer = f" ({len(verstuurd)}×)" if len(verstuurd) > 1 else ""
    return f"{dag}{tijd}ingelicht{keer}", "goed"
