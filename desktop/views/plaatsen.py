"""Where a record is shown: the key of the page for each kind."""

from __future__ import annotations

from uuid import UUID

from desktop.models.gespreksverslag import Gespreksverslag
from desktop.views.navigatie import Plek

_EIGEN = {Gespreksverslag.KIND: "verslag"}
"""Kinds whose page has another key than their own."""


def pagina_van(kind: str) -> str:
    """Return the key of the page that shows this kind of record."""
    return _EIGEN.get(kind, kind)


def plek_van(kind: str, record: UUID) -> Plek:
    """Return the place of a record."""
    return Plek(pagina_van(kind), record)
