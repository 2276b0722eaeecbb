"""The recovery code: printed, misread, mistyped, typed back."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.vault import recovery
from desktop.vault.recovery import RecoveryCodeMistyped

SECRET = bytes(range(32))
CODE = recovery.code_of(SECRET)


@given(st.binary(min_size=32, max_size=32))
def test_what_is_printed_is_what_is_read(secret: bytes) -> None:
    code = recovery.code_of(secret)
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}( [0-9A-HJKMNP-TV-Z]{4}){3}\n?){4}", code)
    assert recovery.secret_of(code) == secret


def test_lines_are_what_stands_on_the_sheet() -> None:
    assert len(recovery.lines(CODE)) == 4
    assert "\n".join(recovery.lines(CODE)) == CODE


@given(st.binary(min_size=32, max_size=32), st.randoms(use_true_random=False))
def test_typing_is_forgiven(secret: bytes, rng: random.Random) -> None:
    loose = {"0": "0Oo", "1": "1IiLl", "V": "VvUu"}
    typed = "".join(
        rng.choice(loose.get(c, c + c.lower())) + rng.choice(["", " ", "-", "\n", "."]) for c in CODE if c > " "
    )
    assert recovery.secret_of(typed) == SECRET
    assert recovery.secret_of(recovery.code_of(secret).lower().replace(" ", "").replace("\n", "  ")) == secret


@pytest.mark.parametrize("line", range(4))
def test_a_wrong_letter_is_found_in_its_line(line: int) -> None:
    rows = list(recovery.lines(CODE))
    for position, old in enumerate(rows[line]):
        if old == " ":
            continue
        new = "7" if old != "7" else "8"
        wrong = [*rows[:line], rows[line][:position] + new + rows[line][position + 1 :], *rows[line + 1 :]]
        with pytest.raises(RecoveryCodeMistyped) as error:
            recovery.secret_of("\n".join(wrong))
        assert error.value.lines == (line + 1,)
        assert f"Regel {line + 1}" in error.value.zin


def test_two_wrong_lines_are_both_named() -> None:
    rows = list(recovery.lines(CODE))
    rows[0], rows[2] = rows[2], rows[0]
    with pytest.raises(RecoveryCodeMistyped, match="Regel 1 en 3") as error:
        recovery.secret_of(" ".join(rows))
    assert error.value.lines == (1, 3)


def test_a_letter_that_does_not_exist_is_located() -> None:
    with pytest.raises(RecoveryCodeMistyped) as error:
        recovery.secret_of(CODE[:-1] + "€")
    assert error.value.lines == (4,)


def test_a_missing_letter_is_located() -> None:
    rows = list(recovery.lines(CODE))
    rows[1] = rows[1][:-1]
    with pytest.raises(RecoveryCodeMistyped) as error:
        recovery.secret_of("\n".join(rows))
    assert error.value.lines == (2,)


@pytest.mark.parametrize("typed", ["", "   ", "wachtwoord", CODE.replace("\n", " ") + "A", recovery.lines(CODE)[0]])
def test_something_else_is_counted(typed: str) -> None:
    with pytest.raises(RecoveryCodeMistyped, match="64 tekens") as error:
        recovery.secret_of(typed)
    assert error.value.lines == ()


def test_no_error_repeats_what_was_typed() -> None:
    with pytest.raises(RecoveryCodeMistyped) as error:
        recovery.secret_of(CODE[:-1] + "€")
    assert not any(group in str(error.value) for group in CODE.split())


def test_a_part_is_asked_back() -> None:
    asked = set()
    for seed in range(20):
        numbers, expected = recovery.part_to_type(CODE, random.Random(seed))
        assert [recovery.lines(CODE)[n - 1] for n in numbers] == list(expected)
        asked.update(numbers)
    assert asked == {1, 2, 3, 4}
    expected = recovery.part_to_type(CODE)[1][0]
    assert recovery.same(expected.lower().replace(" ", "").replace("0", "o"), expected)
    assert not recovery.same(expected[:-1], expected)
    assert not recovery.same("", expected)


def test_secrets_are_new_each_time() -> None:
    assert len({recovery.new_secret() for _ in range(5)}) == 5
    assert len(recovery.new_secret()) == 32
