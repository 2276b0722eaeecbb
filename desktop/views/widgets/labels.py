"""Text on screen: always literal (never markup), wrapping or shortened with its whole text within reach; icons."""

from __future__ import annotations

import re
from typing import Literal

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from desktop.views.qtgetallen import KIESBAAR, PLAT
from desktop.views.theme import Thema
from desktop.views.tokens import LEESBREEDTE, LETTER

LabelSoort = Literal[
    "basis", "klein", "zacht", "sterk", "sectie", "kop", "titel", "fout", "goed", "veld", "merk", "toets"
]
_LANG = re.compile(r"\S{30,}")
_STUK = re.compile(r"\S{1,14}")
_KIER = "\u200b"


def breekbaar(tekst: str) -> str:
    """Return a text in which words too long for a line can be broken; a name of sixty letters may not widen a page."""
    return _LANG.sub(lambda woord: _KIER.join(_STUK.findall(woord.group())), tekst)


class Label(QLabel):
    """One piece of text in one of the letter kinds; what it is given is shown letter by letter."""

    def __init__(self, tekst: str = "", soort: LabelSoort = "basis", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", PLAT)
        self.setProperty("soort", soort)
        self.setText(tekst)

    def setText(self, tekst: str) -> None:
        """Show another text."""
        super().setText(breekbaar(tekst))

    def text(self) -> str:
        """Return the text as it was given."""
        return super().text().replace(_KIER, "")

    def zet_soort(self, soort: LabelSoort) -> None:
        """Change the letter kind."""
        if soort != self.property("soort"):
            self.setProperty("soort", soort)
            self.style().polish(self)


class Alinea(Label):
    """Running text: wraps, never wider than reads well, can be selected with the mouse."""

    def __init__(self, tekst: str = "", soort: LabelSoort = "basis", parent: QWidget | None = None) -> None:
        self._hoogten: dict[int, int] = {}
        super().__init__(tekst, soort, parent)
        self.setWordWrap(True)
        # grows with the letter, which is enlarged where a person asks for that
        self.setMaximumWidth(round(LEESBREEDTE * QApplication.font().pixelSize() / LETTER["basis"]))
        self.setProperty("textInteractionFlags", KIESBAAR)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, tekst: str) -> None:
        """Show another text."""
        self._hoogten = {}
        super().setText(tekst)

    def changeEvent(self, event: QEvent) -> None:
        """In another letter it is as high as that asks for."""
        self._hoogten = {}
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width; a layout asks for widths that the label will never get, and asks again."""
        breed = min(width, self.maximumWidth())
        hoog = self._hoogten.get(breed)
        if hoog is None:
            hoog = self._hoogten[breed] = super().heightForWidth(breed)
        return hoog


class KortLabel(Label):
    """One line that is cut with '…' where it does not fit; the whole text is its tip and its accessible name."""

    def __init__(self, tekst: str = "", soort: LabelSoort = "basis", parent: QWidget | None = None) -> None:
        self._heel = ""
        super().__init__("", soort, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.zet(tekst)

    def zet(self, tekst: str) -> None:
        """Show another text."""
        self._heel = tekst
        self.setAccessibleName(tekst)
        self._kort_in()

    def heel(self) -> str:
        """Return the whole text."""
        return self._heel

    def minimumSizeHint(self) -> QSize:
        """It can become as narrow as it must."""
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """It would like to show everything."""
        return QSize(self.fontMetrics().horizontalAdvance(self._heel) + 2, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text again."""
        super().resizeEvent(event)
        self._kort_in()

    def _kort_in(self) -> None:
        regel = self._heel.replace("\n", " ")
        kort = regel
        if self.fontMetrics().horizontalAdvance(regel) > self.width():
            kort = self.fontMetrics().elidedText(regel, QtCore.Qt.TextElideMode.ElideRight, max(self.width(), 1))
        self.setText(kort)
        # a tip is rich text when it looks like markup
        self.setToolTip(f"<qt>{ontsnapt(regel)}</qt>" if kort != regel else "")


class IcoonLabel(QWidget):
    """An icon beside text; says nothing to a screen reader, because the text does."""

    def __init__(
        self, thema: Thema, icoon: str, kleur: str = "inkt", maat: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._thema = thema
        self._icoon = icoon
        self._kleur = kleur
        self.setFixedSize(thema.px(maat), thema.px(maat))

    def zet(self, icoon: str, kleur: str) -> None:
        """Show another icon or colour."""
        self._icoon = icoon
        self._kleur = kleur
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint in the colour of this moment."""
        painter = QPainter(self)
        self._thema.teken_icoon(painter, QRectF(self.rect()), self._icoon, self._kleur)


def ontsnapt(tekst: str) -> str:
    """Return a text as it must stand in markup; the module html would load its two thousand names for this."""
    return tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
