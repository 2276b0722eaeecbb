"""The pen on screen: strokes of x, y, time and pressure, as they are kept and drawn again."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from desktop.models.core import Part

MAX_PUNTEN = 50_000  # ten minutes of pen at 80 points a second; more is not a signature

_Getal = Annotated[float, Field(allow_inf_nan=False, ge=-1e6, le=1e7)]

Punt = tuple[_Getal, _Getal, _Getal, _Getal]
"""x and y from the top left in the units of the field, milliseconds since the first point, pressure from 0 to 1."""


class Handtekening(Part):
    """One signature: the size of the field it was drawn in, and its strokes in the order in which they were made."""

    breedte: Annotated[float, Field(gt=0, le=1e5, allow_inf_nan=False)]
    hoogte: Annotated[float, Field(gt=0, le=1e5, allow_inf_nan=False)]
    halen: tuple[tuple[Punt, ...], ...]

    def leeg(self) -> bool:
        """Whether nothing was drawn; a single tap is no signature either."""
        return sum(len(haal) for haal in self.halen) < 2

    def to_bytes(self) -> bytes:
        """Return what the blob keeps: JSON in UTF-8."""
        return self.model_dump_json().encode()


def from_bytes(data: bytes) -> Handtekening:
    """Return the signature that a blob keeps. Raises ValueError (pydantic's is one) where it is none."""
    handtekening = Handtekening.model_validate_json(data)
    if sum(len(haal) for haal in handtekening.halen) > MAX_PUNTEN:
        raise ValueError("more points than a signature has")
    return handtekening
