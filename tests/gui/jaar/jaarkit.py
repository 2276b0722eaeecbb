"""What tests of the school year store and look up."""

from __future__ import annotations

from typing import Any

from desktop.models.core import Wie
from desktop.models.opslag import Stored
from desktop.services.diensten import Diensten


def vast(uitkomst: tuple[Stored | None, object]) -> Stored:
    """Return what was stored; a fault fails the test."""
    stored, fout = uitkomst
    assert stored is not None, fout
    return stored


def bewaar(d: Diensten, kind: type[Any], **values: Any) -> Stored:
    """Store a record of the school year."""
    return vast(d.jaarstukken.bewaar(d.jaarstukken.nieuw(kind), values))


def lid(d: Diensten, naam: str) -> Wie:
    """Return someone of the staff by the begin of a name."""
    return next(w for w in d.personen.medewerkers() if w.naam.startswith(naam))
