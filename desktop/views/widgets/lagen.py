"""Layouts: a flow that wraps like words, and shorthands with distances from the tokens."""

from __future__ import annotations

from typing import TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QPoint, QRect, QSize
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QLayoutItem, QScrollArea, QVBoxLayout, QWidget

from desktop.views.qtgetallen import GEEN_FOCUS, NOOIT
from desktop.views.theme import Thema

L = TypeVar("L", bound=QBoxLayout)


class StroomLayout(QLayout):
    """Puts items in a row and goes on at the next line where there is no room."""

    def __init__(self, thema: Thema, ruimte: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._ruimte = thema.px(ruimte)
        self._hoogten: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add at the end, and have it placed: where the height stays the same nobody else asks for that."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item; None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # Qt wants None past the end
        """Take an item out; None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> QtCore.Qt.Orientation:
        """It takes no more room than it needs."""
        return QtCore.Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        if width not in self._hoogten:
            self._hoogten[width] = self._leg(QRect(0, 0, width, 0), verplaats=False)
        return self._hoogten[width]

    def invalidate(self) -> None:
        """Forget what was measured: Qt asks for the height time and again."""
        self._hoogten = {}  # the first call comes from Qt's own constructor
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._leg(rect, verplaats=True)

    def sizeHint(self) -> QSize:
        """The least is enough."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """As wide as the widest item."""
        maat = QSize()
        for item in self._items:
            maat = maat.expandedTo(item.minimumSize())
        marge = self.contentsMargins()
        return maat + QSize(marge.left() + marge.right(), marge.top() + marge.bottom())

    def _leg(self, rect: QRect, verplaats: bool) -> int:
        vak = rect.marginsRemoved(self.contentsMargins())
        x, y, hoog = vak.x(), vak.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue  # hidden: no room beside it either
            maat = item.sizeHint()
            breed = min(maat.width(), max(vak.width(), item.minimumSize().width()))
            if x + breed > vak.right() + 1 and hoog:
                x, y, hoog = vak.x(), y + hoog + self._ruimte, 0
            if verplaats:
                item.setGeometry(QRect(QPoint(x, y), QSize(breed, maat.height())))
            x += breed + self._ruimte
            hoog = max(hoog, maat.height())
        return y + hoog - rect.y() + self.contentsMargins().bottom()


def rij(thema: Thema, *delen: QWidget | QLayout | int, ruimte: int = 8, rand: int = 0) -> QHBoxLayout:
    """Return a row; a number among the parts is a stretch."""
    return _vul(QHBoxLayout(), thema, delen, ruimte, rand)


def kolom(thema: Thema, *delen: QWidget | QLayout | int, ruimte: int = 8, rand: int = 0) -> QVBoxLayout:
    """Return a column; a number among the parts is a stretch."""
    return _vul(QVBoxLayout(), thema, delen, ruimte, rand)


def _vul(box: L, thema: Thema, delen: tuple[QWidget | QLayout | int, ...], ruimte: int, rand: int) -> L:
    box.setSpacing(thema.px(ruimte))
    marge = thema.px(rand)
    box.setContentsMargins(QMargins(marge, marge, marge, marge))
    for deel in delen:
        if isinstance(deel, int):
            box.addStretch(deel)
        elif isinstance(deel, QWidget):
            box.addWidget(deel)
        else:
            box.addLayout(deel)
    return box


class Bladvlak(QScrollArea):
    """A surface that scrolls vertically; put the content in the layout of `vlak`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.vlak = QWidget()
        self.vlak.setProperty("vlak", "bladvlak")
        self.setWidget(self.vlak)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("horizontalScrollBarPolicy", NOOIT)
        self.setProperty("focusPolicy", GEEN_FOCUS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """It scrolls up and down; left and right, with Alt the way through the program, are not its keys."""
        if event.key() in (QtCore.Qt.Key.Key_Left, QtCore.Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def schik(self) -> None:
        """Give everything its place now; else what was just put in shows squeezed for one image."""
        for deel in self.vlak.findChildren(QWidget):
            # a layout shows what it gets only when the event loop runs; the list of a choice is a window: it stays shut
            vanzelf = not deel.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
            if deel.isHidden() and vanzelf and not deel.isWindow():
                deel.show()
        for _ in range(2):  # what wraps is higher at the width that it gets in the first round
            # of every widget: each one inside tells the one around it by such an event
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            QCoreApplication.sendEvent(self.vlak, QEvent(QEvent.Type.LayoutRequest))


def maak_leeg(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            # hidden at once: deletion waits for the event loop
            widget.hide()
            widget.deleteLater()
        elif (binnen := item.layout()) is not None:
            maak_leeg(binnen)
