"""What stands in the place of a page that an account may not see: why, and where to go instead."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.theme import Thema
from desktop.views.widgets import LeegStaat, maak_leeg


class Verboden(QWidget):
    """A calm explanation with one way on; `verder` when that is chosen."""

    verder = Signal()

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._vak = QVBoxLayout(self)
        self._vak.setContentsMargins(0, 0, 0, 0)
        self.reden = ""

    def zet(self, reden: str, naar: str = "Naar de leerlingen") -> None:
        """Say why."""
        maak_leeg(self._vak)
        self.reden = reden
        zin = f"{reden} Maak je je zorgen over een leerling? Leg dan een signaal vast in het dossier van die leerling."
        leeg = LeegStaat(self._thema, "lock-simple", "Dit hoort niet bij jouw rol", zin, naar)
        leeg.gekozen.connect(self.verder)
        self._vak.addWidget(leeg)
