"""Where a search result leads."""

from __future__ import annotations

from uuid import UUID

from desktop.models.kinds import KINDS
from desktop.models.opslag import Hit, Row
from desktop.models.vervolg import Vervolg
from desktop.views import plaatsen
from desktop.views.navigatie import Plek


def plek_van_hit(hit: Hit) -> Plek:
    """Return the place of a result: of a line of a log the page of its case, with that line in view."""
    if hit.zaak is not None:
        return plaatsen.plek_van_regel(hit.zaak.kind, hit.zaak.record, hit.row.record)
    return plek_van(hit.row)


def plek_van(row: Row) -> Plek:
    """Return the place of a row: its own page, that of the report it follows, or the list that it belongs in."""
    if issubclass(KINDS[row.kind], Vervolg) and row.parent is not None:
        return Plek("verslag", row.parent)  # that page goes on to the one of the record, whatever its kind
    if row.kind in ("leerling", "persoon") or KINDS[row.kind].VASTSTELLEN:
        return plaatsen.plek_van(row.kind, row.record)
    return Plek("leerlingen", extra=_groep(row.record) if row.kind == "groep" else "")


def _groep(record: UUID) -> str:
    return f"groep={record}"
