"""From what a form holds to a checked, frozen record, or to sentences that say what to do."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

from pydantic import JsonValue, ValidationError

from desktop.models.core import Level, Part, Problem, Record, Values
from desktop.models.namen import zijn_initialen
from desktop.models.tekst import MAX_TEKEN, in_vorm, schoon
from desktop.models.velden import Soort, VeldSpec, is_leeg, past, velden

R = TypeVar("R", bound=Record)


def check(kind: type[R], values: Values, level: Level, today: date) -> tuple[R | None, list[Problem]]:
    """Check form values at a level.

    Returns the record and what is wrong. The record is None exactly when something keeps it from `level`; at
    'vaststellen' everything counts, at 'bewaren' only what cannot be stored. `today` is the local date.
    """
    clean = _clean(dict(values))
    assert isinstance(clean, dict)
    clean = _in_vorm(kind, clean)
    problems = list(_leeg(kind, clean, level, ()))
    try:
        record = kind.model_validate_json(json.dumps(clean))
    except ValidationError as error:
        known = {p.loc for p in problems}
        problems += [p for p in _from_pydantic(error) if p.loc not in known]
        return None, _order(kind, problems)
    problems += [p for p in record.regels(today) if level == "vaststellen" or p.level == "bewaren"]
    return (None if problems else record), _order(kind, problems)


def _clean(value: JsonValue) -> JsonValue:
    if isinstance(value, str):
        return schoon(value)
    if isinstance(value, list):
        return [_clean(v) for v in value]
    if isinstance(value, dict):
        return {k: _clean(v) for k, v in value.items()}
    return value


def _in_vorm(kind: type[Part], values: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """Write what has one way to be written in that way, in sub-rows too."""
    for spec in velden(kind):
        waarde = values.get(spec.naam)
        if spec.veld.vorm and isinstance(waarde, str):
            values[spec.naam] = in_vorm(waarde, spec.veld.vorm)
        elif spec.rij is not None and isinstance(waarde, list):
            values[spec.naam] = [_in_vorm(spec.rij, rij) if isinstance(rij, dict) else rij for rij in waarde]
    return values


def _leeg(kind: type[Part], values: Values, level: Level, loc: tuple[str | int, ...]) -> Iterator[Problem]:
    for spec in velden(kind):
        waarde = values.get(spec.naam)
        here = (*loc, spec.naam)
        needed = spec.veld.verplicht == "bewaren" or (spec.veld.verplicht == "vaststellen" and level == "vaststellen")
        if needed and is_leeg(waarde) and past(spec.veld, values):
            yield Problem(here, _vul_in(spec), spec.veld.verplicht or "vaststellen")
        elif spec.veld.initialen and level == "vaststellen" and isinstance(waarde, str) and not zijn_initialen(waarde):
            yield Problem(here, "Schrijf hier alleen initialen, bijvoorbeeld A.v.d.B. Zo wil het plan het.")
        elif spec.soort is Soort.RIJEN and spec.rij is not None and isinstance(waarde, list):
            for n, rij in enumerate(waarde):
                if isinstance(rij, dict):
                    yield from _leeg(spec.rij, rij, level, (*here, n))


def _vul_in(spec: VeldSpec) -> str:
    werkwoord = {
        Soort.KEUZE: "Kies",
        Soort.KEUZES: "Kies",
        Soort.JANEE: "Beantwoord",
        Soort.PERSOON: "Kies",
        Soort.PERSONEN: "Kies",
    }.get(spec.soort, "Vul in")
    punt = "" if spec.veld.label.endswith("?") else "."
    return f"{werkwoord}: {spec.veld.label}{punt}"


_ZINNEN = {
    "date": "Dit is geen bestaande datum. Schrijf bijvoorbeeld 19-11-2026.",
    "time": "Dit is geen tijd. Schrijf bijvoorbeeld 14:30.",
    "enum": "Kies een van de mogelijkheden.",
    "string_too_long": f"Deze tekst is te lang (meer dan {MAX_TEKEN:,} tekens). Voeg hem toe als bijlage.".replace(
        ",", "."
    ),
    "missing": "Vul dit in.",
    "bool": "Kies ja of nee.",
    "uuid": "Kies iemand uit de lijst.",
}


def _from_pydantic(error: ValidationError) -> Iterator[Problem]:
    for item in error.errors(include_input=False, include_url=False, include_context=False):
        soort = item["type"]
        zin = next((z for k, z in _ZINNEN.items() if soort.startswith(k)), "Deze invoer kan niet bewaard worden.")
        yield Problem(tuple(item["loc"]), zin, "bewaren")


def _order(kind: type[Part], problems: Sequence[Problem]) -> list[Problem]:
    order = {naam: n for n, naam in enumerate(kind.model_fields)}
    return sorted(problems, key=lambda p: order.get(str(p.loc[0]), len(order)) if p.loc else len(order))
