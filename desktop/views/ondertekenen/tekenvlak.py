"""The field to sign in: pen with pressure, finger or mouse; kept as strokes, drawn smooth on every screen."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QEventPoint,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.models.handtekening import MAX_PUNTEN, Handtekening, Punt
from desktop.views.theme import Thema

_MINST_PUNTEN = 6
_MINST_LENGTE = 40.0
"""A tap or a tick of the pen is no signature; a cross or an initial is."""
_DIK = 2.4
_ZONDER_DRUK = 0.5
_HOOGTE = 190
_Bron = Literal["", "pen", "vinger", "muis"]
NOG_GEEN = "Er is nog geen handtekening. Laat tekenen in het vak, of kies op papier."


class TekenVlak(QWidget):
    """Takes one signature. Points are in the units of the field as it was when the first stroke began."""

    gewijzigd = Signal()

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._halen: list[list[Punt]] = []
        self._bron: _Bron = ""
        self._klok = QElapsedTimer()
        self._maat = QSizeF()
        self._beeld = QImage()
        self._alleen_lezen = False
        self._naam = ""
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(thema.px(_HOOGTE))
        self.setMinimumWidth(thema.px(200))
        self.zet_naam("")
        thema.gewijzigd.connect(self._teken_opnieuw)

    # -- what it holds

    def zet_naam(self, naam: str) -> None:
        """Say whose signature is asked."""
        self._naam = naam
        self.setAccessibleName(f"Tekenveld voor {naam}" if naam else "Tekenveld")
        self.setAccessibleDescription(
            "Teken met pen, vinger of muis. Ctrl+Z haalt de laatste streep weg, Delete wist alles. "
            "Kan dat niet? Laat dan op papier tekenen."
        )
        self.update()

    def toon(self, handtekening: Handtekening) -> None:
        """Show a signature that was kept; nothing can be added to it."""
        self._alleen_lezen = True
        self._halen = [list(haal) for haal in handtekening.halen]
        self._maat = QSizeF(handtekening.breedte, handtekening.hoogte)
        self.unsetCursor()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription("De handtekening zoals die is gezet.")
        self._teken_opnieuw()

    def leeg(self) -> bool:
        """Whether nothing was drawn."""
        return not self._halen

    def genoeg(self) -> bool:
        """Whether what was drawn can be a signature."""
        lengte = sum(math.dist(a[:2], b[:2]) for haal in self._halen for a, b in pairwise(haal))
        return self._punten() >= _MINST_PUNTEN and lengte >= _MINST_LENGTE

    def handtekening(self) -> Handtekening | None:
        """Return what was drawn; None where it is too little."""
        if not self.genoeg():
            return None
        halen = tuple(tuple(haal) for haal in self._halen)
        return Handtekening(breedte=self._maat.width(), hoogte=self._maat.height(), halen=halen)

    def wis(self) -> None:
        """Take everything away."""
        if self._halen and not self._alleen_lezen:
            self._halen, self._bron = [], ""
            self._teken_opnieuw()
            self.gewijzigd.emit()

    def haal_terug(self) -> None:
        """Take the last stroke away."""
        if self._halen and not self._alleen_lezen:
            self._halen.pop()
            self._bron = ""
            self._teken_opnieuw()
            self.gewijzigd.emit()

    # -- pen, finger, mouse, keys

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen, with the pressure of its point; one that knows none says 0."""
        match event.type():
            case QEvent.Type.TabletPress:
                self._begin("pen", event.position(), event.pressure() or _ZONDER_DRUK)
            case QEvent.Type.TabletMove:
                self._verder("pen", event.position(), event.pressure() or _ZONDER_DRUK)
            case QEvent.Type.TabletRelease:
                self._eind("pen")
        # taken: else the same line would come once more as a mouse
        event.accept()

    def event(self, event: QEvent) -> bool:
        """A finger; a second one is the palm of the hand."""
        if isinstance(event, QTouchEvent) and event.points():
            punt = event.points()[0]
            druk = punt.pressure() if 0 < punt.pressure() < 1 else _ZONDER_DRUK
            match punt.state():
                case QEventPoint.State.Pressed:
                    self._begin("vinger", punt.position(), druk)
                case QEventPoint.State.Updated:
                    self._verder("vinger", punt.position(), druk)
                case QEventPoint.State.Released:
                    self._eind("vinger")
            event.accept()
            return True
        if event.type() == QEvent.Type.TouchCancel:
            self._eind("vinger")
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The left button down begins a stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin("muis", event.position(), _ZONDER_DRUK)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The stroke goes on while the button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._verder("muis", event.position(), _ZONDER_DRUK)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The stroke ends."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._eind("muis")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z takes the last stroke away, Delete all."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.haal_terug()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.wis()
        else:
            super().keyPressEvent(event)

    def _begin(self, bron: _Bron, plek: QPointF, druk: float) -> None:
        # a hand that rests on the screen while the pen writes is no stroke
        if self._bron or self._alleen_lezen or not self.isEnabled() or self._punten() >= MAX_PUNTEN:
            return
        if not self._halen:
            self._maat = QSizeF(self.size())
            self._klok.start()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._halen.append([])
        self._bron = bron
        self._voeg_toe(plek, druk)

    def _verder(self, bron: _Bron, plek: QPointF, druk: float) -> None:
        if self._bron == bron and self._punten() < MAX_PUNTEN:
            self._voeg_toe(plek, druk)

    def _eind(self, bron: _Bron) -> None:
        if self._bron == bron:
            self._bron = ""
            self._teken_opnieuw()
            self.gewijzigd.emit()

    def _voeg_toe(self, plek: QPointF, druk: float) -> None:
        schaal = self._schaal()
        x = min(max(plek.x() / schaal, 0.0), self._maat.width())
        y = min(max(plek.y() / schaal, 0.0), self._maat.height())
        haal = self._halen[-1]
        if haal and haal[-1][:2] == (x, y):
            return
        haal.append((x, y, float(self._klok.elapsed()), min(max(druk, 0.0), 1.0)))
        self._teken_laatste()

    def _punten(self) -> int:
        return sum(len(haal) for haal in self._halen)

    # -- drawing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What was drawn keeps its shape."""
        super().resizeEvent(event)
        self._teken_opnieuw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sheet with a line to sign on, the name below it, and what was drawn."""
        thema, p = self._thema, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        vak = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if not self._alleen_lezen:
            rand = QPen(thema.kleur("focus"), 2) if self.hasFocus() else QPen(thema.kleur("veldrand"), 1)
            p.setPen(rand)
            p.setBrush(thema.kleur("kaart"))
            p.drawRoundedRect(vak, thema.px(8), thema.px(8))
            self._lijn(p)
        if self._beeld.devicePixelRatio() != self.devicePixelRatioF():
            self._teken_opnieuw()
        p.drawImage(QPointF(0, 0), self._beeld)
        p.end()

    def _lijn(self, p: QPainter) -> None:
        thema = self._thema
        y, kant = self.height() - thema.px(44), thema.px(24)
        p.setPen(QPen(thema.kleur("veldrand"), 1, Qt.PenStyle.DashLine))
        p.drawLine(QPointF(kant, y), QPointF(self.width() - kant, y))
        p.setPen(thema.kleur("zacht"))
        p.setFont(thema.font("klein"))
        onder = QRect(kant, y + thema.px(4), self.width() - 2 * kant, thema.px(32))
        zin = self._naam if self._halen else f"Teken hier · {self._naam}" if self._naam else "Teken hier"
        kort = p.fontMetrics().elidedText(zin, Qt.TextElideMode.ElideRight, onder.width())
        p.drawText(onder, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, kort)

    def _schaal(self) -> float:
        """How much the field became smaller or larger since the first stroke."""
        if self._maat.isEmpty():
            return 1.0
        return min(self.width() / self._maat.width(), self.height() / self._maat.height())

    def _teken_opnieuw(self) -> None:
        dpr = self.devicePixelRatioF()
        maat = (QSizeF(self.size()) * dpr).toSize()
        self._beeld = QImage(maat, QImage.Format.Format_ARGB32_Premultiplied)
        self._beeld.setDevicePixelRatio(dpr)
        self._beeld.fill(Qt.GlobalColor.transparent)
        p = self._kwast()
        for haal in self._halen:
            for n in range(len(haal)):
                self._stuk(p, haal, n)
            self._slot(p, haal)
        p.end()
        self.update()

    def _teken_laatste(self) -> None:
        """Add the newest piece only: a long signature must not get slow."""
        p, haal = self._kwast(), self._halen[-1]
        vak = self._stuk(p, haal, len(haal) - 1)
        p.end()
        rand = self._thema.px(6)
        self.update(vak.adjusted(-rand, -rand, rand, rand).toAlignedRect())

    def _kwast(self) -> QPainter:
        p = QPainter(self._beeld)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.scale(self._schaal(), self._schaal())
        return p

    def _pen(self, druk: float) -> QPen:
        pen = QPen(self._thema.kleur("inkt"), _DIK * self._thema.schaal * (0.6 + 0.8 * druk))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    def _stuk(self, p: QPainter, haal: list[Punt], n: int) -> QRectF:
        """Draw from the middle before point n - 1 to the middle after it, bent by that point; returns where it is."""
        if n == 0:
            p.setPen(self._pen(haal[0][3]))
            p.drawPoint(QPointF(*haal[0][:2]))
            pad = QPainterPath(QPointF(*haal[0][:2]))
            pad.lineTo(QPointF(*haal[0][:2]))
        else:
            begin = _midden(haal[n - 2], haal[n - 1]) if n > 1 else QPointF(*haal[0][:2])
            pad = QPainterPath(begin)
            pad.quadTo(QPointF(*haal[n - 1][:2]), _midden(haal[n - 1], haal[n]))
            p.strokePath(pad, self._pen((haal[n - 1][3] + haal[n][3]) / 2))
        vak, schaal = pad.boundingRect(), self._schaal()
        return QRectF(vak.x() * schaal, vak.y() * schaal, vak.width() * schaal, vak.height() * schaal)

    def _slot(self, p: QPainter, haal: list[Punt]) -> None:
        """Draw the last half piece of a stroke that ended."""
        if len(haal) > 1:
            p.setPen(self._pen(haal[-1][3]))
            p.drawLine(_midden(haal[-2], haal[-1]), QPointF(*haal[-1][:2]))


def _midden(a: Punt, b: Punt) -> QPointF:
    return QPointF((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
