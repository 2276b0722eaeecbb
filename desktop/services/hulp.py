"""The manual for views: its pages in order, one page by its key, and searching in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from desktop.models.handleiding import Handleidingpagina, Vondst
from desktop.models.vinden import Vondstgroep
from desktop.policy.handleiding import laad, plat
from desktop.policy.zoekindex import Stuk, Zoekindex

_KOP = re.compile(r"^#{2,6} +(.*)$", re.MULTILINE)
EERSTE = "eerste-dag"
"""The page that shows where nothing more fitting is known."""


class Hulp:
    """The manual. It holds nothing of the vault, so it is there before unlocking and needs no session or lane.

    The files are read when the manual is first asked for (28 small files), not when the program starts.
    """

    def __init__(self, bron: Callable[[], Sequence[Handleidingpagina]] = laad) -> None:
        self._bron = bron
        self._gelezen: tuple[Handleidingpagina, ...] | None = None
        self._index: Zoekindex | None = None

    def paginas(self) -> tuple[Handleidingpagina, ...]:
        """Return all pages in order. Raises HandleidingFout where the shipped manual is damaged."""
        if self._gelezen is None:
            self._gelezen = tuple(self._bron())
        return self._gelezen

    def pagina(self, sleutel: str) -> Handleidingpagina:
        """Return a page; for a key without one the page for the first day, so that F1 always gives something."""
        op_sleutel = {pagina.sleutel: pagina for pagina in self.paginas()}
        return op_sleutel[sleutel if sleutel in op_sleutel else EERSTE]

    def zie_ook(self, pagina: Handleidingpagina) -> tuple[Handleidingpagina, ...]:
        """Return the pages to read next."""
        return tuple(self.pagina(sleutel) for sleutel in pagina.zie)

    def zoek(self, woorden: str) -> tuple[Vondst, ...]:
        """Return the pages that hold all words, in whatever form, best first; see `policy.zoekindex`."""
        if self._index is None:
            self._index = Zoekindex(als_stuk(pagina) for pagina in self.paginas())
        vraag = self._index.vraag(woorden)
        stukken = [een.stuk for een in self._index.zoek(vraag)]
        fragmenten = self._index.fragmenten(vraag, stukken)
        paren = zip(stukken, fragmenten, strict=True)
        return tuple(Vondst(self.pagina(stuk.sleutel.partition(":")[2]), fragment) for stuk, fragment in paren)


def als_stuk(pagina: Handleidingpagina) -> Stuk:
    """Return a page of the manual as something to find."""
    groep = Vondstgroep.HANDLEIDING.value
    koppen = koppen_in(pagina.tekst)
    return Stuk(f"{groep}:{pagina.sleutel}", groep, pagina.titel, plat(pagina.tekst), koppen, pagina.volgorde)


def koppen_in(tekst: str) -> str:
    """Return the headings in a page's Markdown, one a line."""
    return "\n".join(_KOP.findall(tekst))
