"""From kept pen strokes to lines on paper."""

from __future__ import annotations

from itertools import groupby

from desktop.documents.blokken import Doek
from desktop.models.handtekening import Handtekening

_DIK = 1.15


def teken(doek: Doek, handtekening: Handtekening, x: float, y: float, breedte: float, hoogte: float) -> None:
    """Draw a signature as vectors within a box with its top left at (x, y), as large as its proportions let it.

    The drawn part is fitted, not the field it was drawn in: a small signature in a wide field stays readable.
    """
    punten = [punt for haal in handtekening.halen for punt in haal]
    if not punten:
        return
    links, rechts = min(p[0] for p in punten), max(p[0] for p in punten)
    top, bodem = min(p[1] for p in punten), max(p[1] for p in punten)
    groot = min(
        breedte / max(rechts - links, handtekening.breedte / 4),
        hoogte / max(bodem - top, handtekening.hoogte / 4),
    )
    omlaag = (hoogte - (bodem - top) * groot) / 2
    halen: list[list[tuple[float, float]]] = []
    diktes: list[float] = []
    for haal in handtekening.halen:
        plek = [
            (round(x + (px - links) * groot, 2), round(y - omlaag - (py - top) * groot, 2)) for px, py, _, _ in haal
        ]
        begin = 0
        # pressure in four steps: a line for each piece of even width, joined at its ends
        for dikte, stuk in groupby(_dikte(druk) for _, _, _, druk in haal):
            einde = begin + len(list(stuk))
            halen.append(plek[max(0, begin - 1) : einde])
            diktes.append(dikte)
            begin = einde
    doek.halen(halen, diktes)


def _dikte(druk: float) -> float:
    stap = round(min(max(druk, 0.0), 1.0) * 4) / 4
    return round(_DIK * (0.6 + 0.8 * stap), 2)
