"""The draft keeper: in time, at leave, and through failures."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.models.core import Clock, Values
from desktop.models.errors import UserError
from desktop.views.forms.bewaker import OPNIEUW_MS, WACHT_MS, ConceptBewaker, Stand


class Lade:
    """A drawer that saves when the test says so."""

    def __init__(self) -> None:
        self.tekst = ""
        self.verstuurd: list[tuple[Values, Callable[[], None], Callable[[UserError], None]]] = []

    def lees(self) -> Values:
        return {"tekst": self.tekst}

    def bewaar(self, values: Values, gelukt: Callable[[], None], mislukt: Callable[[UserError], None]) -> None:
        self.verstuurd.append((values, gelukt, mislukt))


class Proef:
    """A keeper with its drawer, its timer in the test's hands, and the states it went through."""

    def __init__(self, clock: Clock) -> None:
        self.lade = Lade()
        self.bewaker = ConceptBewaker(self.lade.lees, self.lade.bewaar, clock.now)
        self.standen: list[Stand] = []
        self.bewaker.stand.connect(self.standen.append)
        timer = self.bewaker.findChild(QTimer)
        assert isinstance(timer, QTimer)
        self.timer = timer

    def typ(self, letters: str) -> None:
        for letter in letters:
            self.lade.tekst += letter
            self.bewaker.veranderd()

    def wacht(self) -> None:
        """Let the time of the timer pass."""
        assert self.timer.isActive()
        self.timer.stop()
        self.timer.timeout.emit()


@pytest.fixture
def proef(qtbot: QtBot, clock: Clock) -> Proef:
    return Proef(clock)


def test_the_clock_starts_at_the_first_key_and_is_not_set_back(qtbot: QtBot, clock: Clock) -> None:
    assert WACHT_MS <= 2_000
    proef = Proef(clock)
    proef.typ("a")
    begin = proef.timer.remainingTime()
    qtbot.waitUntil(lambda: proef.timer.remainingTime() < begin - 20)
    over = proef.timer.remainingTime()
    proef.typ("bc")
    assert proef.timer.remainingTime() <= over


def test_saved_is_said_when_it_is_on_disk(proef: Proef) -> None:
    proef.typ("abc")
    assert proef.bewaker.vuil() and not proef.lade.verstuurd
    proef.wacht()
    values, gelukt, _ = proef.lade.verstuurd[0]
    assert values == {"tekst": "abc"}
    assert proef.bewaker.vuil()
    gelukt()
    assert not proef.bewaker.vuil()
    assert [s.soort for s in proef.standen] == ["wacht", "bezig", "bewaard"]
    assert str(proef.standen[-1].om) == "09:00:00"
    assert not proef.timer.isActive()


def test_a_key_during_a_save_is_saved_by_the_next(proef: Proef) -> None:
    proef.typ("a")
    proef.wacht()
    proef.typ("b")
    proef.lade.verstuurd[0][1]()
    assert proef.bewaker.vuil()
    proef.wacht()
    assert proef.lade.verstuurd[1][0] == {"tekst": "ab"}
    proef.lade.verstuurd[1][1]()
    assert not proef.bewaker.vuil()


def test_flush_sends_at_once_what_was_not_sent(proef: Proef) -> None:
    assert not proef.bewaker.flush()
    proef.typ("a")
    assert proef.bewaker.flush()
    assert len(proef.lade.verstuurd) == 1
    assert proef.bewaker.flush()  # under way, not sent twice
    assert len(proef.lade.verstuurd) == 1
    proef.typ("b")
    assert proef.bewaker.flush()
    assert [v["tekst"] for v, _, _ in proef.lade.verstuurd] == ["a", "ab"]
    proef.lade.verstuurd[1][1]()
    proef.lade.verstuurd[0][2](UserError("te laat"))  # older news changes nothing
    assert not proef.bewaker.vuil()
    assert proef.standen[-1].soort == "bewaard"


def test_a_failure_stays_unsaved_says_why_and_is_tried_again(proef: Proef) -> None:
    proef.typ("a")
    for ronde, wacht in enumerate((*OPNIEUW_MS, OPNIEUW_MS[-1])):
        proef.wacht()
        proef.lade.verstuurd[ronde][2](UserError("De schijf is vol.", "Maak ruimte."))
        assert proef.bewaker.vuil()
        assert proef.standen[-1] == Stand("mislukt", zin="De schijf is vol. Maak ruimte.")
        assert proef.timer.isActive() and proef.timer.interval() == wacht
    proef.typ("b")
    assert proef.standen[-1].soort == "mislukt"  # a key does not hide it
    assert proef.bewaker.flush()
    proef.lade.verstuurd[-1][1]()
    assert proef.lade.verstuurd[-1][0] == {"tekst": "ab"}
    assert not proef.bewaker.vuil()


def test_another_record_is_not_touched_by_late_news(proef: Proef) -> None:
    proef.typ("a")
    proef.wacht()
    proef.bewaker.herstart()
    proef.typ("b")
    proef.lade.verstuurd[0][1]()
    assert proef.bewaker.vuil()
    proef.lade.verstuurd[0][2](UserError("oud"))
    assert proef.standen[-1].soort == "wacht"


def test_news_after_the_keeper_is_gone_is_no_error(qtbot: QtBot, clock: Clock) -> None:
    proef = Proef(clock)
    proef.typ("a")
    proef.bewaker.flush()
    proef.bewaker.deleteLater()
    with qtbot.waitSignal(proef.timer.destroyed, check_params_cb=None):
        pass
    proef.lade.verstuurd[0][1]()
    proef.lade.verstuurd[0][2](UserError("weg"))


def test_a_drawer_that_saves_at_once_works_too(qtbot: QtBot, clock: Clock) -> None:
    opgeslagen: list[Values] = []

    def bewaar(values: Values, gelukt: Callable[[], None], mislukt: Callable[[UserError], None]) -> None:
        opgeslagen.append(values)
        gelukt()

    bewaker = ConceptBewaker(lambda: {"a": 1}, bewaar, clock.now)
    bewaker.veranderd()
    assert not bewaker.flush()
    assert opgeslagen == [{"a": 1}]
