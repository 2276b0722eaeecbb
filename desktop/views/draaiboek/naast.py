"""The cards beside the steps of a run: the conditions, who and what it is about, what was made from it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from desktop.models.calamiteit import Calamiteit
from desktop.models.draaiboek import Loop
from desktop.models.opslag import Row
from desktop.views.draaiboek.vraag import Vraag
from desktop.views.forms.basis import regel
from desktop.views.kluispagina import sta_toe
from desktop.views.navigatie import Navigator, Plek
from desktop.views.plaatsen import plek_van
from desktop.views.theme import Thema
from desktop.views.widgets import Kaart, KnopKaart, SectieKop, maak_leeg


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
    """Who is involved, the calamity it belongs to, and the page of the plan that explains it."""

    def __init__(self, thema: Thema, navigator: Navigator) -> None:
        super().__init__(thema, "Hoort bij", "users-three")
        self._navigator = navigator

    def zet(self, loop: Loop, calamiteit: str) -> None:
        """Show them; `calamiteit` is what that calamity is called."""
        maak_leeg(self._deel)
        for b in loop.betrokkenen:
            wie = b.wie
            if wie is None:
                continue
            rol = b.rol.label if b.rol else wie.hoedanigheid
            if wie.persoon is not None and wie.hoedanigheid.startswith(("leerling", "groep")):
                self._knop(wie.naam, rol, Plek("leerling", wie.persoon))
            else:
                self._deel.addWidget(regel(f"{wie.naam} · {rol}" if rol else wie.naam, "basis"))
        if loop.calamiteit is not None:
            self._knop(calamiteit or "Calamiteit", "Calamiteit", plek_van(Calamiteit.KIND, loop.calamiteit))
        if loop.definitie.pagina:
            self._knop("Wat het plan zegt", loop.definitie.titel, Plek("plan", extra=loop.definitie.pagina))
        if loop.definitie.bron:
            self._deel.addWidget(regel(loop.definitie.bron, "klein"))

    def _knop(self, titel: str, onder: str, plek: Plek) -> None:
        knop = KnopKaart(self._thema, titel, onder, kleur="koppeling")
        knop.clicked.connect(lambda: self._navigator.ga(plek))
        self._deel.addWidget(knop)


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
