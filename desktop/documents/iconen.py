"""Icons in PDFs: from the Phosphor letter file as letters, and those that it lacks as lines."""

from __future__ import annotations

from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from desktop.assets import icon_code, icon_font
from desktop.documents.styles import Kleur
from desktop.models.iconpaden import DIKTE, PADEN


@cache
def _letters() -> str:
    naam = "Vangnet-iconen"
    pdfmetrics.registerFont(TTFont(naam, str(icon_font())))
    return naam


def teken_icoon(canvas: Canvas, naam: str, x: float, y: float, maat: float, kleur: Kleur) -> None:
    """Draw an icon that fills a square with its middle at (x, y). Raises KeyError for an unknown name."""
    if naam not in PADEN:
        canvas.setFont(_letters(), maat)
        canvas.setFillColorRGB(*kleur)
        # its letters fill their square from the base line up
        canvas.drawString(x - maat / 2, y - maat / 2, icon_code(naam))
        return
    canvas.saveState()
    # in the square of 256 with y downward in which the program draws them on screen too
    canvas.translate(x - maat / 2, y + maat / 2)
    canvas.scale(maat / 256, -maat / 256)
    canvas.setLineWidth(DIKTE)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.setStrokeColorRGB(*kleur)
    pad = canvas.beginPath()
    _trek(pad, naam)
    canvas.drawPath(pad)
    canvas.restoreState()


def _trek(pad: PDFPathObject, naam: str) -> None:
    for streek in PADEN[naam]:
        match streek:
            case ("naar", x, y):
                pad.moveTo(x, y)
            case ("lijn", x, y):
                pad.lineTo(x, y)
            case ("boog", x, y, zijde, begin, draai):
                # angles as Qt has them: upward is positive, also where y goes down
                pad.arcTo(x, y, x + zijde, y + zijde, -begin, -draai)
            case ("rond", x, y, straal):
                pad.circle(x, y, straal)
            case ("vak", x, y, breed, hoog, straal):
                pad.roundRect(x, y, breed, hoog, straal)
