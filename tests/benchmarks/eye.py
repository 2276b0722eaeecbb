"""Sees from within a program when something is painted."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPoint
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    # only to check: the program must not find loaded here what it loads itself
    from desktop.views.widgets import LijstView


class Eye(QObject):
    """Sees whether a widget was painted since something held."""

    def __init__(self, widget: QWidget, holds: Callable[[], bool]) -> None:
        super().__init__(widget)
        self.painted = False
        self._holds = holds
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a painting."""
        if event.type() is QEvent.Type.Paint and self._holds():
            self.painted = True
        return False


def filled(view: LijstView) -> bool:
    """Whether every row in sight has its content."""
    from desktop.views.widgets import RIJ

    height = view.viewport().height()
    first, last = view.indexAt(QPoint(1, 1)), view.indexAt(QPoint(1, height - 2))
    return first.isValid() and all(index.data(RIJ) is not None for index in (first, last) if index.isValid())


def until(holds: Callable[[], bool]) -> None:
    """Let the program work until something holds."""
    while not holds():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def painted(widget: QWidget, holds: Callable[[], bool], start: int) -> int:
    """Return how long it takes from `start` until a widget is painted and shows what it should."""
    eye = Eye(widget, holds)
    until(lambda: eye.painted)
    taken = time.monotonic_ns() - start
    widget.removeEventFilter(eye)
    return taken
