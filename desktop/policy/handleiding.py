"""The manual as content: reads its pages and says where one is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop import assets
from desktop.models.handleiding import SCHEMA, Handleidingpagina
from desktop.policy.blad import KOPPELING, Fout, InhoudFout, koppelingen, lees_blad, zie_fouten

_KOPPEN = ("titel", "rubriek", "volgorde", "zie")
_KOP = re.compile(r"^#{2,6} +(.*?)([?!.:]?)$", re.MULTILINE)
_OPMAAK = re.compile(r"^\s*(?:[-*>]|\d+\.)\s+|[*`]+", re.MULTILINE)


class HandleidingFout(InhoudFout):
    """The shipped manual is wrong; `fouten` names every place."""


def laad() -> tuple[Handleidingpagina, ...]:
    """Return the shipped manual, in order. Raises HandleidingFout."""
    return lees(assets.files("handleiding", ".md"))


def lees(paden: Sequence[Path]) -> tuple[Handleidingpagina, ...]:
    """Return the pages in these files, in order; a page's key is its file's stem.

    Raises HandleidingFout naming every fault at once: in the front matter, in the text, and links to nowhere.
    """
    fouten: list[Fout] = []
    gelezen: list[tuple[str, Handleidingpagina, dict[str, int], int]] = []
    for pad in paden:
        gevonden = _lees_een(pad, fouten)
        if gevonden is not None:
            gelezen.append((pad.name, *gevonden))
    sleutels = {pad.stem for pad in paden}  # of a page that is wrong itself too: a link to it is not a second fault
    plaatsen: dict[int, str] = {}
    for bestand, pagina, regels, eerste in gelezen:
        fouten += _verwijzingen(bestand, pagina, regels["zie"], eerste, sleutels)
        if pagina.volgorde in plaatsen:
            zin = f"volgorde {pagina.volgorde} heeft ook {plaatsen[pagina.volgorde]}."
            fouten.append(Fout(bestand, regels["volgorde"], zin))
        plaatsen.setdefault(pagina.volgorde, bestand)
    if fouten:
        raise HandleidingFout(sorted(fouten, key=lambda fout: (fout.bestand, fout.regel)))
    return tuple(sorted((pagina for _, pagina, _, _ in gelezen), key=lambda pagina: pagina.volgorde))


def _lees_een(pad: Path, fouten: list[Fout]) -> tuple[Handleidingpagina, dict[str, int], int] | None:
    """Return a page, the line of each front matter key, and the first line of its text; None after adding faults."""
    voor = len(fouten)
    blad = lees_blad(pad, _KOPPEN, ("zie",), fouten)
    if blad is None:
        return None
    volgorde = blad.getal("volgorde", fouten)
    if len(fouten) > voor:
        return None
    kop = blad.kop
    pagina = Handleidingpagina(pad.stem, kop["titel"], kop["rubriek"], volgorde, blad.lijst("zie"), blad.tekst)
    return pagina, dict(blad.plek), blad.eerste


def _verwijzingen(
    bestand: str, pagina: Handleidingpagina, zie_regel: int, eerste: int, sleutels: set[str]
) -> Iterator[Fout]:
    """Return what is wrong with the links: to unknown pages, to itself, twice, or out of the manual."""
    yield from zie_fouten(bestand, zie_regel, pagina.sleutel, pagina.zie, sleutels)
    for nummer, label, doel in koppelingen(pagina.tekst, eerste):
        if not label.strip():
            yield Fout(bestand, nummer, "een koppeling heeft geen tekst.")
        if not doel.startswith(SCHEMA):
            yield Fout(bestand, nummer, f"een koppeling gaat alleen naar '{SCHEMA}sleutel', niet naar '{doel}'.")
        elif doel.removeprefix(SCHEMA) not in sleutels:
            yield Fout(bestand, nummer, f"de koppeling '{doel}' gaat nergens heen.")


def plat(tekst: str) -> str:
    """Return Markdown as running text: a heading ends in a colon, labels of links stay, marks go, one space each."""
    zonder_hek = "\n".join("" if regel.startswith("```") else regel for regel in tekst.splitlines())
    met_koppen = _KOP.sub(lambda kop: f"{kop[1]}{kop[2] or ':'}", zonder_hek)
    return " ".join(_OPMAAK.sub("", KOPPELING.sub(r"\1", met_koppen)).split())
