"""Icons from the Phosphor letter file, painted at any size in any colour; three that it lacks are drawn here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTransform,
)

from desktop import assets


class Iconen:
    """Knows the letter file; gives icons by their Phosphor name (or 'siren', 'stethoscope', 'helping-hand')."""

    def __init__(self) -> None:
        families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(assets.icon_font())))
        self._family = families[0] if families else ""

    def kent(self, naam: str) -> bool:
        """Whether there is an icon of this name."""
        if naam in _GETEKEND:
            return True
        try:
            assets.icon_code(naam)
        except KeyError:
            return False
        return True

    def teken(self, painter: QPainter, vak: QRectF, naam: str, kleur: QColor) -> None:
        """Paint an icon so that it fills the square in the middle of `vak`. Raises KeyError for an unknown name."""
        zijde = min(vak.width(), vak.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if naam in _GETEKEND:
            hoek = vak.center() - QPointF(zijde / 2, zijde / 2)
            painter.setTransform(
                QTransform.fromTranslate(hoek.x(), hoek.y()).scale(zijde / 256, zijde / 256), combine=True
            )
            pen = QPen(kleur, 16, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_GETEKEND[naam]())
        else:
            font = QFont(self._family)
            font.setPixelSize(max(1, round(zijde)))
            painter.setFont(font)
            painter.setPen(kleur)
            painter.drawText(vak, Qt.AlignmentFlag.AlignCenter, assets.icon_code(naam))
        painter.restore()

    def icoon(self, naam: str, kleur: Callable[[], QColor], uit: Callable[[], QColor]) -> QIcon:
        """Return an icon that asks for its colour at every painting: `kleur`, or `uit` where it is disabled."""
        if not self.kent(naam):
            raise KeyError(naam)
        return QIcon(_Motor(self, naam, kleur, uit))


class _Motor(QIconEngine):
    def __init__(self, iconen: Iconen, naam: str, kleur: Callable[[], QColor], uit: Callable[[], QColor]) -> None:
        super().__init__()
        self._iconen = iconen
        self._naam = naam
        self._kleur = kleur
        self._uit = uit

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint in the colour of this moment."""
        kleur = self._uit() if mode == QIcon.Mode.Disabled else self._kleur()
        self._iconen.teken(painter, QRectF(rect), self._naam, kleur)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as pixels; never kept, so that it follows the theme."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Return a copy, as Qt asks for when an icon detaches."""
        return _Motor(self._iconen, self._naam, self._kleur, self._uit)


def _siren() -> QPainterPath:
    pad = QPainterPath(QPointF(64, 176))
    pad.lineTo(64, 132)
    pad.arcTo(QRectF(64, 68, 128, 128), 180, -180)
    pad.lineTo(192, 176)
    pad.addRoundedRect(QRectF(40, 176, 176, 36), 10, 10)
    pad.moveTo(128, 104)
    pad.arcTo(QRectF(100, 104, 56, 56), 90, -90)
    for (x1, y1), (x2, y2) in (((128, 20), (128, 36)), ((48, 50), (60, 62)), ((208, 50), (196, 62))):
        pad.moveTo(x1, y1)
        pad.lineTo(x2, y2)
    return pad


def _stethoscope() -> QPainterPath:
    pad = QPainterPath(QPointF(84, 36))
    pad.lineTo(68, 36)
    pad.arcTo(QRectF(48, 36, 32, 32), 90, 90)
    pad.lineTo(48, 104)
    pad.arcTo(QRectF(48, 56, 96, 96), 180, 180)
    pad.lineTo(144, 52)
    pad.arcTo(QRectF(112, 36, 32, 32), 0, 90)
    pad.lineTo(108, 36)
    pad.moveTo(96, 152)
    pad.lineTo(96, 168)
    pad.arcTo(QRectF(96, 116, 104, 104), 180, 180)
    pad.lineTo(200, 148)
    pad.addEllipse(QPointF(200, 126), 22, 22)
    return pad


def _helping_hand() -> QPainterPath:
    pad = QPainterPath(QPointF(150, 108))
    pad.lineTo(118, 74)
    pad.arcTo(QRectF(110, 38, 42, 42), 225, -180)
    pad.arcTo(QRectF(148, 38, 42, 42), 135, -180)
    pad.lineTo(150, 108)
    pad.moveTo(20, 140)
    pad.lineTo(64, 140)
    pad.lineTo(96, 124)
    pad.lineTo(136, 124)
    pad.arcTo(QRectF(120, 124, 32, 32), 90, -180)
    pad.lineTo(104, 156)
    pad.moveTo(150, 152)
    pad.lineTo(208, 124)
    pad.arcTo(QRectF(200, 122, 34, 34), 110, -170)
    pad.lineTo(142, 212)
    pad.lineTo(20, 212)
    return pad


_GETEKEND: Mapping[str, Callable[[], QPainterPath]] = {
    "siren": _siren,
    "stethoscope": _stethoscope,
    "helping-hand": _helping_hand,
}
