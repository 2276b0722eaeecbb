"""The invented school as the vault takes it in: first what there is, then what was written down about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from desktop.exchange.demo.opbouw import maak_school
from desktop.exchange.demo.records import Handtekening, maak_records
from desktop.models.core import Ids
from desktop.models.opslag import Append


def demo_school(
    seed: int, leerlingen: int, records: int, today: date, ids: Ids, handtekening: Handtekening | None = None
) -> Iterator[Append]:
    """Yield a whole school with this many pupils and records, in an order in which nothing points ahead.

    The profile is the first. `records` counts invitations, reports, outcomes and follow-ups; from 50,000 on exactly
    500 of them are about the first pupil. The same seed, day and identifiers give the same school.
    `handtekening` returns the blob of a parent's signature; without it no parent signs.
    """
    school = maak_school(seed, leerlingen, today, ids)
    yield from school.appends()
    # its own randomness, so that the school is the same with few records and with many
    yield from maak_records(Random(seed + 1), school, records, ids, handtekening)  # noqa: S311
