"""One round region of the infographic: a real button, with its count of open and overdue work."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget

from desktop.views.home.gegevens import Telling
from desktop.views.home.meetkunde import ZACHT, Cirkel, Gebied, breek
from desktop.views.theme import Thema
from desktop.views.widgets.knoppen import klik_bij_enter

RAND = 14
"""Room around the circle for its badges and the ring of the focus."""
_PIJLEN = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_MINST = 12


def over_kleur(thema: Thema, hue: str) -> QColor:
    """Return the colour of a filled region below the pointer; what is written on it stands out more, not less."""
    return thema.kleur(hue).lighter(112) if thema.donker else thema.kleur(hue).darker(115)


class Gebiedknop(QAbstractButton):
    """What every region of a drawing has: a name, the pointer's tip, Enter that clicks, arrows that lead elsewhere."""

    pijl = Signal(int, int)

    def __init__(self, thema: Thema, naam: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._thema = thema
        self.naam = naam
        self.setText(naam)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def event(self, event: QEvent) -> bool:
        """Tell the pointer what the badges count; not as a tip of the widget, which a screen reader would say again."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.wenk(), self)
            return True
        return super().event(event)

    def wenk(self) -> str:
        """Return what the pointer is told."""
        return self.accessibleName()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too; an arrow goes to a neighbour."""
        if (richting := _PIJLEN.get(Qt.Key(event.key()))) is not None:
            event.accept()
            self.pijl.emit(*richting)
        elif not klik_bij_enter(self, event):
            super().keyPressEvent(event)


class Regio(Gebiedknop):
    """A circle of a drawing, first of all a role of the infographic; only the round shape takes the mouse.

    A drawing of its own hands over `hue` (a colour token) and whether the circle is filled.
    """

    def __init__(
        self, thema: Thema, gebied: Gebied, parent: QWidget, hue: str | None = None, vol: bool | None = None
    ) -> None:
        super().__init__(thema, gebied.label.replace(ZACHT, ""), parent)
        self._gebied = gebied
        self._hue = hue or f"rol.{gebied.rol}"
        self._telling = Telling()
        self._straal = 1.0
        self._eenheid = 1.0
        self._gelegd: tuple[QFont, list[str], list[QRectF]] | None = None  # fitting takes half the time of painting
        self._vol = gebied.ring == "midden" if vol is None else vol
        self.zet(Telling())

    @property
    def rol(self) -> str:
        """The key of the role."""
        return self._gebied.rol

    def zet(self, telling: Telling) -> None:
        """Show a count."""
        self._telling = telling
        woorden = telling.in_woorden()
        self.setAccessibleName(f"{self.naam}, {woorden}" if woorden else self.naam)
        self._masker()
        self.update()

    def plaats(self, cirkel: Cirkel, eenheid: float) -> None:
        """Stand here, at this size."""
        self._straal = cirkel.straal
        self._eenheid = eenheid
        self._gelegd = None
        zijde = math.ceil(2 * (cirkel.straal + self._rand()))
        self.setGeometry(round(cirkel.x - zijde / 2), round(cirkel.y - zijde / 2), zijde, zijde)
        self._masker()

    def hitButton(self, pos: QPoint) -> bool:
        """Whether a click is on the circle or on a badge."""
        ver = QPointF(pos) - QRectF(self.rect()).center()
        return math.hypot(ver.x(), ver.y()) <= self._straal or any(v.contains(pos) for _, _, v in self.tellers())

    def regels(self) -> tuple[QFont, list[str], list[QRectF]]:
        """Return the letter, the lines of the label and the place of each; every line fits inside the circle."""
        if self._gelegd is None:
            self._gelegd = self._leg()
        return self._gelegd

    def _leg(self) -> tuple[QFont, list[str], list[QRectF]]:
        minst = self._thema.px(_MINST)
        begin = max(round((18 if self._vol else 15) * self._eenheid), self._thema.px(13))
        font = self._thema.font("basis", QFont.Weight.Bold if self._vol else QFont.Weight.DemiBold)
        # whole words first, even a little smaller; only then broken at a soft hyphen
        for label, kleinst in ((self.naam, max(minst, round(begin * 0.85))), (self._gebied.label, minst)):
            for maat in range(begin, kleinst - 1, -1):
                font.setPixelSize(maat)
                meting = QFontMetricsF(font)
                # a narrower measure makes two words stand below each other where one line is too long
                for aantal, deel in ((1, 1.0), (2, 1.0), (2, 0.7), (3, 1.0)):
                    vakken = self._vakken(aantal, meting.lineSpacing())
                    regels = breek(label, [v.width() * deel for v in vakken], meting.horizontalAdvance)
                    if regels is not None:
                        return font, regels, vakken
        # the drawing is never made so small (see Infographic), but what is asked for must be given
        return font, [self.naam], self._vakken(1, QFontMetricsF(font).lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the region in its state."""
        thema, p = self._thema, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        midden = QRectF(self.rect()).center()
        hue = self._hue
        over = self.underMouse() or self.isDown()
        dikte = max(2.5, 3 * self._eenheid) + (1 if over else 0)
        if self._vol:
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(over_kleur(thema, hue) if over else thema.kleur(hue))
            p.drawEllipse(midden, self._straal, self._straal)
        else:
            p.setPen(QPen(thema.kleur(hue), dikte))
            p.setBrush(thema.kleur("kaart_over" if over else "kaart"))
            p.drawEllipse(midden, self._straal - dikte / 2, self._straal - dikte / 2)
        if self.hasFocus():
            ver, dik = self._focusring()
            p.setPen(QPen(thema.kleur("focus"), dik))
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawEllipse(midden, self._straal + ver, self._straal + ver)
        font, regels, vakken = self.regels()
        kleur = "op_rol" if self._vol else "inkt"
        if self._gebied.icoon:
            icoon = self._icoonmaat()
            boven = vakken[0].top() - self._kier() - icoon
            vak = QRectF(midden.x() - icoon / 2, boven, icoon, icoon)
            thema.teken_icoon(p, vak, self._gebied.icoon, kleur if self._vol else hue)
        p.setFont(font)
        p.setPen(thema.kleur(kleur))
        for regel, vak in zip(regels, vakken, strict=True):
            p.drawText(vak, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, regel)
        self._teken_tellers(p)

    def tellers(self) -> list[tuple[str, bool, QRectF]]:
        """Return the badges: text, whether it says 'overdue', and where."""
        uit: list[tuple[str, bool, QRectF]] = []
        straal = min(max(13 * self._eenheid, self._thema.px(12)), self._thema.px(26))
        midden = QRectF(self.rect()).center()
        for aantal, laat, hoek in ((self._telling.open, False, -45), (self._telling.te_laat, True, 58)):
            if aantal:
                tekst = str(aantal) if aantal < 100 else "99+"
                breed = max(2 * straal, self._meting(straal).horizontalAdvance(tekst) + straal * (2.3 if laat else 1))
                x = midden.x() + self._straal * math.cos(math.radians(hoek))
                y = midden.y() + self._straal * math.sin(math.radians(hoek))
                x = min(x, self.width() - breed / 2 - 1)
                uit.append((tekst, laat, QRectF(x - breed / 2, y - straal, breed, 2 * straal)))
        return uit

    def _teken_tellers(self, p: QPainter) -> None:
        thema = self._thema
        for tekst, laat, vak in self.tellers():
            straal = vak.height() / 2
            p.setPen(QPen(thema.kleur("papier"), 2))
            p.setBrush(thema.kleur("gevaar" if laat else self._hue))
            p.drawRoundedRect(vak.adjusted(1, 1, -1, -1), straal, straal)
            kleur = "op_gevaar" if laat else "op_rol"
            if laat:
                icoon = straal * 1.15
                links = QRectF(vak.left() + straal * 0.45, vak.center().y() - icoon / 2, icoon, icoon)
                thema.teken_icoon(p, links, "clock", kleur)
                vak = vak.adjusted(straal * 1.45, 0, -straal * 0.3, 0)
            p.setFont(self._telfont(straal))
            p.setPen(thema.kleur(kleur))
            p.drawText(vak, Qt.AlignmentFlag.AlignCenter, tekst)

    def _telfont(self, straal: float) -> QFont:
        font = self._thema.font("klein", QFont.Weight.Bold)
        font.setPixelSize(max(round(straal * 1.1), self._thema.px(_MINST)))
        return font

    def _meting(self, straal: float) -> QFontMetricsF:
        return QFontMetricsF(self._telfont(straal))

    def _icoonmaat(self) -> float:
        if not self._gebied.icoon:
            return 0
        return self._straal * (0.52 if self._vol else 0.46)

    def _kier(self) -> float:
        return self._straal * 0.06 if self._gebied.icoon else 0

    def _vakken(self, aantal: int, regelhoogte: float) -> list[QRectF]:
        """Return where `aantal` lines stand below the icon, each as wide as the circle is there."""
        midden = QRectF(self.rect()).center()
        blok = self._icoonmaat() + self._kier() + aantal * regelhoogte
        # an icon is lighter than the words below it: the block stands a little high
        y = midden.y() - blok / 2 - self._straal * 0.05 + self._icoonmaat() + self._kier()
        binnen = self._straal - max(2.5, 3 * self._eenheid) - 1
        vakken = []
        for n in range(aantal):
            # the corners of the letters, not of the line: descenders are few and narrow
            ver = max(abs(y + n * regelhoogte + regelhoogte * r - midden.y()) for r in (0.2, 0.8))
            # one line through the middle may not touch both sides
            half = (math.sqrt(max(binnen**2 - ver**2, 1)) - 2) * (0.88 if aantal == 1 else 1)
            vakken.append(QRectF(midden.x() - half, y + n * regelhoogte, 2 * half, regelhoogte))
        return vakken

    def _rand(self) -> float:
        """Return how much room there is around the circle."""
        return self._thema.px(RAND)

    def _focusring(self) -> tuple[float, float]:
        """Return how far outside the circle the ring of the focus runs, and how thick it is."""
        return min(max(4 * self._eenheid, 4), 7), min(max(3 * self._eenheid, 3), 5)

    def _masker(self) -> None:
        # wider than what is painted, so that the mask never cuts a soft edge
        ver, dik = self._focusring()
        ruim = round(2 * (self._straal + ver + dik))
        midden = self.rect().center()
        vorm = QRegion(QRect(midden.x() - ruim // 2, midden.y() - ruim // 2, ruim, ruim), QRegion.RegionType.Ellipse)
        for _, _, vak in self.tellers():
            vorm = vorm.united(QRegion(vak.toAlignedRect().adjusted(-1, -1, 1, 1)))
        self.setMask(vorm.intersected(QRegion(self.rect())))
