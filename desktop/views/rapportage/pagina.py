"""One place for the reports: the overview of a period, and the report on the case that the place names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.models.core import Bijlage
from desktop.models.rapportage import Rapportage
from desktop.services.diensten import Diensten
from desktop.views.gesprekken.gegevens import lees_begin
from desktop.views.navigatie import Navigator, Pagina, Plek
from desktop.views.rapportage.jaar import JaarPagina
from desktop.views.rapportage.plekken import RAPPORTAGE
from desktop.views.rapportage.stuk import RapportPagina
from desktop.views.theme import Thema
from desktop.views.work import Work


class RapportagePagina(Pagina):
    """`id` of the place is a report, or a case whose report is opened or begun; without one it is the overview.

    A case can also stand in `extra`, as 'dossier=UUID'.
    """

    handleiding = "rapportage"
    rail = "meldcode"

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        *,
        voorbeeld: Callable[[UUID], None],
        afdrukken: Callable[[UUID], None],
        bijlage: Callable[[Bijlage], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._d = diensten
        self._work = work
        self._navigator = navigator
        self._ronde = 0
        vast = (diensten, work, navigator, thema)
        self.jaar = JaarPagina(*vast, voorbeeld=voorbeeld)
        self.stuk = RapportPagina(*vast, voorbeeld=voorbeeld, afdrukken=afdrukken, bijlage=bijlage)
        self._stapel = QStackedWidget()
        for deel in (self.jaar, self.stuk):
            self._stapel.addWidget(deel)
            deel.veranderd.connect(self.veranderd)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.addWidget(self._stapel)

    @property
    def huidig(self) -> Pagina:
        """The part that shows."""
        return self.stuk if self._stapel.currentWidget() is self.stuk else self.jaar

    def titel(self) -> str:
        """Return what shows here."""
        return self.huidig.titel()

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way to what shows here."""
        return self.huidig.kruimels()

    def toon(self, plek: Plek) -> None:
        """Show the overview, a report, or the report of a case."""
        self._ronde += 1
        ronde, record = self._ronde, plek.id or lees_begin(plek.extra).dossier
        if record is None:
            self._toon_deel(self.jaar, plek)
            return

        def zoek() -> Plek:
            if self._d.rapportages.soort_van(record) == Rapportage.KIND:
                return plek
            bekend = self._d.rapportages.van_dossier(record)
            return Plek(RAPPORTAGE, bekend) if bekend else Plek(RAPPORTAGE, extra=f"dossier={record}")

        def gevonden(echt: Plek) -> None:
            if ronde != self._ronde:
                return
            if self._navigator.huidige == plek:
                self._navigator.vervang(echt)  # so that coming back finds the report itself
            self._toon_deel(self.stuk, echt)

        self._work.kluis(self, zoek, gevonden)

    def _toon_deel(self, deel: Pagina, plek: Plek) -> None:
        self._stapel.setCurrentWidget(deel)
        deel.toon(plek)
        self.veranderd.emit()

    def mag_weg(self) -> bool:
        """Put away what is half-written."""
        return self.huidig.mag_weg()

    def berg_op(self) -> None:
        """At lock: queue the save of what is not on disk yet."""
        self.stuk.berg_op()

    def druk_af(self) -> bool:
        """Ctrl+P: print what shows here."""
        return self.huidig.druk_af()
