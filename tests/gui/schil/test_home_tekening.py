"""The infographic: every region a real button, nothing overlaps, no word is cut, at every size and scale."""

from __future__ import annotations

import itertools
import math
import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.models.rolinhoud import ROLLEN
from desktop.views.home.gegevens import Telling
from desktop.views.home.infographic import Infographic
from desktop.views.home.meetkunde import GEBIEDEN, ZACHT, breek, buur, teken
from desktop.views.home.regio import Regio
from desktop.views.theme import Thema

# what the window leaves for the drawing at 1280x720, 1440x900, 3840x2160, and at its least
MATEN = [(704, 450), (836, 620), (3250, 1850), (500, 450)]
PIJLEN = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def maak(qtbot: QtBot, thema: Thema, breed: int, hoog: int) -> Infographic:
    tekening = Infographic(thema)
    qtbot.addWidget(tekening)
    tekening.resize(breed, hoog)
    with qtbot.waitExposed(tekening):
        tekening.show()
    return tekening


@pytest.fixture
def tekening(qtbot: QtBot, thema: Thema) -> Iterator[Infographic]:
    een = maak(qtbot, thema, 836, 620)
    een.activateWindow()
    qtbot.waitUntil(een.isActiveWindow)
    yield een


def assert_leesbaar(regio: Regio, minst: float) -> None:
    """Every line of the label lies inside the circle, with the letters that a person can read."""
    font, regels, vakken = regio.regels()
    assert font.pixelSize() >= minst
    meting = QFontMetricsF(font)
    zonder = "".join(regels).replace("-", "").replace(" ", "")
    assert zonder == regio.naam.replace(" ", "")
    midden = QRectF(regio.rect()).center()
    straal = regio.width() / 2
    for regel, vak in zip(regels, vakken, strict=True):
        breed = meting.horizontalAdvance(regel)
        assert breed <= vak.width() + 0.01
        # the corners of the letters themselves, without the room above and below them
        boven = vak.center().y() - meting.xHeight() / 2
        onder = vak.center().y() + meting.xHeight() / 2
        for y in (boven, onder):
            assert math.hypot(breed / 2, y - midden.y()) <= straal


@pytest.mark.parametrize(("breed", "hoog"), MATEN)
def test_no_word_is_cut_and_nothing_overlaps(qtbot: QtBot, thema: Thema, breed: int, hoog: int) -> None:
    tekening = maak(qtbot, thema, breed, hoog)
    for regio in tekening.regios.values():
        regio.zet(Telling(120, 100))
        assert_leesbaar(regio, 12)
        assert tekening.rect().contains(regio.geometry())
    cirkels = teken(breed, hoog, 14).cirkels
    for een, ander in itertools.combinations(cirkels.values(), 2):
        assert math.hypot(een.x - ander.x, een.y - ander.y) > een.straal + ander.straal


@pytest.mark.parametrize(("breed", "hoog"), [(2 * b, 2 * h) for b, h in MATEN])
def test_it_holds_with_letters_twice_as_large(qtbot: QtBot, groot: Thema, breed: int, hoog: int) -> None:
    tekening = maak(qtbot, groot, breed, hoog)
    for regio in tekening.regios.values():
        assert_leesbaar(regio, 24)
        assert tekening.rect().contains(regio.geometry())


def test_it_holds_at_a_scale_of_two_hundred_percent() -> None:
    """In a program of its own: Qt reads its scale only once."""
    proef = (
        "from PySide6.QtWidgets import QApplication\n"
        "from desktop.views.theme import Thema\n"
        "from desktop.views.home.infographic import Infographic\n"
        "app = QApplication([])\n"
        "t = Infographic(Thema(app)); t.resize(704, 450); t.show(); app.processEvents()\n"
        "beeld = t.grab()\n"
        "print(beeld.devicePixelRatio(), beeld.width(), *(len(r.regels()[1]) > 0 and r.regels()[0].pixelSize() >= 12\n"
        "      for r in t.regios.values()))\n"
    )
    omgeving = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"}
    uit = subprocess.run(
        [sys.executable, "-c", proef], env=omgeving, capture_output=True, text=True, timeout=60, check=True
    )
    assert uit.stdout.split() == ["2.0", "1408", *["True"] * 9]


def test_the_nine_roles_of_the_plan_are_there(tekening: Infographic) -> None:
    assert set(tekening.regios) == set(ROLLEN)
    for regio in tekening.regios.values():
        assert isinstance(regio, QAbstractButton)
        assert regio.accessibleName() == regio.naam
        assert ZACHT not in regio.naam


def test_the_count_is_read_aloud(tekening: Infographic) -> None:
    tekening.zet({"ib": Telling(3, 1), "directeur": Telling(1)})
    assert tekening.regios["ib"].accessibleName() == "Intern begeleider, 3 taken open, 1 te laat"
    assert tekening.regios["directeur"].accessibleName() == "Directeur, 1 taak open"
    tekening.zet({})
    assert tekening.regios["ib"].accessibleName() == "Intern begeleider"


def test_overdue_is_more_than_a_colour(tekening: Infographic) -> None:
    """It has a badge of its own, of another shape, with a clock."""
    regio = tekening.regios["ib"]
    regio.zet(Telling(3, 0))
    assert [(tekst, laat) for tekst, laat, _ in regio.tellers()] == [("3", False)]
    regio.zet(Telling(250, 1))
    (open_, _, vak), (laat, is_laat, ander) = regio.tellers()
    assert (open_, laat, is_laat) == ("99+", "1", True)
    assert ander.width() > 1.2 * ander.height()
    assert not vak.intersects(ander)
    assert all(QRectF(regio.rect()).contains(v) for _, _, v in regio.tellers())


@pytest.mark.parametrize("toets", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("rol", ROLLEN)
def test_each_region_opens_its_role_by_key(qtbot: QtBot, tekening: Infographic, rol: str, toets: Qt.Key) -> None:
    regio = tekening.regios[rol]
    regio.setFocus()
    assert regio.hasFocus()
    with qtbot.waitSignal(tekening.gekozen) as gekozen:
        qtbot.keyClick(regio, toets)
    assert gekozen.args == [rol]


def test_the_tab_key_meets_every_region(qtbot: QtBot, tekening: Infographic) -> None:
    eerste = tekening.regios["leerling"]
    eerste.setFocus()
    gezien = []
    for _ in ROLLEN:
        gezien += [rol for rol, regio in tekening.regios.items() if regio.hasFocus()]
        qtbot.keyClick(tekening.focusWidget(), Qt.Key.Key_Tab)
    assert gezien == [g.rol for g in GEBIEDEN]


def test_arrows_reach_every_region(qtbot: QtBot, tekening: Infographic) -> None:
    bereikt, rij = {"leerling"}, deque(["leerling"])
    while rij:
        van = rij.popleft()
        for toets in PIJLEN:
            tekening.regios[van].setFocus()
            qtbot.keyClick(tekening.regios[van], toets)
            naar = next(rol for rol, regio in tekening.regios.items() if regio.hasFocus())
            if naar not in bereikt:
                bereikt.add(naar)
                rij.append(naar)
    assert bereikt == set(ROLLEN)


def test_an_arrow_goes_where_it_points(tekening: Infographic) -> None:
    cirkels = teken(836, 620, 14).cirkels
    assert buur("leerling", cirkels, 0, -1) == "leerkracht"
    assert buur("leerkracht", cirkels, 1, 0) == "ib"
    assert buur("aandachtsfunctionaris", cirkels, 1, 0) is None
    assert buur("extern", cirkels, 0, 1) is None
    for rol in cirkels:
        for dx, dy in PIJLEN.values():
            if (naar := buur(rol, cirkels, dx, dy)) is not None:
                assert (cirkels[naar].x - cirkels[rol].x) * dx + (cirkels[naar].y - cirkels[rol].y) * dy > 0


def test_only_the_round_shape_takes_a_click(qtbot: QtBot, tekening: Infographic) -> None:
    regio = tekening.regios["ib"]
    midden = regio.rect().center()
    with qtbot.assertNotEmitted(regio.clicked):
        qtbot.mouseClick(regio, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not regio.mask().contains(QPoint(3, 3))
    with qtbot.waitSignal(regio.clicked):
        qtbot.mouseClick(regio, Qt.MouseButton.LeftButton, pos=midden)


def test_focus_and_mouse_show(qtbot: QtBot, thema: Thema, tekening: Infographic) -> None:
    regio = tekening.regios["leerkracht"]
    tekening.regios["ib"].setFocus()
    rust = regio.grab().toImage()
    regio.setFocus()
    actief = regio.grab().toImage()
    assert rust != actief
    middelrij = {actief.pixelColor(x, actief.height() // 2).name() for x in range(actief.width())}
    assert thema.kleur("focus").name() in middelrij


@given(st.integers(500, 4000), st.integers(450, 2200))
def test_circles_stay_apart_and_inside_at_any_size(breed: int, hoog: int) -> None:
    cirkels = teken(breed, hoog, 14).cirkels
    for cirkel in cirkels.values():
        assert cirkel.straal - 0.01 <= cirkel.x <= breed - cirkel.straal + 0.01
        assert cirkel.straal - 0.01 <= cirkel.y <= hoog - cirkel.straal + 0.01
    for een, ander in itertools.combinations(cirkels.values(), 2):
        assert math.hypot(een.x - ander.x, een.y - ander.y) > een.straal + ander.straal


def test_a_word_breaks_where_it_may() -> None:
    label = f"Onder{ZACHT}steunend perso{ZACHT}neel"
    assert breek(label, [99], len) == ["Ondersteunend personeel"]
    assert breek(label, [13, 13], len) == ["Ondersteunend", "personeel"]
    assert breek(label, [6, 8, 9], len) == ["Onder-", "steunend", "personeel"]
    assert breek("Ouders/verzorgers", [10, 10], len) == ["Ouders/", "verzorgers"]
    assert breek(label, [4, 4, 4, 4], len) is None
    assert breek(label, [99, 99], len) is None


@given(st.text("abc /" + ZACHT, min_size=1, max_size=30), st.lists(st.integers(1, 12), min_size=1, max_size=4))
def test_breaking_keeps_every_letter_and_every_width(label: str, breedten: list[int]) -> None:
    regels = breek(label, [float(b) for b in breedten], len)
    if regels is not None:
        assert all(len(regel) <= breed for regel, breed in zip(regels, breedten, strict=True))
        kaal = str.maketrans("", "", " -" + ZACHT)
        assert "".join(regels).translate(kaal) == label.translate(kaal)
