"""The drawing of nine roles around the pupil; it fills the room it gets and every region is a button."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.home.gegevens import Telling
from desktop.views.home.meetkunde import GEBIEDEN, Tekening, buur, teken
from desktop.views.home.regio import RAND, Regio
from desktop.views.theme import Thema

_MINST = (500, 450)
"""Below this the words would not fit any more; the page scrolls instead."""


class Infographic(QWidget):
    """The pupil in the middle, the roles in two rings. `gekozen` carries the key of a role."""

    gekozen = Signal(str)

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._tekening: Tekening = teken(1000, 1000, 0)
        self.regios: dict[str, Regio] = {}
        for gebied in GEBIEDEN:
            regio = Regio(thema, gebied, self)
            regio.clicked.connect(lambda _=False, rol=gebied.rol: self.gekozen.emit(rol))
            regio.pijl.connect(lambda dx, dy, rol=gebied.rol: self._pijl(rol, dx, dy))
            self.regios[gebied.rol] = regio
        self.setAccessibleName("Rollen rond de leerling")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def zet(self, tellingen: Mapping[str, Telling]) -> None:
        """Show the counts; a role that is not named has nothing open."""
        for rol, regio in self.regios.items():
            regio.zet(tellingen.get(rol, Telling()))

    def minimumSizeHint(self) -> QSize:
        """The smallest size at which every word fits."""
        return QSize(self._thema.px(_MINST[0]), self._thema.px(_MINST[1]))

    def sizeHint(self) -> QSize:
        """No larger: a page that scrolls would take this as the least height."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the room."""
        super().resizeEvent(event)
        self._tekening = teken(self.width(), self.height(), self._thema.px(RAND), self._thema.schaal)
        for rol, regio in self.regios.items():
            regio.plaats(self._tekening.cirkels[rol], self._tekening.eenheid)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the two rings behind the regions."""
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(QPen(self._thema.kleur("ring_lijn"), 1.5))
        binnen, buiten = self._tekening.ringen
        for straal, kleur in ((buiten, "ring_buiten"), (binnen, "ring_binnen")):
            p.setBrush(self._thema.kleur(kleur))
            p.drawEllipse(QPointF(*self._tekening.midden), straal, straal)

    def _pijl(self, van: str, dx: int, dy: int) -> None:
        naar = buur(van, self._tekening.cirkels, dx, dy)
        if naar is not None:
            self.regios[naar].setFocus(Qt.FocusReason.OtherFocusReason)
