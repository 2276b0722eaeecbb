"""One organisation of the sociale kaart as a card: who, for whom, the number to call now, and whether they answer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.models.sociale_kaart import Organisatie, uren_in_woorden
from desktop.views.kaart.woorden import Nu
from desktop.views.theme import Thema
from desktop.views.tokens import RADIUS
from desktop.views.widgets import (
    Alinea,
    Knop,
    Label,
    LabelSoort,
    Pil,
    StroomLayout,
    klik_bij_enter,
)

_SMAL = 640
_RECHTS = 268
_LANG = 16
"""A number with so many characters has something behind it, such as which key to press."""


class OrganisatieRij(QAbstractButton):
    """A card that holds the keyboard: C, Ctrl+C, Enter and Space copy the number, up and down go to the next card.

    `bovenaan` is for whom to call in danger: a larger number on a coloured ground. `mag` whether the school's own part
    can be changed here.
    """

    kopieer = Signal(str, str)
    """(what it is, text) to put on the clipboard."""
    site = Signal(str)
    wijzig = Signal(str)
    """The key of the organisation of which a person wants the school's own entry."""
    stap = Signal(int)

    def __init__(
        self,
        thema: Thema,
        organisatie: Organisatie,
        nu: Nu,
        *,
        bovenaan: bool = False,
        mag: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thema = thema
        self.organisatie = organisatie
        self._bovenaan = bovenaan
        self._kleur = ("gevaar" if organisatie.telefoon == "112" else "meldcode") if bovenaan else "accent"
        self.nu = nu
        self.setText(organisatie.naam)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.pil = Pil(thema, nu.zin, nu.toon, nu.icoon)
        self.nummer = Label("")
        self.ander = _tekst("", True)
        self.kopieerknop = Knop("Kopieer", thema, "stil", "copy")
        self._buiten = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._bouw(mag)
        self.clicked.connect(self.kopieer_nummer)
        self.zet_nu(nu)

    def _bouw(self, mag: bool) -> None:
        px, o = self._thema.px, self.organisatie
        self._buiten.setContentsMargins(px(20), px(16), px(16), px(12))
        self._buiten.setSpacing(px(16))
        links = QVBoxLayout()
        links.setSpacing(px(4))
        kop = QHBoxLayout()
        kop.setSpacing(px(8))
        naam = Alinea(o.naam, "sectie")
        naam.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        kop.addWidget(naam, 1)
        links.addLayout(kop)
        if o.voor:
            links.addWidget(_tekst(o.voor))
        if uren := uren_in_woorden(o.uren):
            links.addWidget(_tekst(uren[0].upper() + uren[1:] + (", ook op feestdagen" if o.feestdagen else ""), True))
        links.addSpacing(px(4))
        links.addLayout(self._onder(mag))
        links.addStretch(1)
        rechts = QVBoxLayout()
        rechts.setSpacing(px(4))
        rechts.addWidget(self.pil)
        nummerrij = QHBoxLayout()
        nummerrij.setSpacing(px(4))
        nummerrij.addWidget(self.nummer)
        nummerrij.addWidget(self.kopieerknop, alignment=Qt.AlignmentFlag.AlignVCenter)
        nummerrij.addStretch(1)
        rechts.addLayout(nummerrij)
        rechts.addWidget(self.ander)
        rechts.addStretch(1)
        self._vak = QWidget()
        self._vak.setLayout(rechts)
        rechts.setContentsMargins(0, 0, 0, 0)
        self._vak.setMinimumWidth(px(_RECHTS))
        self._buiten.addLayout(links, 1)
        self._buiten.addWidget(self._vak)
        self.kopieerknop.setAccessibleName(f"Kopieer het nummer van {o.naam}")
        self.kopieerknop.setToolTip("Kopieer het nummer (C)")
        self.kopieerknop.clicked.connect(self.kopieer_nummer)

    def _mail(self, mail: str) -> Knop:
        knop = Knop(mail, self._thema, "koppeling", "copy").krimpbaar()
        knop.setAccessibleName(f"Kopieer het e-mailadres van {self.organisatie.naam}: {mail}")
        knop.clicked.connect(partial(self.kopieer.emit, "E-mailadres", mail))
        return knop

    def _onder(self, mag: bool) -> StroomLayout:
        thema, o = self._thema, self.organisatie
        onder = StroomLayout(thema, 8)
        if o.gratis:
            onder.addWidget(Pil(thema, "Gratis bellen", "rust", "phone"))
        if o.eigen:
            onder.addWidget(Pil(thema, "Van onze school", "info", "buildings"))
        if o.mail:
            onder.addWidget(self._mail(o.mail))
        if o.site:
            site = Knop("Naar de site", thema, "koppeling", "arrow-square-out")
            site.setAccessibleName(f"Naar de site van {o.naam}")
            site.clicked.connect(partial(self.site.emit, o.site))
            onder.addWidget(site)
        if mag:
            woord = "Wijzig" if o.eigen else ("Pas aan" if o.telefoon or o.site else "Vul in voor onze school")
            wijzig = Knop(woord, thema, "koppeling", "pencil-simple")
            wijzig.setAccessibleName(f"{woord}: {o.naam}")
            wijzig.clicked.connect(partial(self.wijzig.emit, o.sleutel))
            onder.addWidget(wijzig)
        return onder

    def widgets(self) -> list[QWidget]:
        """Return what Tab passes here, in order: the card itself, then the buttons on it."""
        return [self, self.kopieerknop, *(k for k in self.findChildren(Knop) if k is not self.kopieerknop)]

    def zet_nu(self, nu: Nu) -> None:
        """Show how it can be reached now; the number of another hour comes in the place of this one."""
        self.nu = nu
        self.pil.zet(nu.zin, nu.toon, nu.icoon)
        self.nummer.setText(nu.nummer or "Geen nummer")
        self.nummer.setWordWrap(len(nu.nummer) > _LANG)
        groot: LabelSoort = "titel" if self._bovenaan else "kop"
        self.nummer.zet_soort("zacht" if not nu.nummer else groot if len(nu.nummer) <= _LANG else "sectie")
        self.kopieerknop.setVisible(bool(nu.nummer))
        self.ander.setText(nu.ander)
        self.ander.setVisible(bool(nu.ander))
        o = self.organisatie
        uren = uren_in_woorden(o.uren)
        bel = f"Bel {nu.nummer}" if nu.nummer else "Geen nummer"
        eigen = "Van onze school" if o.eigen else ""
        delen = (o.naam, o.voor, nu.zin, bel, nu.ander, uren, "Gratis bellen" if o.gratis else "", eigen)
        self.setAccessibleName(". ".join(deel for deel in delen if deel))
        self.setAccessibleDescription("C kopieert het nummer" if nu.nummer else "")

    def kopieer_nummer(self) -> None:
        """Ask for the number to be put on the clipboard; nothing where there is none."""
        if self.nu.nummer:
            self.kopieer.emit("Nummer", self.nu.nummer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy by one key, from the card and from each button on it; go to the card above or below."""
        los = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy) or (los and event.key() == Qt.Key.Key_C):
            self.kopieer_nummer()
        elif los and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stap.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif not klik_bij_enter(self, event):
            # no arrows of Qt's own: those jump to whatever button is nearest
            QWidget.keyPressEvent(self, event) if event.key() != Qt.Key.Key_Space else super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the card only goes there: who points has the button to copy with."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing was pressed."""
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus all round."""
        super().focusInEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Number beside the name where both fit, below it where not; in danger the number comes first."""
        super().resizeEvent(event)
        naast = self.width() >= self._thema.px(_SMAL)
        onder = QBoxLayout.Direction.BottomToTop if self._bovenaan else QBoxLayout.Direction.TopToBottom
        richting = QBoxLayout.Direction.LeftToRight if naast else onder
        if self._buiten.direction() != richting:
            self._buiten.setDirection(richting)
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, with a strip of colour for whom to call in danger."""
        thema, p = self._thema, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        vak = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        vorm = QPainterPath()
        vorm.addRoundedRect(vak, thema.px(RADIUS), thema.px(RADIUS))
        p.fillPath(vorm, thema.kleur(f"{self._kleur}_zacht" if self._bovenaan else "kaart"))
        if self._bovenaan:
            p.save()
            p.setClipPath(vorm)
            p.fillRect(QRectF(vak.left(), vak.top(), thema.px(5), vak.height()), thema.kleur(self._kleur))
            p.restore()
        p.setPen(QPen(thema.kleur("focus"), 2.5) if self.hasFocus() else QPen(thema.kleur("lijn"), 1))
        p.drawPath(vorm)

    def sizeHint(self) -> QSize:
        """As its layout needs; a button would only measure its text."""
        return self._buiten.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """It can be as narrow as its layout."""
        return self._buiten.minimumSize()


def _tekst(tekst: str, klein: bool = False) -> Alinea:
    alinea = Alinea(tekst, "klein" if klein else "basis")
    alinea.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return alinea
