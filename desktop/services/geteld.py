"""What counted at a moment: records as they were when a bundle or a board pack was established, or as they are now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TypeVar

from desktop.models.core import Record, State
from desktop.models.incident import Incident
from desktop.models.opslag import Query, Stored
from desktop.models.rapportage import MetPeriode, Rapportage, in_periode
from desktop.models.schooljaar import Periode
from desktop.vault.store import Vault

R = TypeVar("R", bound=Record)
_ALLE: tuple[State, ...] = ("concept", "vastgesteld", "ingetrokken")


def op_moment(
    vault: Vault, kind: type[R], toen: datetime | None = None, periode: Periode | None = None
) -> Iterator[tuple[Stored, R]]:
    """Yield the records of a kind (with an event in the period) as they were at a moment; `toen` None: as they are.

    What was withdrawn or changed after that moment counts as it stood then: figures that went out stay so.
    """
    staten: tuple[State, ...] = _ALLE if toen is not None else ("concept", "vastgesteld")
    vraag = Query(
        kinds=(kind.KIND,),
        states=staten,
        van=periode.van if periode else None,
        tot=periode.tot if periode else None,
    )
    records = [row.record for row in reversed(vault.rows(vault.ids(vraag)))]
    if toen is None:
        versies = [[stored] for stored in vault.get_many(records)]
    else:
        versies = [[v for v in vault.history(record) if v.recorded_at <= toen] for record in records]
    for geldig in versies:
        laatst = geldig[-1] if geldig else None
        if laatst is not None and laatst.state != "ingetrokken" and isinstance(laatst.value, kind):
            yield laatst, laatst.value


def moment_van(stored: Stored | None) -> datetime | None:
    """Return the moment at which a record was established; None (now) for what is a concept or not stored yet."""
    return stored.recorded_at if stored is not None and stored.state == "vastgesteld" else None


def geteld(vault: Vault, bundel: MetPeriode, stored: Stored | None) -> tuple[Rapportage, ...]:
    """Return the established reports of a period, by number; `stored` None or a concept: those of now."""
    gevonden = [
        value
        for rij, value in op_moment(vault, Rapportage, moment_van(stored))
        if rij.state == "vastgesteld" and in_periode(value, bundel)
    ]
    return tuple(sorted(gevonden, key=lambda r: r.kenmerk))


def geregistreerd(vault: Vault, periode: Periode, toen: datetime | None = None) -> tuple[Incident, ...]:
    """Return the registered incidents of a period in order of time; `toen` leaves out what came after a moment.

    What was withdrawn since then was in the figures of that moment, and stays so.
    """
    gevonden = op_moment(vault, Incident, toen, periode)
    return tuple(value for stored, value in gevonden if stored.state == "vastgesteld")
