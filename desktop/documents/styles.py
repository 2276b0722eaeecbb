"""The look of every PDF in one place: sizes, colours, letters. Readable in black and white."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop.assets import font_paths

Kleur = tuple[float, float, float]

# Every text colour keeps 4.5:1 on white, and prints as a clear dark grey.
INKT: Kleur = (0.10, 0.14, 0.17)
MARINE: Kleur = (0.08, 0.20, 0.28)
ACCENT: Kleur = (0.07, 0.38, 0.39)
GRIJS: Kleur = (0.33, 0.39, 0.43)
LIJN: Kleur = (0.76, 0.80, 0.82)
VLAK: Kleur = (0.955, 0.965, 0.965)
WATERMERK: Kleur = (0.925, 0.935, 0.94)

PAGINA = (210 * mm, 297 * mm)
MELDCODE: Kleur = (0.690, 0.263, 0.165)
# As on screen in light: each reads as text on white, and white on it. A role is named and has its icon as well, so that
# nothing hangs on the colour.
TINT: dict[str, Kleur] = {
    "leerling": (0.118, 0.482, 0.502),
    "ouders": (0.635, 0.243, 0.424),
    "leerkracht": (0.169, 0.424, 0.690),
    "ondersteunend": (0.216, 0.443, 0.314),
    "ib": (0.106, 0.412, 0.522),
    "aandachtsfunctionaris": MELDCODE,
    "vertrouwenspersoon": (0.514, 0.333, 0.071),
    "directeur": (0.416, 0.298, 0.576),
    "extern": (0.349, 0.408, 0.161),
    "meldcode": MELDCODE,
}
# As wide left as right: two-sided sheets can be punched at either side.
MARGE = 25 * mm
BREEDTE = PAGINA[0] - 2 * MARGE
BOVEN = 27 * mm
ONDER = 25 * mm
GOOT = 6 * mm


@dataclass(frozen=True, slots=True)
class Stijl:
    """A style of text: weight (key of `font_paths`), size and line height in points, colour."""

    gewicht: str
    maat: float
    regel: float
    kleur: Kleur


LOPEND = Stijl("regular", 10.5, 14.5, INKT)
VET = Stijl("semibold", 10.5, 14.5, INKT)
LABEL = Stijl("semibold", 8.5, 12, GRIJS)
KLEIN = Stijl("regular", 9, 12.5, GRIJS)
KLEIN_VET = Stijl("semibold", 9, 12.5, INKT)
CEL = Stijl("regular", 10, 13.5, INKT)
CODE = Stijl("regular", 8.5, 12.5, INKT)
TITEL = Stijl("semibold", 21, 26, MARINE)
BOVENKOP = Stijl("semibold", 10.5, 15, ACCENT)
KOP = Stijl("semibold", 13, 17, MARINE)
RAND = Stijl("regular", 8.5, 11, GRIJS)
RAND_VET = Stijl("semibold", 8.5, 11, MARINE)


class Letter:
    """A letter file that is ready for use: which characters it has, and how wide they are."""

    def __init__(self, naam: str, font: TTFont) -> None:
        self.naam = naam
        self.kent: frozenset[int] = frozenset(font.face.charToGlyph)
        self.tekens: dict[str, float] = {chr(code): width for code, width in font.face.charWidths.items()}
        self._overig = float(font.face.defaultWidth)
        self._woorden: dict[str, float] = {}

    def breedte(self, woord: str) -> float:
        """Return how wide a word is, in thousandths of the size."""
        bekend = self._woorden.get(woord)
        if bekend is None:
            tekens, overig = self.tekens, self._overig
            bekend = sum([tekens.get(teken, overig) for teken in woord])
            if len(woord) < 40:  # what people write repeats itself; what does not, need not be kept
                if len(self._woorden) > 20_000:
                    self._woorden.clear()
                self._woorden[woord] = bekend
        return bekend


@cache
def letter(gewicht: str) -> Letter:
    """Return the letter of a weight, registered with reportlab at first use and then shared by all documents."""
    naam = f"Vangnet-{gewicht}"
    font = TTFont(naam, str(font_paths()[gewicht]))
    pdfmetrics.registerFont(font)
    return Letter(naam, font)
