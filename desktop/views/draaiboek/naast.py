"""The cards beside the steps of a run: the conditions, who and what it is about, what was made from it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.draaiboek import Loop
from desktop.models.kinds import KINDS
from desktop.models.opslag import Row
from desktop.views.draaiboek.vraag import Vraag
from desktop.views.forms.basis import regel
from desktop.views.kluispagina import sta_toe
from desktop.views.navigatie import Navigator, Plek
from desktop.views.plaatsen import plek_van
from desktop.views.theme import Thema
from desktop.views.widgets import IcoonKnop, Kaart, Knop, KnopKaart, SectieKop, maak_leeg


class _Zijkaart(Kaart):
    """A card with a heading; the rest is filled anew each time. Empty it hides."""

    def __init__(self, thema: Thema, kop: str, icoon: str) -> None:
        super().__init__(thema, "paneel")
        self._thema = thema
        marge = thema.px(20)
        self.inhoud.setContentsMargins(marge, marge, marge, marge)
        self.inhoud.addWidget(SectieKop(thema, kop, icoon, "koppeling"))
        self._deel = QVBoxLayout()
        self._deel.setSpacing(thema.px(8))
        self.inhoud.addLayout(self._deel)


class Voorwaardenkaart(_Zijkaart):
    """The questions that decide which steps belong; `gekozen` carries the keys of those that hold."""

    gekozen = Signal(object)

    def __init__(self, thema: Thema) -> None:
        super().__init__(thema, "Wat speelt er", "scales")
        self.vragen: dict[str, QCheckBox] = {}
        self._gezien: object = None

    def zet(self, loop: Loop, reden: str) -> None:
        """Show the questions of a run and their answers; `reden` says why they cannot be changed."""
        vragen = loop.definitie.voorwaarden
        self.setHidden(not vragen)
        if self._gezien != vragen:
            self._gezien = vragen
            maak_leeg(self._deel)
            self.vragen = {}
            self._deel.addWidget(regel("Kruis aan wat waar is. Stappen komen erbij of vallen weg.", "zacht"))
            for v in vragen:
                vraag = Vraag(self._thema, v)
                vraag.vak.clicked.connect(self._kies)
                self.vragen[v.sleutel] = vraag.vak
                self._deel.addWidget(vraag)
        for sleutel, vak in self.vragen.items():
            vak.setChecked(sleutel in loop.ja)
            sta_toe(vak, reden)

    def _kies(self) -> None:
        self.gekozen.emit(tuple(sleutel for sleutel, vak in self.vragen.items() if vak.isChecked()))


class Waarmeekaart(_Zijkaart):
    """The calamity and cases it belongs to, who is involved, and the page of the plan that explains it."""

    koppel = Signal()
    los = Signal(object, str)
    """A link is to go: its key for the service, and what it is called."""

    def __init__(self, thema: Thema, navigator: Navigator) -> None:
        super().__init__(thema, "Hoort bij", "users-three")
        self._navigator = navigator
        self.koppel_knop = Knop("Koppel aan…", thema, icoon="plus")
        self.inhoud.addWidget(self.koppel_knop)
        self.koppel_knop.clicked.connect(self.koppel)

    def zet(self, loop: Loop, gekoppeld: Sequence[Row], reden: str) -> None:
        """Show them; `reden` says why nothing may be linked or taken away."""
        maak_leeg(self._deel)
        sta_toe(self.koppel_knop, reden)
        los = not reden
        for rij in gekoppeld:
            self._chip(rij.title, KINDS[rij.kind].NAAM, plek_van(rij.kind, rij.record), rij.record if los else None)
        for b in loop.betrokkenen:
            wie = b.wie
            if wie is None:
                continue
            rol = b.rol.label if b.rol else wie.hoedanigheid
            kind = wie.persoon is not None and wie.hoedanigheid.startswith(("leerling", "groep"))
            self._chip(wie.naam, rol, Plek("leerling", wie.persoon) if kind else None, b.rij if los else None)
        if loop.definitie.pagina:
            self._chip("Wat het plan zegt", loop.definitie.titel, Plek("plan", extra=loop.definitie.pagina), None)
        if loop.definitie.bron:
            self._deel.addWidget(regel(loop.definitie.bron, "klein"))

    def _chip(self, titel: str, onder: str, plek: Plek | None, los: UUID | None) -> None:
        """What it belongs to, which opens where there is a page; with a cross where the link can go."""
        vak = QWidget()
        rij = QHBoxLayout(vak)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(self._thema.px(4))
        if plek is not None:
            knop = KnopKaart(self._thema, titel, onder, kleur="koppeling")
            knop.clicked.connect(lambda: self._navigator.ga(plek))
            rij.addWidget(knop, 1)
        else:
            rij.addWidget(regel(f"{titel} · {onder}" if onder else titel, "basis"), 1)
        if los is not None:
            weg = IcoonKnop("x", f"Maak los: {titel}", self._thema, "zacht", maat=16)
            weg.clicked.connect(lambda: self.los.emit(los, titel))
            rij.addWidget(weg)
        self._deel.addWidget(vak)


class Stukkenkaart(_Zijkaart):
    """The records that were made from the run."""

    def __init__(self, thema: Thema, navigator: Navigator) -> None:
        super().__init__(thema, "Hieruit gemaakt", "folder-open")
        self._navigator = navigator

    def zet(self, stukken: Sequence[Row]) -> None:
        """Show them; none hides the card."""
        maak_leeg(self._deel)
        self.setHidden(not stukken)
        for rij in stukken:
            knop = KnopKaart(self._thema, rij.title, "", kleur="koppeling")
            plek = plek_van(rij.kind, rij.record)
            knop.clicked.connect(lambda _=False, plek=plek: self._navigator.ga(plek))
            self._deel.addWidget(knop)
