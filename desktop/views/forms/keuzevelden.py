"""Editors for a choice: cards or a list for one, boxes for several, two halves for yes or no."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import JsonValue
from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.models.core import Keuze
from desktop.views.forms.basis import Editor, merk
from desktop.views.forms.indeling import Twaalf

_NAAST, _KORT = 3, 32
"""More boxes than this stand two on a line, where their words are no longer than this."""
KAARTEN = 4
"""Up to this many choices are all in view."""
_PIJLEN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}
_WISSEN = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


def _als_antwoord(keuze: Keuze) -> str:
    """Return a choice as an answer that stands by itself; in a sentence it is written small."""
    return keuze.label[:1].upper() + keuze.label[1:]


class _Lijst(QComboBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel over a closed list must not change an answer."""
        event.ignore()

    def showPopup(self) -> None:
        """Show every answer whole: in the cell of a table it is wider than the cell."""
        lijst = self.view()
        lijst.setMinimumWidth(lijst.sizeHintForColumn(0) + 2 * lijst.frameWidth())
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the answer back."""
        if event.key() in _WISSEN and self.currentIndex() > 0:
            self.setCurrentIndex(0)
            self.activated.emit(0)
            return
        super().keyPressEvent(event)


class LijstKeuze(Editor):
    """One of many, from a list; the first line is no answer."""

    def __init__(self, keuze: type[Keuze], *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lijst = _Lijst(self)
        self.lijst.setProperty("cel", compact)
        # not by the wheel: scrolling over it must not take the focus away
        self.lijst.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lijst.addItem("" if compact else "Kies…", None)
        for member in keuze:
            self.lijst.addItem(_als_antwoord(member), member.value)
        self.lijst.setMaxVisibleItems(12)
        self.lijst.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        rand = QVBoxLayout(self)
        rand.setContentsMargins(0, 0, 0, 0)
        rand.addWidget(self.lijst)
        self.lijst.currentIndexChanged.connect(self._kleur)
        self.lijst.currentIndexChanged.connect(self.gewijzigd)
        self._kleur()

    def zet(self, waarde: JsonValue) -> None:
        """Show the choice with this key; none for an unknown one."""
        with QSignalBlocker(self.lijst):
            self.lijst.setCurrentIndex(max(0, self.lijst.findData(waarde) if waarde is not None else 0))
        self._kleur()

    def waarde(self) -> JsonValue:
        """Return the key, or None."""
        waarde = self.lijst.currentData()
        return waarde if isinstance(waarde, str) else None

    def widgets(self) -> Sequence[QWidget]:
        """Return the list."""
        return (self.lijst,)

    def _kleur(self) -> None:
        merk(self.lijst, "leeg", self.lijst.currentIndex() == 0)


class _Groep(Editor):
    """Buttons of which at most one is down; pressing it again, or Delete, takes the answer back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.knoppen: list[tuple[QRadioButton | QPushButton, JsonValue]] = []
        self._groep = QButtonGroup(self)
        self._groep.setExclusive(True)
        self._nu: JsonValue = None

    def _voeg(self, knop: QRadioButton | QPushButton, waarde: JsonValue) -> None:
        self.knoppen.append((knop, waarde))
        self._groep.addButton(knop)
        knop.installEventFilter(self)
        knop.clicked.connect(lambda: self._druk(waarde))
        self._zet_tabstop()

    def zet(self, waarde: JsonValue) -> None:
        """Show the answer."""
        self._nu = (
            waarde if any(w is waarde or (w == waarde and type(w) is type(waarde)) for _, w in self.knoppen) else None
        )
        self._groep.setExclusive(False)
        for knop, eigen in self.knoppen:
            knop.setChecked(self._nu is not None and eigen == self._nu)
        self._groep.setExclusive(True)
        self._zet_tabstop()

    def waarde(self) -> JsonValue:
        """Return the answer, or None."""
        return self._nu

    def widgets(self) -> Sequence[QWidget]:
        """Return the buttons; the one that is down first, because Tab stops there."""
        return [knop for knop, _ in self.knoppen]

    def zet_namen(self, naam: str, uitleg: str) -> None:
        """Name each button by its answer and what it answers."""
        self.setAccessibleName(naam)
        for knop, _ in self.knoppen:
            knop.setAccessibleName(f"{naam}: {knop.text()}")
            knop.setAccessibleDescription(uitleg)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Delete take the answer back."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if not self.knoppen[0][0].isEnabled():
                return False
            if event.key() in _WISSEN and self._nu is not None:
                self.zet(None)
                self.gewijzigd.emit()
                return True
            if self._toets(event):
                return True
        return super().eventFilter(watched, event)

    def _toets(self, event: QKeyEvent) -> bool:
        """Move with the arrows, whether the buttons stand beside or below each other; an answer moves along."""
        stap = _PIJLEN.get(Qt.Key(event.key()), 0)
        hier = next((n for n, (knop, _) in enumerate(self.knoppen) if knop.hasFocus()), None)
        if not stap or hier is None:
            return False
        knop, waarde = self.knoppen[(hier + stap) % len(self.knoppen)]
        if self._nu is not None:
            self._druk(waarde)
        knop.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _zet_tabstop(self) -> None:
        """Let Tab stop at the answer, or at the first button: Qt remembers the one that was down before."""
        stop = next((knop for knop, eigen in self.knoppen if knop.isChecked()), self.knoppen[0][0])
        for knop, _ in self.knoppen:
            tab = knop is stop or knop.hasFocus()
            knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus)

    def _druk(self, waarde: JsonValue) -> None:
        self.zet(None if self._nu is not None and self._nu == waarde else waarde)
        self.gewijzigd.emit()


class KaartKeuze(_Groep):
    """One of a few, all in view, as cards: beside each other where they fit, else below each other."""

    def __init__(self, keuze: type[Keuze], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rand = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rand.setContentsMargins(0, 0, 0, 0)
        self._rand.setSpacing(8)
        for member in keuze:
            knop = QRadioButton(_als_antwoord(member), self)
            knop.setProperty("kaart", True)
            self._voeg(knop, member.value)
            self._rand.addWidget(knop, 1)

    def minimumSizeHint(self) -> QSize:
        """It can be as narrow as its widest card."""
        return QSize(max(knop.sizeHint().width() for knop, _ in self.knoppen), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the cards."""
        # equal widths: the widest counts for each
        nodig = len(self.knoppen) * (self.minimumSizeHint().width() + self._rand.spacing())
        naast = event.size().width() >= nodig
        richting = QBoxLayout.Direction.LeftToRight if naast else QBoxLayout.Direction.TopToBottom
        if self._rand.direction() != richting:
            self._rand.setDirection(richting)
            self.updateGeometry()


class JaNeeVeld(_Groep):
    """Yes or no, or not answered; J and N answer too."""

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rand = QHBoxLayout(self)
        rand.setContentsMargins(0, 0, 0, 0)
        rand.setSpacing(0)
        for woord, waarde, kant in (("Ja", True, "links"), ("Nee", False, "rechts")):
            knop = QPushButton(woord, self)
            knop.setCheckable(True)
            knop.setAutoDefault(False)
            knop.setProperty("cel", compact)
            knop.setProperty("kant", kant)
            self._voeg(knop, waarde)
            rand.addWidget(knop)
        rand.addStretch(1)

    def _toets(self, event: QKeyEvent) -> bool:
        antwoord = {Qt.Key.Key_J: True, Qt.Key.Key_N: False}.get(Qt.Key(event.key()))
        if antwoord is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return super()._toets(event)
        knop = self.knoppen[0 if antwoord else 1][0]
        knop.setFocus()
        if self._nu is not antwoord:
            self.zet(antwoord)
            self.gewijzigd.emit()
        return True


class KeuzesVeld(Editor):
    """Several of a list, each with a box."""

    def __init__(self, keuze: type[Keuze], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.vakken: list[tuple[QCheckBox, str]] = []
        rand = Twaalf(self, 8, 8)
        for member in keuze:
            vak = QCheckBox(_als_antwoord(member), self)
            vak.setProperty("kaart", True)
            vak.clicked.connect(self.gewijzigd)
            self.vakken.append((vak, member.value))
            # a word or two stand beside each other, a sentence takes the line
            rand.zet(vak, 6 if len(keuze) > _NAAST and len(member.label) <= _KORT else 12)

    def zet(self, waarde: JsonValue) -> None:
        """Tick what is named."""
        gekozen = waarde if isinstance(waarde, list) else []
        for vak, sleutel in self.vakken:
            vak.setChecked(sleutel in gekozen)

    def waarde(self) -> JsonValue:
        """Return the keys that are ticked, in the order of the list."""
        return [sleutel for vak, sleutel in self.vakken if vak.isChecked()]

    def widgets(self) -> Sequence[QWidget]:
        """Return the boxes."""
        return [vak for vak, _ in self.vakken]

    def zet_namen(self, naam: str, uitleg: str) -> None:
        """Name each box by its choice and what it answers."""
        self.setAccessibleName(naam)
        for vak, _ in self.vakken:
            vak.setAccessibleName(f"{naam}: {vak.text()}")
            vak.setAccessibleDescription(uitleg)
