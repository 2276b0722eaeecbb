"""The matrix of staff and trainings: a table of which every cell says its state in a sign, a word and a colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from desktop.models.schooljaarstukken import VERWACHT
from desktop.services.jaardruk import in_woorden
from desktop.services.jaarstukken import Personeelslid
from desktop.views.theme import Thema
from desktop.views.widgets.knoppen import ENTER

Index = QModelIndex | QPersistentModelIndex
STAAT = Qt.ItemDataRole.UserRole + 1
_VERWACHT = frozenset(t.label for t in VERWACHT)


def staat(lid: Personeelslid, kolom: str) -> tuple[str, str]:
    """Return the icon of a cell and the token of its colour."""
    een = lid.trainingen.get(kolom)
    if een is None:
        return ("warning-circle", "gevaar") if kolom in _VERWACHT else ("", "zacht")
    if een.gepland:
        return "clock", "waarschuwing"
    if een.verlopen:
        return "warning-circle", "gevaar"
    return ("warning", "waarschuwing") if een.verloopt else ("check-circle", "goed")


def celwoorden(lid: Personeelslid, kolom: str) -> str:
    """Return what a cell says."""
    een = lid.trainingen.get(kolom)
    if een is None:
        return "Mist" if kolom in _VERWACHT else "–"
    woorden = in_woorden(een)
    return woorden[:1].upper() + woorden[1:]


class MatrixModel(QAbstractTableModel):
    """The first column is who, the others are the trainings."""

    def __init__(self, thema: Thema) -> None:
        super().__init__()
        self._thema = thema
        self._kolommen: Sequence[str] = ()
        self._leden: Sequence[Personeelslid] = ()

    def zet(self, kolommen: Sequence[str], leden: Sequence[Personeelslid]) -> None:
        """Show other people."""
        self.beginResetModel()
        self._kolommen, self._leden = kolommen, leden
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return how many people there are."""
        return 0 if parent.isValid() else len(self._leden)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return the number of trainings, and one for who."""
        return 0 if parent.isValid() else len(self._kolommen) + 1

    def wat(self, index: Index) -> tuple[Personeelslid, str]:
        """Return the person and the training of a cell; '' in the first column."""
        return self._leden[index.row()], self._kolommen[index.column() - 1] if index.column() else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the word of a cell, its sign, or what is read aloud."""
        if not index.isValid():
            return None
        lid, kolom = self.wat(index)
        if role == STAAT:
            return staat(lid, kolom) if kolom else ("", lid.wie.hoedanigheid)
        tekst = celwoorden(lid, kolom) if kolom else lid.wie.naam
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{lid.wie.naam}, {kolom}: {tekst}" if kolom else f"{tekst}, {lid.wie.hoedanigheid}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tekst if kolom else ", ".join(filter(None, (tekst, lid.wie.hoedanigheid)))
        return tekst if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of a training."""
        wat = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if orientation == Qt.Orientation.Horizontal and role in wat:
            return self._kolommen[section - 1] if section else "Wie"
        return None


class _Cel(QStyledItemDelegate):
    def __init__(self, thema: Thema, parent: QWidget) -> None:
        super().__init__(parent)
        self._thema = thema

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line beside a sign; the first column has two lines."""
        return QSize(self._thema.px(200 if index.column() == 0 else 180), self._thema.px(48))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell in its state."""
        thema, px = self._thema, self._thema.px
        vak = QRectF(option.rect)  # type: ignore[attr-defined]
        stand = option.state  # type: ignore[attr-defined]
        painter.save()
        if stand & QStyle.StateFlag.State_Selected:
            painter.fillRect(vak, thema.kleur("accent_zacht"))
        elif stand & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(vak, thema.kleur("kaart_over"))
        painter.setPen(QPen(thema.kleur("lijn"), 1))
        painter.drawLine(vak.bottomLeft(), vak.bottomRight())
        icoon, extra = index.data(STAAT)
        tekst = str(index.data())
        if index.column() == 0:
            self._schrijf(painter, vak.adjusted(px(12), px(5), -px(8), -vak.height() / 2), tekst, "inkt", vet=True)
            self._schrijf(
                painter, vak.adjusted(px(12), vak.height() / 2 - px(2), -px(8), -px(4)), extra, "zacht", klein=True
            )
        else:
            binnen = vak.adjusted(px(8), 0, -px(8), 0)
            if icoon:
                maat = px(18)
                plek = QRectF(binnen.left(), binnen.center().y() - maat / 2, maat, maat)
                thema.teken_icoon(painter, plek, icoon, extra)
                binnen.setLeft(binnen.left() + maat + px(6))
            # until when a certificate holds stands below the day: beside it there is no room
            eerst, _, dan = tekst.partition(", ")
            if dan:
                onder = binnen.adjusted(0, vak.height() / 2 - px(2), 0, -px(4))
                self._schrijf(painter, binnen.adjusted(0, px(5), 0, -vak.height() / 2), eerst, "inkt")
                self._schrijf(painter, onder, dan, "zacht", klein=True)
            else:
                self._schrijf(painter, binnen, eerst, "zacht" if eerst == "–" else "inkt")
        if stand & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(thema.kleur("focus"), 2))
            painter.drawRect(vak.adjusted(1, 1, -2, -2))
        painter.restore()

    def _schrijf(
        self, p: QPainter, vak: QRectF, tekst: str, kleur: str, *, vet: bool = False, klein: bool = False
    ) -> None:
        font = self._thema.font("klein" if klein else "basis", QFont.Weight.DemiBold if vet else QFont.Weight.Normal)
        p.setFont(font)
        p.setPen(self._thema.kleur(kleur))
        kort = QFontMetricsF(font).elidedText(tekst, Qt.TextElideMode.ElideRight, max(vak.width(), 1))
        p.drawText(vak, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, kort)


class Matrix(QTableView):
    """Arrows go from cell to cell, with Shift or Ctrl several are chosen; Enter or a double click opens one."""

    gekozen = Signal()

    def __init__(self, thema: Thema, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Cel(thema, self))
        self.setAccessibleName("Scholing van het team")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(thema.px(48))
        kop = self.horizontalHeader()
        kop.setHighlightSections(False)
        kop.setSectionsClickable(False)
        # the name of a training is longer than its column is wide: it takes a second line
        links = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        kop.setDefaultAlignment(links | Qt.TextFlag.TextWordWrap)
        kop.setFixedHeight(thema.px(52))
        kop.setMinimumSectionSize(thema.px(160))
        kop.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda _: self.gekozen.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the cell."""
        if event.key() in ENTER:
            event.accept()
            self.gekozen.emit()
        else:
            super().keyPressEvent(event)
