"""How the places of reports are written: a period in the `extra` of a place."""

from __future__ import annotations

from datetime import date

from desktop.models.schooljaar import Periode
from desktop.views.navigatie import Plek

RAPPORTAGE, JAARBUNDEL = "rapportage", "jaarbundel"


def lees_periode(extra: str) -> Periode | None:
    """Read 'van=2026-08-01;tot=2027-07-31'; None where it is not that."""
    delen = dict(deel.split("=", 1) for deel in extra.split(";") if "=" in deel)
    try:
        periode = Periode(date.fromisoformat(delen.get("van", "")), date.fromisoformat(delen.get("tot", "")))
    except ValueError:
        return None
    return periode if periode.van <= periode.tot else None


def plek_periode(periode: Periode, pagina: str = RAPPORTAGE) -> Plek:
    """Return the place of a period: its overview, or a new bundle of it."""
    return Plek(pagina, extra=f"van={periode.van.isoformat()};tot={periode.tot.isoformat()}")
