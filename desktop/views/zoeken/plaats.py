"""Where a search result leads."""

from __future__ import annotations

from uuid import UUID

from desktop.models.opslag import Row
from desktop.views.navigatie import Plek

_PAGINA = {"leerling": "leerling", "persoon": "persoon", "gespreksverslag": "verslag", "uitnodiging": "uitnodiging"}


def plek_van(row: Row) -> Plek:
    """Return the place of a row: its own page, that of the report it follows, or the list that it belongs in."""
    if row.kind in _PAGINA:
        return Plek(_PAGINA[row.kind], row.record)
    if row.parent is not None:
        return Plek("verslag", row.parent)
    return Plek("leerlingen", extra=_groep(row.record) if row.kind == "groep" else "")


def _groep(record: UUID) -> str:
    return f"groep={record}"
