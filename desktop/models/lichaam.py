"""The outline of a body as data, so that the form and the PDF draw the same figure and a mark means the same place."""

from __future__ import annotations

Punt = tuple[float, float]
Bocht = tuple[Punt, Punt, Punt]
"""A cubic Bézier curve on from where the last one ended: two control points and the end."""
Lijn = tuple[Punt, tuple[Bocht, ...]]
"""A line of curves: where it begins, and the curves."""

VERHOUDING = 0.46
"""Width of the drawing by its height. Places are in thousandths of both, from the top left, as in `Letsel`."""

# One half, in units of which the height is 1,000 and the width 460; the middle stands at 0.
_HALF: tuple[Punt, ...] = (
    (26, 160),
    *((28, 182), (44, 194), (74, 200)),
    *((104, 206), (116, 226), (122, 258)),
    *((132, 306), (144, 350), (152, 394)),
    *((160, 440), (168, 476), (176, 508)),
    *((192, 530), (196, 560), (186, 588)),
    *((178, 606), (162, 600), (158, 582)),
    *((150, 562), (146, 540), (146, 516)),
    *((138, 484), (126, 442), (116, 402)),
    *((106, 362), (96, 320), (86, 284)),
    *((86, 330), (82, 372), (78, 420)),
    *((80, 462), (88, 494), (88, 532)),
    *((88, 610), (80, 680), (72, 744)),
    *((74, 800), (64, 866), (58, 918)),
    *((60, 940), (84, 956), (86, 972)),
    *((86, 986), (58, 988), (38, 986)),
    *((22, 986), (20, 966), (24, 940)),
    *((24, 880), (24, 810), (22, 752)),
    *((20, 690), (12, 620), (0, 566)),
)
_ROND = 0.5523  # how far the control points of a quarter of a circle stand
_HOOFD_BREED, _HOOFD_HOOG, _HOOFD_MIDDEN = 62.0, 78.0, 84.0


def _plek(x: float, y: float) -> Punt:
    return (500 + x / VERHOUDING, y)


def _lijn(punten: tuple[Punt, ...]) -> Lijn:
    rest = punten[1:]
    return punten[0], tuple((rest[n], rest[n + 1], rest[n + 2]) for n in range(0, len(rest), 3))


def _romp() -> Lijn:
    """The half and its mirror image, up along the other side."""
    rechts = tuple(_plek(x, y) for x, y in _HALF)
    links = tuple(_plek(-x, y) for x, y in reversed(_HALF[:-1]))
    return _lijn((*rechts, *links))


def _ovaal(breed: float, hoog: float, midden: float) -> Lijn:
    b, h = breed * _ROND, hoog * _ROND
    kwarten = (
        *((breed, -h), (b, -hoog), (0, -hoog)),
        *((-b, -hoog), (-breed, -h), (-breed, 0)),
        *((-breed, h), (-b, hoog), (0, hoog)),
        *((b, hoog), (breed, h), (breed, 0)),
    )
    return _lijn(tuple(_plek(x, midden + y) for x, y in ((breed, 0.0), *kwarten)))


OMTREK: tuple[Lijn, ...] = (_ovaal(_HOOFD_BREED, _HOOFD_HOOG, _HOOFD_MIDDEN), _romp())
"""Head and body; the same seen from the front and from behind."""

GEZICHT: tuple[Lijn, ...] = (
    (_plek(-26, 78), ((_plek(-24, 72), _plek(-18, 72), _plek(-16, 78)),)),
    (_plek(16, 78), ((_plek(18, 72), _plek(24, 72), _plek(26, 78)),)),
    (_plek(-18, 118), ((_plek(-8, 125), _plek(8, 125), _plek(18, 118)),)),
)
"""What tells the front from the back: eyes and mouth."""
RUG: tuple[Lijn, ...] = ((_plek(0, 212), ((_plek(3, 300), _plek(-3, 400), _plek(0, 490)),)),)
"""What tells the back from the front: the line of the spine."""


def punten(lijn: Lijn, stappen: int = 10) -> tuple[Punt, ...]:
    """Return a line as points, so many for each curve, for who draws straight pieces only."""
    uit: list[Punt] = [lijn[0]]
    for een, twee, eind in lijn[1]:
        begin = uit[-1]
        for n in range(1, stappen + 1):
            t = n / stappen
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            uit.append(
                (
                    a * begin[0] + b * een[0] + c * twee[0] + d * eind[0],
                    a * begin[1] + b * een[1] + c * twee[1] + d * eind[1],
                )
            )
    return tuple(uit)
