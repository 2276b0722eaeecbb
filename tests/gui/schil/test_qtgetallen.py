"""The numbers that stand for Qt's names are Qt's, and what waits for those names comes all the same."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views import qtgetallen as getal
from desktop.views.theme import Thema
from desktop.views.widgets import IcoonKnop, Knop


def test_every_number_is_qts() -> None:
    uitlijning, letters = Qt.AlignmentFlag, Qt.TextFlag
    assert Qt.TextFormat.PlainText.value == getal.PLAT
    assert Qt.TextInteractionFlag.TextSelectableByMouse.value == getal.KIESBAAR
    assert Qt.ScrollBarPolicy.ScrollBarAlwaysOff.value == getal.NOOIT
    assert Qt.FocusPolicy.NoFocus.value == getal.GEEN_FOCUS
    assert Qt.FocusPolicy.StrongFocus.value == getal.STERKE_FOCUS
    assert (uitlijning.AlignLeft | uitlijning.AlignTop).value == getal.LINKSBOVEN
    assert letters.TextWordWrap.value | uitlijning.AlignTop.value == getal.LOPEND
    assert letters.TextSingleLine.value | uitlijning.AlignVCenter.value == getal.REGEL_MIDDEN
    assert (Qt.ColorScheme.Light.value, Qt.ColorScheme.Dark.value) == (getal.LICHT_SCHEMA, getal.DONKER_SCHEMA)
    assert (Qt.Key.Key_Return.value, Qt.Key.Key_Enter.value) == (getal.TOETS_RETURN, getal.TOETS_ENTER)


def test_the_pointer_on_a_button_becomes_a_hand(qtbot: QtBot, thema: Thema) -> None:
    for knop in (Knop("Openen", thema), IcoonKnop("eye", "Tonen", thema)):
        qtbot.addWidget(knop)
        punt = QPointF(1, 1)
        QApplication.sendEvent(knop, QEnterEvent(punt, punt, punt))
        qtbot.waitUntil(lambda knop=knop: knop.cursor().shape() == Qt.CursorShape.PointingHandCursor)  # type: ignore[misc]
