"""Everything recorded about the pupils of the invented school: invitations, reports, outcomes and what followed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import chain, islice
from random import Random

from desktop.exchange.demo import zinnen_algemeen as z
from desktop.exchange.demo.dagen import Werkdag, verspreide_dag, werkdag_zonder_feest
from desktop.exchange.demo.dossier import Dossiers, Scan
from desktop.exchange.demo.gesprek import RECENT, Gesprek, Schrijver, over
from desktop.exchange.demo.names import kies
from desktop.exchange.demo.opbouw import Demoleerling, Demoschool
from desktop.exchange.demo.signaal import Signalen
from desktop.exchange.demo.verdeling import dossiers
from desktop.exchange.demo.vervolg import Handtekening, Vervolgen
from desktop.exchange.demo.zaken import Zaakmakers
from desktop.models.core import Ids
from desktop.models.opslag import Append
from desktop.models.uitnodiging import Ontvanger, Uitnodiging
from desktop.models.vooroverleg import SoortGesprek

VEEL = 50_000
VOOR_EEN = 500
_MET_BRIEF = (SoortGesprek.STRUCTUREEL, SoortGesprek.ZORG, SoortGesprek.OT, SoortGesprek.HGKM)
_TERUG = 900  # days of the past that hold reports


def maak_records(
    rnd: Random,
    school: Demoschool,
    aantal: int,
    ids: Ids,
    handtekening: Handtekening | None = None,
    scan: Scan | None = None,
    werkdag: Werkdag = werkdag_zonder_feest,
) -> Iterator[Append]:
    """Yield this many records, each after what it points at: dossiers and cases first, then talks and their letters.

    One pupil in twelve has signals, at most three tenths of all records are of dossiers; the rest are talks. From
    50,000 on the first pupil gets exactly 500 of them, and comes first: opening that pupil is what is measured.
    `handtekening` returns the blob of a parent's strokes; without it nobody signs, for a signature needs a pen.
    `scan` returns a picture of old paper; without it there is none. `werkdag` knows the public holidays.
    """
    maker = _Gesprekken(rnd, school, ids, handtekening)

    def alles(leerlingen: tuple[Demoleerling, ...], hoeveel: int) -> Iterator[Append]:
        signalen = Signalen(rnd, school, ids, leerlingen)
        bij_leerling = Dossiers(rnd, school, ids, signalen, scan)
        zaken = Zaakmakers(rnd, school, ids, (maker.schrijver, maker.vervolgen, signalen, bij_leerling), werkdag)
        eerst = dossiers(rnd, leerlingen, school.today, bij_leerling, zaken, hoeveel * 3 // 10)
        return islice(chain(eerst, maker.over(leerlingen)), hoeveel)

    if aantal >= VEEL:
        yield from alles(school.leerlingen[:1], VOOR_EEN)
        yield from alles(school.leerlingen[1:], aantal - VOOR_EEN)
    elif school.leerlingen:
        yield from alles(school.leerlingen, aantal)


class _Gesprekken:
    def __init__(self, rnd: Random, school: Demoschool, ids: Ids, handtekening: Handtekening | None) -> None:
        self._rnd = rnd
        self._today = school.today
        self._ids = ids
        self.schrijver = Schrijver(rnd, school, ids)
        self.vervolgen = Vervolgen(rnd, school, ids, handtekening)

    def over(self, leerlingen: tuple[Demoleerling, ...]) -> Iterator[Append]:
        """Yield records without end; one pupil in six takes half of them, as in any school."""
        rnd = self._rnd
        vaak = leerlingen[:: max(1, min(6, len(leerlingen)))]
        while True:
            leerling = rnd.choice(vaak if rnd.random() < 0.5 else leerlingen)
            if rnd.random() < 0.04:
                yield self._gepland(leerling)
            else:
                yield from self._geweest(leerling)

    def _gepland(self, leerling: Demoleerling) -> Append:
        """Return an invitation for a talk that is still to come."""
        dag = verspreide_dag(self._today + timedelta(days=self._rnd.randint(3, 24)), vooruit=True)
        g = self.schrijver.gesprek(leerling, dag, _MET_BRIEF)
        return self._uitnodiging(g, "vastgesteld" if self._rnd.random() < 0.7 else "concept")

    def _geweest(self, leerling: Demoleerling) -> Iterator[Append]:
        rnd = self._rnd
        dag = self._dag(leerling)
        g = self.schrijver.gesprek(leerling, dag)
        brief = self._uitnodiging(g, "vastgesteld") if g.soort in _MET_BRIEF and rnd.random() < 0.4 else None
        if brief:
            yield brief
        oud = (self._today - dag).days
        concept = oud <= 20 and rnd.random() < 0.5
        verslag = self.schrijver.verslag(g, brief.record if brief else None, not concept)
        record = self._ids.new()
        yield Append(record, verslag, None, "concept" if concept else "vastgesteld")
        if not concept:
            yield from self.vervolgen.van(record, verslag)

    def _dag(self, leerling: Demoleerling) -> date:
        """Return a school day that is over, on which the pupil was at this school."""
        rnd = self._rnd
        terug = rnd.randint(1, RECENT) if rnd.random() < 0.1 else rnd.randint(1, _TERUG)
        dag = verspreide_dag(self._today - timedelta(days=terug))
        gekomen = leerling.value.instroomdatum or dag
        if dag < gekomen:
            dagen = (self._today - gekomen).days
            dag = verspreide_dag(self._today - timedelta(days=rnd.randint(1, dagen) if dagen > 1 else 1))
        return dag

    def _uitnodiging(self, g: Gesprek, staat: str) -> Append:
        rnd = self._rnd
        einde = time(g.tijd.hour + (g.tijd.minute >= 30), (g.tijd.minute + 30) % 60)
        ontvangers = tuple(
            Ontvanger(rij=self._ids.new(), wie=wie, reden="" if wie.gezag == "ja" else kies(rnd, z.REDEN_ZONDER_GEZAG))
            for wie in g.ouders
        )
        brief = Uitnodiging(
            leerling=over(g.leerling),
            soort=g.soort,
            # a letter on the mat says no more than it must
            onderwerp="Samen praten over thuis en school" if g.soort is SoortGesprek.HGKM else g.thema.onderwerp,
            datum=g.dag,
            tijd=g.tijd,
            tijd_tot=einde,
            plaats=g.plaats,
            ontvangers=ontvangers,
            ook_aanwezig=g.school,
            toelichting=kies(rnd, z.TOELICHTING) if rnd.random() < 0.6 else "",
            ondertekenaar=g.school[0].naam,
            ondertekenaar_functie=g.school[0].hoedanigheid,
            **g.vooraf,
        )
        return Append(self._ids.new(), brief, None, "concept" if staat == "concept" else "vastgesteld")
