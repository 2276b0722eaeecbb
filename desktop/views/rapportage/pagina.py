"""One place for the reports: the overview of a period, and the report on the case that the place names."""

from __future__ import annotations

from desktop.models.rapportage import Rapportage
from desktop.views.gesprekken.gegevens import lees_begin
from desktop.views.navigatie import Plek
from desktop.views.rapportage.jaar import JaarPagina
from desktop.views.rapportage.plekken import RAPPORTAGE
from desktop.views.rapportage.stuk import RapportPagina
from desktop.views.tweedelig import TweedeligePagina
from desktop.views.werkomgeving import Werkomgeving


class RapportagePagina(TweedeligePagina):
    """`id` of the place is a report, or a case whose report is opened or begun; without one it is the overview.

    A case can also stand in `extra`, as 'dossier=UUID'.
    """

    handleiding = "rapportage"
    rail = "meldcode"

    def __init__(self, om: Werkomgeving) -> None:
        jaar, stuk = JaarPagina(om), RapportPagina(om)
        super().__init__(jaar, stuk)
        self.jaar, self.stuk = jaar, stuk
        self._d, self._work, self._navigator = om.diensten, om.work, om.navigator
        self._ronde = 0

    def toon(self, plek: Plek) -> None:
        """Show the overview, a report, or the report of a case."""
        self._ronde += 1
        ronde, record = self._ronde, plek.id or lees_begin(plek.extra).dossier
        if record is None:
            self.toon_deel(self.jaar, plek)
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
            self.toon_deel(self.stuk, echt)

        self._work.kluis(self, zoek, gevonden)
