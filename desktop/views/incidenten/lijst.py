"""The register: what waits on top, all incidents below it newest first, and the trends on a second sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.errors import UserError
from desktop.models.incident import Incident
from desktop.models.incidentcijfers import Incidentjaar
from desktop.models.opslag import Draft, Row
from desktop.models.rechten import Actie
from desktop.models.schooljaar import Periode, schooljaar_van
from desktop.services.diensten import Diensten
from desktop.services.dossierdruk import Papier
from desktop.services.incidenten import Registerfilter
from desktop.views.bladen import van_kluis
from desktop.views.forms.lezen import toon_datum, toon_tijd
from desktop.views.gesprekken.rijen import STATEN, dag_van
from desktop.views.incidenten.filters import FilterBalk
from desktop.views.incidenten.soorten import INCIDENTEN
from desktop.views.incidenten.trends import TrendsVlak
from desktop.views.kluispagina import KluisPagina, keten, sta_toe
from desktop.views.navigatie import Navigator, Plek
from desktop.views.plaatsen import plek_van, plek_van_draft
from desktop.views.rapportage.jaarkaart import JaarverslagKaart, Jaarwoorden
from desktop.views.rapportage.periodekeuze import PeriodeKeuze
from desktop.views.rapportage.verzending import bewaar_rekenblad, vraag_rekenblad
from desktop.views.theme import Thema
from desktop.views.widgets import (
    Alinea,
    BladModel,
    Bladvlak,
    KiesChip,
    Knop,
    KnopKaart,
    Label,
    LeegStaat,
    LijstView,
    RijInhoud,
    StroomLayout,
    maak_leeg,
    zeg,
)
from desktop.views.work import Work

TRENDS = "trends"
_WACHTEN = 3
_BREED = 1040
_VERSLAG = Jaarwoorden(
    "Jaarverslag",
    "rol.directeur",
    "Voor het bestuur en de coördinator sociale veiligheid, over deze periode.",
    "Een klein aantal kan naar één leerling of gezin wijzen.",
    "Houd dit exemplaar binnen de school.",
)


@dataclass(frozen=True, slots=True)
class _Stand:
    """One reading of the register."""

    ids: Sequence[int]
    wachtend: Sequence[tuple[Row, str]]
    drafts: Sequence[Draft]
    groepen: Sequence[str]


class IncidentenPagina(KluisPagina):
    """`extra` 'trends' shows the counts, with a period behind it: 'trends:2025-08-01:2026-07-31'."""

    handleiding = "incidenten"
    rail = "incidenten"

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        *,
        papier: Callable[[Callable[[], Papier]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(diensten, work, navigator, thema, parent)
        self._papier = papier
        self.leest = diensten.session.mag(Actie.INCIDENT)
        self._periode = schooljaar_van(diensten.session.vandaag())
        self.knop = Knop("Nieuw incident", thema, "primair", "plus")
        sta_toe(self.knop, self.reden(Actie.INCIDENT_GEVEN))
        self.register_chip = KiesChip("Register", thema, aan=True, plus=False)
        self.trends_chip = KiesChip("Trends en jaarverslag", thema, plus=False)
        self._bouw_register()
        self._bouw_trends()
        self._bouw()

    def titel(self) -> str:
        """Return the name of the page."""
        return "Incidenten"

    def toon(self, plek: Plek) -> None:
        """Show the register or the trends afresh; filters stay as they were."""
        soort, _, rest = plek.extra.partition(":")
        trends = soort == TRENDS and self.leest
        self._bladen.setCurrentWidget(self._trendsblad if trends else self._registerblad)
        self.trends_chip.setChecked(trends)
        self.register_chip.setChecked(not trends)
        if trends:
            self._periode = _lees_periode(rest) or schooljaar_van(self._d.session.vandaag())
            self._lees_trends()
        else:
            self.ververs()

    def nieuw(self) -> bool:
        """Ctrl+N: write a new one."""
        if self.knop.isEnabled():
            self._navigator.ga(Plek(Incident.KIND))
        return self.knop.isEnabled()

    def druk_af(self) -> bool:
        """Ctrl+P: the yearly report, where the trends show."""
        kan = self._bladen.currentWidget() is self._trendsblad and self.verslag.papier_knop.isEnabled()
        if kan:
            self._druk(self.verslag.afschermen.isChecked())
        return kan

    # -- the register

    def _bouw_register(self) -> None:
        thema = self._thema
        self.filters = FilterBalk(thema, self._d.session.vandaag)
        self.aantal = Label("", "klein")
        self.model = BladModel(van_kluis(self._work, self, partial(_rijen, self._d), self.meld_fout))
        self.lijst = LijstView(thema, "Register van incidenten")
        self.lijst.setModel(self.model)
        self.leeg = LeegStaat(
            thema,
            "warning-octagon",
            "Nog geen incidenten" if self.leest else "Je hebt niets doorgegeven",
            "Alleen grote, losse incidenten met een groot effect horen hier."
            if self.leest
            else "Wat je doorgeeft, staat hier tot de directeur het oppakt.",
            "Nieuw incident",
        )
        self.niets = LeegStaat(
            thema, "funnel", "Niets gevonden", "Er is niets dat bij deze filters past.", "Toon alles weer"
        )
        self.wachtkop = Label("", "sectie")
        self.wachtvak = QWidget()
        self._wacht = StroomLayout(thema, 12, self.wachtvak)
        self._stapel = QStackedWidget()
        for blad in (self.lijst, self.leeg, self.niets):
            self._stapel.addWidget(blad)
        self._registerblad = QWidget()
        vak = QVBoxLayout(self._registerblad)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(thema.px(12))
        for deel in (self.wachtkop, self.wachtvak, self.filters, self.aantal):
            vak.addWidget(deel)
        vak.addWidget(self._stapel, 1)
        self.filters.gewijzigd.connect(self.ververs)
        self.lijst.gekozen.connect(self._navigator.ga)
        self.leeg.gekozen.connect(self.nieuw)
        self.niets.gekozen.connect(self.filters.wis)

    def ververs(self) -> None:
        """Ask the vault what matches now."""
        self.begin()
        wat, incidenten, leest = self.filters.filter(), self._d.incidenten, self.leest

        def haal() -> _Stand:
            return _Stand(
                incidenten.register(wat),
                incidenten.wachtend() if leest else (),
                incidenten.drafts(),
                incidenten.groepen() if leest else (),
            )

        self.vraag(haal, self._ontvang, self._fout)

    def _ontvang(self, stand: _Stand) -> None:
        self.filters.zet_groepen(stand.groepen)
        self.lijst.begin(stand.ids)
        n = len(stand.ids)
        zin = {0: "Niets gevonden", 1: "1 incident"}.get(n, f"{n:,} incidenten".replace(",", "."))
        self.aantal.setText(zin)
        self.aantal.setVisible(bool(n))
        zeg(self.lijst, zin)
        ongefilterd = self.filters.filter() == Registerfilter()
        leeg = self.leeg if ongefilterd else self.niets
        self._stapel.setCurrentWidget(self.lijst if n else leeg)
        self._vul_wachtend(stand)

    def _vul_wachtend(self, stand: _Stand) -> None:
        maak_leeg(self._wacht)
        halverwege = {draft.record for draft in stand.drafts}
        kaarten: list[QWidget] = [self._draftkaart(draft) for draft in stand.drafts[:_WACHTEN]]
        wachtend = [paar for paar in stand.wachtend if paar[0].record not in halverwege]
        kaarten += [self._wachtkaart(*paar) for paar in wachtend[:_WACHTEN]]
        meer = len(wachtend) - _WACHTEN
        if meer > 0:
            knop = Knop(f"Toon alle {len(wachtend)}", self._thema, "koppeling")
            knop.clicked.connect(lambda: self.filters.stand.setCurrentIndex(1))
            kaarten.append(knop)
        for kaart in kaarten:
            self._wacht.addWidget(kaart)
            kaart.show()
        self.wachtkop.setText("Doorgegeven, nog te registreren" if wachtend else "Niet afgemaakt")
        for deel in (self.wachtkop, self.wachtvak):
            deel.setVisible(bool(kaarten))
        keten((self.knop, self.register_chip, self.trends_chip, *kaarten, self.filters.zoek))

    def _wachtkaart(self, rij: Row, kenmerken: str) -> KnopKaart:
        onder = " · ".join(filter(None, (dag_van(rij), kenmerken)))
        kaart = KnopKaart(self._thema, rij.title, onder, "warning-octagon", "waarschuwing")
        kaart.setFixedWidth(self._thema.px(300))
        kaart.clicked.connect(lambda: self._navigator.ga(plek_van(rij.kind, rij.record)))
        return kaart

    def _draftkaart(self, draft: Draft) -> KnopKaart:
        moment = draft.updated_at.astimezone()
        onder = f"Laatst getypt {toon_datum(moment.date(), kort=True)} om {toon_tijd(moment.time())}"
        kaart = KnopKaart(self._thema, "Niet afgemaakt", onder, "note-pencil", "waarschuwing")
        kaart.setFixedWidth(self._thema.px(300))
        kaart.clicked.connect(lambda: self._navigator.ga(plek_van_draft(draft)))
        return kaart

    def _fout(self, fout: UserError) -> None:
        self.model.begin(())
        for deel in (self.aantal, self.wachtkop, self.wachtvak):
            deel.hide()
        self.meld_fout(fout)

    # -- the trends

    def _bouw_trends(self) -> None:
        thema = self._thema
        self.keuze = PeriodeKeuze(thema, self._d.session.vandaag)
        self.trends = TrendsVlak(thema, self._work)
        self.verslag = JaarverslagKaart(thema, _VERSLAG)
        self.verslag.sta_toe(self.reden(Actie.AFDRUKKEN))
        self._trendsblad = Bladvlak()
        midden = QWidget()
        midden.setMaximumWidth(thema.px(_BREED))
        kolom = QVBoxLayout(midden)
        kolom.setContentsMargins(0, 0, thema.px(12), thema.px(24))
        kolom.setSpacing(thema.px(16))
        for deel in (self.keuze, self.trends, self.verslag):
            kolom.addWidget(deel)
        kolom.addStretch(1)
        buiten = QVBoxLayout(self._trendsblad.vlak)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(midden)
        self.keuze.gekozen.connect(lambda periode: self._navigator.ga(plek_trends(periode)))
        self.trends.veranderd.connect(self._trendsblad.schik)
        self.verslag.papier.connect(self._druk)
        self.verslag.rekenblad.connect(self._vraag_plaats)

    def _lees_trends(self) -> None:
        self.begin()
        periode = self._periode
        self.keuze.zet(periode)
        self.vraag(lambda: self._d.incidenten.trends(periode), self._zet_trends)

    def _zet_trends(self, jaar: Incidentjaar) -> None:
        self.trends.toon(jaar)
        self._trendsblad.schik()
        self._trendsblad.verticalScrollBar().setValue(0)

    def _druk(self, afgeschermd: bool) -> None:
        periode, incidenten = self._periode, self._d.incidenten
        self._papier(lambda: incidenten.papier(periode, afgeschermd=afgeschermd))

    def _vraag_plaats(self, afgeschermd: bool) -> None:
        naam = f"jaarverslag-incidenten-{self._periode.van:%Y-%m-%d}-{self._periode.tot:%Y-%m-%d}.xlsx"
        vraag_rekenblad(self, naam, lambda pad: self.bewaar_rekenblad(pad, afgeschermd=afgeschermd))

    def bewaar_rekenblad(self, pad: Path, *, afgeschermd: bool) -> None:
        """Make the spreadsheet and write it there; it is logged before the first byte is written."""
        haal = partial(self._d.incidenten.rekenblad, self._periode, afgeschermd=afgeschermd)
        bewaar_rekenblad(self, self._work, haal, pad)

    # -- around both

    def _bouw(self) -> None:
        thema = self._thema
        marge = thema.px(32)
        self._vak.setContentsMargins(marge, thema.px(8), marge, thema.px(24))
        self._vak.setSpacing(thema.px(12))
        kop = QHBoxLayout()
        kop.addWidget(Label("Incidenten", "kop"), 1)
        kop.addWidget(self.knop)
        keuze = QWidget()
        stroom = StroomLayout(thema, 8, keuze)
        stroom.addWidget(self.register_chip)
        stroom.addWidget(self.trends_chip)
        uitleg = Alinea("Je geeft een incident door; de directeur registreert het.", "zacht")
        self._bladen = QStackedWidget()
        self._bladen.addWidget(self._registerblad)
        self._bladen.addWidget(self._trendsblad)
        self._vak.addLayout(kop)
        for deel in (keuze, uitleg, self.banners):
            self._vak.addWidget(deel)
        self._vak.addWidget(self._bladen, 1)
        # hidden, never shown, here: what has no parent yet would be a window of its own for a moment
        for deel in (uitleg,) if self.leest else (keuze, self.filters):
            deel.hide()
        self.knop.clicked.connect(self.nieuw)
        self.register_chip.clicked.connect(lambda: self._navigator.ga(INCIDENTEN))
        self.trends_chip.clicked.connect(lambda: self._navigator.ga(plek_trends(self._periode)))


def plek_trends(periode: Periode) -> Plek:
    """Return the place of the trends over a period."""
    return Plek("incidenten", extra=f"{TRENDS}:{periode.van.isoformat()}:{periode.tot.isoformat()}")


def _lees_periode(tekst: str) -> Periode | None:
    van, _, tot = tekst.partition(":")
    try:
        periode = Periode(date.fromisoformat(van), date.fromisoformat(tot))
    except ValueError:
        return None
    return periode if periode.van <= periode.tot else None


def _rijen(diensten: Diensten, ids: Sequence[int]) -> dict[int, RijInhoud]:
    """Return list rows by id; runs on the vault's lane."""
    return {rij.id: _regel(rij, onder) for rij, onder in diensten.incidenten.regels(ids)}


def _regel(rij: Row, onder: str) -> RijInhoud:
    """Return an incident as a line: without a name, for this list is looked at together."""
    woord, toon, icoon = STATEN[rij.state]
    woord = {"concept": "Nog te registreren", "vastgesteld": "Geregistreerd"}.get(rij.state, woord)
    return RijInhoud(
        plek_van(rij.kind, rij.record),
        rij.title,
        onder,
        "warning-octagon",
        "rol.directeur",
        links=dag_van(rij),
        pil=woord,
        toon=toon,
        pil_icoon=icoon,
    )
