"""The icons that the Phosphor letter file lacks, as lines in a square of 256, y downward; for screen and paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Streek = (
    tuple[Literal["naar", "lijn"], float, float]
    | tuple[Literal["boog"], float, float, float, float, float]
    | tuple[Literal["rond"], float, float, float]
    | tuple[Literal["vak"], float, float, float, float, float]
)
"""One stroke: go to a point; a line to a point; an arc (left, top and side of the square around its circle, where it
begins and how far it turns, in degrees, against the clock); a circle (middle, radius); a box (left, top, width, height,
radius of its corners).
"""

DIKTE = 16
"""How thick the lines are."""

PADEN: Mapping[str, tuple[Streek, ...]] = {
    "siren": (
        ("naar", 64, 176),
        ("lijn", 64, 132),
        ("boog", 64, 68, 128, 180, -180),
        ("lijn", 192, 176),
        ("vak", 40, 176, 176, 36, 10),
        ("naar", 128, 104),
        ("boog", 100, 104, 56, 90, -90),
        ("naar", 128, 20),
        ("lijn", 128, 36),
        ("naar", 48, 50),
        ("lijn", 60, 62),
        ("naar", 208, 50),
        ("lijn", 196, 62),
    ),
    "stethoscope": (
        ("naar", 84, 36),
        ("lijn", 68, 36),
        ("boog", 48, 36, 32, 90, 90),
        ("lijn", 48, 104),
        ("boog", 48, 56, 96, 180, 180),
        ("lijn", 144, 52),
        ("boog", 112, 36, 32, 0, 90),
        ("lijn", 108, 36),
        ("naar", 96, 152),
        ("lijn", 96, 168),
        ("boog", 96, 116, 104, 180, 180),
        ("lijn", 200, 148),
        ("rond", 200, 126, 22),
    ),
    "helping-hand": (
        ("naar", 150, 108),
        ("lijn", 118, 74),
        ("boog", 110, 38, 42, 225, -180),
        ("boog", 148, 38, 42, 135, -180),
        ("lijn", 150, 108),
        ("naar", 20, 140),
        ("lijn", 64, 140),
        ("lijn", 96, 124),
        ("lijn", 136, 124),
        ("boog", 120, 124, 32, 90, -180),
        ("lijn", 104, 156),
        ("naar", 150, 152),
        ("lijn", 208, 124),
        ("boog", 200, 122, 34, 110, -170),
        ("lijn", 142, 212),
        ("lijn", 20, 212),
    ),
}
