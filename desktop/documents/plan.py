"""The plan on paper: one page, what is for one role, or all of it with a cover, contents, links and an outline."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from desktop.documents.blokken import Blok, Doek, Pagina, verdeel
from desktop.documents.frame import HOOGTE, Bladwijzer, Opmaak, maak_paginas
from desktop.documents.kader import Gemaakt
from desktop.documents.omslag import ICOON, omslag
from desktop.documents.planboek import BoekDeel, PlanBoek
from desktop.documents.plantekst import Plantekst, pagina_anker
from desktop.documents.rijk import Vloei, letterlijk
from desktop.documents.styles import ACCENT, BOVENKOP, BREEDTE, GRIJS, LIJN, LOPEND, MARINE, TINT, VET, Kleur, Stijl
from desktop.documents.text import Zetter, datum_nl, kort, moment_nl, wijd

_DEEL = Stijl("semibold", 25, 30, MARINE)
_INHOUD = Stijl("semibold", 25, 30, MARINE)
_REGEL = replace(LOPEND, maat=10, regel=13.8)
_REGEL_DEEL = replace(VET, maat=11, regel=14.5, kleur=MARINE)
_NUMMER = replace(_REGEL, kleur=GRIJS)
_VOOR_NUMMER = 34.0
_INSPRING = 14.0
_ICOON = 58.0
_MAX_TITEL = 200


def render_plan(boek: PlanBoek) -> Gemaakt:
    """Return the book as a PDF. With more than one page it has a cover and contents, and each part begins a page."""
    zetter = Zetter()
    tekst = Plantekst(boek, zetter)
    delen = [deel for deel in boek.delen if deel.paginas]
    if len(boek.paginas()) <= 1:
        los = verdeel(_los(delen, tekst, zetter), HOOGTE)
        return maak_paginas(los, _opmaak(boek), zetter)
    bladen = [verdeel(_deel(n, deel, tekst, zetter), HOOGTE) for n, deel in enumerate(delen)]
    nummers: dict[str, int] = {}
    voorin: list[Pagina] = [[], *verdeel(_inhoud(delen, nummers, zetter), HOOGTE)]
    alles = [*voorin, *(blad for deel in bladen for blad in deel)]
    nummers |= vindplaatsen(alles)
    tekst.nummer(nummers)
    koppen = ["Inhoud"] * len(voorin)
    for deel, stuk in zip(delen, bladen, strict=True):
        koppen += [deel.titel] * len(stuk)
    om = replace(
        _opmaak(boek),
        briefhoofd=lambda doek: omslag(doek, boek, zetter),
        omslag=True,
        koppen=koppen,
        wijzers=list(_wijzers(delen)),
    )
    return maak_paginas(alles, om, zetter)


def _opmaak(boek: PlanBoek) -> Opmaak:
    stand = " · ".join(filter(None, (kort(boek.titel, 60), datum_nl(boek.dag), boek.versie)))
    return Opmaak(
        titel=kort(boek.titel, _MAX_TITEL),
        auteur=boek.school,
        gemaakt_op=boek.gemaakt_op,
        kop_links=boek.school,
        kop_rechts=boek.titel,
        voet=(stand, f"Gemaakt {moment_nl(boek.gemaakt_op)}"),
    )


def _tint(rubriek: str) -> Kleur:
    return TINT.get(rubriek, ACCENT)


def _deel_anker(n: int) -> str:
    return f"deel-{n}"


def vindplaatsen(bladen: Sequence[Pagina]) -> dict[str, int]:
    """Return the page number of each anchor."""
    return {
        blok.anker: n for n, blad in enumerate(bladen, 1) for _, blok in blad if isinstance(blok, Vloei) and blok.anker
    }


def _wijzers(delen: Sequence[BoekDeel]) -> Iterator[Bladwijzer]:
    yield Bladwijzer("Inhoud", "inhoud")
    for n, deel in enumerate(delen):
        yield Bladwijzer(deel.titel, _deel_anker(n))
        for pagina in deel.paginas:
            yield Bladwijzer(pagina.titel, pagina_anker(pagina.sleutel), 1)


def _los(delen: Sequence[BoekDeel], tekst: Plantekst, zetter: Zetter) -> Iterator[Blok]:
    """A page by itself, under the name of the part it comes from."""
    for deel in delen:
        stijl = replace(BOVENKOP, kleur=_tint(deel.rubriek))
        yield Vloei(letterlijk(deel.titel, zetter, stijl, BREEDTE), stijl, onder=2, plakt=True)
        for pagina in deel.paginas:
            yield from tekst.blokken(pagina, _tint(deel.rubriek), 4, deel.titel)


def _deel(n: int, deel: BoekDeel, tekst: Plantekst, zetter: Zetter) -> Iterator[Blok]:
    """A part: its opening, and its pages one after another."""
    kleur = _tint(deel.rubriek)
    icoon = ICOON.get(deel.rubriek, "book-open")

    def opening(doek: Doek, x: float, top: float) -> None:
        doek.vlak(x, top + 24, BREEDTE, 7, kleur)
        doek.cirkel(x + 22, top - _DEEL.regel / 2, 22, kleur, None, 2)
        doek.icoon(icoon, x + 22, top - _DEEL.regel / 2, 25, kleur)

    yield Vloei(
        letterlijk(deel.titel, zetter, _DEEL, BREEDTE - _ICOON),
        _DEEL,
        x=_ICOON,
        lucht=31,
        onder=10,
        plakt=True,
        heel=True,
        anker=_deel_anker(n),
        teken_voor=opening,
    )
    for m, pagina in enumerate(deel.paginas):
        yield from tekst.blokken(pagina, kleur, 34 if m else 16, "" if m else deel.titel)


def _inhoud(delen: Sequence[BoekDeel], nummers: Mapping[str, int], zetter: Zetter) -> Iterator[Blok]:
    """The contents. The numbers are read when it is drawn: by then all pages have been dealt out."""
    yield Vloei(letterlijk("Inhoud", zetter, _INHOUD, BREEDTE), _INHOUD, onder=4, plakt=True, anker="inhoud")
    for n, deel in enumerate(delen):
        regel = letterlijk(deel.titel, zetter, _REGEL_DEEL, BREEDTE - _VOOR_NUMMER)
        vloei = Vloei(regel, _REGEL_DEEL, boven=11, onder=2, plakt=True, heel=True)
        vloei.teken_voor = verwijs(vloei, _deel_anker(n), nummers, _REGEL_DEEL, _tint(deel.rubriek))
        yield vloei
        for m, pagina in enumerate(deel.paginas):
            regel = letterlijk(pagina.titel, zetter, _REGEL, BREEDTE - _INSPRING - _VOOR_NUMMER)
            vloei = Vloei(regel, _REGEL, x=_INSPRING, boven=0 if m else 4, heel=True)
            vloei.teken_voor = verwijs(vloei, pagina_anker(pagina.sleutel), nummers, _NUMMER, None)
            yield vloei


def verwijs(
    vloei: Vloei, anker: str, nummers: Mapping[str, int], stijl: Stijl, kleur: Kleur | None
) -> Callable[[Doek, float, float], None]:
    """Return what draws the number at the end of a line of the contents, and lets the whole line lead there."""

    def teken(doek: Doek, x: float, top: float) -> None:
        tekst = str(nummers[anker])
        laatste = top - stijl.regel * (len(vloei.regels) - 1)
        doek.regels(stijl, x + BREEDTE - wijd(tekst, stijl), laatste, [tekst])
        onder = top - vloei.hoogte
        if kleur is not None:
            doek.lijn(x, onder, x + BREEDTE, onder, kleur, 0.9)
        else:
            links = x + vloei.x + (vloei.regels[-1][-1].x + vloei.regels[-1][-1].breedte if vloei.regels[-1] else 0)
            doek.lijn(links + 6, onder + 4, x + BREEDTE - _VOOR_NUMMER + 8, onder + 4, LIJN, 0.4)
        doek.link(x, onder, BREEDTE, vloei.hoogte, anker)

    return teken
