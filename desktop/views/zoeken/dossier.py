"""A record as a line of a search: what it is and whom it is about; what stands in it only of a line of a log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from desktop.models.kinds import KINDS
from desktop.models.opslag import Hit
from desktop.models.vervolg import Vervolg
from desktop.models.vinden import Vondstgroep, bedoeld
from desktop.services.zoeken import soortnaam
from desktop.views.forms.lezen import toon_datum, toon_tijd
from desktop.views.gesprekken.rijen import STATEN, dag_van, uiterlijk
from desktop.views.zoeken.plaats import plek_van, plek_van_hit
from desktop.views.zoeken.rijen import Trefferrij, melding

_ICOON = {
    "leerling": "graduation-cap",
    "persoon": "users",
    "medewerker": "identification-badge",
    "groep": "users-three",
    "ondertekening": "pen-nib",
    "aanvulling": "plus-circle",
}


def dossier_rijen(hits: Sequence[Hit], hoogstens: int) -> list[Trefferrij]:
    """Return the records under their heading; `hoogstens` is how many were asked for, so there may be more."""
    if not hits:
        return []
    aantal = f"{len(hits)} of meer" if len(hits) >= hoogstens else str(len(hits))
    kop = Trefferrij("kop", Vondstgroep.DOSSIER.label, rechts=aantal)
    return [*melding(bedoeld(dict(hits[0].hersteld))), kop, *(_rij(hit) for hit in hits)]


def _logregel(hit: Hit) -> Trefferrij:
    """A line has no other title than its words: when, what kind, of which log, and the words around what was asked."""
    op = datetime.fromisoformat(hit.row.event_at)
    titel = f"{toon_datum(op.date(), kort=True)}, {toon_tijd(op.time())} · {hit.row.detail}"
    fragment = " ".join(hit.fragment.split())
    return Trefferrij("treffer", titel, plek_van_hit(hit), f"Logboek · {hit.over}", fragment, "note-pencil")


def _rij(hit: Hit) -> Trefferrij:
    row = hit.row
    if hit.zaak is not None:
        return _logregel(hit)
    stuk = KINDS[row.kind].VASTSTELLEN and not issubclass(KINDS[row.kind], Vervolg)
    # what stands in a record about a child shows once it is opened, and that is logged
    passage = "" if KINDS[row.kind].PERSOONLIJK or row.detail else " ".join(hit.fragment.split())
    delen = (hit.over, soortnaam(row.kind), dag_van(row) if stuk else "", row.detail)
    return Trefferrij(
        "treffer",
        row.title,
        plek_van(row),
        " · ".join(deel for deel in delen if deel),
        passage,
        _ICOON.get(row.kind) or uiterlijk(row.kind)[0],
        STATEN[row.state][0] if stuk else "",
    )
