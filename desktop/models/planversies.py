"""What changed between two versions of an action plan, in the words of its own fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from desktop.models.actieplan import Actieplan
from desktop.models.core import Rij
from desktop.models.velden import Soort, VeldSpec, is_leeg, naar_values, velden

_KORT = 90


def wijzigingen(oud: Actieplan | None, nieuw: Actieplan) -> list[str]:
    """Return a line for each thing that is new, other or gone; one line for a first version.

    Rows are recognised by their id: a measure of which the term moved is changed, not new.
    """
    if oud is None:
        return ["Eerste versie."]
    voor, na = naar_values(oud), naar_values(nieuw)
    regels: list[str] = []
    for spec in velden(Actieplan):
        if voor.get(spec.naam) == na.get(spec.naam):
            continue
        if spec.soort is Soort.RIJEN:
            regels += _rijen(spec, getattr(oud, spec.naam), getattr(nieuw, spec.naam))
        else:
            regels.append(f"{spec.veld.label.rstrip('?')}: {_hoe(spec, oud, nieuw)}")
    return regels


def _hoe(spec: VeldSpec, oud: Actieplan, nieuw: Actieplan) -> str:
    voor, na = getattr(oud, spec.naam), getattr(nieuw, spec.naam)
    if spec.soort is Soort.JANEE:
        return "weer open" if na is None else "ja" if na else "nee"
    if spec.soort is Soort.KEUZE:
        return na.label.lower() if na is not None else "weer open"
    if is_leeg(voor):
        return "ingevuld"
    return "leeg gemaakt" if is_leeg(na) else "aangepast"


def _rijen(spec: VeldSpec, oud: Sequence[Rij], nieuw: Sequence[Rij]) -> Iterator[str]:
    voor: dict[UUID, Rij] = {rij.rij: rij for rij in oud}
    na = {rij.rij for rij in nieuw}
    naam = spec.veld.label
    for rij in nieuw:
        if rij.rij not in voor:
            yield f"{naam}, nieuw: {kop_van(rij)}"
        elif voor[rij.rij] != rij:
            yield f"{naam}, aangepast: {kop_van(rij)}"
    for rij in oud:
        if rij.rij not in na:
            yield f"{naam}, vervallen: {kop_van(rij)}"


def kop_van(rij: Rij) -> str:
    """Return what a row is about, in short: the first of its fields."""
    eerste: Any = getattr(rij, velden(type(rij))[0].naam)
    tekst = " ".join(str(getattr(eerste, "label", eerste) or "").split())
    return tekst if len(tekst) <= _KORT else f"{tekst[: _KORT - 1]}…"
