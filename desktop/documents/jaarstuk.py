"""Training on paper: who of the staff has which, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.documents.blokken import Blok, Cel, NieuwePagina, Strook, Tabel
from desktop.documents.frame import Gemaakt, Opmaak, maak
from desktop.documents.jaarpapier import Scholingsblad
from desktop.documents.styles import BOVENKOP, BREEDTE, CEL, KLEIN, LABEL, TITEL, VET, VLAK
from desktop.documents.text import Zetter, moment_nl
from desktop.documents.velden import alinea, kop

_WIE = 132.0
_PER_TABEL = 3
"""So many trainings stand beside each other; more come in a table of their own."""


def render_scholing(blad: Scholingsblad) -> Gemaakt:
    """Return the overview. It names the staff, so it stays in the school."""
    zetter = Zetter()
    om = Opmaak(
        titel="Scholing van het team",
        auteur=blad.school.naam,
        gemaakt_op=blad.gemaakt_op,
        kop_links=blad.school.naam,
        kop_rechts="Scholing van het team",
        voet=("Met namen van het team: voor gebruik binnen de school", f"Gemaakt {moment_nl(blad.gemaakt_op)}"),
    )
    return maak(list(_blokken(blad, zetter)), om, zetter)


def _blokken(blad: Scholingsblad, zetter: Zetter) -> Iterator[Blok | NieuwePagina]:
    stukken = [(BOVENKOP, ["Scholing"]), (TITEL, ["Wie heeft welke training"])]
    yield Strook([Cel(0, stukken)], onder=4, plakt=True)
    if not blad.rijen:
        yield alinea("Er staan nog geen medewerkers in de kluis.", zetter, KLEIN)
        return
    missen = [rij for rij in blad.rijen if rij.mist]
    yield kop("Wat ontbreekt", zetter, boven=10)
    if missen:
        regels = "\n".join(f"• {rij.naam}: {', '.join(rij.mist)}" for rij in missen)
        yield alinea(regels, zetter, CEL)
    else:
        yield alinea("Iedereen heeft de trainingen die het plan noemt.", zetter, CEL)
    for begin in range(0, len(blad.kolommen), _PER_TABEL):
        yield kop("Overzicht" if begin == 0 else "Overzicht, vervolg", zetter)
        yield _tabel(blad, begin, zetter)


def _tabel(blad: Scholingsblad, begin: int, zetter: Zetter) -> Tabel:
    kolommen = blad.kolommen[begin : begin + _PER_TABEL]
    breed = (BREEDTE - _WIE) / _PER_TABEL
    kopje = [Cel(4, [(LABEL, ["Wie"])])]
    for n, naam in enumerate(kolommen):
        kopje.append(Cel(_WIE + n * breed, [(LABEL, zetter.regels(naam, LABEL, breed - 8))]))
    rijen = []
    for rij in blad.rijen:
        wie = [(VET, zetter.regels(rij.naam, VET, _WIE - 12))]
        if rij.functie:
            wie.append((KLEIN, zetter.regels(rij.functie, KLEIN, _WIE - 12)))
        cellen = [Cel(4, wie)]
        for n, tekst in enumerate(rij.cellen[begin : begin + _PER_TABEL]):
            cellen.append(
                Cel(_WIE + n * breed, [(CEL if tekst else KLEIN, zetter.regels(tekst or "–", CEL, breed - 8))])
            )
        rijen.append(Strook(cellen, lucht=4, onder=4, lijn=True, heel=True))
    return Tabel(Strook(kopje, lucht=4, onder=4, vlak=VLAK, lijn=True, heel=True), rijen, boven=4)
