"""What a person does in the list of conversations with 100,000 rows, and how long the window could not answer."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.views.navigatie import Plek
from tests.benchmarks.eye import filled, painted, until

if TYPE_CHECKING:
    # only to check: the program must not find loaded here what it loads itself
    from desktop.app.programma import Programma
    from desktop.views.gesprekken import GesprekkenPagina
    from desktop.views.leerlingen import LeerlingenPagina
    from desktop.views.widgets import LijstView

_ROWS = 100
_KEYS = 300


class Watch(QObject):
    """Sees how long the user's thread is busy without a pause: a clock there strikes each millisecond it is free."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.longest = 0
        self._last = time.monotonic_ns()
        self._clock = QTimer(self)
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._strike)
        self._clock.start(1)

    def again(self) -> None:
        """Forget what was before."""
        self.longest = 0
        self._last = time.monotonic_ns()

    def _strike(self) -> None:
        now = time.monotonic_ns()
        self.longest = max(self.longest, now - self._last - 1_000_000)
        self._last = now


class LongList:
    """Drives the list; each method returns what each step took until painted with its rows, in nanoseconds."""

    def __init__(self, programma: Programma) -> None:
        self._p = programma

    def open(self) -> list[int]:
        """Go to the list; return how many rows it has, and how long it took."""
        start = time.monotonic_ns()
        self._p.navigator.ga(Plek("gesprekken"))
        until(lambda: self._view.model().rowCount() > 0)
        taken = painted(self._view.viewport(), lambda: filled(self._view), start)
        self._still()
        self._watch = Watch(self._p)
        return [self._view.model().rowCount(), taken]

    def through(self) -> list[int]:
        """From the first row to the last, a hundred at a step."""
        bar, times = self._view.verticalScrollBar(), []
        step = _ROWS * self._view.sizeHintForRow(0)
        while bar.value() < bar.maximum():
            times.append(self._shown(lambda: bar.setValue(bar.value() + step)))
        return times

    def keys(self) -> list[int]:
        """Home, then Page Down again and again."""
        self._view.setFocus()
        self._view.setCurrentIndex(self._view.model().index(self._view.model().rowCount() - 1, 0))
        self._shown(lambda: self._key(Qt.Key.Key_Home))
        times, last = [], self._view.model().rowCount() - 1
        while len(times) < _KEYS and self._view.currentIndex().row() < last:
            times.append(self._shown(lambda: self._key(Qt.Key.Key_PageDown)))
        return times

    def jumps(self) -> list[int]:
        """The middle, the end, the top, and places between that no one was near."""
        bar, times = self._view.verticalScrollBar(), []
        for n in range(1, 20):
            for do in (
                lambda n=n: bar.setValue(bar.maximum() * (n * 7 % 20) // 20),
                lambda: self._key(Qt.Key.Key_End),
                lambda: bar.setValue(bar.maximum() // 2),
                lambda: self._key(Qt.Key.Key_Home),
            ):
                times.append(self._shown(do))
        return times

    def filters(self) -> list[int]:
        """Every other choice above the list, one after another, ending with all rows."""
        bar, times = self._page.filters, []
        for choice in (bar.soort, bar.status, bar.volgorde):
            for n in (*range(1, choice.count()), 0):
                if choice is bar.status and n == choice.count() - 1:
                    continue  # withdrawn: there is none
                times.append(self._anew(lambda choice=choice, n=n: choice.setCurrentIndex(n)))
        return times

    def typing(self) -> list[int]:
        """A name in the box above the list of pupils, letter by letter, and empty again."""
        self._p.navigator.ga(Plek("leerlingen"))
        page: LeerlingenPagina = self._p.venster.pagina()  # type: ignore[assignment]
        until(lambda: page.model.rowCount() > 0)
        self._still()
        until(lambda: filled(page.lijst))
        # someone who is there: each letter finds fewer, and never nobody
        name = str(page.model.index(0).data()).split()[0]
        return [self._typed(page, name[:n]) for n in (*range(2, len(name) + 1), 0)]

    def busy(self) -> list[int]:
        """Return the longest time that the user's thread was busy without a pause since this was asked last."""
        self._still()
        longest = self._watch.longest
        self._watch.again()
        return [longest]

    @property
    def _page(self) -> GesprekkenPagina:
        return self._p.venster.pagina()  # type: ignore[return-value]

    @property
    def _view(self) -> LijstView:
        return self._page.lijst

    def _shown(self, do: Callable[[], None]) -> int:
        start = time.monotonic_ns()
        do()
        return painted(self._view.viewport(), lambda: filled(self._view), start)

    def _anew(self, do: Callable[[], None]) -> int:
        rows, start = self._page.model.sleutels, time.monotonic_ns()
        do()
        return painted(
            self._view.viewport(), lambda: self._page.model.sleutels is not rows and filled(self._view), start
        )

    def _typed(self, page: LeerlingenPagina, words: str) -> int:
        rows, asked = page.model.sleutels, list[int]()
        # what is measured begins where the box asks; until then it waits for the next letter
        connection = page.zoekvak.gezocht.connect(lambda _: asked.append(time.monotonic_ns()))
        page.zoekvak.veld.setText(words)
        until(lambda: bool(asked))
        page.zoekvak.gezocht.disconnect(connection)
        view = page.lijst
        return painted(view.viewport(), lambda: page.model.sleutels is not rows and filled(view), asked[0])

    def _key(self, key: Qt.Key) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self._view, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))

    def _still(self) -> None:
        until(lambda: self._p.work.open == 0)
