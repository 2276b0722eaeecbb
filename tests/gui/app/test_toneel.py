"""The stage finds what a screen reader would say, however it is written."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.app.toneel import Toneel, Toneelfout


def test_a_button_is_found_whether_its_name_has_a_capital_or_not(qtbot: QtBot) -> None:
    venster = QWidget()
    qtbot.addWidget(venster)
    knop = QPushButton("&Ik heb het blad op papier")
    QVBoxLayout(venster).addWidget(knop)
    toneel = Toneel.__new__(Toneel)  # without a program round it
    toneel.programma = SimpleNamespace(venster=venster)  # type: ignore[assignment]
    venster.show()
    assert toneel.knop("Ik heb") is knop
    assert toneel.knop("ik HEB het") is knop
    with pytest.raises(Toneelfout):
        toneel.knop("heb")


def test_what_is_gone_while_one_looks_is_passed_over(qtbot: QtBot) -> None:
    venster = QWidget()
    qtbot.addWidget(venster)
    vak = QVBoxLayout(venster)
    blijft, toast = QPushButton("Blijft"), QPushButton("Toast")
    vak.addWidget(blijft)
    vak.addWidget(toast)
    toneel = Toneel.__new__(Toneel)
    toneel.programma = SimpleNamespace(venster=venster)  # type: ignore[assignment]
    venster.show()
    gezien = toneel.zichtbaar()
    assert next(gezien) is blijft
    delete(toast)  # as when events run between two of them
    assert list(gezien) == []
