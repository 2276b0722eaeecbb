"""The choice of an account: role words as large radio buttons; no name of a person stands outside the vault."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.qtgetallen import LINKSBOVEN
from desktop.views.theme import Thema
from desktop.views.tokens import RADIUS
from desktop.views.widgets import Label, klik_bij_enter, maak_leeg

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QMouseEvent

_KAART = 52
_KAART_REGEL = 68
_ROL: Mapping[str, tuple[str, str]] = {
    "Directeur": ("buildings", "rol.directeur"),
    "Intern begeleider": ("clipboard-text", "rol.ib"),
    "Aandachtsfunctionaris": ("shield-check", "rol.aandachtsfunctionaris"),
    "Leerkracht": ("note-pencil", "rol.leerkracht"),
    "Administratie": ("identification-card", "rol.ondersteunend"),
    "Vertrouwenspersoon": ("ear", "rol.vertrouwenspersoon"),
    "Interne vertrouwenspersoon": ("ear", "rol.vertrouwenspersoon"),
}


def rol_icoon(label: str) -> tuple[str, str]:
    """Return icon and colour token of a role by its words; a second account of a role has a number behind them."""
    return _ROL.get(label.split(" (")[0], ("user-circle", "accent"))


class KeuzeKaart(QRadioButton):
    """A radio button as a card: icon in its hue, the word, and a mark and border when it is the chosen one.

    `enter`: it was chosen with Enter, which in a form also means: go on.
    """

    enter = Signal()
    aangewezen = Signal()
    """It was chosen with the mouse, a finger or a pen, also when it was chosen already."""

    def __init__(self, thema: Thema, label: str, icoon: str, kleur: str, regel: str = "") -> None:
        super().__init__(label)
        self._thema = thema
        self._icoon = icoon
        self._kleur = kleur
        self._regel = regel
        self.setAccessibleName(label)
        self.setAccessibleDescription(regel)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """High enough for a finger."""
        return QSize(self._thema.px(200), self._thema.px(_KAART_REGEL if self._regel else _KAART))

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible."""
        return QSize(self._thema.px(140), self.sizeHint().height())

    def hitButton(self, pos: object) -> bool:
        """The whole card can be clicked."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses too; arrows go to the next card."""
        if klik_bij_enter(self, event):
            self.enter.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say that it was pointed at; a release beside it chooses nothing."""
        super().mouseReleaseEvent(event)
        if self.isChecked() and self.rect().contains(event.position().toPoint()):
            self.aangewezen.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card in its state."""
        thema, p = self._thema, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        vak = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        aan, straal = self.isChecked(), thema.px(RADIUS)
        p.setBrush(thema.kleur("accent_zacht" if aan else "kaart_over" if self.underMouse() else "kaart"))
        p.setPen(QPen(thema.kleur("accent"), 2) if aan else QPen(thema.kleur("veldrand"), 1))
        p.drawRoundedRect(vak, straal, straal)
        if self.hasFocus():
            p.setBrush(QtCore.Qt.BrushStyle.NoBrush)
            p.setPen(QPen(thema.kleur("focus"), 2))
            p.drawRoundedRect(vak.adjusted(3, 3, -3, -3), straal - 2, straal - 2)
        self._stip(p, vak, aan)
        maat = thema.px(24)
        links = vak.left() + thema.px(48)
        thema.teken_icoon(p, QRectF(links, vak.center().y() - maat / 2, maat, maat), self._icoon, self._kleur)
        tekst = QRectF(links + maat + thema.px(12), vak.top(), 0, vak.height())
        tekst.setRight(vak.right() - thema.px(12))
        self._woorden(p, tekst, aan)

    def _stip(self, p: QPainter, vak: QRectF, aan: bool) -> None:
        thema = self._thema
        maat = thema.px(18)
        rond = QRectF(vak.left() + thema.px(16), vak.center().y() - maat / 2, maat, maat)
        p.setPen(QPen(thema.kleur("accent" if aan else "veldrand"), 2))
        p.setBrush(thema.kleur("kaart"))
        p.drawEllipse(rond)
        if aan:
            p.setPen(QtCore.Qt.PenStyle.NoPen)
            p.setBrush(thema.kleur("accent"))
            p.drawEllipse(rond.adjusted(maat / 4, maat / 4, -maat / 4, -maat / 4))

    def _woorden(self, p: QPainter, vak: QRectF, aan: bool) -> None:
        thema = self._thema
        regels = [(self.text(), thema.font("basis", QFont.Weight.DemiBold if aan else QFont.Weight.Normal), "inkt")]
        if self._regel:
            regels.append((self._regel, thema.font("klein"), "zacht"))
        hoogten = [QFontMetricsF(letter).height() for _, letter, _ in regels]
        y = vak.center().y() - sum(hoogten) / 2
        for (tekst, letter, kleur), hoog in zip(regels, hoogten, strict=True):
            p.setFont(letter)
            p.setPen(thema.kleur(kleur))
            kort = QFontMetricsF(letter).elidedText(tekst, QtCore.Qt.TextElideMode.ElideRight, vak.width())
            p.drawText(QRectF(vak.left(), y, vak.width(), hoog), QtCore.Qt.TextFlag.TextSingleLine, kort)
            y += hoog


class Keuze(QWidget):
    """Cards of which one is chosen; arrows go from one to the next. `gekozen` carries the key of the new choice.

    `enter`: one was chosen with Enter; `aangewezen`: one was clicked.
    """

    gekozen = Signal(object)
    enter = Signal()
    aangewezen = Signal()

    def __init__(self, thema: Thema, label: str) -> None:
        super().__init__()
        self._thema = thema
        self._sleutels: list[object] = []
        self._groep = QButtonGroup(self)
        self._groep.idToggled.connect(self._anders)
        self.label = Label(label, "veld")
        self.setAccessibleName(label)
        self._kaarten = QVBoxLayout()
        self._kaarten.setSpacing(thema.px(8))
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(thema.px(8))
        vak.addWidget(self.label)
        vak.addLayout(self._kaarten)

    def zet(self, keuzes: Sequence[tuple[object, KeuzeKaart]]) -> None:
        """Show these cards, the first of them chosen."""
        for kaart in self.kaarten():
            self._groep.removeButton(kaart)
        maak_leeg(self._kaarten)
        self._sleutels = [sleutel for sleutel, _ in keuzes]
        for nummer, (_, kaart) in enumerate(keuzes):
            self._groep.addButton(kaart, nummer)
            kaart.setFocusPolicy(QtCore.Qt.FocusPolicy.ClickFocus)
            self._kaarten.addWidget(kaart)
            kaart.enter.connect(self.enter)
            kaart.aangewezen.connect(self.aangewezen)
        if keuzes:
            keuzes[0][1].setChecked(True)

    def kaarten(self) -> list[KeuzeKaart]:
        """Return the cards, in order."""
        return [k for k in self._groep.buttons() if isinstance(k, KeuzeKaart)]

    def sleutels(self) -> Sequence[object]:
        """Return the keys, in order."""
        return tuple(self._sleutels)

    def keuze(self) -> object:
        """Return the key of what is chosen; None while there is nothing to choose."""
        nummer = self._groep.checkedId()
        return self._sleutels[nummer] if 0 <= nummer < len(self._sleutels) else None

    def kies(self, sleutel: object) -> None:
        """Choose by key; an unknown one changes nothing."""
        if sleutel in self._sleutels:
            self.kaarten()[self._sleutels.index(sleutel)].setChecked(True)

    def _anders(self, nummer: int, aan: bool) -> None:
        # Tab, forward and back, goes to the one that is chosen; Qt sees to that only once one of them had the focus
        beleid = QtCore.Qt.FocusPolicy.StrongFocus if aan else QtCore.Qt.FocusPolicy.ClickFocus
        self._groep.button(nummer).setFocusPolicy(beleid)
        if aan:
            self.gekozen.emit(self._sleutels[nummer])


class AccountKeuze(Keuze):
    """The accounts of a vault: what `zet_ingangen` is given are pairs of slot and role word."""

    def __init__(self, thema: Thema) -> None:
        super().__init__(thema, "Kies je account")

    def zet_wacht(self, tekst: str, verwacht: int) -> None:
        """Say that the accounts are being looked for, with the room of so many cards: what is below stays there."""
        self.zet([])
        wacht = Label(tekst, "klein")
        wacht.setFixedHeight(self._thema.px(_KAART * verwacht + 8 * (verwacht - 1)))
        wacht.setProperty("alignment", LINKSBOVEN)
        self._kaarten.addWidget(wacht)

    def zet_ingangen(self, ingangen: Sequence[tuple[UUID, str]]) -> None:
        """Show the accounts, the first chosen."""
        self.zet([(slot, KeuzeKaart(self._thema, label, *rol_icoon(label))) for slot, label in ingangen])

    def slot(self) -> UUID | None:
        """Return the slot of the chosen account."""
        from uuid import UUID

        keuze = self.keuze()
        return keuze if isinstance(keuze, UUID) else None
