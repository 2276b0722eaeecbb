"""Consultation about a pupil: colleagues, the OT, outsiders, a linked school; and advice given to another school."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Bijlage, Due, Keuze, Problem, Record, Rij, State, Veld, Wie
from desktop.models.dossierdelen import afspraken_open, ligt_voor
from desktop.models.gespreksverslag import Afspraak
from desktop.models.rechten import Rol
from desktop.models.tekst import Tekst
from desktop.models.vervolg import AfspraakGedaan
from desktop.models.vooroverleg import betreft

_PLAN = "Intern begeleider › Overleg"
_PLAN_HGKM = "Intern begeleider › Overleg HGKM"


class OverlegSoort(Keuze):
    """The kinds of consultation the plan knows."""

    COLLEGAS = "collegas", "Met collega's"
    INTERN = "intern", "Met de intern begeleider"
    EXTERN = "extern", "Met een externe professional"
    OT = "ot", "Ondersteuningsteam (OT)"
    INGELAST = "ingelast", "Ingelast casuïstiekoverleg"
    AF = "af", "Met de aandachtsfunctionaris van een gekoppelde school"


_OT = (Als("soort", ("ot", "ingelast")),)
_BUITEN = (Als("soort", ("ot", "ingelast", "extern", "af")),)


class Deelnemer(Rij):
    """Someone who took part."""

    naam: Annotated[Tekst, Veld("Naam", namen=True, breed=6, verplicht="vaststellen", zoek="")] = ""
    rol: Annotated[Tekst, Veld("Rol", hulp="Bijvoorbeeld: onderwijsspecialist.", breed=6, verplicht="vaststellen")] = ""


class Overleg(Record):
    """What was consulted about a pupil, with whom, and what came of it."""

    KIND = "overleg"
    NAAM = "Overleg"
    PERSOONLIJK = True
    VASTSTELLEN = True
    GROEPEN = ("Overleg", "Ouders en leerling", "Inhoud", "Afspraken", "Bijlagen")

    leerling: Wie
    dossier: UUID | None = None
    """The meldcode dossier that it belongs to."""
    soort: Annotated[
        OverlegSoort | None, Veld("Soort overleg", groep="Overleg", verplicht="bewaren", zoek="titel", breed=7)
    ] = None
    datum: Annotated[date | None, Veld("Datum", groep="Overleg", breed=5, verplicht="bewaren")] = None
    onderwerp: Annotated[Tekst, Veld("Onderwerp", groep="Overleg", verplicht="vaststellen", zoek="titel")] = ""
    deelnemers: Annotated[
        tuple[Deelnemer, ...],
        Veld(
            "Deelnemers",
            groep="Overleg",
            hulp="Bij het OT: intern begeleider, ouders, leerkracht en meestal de onderwijsspecialist.",
            plan=_PLAN,
            verplicht="vaststellen",
        ),
    ] = ()
    anoniem: Annotated[
        bool | None,
        Veld(
            "Is de leerling anoniem besproken?",
            groep="Ouders en leerling",
            plan=_PLAN,
            verplicht="vaststellen",
            toon=_BUITEN,
        ),
    ] = None
    ouders_erbij: Annotated[
        bool | None, Veld("Waren ouders erbij?", groep="Ouders en leerling", breed=6, toon=_OT, plan=_PLAN)
    ] = None
    toestemming: Annotated[
        bool | None,
        Veld("Gaven ouders toestemming?", groep="Ouders en leerling", breed=6, toon=_BUITEN, plan=_PLAN),
    ] = None
    groeidocument: Annotated[
        bool | None,
        Veld("Groeidocument", groep="Ouders en leerling", breed=6, toon=_OT, hulp="De intern begeleider beslist dit."),
    ] = None
    leerling_op: Annotated[
        date | None,
        Veld("Leerling ingelicht over het besluit op", groep="Ouders en leerling", breed=6, toon=_OT, plan=_PLAN),
    ] = None
    inhoud: Annotated[
        Tekst, Veld("Wat is besproken", groep="Inhoud", lang=True, verplicht="vaststellen", plan=_PLAN)
    ] = ""
    analyse: Annotated[Tekst, Veld("Analyse", groep="Inhoud", lang=True, plan=_PLAN)] = ""
    advies: Annotated[
        Tekst,
        Veld("Advies", groep="Inhoud", lang=True, toon=(Als("soort", ("extern", "af")),), plan=_PLAN_HGKM),
    ] = ""
    plan_van_aanpak: Annotated[Tekst, Veld("Plan van aanpak", groep="Inhoud", lang=True, plan=_PLAN)] = ""
    besluit: Annotated[Tekst, Veld("Besluit", groep="Inhoud", lang=True)] = ""
    afspraken: Annotated[tuple[Afspraak, ...], Veld("Afspraken", groep="Afspraken")] = ()
    evaluatie: Annotated[date | None, Veld("Evaluatie op", groep="Afspraken", breed=5)] = None
    bijlagen: Annotated[tuple[Bijlage, ...], Veld("Bijlagen", groep="Bijlagen")] = ()

    def titel(self) -> str:
        """Return the subject, or the kind of consultation."""
        return self.onderwerp or (self.soort.label if self.soort else self.NAAM)

    def detail(self) -> str:
        """Return the kind of consultation."""
        return self.soort.label if self.soort else ""

    def event_at(self) -> datetime | None:
        """Return the day it was held."""
        return datetime.combine(self.datum, time()) if self.datum else None

    def parent(self) -> UUID | None:
        """It belongs to its meldcode dossier, where it has one."""
        return self.dossier

    def links(self) -> Sequence[tuple[UUID, str]]:
        """It stands with the pupil, also where it was discussed anonymously: the vault is the school's own."""
        return betreft(self.leerling)

    def blobs(self) -> Sequence[tuple[UUID, str]]:
        """Attachments go with it."""
        return tuple((b.blob, "bijlage") for b in self.bijlagen)

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """Agreements with a date, and the evaluation."""
        if state == "ingetrokken":
            return ()
        gedaan = {f.afspraak for f in followups if isinstance(f, AfspraakGedaan)}
        return tuple(afspraken_open(self.afspraken, gedaan, Rol.IB.value))

    def regels(self, today: date) -> Sequence[Problem]:
        """Plan (OT): without the parents, or without their consent, a pupil is discussed anonymously."""
        problems: list[Problem] = []
        if self.datum and self.datum > today:
            problems.append(Problem(("datum",), "Dit overleg moet nog komen. Leg het daarna vast."))
        met_anderen = self.soort not in (OverlegSoort.COLLEGAS, OverlegSoort.INTERN, None)
        if met_anderen and self.anoniem is False and self.ouders_erbij is not True and self.toestemming is not True:
            zin = "Zonder ouders erbij en zonder hun toestemming bespreek je een leerling anoniem."
            problems.append(Problem(("anoniem",), zin))
        problems += ligt_voor(self.afspraken, self.datum, "Deze datum ligt vóór het overleg.")
        return problems


class AdviesGegeven(Record):
    """Advice of our aandachtsfunctionaris to another school: no pupil of ours, and nothing that names one of theirs."""

    KIND = "adviesgegeven"
    NAAM = "Advies aan een andere school"
    PERSOONLIJK = True
    VASTSTELLEN = True

    school: Annotated[Tekst, Veld("School", verplicht="vaststellen", zoek="titel", breed=7)] = ""
    datum: Annotated[date | None, Veld("Datum", verplicht="bewaren", breed=5)] = None
    gevraagd_door: Annotated[Tekst, Veld("Gevraagd door (functie)", breed=7)] = ""
    vraag: Annotated[
        Tekst,
        Veld(
            "Wat was de vraag",
            lang=True,
            hulp="Zonder namen of geboortedata: het is een leerling van een andere school.",
            plan="Aandachtsfunctionaris",
            verplicht="vaststellen",
        ),
    ] = ""
    advies: Annotated[Tekst, Veld("Welk advies gaf je", lang=True, verplicht="vaststellen")] = ""
    terug_op: Annotated[date | None, Veld("Komt erop terug op", breed=5)] = None

    def titel(self) -> str:
        """Return which school it was for."""
        return self.school or self.NAAM

    def event_at(self) -> datetime | None:
        """Return the day of the advice."""
        return datetime.combine(self.datum, time()) if self.datum else None
