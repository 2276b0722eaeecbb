"""The pages of a PDF below each other, drawn as images: only those in view are made, off the user's thread."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScroller, QWidget

from desktop.models.errors import UserError
from desktop.services.beeld import beeld
from desktop.views.theme import Thema
from desktop.views.work import Work

KLEINST, GROOTST = 0.25, 4.0
_PUNT = 96 / 72
"""Pixels of a point at 100%."""
_RUIMTE = 16
_GEHEUGEN = 48 * 1024 * 1024
"""What images of pages out of view may take together."""
_STAP = 1.15


class Bladen(QAbstractScrollArea):
    """Shows a PDF. `breedte` fits the width and follows the window; else `zoom` holds (1.0 is 96 pixels an inch)."""

    pagina_veranderd = Signal(int)
    """The page in view, counted from 0."""
    zoom_veranderd = Signal()
    alles_gezien = Signal()
    """The end of the last page has been in view; once for each PDF."""
    mislukt = Signal(object)
    """A UserError: a page could not be drawn."""

    def __init__(self, thema: Thema, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._work = work
        self._pdf = b""
        self._maten: Sequence[tuple[float, float]] = ()
        self._tops: list[float] = []
        self._ronde = 0
        self._beelden: OrderedDict[int, QImage] = OrderedDict()
        self._bezig = False
        self._fout = False
        self._gezien = False
        self._hier = 0
        self._zoom = 1.0
        self._op_breedte = True
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._gerold)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.viewport().update())
        # a finger moves the pages; the mouse stays for the wheel and the bars
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    # -- what it shows

    def zet(self, pdf: bytes, maten: Sequence[tuple[float, float]]) -> None:
        """Show a PDF with these page sizes in points, from its first page."""
        self._ronde += 1
        self._pdf, self._maten = pdf, maten
        self._beelden.clear()
        self._bezig = self._fout = self._gezien = False
        self._hier = 0
        self._leg_uit()
        self.verticalScrollBar().setValue(0)
        self.pagina_veranderd.emit(0)
        self._vraag()

    def leeg(self) -> None:
        """Forget the PDF and its images."""
        self.zet(b"", ())

    @property
    def aantal(self) -> int:
        """How many pages there are."""
        return len(self._maten)

    @property
    def pagina(self) -> int:
        """The page in view, counted from 0."""
        return self._hier

    @property
    def zoom(self) -> float:
        """How large it is drawn; 1.0 is 96 pixels an inch."""
        return self._zoom

    @property
    def op_breedte(self) -> bool:
        """Whether it follows the width of the window."""
        return self._op_breedte

    def getekend(self) -> tuple[int, ...]:
        """Return the pages whose image is in memory."""
        return tuple(sorted(self._beelden))

    # -- where and how large

    def zet_breedte(self) -> None:
        """Fit the width, and go on doing so."""
        self._op_breedte = True
        self._herleg()

    def zet_zoom(self, zoom: float) -> None:
        """Draw this large, within bounds."""
        self._op_breedte = False
        self._zoom = min(max(zoom, KLEINST), GROOTST)
        self._herleg()

    def stap_zoom(self, stappen: float) -> None:
        """Draw larger or smaller, by steps."""
        self.zet_zoom(self._zoom * _STAP**stappen)

    def ga_naar(self, pagina: int) -> None:
        """Bring the top of a page into view."""
        if self._tops:
            pagina = min(max(pagina, 0), self.aantal - 1)
            self.verticalScrollBar().setValue(round(self._tops[pagina] - self._thema.px(_RUIMTE)))
            # a short last page cannot come to the top
            self._zet_hier(pagina)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, turn pages, zoom."""
        balk, ctrl = self.verticalScrollBar(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Home:
                balk.setValue(balk.minimum())
            case Qt.Key.Key_End:
                balk.setValue(balk.maximum())
            case Qt.Key.Key_PageUp if ctrl:
                self.ga_naar(self._hier - 1)
            case Qt.Key.Key_PageDown if ctrl:
                self.ga_naar(self._hier + 1)
            case Qt.Key.Key_PageUp:
                balk.setValue(balk.value() - balk.pageStep())
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                balk.setValue(balk.value() + balk.pageStep())
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal if ctrl:
                self.stap_zoom(1)
            case Qt.Key.Key_Minus if ctrl:
                self.stap_zoom(-1)
            case Qt.Key.Key_0 if ctrl:
                self.zet_breedte()
            case Qt.Key.Key_1 if ctrl:
                self.zet_zoom(1.0)
            case _:
                super().keyPressEvent(event)
                return
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.stap_zoom(event.angleDelta().y() / 120)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, and keep the same place in view."""
        super().resizeEvent(event)
        self._herleg()

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in view; one that is not there yet is a white sheet."""
        thema, p = self._thema, QPainter(self.viewport())
        p.fillRect(self.viewport().rect(), thema.kleur("paneel"))
        p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for n in self._in_beeld():
            vak = self._vak(n)
            p.setPen(QPen(thema.kleur("lijn"), 1))
            p.setBrush(Qt.GlobalColor.white)  # paper is white, also in the dark
            p.drawRect(vak.adjusted(-0.5, -0.5, 0.5, 0.5))
            if (gemaakt := self._beelden.get(n)) is not None:
                p.drawImage(vak, gemaakt)
            elif self._fout:
                thema.teken_icoon(p, QRectF(vak.center().x() - 24, vak.top() + 48, 48, 48), "warning", "gevaar")
        if self.hasFocus():
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.setPen(QPen(thema.kleur("focus"), 2))
            p.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))

    def _vak(self, n: int) -> QRectF:
        breed, hoog = (zijde * self._zoom * _PUNT for zijde in self._maten[n])
        # on whole pixels of the screen, so that a page is not drawn blurred
        dpr = self.devicePixelRatioF()
        links = max((self._doekbreedte() - breed) / 2, self._thema.px(_RUIMTE)) - self.horizontalScrollBar().value()
        top = self._tops[n] - self.verticalScrollBar().value()
        return QRectF(round(links * dpr) / dpr, round(top * dpr) / dpr, self._pixels(n) / dpr, round(hoog * dpr) / dpr)

    def _pixels(self, n: int) -> int:
        """Return how many pixels of the screen a page is wide."""
        return max(1, round(self._maten[n][0] * self._zoom * _PUNT * self.devicePixelRatioF()))

    def _doekbreedte(self) -> float:
        breedst = max((b for b, _ in self._maten), default=0.0) * self._zoom * _PUNT
        return max(float(self.viewport().width()), breedst + 2 * self._thema.px(_RUIMTE))

    def _in_beeld(self) -> list[int]:
        top = self.verticalScrollBar().value()
        onder = top + self.viewport().height()
        return [
            n
            for n, begin in enumerate(self._tops)
            if begin < onder and begin + self._maten[n][1] * self._zoom * _PUNT > top
        ]

    def _herleg(self) -> None:
        """Lay the pages out again with the same spot at the top."""
        if not self._maten:
            self.viewport().update()
            return
        plek = self._plek()
        self._leg_uit()
        n, deel = plek
        hoog = self._maten[n][1] * self._zoom * _PUNT
        self.verticalScrollBar().setValue(round(self._tops[n] + deel * hoog))
        self._gerold(self.verticalScrollBar().value())
        self.zoom_veranderd.emit()

    def _plek(self) -> tuple[int, float]:
        """Return what stands at the top: a page, and how far down it (negative: the space above it)."""
        top = self.verticalScrollBar().value()
        n = max((k for k, begin in enumerate(self._tops) if begin - self._thema.px(_RUIMTE) <= top), default=0)
        hoog = self._maten[n][1] * self._zoom * _PUNT
        return n, (top - self._tops[n]) / hoog if self._tops else 0.0

    def _leg_uit(self) -> None:
        ruimte = self._thema.px(_RUIMTE)
        if self._op_breedte and self._maten:
            breedst = max(b for b, _ in self._maten)
            # the bar's room is kept free, or a page that just fits would make it come and go
            balk = self.verticalScrollBar().sizeHint().width()
            ruim = self.width() - balk - 2 * ruimte
            self._zoom = min(max(ruim / (breedst * _PUNT), KLEINST), GROOTST)
        y = float(ruimte)
        self._tops = []
        for _, hoog in self._maten:
            self._tops.append(y)
            y += hoog * self._zoom * _PUNT + ruimte
        vlak, staand, liggend = self.viewport(), self.verticalScrollBar(), self.horizontalScrollBar()
        staand.setRange(0, max(0, math.ceil(y) - vlak.height()) if self._maten else 0)
        staand.setPageStep(max(1, vlak.height() - self._thema.px(32)))
        staand.setSingleStep(self._thema.px(40))
        # fitted to the width there is nothing aside, whatever the rounding says
        over = 0 if self._op_breedte else math.ceil(self._doekbreedte()) - vlak.width()
        liggend.setRange(0, max(0, over))
        liggend.setPageStep(vlak.width())
        vlak.update()

    # -- where one is

    def _gerold(self, waarde: int) -> None:
        self.viewport().update()
        if self._tops:
            midden = waarde + self.viewport().height() / 2
            hier = max((n for n, begin in enumerate(self._tops) if begin <= midden), default=0)
            if self.verticalScrollBar().maximum() and waarde >= self.verticalScrollBar().maximum():
                hier = self.aantal - 1
            self._zet_hier(hier)
            self._kijk_of_alles_gezien()
        self._vraag()

    def _zet_hier(self, pagina: int) -> None:
        if pagina != self._hier:
            self._hier = pagina
            self.pagina_veranderd.emit(pagina)

    def _kijk_of_alles_gezien(self) -> None:
        laatste = self.aantal - 1
        onder = self.verticalScrollBar().value() + self.viewport().height()
        einde = self._tops[laatste] + self._maten[laatste][1] * self._zoom * _PUNT
        if not self._gezien and laatste in self._beelden and onder >= einde - 1:
            self._gezien = True
            self.alles_gezien.emit()

    # -- making images

    def _vraag(self) -> None:
        """Ask for one page that is in view and not there in this size; the next is asked when it came."""
        if self._bezig or self._fout or not self.isVisible():
            return
        in_beeld = self._in_beeld()
        for n in (*in_beeld, *self._naast(in_beeld)):
            oud = self._beelden.get(n)
            if oud is None or oud.width() != self._pixels(n):
                self._maak(n)
                return

    def _naast(self, in_beeld: Sequence[int]) -> list[int]:
        """Return the pages beside those in view, as far as memory keeps them: else one would be made for ever."""
        if not in_beeld:
            return []
        naast, over = [], float(_GEHEUGEN)
        for n in (in_beeld[-1] + 1, in_beeld[0] - 1):
            if 0 <= n < self.aantal:
                breed, hoog = self._maten[n]
                over -= 4 * self._pixels(n) * (self._pixels(n) * hoog / breed + 1)
                naast += [n] if over >= 0 else []
        return naast

    def showEvent(self, event: object) -> None:
        """Nothing is made for what nobody sees."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._herleg()

    def _maak(self, n: int) -> None:
        self._bezig = True
        ronde, pdf, breed = self._ronde, self._pdf, self._pixels(n)

        def klaar(gemaakt: QImage) -> None:
            if ronde == self._ronde:
                self._bezig = False
                self._bewaar(n, gemaakt)

        def fout(error: UserError) -> None:
            if ronde == self._ronde:
                self._bezig, self._fout = False, True
                self.viewport().update()
                self.mislukt.emit(error)

        self._work.werk(self, lambda: als_beeld(pdf, n, breed), klaar, fout)

    def _bewaar(self, n: int, gemaakt: QImage) -> None:
        self._beelden[n] = gemaakt
        self._beelden.move_to_end(n)
        zichtbaar = set(self._in_beeld())
        over = sum(b.sizeInBytes() for k, b in self._beelden.items() if k not in zichtbaar) - _GEHEUGEN
        for k in [k for k in self._beelden if k not in zichtbaar]:
            if over <= 0:
                break
            over -= self._beelden.pop(k).sizeInBytes()
        self.viewport().update()
        self._kijk_of_alles_gezien()
        self._vraag()


def als_beeld(pdf: bytes, pagina: int, breedte: int) -> QImage:
    """Return a page as an image of its own memory; for the lane that needs no vault."""
    gemaakt = beeld(pdf, pagina, breedte)
    regel = 4 * gemaakt.breedte
    # copied, because an image does not keep the bytes alive that it was made over
    return QImage(gemaakt.pixels, gemaakt.breedte, gemaakt.hoogte, regel, QImage.Format.Format_RGB32).copy()
