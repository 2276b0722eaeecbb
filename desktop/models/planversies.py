"""What changed between two versions of an action plan, in the words of its own fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from desktop.models.actieplan import Actieplan
from desktop.models.core import Part, Rij
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


def _hoe(spec: VeldSpec, oud: Part, nieuw: Part) -> str:
    """Return what a field says now and what it said, where both fit in a line; a long text is only 'aangepast'."""
    voor, na = getattr(oud, spec.naam), getattr(nieuw, spec.naam)
    nu, was = _woord(spec, na), _woord(spec, voor)
    if nu is None or was is None:
        return "ingevuld" if is_leeg(voor) else "leeg gemaakt" if is_leeg(na) else "aangepast"
    leeg = "weer open" if spec.soort in (Soort.JANEE, Soort.KEUZE) else "leeg gemaakt"
    return f"{nu or leeg}, was {was}" if was else nu


def _woord(spec: VeldSpec, waarde: Any) -> str | None:
    """Return a value in words, '' for an empty one; None where it does not fit in a line."""
    if waarde is None or waarde == "":
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return f"{waarde:%d-%m-%Y}"
    if spec.soort is Soort.KEUZE:
        return str(waarde.label.lower())
    if spec.soort is Soort.TEKST and not spec.veld.lang and len(waarde) <= _KORT:
        return f"‘{waarde}’"
    return None


def _rijen(spec: VeldSpec, oud: Sequence[Rij], nieuw: Sequence[Rij]) -> Iterator[str]:
    voor: dict[UUID, Rij] = {rij.rij: rij for rij in oud}
    na = {rij.rij for rij in nieuw}
    naam = spec.veld.label
    for rij in nieuw:
        if rij.rij not in voor:
            yield f"{naam}, nieuw: {kop_van(rij)}"
        elif voor[rij.rij] != rij:
            wat = "; ".join(_in_rij(voor[rij.rij], rij))
            yield f"{naam}, aangepast: {kop_van(rij)}{f' ({wat})' if wat else ''}"
    for rij in oud:
        if rij.rij not in na:
            yield f"{naam}, vervallen: {kop_van(rij)}"


def _in_rij(oud: Rij, nieuw: Rij) -> Iterator[str]:
    for spec in velden(type(nieuw)):
        if getattr(oud, spec.naam) != getattr(nieuw, spec.naam):
            yield f"{spec.veld.label.rstrip('?').lower()}: {_hoe(spec, oud, nieuw)}"


def kop_van(rij: Rij) -> str:
    """Return what a row is about, in short: the first of its fields."""
    eerste: Any = getattr(rij, velden(type(rij))[0].naam)
    tekst = " ".join(str(getattr(eerste, "label", eerste) or "").split())
    return tekst if len(tekst) <= _KORT else f"{tekst[: _KORT - 1]}…"
