"""The duties that return every school year: reads them from TOML, and says where one is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Set
from pathlib import Path

from desktop import assets
from desktop.models.jaarcyclus import RUBRIEKEN, Plicht, Ritme
from desktop.models.rechten import Rol
from desktop.models.rolinhoud import ROLLEN, Formulier
from desktop.policy.blad import Fout, InhoudFout
from desktop.policy.draaiboeken import planpaginas
from desktop.policy.tabel import Tabel, Vorm, dubbel, lees

NAAM = "jaarcyclus.toml"
_VORMEN = {
    "sleutel": Vorm("sleutel"),
    "taak": Vorm(zinnen=True),
    "wie": Vorm(zinnen=True),
    "rol": Vorm(),
    "naar": Vorm(nodig=False, zinnen=True),
    "ritme": Vorm(),
    "maanden": Vorm("getallen", nodig=False),
    "naar_keuze": Vorm("waar", nodig=False),
    "herinnert": Vorm("lijst", nodig=False),
    "let_op": Vorm(nodig=False, zinnen=True),
    "bron": Vorm(),
    "pagina": Vorm(nodig=False),
    "formulier": Vorm(nodig=False),
    "rubriek": Vorm(),
}
_KEUZES: dict[str, tuple[str, ...]] = {
    "rol": tuple(rol.value for rol in Rol),
    "ritme": tuple(ritme.value for ritme in Ritme),
    "rubriek": RUBRIEKEN,
    "formulier": tuple(formulier.value for formulier in Formulier),
}


def pad_van(inhoud: Path | None) -> Path:
    """Return the file of the duties: that of a content set where it brings its own, else the shipped one."""
    eigen = inhoud / NAAM if inhoud else None
    return eigen if eigen and eigen.is_file() else assets.resources() / NAAM


def laad(pad: Path, paginas: Set[str] | None = None) -> tuple[Plicht, ...]:
    """Return the duties in a file, in its order.

    `paginas` are the keys of the plan's pages that they may point at, those of the shipped plan where left out. Raises
    InhoudFout with every fault at its line.
    """
    fouten: list[Fout] = []
    bekend = planpaginas() if paginas is None else paginas
    bestand = lees(pad, ("plichten",), fouten)
    rijen = bestand.tabellen["plichten"] if bestand else ()
    if bestand:
        fouten += bestand.kop.keur({})
        if not rijen and not fouten:
            fouten.append(bestand.kop.fout("", "hier staan geen taken ([[plichten]])."))
        fouten += dubbel(rijen, "sleutel")
        for rij in rijen:
            fouten += rij.keur(_VORMEN)
            fouten += _keuzes(rij, bekend)
            fouten += _maanden(rij)
    if fouten:
        raise InhoudFout(fouten)
    return tuple(_plicht(rij) for rij in rijen)


def _keuzes(rij: Tabel, paginas: Set[str]) -> Iterator[Fout]:
    for naam, mag in _KEUZES.items():
        if (waarde := rij.tekst(naam)) and waarde not in mag:
            yield rij.fout(naam, f"'{waarde}' kan niet; {naam} is een van: {', '.join(mag)}.")
    for rol in rij.lijst("herinnert"):
        if rol not in ROLLEN:
            yield rij.fout("herinnert", f"'{rol}' is geen rol; kies uit {', '.join(ROLLEN)}.")
    if (pagina := rij.tekst("pagina")) and pagina not in paginas:
        yield rij.fout("pagina", f"de pagina '{pagina}' is er niet.")


def _maanden(rij: Tabel) -> Iterator[Fout]:
    maanden = rij.velden.get("maanden")
    if not isinstance(maanden, list):
        return
    if any(maand not in range(1, 13) for maand in maanden):
        yield rij.fout("maanden", "een maand is een getal van 1 tot en met 12.")
    elif len(set(maanden)) < len(maanden):
        yield rij.fout("maanden", "een maand staat er dubbel.")


def _plicht(rij: Tabel) -> Plicht:
    return Plicht(
        sleutel=rij.tekst("sleutel"),
        taak=rij.tekst("taak"),
        wie=rij.tekst("wie"),
        rol=Rol.van(rij.tekst("rol")),
        naar=rij.tekst("naar"),
        ritme=Ritme.van(rij.tekst("ritme")),
        maanden=tuple(rij.velden.get("maanden", ())),
        naar_keuze=rij.velden.get("naar_keuze", False),
        herinnert=tuple(rij.lijst("herinnert")),
        let_op=rij.tekst("let_op"),
        bron=rij.tekst("bron"),
        pagina=rij.tekst("pagina"),
        formulier=rij.tekst("formulier"),
        rubriek=rij.tekst("rubriek"),
    )
