"""The meldcode drawing: grounds, lines and words behind, every region in front of them a button."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.home.meetkunde import Cirkel, buur
from desktop.views.meldcode.gebieden import GEBIEDEN
from desktop.views.meldcode.meetkunde import SMAL, Lijn, Tekening, Tekst, Vorm, hoogte, teken
from desktop.views.meldcode.regio import MeldBalk, MeldCirkel
from desktop.views.theme import Thema

_KANT = {
    "links": Qt.AlignmentFlag.AlignLeft,
    "midden": Qt.AlignmentFlag.AlignHCenter,
    "rechts": Qt.AlignmentFlag.AlignRight,
}


class MeldcodeTekening(QWidget):
    """Fills the width it gets and takes the height it needs. `gekozen` carries the page of the plan.

    `bezocht` carries a region that an arrow key went to: it may lie outside what is in view.
    """

    gekozen = Signal(str)
    bezocht = Signal(QWidget)

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._hoogte = 0
        self.tekening: Tekening = teken(SMAL, 0)
        self.regios: dict[str, MeldCirkel | MeldBalk] = {}
        for gebied in GEBIEDEN:
            rond = gebied.soort in ("persoon", "cirkel")
            regio = MeldCirkel(thema, gebied, self) if rond else MeldBalk(thema, gebied, self)
            regio.clicked.connect(lambda _=False, sleutel=gebied.sleutel: self.gekozen.emit(sleutel))
            regio.pijl.connect(lambda dx, dy, sleutel=gebied.sleutel: self._pijl(sleutel, dx, dy))
            self.regios[gebied.sleutel] = regio
        self.setAccessibleName("Tekening van de meldcode: wie wat doet, en de vijf afwegingen")
        beleid = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        beleid.setHeightForWidth(True)
        self.setSizePolicy(beleid)

    def zet(self, gevallen: Mapping[str, int]) -> None:
        """Show how many cases are open at each region, by the key of its page; none where it is not named."""
        for sleutel, regio in self.regios.items():
            regio.zet_aantal(gevallen.get(sleutel, 0))

    def zet_hoogte(self, hoog: int) -> None:
        """Say how much height there is to fill; the drawing takes more where it needs more."""
        if hoog != self._hoogte:
            self._hoogte = hoog
            self.updateGeometry()
            self._plaats()

    def heightForWidth(self, width: int) -> int:
        """The height that this width asks for."""
        return math.ceil(hoogte(width, self._hoogte, self._thema.schaal))

    def minimumSizeHint(self) -> QSize:
        """The narrowest drawing; how high it becomes follows from the width."""
        return QSize(self._thema.px(SMAL), self.heightForWidth(max(self.width(), self._thema.px(SMAL))))

    def sizeHint(self) -> QSize:
        """No larger: it grows with the page."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out again."""
        super().resizeEvent(event)
        self._plaats()

    def letter(self, tekst: Tekst) -> QFont:
        """Return the letter of words on the drawing."""
        dik = {"antwoord": QFont.Weight.Bold, "eerst": QFont.Weight.DemiBold}.get(tekst.soort, QFont.Weight.Normal)
        font = self._thema.font("klein", dik)
        font.setPixelSize(round((15 if tekst.soort == "eerst" else 13) * self.tekening.eenheid))
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what stands behind the regions."""
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        for vlak in self.tekening.vlakken:
            if vlak.soort != "spoed":
                p.setPen(QPen(self._thema.kleur("ring_lijn"), 1.5))
                p.setBrush(self._thema.kleur("ring_buiten" if vlak.soort == "wie" else "ring_binnen"))
                straal = 22 * self.tekening.eenheid
                p.drawRoundedRect(_rect(vlak.vak), straal, straal)
        self._teken_spoed(p)
        for lijn in self.tekening.lijnen:
            self._teken_lijn(p, lijn)
        for tekst in self.tekening.teksten:
            if tekst.soort != "norm":
                self._teken_tekst(p, tekst)

    def _plaats(self) -> None:
        self.tekening = teken(self.width(), self._hoogte, self._thema.schaal)
        t = self.tekening
        normen = [(tekst.tekst, tekst.vak) for tekst in t.teksten if tekst.soort == "norm"]
        for sleutel, regio in self.regios.items():
            if isinstance(regio, MeldBalk):
                regio.zet_vorm(t.vormen[sleutel], t.eenheid, normen if regio.gebied.soort == "melding" else ())
            else:
                regio.zet_vorm(t.vormen[sleutel], t.eenheid)
        self.update()

    def _teken_spoed(self, p: QPainter) -> None:
        """The band and the way from it into the pillar are one shape: it goes round every step."""
        t, e = self.tekening, self.tekening.eenheid
        zuil = _rect(t.vormen["veilig-thuis-melding"])
        band, *strook = [_rect(v.vak) for v in t.vlakken if v.soort == "spoed"]
        omlaag = strook[0] if strook else QRectF(zuil.left(), 0, zuil.width(), zuil.bottom() - 20 * e)
        vorm = QPainterPath()
        vorm.setFillRule(Qt.FillRule.WindingFill)
        vorm.addRoundedRect(band, 24 * e, 24 * e)
        vorm.addRect(QRectF(band.right() - 24 * e, band.bottom() - 24 * e, 24 * e, 24 * e))
        vorm.addRect(QRectF(omlaag.left(), band.center().y(), omlaag.width(), omlaag.bottom() - band.center().y()))
        # a soft inner corner, so that the band flows into what goes down from it
        r = (10 if strook else 18) * e
        vorm.moveTo(omlaag.left(), band.bottom() + r)
        vorm.arcTo(QRectF(omlaag.left() - 2 * r, band.bottom(), 2 * r, 2 * r), 0, 90)
        vorm.lineTo(omlaag.left(), band.bottom())
        vorm.closeSubpath()
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(self._thema.kleur("meldcode"))
        p.drawPath(vorm.simplified())
        maat = 24 * e
        icoon = QRectF(
            band.left() + 16 * e, band.top() + (10 * e + 16 * e - maat / 2 if not t.smal else 10 * e), maat, maat
        )
        self._thema.teken_icoon(p, icoon, "warning", "op_meldcode")

    def _teken_lijn(self, p: QPainter, lijn: Lijn) -> None:
        e = self.tekening.eenheid
        dikte = {"taak": 2.0, "advies": 2.0, "weg": 3.0, "kring": 2.0}[lijn.soort] * e
        pen = QPen(self._thema.kleur(lijn.hue), dikte)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if lijn.soort == "advies":
            pen.setDashPattern([3, 2])
        *begin, eind = (QPointF(x, y) for x, y in lijn.punten)
        hoek = math.atan2(eind.y() - begin[-1].y(), eind.x() - begin[-1].x())
        lang = (11 if lijn.soort == "weg" else 9) * e
        p.setPen(pen)
        p.setBrush(Qt.BrushStyle.NoBrush)
        # the line ends inside its head, else its blunt end would stand out at the tip
        kort = eind - QPointF(math.cos(hoek), math.sin(hoek)) * lang * 0.7 if lijn.pijl else eind
        p.drawPath(_hoekig([*begin, kort], 12 * e))
        if lijn.pijl:
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(self._thema.kleur(lijn.hue))
            zij = [QPointF(math.cos(hoek + d), math.sin(hoek + d)) * lang for d in (2.7, -2.7)]
            p.drawPolygon(QPolygonF([eind, *(eind + ver for ver in zij)]))

    def _teken_tekst(self, p: QPainter, tekst: Tekst) -> None:
        p.setFont(self.letter(tekst))
        p.setPen(self._thema.kleur("op_meldcode" if tekst.soort == "eerst" else "inkt"))
        wijze = _KANT[tekst.zijde] | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        p.drawText(_rect(tekst.vak), wijze, tekst.tekst)

    def _pijl(self, van: str, dx: int, dy: int) -> None:
        middens = {s: Cirkel(v.mx, v.my, min(v.breed, v.hoog) / 2) for s, v in self.tekening.vormen.items()}
        naar = buur(van, middens, dx, dy)
        if naar is not None:
            self.regios[naar].setFocus(Qt.FocusReason.OtherFocusReason)
            self.bezocht.emit(self.regios[naar])


def _rect(vorm: Vorm) -> QRectF:
    return QRectF(vorm.x, vorm.y, vorm.breed, vorm.hoog)


def _hoekig(punten: list[QPointF], straal: float) -> QPainterPath:
    """Return a path along the points with its corners rounded."""
    pad = QPainterPath(punten[0])
    for n in range(1, len(punten) - 1):
        hier = punten[n]
        for ander, teken_lijn in ((punten[n - 1], True), (punten[n + 1], False)):
            ver = ander - hier
            lang = math.hypot(ver.x(), ver.y()) or 1.0
            stop = hier + ver * (min(straal, lang / 2) / lang)
            if teken_lijn:
                pad.lineTo(stop)
            else:
                pad.quadTo(hier, stop)
    pad.lineTo(punten[-1])
    return pad
