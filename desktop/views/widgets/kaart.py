"""Surfaces: card, card that is a button, section header, empty state, pill and person chip."""

from __future__ import annotations

from typing import Literal

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme import Thema
from desktop.views.tokens import RADIUS
from desktop.views.widgets.knoppen import IcoonKnop, Knop, klik_bij_enter
from desktop.views.widgets.labels import Alinea, IcoonLabel, KortLabel, Label, breekbaar

Toon = Literal["info", "waarschuwing", "fout", "goed", "rust"]
_ICOON: dict[str, tuple[str, str]] = {
    "info": ("info", "info"),
    "waarschuwing": ("warning", "waarschuwing"),
    "fout": ("warning-octagon", "gevaar"),
    "goed": ("check-circle", "goed"),
    "rust": ("minus-circle", "zacht"),
}


def toon_icoon(toon: Toon) -> tuple[str, str]:
    """Return the icon of a tone and the token of its colour."""
    return _ICOON[toon]


class Kaart(QFrame):
    """A surface with a border; put the content in `inhoud`."""

    def __init__(
        self,
        thema: Thema,
        vlak: Literal["kaart", "paneel", "info", "meldcode"] = "kaart",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("vlak", vlak)
        marge = thema.px(16 if vlak == "kaart" else 24)
        self.inhoud = QVBoxLayout(self)
        self.inhoud.setContentsMargins(marge, marge, marge, marge)
        self.inhoud.setSpacing(thema.px(8))


class KnopKaart(QAbstractButton):
    """A card that is one button: a strip of colour, an icon, a title and a line below it."""

    def __init__(
        self,
        thema: Thema,
        titel: str,
        regel: str = "",
        icoon: str = "",
        kleur: str = "accent",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thema = thema
        self._regel = regel
        self._icoon = icoon
        self._kleur = kleur
        self._breed = thema.px(320)
        self._gemeten: dict[tuple[int, str], tuple[float, float]] = {}
        self.setText(titel)
        self.setAccessibleName(f"{titel}. {regel}" if regel else titel)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in which both texts fit."""
        return round(sum(self._hoogten(width)) + self._thema.px(24) + (self._thema.px(2) if self._regel else 0))

    def sizeHint(self) -> QSize:
        """Wide enough for one line of title, and as high as its texts are at the width it has."""
        return QSize(self._thema.px(320), self.heightForWidth(self._breed))

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible."""
        return QSize(self._thema.px(160), self.heightForWidth(self._breed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A layout that is narrower than one line makes it higher: it may not stay as low as it was."""
        super().resizeEvent(event)
        anders = self.heightForWidth(self.width()) != self.heightForWidth(self._breed)
        self._breed = self.width()
        if anders:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if not klik_bij_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card in its state."""
        thema, p = self._thema, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        vak = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        vorm = QPainterPath()
        vorm.addRoundedRect(vak, thema.px(RADIUS), thema.px(RADIUS))
        p.fillPath(vorm, thema.kleur("kaart_over" if self.underMouse() or self.isDown() else "kaart"))
        p.save()
        p.setClipPath(vorm)
        p.fillRect(QRectF(vak.left(), vak.top(), thema.px(4), vak.height()), thema.kleur(self._kleur))
        p.restore()
        p.setPen(QPen(thema.kleur("focus"), 2) if self.hasFocus() else QPen(thema.kleur("lijn"), 1))
        p.drawPath(vorm)
        if self._icoon:
            maat = thema.px(24)
            thema.teken_icoon(p, QRectF(thema.px(20), (self.height() - maat) / 2, maat, maat), self._icoon, self._kleur)
        x, breed = self._tekstvak(self.width())
        titel, regel = self._hoogten(self.width())
        y = (self.height() - titel - regel) / 2
        wrap = QtCore.Qt.TextFlag.TextWordWrap | QtCore.Qt.AlignmentFlag.AlignTop
        p.setFont(self._titelletter())
        p.setPen(thema.kleur("inkt"))
        p.drawText(QRectF(x, y, breed, titel + 2), wrap, breekbaar(self.text()))
        p.setFont(thema.font("klein"))
        p.setPen(thema.kleur("zacht"))
        p.drawText(QRectF(x, y + titel + thema.px(1), breed, regel + 2), wrap, breekbaar(self._regel))

    def _titelletter(self) -> QFont:
        return self._thema.font("basis", QFont.Weight.DemiBold)

    def _tekstvak(self, width: int) -> tuple[int, int]:
        links = self._thema.px(60 if self._icoon else 20)
        return links, max(width - links - self._thema.px(12), self._thema.px(40))

    def _hoogten(self, width: int) -> tuple[float, float]:
        bekend = self._gemeten.get((width, self.text()))
        if bekend is None:  # a layout asks for the same again and again
            breed = self._tekstvak(width)[1]
            bekend = self._gemeten[width, self.text()] = (
                tekst_hoogte(self.text(), self._titelletter(), breed),
                tekst_hoogte(self._regel, self._thema.font("klein"), breed) if self._regel else 0.0,
            )
        return bekend


def tekst_hoogte(tekst: str, font: QFont, breed: float) -> float:
    """Return how high a text is when it wraps at this width."""
    vlak = QRectF(0, 0, breed, 100_000)
    return QFontMetricsF(font).boundingRect(vlak, int(QtCore.Qt.TextFlag.TextWordWrap), breekbaar(tekst)).height()


class SectieKop(QWidget):
    """A heading above a part of a page, with room for an icon at the left."""

    def __init__(
        self, thema: Thema, tekst: str, icoon: str = "", kleur: str = "accent", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(thema.px(12))
        if icoon:
            rij.addWidget(IcoonLabel(thema, icoon, kleur, 24))
        self._label = Label(tekst, "sectie")
        rij.addWidget(self._label)
        rij.addStretch(1)

    def zet_tekst(self, tekst: str) -> None:
        """Show another heading."""
        self._label.setText(tekst)


class LeegStaat(QWidget):
    """What stands where a list is empty: what this is, and the one thing to do first."""

    gekozen = Signal()

    def __init__(
        self, thema: Thema, icoon: str, titel: str, tekst: str, actie: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        vak = QVBoxLayout(self)
        marge = thema.px(32)
        vak.setContentsMargins(marge, marge, marge, marge)
        vak.setSpacing(thema.px(12))
        vak.addStretch(1)
        vak.addWidget(IcoonLabel(thema, icoon, "accent", 48), alignment=QtCore.Qt.AlignmentFlag.AlignHCenter)
        for label in (Alinea(titel, "sectie"), Alinea(tekst, "zacht")):
            label.setAlignment(QtCore.Qt.AlignmentFlag.AlignHCenter)
            rij = QHBoxLayout()
            rij.addWidget(label)
            vak.addLayout(rij)
        if actie:
            knop = Knop(actie, thema, "primair")
            knop.clicked.connect(self.gekozen)
            vak.addWidget(knop, alignment=QtCore.Qt.AlignmentFlag.AlignHCenter)
        vak.addStretch(1)


class Pil(QFrame):
    """A state in an icon, a word and a colour together."""

    def __init__(
        self, thema: Thema, tekst: str, toon: Toon = "info", icoon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(thema.px(8), thema.px(4), thema.px(12), thema.px(4))
        rij.setSpacing(thema.px(4))
        self._icoon = IcoonLabel(thema, icoon or toon_icoon(toon)[0], toon_icoon(toon)[1], 16)
        self._label = Label(tekst)
        rij.addWidget(self._icoon)
        rij.addWidget(self._label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.zet(tekst, toon, icoon)

    def zet(self, tekst: str, toon: Toon, icoon: str = "") -> None:
        """Show another state."""
        self._label.setText(tekst)
        self._icoon.zet(icoon or toon_icoon(toon)[0], toon_icoon(toon)[1])
        self.setAccessibleName(tekst)
        self.setProperty("pil", toon)
        for deel in (self, self._label):
            deel.style().polish(deel)
        self.updateGeometry()


class PersoonChip(QFrame):
    """Someone who was chosen: initial, name, capacity, and a button to take the person out again."""

    verwijderd = Signal()

    def __init__(
        self,
        thema: Thema,
        naam: str,
        regel: str = "",
        rol: str = "",
        verwijderbaar: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thema = thema
        self._rol = rol
        self._letter = next((c.upper() for c in naam if c.isalpha()), "•")
        self.setAccessibleName(f"{naam}, {regel}" if regel else naam)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(thema.px(40), thema.px(4), thema.px(8 if verwijderbaar else 16), thema.px(4))
        rij.setSpacing(thema.px(4))
        tekst = QVBoxLayout()
        tekst.setSpacing(0)
        for inhoud, soort in ((naam, "veld"), (regel, "klein")):
            if inhoud:
                label = KortLabel(inhoud, "veld" if soort == "veld" else "klein")
                label.setMaximumWidth(thema.px(260))
                label.setMinimumWidth(min(label.sizeHint().width() + thema.px(4), thema.px(260)))
                tekst.addWidget(label)
        rij.addLayout(tekst)
        self._weg: IcoonKnop | None = None
        if verwijderbaar:
            self._weg = IcoonKnop("x", f"{naam} weghalen", thema, "zacht", maat=16)
            self._weg.clicked.connect(self.verwijderd)
            rij.addWidget(self._weg)
        self.setMinimumHeight(thema.px(44))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace take the person out."""
        if self._weg is not None and event.key() in (QtCore.Qt.Key.Key_Delete, QtCore.Qt.Key.Key_Backspace):
            self.verwijderd.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A border and an initial in the role's hue."""
        thema, p = self._thema, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        kleur = thema.kleur(f"rol.{self._rol}")
        vak = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        p.setPen(QPen(thema.kleur("focus"), 3) if self.hasFocus() else QPen(kleur, 1.5))
        p.setBrush(thema.kleur("accent_zacht" if self.hasFocus() else "kaart"))
        p.drawRoundedRect(vak, vak.height() / 2, vak.height() / 2)
        straal = thema.px(12)
        cirkel = QRectF(thema.px(10), self.height() / 2 - straal, 2 * straal, 2 * straal)
        p.setPen(QtCore.Qt.PenStyle.NoPen)
        p.setBrush(kleur)
        p.drawEllipse(cirkel)
        p.setPen(thema.kleur("op_rol"))
        p.setFont(thema.font("klein", QFont.Weight.Bold))
        p.drawText(cirkel, QtCore.Qt.AlignmentFlag.AlignCenter, self._letter)
