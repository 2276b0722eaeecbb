"""The invented school as the vault takes it in: first what there is, then what was written down about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from desktop.exchange.demo.calamiteiten import maak_calamiteiten
from desktop.exchange.demo.dagen import Werkdag, werkdag_zonder_feest
from desktop.exchange.demo.dossier import Scan
from desktop.exchange.demo.eigen import eigen_plan
from desktop.exchange.demo.incidenten import maak_incidenten
from desktop.exchange.demo.opbouw import maak_school
from desktop.exchange.demo.records import maak_records
from desktop.exchange.demo.vervolg import Handtekening
from desktop.models.core import Ids
from desktop.models.opslag import Append

_MET_REGISTER = 50
"""From so many records on the school has a register of incidents too."""


def demo_school(
    seed: int,
    leerlingen: int,
    records: int,
    today: date,
    ids: Ids,
    handtekening: Handtekening | None = None,
    scan: Scan | None = None,
    werkdag: Werkdag = werkdag_zonder_feest,
) -> Iterator[Append]:
    """Yield a whole school with this many pupils and records, in an order in which nothing points ahead.

    The profile is the first. `records` counts all that is written about pupils: dossiers with their signals and cases
    (at most three tenths), invitations, reports, outcomes and follow-ups; not the school's own part of the plan, and
    not the register of incidents, nor the calamities. From 50,000 on exactly 500 of them are about the first pupil.
    The same seed, day and identifiers give the same school.
    `handtekening` returns the blob of a parent's signature; without it no parent signs. `scan` returns a picture that
    lies in the vault; without it there is no old paper. `werkdag` counts working days.
    """
    school = maak_school(seed, leerlingen, today, ids)
    yield from school.appends()
    yield from eigen_plan(school, ids)
    # its own randomness, so that the school is the same with few records and with many
    rnd = Random(seed + 1)  # noqa: S311  nothing secret is in it
    yield from maak_records(rnd, school, records, ids, handtekening, scan, werkdag)
    if records >= _MET_REGISTER:
        yield from maak_incidenten(Random(seed + 2), school, ids)  # noqa: S311
        yield from maak_calamiteiten(school, ids)
