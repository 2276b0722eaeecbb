"""Invented old paper: a small grey picture of a sheet with lines of handwriting that spells nothing."""

from __future__ import annotations

import zlib
from math import sin
from random import Random
from struct import pack

BREED, HOOG = 496, 702
"""A sheet of A4 at 60 dots an inch."""
_PAPIER, _RAND, _INKT = 246, 214, 58
_KANT, _REGEL = 52, 30


def scan(seed: int, nummer: int) -> bytes:
    """Return a PNG of sheet `nummer` in the demo with this seed; always the same for the same."""
    rnd = Random(f"scan {seed} {nummer}")  # noqa: S311  nothing secret is in a demo vault
    rijen = [bytearray([_PAPIER]) * BREED for _ in range(HOOG)]
    for y in (*range(6), *range(HOOG - 6, HOOG)):
        rijen[y][:] = bytes([_RAND]) * BREED
    for y in range(_KANT, HOOG - _KANT, _REGEL):
        if y == _KANT:
            _regel(rnd, rijen, y, rnd.randint(120, 220), dik=2)  # a heading
        elif rnd.random() > 0.14:
            _regel(rnd, rijen, y, rnd.randint(250, BREED - 2 * _KANT), dik=1)
    return _png(rijen)


def _regel(rnd: Random, rijen: list[bytearray], y: int, breed: int, dik: int) -> None:
    """Draw words from left to right: waves with gaps between them."""
    x, eind = _KANT, _KANT + breed
    scheef = rnd.uniform(-0.012, 0.012)
    while x < eind:
        woord = rnd.randint(14, 62)
        snel, hoog, fase = rnd.uniform(0.45, 0.8), rnd.uniform(3.0, 6.5), rnd.uniform(0, 6)
        vorige: int | None = None
        for px in range(x, min(x + woord, eind)):
            op = round(y + scheef * (px - _KANT) + hoog * sin(snel * (px - x) + fase) * (0.6 + 0.4 * sin(px / 5)))
            van, tot = sorted((op, vorige if vorige is not None else op))
            for py in range(van, tot + dik):
                rijen[py][px] = _INKT
            vorige = op
        x += woord + rnd.randint(8, 14)


def _png(rijen: list[bytearray]) -> bytes:
    beeld = b"".join(b"\0" + rij for rij in rijen)
    kop = pack(">IIBBBBB", BREED, HOOG, 8, 0, 0, 0, 0)  # eight bits of grey
    delen = ((b"IHDR", kop), (b"IDAT", zlib.compress(beeld, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(deel)) + soort + deel + pack(">I", zlib.crc32(soort + deel)) for soort, deel in delen
    )
