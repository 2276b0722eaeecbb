"""The sociale kaart as content: reads the shipped lists of organisations and says where one is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop import assets
from desktop.models.rolinhoud import ROLLEN
from desktop.models.sociale_kaart import GROEPEN, Organisatie, lees_uren
from desktop.policy.blad import Fout, InhoudFout

_TEKST = ("naam", "voor", "groep", "telefoon", "telefoon_nacht", "mail", "site", "bron")
_LIJST = ("rollen", "uren")
_WAAR = ("feestdagen", "gratis")
_VELDEN = {*_TEKST, *_LIJST, *_WAAR, "volgorde"}
_LANG = 120


def laad(folder: Path) -> Mapping[str, Organisatie]:
    """Return the organisations in the files of a folder by key, in their order. Raises InhoudFout with every fault."""
    fouten: list[Fout] = []
    gevonden: dict[str, Organisatie] = {}
    for pad in assets.files_in(folder, ".toml"):
        bron = pad.read_text(encoding="utf-8", errors="replace")
        try:
            data = tomllib.loads(bron)
        except tomllib.TOMLDecodeError as error:
            fouten.append(Fout(pad.name, _regel_van(str(error)), f"geen geldige TOML: {error}."))
            continue
        for sleutel, velden in data.items():
            regel = _regel(bron, sleutel)
            voor = len(fouten)
            fouten += [Fout(pad.name, regel, f"[{sleutel}]: {zin}") for zin in _gebreken(velden)]
            if sleutel in gevonden:
                fouten.append(Fout(pad.name, regel, f"[{sleutel}] staat er al."))
            if len(fouten) == voor:
                gevonden[sleutel] = _organisatie(sleutel, velden)
    if fouten:
        raise InhoudFout(fouten)
    return dict(sorted(gevonden.items(), key=lambda rij: (GROEPEN.index(rij[1].groep), rij[1].volgorde, rij[0])))


def _gebreken(velden: Any) -> list[str]:
    if not isinstance(velden, dict):
        return ["dit is geen organisatie."]
    zinnen = [f"onbekend veld: {naam}." for naam in sorted(velden.keys() - _VELDEN)]
    zinnen += [f"ontbrekend veld: {naam}." for naam in sorted(_VELDEN - velden.keys())]
    if zinnen:
        return zinnen
    zinnen += [f"{naam} moet tekst zijn." for naam in _TEKST if not isinstance(velden[naam], str)]
    zinnen += [f"{naam} moet true of false zijn." for naam in _WAAR if not isinstance(velden[naam], bool)]
    for naam in _LIJST:
        if not isinstance(velden[naam], list) or not all(isinstance(deel, str) for deel in velden[naam]):
            zinnen.append(f"{naam} moet een lijst van teksten zijn.")
    if not isinstance(velden["volgorde"], int):
        zinnen.append("volgorde moet een getal zijn.")
    if zinnen:
        return zinnen
    zinnen += [f"{naam} is leeg." for naam in ("naam", "voor", "bron") if not velden[naam].strip()]
    if velden["groep"] not in GROEPEN:
        zinnen.append(f"groep is een van: {', '.join(GROEPEN)}.")
    if len(velden["voor"]) > _LANG:
        zinnen.append(f"voor is langer dan {_LANG} tekens.")
    zinnen += [f"'{rol}' is geen rol." for rol in velden["rollen"] if rol not in ROLLEN]
    zinnen += [
        f"uren als 'ma-vr 09:00-17:00', niet als '{uren}'." for uren in velden["uren"] if lees_uren(uren) is None
    ]
    if velden["site"] and not velden["site"].startswith("https://"):
        zinnen.append("site begint met https://.")
    return zinnen


def _organisatie(sleutel: str, velden: Mapping[str, Any]) -> Organisatie:
    return Organisatie(
        sleutel=sleutel,
        **{naam: velden[naam] for naam in (*_TEKST, *_WAAR, "volgorde")},
        rollen=tuple(velden["rollen"]),
        uren=tuple(u for deel in velden["uren"] if (u := lees_uren(deel)) is not None),
        uren_tekst=", ".join(velden["uren"]),
    )


def _regel(bron: str, sleutel: str) -> int:
    """Return the line on which a table begins; 1 where it cannot be found (an unusual way of writing it)."""
    koppen = (f"[{sleutel}]", f'["{sleutel}"]')
    return next((n for n, regel in enumerate(bron.splitlines(), 1) if regel.strip() in koppen), 1)


def _regel_van(melding: str) -> int:
    """Return the line that tomllib names: '... (at line 3, column 1)'."""
    _, _, rest = melding.partition("at line ")
    cijfers = rest.partition(",")[0]
    return int(cijfers) if cijfers.isdecimal() else 1
