"""What is said about a passphrase, and how long a wrong one makes one wait."""

from __future__ import annotations

import pytest

from desktop.services.pogingen import Pogingen
from desktop.services.wachtwoordzin import beoordeel
from tests.conftest import StepClock


@pytest.mark.parametrize(
    ("zin", "graad"),
    [
        ("", "leeg"),
        ("dertien teken", "te kort"),
        ("vier losse woorden hier", "sterk"),
        ("appel fiets molen", "redelijk"),
        ("X7#kqP2!mzR9$wLt4@vB", "sterk"),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", "zwak"),
        ("1234567890123456789012", "zwak"),
        ("molen molen molen molen molen", "zwak"),
        ("geheimgeheimgeheimgeheim", "zwak"),
    ],
)
def test_strength_is_length_without_repetition(zin: str, graad: str) -> None:
    oordeel = beoordeel(zin)
    assert oordeel.graad == graad
    assert oordeel.mag is (graad not in ("leeg", "te kort"))
    assert bool(oordeel.raad) is (graad != "sterk")


def test_length_counts_letters_as_a_person_sees_them() -> None:
    assert beoordeel("e\u0301" * 7 + "zeven7").raad == "Nog 1 teken."


def test_three_are_free_then_the_wait_doubles_up_to_a_minute(clock: StepClock) -> None:
    regels: list[int] = []
    pogingen = Pogingen(clock, lambda: regels.append(1))
    wacht = []
    for _ in range(10):
        pogingen.fout()
        wacht.append(pogingen.wachten())
        clock.step(seconds=wacht[-1])
        assert pogingen.wachten() == 0
    assert wacht == [0, 0, 0, 2, 4, 8, 16, 32, 60, 60]
    assert len(regels) == 10
    pogingen.goed()
    pogingen.fout()
    assert pogingen.wachten() == 0


def test_clock_set_back_locks_nobody_out(clock: StepClock) -> None:
    pogingen = Pogingen(clock, lambda: None)
    for _ in range(4):
        pogingen.fout()
    clock.step(hours=-5)
    assert pogingen.wachten() == 60
    clock.step(seconds=59)
    assert pogingen.wachten() == 1
    clock.step(seconds=1)
    assert pogingen.wachten() == 0, "not until the clock is where it was"
