"""The plan as content: reads a set of pages, shipped or of another school group, and says where one is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

from desktop import assets
from desktop.models.plan import BEGRIP, FORMULIER, KAART, PLAATS, PLAN, RUBRIEKEN, Planpagina, Soort
from desktop.models.rolinhoud import ROLLEN, Formulier
from desktop.models.schoolplan import ZONDER
from desktop.models.sociale_kaart import Organisatie
from desktop.policy import kaart
from desktop.policy.blad import Blad, Fout, InhoudFout, koppelingen, lees_blad, zie_fouten

NAMEN = (
    "titel",
    "kort",
    "soort",
    "rubriek",
    "rollen",
    "volgorde",
    "zie",
    "leidt-naar",
    "bron",
    "eigen",
    "versie",
    "datum",
)
"""The names of the front matter, all of them on every page."""
_MAG_LEEG = ("zie", "leidt-naar", "bron", "eigen")
_KORT = 28
_ACCOLADE = re.compile(r"[{}]")


@dataclass(frozen=True, slots=True)
class Inhoud:
    """A content set: the pages in order, and the organisations of the sociale kaart by key."""

    paginas: tuple[Planpagina, ...]
    kaart: Mapping[str, Organisatie]


def laad(folder: Path | None = None) -> Inhoud:
    """Return the shipped content set, or that of another school group in `folder`. Raises InhoudFout.

    Such a folder holds `paginas/*.md`, and `sociale-kaart/*.toml` where it brings its own; README says how.
    """
    bron = assets.resources()
    paginas = folder / "paginas" if folder else bron / "beleid" / "paginas"
    organisaties = (
        folder / "sociale-kaart" if folder and (folder / "sociale-kaart").is_dir() else bron / "sociale-kaart"
    )
    gevonden = kaart.laad(organisaties)
    if not (paden := assets.files_in(paginas, ".md")):
        raise InhoudFout([Fout(paginas.name, 1, "hier staan geen pagina's (.md).")])
    return Inhoud(lees(paden, gevonden.keys()), gevonden)


def lees(paden: Sequence[Path], organisaties: Set[str]) -> tuple[Planpagina, ...]:
    """Return the pages in these files, by rubriek and order; a page's key is its file's stem.

    `organisaties` holds the keys of the sociale kaart. Raises InhoudFout naming every fault at once: in the front
    matter, in the text, places that no school can fill, and links to nowhere.
    """
    fouten: list[Fout] = []
    gelezen = [
        (blad, pagina) for pad in paden if (blad := _blad(pad, fouten)) and (pagina := _pagina(pad.stem, blad, fouten))
    ]
    soorten: dict[str, str] = {pad.stem: "" for pad in paden}  # a page that is wrong itself can still be linked to
    soorten |= {pagina.sleutel: pagina.soort for _, pagina in gelezen}
    plaatsen: dict[tuple[str, int], str] = {}
    for blad, pagina in gelezen:
        fouten += _verwijzingen(blad, pagina, soorten, organisaties)
        fouten += _onbekende_plaatsen(blad, pagina)
        plek = (pagina.rubriek, pagina.volgorde)
        if plek in plaatsen:
            fouten.append(Fout(blad.bestand, blad.plek["volgorde"], f"volgorde {plek[1]} heeft ook {plaatsen[plek]}."))
        plaatsen.setdefault(plek, blad.bestand)
    if fouten:
        raise InhoudFout(fouten)
    rang = list(RUBRIEKEN)
    return tuple(sorted((pagina for _, pagina in gelezen), key=lambda p: (rang.index(p.rubriek), p.volgorde)))


def _blad(pad: Path, fouten: list[Fout]) -> Blad | None:
    return lees_blad(pad, NAMEN, _MAG_LEEG, fouten)


def _pagina(sleutel: str, blad: Blad, fouten: list[Fout]) -> Planpagina | None:
    """Return the page; None after adding faults."""
    voor = len(fouten)

    def fout(naam: str, zin: str) -> None:
        fouten.append(Fout(blad.bestand, blad.plek.get(naam, 1), zin))

    kop = blad.kop
    soort = next((s for s in _SOORTEN if s == kop.get("soort")), None)
    if kop.get("soort") and soort is None:
        fout("soort", f"'soort' is een van: {', '.join(_SOORTEN)}.")
    if kop.get("rubriek") and kop["rubriek"] not in RUBRIEKEN:
        fout("rubriek", f"'rubriek' is een van: {', '.join(RUBRIEKEN)}.")
    for rol in blad.lijst("rollen"):
        if rol not in ROLLEN:
            fout("rollen", f"'{rol}' is geen rol; kies uit {', '.join(ROLLEN)}.")
    if len(kop.get("kort", "")) > _KORT:
        fout("kort", f"'kort' is langer dan {_KORT} tekens.")
    volgorde, versie = blad.getal("volgorde", fouten), blad.getal("versie", fouten)
    datum = _datum(kop.get("datum", ""))
    if kop.get("datum") and datum is None:
        fout("datum", "'datum' is een dag als 2026-11-24.")
    formulieren = tuple(_formulieren(blad, fouten))
    # no word: the front matter's own reader has said what is missing
    if len(fouten) > voor or soort is None or datum is None or not set(NAMEN) <= kop.keys():
        return None
    return Planpagina(
        sleutel=sleutel,
        titel=kop["titel"],
        kort=kop["kort"],
        soort=soort,
        rubriek=kop["rubriek"],
        rollen=blad.lijst("rollen"),
        volgorde=volgorde,
        zie=blad.lijst("zie"),
        leidt_naar=formulieren,
        bron=kop["bron"],
        eigen=kop["eigen"],
        versie=versie,
        datum=datum,
        tekst=blad.tekst,
    )


_SOORTEN: tuple[Soort, ...] = get_args(Soort)


def _datum(waarde: str) -> date | None:
    try:
        return date.fromisoformat(waarde)
    except ValueError:
        return None


def _formulieren(blad: Blad, fouten: list[Fout]) -> Iterator[Formulier]:
    for naam in blad.lijst("leidt-naar"):
        try:
            yield Formulier.van(naam)
        except ValueError:
            fouten.append(Fout(blad.bestand, blad.plek["leidt-naar"], f"'{naam}' is geen formulier of lijst."))


def _verwijzingen(blad: Blad, pagina: Planpagina, soorten: Mapping[str, str], organisaties: Set[str]) -> Iterator[Fout]:
    """Yield what is wrong with the links: to nowhere, to a page as a term, or of a kind that does not exist."""
    yield from zie_fouten(blad.bestand, blad.plek["zie"], pagina.sleutel, pagina.zie, soorten.keys())
    formulieren = {formulier.value for formulier in Formulier}
    for nummer, label, doel in koppelingen(pagina.tekst, blad.eerste):
        if not label.strip():
            yield Fout(blad.bestand, nummer, "een koppeling heeft geen tekst.")
        schema, _, naam = doel.partition(":")
        if doel.startswith("https://"):
            continue
        bekend = {
            PLAN: soorten.keys(),
            BEGRIP: {s for s, soort in soorten.items() if soort != "pagina"},
            KAART: organisaties,
            FORMULIER: formulieren,
        }.get(f"{schema}:")
        if bekend is None:
            zin = f"een koppeling begint met {PLAN}, {BEGRIP}, {KAART}, {FORMULIER} of https://, niet als '{doel}'."
            yield Fout(blad.bestand, nummer, zin)
        elif naam not in bekend:
            yield Fout(blad.bestand, nummer, f"de koppeling '{doel}' gaat nergens heen.")


def _onbekende_plaatsen(blad: Blad, pagina: Planpagina) -> Iterator[Fout]:
    for nummer, regel in enumerate(pagina.tekst.splitlines(), start=blad.eerste):
        for naam in PLAATS.findall(regel):
            if naam not in ZONDER:
                yield Fout(blad.bestand, nummer, f"'{{{naam}}}' kan een school niet invullen.")
        if _ACCOLADE.search(PLAATS.sub("", regel)):
            yield Fout(blad.bestand, nummer, "een accolade die niet bij een in te vullen plaats hoort.")
