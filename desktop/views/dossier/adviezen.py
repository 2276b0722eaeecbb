"""Advice that our aandachtsfunctionaris gave to other schools: a list of its own, about no pupil of ours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.models.opslag import Row
from desktop.models.overleg import AdviesGegeven
from desktop.models.rechten import Actie
from desktop.services.diensten import Diensten
from desktop.views.gesprekken.rijen import STATEN, dag_van, plek_van, uiterlijk
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Knop, Label, LeegStaat, LijstView, RijInhoud, VasteModel
from desktop.views.work import Work

_NIEUW = Plek(AdviesGegeven.KIND)


class AdviezenPagina(KluisPagina):
    """The log of advice given, newest first; Ctrl+N writes one."""

    handleiding = "dossier"
    rail = "meldcode"

    def __init__(
        self, diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, parent: QWidget | None = None
    ) -> None:
        super().__init__(diensten, work, navigator, thema, parent)
        self.knop = Knop("Advies vastleggen", thema, "primair", "plus")
        sta_toe(self.knop, self.reden(Actie.DOSSIER_SCHRIJVEN))
        self.knop.clicked.connect(self.nieuw)
        self.model = VasteModel()
        self.lijst = LijstView(thema, "Advies aan andere scholen")
        self.lijst.setModel(self.model)
        self.lijst.gekozen.connect(navigator.ga)
        self.aantal = Label("", "klein")
        self.leeg = LeegStaat(
            thema,
            "chat-text",
            "Nog geen advies aan een andere school",
            "Vraagt een gekoppelde school jullie aandachtsfunctionaris om advies? Leg hier vast wat de vraag was en "
            "wat je adviseerde, zonder namen.",
        )
        self._stapel = QStackedWidget()
        self._stapel.addWidget(self.leeg)
        self._stapel.addWidget(self.lijst)
        vak = self._vak
        marge = thema.px(32)
        vak.setContentsMargins(marge, thema.px(8), marge, thema.px(24))
        vak.setSpacing(thema.px(12))
        kop = QHBoxLayout()
        kop.addWidget(Label("Advies aan andere scholen", "kop"), 1)
        kop.addWidget(self.knop)
        vak.addLayout(kop)
        vak.addWidget(self.banners)
        vak.addWidget(Alinea("Over leerlingen van een andere school. Zet er geen namen of geboortedata in.", "zacht"))
        vak.addWidget(self.aantal)
        vak.addWidget(self._stapel, 1)

    def titel(self) -> str:
        """Return the name of the page."""
        return "Advies aan andere scholen"

    def toon(self, plek: Plek) -> None:
        """Show the list afresh."""
        self.begin()
        self.vraag(self._d.dossier.adviezen_gegeven, self._zet)

    def nieuw(self) -> bool:
        """Ctrl+N: write one."""
        if self.knop.isEnabled():
            self._navigator.ga(_NIEUW)
        return self.knop.isEnabled()

    def _zet(self, rijen: Sequence[Row]) -> None:
        self.model.zet([_rij(rij) for rij in rijen])
        self.aantal.setText(f"{len(rijen)} adviezen" if len(rijen) > 1 else "")
        self.aantal.setVisible(len(rijen) > 1)
        self._stapel.setCurrentWidget(self.lijst if rijen else self.leeg)
        self.neem_focus(self.lijst if rijen else self.knop)


def _rij(rij: Row) -> RijInhoud:
    woord, toon, icoon = STATEN[rij.state]
    beeld, kleur = uiterlijk(rij.kind)
    return RijInhoud(
        plek_van(rij),
        rij.title,
        "",
        beeld,
        kleur,
        links=dag_van(rij),
        pil=woord,
        toon=toon,
        pil_icoon=icoon,
    )
