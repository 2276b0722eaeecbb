"""The named places of the body map, as one says them, with where each stands in the drawing."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.dossierdelen import Kant


@dataclass(frozen=True, slots=True)
class Lichaamsplek:
    """A place: its side, its name, and where it is, in thousandths of the drawing from its top left."""

    kant: Kant
    naam: str
    x: int
    y: int


_VOOR = (("voorhoofd", 0, 45), ("gezicht", 0, 95), ("hals", 0, 172), ("borst", 0, 262), ("buik", 0, 390))
_VOOR_BEIDE = (
    ("oor", 60, 88),
    ("wang", 34, 108),
    ("schouder", 92, 222),
    ("bovenarm", 112, 310),
    ("elleboog", 128, 392),
    ("onderarm", 146, 460),
    ("hand", 174, 560),
    ("heup", 64, 490),
    ("bovenbeen", 48, 620),
    ("knie", 46, 738),
    ("scheenbeen", 44, 840),
    ("voet", 54, 972),
)
_ACHTER = (("achterhoofd", 0, 70), ("nek", 0, 172), ("rug", 0, 310), ("onderrug", 0, 430))
_ACHTER_BEIDE = (
    ("oor", 60, 88),
    ("schouderblad", 52, 250),
    ("bovenarm", 112, 310),
    ("elleboog", 128, 392),
    ("onderarm", 146, 460),
    ("hand", 174, 560),
    ("bil", 42, 528),
    ("achterkant bovenbeen", 48, 640),
    ("knieholte", 46, 738),
    ("kuit", 44, 830),
    ("hiel", 50, 968),
)
_HALF_BREED = 230
"""Half the width in the units in which the places above are given."""


def _x(x: int) -> int:
    return round(500 + 500 * x / _HALF_BREED)


def _plekken(
    kant: Kant, midden: tuple[tuple[str, int, int], ...], beide: tuple[tuple[str, int, int], ...]
) -> list[Lichaamsplek]:
    # seen from the front someone's right is at the left of the drawing
    links = 1 if kant is Kant.VOOR else -1
    plekken = [Lichaamsplek(kant, naam, _x(x), y) for naam, x, y in midden]
    for naam, x, y in beide:
        plekken.append(Lichaamsplek(kant, _met_kant("rechter", naam), _x(-links * x), y))
        plekken.append(Lichaamsplek(kant, _met_kant("linker", naam), _x(links * x), y))
    return plekken


def _met_kant(kant: str, naam: str) -> str:
    """Return 'linker bovenarm'; what is more than one word keeps its own first word in front."""
    voor, _, wat = naam.rpartition(" ")
    return f"{voor} {kant} {wat}".strip()


PLEKKEN: tuple[Lichaamsplek, ...] = (
    *_plekken(Kant.VOOR, _VOOR, _VOOR_BEIDE),
    *_plekken(Kant.ACHTER, _ACHTER, _ACHTER_BEIDE),
)
"""All places, front first, from top to bottom."""


def dichtstbij(kant: Kant, x: int, y: int) -> Lichaamsplek:
    """Return the named place nearest to a point of the drawing."""
    return min((p for p in PLEKKEN if p.kant is kant), key=lambda p: _afstand(p, x, y))


def buur(van: Lichaamsplek, dx: int, dy: int) -> Lichaamsplek | None:
    """Return the next place in a direction (one of dx, dy is 1 or -1), on the other side past an edge; None at one."""
    if dx:
        # someone who goes on past the edge of the front comes to the back, which stands at its right
        kandidaten = [p for p in PLEKKEN if (_breed(p) - _breed(van)) * dx > 0]
        return min(kandidaten, key=lambda p: abs(_breed(p) - _breed(van)) + 3 * abs(p.y - van.y), default=None)
    kandidaten = [p for p in PLEKKEN if p.kant is van.kant and (p.y - van.y) * dy > 0]
    return min(kandidaten, key=lambda p: abs(p.y - van.y) + 2 * abs(p.x - van.x) * _RATIO, default=None)


_RATIO = 0.46
"""Width by height of the drawing: a thousandth across is less than one down."""


def _breed(plek: Lichaamsplek) -> float:
    """Return where a place stands across both drawings, in thousandths of the height."""
    return (plek.x + (1200 if plek.kant is Kant.ACHTER else 0)) * _RATIO


def _afstand(plek: Lichaamsplek, x: int, y: int) -> float:
    return float((plek.x - x) * _RATIO) ** 2 + float(plek.y - y) ** 2
