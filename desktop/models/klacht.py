"""A complaint that came to the interne vertrouwenspersoon; meant for a vault of its own. velden 14."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Bijlage, Due, Keuze, Problem, Record, State, Veld
from desktop.models.gespreksverslag import Afspraak
from desktop.models.rechten import Rol
from desktop.models.tekst import Tekst
from desktop.models.vervolg import verder

PLAN_KLACHT = "Vertrouwenspersoon › Klachten"


class Klager(Keuze):
    """Who complains; the tasks differ."""

    LEERLING = "leerling", "Leerling"
    OUDER = "ouder", "Ouder"
    MEDEWERKER = "medewerker", "Medewerker"


class Doorverwezen(Keuze):
    """To whom it went on."""

    NEE = "nee", "Niet doorverwezen"
    EXTERN = "extern", "Externe vertrouwenspersoon"
    BESTUUR = "bestuur", "Bestuur"
    INSPECTIE = "inspectie", "Vertrouwensinspecteur"


_LEERLING, _OUDER, _MEDEWERKER = (
    (Als("klager", ("leerling",)),),
    (Als("klager", ("ouder",)),),
    (Als("klager", ("medewerker",)),),
)


class Klacht(Record):
    """One complaint, from listening to whether it ended to satisfaction."""

    KIND = "klacht"
    NAAM = "Klacht"
    PERSOONLIJK = True
    VASTSTELLEN = True
    GROEPEN = ("Klacht", "Stappen", "Route", "Afloop")

    datum: Annotated[date | None, Veld("Gemeld op", groep="Klacht", breed=4, verplicht="bewaren")] = None
    klager: Annotated[Klager | None, Veld("Wie klaagt", groep="Klacht", breed=8, verplicht="vaststellen")] = None
    naam: Annotated[
        Tekst,
        Veld("Naam", groep="Klacht", hulp="Mag leeg blijven als de klager dat wil.", breed=6, namen=True, zoek="naam"),
    ] = ""
    over: Annotated[Tekst, Veld("Over wie of wat", groep="Klacht", breed=6, namen=True)] = ""
    klacht: Annotated[
        Tekst,
        Veld("De klacht", groep="Klacht", lang=True, namen=True, hulp="In de woorden van de klager.",
             verplicht="vaststellen", plan=PLAN_KLACHT),
    ] = ""  # fmt: skip
    gezet: Annotated[
        Tekst, Veld("Welke stappen zette de klager zelf al", groep="Stappen", lang=True, verplicht="vaststellen")
    ] = ""
    nog: Annotated[Tekst, Veld("Welke stappen kunnen nog", groep="Stappen", lang=True, verplicht="vaststellen")] = ""
    hulp: Annotated[
        Tekst, Veld("Welke hulp gaf je bij die stappen", groep="Stappen", lang=True, toon=_LEERLING, namen=True)
    ] = ""
    bij_gesprek: Annotated[Tekst, Veld("Bij welk gesprek was je erbij", groep="Stappen", toon=_LEERLING)] = ""
    ouders_op: Annotated[
        date | None, Veld("Contact met ouders op", groep="Stappen", breed=5, toon=_LEERLING, plan=PLAN_KLACHT)
    ] = None
    leerling_weet: Annotated[
        bool | None,
        Veld("Weet de leerling van dat contact?", groep="Stappen", breed=7, toon=_LEERLING, plan=PLAN_KLACHT),
    ] = None
    oplossing: Annotated[
        Tekst, Veld("Welke oplossing ziet de ouder", groep="Stappen", lang=True, toon=_OUDER, verplicht="vaststellen")
    ] = ""
    uitgelegd: Annotated[
        bool | None, Veld("Zijn de informele en formele stappen uitgelegd?", groep="Stappen", toon=_OUDER)
    ] = None
    formeel: Annotated[
        bool | None, Veld("Is gewezen op de formele klachtenregeling?", groep="Stappen", toon=_MEDEWERKER)
    ] = None
    over_directie: Annotated[
        bool | None,
        Veld(
            "Gaat de klacht over de directie?",
            groep="Route",
            hulp="Dan leg je hem bij het bestuur neer.",
            plan=PLAN_KLACHT,
        ),
    ] = None
    zedendelict: Annotated[
        bool | None,
        Veld(
            "Is er een vermoeden van een zedendelict door iemand die op school werkt?",
            groep="Route",
            hulp="Dan geldt geheimhouding niet: meld het meteen zelf bij het bestuur.",
        ),
    ] = None
    doorverwezen: Annotated[Doorverwezen | None, Veld("Doorverwezen naar", groep="Route", breed=6)] = None
    doorverwezen_op: Annotated[date | None, Veld("Op", groep="Route", breed=5)] = None
    afspraken: Annotated[tuple[Afspraak, ...], Veld("Afspraken", groep="Afloop")] = ()
    navraag_op: Annotated[date | None, Veld("Navragen op", groep="Afloop", breed=5)] = None
    tevreden: Annotated[
        bool | None, Veld("Is de klacht naar tevredenheid afgehandeld?", groep="Afloop", verplicht="vaststellen")
    ] = None
    afloop: Annotated[Tekst, Veld("Hoe liep het af", groep="Afloop", lang=True, namen=True)] = ""
    bijlagen: Annotated[tuple[Bijlage, ...], Veld("Bijlagen", groep="Afloop")] = ()

    def titel(self) -> str:
        """Return who complains, never the name."""
        return f"Klacht van een {self.klager.label.lower()}" if self.klager else self.NAAM

    def event_at(self) -> datetime | None:
        """Return the day it was told."""
        return datetime.combine(self.datum, time()) if self.datum else None

    def blobs(self) -> Sequence[tuple[UUID, str]]:
        """Attachments go with it."""
        return tuple((b.blob, "bijlage") for b in self.bijlagen)

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """Asking whether it was settled, while it is open."""
        if state != "concept" or self.navraag_op is None or verder(followups):
            return ()
        return (Due(item="navraag", kind="klacht", role=Rol.VERTROUWENSPERSOON.value, due_on=self.navraag_op),)

    def regels(self, today: date) -> Sequence[Problem]:
        """Where the plan sends a complaint, it goes; a pupil knows that parents were called."""
        problems = []
        if self.datum and self.datum > today:
            problems.append(Problem(("datum",), "Deze dag moet nog komen.", "bewaren"))
        naar_bestuur = self.over_directie or self.zedendelict
        if naar_bestuur and self.doorverwezen not in (Doorverwezen.BESTUUR, Doorverwezen.INSPECTIE):
            problems.append(Problem(("doorverwezen",), "Deze klacht hoort bij het bestuur. Leg hem daar neer."))
        if self.klager is Klager.LEERLING and self.ouders_op and self.leerling_weet is not True:
            zin = "Vertel de leerling dat je contact had met de ouders, en vul dat hier in."
            problems.append(Problem(("leerling_weet",), zin))
        return problems
