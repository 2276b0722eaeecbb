"""One entry of the incident register: threshold, kind, seven questions, six criteria, what was done. velden 6."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Bijlage, Due, Keuze, Problem, Record, State, Veld
from desktop.models.dossierdelen import Betrokkene
from desktop.models.rechten import Rol
from desktop.models.tekst import Tekst
from desktop.models.termijnen import TERMIJNEN
from desktop.models.vervolg import verder

PLAN_INCIDENT = "Directeur › Monitoren › Incidentenregistratie"
PLAN_VLAGGEN = "Protocollen › Ongewenst en grensoverschrijdend gedrag"
REGISTREERTERMIJN = TERMIJNEN["incident"].duur()


class IncidentSoort(Keuze):
    """The seven kinds of the plan."""

    GEWELD = "geweld", "Fysiek geweld"
    WAPEN = "wapen", "Wapenbezit"
    SEKSUEEL = "seksueel", "Seksueel misbruik of seksuele intimidatie"
    PESTEN = "pesten", "Grove pesterij"
    DISCRIMINATIE = "discriminatie", "Discriminatie"
    BEDREIGING = "bedreiging", "Bedreiging"
    VERNIELING = "vernieling", "Vernieling of diefstal"


class Wapen(Keuze):
    """Which weapon."""

    VUUR = "vuur", "Vuurwapen"
    STEEK = "steek", "Steekwapen"
    OVERIG = "overig", "Ander wapen"


class Ondergrond(Keuze):
    """On which ground was discriminated."""

    RAS = "ras", "Ras of afkomst"
    GESLACHT = "geslacht", "Geslacht"
    HOMO = "homo", "Homodiscriminatie"
    ANDERS = "anders", "Een andere grond"


class SeksueelSoort(Keuze):
    """Which of the two."""

    MISBRUIK = "misbruik", "Seksueel misbruik"
    INTIMIDATIE = "intimidatie", "Seksuele intimidatie"


class Schade(Keuze):
    """Which of the two."""

    VERNIELING = "vernieling", "Vernieling"
    DIEFSTAL = "diefstal", "Diefstal"


class Plaats(Keuze):
    """Where: fixed places, so that a trend can be seen."""

    KLAS = "klas", "In de klas"
    GANG = "gang", "Gang, hal of trap"
    TOILET = "toilet", "Toilet"
    GYM = "gym", "Gymzaal of kleedkamer"
    PLEIN = "plein", "Schoolplein"
    OVERBLIJF = "overblijf", "Overblijf of opvang"
    ROUTE = "route", "Onderweg van of naar school"
    UITJE = "uitje", "Uitje of kamp"
    ONLINE = "online", "Online"
    ANDERS = "anders", "Ergens anders"


class Criterium(Keuze):
    """The six criteria of the flag system; one that is crossed is enough to steer."""

    TOESTEMMING = "toestemming", "Toestemming: niet allebei wilden het"
    VRIJWILLIGHEID = "vrijwilligheid", "Vrijwilligheid: er was dwang"
    GELIJKWAARDIGHEID = "gelijkwaardigheid", "Gelijkwaardigheid: er was verschil in macht"
    ONTWIKKELING = "ontwikkeling", "Ontwikkeling: het past niet bij de leeftijd"
    CONTEXT = "context", "Context: het past niet bij de plek, het stoort of choqueert"
    ZELFRESPECT = "zelfrespect", "Zelfrespect: de leerling brengt zichzelf in gevaar"


def _bij(*soorten: str) -> tuple[Als, ...]:
    return (Als("soort", soorten),)


class Incident(Record):
    """One incident. A teacher passes it on as a concept; the director establishes it in the register."""

    KIND = "incident"
    NAAM = "Incident"
    PERSOONLIJK = True
    VASTSTELLEN = True
    GROEPEN = ("Drempel", "Wat", "Wie en waar", "Zes criteria", "Maatregelen", "Evaluatie")

    ingrijpend: Annotated[
        bool | None,
        Veld(
            "Was dit ingrijpend, met een groot effect op iemands welzijn of seksuele ontwikkeling?",
            groep="Drempel",
            hulp="Alleen grote, losse incidenten horen in deze registratie. Twijfel je: registreer.",
            verplicht="vaststellen",
            plan=PLAN_INCIDENT,
        ),
    ] = None
    toch: Annotated[
        Tekst,
        Veld("Waarom toch registreren", groep="Drempel", lang=True, toon=(Als("ingrijpend", (False,)),),
             verplicht="vaststellen"),
    ] = ""  # fmt: skip
    soort: Annotated[
        IncidentSoort | None, Veld("Soort", groep="Wat", verplicht="vaststellen", plan=PLAN_INCIDENT, zoek="titel")
    ] = None
    wapen: Annotated[
        Wapen | None, Veld("Welk wapen", groep="Wat", toon=_bij("wapen"), verplicht="vaststellen", breed=6)
    ] = None
    seksueel: Annotated[
        SeksueelSoort | None, Veld("Welke vorm", groep="Wat", toon=_bij("seksueel"), verplicht="vaststellen", breed=6)
    ] = None
    grond: Annotated[
        Ondergrond | None,
        Veld("Op welke grond", groep="Wat", toon=_bij("discriminatie"), verplicht="vaststellen", breed=6),
    ] = None
    schade: Annotated[
        Schade | None, Veld("Welke vorm", groep="Wat", toon=_bij("vernieling"), verplicht="vaststellen", breed=6)
    ] = None
    wat: Annotated[
        Tekst,
        Veld("Wat is er gebeurd", groep="Wat", lang=True, namen=True, hulp="Feiten, in de volgorde waarin het ging.",
             verplicht="vaststellen"),
    ] = ""  # fmt: skip
    waarmee: Annotated[Tekst, Veld("Waarmee", groep="Wat", breed=6)] = ""
    waarom: Annotated[
        Tekst, Veld("Waarom, voor zover bekend", groep="Wat", lang=True, namen=True, hulp="Noem van wie je dit hebt.")
    ] = ""
    datum: Annotated[date | None, Veld("Wanneer", groep="Wie en waar", breed=4, verplicht="bewaren")] = None
    tijd: Annotated[time | None, Veld("Hoe laat", groep="Wie en waar", breed=3)] = None
    plaats: Annotated[Plaats | None, Veld("Waar", groep="Wie en waar", breed=5, verplicht="vaststellen")] = None
    plaats_anders: Annotated[
        Tekst, Veld("Waar precies", groep="Wie en waar", breed=6, toon=(Als("plaats", ("anders", "uitje")),))
    ] = ""
    groep: Annotated[
        Tekst, Veld("Groep", groep="Wie en waar", hulp="De groep van de leerlingen die het betrof.", breed=6)
    ] = ""
    betrokkenen: Annotated[
        tuple[Betrokkene, ...], Veld("Wie waren erbij", groep="Wie en waar", verplicht="vaststellen")
    ] = ()
    tegen_professional: Annotated[
        bool | None, Veld("Was het gericht tegen iemand die op school werkt?", groep="Wie en waar")
    ] = None
    doorgegeven_door: Annotated[Tekst, Veld("Doorgegeven door", groep="Wie en waar", namen=True, breed=6)] = ""
    doorgegeven_op: Annotated[date | None, Veld("Op", groep="Wie en waar", breed=5)] = None
    grensoverschrijdend: Annotated[
        bool | None,
        Veld(
            "Gaat het om grensoverschrijdend gedrag?",
            groep="Zes criteria",
            hulp="Seksueel of niet.",
            plan=PLAN_VLAGGEN,
        ),
    ] = None
    criteria: Annotated[
        tuple[Criterium, ...],
        Veld(
            "Welke criteria zijn overschreden",
            groep="Zes criteria",
            hulp="Eén is genoeg om bij te sturen.",
            toon=(Als("grensoverschrijdend", (True,)),),
            verplicht="vaststellen",
            plan=PLAN_VLAGGEN,
        ),
    ] = ()
    maatregel: Annotated[
        Tekst, Veld("Welke stappen zijn gezet", groep="Maatregelen", lang=True, namen=True, verplicht="vaststellen")
    ] = ""
    consequentie: Annotated[Tekst, Veld("Gevolg voor wie het deed", groep="Maatregelen", breed=6, namen=True)] = ""
    gewenst: Annotated[Tekst, Veld("Welk gedrag is aangeleerd", groep="Maatregelen", breed=6)] = ""
    hersteld: Annotated[Tekst, Veld("Hoe is de veiligheid hersteld", groep="Maatregelen", lang=True, namen=True)] = ""
    ouders_op: Annotated[date | None, Veld("Ouders ingelicht op", groep="Maatregelen", breed=5)] = None
    evaluatie_op: Annotated[date | None, Veld("Evalueren op", groep="Evaluatie", breed=5)] = None
    evaluatie_met: Annotated[Tekst, Veld("Met wie", groep="Evaluatie", breed=7, namen=True)] = ""
    evaluatie: Annotated[Tekst, Veld("Wat kwam eruit", groep="Evaluatie", lang=True, namen=True)] = ""
    bijlagen: Annotated[tuple[Bijlage, ...], Veld("Bijlagen", groep="Evaluatie")] = ()
    calamiteit: UUID | None = None
    loop: UUID | None = None
    """The run of a draaiboek that it was made from."""

    def titel(self) -> str:
        """Return the kind."""
        return self.soort.label if self.soort else self.NAAM

    def detail(self) -> str:
        """Return where."""
        return self.plaats.label if self.plaats else ""

    def event_at(self) -> datetime | None:
        """Return when it happened: the register is chronological."""
        return datetime.combine(self.datum, self.tijd or time()) if self.datum else None

    def links(self) -> Sequence[tuple[UUID, str]]:
        """It stands with everyone involved, in their role, and with its calamity and run."""
        mensen = [
            (b.wie.persoon, f"incident_{b.rol.value}" if b.rol else "incident")
            for b in self.betrokkenen
            if b.wie is not None and b.wie.persoon
        ]
        elders = [(doel, "incident") for doel in (self.calamiteit, self.loop) if doel]
        return (*dict.fromkeys(mensen), *elders)

    def blobs(self) -> Sequence[tuple[UUID, str]]:
        """Attachments go with it."""
        return tuple((b.blob, "bijlage") for b in self.bijlagen)

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """One that was passed on waits some days for the director; one in the register for its evaluation."""
        rol = Rol.DIRECTEUR.value
        if state == "concept" and self.datum is not None:
            return (Due(item="registreren", kind="incident", role=rol, due_on=self.datum + REGISTREERTERMIJN),)
        if state == "vastgesteld" and self.evaluatie_op and not self.evaluatie.strip() and not verder(followups):
            return (Due(item="evaluatie", kind="evaluatie", role=rol, due_on=self.evaluatie_op),)
        return ()

    def regels(self, today: date) -> Sequence[Problem]:
        """It has happened; an evaluation comes after it; of a sexual kind one says whether it crossed a line."""
        problems = []
        if self.datum and self.datum > today:
            problems.append(Problem(("datum",), "Deze dag moet nog komen.", "bewaren"))
        if self.evaluatie_op and self.datum and self.evaluatie_op < self.datum:
            problems.append(Problem(("evaluatie_op",), "Deze dag ligt vóór het incident."))
        # who leaves it open would pass the six criteria by, which the plan asks of any such behaviour
        if self.soort is IncidentSoort.SEKSUEEL and self.grensoverschrijdend is None:
            problems.append(Problem(("grensoverschrijdend",), "Kies ja of nee. Bij ja horen de zes criteria."))
        return problems

    def onderverdeling(self) -> str:
        """Return the subdivision of its kind; '' where it has none."""
        keuzes = {
            IncidentSoort.WAPEN: self.wapen,
            IncidentSoort.SEKSUEEL: self.seksueel,
            IncidentSoort.DISCRIMINATIE: self.grond,
            IncidentSoort.VERNIELING: self.schade,
        }
        gekozen = keuzes.get(self.soort) if self.soort else None
        return gekozen.label if gekozen is not None else ""
