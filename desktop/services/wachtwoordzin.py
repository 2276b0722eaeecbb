"""An honest word about a passphrase: length and repetition only. Imports nothing heavy."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

MINSTENS = 14
_LANG = 20
_WOORDEN = 4
_TEKENS = 10


@dataclass(frozen=True, slots=True)
class Oordeel:
    """How good a new passphrase is as far as can be counted, and what would make it better ('' when nothing)."""

    graad: Literal["leeg", "te kort", "zwak", "redelijk", "sterk"]
    raad: str

    @property
    def mag(self) -> bool:
        """Whether it may be chosen: only the length is a rule, the rest is advice."""
        return self.graad not in ("leeg", "te kort")


def beoordeel(zin: str) -> Oordeel:
    """Judge a new passphrase. It cannot know whether words are easy to guess, and does not pretend to."""
    zin = unicodedata.normalize("NFC", zin)
    if not zin:
        return Oordeel("leeg", f"Minstens {MINSTENS} tekens.")
    if len(zin) < MINSTENS:
        rest = MINSTENS - len(zin)
        return Oordeel("te kort", f"Nog {rest} {'teken' if rest == 1 else 'tekens'}.")
    telt = _zonder_herhaling(zin.casefold())
    woorden = {woord for woord in zin.casefold().split() if len(woord) >= 3}
    if len(telt) < MINSTENS:
        return Oordeel("zwak", "Er zit veel herhaling in. Kies woorden die van elkaar verschillen.")
    if len(telt) < _LANG:
        return Oordeel("redelijk", "Een los woord erbij maakt hem sterker.")
    if len(woorden) < _WOORDEN and len(set(telt)) < _TEKENS:
        return Oordeel("redelijk", "Neem vier losse woorden.")
    return Oordeel("sterk", "")


def _zonder_herhaling(zin: str) -> str:
    """Return what is left when repeated words, runs (aaaa) and rows (1234, dcba) count once."""
    woorden = list(dict.fromkeys(zin.split()))
    rest: list[str] = []
    stap = 0
    vorige = ""
    for teken in " ".join(_kortste(woord) for woord in woorden):
        nieuw = ord(teken) - ord(vorige) if vorige else 99
        # the second step of the same size by at most one: a run or a row
        if not (abs(nieuw) <= 1 and nieuw == stap):
            rest.append(teken)
        stap, vorige = nieuw, teken
    return "".join(rest)


def _kortste(woord: str) -> str:
    """Return the shortest part of which a word is the repetition."""
    for lengte in range(1, len(woord) // 2 + 1):
        if (woord[:lengte] * (len(woord) // lengte + 1))[: len(woord)] == woord:
            return woord[:lengte]
    return woord
