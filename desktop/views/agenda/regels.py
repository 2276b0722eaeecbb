"""How work looks in the agenda, and where it is done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from desktop.models.opslag import Work
from desktop.models.rechten import Rol
from desktop.services.agenda import Item
from desktop.services.overzicht import Concept
from desktop.views.forms.lezen import toon_datum
from desktop.views.gesprekken.gegevens import schrijf_begin
from desktop.views.navigatie import Plek
from desktop.views.plaatsen import plek_van, plek_van_werk
from desktop.views.widgets import RijInhoud

_ICOON: Mapping[str, str] = {
    "tekenen": "pen-nib",
    "afspraak": "handshake",
    "evaluatie": "target",
    "veilig_thuis": "phone-call",
    "melden": "megaphone",
    "vt_besluit": "phone-incoming",
    "cit": "first-aid",
    "resultaat": "scales",
    "nazorg": "eye",
    "nazorg_keer": "eye",
    "volgen": "eye",
    "contact": "chats-circle",
    "terug": "arrow-counter-clockwise",
    "rapportage": "chart-bar",
    "jaartaak": "chart-pie-slice",
    "monitoring": "chart-bar",
    "scholing": "graduation-cap",
    "certificaat": "graduation-cap",
    "vog": "identification-card",
    "plan_nakijken": "scales",
}
DOEN: Mapping[str, str] = {
    "tekenen": "Laat tekenen",
    "veilig_thuis": "Naar het signaal",
    "melden": "Start de melding",
    "vt_besluit": "Leg het besluit vast",
    "resultaat": "Ga naar vraag 5",
    "nazorg_keer": "Leg vast hoe het gaat",
    "rapportage": "Vul de rapportage in",
    "scholing": "Vul in of het doorging",
    "certificaat": "Open de scholing",
    "vog": "Vul in wat je zag",
    "plan_nakijken": "Open de wijziging",
}
"""Work that ends by a record of its own: a tick would only hide it. The word on the button that leads there."""


def plek_om_te_doen(werk: Work, stuk: str, dossier: UUID | None) -> Plek:
    """Return where a piece of work is done."""
    if werk.kind == "melden" and dossier is not None:
        return Plek("melding", extra=f"dossier={dossier}")
    if werk.kind == "resultaat" and dossier is not None:
        return Plek("weging", dossier)
    if werk.kind == "vt_besluit" and werk.subject is not None:
        return Plek("terugkoppeling", extra=schrijf_begin(werk.subject, dossier=dossier, melding=werk.record))
    return plek_van_werk(werk, stuk)


def regel(item: Item, vandaag: date) -> RijInhoud:
    """Return one piece of open work as the list shows it."""
    werk = item.werk
    kop = werk.subject_title or werk.title
    titel = "" if werk.title in (item.wat, kop) else werk.title
    onder = " · ".join(deel for deel in (item.wat, titel, Rol.van(werk.role).label) if deel)
    return RijInhoud(
        plek_van_werk(werk, item.stuk),
        kop,
        onder,
        _ICOON.get(werk.kind, "circle"),
        "meldcode" if werk.kind in ("veilig_thuis", "melden", "vt_besluit", "resultaat") else "accent",
        links=toon_datum(werk.due_on, kort=True),
        pil="Te laat" if item.te_laat else "Vandaag" if werk.due_on == vandaag else "",
        toon="fout" if item.te_laat else "waarschuwing",
        pil_icoon="warning-circle" if item.te_laat else "clock",
    )


def concept_regel(concept: Concept) -> RijInhoud:
    """Return what nobody established yet as the list shows it."""
    row = concept.row
    wat = "Gesprek met ouders ingehouden" if concept.ingehouden else "Nog niet vastgesteld"
    titel = concept.over or row.title
    onder = " · ".join(deel for deel in (wat, row.title if concept.over else "") if deel)
    return RijInhoud(
        plek_van(row.kind, row.record),
        titel,
        onder,
        "hand-palm" if concept.ingehouden else "note-pencil",
        links=toon_datum(date.fromisoformat(row.event_at[:10]), kort=True),
        pil="Ingehouden" if concept.ingehouden else "Concept",
        toon="fout" if concept.ingehouden else "waarschuwing",
        pil_icoon="hand-palm" if concept.ingehouden else "pencil-simple",
    )
