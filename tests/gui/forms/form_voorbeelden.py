"""Filled-in values for any kind of record, made from its declaration."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from pydantic import JsonValue

from desktop.models.core import Part, Record, Wie
from desktop.models.velden import Soort, VeldSpec, velden

BLOB = {"blob": str(UUID(int=7)), "naam": "Scan.pdf", "media": "application/pdf", "bytes": 1_234_567}
WIE = {"persoon": str(UUID(int=5)), "naam": "Elif Yılmaz", "hoedanigheid": "moeder", "gezag": "ja"}
SYSTEEM: dict[str, JsonValue] = {
    "leerling": WIE,
    "ouder": WIE,
    "persoon": str(UUID(int=11)),
    "oud": str(UUID(int=12)),
    "nieuw": str(UUID(int=13)),
    "op": str(UUID(int=14)),
    "afspraak": str(UUID(int=15)),
    "moment": "2026-11-19T15:00:00+01:00",
    "scan": BLOB,
    "melding": str(UUID(int=17)),
    "weging": str(UUID(int=18)),
    "soort": "evaluatie",
    "item": "evaluatie",
}
"""What the program fills in itself, for the kinds that need it."""
ANDERS: dict[str, dict[str, JsonValue]] = {
    "school": {"brin": "00AA", "termijn_vt_besluit": "5", "termijn_cit": "8"},
    "relatie": {"leerling": str(UUID(int=16))},
    "aanvulling": {"leerling": str(UUID(int=16))},
    "parnassys": {"leerling": str(UUID(int=16))},
    "afspraak_gedaan": {"leerling": str(UUID(int=16))},
    "ondertekening": {"leerling": str(UUID(int=16))},
    "werkgedaan": {"leerling": str(UUID(int=16))},
    "herverdeeld": {"leerling": str(UUID(int=16))},
    "afsluiting": {"leerling": str(UUID(int=16))},
    "heropening": {"leerling": str(UUID(int=16))},
    "nazorgkeer": {"leerling": str(UUID(int=16)), "stand": "beter", "volgende": "2026-12-24"},
    "uitnodiging": {"tijd_tot": "15:30:00"},
    "signaal": {"leerling": {**WIE, "persoon": str(UUID(int=19))}},
    "kaartorganisatie": {"uren": "ma-vr 09:00-17:00", "site": "https://voorbeeld.nl"},
    "rapportage": {"schooljaar": "2026-2027"},
    "afweging": {"dossier": str(UUID(int=20))},
    "eigenplicht": {"eerste_jaar": "2026-2027"},
    "logregel": {"gebeurd": "2026-11-19T14:30:00"},
    "draaiboekloop": {
        "definitie": {
            "sleutel": "proef",
            "versie": "2026-11",
            "titel": "Proef",
            "kort": "Om te proberen.",
            "herkomst": "plan",
            "bron": "",
            "pagina": "",
            "volgorde": 0,
            "in_volgorde": True,
            "voorwaarden": [],
            "stappen": [],
        }
    },
}


def vul(kind: type[Part]) -> dict[str, JsonValue]:
    """Return values in which every declared field of a kind is filled in."""
    values: dict[str, JsonValue] = {spec.naam: _waarde(spec) for spec in velden(kind)}
    for naam, info in kind.model_fields.items():
        if naam in SYSTEEM and naam not in values:
            values[naam] = SYSTEEM[naam] if naam != "leerling" or info.annotation is Wie else str(UUID(int=16))
        elif naam not in values and naam != "rij" and info.is_required():
            values[naam] = str(UUID(int=16)) if info.annotation is UUID else "evaluatie"
        elif naam not in values:
            values[naam] = (
                _standaard(info.get_default(call_default_factory=True)) if naam != "rij" else str(UUID(int=3))
            )
    if issubclass(kind, Record):
        values |= ANDERS.get(kind.KIND, {})
    elif "dagen" in values:  # a number, written as text
        values["dagen"] = "5"
    return values


def _standaard(waarde: Any) -> JsonValue:
    return list(waarde) if isinstance(waarde, tuple) else waarde


def _waarde(spec: VeldSpec) -> JsonValue:
    match spec.soort:
        case Soort.TEKST:
            return "A.v.d.B." if spec.veld.initialen else f"Tekst van {spec.naam}"
        case Soort.LANG:
            return f"Eerste regel van {spec.naam}\nTweede & <b>letterlijk</b>"
        case Soort.DATUM:
            return "2026-11-19"
        case Soort.TIJD:
            return "14:30:00"
        case Soort.JANEE:
            return True
        case Soort.KEUZE:
            assert spec.keuze is not None
            return list(spec.keuze)[-1].value
        case Soort.KEUZES:
            assert spec.keuze is not None
            return [k.value for k in spec.keuze]
        case Soort.PERSOON:
            return WIE
        case Soort.PERSONEN:
            return [WIE, {"persoon": None, "naam": "Sam Bakker", "hoedanigheid": "vader", "gezag": "nee"}]
        case Soort.BIJLAGEN:
            return [BLOB]
        case Soort.RIJEN:
            assert spec.rij is not None
            return [vul(spec.rij), vul(spec.rij) | {"rij": str(UUID(int=4))}]
