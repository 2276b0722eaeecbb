"""The narrow rail at the left: only pages that exist, and at the bottom the lock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from desktop.views.navigatie import Plek, RailItem
from desktop.views.theme import Thema
from desktop.views.widgets import Bladvlak, klik_bij_enter, maak_leeg
from desktop.views.widgets.volgorde import keten_in

BREED = 88
_HOOG, _KRAP = 66, 46
_WIT, _KRAP_WIT = 12, 2
"""How high an item is and the space between two; on a low screen all items still show, with less air around them."""


class RailKnop(QAbstractButton):
    """An icon with its word below it; the one for the present page has a lighter ground and a strip."""

    def __init__(self, thema: Thema, label: str, icoon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._icoon = icoon
        self.hier = False
        self.setText(label)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(self.sizeHint())

    def zet(self, label: str, icoon: str) -> None:
        """Show another word and icon."""
        self._icoon = icoon
        self.setText(label)
        self.setAccessibleName(label)
        self.update()

    def zet_hier(self, hier: bool) -> None:
        """Show whether one is here. Not by checking it: a screen reader would call it a check box."""
        self.hier = hier
        self.setAccessibleDescription("Je bent hier" if hier else "")
        self.update()

    def sizeHint(self) -> QSize:
        """All are equally large."""
        return QSize(self._thema.px(BREED - 12), self._thema.px(_HOOG))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too; up and down go to the item beside it."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif not klik_bij_enter(self, event):
            super().keyPressEvent(event)

    def letter(self) -> QFont:
        """Return the letter in which the word fits."""
        font = self._thema.font("klein", QFont.Weight.DemiBold if self.hier else QFont.Weight.Normal)
        while font.pixelSize() > 9 and QFontMetricsF(font).horizontalAdvance(self.text()) > self.width() - 4:
            font.setPixelSize(font.pixelSize() - 1)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the item in its state."""
        thema, p = self._thema, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        vak = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        straal = thema.px(10)
        p.setPen(Qt.PenStyle.NoPen)
        if self.hier or self.underMouse():
            p.setBrush(thema.kleur("rail_actief"))
            p.setOpacity(1 if self.hier else 0.5)
            p.drawRoundedRect(vak, straal, straal)
            p.setOpacity(1)
        if self.hier:
            p.setBrush(thema.kleur("op_rail"))
            p.drawRoundedRect(QRectF(vak.left(), vak.center().y() - thema.px(14), 3, thema.px(28)), 1.5, 1.5)
        if self.hasFocus():
            p.setPen(QPen(thema.kleur("op_rail"), 2))
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawRoundedRect(vak, straal, straal)
        # icon and word stand close together where the item is low
        krap = self.height() < thema.px(58)
        maat = thema.px(22 if krap else 26)
        boven = (self.height() - thema.px(41 if krap else 49)) / 2
        thema.teken_icoon(p, QRectF((self.width() - maat) / 2, boven, maat, maat), self._icoon, "op_rail")
        p.setPen(thema.kleur("op_rail"))
        p.setFont(self.letter())
        onder = QRectF(0, boven + thema.px(22 if krap else 29), self.width(), thema.px(20))
        p.drawText(onder, Qt.AlignmentFlag.AlignCenter, self.text())


class Rail(QFrame):
    """The items in the order given; `gekozen` carries a Plek."""

    gekozen = Signal(object)
    vergrendel = Signal()

    def __init__(self, thema: Thema, items: Sequence[RailItem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self.setProperty("vlak", "rail")
        self.setFixedWidth(thema.px(BREED))
        self.setAccessibleName("Hoofdmenu")
        self.knoppen: dict[RailItem, RailKnop] = {}
        vak = self._vak = QVBoxLayout(self)
        vak.setContentsMargins(0, thema.px(24), 0, thema.px(16))
        blad = Bladvlak()
        blad.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        kolom = self._kolom = QVBoxLayout(blad.vlak)
        kolom.setContentsMargins(0, 0, 0, 0)
        vak.addWidget(blad, 1)
        self.slot = RailKnop(thema, "Vergrendel", "lock-simple")
        self.slot.clicked.connect(self.vergrendel)
        vak.addWidget(self.slot, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._hier: RailItem | None = None
        self.zet(items)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low screen gives every item less room, so that none is out of sight."""
        super().resizeEvent(event)
        self._verdeel()

    def _verdeel(self) -> None:
        thema, knoppen = self._thema, [*self.knoppen.values(), self.slot]
        marges = self._vak.contentsMargins()
        ruimte = self.height() - marges.top() - marges.bottom() - self._vak.spacing()
        wit = thema.px(_WIT)
        if ruimte < len(knoppen) * thema.px(_HOOG) + (len(knoppen) - 2) * wit:
            wit = thema.px(_KRAP_WIT)
        hoog = (ruimte - (len(knoppen) - 2) * wit) // len(knoppen)
        self._kolom.setSpacing(wit)
        for knop in knoppen:
            knop.setFixedHeight(max(thema.px(_KRAP), min(thema.px(_HOOG), hoog)))

    def zet(self, items: Sequence[RailItem], op_slot: bool = False) -> None:
        """Show these items. `op_slot`: no vault is open, and at the bottom stands the way to open one."""
        maak_leeg(self._kolom)
        self.knoppen.clear()
        self._hier = None
        for item in items:
            knop = RailKnop(self._thema, item.label, item.icoon)
            knop.clicked.connect(lambda _=False, i=item: self._klik(i))
            self.knoppen[item] = knop
            self._kolom.addWidget(knop, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._kolom.addStretch(1)
        self._verdeel()
        keten_in(self, [*self.knoppen.values(), self.slot])
        self.slot.zet("Ontgrendel" if op_slot else "Vergrendel", "lock-simple-open" if op_slot else "lock-simple")
        self.slot.setToolTip("Kluis openen (Ctrl+L)" if op_slot else "Vergrendelen (Ctrl+L)")

    def toon_hier(self, key: str, extra: str = "") -> RailItem | None:
        """Mark the item of the present page, and return it; None where no item belongs to it."""
        passend = [i for i in self.knoppen if i.key == key and (not i.extra or i.extra == extra)]
        self._hier = max(passend, key=lambda i: len(i.extra), default=None)
        for item, knop in self.knoppen.items():
            knop.zet_hier(item is self._hier)
        return self._hier

    def _klik(self, item: RailItem) -> None:
        self.gekozen.emit(Plek(item.key, extra=item.extra))
