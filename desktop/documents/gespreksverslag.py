"""The PDF of a conversation report: what was said and agreed, the signature page, and what was added later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from desktop.documents.blokken import Blok, Cel, NieuwePagina, Strook, Stuk
from desktop.documents.daarna import daarna
from desktop.documents.frame import Gemaakt, Kader, maak, opmaak
from desktop.documents.namen import Namen
from desktop.documents.ondertekening import Tekenpagina
from desktop.documents.styles import BOVENKOP, BREEDTE, TITEL, VET
from desktop.documents.text import Zetter, datum_nl, kort, tijd_nl
from desktop.documents.velden import Tonen, alinea, paneel, rijtje, secties
from desktop.models.core import Record, Wie
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.vervolg import Ondertekening

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
        # what came of agreements, and ParnasSys, only in the file
        *daarna(verslag, vervolg, tonen, woord="het verslag", dossier=ontvanger is None),
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
    yield paneel(feiten)
    if ontvanger is not None:
        wie = ontvanger.naam + (f" ({ontvanger.hoedanigheid})" if ontvanger.hoedanigheid else "")
        yield alinea(f"Afschrift voor {wie}", zetter, VET, boven=10)
    if kader.ingetrokken:
        yield alinea("Dit verslag is ingetrokken en telt niet meer.", zetter, VET, boven=10)
