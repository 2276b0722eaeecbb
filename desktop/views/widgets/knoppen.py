"""Buttons: main, ordinary, dangerous, quiet, link, tile, and one that is only an icon. Enter presses them all."""

from __future__ import annotations

from typing import Literal, Self

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QEnterEvent, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from desktop.views.qtgetallen import STERKE_FOCUS, TOETS_ENTER, TOETS_RETURN
from desktop.views.theme import Thema
from desktop.views.widgets.labels import ontsnapt

KnopSoort = Literal["gewoon", "primair", "gevaar", "meldcode", "stil", "koppeling", "kruimel", "tegel", "toast", "chip"]
_GEVULD = {"primair": "op_accent", "gevaar": "op_gevaar", "meldcode": "op_meldcode"}
_TEKSTKLEUR = {**_GEVULD, "stil": "koppeling", "koppeling": "koppeling", "kruimel": "koppeling", "toast": "op_melding"}
_MINST = 96
ENTER = (TOETS_RETURN, TOETS_ENTER)


def klik_bij_enter(knop: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button when Enter came in (Qt does so for Space only). Returns whether it did."""
    if event.key() not in ENTER or event.isAutoRepeat() or not knop.isEnabled():
        return False
    event.accept()
    knop.click()
    return True


class Knop(QPushButton):
    """A button with a word, and an icon where that helps; `soort` says how loud it is."""

    def __init__(
        self, tekst: str, thema: Thema, soort: KnopSoort = "gewoon", icoon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(_letterlijk(tekst), parent)
        self._thema = thema
        self._soort = soort
        self._krimpbaar = False
        self._minst = _MINST
        self.setProperty("soort", soort)
        self.setAutoDefault(False)
        self.setAccessibleName(tekst)
        if icoon:
            self.zet_icoon(icoon)

    def zet_icoon(self, icoon: str) -> None:
        """Show this icon before the word. Raises KeyError for an unknown name."""
        self.setIcon(self._thema.icoon(icoon, _TEKSTKLEUR.get(self._soort, "inkt")))
        maat = self._thema.px(20)
        self.setIconSize(QSize(maat, maat))

    def zet_tekst(self, tekst: str) -> None:
        """Change the word, for the eye and for a screen reader; '&' is only a character."""
        self.setText(_letterlijk(tekst))
        self.setAccessibleName(tekst)

    def krimpbaar(self, minst: int = _MINST) -> Self:
        """Let it become narrower than its text, which is then cut with '…'; for a name, which can be of any length."""
        self._krimpbaar, self._minst = True, minst
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return self

    def minimumSizeHint(self) -> QSize:
        """It needs its text, unless that can be cut."""
        maat = super().minimumSizeHint()
        return QSize(min(maat.width(), self._thema.px(self._minst)), maat.height()) if self._krimpbaar else maat

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer becomes a hand."""
        _word_hand(self)
        super().enterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if not klik_bij_enter(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is cut shows whole in the tip."""
        super().resizeEvent(event)
        if self._krimpbaar:
            self.setToolTip(f"<qt>{ontsnapt(self._heel())}</qt>" if self._te_smal() else "")

    def _heel(self) -> str:
        return self.text().replace("&&", "&")

    def _te_smal(self) -> int:
        """Return how many pixels the text misses."""
        return max(self.sizeHint().width() - self.width(), 0) if self._krimpbaar else 0

    def _teken_kort(self) -> None:
        # a style brings three hundred names along, and few buttons are cut
        from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

        optie = QStyleOptionButton()
        self.initStyleOption(optie)
        meting = self.fontMetrics()
        ruimte = meting.horizontalAdvance(self._heel()) - self._te_smal()
        kort = meting.elidedText(self._heel(), QtCore.Qt.TextElideMode.ElideRight, max(ruimte, 1))
        optie.text = _letterlijk(kort)  # type: ignore[attr-defined]  # missing in the stubs
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, optie)

    def paintEvent(self, event: QPaintEvent) -> None:
        """On a coloured ground the focus is shown by a second, light ring inside."""
        if self._te_smal():
            self._teken_kort()
            return
        super().paintEvent(event)
        kleur = _GEVULD.get(self._soort)
        if kleur and self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._thema.kleur(kleur), 1.5))
            straal = self._thema.px(5)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5), straal, straal)


class IcoonKnop(QToolButton):
    """A button that is only an icon; its name is read aloud and shown as a tip."""

    def __init__(
        self, icoon: str, naam: str, thema: Thema, kleur: str = "inkt", parent: QWidget | None = None, maat: int = 20
    ) -> None:
        super().__init__(parent)
        self.setIcon(thema.icoon(icoon, kleur))
        self.setIconSize(QSize(thema.px(maat), thema.px(maat)))
        self.setAccessibleName(naam)
        self.setToolTip(naam)
        self.setProperty("focusPolicy", STERKE_FOCUS)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer becomes a hand."""
        _word_hand(self)
        super().enterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if not klik_bij_enter(self, event):
            super().keyPressEvent(event)


class KiesChip(Knop):
    """A chip that is on or off, for filters; on shows a check mark as well as a colour.

    Without `plus` it is one of several of which one holds, so an off one offers no adding.
    """

    def __init__(
        self, tekst: str, thema: Thema, aan: bool = False, parent: QWidget | None = None, plus: bool = True
    ) -> None:
        super().__init__(tekst, thema, "chip", parent=parent)
        self._uit = thema.icoon("plus", "zacht") if plus else QIcon()
        self.setCheckable(True)
        self.setIconSize(QSize(thema.px(16), thema.px(16)))
        self.toggled.connect(self._teken_aan)
        self.setChecked(aan)

    def _teken_aan(self, aan: bool) -> None:
        # an empty icon would leave its room behind
        self.setIcon(self._thema.icoon("check", "op_accent") if aan else self._uit)


def _word_hand(knop: QAbstractButton) -> None:
    # a moment later: a window can come up under the pointer, and is painted first
    QTimer.singleShot(0, knop, lambda: knop.setCursor(QtCore.Qt.CursorShape.PointingHandCursor))


def _letterlijk(tekst: str) -> str:
    return tekst.replace("&", "&&")
