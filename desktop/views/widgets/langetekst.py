"""Text of any length, to be read: a piece at a time, since a megabyte in one label holds the screen up for seconds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.theme import Thema
from desktop.views.widgets.knoppen import Knop
from desktop.views.widgets.labels import Alinea

_STUK = 12_000
_ZOEK_EIND = 500


class LangeTekst(QWidget):
    """Shows the beginning of a text, and at a press the next piece of it. A text of usual length shows whole."""

    def __init__(self, thema: Thema, tekst: str, naam: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rest = tekst
        self._naam = naam
        self._vak = QVBoxLayout(self)
        self._vak.setContentsMargins(0, 0, 0, 0)
        self._vak.setSpacing(0)
        self.knop = Knop("", thema, "koppeling", "caret-down")
        self.knop.clicked.connect(self.verder)
        self._vak.addWidget(self.knop, alignment=Qt.AlignmentFlag.AlignLeft)
        self.verder()

    def verder(self) -> None:
        """Show the next piece."""
        stuk, self._rest = splits(self._rest)
        alinea = Alinea(stuk)
        alinea.setAccessibleName(f"{self._naam}: {stuk}")
        self._vak.insertWidget(self._vak.count() - 1, alinea)
        self.knop.zet_tekst(lees_verder(self._rest))
        self.knop.setHidden(not self._rest)


def lees_verder(rest: str) -> str:
    """Return what the button says that shows the next piece."""
    aantal = f"{len(rest):,}".replace(",", ".")
    return f"Lees verder (nog {aantal} tekens)"


def splits(tekst: str) -> tuple[str, str]:
    """Return a piece that ends with a line or else between words, and what is left."""
    if len(tekst) <= _STUK + _ZOEK_EIND:
        return tekst, ""
    for teken in ("\n", " "):
        eind = tekst.rfind(teken, _STUK - _ZOEK_EIND, _STUK)
        if eind > 0:
            return tekst[:eind], tekst[eind + 1 :]
    return tekst[:_STUK], tekst[_STUK:]
