"""What a search shows, line by line: headings, hits with the passage that matches, and what was meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop.models.vinden import Handeling, Vondst, Vondsten, Vondstgroep, bedoeld
from desktop.models.woorden import zonder_merken
from desktop.views.navigatie import Plek

_ICOON = {
    Vondstgroep.DOEN: "arrow-right",
    Vondstgroep.PLAN: "file-text",
    Vondstgroep.PROTOCOLLEN: "list-numbers",
    Vondstgroep.BEGRIPPEN: "info",
    Vondstgroep.KAART: "phone",
    Vondstgroep.HANDLEIDING: "book-open",
}


@dataclass(frozen=True, slots=True)
class Trefferrij:
    """One line: `doel` is what choosing it gives back, None for what cannot be chosen (a heading, a remark).

    `fragment` has matches between U+0002 and U+0003; `rechts` stands at the end of the line (a count, a state).
    """

    soort: Literal["kop", "melding", "treffer"]
    titel: str
    doel: object = None
    regel: str = ""
    fragment: str = ""
    icoon: str = ""
    rechts: str = ""

    def voorgelezen(self) -> str:
        """Return the line as a screen reader says it."""
        delen = (self.titel, self.regel, zonder_merken(self.fragment)[0], self.rechts)
        return ", ".join(deel for deel in delen if deel)


@dataclass(frozen=True, slots=True)
class Doe:
    """What a line of the group 'Doen' gives back: the key of the action."""

    sleutel: str


def doel_van(vondst: Vondst, woorden: str) -> object:
    """Return the place that a hit leads to; a page of the plan with the words that were asked for."""
    if vondst.bron == "plan":
        return Plek("plan", extra=f"{vondst.sleutel}?{woorden}")
    if vondst.bron == "kaart":
        return Plek("sociale-kaart", extra=vondst.sleutel)
    if vondst.bron == "doen":
        return Doe(vondst.sleutel)
    return Plek(vondst.bron, extra=vondst.sleutel)


def vondst_rijen(
    vondsten: Vondsten,
    woorden: str,
    handeling: Callable[[str], Handeling | None],
    alleen: Vondstgroep | None = None,
) -> list[Trefferrij]:
    """Return what was found outside the vault, each group under its heading, with what was meant above it."""
    if alleen is not None and alleen not in vondsten.groepen:
        return []
    rijen = melding(bedoeld(vondsten.hersteld))
    for groep, treffers in vondsten.groepen.items():
        if alleen not in (None, groep):
            continue
        rijen.append(Trefferrij("kop", groep.label, rechts=str(vondsten.aantal[groep])))
        for vondst in treffers:
            actie = handeling(vondst.sleutel) if vondst.bron == "doen" else None
            icoon = actie.icoon if actie is not None else _ICOON[groep]
            doel = doel_van(vondst, woorden)
            rijen.append(Trefferrij("treffer", vondst.titel, doel, vondst.regel, vondst.fragment, icoon))
    return rijen


def melding(zin: str) -> list[Trefferrij]:
    """Return a remark as a line; none where there is nothing to say."""
    return [Trefferrij("melding", zin)] if zin else []


def samen(dossier: Sequence[Trefferrij], vondsten: Sequence[Trefferrij]) -> list[Trefferrij]:
    """Return records and the rest as one list, a remark once.

    Where one of them has what was asked, letter for letter, the other is not guessed at.
    """
    zelf, ook = _hersteld(dossier), _hersteld(vondsten)
    if zelf != ook and dossier and vondsten:
        return list(vondsten if zelf else dossier)
    gezegd = {rij.titel for rij in dossier if rij.soort == "melding"}
    return [*dossier, *(rij for rij in vondsten if rij.soort != "melding" or rij.titel not in gezegd)]


def _hersteld(rijen: Sequence[Trefferrij]) -> bool:
    return any(rij.soort == "melding" for rij in rijen)


def telling(rijen: Sequence[Trefferrij]) -> str:
    """Return how many hits there are, and in how many groups."""
    aantal = sum(rij.soort == "treffer" for rij in rijen)
    groepen = sum(rij.soort == "kop" for rij in rijen)
    if not aantal:
        return "Niets gevonden"
    zin = "1 resultaat" if aantal == 1 else f"{aantal} resultaten"
    return f"{zin} in {groepen} groepen" if groepen > 1 else zin


def gezegd(rijen: Sequence[Trefferrij]) -> str:
    """Return what a screen reader says of the lines: what was made of the words, and how many hits there are."""
    return " ".join([*(rij.titel for rij in rijen if rij.soort == "melding"), telling(rijen)])
