"""The answer to a question as large cards, and the bar that says what follows from it."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import JsonValue
from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.models.weging import Antwoord, Gevolg, Invoer, Uitkomst, Vraag, antwoorden, gevolg
from desktop.views.forms.basis import Editor, merk, regel
from desktop.views.theme import Thema
from desktop.views.tokens import RADIUS
from desktop.views.widgets import IcoonLabel, Knop, Label, zeg
from desktop.views.widgets.kaart import tekst_hoogte
from desktop.views.zaak.woorden import balk, kort_gevolg

_STRENG = (Uitkomst.MELDEN, Uitkomst.VEILIG_THUIS)


class AntwoordKaart(QRadioButton):
    """One answer: a circle, the word, and what follows from it. A radio button, so a screen reader knows what it is."""

    def __init__(self, thema: Thema, antwoord: Antwoord, parent: QWidget) -> None:
        super().__init__(antwoord.label, parent)
        self._thema = thema
        self.antwoord = antwoord
        self._daarna = ""
        self._streng = False
        self._breed = thema.px(220)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def zet(self, daarna: str, streng: bool) -> None:
        """Say what follows; `streng`: it means reporting or calling at once."""
        self._daarna, self._streng = daarna, streng
        self.setAccessibleName(f"{self.antwoord.label}: {daarna}")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in which word and line fit."""
        return round(self._thema.px(52) + tekst_hoogte(self._daarna, self._thema.font("klein"), self._ruimte(width)))

    def sizeHint(self) -> QSize:
        """As high as its line asks at the width it has."""
        return QSize(self._thema.px(200), self.heightForWidth(self._breed))

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible; the cards go below each other before that."""
        return QSize(self._thema.px(150), self.heightForWidth(self._breed))

    def hitButton(self, pos: QPoint) -> bool:
        """The whole card presses."""
        return self.rect().contains(pos)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the line needs at this width."""
        super().resizeEvent(event)
        self._breed = self.width()
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card in its state."""
        thema, p, aan = self._thema, QPainter(self), self.isChecked()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        hue = "meldcode" if self._streng else "accent"
        vak = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        uit = not self.isEnabled() and not aan
        grond = f"{hue}_zacht" if aan else "paneel" if uit else "kaart_over" if self.underMouse() else "kaart"
        p.setBrush(thema.kleur(grond))
        p.setPen(QPen(thema.kleur(hue if aan else "lijn" if uit else "veldrand"), 2 if aan else 1))
        p.drawRoundedRect(vak, thema.px(RADIUS), thema.px(RADIUS))
        if self.hasFocus():
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.setPen(QPen(thema.kleur("focus"), 2))
            p.drawRoundedRect(vak.adjusted(4, 4, -4, -4), thema.px(RADIUS - 2), thema.px(RADIUS - 2))
        straal = thema.px(10)
        cirkel = QRectF(thema.px(18), self.height() / 2 - straal, 2 * straal, 2 * straal)
        p.setBrush(thema.kleur("kaart"))
        p.setPen(QPen(thema.kleur("zacht" if uit else hue), 2))
        p.drawEllipse(cirkel)
        if aan:
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(thema.kleur(hue))
            rand = thema.px(5)
            p.drawEllipse(cirkel.adjusted(rand, rand, -rand, -rand))
        x, breed = thema.px(52), self._ruimte(self.width())
        regel_hoog = tekst_hoogte(self._daarna, thema.font("klein"), breed)
        boven = (self.height() - thema.px(24) - regel_hoog) / 2
        p.setFont(thema.font("groot", QFont.Weight.DemiBold))
        p.setPen(thema.kleur("zacht" if uit else "inkt"))
        p.drawText(QRectF(x, boven, breed, thema.px(24)), Qt.AlignmentFlag.AlignVCenter, self.text())
        p.setFont(thema.font("klein"))
        p.setPen(thema.kleur("inkt" if aan else "zacht"))
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
        p.drawText(QRectF(x, boven + thema.px(24), breed, regel_hoog + 2), wrap, self._daarna)

    def _ruimte(self, width: int) -> int:
        return max(width - self._thema.px(64), self._thema.px(60))


class AntwoordVeld(Editor):
    """The answers that a question has, all in view; beside each other where they fit."""

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self.kaarten: list[AntwoordKaart] = []
        self._rand = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rand.setContentsMargins(0, 0, 0, 0)
        self._rand.setSpacing(thema.px(12))

    def zet_vraag(self, vraag: Vraag, invoer: Invoer) -> None:
        """Show the cards of a question, each with what follows given what the dossier says."""
        for kaart in self.kaarten:
            kaart.hide()
            self._rand.removeWidget(kaart)
            kaart.deleteLater()
        self.kaarten = []
        for antwoord in antwoorden(vraag):
            kaart = AntwoordKaart(self._thema, antwoord, self)
            uit = gevolg(vraag, antwoord, invoer)
            kaart.zet(kort_gevolg(vraag, antwoord, invoer), uit.uitkomst in _STRENG)
            kaart.clicked.connect(self.gewijzigd)
            self._rand.addWidget(kaart, 1)
            self.kaarten.append(kaart)
            kaart.show()
        self._schik()
        self.bouw_anders.emit()

    def zet(self, waarde: JsonValue) -> None:
        """Choose an answer, or none."""
        for kaart in self.kaarten:
            kaart.setAutoExclusive(False)
            kaart.setChecked(kaart.antwoord.value == waarde)
            kaart.setAutoExclusive(True)

    def waarde(self) -> JsonValue:
        """Return the key of the answer; None while there is none."""
        return next((k.antwoord.value for k in self.kaarten if k.isChecked()), None)

    def widgets(self) -> Sequence[QWidget]:
        """Return the cards."""
        return tuple(self.kaarten)

    def zet_namen(self, naam: str, uitleg: str) -> None:
        """Name the group; each card says its own answer."""
        self.setAccessibleName(naam)
        for kaart in self.kaarten:
            kaart.setAccessibleDescription(uitleg)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the cards where they do not fit beside each other."""
        super().resizeEvent(event)
        self._schik()

    def _schik(self) -> None:
        nodig = len(self.kaarten) * self._thema.px(170)
        naast = self.width() >= nodig
        richting = QBoxLayout.Direction.LeftToRight if naast else QBoxLayout.Direction.TopToBottom
        if self._rand.direction() != richting:
            self._rand.setDirection(richting)
            self.updateGeometry()


class GevolgBalk(QFrame):
    """What follows from the answer, in a bar that cannot be overlooked; `plan` asks for its place in the plan."""

    plan = Signal(str)

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._bron = ""
        self.setProperty("gevolg", "verder")
        rij = QHBoxLayout(self)
        rij.setContentsMargins(thema.px(20), thema.px(14), thema.px(16), thema.px(14))
        rij.setSpacing(thema.px(16))
        self._icoon = IcoonLabel(thema, "arrow-right", "accent", 28)
        rij.addWidget(self._icoon, alignment=Qt.AlignmentFlag.AlignVCenter)
        tekst = QVBoxLayout()
        tekst.setSpacing(thema.px(2))
        self.titel = Label("")
        self.titel.setWordWrap(True)
        self.titel.setProperty("gevolgkop", True)
        self.zin = regel("", "basis")
        self.waarom = regel("", "basis")
        for deel in (self.titel, self.waarom, self.zin):
            tekst.addWidget(deel)
        rij.addLayout(tekst, 1)
        self.bron = Knop("", thema, "koppeling")
        self.bron.clicked.connect(lambda: self.plan.emit(self._bron))
        rij.addWidget(self.bron, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def zet(self, uit: Gevolg | None, vraag: Vraag, waarom: str = "", norm: str = "") -> None:
        """Show an outcome; None hides the bar. A screen reader hears it when it changes."""
        if uit is None:
            self.hide()
            return
        titel, zin = balk(uit, vraag, norm)
        soort = "streng" if uit.uitkomst in _STRENG else "verder" if uit.uitkomst is Uitkomst.VERDER else "besluit"
        icoon = {
            Uitkomst.MELDEN: "phone-call",
            Uitkomst.VEILIG_THUIS: "phone-call",
            Uitkomst.VERDER: "arrow-right",
            Uitkomst.HULP: "helping-hand",
            Uitkomst.BESLUIT: "hand",
        }.get(uit.uitkomst, "folder-open")
        anders = titel != self.titel.text() or self.isHidden()
        self._bron = uit.bron
        self.titel.setText(titel)
        self.zin.setText(zin)
        self.waarom.setText(waarom)
        self.waarom.setHidden(not waarom)
        self.bron.zet_tekst("Lees in het plan")
        self.bron.setAccessibleName(f"Lees in het plan: {uit.bron}")
        self.bron.setToolTip(uit.bron)
        self._icoon.zet(icoon, {"streng": "op_meldcode", "verder": "accent"}.get(soort, "goed"))
        merk(self, "gevolg", soort)
        for deel in (self.titel, self.zin, self.waarom, self.bron):
            merk(deel, "op", soort)
        self.setAccessibleName(" ".join(t for t in (titel, waarom, zin) if t))
        self.show()
        if anders:
            zeg(self, self.accessibleName())
