"""The face of Vangnet before a vault is open: a net of roles around the pupil, painted, no image file."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF, QSize, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.qtgetallen import LOPEND, REGEL_MIDDEN
from desktop.views.theme import Thema
from desktop.views.tokens import DONKER

_BUITEN = ("directeur", "ib", "aandachtsfunctionaris", "extern", "vertrouwenspersoon")
_BINNEN = ("leerkracht", "ouders", "ondersteunend")
_DRADEN = 15
_DRAAI = 3
"""How many threads a thread crosses on its way out, in each direction; they meet at every sixth of the way."""
_HART = 0.27
_PUNTEN = 24


class MerkPaneel(QWidget):
    """The coloured half: wordmark, net and two sentences, which a screen reader says too. Nothing to click."""

    def __init__(self, thema: Thema, zin: str, onder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._zin = zin
        self._onder = onder
        self._versierd = False
        self.setProperty("vlak", "merk")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(f"Vangnet. {zin} {onder}".strip())
        thema.gewijzigd.connect(self.update)

    def sizeHint(self) -> QSize:
        """It takes what is left."""
        return QSize(self._thema.px(520), self._thema.px(480))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, net and words for the size of this moment; the very first time the net comes a moment later."""
        thema, p = self._thema, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        binnen = teken_grond(p, thema, QRectF(self.rect()), effen=not self._versierd)
        onderkant = self._woorden(p, binnen)
        if not self._versierd:
            # where one types is there first: the net costs a tenth of the time to the first window
            self._versierd = True
            QTimer.singleShot(0, self, self.update)
            return
        ruimte = QRectF(binnen.left(), binnen.top() + thema.px(72), binnen.width(), 0)
        ruimte.setBottom(onderkant - thema.px(32))
        straal = min(ruimte.width() * 0.5, ruimte.height() * 0.5, thema.px(300))
        if straal >= thema.px(70):
            self._net(p, ruimte.center(), straal)

    def _woorden(self, p: QPainter, vak: QRectF) -> float:
        """Paint the sentences at the bottom; returns where the sentences begin."""
        thema = self._thema
        onder = vak.bottom()
        for tekst, letter, ruimte, dekking in (
            (self._onder, thema.font("basis"), 8, 0.85),
            (self._zin, thema.font("kop", QFont.Weight.DemiBold), 0, 1.0),
        ):
            if not tekst:
                continue
            p.setFont(letter)
            hoog = p.boundingRect(QRectF(0, 0, min(vak.width(), thema.px(460)), 10_000), LOPEND, tekst).height()
            onder -= hoog
            p.setOpacity(dekking)
            p.drawText(QRectF(vak.left(), onder, min(vak.width(), thema.px(460)), hoog + 2), LOPEND, tekst)
            onder -= thema.px(ruimte)
        p.setOpacity(1.0)
        return onder

    def _net(self, p: QPainter, midden: QPointF, straal: float) -> None:
        from PySide6.QtGui import QRadialGradient

        gloed = QRadialGradient(midden, straal * 1.15)
        licht = self._thema.kleur("op_rail")
        for plek, dekking in ((0.0, 0.16), (0.55, 0.06), (1.0, 0.0)):
            kleur = QColor(licht)
            kleur.setAlphaF(dekking)
            gloed.setColorAt(plek, kleur)
        # it fades to nothing at its edge: a square shows the same and is painted in a fraction of the time
        p.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        p.fillRect(_vierkant(midden, straal * 1.15), gloed)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        draad = QColor(licht)
        draad.setAlphaF(0.28)
        p.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        p.setPen(QPen(draad, max(1.0, straal / 240)))
        for n in range(_DRADEN):
            for kant in (-1, 1):
                p.drawPolyline([_knooppunt(midden, straal, n, kant, punt / _PUNTEN) for punt in range(_PUNTEN + 1)])
        p.drawEllipse(midden, straal, straal)
        for rollen, deel, maat in ((_BUITEN, 1.0, 0.060), (_BINNEN, 4 / (2 * _DRAAI), 0.046)):
            stap = _DRADEN // len(rollen)
            for n, rol in enumerate(rollen):
                # where two threads cross; the ground there is always dark, whatever the theme
                knoop = _op(midden, straal * _ver(deel), n * stap / _DRADEN)
                self._knoop(p, knoop, straal * maat, DONKER.rollen[rol])
        self._leerling(p, midden, straal * _HART)

    def _knoop(self, p: QPainter, plek: QPointF, straal: float, kleur: str) -> None:
        p.setPen(QPen(self._thema.kleur("rail"), straal * 0.5))
        p.setBrush(QColor(kleur))
        p.drawEllipse(plek, straal, straal)

    def _leerling(self, p: QPainter, midden: QPointF, straal: float) -> None:
        p.setPen(QPen(self._thema.kleur("rail"), straal * 0.1))
        p.setBrush(QColor(DONKER.rollen["leerling"]))
        p.drawEllipse(midden, straal, straal)
        zij = straal * 1.1
        vak = QRectF(midden.x() - zij / 2, midden.y() - zij / 2, zij, zij)
        self._thema.teken_icoon(p, vak, "graduation-cap", "rail")


def teken_grond(p: QPainter, thema: Thema, vak: QRectF, effen: bool = False) -> QRectF:
    """Paint the coloured ground (`effen`: in one colour) and the wordmark on it; returns what is within the margins.

    The painter writes in the colour of the style sheet's "merk".
    """
    if effen:
        vlak = QPainterPath()
        vlak.addRect(vak)
        p.fillPath(vlak, thema.kwast("rail"))
    else:
        from PySide6.QtGui import QLinearGradient

        grond = QLinearGradient(vak.topLeft(), vak.bottomRight())
        grond.setColorAt(0, thema.kleur("rail"))
        grond.setColorAt(1, thema.kleur("rail_actief"))
        p.fillRect(vak, grond)
    marge = thema.px(40 if vak.width() >= thema.px(380) else 24)
    binnen = vak.adjusted(marge, marge, -marge, -marge)
    p.setFont(thema.font("titel", QFont.Weight.Bold))
    maat = thema.px(32)
    thema.teken_icoon(p, QRectF(binnen.left(), binnen.top() + thema.px(4), maat, maat), "shield-check", "op_rail")
    ruimte = QRectF(binnen.left() + maat + thema.px(12), binnen.top(), binnen.width() - maat, thema.px(40))
    p.drawText(ruimte, REGEL_MIDDEN, "Vangnet")
    return binnen


def _vierkant(midden: QPointF, straal: float) -> QRectF:
    return QRectF(midden.x() - straal, midden.y() - straal, 2 * straal, 2 * straal)


def _op(midden: QPointF, straal: float, deel: float) -> QPointF:
    """Return the point at this distance; `deel` goes round once from 0 to 1, from the top."""
    hoek = 2 * pi * deel - pi / 2
    return QPointF(midden.x() + straal * cos(hoek), midden.y() + straal * sin(hoek))


def _ver(deel: float) -> float:
    """Return how far from the middle a thread is after this part of its way; meshes grow outward."""
    return float(_HART ** (1 - deel))


def _knooppunt(midden: QPointF, straal: float, n: int, kant: int, deel: float) -> QPointF:
    """Return a point of the n-th thread that turns to one side."""
    return _op(midden, straal * _ver(deel), (n + kant * _DRAAI * deel) / _DRADEN)
