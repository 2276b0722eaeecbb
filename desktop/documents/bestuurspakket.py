"""The papers for board and coordinator: cover, contents, and a part for each thing the plan asks for; no name in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportlab.lib.units import mm

from desktop.documents.blokken import Blok, Cel, NieuwePagina, Pagina, Strook, Tabel, verdeel
from desktop.documents.frame import HOOGTE, Bladwijzer, PaginaDoek, maak_paginas, opmaak
from desktop.documents.incidentjaar import incidentblokken
from desktop.documents.kader import Gemaakt, Kader
from desktop.documents.plan import verwijs, vindplaatsen
from desktop.documents.rapportage import telblok, verzendblok
from desktop.documents.rijk import Vloei, letterlijk
from desktop.documents.styles import (
    BREEDTE,
    CEL,
    GRIJS,
    KLEIN,
    LABEL,
    LOPEND,
    MARGE,
    MARINE,
    PAGINA,
    TINT,
    VET,
    VLAK,
    Stijl,
)
from desktop.documents.text import Zetter, datum_nl, kort
from desktop.documents.velden import alinea, kop
from desktop.documents.waarmerk import kort_waarmerk
from desktop.models.bestuurspakket import Bestuurspakket, Onderdeel
from desktop.models.pakketinhoud import Pakketinhoud, Ronde
from desktop.models.rapportage import Ontvanger
from desktop.models.schooljaar import periode
from desktop.models.telling import AFGESCHERMD

_DEEL = Stijl("semibold", 21, 26, MARINE)
_REGEL = replace(VET, maat=11, regel=15)
_SCHOOL = Stijl("semibold", 14, 18, MARINE)
_TITEL = Stijl("semibold", 34, 40, MARINE)
_ONDER = Stijl("regular", 15, 21, GRIJS)
_KLEUR = TINT["directeur"]
_VOOR_NUMMER = 34.0
_DAG, _WIE, _STAND = 68.0, 112.0, 78.0
_BELEID, _VERZENDING = "beleid", "verzending"
_OP_EIGEN_PAGINA = {d.value for d in (Onderdeel.MELDCODE, Onderdeel.INCIDENTEN, Onderdeel.JAARCYCLUS)}
_Deel = tuple[str, str, list[Blok]]
"""Anchor, title and content of a part."""


def render_bestuurspakket(inhoud: Pakketinhoud, ontvangers: Sequence[Ontvanger], kader: Kader) -> Gemaakt:
    """Return the papers as one PDF; `ontvangers` say when each was sent it. Parts that were not chosen are not there.

    The same input gives the same bytes.
    """
    zetter, pakket = Zetter(), inhoud.pakket
    delen = list(_delen(inhoud, ontvangers, kader, zetter))
    bladen = verdeel(_achter_elkaar(delen), HOOGTE)
    nummers: dict[str, int] = {}
    alles: list[Pagina] = [[], *verdeel(_inhoudsopgave(delen, nummers, inhoud, zetter), HOOGTE), *bladen]
    nummers |= vindplaatsen(alles)
    om = replace(
        opmaak(kader, pakket.NAAM, pakket.NAAM, periode(pakket.van, pakket.tot)),
        briefhoofd=lambda doek: _omslag(doek, pakket, ontvangers, kader, zetter),
        omslag=True,
        wijzers=[Bladwijzer("Inhoud", "inhoud"), *(Bladwijzer(titel, anker) for anker, titel, _ in delen)],
    )
    return maak_paginas(alles, om, zetter)


def _achter_elkaar(delen: Sequence[_Deel]) -> Iterator[Blok | NieuwePagina]:
    """The large parts begin a page; what is short stands below the part before it."""
    for n, (anker, _, blokken) in enumerate(delen):
        if n and anker in _OP_EIGEN_PAGINA:
            yield NieuwePagina()
        yield from blokken


def _omslag(
    doek: PaginaDoek, pakket: Bestuurspakket, ontvangers: Sequence[Ontvanger], kader: Kader, zetter: Zetter
) -> None:
    y = PAGINA[1] - 30 * mm
    doek.regels(_SCHOOL, MARGE, y, [zetter.passend(kader.school.naam, _SCHOOL, BREEDTE)])
    doek.vlak(MARGE, y - 34, BREEDTE, 7, _KLEUR)
    y -= 110
    doek.regels(_TITEL, MARGE, y, zetter.regels(pakket.NAAM, _TITEL, BREEDTE))
    y -= _TITEL.regel + 8
    onder = [f"Periode {periode(pakket.van, pakket.tot)}"]
    if pakket.gesprek_op:
        onder.append(f"Gesprek op {datum_nl(pakket.gesprek_op)}")
    doek.regels(_ONDER, MARGE, y, onder)
    y -= _ONDER.regel * len(onder) + 34
    doek.regels(LABEL, MARGE, y, ["Voor"])
    wie = [r for o in ontvangers[:8] for r in zetter.regels(kort(o.wie, 160) or "–", LOPEND, BREEDTE)[:2]]
    doek.regels(LOPEND, MARGE, y - LABEL.regel - 2, wie)
    stand = (
        "Concept: de cijfers kunnen nog veranderen."
        if kader.concept
        else f"De cijfers staan vast sinds {datum_nl(kader.versie_op.date())}."
    )
    doek.lijn(MARGE, 42 * mm, MARGE + BREEDTE, 42 * mm)
    doek.regels(KLEIN, MARGE, 42 * mm - 8, [f"{stand} Er staan geen namen van leerlingen, ouders of medewerkers in."])
    doek.regels(KLEIN, MARGE, 42 * mm - 8 - KLEIN.regel, [f"Kenmerk {kader.kenmerk}"])


def _delen(inhoud: Pakketinhoud, ontvangers: Sequence[Ontvanger], kader: Kader, zetter: Zetter) -> Iterator[_Deel]:
    pakket = inhoud.pakket
    for deel in Onderdeel:
        if deel in pakket.onderdelen:
            yield deel.value, deel.label, [_opening(deel.value, deel.label, zetter), *_deel(deel, inhoud, zetter)]
    if pakket.beleid.strip():
        blok = alinea(pakket.beleid, zetter, boven=8)
        yield _BELEID, "Wat verandert er in het beleid", [_opening(_BELEID, "Beleid", zetter), blok]
    verzending = [
        _opening(_VERZENDING, "Verzending", zetter),
        *list(verzendblok(ontvangers, zetter))[1:],  # its own heading is the part's
        *kort_waarmerk(kader, zetter),
    ]
    yield _VERZENDING, "Verzending", verzending


def _opening(anker: str, titel: str, zetter: Zetter) -> Blok:
    return Vloei(
        letterlijk(titel, zetter, _DEEL, BREEDTE), _DEEL, boven=26, onder=6, plakt=True, heel=True, anker=anker
    )


def _inhoudsopgave(
    delen: Sequence[_Deel], nummers: Mapping[str, int], inhoud: Pakketinhoud, zetter: Zetter
) -> Iterator[Blok]:
    yield Vloei(letterlijk("Inhoud", zetter, _DEEL, BREEDTE), _DEEL, onder=6, plakt=True, anker="inhoud")
    for anker, titel, _ in delen:
        regel = letterlijk(titel, zetter, _REGEL, BREEDTE - _VOOR_NUMMER)
        vloei = Vloei(regel, _REGEL, boven=11, onder=2, heel=True)
        vloei.teken_voor = verwijs(vloei, anker, nummers, _REGEL, _KLEUR)
        yield vloei
    if inhoud.afgeschermd:
        yield alinea(f"{AFGESCHERMD} Zo wijzen deze stukken niet naar één gezin.", zetter, KLEIN, boven=24)


def _deel(deel: Onderdeel, inhoud: Pakketinhoud, zetter: Zetter) -> Iterator[Blok]:
    pakket = inhoud.pakket
    if mist := inhoud.ontbreekt(deel):
        yield alinea(f"Bij het maken van deze stukken: {mist[0].lower()}{mist[1:]}.", zetter, KLEIN)
    match deel:
        case Onderdeel.MELDCODE:
            yield from _tellingen(inhoud, deel, zetter, "Er is in deze periode geen rapportage vastgesteld.")
        case Onderdeel.INCIDENTEN:
            yield from _toelichting(pakket.incidenten, zetter)
            yield from incidentblokken(inhoud.incidenten, zetter)
        case Onderdeel.LIJN:
            yield from _toelichting(pakket.lijn, zetter)
            yield from _tellingen(inhoud, deel, zetter, "Er is in deze periode geen rapportage om het aan af te lezen.")
        case Onderdeel.SCHOLING:
            yield from _toelichting(pakket.scholing, zetter)
            if inhoud.scholing and inhoud.team:
                yield alinea(f"Van {inhoud.team} mensen die op school werken:", zetter, boven=10)
                yield from (blok for tabel in inhoud.tabellen(deel) for blok in telblok(tabel, zetter))
            else:
                yield alinea("Er staan geen medewerkers in Vangnet om dit van te tellen.", zetter, KLEIN, boven=8)
        case Onderdeel.MONITORING:
            if not inhoud.rondes:
                yield alinea("In deze periode is geen ronde vastgesteld.", zetter, KLEIN, boven=8)
            for ronde in inhoud.rondes:
                yield from _ronde(ronde, zetter)
        case _:
            yield from _jaar(inhoud, zetter)


def _toelichting(tekst: str, zetter: Zetter) -> Iterator[Blok]:
    if tekst.strip():
        yield alinea(tekst, zetter, boven=8, label="Toelichting van de school")


def _tellingen(inhoud: Pakketinhoud, deel: Onderdeel, zetter: Zetter, geen: str) -> Iterator[Blok]:
    if not inhoud.meldcode.rapportages:
        yield alinea(geen, zetter, KLEIN, boven=8)
        return
    for tabel in inhoud.tabellen(deel):
        yield from telblok(tabel, zetter)


def _ronde(ronde: Ronde, zetter: Zetter) -> Iterator[Blok]:
    yield kop(ronde.lijst, zetter)
    groepen = f" · {ronde.groepen} groepen, {ronde.besproken} besproken met de klas" if ronde.groepen else ""
    yield alinea(f"Ingevuld {periode(ronde.van, ronde.tot)}{groepen}", zetter, KLEIN, plakt=True)
    yield alinea(ronde.uitkomst, zetter, label="Wat kwam eruit")
    acties = f" Er {'is 1 actie' if ronde.acties == 1 else f'zijn {ronde.acties} acties'} afgesproken."
    yield alinea(f"{ronde.besluit}{acties if ronde.acties else ''}", zetter, label="Besluit")


def _jaar(inhoud: Pakketinhoud, zetter: Zetter) -> Iterator[Blok]:
    if not inhoud.jaar:
        yield alinea("Voor deze periode staan er geen taken van het plan klaar.", zetter, KLEIN, boven=8)
    else:
        yield from telblok(inhoud.jaar_tabel(), zetter)
        yield kop("Per taak", zetter)
        taak = BREEDTE - _DAG - _WIE - _STAND
        x = (4.0, _DAG, _DAG + taak, _DAG + taak + _WIE)
        woorden = zip(x, ("Uiterlijk", "Taak", "Wie", "Stand"), strict=True)
        kopje = Strook(
            [Cel(plek, [(LABEL, [woord])]) for plek, woord in woorden],
            lucht=4,
            onder=4,
            vlak=VLAK,
            lijn=True,
            heel=True,
        )
        rijen = [
            Strook(
                [
                    Cel(x[0], [(CEL, [f"{regel.dag:%d-%m-%Y}"])]),
                    Cel(x[1], [(CEL, zetter.regels(regel.taak, CEL, taak - 10))]),
                    Cel(x[2], [(CEL, zetter.regels(regel.wie, CEL, _WIE - 10))]),
                    Cel(x[3], [(CEL if regel.stand == "Gedaan" else VET, [regel.stand])]),
                ],
                lucht=4,
                onder=4,
                lijn=True,
                heel=True,
            )
            for regel in inhoud.jaar
        ]
        yield Tabel(kopje, rijen, boven=4)
    if n := inhoud.eigen_taken:
        wat = "1 taak" if n == 1 else f"{n} taken"
        yield alinea(f"Daarnaast had de school {wat} die niet uit het plan komen.", zetter, KLEIN, boven=8)
