"""What a person does in the measured program, done from within it; every figure is in nanoseconds until painted."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPoint
from PySide6.QtWidgets import QWidget

from desktop.app.programma import Programma
from desktop.app.sessie import Sessie
from desktop.models.opslag import Query
from desktop.views.gesprekken import GesprekkenPagina
from desktop.views.leerlingen import LeerlingenPagina, LeerlingPagina
from desktop.views.navigatie import Plek
from desktop.views.widgets import RIJ, LijstView

_ROWS = 100  # what the lists fetch at once: with steps of this size everything is fetched and shown


class Eye(QObject):
    """Sees whether a widget was painted since `shut`."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.painted = False
        widget.installEventFilter(self)

    def shut(self) -> None:
        """From here on."""
        self.painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a painting."""
        if event.type() is QEvent.Type.Paint:
            self.painted = True
        return False


class Script:
    """Drives one program; each method answers with what it took."""

    def __init__(self, programma: Programma, folder: Path, words: str) -> None:
        self._p = programma
        self._folder = folder
        self._words = words

    def home(self) -> int:
        """Unlock, without the derivation of the key, until home is painted with what there is to do."""
        self._until(lambda: self._p.work.open == 0)  # what loads behind the first window
        poort = self._p._poort
        header, ways = poort.ingangen(self._folder)
        key = poort.sleutel(header, ways[0].slot, self._words)

        def unlock() -> None:
            self._p.work.kluis(self._p, lambda: poort.open(self._folder, header, ways[0].slot, key), self._p.geopend)

        return self._painted(unlock, Sessie, "_zet_home", self._page)

    def pupil(self) -> int:
        """Open the pupil with the most records, until its timeline is painted."""
        pupil = self._most()

        def timeline() -> QWidget:
            page = self._page()
            assert isinstance(page, LeerlingPagina)
            return page.dossier.tijdlijn.lijst.viewport()

        return self._painted(lambda: self._p.navigator.ga(Plek("leerling", pupil)), LeerlingPagina, "_zet", timeline)

    def scroll(self) -> int:
        """Go through the list of pupils and that of conversations, to the end; return the slowest step but 5 in 100."""
        times: list[int] = []
        for place, kind in (("leerlingen", LeerlingenPagina), ("gesprekken", GesprekkenPagina)):
            self._p.navigator.ga(Plek(place))
            page = self._page()
            assert isinstance(page, kind)
            times += self._through(page.lijst)
        return sorted(times)[len(times) * 95 // 100]

    def _through(self, view: LijstView) -> list[int]:
        self._until(lambda: view.model().rowCount() > 0 and _filled(view))
        eye, bar, times = Eye(view.viewport()), view.verticalScrollBar(), []
        step = _ROWS * view.sizeHintForRow(0)
        while bar.value() < bar.maximum():
            eye.shut()
            start = time.monotonic_ns()
            bar.setValue(bar.value() + step)
            self._until(lambda: _filled(view))
            eye.shut()
            view.viewport().update()
            self._until(lambda: eye.painted)
            times.append(time.monotonic_ns() - start)
        return times

    def _painted(self, act: Callable[[], object], owner: type, method: str, widget: Callable[[], QWidget]) -> int:
        """Return how long it takes from an act until a widget is painted with what a method of the program shows."""
        whole, eyes = getattr(owner, method), []

        def watched(this: object, *args: object) -> None:
            whole(this, *args)
            eyes.append(Eye(widget()))

        setattr(owner, method, watched)
        start = time.monotonic_ns()
        act()
        self._until(lambda: bool(eyes) and eyes[-1].painted)
        taken = time.monotonic_ns() - start
        setattr(owner, method, whole)
        return taken

    def _page(self) -> QWidget:
        page = self._p.venster.pagina()
        assert page is not None
        return page

    def _most(self) -> UUID:
        """Return the pupil of the newest report that has the most records: the invented school puts them on one."""
        assert self._p.sessie is not None
        vault = self._p.sessie.diensten.session.vault

        def find() -> UUID:
            pupils = [row.record for row in vault.rows(vault.ids(Query(kinds=("leerling",))))]
            return max(pupils, key=lambda pupil: vault.count(Query(target=pupil)))

        return self._p.kluis_lane.submit(find).result()

    def _until(self, holds: Callable[[], bool]) -> None:
        while not holds():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 1000)


def _filled(view: LijstView) -> bool:
    """Whether every row in sight has its content."""
    height = view.viewport().height()
    first, last = view.indexAt(QPoint(1, 1)), view.indexAt(QPoint(1, height - 2))
    return all(index.data(RIJ) is not None for index in (first, last) if index.isValid())
