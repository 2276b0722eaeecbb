"""Blocks of a page: strips of columns and tables that split between pages, and how they are dealt out over pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from desktop.documents.styles import BREEDTE, LABEL, LIJN, Kleur, Stijl

Stuk = tuple[Stijl, list[str]]
"""A run of lines in one style."""


class Doek(Protocol):
    """What a block draws on; y counts upward, as in PDF."""

    def regels(self, stijl: Stijl, x: float, y: float, regels: Sequence[str]) -> None:
        """Draw lines; `y` is the top of the first."""

    def lijn(self, x1: float, y1: float, x2: float, y2: float, kleur: Kleur = LIJN, dikte: float = 0.6) -> None:
        """Draw a line."""

    def vlak(self, x: float, y: float, breedte: float, hoogte: float, kleur: Kleur) -> None:
        """Fill a rectangle."""

    def halen(self, halen: Sequence[Sequence[tuple[float, float]]], dikte: Sequence[float]) -> None:
        """Draw pen strokes as lines with round ends, each with its own width."""

    def stukken(self, x: float, basis: float, stukken: Sequence[Segment]) -> None:
        """Draw the pieces of one line on their base line; one that leads somewhere is underlined and can be clicked."""

    def link(self, x: float, y: float, breedte: float, hoogte: float, doel: str) -> None:
        """Let a rectangle lead to an anchor of this document."""

    def anker(self, naam: str, y: float) -> None:
        """Let links come out here: at this height of the page that is being made."""

    def icoon(self, naam: str, x: float, y: float, maat: float, kleur: Kleur) -> None:
        """Draw an icon with its middle at (x, y)."""

    def tekening(self, tekening: Any, x: float, y: float) -> None:
        """Draw a drawing of reportlab.graphics with its lower left corner at (x, y)."""

    def cirkel(
        self, x: float, y: float, straal: float, rand: Kleur | None, vulling: Kleur | None, dikte: float
    ) -> None:
        """Draw a circle: its line, what fills it, or both."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a line in one style: how far from its left, how wide, and which anchor it leads to ('' none).

    `stil` leaves a link without its line: where all of them are links, the lines say nothing.
    """

    x: float
    breedte: float
    tekst: str
    stijl: Stijl
    doel: str = ""
    stil: bool = False


class Blok(Protocol):
    """What is dealt out over pages: how high it is, where it can be cut, and how it is drawn.

    `boven` is the space before it, which falls away at the top of a page; `plakt` keeps it with the next.
    """

    boven: float
    plakt: bool
    hoogte: float

    def begin(self) -> float:
        """Return the least height with which it can begin on a page."""

    def split(self, ruimte: float, dwing: bool) -> tuple[Blok, Blok] | None:
        """Return the part that fits and the rest; None where it should go to the next page as a whole."""

    def teken(self, doek: Doek, x: float, y: float) -> None:
        """Draw it with its top left corner at (x, y)."""


@dataclass(slots=True)
class Cel:
    """A column of a strip: `x` from the left of the content, and its lines, one style after another."""

    x: float
    stukken: list[Stuk]

    def hoogte(self) -> float:
        """Return how high its lines are together."""
        return sum(stijl.regel * len(regels) for stijl, regels in self.stukken)

    def aantal(self) -> int:
        """Return the number of its lines."""
        return sum(len(regels) for _, regels in self.stukken)

    def begin(self) -> float:
        """Return the height of what may not stand alone at the foot of a page: two lines, or a label with one."""
        hoogte, nodig = 0.0, 2
        for stijl, regels in self.stukken:
            deel = min(nodig, len(regels))
            hoogte += stijl.regel * deel
            nodig -= deel
        return hoogte

    def deel(self, ruimte: float) -> tuple[Cel, Cel]:
        """Return the part that fits in a height, and the rest."""
        hier: list[Stuk] = []
        rest: list[Stuk] = []
        for stijl, regels in self.stukken:
            passend = 0 if rest else max(0, min(len(regels), int((ruimte + 0.01) // stijl.regel)))
            if passend:
                hier.append((stijl, regels[:passend]))
                ruimte -= passend * stijl.regel
            if passend < len(regels):
                rest.append((stijl, regels[passend:]))
        if rest and len(hier) > 1 and hier[-1][0] is LABEL and rest[0][0] is not LABEL:
            rest.insert(0, hier.pop())  # no label without its value
        while rest and not rest[0][1][0]:  # no empty line at the top of a page
            stijl, regels = rest.pop(0)
            if len(regels) > 1:
                rest.insert(0, (stijl, regels[1:]))
        return Cel(self.x, hier), Cel(self.x, rest)


@dataclass(slots=True)
class Strook:
    """Columns side by side, the full width. `boven` is the space before it, which falls away at the top of a page.

    `plakt` keeps it on one page with the beginning of the next block, and `sluit` with the end of the one before: it
    closes a paper and says nothing alone. `rand` names the sides of the box that it is part of (L, R, T, B) and `lijn`
    a rule under it. `weer` is what the first column says where the strip goes on after a cut. `teken_bij` draws
    something of its own, given the top left corner.
    """

    cellen: list[Cel]
    boven: float = 0
    onder: float = 0
    lucht: float = 0
    plakt: bool = False
    sluit: bool = False
    heel: bool = False
    lijn: bool = False
    rand: str = ""
    weer: Sequence[Stuk] = ()
    vlak: Kleur | None = None
    vast: float = 0
    teken_bij: Callable[[Doek, float, float], None] | None = None
    hoogte: float = field(init=False)

    def __post_init__(self) -> None:
        inhoud = max((cel.hoogte() for cel in self.cellen), default=0)
        self.hoogte = max(inhoud + self.lucht + self.onder, self.vast)

    def begin(self) -> float:
        """Return the least height with which it can begin on a page."""
        if self.heel:
            return self.hoogte
        return min(self.hoogte, self.lucht + self.onder + max((cel.begin() for cel in self.cellen), default=0))

    def split(self, ruimte: float, dwing: bool) -> tuple[Strook, Strook] | None:
        """Return the part that fits and the rest; None where it should go to the next page as a whole."""
        if not dwing and (self.heel or self.begin() > ruimte):
            return None
        ruimte -= self.lucht + self.onder
        delen = [cel.deel(ruimte) for cel in self.cellen]
        if len(delen) == 1 and delen[0][0].aantal() > 2 and delen[0][1].aantal() == 1:
            # no single last line on the next page
            delen = [self.cellen[0].deel(delen[0][0].hoogte() - delen[0][0].stukken[-1][0].regel)]
        if not any(hier.stukken for hier, _ in delen):
            return None
        eerste = replace(self, cellen=[hier for hier, _ in delen], lijn=False, plakt=False, vast=0)
        verder = [over for _, over in delen]
        if self.weer and not verder[0].stukken:
            verder[0] = Cel(verder[0].x, list(self.weer))
        rest = replace(self, cellen=verder, boven=0, teken_bij=None, vast=0, heel=False)
        eerste.rand = self.rand.replace("B", "")
        rest.rand = self.rand.replace("T", "")
        return eerste, rest

    def teken(self, doek: Doek, x: float, y: float) -> None:
        """Draw it with its top left corner at (x, y)."""
        onder = y - self.hoogte
        if self.vlak:
            doek.vlak(x, onder, BREEDTE, self.hoogte, self.vlak)
        for cel in self.cellen:
            top = y - self.lucht
            for stijl, regels in cel.stukken:
                doek.regels(stijl, x + cel.x, top, regels)
                top -= stijl.regel * len(regels)
        if self.lijn:
            doek.lijn(x, onder, x + BREEDTE, onder)
        for zijde in self.rand:
            x1 = x + BREEDTE if zijde == "R" else x
            x2 = x if zijde == "L" else x + BREEDTE
            y1 = onder if zijde == "B" else y
            y2 = y if zijde == "T" else onder
            doek.lijn(x1, y1, x2, y2)
        if self.teken_bij:
            self.teken_bij(doek, x, y)


@dataclass(slots=True)
class Tabel:
    """Rows under a heading that comes back on every page."""

    kop: Strook
    rijen: list[Strook]
    boven: float = 0
    plakt: bool = False
    hoogte: float = field(init=False)

    def __post_init__(self) -> None:
        self.hoogte = self.kop.hoogte + sum(rij.hoogte for rij in self.rijen)

    def begin(self) -> float:
        """Return the height of the heading and the beginning of the first row."""
        return self.kop.hoogte + (self.rijen[0].begin() if self.rijen else 0)

    def split(self, ruimte: float, dwing: bool) -> tuple[Tabel, Tabel] | None:
        """Return the rows that fit and the rest, both with the heading; a row is cut where it must be."""
        over = ruimte - self.kop.hoogte
        for n, rij in enumerate(self.rijen):
            if rij.hoogte <= over + 0.01:
                over -= rij.hoogte
                continue
            deel = rij.split(over, dwing and n == 0)
            # a short row is kept whole when there are others before it
            if deel and (n == 0 or rij.hoogte > 200):
                return Tabel(self.kop, [*self.rijen[:n], deel[0]], self.boven), Tabel(
                    self.kop, [deel[1], *self.rijen[n + 1 :]], 0, self.plakt
                )
            if n == 0:
                return None
            return Tabel(self.kop, self.rijen[:n], self.boven), Tabel(self.kop, self.rijen[n:], 0, self.plakt)
        return None

    def teken(self, doek: Doek, x: float, y: float) -> None:
        """Draw it."""
        for rij in (self.kop, *self.rijen):
            rij.teken(doek, x, y)
            y -= rij.hoogte


class NieuwePagina:
    """What follows begins on a new page."""


_KLEIN = 160.0
"""What is higher is not moved to another page for the sake of the lines that close a paper."""
_KORT = 43.0
"""The height of three lines of text: so much at least stands above the lines that close a paper."""
Pagina = list[tuple[float, Blok]]
"""Blocks with how far below the top of the content each begins."""


def verdeel(blokken: Iterable[Blok | NieuwePagina], hoogte: float) -> list[Pagina]:
    """Return the blocks dealt out over pages with this height of content; there is always one page."""
    rij = list(blokken)
    for n in range(1, len(rij)):
        slot = rij[n]
        if isinstance(slot, Strook) and slot.sluit:
            _houd_bij(rij, n)
    paginas: list[Pagina] = [[]]
    gevuld = 0.0
    gekeken = 0  # up to here the chain of blocks that belong together has been looked at
    for n, ding in enumerate(rij):
        if isinstance(ding, NieuwePagina):
            if paginas[-1]:
                paginas.append([])
            gevuld = 0.0
            continue
        if n >= gekeken:
            nodig, gekeken = _keten(rij, n)
            if paginas[-1] and gevuld + nodig > hoogte and nodig <= hoogte:
                paginas.append([])
                gevuld = 0.0
        blok: Blok = ding
        while True:
            begin = gevuld + (blok.boven if paginas[-1] else 0)
            if begin + blok.hoogte <= hoogte + 0.01:
                break
            deel = blok.split(hoogte - begin, dwing=not paginas[-1])
            if deel:
                paginas[-1].append((begin, deel[0]))
                blok = deel[1]
            elif not paginas[-1]:
                break  # cannot be cut and is higher than a page: what fits is seen, and nothing after it is lost
            paginas.append([])
            gevuld = 0.0
        paginas[-1].append((begin, blok))
        gevuld = begin + blok.hoogte
    return paginas


def _houd_bij(rij: Sequence[Blok | NieuwePagina], slot: int) -> None:
    """Keep what closes a paper on one page with what comes before it: some lines, not one and the codes."""
    hoog = 0.0
    for n in range(slot - 1, -1, -1):
        blok = rij[n]
        if isinstance(blok, NieuwePagina) or (n < slot - 1 and blok.hoogte > _KORT):
            return
        blok.plakt = blok.plakt or blok.hoogte <= _KLEIN
        if not (isinstance(blok, Strook) and blok.sluit):
            hoog += blok.hoogte
        if hoog >= _KORT:
            return


def _keten(rij: Sequence[Blok | NieuwePagina], n: int) -> tuple[float, int]:
    """Return the height of the blocks from `n` that stay together, and the index after them."""
    nodig = 0.0
    while n < len(rij):
        blok = rij[n]
        if isinstance(blok, NieuwePagina):
            break
        n += 1
        nodig += blok.boven + (blok.hoogte if blok.plakt else blok.begin())
        if not blok.plakt:
            break
    return nodig, n
