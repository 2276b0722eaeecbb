"""What the incident register tells over a period: counts per month, kind, place, group, criterion and time of day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from desktop.models.incident import Criterium, Incident, IncidentSoort, Plaats
from desktop.models.schooljaar import Periode
from desktop.models.telling import KLEIN, Tabel, Telling, tel_af

MAANDEN = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()
DAGDELEN: tuple[tuple[str, time], ...] = (
    ("Voor de lessen, tot 8:30", time(8, 30)),
    ("Ochtend, 8:30 tot 10:00", time(10, 0)),
    ("Late ochtend, 10:00 tot 12:00", time(12, 0)),
    ("Rond de middag, 12:00 tot 13:30", time(13, 30)),
    ("Middag, 13:30 tot 15:30", time(15, 30)),
    ("Na de lessen, vanaf 15:30", time.max),
)
"""Parts of a school day, each up to its end."""
PER_KEER = 3
"""So many months go together where small numbers are kept back: of a single month little would be left."""
_MAX_MAANDEN = 24
_GEEN = "Niet ingevuld"
_SCHEIDING = re.compile(r"[,;+&]|\ben\b")


@dataclass(frozen=True, slots=True)
class Incidentjaar:
    """The registered incidents of a period, counted; `afgeschermd` keeps small numbers back. It holds no name.

    Every table is by one property. They are kept back each by itself: a table of two properties is never made.
    """

    periode: Periode
    incidenten: tuple[Incident, ...]
    afgeschermd: bool = True

    @property
    def aantal(self) -> Telling:
        """Return how many there are."""
        return tel_af([("Geregistreerde incidenten", len(self.incidenten))], afschermen=self.afgeschermd)[0]

    @property
    def leeg(self) -> bool:
        """Whether nothing was registered: that may always be said."""
        return not self.incidenten

    def met(self, *, afgeschermd: bool) -> Incidentjaar:
        """Return the same with small numbers kept back, or as they are."""
        return replace(self, afgeschermd=afgeschermd)

    def per_maand(self) -> Tabel:
        """Return the months (or, where small numbers are kept back, three months at a time) in order."""
        dagen = [i.datum for i in self.incidenten if i.datum is not None]
        delen = _vakken(self.periode, PER_KEER if self.afgeschermd else 1)
        paren = [(deel.label, sum(deel.van <= dag <= deel.tot for dag in dagen)) for deel in delen]
        naam = {1: "Per maand", PER_KEER: "Per drie maanden"}.get(delen[0].stap, "Per jaar")
        return Tabel(naam, self._alle(paren))

    def per_soort(self) -> Tabel:
        """Return the kinds of the plan, each with its number, also none."""
        return Tabel(
            "Soort", self._alle([(s.label, sum(i.soort is s for i in self.incidenten)) for s in IncidentSoort])
        )

    def onderverdelingen(self) -> tuple[Tabel, ...]:
        """Return the subdivisions of the kinds that have them and occurred; none of a kind that is kept back."""
        tabellen = []
        for soort, telling in zip(IncidentSoort, self.per_soort().tellingen, strict=True):
            woorden = Counter(i.onderverdeling() for i in self.incidenten if i.soort is soort)
            if not set(woorden) - {""} or telling.aantal is None:
                continue
            tabellen.append(Tabel(soort.label, self._alle(_meeste(woorden))))
        return tuple(tabellen)

    def per_plaats(self) -> Tabel:
        """Return the places, most first; those where nothing happened are left out."""
        return Tabel("Plaats", self._alle(_meeste(Counter(_woord(i.plaats) for i in self.incidenten))))

    def per_groep(self) -> Tabel:
        """Return the groups, in order; an incident between two groups counts for both."""
        tel = Counter(groep for i in self.incidenten for groep in groepen_van(i) or (_GEEN,))
        return Tabel("Groep", self._alle(sorted(tel.items(), key=lambda paar: (paar[0] == _GEEN, _sorteer(paar[0])))))

    def per_criterium(self) -> Tabel:
        """Return the criteria that were crossed; one incident can cross several."""
        paren = [(c.label.partition(":")[0], sum(c in i.criteria for i in self.incidenten)) for c in Criterium]
        return Tabel("Overschreden criteria (meer dan één kan)", tel_af(paren, afschermen=self.afgeschermd))

    def per_dagdeel(self) -> Tabel:
        """Return the parts of the day, in order; last those without a time."""
        tel = Counter(_dagdeel(i.tijd) for i in self.incidenten)
        namen = [naam for naam, _ in DAGDELEN] + ([_GEEN] if tel[_GEEN] else [])
        return Tabel("Tijd van de dag", self._alle([(naam, tel[naam]) for naam in namen]))

    def tegen_professionals(self) -> Tabel:
        """Return how many were against someone who works at the school."""
        paren = _janee([i.tegen_professional for i in self.incidenten])
        return Tabel("Gericht tegen iemand die op school werkt", self._alle(paren))

    def geevalueerd(self) -> Tabel:
        """Return how many were evaluated."""
        paren = _janee([bool(i.evaluatie.strip()) for i in self.incidenten])
        return Tabel("Geëvalueerd", self._alle(paren))

    def tabellen(self) -> tuple[Tabel, ...]:
        """Return all counts in the order of the report; an empty period has only its number."""
        aantal = Tabel("Aantal", (self.aantal,))
        if self.leeg:
            return (aantal,)
        criteria = (self.per_criterium(),) if any(i.criteria for i in self.incidenten) else ()
        return (
            aantal,
            self.per_maand(),
            self.per_soort(),
            *self.onderverdelingen(),
            self.per_plaats(),
            self.per_groep(),
            self.per_dagdeel(),
            *criteria,
            self.tegen_professionals(),
            self.geevalueerd(),
        )

    def _alle(self, paren: Sequence[tuple[str, int]]) -> tuple[Telling, ...]:
        """Counts that together are the (known) total."""
        return tel_af(paren, paren, afschermen=self.afgeschermd)


def groepen_van(incident: Incident) -> tuple[str, ...]:
    """Return the groups that an incident names, each once and as it is counted: 'Groep 5a en 6b' is '5a' and '6b'."""
    delen = (
        re.sub(r"^(groep|klas)\s+", "", deel.strip(), flags=re.IGNORECASE) for deel in _SCHEIDING.split(incident.groep)
    )
    return tuple(dict.fromkeys(deel.lower() if deel[:1].isdigit() else deel for deel in delen if deel))


@dataclass(frozen=True, slots=True)
class _Vak:
    label: str
    van: date
    tot: date
    stap: int


def _vakken(periode: Periode, per: int) -> list[_Vak]:
    """Return the months of a period, `per` at a time; of a long period the years."""
    eerste, laatste = periode.van.year * 12 + periode.van.month - 1, periode.tot.year * 12 + periode.tot.month - 1
    stap = 12 if laatste - eerste >= _MAX_MAANDEN else per
    vakken = []
    for n in range(eerste, laatste + 1, stap):
        m = min(n + stap - 1, laatste)
        naam = _maand(n) if n == m else f"{_maand(n)} – {_maand(m)}"
        vakken.append(_Vak(naam, date(n // 12, n % 12 + 1, 1), _eind(m), stap))
    return vakken


def _maand(n: int) -> str:
    return f"{MAANDEN[n % 12]} {n // 12}"


def _eind(n: int) -> date:
    return date.fromordinal(date((n + 1) // 12, (n + 1) % 12 + 1, 1).toordinal() - 1)


def _meeste(tel: Counter[str]) -> list[tuple[str, int]]:
    return sorted(
        ((woord or _GEEN, n) for woord, n in tel.items()), key=lambda paar: (paar[0] == _GEEN, -paar[1], paar[0])
    )


def _sorteer(groep: str) -> tuple[int, str]:
    cijfers = "".join(teken for teken in groep.split("/")[0] if teken.isdigit())
    return int(cijfers[:3]) if cijfers else 99, groep.casefold()


def _woord(plaats: Plaats | None) -> str:
    return plaats.label if plaats is not None else ""


def _dagdeel(tijd: time | None) -> str:
    return next((naam for naam, tot in DAGDELEN if tijd < tot), DAGDELEN[-1][0]) if tijd is not None else _GEEN


def _janee(antwoorden: Iterable[bool | None]) -> list[tuple[str, int]]:
    tel = Counter(antwoorden)
    return [("Ja", tel[True]), ("Nee", tel[False]), *([(_GEEN, tel[None])] if tel[None] else [])]


def kort(jaar: Incidentjaar, tabel: Callable[[Incidentjaar], Tabel] = Incidentjaar.per_soort) -> str:
    """Return in a sentence how many there were and what most were: 'Pesten kwam het meest voor: 9 keer.'"""
    n = len(jaar.incidenten)
    if not n:
        return "Er is in deze periode geen incident geregistreerd."
    telling = max(tabel(jaar.met(afgeschermd=False)).tellingen, key=lambda t: t.aantal or 0)
    wat = "1 incident geregistreerd" if n == 1 else f"{n} incidenten geregistreerd"
    if n < KLEIN or telling.aantal is None:
        return f"{wat}."
    return f"{wat}. Het meest: {telling.label.lower()} ({telling.aantal})."
