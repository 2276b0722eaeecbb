"""Searching from the bar: the index over the plan as it is now, records while a vault is open, and what one chose."""

from __future__ import annotations

from threading import Event, current_thread, main_thread
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.app.handelingen import AFDEKKEN, HANDELINGEN, NAAR, THEMA, VERGRENDEL
from desktop.services.hulp import Hulp
from desktop.services.vinden import Vinden
from desktop.services.zoeken import Zoeken
from desktop.views.navigatie import Plek
from desktop.views.zoeken import Doe, Snelzoeker, Zoekbron

if TYPE_CHECKING:
    from desktop.app.programma import Programma

_TONEN = 250
"""A page is painted by then, in ms."""
_HOOGSTENS = 0.5
"""So long after a page was asked for nothing waits any more, in s: the user's thread may be ending the program."""


class Voorrang(QObject):
    """The user's thread goes before work in Python on a lane: each time that it asks for the interpreter while that
    runs takes up to 5 ms, and a page asks dozens of times.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._vrij = Event()
        self._tot = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TONEN)
        self._timer.timeout.connect(self._vrij.set)
        self.geef()  # made for a page that is about to show

    def geef(self) -> None:
        """A page is being shown: hold the work on the lanes for a moment."""
        self._tot = monotonic() + _HOOGSTENS
        self._vrij.clear()
        self._timer.start()

    def wacht(self) -> None:
        """Wait, on a lane, until the page shows; never for ever, and never on the user's thread itself."""
        if current_thread() is main_thread():
            return
        # again and again: while one page is waited for the next can be asked for, with a time of its own
        while (rest := self._tot - monotonic()) > 0 and not self._vrij.wait(rest):
            pass


class Zoeker(QObject):
    """One for the life of the program; made when first needed. `bron` is for pages that search too."""

    def __init__(self, programma: Programma) -> None:
        super().__init__(programma)
        self._p = programma
        self._voorrang = Voorrang(programma)
        self.hulp = Hulp()
        self.vinden = Vinden(programma.planhouder.plan, self.hulp, HANDELINGEN, self._kan, adem=self._voorrang.wacht)
        self.bron = Zoekbron(self.vinden, programma.work)
        self._snel: Snelzoeker | None = None
        programma.planhouder.veranderd.connect(self.bouw)
        programma.venster.toont.connect(self._voorrang.geef)

    def bouw(self) -> None:
        """Make the index of what the plan says now, off the user's thread."""
        self._p.work.werk(self, self.vinden.bouw)

    def zet_zoeken(self, zoeken: Zoeken | None) -> None:
        """A vault is open: its records are found too. None at a lock: nothing of them stays in the list."""
        self.bron.zoeken = zoeken
        if self._snel is not None:
            self._snel.zoek("")

    def zoek(self, woorden: str) -> None:
        """Show what matches below the search box."""
        if self._snel is None:
            self._snel = Snelzoeker(self.bron, self._p.venster.balk.uitkomsten, self)
        self._snel.zoek(woorden)

    def kies(self, doel: object) -> None:
        """Go where a result leads, or do what it says."""
        if isinstance(doel, Plek):
            self._p.navigator.ga(doel)
        elif isinstance(doel, Doe):
            self._doe(doel.sleutel)

    def _doe(self, sleutel: str) -> None:
        for handeling, plek in NAAR.items():
            if handeling.sleutel == sleutel:
                self._p.navigator.ga(plek)
        for handeling, thema in THEMA.items():
            if handeling.sleutel == sleutel:
                self._p.zet_thema(thema)
        if sleutel == VERGRENDEL.sleutel:
            self._p.vergrendel()
        elif sleutel == AFDEKKEN.sleutel:
            self._p.venster.afdekker.wissel()

    def _kan(self, sleutel: str) -> bool:
        plek = next((plek for handeling, plek in NAAR.items() if handeling.sleutel == sleutel), None)
        if plek is not None:
            return plek.page in self._p.paginas
        return sleutel != VERGRENDEL.sleutel or self._p.sessie is not None
