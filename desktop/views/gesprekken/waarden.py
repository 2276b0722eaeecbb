"""What a field holds, as text for reading: in the read view and where two versions stand side by side."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

from pydantic import JsonValue, ValidationError

from desktop.models.core import Record, Values, Veld, Wie
from desktop.models.velden import Soort, VeldSpec, is_leeg, velden
from desktop.views.forms.lezen import toon_datum, toon_tijd
from desktop.views.forms.personen import bijzin


def als_tekst(spec: VeldSpec, waarde: JsonValue) -> str:
    """Return the value of a field as lines of text, '' where it is empty; what cannot be read stays as typed."""
    if is_leeg(waarde):
        return ""
    if spec.soort is Soort.RIJEN and isinstance(waarde, list):
        return "\n".join(_rij(spec, rij) for rij in waarde if isinstance(rij, dict))
    if isinstance(waarde, list):
        return "\n".join(_een(spec, deel) for deel in waarde)
    return _een(spec, waarde)


def verschillen(kind: type[Record], een: Values, ander: Values) -> Iterator[tuple[str, str, str]]:
    """Yield (label, text of one, text of the other) for each field in which two versions differ."""
    for spec in velden(kind):
        links, rechts = (als_tekst(spec, values.get(spec.naam)) for values in (een, ander))
        if links != rechts:
            yield spec.veld.label, links, rechts


def verschilt(kind: type[Record], een: Values, ander: Values) -> bool:
    """Whether two versions say something else in any field."""
    declared = [s.naam for s in velden(kind)]
    # what the program itself fills in is said in no field, and is as much of it: which earlier signal this one confirms
    eigen = [naam for naam in kind.model_fields if naam not in declared]
    return any(
        een.get(naam) != ander.get(naam) and not (is_leeg(een.get(naam)) and is_leeg(ander.get(naam)))
        for naam in declared
    ) or any(een.get(naam) != ander.get(naam) and (een.get(naam) or ander.get(naam)) for naam in eigen)


def _rij(spec: VeldSpec, rij: dict[str, JsonValue]) -> str:
    assert spec.rij is not None
    delen = ((cel.veld, als_tekst(cel, rij.get(cel.naam))) for cel in velden(spec.rij))
    return " · ".join(_met_label(veld, tekst, n == 0) for n, (veld, tekst) in enumerate(delen) if tekst)


def _met_label(veld: Veld, tekst: str, eerste: bool) -> str:
    return tekst if eerste else f"{veld.label.lower()}: {tekst}"


def _een(spec: VeldSpec, waarde: JsonValue) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, dict):
        try:
            wie = Wie.model_validate(waarde, strict=False)
        except ValidationError:
            naam = waarde.get("naam")
            return naam if isinstance(naam, str) else ""
        zin = bijzin(wie)
        return f"{wie.naam} ({zin})" if zin else wie.naam
    tekst = str(waarde)
    try:
        if spec.soort is Soort.DATUM:
            return toon_datum(date.fromisoformat(tekst))
        if spec.soort is Soort.TIJD:
            return toon_tijd(time.fromisoformat(tekst))
        if spec.keuze is not None:
            return spec.keuze.van(tekst).label
    except ValueError:
        pass
    return tekst
