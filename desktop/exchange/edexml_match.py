"""Finds who in an EDEXML file is who in the vault: by the stable key, or else by name and date of birth."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar
from uuid import UUID

from desktop.exchange.edexml_codes import stabiel
from desktop.exchange.edexml_types import GelezenGroep, GelezenLeerkracht, GelezenLeerling, Onleesbaar, Soort
from desktop.models.opslag import Stored
from desktop.models.personen import Groep, Leerling, Medewerker

G = TypeVar("G", GelezenGroep, GelezenLeerling, GelezenLeerkracht)
Mens = GelezenLeerling | GelezenLeerkracht | Leerling | Medewerker
Iets = Mens | GelezenGroep | Groep

_ZELFDE: dict[Soort, str] = {
    "groep": "Er zijn twee groepen met deze naam, en het bestand geeft geen vaste sleutel.",
    "leerling": "Er zijn twee leerlingen met dezelfde naam en geboortedatum. Het is niet zeker wie dit is.",
    "leerkracht": "Er zijn twee mensen met deze naam, en het bestand geeft geen vaste sleutel.",
}


@dataclass(frozen=True, slots=True)
class Koppeling(Generic[G]):
    """Each entry with its record, or None where it is new; who is unclear; which records the file speaks about."""

    paren: tuple[tuple[G, Stored | None], ...]
    onleesbaar: tuple[Onleesbaar, ...]
    genoemd: frozenset[UUID]


def koppel(soort: Soort, gelezen: Sequence[G], stored: Sequence[Stored], overgeslagen: Sequence[str]) -> Koppeling[G]:
    """Match the entries of one kind to the records of that kind.

    A key that the vault does not know is looked for by name as well, but only among records whose own key is not in
    the file: a school that changes its pupil system gets new keys for the same children. `overgeslagen` are the keys of
    entries that could not be read: their records are in the file all the same.
    """
    op_sleutel: dict[str, Stored] = {}
    op_naam: defaultdict[str, list[Stored]] = defaultdict(list)
    for s in stored:
        if isinstance(s.value, Groep | Leerling | Medewerker):
            op_naam[naamsleutel(s.value)].append(s)
            if stabiel(s.value.edex_key):
                op_sleutel.setdefault(s.value.edex_key, s)
    in_bestand = {g.edex_key for g in gelezen if stabiel(g.edex_key)}.union(overgeslagen)
    dubbel = Counter((naamsleutel(g), geboren(g)) for g in gelezen)
    vast = {g.edex_key: op_sleutel[g.edex_key] for g in gelezen if g.edex_key in op_sleutel}
    genoemd = {s.record for s in vast.values()} | {op_sleutel[k].record for k in overgeslagen if k in op_sleutel}
    paren: list[tuple[G, Stored | None]] = []
    onleesbaar: list[Onleesbaar] = []
    for g in gelezen:
        if g.edex_key in vast:
            paren.append((g, vast[g.edex_key]))
            continue
        los = not stabiel(g.edex_key)
        vrij = [
            s
            for s in op_naam.get(naamsleutel(g), ())
            if s.record not in genoemd and _sleutel(s) not in in_bestand and _past(g, s, los)
        ]
        if len(vrij) > 1 and not los and soort != "leerling":
            paren.append((g, None))  # two old ones of that name, and a key of its own: it is a third
        elif len(vrij) > 1 or (los and dubbel[(naamsleutel(g), geboren(g))] > 1):
            genoemd.update(s.record for s in vrij)
            onleesbaar.append(Onleesbaar(soort, g.positie, g.regel, g.edex_key, _ZELFDE[soort], True))
        elif vrij:
            genoemd.add(vrij[0].record)
            paren.append((g, vrij[0]))
        else:
            paren.append((g, None))
    return Koppeling(tuple(paren), tuple(onleesbaar), frozenset(genoemd))


def _sleutel(stored: Stored) -> str:
    return stored.value.edex_key if isinstance(stored.value, Groep | Leerling | Medewerker) else ""


def geboren(iets: Iets) -> date | None:
    """Return the date of birth, of who has one."""
    return iets.geboortedatum if isinstance(iets, GelezenLeerling | Leerling) else None


def _past(g: GelezenGroep | GelezenLeerling | GelezenLeerkracht, stored: Stored, los: bool) -> bool:
    """Whether a record of the same name can be this entry.

    For a pupil the dates of birth are the same; one that is missing is passed over only where there is no key at all.
    """
    if not isinstance(g, GelezenLeerling) or not isinstance(stored.value, Leerling):
        return True
    dagen = (g.geboortedatum, stored.value.geboortedatum)
    if None in dagen:
        return los
    return dagen[0] == dagen[1]


def naamsleutel(iets: Iets) -> str:
    """Return what makes two names the same: letters and digits only, without accents or case."""
    if isinstance(iets, GelezenGroep | Groep):
        return _kaal(iets.naam) + ("+" if iets.samengesteld else "")
    eerste = iets.roepnaam or getattr(iets, "voornamen", "") or iets.voorletters
    return f"{_kaal(iets.achternaam)}|{_kaal(iets.voorvoegsel)}|{_kaal(eerste)}"


def _kaal(tekst: str) -> str:
    if tekst.isascii():
        return "".join(filter(str.isalnum, tekst)).casefold()
    return "".join(t for t in unicodedata.normalize("NFKD", tekst) if t.isalnum()).casefold()
