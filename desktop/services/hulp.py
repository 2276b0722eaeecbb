"""The manual for views: its pages in order, one page by its key, and searching in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.models.handleiding import Handleidingpagina, Vondst
from desktop.policy.handleiding import laad, zoek

EERSTE = "eerste-dag"
"""The page that shows where nothing more fitting is known."""


class Hulp:
    """The manual. It holds nothing of the vault, so it is there before unlocking and needs no session or lane.

    The files are read when the manual is first asked for (28 small files), not when the program starts.
    """

    def __init__(self, bron: Callable[[], Sequence[Handleidingpagina]] = laad) -> None:
        self._bron = bron
        self._gelezen: tuple[Handleidingpagina, ...] | None = None

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
        """Return the pages that hold all words, best first; see `policy.handleiding.zoek`."""
        return zoek(self.paginas(), woorden)
