"""The five questions on a line: what is answered, which one shows, and what is still to come."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.models.weging import Vraag
from desktop.views.theme import Thema
from desktop.views.widgets import klik_bij_enter

Stand = Literal["gedaan", "nu", "straks"]
_WOORD = {"gedaan": "beantwoord", "nu": "deze vraag", "straks": "komt nog"}


class StapKnop(QAbstractButton):
    """One question: a circle with its number or a tick, its name beside it where there is room."""

    def __init__(self, thema: Thema, vraag: Vraag, parent: QWidget) -> None:
        super().__init__(parent)
        self._thema = thema
        self.vraag = vraag
        self.stand: Stand = "straks"
        self.beantwoord = False
        self.naam = True
        self.setText(vraag.label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.zet("straks", False)

    def zet(self, stand: Stand, beantwoord: bool) -> None:
        """Show where it stands; what is still to come cannot be opened."""
        self.stand, self.beantwoord = stand, beantwoord
        self.setEnabled(stand != "straks")
        woord = "deze vraag, beantwoord" if stand == "nu" and beantwoord else _WOORD[stand]
        self.setAccessibleName(f"Vraag {self.vraag.nummer}, {self.vraag.label}: {woord}")
        self.setToolTip(f"{self.vraag.nummer}. {self.vraag.label}: {woord}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if stand == "straks" else Qt.FocusPolicy.StrongFocus)
        self.updateGeometry()
        self.update()

    def breedte(self, naam: bool) -> int:
        """Return how wide it is with or without its name."""
        px = self._thema.px
        tekst = QFontMetricsF(self._letter()).horizontalAdvance(self.text()) + px(16) if naam else 0
        return round(px(44) + tekst)

    def sizeHint(self) -> QSize:
        """A circle, and the name beside it."""
        return QSize(self.breedte(self.naam), self._thema.px(44))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if not klik_bij_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint circle and name."""
        thema, p, px = self._thema, QPainter(self), self._thema.px
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        cirkel = QRectF(px(4), px(4), px(36), px(36))
        if self.stand == "straks":
            p.setPen(QPen(thema.kleur("veldrand"), 2))
            p.setBrush(thema.kleur("kaart"))
        else:
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(thema.kleur("meldcode" if self.stand == "nu" else "accent"))
        p.drawEllipse(cirkel)
        op = {"straks": "zacht", "nu": "op_meldcode", "gedaan": "op_accent"}[self.stand]
        if self.beantwoord and self.stand == "gedaan":
            rand = px(9)
            thema.teken_icoon(p, cirkel.adjusted(rand, rand, -rand, -rand), "check", op)
        else:
            p.setPen(thema.kleur(op))
            p.setFont(thema.font("basis", QFont.Weight.Bold))
            p.drawText(cirkel, Qt.AlignmentFlag.AlignCenter, str(self.vraag.nummer))
        if self.hasFocus():
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.setPen(QPen(thema.kleur("focus"), 2))
            p.drawEllipse(cirkel.adjusted(-3, -3, 3, 3))
        if self.naam:
            p.setPen(thema.kleur("zacht" if self.stand == "straks" else "inkt"))
            p.setFont(self._letter())
            p.drawText(
                QRectF(px(50), 0, self.width() - px(50), self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
            )

    def _letter(self) -> QFont:
        return self._thema.font("basis", QFont.Weight.Bold if self.stand == "nu" else QFont.Weight.Normal)


class Stappenrij(QWidget):
    """Five `StapKnop`s on a line. `gekozen` carries the question; names go away where there is no room for them."""

    gekozen = Signal(object)

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self.setAccessibleName("De vijf vragen van het afwegingskader")
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(0)
        self.knoppen = {vraag: StapKnop(thema, vraag, self) for vraag in Vraag}
        for vraag, knop in self.knoppen.items():
            if vraag is not Vraag.VERMOEDEN:
                rij.addStretch(1)
            rij.addWidget(knop)
            knop.clicked.connect(lambda _=False, v=vraag: self.gekozen.emit(v))
        self.setMaximumWidth(thema.px(1240))

    def zet(self, nu: Vraag, beantwoord: Collection[Vraag], volgende: Vraag | None) -> None:
        """Show which question shows, which are answered, and which one is next."""
        for vraag, knop in self.knoppen.items():
            klaar = vraag in beantwoord
            stand: Stand = "nu" if vraag is nu else "gedaan" if klaar or vraag is volgende else "straks"
            knop.zet(stand, klaar)
        self._schik()

    def minimumSizeHint(self) -> QSize:
        """It can do with the circles alone."""
        return QSize(5 * self._thema.px(52), self._thema.px(44))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the names where they fit."""
        super().resizeEvent(event)
        self._schik()

    def _schik(self) -> None:
        lijn = self._thema.px(32)
        past = sum(k.breedte(naam=True) for k in self.knoppen.values()) + 4 * lijn <= self.width()
        for knop in self.knoppen.values():
            naam = past or knop.stand == "nu"
            if knop.naam is not naam:
                knop.naam = naam
                knop.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line between the circles."""
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        ruim = self._thema.px(8)
        knoppen = list(self.knoppen.values())
        for een, ander in pairwise(knoppen):
            x1, x2 = een.geometry().right() + ruim, ander.geometry().left() - ruim + self._thema.px(4)
            if x2 > x1:
                kleur = "accent" if een.beantwoord else "veldrand"
                p.setPen(QPen(self._thema.kleur(kleur), 2))
                y = een.geometry().center().y()
                p.drawLine(QPointF(x1, y), QPointF(x2, y))
