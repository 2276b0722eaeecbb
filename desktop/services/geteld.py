"""Which reports a bundle counts: those of its period, as they were when it was established."""

from __future__ import annotations

from desktop.models.opslag import Query, Stored
from desktop.models.rapportage import Bundel, Rapportage, in_periode
from desktop.vault.store import Vault


def geteld(vault: Vault, bundel: Bundel, stored: Stored | None) -> tuple[Rapportage, ...]:
    """Return the established reports of a bundle's period, by number; `stored` None or a concept: those of now.

    What was withdrawn after the bundle was established was in it, and stays so: its figures went out.
    """
    toen = stored.recorded_at if stored is not None and stored.state == "vastgesteld" else None
    vraag = Query(kinds=(Rapportage.KIND,), states=("vastgesteld", "ingetrokken"))
    gevonden: list[Rapportage] = []
    for row in vault.rows(vault.ids(vraag)):
        geldig = [v for v in vault.history(row.record) if toen is None or v.recorded_at <= toen]
        laatst = geldig[-1] if geldig else None
        if laatst is None or laatst.state != "vastgesteld" or not isinstance(laatst.value, Rapportage):
            continue
        if in_periode(laatst.value, bundel):
            gevonden.append(laatst.value)
    return tuple(sorted(gevonden, key=lambda r: r.kenmerk))
