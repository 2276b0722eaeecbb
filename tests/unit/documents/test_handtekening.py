"""Pen strokes: kept, read back, drawn within their box."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import pytest

from desktop.documents.blokken import Doek
from desktop.documents.handtekening import teken
from desktop.models.handtekening import MAX_PUNTEN, Handtekening, from_bytes
from tests.unit.documents import voorbeeld as vb


class Halen:
    """Remembers strokes."""

    def __init__(self) -> None:
        self.getekend: list[list[tuple[float, float]]] = []
        self.dikte: list[float] = []

    def halen(self, halen: Sequence[Sequence[tuple[float, float]]], dikte: Sequence[float]) -> None:
        self.getekend += [list(h) for h in halen]
        self.dikte += dikte


def getekend(handtekening: Handtekening) -> Halen:
    doek = Halen()
    teken(cast(Doek, doek), handtekening, 100, 500, 190, 50)
    return doek


def test_they_come_back_as_they_were() -> None:
    handtekening = from_bytes(vb.strokes())
    assert from_bytes(handtekening.to_bytes()) == handtekening
    assert not handtekening.leeg()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b'{"breedte": 1, "hoogte": 0, "halen": []}',
        b'{"breedte": 1, "hoogte": 1, "halen": [[[1, 2, 3]]]}',
        b'{"breedte": 1, "hoogte": 1, "halen": [[["NaN", 2, 3, 4]]]}',
        b'{"breedte": 1, "hoogte": 1, "halen": [[[NaN, 2, 3, 4]]]}',
        b'{"breedte": 1, "hoogte": 1, "halen": [[[1e99, 2, 3, 4]]]}',
        b'{"breedte": 1, "hoogte": 1, "halen": [], "meer": 1}',
    ],
)
def test_what_is_no_signature_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="validation error"):
        from_bytes(data)


def test_more_points_than_a_signature_has_are_refused() -> None:
    punten = ",".join(["[1,2,3,0.5]"] * (MAX_PUNTEN + 1))
    with pytest.raises(ValueError, match="more points"):
        from_bytes(f'{{"breedte":1,"hoogte":1,"halen":[[{punten}]]}}'.encode())


def test_a_tap_is_no_signature() -> None:
    assert Handtekening(breedte=10, hoogte=10, halen=(((1, 1, 0, 1),),)).leeg()
    assert Handtekening(breedte=10, hoogte=10, halen=()).leeg()


def test_it_is_drawn_within_its_box_right_side_up() -> None:
    doek = getekend(from_bytes(vb.strokes()))
    punten = [p for haal in doek.getekend for p in haal]
    assert all(100 <= x <= 290 and 450 <= y <= 500 for x, y in punten)
    # the line under it was drawn last, in two pieces by pressure
    assert max(y for haal in doek.getekend[-2:] for _, y in haal) < min(
        y for haal in doek.getekend[:-2] for _, y in haal
    )


def test_pressure_makes_the_line_thicker_without_gaps() -> None:
    haal = tuple((float(n), 5.0, float(n), n / 10) for n in range(11))
    doek = getekend(Handtekening(breedte=10, hoogte=10, halen=(haal,)))
    assert doek.dikte == sorted(doek.dikte) and len(doek.dikte) == 5
    for eerste, tweede in zip(doek.getekend, doek.getekend[1:], strict=False):
        assert eerste[-1] == tweede[0]


@pytest.mark.parametrize("halen", [(), (((5.0, 5.0, 0.0, 0.5),),), (((5.0, 5.0, 0.0, 9.0),) * 3,)])
def test_a_dot_or_nothing_does_no_harm(halen: tuple[tuple[tuple[float, float, float, float], ...], ...]) -> None:
    doek = getekend(Handtekening(breedte=10, hoogte=10, halen=halen))
    assert all(100 <= x <= 290 and 450 <= y <= 500 for haal in doek.getekend for x, y in haal)
