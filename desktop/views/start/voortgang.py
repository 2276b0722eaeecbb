"""Brings the progress of a long call from its lane to the screen, and a person's "stop" back to the call."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Signal


class Voortgang(QObject):
    """Give `meld` to the call: it tells how far it is, and returns False once `breek_af` was asked for.

    `stand` arrives on the user's thread, whatever thread the call runs on.
    """

    stand = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._laatst = -1

    def meld(self, gedaan: int, totaal: int) -> bool:
        """Take how far it is; at most a hundred times does that go to the screen."""
        deel = gedaan * 100 // totaal if totaal else 0
        if deel != self._laatst:
            self._laatst = deel
            # in hundredths: a vault of 5 GB does not fit in the 32 bits of a progress bar
            self.stand.emit(deel, 100 if totaal else 0)
        return not self._stop.is_set()

    def breek_af(self) -> None:
        """Ask the call to stop at its next step."""
        self._stop.set()
