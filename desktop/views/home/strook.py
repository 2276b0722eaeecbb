"""The meldcode as a place of its own on the home page: a heading and the five steps, all of them buttons."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from desktop.views.home.gegevens import Telling
from desktop.views.theme import Thema
from desktop.views.widgets import IcoonLabel, Kaart, Knop, KortLabel, Pil, klik_bij_enter

STAPPEN = ("Signalen", "Overleg", "Gesprek", "Wegen", "Beslissen")
STAPPAGINA = (
    "meldcode-signaleren",
    "meldcode-overleg",
    "meldcode-gesprek-ouders",
    "meldcode-wegen-zorg",
    "afweging-hulp",
)
"""The page of the plan at each step; at the fifth it is decided whether help will do, or a report is made."""


class Stap(QAbstractButton):
    """One step: its number in a circle, its word beside it."""

    def __init__(self, thema: Thema, nummer: int, woord: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._nummer = nummer
        self.setText(woord)
        self.setAccessibleName(f"Meldcode stap {nummer}: {woord}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for circle and word."""
        return QSize(self._woordbreedte() + self._thema.px(72), self._thema.px(44))

    def minimumSizeHint(self) -> QSize:
        """The word is never cut."""
        return QSize(self._woordbreedte() + self._thema.px(50), self._thema.px(44))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too; left and right go to the step beside it."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        elif not klik_bij_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the step in its state."""
        thema, p = self._thema, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        vak = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        over = self.underMouse() or self.isDown()
        p.setBrush(thema.kleur("meldcode_zacht" if over else "kaart"))
        p.setPen(QPen(thema.kleur("focus"), 3) if self.hasFocus() else QPen(thema.kleur("meldcode"), 1.5))
        p.drawRoundedRect(vak, vak.height() / 2, vak.height() / 2)
        maat = thema.px(26)
        cirkel = QRectF(thema.px(9), (self.height() - maat) / 2, maat, maat)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(thema.kleur("meldcode"))
        p.drawEllipse(cirkel)
        p.setPen(thema.kleur("op_meldcode"))
        p.setFont(thema.font("klein", QFont.Weight.Bold))
        p.drawText(cirkel, Qt.AlignmentFlag.AlignCenter, str(self._nummer))
        p.setPen(thema.kleur("inkt"))
        p.setFont(self._letter())
        p.drawText(vak.adjusted(thema.px(42), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())

    def _letter(self) -> QFont:
        return self._thema.font("basis", QFont.Weight.DemiBold)

    def _woordbreedte(self) -> int:
        return round(QFontMetricsF(self._letter()).horizontalAdvance(self.text()))


class _Verbinding(QWidget):
    """The short line between two steps."""

    def __init__(self, thema: Thema) -> None:
        super().__init__()
        self._thema = thema
        self.setFixedWidth(thema.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        p = QPainter(self)
        p.setPen(QPen(self._thema.kleur("meldcode"), 2))
        p.drawLine(0, self.height() // 2, self.width(), self.height() // 2)


class MeldcodeStrook(Kaart):
    """`gekozen` carries 0 for the heading, or the number of a step."""

    gekozen = Signal(int)

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(thema, "meldcode", parent)
        self._thema = thema
        self.inhoud.setContentsMargins(thema.px(16), thema.px(8), thema.px(16), thema.px(12))
        kop = QHBoxLayout()
        kop.setSpacing(thema.px(8))
        kop.addWidget(IcoonLabel(thema, "shield-warning", "meldcode", 24))
        self.kop = Knop("Meldcode", thema, "koppeling")
        self.kop.setProperty("kop", "meldcode")
        self.kop.setAccessibleName("Meldcode: vijf stappen en het afwegingskader")
        self.kop.clicked.connect(lambda: self.gekozen.emit(0))
        kop.addWidget(self.kop)
        kop.addWidget(KortLabel("vijf stappen en het afwegingskader", "zacht"), 1)
        self._pil = Pil(thema, "", "info", "list-bullets")
        self._pil.hide()
        kop.addWidget(self._pil)
        self.inhoud.addLayout(kop)
        self._rij = QHBoxLayout()
        self._rij.setSpacing(0)
        self._lijnen: list[_Verbinding] = []
        self.stappen: list[Stap] = []
        for nummer, woord in enumerate(STAPPEN, 1):
            if nummer > 1:
                lijn = _Verbinding(thema)
                self._lijnen.append(lijn)
                self._rij.addWidget(lijn)
            stap = Stap(thema, nummer, woord)
            stap.clicked.connect(lambda _=False, n=nummer: self.gekozen.emit(n))
            self.stappen.append(stap)
            self._rij.addWidget(stap)
        self.inhoud.addLayout(self._rij)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def breed_nodig(self) -> int:
        """Return the width that the steps take beside each other, whichever way they stand now."""
        marges = self.inhoud.contentsMargins()
        lijnen = sum(lijn.minimumWidth() for lijn in self._lijnen)
        stappen = sum(stap.minimumSizeHint().width() for stap in self.stappen)
        return stappen + lijnen + marges.left() + marges.right() + self._thema.px(2)

    def zet_smal(self, smal: bool) -> None:
        """Put the steps below each other, where they do not fit beside each other."""
        self._rij.setDirection(QBoxLayout.Direction.TopToBottom if smal else QBoxLayout.Direction.LeftToRight)
        self._rij.setSpacing(self._thema.px(4) if smal else 0)
        for lijn in self._lijnen:
            lijn.setVisible(not smal)

    def zet(self, telling: Telling) -> None:
        """Show what is open for the meldcode."""
        self._pil.setVisible(bool(telling.open))
        if telling.te_laat:
            self._pil.zet(telling.in_woorden(), "fout", "clock")
        else:
            self._pil.zet(telling.in_woorden(), "info", "list-bullets")
