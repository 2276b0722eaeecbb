"""How the places of the papers for the board are written, and where each part is worked on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desktop.models.bestuurspakket import Bestuurspakket, Onderdeel
from desktop.models.schooljaar import Periode
from desktop.views.navigatie import Plek
from desktop.views.rapportage.plekken import RAPPORTAGE, plek_periode

PAKKET = Bestuurspakket.KIND
NIEUW = "nieuw"

UITERLIJK: Mapping[Onderdeel, tuple[str, str]] = {
    Onderdeel.MELDCODE: ("shield-warning", "meldcode"),
    Onderdeel.INCIDENTEN: ("warning-octagon", "rol.directeur"),
    Onderdeel.LIJN: ("arrow-right", "meldcode"),
    Onderdeel.SCHOLING: ("graduation-cap", "rol.leerkracht"),
    Onderdeel.MONITORING: ("chart-bar", "rol.ib"),
    Onderdeel.JAARCYCLUS: ("chart-pie-slice", "rol.directeur"),
}
"""Icon and colour of each part."""


def plek_nieuw(periode: Periode, gesprek: date | None = None) -> Plek:
    """Return the place where a new delivery over a period begins."""
    extra = f"{plek_periode(periode).extra};{NIEUW}=1"
    return Plek(PAKKET, extra=f"{extra};gesprek={gesprek.isoformat()}" if gesprek else extra)


def plek_overzicht(periode: Periode, gesprek: date | None = None) -> Plek:
    """Return the place that shows a period; `gesprek` is the talk that it goes before."""
    plek = plek_periode(periode, PAKKET)
    return Plek(PAKKET, extra=f"{plek.extra};gesprek={gesprek.isoformat()}") if gesprek else plek


def lees_gesprek(extra: str) -> date | None:
    """Read the day of the talk from the `extra` of a place; None where it has none."""
    delen = dict(deel.split("=", 1) for deel in extra.split(";") if "=" in deel)
    try:
        return date.fromisoformat(delen.get("gesprek", ""))
    except ValueError:
        return None


def is_nieuw(extra: str) -> bool:
    """Whether a place begins a new delivery."""
    return f"{NIEUW}=1" in extra.split(";")


def plek_van_deel(deel: Onderdeel, periode: Periode) -> Plek:
    """Return where what is missing in a part is done."""
    return {
        Onderdeel.INCIDENTEN: Plek("incidenten"),
        Onderdeel.SCHOLING: Plek("scholingen"),
        Onderdeel.MONITORING: Plek("jaarstukken"),
        Onderdeel.JAARCYCLUS: Plek("schooljaar"),
    }.get(deel, plek_periode(periode, RAPPORTAGE))
