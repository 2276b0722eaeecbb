"""F9: nothing stays readable, no key goes through, and one gets back to where one was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.theme import Thema
from desktop.views.widgets import Afdekker, Dialoog


class Venster(QMainWindow):
    """The least that owns a blank screen."""

    def __init__(self) -> None:
        super().__init__()
        self._afdekker = Afdekker(self, ((Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier),))
        vlak = QWidget()
        self.veld = QLineEdit("Noa")
        QVBoxLayout(vlak).addWidget(self.veld)
        self.setCentralWidget(vlak)
        self.resize(400, 300)

    @property
    def afdekker(self) -> Afdekker:
        return self._afdekker


@pytest.fixture
def venster(qtbot: QtBot, thema: Thema) -> Iterator[Venster]:
    een = Venster()
    qtbot.addWidget(een)
    with qtbot.waitExposed(een):
        een.show()
    een.activateWindow()
    qtbot.waitUntil(een.isActiveWindow)
    een.veld.setFocus()
    yield een
    if een.afdekker.afgedekt:
        een.afdekker.wissel()


def kleuren(widget: QWidget) -> set[str]:
    beeld = widget.grab().toImage()
    return {beeld.pixelColor(x, y).name() for x in range(0, beeld.width(), 3) for y in (5, 20, beeld.height() - 5)}


def test_it_covers_all_and_keeps_keys_away(qtbot: QtBot, thema: Thema, venster: Venster) -> None:
    venster.afdekker.wissel()
    assert kleuren(venster) == {thema.kleur("rail").name()}
    qtbot.keyClicks(venster.veld, "abc")
    assert venster.veld.text() == "Noa"
    venster.resize(600, 500)
    qtbot.waitUntil(lambda: kleuren(venster) == {thema.kleur("rail").name()})


def test_f9_brings_one_back(qtbot: QtBot, venster: Venster) -> None:
    venster.afdekker.wissel()
    with qtbot.waitSignal(venster.afdekker.gewisseld) as stand:
        qtbot.keyClick(venster.veld, Qt.Key.Key_F9)
    assert stand.args == [False]
    assert venster.veld.hasFocus()
    qtbot.keyClicks(venster.veld, "x")
    assert "x" in venster.veld.text()


def test_locking_still_works(qtbot: QtBot, venster: Venster) -> None:
    gezien: list[int] = []
    venster.keyPressEvent = lambda event: gezien.append(event.key())  # type: ignore[method-assign]
    venster.afdekker.wissel()
    qtbot.keyClick(venster, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(venster, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert gezien == [Qt.Key.Key_L]


def test_a_dialog_is_covered_and_can_cover(qtbot: QtBot, thema: Thema, venster: Venster) -> None:
    dialoog = Dialoog(thema, "Uitkomst voor Elif", venster)
    qtbot.addWidget(dialoog)
    with qtbot.waitExposed(dialoog):
        dialoog.show()
    qtbot.keyClick(dialoog, Qt.Key.Key_F9)
    assert venster.afdekker.afgedekt
    for een in (venster, dialoog):
        assert kleuren(een) == {thema.kleur("rail").name()}


def test_a_dialog_that_opens_later_is_covered_too(qtbot: QtBot, thema: Thema, venster: Venster) -> None:
    venster.afdekker.wissel()
    dialoog = Dialoog(thema, "Uitkomst voor Elif", venster)
    qtbot.addWidget(dialoog)
    with qtbot.waitExposed(dialoog):
        dialoog.show()
    assert kleuren(dialoog) == {thema.kleur("rail").name()}
