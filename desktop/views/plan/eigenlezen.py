"""The school's own text at a page of the plan, as it is read: letter by letter, and words in it can be found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.theme import Thema
from desktop.views.widgets import Knop
from desktop.views.widgets.langetekst import lees_verder, splits
from desktop.views.widgets.leesblad import Leesblad

_NAAM = "Bij ons op school"


class EigenLezen(QWidget):
    """Shows the beginning, and at a press the next piece; a text of usual length shows whole. `langer`: it did."""

    langer = Signal()

    def __init__(self, thema: Thema, tekst: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._getoond, self._rest = "", tekst
        self.blad = Leesblad(thema, hoog=True, marge=0)
        self.blad.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # there is nothing in it to go to
        self.knop = Knop("", thema, "koppeling", "caret-down")
        self.knop.clicked.connect(self.verder)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(0)
        vak.addWidget(self.blad)
        vak.addWidget(self.knop, alignment=Qt.AlignmentFlag.AlignLeft)
        self.verder()

    def verder(self) -> None:
        """Show the next piece."""
        stuk, self._rest = splits(self._rest)
        self._getoond = f"{self._getoond}\n{stuk}" if self._getoond else stuk
        self.blad.zet_plat(self._getoond, f"{_NAAM}: {self._getoond}")
        self.knop.zet_tekst(lees_verder(self._rest))
        self.knop.setHidden(not self._rest)
        self.langer.emit()
