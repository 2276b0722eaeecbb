"""The view of a list: rows of one height, placed by counting, so that 100,000 cost no more than what is in view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QCursor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QRegion,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.views.theme import Thema
from desktop.views.widgets.knoppen import ENTER
from desktop.views.widgets.rijdelegate import RijDelegate
from desktop.views.widgets.rijmodel import RIJ, BladModel, Index, RijInhoud

_LOPEN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)


class LijstView(QListView):
    """The view for both models: rows of one height, Enter or a click chooses.

    It is a `QListView` for what that means to a keyboard and a screen reader. The places of rows are its own: Qt's view
    walks along every row of the list whenever a page arrives (90 ms for 32,000 rows); here a place is a product.
    """

    gekozen = Signal(object)
    """The `sleutel` of the chosen row."""
    getypt = Signal(str)
    """A letter typed in a list that comes by the page: it cannot be looked up in rows that are not there."""

    def __init__(self, thema: Thema, naam: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._te_kiezen: int | None = None
        self._hier: tuple[int, object] = (-1, None)
        self._hoog = 1
        self.setItemDelegate(RijDelegate(thema, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(naam)
        # the row shows the focus; a second ring round the list says nothing more
        self.setProperty("rijen", True)
        self.clicked.connect(self._kies)

    def wijs_aan(self) -> None:
        """Let a click only say which row is meant, for a list with its buttons below; a double click chooses it."""
        self.clicked.disconnect(self._kies)
        self.doubleClicked.connect(self._kies)

    def begin(self, sleutels: Sequence[Any]) -> None:
        """Show the rows of these keys; where the current one is among them it stays so, and in the same place of
        the window. For a list with a `BladModel`.
        """
        model = self.model()
        assert isinstance(model, BladModel)
        hier = self.currentIndex()
        sleutel = model.sleutels[hier.row()] if hier.isValid() else None
        hoogte = self.visualRect(hier).top()
        stand = self.verticalOffset() if model.sleutels == sleutels else 0
        model.begin(sleutels)
        self.executeDelayedItemsLayout()
        if hier.isValid() and sleutel in sleutels:
            index = model.index(sleutels.index(sleutel))
            self.selectionModel().setCurrentIndex(index, self._bij_terugkeer())
            if not stand and 0 <= hoogte < self.viewport().height():
                stand = self._top(index.row()) - hoogte
        else:
            self._sta(0)
        self.verticalScrollBar().setValue(stand)

    def pas_hoogte(self, meest: int) -> None:
        """Be as high as its rows, so that the page scrolls and not the list; of many rows only so many show."""
        n = self._aantal()
        hoog = max(self.sizeHintForRow(0), 1) if n else 0
        self.setFixedHeight(hoog * min(n, meest) + 2 * self.frameWidth())
        balk = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(balk.ScrollBarAsNeeded if n > meest else balk.ScrollBarAlwaysOff)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Take the model that has the rows, and note where one is each time before it has others."""
        super().setModel(model)
        if model is not None:
            model.modelAboutToBeReset.connect(self._onthoud)
            # behind the selection, which lets go of everything
            model.modelReset.connect(self._zet_terug)

    def setItemDelegate(self, delegate: QAbstractItemDelegate) -> None:
        """Take what paints the rows, and says once how high they all are."""
        super().setItemDelegate(delegate)
        self._hoog = max(1, delegate.sizeHint(QStyleOptionViewItem(), QModelIndex()).height())
        self.scheduleDelayedItemsLayout()

    # -- places

    def visualRect(self, index: Index) -> QRect:
        """Return where a row stands in the window of the list."""
        if not index.isValid():
            return QRect()
        return QRect(0, self._top(index.row()) - self.verticalOffset(), self.viewport().width(), self._hoog)

    def indexAt(self, p: QPoint) -> QModelIndex:
        """Return the row at a point; an invalid one below the last."""
        rij = (p.y() + self.verticalOffset()) // self._hoog
        if 0 <= p.x() < self.viewport().width() and 0 <= rij < self._aantal():
            return self.model().index(rij, 0)
        return QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Scroll as little as brings a row into view, or to where the hint says."""
        if not index.isValid():
            return
        self.executeDelayedItemsLayout()
        boven, hoog, ruim = self._top(index.row()), self._hoog, self.viewport().height()
        onder = boven + hoog - ruim
        stand, soort = self.verticalOffset(), QAbstractItemView.ScrollHint
        if hint is soort.PositionAtTop or (hint is soort.EnsureVisible and boven < stand):
            stand = boven
        elif hint is soort.PositionAtBottom or (hint is soort.EnsureVisible and onder > stand):
            stand = onder
        elif hint is soort.PositionAtCenter:
            stand = (boven + onder) // 2
        self.verticalScrollBar().setValue(stand)

    def verticalOffset(self) -> int:
        """Return how far the list is scrolled."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """It never scrolls sideways."""
        return 0

    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,  # noqa: N803
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Return the row that a key leads to."""
        aantal, huidig = self._aantal(), self.currentIndex()
        if not aantal:
            return QModelIndex()
        if not huidig.isValid():
            return self.model().index(0, 0)
        actie = QAbstractItemView.CursorAction
        blad = max(1, self.viewport().height() // self._hoog)
        stap = {
            actie.MoveUp: -1,
            actie.MovePrevious: -1,
            actie.MoveDown: 1,
            actie.MoveNext: 1,
            actie.MovePageUp: -blad,
            actie.MovePageDown: blad,
            actie.MoveHome: -aantal,
            actie.MoveEnd: aantal,
        }.get(cursorAction, 0)
        return self.model().index(min(max(huidig.row() + stap, 0), aantal - 1), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the rows that a rectangle touches."""
        vak = rect.normalized()
        eerste, laatste = self._rijen_in(vak.top(), vak.bottom())
        keuze = QItemSelection()
        if eerste <= laatste and self.model() is not None:
            keuze.select(self.model().index(eerste, 0), self.model().index(laatste, 0))
        self.selectionModel().select(keuze, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return the part of the window that a selection covers."""
        gebied, breed, hoog = QRegion(), self.viewport().width(), self._hoog
        eerste, laatste = self._rijen_in(0, self.viewport().height() - 1)
        for n in range(selection.size()):
            deel = selection.at(n)
            van, tot = max(deel.top(), eerste), min(deel.bottom(), laatste)
            if van <= tot:
                gebied += QRect(0, self._top(van) - self.verticalOffset(), breed, (tot - van + 1) * hoog)
        return gebied

    def updateGeometries(self) -> None:
        """Set the scroll bar to the length of the list."""
        balk, ruim = self.verticalScrollBar(), self.viewport().height()
        balk.setSingleStep(self._hoog)
        balk.setPageStep(ruim)
        balk.setRange(0, max(0, self._top(self._aantal()) - ruim))
        # past QListView, here and below: that would look at every row
        QAbstractItemView.updateGeometries(self)

    def doItemsLayout(self) -> None:
        """Lay out afresh, which is counting."""
        QAbstractItemView.doItemsLayout(self)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint anew: a row under a resting pointer would else keep its shade while it moves away."""
        self.viewport().update()

    # -- painting and what a screen reader hears

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in view."""
        eerste, laatste = self._rijen_in(event.rect().top(), event.rect().bottom())
        if eerste > laatste:
            return
        vlag = QStyle.StateFlag
        huidig = self.currentIndex().row() if self.hasFocus() else -1
        over = self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())).row() if self.viewport().underMouse() else -1
        keuze, model, delegate = self.selectionModel(), self.model(), self.itemDelegate()
        p = QPainter(self.viewport())
        for rij in range(eerste, laatste + 1):
            index = model.index(rij, 0)
            optie = QStyleOptionViewItem()
            self.initViewItemOption(optie)
            optie.rect = self.visualRect(index)  # type: ignore[attr-defined]  # missing in the stubs
            staat = optie.state & ~vlag.State_HasFocus  # type: ignore[attr-defined]  # missing in the stubs
            for aan, wat in (
                (keuze.isSelected(index), vlag.State_Selected),
                (rij == over, vlag.State_MouseOver),
                (rij == huidig, vlag.State_HasFocus),
            ):
                staat = staat | wat if aan else staat
            optie.state = staat  # type: ignore[attr-defined]  # missing in the stubs
            delegate.paint(p, optie, index)
        p.end()
        if isinstance(model, BladModel):
            model.in_zicht(*self._rijen_in(0, self.viewport().height() - 1))

    def dataChanged(
        self,
        topLeft: Index,  # noqa: N803  # Qt's own names, here and in moveCursor
        bottomRight: Index,  # noqa: N803
        roles: Sequence[int] = (),
    ) -> None:
        """Rows came in: paint them where they are in view, read the current one aloud, choose what waited for it."""
        eerste, laatste = self._rijen_in(0, self.viewport().height() - 1)
        if topLeft.row() <= laatste and bottomRight.row() >= eerste:
            self.viewport().update()
        rij = self.currentIndex().row()
        if topLeft.row() <= rij <= bottomRight.row():
            if self.hasFocus():
                self._zeg(QAccessible.Event.NameChanged, rij)
            if self._te_kiezen == rij:
                self._kies(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Another row is the current one."""
        self._te_kiezen = None
        QAbstractItemView.currentChanged(self, current, previous)
        if current.isValid() and self.hasFocus():
            self._zeg(QAccessible.Event.Focus, current.row())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Other rows are selected."""
        QAbstractItemView.selectionChanged(self, selected, deselected)
        for keuze, wat in (
            (selected, QAccessible.Event.SelectionAdd),
            (deselected, QAccessible.Event.SelectionRemove),
        ):
            if keuze.size():
                self._zeg(wat, keuze.at(0).top())

    def reset(self) -> None:
        """Another list: nothing is waited for any more."""
        self._te_kiezen = None
        super().reset()

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the current row; with Ctrl it means something of the page's own."""
        met_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in ENTER and self.currentIndex().isValid() and not met_ctrl:
            self._kies(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)
            # Home on the first row moves nothing, but a person who has scrolled away wants to see it
            if event.key() in _LOPEN:
                self.scrollTo(self.currentIndex())

    def keyboardSearch(self, search: str) -> None:
        """Letters go to the row that begins with them; in a list that comes by the page, to whoever can look it up."""
        if isinstance(self.model(), BladModel):
            self.getypt.emit(search)
        else:
            super().keyboardSearch(search)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one is: Qt makes a row current on Tab only, and paints only a selected one as such."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectionModel().setCurrentIndex(self.model().index(0, 0), self._bij_terugkeer())
        huidig = self.currentIndex()
        # where a selection means something of its own (ticks), moving there must not make one
        enkel = self.selectionMode() is QListView.SelectionMode.SingleSelection
        if enkel and huidig.isValid() and not self.selectionModel().hasSelection():
            self.setCurrentIndex(huidig)

    def _kies(self, index: QModelIndex) -> None:
        rij = index.data(RIJ)
        # who presses Enter on a row that is still on the way gets that row, once it is there
        self._te_kiezen = index.row() if rij is None else None
        if isinstance(rij, RijInhoud) and rij.sleutel is not None:
            self.gekozen.emit(rij.sleutel)

    def _onthoud(self) -> None:
        hier = self.currentIndex()
        self._hier = hier.row(), _sleutel(hier)

    def _zet_terug(self) -> None:
        """Stay on the row where one was, as far as it is still there."""
        model = self.model()
        if isinstance(model, BladModel):
            return  # of a list that comes by the page, `begin` knows the keys of all rows
        rij, sleutel = self._hier
        gelijk = (n for n in range(self._aantal()) if _sleutel(model.index(n, 0)) == sleutel)
        terug = next(gelijk, None) if sleutel is not None else None
        if terug is None:
            self._sta(rij)
        else:
            self.selectionModel().setCurrentIndex(model.index(terug, 0), self._bij_terugkeer())

    def _sta(self, rij: int) -> None:
        """Have a row current near where one was, for as long as the keyboard is here: without one nothing shows it."""
        if self.hasFocus() and self._aantal():
            index = self.model().index(min(max(rij, 0), self._aantal() - 1), 0)
            self.selectionModel().setCurrentIndex(index, self._bij_terugkeer())

    def _bij_terugkeer(self) -> QItemSelectionModel.SelectionFlag:
        vlag = QItemSelectionModel.SelectionFlag
        enkel = self.selectionMode() is QListView.SelectionMode.SingleSelection
        return vlag.ClearAndSelect if enkel else vlag.NoUpdate

    def _aantal(self) -> int:
        return self.model().rowCount() if self.model() is not None else 0

    def _top(self, rij: int) -> int:
        return rij * self._hoog

    def _rijen_in(self, boven: int, onder: int) -> tuple[int, int]:
        """Return the first and last row between two heights of the window; the last below the first where none is."""
        stand, hoog = self.verticalOffset(), self._hoog
        return max(0, (boven + stand) // hoog), min(self._aantal() - 1, (onder + stand) // hoog)

    def _zeg(self, wat: QAccessible.Event, rij: int) -> None:
        if QAccessible.isActive():
            event = QAccessibleEvent(self, wat)
            event.setChild(rij)
            QAccessible.updateAccessibility(event)


def _sleutel(index: Index) -> object:
    rij = index.data(RIJ)
    return rij.sleutel if isinstance(rij, RijInhoud) else None
