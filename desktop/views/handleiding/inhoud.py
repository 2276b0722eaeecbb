"""The list beside a page: all pages under their headings, or what was found with the passage that matches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.models.handleiding import Handleidingpagina, Vondst
from desktop.models.woorden import zonder_merken
from desktop.views.theme import Thema
from desktop.views.widgets.kieslijst import REGEL, Index, Kieslijst, zet_vet


@dataclass(frozen=True, slots=True)
class Regel:
    """One line: a heading where `sleutel` is '', else a page, with a marked passage where it was searched for."""

    titel: str
    sleutel: str = ""
    fragment: str = ""

    @property
    def doel(self) -> str | None:
        """Return the page that it leads to."""
        return self.sleutel or None

    def voorgelezen(self) -> str:
        """Return the line as a screen reader says it."""
        return ". ".join(deel for deel in (self.titel, zonder_merken(self.fragment)[0]) if deel)


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


class _Delegate(QStyledItemDelegate):
    """Paints a heading, a page, or a page with up to three lines of the passage that matches."""

    def __init__(self, thema: Thema, lijst: Inhoudslijst) -> None:
        super().__init__(lijst)
        self._thema = thema
        self._lijst = lijst

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its text at the width of the list."""
        regel, px = index.data(REGEL), self._thema.px
        breed = self._lijst.viewport().width()
        if not regel.sleutel:
            return QSize(breed, px(40) if index.row() else px(32))
        if not regel.fragment:
            titel = self._opmaak(regel.titel, self._titelletter(), breed - px(24))
            return QSize(breed, round(titel.boundingRect().height()) + px(14))
        titel = self._opmaak(regel.titel, self._titelletter(), breed - px(24))
        tekst = self._fragment(regel.fragment, breed - px(24))
        return QSize(breed, round(titel.boundingRect().height() + tekst.boundingRect().height()) + px(20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line in its state."""
        thema, regel = self._thema, index.data(REGEL)
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
        zet_vet(opmaak, merken)
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
        tekst, merken = zonder_merken(fragment)
        letter = self._thema.font("klein")
        ruim = 3 * breed - QFontMetricsF(letter).horizontalAdvance("mmmmmmmm")
        kort = QFontMetricsF(letter).elidedText(tekst, Qt.TextElideMode.ElideRight, ruim)
        if kort != tekst:
            kort = f"{kort.rpartition(' ')[0]} …"
        return self._opmaak(kort, letter, breed, [m for m in merken if sum(m) < len(kort)], 3)


class Inhoudslijst(Kieslijst):
    """The list; a click or Enter chooses a page. `zet_regels` fills it, `wijs_aan` marks the page that shows."""

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__("Pagina's van de handleiding", parent)
        self.setItemDelegate(_Delegate(thema, self))

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
