"""The line in which one writes, and the frame around it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame

from desktop.views.forms.tekstvelden import Schrijfvlak
from desktop.views.theme import Thema


class Lijnvlak(Schrijfvlak):
    """The line itself: wraps, Enter goes out as a signal; Escape too, and without focus it says so by its frame."""

    ontsnapt = Signal()
    focus_anders = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves a correction."""
        if event.key() == Qt.Key.Key_Escape:
            self.ontsnapt.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The frame around it shows the focus."""
        super().focusInEvent(event)
        self.focus_anders.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame around it shows the focus."""
        super().focusOutEvent(event)
        self.focus_anders.emit()


class Rand(QFrame):
    """The frame of the input, with a clear edge while one types in it."""

    def __init__(self, thema: Thema, vlak: Lijnvlak) -> None:
        super().__init__()
        self._thema = thema
        self._vlak = vlak
        vlak.focus_anders.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and edge."""
        p, thema = QPainter(self), self._thema
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self._vlak.hasFocus()
        p.setBrush(thema.kleur("kaart"))
        p.setPen(QPen(thema.kleur("focus" if focus else "veldrand"), 2.5 if focus else 1))
        p.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), thema.px(10), thema.px(10))
