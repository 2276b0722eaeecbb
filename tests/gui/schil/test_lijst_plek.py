"""Where one is in a list: kept when it is read anew, shown by its row, and said by a click above its buttons."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.views.theme import Thema
from desktop.views.widgets import LijstView, VasteModel
from tests.gui.schil.conftest import rij, toon


def test_rows_read_anew_leave_one_where_one_was(qtbot: QtBot, thema: Thema) -> None:
    """Without a current row nothing shows where the keyboard is, and the next key begins at the top."""
    model = VasteModel([rij(n) for n in range(5)])
    lijst = toon(qtbot, thema, model)
    lijst.activateWindow()
    qtbot.waitUntil(lijst.isActiveWindow)
    lijst.setFocus()
    lijst.setCurrentIndex(model.index(3, 0))
    model.zet([rij(9), *(rij(n) for n in range(5))])
    assert lijst.currentIndex().data() == "Leerling 3"
    model.zet([rij(n) for n in (0, 1, 2)])
    assert lijst.currentIndex().data() == "Leerling 2", "what is nearest to where it was"
    model.zet([])
    model.zet([rij(7)])
    assert lijst.currentIndex().data() == "Leerling 7"
    lijst.clearFocus()
    model.zet([rij(8)])
    assert not lijst.currentIndex().isValid(), "nobody is here"


def test_above_its_buttons_a_click_says_which_row_and_two_choose_it(qtbot: QtBot, thema: Thema) -> None:
    """Else a person with a mouse could do nothing with any row but the first."""
    model = VasteModel([rij(n) for n in range(3)])
    lijst = toon(qtbot, thema, model)
    lijst.wijs_aan()
    gekozen: list[object] = []
    lijst.gekozen.connect(gekozen.append)
    midden = lijst.visualRect(model.index(1, 0)).center()
    qtbot.mouseClick(lijst.viewport(), Qt.MouseButton.LeftButton, pos=midden)
    assert (lijst.currentIndex().row(), gekozen) == (1, [])
    qtbot.mouseDClick(lijst.viewport(), Qt.MouseButton.LeftButton, pos=midden)
    assert gekozen == [1]
    lijst.setFocus()
    qtbot.keyClick(lijst, Qt.Key.Key_Return)
    assert gekozen == [1, 1]


def test_in_a_list_only_the_row_shows_the_focus(thema: Thema, qtbot: QtBot) -> None:
    lijst = LijstView(thema, "Leerlingen")
    qtbot.addWidget(lijst)
    model = VasteModel()
    model.zet([rij(n) for n in range(3)])
    lijst.setModel(model)
    lijst.resize(400, 300)
    lijst.show()
    rand = [QPoint(0, 150), QPoint(200, 299), QPoint(399, 150)]
    zonder = lijst.grab().toImage()
    # whoever puts the focus here by whatever way: there is a row that shows it
    lijst.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lijst.hasFocus)
    met = lijst.grab().toImage()
    assert lijst.currentIndex().row() == 0
    assert [met.pixelColor(p) for p in rand] == [zonder.pixelColor(p) for p in rand]
    ring = lijst.visualRect(lijst.currentIndex()).center()
    assert met.pixelColor(ring.x(), 4) != zonder.pixelColor(ring.x(), 4)
