"""How a report or invitation stands in a list: state as icon, word and colour, and a date that can be read."""

from __future__ import annotations

from datetime import datetime

from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.kinds import KINDS
from desktop.models.opslag import Row
from desktop.views.forms.lezen import toon_datum
from desktop.views.gesprekken.gegevens import soort_van
from desktop.views.navigatie import Plek
from desktop.views.widgets import RijInhoud, Toon

STATEN: dict[str, tuple[str, Toon, str]] = {
    "concept": ("Concept", "waarschuwing", "pencil-simple"),
    "vastgesteld": ("Vastgesteld", "goed", "check-circle"),
    "ingetrokken": ("Ingetrokken", "rust", "prohibit"),
}
"""State: word, tone and icon."""


def plek_van(rij: Row) -> Plek:
    """Return where a row leads to."""
    return Plek(soort_van(KINDS[rij.kind]), rij.record)


def dag_van(rij: Row) -> str:
    """Return when it was, short: '19 nov 2026'; '' where no day is known."""
    try:
        return toon_datum(datetime.fromisoformat(rij.event_at).date(), kort=True)
    except ValueError:
        return ""


def regel_van(rij: Row, naam: str) -> RijInhoud:
    """Return a row as a list shows it; `naam` is whom it is about."""
    woord, toon, icoon = STATEN[rij.state]
    soort = KINDS[rij.kind].NAAM
    if rij.parnassys_on and rij.state == "vastgesteld":
        woord, icoon = "In ParnasSys", "file-arrow-up"
    return RijInhoud(
        sleutel=plek_van(rij),
        titel=rij.title,
        regel=" · ".join(deel for deel in (naam, "" if rij.title.startswith(soort) else soort) if deel),
        icoon="clipboard-text" if rij.kind == Gespreksverslag.KIND else "envelope-simple",
        links=dag_van(rij),
        pil=woord,
        toon=toon,
        pil_icoon=icoon,
    )
