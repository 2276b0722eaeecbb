"""The card of talks: the reporter first, always with two; from here one writes the report."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from desktop.models.actieplan import met_twee
from desktop.models.core import Wie
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.opslag import Draft
from desktop.models.vooroverleg import SoortGesprek
from desktop.services.calamiteit import Calamiteitbeeld
from desktop.services.calamiteitgesprekken import Gesprekstand, melder_eerst
from desktop.views.calamiteit.kaarten import Kaartomgeving, Plankaart, Werkkaart
from desktop.views.calamiteit.regel import toon_dag
from desktop.views.gesprekken.acties import open_dialoog
from desktop.views.gesprekken.gegevens import schrijf_begin
from desktop.views.navigatie import Plek
from desktop.views.plaatsen import plek_van_draft
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Dialoog, KnopKaart


class Gesprekkenkaart(Plankaart):
    """Each talk with its state, from 'nog te voeren' to 'verslag getekend'."""

    def __init__(self, om: Kaartomgeving) -> None:
        super().__init__(om, "Gesprekken", "chats-circle")

    def _vul(self, beeld: Calamiteitbeeld, reden: str) -> None:
        if melder_eerst(beeld.gesprekken):
            self.let_op("Spreek eerst de melder.")
        for stand in beeld.gesprekken:
            self._gesprek(stand, beeld, reden)
        verslagen = {stand.verslag for stand in beeld.gesprekken}
        half = [d for d in beeld.drafts if d.kind == Gespreksverslag.KIND and d.record not in verslagen]
        for draft in half:
            self._half(draft, reden)
        if not beeld.gesprekken and not half:
            zin = "Nog geen gesprekken gepland. Begin met de melder; spreek ouders altijd met twee."
            self.woorden("Er zijn geen gesprekken vastgelegd." if beeld.dicht else zin, "zacht")
        if not beeld.dicht:
            self.knop(
                self.knoppenrij(),
                "Schrijf een verslag",
                lambda: self._schrijf(None),
                naam="Schrijf een verslag van een gesprek dat niet in het plan staat",
                icoon="plus",
                reden=reden,
            )
        self.naar_plan(beeld, "Plan gesprekken in het plan", reden)

    def _gesprek(self, stand: Gesprekstand, beeld: Calamiteitbeeld, reden: str) -> None:
        g = stand.gesprek
        titel = f"{stand.titel} (melder)" if g is not None and g.melder else stand.titel
        delen = [stand.stand]
        if g is not None:
            delen += [f"door {g.voert}" if g.voert else "", toon_dag(g.op) if g.op else ""]
        icoon, kleur = ("check-circle", "goed") if stand.klaar else ("circle-dashed", "zacht")
        rij = self.punt(icoon, kleur, titel, " · ".join(deel for deel in delen if deel))
        if stand.verslag is not None:
            naar = Plek("verslag", stand.verslag)
            self.knop(rij, "Verslag", partial(self.ga, naar), naam=f"Naar het verslag: {titel}", soort="koppeling")
        elif not beeld.dicht:
            doe = partial(self._schrijf, stand)
            self.knop(rij, "Schrijf verslag", doe, naam=f"Schrijf verslag: {titel}", soort="koppeling", reden=reden)
        if g is not None and stand.verslag is None and not met_twee(g.voert):
            self.let_op("Voer dit gesprek met twee. Zet de tweede naam in het plan.")

    def _half(self, draft: Draft, reden: str) -> None:
        titel = str(draft.values.get("onderwerp") or "") or "Gesprek zonder onderwerp"
        rij = self.punt("circle-dashed", "zacht", titel, "half geschreven; alleen jij ziet dit")
        verder = partial(self.ga, plek_van_draft(draft))
        self.knop(rij, "Schrijf verder", verder, naam=f"Schrijf verder: {titel}", soort="koppeling", reden=reden)

    def _schrijf(self, stand: Gesprekstand | None) -> None:
        """Begin a report that belongs to this calamity; about which pupil is asked where that is not plain."""
        assert self._beeld is not None
        leerlingen = [
            b.wie
            for b in self._beeld.calamiteit.betrokkenen
            if b.wie is not None and b.wie.persoon is not None and b.wie.hoedanigheid.startswith(("leerling", "groep"))
        ]
        if len(leerlingen) == 1:
            self._begin(leerlingen[0], stand)
        elif leerlingen:
            open_dialoog(Leerlingkeuze(self._thema, leerlingen, lambda wie: self._kies(wie, stand), self))
        else:
            self._zoek(stand)

    def _kies(self, wie: Wie | None, stand: Gesprekstand | None) -> None:
        if wie is None:
            self._zoek(stand)
        else:
            self._begin(wie, stand)

    def _begin(self, wie: Wie, stand: Gesprekstand | None) -> None:
        assert self._beeld is not None
        assert wie.persoon is not None
        rij = stand.gesprek.rij if stand is not None and stand.gesprek is not None else None
        soort, calamiteit = SoortGesprek.CALAMITEIT, self._beeld.stored.record
        self.ga(Plek("verslag", extra=schrijf_begin(wie.persoon, soort, calamiteit=calamiteit, gesprek=rij)))

    def _zoek(self, stand: Gesprekstand | None) -> None:
        """Choose among all pupils; the list hands on what comes after the kind of talk."""
        assert self._beeld is not None
        rij = stand.gesprek.rij if stand is not None and stand.gesprek is not None else None
        extra = f"verslag:{SoortGesprek.CALAMITEIT.value};calamiteit={self._beeld.stored.record}"
        self.ga(Plek("leerlingen", extra=f"{extra};gesprek={rij}" if rij else extra))


class Leerlingkeuze(Dialoog):
    """Asks about which of the pupils involved it is; `gekozen` gets one, or None for another pupil."""

    def __init__(
        self, thema: Thema, leerlingen: list[Wie], gekozen: Callable[[Wie | None], None], parent: Werkkaart
    ) -> None:
        self._gekozen = gekozen
        super().__init__(thema, "Over welke leerling is het gesprek?", parent.window())
        self.inhoud.addWidget(Alinea("Het verslag komt in het dossier van deze leerling, en hoort bij de calamiteit."))
        vak = QVBoxLayout()
        for wie in leerlingen:
            knop = KnopKaart(thema, wie.naam, wie.hoedanigheid, kleur="rol.leerling")
            knop.clicked.connect(partial(self._kies, wie))
            vak.addWidget(knop)
        self.inhoud.addLayout(vak)
        self.voeg_knop("Terug").clicked.connect(self.reject)
        self.voeg_knop("Een andere leerling").clicked.connect(lambda: self._kies(None))

    def _kies(self, wie: Wie | None, *_: object) -> None:
        self.accept()
        self._gekozen(wie)
