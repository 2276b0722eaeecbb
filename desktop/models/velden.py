"""Reads a record's declaration: which fields it has, of what kind, and when each shows."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin

from pydantic import JsonValue

from desktop.models.core import Als, Bijlage, Keuze, Part, Record, Rij, Values, Veld, Wie


class Soort(StrEnum):
    """The field kinds that serve every form."""

    TEKST = "tekst"
    LANG = "lang"
    DATUM = "datum"
    TIJD = "tijd"
    KEUZE = "keuze"
    KEUZES = "keuzes"
    JANEE = "janee"
    PERSOON = "persoon"
    PERSONEN = "personen"
    RIJEN = "rijen"
    BIJLAGEN = "bijlagen"


@dataclass(frozen=True, slots=True)
class VeldSpec:
    """One field as a form, a check or a PDF needs it; `keuze` is its enumeration, `rij` its row class, if any."""

    naam: str
    soort: Soort
    veld: Veld
    keuze: type[Keuze] | None = None
    rij: type[Rij] | None = None


@cache
def velden(kind: type[Part]) -> tuple[VeldSpec, ...]:
    """Return the declared fields of a record or row class in order; a field without `Veld` is the program's own."""
    return tuple(_specs(kind))


@cache
def groepen(kind: type[Record]) -> tuple[tuple[str, tuple[VeldSpec, ...]], ...]:
    """Return the fields by section, as (heading, fields), in the order in which form and PDF show them."""
    namen = kind.GROEPEN or tuple(dict.fromkeys(s.veld.groep for s in velden(kind)))
    return tuple((naam, tuple(s for s in velden(kind) if s.veld.groep == naam)) for naam in namen)


def _specs(kind: type[Part]) -> Iterator[VeldSpec]:
    for naam, info in kind.model_fields.items():
        veld = next((m for m in info.metadata if isinstance(m, Veld)), None)
        if veld is not None:
            soort, detail = _soort(info.annotation, veld)
            yield VeldSpec(
                naam,
                soort,
                veld,
                detail if isinstance(detail, type) and issubclass(detail, Keuze) else None,
                detail if isinstance(detail, type) and issubclass(detail, Rij) else None,
            )


_MEER = ((Keuze, Soort.KEUZES), (Wie, Soort.PERSONEN), (Rij, Soort.RIJEN), (Bijlage, Soort.BIJLAGEN))


def _soort(annotation: Any, veld: Veld) -> tuple[Soort, type | None]:
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        annotation = next(a for a in get_args(annotation) if a is not type(None))
        origin = get_origin(annotation)
    if origin is not None and origin is not tuple:  # Annotated[...] inside a union
        annotation = get_args(annotation)[0]
        origin = get_origin(annotation)
    if origin is tuple:
        item = get_args(annotation)[0]
        for base, soort in (
            (Keuze, Soort.KEUZES),
            (Wie, Soort.PERSONEN),
            (Rij, Soort.RIJEN),
            (Bijlage, Soort.BIJLAGEN),
        ):
            if issubclass(item, base):
                return soort, item
    elif annotation is bool:
        return Soort.JANEE, None
    elif annotation is date:
        return Soort.DATUM, None
    elif annotation is time:
        return Soort.TIJD, None
    elif annotation is Wie:
        return Soort.PERSOON, None
    elif annotation is str:
        return (Soort.LANG if veld.lang else Soort.TEKST), None
    elif isinstance(annotation, type) and issubclass(annotation, Keuze):
        return Soort.KEUZE, annotation
    raise TypeError(f"no field kind for {annotation!r}")


def is_leeg(waarde: JsonValue) -> bool:
    """Whether a form value counts as not filled in; False is an answer."""
    return waarde is None or waarde == [] or (isinstance(waarde, str) and not waarde.strip())


def _houdt(als: Als, values: Values) -> bool:
    waarde = values.get(als.veld)
    if isinstance(waarde, list):
        return any(w in als.is_ for w in waarde if isinstance(w, str))
    # 'in' would let 1 pass for True
    return any(waarde is w if isinstance(w, bool) else waarde == w for w in als.is_)


def past(veld: Veld, values: Values) -> bool:
    """Whether the field belongs here: all of `toon` hold for these values, or all of `ook`."""
    return all(_houdt(als, values) for als in veld.toon) or (
        bool(veld.ook) and all(_houdt(als, values) for als in veld.ook)
    )


def zichtbaar(spec: VeldSpec, values: Values) -> bool:
    """Whether the field shows: it belongs here, or it holds something that must not be hidden."""
    return past(spec.veld, values) or not is_leeg(values.get(spec.naam))


def naar_values(record: Part) -> dict[str, JsonValue]:
    """Return a record as form values."""
    return record.model_dump(mode="json")


def zoektekst(record: Record, vak: str) -> str:
    """Return all text of a record that belongs in a column of the search index: 'naam', 'titel' or 'tekst'."""
    return "\n".join(_teksten(record, vak))


def _teksten(part: Part, vak: str) -> Iterator[str]:
    for spec in velden(type(part)):
        waarde = getattr(part, spec.naam)
        if spec.soort is Soort.RIJEN:
            for rij in waarde:
                yield from _teksten(rij, vak)
        elif spec.veld.zoek != vak or waarde is None:
            continue
        elif spec.soort in (Soort.TEKST, Soort.LANG):
            if waarde:
                yield waarde
        elif spec.soort is Soort.KEUZE:
            yield waarde.label
        elif spec.soort is Soort.PERSOON:
            yield waarde.naam
        elif spec.soort in (Soort.PERSONEN, Soort.BIJLAGEN):
            yield from (w.naam for w in waarde)
        elif spec.soort is Soort.KEUZES:
            yield from (w.label for w in waarde)
