"""A request to see, correct or remove what stands in a dossier, with the answer in writing within four weeks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Bijlage, Due, Keuze, Problem, Record, State, Veld, Wie
from desktop.models.rechten import Rol
from desktop.models.tekst import Tekst
from desktop.models.termijnen import TERMIJNEN
from desktop.models.vervolg import verder
from desktop.models.vooroverleg import betreft

PLAN_CORRECTIE = "Meldcode › Wet meldcode en AVG"
TERMIJN = TERMIJNEN["correctie"].duur()
"""Within which the school answers in writing (plan; art. 12 AVG says one month)."""


class Verzoek(Keuze):
    """What is asked."""

    INZAGE = "inzage", "Inzage"
    CORRECTIE = "correctie", "Correctie of aanvulling"
    VERWIJDERING = "verwijdering", "Verwijdering"
    ZIENSWIJZE = "zienswijze", "Eigen zienswijze toevoegen"


class Besluit(Keuze):
    """What the school decided."""

    TOEGEWEZEN = "toegewezen", "Toegewezen"
    DEELS = "deels", "Deels toegewezen"
    AFGEWEZEN = "afgewezen", "Afgewezen"


_NIET_GEHEEL = (Als("besluit", ("deels", "afgewezen")),)


class Correctieverzoek(Record):
    """One request about a pupil's dossier; refusing asks for a reason, the answer is in writing."""

    KIND = "correctieverzoek"
    NAAM = "Verzoek over het dossier"
    PERSOONLIJK = True
    VASTSTELLEN = True
    GROEPEN = ("Verzoek", "Antwoord")

    leerling: Wie
    soort: Annotated[
        Verzoek | None, Veld("Wat wordt gevraagd", groep="Verzoek", verplicht="bewaren", plan=PLAN_CORRECTIE)
    ] = None
    van: Annotated[
        Wie | None, Veld("Van wie", groep="Verzoek", breed=7, verplicht="vaststellen", zoek="naam", namen=True)
    ] = None
    ontvangen_op: Annotated[date | None, Veld("Ontvangen op", groep="Verzoek", breed=5, verplicht="bewaren")] = None
    over: Annotated[
        Tekst, Veld("Over welk stuk", groep="Verzoek", hulp="Soort stuk en datum.", verplicht="vaststellen", namen=True)
    ] = ""
    wens: Annotated[
        Tekst,
        Veld("Wat wil de aanvrager", groep="Verzoek", hulp="In zijn of haar eigen woorden.", lang=True, namen=True,
             verplicht="vaststellen"),
    ] = ""  # fmt: skip
    besluit: Annotated[Besluit | None, Veld("Besluit", groep="Antwoord", verplicht="vaststellen")] = None
    reden: Annotated[
        Tekst,
        Veld(
            "Waarom niet of niet geheel",
            groep="Antwoord",
            lang=True,
            namen=True,
            toon=_NIET_GEHEEL,
            verplicht="vaststellen",
            plan=PLAN_CORRECTIE,
        ),
    ] = ""
    gedaan: Annotated[
        Tekst,
        Veld(
            "Wat is er gedaan",
            groep="Antwoord",
            hulp="Een vastgesteld stuk verandert niet: maak een aanvulling, of trek het in en maak een nieuw.",
            lang=True,
            namen=True,
            toon=(Als("besluit", ("toegewezen", "deels")),),
        ),
    ] = ""
    besloten_door: Annotated[
        Tekst, Veld("Besloten door", groep="Antwoord", breed=6, namen=True, verplicht="vaststellen")
    ] = ""
    antwoord_op: Annotated[
        date | None, Veld("Schriftelijk geantwoord op", groep="Antwoord", breed=5, verplicht="vaststellen")
    ] = None
    bijlagen: Annotated[tuple[Bijlage, ...], Veld("Bijlagen", groep="Antwoord")] = ()

    def titel(self) -> str:
        """Return what is asked."""
        return f"Verzoek: {self.soort.label.lower()}" if self.soort else self.NAAM

    def event_at(self) -> datetime | None:
        """Return the day it came in."""
        return datetime.combine(self.ontvangen_op, time()) if self.ontvangen_op else None

    def links(self) -> Sequence[tuple[UUID, str]]:
        """It stands with its pupil, and with who asked."""
        van = ((self.van.persoon, "aanvrager"),) if self.van and self.van.persoon else ()
        return (*betreft(self.leerling), *van)

    def blobs(self) -> Sequence[tuple[UUID, str]]:
        """Attachments go with it."""
        return tuple((b.blob, "bijlage") for b in self.bijlagen)

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """The answer, four weeks after it came in, until it is established."""
        if state != "concept" or self.ontvangen_op is None or verder(followups):
            return ()
        uiterlijk = self.ontvangen_op + TERMIJN
        return (Due(item="antwoord", kind="correctie", role=Rol.DIRECTEUR.value, due_on=uiterlijk),)

    def regels(self, today: date) -> Sequence[Problem]:
        """It came in, and it was answered after that."""
        problems = []
        for naam, dag in (("ontvangen_op", self.ontvangen_op), ("antwoord_op", self.antwoord_op)):
            if dag and dag > today:
                problems.append(Problem((naam,), "Deze dag moet nog komen.", "bewaren"))
        if self.ontvangen_op and self.antwoord_op and self.antwoord_op < self.ontvangen_op:
            problems.append(Problem(("antwoord_op",), "Deze dag ligt vóór de dag van ontvangst."))
        return problems
