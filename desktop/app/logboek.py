"""The log file: identifiers and events, never content. And what happens when the program has a bug."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from desktop.services.fouten import beschrijf

log = logging.getLogger("vangnet")
_MAX_BYTES = 200_000


class Logbestand(logging.FileHandler):
    """A log in 3 files of 200 kB at most. Python's own brings sockets along, and the first window waits for it."""

    def __init__(self, pad: Path) -> None:
        super().__init__(pad, encoding="utf-8")
        self._pad = pad

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line; a full file makes room first."""
        try:
            if self.stream is not None and self.stream.tell() > _MAX_BYTES:
                self.stream.close()
                self._schuif_door()
        except OSError:
            self.handleError(record)
            return
        super().emit(record)

    def _schuif_door(self) -> None:
        try:
            for oud, nieuw in ((".1", ".2"), ("", ".1")):
                bron = self._pad.with_name(self._pad.name + oud)
                if bron.exists():
                    bron.replace(self._pad.with_name(self._pad.name + nieuw))
        finally:
            self.stream = self._open()  # what could not be moved goes on growing


def begin_log(folder: Path) -> None:
    """Write the log to a folder, 3 files of 200 kB at most; where that cannot be done there is no log."""
    log.setLevel(logging.INFO)
    log.propagate = False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = Logbestand(folder / "vangnet.log")
    except OSError:
        log.addHandler(logging.NullHandler())
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)


class Vangrail:
    """Catches what nothing else caught: logs where it was, and tells the person; sends nothing anywhere."""

    def __init__(self, meld: Callable[[str], None]) -> None:
        self._meld = meld

    def plaats(self) -> None:
        """Become the handler of uncaught errors on every thread, and of those that Python can only mention."""
        sys.excepthook = self._hook
        threading.excepthook = lambda args: self.onverwacht(args.exc_value or RuntimeError())
        # Python's own would write message and value to the console; there is nothing a person can do with it
        sys.unraisablehook = lambda args: _noteer(args.exc_value or RuntimeError())

    def onverwacht(self, error: BaseException) -> None:
        """Log an error that is a bug, and show its place."""
        self._meld(_noteer(error))

    def _hook(self, kind: type[BaseException], error: BaseException, tb: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, tb)
            return
        self.onverwacht(error)


def _noteer(error: BaseException) -> str:
    plek = beschrijf(error)
    log.error("onverwacht %s", plek.replace("\n", " <"))
    return plek


def geen_geheugendump() -> None:
    """Let a crash leave no copy of memory on disk, where the system lets a program say so.

    What swap, hibernation and Windows' own error reporting keep is for the encryption of the whole disk.
    """
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
