"""A bar that shows how far a run is; its number stands beside it in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.theme import Thema


class Voortgang(QWidget):
    """Steps with an outcome out of all of them."""

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._gedaan, self._totaal = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def zet(self, gedaan: int, totaal: int) -> None:
        """Show so many of so many."""
        self._gedaan, self._totaal = gedaan, totaal
        self.setAccessibleName(f"{gedaan} van {totaal} stappen gedaan")
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._thema.px(160), self._thema.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the part that is done."""
        p, thema = QPainter(self), self._thema
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(Qt.PenStyle.NoPen)
        straal = self.height() / 2
        p.setBrush(thema.kleur("lijn"))
        p.drawRoundedRect(QRectF(self.rect()), straal, straal)
        if self._gedaan and self._totaal:
            breed = max(self.width() * self._gedaan / self._totaal, self.height())
            p.setBrush(thema.kleur("accent"))
            p.drawRoundedRect(QRectF(0, 0, breed, self.height()), straal, straal)
