"""The field to sign in: pen, finger and mouse give strokes, and a dot is no signature."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QPointingDeviceUniqueId, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.handtekening import from_bytes
from desktop.views.ondertekenen.tekenvlak import TekenVlak
from desktop.views.theme import Thema

_GEEN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def vlak(qtbot: QtBot, thema: Thema) -> TekenVlak:
    """The field for one parent, 400 wide."""
    vlak = TekenVlak(thema)
    qtbot.addWidget(vlak)
    vlak.zet_naam("Elif Yılmaz")
    vlak.resize(400, 190)
    with qtbot.waitExposed(vlak):
        vlak.show()
    return vlak


def pen(vlak: TekenVlak, soort: QEvent.Type, x: float, y: float, druk: float) -> None:
    """Send what a tablet sends."""
    apparaat = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
        1,
        1,
        "",
        QPointingDeviceUniqueId(),
    )
    plek = QPointF(x, y)
    knop = Qt.MouseButton.LeftButton
    los = soort == QEvent.Type.TabletRelease
    event = QTabletEvent(
        soort, apparaat, plek, plek, druk, 0, 0, 0, 0, 0, _GEEN, knop, Qt.MouseButton.NoButton if los else knop
    )
    QApplication.sendEvent(vlak, event)


def pixels(vlak: TekenVlak) -> int:
    """Return how many pixels of the drawing are inked."""
    return sum(alpha > 100 for alpha in bytes(vlak._beeld.constBits())[3::4])


def test_the_mouse_draws_a_stroke(vlak: TekenVlak, teken: Callable[..., None]) -> None:
    teken(vlak)
    tekening = vlak.handtekening()
    assert tekening is not None
    assert (tekening.breedte, tekening.hoogte) == (400, 190)
    assert [punt[:2] for punt in tekening.halen[0]] == [
        (40, 120),
        (60, 60),
        (80, 120),
        (100, 60),
        (130, 130),
        (170, 70),
        (210, 110),
    ]
    assert all(druk == 0.5 for *_, druk in tekening.halen[0])
    tijden = [ms for _, _, ms, _ in tekening.halen[0]]
    assert tijden == sorted(tijden)
    assert from_bytes(tekening.to_bytes()) == tekening
    assert pixels(vlak) > 500


def test_a_pen_presses(vlak: TekenVlak) -> None:
    pen(vlak, QEvent.Type.TabletPress, 20, 50, 0.1)
    for n in range(1, 12):
        pen(vlak, QEvent.Type.TabletMove, 20 + 10 * n, 50 + n % 3, 0.1)
    pen(vlak, QEvent.Type.TabletRelease, 140, 50, 0)
    licht = pixels(vlak)
    tekening = vlak.handtekening()
    assert tekening is not None
    assert {druk for *_, druk in tekening.halen[0]} == {0.1}
    vlak.wis()
    pen(vlak, QEvent.Type.TabletPress, 20, 50, 0.9)
    for n in range(1, 12):
        pen(vlak, QEvent.Type.TabletMove, 20 + 10 * n, 50 + n % 3, 0.9)
    pen(vlak, QEvent.Type.TabletRelease, 140, 50, 0)
    assert pixels(vlak) > 1.3 * licht


def test_a_pen_without_pressure_draws_all_the_same(vlak: TekenVlak) -> None:
    pen(vlak, QEvent.Type.TabletPress, 20, 50, 0.0)
    for n in range(1, 8):
        pen(vlak, QEvent.Type.TabletMove, 20 + 20 * n, 50, 0.0)
    pen(vlak, QEvent.Type.TabletRelease, 160, 50, 0.0)
    tekening = vlak.handtekening()
    assert tekening is not None
    assert {druk for *_, druk in tekening.halen[0]} == {0.5}


def test_a_finger_draws_and_the_palm_does_not(vlak: TekenVlak) -> None:
    scherm = QTest.createTouchDevice()
    QTest.touchEvent(vlak, scherm).press(1, QPointF(30, 40).toPoint(), vlak)
    for n in range(1, 9):
        aanraking = QTest.touchEvent(vlak, scherm)
        aanraking.move(1, QPointF(30 + 15 * n, 40 + 10 * (n % 2)).toPoint(), vlak)
        if n == 3:
            aanraking.press(2, QPointF(300, 150).toPoint(), vlak)
        elif n > 3:
            aanraking.stationary(2)
        aanraking.commit()
    QTest.touchEvent(vlak, scherm).release(1, QPointF(150, 40).toPoint(), vlak).release(
        2, QPointF(300, 150).toPoint(), vlak
    )
    QApplication.processEvents()
    tekening = vlak.handtekening()
    assert tekening is not None
    assert len(tekening.halen) == 1
    assert max(x for x, *_ in tekening.halen[0]) <= 150


def test_a_hand_on_the_screen_does_not_join_the_pen(vlak: TekenVlak, teken: Callable[..., None]) -> None:
    pen(vlak, QEvent.Type.TabletPress, 20, 50, 0.4)
    teken(vlak, [(300, 150), (320, 160), (340, 150)])
    for n in range(1, 8):
        pen(vlak, QEvent.Type.TabletMove, 20 + 20 * n, 50, 0.4)
    pen(vlak, QEvent.Type.TabletRelease, 160, 50, 0)
    tekening = vlak.handtekening()
    assert tekening is not None
    assert len(tekening.halen) == 1
    assert max(y for _, y, *_ in tekening.halen[0]) == 50


@pytest.mark.parametrize(
    "punten",
    [[(50, 50)], [(50, 50), (51, 50), (52, 51), (53, 51), (54, 51), (55, 52), (56, 52)], [(10, 10), (200, 10)]],
)
def test_too_little_is_no_signature(vlak: TekenVlak, teken: Callable[..., None], punten: list[tuple[int, int]]) -> None:
    teken(vlak, punten)
    assert not vlak.leeg()
    assert not vlak.genoeg()
    assert vlak.handtekening() is None


def test_undo_and_wipe_by_keyboard(qtbot: QtBot, vlak: TekenVlak, teken: Callable[..., None]) -> None:
    teken(vlak)
    een = pixels(vlak)
    teken(vlak, [(250, 40), (300, 90), (350, 40)])
    assert pixels(vlak) > een
    with qtbot.waitSignal(vlak.gewijzigd):
        qtbot.keyClick(vlak, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pixels(vlak) == een
    with qtbot.waitSignal(vlak.gewijzigd):
        qtbot.keyClick(vlak, Qt.Key.Key_Delete)
    assert vlak.leeg()
    assert pixels(vlak) == 0


def test_the_drawing_keeps_its_shape_in_another_size(vlak: TekenVlak, teken: Callable[..., None]) -> None:
    teken(vlak)
    eerst = vlak.handtekening()
    vlak.resize(200, 190)
    assert vlak.handtekening() == eerst
    # half as wide is half as large: a point at the screen's (100, 50) is (200, 100) of the field it began in
    teken(vlak, [(100, 50), (110, 60), (120, 50)])
    tekening = vlak.handtekening()
    assert tekening is not None
    assert tekening.halen[1][0][:2] == (200, 100)
    assert tekening.breedte == 400


def test_a_stroke_past_the_edge_stays_within(vlak: TekenVlak, teken: Callable[..., None]) -> None:
    teken(vlak, [(380, 100), (390, 150), (500, 300), (395, 120), (350, 100), (300, 90), (200, 80)])
    tekening = vlak.handtekening()
    assert tekening is not None
    assert max(x for x, *_ in tekening.halen[0]) == 400
    assert max(y for _, y, *_ in tekening.halen[0]) == 190


def test_what_was_kept_shows_and_cannot_be_drawn_on(
    qtbot: QtBot, vlak: TekenVlak, thema: Thema, teken: Callable[..., None]
) -> None:
    teken(vlak)
    tekening = vlak.handtekening()
    assert tekening is not None
    ander = TekenVlak(thema)
    qtbot.addWidget(ander)
    ander.resize(400, 190)
    ander.toon(tekening)
    assert pixels(ander) == pixels(vlak)
    teken(ander, [(250, 40), (300, 90), (350, 40)])
    qtbot.keyClick(ander, Qt.Key.Key_Delete)
    assert pixels(ander) == pixels(vlak)


def test_a_screen_reader_hears_what_to_do(vlak: TekenVlak) -> None:
    assert vlak.accessibleName() == "Tekenveld voor Elif Yılmaz"
    assert "op papier" in vlak.accessibleDescription()
