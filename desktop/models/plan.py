"""A page of the sociaal veiligheidsplan, a term that pops up over it, and a hit in them, as plain data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from desktop.models.rolinhoud import ROLLEN, Formulier

Soort = Literal["pagina", "begrip"]

RUBRIEKEN: Mapping[str, str] = {
    "leerling": "Leerlingen",
    "ouders": "Ouders/verzorgers",
    "vertrouwenspersoon": "Vertrouwenspersoon",
    "leerkracht": "Leerkracht",
    "ondersteunend": "Ondersteunend personeel",
    "ib": "Intern begeleider",
    "aandachtsfunctionaris": "Aandachtsfunctionaris",
    "directeur": "Directeur",
    "extern": "Externe professional",
    "meldcode": "Meldcode",
    "algemeen": "Algemeen",
    "protocol": "Protocollen",
}
"""Where a page stands in the tree, in the order of the plan; nine of them are roles."""

assert set(ROLLEN) < set(RUBRIEKEN)

PLAN, BEGRIP, KAART, FORMULIER = "plan:", "begrip:", "kaart:", "formulier:"
"""How a link begins: to a page, a term that pops up, an organisation of the sociale kaart, a form. Else 'https://'."""

PLAATS = re.compile(r"\{([a-z_]+)\}")
"""A place in a text that the school's own plan fills: its field's name in braces."""


@dataclass(frozen=True, slots=True)
class Planpagina:
    """One page. `rubriek` is its place in the tree, `volgorde` sorts within it, `rollen` says for whom it matters.

    `leidt_naar` are the forms it opens, `bron` the law it rests on ('' where none), `eigen` the sentence that invites
    the school to write its own text ('' where the plan does not differ per school), `tekst` Markdown without title.
    """

    sleutel: str
    titel: str
    kort: str
    soort: Soort
    rubriek: str
    rollen: tuple[str, ...]
    volgorde: int
    zie: tuple[str, ...]
    leidt_naar: tuple[Formulier, ...]
    bron: str
    eigen: str
    versie: int
    datum: date
    tekst: str

    def plaatsen(self) -> tuple[str, ...]:
        """Return the names of the places that the school's own plan fills, each once, in order."""
        return tuple(dict.fromkeys(PLAATS.findall(self.tekst)))
