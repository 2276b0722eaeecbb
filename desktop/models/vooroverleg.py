"""What an HGKM concern asks before any talk, and when it holds the talk with parents back."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Keuze, Record, Values, Veld, Wie
from desktop.models.tekst import Tekst

PLAN_HGKM = "Intern begeleider › Gesprek ouders HGKM"
VEILIG_THUIS = "0800-2000"
"""The one national number, free of charge, day and night. Plan: sociale kaart, Veilig Thuis."""


class SoortGesprek(Keuze):
    """The kinds of conversation the plan knows."""

    STRUCTUREEL = "structureel", "Structureel gesprek"
    ZORG = "zorg", "Gesprek bij zorgen"
    HGKM = "hgkm", "Zorggesprek huiselijk geweld of kindermishandeling"
    OT = "ot", "Ondersteuningsteam (OT)"
    CALAMITEIT = "calamiteit", "Gesprek bij een calamiteit"
    LEERLING = "leerling", "Gesprek met de leerling"


class Gevaar(Keuze):
    """Grounds to leave parents out at first. Plan names the first two as examples; a third needs a reason."""

    EERGERELATEERD = "eergerelateerd", "(Vermoeden van) eergerelateerd geweld"
    DISCLOSURE = "disclosure", "Disclosure: de leerling vertelde er zelf over"
    ANDERS = "anders", "Een andere concrete aanwijzing"


class Doorgang(Keuze):
    """What was decided together with Veilig Thuis about the talk with parents."""

    DOOR = "door", "Het gesprek met ouders gaat door"
    LATER = "later", "Het gesprek met ouders komt later"
    NIET = "niet", "Geen gesprek met ouders vooraf"


HGKM = (Als("soort", ("hgkm",)),)
# A talk with the pupil about HGKM is agreed beforehand too (plan, talk with the pupil); only the report has that kind.
_LEERLING_HGKM = (Als("soort", ("leerling",)), Als("leerling_hgkm", (True,)))
_HGKM_GEVAAR = (*HGKM, Als("gevaar", (True,)))


class MetVooroverleg(Record):
    """What an HGKM concern asks before any talk; shared by the invitation and the report."""

    soort: Annotated[
        SoortGesprek | None,
        Veld(
            "Soort gesprek",
            groep="Gesprek",
            verplicht="bewaren",
            zoek="titel",
            hulp="Bepaalt wat er nog gevraagd wordt.",
        ),
    ] = None
    af_wie: Annotated[
        Tekst,
        Veld(
            "Vooraf afgestemd met de aandachtsfunctionaris: wie",
            groep="Vooraf",
            namen=True,
            hulp="Afstemmen gebeurt vóór het gesprek, ook vóór een gesprek met de leerling.",
            plan=PLAN_HGKM,
            breed=7,
            verplicht="vaststellen",
            toon=HGKM,
            ook=_LEERLING_HGKM,
        ),
    ] = ""
    af_datum: Annotated[
        date | None,
        Veld("Afgestemd op", groep="Vooraf", breed=5, verplicht="vaststellen", toon=HGKM, ook=_LEERLING_HGKM),
    ] = None
    gevaar: Annotated[
        bool | None,
        Veld(
            "Zijn er concrete aanwijzingen dat het gesprek iemand in gevaar brengt?",
            groep="Vooraf",
            hulp="Denk aan de leerling, een broer of zus, een ouder, een collega.",
            tips=(
                "Eergerelateerd geweld en disclosure zijn voorbeelden, geen volledige lijst.",
                "Bij ja: bel direct Veilig Thuis, samen met de aandachtsfunctionaris. Nodig ouders nog niet uit.",
            ),
            plan=PLAN_HGKM,
            verplicht="vaststellen",
            toon=HGKM,
        ),
    ] = None
    gevaar_gronden: Annotated[
        tuple[Gevaar, ...],
        Veld("Welke aanwijzingen", groep="Vooraf", verplicht="vaststellen", toon=_HGKM_GEVAAR, plan=PLAN_HGKM),
    ] = ()
    gevaar_reden: Annotated[
        Tekst,
        Veld(
            "Welke aanwijzing, en waarom gevaarlijk",
            groep="Vooraf",
            lang=True,
            verplicht="vaststellen",
            toon=(*_HGKM_GEVAAR, Als("gevaar_gronden", ("anders",))),
        ),
    ] = ""
    vt_wie: Annotated[
        Tekst,
        Veld(
            "Wie van Veilig Thuis gesproken",
            groep="Vooraf",
            namen=True,
            breed=7,
            verplicht="vaststellen",
            toon=_HGKM_GEVAAR,
        ),
    ] = ""
    vt_datum: Annotated[
        date | None, Veld("Gesproken op", groep="Vooraf", breed=5, verplicht="vaststellen", toon=_HGKM_GEVAAR)
    ] = None
    vt_besluit: Annotated[
        Tekst,
        Veld(
            "Wat is met Veilig Thuis besloten",
            groep="Vooraf",
            lang=True,
            hulp="Ook als het besluit is: nu met ouders praten.",
            verplicht="vaststellen",
            toon=_HGKM_GEVAAR,
            plan=PLAN_HGKM,
        ),
    ] = ""
    vt_doorgang: Annotated[
        Doorgang | None,
        Veld("Gaat het gesprek met ouders door?", groep="Vooraf", verplicht="vaststellen", toon=_HGKM_GEVAAR),
    ] = None

    def detail(self) -> str:
        """Return the kind of talk: what a list shows beside the subject."""
        return self.soort.label if self.soort else ""


def ingehouden(values: Values) -> str:
    """Return why the talk with parents is held back, as a Dutch text; '' when it may go on.

    Plan (talk with parents at HGKM, exception): with concrete signs of danger to anyone involved Veilig Thuis is called
    first, and what is decided with them (also: talk now) is recorded. Takes form values, so it works while typing.
    """
    if values.get("soort") != SoortGesprek.HGKM.value or values.get("gevaar") is not True:
        return ""
    if not all(values.get(naam) for naam in ("vt_wie", "vt_datum", "vt_besluit", "vt_doorgang")):
        return (
            "Het gesprek met ouders wordt nog niet gevoerd, omdat het iemand in gevaar kan brengen. "
            f"Bel Veilig Thuis ({VEILIG_THUIS}) en vul in wat samen is besloten; daarna kun je verder."
        )
    if values.get("vt_doorgang") != Doorgang.DOOR.value:
        return (
            "Met Veilig Thuis is besloten dat het gesprek met ouders nu niet doorgaat. "
            "Bewaar dit als concept: het blijft bij je openstaande werk staan. "
            "Wordt het besluit anders, pas het dan hier aan; daarna kun je verder."
        )
    return ""


def betreft(leerling: Wie) -> tuple[tuple[UUID, str], ...]:
    """Return the link of a record to the pupil it is about."""
    return ((leerling.persoon, "betreft"),) if leerling.persoon else ()
