"""The real clock and the real source of identifiers; app and command line both take them from here."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


class SysteemKlok:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Return the present moment, aware, in local time."""
        from datetime import datetime  # loaded when first asked: the first window needs no date

        return datetime.now().astimezone()


class Uuid7:
    """Identifiers that sort by time of making (RFC 9562, version 7), also when the clock goes back."""

    def __init__(self) -> None:
        self._last = 0
        self._lock = threading.Lock()

    def new(self) -> UUID:
        """Return a fresh UUIDv7."""
        from uuid import UUID  # loads the module platform, and the first window needs no new one

        with self._lock:
            # 12 bits below the millisecond keep the order within one
            tick = max(self._last + 1, time.time_ns() * 4096 // 1_000_000)
            self._last = tick
        ms, sub = tick >> 12, tick & 0xFFF
        value = (ms & (1 << 48) - 1) << 80 | 0x7 << 76 | sub << 64 | 0b10 << 62
        return UUID(int=value | int.from_bytes(os.urandom(8), "big") >> 2)
