"""The list of what was found: headings between the hits, passages with their matches bold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.models.woorden import MARK, zonder_merken
from desktop.views.theme import Thema
from desktop.views.widgets.kieslijst import REGEL, Index, Kieslijst, zet_vet
from desktop.views.zoeken.rijen import Trefferrij

_AANLOOP = 24  # characters before the first match: a line is short, and the match is what one looks for


class _Delegate(QStyledItemDelegate):
    """Paints a heading, a remark, or a hit: icon, title, and one line with where it stands and what matched."""

    def __init__(self, thema: Thema, lijst: Trefferlijst) -> None:
        super().__init__(lijst)
        self._thema = thema
        self._lijst = lijst

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line of its kind."""
        rij, px = index.data(REGEL), self._thema.px
        breed = self._lijst.viewport().width()
        if rij.soort == "melding":
            letter = QFontMetricsF(self._thema.font("klein"))
            vlag = Qt.TextFlag.TextWordWrap
            vak = letter.boundingRect(QRectF(0, 0, breed - px(32), 999), vlag, rij.titel)
            return QSize(breed, round(vak.height()) + px(16))
        if rij.soort == "kop":
            return QSize(breed, px(34))
        return QSize(breed, px(54 if rij.regel or rij.fragment else 44))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line in its state."""
        rij = index.data(REGEL)
        vak = QRectF(option.rect)  # type: ignore[attr-defined]  # missing in the stubs
        staat = option.state  # type: ignore[attr-defined]  # missing in the stubs
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if rij.soort == "treffer":
            self._teken_treffer(painter, vak, staat, rij)
        else:
            self._teken_kop(painter, vak.adjusted(self._thema.px(16), 0, -self._thema.px(16), 0), rij)
        painter.restore()

    def _teken_kop(self, p: QPainter, vak: QRectF, rij: Trefferrij) -> None:
        thema, vlag = self._thema, Qt.AlignmentFlag
        if rij.soort == "melding":
            p.setFont(thema.font("klein"))
            p.setPen(thema.kleur("inkt"))
            p.drawText(vak, vlag.AlignVCenter | Qt.TextFlag.TextWordWrap, rij.titel)
            return
        p.setFont(thema.font("klein", QFont.Weight.DemiBold))
        p.setPen(thema.kleur("zacht"))
        onder = vak.adjusted(0, 0, 0, -thema.px(5))
        p.drawText(onder, vlag.AlignBottom, rij.titel)
        p.setFont(thema.font("klein"))
        p.drawText(onder, vlag.AlignBottom | vlag.AlignRight, rij.rechts)

    def _teken_treffer(self, p: QPainter, vak: QRectF, staat: QStyle.StateFlag, rij: Trefferrij) -> None:
        thema, px = self._thema, self._thema.px
        gekozen = bool(staat & QStyle.StateFlag.State_Selected)
        ruim = vak.adjusted(px(4), 1, -px(4), -1)
        if gekozen or staat & QStyle.StateFlag.State_MouseOver:
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(thema.kleur("accent_zacht" if gekozen else "kaart_over"))
            p.drawRoundedRect(ruim, px(6), px(6))
        if gekozen:
            p.setPen(QPen(thema.kleur("focus"), 2))
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawRoundedRect(ruim.adjusted(1, 1, -1, -1), px(5), px(5))
        maat = px(20)
        thema.teken_icoon(p, QRectF(vak.left() + px(16), vak.center().y() - maat / 2, maat, maat), rij.icoon, "accent")
        tekst = vak.adjusted(px(48), 0, -px(16), 0)
        if rij.rechts:
            letter = thema.font("klein")
            breed = QFontMetricsF(letter).horizontalAdvance(rij.rechts)
            p.setFont(letter)
            p.setPen(thema.kleur("inkt" if gekozen else "zacht"))
            p.drawText(tekst, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, rij.rechts)
            tekst.setRight(tekst.right() - breed - px(12))
        titel = thema.font("basis", QFont.Weight.DemiBold)
        twee = bool(rij.regel or rij.fragment)
        boven = tekst.center().y() - (px(22) if twee else px(11))
        p.setFont(titel)
        p.setPen(thema.kleur("inkt"))
        kort = QFontMetricsF(titel).elidedText(rij.titel, Qt.TextElideMode.ElideRight, tekst.width())
        regel = QRectF(tekst.left(), boven, tekst.width(), px(22))
        p.drawText(regel, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, kort)
        if twee:
            p.setPen(thema.kleur("inkt" if gekozen else "zacht"))
            self._teken_passage(p, QRectF(tekst.left(), boven + px(22), tekst.width(), px(20)), rij)

    def _teken_passage(self, p: QPainter, vak: QRectF, rij: Trefferrij) -> None:
        """Where it stands, then the passage from shortly before its first match."""
        tekst = " · ".join(deel for deel in (rij.regel, _ingekort(rij.fragment)) if deel)
        plat, merken = zonder_merken(tekst)
        letter = self._thema.font("klein")
        kort = QFontMetricsF(letter).elidedText(plat, Qt.TextElideMode.ElideRight, vak.width() * 0.97)
        opmaak = QTextLayout(kort, letter)
        optie = QTextOption()
        optie.setWrapMode(QTextOption.WrapMode.NoWrap)
        opmaak.setTextOption(optie)
        zet_vet(opmaak, _te_zien(merken, kort, plat), self._thema.kleur("inkt"))
        opmaak.beginLayout()
        lijn = opmaak.createLine()
        lijn.setLineWidth(vak.width())
        opmaak.endLayout()
        opmaak.draw(p, QPointF(vak.left(), vak.center().y() - lijn.height() / 2))


def _te_zien(merken: Sequence[tuple[int, int]], kort: str, plat: str) -> Sequence[tuple[int, int]]:
    """Return the matches that stand whole in a text that may have been cut with '…'."""
    einde = len(plat) if kort == plat else len(kort) - 1
    return [(plek, lengte) for plek, lengte in merken if plek + lengte <= einde]


def _ingekort(fragment: str) -> str:
    """Return a passage that begins shortly before its first match."""
    eerste = fragment.find(MARK)
    if eerste <= _AANLOOP + 4:
        return fragment
    begin = fragment.find(" ", eerste - _AANLOOP)
    return f"… {fragment[begin + 1 :]}" if 0 <= begin < eerste else f"… {fragment[eerste:]}"


class Trefferlijst(Kieslijst):
    """The list; a click or Enter chooses. `stap` moves to the next hit for a box that keeps the focus."""

    begonnen = Signal()
    """The pointer moved over the list, or a hit was made current: someone is about to choose."""

    def __init__(self, thema: Thema, naam: str, parent: QWidget | None = None) -> None:
        super().__init__(naam, parent)
        self.setItemDelegate(_Delegate(thema, self))

    @property
    def rijen(self) -> Sequence[Trefferrij]:
        """What is in the list."""
        return self._model.regels

    def zet(self, rijen: Sequence[Trefferrij]) -> None:
        """Show these lines from the top, none of them current."""
        self._model.zet(rijen)
        self.scrollToTop()

    def voeg_toe(self, rijen: Sequence[Trefferrij]) -> None:
        """Add lines below; nothing that is there moves."""
        if rijen:
            self._model.voeg_toe(rijen)

    def hoogte(self) -> int:
        """Return the height at which nothing scrolls."""
        optie = QStyleOptionViewItem()
        delegate = self.itemDelegate()
        return sum(delegate.sizeHint(optie, self._model.index(n, 0)).height() for n in range(len(self.rijen)))

    def huidige(self) -> Trefferrij | None:
        """Return the line that Enter would choose."""
        index = self.currentIndex()
        return self.rijen[index.row()] if index.isValid() else None

    def stap(self, richting: int) -> Trefferrij | None:
        """Go to the next hit up or down and return it; None where there is none."""
        nu = self.currentIndex().row() if self.currentIndex().isValid() else -1
        doel = nu + richting
        while 0 <= doel < len(self.rijen) and self.rijen[doel].doel is None:
            doel += richting
        if 0 <= doel < len(self.rijen):
            index = self._model.index(doel, 0)
            self.setCurrentIndex(index)
            # the heading above the first of a group comes into view with it
            self.scrollTo(self._model.index(doel - 1, 0) if doel and self.rijen[doel - 1].doel is None else index)
            self.scrollTo(index)
            self.begonnen.emit()
        return self.huidige()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Someone points at a hit."""
        super().mouseMoveEvent(event)
        self.begonnen.emit()
