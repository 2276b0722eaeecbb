"""The action plan of a calamity: five elements and what the plan adds; every version is kept. velden 7."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Keuze, Problem, Record, Rij, Veld
from desktop.models.tekst import Tekst

PLAN_ACTIE = "Directeur › Calamiteiten › Actieplan"
_PLAN_ONRUST = "Directeur › Calamiteiten › Inschatting onrust"
_PLAN_STEUN = "Directeur › Calamiteiten › Ondersteuning"
_PLAN_GESPREK = "Directeur › Calamiteiten › Gesprekken"
_PLAN_VERVOLG = "Directeur › Calamiteiten › Vervolg en evaluatie"


class Doelgroep(Keuze):
    """With whom one communicates; the plan has its own cautions for each."""

    TEAM = "team", "Team"
    DIRECT = "direct", "Direct betrokken ouders"
    INDIRECT = "indirect", "Indirect betrokken ouders"
    LEERLINGEN = "leerlingen", "Leerlingen"
    GMR = "gmr", "(G)MR"
    EXTERN = "extern", "Externe professionals"
    MEDIA = "media", "Media"


class Onrust(Keuze):
    """How large the unrest is or may become, from its four causes."""

    KLEIN = "klein", "Klein"
    MIDDEN = "midden", "Neemt toe"
    GROOT = "groot", "Groot"


class Maatregel(Rij):
    """One measure, for the safety of all pupils. Whether it is done stands in the log."""

    wat: Annotated[Tekst, Veld("Wat", breed=5, namen=True, verplicht="bewaren")] = ""
    wie: Annotated[Tekst, Veld("Wie", breed=3, namen=True)] = ""
    uiterlijk: Annotated[date | None, Veld("Uiterlijk", breed=2)] = None
    verteld: Annotated[Tekst, Veld("Verteld aan", breed=2)] = ""


class Vervolgactie(Rij):
    """Something to do after the first measures."""

    wat: Annotated[Tekst, Veld("Wat", breed=6, namen=True, verplicht="bewaren")] = ""
    wie: Annotated[Tekst, Veld("Wie", breed=3, namen=True)] = ""
    uiterlijk: Annotated[date | None, Veld("Uiterlijk", breed=3)] = None


class TeVoeren(Rij):
    """A talk to be held. Plan: the reporter first; with parents always two professionals. `verslag`: its report."""

    met: Annotated[Tekst, Veld("Met wie", breed=4, namen=True, verplicht="bewaren")] = ""
    melder: Annotated[bool | None, Veld("Is dit de melder?", breed=2)] = None
    voert: Annotated[Tekst, Veld("Wie voeren het", hulp="Altijd met twee.", breed=3, namen=True)] = ""
    op: Annotated[date | None, Veld("Wanneer", breed=3)] = None
    verslag: UUID | None = None


class Communicatieplan(Rij):
    """What one group hears, and how."""

    groep: Annotated[Doelgroep | None, Veld("Met wie", breed=4, verplicht="bewaren", zoek="")] = None
    wat: Annotated[Tekst, Veld("Wat", breed=5, namen=True)] = ""
    hoe: Annotated[Tekst, Veld("Hoe", breed=3)] = ""


class RouteStap(Keuze):
    """The steps at a suspected offence, in the order of the plan; at misconduct of staff the first falls away."""

    BESTUURDER = "bestuurder", "Overleg met directeur-bestuurder"
    INSPECTEUR = "inspecteur", "Overleg met vertrouwensinspecteur"
    AANGIFTE = "aangifte", "Aangifte bij politie of justitie"


class Route(Rij):
    """One step of such a route: when, and what was decided."""

    stap: Annotated[RouteStap | None, Veld("Stap", breed=4, verplicht="bewaren", zoek="")] = None
    op: Annotated[date | None, Veld("Op", breed=2)] = None
    om: Annotated[time | None, Veld("Om", breed=2)] = None
    besluit: Annotated[Tekst, Veld("Besluit", breed=4, namen=True)] = ""


_FEIT = (Als("strafbaar", (True,)),)
_PROFESSIONAL = (Als("professional", (True,)),)


class Actieplan(Record):
    """The action plan: each stored revision is a version. It follows its calamity."""

    KIND = "actieplan"
    NAAM = "Actieplan"
    PERSOONLIJK = True
    GROEPEN = (
        "Beschrijving",
        "Maatregelen",
        "Gesprekken",
        "Communicatie",
        "Vervolgacties",
        "Onrust",
        "Ondersteuning",
        "Strafbaar feit",
        "Gedrag van een professional",
        "Veilige plekken en lessen",
    )

    calamiteit: UUID
    beschrijving: Annotated[
        Tekst,
        Veld("Korte beschrijving", groep="Beschrijving", lang=True, namen=True, verplicht="bewaren", plan=PLAN_ACTIE),
    ] = ""
    ernst: Annotated[Tekst, Veld("Ernst en impact", groep="Beschrijving", lang=True, namen=True)] = ""
    externen: Annotated[
        Tekst,
        Veld("Met wie van buiten gemaakt", groep="Beschrijving", hulp="Bijvoorbeeld de GGD, het zorgteam, de JGZ."),
    ] = ""
    maatregelen: Annotated[
        tuple[Maatregel, ...],
        Veld(
            "Maatregelen",
            groep="Maatregelen",
            hulp="Gericht op de veiligheid van alle leerlingen. Extra of tijdelijk als de klas of school onveilig is.",
            plan=PLAN_ACTIE,
        ),
    ] = ()
    problemen: Annotated[
        Tekst,
        Veld(
            "Momenten en situaties die problemen geven",
            groep="Maatregelen",
            hulp="En met wie besproken is hoe je ze voorkomt.",
            lang=True,
            namen=True,
        ),
    ] = ""
    gesprekken: Annotated[
        tuple[TeVoeren, ...],
        Veld(
            "Gesprekken",
            groep="Gesprekken",
            hulp="Eerst de melder. Met ouders altijd met twee. Ouders van verschillende leerlingen apart.",
            plan=_PLAN_GESPREK,
        ),
    ] = ()
    communicatie: Annotated[
        tuple[Communicatieplan, ...],
        Veld("Communicatie", groep="Communicatie", hulp="Met wie, wat en hoe. Alleen feiten.", plan=PLAN_ACTIE),
    ] = ()
    vervolgacties: Annotated[
        tuple[Vervolgactie, ...], Veld("Vervolgacties", groep="Vervolgacties", plan=PLAN_ACTIE)
    ] = ()
    onrust_kennis: Annotated[Tekst, Veld("Gebrek aan kennis", groep="Onrust", breed=6, plan=_PLAN_ONRUST)] = ""
    onrust_ervaringen: Annotated[Tekst, Veld("Eigen ervaringen", groep="Onrust", breed=6)] = ""
    onrust_emotie: Annotated[Tekst, Veld("Emotionele reacties", groep="Onrust", breed=6)] = ""
    onrust_media: Annotated[Tekst, Veld("(Sociale) media", groep="Onrust", breed=6)] = ""
    onrust: Annotated[Onrust | None, Veld("Inschatting van de onrust", groep="Onrust", plan=_PLAN_ONRUST)] = None
    steun: Annotated[
        Tekst,
        Veld(
            "Wie krijgt welke steun",
            groep="Ondersteuning",
            hulp="Directie, team, ouders en leerlingen. Van het bestuur, van buiten, of extra inzet op school.",
            lang=True,
            namen=True,
            plan=_PLAN_STEUN,
        ),
    ] = ""
    zwaarder: Annotated[
        Tekst,
        Veld(
            "Wie kan dit zwaarder raken",
            groep="Ondersteuning",
            hulp="Wie eerder iets ingrijpends meemaakte, kan harder geraakt worden dan je verwacht.",
            lang=True,
            namen=True,
        ),
    ] = ""
    strafbaar: Annotated[
        bool | None, Veld("Is er een vermoeden van een strafbaar feit?", groep="Strafbaar feit", plan=PLAN_ACTIE)
    ] = None
    route_feit: Annotated[
        tuple[Route, ...],
        Veld(
            "Stappen en besluiten",
            groep="Strafbaar feit",
            hulp="Eerst de directeur-bestuurder, dan de vertrouwensinspecteur. Bij een redelijk vermoeden: aangifte.",
            toon=_FEIT,
        ),
    ] = ()
    professional: Annotated[
        bool | None,
        Veld("Gaat het over gedrag van een professional van de school?", groep="Gedrag van een professional"),
    ] = None
    route_professional: Annotated[
        tuple[Route, ...],
        Veld(
            "Stappen en besluiten",
            groep="Gedrag van een professional",
            hulp="Bel de vertrouwensinspecteur. Met hem besluit je over aangifte.",
            toon=_PROFESSIONAL,
        ),
    ] = ()
    onveilig: Annotated[
        Tekst,
        Veld("Onveilige plekken en momenten", groep="Veilige plekken en lessen", lang=True, plan=_PLAN_VERVOLG),
    ] = ""
    lessen: Annotated[
        Tekst,
        Veld(
            "Welke lessen worden versterkt",
            groep="Veilige plekken en lessen",
            hulp="Liefst los van wat er gebeurd is.",
            lang=True,
        ),
    ] = ""
    training: Annotated[
        Tekst,
        Veld(
            "Training voor leerkrachten, avond voor ouders",
            groep="Veilige plekken en lessen",
            hulp="Bij seksueel grensoverschrijdend gedrag. De avond later, en alleen als ouders ervoor openstaan.",
            lang=True,
        ),
    ] = ""

    def titel(self) -> str:
        """Return a fixed title: the words stand in the plan itself."""
        return self.NAAM

    def parent(self) -> UUID | None:
        """It follows its calamity."""
        return self.calamiteit

    def acties(self) -> tuple[tuple[UUID, str, str], ...]:
        """Return all that can be ticked off: id of the row, what, and who."""
        maatregelen = [(m.rij, m.wat, m.wie) for m in self.maatregelen]
        return (*maatregelen, *((v.rij, v.wat, v.wie) for v in self.vervolgacties))

    def regels(self, today: date) -> Sequence[Problem]:
        """With parents one talks with two; what is missing is said and does not keep the plan from being stored."""
        zin = "Voer dit gesprek met twee: schrijf beide namen op, met ‘en’ ertussen."
        return [
            Problem(("gesprekken", n, "voert"), zin)
            for n, gesprek in enumerate(self.gesprekken)
            if gesprek.voert.strip() and not met_twee(gesprek.voert)
        ]


_EN = ("en", "met", ",", "&", "+")


def namen_van(voert: str) -> tuple[str, ...]:
    """Return who is named as holding a talk: what stands between the words and signs that join them."""
    woorden = voert
    for teken in ",&+":
        woorden = woorden.replace(teken, f" {teken} ")
    namen: list[list[str]] = [[]]
    for woord in woorden.split():
        if woord in _EN:
            namen.append([])
        else:
            namen[-1].append(woord)
    return tuple(" ".join(naam) for naam in namen if naam)


def met_twee(voert: str) -> bool:
    """Whether two people are named who hold a talk."""
    return len(namen_van(voert)) > 1
