"""Finding words on one page: the bar of Ctrl+F, and what counts as found until stems say more."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.views.theme import Thema
from desktop.views.widgets import IcoonKnop, Label, Zoekvak, zeg

Vinder = Callable[[str, str], Sequence[tuple[int, int]]]
"""Finds words in a text: (text, words) -> begin and length of each place, in order."""
_WOORD = re.compile(r"\w+")


def voorvoegsels(tekst: str, woorden: str) -> list[tuple[int, int]]:
    """Return where a word of the text begins with one of the words asked for; capitals and accents do not count."""
    gezocht = [_kaal(woord) for woord in _WOORD.findall(woorden)]
    if not gezocht:
        return []
    return [
        (woord.start(), len(woord[0])) for woord in _WOORD.finditer(tekst) if _kaal(woord[0]).startswith(tuple(gezocht))
    ]


def _kaal(woord: str) -> str:
    uiteen = unicodedata.normalize("NFD", woord.casefold())
    return "".join(teken for teken in uiteen if not unicodedata.combining(teken))


class Zoekbalk(QFrame):
    """The bar above a page. `gezocht` carries the words, `stap` 1 or -1, `dicht` that it was closed."""

    gezocht = Signal(str)
    stap = Signal(int)
    dicht = Signal()

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("vlak", "kaart")
        self.vak = Zoekvak(thema, "Zoek op deze pagina …", rust_ms=60)
        self.aantal = Label("", "klein")
        self.vorige = IcoonKnop("caret-up", "Vorige vindplaats", thema)
        self.volgende = IcoonKnop("caret-down", "Volgende vindplaats", thema)
        self.sluit = IcoonKnop("x", "Zoeken sluiten", thema)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(*[thema.px(6)] * 4)
        rij.setSpacing(thema.px(8))
        rij.addWidget(self.vak, 1)
        for deel in (self.aantal, self.vorige, self.volgende, self.sluit):
            rij.addWidget(deel)
        self.vak.gezocht.connect(self.gezocht)
        self.vorige.clicked.connect(lambda: self.stap.emit(-1))
        self.volgende.clicked.connect(lambda: self.stap.emit(1))
        self.sluit.clicked.connect(self.verberg)
        self.vak.veld.installEventFilter(self)
        self.vak.toets.connect(self._toets)
        self.zet_aantal(0, 0)
        self.hide()

    def begin(self) -> None:
        """Show it and take the focus; what was typed before stands selected."""
        self.show()
        self.vak.veld.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.vak.veld.selectAll()

    def verberg(self) -> None:
        """Close it and empty it."""
        if self.isHidden():
            return
        self.hide()
        self.vak.veld.clear()
        self.dicht.emit()

    def zet_aantal(self, hier: int, totaal: int) -> None:
        """Say which of how many places shows."""
        tekst = f"{hier} van {totaal}" if totaal else "Niets gevonden" if self.vak.tekst() else ""
        self.aantal.setText(tekst)
        for knop in (self.vorige, self.volgende):
            knop.setEnabled(totaal > 0)
        if tekst and self.isVisible():
            zeg(self.vak.veld, tekst)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next place, with Shift to the one before."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.stap.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        return super().eventFilter(watched, event)

    def _toets(self, toets: int) -> None:
        if toets == Qt.Key.Key_Escape:
            self.verberg()
        else:
            self.stap.emit(-1 if toets == Qt.Key.Key_Up else 1)
