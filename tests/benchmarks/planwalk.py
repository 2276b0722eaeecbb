"""Goes through the plan as it stands without a vault: a link is followed, and the page is painted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer

from desktop.views.navigatie import Plek
from tests.benchmarks.eye import Eye, painted, until

if TYPE_CHECKING:
    # only to check: the program must not find loaded here what it loads itself
    from desktop.app.programma import Programma
    from desktop.views.plan import PlanPagina

_LOOK = 500_000_000
"""A person looks at least half a second: what a page puts off is done by then."""


class Planwalk:
    """Drives one program."""

    def __init__(self, programma: Programma) -> None:
        self._p = programma

    def kaart(self) -> list[int]:
        """Open the sociale kaart for the first time; return when it was painted, the work of the user's thread until
        then, and the most work at a time, also of what follows.
        """
        return self._first(Plek("sociale-kaart"))

    def tekening(self) -> list[int]:
        """Open the drawing of the meldcode for the first time; return as for the sociale kaart."""
        return self._first(Plek("meldcode"))

    def rol(self) -> list[int]:
        """Open the page of a role for the first time; return as for the sociale kaart."""
        return self._first(Plek("rol", extra="ib"))

    def pagina(self) -> list[int]:
        """Open a page of the plan for the first time, while the index for searching is not there yet."""
        return self._first(Plek("plan", extra=self._p.planhouder.plan.in_rubriek("ib")[1].sleutel))

    def _first(self, place: Plek) -> list[int]:
        """Nothing of a page is there before: the plan was opened, and a person looks at its home."""
        self._p.toon_plan()
        home = self._p.venster.pagina()
        assert home is not None
        painted(home, lambda: True, time.monotonic_ns())
        until(lambda: self._p.work.open == 0)
        _look()
        start, begin = time.monotonic_ns(), time.thread_time_ns()
        self._p.navigator.ga(place)
        longest = time.thread_time_ns() - begin
        page = self._p.venster.pagina()
        assert page is not None and page is not home
        seen: list[int] = []

        def note() -> None:
            seen.extend((time.monotonic_ns() - start, time.thread_time_ns() - begin))

        def look() -> bool:
            if not seen:
                # when all of it is on screen, and before what the page itself put off till then
                seen.append(0)
                QTimer.singleShot(0, page, note)
            return True

        eye = Eye(page, look)
        end = time.monotonic_ns() + _LOOK
        while time.monotonic_ns() < end:
            at_work = time.thread_time_ns()
            QCoreApplication.processEvents()
            longest = max(longest, time.thread_time_ns() - at_work)
        assert eye.painted
        return [*seen[1:], longest]

    def pages(self) -> list[int]:
        """Open every page and term once, each from the one before; return what each took, in nanoseconds."""
        self._p.toon_plan()
        self._p.navigator.ga(Plek("plan"))
        page: PlanPagina = self._p.venster.pagina()  # type: ignore[assignment]
        until(lambda: self._p.work.open == 0)  # the search index is made meanwhile, once the page is painted
        times = []
        for each in self._p.planhouder.plan.paginas():
            # within this loop nothing would be deleted that a page puts away; the program's own does so
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            sheet = page.blad.tekst.viewport()
            start = time.monotonic_ns()
            self._p.navigator.ga(Plek("plan", extra=each.sleutel))
            times.append(painted(sheet, lambda each=each: page.titel() == each.titel, start))  # type: ignore[misc]
        return times


def _look() -> None:
    """Let the program do what it had put off, as it does while a person looks."""
    loop = QEventLoop()  # to wait for events would be to wait for ever where nothing moves
    QTimer.singleShot(_LOOK // 1_000_000, loop.quit)
    loop.exec()
