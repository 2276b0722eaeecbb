"""A page of the manual and a hit in it, as plain data."""

from __future__ import annotations

from dataclasses import dataclass

SCHEMA = "handleiding:"
"""How a link to another page begins: 'handleiding:' and its key."""


@dataclass(frozen=True, slots=True)
class Handleidingpagina:
    """One page: `sleutel` is its stable key, `rubriek` the heading it stands under, `tekst` Markdown without title.

    `volgorde` sorts all pages, and with them the headings; `zie` holds the keys of pages to read next.
    """

    sleutel: str
    titel: str
    rubriek: str
    volgorde: int
    zie: tuple[str, ...]
    tekst: str


@dataclass(frozen=True, slots=True)
class Vondst:
    """A page that was searched for, with the matched passage; matches stand between U+0002 and U+0003."""

    pagina: Handleidingpagina
    fragment: str
