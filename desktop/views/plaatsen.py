"""Where a record is shown: the key of the page for each kind."""

from __future__ import annotations

from uuid import UUID

from desktop.models.calamiteit import Calamiteit, CalamiteitSlot
from desktop.models.draaiboek import Loop, Loopstap
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.jaarcyclus import EigenPlicht, Jaartaak
from desktop.models.logregel import Logregel
from desktop.models.meldcode import MeldcodeDossier
from desktop.models.opslag import Draft, Work
from desktop.models.schooljaarstukken import Scholing, VogCheck, Wetswijziging
from desktop.models.vervolg import Aanvulling, Ondertekening
from desktop.views.navigatie import Plek

_EIGEN = {
    Jaartaak.KIND: "schooljaar",
    EigenPlicht.KIND: "jaarplichten",
    Scholing.KIND: "scholing-stuk",
    VogCheck.KIND: "vog-stuk",
    Wetswijziging.KIND: "wet-stuk",
    Gespreksverslag.KIND: "verslag",
    MeldcodeDossier.KIND: "zaak",
    Loop.KIND: "draaiboek",
}
"""Kinds whose page has another key than their own."""


def pagina_van(kind: str) -> str:
    """Return the key of the page that shows this kind of record."""
    return _EIGEN.get(kind, kind)


def plek_van(kind: str, record: UUID) -> Plek:
    """Return the place of a record."""
    return Plek(pagina_van(kind), record)


_REGEL = "regel="


def plek_van_regel(zaak: str, bij: UUID, regel: UUID) -> Plek:
    """Return the place of a line of a log: the page of the case (`zaak` is its kind) with that line in view."""
    return Plek(pagina_van(zaak), bij, f"{_REGEL}{regel}")


def regel_in(plek: Plek) -> UUID | None:
    """Return the line of a log that a place asks for; None where it asks for none."""
    try:
        return UUID(plek.extra.removeprefix(_REGEL)) if plek.extra.startswith(_REGEL) else None
    except ValueError:
        return None


_WERK = {"tekenen": "ondertekenen", "rapportage": "rapportage"}
"""Work that is done elsewhere than at its record: the page, which is told the record."""


def plek_van_werk(werk: Work, stuk: str) -> Plek:
    """Return where a piece of open work is done, or the page of the record (`stuk` is its kind) that it is about."""
    return Plek(_WERK.get(werk.kind, pagina_van(stuk)), werk.record)


def plek_van_draft(draft: Draft) -> Plek:
    """Return where half-written text is gone on with: an addendum at its record, an outcome where parents sign."""
    if draft.kind == Ondertekening.KIND:
        return Plek("ondertekenen", UUID(str(draft.values["op"])))
    if draft.kind == Logregel.KIND:
        zaak = str(draft.values.get("zaak") or Calamiteit.KIND)
        return plek_van(zaak, UUID(str(draft.values["bij"])))
    if draft.kind == Loopstap.KIND:
        return plek_van(Loop.KIND, UUID(str(draft.values["op"])))
    if draft.kind == CalamiteitSlot.KIND:
        return Plek("calamiteit", UUID(str(draft.values["op"])), "sluit")
    if draft.kind == Aanvulling.KIND:
        return Plek("verslag", draft.record)  # that page goes on to the one of the record, whatever its kind
    return plek_van(draft.kind, draft.record)
