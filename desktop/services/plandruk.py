"""The plan on paper: gathers what is to be printed from the plan in memory, and renders it where nobody waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from desktop import documents
from desktop.documents.kader import Gemaakt
from desktop.documents.planboek import BoekDeel, BoekPagina, KaartBlad, PlanBoek, PosterInhoud
from desktop.models.core import Clock
from desktop.models.opmaak import lees
from desktop.models.plan import BEGRIP, KAART, PLAN, RUBRIEKEN, Planpagina
from desktop.models.schoolplan import Schoolplan
from desktop.models.sociale_kaart import GROEPEN, Organisatie
from desktop.models.velden import velden
from desktop.services.plan import Plan, rolinhoud

Druk = Literal["pagina", "rubriek", "plan", "poster", "kaart"]
"""What can be printed: a page, all that is said to a role, the whole plan, the infographic, the sociale kaart."""
_PLAN = "Sociaal veiligheidsplan"


@dataclass(frozen=True, slots=True)
class Drukopdracht:
    """One thing to print. `maak` needs no vault and reads nothing that can change: it may run on any lane."""

    titel: str
    bestandsnaam: str
    maak: Callable[[], Gemaakt]


@dataclass(frozen=True, slots=True)
class _Blad:
    """A page as it was when printing was asked for."""

    pagina: Planpagina
    tekst: str
    eigen: str

    def boek(self) -> BoekPagina:
        p = self.pagina
        return BoekPagina(p.sleutel, p.titel, lees(self.tekst), self.eigen, p.zie, p.bron, p.versie, p.datum)


class Plandruk:
    """Makes print jobs of the plan as it is now, with the school's own part once that is known."""

    def __init__(self, plan: Plan, clock: Clock) -> None:
        self._plan = plan
        self._clock = clock

    def opdracht(self, wat: Druk, sleutel: str = "") -> Drukopdracht:
        """Gather a job; `sleutel` is that of the page, or of the rubriek. Raises KeyError for one that is not there."""
        nu = self._clock.now()
        if wat == "poster":
            return self._poster(nu)
        if wat == "kaart":
            return self._kaart(nu)
        if wat == "pagina":
            if not self._plan.bestaat(sleutel):
                raise KeyError(sleutel)
            pagina = self._plan.pagina(sleutel)
            return self._boek(nu, pagina.titel, f"plan-{sleutel}.pdf", [(pagina.rubriek, "", [pagina])])
        if wat == "rubriek":
            return self._boek(nu, RUBRIEKEN[sleutel], f"plan-{sleutel}.pdf", list(self._rubriek(sleutel)))
        delen = [(r, naam, self._in(r)) for r, naam in self._plan.rubrieken()]
        return self._boek(nu, _PLAN, "sociaal-veiligheidsplan.pdf", delen)

    # -- what goes into it

    def _in(self, rubriek: str) -> list[Planpagina]:
        """Return the pages and the terms of a rubriek, in the order of the plan."""
        return [p for p in self._plan.paginas() if p.rubriek == rubriek]

    def _rubriek(self, rubriek: str) -> Iterator[tuple[str, str, list[Planpagina]]]:
        """Yield what is said to a role, and the terms it speaks of that stand elsewhere: on paper nothing pops up."""
        eigen = self._in(rubriek)
        yield rubriek, RUBRIEKEN[rubriek], eigen
        genoemd = {run.doel for p in eigen for blok in lees(p.tekst) for run in blok.runs}
        begrippen = [
            p
            for p in self._plan.paginas()
            if p.soort == "begrip" and p not in eigen and f"{BEGRIP}{p.sleutel}" in genoemd
        ]
        if begrippen:
            yield begrippen[0].rubriek, "Begrippen", begrippen

    def _boek(
        self, nu: datetime, titel: str, bestandsnaam: str, delen: Sequence[tuple[str, str, Sequence[Planpagina]]]
    ) -> Drukopdracht:
        plan = self._plan
        bladen = [
            (r, naam, [_Blad(p, plan.tekst(p), plan.eigen_tekst(p)) for p in paginas]) for r, naam, paginas in delen
        ]
        school, doelen, paginas = self._school(), self._doelen(), plan.paginas()
        ondertitel = "Zoals vastgesteld voor onze school" if plan.eigen else ""

        def maak() -> Gemaakt:
            boek = PlanBoek(
                school=school,
                titel=titel,
                ondertitel=ondertitel,
                dag=nu.date(),
                gemaakt_op=nu,
                delen=[BoekDeel(r, naam or RUBRIEKEN[r], [blad.boek() for blad in b]) for r, naam, b in bladen],
                versie=f"inhoud van {max(p.datum for p in paginas):%d-%m-%Y}",
                doelen=doelen,
            )
            return documents.render_plan(boek)

        return Drukopdracht(titel, bestandsnaam, maak)

    def _poster(self, nu: datetime) -> Drukopdracht:
        plan = self._plan
        inhoud = PosterInhoud(
            school=self._school() or _PLAN,
            dag=nu.date(),
            gemaakt_op=nu,
            rollen=rolinhoud(),
            nummers=_nummers(plan.organisaties()),
            plan=self._schoolplan(),
            algemeen=[p.kort for p in plan.in_rubriek("algemeen")],
        )
        return Drukopdracht("Poster van de infographic", "poster.pdf", lambda: documents.render_poster(inhoud))

    def _kaart(self, nu: datetime) -> Drukopdracht:
        organisaties = self._plan.organisaties()
        eigen = self._plan.eigen
        blad = KaartBlad(self._school() or _PLAN, nu.date(), nu, eigen.waarden.get("regio", "") if eigen else "")
        return Drukopdracht("Sociale kaart", "sociale-kaart.pdf", lambda: documents.render_kaart(organisaties, blad))

    def _school(self) -> str:
        return self._plan.eigen.waarden.get("school", "") if self._plan.eigen else ""

    def _schoolplan(self) -> Schoolplan | None:
        if self._plan.eigen is None:
            return None
        waarden = self._plan.eigen.waarden
        ingevuld = {s.naam: waarden[s.naam] for s in velden(Schoolplan) if waarden.get(s.naam, "").strip()}
        return Schoolplan(**ingevuld) if ingevuld else None

    def _doelen(self) -> dict[str, str]:
        """Return what a link says on paper: the page's title, the organisation with its number."""
        doelen = {f"{KAART}{o.sleutel}": _bel(o) for o in self._plan.organisaties()}
        for pagina in self._plan.paginas():
            doelen[f"{PLAN}{pagina.sleutel}"] = doelen[f"{BEGRIP}{pagina.sleutel}"] = pagina.titel
        return doelen


def _bel(organisatie: Organisatie) -> str:
    return ", ".join(deel for deel in (organisatie.naam, organisatie.telefoon) if deel)


def _nummers(organisaties: Sequence[Organisatie]) -> list[Organisatie]:
    """Return whom to call at danger; of those that share a number only the first."""
    bij_gevaar = (o for o in reversed(organisaties) if o.groep == GROEPEN[0] and o.telefoon)
    return list({o.telefoon: o for o in bij_gevaar}.values())[::-1]
