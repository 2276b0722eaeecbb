"""The rail: every way stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.main_window import RailItem
from desktop.views.rail import Rail
from desktop.views.theme import Thema


def test_every_item_of_the_rail_is_in_sight_on_a_low_screen(qtbot: QtBot, thema: Thema) -> None:
    items = [RailItem(f"p{n}", f"Pagina {n}", "house") for n in range(11)]
    rail = Rail(thema, items)
    qtbot.addWidget(rail)
    rail.show()
    for hoog in (1400, 680, 640):
        rail.resize(rail.width(), hoog)
        QApplication.processEvents()
        laatste = list(rail.knoppen.values())[-1]
        onder = laatste.mapTo(rail, QPoint(0, laatste.height())).y()
        assert onder <= rail.slot.y(), hoog
        assert laatste.height() >= 46
    assert laatste.height() < 66
