"""What a page about a role, the meldcode or a general heading says, and which forms it leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop.models.core import Keuze

Rubriek = Literal["rol", "meldcode", "algemeen"]

ROLLEN = (
    "leerling",
    "ouders",
    "leerkracht",
    "ondersteunend",
    "ib",
    "aandachtsfunctionaris",
    "vertrouwenspersoon",
    "directeur",
    "extern",
)
"""The nine roles of the plan by their key; where an account can have the role, the key is that of `rechten.Rol`."""


class Formulier(Keuze):
    """A form or list that a page can lead to; the label stands on its button."""

    GESPREKSVERSLAG = "gespreksverslag", "Gespreksverslag schrijven"
    LEERLINGGESPREK = "leerlinggesprek", "Gesprek met de leerling vastleggen"
    UITNODIGING = "uitnodiging", "Ouders uitnodigen"
    LEERLINGEN = "leerlingen", "Leerlingen en hun dossier"
    OUDERS = "ouders", "Ouders en gezag"
    AGENDA = "agenda", "Openstaand werk"
    PARNASSYS = "parnassys", "Nog niet in ParnasSys"
    EDEXML = "edexml", "Leerlingen inlezen"
    ZOEKEN = "zoeken", "Zoeken in alles"
    SCHOOLPROFIEL = "schoolprofiel", "Schoolprofiel"
    ACCOUNTS = "accounts", "Accounts en rollen"


@dataclass(frozen=True, slots=True)
class RolInhoud:
    """One page: `taken` in short, `genummerd` where their order counts, `formulieren` it leads to."""

    sleutel: str
    titel: str
    rubriek: Rubriek
    icoon: str
    intro: str
    taken: tuple[str, ...]
    kop_taken: str
    genummerd: bool = False
    formulieren: tuple[Formulier, ...] = ()
