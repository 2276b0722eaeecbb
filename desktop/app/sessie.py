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
from desktop.views.werkomgeving import Werkomgeving
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
        self._afdrukken = a = Afdrukken(diensten, programma.work, programma.thema, programma.venster)
        self._om = Werkomgeving(
            diensten,
            programma.work,
            programma.navigator,
            programma.thema,
            voorbeeld=a.voorbeeld,
            afdrukken=a.afdrukken,
            druk=a.papier,
            bijlage=a.bijlage,
        )
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
        p, d, om = self._p, self.diensten, self._om
        vast, plan = om.kern, p.planhouder.plan
        p.paginas.update(
            {
                "home": self._maak_home,
                "rol": self._maak_rol,
                "handleiding": self._plan.handleiding,
                "leerlingen": lambda: LeerlingenPagina(*vast),
                "leerling": lambda: LeerlingPagina(*vast, papier=om.druk),
                "persoon": lambda: PersoonPagina(*vast),
                "kaart": lambda: KaartPagina(*vast),
                "edexml": lambda: EdexmlPagina(*vast),
                "gesprekken": lambda: GesprekkenPagina(*vast),
                "parnassys": lambda: ParnassysPagina(*vast),
                "verslag": lambda: VerslagPagina(om),
                "uitnodiging": lambda: UitnodigingPagina(om),
                **{sleutel: partial(DossierPagina, om, soort) for sleutel, soort in SOORTEN.items()},
                "signaal": lambda: SignaalPagina(om, plan),
                "oudestukken": lambda: OudeStukkenPagina(om),
                "leegformulier": lambda: LegeFormulierenPagina(om),
                "adviezen": lambda: AdviezenPagina(*vast),
                "ondertekenen": lambda: OndertekenPagina(*vast, afdrukken=self._afdrukken.afdrukken),
                "rapportage": lambda: RapportagePagina(om),
                "jaarbundel": lambda: BundelPagina(om),
                "bestuurspakket": lambda: BestuurPagina(om),
                "incidenten": lambda: IncidentenPagina(*vast, papier=om.druk),
                "incident": lambda: IncidentPagina(om),
                "agenda": lambda: AgendaPagina(*vast),
                "meldcode": self._maak_meldcode,
                "zaken": lambda: ZakenPagina(*vast),
                "zaak": lambda: ZaakPagina(om, plan),
                "zaak-nieuw": lambda: NieuweZaakPagina(*vast),
                "zaak-wijzig": lambda: ZaakWijzigPagina(om),
                "samenvatting": lambda: SamenvattingPagina(om),
                "weging": lambda: WegingPagina(om, plan),
                "afweging": lambda: WegingPagina(om, plan),
                "melding": lambda: MeldingPagina(om, plan),
                **{sleutel: partial(ZaakstukPagina, om, soort) for sleutel, soort in VT_SOORTEN.items()},
                "calamiteiten": self._maak_calamiteiten,
                "calamiteit": self._maak_calamiteit,
                "calamiteit-kies": lambda: KiesPagina(*vast),
                "actieplan": lambda: ActieplanPagina(om),
                VERSIES: lambda: VersiesPagina(*vast, druk=om.druk, bijlage=om.bijlage),
                "communicatie": lambda: CommunicatiePagina(om),
                "draaiboeken": self._maak_draaiboeken,
                "draaiboek": lambda: LoopPagina(*vast, druk=om.druk, bijlage=om.bijlage, formulieren=FORMULIEREN),
                "plan": self._maak_plan,
                "eigen-tekst": lambda: EigenTekstPagina(*vast, plan, p.planhouder.herlees),
                "sociale-kaart": lambda: self._plan.sociale_kaart(waarom_niet(d, Actie.SCHOOL)),
                "kaart-invoer": lambda: KaartInvoerPagina(*vast, plan, p.planhouder.herlees),
                **jaarpaginas(om, plan),
                "zoeken": lambda: ZoekenPagina(p.zoeker.bron, p.zoeker.kies, p.thema),
                "instellingen": self._maak_instellingen,
                **klachtpaginas(om, self._kluis_voor_klachten),
            }
        )
        beperk(d, p.paginas)

    def _kluis_voor_klachten(self) -> None:
        self._p.vergrendel()
        self._p.toon_nieuwe_kluis(Rol.VERTROUWENSPERSOON.value)

    def _maak_meldcode(self) -> Pagina:
        """The drawing, with how many cases are open at each region for who may read them."""
        if not self.diensten.session.mag(Actie.MELDCODE_LEZEN):
            return self._plan.meldcode()
        return self._plan.meldcode(Plek("zaken"), self._lees_gevallen)

    def _lees_gevallen(self, zet: Callable[[Mapping[str, int]], None]) -> None:
        self._p.work.kluis(self._p.venster, self.diensten.zaken.gevallen, zet)

    def _maak_calamiteiten(self) -> Pagina:
        draaiboeken = Plek("draaiboeken") if "draaiboeken" in self._p.paginas else None
        return CalamiteitenPagina(*self._om.kern, draaiboeken=draaiboeken)

    def _maak_calamiteit(self) -> Pagina:
        om = self._om
        bij_kaart = Kaartomgeving(*om.kern, om.druk)
        kaarten = maak_kaarten(bij_kaart, Draaiboekkaart(bij_kaart))
        return CalamiteitPagina(*om.kern, druk=om.druk, bijlage=om.bijlage, kaarten=kaarten)

    def _maak_draaiboeken(self) -> Pagina:
        om, planhouder = self._om, self._p.planhouder

        def plaats(veld: str) -> str:
            eigen = planhouder.plan.eigen
            return (eigen.waarden.get(veld, "") if eigen is not None else "").strip()

        return DraaiboekenPagina(*om.kern, druk=om.druk, bijlage=om.bijlage, plaats=plaats)

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
            *self._om.kern,
            voorkeuren=p.voorkeuren,
            zet_thema=p.zet_thema,
            zet_vergrendel_na=p.zet_vergrendel_na,
            druk_pdf=self._afdrukken.druk_pdf,
            wachtenden=p.kluis_lane.run_waiting,
            plan=self._plan.zaken(),
            zet_verberg=p.zet_verberg if p.kan_verbergen else None,
        )
