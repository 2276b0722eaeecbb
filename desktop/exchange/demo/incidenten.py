"""Writes the incident register of the invented school: a school year full, a few of this year, one passed on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from random import Random
from typing import Any

from desktop.exchange.demo.dagen import lesdag
from desktop.exchange.demo.gesprek import over
from desktop.exchange.demo.names import kies
from desktop.exchange.demo.opbouw import Demoleerling, Demoschool
from desktop.exchange.demo.zinnen_incident import DOORGEGEVEN, EVALUATIE, VOORVALLEN, WAAROM, Voorval
from desktop.models.core import Ids
from desktop.models.dossierdelen import Betrokkene, BetrokkenRol
from desktop.models.incident import Incident, IncidentSoort, Plaats
from desktop.models.opslag import Append
from desktop.models.schooljaar import schooljaar_van

PER_LEERLINGEN = 5
"""One incident in a year for so many pupils; a real school has fewer, but then there is little to see."""
MINSTENS, HOOGSTENS = 6, 40


def maak_incidenten(rnd: Random, school: Demoschool, ids: Ids) -> Iterator[Append]:
    """Yield the incidents of last school year and of this one, each after all that it points at."""
    if len(school.leerlingen) < 3:
        return
    maker = _Incidenten(rnd, school, ids)
    vorig = schooljaar_van(school.today, 1)
    aantal = min(HOOGSTENS, max(MINSTENS, len(school.leerlingen) // PER_LEERLINGEN))
    dagen = (vorig.tot - vorig.van).days
    voorvallen = maker.keuze(aantal)
    for dag in sorted(lesdag(vorig.van + timedelta(days=rnd.randint(20, dagen - 20))) for _ in range(aantal)):
        yield maker.incident(dag, voorvallen.pop())
    begin = schooljaar_van(school.today).van + timedelta(days=21)
    for voorval in maker.keuze(min(4, aantal // 6 + 1)):
        laatste = (school.today - begin).days
        if laatste > 3:
            yield maker.incident(lesdag(begin + timedelta(days=rnd.randint(0, laatste - 3))), voorval)
    yield maker.doorgegeven()


class _Incidenten:
    def __init__(self, rnd: Random, school: Demoschool, ids: Ids) -> None:
        self._rnd = rnd
        self._school = school
        self._ids = ids
        # in the older groups more happens that is written down
        self._ouder = [k for k in school.leerlingen if k.code in {"5", "6", "7", "8"}] or list(school.leerlingen)

    def keuze(self, aantal: int) -> list[Voorval]:
        """Return so many events: of many each at least once, the rest as often as they happen."""
        elk = list(VOORVALLEN) if aantal > 2 * len(VOORVALLEN) else []
        gekozen = elk + self._rnd.choices(VOORVALLEN, [v.gewicht for v in VOORVALLEN], k=aantal - len(elk))
        self._rnd.shuffle(gekozen)
        return gekozen

    def incident(self, dag: date, voorval: Voorval) -> Append:
        """Return a registered one; where the day to evaluate has come it was evaluated, mostly."""
        rnd = self._rnd
        kinderen = self._kinderen()
        namen = self._namen(kinderen)
        om = dag + timedelta(days=rnd.randint(14, 30))
        geweest = om < self._school.today
        velden: dict[str, Any] = {
            **self._begin(voorval, dag, kinderen),
            "wat": voorval.wat.format(**namen),
            "waarmee": voorval.waarmee,
            "waarom": kies(rnd, WAAROM).format(**namen) if rnd.random() < 0.6 else "",
            "grensoverschrijdend": bool(voorval.criteria),
            "criteria": voorval.criteria,
            "maatregel": voorval.maatregel.format(**namen),
            "consequentie": voorval.consequentie.format(**namen),
            "gewenst": voorval.gewenst,
            "hersteld": voorval.hersteld.format(**namen),
            "ouders_op": dag,
            "evaluatie_op": om,
            "evaluatie_met": "Leerkracht en ouders" if geweest else "",
            "evaluatie": kies(rnd, EVALUATIE) if geweest and rnd.random() < 0.9 else "",
            **voorval.extra,
        }
        if geweest and not velden["evaluatie"]:
            velden["evaluatie_op"] = None
        return Append(self._ids.new(), Incident(**velden), None, "vastgesteld")

    def doorgegeven(self) -> Append:
        """Return what a teacher passed on this week, half filled in as such things are."""
        kinderen = self._kinderen()[:2]
        dag = lesdag(self._school.today - timedelta(days=1))
        incident = Incident(
            ingrijpend=True,
            soort=IncidentSoort.GEWELD,
            datum=dag,
            tijd=time(11, 15),
            plaats=Plaats.KLAS,
            groep=kinderen[0].value.groep_naam,
            wat=DOORGEGEVEN.format(**self._namen(kinderen)),
            betrokkenen=self._betrokkenen(kinderen),
            doorgegeven_door=self._leerkracht(kinderen[0]),
            doorgegeven_op=dag,
        )
        return Append(self._ids.new(), incident, None, "concept")

    def _begin(self, voorval: Voorval, dag: date, kinderen: Sequence[Demoleerling]) -> dict[str, Any]:
        rnd = self._rnd
        gegeven = rnd.random() < 0.7
        return {
            "ingrijpend": True,
            "soort": voorval.soort,
            "datum": dag,
            "tijd": time(rnd.randint(*voorval.uren), 5 * rnd.randint(0, 11)) if rnd.random() < 0.9 else None,
            "plaats": kies(rnd, voorval.plaatsen),
            "groep": kinderen[0].value.groep_naam,
            "betrokkenen": self._betrokkenen(kinderen),
            "tegen_professional": voorval.professional,
            "doorgegeven_door": self._leerkracht(kinderen[0]) if gegeven else "",
            "doorgegeven_op": dag if gegeven else None,
        }

    def _kinderen(self) -> list[Demoleerling]:
        """Return three pupils; mostly of one group."""
        eerste = self._rnd.choice(self._ouder)
        groep = [k for k in self._school.leerlingen if k is not eerste and k.value.groep == eerste.value.groep]
        rest = groep if len(groep) > 1 else [k for k in self._school.leerlingen if k is not eerste]
        return [eerste, *self._rnd.sample(rest, 2)]

    def _betrokkenen(self, kinderen: Sequence[Demoleerling]) -> tuple[Betrokkene, ...]:
        rollen = (BetrokkenRol.PLEGER, BetrokkenRol.SLACHTOFFER, BetrokkenRol.GETUIGE)
        return tuple(
            Betrokkene(rij=self._ids.new(), wie=over(kind), rol=rol)
            for kind, rol in zip(kinderen, rollen, strict=False)
        )

    def _leerkracht(self, leerling: Demoleerling) -> str:
        groep = leerling.value.groep
        return self._school.van_groep[groep][0].naam if groep else self._school.directeur.naam

    @staticmethod
    def _namen(kinderen: Sequence[Demoleerling]) -> dict[str, str]:
        return dict(zip("abc", (kind.value.roepnaam for kind in kinderen), strict=False))
