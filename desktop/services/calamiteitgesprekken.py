"""How the talks of a calamity stand: planned, written down, established, signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.models.actieplan import Actieplan, TeVoeren
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.opslag import Query, Stored
from desktop.vault.store import Vault

TEKENEN = "tekenen"
"""The kind of open work of a report that parents have not all signed."""


@dataclass(frozen=True, slots=True)
class Gesprekstand:
    """A talk: its row of the plan (None where it was held unplanned) and its report (None before there is one)."""

    gesprek: TeVoeren | None
    verslag: UUID | None
    titel: str
    stand: str
    """In words, such as 'verslag getekend'."""
    klaar: bool
    """Whether nothing is left to do for it."""


def gespreksstanden(vault: Vault, calamiteit: UUID, plan: Actieplan | None) -> tuple[Gesprekstand, ...]:
    """Return the talks of a calamity: those of the plan, the reporter first, and after them what was not planned."""
    ids = vault.ids(Query(kinds=(Gespreksverslag.KIND,), target=calamiteit, link_role="gesprek"))
    verslagen = [s for s in vault.get_many([rij.record for rij in vault.rows(ids)]) if s.value is not None]
    per_rij: dict[UUID, Stored] = {}
    los: list[Stored] = []
    gepland = {g.rij: g for g in plan.gesprekken} if plan is not None else {}
    op_record = {s.record: s for s in verslagen}
    for stored in verslagen:
        rij = stored.value.te_voeren if isinstance(stored.value, Gespreksverslag) else None
        if rij in gepland:
            per_rij[rij] = stored
        else:
            los.append(stored)
    uit = []
    for gesprek in sorted(gepland.values(), key=lambda g: g.melder is not True):
        bij = per_rij.get(gesprek.rij) or (op_record.get(gesprek.verslag) if gesprek.verslag else None)
        uit.append(_stand(vault, gesprek, bij))
    genoemd = {g.verslag for g in gepland.values()}
    uit += [_stand(vault, None, stored) for stored in reversed(los) if stored.record not in genoemd]
    return tuple(uit)


def _stand(vault: Vault, gesprek: TeVoeren | None, stored: Stored | None) -> Gesprekstand:
    titel = gesprek.met if gesprek is not None else ""
    if stored is None or stored.value is None:
        return Gesprekstand(gesprek, None, titel, "nog te voeren", False)
    titel = titel or stored.value.titel()
    if stored.state == "concept":
        return Gesprekstand(gesprek, stored.record, titel, "verslag nog niet vastgesteld", False)
    verslag = stored.value
    assert isinstance(verslag, Gespreksverslag)
    vervolg = [s.value for s in vault.followups(stored.record) if s.value is not None]
    open_ = any(due.kind == TEKENEN for due in verslag.dues(stored.state, vervolg))
    woord = "wacht op handtekening" if open_ else "verslag getekend" if verslag.tekenaars() else "verslag vastgesteld"
    return Gesprekstand(gesprek, stored.record, titel, woord, not open_)


def melder_eerst(standen: Sequence[Gesprekstand]) -> bool:
    """Whether a talk was held while the reporter still waits: the plan wants the reporter heard first."""
    wacht = any(s.gesprek is not None and s.gesprek.melder and s.verslag is None for s in standen)
    return wacht and any(s.verslag is not None for s in standen)
