"""What an unlocked vault brings along: its pages, built when first asked for, and what the window shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from desktop.app.thuis import algemene_koppen, dag, home_gegevens
from desktop.models.opslag import Hit
from desktop.models.rechten import Rol
from desktop.models.rolinhoud import Formulier
from desktop.services.diensten import Diensten
from desktop.services.hulp import Hulp
from desktop.services.kluis import OpenKluis
from desktop.services.overzicht import Overzicht
from desktop.services.plan import rolinhoud
from desktop.services.zoeken import soortnaam
from desktop.views.afdrukken import Afdrukken
from desktop.views.edexml import EdexmlPagina
from desktop.views.gesprekken import GesprekkenPagina, ParnassysPagina, UitnodigingPagina, VerslagPagina
from desktop.views.handleiding import HandleidingPagina
from desktop.views.home.home import Home
from desktop.views.instellingen import InstellingenPagina
from desktop.views.leerlingen import KaartPagina, LeerlingenPagina, LeerlingPagina, PersoonPagina
from desktop.views.main_window import HoofdVenster
from desktop.views.meldcode import MeldcodePagina
from desktop.views.navigatie import Pagina, Plek
from desktop.views.ondertekenen import OndertekenPagina
from desktop.views.openstaand import OpenstaandPagina
from desktop.views.plan import PlanPagina
from desktop.views.rol.pagina import RolPagina
from desktop.views.widgets import RijInhoud, VasteModel
from desktop.views.zoeken import ZoekenPagina, plek_van

if TYPE_CHECKING:
    from desktop.app.programma import Programma

_FORMULIEREN = {
    Formulier.GESPREKSVERSLAG: Plek("leerlingen", extra="verslag"),
    Formulier.LEERLINGGESPREK: Plek("leerlingen", extra="verslag:leerling"),
    Formulier.UITNODIGING: Plek("leerlingen", extra="uitnodiging"),
    Formulier.LEERLINGEN: Plek("leerlingen"),
    Formulier.OUDERS: Plek("leerlingen"),
    Formulier.AGENDA: Plek("openstaand"),
    Formulier.PARNASSYS: Plek("parnassys"),
    Formulier.EDEXML: Plek("edexml"),
    Formulier.ZOEKEN: Plek("zoeken"),
    Formulier.SCHOOLPROFIEL: Plek("instellingen", extra="school"),
    Formulier.ACCOUNTS: Plek("instellingen", extra="accounts"),
}
_TREFFERS = 8


class Sessie:
    """One account at work in one vault, as the window sees it."""

    def __init__(self, programma: Programma, kluis: OpenKluis, diensten: Diensten) -> None:
        self._p = programma
        self.kluis = kluis
        self.diensten = diensten
        self._hulp = Hulp()
        self._inhoud = rolinhoud()
        self._zoekmodel = VasteModel()
        self._gezocht = ""
        self._afdrukken = Afdrukken(diensten, programma.work, programma.thema, programma.venster)
        self._home: Home | None = None
        self._rol: RolPagina | None = None
        self._vul_paginas()
        programma.planhouder.begin(diensten.eigenplan)

    def kleed_aan(self, venster: HoofdVenster) -> None:
        """Show who works here, and what was out of the ordinary at opening."""
        actor = self.diensten.session.actor
        venster.zet_account(actor.naam, Rol.van(actor.role).label)
        venster.balk.uitkomsten.zet_model(self._zoekmodel)
        for melding in self.kluis.meldingen:
            venster.meld("waarschuwing", melding)

    def ververs_home(self) -> None:
        """Read again what home shows; the pages of the roles show counts from it too."""
        self._p.work.kluis(self._p.venster, self._lees_home, self._zet_home)

    def _lees_home(self) -> Overzicht:
        return self.diensten.overzichten.home(self.diensten.documenten.school().naam)

    def _zet_home(self, overzicht: Overzicht) -> None:
        self._p.venster.zet_school(overzicht.school, overzicht.schooljaar)
        gegevens = home_gegevens(overzicht, self.diensten.session.vandaag())
        if self._home is not None:
            self._home.zet(gegevens)
        if self._rol is not None:
            self._rol.zet(gegevens.tellingen)

    # -- searching from the bar

    def zoek(self, woorden: str) -> None:
        """Show what matches below the search box; an answer that comes too late is dropped."""
        self._gezocht = woorden
        self._p.work.kluis(
            self._p.venster,
            lambda: self.diensten.zoeken.zoek(woorden, limit=_TREFFERS),
            lambda treffers: self._toon_treffers(woorden, treffers),
        )

    def _toon_treffers(self, woorden: str, treffers: Sequence[Hit]) -> None:
        if woorden != self._gezocht:
            return
        rijen = [RijInhoud(plek_van(hit.row), hit.row.title, _regel(hit), "magnifying-glass") for hit in treffers]
        for vondst in self._hulp.zoek(woorden)[:3]:
            plek = Plek("handleiding", extra=vondst.pagina.sleutel)
            rijen.append(RijInhoud(plek, vondst.pagina.titel, "Handleiding", "book-open"))
        self._zoekmodel.zet(rijen)

    # -- pages

    def _vul_paginas(self) -> None:
        p, d = self._p, self.diensten
        vast = (d, p.work, p.navigator, p.thema)
        p.paginas.update(
            {
                "home": self._maak_home,
                "rol": self._maak_rol,
                "handleiding": lambda: HandleidingPagina(p.thema, p.navigator, self._hulp),
                "leerlingen": lambda: LeerlingenPagina(*vast),
                "leerling": lambda: LeerlingPagina(*vast),
                "persoon": lambda: PersoonPagina(*vast),
                "kaart": lambda: KaartPagina(*vast),
                "edexml": lambda: EdexmlPagina(*vast),
                "gesprekken": lambda: GesprekkenPagina(*vast),
                "parnassys": lambda: ParnassysPagina(*vast),
                "verslag": lambda: self._maak_stuk(VerslagPagina),
                "uitnodiging": lambda: self._maak_stuk(UitnodigingPagina),
                "ondertekenen": lambda: OndertekenPagina(*vast, afdrukken=self._afdrukken.afdrukken),
                "openstaand": lambda: OpenstaandPagina(*vast),
                "meldcode": lambda: MeldcodePagina(p.thema, p.navigator, p.planhouder.plan),
                "plan": self._maak_plan,
                "zoeken": lambda: ZoekenPagina(*vast),
                "instellingen": self._maak_instellingen,
            }
        )

    def _maak_stuk(self, soort: type[VerslagPagina] | type[UitnodigingPagina]) -> Pagina:
        p, a = self._p, self._afdrukken
        vast = (self.diensten, p.work, p.navigator, p.thema)
        return soort(*vast, voorbeeld=a.voorbeeld, afdrukken=a.afdrukken, bijlage=a.bijlage)

    def _maak_home(self) -> Pagina:
        algemeen = algemene_koppen(self._p.planhouder.plan)
        self._home = Home(self._p.thema, self._p.navigator, algemeen, agenda=Plek("openstaand"))
        self._home.destroyed.connect(self._home_weg)
        return self._home

    def _home_weg(self) -> None:
        self._home = None

    def _maak_plan(self) -> Pagina:
        houder = self._p.planhouder
        pagina = PlanPagina(self._p.thema, self._p.navigator, houder.plan, _FORMULIEREN)
        houder.veranderd.connect(pagina.ververs)
        return pagina

    def _maak_rol(self) -> Pagina:
        self._rol = RolPagina(self._p.thema, self._p.navigator, self._inhoud, _FORMULIEREN, self._p.planhouder.plan)
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
            zet_verberg=p.zet_verberg if p.kan_verbergen else None,
        )


def _regel(hit: Hit) -> str:
    """Return the second line of a search result: what it is, and when."""
    row = hit.row
    delen = [hit.over, soortnaam(row.kind), row.detail]
    if row.event_at[:4] > "1900" and row.kind not in ("leerling", "persoon", "medewerker", "groep"):
        jaar, maand, dagnr = (int(deel) for deel in row.event_at[:10].split("-"))
        delen.append(f"{dag(date(jaar, maand, dagnr))} {jaar}")
    return " · ".join(deel for deel in delen if deel)
