"""Searching while one types: plan and records come together in one list, and nothing that one points at moves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from desktop.views.zoeken.bron import KORT, Filter, Zoekbron
from desktop.views.zoeken.rijen import Trefferrij, samen

GEDULD_MS = 30
"""How long the list waits for records before it shows without them."""


class Lijst(Protocol):
    """What shows the lines. `wordt_gekozen`: someone points at one, or went to one with the arrows."""

    wordt_gekozen: bool

    def begin(self) -> None:
        """Other words are looked for."""

    def zet(self, rijen: Sequence[Trefferrij], af: bool) -> None:
        """Show these lines; `af`: nothing follows."""

    def voeg_toe(self, rijen: Sequence[Trefferrij]) -> None:
        """Add lines below."""


class Snelzoeker(QObject):
    """Fills a list while one types. Records stand on top; those that come late go below what someone is choosing."""

    def __init__(self, bron: Zoekbron, lijst: Lijst, parent: QObject) -> None:
        super().__init__(parent)
        self._bron = bron
        self._lijst = lijst
        self._beurt = 0
        self._vondsten: list[Trefferrij] | None = None
        self._dossier: list[Trefferrij] | None = None
        self._getoond = False
        self._geduld = QTimer(self)
        self._geduld.setSingleShot(True)
        self._geduld.setInterval(GEDULD_MS)
        self._geduld.timeout.connect(self._toon)

    def zoek(self, woorden: str, filter_: Filter = KORT) -> None:
        """Look for these words; answers to earlier ones are dropped. No words empty the list."""
        self._beurt += 1
        beurt = self._beurt
        self._vondsten, self._dossier, self._getoond = None, None, False
        self._geduld.stop()
        self._lijst.begin()
        if not woorden.strip():
            self._lijst.zet((), af=True)
            return
        self._bron.dossier(self, woorden, filter_, lambda rijen: self._neem_dossier(beurt, rijen))
        self._bron.vondsten(self, woorden, filter_, lambda rijen: self._neem_vondsten(beurt, rijen))

    def _neem_vondsten(self, beurt: int, rijen: list[Trefferrij]) -> None:
        if beurt != self._beurt:
            return
        self._vondsten = rijen
        if self._dossier is None:
            self._geduld.start()
        else:
            self._toon()

    def _neem_dossier(self, beurt: int, rijen: list[Trefferrij]) -> None:
        if beurt != self._beurt:
            return
        self._dossier = rijen
        if self._vondsten is None:
            return
        if self._getoond and self._lijst.wordt_gekozen:
            if rijen and samen(rijen, self._vondsten)[0] is rijen[0]:
                self._lijst.voeg_toe(rijen)
        else:
            self._toon()

    def _toon(self) -> None:
        self._geduld.stop()
        self._getoond = True
        self._lijst.zet(samen(self._dossier or (), self._vondsten or ()), af=self._dossier is not None)
