"""Where one was on a page when one left it, to find it so on the way back."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid


@dataclass(frozen=True, slots=True)
class Verlaten:
    """How a page was left: the record, how far it was scrolled, and what had the focus."""

    record: UUID
    stand: int
    focus: QWidget | None

    def herstel(self, schuif: QScrollArea) -> None:
        """Scroll back, with the focus where it was; what was built anew since then has it no more."""
        if self.focus is not None and isValid(self.focus) and schuif.isAncestorOf(self.focus):
            self.focus.setFocus(Qt.FocusReason.OtherFocusReason)
        # once it is laid out: before that there is nothing to scroll
        QTimer.singleShot(0, schuif, lambda: schuif.verticalScrollBar().setValue(self.stand))


def verlaat(pagina: QWidget, record: UUID, schuif: QScrollArea) -> Verlaten:
    """Return how a page is left now."""
    focus = pagina.window().focusWidget()
    hier = focus if focus is not None and pagina.isAncestorOf(focus) else None
    return Verlaten(record, schuif.verticalScrollBar().value(), hier)
