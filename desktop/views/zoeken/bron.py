"""Where the search box and the page of results ask: the index in memory, and the vault where one is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.models.opslag import Hit
from desktop.models.vinden import Vondstgroep
from desktop.services.vinden import PER_GROEP, Vinden
from desktop.services.zoeken import Zoeken
from desktop.views.work import Work
from desktop.views.zoeken.rijen import Trefferrij, vondst_rijen

Klaar = Callable[[list[Trefferrij]], None]


@dataclass(frozen=True, slots=True)
class Filter:
    """What is searched: records of these kinds (() is all, None is none of them), at most so many; and of what is in
    memory this group (None is every group), or nothing; its best hits only where it is `kort`.
    """

    kinds: tuple[str, ...] | None = ()
    hoogstens: int = 5
    groep: Vondstgroep | None = None
    geheugen: bool = True
    kort: bool = False


KORT = Filter(kort=True)
"""The list below the box."""


class Zoekbron:
    """Asks both; the index answers at once, the vault later. Without a vault `zoeken` is None."""

    def __init__(self, vinden: Vinden, work: Work, zoeken: Zoeken | None = None) -> None:
        self._vinden = vinden
        self._work = work
        self.zoeken = zoeken

    def vondsten(self, owner: QObject, woorden: str, filter_: Filter, klaar: Klaar) -> None:
        """Give `klaar` the lines of what is in memory: at once or, where the index is still to be made, later."""

        def antwoord(_: object = None) -> None:
            gevonden = self._vinden.zoek(woorden, PER_GROEP if filter_.kort else None)
            klaar(vondst_rijen(gevonden, woorden, self._vinden.handeling, filter_.groep))

        if not filter_.geheugen:
            klaar([])
        elif self._vinden.antwoordt:
            antwoord()
        else:
            self._work.werk(owner, self._vinden.bouw, antwoord)

    def dossier(self, owner: QObject, woorden: str, filter_: Filter, klaar: Klaar) -> None:
        """Give `klaar` the lines of the records that match: later; at once and none where none are asked for."""
        zoeken, kinds, hoogstens = self.zoeken, filter_.kinds, filter_.hoogstens
        if zoeken is None or kinds is None:
            klaar([])
            return
        from desktop.views.zoeken.dossier import dossier_rijen  # brings what shows records: not before a vault is open

        def antwoord(hits: Sequence[Hit]) -> None:
            klaar(dossier_rijen(hits, hoogstens))

        self._work.kluis(owner, lambda: zoeken.zoek(woorden, kinds=kinds, limit=hoogstens), antwoord)
