"""Lists: 100,000 rows cost no more than what is in view, and a late answer to an older question is dropped."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.views.theme import Thema
from desktop.views.widgets import RIJ, BladModel, LijstView, RijInhoud, VasteModel


def rijen(start: int, aantal: int) -> Sequence[RijInhoud]:
    return [RijInhoud(n, f"Leerling {n}", "groep 5", pil="Concept") for n in range(start, start + aantal)]


def toon(qtbot: QtBot, thema: Thema, model: QAbstractItemModel) -> LijstView:
    lijst = LijstView(thema, "Leerlingen")
    qtbot.addWidget(lijst)
    lijst.setModel(model)
    lijst.resize(600, 480)
    with qtbot.waitExposed(lijst):
        lijst.show()
    return lijst


def test_only_what_is_in_view_is_asked_for(qtbot: QtBot, thema: Thema) -> None:
    gevraagd: list[tuple[int, int]] = []
    model = BladModel(lambda start, aantal: gevraagd.append((start, aantal)))
    model.begin(100_000)
    lijst = toon(qtbot, thema, model)
    qtbot.waitUntil(lambda: bool(gevraagd))
    lijst.scrollTo(model.index(70_050))
    lijst.grab()
    assert {start for start, _ in gevraagd} <= {0, 70_000, 69_900}
    assert (70_000, 100) in gevraagd
    assert len(gevraagd) == len(set(gevraagd))


def test_rows_show_once_they_come(thema: Thema) -> None:
    model = BladModel(lambda start, aantal: None)
    model.begin(150)
    assert model.index(120).data(RIJ) is None
    assert model.index(120).data() == "…"
    model.ontvang(100, rijen(100, 50))
    assert model.index(120).data() == "Leerling 120"
    assert model.index(120).data(Qt.ItemDataRole.AccessibleTextRole) == "Leerling 120, groep 5, Concept"


def test_a_late_answer_is_dropped(thema: Thema) -> None:
    model = BladModel(lambda start, aantal: None)
    model.begin(100)
    assert model.index(0).data(RIJ) is None
    model.begin(3)
    model.ontvang(0, rijen(0, 100))
    assert model.index(0).data(RIJ) is None


def test_memory_stays_bounded(thema: Thema) -> None:
    opgehaald: list[int] = []
    model = BladModel(lambda start, aantal: opgehaald.append(start), blad=10, bewaar=3)
    model.begin(1000)
    for start in range(0, 100, 10):
        assert model.index(start).data(RIJ) is None
        model.ontvang(start, rijen(start, 10))
    assert sum(model.index(n).data(RIJ) is not None for n in range(70, 100)) == 30
    opgehaald.clear()
    assert model.index(0).data(RIJ) is None
    assert opgehaald == [0]


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


def test_the_models_keep_qts_rules(thema: Thema) -> None:
    vast = VasteModel(rijen(0, 3))
    blad = BladModel(lambda start, aantal: None)
    testers = [QAbstractItemModelTester(m, QAbstractItemModelTester.FailureReportingMode.Fatal) for m in (vast, blad)]
    vast.zet(rijen(0, 7))
    blad.begin(250)
    assert blad.index(5).data(RIJ) is None
    blad.ontvang(0, rijen(0, 100))
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
