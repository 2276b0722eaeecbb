"""Charts of counts, drawn once: the same drawing goes into a PDF and, as SVG, on the screen in the screen's colours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import Color, HexColor

from desktop.documents.blokken import Doek, Strook
from desktop.documents.styles import BREEDTE, GRIJS, INKT, Stijl, letter
from desktop.documents.text import Zetter, wijd
from desktop.models.telling import Tabel, Telling

_KLEUR = (0.0, 0.0, 0.0)  # a drawing colours its own text
_MAAT = 10.5
_REGEL = 14.0
_RIJ = 24.0
_DIK = 12.0
_HOOG = 150.0
_MAX_KOLOM = 34.0
_STREEP = 5.0
_LAAG = 4
"""One incident is no bar of full length."""
_FAMILIE = "Source Sans Pro"
_GEWICHTEN = {"regular": 400, "semibold": 600}


@dataclass(frozen=True, slots=True)
class Palet:
    """The colours of a chart, as '#rrggbb': text, softer text (and rules, and what is kept back), bars."""

    inkt: str
    zacht: str
    balk: str


def _hex(kleur: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(deel * 255):02x}" for deel in kleur)


PAPIER = Palet(_hex(INKT), _hex(GRIJS), _hex((0.36, 0.47, 0.52)))


def kolommen(tabel: Tabel, palet: Palet, breed: float, hoog: float = _HOOG) -> Drawing:
    """Return counts in order of time as columns, each with its number; one that is kept back is hatched and low."""
    doek = _Vel(palet, breed, hoog)
    tellingen = tabel.tellingen
    hoogste = max((t.aantal or 0 for t in tellingen), default=0)
    hoogste = max(hoogste, _LAAG)
    onder = 2 * _REGEL + 6
    ruimte = hoog - onder - _REGEL - 2
    vak = breed / max(1, len(tellingen))
    # every column has its number: lines with numbers beside it would say the same, through the figures
    doek.lijn(0, onder, breed, onder, palet.zacht)
    dik = min(vak * 0.68, _MAX_KOLOM)
    for n, telling in enumerate(tellingen):
        midden = vak * (n + 0.5)
        if telling.aantal is None:
            doek.weg(midden - dik / 2, onder, dik, ruimte * 0.3)
            doek.tekst("afgeschermd" if vak > 80 else "afg.", midden, onder + ruimte * 0.3 + 4, palet.zacht)
        elif telling.aantal:
            hoogte = max(ruimte * telling.aantal / hoogste, 1.5)
            doek.balk(midden - dik / 2, onder, dik, hoogte)
            doek.tekst(str(telling.aantal), midden, onder + hoogte + 4, palet.inkt, gewicht="semibold")
        for m, regel in enumerate(_onder(tellingen, n)):
            doek.tekst(doek.passend(regel, max(vak - 2, 20)), midden, onder - _REGEL * (m + 1), palet.zacht)
    return doek.vel


def staven(tabel: Tabel, palet: Palet, breed: float, top: int = 0) -> Drawing:
    """Return counts as bars below each other: label, number, bar. One that is kept back is hatched.

    `top` is the number of the longest bar there could be, where these are part of another chart.
    """
    zetter = Zetter()
    naam = Stijl("regular", _MAAT, _REGEL, _KLEUR)
    woordbreed = max((wijd(t.woord, naam) for t in tabel.tellingen), default=0) + 4
    labelbreed = min(breed * 0.46, max((wijd(t.label, naam) for t in tabel.tellingen), default=0) + 4)
    regels = [zetter.regels(t.label, naam, labelbreed) for t in tabel.tellingen]
    hoogten = [max(_RIJ, len(r) * _REGEL + 8) for r in regels]
    doek = _Vel(palet, breed, sum(hoogten) or 1)
    hoogste = max(top, _LAAG, max((t.aantal or 0 for t in tabel.tellingen), default=0))
    begin = labelbreed + woordbreed + 16
    y = sum(hoogten)
    for telling, label, hoogte in zip(tabel.tellingen, regels, hoogten, strict=True):
        midden = y - hoogte / 2
        eerste = midden + (len(label) - 1) * _REGEL / 2 - 3.5
        kleur = palet.inkt if telling.aantal != 0 else palet.zacht
        for m, regel in enumerate(label):
            doek.tekst(regel, 0, eerste - m * _REGEL, kleur, anker="start")
        vet = "semibold" if telling.aantal else "regular"
        doek.tekst(telling.woord, begin - 8, midden - 3.5, kleur, anker="end", gewicht=vet)
        if telling.aantal is None:
            doek.weg(begin, midden - _DIK / 2, (breed - begin) * 0.3, _DIK)
        elif telling.aantal:
            lang = max((breed - begin) * telling.aantal / hoogste, 2)
            doek.balk(begin, midden - _DIK / 2, lang, _DIK)
        doek.lijn(begin, midden - _DIK / 2 - 3, begin, midden + _DIK / 2 + 3, palet.zacht)
        y -= hoogte
    return doek.vel


def op_papier(tekening: Drawing, boven: float = 8) -> Strook:
    """Return a drawing as a block of a PDF, as wide as its content; it is never cut over two pages."""
    hoog = float(tekening.height)

    def teken(doek: Doek, x: float, y: float) -> None:
        doek.tekening(tekening, x, y - hoog)

    return Strook([], boven=boven, vast=hoog, heel=True, teken_bij=teken)


def als_svg(tekening: Drawing) -> bytes:
    """Return a drawing as SVG in the letters that the program has loaded."""
    svg = renderSVG.drawToString(tekening)
    for gewicht, dikte in _GEWICHTEN.items():
        svg = svg.replace(f"font-family: {letter(gewicht).naam};", f"font-family: {_FAMILIE}; font-weight: {dikte};")
    # Qt knows no clipping and would fill the box in black; nothing reaches outside the drawing
    return re.sub(r"<clipPath.*?</clipPath>| style=\"clip-path:[^\"]*\"", "", str(svg), flags=re.DOTALL).encode()


def svg_kolommen(tabel: Tabel, palet: Palet, breed: float) -> bytes:
    """Return the columns of a table as SVG, so many points wide."""
    return als_svg(kolommen(tabel, palet, breed))


def svg_staven(tabel: Tabel, palet: Palet, breed: float, top: int = 0) -> bytes:
    """Return the bars of a table as SVG, so many points wide; `top` as in `staven`."""
    return als_svg(staven(tabel, palet, breed, top))


def kolomblok(tabel: Tabel) -> Strook:
    """Return the columns of a table over the width of a page."""
    return op_papier(kolommen(tabel, PAPIER, BREEDTE))


def staafblok(tabel: Tabel, top: int = 0) -> Strook:
    """Return the bars of a table over the width of a page; `top` as in `staven`."""
    return op_papier(staven(tabel, PAPIER, BREEDTE, top), boven=4)


def _onder(tellingen: Sequence[Telling], n: int) -> list[str]:
    """Return what stands below a column: the month, and the year where it is another than before; or both in full."""
    label = tellingen[n].label
    if "–" in label:
        van, tot = label.split(" – ")
        return [f"{van.split()[0]} – {tot.split()[0]}", tot.split()[-1]]
    maand, _, jaar = label.partition(" ")
    vorig = tellingen[n - 1].label.partition(" ")[2] if n else ""
    return [maand, jaar] if jaar and jaar != vorig else [maand]


class _Vel:
    """A drawing that is being made."""

    def __init__(self, palet: Palet, breed: float, hoog: float) -> None:
        self.vel = Drawing(breed, hoog)
        self._palet = palet

    def wijd(self, tekst: str, gewicht: str = "regular") -> float:
        """Return how wide a text is."""
        return wijd(tekst, Stijl(gewicht, _MAAT, _REGEL, _KLEUR))

    def passend(self, tekst: str, breed: float) -> str:
        """Return a text on one line, cut off where it is too wide."""
        return Zetter().passend(tekst, Stijl("regular", _MAAT, _REGEL, _KLEUR), breed)

    def tekst(
        self, tekst: str, x: float, y: float, kleur: str, *, anker: str = "middle", gewicht: str = "regular"
    ) -> None:
        """Write a line on its base line; `x` is its middle, its start or its end."""
        breed = self.wijd(tekst, gewicht)
        links = x - {"start": 0.0, "middle": breed / 2, "end": breed}[anker]
        # on half points: the SVG is written with whole numbers for twice the height
        self.vel.add(
            String(
                links,
                round(y * 2) / 2,
                tekst,
                fontName=letter(gewicht).naam,
                fontSize=_MAAT,
                fillColor=HexColor(kleur),
            )
        )

    def lijn(self, x1: float, y1: float, x2: float, y2: float, kleur: str) -> None:
        """Draw a thin rule."""
        self.vel.add(Line(x1, y1, x2, y2, strokeColor=HexColor(kleur), strokeWidth=0.75))

    def balk(self, x: float, y: float, breed: float, hoog: float) -> None:
        """Fill a bar."""
        self.vel.add(Rect(x, y, breed, hoog, fillColor=HexColor(self._palet.balk), strokeColor=None))

    def weg(self, x: float, y: float, breed: float, hoog: float) -> None:
        """Hatch a box: what is in it is not told, so neither is how long it would be."""
        kleur = HexColor(self._palet.zacht)
        leeg = Color(0, 0, 0, alpha=0)
        self.vel.add(Rect(x, y, breed, hoog, fillColor=leeg, strokeColor=kleur, strokeWidth=0.75))
        # lines of 45 degrees, cut where they leave the box
        afstand = _STREEP
        while afstand < breed + hoog:
            x1, y1 = x + min(afstand, breed), y + max(0.0, afstand - breed)
            x2, y2 = x + max(0.0, afstand - hoog), y + min(afstand, hoog)
            self.vel.add(Line(x1, y1, x2, y2, strokeColor=kleur, strokeWidth=0.75))
            afstand += _STREEP
