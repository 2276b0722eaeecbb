"""Work on a lane lets the user's thread show its page first, and never stands still for good."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

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
