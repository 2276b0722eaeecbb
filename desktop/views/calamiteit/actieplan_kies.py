"""Which calamity a form is for: the one that runs, a choice where there are more, or how to open one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.actieplan import Actieplan
from desktop.models.communicatie import Communicatie
from desktop.models.rechten import Actie
from desktop.services.calamiteit import Calamiteitregel, duur
from desktop.services.diensten import Diensten
from desktop.views.kluispagina import KluisPagina
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.tokens import LEESBREEDTE
from desktop.views.widgets import Alinea, KnopKaart, Label, LeegStaat, maak_leeg
from desktop.views.work import Work

SLUIT = "sluit"
"""The extra of a calamity's place that asks at once to close it."""
_VRAAG = {
    "actieplan": "Voor welke calamiteit is het actieplan?",
    "communicatie": "Bij welke calamiteit hoort de communicatie?",
    "evaluatie": "Welke calamiteit evalueer je?",
}


class KiesPagina(KluisPagina):
    """Plek('calamiteit-kies'); extra is 'actieplan', 'communicatie' or 'evaluatie'."""

    handleiding = "actieplan"
    rail = "calamiteiten"

    def __init__(self, diensten: Diensten, work: Work, navigator: Navigator, thema: Thema) -> None:
        super().__init__(diensten, work, navigator, thema)
        self._wat = "actieplan"
        self.kop = Label("", "kop")
        self.knoppen: list[KnopKaart] = []
        binnen = QWidget()
        binnen.setMaximumWidth(thema.px(LEESBREEDTE))
        vak = QVBoxLayout(binnen)
        vak.setContentsMargins(thema.px(32), thema.px(8), thema.px(32), thema.px(24))
        vak.setSpacing(thema.px(16))
        vak.addWidget(self.kop)
        vak.addWidget(self.banners)
        self._deel = QVBoxLayout()
        self._deel.setSpacing(thema.px(12))
        vak.addLayout(self._deel)
        vak.addStretch(1)
        self._vak.addWidget(binnen, 1)

    def titel(self) -> str:
        """Return what is asked."""
        return _VRAAG[self._wat]

    def toon(self, plek: Plek) -> None:
        """Read which calamities run, and go on at once where there is only one."""
        self.begin()
        self._wat = plek.extra if plek.extra in _VRAAG else "actieplan"
        self.kop.setText(self.titel())
        maak_leeg(self._deel)
        if reden := self.reden(Actie.CALAMITEIT):
            self._deel.addWidget(Alinea(reden, "zacht"))
        else:
            self.vraag(self._d.calamiteiten.lopende, self._zet)

    def _zet(self, lopende: Sequence[Calamiteitregel]) -> None:
        if len(lopende) == 1:
            self._navigator.rond_af(self._naar(lopende[0]))
            return
        self.knoppen = []
        nu = self._d.session.nu().replace(tzinfo=None)
        for regel in lopende:
            sinds = f"Loopt {duur(regel.begonnen, nu)}" if regel.begonnen is not None else "Loopt nu"
            knop = KnopKaart(self._thema, regel.row.title, sinds, "siren", "meldcode")
            knop.clicked.connect(partial(self._kies, regel))
            self._deel.addWidget(knop)
            self.knoppen.append(knop)
        if self.knoppen:
            self.neem_focus(self.knoppen[0])
            return
        zin = "Een actieplan, communicatie en evaluatie horen bij een calamiteit. Open er eerst een."
        leeg = LeegStaat(self._thema, "siren", "Er loopt geen calamiteit", zin, "Naar de calamiteiten")
        leeg.gekozen.connect(lambda: self._navigator.ga(Plek("calamiteiten")))
        self._deel.addWidget(leeg)

    def _kies(self, regel: Calamiteitregel, *_: object) -> None:
        self._navigator.rond_af(self._naar(regel))

    def _naar(self, regel: Calamiteitregel) -> Plek:
        record = regel.row.record
        if self._wat == "evaluatie":
            return Plek("calamiteit", record, SLUIT)
        kind = Actieplan.KIND if self._wat == "actieplan" else Communicatie.KIND
        return Plek(kind, extra=f"calamiteit={record}")
