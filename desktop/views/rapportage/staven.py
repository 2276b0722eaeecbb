"""Counts to look at: rows with a bar, and a table of yes and no; read without colour, and aloud."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.models.rapportage import Tabel, Telling
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Label

_HOOG = 14
_BREED = 120


class Balk(QWidget):
    """A bar as long as its part of the highest count; what is kept back is a hatched piece of fixed length."""

    def __init__(self, thema: Thema, deel: float | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self.deel = deel
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """It would like some length; it takes what there is."""
        return QSize(self._thema.px(_BREED), self._thema.px(_HOOG))

    def minimumSizeHint(self) -> QSize:
        """Short is possible: the number stands beside it."""
        return QSize(self._thema.px(24), self._thema.px(_HOOG))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a line where it starts, and the bar from there."""
        thema, p = self._thema, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        vak = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        rond = thema.px(3)
        if self.deel is None:
            p.setPen(QPen(thema.kleur("veldrand"), 1))
            p.setBrush(QBrush(thema.kleur("veldrand"), Qt.BrushStyle.BDiagPattern))
            p.drawRoundedRect(QRectF(vak.left(), vak.top(), vak.width() * 0.3, vak.height()), rond, rond)
        elif self.deel > 0:
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(thema.kleur("accent"))
            breed = max(vak.width() * self.deel, thema.px(4))
            p.drawRoundedRect(QRectF(vak.left(), vak.top(), breed, vak.height()), rond, rond)
        p.setPen(QPen(thema.kleur("veldrand"), 1))
        p.drawLine(vak.topLeft(), vak.bottomLeft())


class Staven(QWidget):
    """The counts under one heading, each with its bar."""

    def __init__(self, thema: Thema, tabel: Tabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.balken: list[Balk] = []
        hoogste = max((t.aantal or 0 for t in tabel.tellingen), default=0)
        raster = QGridLayout(self)
        raster.setContentsMargins(0, 0, 0, 0)
        raster.setHorizontalSpacing(thema.px(12))
        raster.setVerticalSpacing(thema.px(8))
        raster.setColumnStretch(0, 5)
        raster.setColumnStretch(2, 6)
        for n, telling in enumerate(tabel.tellingen):
            deel = None if telling.aantal is None else telling.aantal / hoogste if hoogste else 0.0
            balk = Balk(thema, deel)
            self.balken.append(balk)
            raster.addWidget(Alinea(telling.label, "basis" if telling.aantal != 0 else "zacht"), n, 0)
            raster.addWidget(_getal(telling), n, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            raster.addWidget(balk, n, 2, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(voorgelezen(tabel))


class JaNeeTabel(QWidget):
    """Several questions with their yes and no, one line each."""

    def __init__(self, thema: Thema, tabellen: Sequence[Tabel], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        koppen = list(dict.fromkeys(t.label for tabel in tabellen for t in tabel.tellingen))
        raster = QGridLayout(self)
        raster.setContentsMargins(0, 0, 0, 0)
        raster.setHorizontalSpacing(thema.px(24))
        raster.setVerticalSpacing(thema.px(8))
        raster.setColumnStretch(0, 1)
        rechts = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for k, kop in enumerate(koppen, 1):
            raster.addWidget(Label(kop, "veld"), 0, k, rechts)
        for n, tabel in enumerate(tabellen, 1):
            raster.addWidget(Alinea(tabel.naam), n, 0)
            for telling in tabel.tellingen:
                raster.addWidget(_getal(telling), n, koppen.index(telling.label) + 1, rechts)
        self.setAccessibleName("; ".join(voorgelezen(tabel) for tabel in tabellen))


def voorgelezen(tabel: Tabel) -> str:
    """Return a table as a screen reader says it."""
    return f"{tabel.naam}: " + ", ".join(f"{t.label} {t.woord}" for t in tabel.tellingen)


def _getal(telling: Telling) -> Label:
    return Label(telling.woord, "sterk" if telling.aantal else "klein" if telling.aantal is None else "zacht")
