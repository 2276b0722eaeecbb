"""Work on a lane lets the user's thread show its page first, and never stands still for good."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import QObject, QTimer
from pytest import MonkeyPatch
from pytestqt.qtbot import QtBot

from desktop.app import zoeker
from desktop.app.zoeker import Voorrang


def test_a_lane_waits_while_a_page_is_shown_and_goes_on_after(qtbot: QtBot) -> None:
    ouder = QObject()
    voorrang = Voorrang(ouder)
    timer = ouder.findChild(QTimer)
    assert timer is not None and timer.isActive(), "it begins while a page is being shown"
    with ThreadPoolExecutor(1) as lane:
        werk = lane.submit(voorrang.wacht)
        assert not werk.done()
        timer.stop()
        timer.timeout.emit()
        werk.result(timeout=5)
        lane.submit(voorrang.wacht).result(timeout=5)  # nothing is shown now
        voorrang.geef()
        timer.stop()  # the user's thread never comes back to it
        lane.submit(voorrang.wacht).result(timeout=5)


def test_the_users_thread_never_waits_for_itself(qtbot: QtBot) -> None:
    ouder = QObject()
    voorrang = Voorrang(ouder)
    voorrang.wacht()
    timer = ouder.findChild(QTimer)
    assert timer is not None and timer.isActive(), "it came back at once, while the page is still shown"


def test_who_waited_in_vain_does_not_wait_at_every_piece_that_follows(qtbot: QtBot) -> None:
    ouder = QObject()
    voorrang = Voorrang(ouder)
    timer = ouder.findChild(QTimer)
    assert timer is not None
    timer.stop()  # the program ends: its thread waits for the lane

    def stukken() -> None:
        for _ in range(200):
            voorrang.wacht()

    with ThreadPoolExecutor(1) as lane:
        lane.submit(stukken).result(timeout=10)


def test_a_page_asked_for_while_one_waits_for_another_is_waited_for_too(qtbot: QtBot, monkeypatch: MonkeyPatch) -> None:
    nu = 100.0
    monkeypatch.setattr(zoeker, "monotonic", lambda: nu)
    ouder = QObject()
    voorrang = Voorrang(ouder)  # the first page: its time runs from 100 s
    timer = ouder.findChild(QTimer)
    assert timer is not None
    timer.stop()

    class Vrij:
        """The event; each wait lasts as long as is asked, and in the first one a next page is asked for."""

        def __init__(self) -> None:
            self.gewacht: list[float] = []

        def clear(self) -> None:
            """A page is shown."""

        def wait(self, rest: float) -> bool:
            nonlocal nu
            self.gewacht.append(rest)
            nu += rest - 0.1
            if len(self.gewacht) == 1:
                voorrang.geef()
                timer.stop()
            nu += 0.1
            return False

    voorrang._vrij = vrij = Vrij()  # type: ignore[assignment]
    with ThreadPoolExecutor(1) as lane:
        lane.submit(voorrang.wacht).result(timeout=5)
        assert vrij.gewacht == pytest.approx([0.5, 0.4]), "as long as the second page needs, and no longer"
        lane.submit(voorrang.wacht).result(timeout=5)
    assert len(vrij.gewacht) == 2, "who waited in vain waits no more until a next page"
