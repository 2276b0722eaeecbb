"""Lists: 100,000 rows cost no more than what is in view, and no row ever shows what belongs to another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from desktop.views.theme import Thema
from desktop.views.widgets import RIJ, Antwoord, BladModel, LijstView, RijInhoud, VasteModel
from desktop.views.widgets.rijdelegate import links_breed
from tests.gui.schil.conftest import rij, toon

_VEEL = 100_000


def rijen(start: int, aantal: int) -> Sequence[RijInhoud]:
    return [rij(n) for n in range(start, start + aantal)]


@dataclass
class Bron:
    """Answers when the test says so, as a vault does that is busy."""

    gevraagd: list[Sequence[int]] = field(default_factory=list)
    open: list[tuple[Sequence[int], Antwoord]] = field(default_factory=list)

    def haal(self, sleutels: Sequence[int], antwoord: Antwoord) -> None:
        self.gevraagd.append(sleutels)
        self.open.append((sleutels, antwoord))

    def antwoord(self, maak: Callable[[int], RijInhoud] = rij) -> None:
        """Answer all that is open, and what is asked because of it."""
        while self.open:
            sleutels, antwoord = self.open.pop(0)
            antwoord({n: maak(n) for n in sleutels})


class Teller(BladModel):
    """Counts how often the view asks for the number of rows: once a row means that it walks along all of them."""

    keren = 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        self.keren += 1
        return super().rowCount(parent)


@pytest.fixture
def bron() -> Bron:
    return Bron()


@pytest.fixture
def model(bron: Bron) -> Teller:
    model = Teller(bron.haal)
    model.begin(range(_VEEL))
    return model


def in_beeld(lijst: LijstView) -> list[str]:
    """Return the titles in the window of the list, from top to bottom."""
    hoog = lijst.sizeHintForRow(0)
    plaatsen = range(1, lijst.viewport().height(), hoog)
    return [str(lijst.indexAt(QPoint(5, y)).data()) for y in plaatsen]


def test_only_what_is_in_view_and_beside_it_is_asked_for(qtbot: QtBot, thema: Thema, bron: Bron, model: Teller) -> None:
    lijst = toon(qtbot, thema, model)
    lijst.grab()
    bron.antwoord()
    assert [s[0] for s in bron.gevraagd] == [0, 50]
    bron.gevraagd.clear()
    lijst.scrollTo(model.index(70_020), QListView.ScrollHint.PositionAtTop)
    lijst.grab()
    bron.antwoord()
    assert sorted(s[0] for s in bron.gevraagd) == [69_950, 70_000, 70_050]
    assert all(len(s) == 50 for s in bron.gevraagd)


def test_no_step_walks_along_all_rows(qtbot: QtBot, thema: Thema, bron: Bron, model: Teller) -> None:
    """Qt's own list does: it lays every row out again each time a page comes in."""
    lijst = toon(qtbot, thema, model)
    for doe in (
        lambda: lijst.verticalScrollBar().setValue(3_000_000),
        lijst.scrollToBottom,
        lambda: qtbot.keyClick(lijst, Qt.Key.Key_Home),
        lambda: qtbot.keyClick(lijst, Qt.Key.Key_PageDown),
        lambda: lijst.begin(range(_VEEL, 0, -1)),
        lambda: lijst.resize(700, 600),
        lijst.selectAll,
    ):
        model.keren = 0
        doe()
        lijst.grab()
        bron.antwoord()
        QApplication.processEvents()
        lijst.grab()
        assert 0 < model.keren < 1500


def test_a_bar_dragged_along_the_list_asks_little(qtbot: QtBot, thema: Thema, bron: Bron, model: Teller) -> None:
    lijst = toon(qtbot, thema, model)
    balk = lijst.verticalScrollBar()
    for stand in range(0, balk.maximum(), balk.maximum() // 200):
        balk.setValue(stand)
        lijst.grab()
    assert len(bron.gevraagd) == 2
    lijst.scrollToBottom()
    lijst.grab()
    bron.antwoord()
    assert in_beeld(lijst)[-1] == f"Leerling {_VEEL - 1}"
    assert len(bron.gevraagd) <= 10


def test_a_short_day_leaves_the_title_room_in_a_narrow_list_only(thema: Thema) -> None:
    kort, lang = "30 sep", "25 nov 2026"
    breed = links_breed(thema, thema.px(900), kort)
    assert links_breed(thema, thema.px(400), kort) == links_breed(thema, thema.px(400), "7 dec") < breed * 0.6
    assert breed == links_breed(thema, thema.px(400), lang) == links_breed(thema, thema.px(900), lang)


def test_memory_stays_bounded(bron: Bron) -> None:
    model = BladModel(bron.haal, blad=10, bewaar=3)
    model.begin(range(1000))
    for start in range(0, 100, 10):
        assert model.index(start).data(RIJ) is None
        bron.antwoord()
    assert model.bekend == 30
    assert sum(model.index(n).data(RIJ) is not None for n in range(70, 100)) == 30
    bron.gevraagd.clear()
    assert model.index(0).data(RIJ) is None
    assert [list(s) for s in bron.gevraagd] == [list(range(10))]


def test_a_placeholder_then_the_right_row(qtbot: QtBot, thema: Thema, bron: Bron, model: Teller) -> None:
    lijst = toon(qtbot, thema, model)
    lijst.scrollTo(model.index(50_000), QListView.ScrollHint.PositionAtTop)
    lijst.grab()
    assert set(in_beeld(lijst)) == {"…"}
    index = model.index(50_000)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "wordt geladen"
    bron.antwoord()
    assert in_beeld(lijst) == [f"Leerling {50_000 + n}" for n in range(len(in_beeld(lijst)))]
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Leerling 50000, groep 5, Concept"


def test_a_screen_reader_finds_the_row_by_its_number(qtbot: QtBot, thema: Thema, bron: Bron, model: Teller) -> None:
    lijst = toon(qtbot, thema, model)
    lijst.grab()
    bron.antwoord()
    kind = QAccessible.queryAccessibleInterface(lijst).child(3)
    assert kind.text(QAccessible.Text.Name) == "Leerling 3, groep 5, Concept"
    assert kind.rect().height() == lijst.visualRect(model.index(3)).height()


def test_a_late_answer_for_an_earlier_list_is_dropped(bron: Bron, model: Teller) -> None:
    """Also where the new list has asked for the same page: those rows would be other children."""
    assert model.index(0).data(RIJ) is None
    (_, laat), bron.open = bron.open[0], []
    model.begin(range(500, 600))
    assert model.index(0).data(RIJ) is None
    laat({n: rij(n) for n in range(50)})
    assert model.index(0).data(RIJ) is None
    bron.antwoord()
    assert model.index(0).data() == "Leerling 500"


def test_a_row_that_is_gone_moves_no_other_up(qtbot: QtBot, thema: Thema, bron: Bron, model: Teller) -> None:
    lijst = toon(qtbot, thema, model)
    lijst.grab()
    sleutels, antwoord = bron.open.pop(0)
    antwoord({n: rij(n) for n in sleutels if n != 1})
    assert in_beeld(lijst)[:3] == ["Leerling 0", "Staat niet meer in deze kluis", "Leerling 2"]
    with qtbot.assertNotEmitted(lijst.gekozen):
        lijst.setCurrentIndex(model.index(1))
        qtbot.keyClick(lijst, Qt.Key.Key_Return)


def test_what_could_not_be_had_is_asked_again_by_who_looks_again(bron: Bron, model: Teller) -> None:
    for n in (0, 100, 200):
        assert model.index(n).data(RIJ) is None
    for _, antwoord in list(bron.open):
        antwoord(None)
    bron.open.clear()
    assert len(bron.gevraagd) == 2
    assert model.index(0).data(RIJ) is None
    bron.antwoord()
    assert model.index(0).data() == "Leerling 0"


def test_keys_and_selection_hold_while_rows_come_in(qtbot: QtBot, thema: Thema, bron: Bron, model: Teller) -> None:
    lijst = toon(qtbot, thema, model)
    lijst.setFocus()
    lijst.setCurrentIndex(model.index(0))
    blad = lijst.viewport().height() // lijst.sizeHintForRow(0)
    for toets, plaats in (
        (Qt.Key.Key_PageDown, blad),
        (Qt.Key.Key_Down, blad + 1),
        (Qt.Key.Key_End, _VEEL - 1),
        (Qt.Key.Key_PageUp, _VEEL - 1 - blad),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Home, 0),
    ):
        if toets == Qt.Key.Key_Home:
            lijst.verticalScrollBar().setValue(70_000)  # away from the current row, which may be the first already
        qtbot.keyClick(lijst, toets)
        assert lijst.currentIndex().row() == plaats
        assert lijst.viewport().rect().contains(lijst.visualRect(lijst.currentIndex()))
        bron.antwoord()
        assert [i.row() for i in lijst.selectedIndexes()] == [plaats]


def test_enter_on_a_row_on_its_way_opens_that_row(qtbot: QtBot, thema: Thema, bron: Bron, model: Teller) -> None:
    lijst = toon(qtbot, thema, model)
    lijst.setFocus()
    qtbot.keyClick(lijst, Qt.Key.Key_End)
    qtbot.keyClick(lijst, Qt.Key.Key_Return)
    with qtbot.waitSignal(lijst.gekozen) as gekozen:
        bron.antwoord()
    assert gekozen.args == [_VEEL - 1]
    qtbot.keyClick(lijst, Qt.Key.Key_Home)
    lijst.setCurrentIndex(model.index(40_000))
    qtbot.keyClick(lijst, Qt.Key.Key_Return)
    qtbot.keyClick(lijst, Qt.Key.Key_Down)  # thought better of it
    with qtbot.assertNotEmitted(lijst.gekozen):
        bron.antwoord()


def test_letters_never_search_rows_that_are_not_there(qtbot: QtBot, thema: Thema, bron: Bron, model: Teller) -> None:
    """Qt would go along all rows, and each would be asked for."""
    lijst = toon(qtbot, thema, model)
    lijst.grab()
    bron.antwoord()
    bron.gevraagd.clear()
    with qtbot.waitSignal(lijst.getypt) as getypt:
        qtbot.keyClicks(lijst, "q")
    assert getypt.args == ["q"]
    assert bron.gevraagd == []
    kort = toon(qtbot, thema, VasteModel([RijInhoud(1, "Anna"), RijInhoud(2, "Bram")]))
    qtbot.keyClicks(kort, "b")
    assert kort.currentIndex().row() == 1


def test_another_list_keeps_the_current_row_in_its_place(qtbot: QtBot, thema: Thema, bron: Bron, model: Teller) -> None:
    lijst = toon(qtbot, thema, model)
    lijst.setCurrentIndex(model.index(50_000))
    hoogte = lijst.visualRect(lijst.currentIndex()).top()
    lijst.begin([-1, *range(_VEEL)])
    assert lijst.currentIndex().row() == 50_001
    assert lijst.visualRect(lijst.currentIndex()).top() == hoogte
    lijst.clearFocus()
    lijst.begin(range(100))
    assert not lijst.currentIndex().isValid()
    assert lijst.verticalOffset() == 0
    bron.antwoord()
    assert not lijst.selectedIndexes()


def test_another_list_without_the_current_row_still_shows_where_the_keyboard_is(
    qtbot: QtBot, thema: Thema, bron: Bron, model: Teller
) -> None:
    lijst = toon(qtbot, thema, model)
    bron.antwoord()
    lijst.activateWindow()
    qtbot.waitUntil(lijst.isActiveWindow)
    lijst.setFocus()
    lijst.setCurrentIndex(model.index(3))
    lijst.begin(range(100, 140))
    assert (lijst.currentIndex().row(), lijst.verticalOffset()) == (0, 0)


def test_places_agree_with_each_other(qtbot: QtBot, thema: Thema, model: Teller) -> None:
    lijst = toon(qtbot, thema, model)
    hint = QListView.ScrollHint
    for rij_, soort in ((99_999, hint.EnsureVisible), (5, hint.PositionAtCenter), (70_000, hint.PositionAtBottom)):
        lijst.scrollTo(model.index(rij_), soort)
        vak = lijst.visualRect(model.index(rij_))
        assert lijst.viewport().rect().contains(vak)
        assert lijst.indexAt(vak.center()).row() == rij_
    lijst.begin(range(2))
    assert not lijst.indexAt(QPoint(5, 300)).isValid()
    assert not lijst.visualRect(QModelIndex()).isValid()
    lijst.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
    lijst.selectAll()
    gebied = lijst.visualRegionForSelection(lijst.selectionModel().selection())
    assert gebied.boundingRect() == QRect(0, 0, lijst.viewport().width(), 2 * lijst.sizeHintForRow(0))


@pytest.mark.parametrize("hoe", ["enter", "klik"])
def test_a_row_is_chosen_by_key_and_mouse(qtbot: QtBot, thema: Thema, hoe: str) -> None:
    model = VasteModel(rijen(0, 5))
    lijst = toon(qtbot, thema, model)
    with qtbot.waitSignal(lijst.gekozen) as gekozen:
        if hoe == "enter":
            lijst.setFocus()
            qtbot.keyClick(lijst, Qt.Key.Key_Down)
            qtbot.keyClick(lijst, Qt.Key.Key_Down)
            lijst.setCurrentIndex(model.index(2))
            qtbot.keyClick(lijst, Qt.Key.Key_Return)
        else:
            plek = lijst.visualRect(model.index(2)).center()
            qtbot.mouseClick(lijst.viewport(), Qt.MouseButton.LeftButton, pos=plek)
    assert gekozen.args == [2]


def test_the_models_keep_qts_rules(bron: Bron) -> None:
    vast = VasteModel(rijen(0, 3))
    blad = BladModel(bron.haal)
    testers = [QAbstractItemModelTester(m, QAbstractItemModelTester.FailureReportingMode.Fatal) for m in (vast, blad)]
    vast.zet(rijen(0, 7))
    blad.begin(range(250))
    assert blad.index(5).data(RIJ) is None
    bron.antwoord()
    assert (vast.rowCount(), blad.rowCount(), len(testers)) == (7, 250, 2)


def test_a_row_of_any_text_paints(qtbot: QtBot, thema: Thema) -> None:
    lastig = RijInhoud(
        1, "<b>x</b> & " * 80, "regel\nmet regeleinde", "house", links="12 nov", pil="Te laat", toon="fout"
    )
    lijst = toon(qtbot, thema, VasteModel([lastig, RijInhoud(2, "kaal"), RijInhoud(3, "", pil="Rust", toon="rust")]))
    lijst.setFocus()
    lijst.setCurrentIndex(lijst.model().index(0, 0))
    beeld = lijst.grab().toImage()
    kleuren = {beeld.pixelColor(x, 30).name() for x in range(beeld.width())}
    assert thema.kleur("gevaar_zacht").name() in kleuren
