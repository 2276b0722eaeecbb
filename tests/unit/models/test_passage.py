"""A passage with its matches marked, as text and places."""

from __future__ import annotations

import pytest

from desktop.models.woorden import END, MARK, zonder_merken


@pytest.mark.parametrize(
    ("passage", "plat", "merken"),
    [
        ("", "", []),
        ("geen treffer", "geen treffer", []),
        (f"het {MARK}gesprek{END} met {MARK}ouders{END}.", "het gesprek met ouders.", [(4, 7), (16, 6)]),
        (f"{MARK}a{END}{MARK}b{END}", "ab", [(0, 1), (1, 1)]),
    ],
)
def test_the_marks_go_and_the_places_stay(passage: str, plat: str, merken: list[tuple[int, int]]) -> None:
    assert zonder_merken(passage) == (plat, merken)
