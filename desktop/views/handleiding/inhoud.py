"""The list beside a page: all pages under their headings, or what was found with the passage that matches."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.models.handleiding import Handleidingpagina, Vondst
from desktop.views.theme import Thema

_Index = QModelIndex | QPersistentModelIndex
_REGEL = Qt.ItemDataRole.UserRole + 1
_MERK = re.compile("\x02([^\x03]*)\x03")


@dataclass(frozen=True, slots=True)
class Regel:
    """One line: a heading where `sleutel` is '', else a page, with a marked passage where it was searched for."""

    titel: str
    sleutel: str = ""
    fragment: str = ""

    def voorgelezen(self) -> str:
        """Return the line as a screen reader says it."""
        return ". ".join(deel for deel in (self.titel, re.sub("[\x02\x03]", "", self.fragment)) if deel)


def per_rubriek(paginas: Sequence[Handleidingpagina]) -> list[Regel]:
    """Return all pages under their headings; a heading stands where its first page does."""
    rubrieken = dict.fromkeys(pagina.rubriek for pagina in paginas)
    regels: list[Regel] = []
    for rubriek in rubrieken:
        regels.append(Regel(rubriek))
        regels += [Regel(p.titel, p.sleutel) for p in paginas if p.rubriek == rubriek]
    return regels


def gevonden(vondsten: Sequence[Vondst]) -> list[Regel]:
    """Return what was found, best first."""
    return [Regel(v.pagina.titel, v.pagina.sleutel, v.fragment) for v in vondsten]


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.regels: Sequence[Regel] = ()

    def zet(self, regels: Sequence[Regel]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.regels = tuple(regels)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.regels)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings cannot be chosen; the arrow keys skip them."""
        if index.isValid() and not self.regels[index.row()].sleutel:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, the line itself, or what is read aloud."""
        if not index.isValid():
            return None
        regel = self.regels[index.row()]
        if role == _REGEL:
            return regel
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return regel.voorgelezen()
        return regel.titel if role == Qt.ItemDataRole.DisplayRole else None


class _Delegate(QStyledItemDelegate):
    """Paints a heading, a page, or a page with up to three lines of the passage that matches."""

    def __init__(self, thema: Thema, lijst: Inhoudslijst) -> None:
        super().__init__(lijst)
        self._thema = thema
        self._lijst = lijst

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as its text at the width of the list."""
        regel, px = index.data(_REGEL), self._thema.px
        breed = self._lijst.viewport().width()
        if not regel.sleutel:
            return QSize(breed, px(40) if index.row() else px(32))
        if not regel.fragment:
            titel = self._opmaak(regel.titel, self._titelletter(), breed - px(24))
            return QSize(breed, round(titel.boundingRect().height()) + px(14))
        titel = self._opmaak(regel.titel, self._titelletter(), breed - px(24))
        tekst = self._fragment(regel.fragment, breed - px(24))
        return QSize(breed, round(titel.boundingRect().height() + tekst.boundingRect().height()) + px(20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one line in its state."""
        thema, regel = self._thema, index.data(_REGEL)
        vak = QRectF(option.rect)  # type: ignore[attr-defined]  # missing in the stubs
        staat = option.state  # type: ignore[attr-defined]  # missing in the stubs
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        links, breed = vak.left() + thema.px(12), vak.width() - thema.px(24)
        if not regel.sleutel:
            painter.setFont(thema.font("klein", QFont.Weight.DemiBold))
            painter.setPen(thema.kleur("zacht"))
            onder = vak.adjusted(thema.px(12), 0, 0, -thema.px(6))
            painter.drawText(onder, Qt.AlignmentFlag.AlignBottom, regel.titel)
        else:
            gekozen = bool(staat & QStyle.StateFlag.State_Selected)
            self._vlak(painter, vak.adjusted(1, 1, -1, -1), staat, gekozen)
            letter = self._titelletter(gekozen or bool(regel.fragment))
            titel = self._opmaak(regel.titel, letter, breed)
            hoog = titel.boundingRect().height()
            boven = vak.top() + (thema.px(8) if regel.fragment else (vak.height() - hoog) / 2)
            painter.setPen(thema.kleur("kop" if gekozen else "inkt"))
            titel.draw(painter, QPointF(links, boven))
            if regel.fragment:
                painter.setPen(thema.kleur("inkt" if gekozen else "zacht"))
                self._fragment(regel.fragment, breed).draw(painter, QPointF(links, boven + hoog + thema.px(2)))
        painter.restore()

    def _vlak(self, painter: QPainter, vak: QRectF, staat: QStyle.StateFlag, gekozen: bool) -> None:
        thema = self._thema
        vorm = QPainterPath()
        vorm.addRoundedRect(vak, thema.px(6), thema.px(6))
        if gekozen:
            painter.fillPath(vorm, thema.kleur("accent_zacht"))
        elif staat & QStyle.StateFlag.State_MouseOver:
            painter.fillPath(vorm, thema.kleur("kaart_over"))
        if staat & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(thema.kleur("focus"), 2))
            painter.drawPath(vorm)

    def _titelletter(self, zwaar: bool = True) -> QFont:
        return self._thema.font("basis", QFont.Weight.DemiBold if zwaar else QFont.Weight.Normal)

    def _opmaak(
        self, tekst: str, letter: QFont, breed: float, merken: Sequence[tuple[int, int]] = (), hoogstens: int = 9
    ) -> QTextLayout:
        opmaak = QTextLayout(tekst, letter)
        optie = QTextOption()
        optie.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        opmaak.setTextOption(optie)
        formaten = []
        for plek, lengte in merken:
            stuk = QTextLayout.FormatRange()
            stuk.start, stuk.length = plek, lengte  # type: ignore[attr-defined]  # missing in the stubs
            vorm = stuk.format  # type: ignore[attr-defined]
            vorm.setFontWeight(QFont.Weight.Bold.value)
            stuk.format = vorm  # type: ignore[attr-defined]
            formaten.append(stuk)
        opmaak.setFormats(formaten)
        opmaak.beginLayout()
        y = 0.0
        for _ in range(hoogstens):
            lijn = opmaak.createLine()
            if not lijn.isValid():
                break
            lijn.setLineWidth(max(breed, 1))
            lijn.setPosition(QPointF(0, y))
            y += lijn.height()
        opmaak.endLayout()
        return opmaak

    def _fragment(self, fragment: str, breed: float) -> QTextLayout:
        """Return at most three lines, with the matches bold."""
        merken: list[tuple[int, int]] = []
        tekst, hier = "", 0
        for treffer in _MERK.finditer(fragment):
            tekst += fragment[hier : treffer.start()]
            merken.append((len(tekst), len(treffer[1])))
            tekst += treffer[1]
            hier = treffer.end()
        tekst += fragment[hier:]
        letter = self._thema.font("klein")
        ruim = 3 * breed - QFontMetricsF(letter).horizontalAdvance("mmmmmmmm")
        kort = QFontMetricsF(letter).elidedText(tekst, Qt.TextElideMode.ElideRight, ruim)
        if kort != tekst:
            kort = f"{kort.rpartition(' ')[0]} …"
        return self._opmaak(kort, letter, breed, [m for m in merken if sum(m) < len(kort)], 3)


class Inhoudslijst(QListView):
    """The list; a click or Enter chooses a page. `zet_regels` fills it, `wijs_aan` marks the page that shows."""

    gekozen = Signal(str)

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model()
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(thema, self))
        self.setProperty("kaal", True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAccessibleName("Pagina's van de handleiding")
        self.clicked.connect(self._kies)

    def regels(self) -> Sequence[Regel]:
        """Return what is in the list."""
        return self._model.regels

    def zet_regels(self, regels: Sequence[Regel], sleutel: str) -> None:
        """Show these lines, with the page of this key marked if it is among them."""
        self._model.zet(regels)
        self.wijs_aan(sleutel)

    def wijs_aan(self, sleutel: str) -> None:
        """Mark the page that shows; none where it is not in the list."""
        for nummer, regel in enumerate(self._model.regels):
            if regel.sleutel and regel.sleutel == sleutel:
                index = self._model.index(nummer)
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def begin(self) -> None:
        """Take the focus at the marked page, or else at the first."""
        if not self.currentIndex().isValid():
            eerste = next((n for n, regel in enumerate(self._model.regels) if regel.sleutel), None)
            if eerste is not None:
                self.setCurrentIndex(self._model.index(eerste))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower is higher: ask every line again."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the current page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._kies(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)

    def _kies(self, index: QModelIndex) -> None:
        regel = index.data(_REGEL)
        if isinstance(regel, Regel) and regel.sleutel:
            self.gekozen.emit(regel.sleutel)
