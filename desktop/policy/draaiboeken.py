"""The protocols as step lists: reads the shipped draaiboeken, or a school group's, and says where one is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import Any, get_args

from desktop import assets
from desktop.models.draaiboek import UITVOERDERS, Draaiboek, ElderDocument, Herkomst, Stap, Voorwaarde
from desktop.models.rolinhoud import Formulier
from desktop.models.schoolplan import ZONDER
from desktop.policy.blad import Fout, InhoudFout
from desktop.policy.tabel import Bestand, Tabel, Vorm, dubbel, lees

BEVESTIGEN = "De school moet dit sjabloon eerst bevestigen."
"""What `bron` of a template says: it holds only after the school confirmed it."""
ELDERS = "elders.toml"
"""The file, beside the draaiboeken, of protocols that are a document or a site."""
_KOP = {
    "sleutel": Vorm("sleutel"),
    "versie": Vorm(),
    "titel": Vorm(zinnen=True),
    "kort": Vorm(zinnen=True),
    "herkomst": Vorm(),
    "bron": Vorm(zinnen=True),
    "pagina": Vorm(leeg=True),
    "volgorde": Vorm("getal"),
    "in_volgorde": Vorm("waar"),
}
_VOORWAARDE = {"sleutel": Vorm("sleutel"), "vraag": Vorm(zinnen=True), "uitleg": Vorm(nodig=False, zinnen=True)}
_STAP = {
    "sleutel": Vorm("sleutel"),
    "fase": Vorm(zinnen=True),
    "wat": Vorm(zinnen=True),
    "uitleg": Vorm(nodig=False, zinnen=True),
    "wie": Vorm(),
    "termijn": Vorm("getal", nodig=False),
    "reden": Vorm("waar", nodig=False),
    "als": Vorm("lijst", nodig=False),
    "niet_als": Vorm("lijst", nodig=False),
    "leidt_naar": Vorm(nodig=False),
    "punten": Vorm("lijst", nodig=False, zinnen=True),
}
_ELDERS = {
    "sleutel": Vorm("sleutel"),
    "titel": Vorm(zinnen=True),
    "kort": Vorm(zinnen=True),
    "pagina": Vorm(leeg=True),
    "plaats": Vorm(leeg=True),
}
_HERKOMSTEN: tuple[Herkomst, ...] = get_args(Herkomst)
_FORMULIEREN = {formulier.value for formulier in Formulier}


def map_van(inhoud: Path | None) -> Path:
    """Return the folder of the draaiboeken: that of a content set where it brings its own, else the shipped one."""
    eigen = inhoud / "draaiboeken" if inhoud else None
    return eigen if eigen and eigen.is_dir() else assets.resources() / "draaiboeken"


def laad(folder: Path | None = None, paginas: Set[str] | None = None) -> Mapping[str, Draaiboek]:
    """Return the draaiboeken in the files of a folder by key, in order; the shipped ones where no folder is given.

    `paginas` are the keys of the plan's pages that they may point at, those of the shipped plan where left out.
    Raises InhoudFout with every fault at its line.
    """
    folder = folder or map_van(None)
    bekend = planpaginas() if paginas is None else paginas
    fouten: list[Fout] = []
    gevonden: list[Draaiboek] = []
    for pad in assets.files_in(folder, ".toml"):
        if pad.name == ELDERS:
            continue
        voor = len(fouten)
        if (bestand := lees(pad, ("voorwaarden", "stappen"), fouten)) is None:
            continue
        fouten += _keur(pad.stem, bestand, bekend)
        if len(fouten) == voor:
            gevonden.append(_draaiboek(bestand))
    if not gevonden and not fouten:
        fouten.append(Fout(folder.name, 1, "hier staan geen draaiboeken (.toml)."))
    if fouten:
        raise InhoudFout(fouten)
    return {d.sleutel: d for d in sorted(gevonden, key=lambda d: (d.volgorde, d.sleutel))}


def anders(folder: Path | None = None, paginas: Set[str] | None = None) -> tuple[ElderDocument, ...]:
    """Return the protocols that are no step list: a document or a site. Those shipped where a folder has no such file.

    `paginas` as for `laad`. Raises InhoudFout with every fault at its line.
    """
    pad = (folder or map_van(None)) / ELDERS
    if not pad.is_file():
        pad, paginas = map_van(None) / ELDERS, None
    bekend = planpaginas() if paginas is None else paginas
    fouten: list[Fout] = []
    bestand = lees(pad, ("documenten",), fouten)
    rijen = bestand.tabellen["documenten"] if bestand else ()
    if bestand:
        fouten += bestand.kop.keur({})
        fouten += dubbel(rijen, "sleutel")
    for rij in rijen:
        fouten += rij.keur(_ELDERS)
        fouten += _pagina(rij, bekend)
        if (plaats := rij.tekst("plaats")) and plaats not in ZONDER:
            fouten.append(rij.fout("plaats", f"'{plaats}' is geen veld dat een school invult."))
    if fouten:
        raise InhoudFout(fouten)
    return tuple(ElderDocument(**rij.velden) for rij in rijen)


def planpaginas(folder: Path | None = None) -> Set[str]:
    """Return the keys of the pages in a folder, by the names of the files; of the shipped plan where none is given."""
    paden = assets.files_in(folder or assets.resources() / "beleid" / "paginas", ".md")
    return {pad.stem for pad in paden}


def _keur(stam: str, bestand: Bestand, paginas: Set[str]) -> Iterator[Fout]:
    kop = bestand.kop
    voorwaarden, stappen = bestand.tabellen["voorwaarden"], bestand.tabellen["stappen"]
    yield from kop.keur(_KOP)
    if (sleutel := kop.tekst("sleutel")) and sleutel != stam:
        yield kop.fout("sleutel", f"sleutel is de naam van het bestand: {stam}.")
    yield from _pagina(kop, paginas)
    herkomst = kop.tekst("herkomst")
    if herkomst and herkomst not in _HERKOMSTEN:
        yield kop.fout("herkomst", f"herkomst is een van: {', '.join(_HERKOMSTEN)}.")
    if herkomst == "sjabloon" and BEVESTIGEN not in kop.tekst("bron"):
        yield kop.fout("bron", f"bron van een sjabloon zegt: '{BEVESTIGEN}'")
    if not stappen:
        yield kop.fout("", "dit draaiboek heeft geen stappen.")
    for rijen, vormen in ((voorwaarden, _VOORWAARDE), (stappen, _STAP)):
        yield from dubbel(rijen, "sleutel")
        for rij in rijen:
            yield from rij.keur(vormen)
    yield from _verwijzingen(voorwaarden, stappen)


def _verwijzingen(voorwaarden: Sequence[Tabel], stappen: Sequence[Tabel]) -> Iterator[Fout]:
    """Yield what is wrong with the names that steps use, and the conditions that no step uses."""
    vragen = {v.tekst("sleutel") for v in voorwaarden}
    gebruikt: set[str] = set()
    for stap in stappen:
        als, niet = stap.lijst("als"), stap.lijst("niet_als")
        gebruikt |= {*als, *niet}
        for naam, sleutels in (("als", als), ("niet_als", niet)):
            yield from (stap.fout(naam, f"'{s}' is geen voorwaarde.") for s in sleutels if s not in vragen)
        if beide := set(als) & set(niet):
            yield stap.fout("niet_als", f"'{min(beide)}' staat in als en in niet_als: de stap komt nooit.")
        if (wie := stap.tekst("wie")) and wie not in UITVOERDERS:
            yield stap.fout("wie", f"'{wie}' voert niets uit; kies uit {', '.join(UITVOERDERS)}.")
        if (formulier := stap.tekst("leidt_naar")) and formulier not in _FORMULIEREN:
            yield stap.fout("leidt_naar", f"'{formulier}' is geen formulier of lijst.")
    for vraag in voorwaarden:
        if (sleutel := vraag.tekst("sleutel")) and sleutel not in gebruikt:
            yield vraag.fout("sleutel", f"geen stap gebruikt de voorwaarde '{sleutel}'.")


def _pagina(tabel: Tabel, paginas: Set[str]) -> Iterator[Fout]:
    if (pagina := tabel.tekst("pagina")) and pagina not in paginas:
        yield tabel.fout("pagina", f"de pagina '{pagina}' is er niet.")


def _draaiboek(bestand: Bestand) -> Draaiboek:
    velden: dict[str, Any] = {
        **bestand.kop.velden,
        "voorwaarden": tuple(Voorwaarde(**rij.velden) for rij in bestand.tabellen["voorwaarden"]),
        "stappen": tuple(_stap(rij) for rij in bestand.tabellen["stappen"]),
    }
    return Draaiboek(**velden)


def _stap(tabel: Tabel) -> Stap:
    velden: dict[str, Any] = {naam: tuple(w) if isinstance(w, list) else w for naam, w in tabel.velden.items()}
    return Stap(**velden)
