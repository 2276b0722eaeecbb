"""What a signal shows in a way of its own: passages each under its mark, and the body map with numbered marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from desktop.documents.blokken import Blok, Cel, Doek, Strook
from desktop.documents.rijk import Vloei, letterlijk
from desktop.documents.styles import BREEDTE, CEL, GRIJS, INKT, KLEIN, LABEL, LOPEND, MARINE, Kleur, Stijl
from desktop.documents.text import wijd
from desktop.documents.velden import Tonen, alinea_label
from desktop.models.dossierdelen import Kant, Letsel, Passage, PassageSoort
from desktop.models.lichaam import GEZICHT, OMTREK, RUG, VERHOUDING, Lijn, punten

_MERK = Stijl("semibold", 10, 14, MARINE)
_CURSIEF = Stijl("italic", 10.5, 14.5, INKT)
_IN = 14.0
_HOOG = 196.0
_BREED = _HOOG * VERHOUDING
_ROND = 6.5
_NUMMER = Stijl("semibold", 8, 10, INKT)
_WIT: Kleur = (1, 1, 1)


@dataclass(slots=True)
class Merkblok:
    """Lines with a mark at their left that goes on over pages: each kind of passage has its own, in black too."""

    vloei: Vloei
    soort: PassageSoort | None
    boven: float = 0
    plakt: bool = False
    hoogte: float = field(init=False)

    def __post_init__(self) -> None:
        self.hoogte = self.vloei.hoogte

    def begin(self) -> float:
        """Return the least height with which it can begin on a page."""
        return self.vloei.begin()

    def split(self, ruimte: float, dwing: bool) -> tuple[Merkblok, Merkblok] | None:
        """Return the part that fits and the rest, both with their mark."""
        deel = self.vloei.split(ruimte, dwing)
        if deel is None:
            return None
        return replace(self, vloei=deel[0], plakt=False), replace(self, vloei=deel[1], boven=0)

    def teken(self, doek: Doek, x: float, y: float) -> None:
        """Draw mark and lines."""
        self.vloei.teken(doek, x, y)
        streep(doek, self.soort, x + 3, y, y - self.hoogte)


def streep(doek: Doek, soort: PassageSoort | None, x: float, top: float, onder: float) -> None:
    """Draw the mark of a kind of passage as an upright line: solid, dashed, dotted or double."""
    match soort:
        case PassageSoort.FEIT:
            doek.lijn(x, top, x, onder, MARINE, 3.2)
        case PassageSoort.MENING:
            _gebroken(doek, x, top, onder, 7, 4, 2.2)
        case PassageSoort.HOREN_ZEGGEN:
            _gebroken(doek, x, top, onder, 1.8, 3.6, 2.2)
        case PassageSoort.KIND:
            doek.lijn(x - 1.6, top, x - 1.6, onder, MARINE, 1)
            doek.lijn(x + 1.6, top, x + 1.6, onder, MARINE, 1)
        case _:
            doek.lijn(x, top, x, onder, GRIJS, 0.6)


def _gebroken(doek: Doek, x: float, top: float, onder: float, aan: float, uit: float, dik: float) -> None:
    y = top
    while y > onder:
        doek.lijn(x, y, x, max(y - aan, onder), MARINE, dik)
        y -= aan + uit


def passages(rijen: Sequence[Passage], tonen: Tonen) -> Iterator[Blok]:
    """Yield each passage under its mark: feit, mening, van horen zeggen or woorden van het kind, and whose it is."""
    zetter, binnen = tonen.zetter, BREEDTE - _IN
    for rij in rijen:
        merk = rij.soort.label if rij.soort else "Nog niet gemerkt"
        van = f" · van {tonen.namen.veld(rij.bron)}" if rij.bron.strip() else ""
        if rij.toestemming is False:
            van += " · de bron wil niet dat dit wordt vastgelegd"
        kop = Vloei(letterlijk(f"{merk}{van}", zetter, _MERK, binnen), _MERK, x=_IN, lucht=2)
        yield Merkblok(kop, rij.soort, boven=10, plakt=True)
        stijl = _CURSIEF if rij.soort is PassageSoort.KIND else LOPEND
        tekst = tonen.namen.lopend(rij.tekst).strip() or "–"
        yield Merkblok(Vloei(letterlijk(tekst, zetter, stijl, binnen), stijl, x=_IN, onder=3), rij.soort)


def lichaamskaart(rijen: Sequence[Letsel], tonen: Tonen) -> Iterator[Blok]:
    """Yield the body from both sides with the marks numbered, and what was seen at each."""
    zetter = tonen.zetter
    yield alinea_label("Letsel op het lichaam: alleen wat zonder onderzoek te zien was", zetter)

    def teken(doek: Doek, x: float, y: float) -> None:
        for kant, links in ((Kant.VOOR, x + 60), (Kant.ACHTER, x + BREEDTE - 60 - _BREED)):
            lichaam(doek, kant, links, y)
            # several marks at one place stay readable: the later ones step aside
            bezet: list[tuple[float, float]] = []
            for n, rij in enumerate(rijen, 1):
                if (rij.kant or Kant.VOOR) is kant and rij.x is not None and rij.y is not None:
                    _punt(doek, n, _binnen(rij.x) * _BREED + links, y - _binnen(rij.y) * _HOOG, bezet)

    yield Strook([], boven=4, vast=_HOOG + 26, heel=True, plakt=True, teken_bij=teken)
    for n, rij in enumerate(rijen, 1):
        waar = " · ".join(filter(None, (rij.kant.label if rij.kant else "", rij.plek.strip())))
        if rij.x is None or rij.y is None:
            waar = f"{waar} (niet aangewezen)".lstrip()
        breed = BREEDTE * 0.38

        def nummer(doek: Doek, x: float, y: float, n: int = n) -> None:
            _rondje(doek, n, x + _ROND + 1, y - 12)

        yield Strook(
            [
                Cel(24, [(CEL, zetter.regels(waar or "–", CEL, breed - 30))]),
                Cel(breed, [(CEL, zetter.regels(rij.wat or "–", CEL, BREEDTE - breed))]),
            ],
            lucht=5,
            onder=5,
            lijn=True,
            teken_bij=nummer,
        )


def _binnen(duizendste: int) -> float:
    return min(max(duizendste, 0), 1000) / 1000


def lichaam(doek: Doek, kant: Kant, links: float, top: float, hoog: float = _HOOG) -> None:
    """Draw the body from one side, `hoog` high, and say which hand is which."""
    breed = hoog * VERHOUDING
    lijnen: tuple[Lijn, ...] = (*OMTREK, *(GEZICHT if kant is Kant.VOOR else RUG))
    paden = [[(links + px / 1000 * breed, top - py / 1000 * hoog) for px, py in punten(lijn)] for lijn in lijnen]
    doek.halen(paden, [1.0] * len(OMTREK) + [0.6] * (len(lijnen) - len(OMTREK)))
    zijden = ("rechts", "links") if kant is Kant.VOOR else ("links", "rechts")
    for woord, x in zip(zijden, (links - 24, links + breed + 24), strict=True):
        doek.regels(KLEIN, x - wijd(woord, KLEIN) / 2, top - hoog * 0.44, [woord])
    naam = kant.label
    doek.regels(LABEL, links + breed / 2 - wijd(naam, LABEL) / 2, top - hoog - 6, [naam])


def _punt(doek: Doek, n: int, x: float, y: float, bezet: list[tuple[float, float]]) -> None:
    plek = x
    while any(abs(plek - bx) < 2 * _ROND and abs(y - by) < 2 * _ROND for bx, by in bezet[-40:]):
        plek += 2 * _ROND
    bezet.append((plek, y))
    if plek != x:
        doek.lijn(x, y, plek, y, INKT, 0.8)
    _rondje(doek, n, plek, y)


def _rondje(doek: Doek, n: int, x: float, y: float) -> None:
    doek.cirkel(x, y, _ROND, INKT, _WIT, 1.1)
    tekst = str(n)
    doek.regels(_NUMMER, x - wijd(tekst, _NUMMER) / 2, y + 5.2, [tekst])
