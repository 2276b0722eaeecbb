"""The pages about roles and the meldcode: read from the shipped file and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from desktop import assets
from desktop.models.rolinhoud import ROLLEN, Formulier, RolInhoud, Rubriek

_KOP = "Taken in het kort"
_VERPLICHT = {"titel", "rubriek", "icoon", "intro", "taken"}
_VELDEN = _VERPLICHT | {"kop_taken", "genummerd", "formulieren"}


class RollenFout(ValueError):
    """The shipped content is wrong; `sleutel` names the page. A fault of the maker, so not a `UserError`."""

    def __init__(self, sleutel: str, wat: str) -> None:
        super().__init__(f"rollen.toml, [{sleutel}]: {wat}")
        self.sleutel = sleutel


@cache
def laad() -> Mapping[str, RolInhoud]:
    """Return the shipped pages by key, in the order of the file. Raises RollenFout."""
    return lees(assets.text("beleid", "rollen.toml"))


def lees(bron: str) -> Mapping[str, RolInhoud]:
    """Return the pages in a TOML text by key, in its order.

    Raises RollenFout where a role or the meldcode is missing, a field is unknown, missing or of the wrong kind, or a
    page has fewer than four or more than nine tasks.
    """
    try:
        data = tomllib.loads(bron)
    except tomllib.TOMLDecodeError as error:
        raise RollenFout("bestand", str(error)) from error
    paginas = {sleutel: _pagina(sleutel, velden) for sleutel, velden in data.items()}
    for sleutel in (*ROLLEN, "meldcode"):
        if sleutel not in paginas:
            raise RollenFout(sleutel, "deze pagina ontbreekt")
    for sleutel, pagina in paginas.items():
        soort = "meldcode" if sleutel == "meldcode" else "rol"
        if soort == "rol" and sleutel not in ROLLEN:
            raise RollenFout(sleutel, "dit is geen rol")
        if pagina.rubriek != soort:
            raise RollenFout(sleutel, f"rubriek moet {soort} zijn")
    return paginas


def _pagina(sleutel: str, velden: Any) -> RolInhoud:
    if not isinstance(velden, dict):
        raise RollenFout(sleutel, "dit is geen pagina")
    if onbekend := sorted(velden.keys() - _VELDEN):
        raise RollenFout(sleutel, f"onbekend veld: {', '.join(onbekend)}")
    if weg := sorted(_VERPLICHT - velden.keys()):
        raise RollenFout(sleutel, f"ontbrekend veld: {', '.join(weg)}")
    taken = _teksten(sleutel, "taken", velden["taken"])
    if not 4 <= len(taken) <= 9:
        raise RollenFout(sleutel, f"taken: {len(taken)}, maar het horen er 4 tot 9 te zijn")
    genummerd = velden.get("genummerd", False)
    if not isinstance(genummerd, bool):
        raise RollenFout(sleutel, "genummerd moet true of false zijn")
    return RolInhoud(
        sleutel=sleutel,
        titel=_tekst(sleutel, "titel", velden["titel"]),
        rubriek=_rubriek(sleutel, velden["rubriek"]),
        icoon=_tekst(sleutel, "icoon", velden["icoon"]),
        intro=_tekst(sleutel, "intro", velden["intro"]),
        taken=taken,
        kop_taken=_tekst(sleutel, "kop_taken", velden.get("kop_taken", _KOP)),
        genummerd=genummerd,
        formulieren=tuple(_formulier(sleutel, f) for f in _teksten(sleutel, "formulieren", velden.get("formulieren"))),
    )


def _tekst(sleutel: str, veld: str, waarde: Any) -> str:
    if not isinstance(waarde, str) or not waarde.strip():
        raise RollenFout(sleutel, f"{veld} moet tekst zijn")
    return " ".join(waarde.split())


def _teksten(sleutel: str, veld: str, waarde: Any) -> tuple[str, ...]:
    if waarde is None:
        return ()
    if not isinstance(waarde, list):
        raise RollenFout(sleutel, f"{veld} moet een lijst zijn")
    return tuple(_tekst(sleutel, veld, w) for w in waarde)


def _rubriek(sleutel: str, waarde: Any) -> Rubriek:
    rubrieken: tuple[Rubriek, ...] = get_args(Rubriek)
    for rubriek in rubrieken:
        if rubriek == waarde:
            return rubriek
    raise RollenFout(sleutel, f"onbekende rubriek; kies uit {', '.join(rubrieken)}")


def _formulier(sleutel: str, waarde: str) -> Formulier:
    try:
        return Formulier.van(waarde)
    except ValueError as error:
        raise RollenFout(sleutel, f"onbekend formulier: {waarde}") from error
