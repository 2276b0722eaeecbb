"""The page of a record of the dossier that asks nothing special on screen."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.views.dossier.soorten import ADVIES_GEGEVEN, StukSoort
from desktop.views.gesprekken.basis import StukPagina
from desktop.views.navigatie import Plek
from desktop.views.werkomgeving import Werkomgeving

ADVIEZEN = Plek("adviezen")
"""The list of advice to other schools."""


class DossierPagina(StukPagina):
    """Writes and reads one kind of record of the dossier, as `soort` says."""

    lijst = ADVIEZEN

    def __init__(self, om: Werkomgeving, soort: StukSoort) -> None:
        self.soort = soort.schrijven
        self.handleiding = soort.handleiding
        if soort is ADVIES_GEGEVEN:
            self.rail = "meldcode"
        super().__init__(om)

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way by the pupil, or by the list of advice that was given."""
        if self.soort is ADVIES_GEGEVEN.schrijven:
            return (("Advies aan andere scholen", ADVIEZEN),)
        return super().kruimels()

    def _getoond(self) -> None:
        titel = self.soort.titel(self.vlak.formulier.values())
        if self.schrijver.bezig and self.vlak.titel.text() != titel:
            self.vlak.titel.setText(titel)
