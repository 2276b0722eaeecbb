"""How the signing page is laid out: heading on top, pages and choice beside each other where there is room."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.views.afdrukken import PdfBeeld
from desktop.views.ondertekenen.kolom import Tekenkolom
from desktop.views.theme import Thema
from desktop.views.widgets import BannerVak, Knop, Label, Pil

_NAAST_VANAF = 940


class Werkvlak(QWidget):
    """Places what the page made; in a narrow window the pages stand above the choice."""

    def __init__(
        self,
        thema: Thema,
        pil: Pil,
        geef: Knop,
        over: QLabel,
        banners: BannerVak,
        beeld: PdfBeeld,
        kolom: Tekenkolom,
    ) -> None:
        super().__init__()
        self._thema = thema
        self._beeld = beeld
        self._kolom = kolom
        kop = QHBoxLayout()
        kop.setSpacing(thema.px(12))
        kop.addWidget(Label("Laten tekenen", "kop"))
        kop.addWidget(pil)
        kop.addStretch(1)
        kop.addWidget(geef)
        self._vlakken = QHBoxLayout()
        self._vlakken.setSpacing(thema.px(24))
        self._vlakken.addWidget(beeld, 1)
        self._vlakken.addWidget(kolom)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(thema.px(32), thema.px(16), thema.px(32), thema.px(16))
        vak.setSpacing(thema.px(8))
        vak.addLayout(kop)
        vak.addWidget(over)
        vak.addWidget(banners)
        vak.addLayout(self._vlakken, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for this width."""
        super().resizeEvent(event)
        naast = self.width() >= self._thema.px(_NAAST_VANAF)
        richting = QBoxLayout.Direction.LeftToRight if naast else QBoxLayout.Direction.TopToBottom
        self._vlakken.setDirection(richting)
        self._vlakken.setStretch(1, 0 if naast else 1)
        self._beeld.setMinimumHeight(0 if naast else self.height() * 2 // 5)
        self._kolom.zet_naast(naast)
