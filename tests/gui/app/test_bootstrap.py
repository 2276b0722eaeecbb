"""The start of the program: a window that the screen can hold."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.app.bootstrap import pas_op_scherm


def _venster(qtbot: QtBot) -> QWidget:
    venster = QWidget()
    qtbot.addWidget(venster)
    venster.resize(600, 400)
    venster.show()
    return venster


def test_a_window_larger_than_the_screen_fills_it(qtbot: QtBot) -> None:
    for ruimte in (QSize(500, 380), QSize(2560, 380), QSize(500, 1400)):
        venster = _venster(qtbot)
        pas_op_scherm(venster, ruimte)
        assert venster.isMaximized()
        terug = venster.normalGeometry().size()
        assert terug.width() < ruimte.width() and terug.height() < ruimte.height()


def test_a_window_that_fits_stays_as_it_is(qtbot: QtBot) -> None:
    venster = _venster(qtbot)
    pas_op_scherm(venster, venster.frameGeometry().size())
    assert not venster.isMaximized() and venster.size() == QSize(600, 400)
