"""What one box over everything gives back: hits in their groups, and what was made of a word with a typing error."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop.models.core import Keuze


class Vondstgroep(Keuze):
    """The groups of what was found, in the order in which they show; the label is their heading."""

    DOSSIER = "dossier", "Dossier"
    DOEN = "doen", "Doen"
    PLAN = "plan", "Plan"
    PROTOCOLLEN = "protocollen", "Protocollen"
    BEGRIPPEN = "begrippen", "Begrippen"
    KAART = "kaart", "Sociale kaart"
    HANDLEIDING = "handleiding", "Handleiding"


@dataclass(frozen=True, slots=True)
class Vondst:
    """A hit outside the vault.

    `bron` says what `sleutel` is a key of: 'plan', 'rol' (a short role page), 'kaart' (an organisation), 'handleiding'
    or 'doen' (an action). `regel` is what stands below the title; `fragment` the passage, matches between U+0002 and
    U+0003.
    """

    groep: Vondstgroep
    bron: str
    sleutel: str
    titel: str
    regel: str = ""
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Vondsten:
    """What words found: `groepen` holds for each group its best hits, `aantal` how many there are in all.

    `hersteld` goes from a word with a typing error to what it was taken for.
    """

    groepen: Mapping[Vondstgroep, Sequence[Vondst]] = field(default_factory=dict)
    aantal: Mapping[Vondstgroep, int] = field(default_factory=dict)
    hersteld: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Handeling:
    """An action or page that can be found by name: `woorden` are other words for it, `icoon` stands before it."""

    sleutel: str
    titel: str
    woorden: str = ""
    icoon: str = "arrow-right"


def bedoeld(hersteld: Mapping[str, Sequence[str]]) -> str:
    """Return what was made of words with a typing error as a sentence; '' where there were none."""
    delen = [" of ".join(f"‘{keus}’" for keus in keuzes[:2]) for keuzes in hersteld.values()]
    return f"Bedoelde je {' en '.join(delen)}?" if delen else ""
