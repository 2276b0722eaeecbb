"""The meldcode report on one situation, and the yearly bundle: counts and what they mean, without any name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.documents.blokken import Blok, Cel, Doek, NieuwePagina, Strook, Stuk, Tabel
from desktop.documents.daarna import daarna
from desktop.documents.frame import Gemaakt, Kader, maak, opmaak
from desktop.documents.namen import Namen
from desktop.documents.styles import (
    BOVENKOP,
    BREEDTE,
    CEL,
    GRIJS,
    KLEIN,
    LABEL,
    LIJN,
    LOPEND,
    TITEL,
    VET,
    VLAK,
    Kleur,
)
from desktop.documents.text import Zetter, datum_nl
from desktop.documents.velden import Tonen, alinea, kop, paneel, rijtje, secties
from desktop.documents.waarmerk import kort_waarmerk
from desktop.models.core import Record
from desktop.models.rapportage import KLEIN as KLEINE_GROEP
from desktop.models.rapportage import Bundel, Jaarbundel, Ontvanger, Rapportage
from desktop.models.rapportage import Tabel as Telblad
from desktop.models.schooljaar import periode

_BALK: Kleur = (0.36, 0.47, 0.52)
_TEL = BREEDTE * 0.52
_GETAL = 62.0


def render_rapportage(rapportage: Rapportage, kader: Kader, *, vervolg: Sequence[Record] = ()) -> Gemaakt:
    """Return the report on one situation. It has no pupil and no names to hide: what is typed stands as it is."""
    zetter = Zetter()
    tonen = Tonen(zetter, Namen([], []), kader.schema, kader.concept)
    stukken: list[Stuk] = [
        (BOVENKOP, ["Rapportage meldcode"]),
        (TITEL, zetter.regels(f"Situatie {rapportage.kenmerk}".rstrip(), TITEL, BREEDTE)),
    ]
    feiten = [
        ("Schooljaar", rapportage.schooljaar or "–", 3),
        ("Ingevuld op", datum_nl(rapportage.datum) if rapportage.datum else "–", 4),
        ("Ingevuld door", rapportage.ingevuld_door or "–", 5),
    ]
    blokken: list[Blok | NieuwePagina] = [
        Strook([Cel(0, stukken)], onder=6, plakt=True),
        paneel(rijtje(feiten, zetter, stijl=VET)),
        *secties(rapportage, tonen, frozenset({"kenmerk", "schooljaar", "datum", "ingevuld_door", "nagelezen"})),
        *daarna(rapportage, vervolg, tonen, woord="de rapportage"),
        *kort_waarmerk(kader, zetter),
    ]
    return maak(blokken, opmaak(kader, "Rapportage", rapportage.NAAM, ""), zetter)


def render_jaarbundel(jaarbundel: Jaarbundel, kader: Kader) -> Gemaakt:
    """Return the yearly bundle: counts as tables with bars, the conclusions, and to whom it was sent and when.

    Where small numbers are kept back, what was written about single situations is left out too.
    """
    zetter, bundel = Zetter(), jaarbundel.bundel
    stukken: list[Stuk] = [
        (BOVENKOP, ["Rapportage meldcode"]),
        (TITEL, zetter.regels(f"Jaarbundel {periode(bundel.van, bundel.tot)}".rstrip(), TITEL, BREEDTE)),
    ]
    blokken: list[Blok | NieuwePagina] = [
        Strook([Cel(0, stukken)], onder=6, plakt=True),
        paneel(rijtje(_feiten(jaarbundel, kader), zetter, stijl=VET)),
    ]
    if jaarbundel.afgeschermd:
        zin = (
            f"Aantallen van 1 tot en met {KLEINE_GROEP - 1} zijn afgeschermd, en zo nodig een tweede aantal waaruit ze "
            "te berekenen zouden zijn. Zo wijst deze bundel niet naar één gezin."
        )
        blokken.append(alinea(zin, zetter, KLEIN, boven=10))
    for tabel in jaarbundel.tabellen():
        blokken += telblok(tabel, zetter)
    blokken += _conclusies(bundel, zetter)
    if not jaarbundel.afgeschermd:
        blokken += _per_situatie(jaarbundel.rapportages, zetter)
    blokken += verzendblok(bundel.ontvangers, zetter)
    blokken += kort_waarmerk(kader, zetter)
    return maak(blokken, opmaak(kader, "Jaarbundel", bundel.NAAM, periode(bundel.van, bundel.tot)), zetter)


def _feiten(jaarbundel: Jaarbundel, kader: Kader) -> list[tuple[str, str, int]]:
    aantal = jaarbundel.tabellen()[0].tellingen[0].woord
    return [
        ("Periode", periode(jaarbundel.bundel.van, jaarbundel.bundel.tot) or "–", 4),
        ("Situaties", aantal, 3),
        ("Kenmerk", kader.kenmerk, 5),
    ]


def telblok(tabel: Telblad, zetter: Zetter) -> Iterator[Blok]:
    """Counts as a table; a bar beside each number shows at a glance what is much, also in black and white."""
    hoogste = max((t.aantal or 0 for t in tabel.tellingen), default=0)
    yield kop(tabel.naam, zetter, boven=16)
    kort = len(tabel.tellingen) <= 3  # a question with its answers stays on one page
    for n, telling in enumerate(tabel.tellingen, 1):
        deel = (telling.aantal or 0) / hoogste if hoogste else 0.0

        def balk(doek: Doek, x: float, y: float, deel: float = deel, weg: bool = telling.aantal is None) -> None:
            links, breed = x + _TEL + _GETAL, BREEDTE - _TEL - _GETAL
            if weg:
                for stap in range(0, int(breed * 0.3), 6):
                    doek.lijn(links + stap, y - 10, links + stap + 3, y - 10, GRIJS, 0.8)
            elif deel:
                doek.vlak(links, y - 14, breed * deel, 8, _BALK)
            doek.lijn(links, y - 3, links, y - 17, LIJN, 0.8)

        cellen = [
            Cel(0, [(CEL, zetter.regels(telling.label, CEL, _TEL - 12))]),
            Cel(_TEL, [(VET if telling.aantal else KLEIN, [telling.woord])]),
        ]
        plakt = kort and n < len(tabel.tellingen)
        yield Strook(cellen, lucht=3, onder=3, lijn=True, heel=True, plakt=plakt, teken_bij=balk)


def _conclusies(bundel: Bundel, zetter: Zetter) -> Iterator[Blok]:
    paren = (
        ("Doorgaande lijn", bundel.doorgaande_lijn),
        ("Wat ontbrak er vaker", bundel.ontbrak),
        ("Welke scholing heeft het team nodig", bundel.scholing),
    )
    yield kop("Conclusies", zetter)
    for label, tekst in paren:
        yield alinea(
            tekst.strip() or "Niet ingevuld.", zetter, LOPEND if tekst.strip() else KLEIN, label=label, boven=8
        )


def _per_situatie(rapportages: Sequence[Rapportage], zetter: Zetter) -> Iterator[Blok]:
    """What was written about single situations: only in the bundle that stays within the school."""
    gevuld = [r for r in rapportages if r.ontbrak.strip() or r.afwijking.strip()]
    if not gevuld:
        return
    yield kop("Per situatie", zetter)
    for r in gevuld:
        delen = [
            f"Ontbrak: {r.ontbrak}" if r.ontbrak.strip() else "",
            f"Anders: {r.afwijking}" if r.afwijking.strip() else "",
        ]
        yield alinea("\n".join(filter(None, delen)), zetter, CEL, label=r.kenmerk or "Zonder kenmerk", boven=8)


def verzendblok(ontvangers: Sequence[Ontvanger], zetter: Zetter) -> Iterator[Blok]:
    """To whom it goes, and when it was sent."""
    yield kop("Verzending", zetter)
    if not ontvangers:
        yield alinea("Er zijn nog geen ontvangers ingevuld.", zetter, KLEIN)
        return
    kopje = Strook(
        [Cel(4, [(LABEL, ["Ontvanger"])]), Cel(_TEL, [(LABEL, ["Verstuurd op"])])],
        lucht=4,
        onder=4,
        vlak=VLAK,
        lijn=True,
        heel=True,
    )
    rijen = [
        Strook(
            [
                Cel(4, [(CEL, zetter.regels(o.wie or "–", CEL, _TEL - 12))]),
                Cel(_TEL, [(CEL, [datum_nl(o.verstuurd_op) if o.verstuurd_op else "nog niet verstuurd"])]),
            ],
            lucht=5,
            onder=5,
            lijn=True,
        )
        for o in ontvangers
    ]
    yield Tabel(kopje, rijen, boven=4)
