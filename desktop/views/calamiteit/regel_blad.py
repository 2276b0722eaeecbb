"""One line of the log in full: everything that was put down with it, its corrections and attachments."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.core import Bijlage
from desktop.models.logregel import Logregel
from desktop.services.regels import Logrij
from desktop.views.calamiteit.regel import toon_dag, wanneer
from desktop.views.forms.lezen import toon_datum, toon_tijd
from desktop.views.forms.tekstvelden import LangVeld
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Bladvlak, Dialoog, Knop, Label

_LANG = 2_000
"""A longer text is shown in a field that scrolls by itself: a label lays out all of it at once."""


class RegelDialoog(Dialoog):
    """Shows a line; `corrigeer` when a person wants to put it right."""

    corrigeer = Signal()

    def __init__(
        self, thema: Thema, rij: Logrij, vandaag: date, open_bijlage: Callable[[Bijlage], None], parent: QWidget | None
    ) -> None:
        r = rij.regel
        soort = r.soort.label if r.soort else "Regel"
        super().__init__(thema, f"{soort}, {toon_datum(r.gebeurd.date())} {wanneer(r)}", parent)
        blad = Bladvlak()
        vak = QVBoxLayout(blad.vlak)
        vak.setContentsMargins(0, 0, thema.px(8), 0)
        vak.setSpacing(thema.px(8))
        if len(r.tekst) > _LANG:
            heel = LangVeld(regels=8)
            heel.zet(r.tekst)
            heel.zet_alleen_lezen(True)
            heel.zet_namen("De hele regel", "")
            vak.addWidget(heel)
        else:
            vak.addWidget(Alinea(r.tekst, "basis"))
        for kop, tekst in _feiten(rij):
            vak.addWidget(Label(kop, "veld"))
            vak.addWidget(Alinea(tekst))
        for bijlage in r.bijlagen:
            knop = Knop(bijlage.naam, thema, "koppeling", "paperclip")
            knop.setAccessibleName(f"Open bijlage {bijlage.naam}")
            knop.clicked.connect(lambda _=False, b=bijlage: open_bijlage(b))
            vak.addWidget(knop)
        vak.addStretch(1)
        self.inhoud.addWidget(blad, 1)
        self.doen = self.voeg_knop("Corrigeer deze regel")
        self.doen.clicked.connect(self._corrigeer)
        self.voeg_knop("Sluit", "primair").clicked.connect(self.accept)
        self.resize(thema.px(620), thema.px(460))

    def _corrigeer(self) -> None:
        self.accept()
        self.corrigeer.emit()


def _feiten(rij: Logrij) -> list[tuple[str, str]]:
    r = rij.regel
    om = r.moment.replace(tzinfo=None)
    wie = f"{r.door}, namens {r.namens}" if r.namens else r.door
    feiten = [("Vastgelegd", f"{toon_datum(om.date())}, {toon_tijd(om.time())} door {wie}")]
    if r.merk:
        feiten.append(("Let op", f"Het moment {r.merk.label}."))
    if r.sleutel:
        feiten.append(("Sleutelmoment", "Ja"))
    if r.besloten_door:
        feiten.append(("Besloten door", r.besloten_door))
    if r.vrijgegeven:
        feiten.append(("Vrijgegeven aan", r.vrijgegeven))
    if rij.van is not None:
        feiten.append((f"Correctie op de regel van {wanneer(rij.van)}", rij.van.tekst[:_LANG]))
    feiten += [(f"Gecorrigeerd {_moment(c)} door {c.door}", c.tekst[:_LANG]) for c in rij.gecorrigeerd]
    return feiten


def _moment(regel: Logregel) -> str:
    om = regel.moment.replace(tzinfo=None)
    return f"{toon_dag(om.date())} {toon_tijd(om.time())}"
