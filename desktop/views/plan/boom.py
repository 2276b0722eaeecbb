"""The tree of the plan: every rubriek with its pages, and the terms; one branch open at a time."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from desktop.services.plan import Plan
from desktop.views.theme import Thema

_Index = QModelIndex | QPersistentModelIndex
SLEUTEL = Qt.ItemDataRole.UserRole + 1
RUBRIEK = Qt.ItemDataRole.UserRole + 2
BEGRIPPEN = "begrippen"
_HOOG, _HOOG_TAK = 32, 40
_LINKS, _LINKS_TAK, _RECHTS = 24, 40, 6
"""Where the name of a page and of a branch begins, and how much stays free beside it."""
_WIKKEL = Qt.TextFlag.TextWordWrap


class _Delegate(QStyledItemDelegate):
    """Paints a branch with the hue of its role, or a page below it."""

    def __init__(self, thema: Thema, boom: Planboom) -> None:
        super().__init__(boom)
        self._thema = thema
        self._boom = boom
        self._hoogten: dict[tuple[str, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """All names of a kind are equally high; one that does not fit in the width goes on at the next line."""
        ruimte, naam = self.ruimte(index), str(index.data(Qt.ItemDataRole.DisplayRole))
        extra = self._hoogten.get((naam, ruimte))
        if extra is None:  # the tree asks for the same again and again
            # as heavy as when one is there: nothing moves when that changes
            letter = QFontMetrics(self._thema.font("basis", QFont.Weight.DemiBold))
            nodig = letter.boundingRect(QRect(0, 0, ruimte, 10_000), _WIKKEL, naam).height()
            extra = self._hoogten[naam, ruimte] = max(0, nodig - letter.height())
        return QSize(self._thema.px(120), self._thema.px(_HOOG if index.data(SLEUTEL) else _HOOG_TAK) + extra)

    def ruimte(self, index: _Index) -> int:
        """Return how wide a name can be."""
        links = _LINKS if index.data(SLEUTEL) else _LINKS_TAK
        return max(self._boom.viewport().width() - self._thema.px(links + _RECHTS), 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one line in its state, over the whole width of the tree."""
        thema, px = self._thema, self._thema.px
        vak = QRectF(option.rect)  # type: ignore[attr-defined]  # missing in the stubs
        staat = option.state  # type: ignore[attr-defined]  # missing in the stubs
        tak = not index.data(SLEUTEL)
        vak.setLeft(0)
        vak = vak.adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        vorm = QPainterPath()
        vorm.addRoundedRect(vak, px(6), px(6))
        hier = bool(index.data(SLEUTEL)) and index.data(SLEUTEL) == self._boom.hier
        if hier:
            painter.fillPath(vorm, thema.kleur("accent_zacht"))
        elif staat & QStyle.StateFlag.State_MouseOver:
            painter.fillPath(vorm, thema.kleur("kaart_over"))
        if staat & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(thema.kleur("focus"), 2))
            painter.drawPath(vorm)
        if tak:
            maat = px(16)
            open_ = self._boom.isExpanded(index)
            midden = vak.center().y()
            pijl = QRectF(px(3), midden - maat / 2, maat, maat)
            thema.teken_icoon(painter, pijl, "caret-down" if open_ else "caret-right", "zacht")
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(thema.kleur(f"rol.{index.data(RUBRIEK)}"))
            painter.drawEllipse(QRectF(px(23), midden - px(5), px(10), px(10)))
        zwaar = QFont.Weight.DemiBold if hier or tak else QFont.Weight.Normal
        painter.setFont(thema.font("basis", zwaar))
        painter.setPen(thema.kleur("kop" if hier or tak else "inkt"))
        ruimte = QRectF(px(_LINKS_TAK if tak else _LINKS), vak.top(), self.ruimte(index), vak.height())
        painter.drawText(ruimte, Qt.AlignmentFlag.AlignVCenter | _WIKKEL, index.data(Qt.ItemDataRole.DisplayRole))
        painter.restore()


class Planboom(QTreeView):
    """`gekozen` carries the key of a page; `wijs_aan` marks the page that shows and opens its branch."""

    gekozen = Signal(str)

    def __init__(self, thema: Thema, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hier = ""
        self._plekken: dict[str, QStandardItem] = {}
        self._paginas: object = None
        self.vul(plan)
        self.setItemDelegate(_Delegate(thema, self))
        self.setProperty("kaal", True)
        self.setHeaderHidden(True)
        self.setIndentation(thema.px(_LINKS))
        self.setRootIsDecorated(False)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAccessibleName("Onderwerpen van het plan")
        self.clicked.connect(self._kies)

    def vul(self, plan: Plan) -> None:
        """Show the subjects of this plan; nothing happens where they are still the same."""
        if self._paginas is not plan.paginas():
            self._paginas = plan.paginas()
            self._plekken = {}
            self.setModel(self._maak_model(plan))

    def _maak_model(self, plan: Plan) -> QStandardItemModel:
        model = QStandardItemModel(self)
        takken = [
            (sleutel, naam, [(p, p.kort) for p in plan.in_rubriek(sleutel)]) for sleutel, naam in plan.rubrieken()
        ]
        begrippen = [(p, p.kort) for p in sorted(plan.paginas(), key=lambda p: p.titel) if p.soort == "begrip"]
        takken.append((BEGRIPPEN, "Begrippen", begrippen))
        for rubriek, naam, paginas in takken:
            if not paginas:
                continue
            tak = QStandardItem(naam)
            tak.setData(rubriek, RUBRIEK)
            aantal = "1 pagina" if len(paginas) == 1 else f"{len(paginas)} pagina's"
            tak.setData(f"{naam}, {aantal}", Qt.ItemDataRole.AccessibleTextRole)
            for pagina, kort in paginas:
                regel = QStandardItem(kort)
                regel.setData(pagina.sleutel, SLEUTEL)
                regel.setData(pagina.titel, Qt.ItemDataRole.AccessibleTextRole)
                if pagina.titel != kort:
                    regel.setToolTip(pagina.titel)
                tak.appendRow(regel)
            model.appendRow(tak)
        for rij in range(model.rowCount()):
            tak = model.item(rij)
            for n in range(tak.rowCount()):
                regel = tak.child(n)
                self._plekken[regel.data(SLEUTEL)] = regel
        return model

    def wijs_aan(self, sleutel: str) -> None:
        """Mark the page that shows; '' marks none and closes every branch."""
        self.hier = sleutel
        plek = self._plekken.get(sleutel)
        if plek is None:
            self.collapseAll()
            self.setCurrentIndex(QModelIndex())
        else:
            index = plek.index()
            if not self.isExpanded(index.parent()):
                self.collapseAll()
                self.expand(index.parent())
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At another width a name can take another number of lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the line itself and nothing of the style's below it, which ends where the text begins."""
        optie = QStyleOptionViewItem(options)
        optie.rect = self.visualRect(index)  # type: ignore[attr-defined]  # missing in the stubs
        kan = self.currentIndex() == index and self.hasFocus()
        vlag = QStyle.StateFlag.State_HasFocus
        staat = optie.state  # type: ignore[attr-defined]
        optie.state = staat | vlag if kan else staat & ~vlag  # type: ignore[attr-defined]
        self.itemDelegate().paint(painter, optie, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """The lines paint their own arrow."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a line that shows where the focus is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a page, or opens and closes a branch; the other keys go through the tree."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._kies(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)

    def _kies(self, index: QModelIndex) -> None:
        sleutel = index.data(SLEUTEL)
        if sleutel:
            self.gekozen.emit(sleutel)
        else:
            self.setExpanded(index, not self.isExpanded(index))
