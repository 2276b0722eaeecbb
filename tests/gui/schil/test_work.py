"""The bridge: results come home on the user's thread, faults find their way, and a view that left is left alone."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.models.errors import Onverwacht, UserError
from desktop.services.lanes import ThreadLane
from desktop.views.work import Work


@pytest.fixture
def lane() -> Iterator[ThreadLane]:
    een = ThreadLane("proef")
    yield een
    een.close()


@pytest.fixture
def brug(qapp: object, lane: ThreadLane, onverwacht: list[BaseException]) -> Work:
    return Work(lane, lane, onverwacht.append)


def test_a_result_comes_home_on_the_users_thread(qtbot: QtBot, brug: Work) -> None:
    owner = QObject()
    gezien: list[tuple[int, int]] = []
    brug.kluis(owner, threading.get_ident, lambda daar: gezien.append((daar, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(gezien))
    daar, hier = gezien[0]
    assert hier == threading.get_ident() != daar


def test_nothing_is_called_before_the_caller_returned(qtbot: QtBot, work: Work) -> None:
    """Also where the lane runs at once: a caller may finish its own state first."""
    owner = QObject()
    volgorde: list[str] = []
    work.werk(owner, lambda: "uit", volgorde.append)
    volgorde.append("aanroep")
    qtbot.waitUntil(lambda: len(volgorde) == 2)
    assert volgorde == ["aanroep", "uit"]


def test_a_user_error_goes_to_who_asked(qtbot: QtBot, brug: Work, onverwacht: list[BaseException]) -> None:
    owner = QObject()
    fouten: list[UserError] = []

    def faal() -> None:
        raise UserError("De schijf is vol.", "Maak ruimte.")

    brug.kluis(owner, faal, failed=fouten.append)
    qtbot.waitUntil(lambda: bool(fouten))
    assert fouten[0].zin == "De schijf is vol."
    with qtbot.waitSignal(brug.fout) as signaal:
        brug.werk(owner, faal)
    assert signaal.args is not None and signaal.args[0].stap == "Maak ruimte."
    assert not onverwacht


def test_a_bug_goes_to_the_crash_handler_and_ends_the_waiting_of_who_asked(
    qtbot: QtBot, brug: Work, onverwacht: list[BaseException]
) -> None:
    owner = QObject()
    fouten: list[UserError] = []
    brug.kluis(owner, lambda: 1 // 0, failed=fouten.append)
    qtbot.waitUntil(lambda: bool(fouten))
    assert isinstance(onverwacht[0], ZeroDivisionError)
    assert isinstance(fouten[0], Onverwacht) and "zero" not in str(fouten[0])
    # who says nothing about faults gets no banner beside the message of the crash handler
    brug.fout.connect(lambda _: pytest.fail("a bug is no banner"))
    brug.kluis(owner, lambda: 1 // 0)
    qtbot.waitUntil(lambda: len(onverwacht) == 2)


@pytest.mark.parametrize("hoe", ["verwijderd", "vergeten"])
def test_a_view_that_left_is_not_called(qtbot: QtBot, brug: Work, hoe: str) -> None:
    los = threading.Event()
    gezien: list[object] = []
    owner = QObject()
    brug.kluis(owner, lambda: los.wait(5), gezien.append)
    if hoe == "verwijderd":
        delete(owner)
    else:
        del owner
        gc.collect()
    los.set()
    qtbot.waitUntil(lambda: brug.open == 0)
    assert gezien == []


def test_a_bug_is_reported_also_when_the_view_left(qtbot: QtBot, brug: Work, onverwacht: list[BaseException]) -> None:
    owner = QObject()
    brug.kluis(owner, lambda: 1 // 0)
    delete(owner)
    qtbot.waitUntil(lambda: bool(onverwacht))


def test_a_save_overtakes_what_waits(qtbot: QtBot, brug: Work) -> None:
    owner = QObject()
    los, volgorde = threading.Event(), list[str]()
    brug.kluis(owner, lambda: los.wait(5))
    brug.kluis(owner, lambda: "lijst", volgorde.append)
    brug.kluis(owner, lambda: "bewaard", volgorde.append, urgent=True)
    los.set()
    qtbot.waitUntil(lambda: len(volgorde) == 2)
    assert volgorde == ["bewaard", "lijst"]


def test_after_the_lane_closed_nothing_happens(qtbot: QtBot, brug: Work, lane: ThreadLane) -> None:
    lane.close()
    owner = QObject()
    brug.kluis(owner, lambda: 1, lambda _: pytest.fail("the lane is closed"))
    qtbot.waitUntil(lambda: brug.open == 0)


def test_the_lane_may_outlive_the_bridge(qapp: object, lane: ThreadLane) -> None:
    brug = Work(lane, lane, lambda _: None)
    los = threading.Event()
    brug.kluis(QObject(), lambda: los.wait(5))
    delete(brug)
    los.set()
    lane.close()


def test_it_says_when_it_is_busy(qtbot: QtBot, brug: Work) -> None:
    owner = QObject()
    standen: list[bool] = []
    brug.bezig.connect(standen.append)
    los = threading.Event()
    brug.kluis(owner, lambda: los.wait(5))
    brug.werk(owner, lambda: None)
    los.set()
    qtbot.waitUntil(lambda: brug.open == 0)
    assert standen == [True, False]
