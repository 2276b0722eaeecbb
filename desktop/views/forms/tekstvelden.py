"""Editors for text: one line, or as many as needed."""

from __future__ import annotations

import math
from collections.abc import Sequence

from pydantic import JsonValue
from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextBlock, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.models.namen import initialen, zijn_initialen
from desktop.models.tekst import MAX_TEKEN, schoon
from desktop.views.forms.basis import Editor, merk

_NAAD = "\n\u2064"
"""A break that is only on screen, marked by an invisible character: Qt lays out a whole paragraph at every key, and one
of a megabyte takes a quarter of a second. In the values the paragraph is whole."""
_BLOK = 8_000
_MEEST = 22
"""A long text grows to this many lines, then scrolls within."""


def naar_scherm(tekst: str) -> str:
    """Return a text with overlong paragraphs broken at a space by a mark that `van_scherm` takes out."""
    if len(tekst) <= _BLOK:
        return tekst
    return "\n".join(_breek(alinea) if len(alinea) > _BLOK else alinea for alinea in tekst.split("\n"))


def van_scherm(tekst: str) -> str:
    """Return a text as it was meant, without the marks of `naar_scherm`."""
    return tekst.replace(_NAAD, "").replace(_NAAD[1:], "") if _NAAD[1:] in tekst else tekst


def _breek(alinea: str) -> str:
    delen = []
    begin = 0
    while len(alinea) - begin > _BLOK:
        eind = alinea.rfind(" ", begin + _BLOK // 2, begin + _BLOK) + 1 or begin + _BLOK
        delen.append(alinea[begin:eind])
        begin = eind
    return _NAAD.join([*delen, alinea[begin:]])


class TekstVeld(Editor):
    """One line of text. With `initialen` a typed name becomes its initials on leaving, and can be put back."""

    def __init__(self, *, met_initialen: bool = False, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zo_gewild = ""
        self.regel = QLineEdit(self)
        self.regel.setProperty("cel", compact)
        # Qt's own limit of 32,767 would cut a paste without a word
        self.regel.setMaxLength(MAX_TEKEN)
        rand = QVBoxLayout(self)
        rand.setContentsMargins(0, 0, 0, 0)
        rand.addWidget(self.regel)
        self.regel.textEdited.connect(self.gewijzigd)
        if met_initialen:
            self.regel.editingFinished.connect(self._verkort)

    def zet(self, waarde: JsonValue) -> None:
        """Show a text."""
        self._zo_gewild = ""
        self.regel.setText(waarde if isinstance(waarde, str) else "")
        self.regel.setCursorPosition(0)

    def waarde(self) -> JsonValue:
        """Return the text, in one line."""
        getypt = self.regel.text()
        return getypt if getypt.isprintable() else " ".join(schoon(getypt).split("\n"))

    def widgets(self) -> Sequence[QWidget]:
        """Return the line."""
        return (self.regel,)

    def zet_alleen_lezen(self, aan: bool) -> None:
        """Keep the text selectable."""
        self.regel.setReadOnly(aan)
        merk(self.regel, "lezen", aan)

    def _verkort(self) -> None:
        getypt = self.regel.text()
        if self.regel.isReadOnly() or zijn_initialen(getypt) or getypt == self._zo_gewild:
            return
        kort = initialen(getypt)
        if not kort:
            return
        self._vervang(kort)
        self.herstelbaar.emit(f"‘{getypt}’ is ingekort tot {kort}", lambda: self._zet_terug(getypt))

    def _zet_terug(self, getypt: str) -> None:
        self._zo_gewild = getypt
        self._vervang(getypt)

    def _vervang(self, tekst: str) -> None:
        # as typing does, so that Ctrl+Z knows it
        self.regel.selectAll()
        self.regel.insert(tekst)
        self.gewijzigd.emit()


class Schrijfvlak(QPlainTextEdit):
    """Plain text that grows with what is in it; with `enkel` it is one paragraph that wraps, and Enter is a signal."""

    enter = Signal()

    def __init__(self, *, regels: int, enkel: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._regels = regels
        self.enkel = enkel
        self.setProperty("cel", enkel)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._hoogte = 0
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._groei)
        self.cursorPositionChanged.connect(self._houd_in_beeld)

    def sizeHint(self) -> QSize:
        """Return as high as the text, within bounds."""
        return QSize(120, self._hoogte or self._hoogte_van(self._regels * self.fontMetrics().lineSpacing()))

    def minimumSizeHint(self) -> QSize:
        """Return the same: it does not shrink below its text."""
        return QSize(40, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow or shrink when the width changes the lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._groei()
        self._houd_in_beeld()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; in one paragraph Enter does not break the line."""
        if self.enkel and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: plain text without what Word adds to it; one undo step."""
        tekst = schoon(source.text())
        if self.enkel:
            tekst = " ".join(tekst.split("\n"))
        self.textCursor().insertText(naar_scherm(tekst))
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy as it was meant."""
        data = QMimeData()
        data.setText(van_scherm(self.textCursor().selection().toPlainText()))
        return data

    def _houd_in_beeld(self) -> None:
        """Scroll the page along with the writing: the text grows out of it, not out of this widget."""
        if not self.hasFocus():
            return
        vlak = self.parentWidget()
        while vlak is not None and not isinstance(vlak, QScrollArea):
            vlak = vlak.parentWidget()
        if vlak is not None and vlak.widget() is not None:
            punt = self.viewport().mapTo(vlak.widget(), self.cursorRect().center())
            vlak.ensureVisible(punt.x(), punt.y(), 0, 2 * self.fontMetrics().lineSpacing())

    def _hoogte_van(self, tekst: float) -> int:
        # what the style sheet puts around the text: border and padding
        rand = self.height() - self.viewport().height()
        return math.ceil(tekst) + rand + 1

    def _groei(self) -> None:
        if self.viewport().width() <= 1:
            return
        layout = self.document().documentLayout()
        nodig = 0.0
        regel = self.fontMetrics().lineSpacing()
        grens = _MEEST * regel
        blok: QTextBlock = self.document().begin()
        while blok.isValid() and nodig <= grens:
            nodig += layout.blockBoundingRect(blok).height()
            blok = blok.next()
        vol = nodig > grens
        beleid = Qt.ScrollBarPolicy.ScrollBarAsNeeded if vol else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != beleid:
            self.setVerticalScrollBarPolicy(beleid)
        hoogte = self._hoogte_van(max(self._regels * regel, min(grens, nodig)))
        if hoogte != self._hoogte:
            self._hoogte = hoogte
            self.updateGeometry()


class LangVeld(Editor):
    """Text of any length. `enkel`: one paragraph, for a cell of a table; `regels` is its least height."""

    enter = Signal()

    def __init__(self, *, regels: int = 3, enkel: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.vlak = Schrijfvlak(regels=regels, enkel=enkel, parent=self)
        rand = QVBoxLayout(self)
        rand.setContentsMargins(0, 0, 0, 0)
        rand.addWidget(self.vlak)
        self._laadt = False
        self.vlak.textChanged.connect(self._anders)
        self.vlak.enter.connect(self.enter)

    def zet(self, waarde: JsonValue) -> None:
        """Show a text; what could be undone before is forgotten."""
        self._laadt = True
        self.vlak.setPlainText(naar_scherm(waarde) if isinstance(waarde, str) else "")
        self._laadt = False

    def waarde(self) -> JsonValue:
        """Return the text."""
        return van_scherm(self.vlak.toPlainText())

    def widgets(self) -> Sequence[QWidget]:
        """Return the writing area."""
        return (self.vlak,)

    def zet_alleen_lezen(self, aan: bool) -> None:
        """Keep the text selectable."""
        self.vlak.setReadOnly(aan)
        merk(self.vlak, "lezen", aan)

    def _anders(self) -> None:
        if not self._laadt:
            self.gewijzigd.emit()
