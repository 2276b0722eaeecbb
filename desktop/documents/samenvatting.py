"""The summary of a case without names, for the aandachtsfunctionaris of a linked school: plain text on one page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from desktop.documents.blokken import Blok, Cel, NieuwePagina, Strook
from desktop.documents.frame import HOOGTE, Gemaakt, Opmaak, maak
from desktop.documents.styles import BOVENKOP, BREEDTE, INKT, KLEIN, MARINE, TITEL, Stijl
from desktop.documents.text import Zetter, datum_nl, moment_nl
from desktop.documents.velden import alinea

_MATEN = ((10.5, 14.5), (10.0, 13.5), (9.5, 12.8), (9.0, 12.0), (8.5, 11.2))
_INSPRONG = 11.0
_ZIN = "Zonder namen en geboortedata, voor advies. Gelezen door wie dit stuurde."


def render_samenvatting(tekst: str, school: str, gemaakt_op: datetime, kenmerk: str = "") -> Gemaakt:
    """Return a text that holds no names as a PDF: one page, in a smaller letter where it needs that.

    A text that does not fit on a page in the smallest letter goes on: nothing of it is lost. The record's number is
    on it only where it is given.
    """
    zetter = Zetter()
    hoofd = [
        Strook([Cel(0, [(BOVENKOP, ["Casus voor overleg"]), (TITEL, ["Samenvatting zonder namen"])])], plakt=True),
        alinea(_ZIN, zetter, KLEIN, boven=4),
    ]
    over = HOOGTE - sum(blok.boven + blok.hoogte for blok in hoofd) - 16
    for maat, regel in _MATEN:
        stroken = list(_stroken(tekst.strip() or "–", maat, regel, zetter))
        if sum(strook.boven + strook.hoogte for strook in stroken) <= over:
            break
    stroken[0].boven = 16
    blokken: list[Blok | NieuwePagina] = [*hoofd, *stroken]
    voet = " · ".join(filter(None, (kenmerk, f"Gemaakt {moment_nl(gemaakt_op)}")))
    om = Opmaak(
        titel="Samenvatting",
        auteur=school,
        gemaakt_op=gemaakt_op,
        kop_links=school,
        kop_rechts=f"Samenvatting · {datum_nl(gemaakt_op.date())}",
        voet=(voet, "Vertrouwelijk. Alleen voor wie om advies is gevraagd."),
    )
    return maak(blokken, om, zetter)


def _stroken(tekst: str, maat: float, regel: float, zetter: Zetter) -> Iterator[Strook]:
    """Yield the lines as they read: a heading above its points, each point hanging from its mark.

    It stays the plain text that a person could change: a heading is a line after an empty one with a point below it.
    """
    gewoon, kopje = Stijl("regular", maat, regel, INKT), Stijl("semibold", maat, regel, MARINE)
    regels = [r.rstrip() for r in tekst.splitlines()]
    wit = 0.0
    for n, lijn in enumerate(regels):
        if not lijn:
            wit = regel * 0.7
            continue
        punt = lijn.startswith("- ")
        is_kop = not punt and n > 0 and not regels[n - 1] and n + 1 < len(regels) and regels[n + 1].startswith("- ")
        in_punt = _INSPRONG if punt or lijn.startswith("  ") else 0.0
        stijl, ruimte = kopje if is_kop else gewoon, BREEDTE - in_punt
        cel = Cel(in_punt, [(stijl, zetter.regels(lijn[2:] if in_punt else lijn, stijl, ruimte))])
        cellen = [Cel(0, [(gewoon, ["–"])]), cel] if punt else [cel]
        yield Strook(cellen, boven=wit, plakt=is_kop)
        wit = 0.0
