"""What stands where on the page of the afwegingskader: heading, five steps, the question, the dossier beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.theme import Thema
from desktop.views.widgets import BannerVak, Bladvlak, Kaart, Label, Pil
from desktop.views.zaak.naast import Dossierpaneel
from desktop.views.zaak.stappenrij import Stappenrij

_NAAST_VANAF = 1060
_RECHTS = 440
_BREEDST = 1320


class Weegraam(Bladvlak):
    """The scrolling sheet. `delen` stand in the card of the question, in this order."""

    def __init__(
        self,
        thema: Thema,
        banners: BannerVak,
        stappen: Stappenrij,
        delen: Sequence[QWidget],
        paneel: Dossierpaneel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thema = thema
        self._paneel = paneel
        px = thema.px
        self.over = Label("", "zacht")
        self.over.setWordWrap(True)
        self.pil = Pil(thema, "")
        self.kopje = Label("", "sterk")
        self.kopje.setProperty("weegkop", True)
        self.vraag = Label("", "kop")
        self.vraag.setWordWrap(True)
        kop = QHBoxLayout()
        kop.setSpacing(px(12))
        kop.addWidget(Label("Wegen: het afwegingskader", "kop"))
        kop.addWidget(self.pil, 0, Qt.AlignmentFlag.AlignVCenter)
        kop.addStretch(1)
        kaart = Kaart(thema)
        kaart.inhoud.setContentsMargins(px(32), px(24), px(32), px(32))
        kaart.inhoud.setSpacing(px(16))
        for deel in (self.kopje, self.vraag, *delen):
            kaart.inhoud.addWidget(deel)
        kaart.inhoud.addStretch(1)
        self._kolommen = QHBoxLayout()
        self._kolommen.setSpacing(px(24))
        self._kolommen.addWidget(kaart, 7)
        self._kolommen.addWidget(paneel, 4)
        self.inhoud = QWidget()
        self.inhoud.setMaximumWidth(px(_BREEDST))
        binnen = QVBoxLayout(self.inhoud)
        binnen.setContentsMargins(0, 0, 0, 0)
        binnen.setSpacing(px(12))
        binnen.addLayout(kop)
        binnen.addWidget(self.over)
        binnen.addSpacing(px(4))
        binnen.addWidget(stappen)
        binnen.addSpacing(px(4))
        binnen.addLayout(self._kolommen)
        vak = QVBoxLayout(self.vlak)
        vak.setContentsMargins(px(32), px(8), px(32), px(24))
        vak.setSpacing(px(12))
        vak.addWidget(banners)
        rij = QHBoxLayout()
        rij.addWidget(self.inhoud, 1000)
        rij.addStretch(1)
        vak.addLayout(rij)
        vak.addStretch(1)

    def pas_aan(self, breed: int) -> None:
        """At this width of the page: beside each other, or what the dossier says below the question."""
        naast = breed >= self._thema.px(_NAAST_VANAF)
        richting = QBoxLayout.Direction.LeftToRight if naast else QBoxLayout.Direction.TopToBottom
        if self._kolommen.direction() != richting:
            self._kolommen.setDirection(richting)
        self._paneel.setMinimumWidth(self._thema.px(340) if naast else 0)
        self._paneel.setMaximumWidth(self._thema.px(_RECHTS if naast else _BREEDST))
