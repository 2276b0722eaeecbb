"""A calamity: what is known of it at a glance, who does what, and how it was closed. velden 7 and 13."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Due, Keuze, Problem, Record, Rij, State, Veld
from desktop.models.dossierdelen import Betrokkene
from desktop.models.rechten import Rol
from desktop.models.tekst import Tekst
from desktop.models.vervolg import Vervolg

PLAN_ADVIES = "Directeur › Calamiteiten › Algemeen advies"
PLAN_VERVOLG = "Directeur › Calamiteiten › Vervolg en evaluatie"
EVALUATIE_NA = timedelta(days=28)
"""When a calamity that nobody closed asks to be evaluated. The plan says 'when the unrest is over' and no term."""


class Omvang(Keuze):
    """How large it is or may become. Plan: estimated together with the directeur-bestuurder."""

    KLEIN = "klein", "Klein: alleen direct betrokkenen"
    GROOT = "groot", "Groot: ook indirect betrokkenen, of dat dreigt"


class CrisisRol(Keuze):
    """Who belongs in the crisis team of a large calamity. Plan, general advice."""

    BESTUUR = "bestuur", "Bestuur"
    JURIDISCH = "juridisch", "Juridische kennis"
    DIRECTEUR = "directeur", "Directeur"
    LEERKRACHT = "leerkracht", "Leerkracht van de groep"
    EXTERN = "extern", "Externe deskundige"
    ANDERS = "anders", "Anders"


VASTE_LEDEN = (CrisisRol.BESTUUR, CrisisRol.JURIDISCH, CrisisRol.DIRECTEUR, CrisisRol.LEERKRACHT)
"""Who is always in it; external experts where wished."""


class Crisislid(Rij):
    """A member of the crisis team, with the task that he took and where he is reached."""

    rol: Annotated[CrisisRol | None, Veld("Rol", breed=3, verplicht="bewaren", zoek="")] = None
    naam: Annotated[Tekst, Veld("Naam", breed=3, namen=True, zoek="naam")] = ""
    taak: Annotated[Tekst, Veld("Taak", breed=3)] = ""
    telefoon: Annotated[Tekst, Veld("Telefoon", breed=3, zoek="")] = ""


class Calamiteit(Record):
    """The head of a calamity. Its log, action plan and communication are records of their own that point at it."""

    KIND = "calamiteit"
    NAAM = "Calamiteit"
    PERSOONLIJK = True
    GROEPEN = ("Calamiteit", "Omvang", "Leiding", "Crisisteam", "Betrokkenen")

    kort: Annotated[
        Tekst,
        Veld("Wat is er aan de hand", groep="Calamiteit", hulp="In een paar woorden.", verplicht="bewaren", namen=True,
             zoek="titel"),
    ] = ""  # fmt: skip
    begonnen_op: Annotated[date | None, Veld("Begonnen op", groep="Calamiteit", breed=5, verplicht="bewaren")] = None
    begonnen_om: Annotated[time | None, Veld("Om", groep="Calamiteit", breed=3)] = None
    omvang: Annotated[
        Omvang | None,
        Veld(
            "Hoe groot is of wordt dit",
            groep="Omvang",
            hulp="Weeg dit samen met de directeur-bestuurder. Het kan snel groter worden.",
            plan=PLAN_ADVIES,
        ),
    ] = None
    bestuurder_op: Annotated[date | None, Veld("Directeur-bestuurder ingelicht op", groep="Omvang", breed=5)] = None
    bestuurder_om: Annotated[time | None, Veld("Om", groep="Omvang", breed=3)] = None
    bestuurder_door: Annotated[Tekst, Veld("Door", groep="Omvang", breed=4, namen=True)] = ""
    ggd: Annotated[
        Tekst, Veld("Adviesteam van de GGD gebeld", groep="Omvang", hulp="Wanneer, en wat adviseerden zij.", namen=True)
    ] = ""
    leiding: Annotated[
        Tekst,
        Veld(
            "Wie leidt de calamiteit",
            groep="Leiding",
            hulp="De leiding van de calamiteit kan de directeur niet overdragen.",
            namen=True,
            breed=6,
            plan=PLAN_ADVIES,
        ),
    ] = ""
    school_loopt: Annotated[
        Tekst, Veld("Wie leidt intussen de school", groep="Leiding", namen=True, breed=6, plan=PLAN_ADVIES)
    ] = ""
    aanspreekpunt: Annotated[
        Tekst,
        Veld(
            "Aanspreekpunt voor ouders",
            groep="Leiding",
            hulp="Eén persoon, bij voorkeur de directeur.",
            namen=True,
            breed=6,
        ),
    ] = ""
    media: Annotated[
        Tekst,
        Veld("Wie spreekt met de media", groep="Leiding", hulp="Het bestuur, tenzij anders afgesproken.", breed=6),
    ] = "Het bestuur"
    administratie: Annotated[Tekst, Veld("Administratieve hulp", groep="Leiding", namen=True, breed=6)] = ""
    communicatie: Annotated[Tekst, Veld("Hulp bij communicatie", groep="Leiding", namen=True, breed=6)] = ""
    crisisteam: Annotated[
        tuple[Crisislid, ...],
        Veld(
            "Crisisteam",
            groep="Crisisteam",
            hulp="Bij een grote calamiteit: bestuur, juridische kennis, directeur en de leerkracht van de groep.",
            plan=PLAN_ADVIES,
        ),
    ] = ()
    betrokkenen: Annotated[tuple[Betrokkene, ...], Veld("Betrokkenen", groep="Betrokkenen")] = ()
    stukken: tuple[UUID, ...] = ()
    """Reports and other records that belong to it; never copied."""

    def titel(self) -> str:
        """Return what it is about."""
        return self.kort or self.NAAM

    def begonnen(self) -> datetime | None:
        """Return when it began, local and naive; midnight where no time is known."""
        return datetime.combine(self.begonnen_op, self.begonnen_om or time()) if self.begonnen_op else None

    def event_at(self) -> datetime | None:
        """Return when it began."""
        return self.begonnen()

    def links(self) -> Sequence[tuple[UUID, str]]:
        """It stands with those involved and points at its records."""
        mensen = [(b.wie.persoon, "betrokken") for b in self.betrokkenen if b.wie is not None and b.wie.persoon]
        return (*dict.fromkeys(mensen), *((s, "stuk") for s in self.stukken))

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """Telling the directeur-bestuurder is due at once; evaluating once nobody has closed it for four weeks."""
        if state == "ingetrokken" or self.begonnen_op is None or is_dicht(followups):
            return ()
        rol, dag = Rol.DIRECTEUR.value, self.begonnen_op
        evaluatie = Due(item="evaluatie", kind="calamiteit_evaluatie", role=rol, due_on=dag + EVALUATIE_NA)
        if self.bestuurder_op is not None:
            return (evaluatie,)
        return (Due(item="bestuurder", kind="bestuurder_inlichten", role=rol, due_on=dag), evaluatie)

    def ontbreekt_in_team(self) -> tuple[CrisisRol, ...]:
        """Return who is missing from the crisis team of a large calamity; () for a small one."""
        if self.omvang is not Omvang.GROOT:
            return ()
        aanwezig = {lid.rol for lid in self.crisisteam}
        return tuple(rol for rol in VASTE_LEDEN if rol not in aanwezig)


class Beleid(Keuze):
    """Whether the plan is changed. Also 'no' is a decision."""

    GEEN = "geen", "Geen wijziging nodig"
    WIJZIGEN = "wijzigen", "Het beleid wordt aangepast"


_GEEVALUEERD = (Als("geevalueerd", (True,)),)
_NIET = (Als("geevalueerd", (False,)),)


class CalamiteitSlot(Vervolg):
    """Closing a calamity: its evaluation, or the reason why there is none. Withdrawing this opens it again."""

    KIND = "calamiteitslot"
    NAAM = "Evaluatie en afsluiting"

    geevalueerd: Annotated[
        bool | None,
        Veld("Is de calamiteit geëvalueerd?", verplicht="bewaren", hulp="Als de onrust voorbij is.", plan=PLAN_VERVOLG),
    ] = None
    waarom_niet: Annotated[Tekst, Veld("Waarom niet", lang=True, verplicht="bewaren", toon=_NIET)] = ""
    met: Annotated[Tekst, Veld("Met wie", namen=True, breed=6, toon=_GEEVALUEERD, verplicht="bewaren")] = ""
    externen: Annotated[
        Tekst,
        Veld("Welke externen keken mee", hulp="Zij kunnen objectief meekijken.", breed=6, toon=_GEEVALUEERD),
    ] = ""
    stappen: Annotated[
        Tekst,
        Veld(
            "Wat ging goed en wat niet, bij de stappen", lang=True, namen=True, toon=_GEEVALUEERD, verplicht="bewaren"
        ),
    ] = ""
    besluiten: Annotated[Tekst, Veld("En bij de besluiten", lang=True, namen=True, toon=_GEEVALUEERD)] = ""
    beleid: Annotated[Beleid | None, Veld("Het plan", toon=_GEEVALUEERD, verplicht="bewaren", plan=PLAN_VERVOLG)] = None
    wijzigingen: Annotated[
        Tekst,
        Veld("Wat verandert er in het plan", lang=True, toon=(Als("beleid", ("wijzigen",)),), verplicht="bewaren"),
    ] = ""
    nazorg: Annotated[Tekst, Veld("Wie houdt nog contact met wie", lang=True, namen=True)] = ""

    def titel(self) -> str:
        """Return whether it was evaluated."""
        return "Geëvalueerd en afgesloten" if self.geevalueerd else "Afgesloten zonder evaluatie"

    def regels(self, today: date) -> Sequence[Problem]:
        """No evaluation is a decision with a sentence behind it."""
        if self.geevalueerd is False and len(self.waarom_niet.strip()) < 10:
            return (Problem(("waarom_niet",), "Schrijf in een zin waarom er geen evaluatie komt.", "bewaren"),)
        return ()


def is_dicht(vervolg: Sequence[Record]) -> bool:
    """Whether a calamity is closed, given what follows it (nothing withdrawn)."""
    return any(isinstance(f, CalamiteitSlot) for f in vervolg)
