"""A chart on the screen: drawn elsewhere as for paper, shown in the colours and at the width of now, and read aloud."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.models.telling import Tabel
from desktop.services.grafieken import Kleuren, Vorm, teken_grafiek
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Label
from desktop.views.work import Work

_LETTER = 13 / 10.5
"""How much larger than on paper, so that its letters are as large as the small ones here."""
_MIN = 240
_WACHT_MS = 60


class Grafiek(QWidget):
    """Shows the chart of a table; its words say all that it shows. Another width or theme is drawn anew."""

    getekend_op = Signal()
    """It was drawn, perhaps with another height."""

    def __init__(
        self, thema: Thema, work: Work, tabel: Tabel, vorm: Vorm, parent: QWidget | None = None, *, top: int = 0
    ) -> None:
        super().__init__(parent)
        self._thema = thema
        self._work = work
        self._tabel = tabel
        self._vorm: Vorm = vorm
        self._top = top
        self._ronde = 0
        self._breed = 0
        self._svg = QSvgRenderer(self)
        self._wacht = QTimer(self)
        self._wacht.setSingleShot(True)
        self._wacht.setInterval(_WACHT_MS)
        self._wacht.timeout.connect(self._vraag)
        self.setAccessibleName(tabel.voorgelezen())
        self.setMinimumWidth(thema.px(_MIN))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # about as high as it will be: what stands below must not jump once it is drawn
        self.setFixedHeight(thema.px(186 if vorm == "kolommen" else 30 * len(tabel.tellingen)))
        thema.gewijzigd.connect(self._vraag)

    @property
    def getekend(self) -> bool:
        """Whether there is a drawing."""
        return self._svg.isValid()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a drawing of this width: the first at once, another a moment after the last change."""
        super().resizeEvent(event)
        if not self._breed:
            self._vraag()
        elif self.width() != self._breed:
            self._wacht.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the drawing; one of another width fills the room until the new one is there."""
        if self.getekend:
            p = QPainter(self)
            maat = self._svg.defaultSize()
            hoog = self.width() * maat.height() / max(1, maat.width())
            self._svg.render(p, QRectF(0, 0, self.width(), hoog))

    def _vraag(self) -> None:
        self._ronde += 1
        ronde, kleuren = self._ronde, self._thema.kleuren
        self._breed = self.width()
        keus = Kleuren(kleuren.inkt, kleuren.zacht, kleuren.accent)
        schaal = _LETTER * self._thema.schaal
        breed, tabel, vorm, top = self._breed / schaal, self._tabel, self._vorm, self._top

        def klaar(svg: bytes) -> None:
            if ronde == self._ronde:
                self._svg.load(QByteArray(svg))
                self.setFixedHeight(round(self._svg.defaultSize().height() * schaal))
                self.update()
                self.getekend_op.emit()

        self._work.werk(self, lambda: teken_grafiek(tabel, vorm, keus, breed, top), klaar)


class TelTabel(QWidget):
    """The same numbers as text: what can be read without a picture."""

    def __init__(self, thema: Thema, tabel: Tabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        raster = QGridLayout(self)
        raster.setContentsMargins(0, 0, 0, 0)
        raster.setHorizontalSpacing(thema.px(24))
        raster.setVerticalSpacing(thema.px(2))
        for n, telling in enumerate(tabel.tellingen):
            raster.addWidget(Alinea(telling.label, "klein"), n, 0)
            raster.addWidget(Label(telling.woord, "veld" if telling.aantal else "klein"), n, 1)
        raster.setColumnStretch(0, 1)
        raster.setRowStretch(len(tabel.tellingen), 1)
        self.setAccessibleName(tabel.voorgelezen())
