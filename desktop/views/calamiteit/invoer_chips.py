"""The chips at the input of the log: the kinds of a line, the moment, the key event."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSizePolicy, QStackedWidget, QWidget

from desktop.models.logregel import Merk, RegelSoort
from desktop.models.moment import lees_moment
from desktop.views.calamiteit.regel import toon_moment
from desktop.views.calamiteit.regel_soorten import KLEUR
from desktop.views.forms.lezen import toon_tijd
from desktop.views.theme import Thema
from desktop.views.widgets import Knop, klik_bij_enter


class Kleurchip(QAbstractButton):
    """A chip with a colour of its own; chosen it is filled, and says so to a screen reader by being checked."""

    def __init__(self, thema: Thema, tekst: str, kleur: str, icoon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._kleur = kleur
        self._icoon = icoon
        self.setText(tekst)
        self.setAccessibleName(tekst)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the word, and for a tick where it is chosen."""
        px = self._thema.px
        font = self._thema.font("klein", QFont.Weight.DemiBold)
        return QSize(round(QFontMetricsF(font).horizontalAdvance(self.text())) + px(40), px(34))

    def minimumSizeHint(self) -> QSize:
        """The word is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if not klik_bij_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in its state."""
        thema, px, p = self._thema, self._thema.px, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        vak = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        aan, kleur = self.isChecked(), thema.kleur(self._kleur)
        p.setBrush(kleur if aan else thema.kleur("kaart_over" if self.underMouse() else "kaart"))
        p.setPen(QPen(kleur, 1.5))
        p.drawRoundedRect(vak, vak.height() / 2, vak.height() / 2)
        if self.hasFocus():
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.setPen(QPen(thema.kleur("op_rol" if aan else "focus"), 2))
            rand = vak.adjusted(2, 2, -2, -2)
            p.drawRoundedRect(rand, rand.height() / 2, rand.height() / 2)
        tekstkleur = "op_rol" if aan else self._kleur
        beeld = self._icoon or ("check" if aan else "")
        if beeld:
            plek = QRectF(vak.left() + px(9), vak.center().y() - px(8), px(16), px(16))
            thema.teken_icoon(p, plek, beeld, tekstkleur)
        p.setFont(thema.font("klein", QFont.Weight.DemiBold))
        p.setPen(thema.kleur(tekstkleur))
        p.drawText(vak.adjusted(px(18) if beeld else 0, 0, 0, 0), Qt.AlignmentFlag.AlignCenter, self.text())


def soortchips(thema: Thema) -> dict[RegelSoort, Kleurchip]:
    """Return a chip for each kind."""
    return {soort: Kleurchip(thema, soort.label, KLEUR[soort]) for soort in RegelSoort}


class Momentchip(QStackedWidget):
    """When it happened: 'nu 12:00' until something else is typed, in the line itself or here after a click.

    `gekozen` is what was chosen here; the line's own moment comes in through `toon`.
    """

    gewijzigd = Signal()
    klaar = Signal()
    """A person is done here: the focus goes back to the line."""

    def __init__(self, thema: Thema, nu: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._nu = nu
        self.gekozen: datetime | None = None
        self.vast = True
        """Whether what was chosen goes before a moment that is typed in the line."""
        self._uit_regel: datetime | None = None
        self._merk: Callable[[datetime], Merk | None] = lambda _: None
        self.knop = Knop("", thema, "chip")
        self.knop.setIconSize(QSize(thema.px(16), thema.px(16)))
        self.knop.setToolTip("Wanneer gebeurde het? Klik om een ander moment te typen.")
        self.veld = QLineEdit()
        self.veld.setAccessibleName("Wanneer gebeurde het")
        self.veld.setPlaceholderText("8:40, gisteren 15u …")
        self.veld.setToolTip("Bijvoorbeeld 8:40, gisteren 15u of 10 min geleden. Leeg is nu.")
        self.addWidget(self.knop)
        self.addWidget(self.veld)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.knop.clicked.connect(self.bewerk)
        self.veld.returnPressed.connect(self.bevestig)
        self.veld.textEdited.connect(self._getypt)
        self.toon(None)

    def zet_merk(self, merk: Callable[[datetime], Merk | None]) -> None:
        """Set what says that a moment is odd."""
        self._merk = merk
        self.ververs()

    def moment(self) -> datetime | None:
        """Return the moment that holds; None is now."""
        return (self.gekozen or self._uit_regel) if self.vast else (self._uit_regel or self.gekozen)

    def zet(self, moment: datetime | None, *, vast: bool = True) -> None:
        """Choose a moment, or now; not `vast` it gives way to one that is typed in the line."""
        self.gekozen, self.vast = moment, vast
        self.setCurrentWidget(self.knop)
        self.ververs()

    def toon(self, uit_regel: datetime | None) -> None:
        """Show the moment with which the line begins; one that was chosen here goes before, where it is `vast`."""
        self._uit_regel = uit_regel
        self.ververs()

    def ververs(self) -> None:
        """Say what holds; the clock goes on."""
        moment, nu = self.moment(), self._nu()
        merk = self._merk(moment) if moment is not None else None
        tekst = toon_moment(moment, nu.date()) if moment is not None else f"nu {toon_tijd(nu.time())}"
        if merk is not None:
            tekst += f" · {merk.label}"
        if tekst != self.knop.text():
            self.knop.zet_tekst(tekst)
            self.knop.setAccessibleName(f"Gebeurd: {tekst}. Wijzig het moment")
            self.knop.setIcon(self._thema.icoon("warning", "waarschuwing") if merk else self._thema.icoon("clock"))
            self._pas_breedte()

    def bewerk(self) -> None:
        """Let a person type another moment."""
        moment = self.moment()
        self.veld.setText(toon_moment(moment, self._nu().date()) if moment is not None else "")
        self.veld.selectAll()
        self.setCurrentWidget(self.veld)
        self._pas_breedte()
        self.veld.setFocus(Qt.FocusReason.OtherFocusReason)

    def bevestig(self) -> None:
        """Take what was typed; what is no moment stays in the field and says so."""
        tekst = self.veld.text().strip()
        moment = lees_moment(tekst, self._nu()) if tekst and tekst.casefold() != "nu" else None
        if tekst and moment is None and tekst.casefold() != "nu":
            self._fout(True)
            return
        self._fout(False)
        self.zet(moment)
        self._pas_breedte()
        self.gewijzigd.emit()
        self.klaar.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it as it was."""
        if event.key() == Qt.Key.Key_Escape and self.currentWidget() is self.veld:
            self._fout(False)
            self.setCurrentWidget(self.knop)
            self._pas_breedte()
            self.klaar.emit()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as what shows."""
        breed = self._thema.px(200) if self.currentWidget() is self.veld else self.knop.sizeHint().width()
        return QSize(breed, self._thema.px(36))

    def _getypt(self) -> None:
        self._fout(False)

    def _fout(self, aan: bool) -> None:
        self.veld.setProperty("fout", aan)
        self.veld.setAccessibleDescription("Dit is geen moment. Schrijf bijvoorbeeld 8:40." if aan else "")
        self.veld.style().polish(self.veld)

    def _pas_breedte(self) -> None:
        self.setFixedWidth(self.sizeHint().width())
        self.updateGeometry()
