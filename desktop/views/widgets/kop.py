"""Parts of the head of a page: the way here, the search box, the avatar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from desktop.views.theme import Thema
from desktop.views.widgets.knoppen import IcoonKnop, Knop, klik_bij_enter
from desktop.views.widgets.labels import IcoonLabel, KortLabel, Label
from desktop.views.widgets.lagen import maak_leeg

_STIP, _EINDE, _HIER = 40, 96, 120
"""At least so wide: a step that is only '…', the first and the last step, and the name of the page itself."""


class Kruimelpad(QWidget):
    """The way to a page: every step a button, the page itself only text.

    Where it does not fit the steps in the middle are cut first; tip and accessible name keep the whole.
    """

    gekozen = Signal(object)

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._rij = QHBoxLayout(self)
        self._rij.setContentsMargins(0, 0, 0, 0)
        self._rij.setSpacing(thema.px(4))
        self.setAccessibleName("Kruimelpad")
        self._stappen: list[Knop] = []
        self._rest: list[QWidget] = []

    def zet(self, stappen: Sequence[tuple[str, object]], hier: str) -> None:
        """Show these steps, each with what `gekozen` will carry, and where one is."""
        maak_leeg(self._rij)
        self._stappen, self._rest = [], []
        for naam, doel in stappen:
            knop = Knop(naam, self._thema, "kruimel").krimpbaar(_STIP)
            knop.clicked.connect(lambda _=False, doel=doel: self.gekozen.emit(doel))
            streep = Label("›", "klein")
            self._rij.addWidget(knop)
            self._rij.addWidget(streep)
            self._stappen.append(knop)
            self._rest.append(streep)
        self._rij.addSpacing(self._thema.px(5) if stappen else 0)  # what a step has inside its border
        self._hier = KortLabel(hier, "klein")
        self._rij.addWidget(self._hier, 1)
        self._verdeel()

    def minimumSizeHint(self) -> QSize:
        """It can become narrow: what stands beside it keeps its room."""
        return QSize(self._thema.px(_HIER), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut what does not fit now."""
        super().resizeEvent(event)
        self._verdeel()

    def _verdeel(self) -> None:
        """Give each step its width: the middle goes first, then the last step, then the first."""
        if not self._stappen:
            return
        px = self._thema.px
        for deel in (*self._stappen, *self._rest):
            deel.ensurePolished()  # until then it does not know its letters
        breed = [knop.sizeHint().width() for knop in self._stappen]
        vast = sum(streep.sizeHint().width() for streep in self._rest) + px(5)
        vast += self._rij.spacing() * (2 * len(breed) + 1)
        te_veel = sum(breed) + vast + min(self._hier.sizeHint().width(), px(_HIER)) - self.width()
        *begin, laatste = range(len(breed))
        einden = [laatste, *begin[:1]]
        for n, minst in [
            *((n, _STIP) for n in begin[1:]),
            *((n, _EINDE) for n in einden),
            *((n, _STIP) for n in einden),
        ]:
            af = max(0, min(te_veel, breed[n] - px(minst)))
            breed[n] -= af
            te_veel -= af
        for knop, ruimte in zip(self._stappen, breed, strict=True):
            knop.setFixedWidth(ruimte)


class Zoekvak(QFrame):
    """A search box that asks once the typing rests, shows its shortcut, and can be emptied."""

    gezocht = Signal(str)
    bevestigd = Signal(str)
    toets = Signal(int)
    """Up, down or Escape, for a list that shows the results below."""

    def __init__(
        self, thema: Thema, wenk: str, toetsen: str = "", rust_ms: int = 150, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("vlak", "zoek")
        rij = QHBoxLayout(self)
        rij.setContentsMargins(thema.px(12), thema.px(4), thema.px(8), thema.px(4))
        rij.setSpacing(thema.px(8))
        rij.addWidget(IcoonLabel(thema, "magnifying-glass", "zacht", 20))
        self.veld = QLineEdit()
        self.veld.setPlaceholderText(wenk)
        self.veld.setAccessibleName(wenk.rstrip(" .…"))
        self.veld.setMaxLength(500)
        rij.addWidget(self.veld, 1)
        self._wis = IcoonKnop("x", "Zoekvak leegmaken", thema, "zacht", maat=16)
        self._wis.clicked.connect(self.leeg)
        self._wis.hide()
        rij.addWidget(self._wis)
        self._toets = Label(toetsen, "toets")
        rij.addWidget(self._toets)  # first: shown without a parent it would be a window for a moment
        self._toets.setVisible(bool(toetsen))
        self._rust = QTimer(self)
        self._rust.setSingleShot(True)
        self._rust.setInterval(rust_ms)
        self._rust.timeout.connect(lambda: self.gezocht.emit(self.veld.text().strip()))
        self.veld.textChanged.connect(self._getypt)
        self.veld.returnPressed.connect(lambda: self.bevestigd.emit(self.veld.text().strip()))
        self.veld.installEventFilter(self)
        self.setFocusProxy(self.veld)
        self.setMinimumHeight(thema.px(44))

    def tekst(self) -> str:
        """Return what is in it."""
        return self.veld.text().strip()

    def leeg(self) -> None:
        """Empty it and stay in it."""
        self.veld.clear()
        self.veld.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass on the keys that move through results; show the focus on the frame."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("in_focus", event.type() == QEvent.Type.FocusIn)
            self.style().polish(self)
        elif (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape)
        ):
            self.toets.emit(event.key())
            return True
        return super().eventFilter(watched, event)

    def _getypt(self, tekst: str) -> None:
        self._wis.setVisible(bool(tekst))
        self._toets.setVisible(not tekst and bool(self._toets.text()))
        self._rust.start()


class Avatar(QAbstractButton):
    """A round button with someone's initials."""

    def __init__(self, thema: Thema, initialen: str = "", naam: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self.setFixedSize(thema.px(44), thema.px(44))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.zet(initialen, naam)

    def zet(self, initialen: str, naam: str) -> None:
        """Show someone else."""
        groot = [teken for teken in initialen if teken.isupper()] or list(initialen.replace(".", ""))
        self.setText("".join(groot[:1] + groot[1:][-1:]))
        self.setAccessibleName(naam)
        self.setToolTip("")
        self.update()

    def sizeHint(self) -> QSize:
        """It has one size."""
        return QSize(self._thema.px(44), self._thema.px(44))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if not klik_bij_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint circle and initials."""
        thema, p = self._thema, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        vak = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        p.setBrush(thema.kleur("kaart_over" if self.underMouse() else "accent_zacht"))
        p.setPen(QPen(thema.kleur("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        p.drawEllipse(vak)
        font = thema.font("klein", QFont.Weight.Bold)
        ruimte = vak.width() - thema.px(8)
        while font.pixelSize() > 9 and QFontMetricsF(font).horizontalAdvance(self.text()) > ruimte:
            font.setPixelSize(font.pixelSize() - 1)
        p.setFont(font)
        p.setPen(thema.kleur("kop"))
        p.drawText(vak, Qt.AlignmentFlag.AlignCenter, self.text())
