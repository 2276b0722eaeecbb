"""Content in TOML: read with the line of every key, so that each fault can be named at its place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from desktop.models.tekst import schoon
from desktop.policy.blad import Fout

MAX_WOORDEN = 24
"""Words in the longest sentence that content may have."""
_KOP = re.compile(r"\[\[\s*([A-Za-z0-9_-]+)\s*\]\]")
_SLEUTEL = re.compile(r"\"?([A-Za-z0-9_-]+)\"?\s*=")
_ZINSEINDE = re.compile(r"(?<=[.?!:;])\s+")
_NAAM = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
_LANGE_TEKST = ('"""', "'''")

Soort = Literal["sleutel", "tekst", "lijst", "getal", "getallen", "waar"]
_SOORTEN: Mapping[Soort, str] = {
    "sleutel": "bestaan uit kleine letters en cijfers, met streepjes ertussen",
    "tekst": "tekst zijn",
    "lijst": "een lijst van teksten zijn",
    "getal": "een getal vanaf 0 zijn",
    "getallen": "een lijst van getallen zijn",
    "waar": "true of false zijn",
}


@dataclass(frozen=True, slots=True)
class Vorm:
    """What a key holds. `nodig`: it must be there; `leeg`: a text may be empty. `zinnen`: it is read by people."""

    soort: Soort = "tekst"
    nodig: bool = True
    leeg: bool = False
    zinnen: bool = False


@dataclass(frozen=True, slots=True)
class Tabel:
    """One table of a file: its values, the line it begins on, and the line of each of its keys."""

    bestand: str
    velden: Mapping[str, Any]
    regel: int = 1
    plek: Mapping[str, int] = field(default_factory=dict)

    def fout(self, naam: str, zin: str) -> Fout:
        """Return a fault at one of the keys, else where the table begins."""
        return Fout(self.bestand, self.plek.get(naam, self.regel), zin)

    def tekst(self, naam: str) -> str:
        """Return a value that should be text; '' where it is not."""
        waarde = self.velden.get(naam)
        return waarde if isinstance(waarde, str) else ""

    def lijst(self, naam: str) -> Sequence[str]:
        """Return the texts of a value that should be a list of texts."""
        waarde = self.velden.get(naam)
        return [deel for deel in waarde if isinstance(deel, str)] if isinstance(waarde, list) else []

    def keur(self, vormen: Mapping[str, Vorm]) -> Iterator[Fout]:
        """Yield what is wrong with the keys: unknown, missing, of the wrong kind, empty, too long a sentence."""
        for naam in self.velden:
            if naam not in vormen:
                yield self.fout(naam, f"onbekend veld: {naam}.")
        for naam, vorm in vormen.items():
            if naam in self.velden:
                yield from (self.fout(naam, zin) for zin in _gebreken(naam, vorm, self.velden[naam]))
            elif vorm.nodig:
                yield self.fout("", f"ontbrekend veld: {naam}.")


@dataclass(frozen=True, slots=True)
class Bestand:
    """What stands in one file: the keys before the first table, and its lists of tables by name."""

    kop: Tabel
    tabellen: Mapping[str, Sequence[Tabel]]


def lees(pad: Path, lijsten: Sequence[str], fouten: list[Fout]) -> Bestand | None:
    """Read a file whose lists of tables (`[[name]]`) have these names; None after adding a fault that stops it."""
    try:
        bron = pad.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        fouten.append(Fout(pad.name, 1, "dit bestand is geen UTF-8."))
        return None
    try:
        data = tomllib.loads(bron)
    except tomllib.TOMLDecodeError as error:
        fouten.append(_geen_toml(pad.name, bron, str(error)))
        return None
    (_, _, kop_plek), *blokken = _blokken(bron)
    tabellen: dict[str, Sequence[Tabel]] = {}
    for naam in lijsten:
        rijen = data.get(naam, [])
        begin = kop_plek.get(naam, 1)
        if not isinstance(rijen, list) or not all(isinstance(rij, dict) for rij in rijen):
            fouten.append(Fout(pad.name, begin, f"schrijf {naam} als tabellen: [[{naam}]]."))
            rijen = []
        # tables written inline have no headings of their own: their faults are named where the list begins
        plekken = [(regel, plek) for kop, regel, plek in blokken if kop == naam] or [(begin, {})] * len(rijen)
        tabellen[naam] = [Tabel(pad.name, rij, *plek) for rij, plek in zip(rijen, plekken, strict=True)]
    kop = {naam: waarde for naam, waarde in data.items() if naam not in lijsten}
    return Bestand(Tabel(pad.name, kop, 1, kop_plek), tabellen)


def dubbel(tabellen: Sequence[Tabel], naam: str) -> Iterator[Fout]:
    """Yield a fault for each table whose value at this key another one before it has too."""
    gezien: set[str] = set()
    for tabel in tabellen:
        waarde = tabel.velden.get(naam)
        if isinstance(waarde, str) and waarde in gezien:
            yield tabel.fout(naam, f"{naam} '{waarde}' staat er al.")
        elif isinstance(waarde, str):
            gezien.add(waarde)


def _blokken(bron: str) -> list[tuple[str, int, dict[str, int]]]:
    """Return the parts of a text: the one before the first heading, then each table with its line and its keys'."""
    blokken: list[tuple[str, int, dict[str, int]]] = [("", 1, {})]
    in_tekst = ""
    for nummer, regel in enumerate(bron.splitlines(), start=1):
        if not in_tekst and (kop := _KOP.match(regel)):
            blokken.append((kop[1], nummer, {}))
        elif not in_tekst and (sleutel := _SLEUTEL.match(regel.lstrip())):
            blokken[-1][2].setdefault(sleutel[1], nummer)
        # a text over several lines can hold what looks like a heading or a key
        for grens in _LANGE_TEKST:
            if in_tekst in ("", grens) and regel.count(grens) % 2:
                in_tekst = "" if in_tekst else grens
    return blokken


def _gebreken(naam: str, vorm: Vorm, waarde: Any) -> Iterator[str]:
    if not _is(vorm.soort, waarde):
        yield f"{naam} moet {_SOORTEN[vorm.soort]}."
        return
    teksten = waarde if vorm.soort == "lijst" else [waarde] if vorm.soort == "tekst" else []
    if not all(tekst.strip() for tekst in teksten) and not vorm.leeg:
        yield f"{naam} is leeg."
    if any(tekst != schoon(tekst) for tekst in teksten):
        yield f"{naam} heeft een teken dat niet te zien is."
    if vorm.zinnen:
        for zin in (zin for tekst in teksten for zin in _ZINSEINDE.split(tekst)):
            if len(woorden := zin.split()) > MAX_WOORDEN:
                yield f"{naam}: een zin van {len(woorden)} woorden; meer dan {MAX_WOORDEN} leest niemand vlot."


def _is(soort: Soort, waarde: Any) -> bool:
    # bool is a kind of int in Python, not in content
    getal = isinstance(waarde, int) and not isinstance(waarde, bool) and waarde >= 0
    match soort:
        case "sleutel":
            return isinstance(waarde, str) and _NAAM.fullmatch(waarde) is not None
        case "tekst":
            return isinstance(waarde, str)
        case "lijst":
            return isinstance(waarde, list) and all(isinstance(deel, str) for deel in waarde)
        case "getal":
            return getal
        case "getallen":
            return isinstance(waarde, list) and all(_is("getal", deel) for deel in waarde)
        case "waar":
            return isinstance(waarde, bool)


def _geen_toml(naam: str, bron: str, melding: str) -> Fout:
    """Return the fault that tomllib names: '... (at line 3, column 1)' or '... (at end of document)'."""
    gevonden = re.search(r"at line (\d+)", melding)
    regel = int(gevonden[1]) if gevonden else max(len(bron.splitlines()), 1)
    return Fout(naam, regel, f"geen geldige TOML: {melding}.")
