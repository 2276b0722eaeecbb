"""What a person does in the log of a calamity with thousands of lines: writes on, and scrolls."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.views.navigatie import Plek
from tests.benchmarks.eye import filled, painted, until
from tests.benchmarks.longlist import Watch

if TYPE_CHECKING:
    # only to check: the program must not find loaded here what it loads itself
    from desktop.app.programma import Programma
    from desktop.views.calamiteit import CalamiteitPagina

_LINES = 120


class LogList:
    """Drives the page of the one calamity that runs; each method returns times in nanoseconds."""

    def __init__(self, programma: Programma) -> None:
        self._p = programma

    def log_rest(self) -> list[int]:
        """Wait until nothing is counted or read any more behind what shows."""
        self._still()
        return []

    def log_open(self) -> list[int]:
        """Go to the log as Ctrl+Shift+C does; return how many lines it has, and how long it took to be painted."""
        start = time.monotonic_ns()
        self._p.navigator.ga(Plek("calamiteiten", extra="direct"))
        until(lambda: (huidig := self._p.navigator.huidige) is not None and huidig.page == "calamiteit")
        until(lambda: self._page.logboek.model.rowCount() > 0)
        view = self._page.logboek.lijst
        # it can have been painted while this waited for the rows
        view.viewport().update()
        taken = painted(view.viewport(), lambda: filled(view), start)
        self._still()
        self._watch = Watch(self._p)
        return [view.model().rowCount(), taken]

    def log_write(self) -> list[int]:
        """Put line after line down; each from Enter until the page, painted, says that it is on disk."""
        entry, times = self._page.logboek.invoer, []
        for n in range(_LINES):
            entry.regel.setPlainText(f"Regel {n}: de groep is geteld, ouders zijn gebeld en de politie weet ervan")
            self._still()
            said = f"Regel {n}: "
            start = time.monotonic_ns()
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(entry.regel, event)

            def on_disk(said: str = said) -> bool:
                text = entry.stand.accessibleName()
                return text.startswith(said) and "opgeslagen" in text and "wordt" not in text

            times.append(painted(entry.stand, on_disk, start))
            self._still()
        return times

    def log_scroll(self) -> list[int]:
        """From the newest line to the oldest, ten lines at a step."""
        view = self._page.logboek.lijst
        bar, times = view.verticalScrollBar(), []
        step = 10 * view.sizeHintForRow(0)
        bar.setValue(0)
        while bar.value() < bar.maximum():
            start = time.monotonic_ns()
            bar.setValue(bar.value() + step)
            times.append(painted(view.viewport(), lambda: filled(view), start))
        return times

    def log_busy(self) -> list[int]:
        """Return the longest time that the user's thread was busy without a pause since this was asked last."""
        self._still()
        longest = self._watch.longest
        self._watch.again()
        return [longest]

    @property
    def _page(self) -> CalamiteitPagina:
        return self._p.venster.pagina()  # type: ignore[return-value]

    def _still(self) -> None:
        until(lambda: self._p.work.open == 0)
        QApplication.processEvents()
