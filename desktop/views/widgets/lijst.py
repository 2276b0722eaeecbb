"""A list that can hold 100,000 rows: it asks for pages as they come into view and paints two lines a row."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.views.theme import Thema
from desktop.views.widgets.kaart import Toon, toon_icoon
from desktop.views.widgets.knoppen import ENTER

Index = QModelIndex | QPersistentModelIndex
RIJ = Qt.ItemDataRole.UserRole + 1
"""The model role under which a `RijInhoud` is found; None while its page is on the way."""


@dataclass(frozen=True, slots=True)
class RijInhoud:
    """One row: `sleutel` is what choosing it gives back; `pil` a state in a word, its tone and icon with it."""

    sleutel: object
    titel: str
    regel: str = ""
    icoon: str = ""
    kleur: str = "accent"
    links: str = ""
    pil: str = ""
    toon: Toon = "info"
    pil_icoon: str = ""

    def voorgelezen(self) -> str:
        """Return the row as a screen reader says it."""
        return ", ".join(deel for deel in (self.titel, self.regel, self.links, self.pil) if deel)


class BladModel(QAbstractListModel):
    """Rows by the page. `haal(start, aantal)` is called once a page; whoever gets the rows calls `ontvang`.

    At most `bewaar` pages stay in memory; one that is scrolled away is asked for again.
    """

    def __init__(self, haal: Callable[[int, int], None], blad: int = 100, bewaar: int = 30) -> None:
        super().__init__()
        self._haal = haal
        self._blad = blad
        self._bewaar = bewaar
        self._totaal = 0
        self._bladen: OrderedDict[int, Sequence[RijInhoud]] = OrderedDict()
        self._gevraagd: set[int] = set()

    def begin(self, totaal: int) -> None:
        """Start anew with so many rows, none of them known."""
        self.beginResetModel()
        self._totaal = totaal
        self._bladen.clear()
        self._gevraagd.clear()
        self.endResetModel()

    def ontvang(self, start: int, rijen: Sequence[RijInhoud]) -> None:
        """Take the rows of one page; what was not asked for (an older question) is dropped."""
        nummer = start // self._blad
        if nummer not in self._gevraagd:
            return
        self._gevraagd.discard(nummer)
        self._bladen[nummer] = rijen
        while len(self._bladen) > self._bewaar:
            self._bladen.popitem(last=False)
        laatste = min(start + len(rijen), self._totaal) - 1
        if laatste >= start:
            self.dataChanged.emit(self.index(start), self.index(laatste))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return how many rows there are, known or not."""
        return 0 if parent.isValid() else self._totaal

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, the row under `RIJ`, or what is read aloud."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, RIJ, Qt.ItemDataRole.AccessibleTextRole):
            return None
        rij = self._rij(index.row())
        if role == RIJ:
            return rij
        if rij is None:
            return "…"
        return rij.titel if role == Qt.ItemDataRole.DisplayRole else rij.voorgelezen()

    def _rij(self, nummer: int) -> RijInhoud | None:
        blad = nummer // self._blad
        rijen = self._bladen.get(blad)
        if rijen is None:
            if blad not in self._gevraagd:
                self._gevraagd.add(blad)
                self._haal(blad * self._blad, self._blad)
            return None
        self._bladen.move_to_end(blad)
        plaats = nummer % self._blad
        return rijen[plaats] if plaats < len(rijen) else None


class VasteModel(QAbstractListModel):
    """A short list that is there at once."""

    def __init__(self, rijen: Sequence[RijInhoud] = ()) -> None:
        super().__init__()
        self._rijen = tuple(rijen)

    def zet(self, rijen: Sequence[RijInhoud]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rijen = tuple(rijen)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rijen)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, the row under `RIJ`, or what is read aloud."""
        if not index.isValid():
            return None
        rij = self._rijen[index.row()]
        if role == RIJ:
            return rij
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return rij.voorgelezen()
        return rij.titel if role == Qt.ItemDataRole.DisplayRole else None


class RijDelegate(QStyledItemDelegate):
    """Paints a `RijInhoud`: icon or date at the left, title, a line below it, a pill at the right."""

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row is equally high, so that a long list scrolls without measuring."""
        return QSize(self._thema.px(200), self._thema.px(60))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row in its state."""
        thema = self._thema
        vak = QRectF(option.rect)  # type: ignore[attr-defined]  # missing in the stubs
        staat = option.state  # type: ignore[attr-defined]  # missing in the stubs
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gekozen = bool(staat & QStyle.StateFlag.State_Selected)
        if gekozen or staat & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(vak, thema.kleur("accent_zacht" if gekozen else "kaart_over"))
        painter.setPen(QPen(thema.kleur("lijn"), 1))
        painter.drawLine(vak.bottomLeft(), vak.bottomRight())
        if staat & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(thema.kleur("focus"), 2))
            painter.drawRoundedRect(vak.adjusted(2, 2, -2, -3), thema.px(6), thema.px(6))
        rij = index.data(RIJ)
        if isinstance(rij, RijInhoud):
            self._teken_rij(painter, vak.adjusted(thema.px(16), 0, -thema.px(16), 0), rij)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(thema.kleur("lijn"))
            painter.drawRoundedRect(
                QRectF(vak.left() + thema.px(16), vak.center().y() - 5, vak.width() * 0.3, 10), 5, 5
            )
        painter.restore()

    def _teken_rij(self, p: QPainter, vak: QRectF, rij: RijInhoud) -> None:
        thema = self._thema
        if rij.icoon:
            maat = thema.px(24)
            thema.teken_icoon(p, QRectF(vak.left(), vak.center().y() - maat / 2, maat, maat), rij.icoon, rij.kleur)
            vak.setLeft(vak.left() + maat + thema.px(16))
        if rij.links:
            breed = thema.px(104)
            self._regel(p, QRectF(vak.left(), vak.top(), breed, vak.height()), rij.links, "klein", "zacht", half=True)
            vak.setLeft(vak.left() + breed + thema.px(12))
        if rij.pil:
            vak.setRight(self._teken_pil(p, vak, rij) - thema.px(12))
        if not rij.regel:
            self._regel(p, vak, rij.titel, "basis", "inkt", half=True)
            return
        midden = vak.center().y()
        hoog = thema.px(22)
        self._regel(p, QRectF(vak.left(), midden - hoog, vak.width(), hoog), rij.titel, "basis", "inkt", half=True)
        self._regel(p, QRectF(vak.left(), midden, vak.width(), hoog), rij.regel, "klein", "zacht", half=False)

    def _regel(self, p: QPainter, vak: QRectF, tekst: str, maat: str, kleur: str, half: bool) -> None:
        font = self._thema.font(maat, QFont.Weight.DemiBold if half else QFont.Weight.Normal)
        p.setFont(font)
        p.setPen(self._thema.kleur(kleur))
        kort = QFontMetricsF(font).elidedText(tekst.replace("\n", " "), Qt.TextElideMode.ElideRight, vak.width())
        p.drawText(vak, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, kort)

    def _teken_pil(self, p: QPainter, vak: QRectF, rij: RijInhoud) -> float:
        thema = self._thema
        icoon, kleur = toon_icoon(rij.toon)
        font = thema.font("klein", QFont.Weight.DemiBold)
        breed = QFontMetricsF(font).horizontalAdvance(rij.pil) + thema.px(40)
        hoog = thema.px(24)
        pil = QRectF(vak.right() - breed, vak.center().y() - hoog / 2, breed, hoog)
        vorm = QPainterPath()
        vorm.addRoundedRect(pil, hoog / 2, hoog / 2)
        p.fillPath(vorm, thema.kleur("kaart" if rij.toon == "rust" else f"{kleur}_zacht"))
        maat = thema.px(16)
        links = QRectF(pil.left() + thema.px(8), pil.center().y() - maat / 2, maat, maat)
        thema.teken_icoon(p, links, rij.pil_icoon or icoon, kleur)
        p.setFont(font)
        p.setPen(thema.kleur(kleur))
        p.drawText(pil.adjusted(thema.px(28), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, rij.pil)
        return pil.left()


class LijstView(QListView):
    """The view for both models: rows of one height, Enter or a click chooses."""

    gekozen = Signal(object)
    """The `sleutel` of the chosen row."""

    def __init__(self, thema: Thema, naam: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(RijDelegate(thema, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(naam)
        self.clicked.connect(self._kies)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the current row."""
        if event.key() in ENTER and self.currentIndex().isValid():
            self._kies(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one is: Qt makes the first row current on Tab, and only a selected one is painted as such."""
        super().focusInEvent(event)
        huidig = self.currentIndex()
        # where a selection means something of its own (ticks), moving there must not make one
        enkel = self.selectionMode() is QListView.SelectionMode.SingleSelection
        if enkel and huidig.isValid() and not self.selectionModel().hasSelection():
            self.setCurrentIndex(huidig)

    def _kies(self, index: QModelIndex) -> None:
        rij = index.data(RIJ)
        if isinstance(rij, RijInhoud):
            self.gekozen.emit(rij.sleutel)
