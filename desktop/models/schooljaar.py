"""School years and other periods: which days they hold, and how they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

BEGIN_MAAND = 8
"""The school year begins on 1 August (art. 1 WPO)."""


@dataclass(frozen=True, slots=True)
class Periode:
    """First and last day, both inclusive."""

    van: date
    tot: date

    def bevat(self, dag: date | None) -> bool:
        """Whether a day lies in it."""
        return dag is not None and self.van <= dag <= self.tot

    def __str__(self) -> str:
        return periode(self.van, self.tot)


def schooljaar_van(dag: date, terug: int = 0) -> Periode:
    """Return the school year of a day, or one so many years before."""
    begin = (dag.year if dag.month >= BEGIN_MAAND else dag.year - 1) - terug
    return Periode(date(begin, BEGIN_MAAND, 1), date(begin + 1, BEGIN_MAAND - 1, 31))


def half_jaar_voor(dag: date) -> Periode:
    """Return the half year before a day, as the board talks over it twice a year; the day itself is not in it."""
    jaar, maand = (dag.year, dag.month - 6) if dag.month > 6 else (dag.year - 1, dag.month + 6)
    laatste = (date(jaar + maand // 12, maand % 12 + 1, 1) - timedelta(days=1)).day
    return Periode(date(jaar, maand, min(dag.day, laatste)), dag - timedelta(days=1))


def is_schooljaar(tekst: str) -> bool:
    """Whether a text is a school year, as '2026-2027'."""
    delen = re.fullmatch(r"(\d{4})-(\d{4})", tekst)
    return delen is not None and int(delen[2]) == int(delen[1]) + 1


def schooljaar(dag: date) -> str:
    """Return the school year of a day; it turns on 1 August."""
    begin = schooljaar_van(dag).van.year
    return f"{begin}-{begin + 1}"


def periode(van: date | None, tot: date | None) -> str:
    """Return a period in figures: a school year as such, else both days; '' where neither is known."""
    if van and tot and Periode(van, tot) == schooljaar_van(van):
        return schooljaar(van)
    return " t/m ".join(f"{dag:%d-%m-%Y}" for dag in (van, tot) if dag)
