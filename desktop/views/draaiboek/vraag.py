"""A condition as a question to tick, whose words wrap, with what it means below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.draaiboek import Voorwaarde
from desktop.views.forms.basis import regel
from desktop.views.theme import Thema


class Vraag(QWidget):
    """`vak` is what is ticked; a click on the words ticks it too."""

    def __init__(self, thema: Thema, voorwaarde: Voorwaarde) -> None:
        super().__init__()
        self.vak = QCheckBox()
        self.vak.setAccessibleName(voorwaarde.vraag)
        self.vak.setAccessibleDescription(voorwaarde.uitleg)
        woorden = QVBoxLayout()
        woorden.setSpacing(thema.px(2))
        woorden.addWidget(regel(voorwaarde.vraag, "basis"))
        if voorwaarde.uitleg:
            woorden.addWidget(regel(voorwaarde.uitleg, "klein"))
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(thema.px(8))
        rij.addWidget(self.vak, 0, Qt.AlignmentFlag.AlignTop)
        rij.addLayout(woorden, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words belong to the box."""
        if self.vak.isEnabled() and self.rect().contains(event.position().toPoint()):
            self.vak.click()
