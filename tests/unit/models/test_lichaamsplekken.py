"""The named places of the body map: each is itself, mirrored, inside the body, and within reach of the arrows."""

from __future__ import annotations

import pytest

from desktop.models.dossierdelen import Kant
from desktop.models.lichaam import OMTREK, punten
from desktop.models.lichaamsplekken import PLEKKEN, Lichaamsplek, buur, dichtstbij

ELK = pytest.mark.parametrize("plek", PLEKKEN, ids=lambda p: f"{p.kant.value}-{p.naam}")


@ELK
def test_a_place_is_nearest_to_itself(plek: Lichaamsplek) -> None:
    assert dichtstbij(plek.kant, plek.x, plek.y) == plek


def _binnen(x: float, y: float, lijn: tuple[tuple[float, float], ...]) -> bool:
    keer = False
    for (ax, ay), (bx, by) in zip(lijn, (*lijn[1:], lijn[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            keer = not keer
    return keer


@ELK
def test_a_place_is_on_the_body(plek: Lichaamsplek) -> None:
    assert any(_binnen(plek.x, plek.y, punten(lijn)) for lijn in OMTREK)


def test_left_is_at_the_right_of_the_front_and_at_the_left_of_the_back() -> None:
    for kant, naar_rechts in ((Kant.VOOR, True), (Kant.ACHTER, False)):
        for plek in (p for p in PLEKKEN if p.kant is kant and "linker" in p.naam):
            assert (plek.x > 500) is naar_rechts, plek


def test_names_are_told_apart_on_each_side() -> None:
    assert len({(p.kant, p.naam) for p in PLEKKEN}) == len(PLEKKEN)


def test_every_place_is_within_reach_of_the_arrows() -> None:
    bereikt, rest = {PLEKKEN[0]}, [PLEKKEN[0]]
    while rest:
        hier = rest.pop()
        for richting in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            volgende = buur(hier, *richting)
            if volgende is not None and volgende not in bereikt:
                bereikt.add(volgende)
                rest.append(volgende)
    assert bereikt == set(PLEKKEN)
