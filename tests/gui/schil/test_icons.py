"""Icons: known, in the colour asked for, at any size, and following the theme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap

from desktop.policy.rollen import laad
from desktop.views.home.home import _SOORT
from desktop.views.home.meetkunde import GEBIEDEN
from desktop.views.icons import Iconen
from desktop.views.plan.formulieren import FORMULIER
from desktop.views.theme import Thema, ThemaKeuze
from desktop.views.widgets import toon_icoon

GETEKEND = ("siren", "stethoscope", "helping-hand")


@pytest.fixture(autouse=True)
def terug(thema: Thema) -> Iterator[None]:
    yield
    thema.kies(ThemaKeuze.LICHT)


def inkt(beeld: QImage | QPixmap) -> set[str]:
    """Return the colours that are fully painted."""
    beeld = beeld.toImage() if isinstance(beeld, QPixmap) else beeld
    punten = (beeld.pixelColor(x, y) for x in range(beeld.width()) for y in range(beeld.height()))
    return {punt.name() for punt in punten if punt.alpha() == 255}


def test_every_icon_that_is_named_exists(qapp: object) -> None:
    namen = {g.icoon for g in GEBIEDEN} | {i for i, _ in _SOORT.values()} | {i for i, _ in FORMULIER.values()}
    namen |= {pagina.icoon for pagina in laad().values()}
    namen |= {toon_icoon(toon)[0] for toon in ("info", "waarschuwing", "fout", "goed", "rust")}
    iconen = Iconen()
    assert [naam for naam in sorted(namen) if not iconen.kent(naam)] == []


@pytest.mark.parametrize("naam", ["house", *GETEKEND])
@pytest.mark.parametrize("maat", [16, 24, 96])
def test_an_icon_is_painted_in_its_colour_inside_its_square(thema: Thema, naam: str, maat: int) -> None:
    vel = QImage(maat + 20, maat + 20, QImage.Format.Format_ARGB32)
    vel.fill(Qt.GlobalColor.transparent)
    painter = QPainter(vel)
    thema.teken_icoon(painter, QRectF(10, 10, maat, maat), naam, "gevaar")
    painter.end()
    geraakt = [
        (x, y) for x in range(vel.width()) for y in range(vel.height()) if QColor(vel.pixelColor(x, y)).alpha() > 60
    ]
    assert len(geraakt) > maat
    assert all(9 <= x <= maat + 10 and 9 <= y <= maat + 10 for x, y in geraakt)
    if maat == 96:
        assert inkt(vel) == {thema.kleur("gevaar").name()}


def test_the_same_icon_follows_the_theme(thema: Thema) -> None:
    icoon = thema.icoon("house", "accent")
    for keuze in (ThemaKeuze.LICHT, ThemaKeuze.DONKER):
        thema.kies(keuze)
        assert inkt(icoon.pixmap(QSize(96, 96))) == {thema.kleur("accent").name()}


def test_a_disabled_icon_is_muted(thema: Thema) -> None:
    beeld = thema.icoon("house", "accent").pixmap(QSize(96, 96), QIcon.Mode.Disabled)
    assert inkt(beeld) == {thema.kleur("zacht").name()}


def test_an_icon_is_sharp_on_a_fine_screen(thema: Thema) -> None:
    beeld = thema.icoon("house").pixmap(QSize(24, 24), 2.0)
    assert (beeld.width(), beeld.devicePixelRatio()) == (48, 2.0)


def test_an_unknown_icon_is_a_mistake(thema: Thema) -> None:
    with pytest.raises(KeyError):
        thema.icoon("bestaat-niet")
    with pytest.raises(KeyError):
        thema.icoon("house", "bestaat-niet")
