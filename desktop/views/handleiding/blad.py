"""One page of the manual as text; links stay inside the manual, others do nothing at all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.models.handleiding import SCHEMA, Handleidingpagina
from desktop.views.theme import Thema
from desktop.views.widgets.leesblad import Leesblad


class Blad(Leesblad):
    """Shows a page. `gekozen` carries the key of a page whose link was followed."""

    gekozen = Signal(str)

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(thema, parent)
        self.gevolgd.connect(self._volg)

    def toon(self, pagina: Handleidingpagina) -> None:
        """Show a page from its beginning."""
        self.zet(pagina.titel, pagina.tekst, f"Handleiding: {pagina.titel}")

    def _volg(self, doel: str) -> None:
        if doel.startswith(SCHEMA):
            self.gekozen.emit(doel.removeprefix(SCHEMA))
