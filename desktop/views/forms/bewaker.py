"""Keeps what is half written: a draft is saved within two seconds of its first unsaved key, and at every leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from desktop.models.core import Values
from desktop.models.errors import UserError

WACHT_MS = 1_500
"""From the first unsaved key to the save; what the save itself takes must fit in the two seconds too."""
OPNIEUW_MS = (2_000, 4_000, 8_000)

Bewaar = Callable[[Values, Callable[[], None], Callable[[UserError], None]], None]
"""Saves values and calls the first when they are on disk, the second when they are not; once, on this thread."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Whether the draft is safe: new and empty, as loaded, waiting, being saved, saved at a time, or not and why."""

    soort: Literal["leeg", "schoon", "wacht", "bezig", "bewaard", "mislukt"]
    om: time | None = None
    zin: str = ""


class ConceptBewaker(QObject):
    """Saves the values of a form as a draft.

    The clock starts at the first change and is not set back by the next ones. What failed stays unsaved and is tried
    again, also without another key. Two saves may be under way: they are told apart by number, the newest counts.
    """

    stand = Signal(object)
    bewaard = Signal()
    """Everything typed so far is on disk."""

    def __init__(
        self, lees: Callable[[], Values], bewaar: Bewaar, nu: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._lees = lees
        self._bewaar = bewaar
        self._nu = nu
        self._versie = 0
        self._veilig = 0
        self._verstuurd = 0
        self._mislukt = 0
        self._ronde = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tijd)

    def vuil(self) -> bool:
        """Whether something is not on disk yet."""
        return self._versie > self._veilig

    def veranderd(self) -> None:
        """A person changed something."""
        self._versie += 1
        if not self._timer.isActive():
            self._timer.start(WACHT_MS)
            if not self._mislukt:
                self.stand.emit(Stand("wacht"))

    def flush(self) -> bool:
        """Send what is not saved now, at lock or leave; returns whether something is not on disk yet.

        The lane that saves is a queue: what is sent here is saved before what is sent later.
        """
        self._timer.stop()
        if self._versie > self._verstuurd or (self.vuil() and self._mislukt):
            self._stuur()
        return self.vuil()

    def herstart(self) -> None:
        """The form shows something else: nothing is unsaved, and what is still under way no longer matters here."""
        self._timer.stop()
        self._ronde += 1
        self._versie = self._veilig = self._verstuurd = self._mislukt = 0
        self.stand.emit(Stand("schoon"))

    def _tijd(self) -> None:
        if self.vuil():
            self._stuur()

    def _stuur(self) -> None:
        versie, ronde = self._versie, self._ronde
        self._verstuurd = versie
        self.stand.emit(Stand("bezig"))

        def gelukt() -> None:
            if isValid(self) and ronde == self._ronde:
                self._gelukt(versie)

        def mislukt(fout: UserError) -> None:
            if isValid(self) and ronde == self._ronde:
                self._faalt(versie, fout)

        self._bewaar(self._lees(), gelukt, mislukt)

    def _gelukt(self, versie: int) -> None:
        self._veilig = max(self._veilig, versie)
        self._mislukt = 0
        if not self.vuil():
            self._timer.stop()
            self.stand.emit(Stand("bewaard", self._nu().time()))
            self.bewaard.emit()
        elif not self._timer.isActive() and self._versie > self._verstuurd:
            self._timer.start(WACHT_MS)

    def _faalt(self, versie: int, fout: UserError) -> None:
        if versie <= self._veilig:
            return  # something newer is on disk already
        # not sent, as far as the next attempt is concerned
        self._verstuurd = min(self._verstuurd, self._veilig)
        self._timer.start(OPNIEUW_MS[min(self._mislukt, len(OPNIEUW_MS) - 1)])
        self._mislukt += 1
        self.stand.emit(Stand("mislukt", zin=str(fout)))
