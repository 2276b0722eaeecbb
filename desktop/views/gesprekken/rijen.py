"""How a record about a pupil stands in a list: state as icon, word and colour, and a date that can be read."""

from __future__ import annotations

from datetime import datetime

from desktop.models.kinds import KINDS
from desktop.models.opslag import Row
from desktop.views import plaatsen
from desktop.views.forms.lezen import toon_datum
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
    return plaatsen.plek_van(rij.kind, rij.record)


_UITERLIJK = {
    "gespreksverslag": ("clipboard-text", "rol.ib"),
    "uitnodiging": ("envelope-simple", "rol.ouders"),
    "signaal": ("eye", "waarschuwing"),
    "overleg": ("users-three", "rol.leerkracht"),
    "overdracht": ("arrow-right", "rol.ib"),
    "kindcheck": ("baby", "rol.leerling"),
    "toestemming": ("handshake", "rol.ouders"),
    "handelingsplan": ("target", "rol.leerkracht"),
    "oudstuk": ("archive", "zacht"),
    "vtadvies": ("phone", "meldcode"),
    "adviesgegeven": ("chat-text", "rol.aandachtsfunctionaris"),
    "meldcodedossier": ("shield-warning", "meldcode"),
    "afweging": ("scales", "meldcode"),
    "melding": ("megaphone", "meldcode"),
    "terugkoppeling": ("phone-incoming", "meldcode"),
    "informant": ("chat-text", "meldcode"),
    "citcontact": ("first-aid", "meldcode"),
    "incident": ("warning-octagon", "rol.directeur"),
    "nazorg": ("eye", "meldcode"),
    "correctieverzoek": ("pencil-simple", "rol.ouders"),
    "bestuurspakket": ("files", "rol.directeur"),
    "calamiteit": ("siren", "meldcode"),
    "actieplan": ("clipboard-text", "rol.directeur"),
    "communicatie": ("chat-text", "rol.directeur"),
}


def uiterlijk(kind: str) -> tuple[str, str]:
    """Return the icon of a kind of record and the token of its colour."""
    return _UITERLIJK.get(kind, ("file-text", "zacht"))


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
        icoon=uiterlijk(rij.kind)[0],
        links=dag_van(rij),
        pil=woord,
        toon=toon,
        pil_icoon=icoon,
    )
