"""Counts as they are shown: tables with small numbers kept back, and what would give a small number away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

KLEIN = 5
"""A number below this can point at one family in one school; statistics about persons use the same bound."""
AFGESCHERMD = (
    f"Aantallen van 1 tot en met {KLEIN - 1} zijn afgeschermd, en zo nodig een tweede aantal waaruit ze te berekenen "
    "zouden zijn."
)
"""The sentence that says why a number is missing."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A count in words: `aantal` is None where it is kept back because it is small, or would give a small one away."""

    label: str
    aantal: int | None

    @property
    def woord(self) -> str:
        """Return what stands on paper."""
        return "afgeschermd" if self.aantal is None else str(self.aantal)


@dataclass(frozen=True, slots=True)
class Tabel:
    """Counts under one heading."""

    naam: str
    tellingen: tuple[Telling, ...]

    def voorgelezen(self) -> str:
        """Return it as a screen reader says it."""
        return f"{self.naam}: " + ", ".join(f"{t.label} {t.woord}" for t in self.tellingen)


def tel_af(
    paren: Sequence[tuple[str, int]], samen: Sequence[tuple[str, int]] = (), *, afschermen: bool
) -> tuple[Telling, ...]:
    """Return counts, small ones kept back. `samen` are those that add up to the total, which is known.

    What is kept back could be found by subtracting: then the smallest of the others is kept back too, until what is
    hidden is more than one number and together no small one.
    """
    weg = {label for label, aantal in paren if afschermen and 0 < aantal < KLEIN}
    over = sorted((aantal, label) for label, aantal in samen if label not in weg)
    while weg and over and (len(weg) == 1 or sum(aantal for label, aantal in samen if label in weg) < KLEIN):
        weg.add(over.pop(0)[1])
    return tuple(Telling(label, None if label in weg else aantal) for label, aantal in paren)
