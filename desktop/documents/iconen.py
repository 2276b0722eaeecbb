"""Icons in PDFs: from the Phosphor letter file as letters, and the two of a role that it lacks as lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from desktop.assets import icon_code, icon_font
from desktop.documents.styles import Kleur


@cache
def _letters() -> str:
    naam = "Vangnet-iconen"
    pdfmetrics.registerFont(TTFont(naam, str(icon_font())))
    return naam


def teken_icoon(canvas: Canvas, naam: str, x: float, y: float, maat: float, kleur: Kleur) -> None:
    """Draw an icon that fills a square with its middle at (x, y). Raises KeyError for an unknown name."""
    if naam not in _GETEKEND:
        canvas.setFont(_letters(), maat)
        canvas.setFillColorRGB(*kleur)
        # its letters fill their square from the base line up
        canvas.drawString(x - maat / 2, y - maat / 2, icon_code(naam))
        return
    canvas.saveState()
    # in the square of 256 with y downward in which the program draws them on screen too
    canvas.translate(x - maat / 2, y + maat / 2)
    canvas.scale(maat / 256, -maat / 256)
    canvas.setLineWidth(16)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.setStrokeColorRGB(*kleur)
    pad = canvas.beginPath()
    _GETEKEND[naam](pad)
    canvas.drawPath(pad)
    canvas.restoreState()


def _boog(pad: PDFPathObject, x: float, y: float, zijde: float, begin: float, draai: float) -> None:
    # angles as Qt has them: upward is positive, also where y goes down
    pad.arcTo(x, y, x + zijde, y + zijde, -begin, -draai)


def _stethoscope(pad: PDFPathObject) -> None:
    pad.moveTo(84, 36)
    pad.lineTo(68, 36)
    _boog(pad, 48, 36, 32, 90, 90)
    pad.lineTo(48, 104)
    _boog(pad, 48, 56, 96, 180, 180)
    pad.lineTo(144, 52)
    _boog(pad, 112, 36, 32, 0, 90)
    pad.lineTo(108, 36)
    pad.moveTo(96, 152)
    pad.lineTo(96, 168)
    _boog(pad, 96, 116, 104, 180, 180)
    pad.lineTo(200, 148)
    pad.circle(200, 126, 22)


def _helping_hand(pad: PDFPathObject) -> None:
    pad.moveTo(150, 108)
    pad.lineTo(118, 74)
    _boog(pad, 110, 38, 42, 225, -180)
    _boog(pad, 148, 38, 42, 135, -180)
    pad.lineTo(150, 108)
    pad.moveTo(20, 140)
    pad.lineTo(64, 140)
    pad.lineTo(96, 124)
    pad.lineTo(136, 124)
    _boog(pad, 120, 124, 32, 90, -180)
    pad.lineTo(104, 156)
    pad.moveTo(150, 152)
    pad.lineTo(208, 124)
    _boog(pad, 200, 122, 34, 110, -170)
    pad.lineTo(142, 212)
    pad.lineTo(20, 212)


_GETEKEND: Mapping[str, Callable[[PDFPathObject], None]] = {
    "stethoscope": _stethoscope,
    "helping-hand": _helping_hand,
}
