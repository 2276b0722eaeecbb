"""The steps of setting up, beside the form: where one is, and what was filled in so far."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.start.merk import teken_grond
from desktop.views.theme import Thema

STAPPEN = ("School", "Jij", "Plek", "Wachtwoordzin", "Herstelblad")
_UITLEG = (
    "Van wie de kluis is",
    "Je eigen account",
    "Waar de kluis staat",
    "Waarmee je hem opent",
    "Als je die kwijt bent",
)
_HOOG = 68


class StappenPaneel(QWidget):
    """Paints the steps on the coloured ground: done, here, to come; each with its answer once there is one."""

    def __init__(self, thema: Thema) -> None:
        super().__init__()
        self._thema = thema
        self._hier = 0
        self._antwoorden = [""] * len(STAPPEN)
        # the wordmark is written in the colour of the style sheet's "merk"
        self.setProperty("vlak", "merk")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        thema.gewijzigd.connect(self.update)
        self._noem()

    def zet_hier(self, stap: int) -> None:
        """Show at which step one is, from 0."""
        self._hier = stap
        self._noem()
        self.update()

    def zet_antwoord(self, stap: int, tekst: str) -> None:
        """Show what was filled in at a step; never a passphrase."""
        self._antwoorden[stap] = tekst
        self._noem()
        self.update()

    def antwoord(self, stap: int) -> str:
        """Return what is shown at a step."""
        return self._antwoorden[stap]

    def sizeHint(self) -> QSize:
        """It takes what is left."""
        return QSize(self._thema.px(400), self._thema.px(480))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, wordmark and steps."""
        thema, p = self._thema, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        binnen = teken_grond(p, thema, QRectF(self.rect()))
        hoog = thema.px(_HOOG)
        boven = binnen.top() + max(thema.px(80), (binnen.height() - hoog * len(STAPPEN)) * 0.42)
        for n in range(len(STAPPEN)):
            self._stap(p, QRectF(binnen.left(), boven + n * hoog, binnen.width(), hoog), n)

    def _stap(self, p: QPainter, vak: QRectF, n: int) -> None:
        thema = self._thema
        straal = thema.px(16)
        rond = QRectF(vak.left(), vak.center().y() - straal, 2 * straal, 2 * straal)
        wit, klaar, hier = thema.kleur("op_rail"), n < self._hier, n == self._hier
        rand = thema.kleur("op_rail")
        rand.setAlphaF(1.0 if klaar or hier else 0.55)
        if n + 1 < len(STAPPEN):
            lijn = thema.kleur("op_rail")
            lijn.setAlphaF(0.35)
            p.setPen(QPen(lijn, 2))
            x = rond.center().x()
            p.drawLine(int(x), int(rond.bottom() + 4), int(x), int(rond.bottom() + vak.height() - 2 * straal - 4))
        p.setPen(QPen(rand, 2))
        p.setBrush(wit if klaar or hier else Qt.BrushStyle.NoBrush)
        p.drawEllipse(rond)
        if klaar:
            thema.teken_icoon(p, rond.adjusted(straal / 2, straal / 2, -straal / 2, -straal / 2), "check", "rail")
        else:
            p.setFont(thema.font("basis", QFont.Weight.Bold))
            p.setPen(thema.kleur("rail") if hier else rand)
            p.drawText(rond, Qt.AlignmentFlag.AlignCenter, str(n + 1))
        links = rond.right() + thema.px(16)
        tekst = QRectF(links, vak.center().y() - thema.px(22), vak.right() - links, thema.px(22))
        self._regel(p, tekst, STAPPEN[n], thema.font("basis", QFont.Weight.DemiBold), 1.0 if klaar or hier else 0.8)
        tekst.translate(0, thema.px(22))
        self._regel(p, tekst, self._antwoorden[n] or _UITLEG[n], thema.font("klein"), 0.9 if klaar or hier else 0.75)

    def _regel(self, p: QPainter, vak: QRectF, tekst: str, letter: QFont, dekking: float) -> None:
        kleur = self._thema.kleur("op_rail")
        kleur.setAlphaF(dekking)
        p.setFont(letter)
        p.setPen(kleur)
        kort = QFontMetricsF(letter).elidedText(tekst, Qt.TextElideMode.ElideMiddle, vak.width())
        p.drawText(vak, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, kort)

    def _noem(self) -> None:
        gedaan = ", ".join(f"{s}: {a}" for s, a in zip(STAPPEN, self._antwoorden, strict=True) if a)
        self.setAccessibleName(f"Stap {self._hier + 1} van {len(STAPPEN)}: {STAPPEN[self._hier]}")
        self.setAccessibleDescription(gedaan)
