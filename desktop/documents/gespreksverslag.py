"""The PDF of a conversation report: what was said and agreed, the signature page, and what was added later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from desktop.documents.blokken import Blok, Cel, NieuwePagina, Strook, Stuk
from desktop.documents.frame import Gemaakt, Kader, maak, opmaak
from desktop.documents.namen import Namen
from desktop.documents.ondertekening import Tekenpagina
from desktop.documents.styles import BOVENKOP, BREEDTE, KLEIN, TITEL, VET, VLAK
from desktop.documents.text import Zetter, datum_nl, kort, moment_nl, tijd_nl
from desktop.documents.velden import Tonen, alinea, bijlage_tekst, kop, rijtje, sectie, secties
from desktop.models.core import Record, Wie
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.vervolg import Aanvulling, AfspraakGedaan, InParnasSys, Ondertekening

# They stand in the head of the first page.
_IN_KOP = frozenset({"soort", "onderwerp", "datum", "tijd", "plaats"})
_MAX_TITEL = 160  # a longer subject stands in full among the fields as well
_GEEN: Mapping[UUID, bytes] = MappingProxyType({})


def render_gespreksverslag(
    verslag: Gespreksverslag,
    kader: Kader,
    *,
    ontvanger: Wie | None = None,
    vervolg: Sequence[Record] = (),
    strokes: Mapping[UUID, bytes] = _GEEN,
    getoonde_sha256: str = "",
) -> Gemaakt:
    """Return the PDF of a report: for the file (`ontvanger` None), or the copy for one parent.

    `vervolg` are its follow-up records, `strokes` the kept pen strokes by blob, `getoonde_sha256` the SHA-256 (hex) of
    the established PDF that was shown at signing. All others than the pupil and the recipient stand there as initials
    (plan: notes that can go to ParnasSys). Parents get neither each other's zienswijze nor address: a zienswijze is on
    the file copy and on its own parent's copy, an address nowhere. Without follow-ups it is the version that is kept.
    """
    ondertekend = sorted((v for v in vervolg if isinstance(v, Ondertekening)), key=lambda v: v.moment)
    namen = Namen(
        [verslag.leerling, *([ontvanger] if ontvanger else [])],
        [*verslag.ouders, *verslag.school, *(v.ouder for v in ondertekend)],
    )
    zetter = Zetter(namen.tekst)
    tonen = Tonen(zetter, namen, kader.schema, kader.concept)
    tekenpagina = Tekenpagina(verslag, kader, ontvanger, ondertekend, strokes, getoonde_sha256, tonen)
    blokken: list[Blok | NieuwePagina] = [
        *_hoofd(verslag, kader, ontvanger, tonen),
        *secties(verslag, tonen, _IN_KOP - {"onderwerp"} if len(verslag.onderwerp) > _MAX_TITEL else _IN_KOP),
        *tekenpagina.blokken(),
        *_daarna(verslag, vervolg, ontvanger, zetter),
    ]
    soort = verslag.soort.label if verslag.soort else verslag.NAAM
    om = opmaak(kader, verslag.NAAM, soort, kort(verslag.leerling.naam, 60))
    return maak(blokken, om, zetter)


def _hoofd(verslag: Gespreksverslag, kader: Kader, ontvanger: Wie | None, tonen: Tonen) -> Iterator[Blok]:
    zetter, leerling = tonen.zetter, verslag.leerling
    soort = verslag.soort.label if verslag.soort else "soort gesprek nog niet gekozen"
    stukken: list[Stuk] = [
        (BOVENKOP, zetter.regels(f"Gespreksverslag · {soort}", BOVENKOP, BREEDTE)),
        (TITEL, zetter.regels(kort(verslag.onderwerp, _MAX_TITEL) or "Zonder onderwerp", TITEL, BREEDTE)),
    ]
    yield Strook([Cel(0, stukken)], onder=6, plakt=True)
    wanneer = datum_nl(verslag.datum) if verslag.datum else "nog niet ingevuld"
    onder = [datum_nl(verslag.datum, weekdag=True).partition(" ")[0]] if verslag.datum else []
    if verslag.tijd:
        onder.append(f"{tijd_nl(verslag.tijd)} uur")
    wanneer = "\n".join(filter(None, (wanneer, ", ".join(onder))))
    naam = leerling.naam + (f"\n{leerling.hoedanigheid}" if leerling.hoedanigheid else "")
    feiten = rijtje(
        [
            ("Leerling", naam, 3),
            ("Datum", wanneer, 3),
            ("Plaats", verslag.plaats or "–", 3),
            ("Kenmerk", kader.kenmerk, 3),
        ],
        zetter,
        stijl=VET,
    )
    yield _paneel(feiten)
    if ontvanger is not None:
        wie = ontvanger.naam + (f" ({ontvanger.hoedanigheid})" if ontvanger.hoedanigheid else "")
        yield alinea(f"Afschrift voor {wie}", zetter, VET, boven=10)
    if kader.ingetrokken:
        yield alinea("Dit verslag is ingetrokken en telt niet meer.", zetter, VET, boven=10)


def _paneel(strook: Strook) -> Strook:
    """Return a strip as a shaded panel with air around its columns."""
    cellen = [Cel(cel.x * (BREEDTE - 20) / BREEDTE + 10, cel.stukken) for cel in strook.cellen]
    return Strook(cellen, boven=4, lucht=8, onder=9, vlak=VLAK)


def _daarna(
    verslag: Gespreksverslag, vervolg: Sequence[Record], ontvanger: Wie | None, zetter: Zetter
) -> Iterator[Blok]:
    """What was added since: addenda for everyone; what came of agreements and ParnasSys only in the file."""
    op_volgorde = sorted(
        (v for v in vervolg if isinstance(v, Aanvulling | AfspraakGedaan | InParnasSys)), key=lambda v: v.moment
    )
    aanvullingen = [v for v in op_volgorde if isinstance(v, Aanvulling)]
    if aanvullingen:
        yield kop("Aanvullingen", zetter)
        yield alinea("Toegevoegd nadat het verslag was vastgesteld. Het verslag zelf is niet veranderd.", zetter, KLEIN)
    for aanvulling in aanvullingen:
        yield alinea(aanvulling.tekst or "–", zetter, boven=12, label=f"Aanvulling van {moment_nl(aanvulling.moment)}")
        if aanvulling.bijlagen:
            yield alinea("\n".join(map(bijlage_tekst, aanvulling.bijlagen)), zetter, KLEIN, boven=4)
    if ontvanger is None:
        regels = list(_stand(verslag, op_volgorde))
        if regels:
            yield from sectie("Na het vaststellen", (alinea(r, zetter, boven=6) for r in regels), zetter)


def _stand(verslag: Gespreksverslag, vervolg: Sequence[Record]) -> Iterator[str]:
    afspraken = {a.rij: a.wat for a in verslag.afspraken}
    for v in vervolg:
        if isinstance(v, AfspraakGedaan):
            zin = f"{v.titel()} ({moment_nl(v.moment)}): {afspraken.get(v.afspraak, 'afspraak')}"
            yield f"{zin}\n{v.toelichting}" if v.toelichting else zin
        elif isinstance(v, InParnasSys):
            yield f"In ParnasSys gezet op {datum_nl(v.datum)}."
