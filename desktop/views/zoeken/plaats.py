"""Where a search result leads."""

from __future__ import annotations

from uuid import UUID

from desktop.models.kinds import KINDS
from desktop.models.opslag import Row
from desktop.models.vervolg import Vervolg
from desktop.views import plaatsen
from desktop.views.navigatie import Plek


def plek_van(row: Row) -> Plek:
    """Return the place of a row: its own page, that of the report it follows, or the list that it belongs in."""
    if issubclass(KINDS[row.kind], Vervolg) and row.parent is not None:
        return Plek("verslag", row.parent)  # that page goes on to the one of the record, whatever its kind
    if row.kind in ("leerling", "persoon") or KINDS[row.kind].VASTSTELLEN:
        return plaatsen.plek_van(row.kind, row.record)
    return Plek("leerlingen", extra=_groep(row.record) if row.kind == "groep" else "")


def _groep(record: UUID) -> str:
    return f"groep={record}"
