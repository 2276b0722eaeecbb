"""The first page of a book: whose it is, what it is, and the roles around the pupil."""

from __future__ import annotations

import math
from dataclasses import dataclass

from reportlab.lib.units import mm

from desktop.documents.frame import PaginaDoek
from desktop.documents.planboek import PlanBoek
from desktop.documents.styles import BREEDTE, GRIJS, LIJN, MARGE, MARINE, PAGINA, TINT, VLAK, Kleur, Stijl
from desktop.documents.text import Zetter, datum_nl, kort, wijd

_SCHOOL = Stijl("semibold", 14, 18, MARINE)
_TITEL = Stijl("semibold", 36, 42, MARINE)
_ONDER = Stijl("regular", 15, 20, GRIJS)
_KLEIN = Stijl("regular", 10.5, 14, GRIJS)
_WIT: Kleur = (1, 1, 1)
_BINNEN, _BUITEN = 104.0, 174.0
_STRAAL, _MIDDEN = 41.0, 54.0


@dataclass(frozen=True, slots=True)
class Rond:
    """A role on the drawing: its icon, its name in lines, how far from the middle, and at which angle (90 is down)."""

    icoon: str
    regels: tuple[str, ...]
    ver: float = 0
    hoek: float = 0


# As on the home page, so that who knows the one finds his way in the other.
RONDEN: dict[str, Rond] = {
    "leerling": Rond("graduation-cap", ("Leerling",)),
    "leerkracht": Rond("notebook", ("Leerkracht",), _BINNEN, -90),
    "ouders": Rond("users", ("Ouders/", "verzorgers"), _BINNEN, 38),
    "ondersteunend": Rond("helping-hand", ("Ondersteunend", "personeel"), _BINNEN, 142),
    "directeur": Rond("buildings", ("Directeur",), _BUITEN, -128),
    "ib": Rond("clipboard-text", ("Intern", "begeleider"), _BUITEN, -52),
    "aandachtsfunctionaris": Rond("shield-check", ("Aandachts-", "functionaris"), _BUITEN, 0),
    "extern": Rond("stethoscope", ("Externe", "professional"), _BUITEN, 90),
    "vertrouwenspersoon": Rond("ear", ("Vertrouwens-", "persoon"), _BUITEN, 180),
}
ICOON: dict[str, str] = {
    **{rol: rond.icoon for rol, rond in RONDEN.items()},
    "meldcode": "shield-warning",
    "algemeen": "info",
    "protocol": "list-numbers",
}
"""The icon of each part of the plan."""


def omslag(doek: PaginaDoek, boek: PlanBoek, zetter: Zetter) -> None:
    """Draw the first page."""
    y = PAGINA[1] - 30 * mm
    doek.regels(_SCHOOL, MARGE, y, [zetter.passend(boek.school, _SCHOOL, BREEDTE)])
    doek.lijn(MARGE, y - 28, MARGE + BREEDTE, y - 28)
    y -= 62
    titel = zetter.regels(kort(boek.titel, 160), _TITEL, BREEDTE)[:4]
    doek.regels(_TITEL, MARGE, y, titel)
    y -= _TITEL.regel * len(titel) + 6
    onder = zetter.regels(kort(boek.ondertitel, 200), _ONDER, BREEDTE)[:3] if boek.ondertitel.strip() else []
    doek.regels(_ONDER, MARGE, y, onder)
    onder_kant = 34 * mm
    midden = (onder_kant + 22 + y - _ONDER.regel * len(onder)) / 2
    _ring(doek, PAGINA[0] / 2, midden)
    doek.lijn(MARGE, onder_kant - 4, MARGE + BREEDTE, onder_kant - 4)
    stand = " · ".join(filter(None, (datum_nl(boek.dag), boek.versie)))
    doek.regels(_KLEIN, MARGE, onder_kant - 12, [zetter.passend(stand, _KLEIN, BREEDTE)])


def _ring(doek: PaginaDoek, x: float, y: float) -> None:
    for straal, vulling in ((_BUITEN, (0.985, 0.987, 0.987)), (_BINNEN, VLAK)):
        doek.cirkel(x, y, straal, LIJN, vulling, 0.8)
    for rol, rond in RONDEN.items():
        hoek = math.radians(rond.hoek)
        _rond(doek, x + rond.ver * math.cos(hoek), y - rond.ver * math.sin(hoek), rol, rond)


def _rond(doek: PaginaDoek, x: float, y: float, rol: str, rond: Rond) -> None:
    vol, kleur = rol == "leerling", TINT[rol]
    straal = _MIDDEN if vol else _STRAAL
    stijl = Stijl("semibold", 13 if vol else 8.8, 16 if vol else 10.6, _WIT if vol else MARINE)
    doek.cirkel(x, y, straal, kleur, kleur if vol else _WIT, 2)
    icoon = straal * 0.58
    blok = icoon + 3 + stijl.regel * len(rond.regels)
    top = y + blok / 2
    doek.icoon(rond.icoon, x, top - icoon / 2, icoon, _WIT if vol else kleur)
    for n, regel in enumerate(rond.regels):
        basis = top - icoon - 3 - stijl.regel * (n + 0.76)
        assert wijd(regel, stijl) < 2 * straal
        doek.midden(stijl, x, basis, regel)
