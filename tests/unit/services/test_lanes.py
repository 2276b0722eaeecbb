"""Order on the lanes: one after another, saves first, what is queued before closing still runs."""

from __future__ import annotations

import threading

import pytest

from desktop.services.lanes import InlineLane, ThreadLane


def test_urgent_calls_overtake_and_close_runs_the_rest() -> None:
    lane, volgorde, los = ThreadLane("proef"), [], threading.Event()
    lane.submit(los.wait)
    lane.submit(volgorde.append, "gewoon")
    lane.submit(volgorde.append, "spoed", urgent=True)
    los.set()
    lane.close()
    assert volgorde == ["spoed", "gewoon"]
    assert lane.submit(volgorde.append, "te laat").cancelled()


def test_a_long_call_lets_waiting_saves_through() -> None:
    lane, volgorde = ThreadLane("proef"), []

    def lang() -> None:
        lane.submit(volgorde.append, "gewoon")
        lane.submit(volgorde.append, "spoed", urgent=True)
        lane.run_waiting()
        volgorde.append("lang klaar")

    lane.submit(lang).result(timeout=10)
    lane.close()
    assert volgorde == ["spoed", "lang klaar", "gewoon"]


@pytest.mark.parametrize("lane", [InlineLane(), ThreadLane("proef")])
def test_an_error_comes_out_of_the_future(lane: InlineLane | ThreadLane) -> None:
    def stuk() -> None:
        raise ValueError("x")

    with pytest.raises(ValueError, match="x"):
        lane.submit(stuk).result(timeout=10)
    lane.close()


def test_the_thread_begins_with_the_first_call() -> None:
    lane = ThreadLane("laat")
    assert "laat" not in [thread.name for thread in threading.enumerate()]
    assert lane.submit(lambda: threading.current_thread().name).result(5) == "laat"
    lane.close()


def test_closing_what_never_ran_waits_for_nothing() -> None:
    lane = ThreadLane("nooit")
    lane.close()
    assert lane.submit(int).cancelled()
