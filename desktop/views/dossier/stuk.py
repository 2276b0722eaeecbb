"""The page of a record of the dossier that asks nothing special on screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.models.core import Bijlage
from desktop.services.diensten import Diensten
from desktop.views.dossier.soorten import ADVIES_GEGEVEN, StukSoort
from desktop.views.gesprekken.basis import StukPagina
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.work import Work

ADVIEZEN = Plek("adviezen")
"""The list of advice to other schools."""


class DossierPagina(StukPagina):
    """Writes and reads one kind of record of the dossier, as `soort` says."""

    lijst = ADVIEZEN

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        *,
        soort: StukSoort,
        voorbeeld: Callable[[UUID], None],
        afdrukken: Callable[[UUID], None],
        bijlage: Callable[[Bijlage], None],
        parent: QWidget | None = None,
    ) -> None:
        self.soort = soort.schrijven
        self.handleiding = soort.handleiding
        if soort is ADVIES_GEGEVEN:
            self.rail = "meldcode"
        super().__init__(
            diensten, work, navigator, thema, voorbeeld=voorbeeld, afdrukken=afdrukken, bijlage=bijlage, parent=parent
        )

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way by the pupil, or by the list of advice that was given."""
        if self.soort is ADVIES_GEGEVEN.schrijven:
            return (("Advies aan andere scholen", ADVIEZEN),)
        return super().kruimels()

    def _getoond(self) -> None:
        titel = self.soort.titel(self.vlak.formulier.values())
        if self.schrijver.bezig and self.vlak.titel.text() != titel:
            self.vlak.titel.setText(titel)
