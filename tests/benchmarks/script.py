"""What a person does in the measured program, done from within it; every figure is in nanoseconds until painted."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.views.navigatie import Plek
from tests.benchmarks.eye import filled, painted, until
from tests.benchmarks.loglist import LogList
from tests.benchmarks.longlist import LongList

if TYPE_CHECKING:
    # only to check: the program must not find loaded here what it loads itself
    from desktop.app.programma import Programma
    from desktop.views.gesprekken import GesprekkenPagina
    from desktop.views.leerlingen import LeerlingenPagina, LeerlingPagina
    from desktop.views.widgets import LijstView

_ROWS = 100  # what the lists fetch at once: with steps of this size everything is fetched and shown


class Script:
    """Drives one program; each method answers with what it took."""

    def __init__(self, programma: Programma, folder: Path, words: str) -> None:
        self._p = programma
        self._folder = folder
        self._words = words
        self.long = LongList(programma)
        self.log = LogList(programma)

    def home(self) -> int:
        """Unlock, without the derivation of the key, until home is painted with what there is to do."""
        from desktop.views.start import OntgrendelScherm

        screen = self._p.venster.findChild(OntgrendelScherm)
        assert screen is not None
        screen.wachtwoord.veld.setText("typt")
        until(lambda: self._p.work.open == 0)  # what loads while a person types
        poort = self._p._poort
        header, ways = poort.ingangen(self._folder)
        key = poort.sleutel(header, ways[0].slot, self._words)

        start = time.monotonic_ns()
        self._p.work.kluis(self._p, lambda: poort.open(self._folder, header, ways[0].slot, key), self._p.geopend)
        until(lambda: self._p.sessie is not None and self._p.sessie._home is not None)
        home = self._p.sessie._home  # type: ignore[union-attr]
        assert home is not None
        # on a busy machine it can be painted with everything before this looks
        home.update()
        return painted(home, lambda: bool(home._knoppen), start)

    def pupil(self) -> int:
        """Open the pupil with the most records, until its timeline is painted."""
        pupil = self._most()
        start = time.monotonic_ns()
        self._p.navigator.ga(Plek("leerling", pupil))
        page: LeerlingPagina = self._p.venster.pagina()  # type: ignore[assignment]
        view = page.dossier.tijdlijn.lijst
        return painted(view.viewport(), lambda: bool(page.titel()) and filled(view), start)

    def scroll(self) -> int:
        """Go through the list of pupils and that of conversations, to the end; return the slowest step but 5 in 100."""
        times: list[int] = []
        for place in ("leerlingen", "gesprekken"):
            self._p.navigator.ga(Plek(place))
            page: LeerlingenPagina | GesprekkenPagina = self._p.venster.pagina()  # type: ignore[assignment]
            times += self._through(page.lijst)
        return sorted(times)[len(times) * 95 // 100]

    def _through(self, view: LijstView) -> list[int]:
        until(lambda: view.model().rowCount() > 0 and filled(view))
        bar, times = view.verticalScrollBar(), []
        step = _ROWS * view.sizeHintForRow(0)
        while bar.value() < bar.maximum():
            start = time.monotonic_ns()
            bar.setValue(bar.value() + step)
            times.append(painted(view.viewport(), lambda: filled(view), start))
        return times

    def _most(self) -> UUID:
        """Return the pupil of the newest report that has the most records: the invented school puts them on one."""
        assert self._p.sessie is not None
        from desktop.models.opslag import Query

        vault = self._p.sessie.diensten.session.vault

        def find() -> UUID:
            pupils = [row.record for row in vault.rows(vault.ids(Query(kinds=("leerling",))))]
            return max(pupils, key=lambda pupil: vault.count(Query(target=pupil)))

        return self._p.kluis_lane.submit(find).result()
