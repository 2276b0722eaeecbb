"""What an unlocked vault brings along: its pages, built when first asked for, and what the window shows of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QShortcut

from desktop.app.formulieren import FORMULIEREN
from desktop.app.jaargang import jaarpaginas
from desktop.app.klachtgang import RAIL_KLACHTEN, beperk, is_klachtenkluis, klachtpaginas
from desktop.app.planpaginas import Planpaginas
from desktop.app.rail import RAIL
from desktop.app.thuis import algemene_koppen, home_gegevens
from desktop.models.rechten import Actie, Rol
from desktop.services.calamiteit import Calamiteitregel
from desktop.services.diensten import Diensten
from desktop.services.kluis import OpenKluis
from desktop.services.overzicht import Overzicht
from desktop.views.afdrukken import Afdrukken
from desktop.views.agenda import AgendaPagina
from desktop.views.bestuur import BestuurPagina
from desktop.views.calamiteit import (
    DIRECT,
    VERSIES,
    ActieplanPagina,
    CalamiteitenPagina,
    CalamiteitPagina,
    CommunicatiePagina,
    Kaartomgeving,
    KiesPagina,
    VersiesPagina,
    maak_kaarten,
)
from desktop.views.dossier import (
    SOORTEN,
    AdviezenPagina,
    DossierPagina,
    LegeFormulierenPagina,
    OudeStukkenPagina,
    SignaalPagina,
    StukSoort,
)
from desktop.views.draaiboek import DraaiboekenPagina, Draaiboekkaart, LoopPagina
from desktop.views.edexml import EdexmlPagina
from desktop.views.gesprekken import GesprekkenPagina, ParnassysPagina, UitnodigingPagina, VerslagPagina
from desktop.views.home.gegevens import HomeGegevens, Telling
from desktop.views.home.home import Home
from desktop.views.incidenten import IncidentenPagina, IncidentPagina
from desktop.views.instellingen import InstellingenPagina
from desktop.views.kaart import KaartInvoerPagina
from desktop.views.kluispagina import waarom_niet
from desktop.views.leerlingen import KaartPagina, LeerlingenPagina, LeerlingPagina, PersoonPagina
from desktop.views.main_window import HoofdVenster
from desktop.views.navigatie import Pagina, Plek
from desktop.views.ondertekenen import OndertekenPagina
from desktop.views.plan.eigen import EigenTekstPagina
from desktop.views.rapportage import BundelPagina, RapportagePagina
from desktop.views.rol.pagina import RolPagina
from desktop.views.widgets import sneltoets
from desktop.views.zaak import (
    VT_SOORTEN,
    MeldingPagina,
    NieuweZaakPagina,
    SamenvattingPagina,
    WegingPagina,
    ZaakPagina,
    ZaakstukPagina,
    ZaakWijzigPagina,
    ZakenPagina,
)
from desktop.views.zoeken import ZoekenPagina

if TYPE_CHECKING:
    from desktop.app.programma import Programma


class Sessie:
    """One account at work in one vault, as the window sees it."""

    def __init__(self, programma: Programma, kluis: OpenKluis, diensten: Diensten) -> None:
        self._p = programma
        self.kluis = kluis
        self.diensten = diensten
        self._plan = Planpaginas(programma)
        self._afdrukken = Afdrukken(diensten, programma.work, programma.thema, programma.venster)
        self._home: Home | None = None
        self._rol: RolPagina | None = None
        self._gegevens: HomeGegevens | None = None
        self._zaken: Telling | None = None
        schrijft = diensten.session.mag(Actie.LOGBOEK_SCHRIJVEN)
        self._calamiteit = Plek("calamiteiten", extra=DIRECT) if schrijft else None
        self._toetsen: list[QShortcut] = []
        self._vul_paginas()
        programma.zoeker.zet_zoeken(diensten.zoeken)
        programma.planhouder.begin(diensten.eigenplan)

    def kleed_aan(self, venster: HoofdVenster) -> None:
        """Show who works here, and what was out of the ordinary at opening."""
        actor = self.diensten.session.actor
        if (plek := self._calamiteit) is not None:
            self._toetsen.append(sneltoets(venster.schil, "Ctrl+Shift+C", lambda: self._p.navigator.ga(plek)))
        venster.zet_rail(RAIL_KLACHTEN if is_klachtenkluis(self.diensten) else RAIL)
        venster.zet_account(actor.naam, Rol.van(actor.role).label)
        for melding in self.kluis.meldingen:
            venster.meld("waarschuwing", melding)
        if self._p.planhouder.lees_inhoud():
            zin = "De eigen inhoud van je scholengroep kan niet gelezen worden. Je ziet het meegeleverde plan."
            venster.meld("waarschuwing", zin, "Kijk bij Instellingen, Ons plan, wat er mis is.")

    def leg_af(self) -> None:
        """Take away what this account had in the window: the vault locks."""
        for toets in self._toetsen:
            toets.setEnabled(False)
            toets.deleteLater()
        self._toetsen.clear()

    def ververs_home(self) -> None:
        """Read again what home shows; the pages of the roles show counts from it too."""
        self._p.work.kluis(self._p.venster, self._lees_home, self._zet_home)

    def _lees_home(self) -> tuple[Overzicht, Sequence[Calamiteitregel]]:
        d = self.diensten
        overzicht = d.overzichten.home(d.documenten.school().naam)
        lopend = d.calamiteiten.lopende() if self._calamiteit is not None else ()
        overzicht = replace(overzicht, klaar_te_zetten=d.schooljaren.te_zetten())
        return overzicht, lopend

    def _zet_zaken(self, telling: tuple[int, int]) -> None:
        self._zaken = Telling(*telling)
        if self._gegevens is None:
            return
        self._gegevens = replace(self._gegevens, tellingen={**self._gegevens.tellingen, "meldcode": self._zaken})
        if self._home is not None:
            self._home.strook.zet(self._zaken)
        if self._rol is not None:
            self._rol.zet(self._gegevens.tellingen)

    def _zet_home(self, gelezen: tuple[Overzicht, Sequence[Calamiteitregel]]) -> None:
        overzicht, lopend = gelezen
        self._p.venster.zet_school(overzicht.school, overzicht.schooljaar)
        gegevens = home_gegevens(overzicht, self.diensten.session.vandaag(), lopend)
        # a vault of complaints begins without a list of pupils
        stappen = [stap for stap in gegevens.eerste_stappen if stap.plek.page in self._p.paginas]
        gegevens = self._gegevens = replace(gegevens, eerste_stappen=stappen)
        if self._zaken is not None:
            gegevens = self._gegevens = replace(gegevens, tellingen={**gegevens.tellingen, "meldcode": self._zaken})
        if self._home is not None:
            self._home.zet(gegevens)
        if self._rol is not None:
            self._rol.zet(gegevens.tellingen)
        if self._p.sessie is self and self.diensten.session.mag(Actie.MELDCODE_LEZEN):
            # how each case stands takes half a second for hundreds of them: home does not wait for it
            self._p.work.kluis(self._p.venster, self.diensten.zaken.telling, self._zet_zaken)

    # -- pages

    def _vul_paginas(self) -> None:
        p, d, a = self._p, self.diensten, self._afdrukken
        vast = (d, p.work, p.navigator, p.thema)
        p.paginas.update(
            {
                "home": self._maak_home,
                "rol": self._maak_rol,
                "handleiding": self._plan.handleiding,
                "leerlingen": lambda: LeerlingenPagina(*vast),
                "leerling": lambda: LeerlingPagina(*vast, papier=self._afdrukken.papier),
                "persoon": lambda: PersoonPagina(*vast),
                "kaart": lambda: KaartPagina(*vast),
                "edexml": lambda: EdexmlPagina(*vast),
                "gesprekken": lambda: GesprekkenPagina(*vast),
                "parnassys": lambda: ParnassysPagina(*vast),
                "verslag": lambda: self._maak_stuk(VerslagPagina),
                "uitnodiging": lambda: self._maak_stuk(UitnodigingPagina),
                **{sleutel: partial(self._maak_dossierstuk, soort) for sleutel, soort in SOORTEN.items()},
                "signaal": self._maak_signaal,
                "oudestukken": lambda: OudeStukkenPagina(*vast, bijlage=self._afdrukken.bijlage),
                "leegformulier": lambda: LegeFormulierenPagina(*vast, druk=self._afdrukken.papier),
                "adviezen": lambda: AdviezenPagina(*vast),
                "ondertekenen": lambda: OndertekenPagina(*vast, afdrukken=self._afdrukken.afdrukken),
                "rapportage": lambda: self._maak_rapport(RapportagePagina),
                "jaarbundel": lambda: self._maak_rapport(BundelPagina),
                "bestuurspakket": lambda: self._maak_rapport(BestuurPagina),
                "incidenten": lambda: IncidentenPagina(*vast, papier=a.papier),
                "incident": lambda: self._maak_rapport(IncidentPagina),
                "agenda": lambda: AgendaPagina(*vast),
                "meldcode": self._maak_meldcode,
                "zaken": lambda: ZakenPagina(*vast),
                "zaak": lambda: ZaakPagina(*vast, plan=p.planhouder.plan, druk=a.papier, bijlage=a.bijlage),
                "zaak-nieuw": lambda: NieuweZaakPagina(*vast),
                "zaak-wijzig": lambda: ZaakWijzigPagina(*vast, bijlage=a.bijlage),
                "samenvatting": lambda: SamenvattingPagina(*vast, druk=a.papier),
                "weging": self._maak_weging,
                "afweging": self._maak_weging,
                "melding": self._maak_melding,
                **{sleutel: partial(self._maak_zaakstuk, soort) for sleutel, soort in VT_SOORTEN.items()},
                "calamiteiten": self._maak_calamiteiten,
                "calamiteit": self._maak_calamiteit,
                "calamiteit-kies": lambda: KiesPagina(*vast),
                "actieplan": lambda: self._maak_calamiteitstuk(ActieplanPagina),
                VERSIES: lambda: VersiesPagina(*vast, druk=a.papier, bijlage=a.bijlage),
                "communicatie": lambda: self._maak_calamiteitstuk(CommunicatiePagina),
                "draaiboeken": self._maak_draaiboeken,
                "draaiboek": lambda: LoopPagina(*vast, druk=a.papier, bijlage=a.bijlage, formulieren=FORMULIEREN),
                "plan": self._maak_plan,
                "eigen-tekst": lambda: EigenTekstPagina(*vast, p.planhouder.plan, p.planhouder.herlees),
                "sociale-kaart": lambda: self._plan.sociale_kaart(waarom_niet(d, Actie.SCHOOL)),
                "kaart-invoer": lambda: KaartInvoerPagina(*vast, p.planhouder.plan, p.planhouder.herlees),
                **jaarpaginas(*vast, a),
                "zoeken": lambda: ZoekenPagina(p.zoeker.bron, p.zoeker.kies, p.thema),
                "instellingen": self._maak_instellingen,
                **klachtpaginas(*vast, a, self._nieuwe_kluis),
            }
        )
        beperk(d, p.paginas)

    def _nieuwe_kluis(self) -> None:
        self._p.vergrendel()
        self._p.toon_nieuwe_kluis()

    def _maak_stuk(self, soort: type[VerslagPagina] | type[UitnodigingPagina]) -> Pagina:
        p, a = self._p, self._afdrukken
        vast = (self.diensten, p.work, p.navigator, p.thema)
        return soort(*vast, voorbeeld=a.voorbeeld, afdrukken=a.afdrukken, bijlage=a.bijlage)

    def _maak_rapport(
        self, soort: type[RapportagePagina] | type[BundelPagina] | type[IncidentPagina] | type[BestuurPagina]
    ) -> Pagina:
        p, a = self._p, self._afdrukken
        vast = (self.diensten, p.work, p.navigator, p.thema)
        return soort(*vast, voorbeeld=a.voorbeeld, afdrukken=a.afdrukken, bijlage=a.bijlage)

    def _maak_dossierstuk(self, soort: StukSoort) -> Pagina:
        p, a = self._p, self._afdrukken
        vast = (self.diensten, p.work, p.navigator, p.thema)
        return DossierPagina(*vast, soort=soort, voorbeeld=a.voorbeeld, afdrukken=a.afdrukken, bijlage=a.bijlage)

    def _maak_signaal(self) -> Pagina:
        p, a = self._p, self._afdrukken
        vast, plan = (self.diensten, p.work, p.navigator, p.thema), p.planhouder.plan
        return SignaalPagina(*vast, plan=plan, voorbeeld=a.voorbeeld, afdrukken=a.afdrukken, bijlage=a.bijlage)

    def _maak_zaakstuk(self, soort: StukSoort) -> Pagina:
        p, a = self._p, self._afdrukken
        vast = (self.diensten, p.work, p.navigator, p.thema)
        return ZaakstukPagina(*vast, soort=soort, voorbeeld=a.voorbeeld, afdrukken=a.afdrukken, bijlage=a.bijlage)

    def _maak_weging(self) -> Pagina:
        p, a = self._p, self._afdrukken
        vast, plan = (self.diensten, p.work, p.navigator, p.thema), p.planhouder.plan
        return WegingPagina(*vast, plan, druk=a.papier, bijlage=a.bijlage)

    def _maak_melding(self) -> Pagina:
        p, a = self._p, self._afdrukken
        vast, plan = (self.diensten, p.work, p.navigator, p.thema), p.planhouder.plan
        return MeldingPagina(
            *vast, plan=plan, druk=a.papier, voorbeeld=a.voorbeeld, afdrukken=a.afdrukken, bijlage=a.bijlage
        )

    def _maak_meldcode(self) -> Pagina:
        """The drawing, with how many cases are open at each region for who may read them."""
        if not self.diensten.session.mag(Actie.MELDCODE_LEZEN):
            return self._plan.meldcode()
        return self._plan.meldcode(Plek("zaken"), self._lees_gevallen)

    def _lees_gevallen(self, zet: Callable[[Mapping[str, int]], None]) -> None:
        self._p.work.kluis(self._p.venster, self.diensten.zaken.gevallen, zet)

    def _maak_calamiteiten(self) -> Pagina:
        p = self._p
        draaiboeken = Plek("draaiboeken") if "draaiboeken" in p.paginas else None
        return CalamiteitenPagina(self.diensten, p.work, p.navigator, p.thema, draaiboeken=draaiboeken)

    def _maak_calamiteit(self) -> Pagina:
        p, a = self._p, self._afdrukken
        om = Kaartomgeving(self.diensten, p.work, p.navigator, p.thema, a.papier)
        kaarten = maak_kaarten(om, Draaiboekkaart(om))
        return CalamiteitPagina(
            self.diensten, p.work, p.navigator, p.thema, druk=a.papier, bijlage=a.bijlage, kaarten=kaarten
        )

    def _maak_calamiteitstuk(self, soort: type[ActieplanPagina] | type[CommunicatiePagina]) -> Pagina:
        p, a = self._p, self._afdrukken
        vast = (self.diensten, p.work, p.navigator, p.thema)
        return soort(*vast, voorbeeld=a.voorbeeld, afdrukken=a.afdrukken, bijlage=a.bijlage)

    def _maak_draaiboeken(self) -> Pagina:
        p, a = self._p, self._afdrukken

        def plaats(veld: str) -> str:
            eigen = p.planhouder.plan.eigen
            return (eigen.waarden.get(veld, "") if eigen is not None else "").strip()

        return DraaiboekenPagina(
            self.diensten, p.work, p.navigator, p.thema, druk=a.papier, bijlage=a.bijlage, plaats=plaats
        )

    def _maak_plan(self) -> Pagina:
        if not self.diensten.session.mag(Actie.SCHOOL):
            return self._plan.plan()
        return self._plan.plan(self._plan.eigen_tekst, Plek("instellingen", extra="plan"))

    def _maak_home(self) -> Pagina:
        algemeen = algemene_koppen(self._p.planhouder.plan, self._p.paginas)
        self._home = Home(self._p.thema, self._p.navigator, algemeen, Plek("agenda"), self._calamiteit)
        self._home.destroyed.connect(self._home_weg)
        return self._home

    def _home_weg(self) -> None:
        self._home = None

    def _maak_rol(self) -> Pagina:
        self._rol = self._plan.rol()
        if self._gegevens is not None:
            self._rol.zet(self._gegevens.tellingen)  # at once right, also where it is read again meanwhile
        self._rol.destroyed.connect(self._rol_weg)
        return self._rol

    def _rol_weg(self) -> None:
        self._rol = None

    def _maak_instellingen(self) -> Pagina:
        p = self._p
        return InstellingenPagina(
            self.diensten,
            p.work,
            p.navigator,
            p.thema,
            voorkeuren=p.voorkeuren,
            zet_thema=p.zet_thema,
            zet_vergrendel_na=p.zet_vergrendel_na,
            druk_pdf=self._afdrukken.druk_pdf,
            wachtenden=p.kluis_lane.run_waiting,
            plan=self._plan.zaken(),
            zet_verberg=p.zet_verberg if p.kan_verbergen else None,
        )
