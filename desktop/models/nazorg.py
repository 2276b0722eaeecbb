"""Aftercare and monitoring: who watches a pupil after a melding or help, until when, and what was seen each time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Due, Keuze, Problem, Record, State, Veld
from desktop.models.dossier import MetLeerling
from desktop.models.rechten import Rol
from desktop.models.tekst import Tekst
from desktop.models.vervolg import Vervolg

WERK = "nazorg_keer"
"""The kind of its open work: to look again, and to write down what was seen."""
_PLAN = "Meldcode › Zorg monitoren"
_PLAN_RESULTAAT = "Meldcode › Afweging 5"


class NaWat(Keuze):
    """What came before: whichever way it went, school goes on watching (plan)."""

    MELDING = "melding", "Een melding bij Veilig Thuis"
    HULP = "hulp", "Hulp in of rond het gezin"
    GEEN = "geen", "Geen melding en geen hulp: de zorgen zijn weg of onterecht"


class Waarop(Keuze):
    """The three results that the plan agrees on when help is given: what is looked at each time."""

    VEILIGHEID = "veiligheid", "Veiligheid"
    WELZIJN = "welzijn", "Welzijn"
    HERSTEL = "herstel", "Herstel"


class Nazorg(MetLeerling):
    """The agreement to go on watching. It comes back on a day, again and again, until it is said to be over."""

    KIND = "nazorg"
    NAAM = "Nazorg en monitoring"
    GROEPEN = ("Afspraak", "Wie en hoe", "Verwachting", "Termijn")

    weging: UUID | None = None
    """The answer to question 5 that asked for it; its own reminder is done once this is established."""
    datum: Annotated[date | None, Veld("Afgesproken op", groep="Afspraak", breed=5, verplicht="bewaren")] = None
    na: Annotated[
        NaWat | None, Veld("Waar volgt dit op", groep="Afspraak", verplicht="vaststellen", plan=_PLAN, zoek="titel")
    ] = None
    wie: Annotated[
        Tekst,
        Veld(
            "Wie volgt de leerling",
            groep="Wie en hoe",
            hulp="De betrokken leerkrachten blijven verantwoordelijk voor het signaleren.",
            namen=True,
            breed=7,
            verplicht="vaststellen",
            plan=_PLAN,
        ),
    ] = ""
    rol: Annotated[Rol | None, Veld("Bij wie in de agenda", groep="Wie en hoe", breed=5, verplicht="vaststellen")] = (
        Rol.IB
    )
    hoe: Annotated[
        Tekst,
        Veld(
            "Hoe wordt gevolgd",
            groep="Wie en hoe",
            lang=True,
            namen=True,
            hulp="Bijvoorbeeld: elke week een gesprekje, opletten bij halen en brengen, navraag bij de hulpverlener.",
            verplicht="vaststellen",
            plan=_PLAN,
        ),
    ] = ""
    steun: Annotated[
        Tekst,
        Veld(
            "Steun en hulp dichtbij",
            groep="Wie en hoe",
            lang=True,
            namen=True,
            hulp="Wie houdt contact met de leerling, en wat helpt om stress te verminderen.",
            plan=_PLAN,
        ),
    ] = ""
    waarop: Annotated[
        tuple[Waarop, ...],
        Veld("Waar wordt op gelet", groep="Verwachting", verplicht="vaststellen", plan=_PLAN_RESULTAAT),
    ] = ()
    verwacht: Annotated[
        Tekst,
        Veld(
            "Wat verwachten we te zien",
            groep="Verwachting",
            lang=True,
            hulp="Zo dat je elke keer kunt zeggen of het zo is.",
            verplicht="vaststellen",
            plan=_PLAN_RESULTAAT,
        ),
    ] = ""
    als_niet: Annotated[
        Tekst,
        Veld(
            "Wat doen we als het niet zo gaat",
            groep="Verwachting",
            lang=True,
            hulp="Opnieuw met ouders praten, de hulpverlener inlichten, opnieuw melden.",
            plan=_PLAN,
        ),
    ] = ""
    eerste: Annotated[date | None, Veld("Eerste keer kijken op", groep="Termijn", breed=5, verplicht="vaststellen")] = (
        None
    )
    tot: Annotated[
        date | None,
        Veld(
            "Termijn: tot en met",
            groep="Termijn",
            breed=5,
            hulp="Vangnet sluit het dan niet vanzelf: je beslist of het kan stoppen.",
            verplicht="vaststellen",
            plan=_PLAN_RESULTAAT,
        ),
    ] = None

    def titel(self) -> str:
        """Return what it is."""
        return self.NAAM

    def detail(self) -> str:
        """Return what it follows."""
        return self.na.label if self.na else ""

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """The next look, cyclic: the day in it, so that what was done on one day says nothing of the next."""
        dag = volgende_keer(self, followups)
        if state != "vastgesteld" or dag is None:
            return ()
        return (Due(item=dag.isoformat(), kind=WERK, role=(self.rol or Rol.IB).value, due_on=dag),)

    def regels(self, today: date) -> Sequence[Problem]:
        """The first look lies within the term, and after the day on which it was agreed."""
        problems: list[Problem] = []
        if self.eerste and self.datum and self.eerste < self.datum:
            problems.append(Problem(("eerste",), "De eerste keer ligt vóór de afspraak."))
        if self.eerste and self.tot and self.tot < self.eerste:
            problems.append(Problem(("tot",), "De termijn is voorbij voordat je de eerste keer kijkt."))
        return problems


class Stand(Keuze):
    """How it goes, seen beside what was expected."""

    BEREIKT = "bereikt", "Zoals verwacht"
    BETER = "beter", "Het gaat beter, maar nog niet zoals verwacht"
    GELIJK = "gelijk", "Er verandert niets"
    SLECHTER = "slechter", "Het gaat slechter, of er is een nieuwe zorg"


class NazorgKeer(Vervolg):
    """What was seen one time, and when is looked again; or that it can stop, and why."""

    KIND = "nazorgkeer"
    NAAM = "Gekeken hoe het gaat"

    datum: Annotated[date | None, Veld("Gekeken op", breed=5, verplicht="bewaren")] = None
    door: Annotated[Tekst, Veld("Door wie", namen=True, breed=7, verplicht="bewaren")] = ""
    stand: Annotated[
        Stand | None,
        Veld(
            "Hoe gaat het",
            verplicht="bewaren",
            hulp="Gaat het slechter? Leg een signaal vast. Is het onveilig? Bel Veilig Thuis: 0800-2000.",
            plan=_PLAN,
        ),
    ] = None
    gezien: Annotated[Tekst, Veld("Wat is gezien of gehoord", lang=True, namen=True, verplicht="bewaren")] = ""
    stopt: Annotated[bool | None, Veld("Kan de nazorg stoppen?", verplicht="bewaren")] = None
    waarom: Annotated[
        Tekst, Veld("Waarom kan het stoppen", lang=True, verplicht="bewaren", toon=(Als("stopt", (True,)),))
    ] = ""
    volgende: Annotated[
        date | None,
        Veld("Volgende keer kijken op", breed=5, verplicht="bewaren", toon=(Als("stopt", (False,)),)),
    ] = None

    def titel(self) -> str:
        """Return how it went."""
        return self.stand.label if self.stand else self.NAAM

    def regels(self, today: date) -> Sequence[Problem]:
        """What was seen lies behind, the next look ahead; what got worse does not stop."""
        problems: list[Problem] = []
        if self.datum and self.datum > today:
            problems.append(Problem(("datum",), "Deze dag moet nog komen.", "bewaren"))
        if self.volgende and self.datum and self.volgende <= self.datum:
            problems.append(Problem(("volgende",), "De volgende keer ligt niet na deze.", "bewaren"))
        if self.stopt and self.stand is Stand.SLECHTER:
            zin = "Het gaat slechter. Blijf volgen, en leg de nieuwe zorg vast als signaal."
            problems.append(Problem(("stopt",), zin, "bewaren"))
        return problems


def volgende_keer(nazorg: Nazorg, followups: Sequence[Record]) -> date | None:
    """Return the day of the next look; None once it has stopped, or as long as no day is agreed."""
    keren = sorted((f for f in followups if isinstance(f, NazorgKeer)), key=lambda k: k.moment)
    if not keren:
        return nazorg.eerste
    return None if keren[-1].stopt else keren[-1].volgende
