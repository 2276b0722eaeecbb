"""How a row of a list looks."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.views.theme import Thema
from desktop.views.widgets.kaart import toon_icoon
from desktop.views.widgets.rijmodel import RIJ, Index, RijInhoud


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
            breed = links_breed(thema, vak.width(), rij.links)
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
        if not rij.pil:  # no state, no colour of one either
            return vak.right()
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


def links_breed(thema: Thema, rij_breed: float, tekst: str) -> float:
    """Return the width of the column on the left: in a narrow list that of a day without a year where it fits in it, so
    that the title has room. There are two widths only: rows stay below each other.
    """
    smal = thema.px(56)
    past = QFontMetricsF(thema.font("klein", QFont.Weight.DemiBold)).horizontalAdvance(tekst) <= smal
    return float(smal if past and rij_breed < thema.px(640) else thema.px(104))
