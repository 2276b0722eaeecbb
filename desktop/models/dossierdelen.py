"""Parts that several records of a dossier share: marked passages, persons in a role, contacts, the body map."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Due, Keuze, Problem, Rij, Values, Veld, Wie
from desktop.models.gespreksverslag import Afspraak
from desktop.models.tekst import Tekst


class PassageSoort(Keuze):
    """How sure a passage is. Plan: facts apart from opinion, hearsay and the child's own words."""

    FEIT = "feit", "Feit"
    MENING = "mening", "Mening of vermoeden"
    HOREN_ZEGGEN = "horen_zeggen", "Van horen zeggen"
    KIND = "kind", "Woorden van het kind"


_VAN_EEN_ANDER = (Als("soort", ("mening", "horen_zeggen")),)
_HOREN = (Als("soort", ("horen_zeggen",)),)


class Passage(Rij):
    """One passage with its mark; what comes from a third party names that source and whether it may be kept."""

    soort: Annotated[PassageSoort | None, Veld("Soort", breed=5, verplicht="vaststellen", zoek="")] = None
    bron: Annotated[
        Tekst,
        Veld(
            "Van wie",
            hulp="Naam of rol van de bron.",
            namen=True,
            breed=7,
            verplicht="vaststellen",
            toon=_VAN_EEN_ANDER,
        ),
    ] = ""
    toestemming: Annotated[
        bool | None,
        Veld(
            "Mag dit van de bron worden vastgelegd?",
            hulp="Bij nee wordt deze tekst niet bewaard, ook niet als concept.",
            verplicht="vaststellen",
            toon=_HOREN,
        ),
    ] = None
    tekst: Annotated[Tekst, Veld("Tekst", lang=True, namen=True, verplicht="vaststellen")] = ""


class BetrokkenRol(Keuze):
    """The part that someone had; it belongs to the link and not to the person."""

    SLACHTOFFER = "slachtoffer", "Slachtoffer"
    PLEGER = "pleger", "(Vermoedelijk) pleger"
    GETUIGE = "getuige", "Getuige"
    BROER_ZUS = "broer_zus", "Broer of zus"
    ANDERS = "anders", "Anders betrokken"


class Betrokkene(Rij):
    """Someone with a part in it."""

    wie: Annotated[Wie | None, Veld("Wie", breed=7, verplicht="vaststellen", zoek="naam")] = None
    rol: Annotated[BetrokkenRol | None, Veld("In welke rol", breed=5, verplicht="vaststellen", zoek="")] = None


class Contact(Rij):
    """One contact about it."""

    met: Annotated[Tekst, Veld("Met wie", namen=True, breed=3, verplicht="vaststellen")] = ""
    op: Annotated[date | None, Veld("Wanneer", breed=3, verplicht="vaststellen")] = None
    wat: Annotated[Tekst, Veld("Wat is gezegd", namen=True, breed=6)] = ""


class Kant(Keuze):
    """Which side of the body."""

    VOOR = "voor", "Voorkant"
    ACHTER = "achter", "Achterkant"


class Letsel(Rij):
    """One mark on the body map: a side, a place in thousandths of the drawing from its top left, and what was seen."""

    kant: Annotated[Kant | None, Veld("Kant", breed=3, zoek="")] = None
    plek: Annotated[Tekst, Veld("Plek op het lichaam", hulp="In woorden, bijvoorbeeld: linker bovenarm.", breed=4)] = ""
    wat: Annotated[Tekst, Veld("Wat is te zien", hulp="Grootte, kleur, vorm.", breed=5, verplicht="vaststellen")] = ""
    x: int | None = None
    y: int | None = None


def zonder_toestemming(values: Values) -> Values:
    """Return form values in which no passage stands whose source refused: the row stays, its text and source go.

    Plan (tips dossiervorming): what a source does not consent to may not be kept or used.
    """
    passages = values.get("passages")
    if not isinstance(passages, list):
        return values
    schoon = [
        {**rij, "tekst": "", "bron": ""} if isinstance(rij, dict) and rij.get("toestemming") is False else rij
        for rij in passages
    ]
    return values if schoon == passages else {**values, "passages": schoon}


def afspraken_open(afspraken: Sequence[Afspraak], gedaan: Collection[UUID], rol: str) -> Iterator[Due]:
    """Yield the agreements that have a date and are not done."""
    for afspraak in afspraken:
        if afspraak.uiterlijk and afspraak.rij not in gedaan:
            yield Due(item=str(afspraak.rij), kind="afspraak", role=rol, due_on=afspraak.uiterlijk)


def ligt_voor(afspraken: Sequence[Afspraak], datum: date | None, zin: str) -> Iterator[Problem]:
    """Yield a problem for each agreement that would be due before the day it was made."""
    for n, afspraak in enumerate(afspraken):
        if afspraak.uiterlijk and datum and afspraak.uiterlijk < datum:
            yield Problem(("afspraken", n, "uiterlijk"), zin)
