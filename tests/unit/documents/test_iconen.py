"""Icons on paper: those of the letter file as letters, the others as the lines that the screen draws too."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop.documents import page_image
from desktop.documents.iconen import teken_icoon
from desktop.models.iconpaden import PADEN


@pytest.mark.parametrize("naam", [*PADEN, "ear"])
def test_an_icon_fills_its_square_and_nothing_around_it(naam: str) -> None:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(300, 300))
    teken_icoon(canvas, naam, 150, 150, 200, (0, 0, 0))
    canvas.save()
    breed, hoog, pixels = page_image(buffer.getvalue(), 0, 300)
    inkt = [(x, y) for y in range(hoog) for x in range(breed) if pixels[(y * breed + x) * 4] < 128]
    links, rechts = min(x for x, _ in inkt), max(x for x, _ in inkt)
    boven, onder = min(y for _, y in inkt), max(y for _, y in inkt)
    assert links >= 50 and rechts <= 250 and boven >= 50 and onder <= 250
    assert rechts - links > 100 and onder - boven > 100


def test_an_unknown_icon_is_told() -> None:
    with pytest.raises(KeyError):
        teken_icoon(Canvas(BytesIO()), "bestaat-niet", 0, 0, 10, (0, 0, 0))
