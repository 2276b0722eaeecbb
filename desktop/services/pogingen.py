"""The growing delay after wrong passphrases. Imports nothing heavy: the unlock screen stands on it."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.core import Clock

VRIJ = 3
LANGST = 60


class Pogingen:
    """No delay for three wrong passphrases, then 2, 4, 8 ... 60 seconds. Never wipes anything.

    `noteer` writes one line in the log for each, without what was typed.
    """

    def __init__(self, clock: Clock, noteer: Callable[[], None]) -> None:
        self._clock = clock
        self._noteer = noteer
        self._fout = 0
        self._tot: datetime | None = None

    def wachten(self) -> int:
        """Return how many seconds still to wait; 0 when one may try."""
        if self._tot is None:
            return 0
        from datetime import timedelta

        nu = self._clock.now()
        if self._tot - nu > timedelta(seconds=LANGST):
            # the clock was set back: without this the wait would last until it is where it was
            self._tot = nu + timedelta(seconds=LANGST)
        return max(0, ceil((self._tot - nu).total_seconds()))

    def fout(self) -> None:
        """Count a wrong passphrase."""
        from datetime import timedelta  # the first window counts nothing

        self._fout += 1
        self._noteer()
        if self._fout > VRIJ:
            self._tot = self._clock.now() + timedelta(seconds=min(LANGST, 2 ** (self._fout - VRIJ)))

    def goed(self) -> None:
        """Start anew after a right one."""
        self._fout = 0
        self._tot = None
