"""Invented signatures: a swing of loops that spells nothing, another for each number, always the same for the same."""

from __future__ import annotations

from math import cos, pi, sin, tau
from random import Random

from desktop.models.handtekening import Handtekening, Punt

_BREED, _HOOG = 420.0, 160.0
_STAP = 12.0
"""Milliseconds between two points, as a pen gives them."""


def handtekening(seed: int, nummer: int) -> Handtekening:
    """Return the strokes of signature `nummer` in the demo with this seed. No letters of a name are in it."""
    rnd = Random(f"handtekening {seed} {nummer}")  # noqa: S311  nothing secret is in a demo vault
    romp = _romp(rnd)
    halen = [romp]
    if rnd.random() < 0.55:
        halen.append(_streep(rnd, romp))
    return Handtekening(breedte=_BREED, hoogte=_HOOG, halen=tuple(tuple(haal) for haal in halen))


def _romp(rnd: Random) -> list[Punt]:
    """Return one stroke from left to right: a large first swing, then loops that grow smaller and run out."""
    lussen = rnd.randint(3, 7)
    breed = rnd.uniform(0.5, 0.85) * _BREED
    links, midden = (_BREED - breed) / 2, _HOOG * rnd.uniform(0.48, 0.58)
    helling, helt = rnd.uniform(-0.14, 0.05), rnd.uniform(0.15, 0.6)
    hoogten = [_HOOG * (rnd.uniform(0.26, 0.36) if n == 0 else rnd.uniform(0.05, 0.2)) for n in range(lussen + 1)]
    wijdte, fase = breed / lussen * rnd.uniform(0.22, 0.5), rnd.uniform(0, pi)
    aantal = lussen * 24
    punten: list[Punt] = []
    for n in range(aantal + 1):
        deel = n / aantal
        plaats = deel * lussen
        lus = min(int(plaats), lussen - 1)
        # from one height to the next without a corner
        glad = (1 - cos((plaats - lus) * pi)) / 2
        hoog = hoogten[lus] + (hoogten[lus + 1] - hoogten[lus]) * glad
        hoog *= min(1.0, 4 * (1 - deel) + 0.15)  # it runs out
        hoek = plaats * tau + fase
        op = hoog * sin(hoek)
        x = links + deel * breed + wijdte * cos(hoek) + helt * op
        y = midden - op + helling * (x - links)
        # down strokes press harder
        punten.append(_punt(x, y, n, 0.5 - 0.3 * cos(hoek)))
    return punten


def _streep(rnd: Random, romp: list[Punt]) -> list[Punt]:
    """Return the line below, bent a little."""
    links, rechts = min(p[0] for p in romp), max(p[0] for p in romp)
    onder = max(p[1] for p in romp) - rnd.uniform(2, 14)
    bocht, helling = rnd.uniform(-10, 10), rnd.uniform(-18, 4)
    begin = links + rnd.uniform(0, 0.3) * (rechts - links)
    aantal = 14
    return [
        _punt(
            begin + (rechts - begin) * n / aantal,
            onder + helling * n / aantal + bocht * sin(pi * n / aantal),
            len(romp) + 18 + n,
            0.35 + 0.2 * sin(pi * n / aantal),
        )
        for n in range(aantal + 1)
    ]


def _punt(x: float, y: float, n: int, druk: float) -> Punt:
    return (
        round(min(max(x, 2.0), _BREED - 2), 1),
        round(min(max(y, 2.0), _HOOG - 2), 1),
        n * _STAP,
        round(min(max(druk, 0.1), 1.0), 2),
    )
