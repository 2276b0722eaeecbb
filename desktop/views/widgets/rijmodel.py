"""What a list shows: short lists that are there at once, and long ones of which the rows come by the page."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.views.widgets.kaart import Toon

Index = QModelIndex | QPersistentModelIndex
RIJ = Qt.ItemDataRole.UserRole + 1
"""The model role under which a `RijInhoud` is found; None while its page is on the way."""

_ONDERWEG = 2
"""How many pages are asked for at a time: what is in view can lie on two."""
_WACHT = 4
"""How many more are remembered, the newest wish first; a bar dragged past a page does not want it any more."""


@dataclass(frozen=True, slots=True)
class RijInhoud:
    """One row: `sleutel` is what choosing it gives back (None: nothing to choose); `pil` a state in a word, its tone
    and icon with it.
    """

    sleutel: object
    titel: str
    regel: str = ""
    icoon: str = ""
    kleur: str = "accent"
    links: str = ""
    pil: str = ""
    toon: Toon = "info"
    pil_icoon: str = ""

    def voorgelezen(self) -> str:
        """Return the row as a screen reader says it."""
        return ", ".join(deel for deel in (self.titel, self.regel, self.links, self.pil) if deel)


_WEG = RijInhoud(None, "Staat niet meer in deze kluis")
"""Stands where a row was that is gone since the list was made; those below keep their places."""

Rijen = Mapping[Any, RijInhoud]
"""Rows by their keys: a row that is missing never moves another one up."""
Antwoord = Callable[[Rijen | None], None]
"""Takes the rows of one page, or None where they could not be had."""


class BladModel(QAbstractListModel):
    """Rows by the page, of a list that is known by its keys.

    `haal(sleutels, antwoord)` is called with the keys of one page and calls `antwoord`, later, with their rows. At most
    two pages are on the way at a time and `bewaar` stay in memory; one that is scrolled away is asked for again.
    """

    def __init__(self, haal: Callable[[Sequence[Any], Antwoord], None], blad: int = 50, bewaar: int = 40) -> None:
        super().__init__()
        self._haal = haal
        self._blad = blad
        self._bewaar = bewaar
        self._sleutels: Sequence[Any] = ()
        self._bladen: OrderedDict[int, Sequence[RijInhoud]] = OrderedDict()
        self._vragen = count()
        self._onderweg: dict[int, int] = {}
        self._wacht: OrderedDict[int, None] = OrderedDict()
        self._zicht = range(0)

    @property
    def sleutels(self) -> Sequence[Any]:
        """The keys of all rows, in order."""
        return self._sleutels

    @property
    def bekend(self) -> int:
        """How many rows are in memory."""
        return sum(len(rijen) for rijen in self._bladen.values())

    def begin(self, sleutels: Sequence[Any]) -> None:
        """Start anew with these keys, no row known. Answers for an earlier list are dropped."""
        self.beginResetModel()
        self._sleutels = sleutels
        self._bladen.clear()
        self._onderweg.clear()
        self._wacht.clear()
        self._zicht = range(0)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return how many rows there are, known or not."""
        return 0 if parent.isValid() else len(self._sleutels)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, the row under `RIJ`, or what is read aloud."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, RIJ, Qt.ItemDataRole.AccessibleTextRole):
            return None
        rij = self._rij(index.row())
        if role == RIJ:
            return rij
        if rij is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole else "wordt geladen"
        return rij.titel if role == Qt.ItemDataRole.DisplayRole else rij.voorgelezen()

    def in_zicht(self, eerste: int, laatste: int) -> None:
        """Say which rows are in view: once those are there, the pages beside them are fetched too."""
        self._zicht = range(eerste, laatste + 1)
        self._kijk_vooruit()

    def _rij(self, nummer: int) -> RijInhoud | None:
        blad, plaats = divmod(nummer, self._blad)
        rijen = self._bladen.get(blad)
        if rijen is None:
            self._wil(blad)
            return None
        self._bladen.move_to_end(blad)
        return rijen[plaats]

    def _wil(self, blad: int) -> None:
        if blad in self._onderweg:
            return
        if len(self._onderweg) < _ONDERWEG:
            self._vraag(blad)
            return
        self._wacht[blad] = None
        self._wacht.move_to_end(blad)
        if len(self._wacht) > _WACHT:
            self._wacht.popitem(last=False)

    def _vraag(self, blad: int) -> None:
        start = blad * self._blad
        sleutels = self._sleutels[start : start + self._blad]
        vraag = self._onderweg[blad] = next(self._vragen)
        self._haal(sleutels, lambda rijen: self._ontvang(blad, vraag, sleutels, rijen))

    def _ontvang(self, blad: int, vraag: int, sleutels: Sequence[Any], rijen: Rijen | None) -> None:
        if self._onderweg.get(blad) != vraag:
            return  # an answer for an earlier list: its rows are others
        del self._onderweg[blad]
        if rijen is None:
            # what keeps one page away keeps the next away too: whoever looks again asks again
            self._wacht.clear()
            return
        self._bladen[blad] = [rijen.get(sleutel, _WEG) for sleutel in sleutels]
        while len(self._bladen) > self._bewaar:
            self._bladen.popitem(last=False)
        start = blad * self._blad
        self.dataChanged.emit(self.index(start), self.index(start + len(sleutels) - 1))
        if self._wacht and len(self._onderweg) < _ONDERWEG:
            volgend, _ = self._wacht.popitem()
            if volgend not in self._bladen:
                self._vraag(volgend)
        self._kijk_vooruit()

    def _kijk_vooruit(self) -> None:
        if not self._zicht or self._onderweg or self._wacht:
            return
        eerste, laatste = self._zicht[0] // self._blad, self._zicht[-1] // self._blad
        for blad in (laatste + 1, eerste - 1):
            if 0 <= blad * self._blad < len(self._sleutels) and blad not in self._bladen:
                self._vraag(blad)
                return


class VasteModel(QAbstractListModel):
    """A short list that is there at once."""

    def __init__(self, rijen: Sequence[RijInhoud] = ()) -> None:
        super().__init__()
        self._rijen = tuple(rijen)

    def zet(self, rijen: Sequence[RijInhoud]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rijen = tuple(rijen)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rijen)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, the row under `RIJ`, or what is read aloud."""
        if not index.isValid():
            return None
        rij = self._rijen[index.row()]
        if role == RIJ:
            return rij
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return rij.voorgelezen()
        return rij.titel if role == Qt.ItemDataRole.DisplayRole else None
