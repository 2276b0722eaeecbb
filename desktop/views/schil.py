"""What stands around every page: rail at the left, bar on top, banners below it; and the pages that were built."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.views.bovenbalk import Bovenbalk
from desktop.views.navigatie import MenuActie, RailItem
from desktop.views.rail import Rail
from desktop.views.theme import Thema
from desktop.views.widgets import BannerVak, IcoonLabel, Label


class Schil(QWidget):
    """Rail, bar, banners and the stack of pages; the window connects them."""

    def __init__(self, thema: Thema, rail: Sequence[RailItem], acties: Sequence[MenuActie], demo: bool) -> None:
        super().__init__()
        self._thema = thema
        self.rail = Rail(thema, rail)
        self.balk = Bovenbalk(thema, acties, self)
        self.banners = BannerVak(thema)
        self.stapel = QStackedWidget()
        rechts = QVBoxLayout()
        rechts.setSpacing(0)
        if demo:
            rechts.addWidget(self._demobalk())
        rechts.addWidget(self.balk)
        vak = QVBoxLayout()
        vak.setContentsMargins(thema.px(32), 0, thema.px(32), 0)
        vak.addWidget(self.banners)
        rechts.addLayout(vak)
        rechts.addWidget(self.stapel, 1)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(0)
        rij.addWidget(self.rail)
        rij.addLayout(rechts, 1)

    def _demobalk(self) -> QWidget:
        balk = QFrame()
        balk.setProperty("vlak", "demo")
        rij = QHBoxLayout(balk)
        rij.setContentsMargins(self._thema.px(32), self._thema.px(4), self._thema.px(32), self._thema.px(4))
        rij.setSpacing(self._thema.px(8))
        rij.addWidget(IcoonLabel(self._thema, "warning", "waarschuwing", 16))
        rij.addWidget(Label("Demo met verzonnen leerlingen. Alles wat je hier doet, verdwijnt bij het afsluiten."), 1)
        return balk
