"""The body map: front and back; a click or the keyboard points at a place, and marks are numbered like the lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.models.dossierdelen import Kant
from desktop.models.lichaam import GEZICHT, OMTREK, RUG, VERHOUDING, Lijn
from desktop.models.lichaamsplekken import PLEKKEN, Lichaamsplek, buur, dichtstbij
from desktop.views.forms.basis import zeg
from desktop.views.theme import Thema

_HOOG = 340
_KOP = 28
_TUSSEN = 72
_STRAAL = 11
_RICHTING = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_DRUK = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
UITLEG = "Klik op de plek, of kies met de pijltjes en druk op Enter. Elke plek wordt een regel hieronder."


@dataclass(frozen=True, slots=True)
class Teken:
    """One mark: where it stands, and its line in words."""

    kant: Kant
    x: int
    y: int
    nummer: int
    woorden: str


class Lichaamskaart(QWidget):
    """Shows the marks; `aangewezen` carries the `Lichaamsplek` that was pointed at, `gekozen` the number of a mark."""

    aangewezen = Signal(object)
    gekozen = Signal(int)

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._tekens: Sequence[Teken] = ()
        self._vast = False
        self.plek: Lichaamsplek = PLEKKEN[0]
        """Where the keyboard is."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(thema.px(_HOOG + _KOP + 16))
        self.zet_alleen_lezen(False)
        thema.gewijzigd.connect(self.update)

    def zet(self, tekens: Sequence[Teken]) -> None:
        """Show these marks."""
        self._tekens = tuple(tekens)
        self._noem()
        self.update()

    def tekens(self) -> Sequence[Teken]:
        """Return the marks that show."""
        return self._tekens

    def zet_alleen_lezen(self, aan: bool) -> None:
        """Show only, or let a person point."""
        self._vast = aan
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if aan else Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor if aan else Qt.CursorShape.CrossCursor)
        self._noem()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for both sides."""
        return QSize(self._thema.px(2 * _HOOG * VERHOUDING + _TUSSEN + 32), self.height())

    def minimumSizeHint(self) -> QSize:
        """It keeps its form."""
        return QSize(self._thema.px(2 * _HOOG * VERHOUDING + 24), self.height())

    # -- hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point at a place, or choose a mark that is there."""
        if event.button() != Qt.MouseButton.LeftButton or self._vast:
            event.ignore()
            return
        punt = event.position()
        if (teken := self._teken_op(punt)) is not None:
            self.gekozen.emit(teken.nummer)
            return
        for kant in Kant:
            vak = self._vak(kant)
            if vak.adjusted(-8, -8, 8, 8).contains(punt):
                x = min(1000, max(0, round((punt.x() - vak.left()) / vak.width() * 1000)))
                y = min(1000, max(0, round((punt.y() - vak.top()) / vak.height() * 1000)))
                self.plek = dichtstbij(kant, x, y)
                self.aangewezen.emit(Lichaamsplek(kant, self.plek.naam, x, y))
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from place to place, Enter or the space bar puts a mark there."""
        richting = _RICHTING.get(Qt.Key(event.key()))
        if richting is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            volgende = buur(self.plek, *richting)
            if volgende is not None:
                self.plek = volgende
                self._noem()
                zeg(self, self._hier())
                self.update()
        elif event.key() in _DRUK:
            self.aangewezen.emit(self.plek)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say what a mark is where a pointer rests on it, and which place it points at."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            punt = QPointF(event.pos())
            teken = self._teken_op(punt)
            QToolTip.showText(event.globalPos(), teken.woorden if teken is not None else self._naam_op(punt), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Do not show it any more."""
        super().focusOutEvent(event)
        self.update()

    def _teken_op(self, punt: QPointF) -> Teken | None:
        straal = self._thema.px(_STRAAL + 2)
        for teken in reversed(self._tekens):
            weg = self._punt(teken.kant, teken.x, teken.y) - punt
            if weg.x() ** 2 + weg.y() ** 2 <= straal**2:
                return teken
        return None

    def _naam_op(self, punt: QPointF) -> str:
        for kant in Kant:
            vak = self._vak(kant)
            if not self._vast and vak.contains(punt):
                x, y = (punt.x() - vak.left()) / vak.width(), (punt.y() - vak.top()) / vak.height()
                return dichtstbij(kant, round(x * 1000), round(y * 1000)).naam
        return ""

    # -- words

    def _hier(self) -> str:
        op = sum(t.kant is self.plek.kant and dichtstbij(t.kant, t.x, t.y) == self.plek for t in self._tekens)
        al = f", {op} keer aangewezen" if op else ""
        return f"{self.plek.kant.label}, {self.plek.naam}{al}"

    def _noem(self) -> None:
        wat = "; ".join(t.woorden for t in self._tekens) or "nog niets aangewezen"
        self.setAccessibleName("Lichaam: plekken van letsel" if self._vast else f"Lichaam. {self._hier()}")
        self.setAccessibleDescription(wat if self._vast else f"{UITLEG} Nu: {wat}.")

    # -- painting

    def _vak(self, kant: Kant) -> QRectF:
        """Return where one side is drawn."""
        px = self._thema.px
        hoog, breed, tussen = px(_HOOG), px(_HOOG * VERHOUDING), px(_TUSSEN)
        tussen = min(tussen, max(px(8), self.width() - 2 * breed - px(8)))
        links = (self.width() - 2 * breed - tussen) / 2
        return QRectF(links + (breed + tussen if kant is Kant.ACHTER else 0), px(_KOP), breed, hoog)

    def _punt(self, kant: Kant, x: float, y: float) -> QPointF:
        vak = self._vak(kant)
        return QPointF(vak.left() + vak.width() * x / 1000, vak.top() + vak.height() * y / 1000)

    def _pad(self, kant: Kant, lijnen: Sequence[Lijn]) -> QPainterPath:
        pad = QPainterPath()
        for begin, bochten in lijnen:
            deel = QPainterPath(self._punt(kant, *begin))
            for een, twee, eind in bochten:
                deel.cubicTo(self._punt(kant, *een), self._punt(kant, *twee), self._punt(kant, *eind))
            pad = pad.united(deel) if lijnen is OMTREK else pad
            if lijnen is not OMTREK:
                pad.addPath(deel)
        return pad

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both sides, the marks, and where the keyboard is."""
        thema, p = self._thema, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        for kant in Kant:
            vak = self._vak(kant)
            p.setFont(thema.font("klein", QFont.Weight.DemiBold))
            p.setPen(thema.kleur("zacht"))
            kop = QRectF(vak.left() - thema.px(40), 0, vak.width() + thema.px(80), thema.px(_KOP - 6))
            p.drawText(kop, Qt.AlignmentFlag.AlignCenter, kant.label)
            p.setBrush(thema.kleur("ring_binnen"))
            p.setPen(QPen(thema.kleur("veldrand"), 1.5))
            p.drawPath(self._pad(kant, OMTREK))
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawPath(self._pad(kant, GEZICHT if kant is Kant.VOOR else RUG))
            p.setFont(thema.font("klein"))
            p.setPen(thema.kleur("zacht"))
            # as one looks at it: seen from the front someone's right is at the left
            voor = kant is Kant.VOOR
            for tekst, rand in (("rechts" if voor else "links", True), ("links" if voor else "rechts", False)):
                hoek = vak.bottomLeft() if rand else vak.bottomRight() - QPointF(thema.px(60), 0)
                zij = Qt.AlignmentFlag.AlignLeft if rand else Qt.AlignmentFlag.AlignRight
                p.drawText(QRectF(hoek.x(), hoek.y() - thema.px(18), thema.px(60), thema.px(18)), zij, tekst)
        if self.hasFocus():
            self._teken_cursor(p)
        for teken in self._tekens:
            self._teken_nummer(p, teken)

    def _teken_nummer(self, p: QPainter, teken: Teken) -> None:
        thema, straal = self._thema, self._thema.px(_STRAAL)
        midden = self._punt(teken.kant, teken.x, teken.y)
        p.setBrush(thema.kleur("gevaar"))
        p.setPen(QPen(thema.kleur("kaart"), 2))
        p.drawEllipse(midden, straal, straal)
        p.setFont(thema.font("klein", QFont.Weight.Bold))
        p.setPen(thema.kleur("op_gevaar"))
        vak = QRectF(midden.x() - straal, midden.y() - straal, 2 * straal, 2 * straal)
        p.drawText(vak, Qt.AlignmentFlag.AlignCenter, str(teken.nummer))

    def _teken_cursor(self, p: QPainter) -> None:
        thema = self._thema
        midden = self._punt(self.plek.kant, self.plek.x, self.plek.y)
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(thema.kleur("focus"), 2))
        p.drawEllipse(midden, thema.px(_STRAAL + 5), thema.px(_STRAAL + 5))
        p.setFont(thema.font("klein", QFont.Weight.DemiBold))
        breed = p.fontMetrics().horizontalAdvance(self.plek.naam) + thema.px(12)
        links = min(max(midden.x() - breed / 2, 0), self.width() - breed)
        vak = QRectF(links, midden.y() - thema.px(_STRAAL + 30), breed, thema.px(20))
        if vak.top() < 0:
            vak.moveTop(midden.y() + thema.px(_STRAAL + 8))
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(QColor(thema.kleur("melding")))
        p.drawRoundedRect(vak, thema.px(4), thema.px(4))
        p.setPen(thema.kleur("op_melding"))
        p.drawText(vak, Qt.AlignmentFlag.AlignCenter, self.plek.naam)
