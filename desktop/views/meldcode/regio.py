"""The buttons of the meldcode drawing: circles, and long shapes; each shows how many cases are open there."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from desktop.views.home.gegevens import Telling
from desktop.views.home.meetkunde import Cirkel, Gebied, breek
from desktop.views.home.regio import RAND, Gebiedknop, Regio, over_kleur
from desktop.views.meldcode.gebieden import Meldgebied
from desktop.views.meldcode.meetkunde import Vorm
from desktop.views.theme import Thema

_MINST = 12


def open_gevallen(aantal: int) -> str:
    """Return the count as it stands at a region and is read aloud; '' where nothing is open."""
    return f"{aantal} open" if aantal else ""


def _gesproken(gebied: Meldgebied, aantal: int) -> str:
    gevallen = "1 geval open" if aantal == 1 else f"{aantal} gevallen open"
    return f"{gebied.gesproken}, {gevallen}" if aantal else gebied.gesproken


def _pil(p: QPainter, thema: Thema, vak: QRectF, tekst: str, grond: str, letter: str, font: QFont) -> None:
    p.setPen(QPen(thema.kleur("papier"), 2))
    p.setBrush(thema.kleur(grond))
    p.drawRoundedRect(vak, vak.height() / 2, vak.height() / 2)
    p.setFont(font)
    p.setPen(thema.kleur(letter))
    p.drawText(vak, Qt.AlignmentFlag.AlignCenter, tekst)


def _rand(thema: Thema, eenheid: float) -> float:
    """Return the room around a shape for its plates: they grow with the drawing."""
    return max(thema.px(RAND), RAND * eenheid)


def _pilfont(thema: Thema, eenheid: float) -> QFont:
    font = thema.font("klein", QFont.Weight.Bold)
    font.setPixelSize(max(round(12 * eenheid), thema.px(_MINST)))
    return font


class MeldCirkel(Regio):
    """A person (filled) or a task (outlined); the step of the law stands on its upper edge."""

    def __init__(self, thema: Thema, gebied: Meldgebied, parent: QWidget) -> None:
        self.gebied = gebied
        self._aantal = 0
        vorm = Gebied(gebied.sleutel, gebied.label, gebied.icoon, "buiten")
        super().__init__(thema, vorm, parent, gebied.hue, gebied.soort == "persoon")

    def zet(self, telling: Telling) -> None:
        """The count of the infographic is not used here; see `zet_aantal`."""
        self.zet_aantal(telling.open)

    def zet_aantal(self, aantal: int) -> None:
        """Show how many cases are open here."""
        self._aantal = aantal
        self.setAccessibleName(_gesproken(self.gebied, aantal))
        self.setAccessibleDescription(self.gebied.uitleg)
        self._masker()
        self.update()

    def wenk(self) -> str:
        """Return the name and what follows from it."""
        return "\n".join(deel for deel in (self.accessibleName(), self.gebied.uitleg) if deel)

    def zet_vorm(self, vorm: Vorm, eenheid: float) -> None:
        """Stand here, at this size."""
        self.plaats(Cirkel(vorm.mx, vorm.my, vorm.breed / 2), eenheid)

    def tellers(self) -> list[tuple[str, bool, QRectF]]:
        """Return the plates on the edge: the step, and what is open."""
        uit: list[tuple[str, bool, QRectF]] = []
        midden, meting = QRectF(self.rect()).center(), QFontMetricsF(_pilfont(self._thema, self._eenheid))
        hoog = meting.height() + 4
        stap = f"stap {self.gebied.stap}" if self.gebied.stap else ""
        # what is open stands below, but for who has no step: there the circles of the tasks are near
        onder = self._straal * (0.95 if stap else -0.95)
        for tekst, y in ((stap, -self._straal), (open_gevallen(self._aantal), onder)):
            if tekst:
                breed = meting.horizontalAdvance(tekst) + 14 * self._eenheid
                boven = min(max(midden.y() + y - hoog / 2, 0), self.height() - hoog)
                uit.append((tekst, False, QRectF(midden.x() - breed / 2, boven, breed, hoog)))
        return uit

    def _rand(self) -> float:
        return _rand(self._thema, self._eenheid)

    def _teken_tellers(self, p: QPainter) -> None:
        for tekst, _, vak in self.tellers():
            _pil(p, self._thema, vak, tekst, self._hue, "op_rol", _pilfont(self._thema, self._eenheid))


class MeldBalk(Gebiedknop):
    """A long region: a question with its number, a term, the link between two persons, or the pillar of Veilig Thuis.

    `platen` of the pillar are the norms that end there, each with its place in the drawing.
    """

    def __init__(self, thema: Thema, gebied: Meldgebied, parent: QWidget) -> None:
        super().__init__(thema, gebied.naam, parent)
        self.gebied = gebied
        self._vorm = QRectF()
        self._eenheid = 1.0
        self._platen: list[tuple[str, QRectF]] = []
        self._aantal = 0
        self.zet_aantal(0)

    def zet_aantal(self, aantal: int) -> None:
        """Show how many cases are open here."""
        self._aantal = aantal
        self.setAccessibleName(_gesproken(self.gebied, aantal))
        self.setAccessibleDescription(self.gebied.uitleg)
        self._masker()
        self.update()

    def wenk(self) -> str:
        """Return the name and what follows from it."""
        return "\n".join(deel for deel in (self.accessibleName(), self.gebied.uitleg) if deel)

    def zet_vorm(self, vorm: Vorm, eenheid: float, platen: Sequence[tuple[str, Vorm]] = ()) -> None:
        """Stand here, at this size."""
        rand = math.ceil(_rand(self._thema, eenheid))
        links, boven = round(vorm.x) - rand, round(vorm.y) - rand
        self._eenheid = eenheid
        self._vorm = QRectF(vorm.x - links, vorm.y - boven, vorm.breed, vorm.hoog)
        self._platen = [(t, QRectF(v.x - links, v.y - boven, v.breed, v.hoog)) for t, v in platen]
        self.setGeometry(links, boven, round(vorm.breed) + 2 * rand, round(vorm.hoog) + 2 * rand)
        self._masker()

    def hitButton(self, pos: QPoint) -> bool:
        """Whether a click is on the shape or on its plate."""
        teller = self.teller()
        pad = QPainterPath()
        pad.addRoundedRect(self._vorm, self._straal(), self._straal())
        return pad.contains(QPointF(pos)) or (teller is not None and teller[1].contains(pos))

    def teller(self) -> tuple[str, QRectF] | None:
        """Return the plate with what is open, and where; None where nothing is."""
        tekst = open_gevallen(self._aantal)
        if not tekst:
            return None
        meting = QFontMetricsF(_pilfont(self._thema, self._eenheid))
        breed, hoog = meting.horizontalAdvance(tekst) + 14 * self._eenheid, meting.height() + 4
        v, e = self._vorm, self._eenheid
        if self.gebied.soort == "melding":
            return tekst, QRectF(v.center().x() - breed / 2, v.top() + 10 * e, breed, hoog)
        rechts = v.right() - min(v.height() * 0.25, 14 * e)
        if self.gebied.nummer:
            # beside the word, so that it never covers the answer above the question
            return tekst, QRectF(rechts - breed, v.top() + 4 * e, breed, hoog)
        return tekst, QRectF(rechts - breed, max(v.top() - hoog * 0.7, 0), breed, hoog)

    def regels(self) -> list[tuple[QFont, str, QRectF]]:
        """Return what is written: letter, line, and the place it has; every line fits."""
        v, e = self._vorm, self._eenheid
        if self.gebied.soort == "afweging":
            tekst = v.adjusted(v.height(), 3 * e, -v.height() * 0.3, -3 * e)
            half = tekst.height() / 2
            return [
                (self._passend(self.naam, 15, QFont.Weight.Bold, tekst.width()), self.naam, _deel(tekst, 0, half)),
                (
                    self._passend(self.gebied.regel, 13, QFont.Weight.Normal, tekst.width()),
                    self.gebied.regel,
                    _deel(tekst, half, half),
                ),
            ]
        if self.gebied.soort == "melding":
            return self._zuilregels()
        font = self._passend(self.naam, 13, QFont.Weight.DemiBold, v.width() - 12 * e)
        return [(font, self.naam, v)]

    def platen(self) -> list[tuple[QFont, str, QRectF]]:
        """Return the norms on the pillar: letter, words, plate."""
        return [(self._passend(t, 13, QFont.Weight.DemiBold, v.width() - 8), t, v) for t, v in self._platen]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the region in its state."""
        thema, p, v = self._thema, QPainter(self), self._vorm
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        over, zuil = self.underMouse() or self.isDown(), self.gebied.soort == "melding"
        straal, hue = self._straal(), self.gebied.hue
        if self.hasFocus():
            p.setPen(QPen(thema.kleur("focus"), 3))
            p.setBrush(thema.kleur("papier"))
            p.drawRoundedRect(v.adjusted(-4, -4, 4, 4), straal + 4, straal + 4)
        if zuil:
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(over_kleur(thema, hue) if over else thema.kleur(hue))
        else:
            dikte = max(2.0, 2 * self._eenheid) + (1 if over else 0)
            p.setPen(QPen(thema.kleur(hue), dikte))
            p.setBrush(thema.kleur("kaart_over" if over else "kaart"))
            v = v.adjusted(dikte / 2, dikte / 2, -dikte / 2, -dikte / 2)
        p.drawRoundedRect(v, straal, straal)
        if self.gebied.nummer:
            self._teken_nummer(p)
        if zuil:
            thema.teken_icoon(p, self._zuilicoon(), self.gebied.icoon, "op_meldcode")
        p.setPen(thema.kleur("op_meldcode" if zuil else "inkt"))
        kant = Qt.AlignmentFlag.AlignLeft if self.gebied.nummer else Qt.AlignmentFlag.AlignHCenter
        for font, regel, vak in self.regels():
            p.setFont(font)
            p.drawText(vak, kant | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, regel)
        for font, norm, vak in self.platen():
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(thema.kleur("kaart"))
            p.drawRoundedRect(vak, 8 * self._eenheid, 8 * self._eenheid)
            p.setFont(font)
            p.setPen(thema.kleur("inkt"))
            p.drawText(vak, Qt.AlignmentFlag.AlignCenter, norm)
        if (teller := self.teller()) is not None:
            _pil(p, thema, teller[1], teller[0], hue, "op_rol", _pilfont(thema, self._eenheid))

    def _teken_nummer(self, p: QPainter) -> None:
        thema, v = self._thema, self._vorm
        maat = v.height() * 0.7
        cirkel = QRectF(v.left() + (v.height() - maat) / 2, v.top() + (v.height() - maat) / 2, maat, maat)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(thema.kleur("meldcode"))
        p.drawEllipse(cirkel)
        p.setPen(thema.kleur("op_meldcode"))
        p.setFont(self._letter(17, QFont.Weight.Bold))
        p.drawText(cirkel, Qt.AlignmentFlag.AlignCenter, str(self.gebied.nummer))

    def _zuilicoon(self) -> QRectF:
        v, maat = self._vorm, 34 * self._eenheid
        return QRectF(v.center().x() - maat / 2, v.top() + 34 * self._eenheid, maat, maat)

    def _zuilregels(self) -> list[tuple[QFont, str, QRectF]]:
        """The name and the line below it, each in as many lines as it needs, above the first plate."""
        v, uit = self._vorm, list[tuple[QFont, str, QRectF]]()
        breed, y = v.width() - 12 * self._eenheid, self._zuilicoon().bottom() + 6 * self._eenheid
        for tekst, maat, dik in ((self.naam, 17, QFont.Weight.Bold), (self.gebied.regel, 13, QFont.Weight.Normal)):
            font = self._letter(maat, dik)
            meting = QFontMetricsF(font)
            regels = next((r for n in (1, 2, 3) if (r := breek(tekst, [breed] * n, meting.horizontalAdvance))), [tekst])
            for regel in regels:
                uit.append((font, regel, QRectF(v.left() + (v.width() - breed) / 2, y, breed, meting.height())))
                y += meting.height()
            y += 6 * self._eenheid
        return uit

    def _letter(self, maat: int, dik: QFont.Weight) -> QFont:
        font = self._thema.font("basis", dik)
        font.setPixelSize(round(maat * self._eenheid))
        return font

    def _passend(self, tekst: str, maat: int, dik: QFont.Weight, breed: float) -> QFont:
        """Return the letter of this size, a little smaller where the words ask for it; never unreadable."""
        font = self._letter(maat, dik)
        while QFontMetricsF(font).horizontalAdvance(tekst) > breed and font.pixelSize() > self._thema.px(_MINST):
            font.setPixelSize(font.pixelSize() - 1)
        return font

    def _straal(self) -> float:
        if self.gebied.soort == "melding":
            return 18 * self._eenheid
        return self._vorm.height() / 2

    def _masker(self) -> None:
        # the shape, the ring of its focus and its plate take the mouse; nothing of the room around them
        pad = QPainterPath()
        ruim = self._straal() + 7
        pad.addRoundedRect(self._vorm.adjusted(-7, -7, 7, 7), ruim, ruim)
        vorm = QRegion(pad.toFillPolygon().toPolygon())
        if (teller := self.teller()) is not None:
            vorm = vorm.united(QRegion(teller[1].toAlignedRect().adjusted(-1, -1, 1, 1)))
        self.setMask(vorm.intersected(QRegion(self.rect())))


def _deel(vak: QRectF, boven: float, hoog: float) -> QRectF:
    return QRectF(vak.left(), vak.top() + boven, vak.width(), hoog)
