"""Goes through the plan as it stands without a vault: a link is followed, and the page is painted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

from desktop.views.navigatie import Plek
from tests.benchmarks.eye import painted, until

if TYPE_CHECKING:
    # only to check: the program must not find loaded here what it loads itself
    from desktop.app.programma import Programma
    from desktop.views.plan import PlanPagina


class Planwalk:
    """Drives one program."""

    def __init__(self, programma: Programma) -> None:
        self._p = programma

    def pages(self) -> list[int]:
        """Open every page and term once, each from the one before; return what each took, in nanoseconds."""
        self._p.toon_plan()
        self._p.navigator.ga(Plek("plan"))
        page: PlanPagina = self._p.venster.pagina()  # type: ignore[assignment]
        until(lambda: self._p.work.open == 0)  # the search index is made meanwhile
        times = []
        for each in self._p.planhouder.plan.paginas():
            # within this loop nothing would be deleted that a page puts away; the program's own does so
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            sheet = page.blad.tekst.viewport()
            start = time.monotonic_ns()
            self._p.navigator.ga(Plek("plan", extra=each.sleutel))
            times.append(painted(sheet, lambda each=each: page.titel() == each.titel, start))  # type: ignore[misc]
        return times
