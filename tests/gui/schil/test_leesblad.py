"""A sheet to read: its points stand free of their words."""

from __future__ import annotations

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.views.theme import Thema
from desktop.views.widgets.leesblad import Leesblad


def _inkt(beeld: QImage) -> list[int]:
    """Return the columns in which something is printed, within the frame of the sheet."""
    grond = beeld.pixel(beeld.width() - 12, beeld.height() - 12)
    return [
        x for x in range(8, beeld.width() - 24) if any(beeld.pixel(x, y) != grond for y in range(8, beeld.height() - 8))
    ]


def test_a_point_stands_free_of_its_words_and_before_them(qtbot: QtBot, thema: Thema) -> None:
    blad = Leesblad(thema)
    qtbot.addWidget(blad)
    blad.resize(640, 200)
    blad.zet("", "- **Tekenen.** Een verslag.\n- Afspraken.\n", "proef")
    blad.show()
    kolommen = _inkt(blad.grab().toImage())
    eerste = kolommen[0]
    einde = next(x for x in range(eerste, eerste + 40) if x + 1 not in kolommen)
    woorden = next(x for x in kolommen if x > einde)
    assert 3 <= einde - eerste + 1 <= 8, "a small round point"
    assert woorden - einde >= 8


def test_numbers_stay_numbers(qtbot: QtBot, thema: Thema) -> None:
    blad = Leesblad(thema)
    qtbot.addWidget(blad)
    blad.resize(640, 200)
    blad.zet("", "1. Een\n2. Twee\n", "proef")
    assert [blok.textList().itemText(blok) for blok in (blad.document().begin(), blad.document().begin().next())] == [
        "1.",
        "2.",
    ]
