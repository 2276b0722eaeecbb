"""The summary of a case without names, for the aandachtsfunctionaris of a linked school: plain text on one page."""

from __future__ import annotations

from datetime import datetime

from desktop.documents.blokken import Blok, Cel, NieuwePagina, Strook
from desktop.documents.frame import HOOGTE, Gemaakt, Opmaak, maak
from desktop.documents.styles import BOVENKOP, BREEDTE, INKT, KLEIN, TITEL, Stijl
from desktop.documents.text import Zetter, datum_nl, moment_nl
from desktop.documents.velden import alinea

_MATEN = ((10.5, 14.5), (10.0, 13.5), (9.5, 12.8), (9.0, 12.0), (8.5, 11.2))
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
        stijl = Stijl("regular", maat, regel, INKT)
        regels = zetter.regels(tekst.strip() or "–", stijl, BREEDTE)
        if len(regels) * regel <= over:
            break
    blokken: list[Blok | NieuwePagina] = [*hoofd, Strook([Cel(0, [(stijl, regels)])], boven=16)]
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
