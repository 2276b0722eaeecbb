"""EDEXML's codes and dates in plain Dutch. Source: the standard's own schemas 1.03, 2.0 and 2.1 (types.variabel)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from desktop.models.personen import Geslacht

GESLACHT: Mapping[str, Geslacht] = {
    "0": Geslacht.ONBEKEND,
    "1": Geslacht.JONGEN,
    "2": Geslacht.MEISJE,
    "9": Geslacht.NIET_GESPECIFICEERD,
    # not in the standard, but seen in hand-made files
    "M": Geslacht.JONGEN,
    "J": Geslacht.JONGEN,
    "V": Geslacht.MEISJE,
}

COMBINATIE = "C"
HISTORISCH = "H"

_JAARGROEP: Mapping[str, str] = {
    "B": "baby's",
    "D": "dreumesen",
    "0": "peuters",
    **{str(n): str(n) for n in range(1, 9)},
    **{str(10 + n): f"vo {n}" for n in range(1, 7)},
    "S": "s(b)o",
    "V": "vso",
    COMBINATIE: "combinatiegroep",
    "N": "geen po of vo",
    HISTORISCH: "oud-leerlingen",
}
_LEERJAAR: Mapping[str, str] = {
    **_JAARGROEP,
    **{str(n): f"kleuterklas {n + 1}" for n in range(3)},
    **{str(n): f"leerjaar {n - 2}" for n in range(3, 9)},
    **{str(10 + n): f"secundair {n}" for n in range(1, 7)},
    "S": "buitengewoon basisonderwijs",
    "V": "buitengewoon secundair onderwijs",
}

_ROL: Mapping[str, str] = {
    "ADJ": "Adjunct-directeur",
    "ADM": "Administratief medewerker",
    "CON": "Conciërge",
    "DIR": "Directeur",
    "ICT": "ICT-coördinator",
    "IB": "Intern begeleider",
    "KLA": "Klassenassistent",
    "LRK": "Leerkracht",
    "LOS": "Lerarenondersteuner",
    "LOC": "Locatieleider",
    "OWA": "Onderwijsassistent",
    "OUD": "Hulpouder",
    "RT": "Remedial teacher",
    "SMW": "Schoolmaatschappelijk werker",
    "STA": "Stagiair",
    "TAL": "Toetsafnameleider",
    "VAK": "Vakleerkracht",
}

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+)?(?:Z|[+-]\d{2}:\d{2})?", re.ASCII)
_DMJ = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})", re.ASCII)
_BRIN = re.compile(r"(\d{2}[A-Z]{2})(?:\d{2})?", re.ASCII)


def jaargroep(code: str, vlaams: bool) -> str | None:
    """Return a jaargroep code in words, as a Dutch or a Flemish school says it; None for an unknown code."""
    return (_LEERJAAR if vlaams else _JAARGROEP).get(code.upper())


def functie(rollen: Sequence[str], omschrijvingen: Sequence[str]) -> str:
    """Return what someone does at the school: role codes in words (an unknown code as it is), then the school's own."""
    woorden = [_ROL.get(rol, rol) for rol in rollen]
    return ", ".join(dict.fromkeys((*woorden, *omschrijvingen)))


def datum(tekst: str) -> date | None:
    """Return an XML date or dateTime, or a day written the Dutch way; None where it is no day within reason."""
    if treffer := _ISO.fullmatch(tekst):
        jaar, maand, dag = map(int, treffer.groups())
    elif treffer := _DMJ.fullmatch(tekst):
        dag, maand, jaar = map(int, treffer.groups())
    else:
        return None
    if not 1900 <= jaar <= 2200:
        return None
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None


def brin(tekst: str) -> str:
    """Return the four characters of a BRIN, without the two of a location some files add; '' where it is none."""
    treffer = _BRIN.fullmatch(tekst.upper())
    return treffer[1] if treffer else ""


def is_bsn(tekst: str) -> bool:
    """Whether a text can be a citizen service number: nine digits that pass the elfproef."""
    if not (len(tekst) == 9 and tekst.isascii() and tekst.isdigit()) or tekst == "000000000":
        return False
    cijfers = [int(t) for t in tekst]
    return (sum(c * (9 - n) for n, c in enumerate(cijfers[:8])) - cijfers[8]) % 11 == 0


def stabiel(sleutel: str) -> bool:
    """Whether a key stays the same from one export to the next; the standard marks those that do not with '#'."""
    return bool(sleutel) and not sleutel.startswith("#")
