"""Running text with bold words and links: broken into lines, cut between pages, never with a lonely line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from desktop.documents.blokken import Doek, Segment
from desktop.documents.styles import BREEDTE, Kleur, Stijl
from desktop.documents.text import Zetter, wijd

Regel = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Deel:
    """A piece of text in one style that leads to an anchor of the document, or nowhere ('')."""

    tekst: str
    stijl: Stijl
    doel: str = ""
    stil: bool = False


def zet_regels(delen: Iterable[Deel], zetter: Zetter, breedte: float) -> list[Regel]:
    """Return pieces of text as lines no wider than `breedte`; there is always one. A new line in a text stays one."""
    zuiver = [replace(d, tekst=zetter.zuiver(d.tekst, d.stijl)) for d in delen]
    uit: list[Regel] = []
    regel = _Regel(breedte)
    woord: list[Deel] = []

    def leg() -> None:
        nonlocal regel
        if not woord:
            return
        if not regel.past(woord):
            if regel.leeg:
                uit.extend(_gebroken(woord, zetter, breedte))
                woord.clear()
                return
            uit.append(regel.klaar())
            regel = _Regel(breedte)
            leg()
            return
        regel.bij(woord)
        woord.clear()

    for deel in zuiver:
        for n, stuk in enumerate(deel.tekst.split("\n")):
            if n:
                leg()
                uit.append(regel.klaar())
                regel = _Regel(breedte)
            for m, stukje in enumerate(stuk.split(" ")):
                if m:
                    leg()
                    regel.spatie(deel)
                if stukje:
                    woord.append(Deel(stukje, deel.stijl, deel.doel, deel.stil))
    leg()
    if not regel.leeg or not uit:
        uit.append(regel.klaar())
    return uit


def _gebroken(woord: Sequence[Deel], zetter: Zetter, breedte: float) -> list[Regel]:
    """Return a word that is wider than a line as lines, in the style it begins with."""
    eerste = woord[0]
    regels = zetter.regels("".join(deel.tekst for deel in woord), eerste.stijl, breedte)
    return [(Segment(0, wijd(r, eerste.stijl), r, eerste.stijl, eerste.doel),) for r in regels]


class _Regel:
    """A line that is being filled; neighbours of one look become one piece."""

    def __init__(self, breedte: float) -> None:
        self._ruimte = breedte + 0.01
        self._stukken: list[tuple[Deel, list[str], float]] = []
        self._wijd = 0.0
        self._spatie: Deel | None = None

    @property
    def leeg(self) -> bool:
        return not self._stukken

    def spatie(self, deel: Deel) -> None:
        """Remember that a space comes before the next word; none stands at the beginning."""
        if self._stukken and self._spatie is None:
            self._spatie = deel

    def past(self, woord: Sequence[Deel]) -> bool:
        nodig = sum(wijd(deel.tekst, deel.stijl) for deel in woord)
        return self._wijd + (wijd(" ", self._spatie.stijl) if self._spatie else 0) + nodig <= self._ruimte

    def bij(self, woord: Sequence[Deel]) -> None:
        delen = list(woord)
        if self._spatie:
            vorige = self._stukken[-1][0]
            # a link is not underlined into the space around it
            eigen = self._spatie if not self._spatie.doel or vorige.doel == delen[0].doel else replace(vorige, doel="")
            delen.insert(0, Deel(" ", eigen.stijl, eigen.doel, eigen.stil))
            self._spatie = None
        for deel in delen:
            breed = wijd(deel.tekst, deel.stijl)
            self._wijd += breed
            if self._stukken:
                laatste, teksten, tot = self._stukken[-1]
                if laatste.stijl is deel.stijl and laatste.doel == deel.doel:
                    teksten.append(deel.tekst)
                    self._stukken[-1] = (laatste, teksten, tot + breed)
                    continue
            self._stukken.append((deel, [deel.tekst], breed))

    def klaar(self) -> Regel:
        x, uit = 0.0, []
        for deel, teksten, breed in self._stukken:
            uit.append(Segment(x, breed, "".join(teksten), deel.stijl, deel.doel, deel.stil))
            x += breed
        return tuple(uit)


def letterlijk(tekst: str, zetter: Zetter, stijl: Stijl, breedte: float) -> list[Regel]:
    """Return a text in which nothing is a mark as lines in one style."""
    return [(Segment(0, wijd(r, stijl), r, stijl),) for r in zetter.regels(tekst, stijl, breedte)]


@dataclass(slots=True)
class Vloei:
    """Lines of one height as a block: `x` from the left; `breedte` is how wide the ground behind them is.

    `teken_voor` draws the bullet, number or icon of its first line, given the left of the block and the top of that
    line. A ground (`vlak`) with a bar at its left (`balk`) goes on where the text does. `anker` is where links to it
    come out. `heel` keeps it on one page.
    """

    regels: list[Regel]
    stijl: Stijl
    x: float = 0
    breedte: float = BREEDTE
    boven: float = 0
    onder: float = 0
    lucht: float = 0
    plakt: bool = False
    heel: bool = False
    vlak: Kleur | None = None
    balk: Kleur | None = None
    anker: str = ""
    teken_voor: Callable[[Doek, float, float], None] | None = None
    hoogte: float = field(init=False)

    def __post_init__(self) -> None:
        self.hoogte = self.lucht + self.onder + len(self.regels) * self.stijl.regel

    def begin(self) -> float:
        """Return the least height with which it can begin on a page: two lines, or three where one would be left."""
        regels = len(self.regels)
        eerste = regels if self.heel or regels <= 3 else 2
        return self.lucht + self.onder + eerste * self.stijl.regel

    def split(self, ruimte: float, dwing: bool) -> tuple[Vloei, Vloei] | None:
        """Return the part that fits and the rest, neither of one line where that can be; None for the whole later."""
        if not dwing and self.begin() > ruimte:
            return None
        aantal = int((ruimte - self.lucht - self.onder + 0.01) // self.stijl.regel)
        if len(self.regels) - aantal == 1 and aantal > 2:
            aantal -= 1
        if not 0 < aantal < len(self.regels):
            return None
        return (
            replace(self, regels=self.regels[:aantal], plakt=False),
            replace(self, regels=self.regels[aantal:], boven=0, anker="", teken_voor=None, heel=False),
        )

    def teken(self, doek: Doek, x: float, y: float) -> None:
        """Draw it."""
        if self.anker:
            doek.anker(self.anker, y)
        if self.vlak:
            doek.vlak(x, y - self.hoogte, self.breedte, self.hoogte, self.vlak)
        if self.balk:
            doek.vlak(x, y - self.hoogte, 3, self.hoogte, self.balk)
        top = y - self.lucht
        if self.teken_voor:
            self.teken_voor(doek, x, top)
        basis = top - (self.stijl.regel - self.stijl.maat) / 2 - 0.76 * self.stijl.maat
        for regel in self.regels:
            doek.stukken(x + self.x, basis, regel)
            basis -= self.stijl.regel
