"""The invitation: a planned conversation with one letter per parent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Problem, Rij, Veld, Wie
from desktop.models.tekst import Tekst
from desktop.models.vooroverleg import MetVooroverleg, SoortGesprek, betreft, ingehouden

OVERLEDEN = (
    "Deze leerling is overleden. De brief aan de ouders blijft liggen. Neem persoonlijk contact op, of schrijf op "
    "waarom de brief toch uitgaat."
)
MIN_REDEN = 10
"""Characters of a reason to send it all the same; the same measure as for withdrawing a record."""
_PLAN_OUDERS = "Intern begeleider › Gesprek ouders"


class Ontvanger(Rij):
    """A parent on the invitation list; someone without gezag is invited only with a reason, which is kept."""

    wie: Annotated[Wie, Veld("Ouder/verzorger", verplicht="bewaren", zoek="naam")]
    reden: Annotated[Tekst, Veld("Reden om zonder gezag uit te nodigen", lang=True)] = ""


class Uitnodiging(MetVooroverleg):
    """A planned conversation, one letter per parent. Plan: names the subject, who else comes, bring someone along."""

    KIND = "uitnodiging"
    NAAM = "Uitnodiging"
    PERSOONLIJK = True
    VASTSTELLEN = True
    GROEPEN = ("Gesprek", "Vooraf", "Wanneer", "Wie")

    leerling: Wie
    dossier: UUID | None = None
    """The case in which it was begun; it belongs to that case from its first storing."""
    overleden: bool | None = None
    """Whether the pupil has died, as the service knows it: then the letter is held back."""
    toch: Annotated[
        Tekst,
        Veld(
            "Waarom gaat deze brief toch uit",
            groep="Gesprek",
            lang=True,
            namen=True,
            hulp="Deze leerling is overleden. Zonder reden blijft de brief liggen. Ouders lezen de reden niet.",
            toon=(Als("overleden", (True,)),),
        ),
    ] = ""
    onderwerp: Annotated[
        Tekst,
        Veld(
            "Onderwerp",
            groep="Gesprek",
            hulp="Ouders lezen dit in de brief en bereiden zich ermee voor.",
            tips=("Noem het onderwerp gewoon en zonder oordeel.", "Geen namen van andere kinderen."),
            plan=_PLAN_OUDERS,
            verplicht="vaststellen",
            zoek="titel",
        ),
    ] = ""
    datum: Annotated[date | None, Veld("Datum", groep="Wanneer", breed=5, verplicht="vaststellen")] = None
    tijd: Annotated[time | None, Veld("Tijd", groep="Wanneer", breed=3, verplicht="vaststellen")] = None
    tijd_tot: Annotated[time | None, Veld("Tot", groep="Wanneer", breed=4)] = None
    plaats: Annotated[Tekst, Veld("Plaats", groep="Wanneer", breed=12, verplicht="vaststellen")] = ""
    ontvangers: Annotated[
        tuple[Ontvanger, ...],
        Veld(
            "Wie nodigen we uit",
            groep="Wie",
            hulp="Beide ouders met gezag krijgen dezelfde uitnodiging, ieder een eigen brief.",
            plan=_PLAN_OUDERS,
            verplicht="vaststellen",
        ),
    ] = ()
    ook_aanwezig: Annotated[
        tuple[Wie, ...],
        Veld(
            "Wie is er van school nog meer bij",
            groep="Wie",
            hulp="Ook de aandachtsfunctionaris of directeur, als die ondersteunt.",
            plan=_PLAN_OUDERS,
        ),
    ] = ()
    toelichting: Annotated[Tekst, Veld("Extra tekst in de brief", groep="Wie", lang=True)] = ""
    ondertekenaar: Annotated[Tekst, Veld("Brief ondertekend door", groep="Wie", breed=7)] = ""
    ondertekenaar_functie: Annotated[Tekst, Veld("Functie", groep="Wie", breed=5)] = ""

    def titel(self) -> str:
        """Return the subject."""
        return f"Uitnodiging: {self.onderwerp}" if self.onderwerp else "Uitnodiging"

    def event_at(self) -> datetime | None:
        """Return when the talk is planned."""
        return datetime.combine(self.datum, self.tijd or time()) if self.datum else None

    def parent(self) -> UUID | None:
        """It belongs to the case in which it was begun, where there is one."""
        return self.dossier

    def links(self) -> Sequence[tuple[UUID, str]]:
        """It stands with the pupil and with each invited parent."""
        ouders = tuple((o.wie.persoon, "ouder") for o in self.ontvangers if o.wie.persoon)
        return (*betreft(self.leerling), *dict.fromkeys(ouders))

    def regels(self, today: date) -> Sequence[Problem]:
        """Held back at danger; without gezag only with a reason; ends after it begins."""
        problems: list[Problem] = []
        reden = ingehouden(self.model_dump(mode="json"))
        if reden:
            problems.append(Problem(("gevaar",), reden))
        if self.overleden and len(self.toch.strip()) < MIN_REDEN:
            problems.append(Problem(("toch",), OVERLEDEN))
        for n, ontvanger in enumerate(self.ontvangers):
            if ontvanger.wie.gezag != "ja" and not ontvanger.reden.strip():
                problems.append(Problem(("ontvangers", n, "reden"), zonder_gezag(ontvanger.wie)))
        if self.tijd and self.tijd_tot and self.tijd_tot <= self.tijd:
            problems.append(Problem(("tijd_tot",), "Het einde ligt vóór het begin.", "bewaren"))
        if self.soort is SoortGesprek.LEERLING:
            problems.append(
                Problem(("soort",), "Voor een gesprek met de leerling gaat er geen uitnodiging naar ouders.")
            )
        return problems


def zonder_gezag(wie: Wie) -> str:
    """Return the warning for inviting someone whose gezag is not 'ja', with what can be done."""
    feit = "heeft geen gezag" if wie.gezag == "nee" else "heeft op de gezagskaart (nog) geen gezag staan"
    return (
        f"{wie.naam} {feit}. Zonder gezag is er wel recht op belangrijke informatie, op verzoek, maar geen vanzelf"
        "sprekende uitnodiging. Haal de naam weg, pas de gezagskaart aan of schrijf op waarom je toch uitnodigt."
    )
