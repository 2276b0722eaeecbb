"""Icons from the Phosphor letter file, painted at any size in any colour; three that it lacks are drawn here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
    QTransform,
)

from desktop import assets
from desktop.models.iconpaden import DIKTE, PADEN


class Iconen:
    """Knows the letter file; gives icons by their Phosphor name (or 'siren', 'stethoscope', 'helping-hand')."""

    def __init__(self) -> None:
        families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(assets.icon_font())))
        self._family = families[0] if families else ""

    def kent(self, naam: str) -> bool:
        """Whether there is an icon of this name."""
        if naam in PADEN:
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
        if naam in PADEN:
            hoek = vak.center() - QPointF(zijde / 2, zijde / 2)
            painter.setTransform(
                QTransform.fromTranslate(hoek.x(), hoek.y()).scale(zijde / 256, zijde / 256), combine=True
            )
            pen = QPen(
                kleur,
                DIKTE,
                QtCore.Qt.PenStyle.SolidLine,
                QtCore.Qt.PenCapStyle.RoundCap,
                QtCore.Qt.PenJoinStyle.RoundJoin,
            )
            painter.setPen(pen)
            painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
            painter.drawPath(_pad(naam))
        else:
            painter.fillPath(self._letter(naam, vak, zijde), kwast_van(kleur))
        painter.restore()

    def _letter(self, naam: str, vak: QRectF, zijde: float) -> QPainterPath:
        """Return the shape of a letter in the middle of `vak`."""
        font, teken = QFont(self._family), assets.icon_code(naam)
        font.setPixelSize(max(1, round(zijde)))
        maat = QFontMetricsF(font)
        links = vak.center().x() - maat.horizontalAdvance(teken) / 2
        pad = QPainterPath()
        pad.addText(QPointF(links, vak.center().y() + (maat.ascent() - maat.descent()) / 2), font, teken)
        return pad

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
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Return a copy, as Qt asks for when an icon detaches."""
        return _Motor(self._iconen, self._naam, self._kleur, self._uit)


def kwast_van(kleur: QColor) -> QBrush:
    """Return a brush of one colour. Qt's own way to one builds all of Qt's names, before the first window."""
    palet = QPalette()
    palet.setColor(QPalette.ColorRole.Window, kleur)
    return palet.brush(QPalette.ColorRole.Window)


def _pad(naam: str) -> QPainterPath:
    pad = QPainterPath()
    for streek in PADEN[naam]:
        match streek:
            case ("naar", x, y):
                pad.moveTo(x, y)
            case ("lijn", x, y):
                pad.lineTo(x, y)
            case ("boog", x, y, zijde, begin, draai):
                pad.arcTo(QRectF(x, y, zijde, zijde), begin, draai)
            case ("rond", x, y, straal):
                pad.addEllipse(QPointF(x, y), straal, straal)
            case ("vak", x, y, breed, hoog, straal):
                pad.addRoundedRect(QRectF(x, y, breed, hoog), straal, straal)
    return pad
