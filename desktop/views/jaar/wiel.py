"""The year wheel: a ring of twelve months from August on, each a real button with its tasks as signs, today marked."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.models.schooljaar import Periode
from desktop.services.jaartaak import Stand, Taak
from desktop.views.home.regio import Gebiedknop
from desktop.views.jaar.woorden import JAARMAANDEN, in_maand, maandnaam, telwoorden
from desktop.views.theme import Thema

_HOEK = 360 / 12
_BINNEN = 0.46
"""The inner radius, as a part of the outer one."""
_HART = 0.735
"""How far from the middle the name and the signs of a month stand."""
_KIER = 1.2
"""Degrees between two months."""
_PER_RIJ = 5
_RIJEN = 3
SOORTEN = (Stand.TE_LAAT, Stand.OPEN, Stand.NAAR_KEUZE, Stand.GEDAAN, Stand.OVERGESLAGEN)
"""The signs in the order in which a month shows them: what asks for attention first."""
_KLEUR = {
    Stand.TE_LAAT: "gevaar",
    Stand.OPEN: "accent",
    Stand.NAAR_KEUZE: "zacht",
    Stand.GEDAAN: "goed",
    Stand.OVERGESLAGEN: "zacht",
}


def teken_stand(p: QPainter, thema: Thema, stand: Stand, x: float, y: float, straal: float) -> None:
    """Draw the sign of a state; each has a shape of its own, so that nothing hangs on the colour."""
    kleur = thema.kleur(_KLEUR[stand])
    pen = QPen(kleur, max(1.4, straal * 0.34))
    p.setPen(pen)
    p.setBrush(Qt.BrushStyle.NoBrush)
    midden = QPointF(x, y)
    if stand is Stand.TE_LAAT:
        p.setBrush(kleur)
        hoog = straal * 1.15
        p.drawPolygon(
            QPolygonF([QPointF(x, y - hoog), QPointF(x + hoog, y + hoog * 0.8), QPointF(x - hoog, y + hoog * 0.8)])
        )
    elif stand is Stand.GEDAAN:
        p.setBrush(kleur)
        p.drawEllipse(midden, straal, straal)
        p.setPen(QPen(thema.kleur("kaart"), max(1.3, straal * 0.38)))
        p.drawPolyline(
            QPolygonF(
                [
                    QPointF(x - straal * 0.5, y),
                    QPointF(x - straal * 0.1, y + straal * 0.42),
                    QPointF(x + straal * 0.55, y - straal * 0.4),
                ]
            )
        )
    elif stand is Stand.OVERGESLAGEN:
        p.drawLine(QPointF(x - straal, y), QPointF(x + straal, y))
    elif stand is Stand.NAAR_KEUZE:
        pen.setStyle(Qt.PenStyle.DotLine)
        p.setPen(pen)
        p.drawEllipse(midden, straal, straal)
    else:
        p.drawEllipse(midden, straal, straal)


class MaandKnop(Gebiedknop):
    """One month of the ring."""

    def __init__(self, thema: Thema, maand: int, parent: QWidget) -> None:
        super().__init__(thema, maandnaam(maand), parent)
        self.maand = maand
        self.gekozen = False
        self.nu = False
        self._taken: Sequence[Taak] = ()
        self._vorm = QPainterPath()
        self._midden = QPointF()
        self._buiten = 1.0
        self._begin = 0.0

    def zet(self, taken: Sequence[Taak], *, nu: bool) -> None:
        """Show its tasks, and whether it is this month."""
        self._taken, self.nu = taken, nu
        self.setAccessibleName(f"{self.naam}, {telwoorden(taken)}{', deze maand' if nu else ''}")
        self.update()

    def zet_gekozen(self, gekozen: bool) -> None:
        """Show whether its tasks stand beside the ring. Not by checking it: a screen reader would call it a box."""
        self.gekozen = gekozen
        self.setAccessibleDescription("De taken staan in de lijst ernaast" if gekozen else "")
        self.update()

    def plaats(self, midden: QPointF, buiten: float, nummer: int) -> None:
        """Stand at the place of this number (0 is the first month, at the top) around a middle."""
        self._begin = 90 - nummer * _HOEK - _HOEK
        self._buiten = buiten
        vorm = _segment(midden, buiten, buiten * _BINNEN, self._begin + _KIER / 2, _HOEK - _KIER)
        rand = vorm.boundingRect().adjusted(-3, -3, 3, 3)
        links, boven = math.floor(rand.x()), math.floor(rand.y())
        self.setGeometry(links, boven, math.ceil(rand.width()) + 1, math.ceil(rand.height()) + 1)
        self._midden = QPointF(midden.x() - links, midden.y() - boven)
        self._vorm = vorm.translated(-links, -boven)
        # the mask is a little wider than the shape: the ring of the focus is drawn on its edge
        masker = _segment(self._midden, buiten + 3, buiten * _BINNEN - 3, self._begin, _HOEK)
        self.setMask(QRegion(masker.toFillPolygon().toPolygon()))
        self.update()

    def hitButton(self, pos: QPoint) -> bool:
        """Whether a click is within the shape."""
        return self._vorm.contains(QPointF(pos))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the month in its state."""
        thema, p = self._thema, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        grond = "accent_zacht" if self.gekozen else "kaart_over" if self.underMouse() or self.isDown() else "kaart"
        p.fillPath(self._vorm, thema.kleur(grond))
        if self.hasFocus():
            p.setPen(QPen(thema.kleur("focus"), 3))
        else:
            p.setPen(QPen(thema.kleur("accent" if self.gekozen else "veldrand"), 2 if self.gekozen else 1))
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawPath(self._vorm)
        self._teken_inhoud(p)

    def _op(self, ver: float) -> QPointF:
        """Return the place in the middle of the shape, so far from the middle of the ring."""
        hoek = math.radians(self._begin + _HOEK / 2)
        return QPointF(self._midden.x() + ver * math.cos(hoek), self._midden.y() - ver * math.sin(hoek))

    def _tekens(self) -> tuple[Sequence[Stand], int]:
        """Return the signs that show, in order, and how many more there are."""
        volgorde = sorted((t.stand for t in self._taken), key=SOORTEN.index)
        passen = _PER_RIJ * _RIJEN
        return (volgorde, 0) if len(volgorde) <= passen else (volgorde[: passen - 2], len(volgorde) - passen + 2)

    def naamvak(self) -> tuple[str, QRectF]:
        """Return the name as it fits, and its place: as far outward as is needed for its corners to be in the shape."""
        meting = QFontMetricsF(self._letter())
        rijen = math.ceil(len(self._tekens()[0]) / _PER_RIJ)
        hoog = meting.height()
        blok = hoog + rijen * self._stap()

        def vak(tekst: str, ver: float) -> QRectF:
            hart, breed = self._op(ver * self._buiten), meting.horizontalAdvance(tekst) + 4
            return QRectF(hart.x() - breed / 2, hart.y() - blok / 2, breed, hoog)

        for tekst in (self.naam, self.naam[:3]):
            for ver in (_HART, _HART + 0.03, _HART + 0.06, _HART + 0.09):
                if self._vorm.contains(vak(tekst, ver)):
                    return tekst, vak(tekst, ver)
        return self.naam[:3], vak(self.naam[:3], _HART)

    def _stap(self) -> float:
        return self._straal() * 2.9

    def _straal(self) -> float:
        return max(self._buiten * 0.021, 3.4)

    def _teken_inhoud(self, p: QPainter) -> None:
        """The name, and below it the signs in rows: upright everywhere, whatever the angle of the month."""
        tonen, meer = self._tekens()
        straal, stap, rijen = self._straal(), self._stap(), math.ceil(len(tonen) / _PER_RIJ)
        tekst, naamvak = self.naamvak()
        hart = naamvak.center()
        self._teken_naam(p, self._letter(), tekst, QRectF(hart.x() - 60, naamvak.top(), 120, naamvak.height()))
        for rij in range(rijen):
            deel = tonen[rij * _PER_RIJ : (rij + 1) * _PER_RIJ]
            erbij = meer if rij == rijen - 1 else 0
            breed = stap * (len(deel) - 1 + (2 if erbij else 0))
            x, midden = hart.x() - breed / 2, naamvak.bottom() + stap * (rij + 0.6)
            for n, stand in enumerate(deel):
                teken_stand(p, self._thema, stand, x + n * stap, midden, straal)
            if erbij:
                p.setFont(self._thema.font("klein", QFont.Weight.DemiBold))
                p.setPen(self._thema.kleur("zacht"))
                vak = QRectF(x + len(deel) * stap - straal, midden - 10, 30, 20)
                p.drawText(vak, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, f"+{erbij}")

    def _letter(self) -> QFont:
        """Return the letter of the name."""
        return self._thema.font("klein", QFont.Weight.Bold if self.nu or self.gekozen else QFont.Weight.DemiBold)

    def _teken_naam(self, p: QPainter, font: QFont, tekst: str, vak: QRectF) -> None:
        thema = self._thema
        p.setFont(font)
        p.setPen(thema.kleur("kop" if self.nu or self.gekozen else "inkt"))
        p.drawText(vak, Qt.AlignmentFlag.AlignCenter, tekst)
        if self.nu:
            breed = QFontMetricsF(font).horizontalAdvance(tekst)
            p.fillRect(QRectF(vak.center().x() - breed / 2, vak.bottom() - 2, breed, 2), thema.kleur("accent"))


class Jaarwiel(QWidget):
    """Twelve months around the name of the year; `gekozen` carries the month (1-12) that was pressed."""

    gekozen = Signal(int)

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._jaar: Periode | None = None
        self._vandaag: date | None = None
        self._taken: Sequence[Taak] = ()
        self._hoog = thema.px(520)
        self.setAccessibleName("Jaarwiel")
        self.maanden = {maand: MaandKnop(thema, maand, self) for maand in JAARMAANDEN}
        for maand, knop in self.maanden.items():
            knop.clicked.connect(lambda _=False, m=maand: self.gekozen.emit(m))
            knop.pijl.connect(lambda dx, dy, m=maand: self._stap(m, dx, dy))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def zet(self, jaar: Periode, taken: Sequence[Taak], vandaag: date, maand: int | None) -> None:
        """Show a school year; `maand` is the one whose tasks stand beside it, None for another list."""
        self._jaar, self._taken, self._vandaag = jaar, taken, vandaag
        for nummer, knop in self.maanden.items():
            knop.zet(in_maand(taken, nummer), nu=jaar.bevat(vandaag) and nummer == vandaag.month)
            knop.zet_gekozen(nummer == maand)
        self.update()

    def zet_hoogte(self, hoog: int) -> None:
        """Say how much room there is: in a low window it is smaller, so that it is seen whole."""
        self._hoog = max(hoog, self._thema.px(330))
        self.setMaximumHeight(self._hoog)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """It is as high as it is wide, where there is room."""
        return min(width, self._hoog)

    def sizeHint(self) -> QSize:
        """Room for the names of the months in whole words."""
        return QSize(self._thema.px(440), min(self._thema.px(440), self._hoog))

    def minimumSizeHint(self) -> QSize:
        """Smaller is possible, with short names."""
        return QSize(self._thema.px(300), min(self._thema.px(300), self._hoog))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every month its place."""
        super().resizeEvent(event)
        for nummer, knop in enumerate(self.maanden.values()):
            knop.plaats(self._hart(), self._straal(), nummer)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the middle, and where today is on the edge."""
        thema, p, hart, straal = self._thema, QPainter(self), self._hart(), self._straal()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(QPen(thema.kleur("lijn"), 1))
        p.setBrush(thema.kleur("paneel"))
        binnen = straal * _BINNEN - thema.px(8)
        p.drawEllipse(hart, binnen, binnen)
        if self._jaar is None:
            return
        gedaan = sum(1 for t in self._taken if t.stand is Stand.GEDAAN)
        te_laat = sum(1 for t in self._taken if t.stand is Stand.TE_LAAT)
        regels = [
            ("Schooljaar", thema.font("klein"), "zacht"),
            (str(self._jaar), thema.font("groot", QFont.Weight.DemiBold), "kop"),
            (f"{gedaan} van {len(self._taken)} gedaan", thema.font("klein"), "inkt"),
        ]
        if te_laat:
            regels.append((f"{te_laat} te laat", thema.font("klein", QFont.Weight.DemiBold), "gevaar"))
        hoogten = [QFontMetricsF(font).height() * 1.12 for _, font, _ in regels]
        y = hart.y() - sum(hoogten) / 2
        for (tekst, font, kleur), hoog in zip(regels, hoogten, strict=True):
            p.setFont(font)
            p.setPen(thema.kleur(kleur))
            p.drawText(QRectF(hart.x() - binnen, y, 2 * binnen, hoog), Qt.AlignmentFlag.AlignCenter, tekst)
            y += hoog
        if self._vandaag is not None and self._jaar.bevat(self._vandaag):
            self._teken_vandaag(p, hart, straal)

    def _teken_vandaag(self, p: QPainter, hart: QPointF, straal: float) -> None:
        """A wedge outside the ring that points at the day; the month says it in words too."""
        assert self._vandaag is not None
        nummer = JAARMAANDEN.index(self._vandaag.month)
        graden = 90 - (nummer + (self._vandaag.day - 0.5) / 31) * _HOEK
        maat = self._thema.px(9)

        def op(ver: float, hoek: float) -> QPointF:
            return QPointF(hart.x() + ver * math.cos(math.radians(hoek)), hart.y() - ver * math.sin(math.radians(hoek)))

        breed = math.degrees(maat * 0.75 / straal)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(self._thema.kleur("accent"))
        punten = [op(straal + 4, graden), op(straal + 4 + maat, graden + breed), op(straal + 4 + maat, graden - breed)]
        p.drawPolygon(QPolygonF(punten))

    def _hart(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    def _straal(self) -> float:
        return max(min(self.width(), self.height()) / 2 - self._thema.px(16), 40.0)

    def _stap(self, maand: int, dx: int, dy: int) -> None:
        """Arrows go around: right and down to the next month, left and up to the one before."""
        hier = JAARMAANDEN.index(maand)
        self.maanden[JAARMAANDEN[(hier + dx + dy) % 12]].setFocus(Qt.FocusReason.OtherFocusReason)


class Legenda(QWidget):
    """What the signs of the ring mean, in a row that wraps; the names stand beside the signs."""

    _WOORD = (
        (Stand.TE_LAAT, "te laat"),
        (Stand.OPEN, "open"),
        (Stand.NAAR_KEUZE, "naar keuze"),
        (Stand.GEDAAN, "gedaan"),
        (Stand.OVERGESLAGEN, "overgeslagen"),
    )

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self.setAccessibleName("Legenda: " + ", ".join(woord for _, woord in self._WOORD))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Return how high its rows are."""
        return round(self._leg(width)[-1][1] + self._regel())

    def sizeHint(self) -> QSize:
        """All in one row."""
        return QSize(self._thema.px(420), self.heightForWidth(self._thema.px(420)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint signs and words, centred."""
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        straal = self._thema.px(5)
        for (stand, woord), (x, y) in zip(self._WOORD, self._leg(self.width()), strict=True):
            midden = y + self._regel() / 2
            teken_stand(p, self._thema, stand, x + straal, midden, straal)
            p.setFont(self._thema.font("klein"))
            p.setPen(self._thema.kleur("zacht"))
            vak = QRectF(x + 3 * straal, y, 300, self._regel())
            p.drawText(vak, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, woord)

    def _regel(self) -> float:
        return QFontMetricsF(self._thema.font("klein")).height() * 1.3

    def _leg(self, width: int) -> list[tuple[float, float]]:
        """Return the place of each pair; rows are centred."""
        meting, tussen = QFontMetricsF(self._thema.font("klein")), self._thema.px(16)
        breedten = [meting.horizontalAdvance(woord) + 3 * self._thema.px(5) for _, woord in self._WOORD]
        rijen: list[list[float]] = [[]]
        for breed in breedten:
            if rijen[-1] and sum(rijen[-1]) + tussen * len(rijen[-1]) + breed > width:
                rijen.append([])
            rijen[-1].append(breed)
        plaatsen = []
        for nummer, rij in enumerate(rijen):
            x = max((width - sum(rij) - tussen * (len(rij) - 1)) / 2, 0)
            for breed in rij:
                plaatsen.append((x, nummer * self._regel()))
                x += breed + tussen
        return plaatsen


def _segment(midden: QPointF, buiten: float, binnen: float, begin: float, hoek: float) -> QPainterPath:
    """Return a piece of a ring, from `begin` degrees on (counted as in mathematics), `hoek` degrees long."""
    pad = QPainterPath()
    om = QRectF(midden.x() - buiten, midden.y() - buiten, 2 * buiten, 2 * buiten)
    in_ = QRectF(midden.x() - binnen, midden.y() - binnen, 2 * binnen, 2 * binnen)
    pad.arcMoveTo(om, begin)
    pad.arcTo(om, begin, hoek)
    pad.arcTo(in_, begin + hoek, -hoek)
    pad.closeSubpath()
    return pad
