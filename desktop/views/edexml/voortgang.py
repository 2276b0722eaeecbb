"""How far a long call on a lane is, brought to the user's thread; and the wish to stop it, brought back."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Signal


class Voortgang(QObject):
    """Called on a lane with (done, total); `stand` arrives where its receiver lives. False means: stop."""

    stand = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._stop = threading.Event()
        self._promille = -1

    def __call__(self, gedaan: int, totaal: int) -> bool:
        """Tell how far it is, at most a thousand times in all; returns whether to go on."""
        promille = gedaan * 1000 // totaal if totaal else 0
        if promille != self._promille:
            self._promille = promille
            self.stand.emit(gedaan, totaal)
        return not self._stop.is_set()

    def stop(self) -> None:
        """Ask to stop; the call decides at its next step."""
        self._stop.set()
