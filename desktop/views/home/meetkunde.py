"""Where the circles of the infographic stand and how a word breaks inside one; sums only, no Qt."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

ZACHT = "\u00ad"
Ring = Literal["midden", "binnen", "buiten"]
_AFSTAND: Mapping[Ring, float] = {"midden": 0, "binnen": 160, "buiten": 267}
_STRAAL: Mapping[Ring, float] = {"midden": 74, "binnen": 58, "buiten": 63}
_BREED, _HOOG = 2 * (267 + 63), 267 * (1 + math.sin(math.radians(58))) + 2 * 63


@dataclass(frozen=True, slots=True)
class Gebied:
    """One region: role, label with soft hyphens, icon, ring, and the angle in degrees (0 right, 90 down)."""

    rol: str
    label: str
    icoon: str
    ring: Ring
    hoek: float = 0


GEBIEDEN: tuple[Gebied, ...] = (
    Gebied("leerling", "Leerling", "graduation-cap", "midden"),
    Gebied("leerkracht", "Leerkracht", "notebook", "binnen", -90),
    Gebied("ouders", f"Ouders/ver{ZACHT}zorgers", "users", "binnen", 40),
    Gebied("ondersteunend", f"Onder{ZACHT}steunend perso{ZACHT}neel", "helping-hand", "binnen", 140),
    Gebied("directeur", "Directeur", "buildings", "buiten", -122),
    Gebied("ib", f"Intern bege{ZACHT}leider", "clipboard-text", "buiten", -58),
    Gebied("aandachtsfunctionaris", f"Aandachts{ZACHT}functio{ZACHT}naris", "shield-check", "buiten", 0),
    Gebied("extern", f"Externe profes{ZACHT}sional", "stethoscope", "buiten", 90),
    Gebied("vertrouwenspersoon", f"Vertrouwens{ZACHT}persoon", "ear", "buiten", 180),
)
"""In the order of the tab key: the pupil, then the inner ring, then the outer one with the clock."""


@dataclass(frozen=True, slots=True)
class Cirkel:
    """A circle on the drawing."""

    x: float
    y: float
    straal: float


@dataclass(frozen=True, slots=True)
class Tekening:
    """The whole drawing at one size: `eenheid` is 1 at the size of the sketch."""

    eenheid: float
    midden: tuple[float, float]
    ringen: tuple[float, float]
    cirkels: Mapping[str, Cirkel]


def teken(breed: float, hoog: float, rand: float, schaal: float = 1) -> Tekening:
    """Return the drawing that fits into this room, `rand` kept free all round.

    `schaal` is that of the letters: below the size of the sketch at that scale circles shrink less than rings do, so
    that their words stay readable.
    """
    breed, hoog = max(breed - 2 * rand, 1), max(hoog - 2 * rand, 1)
    eenheid = min(breed / _BREED, hoog / _HOOG)
    groei = min(max(1 + (1 - eenheid / schaal) * 0.55, 1), 1.2)
    stralen = {ring: straal * eenheid * groei for ring, straal in _STRAAL.items()}
    boven = math.sin(math.radians(58))
    ver = min(breed / 2 - stralen["buiten"], (hoog - 2 * stralen["buiten"]) / (1 + boven))
    verhouding = ver / _AFSTAND["buiten"]
    omvang = ver * (1 + boven) + 2 * stralen["buiten"]
    mx = rand + breed / 2
    my = rand + (hoog - omvang) / 2 + ver * boven + stralen["buiten"]
    # circles that grew push the inner ring a little outwards, so that they stay clear of the pupil
    binnen = max(_AFSTAND["binnen"] * verhouding, stralen["midden"] + stralen["binnen"] + 10 * eenheid)
    afstand = {"midden": 0.0, "binnen": binnen, "buiten": ver}
    cirkels = {
        g.rol: Cirkel(
            mx + afstand[g.ring] * math.cos(math.radians(g.hoek)),
            my + afstand[g.ring] * math.sin(math.radians(g.hoek)),
            stralen[g.ring],
        )
        for g in GEBIEDEN
    }
    return Tekening(eenheid, (mx, my), (binnen, ver), cirkels)


def buur(van: str, cirkels: Mapping[str, Cirkel], dx: int, dy: int) -> str | None:
    """Return the region that an arrow key leads to: the nearest in that direction; None where there is none."""
    hier = cirkels[van]
    beste: tuple[float, str] | None = None
    for rol, cirkel in cirkels.items():
        vx, vy = cirkel.x - hier.x, cirkel.y - hier.y
        vooruit = vx * dx + vy * dy
        opzij = abs(vx * dy) + abs(vy * dx)
        # within 60 degrees of the arrow; sideways costs double
        if rol != van and vooruit > 1 and opzij <= vooruit * 1.74:
            kosten = vooruit + 2 * opzij
            if beste is None or kosten < beste[0]:
                beste = (kosten, rol)
    return beste[1] if beste else None


def breek(label: str, breedten: Sequence[float], meet: Callable[[str], float]) -> list[str] | None:
    """Return the label in exactly as many lines as there are widths, each no wider than its width.

    Breaks at spaces, after a slash and at soft hyphens (which then show); None where it does not fit.
    """
    regels: list[str] = []
    regel, voeg = "", ""
    for stuk, volgende in _stukken(label):
        streep = "-" if volgende == ZACHT else ""
        samen = regel + (" " if regel and voeg == " " else "") + stuk
        if regel and len(regels) < len(breedten) and meet(samen + streep) > breedten[len(regels)]:
            regels.append(regel + ("-" if voeg == ZACHT else ""))
            samen = stuk
        if len(regels) >= len(breedten) or meet(samen + streep) > breedten[len(regels)]:
            return None
        regel, voeg = samen, volgende
    regels.append(regel)
    return regels if len(regels) == len(breedten) else None


def _stukken(label: str) -> list[tuple[str, str]]:
    """Return the unbreakable pieces, each with what joins it to the next: a space, a soft hyphen, or nothing."""
    delen = re.split(f"([ {ZACHT}]|(?<=/))", label)
    return [(delen[n], delen[n + 1] if n + 1 < len(delen) else "") for n in range(0, len(delen), 2)]
