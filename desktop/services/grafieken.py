"""A chart of counts for the screen: drawn as for paper, in the colours that the screen has now. Needs no vault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop.models.telling import Tabel

Vorm = Literal["kolommen", "staven"]


@dataclass(frozen=True, slots=True)
class Kleuren:
    """Colours as '#rrggbb': text, softer text, bars."""

    inkt: str
    zacht: str
    balk: str


def teken_grafiek(tabel: Tabel, vorm: Vorm, kleuren: Kleuren, breed: float, top: int = 0) -> bytes:
    """Return the chart of a table as SVG of so many points wide; for the lane that needs no vault.

    `top`: the bars are part of a chart whose longest is of this number.
    """
    from desktop import documents  # what draws loads when a chart is asked for

    palet = documents.Palet(kleuren.inkt, kleuren.zacht, kleuren.balk)
    if vorm == "kolommen":
        return documents.svg_kolommen(tabel, palet, breed)
    return documents.svg_staven(tabel, palet, breed, top)
