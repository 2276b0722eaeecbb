"""Everything recorded about the pupils of the invented school: invitations, reports, outcomes and what followed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta, timezone
from itertools import islice
from random import Random
from uuid import UUID

from desktop.exchange.demo import zinnen_algemeen as z
from desktop.exchange.demo.gesprek import RECENT, Gesprek, Schrijver
from desktop.exchange.demo.names import kies
from desktop.exchange.demo.opbouw import Demoleerling, Demoschool
from desktop.models.core import Ids, Wie
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.opslag import Append
from desktop.models.uitnodiging import Ontvanger, Uitnodiging
from desktop.models.vervolg import Aanvulling, AfspraakGedaan, InParnasSys, Ondertekening, Uitkomst, Wijze
from desktop.models.vooroverleg import SoortGesprek

Handtekening = Callable[[Wie], UUID]
"""Returns the blob with the strokes of a parent."""
VEEL = 50_000
VOOR_EEN = 500
_MET_BRIEF = (SoortGesprek.STRUCTUREEL, SoortGesprek.ZORG, SoortGesprek.OT, SoortGesprek.HGKM)
_TERUG = 900  # days of the past that hold reports


def maak_records(
    rnd: Random, school: Demoschool, aantal: int, ids: Ids, handtekening: Handtekening | None = None
) -> Iterator[Append]:
    """Yield this many records, each after what it points at.

    From 50,000 on the first pupil gets exactly 500 of them, and comes first: opening that pupil is what is measured.
    `handtekening` returns the blob of a parent's strokes; without it nobody signs, for a signature needs a pen.
    """
    maker = _Dossiers(rnd, school, ids, handtekening)
    if aantal >= VEEL:
        yield from islice(maker.over((school.leerlingen[0],)), VOOR_EEN)
        yield from islice(maker.over(school.leerlingen[1:]), aantal - VOOR_EEN)
    elif school.leerlingen:
        yield from islice(maker.over(school.leerlingen), aantal)


def lokaal(dag: date, uur: time) -> datetime:
    """Return a moment in Dutch time, aware; summer time runs from the last Sunday of March to that of October."""
    zomer = _laatste_zondag(dag.year, 3) <= dag < _laatste_zondag(dag.year, 10)
    return datetime.combine(dag, uur, timezone(timedelta(hours=2 if zomer else 1)))


def _laatste_zondag(jaar: int, maand: int) -> date:
    laatste = date(jaar, maand, 31)
    return laatste - timedelta(days=(laatste.weekday() + 1) % 7)


class _Dossiers:
    def __init__(self, rnd: Random, school: Demoschool, ids: Ids, handtekening: Handtekening | None) -> None:
        self._rnd = rnd
        self._school = school
        self._today = school.today
        self._ids = ids
        self._pen = handtekening
        self._schrijver = Schrijver(rnd, school, ids)

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
        dag = self._schooldag(self._today + timedelta(days=self._rnd.randint(3, 24)), vooruit=True)
        g = self._schrijver.gesprek(leerling, dag, _MET_BRIEF)
        return self._uitnodiging(g, "vastgesteld" if self._rnd.random() < 0.7 else "concept")

    def _geweest(self, leerling: Demoleerling) -> Iterator[Append]:
        rnd = self._rnd
        dag = self._dag(leerling)
        g = self._schrijver.gesprek(leerling, dag)
        brief = self._uitnodiging(g, "vastgesteld") if g.soort in _MET_BRIEF and rnd.random() < 0.4 else None
        if brief:
            yield brief
        oud = (self._today - dag).days
        concept = oud <= 20 and rnd.random() < 0.5
        verslag = self._schrijver.verslag(g, brief.record if brief else None, not concept)
        record = self._ids.new()
        yield Append(record, verslag, None, "concept" if concept else "vastgesteld")
        if not concept:
            yield from self._vervolg(record, verslag, oud)

    def _dag(self, leerling: Demoleerling) -> date:
        """Return a school day that is over, on which the pupil was at this school."""
        rnd = self._rnd
        terug = rnd.randint(1, RECENT) if rnd.random() < 0.1 else rnd.randint(1, _TERUG)
        dag = self._schooldag(self._today - timedelta(days=terug))
        gekomen = leerling.value.instroomdatum or dag
        if dag < gekomen:
            dagen = (self._today - gekomen).days
            dag = self._schooldag(self._today - timedelta(days=rnd.randint(1, dagen) if dagen > 1 else 1))
        return dag

    def _schooldag(self, dag: date, vooruit: bool = False) -> date:
        """Return the day itself, or the nearest one that is no weekend and not in the middle of summer."""
        stap = timedelta(days=1 if vooruit else -1)
        if (7, 18) <= (dag.month, dag.day) <= (8, 20):
            dag += 36 * stap
        while dag.weekday() > 4:
            dag += stap
        return dag

    def _uitnodiging(self, g: Gesprek, staat: str) -> Append:
        rnd = self._rnd
        einde = time(g.tijd.hour + (g.tijd.minute >= 30), (g.tijd.minute + 30) % 60)
        ontvangers = tuple(
            Ontvanger(rij=self._ids.new(), wie=wie, reden="" if wie.gezag == "ja" else kies(rnd, z.REDEN_ZONDER_GEZAG))
            for wie in g.ouders
        )
        brief = Uitnodiging(
            leerling=_over(g.leerling),
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

    def _na(self, verslag: Gespreksverslag, hoogstens: int) -> date:
        """Return a day after the talk, not later than today."""
        assert verslag.datum is not None
        return min(verslag.datum + timedelta(days=self._rnd.randint(0, hoogstens)), self._today)

    def _vervolg(self, record: UUID, verslag: Gespreksverslag, oud: int) -> Iterator[Append]:
        rnd = self._rnd
        leerling = verslag.leerling.persoon
        recent = oud <= RECENT
        for ouder in verslag.tekenaars():
            if not recent or rnd.random() < 0.65:
                yield self._append(self._ondertekening(record, verslag, ouder, recent))
        if rnd.random() < 0.1:
            tekst = kies(rnd, z.AANVULLING)
            moment = lokaal(self._na(verslag, 20), time(15, rnd.randint(0, 59)))
            yield self._append(Aanvulling(op=record, leerling=leerling, moment=moment, tekst=tekst))
        for afspraak in verslag.afspraken:
            if afspraak.uiterlijk and (not recent or (afspraak.uiterlijk <= self._today and rnd.random() < 0.7)):
                gelukt = rnd.random() < 0.85
                yield self._append(
                    AfspraakGedaan(
                        op=record,
                        leerling=leerling,
                        moment=lokaal(min(afspraak.uiterlijk, self._today), time(9, rnd.randint(0, 59))),
                        afspraak=afspraak.rij,
                        gelukt=gelukt,
                        toelichting=self._toelichting(verslag, gelukt),
                    )
                )
        if verslag.soort is not SoortGesprek.HGKM and rnd.random() < (0.4 if recent else 0.8):
            dag = self._na(verslag, 10)
            yield self._append(
                InParnasSys(op=record, leerling=leerling, moment=lokaal(dag, time(16, rnd.randint(0, 59))), datum=dag)
            )

    def _append(self, value: Ondertekening | Aanvulling | AfspraakGedaan | InParnasSys) -> Append:
        return Append(self._ids.new(), value, None)

    def _toelichting(self, verslag: Gespreksverslag, gelukt: bool) -> str:
        if self._rnd.random() < 0.5:
            return ""
        roepnaam = verslag.leerling.naam.split()[0]
        return kies(self._rnd, z.GELUKT if gelukt else z.NIET_GELUKT).format(n=roepnaam)

    def _ondertekening(self, record: UUID, verslag: Gespreksverslag, ouder: Wie, recent: bool) -> Ondertekening:
        """Return what a parent did with the report. Only absence leaves work, so an old one is never that."""
        rnd = self._rnd
        kans = rnd.random()
        pen = kans < 0.8 and self._pen is not None
        if pen:
            uitkomst = Uitkomst.AKKOORD if kans < 0.7 else Uitkomst.GEZIEN
        elif kans > 0.92:
            uitkomst = Uitkomst.WEIGERT
        else:
            uitkomst = Uitkomst.AFWEZIG if recent and kans > 0.84 else Uitkomst.ZIET_AF
        woorden = {Uitkomst.ZIET_AF: z.AFGEZIEN, Uitkomst.WEIGERT: z.GEWEIGERD}.get(uitkomst)
        return Ondertekening(
            op=record,
            leerling=verslag.leerling.persoon,
            moment=lokaal(self._na(verslag, 12), time(14, rnd.randint(0, 59))),
            ouder=ouder,
            uitkomst=uitkomst,
            wijze=Wijze.SCHERM if pen else Wijze.GEEN,
            strokes=self._pen(ouder) if pen and self._pen else None,
            toelichting=kies(rnd, woorden) if woorden and rnd.random() < 0.6 else "",
            getuige=self._school.ib.naam,
        )


def _over(leerling: Demoleerling) -> Wie:
    return Wie(persoon=leerling.record, naam=leerling.value.titel(), hoedanigheid="leerling")
