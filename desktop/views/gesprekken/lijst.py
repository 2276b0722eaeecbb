"""The list of all reports and invitations, with filters; it stays smooth with 100,000 of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.errors import UserError
from desktop.models.opslag import Row
from desktop.models.rechten import Actie
from desktop.services.diensten import Diensten
from desktop.views.bladen import van_kluis
from desktop.views.gesprekken.filters import Filter, FilterBalk
from desktop.views.gesprekken.rijen import regel_van
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import BladModel, Bladvlak, Knop, Label, LeegStaat, LijstView, RijInhoud, zeg
from desktop.views.work import Work

_BEGIN = Plek("leerlingen", extra="verslag")


class GesprekkenPagina(KluisPagina):
    """Everything that was written, newest first. `extra` 'tekenen' or 'parnassys' begins with that filter."""

    handleiding = "gespreksverslag"
    rail = "gesprekken"

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(diensten, work, navigator, thema, parent)
        self.filters = FilterBalk(thema, diensten.session.vandaag)
        self.aantal = Label("", "klein")
        self.model = BladModel(van_kluis(work, self, lambda ids: rijen_met_naam(diensten, ids), self.meld_fout))
        self.lijst = LijstView(thema, "Verslagen en uitnodigingen")
        self.lijst.setModel(self.model)
        self.leeg = LeegStaat(
            thema,
            "chats-circle",
            "Nog geen verslagen of uitnodigingen",
            "Een gesprek begint bij een leerling: open de leerling en kies daar Nieuw gesprek.",
            "Naar de leerlingen",
        )
        self.niets = LeegStaat(
            thema, "funnel", "Niets gevonden", "Er is niets dat bij deze filters past.", "Toon alles weer"
        )
        self.knop = Knop("Nieuw gesprek", thema, "primair", "plus")
        sta_toe(self.knop, self.reden(Actie.VERSLAG_SCHRIJVEN))
        self._stapel = QStackedWidget()
        self._leegvak, self._nietsvak = schuifbaar(self.leeg), schuifbaar(self.niets)
        for deel in (self.lijst, self._leegvak, self._nietsvak):
            self._stapel.addWidget(deel)
        self._bouw()

    def titel(self) -> str:
        """Return the name of the page."""
        return "Gesprekken"

    def toon(self, plek: Plek) -> None:
        """Show the list afresh; filters stay as they were unless the place names one."""
        if plek.extra:
            self.filters.blockSignals(True)
            self.filters.wis()
            self.filters.tekenen.setChecked(plek.extra == "tekenen")
            self.filters.parnassys.setChecked(plek.extra == "parnassys")
            self.filters.blockSignals(False)
        self.ververs()

    def nieuw(self) -> bool:
        """Ctrl+N: a new one begins at a pupil."""
        if self.knop.isEnabled():
            self._navigator.ga(_BEGIN)
        return self.knop.isEnabled()

    def ververs(self) -> None:
        """Ask the vault what matches now."""
        self.begin()
        vraag = self.filters.filter().vraag()
        self.vraag(lambda: self._d.gesprekken.lijst(vraag), self._ontvang, self._fout)

    def _bouw(self) -> None:
        thema = self._thema
        vak = self._vak
        marge = thema.px(32)
        vak.setContentsMargins(marge, thema.px(8), marge, thema.px(24))
        vak.setSpacing(thema.px(12))
        kop = QHBoxLayout()
        kop.addWidget(Label("Gesprekken", "kop"), 1)
        kop.addWidget(self.knop)
        vak.addLayout(kop)
        vak.addWidget(self.banners)
        vak.addWidget(self.filters)
        vak.addWidget(self.aantal)
        vak.addWidget(self._stapel, 1)
        self.knop.clicked.connect(self.nieuw)
        self.filters.gewijzigd.connect(self.ververs)
        self.lijst.gekozen.connect(self._navigator.ga)
        self.leeg.gekozen.connect(lambda: self._navigator.ga(Plek("leerlingen")))
        self.niets.gekozen.connect(self.filters.wis)

    def _ontvang(self, ids: Sequence[int]) -> None:
        self.lijst.begin(ids)
        zin = {0: "Niets gevonden", 1: "1 gevonden"}.get(len(ids), f"{len(ids):,} gevonden".replace(",", "."))
        self.aantal.setText(zin)
        zeg(self.lijst, zin)
        ongefilterd = self.filters.filter() == Filter()
        self._stapel.setCurrentWidget(self.lijst if ids else self._leegvak if ongefilterd else self._nietsvak)
        self.aantal.setVisible(bool(ids))

    def _fout(self, fout: UserError) -> None:
        self.model.begin(())
        self.aantal.hide()
        self.meld_fout(fout)


def schuifbaar(deel: QWidget) -> Bladvlak:
    """Return a surface on which something scrolls that is higher than a small window."""
    blad = Bladvlak()
    vak = QVBoxLayout(blad.vlak)
    vak.setContentsMargins(0, 0, 0, 0)
    vak.addWidget(deel)
    return blad


def rijen_met_naam(diensten: Diensten, ids: Sequence[int]) -> dict[int, RijInhoud]:
    """Return list rows by id, with the name of whom each is about; runs on the vault's lane."""
    return {rij.id: regel_van(rij, naam) for rij, naam in met_naam(diensten, ids)}


def met_naam(diensten: Diensten, ids: Sequence[int]) -> list[tuple[Row, str]]:
    """Return rows, each with the names of its pupils; runs on the vault's lane."""
    rijen = diensten.gesprekken.rijen(ids)
    wie = {r.record: r.title for r in diensten.gesprekken.rijen_van([s for rij in rijen for s in rij.subjects])}
    return [(rij, ", ".join(wie[s] for s in rij.subjects if s in wie)) for rij in rijen]
