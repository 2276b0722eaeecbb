"""The report on one meldcode situation and the yearly bundle, without any name. velden 5."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Protocol
from uuid import UUID

from desktop.models.core import Als, Due, Keuze, Problem, Record, Rij, State, Veld
from desktop.models.rechten import Rol
from desktop.models.schooljaar import is_schooljaar, periode
from desktop.models.tekst import Tekst
from desktop.models.telling import KLEIN as KLEIN
from desktop.models.telling import Tabel as Tabel
from desktop.models.telling import Telling as Telling
from desktop.models.telling import tel_af
from desktop.models.termijnen import TERMIJNEN
from desktop.models.vervolg import Vervolg

PLAN_RAPPORTAGE = "Directeur › Monitoren: incidenten"
PLAN_BESTUUR = "Algemeen › Bestuurlijke monitoring"
TERMIJN = TERMIJNEN["rapportage"].duur()
"""How long after closing a case its report counts as on time. The plan names no term; this one is the program's own."""
_ZONDER_NAAM = "Zonder namen, initialen of geboortedata."


class AardHgkm(Keuze):
    """The nature of a situation, by the kinds of kindermishandeling that the law and the plan name."""

    LICHAMELIJK = "lichamelijk", "Lichamelijk geweld"
    PSYCHISCH = "psychisch", "Psychisch of emotioneel geweld"
    VERWAARLOZING = "verwaarlozing", "Lichamelijke of emotionele verwaarlozing"
    SEKSUEEL = "seksueel", "Seksueel misbruik"
    GETUIGE = "getuige", "Getuige van huiselijk geweld"
    EERGERELATEERD = "eergerelateerd", "Eergerelateerd geweld"
    ANDERS = "anders", "Anders"


class GenomenStap(Keuze):
    """What was done in a situation, in the order of the meldcode."""

    SIGNALEN = "signalen", "Signalen in kaart gebracht"
    OVERLEG = "overleg", "Overlegd met collega's of het ondersteuningsteam"
    AF = "af", "Advies van een aandachtsfunctionaris"
    VT_ADVIES = "vt_advies", "Advies van Veilig Thuis"
    LEERLING = "leerling", "Gesprek met de leerling"
    OUDERS = "ouders", "Gesprek met de ouders"
    GEWOGEN = "gewogen", "Gewogen met het afwegingskader"
    HULP = "hulp", "Hulp geboden of georganiseerd"
    CIT = "cit", "CIT ingeschakeld"
    GEMELD = "gemeld", "Gemeld bij Veilig Thuis"
    NAZORG = "nazorg", "Gevolgd en nazorg afgesproken"


class Rapportage(Record):
    """What the IB fills in for every meldcode situation: how often, what, and did meldcode, roles and tasks do."""

    KIND = "rapportage"
    NAAM = "Rapportage meldcode"
    PERSOONLIJK = True
    VASTSTELLEN = True
    GROEPEN = ("Situatie", "Voorzag de meldcode hierin", "Stappen")

    dossier: UUID | None = None
    """The case it is about; it stands on no paper."""
    kenmerk: Annotated[
        Tekst,
        Veld("Kenmerk", groep="Situatie", breed=4, verplicht="bewaren", zoek="titel", hulp="Een nummer, geen naam."),
    ] = ""
    schooljaar: Annotated[
        Tekst,
        Veld("Schooljaar", groep="Situatie", breed=4, verplicht="bewaren", hulp="Bijvoorbeeld 2026-2027.", zoek=""),
    ] = ""
    datum: Annotated[date | None, Veld("Ingevuld op", groep="Situatie", breed=4, verplicht="bewaren")] = None
    gesloten: Annotated[
        date | None,
        Veld(
            "Situatie gesloten op",
            groep="Situatie",
            breed=4,
            hulp="Deze dag bepaalt in welke periode de situatie telt. Leeg: de dag van invullen.",
        ),
    ] = None
    ingevuld_door: Annotated[
        Tekst, Veld("Ingevuld door (functie)", groep="Situatie", breed=8, verplicht="vaststellen", zoek="")
    ] = ""
    aard: Annotated[
        tuple[AardHgkm, ...], Veld("Aard", groep="Situatie", plan=PLAN_RAPPORTAGE, verplicht="vaststellen")
    ] = ()
    aard_anders: Annotated[
        Tekst,
        Veld(
            "Wat was het dan",
            groep="Situatie",
            hulp=_ZONDER_NAAM,
            verplicht="vaststellen",
            toon=(Als("aard", ("anders",)),),
        ),
    ] = ""
    noemenswaardig: Annotated[
        bool | None,
        Veld("Was dit een noemenswaardig incident?", groep="Situatie", plan=PLAN_RAPPORTAGE, verplicht="vaststellen"),
    ] = None
    meldcode: Annotated[
        bool | None,
        Veld(
            "Voorzag de meldcode voldoende in deze situatie?",
            groep="Voorzag de meldcode hierin",
            plan=PLAN_RAPPORTAGE,
            verplicht="vaststellen",
        ),
    ] = None
    rollen: Annotated[
        bool | None,
        Veld(
            "Voorzagen de rollen voldoende?",
            groep="Voorzag de meldcode hierin",
            plan=PLAN_RAPPORTAGE,
            verplicht="vaststellen",
        ),
    ] = None
    taken: Annotated[
        bool | None,
        Veld(
            "Voorzagen de taken voldoende?",
            groep="Voorzag de meldcode hierin",
            plan=PLAN_RAPPORTAGE,
            verplicht="vaststellen",
        ),
    ] = None
    ontbrak: Annotated[Tekst, Veld("Wat ontbrak", groep="Voorzag de meldcode hierin", lang=True, hulp=_ZONDER_NAAM)] = (
        ""
    )
    stappen: Annotated[
        tuple[GenomenStap, ...],
        Veld("Genomen stappen", groep="Stappen", plan=PLAN_BESTUUR, verplicht="vaststellen"),
    ] = ()
    volgens_afspraak: Annotated[
        bool | None,
        Veld("Zijn de stappen gezet zoals afgesproken?", groep="Stappen", plan=PLAN_BESTUUR, verplicht="vaststellen"),
    ] = None
    afwijking: Annotated[
        Tekst,
        Veld(
            "Wat ging anders, en waarom",
            groep="Stappen",
            lang=True,
            hulp=_ZONDER_NAAM,
            verplicht="vaststellen",
            toon=(Als("volgens_afspraak", (False,)),),
        ),
    ] = ""

    verloop: Annotated[
        Tekst,
        Veld(
            "Wat is wanneer gedaan",
            groep="Stappen",
            lang=True,
            hulp="Vangnet vulde dit uit het dossier in, zonder namen. Lees het na en pas het aan.",
            plan=PLAN_BESTUUR,
        ),
    ] = ""
    nagelezen: Annotated[
        bool | None,
        Veld(
            "Heb je alles nagelezen: geen namen, initialen of geboortedata?",
            groep="Stappen",
            verplicht="vaststellen",
        ),
    ] = None

    def telt_op(self) -> date | None:
        """Return the day by which it falls in a period: that of closing the case, else that of filling it in."""
        return self.gesloten or self.datum

    def titel(self) -> str:
        """Return its number."""
        return self.kenmerk or self.NAAM

    def detail(self) -> str:
        """Return the school year."""
        return self.schooljaar

    def event_at(self) -> datetime | None:
        """Return the day it was filled in."""
        return datetime.combine(self.datum, time()) if self.datum else None

    def parent(self) -> UUID | None:
        """It follows its case, so that the program knows which cases still lack one."""
        return self.dossier

    def links(self) -> Sequence[tuple[UUID, str]]:
        """It points at its case."""
        return ((self.dossier, "dossier"),) if self.dossier else ()

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """One that was begun has to be finished."""
        if state != "concept" or self.datum is None:
            return ()
        return (Due(item="rapportage", kind="rapportage", role=Rol.IB.value, due_on=self.datum + TERMIJN),)

    def regels(self, today: date) -> Sequence[Problem]:
        """A school year is two years in a row; what did not suffice is said."""
        problems: list[Problem] = []
        if self.schooljaar and not is_schooljaar(self.schooljaar):
            zin = "Schrijf het schooljaar als twee jaren, bijvoorbeeld 2026-2027."
            problems.append(Problem(("schooljaar",), zin, "bewaren"))
        if False in (self.meldcode, self.rollen, self.taken) and not self.ontbrak.strip():
            problems.append(Problem(("ontbrak",), "Je vulde in dat iets niet genoeg was. Schrijf op wat er ontbrak."))
        for naam, dag in (("datum", self.datum), ("gesloten", self.gesloten)):
            if dag and dag > today:
                problems.append(Problem((naam,), "Deze dag moet nog komen."))
        if self.nagelezen is False:
            problems.append(Problem(("nagelezen",), "Lees alles eerst na. Haal weg wat naar een persoon wijst."))
        return problems


class Ontvanger(Rij):
    """Who gets the bundle. When it was sent is said by a `Verstuurd`; the program fills it in where it is shown."""

    wie: Annotated[Tekst, Veld("Ontvanger", verplicht="vaststellen", hulp="Bijvoorbeeld: het bestuur.")] = ""
    verstuurd_op: date | None = None


class Bundel(Record):
    """The yearly bundle of a period: what the director and the IB say about all reports together, and to whom."""

    KIND = "jaarbundel"
    NAAM = "Jaarbundel meldcode"
    VASTSTELLEN = True
    GROEPEN = ("Periode", "Conclusies", "Verzending")

    van: Annotated[date | None, Veld("Van", groep="Periode", breed=4, verplicht="bewaren")] = None
    tot: Annotated[date | None, Veld("Tot en met", groep="Periode", breed=4, verplicht="bewaren")] = None
    ontbrak: Annotated[
        Tekst, Veld("Wat ontbrak er vaker", groep="Conclusies", lang=True, hulp=_ZONDER_NAAM, plan=PLAN_RAPPORTAGE)
    ] = ""
    doorgaande_lijn: Annotated[
        Tekst,
        Veld(
            "Doorgaande lijn: zijn de stappen gezet zoals afgesproken",
            groep="Conclusies",
            lang=True,
            hulp=_ZONDER_NAAM,
            plan=PLAN_BESTUUR,
        ),
    ] = ""
    scholing: Annotated[
        Tekst, Veld("Welke scholing heeft het team nodig", groep="Conclusies", lang=True, plan=PLAN_BESTUUR)
    ] = ""
    klein_afschermen: Annotated[
        bool | None,
        Veld(
            "Aantallen onder de 5 afschermen",
            groep="Verzending",
            hulp="Een klein aantal kan naar één gezin wijzen. Zet dit alleen uit voor wat op school blijft.",
        ),
    ] = True
    ontvangers: Annotated[
        tuple[Ontvanger, ...], Veld("Ontvangers", groep="Verzending", plan=PLAN_BESTUUR, verplicht="vaststellen")
    ] = ()

    def titel(self) -> str:
        """Return what it is, and its period."""
        return f"{self.NAAM} {periode(self.van, self.tot)}".rstrip()

    def event_at(self) -> datetime | None:
        """Return the last day that it is about."""
        return datetime.combine(self.tot, time()) if self.tot else None

    def regels(self, today: date) -> Sequence[Problem]:
        """A period ends after it began."""
        if self.van and self.tot and self.tot < self.van:
            return (Problem(("tot",), "Deze dag ligt vóór het begin van de periode.", "bewaren"),)
        return ()


class Verstuurd(Vervolg):
    """Says that an established bundle was sent to one of its receivers; `ontvanger` is the stable id of that row."""

    KIND = "verstuurd"
    NAAM = "Verstuurd"
    PERSOONLIJK = False

    ontvanger: UUID
    datum: Annotated[date | None, Veld("Verstuurd op", verplicht="bewaren", breed=5)] = None

    def titel(self) -> str:
        """Return a fixed title."""
        return self.NAAM

    def regels(self, today: date) -> Sequence[Problem]:
        """It has been sent, or it has not."""
        if self.datum and self.datum > today:
            return (Problem(("datum",), "Deze dag moet nog komen. Vul in wanneer je het hebt verstuurd.", "bewaren"),)
        return ()


@dataclass(frozen=True, slots=True)
class Jaarbundel:
    """The bundle as it is shown: the record, and the reports of its period."""

    bundel: Bundel
    rapportages: tuple[Rapportage, ...]

    @property
    def afgeschermd(self) -> bool:
        """Whether small counts, and what is said of single cases, are kept back."""
        return self.bundel.klein_afschermen is not False

    def tabellen(self) -> tuple[Tabel, ...]:
        """Return all counts: number, nature, whether meldcode, roles and tasks did, and the steps."""
        r, n = self.rapportages, len(self.rapportages)
        jaren = sorted({x.schooljaar for x in r if x.schooljaar})
        per_jaar = [(jaar, sum(x.schooljaar == jaar for x in r)) for jaar in jaren]
        vragen: tuple[tuple[str, tuple[bool | None, ...]], ...] = (
            ("Noemenswaardig incident", tuple(x.noemenswaardig for x in r)),
            ("De meldcode voorzag voldoende", tuple(x.meldcode for x in r)),
            ("De rollen voorzagen voldoende", tuple(x.rollen for x in r)),
            ("De taken voorzagen voldoende", tuple(x.taken for x in r)),
            ("Stappen gezet zoals afgesproken", tuple(x.volgens_afspraak for x in r)),
        )
        return (
            Tabel("Aantal situaties", self._deel([("Situaties in deze periode", n)], [])),
            *([Tabel("Per schooljaar", self._deel(per_jaar, per_jaar))] if len(per_jaar) > 1 else []),
            Tabel(
                "Aard (meer dan één kan)", self._deel([(a.label, sum(a in x.aard for x in r)) for a in AardHgkm], [])
            ),
            *(Tabel(naam, self._janee(antwoorden)) for naam, antwoorden in vragen),
            Tabel(
                "Genomen stappen (meer dan één kan)",
                self._deel([(s.label, sum(s in x.stappen for x in r)) for s in GenomenStap], []),
            ),
        )

    def _janee(self, antwoorden: Sequence[bool | None]) -> tuple[Telling, ...]:
        paren = [("Ja", antwoorden.count(True)), ("Nee", antwoorden.count(False))]
        if open_ := antwoorden.count(None):
            paren.append(("Niet ingevuld", open_))
        return self._deel(paren, paren)

    def _deel(self, paren: Sequence[tuple[str, int]], samen: Sequence[tuple[str, int]]) -> tuple[Telling, ...]:
        return tel_af(paren, samen, afschermen=self.afgeschermd)


class MetPeriode(Protocol):
    """What is about a period: a bundle, or the papers for the board. An open end has no bound."""

    @property
    def van(self) -> date | None:
        """The first day."""
        ...

    @property
    def tot(self) -> date | None:
        """The last day."""
        ...


def met_verzending(ontvangers: Sequence[Ontvanger], vervolg: Sequence[Record]) -> tuple[Ontvanger, ...]:
    """Return receivers with the day on which each was sent it; the last word counts."""
    dagen = {v.ontvanger: v.datum for v in vervolg if isinstance(v, Verstuurd)}
    return tuple(Ontvanger(rij=o.rij, wie=o.wie, verstuurd_op=dagen.get(o.rij)) for o in ontvangers)


def bundel_met_verzending(bundel: Bundel, vervolg: Sequence[Record]) -> Bundel:
    """Return a bundle with the day on which each receiver was sent it."""
    return bundel.model_copy(update={"ontvangers": met_verzending(bundel.ontvangers, vervolg)})


def in_periode(rapportage: Rapportage, bundel: MetPeriode) -> bool:
    """Whether a report falls in a period; an open end has no bound."""
    dag = rapportage.telt_op()
    return dag is not None and (bundel.van or date.min) <= dag <= (bundel.tot or date.max)
