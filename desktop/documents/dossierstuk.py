"""The PDF of any record of a dossier, from its declaration: its sections, its marks, what was added, its scans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any
from uuid import UUID

from desktop.documents.bijlage import as_pdf
from desktop.documents.blokken import Blok, Cel, Doek, NieuwePagina, Strook, Stuk
from desktop.documents.daarna import daarna
from desktop.documents.frame import Gemaakt, Kader, maak, opmaak
from desktop.documents.namen import Namen, volle_namen, zelfde
from desktop.documents.passages import lichaamskaart, passages
from desktop.documents.print import merge
from desktop.documents.raster import page_count
from desktop.documents.styles import BOVENKOP, BREEDTE, GRIJS, KLEIN, LABEL, LOPEND, MARINE, TITEL, VET
from desktop.documents.text import Zetter, datum_nl, kort, moment_nl, tijd_nl
from desktop.documents.velden import Tonen, alinea, kop, paneel, rijtje, secties
from desktop.documents.waarmerk import kort_waarmerk
from desktop.models.core import Part, Record, Wie
from desktop.models.dossier import Toestemming, Uitzondering
from desktop.models.errors import UserError
from desktop.models.kenmerk import kenmerk
from desktop.models.meldcode import MeldcodeDossier
from desktop.models.rapportage import Rapportage
from desktop.models.signaal import Signaal
from desktop.models.velden import Soort, velden
from desktop.models.vooroverleg import VEILIG_THUIS

Scans = Mapping[UUID, tuple[str, bytes]]
"""Kept attachments by blob: media type and bytes."""
GEEN_SCANS: Scans = MappingProxyType({})
_MAX_TITEL = 160
_IN = 10
_LIJN = 62
_IN_KOP = frozenset({"datum", "tijd", "plaats", "geopend"})
_DIRECT = (
    ("gevaar", "direct gevaar: bel 112 en daarna Veilig Thuis"),
    ("disclosure", "disclosure: dit telt als acute onveiligheid"),
    ("eergerelateerd", "vermoeden van eergerelateerd geweld"),
)


def render_stuk(record: Record, kader: Kader, *, vervolg: Sequence[Record] = (), scans: Scans = GEEN_SCANS) -> Gemaakt:
    """Return the PDF of a record of the dossier; `vervolg` are its follow-ups, `scans` the attachments to append.

    All others than the pupil stand there as initials, save who is to sign. A scan that cannot be read is named and
    left out: the rest of the record is worth more than an error.
    """
    leerling = getattr(record, "leerling", None)
    zichtbaar = [leerling] if isinstance(leerling, Wie) else []
    if isinstance(record, Toestemming):
        zichtbaar += record.gegeven_door
    namen = Namen(zichtbaar, personen_in(record))
    zetter = Zetter(namen.tekst)
    tonen = Tonen(zetter, namen, kader.schema, kader.concept)
    achter, kapot = _achter(scans)
    blokken: list[Blok | NieuwePagina] = [
        *hoofd(record, kader, tonen),
        *_inhoud(record, tonen),
        *_getekend(record, kader, tonen),
        *daarna(record, vervolg, tonen, woord="dit stuk"),
        *_scans(achter, kapot, zetter),
        *kort_waarmerk(kader, zetter),
    ]
    onderwerp = kort(leerling.naam, 60) if isinstance(leerling, Wie) else ""
    # what the file calls itself shows in a window's title: nothing of what it is about
    gemaakt = maak(blokken, opmaak(kader, "Dossierstuk", record.NAAM, onderwerp), zetter)
    if not achter:
        return gemaakt
    pdf = merge([gemaakt.pdf, *achter])
    return Gemaakt(pdf, page_count(pdf), gemaakt.ontbrekend)


def personen_in(part: Part) -> Iterator[Wie]:
    """Yield the people that a record refers to, in its rows too."""
    for spec in velden(type(part)):
        waarde: Any = getattr(part, spec.naam)
        if spec.soort is Soort.PERSOON and waarde is not None:
            yield waarde
        elif spec.soort is Soort.PERSONEN:
            yield from waarde
        elif spec.soort is Soort.RIJEN:
            for rij in waarde:
                yield from personen_in(rij)
        elif spec.soort is Soort.TEKST and spec.veld.namen:
            # who stands in such a field is not named in full elsewhere in the record either
            yield from (Wie(naam=naam) for naam in volle_namen(waarde))


def hoofd(record: Record, kader: Kader, tonen: Tonen, *, bovenkop: str = "") -> Iterator[Blok]:
    """Yield the head of the first page: what it is, about whom, when it happened and when it was entered."""
    zetter = tonen.zetter
    titel = kort(record.titel(), _MAX_TITEL)
    boven = bovenkop or (record.NAAM if titel != record.NAAM else _familie(record))
    stukken: list[Stuk] = [
        (BOVENKOP, zetter.regels(boven, BOVENKOP, BREEDTE)),
        (TITEL, zetter.regels(titel or record.NAAM, TITEL, BREEDTE)),
    ]
    yield Strook([Cel(0, stukken)], onder=6, plakt=True)
    leerling = getattr(record, "leerling", None)
    paren: list[tuple[str, str, int]] = []
    if isinstance(leerling, Wie):
        paren.append(("Leerling", "\n".join(filter(None, (leerling.naam, leerling.hoedanigheid))), 3))
    paren.append(("Datum", wanneer(record), 3))
    vastgelegd = moment_nl(kader.versie_op).replace(", ", "\n")
    if kader.door:
        vastgelegd += f", door {tonen.namen.veld(kader.door)}"
    paren.append(("Vastgelegd", vastgelegd, 3))
    # a number of the widest letters fits: it must never be broken
    paren.append(("Kenmerk", kader.kenmerk, 3))
    if sum(p[2] for p in paren) < 12:
        paren[0] = (paren[0][0], paren[0][1], paren[0][2] + 12 - sum(p[2] for p in paren))
    yield paneel(rijtje(paren, zetter, stijl=VET))
    if kader.ingetrokken:
        yield alinea("Dit stuk is ingetrokken en telt niet meer.", zetter, VET, boven=10)


def _familie(record: Record) -> str:
    return "Meldcode" if isinstance(record, MeldcodeDossier | Rapportage) else "Dossier"


def wanneer(record: Record) -> str:
    """Return the day and, where it was filled in, the time that a record is about."""
    op = record.event_at()
    if op is None:
        return "nog niet ingevuld"
    onder = [datum_nl(op.date(), weekdag=True).partition(" ")[0]]
    if getattr(record, "tijd", None):
        onder.append(f"{tijd_nl(op.time())} uur")
    return f"{datum_nl(op.date())}\n{', '.join(onder)}"


def _inhoud(record: Record, tonen: Tonen) -> Iterator[Blok]:
    overslaan = set(_IN_KOP - {"plaats"}) if isinstance(record, Signaal | MeldcodeDossier) else {"datum"}
    if record.event_at() is None:
        overslaan = set()
    titel = record.titel()
    # what stands as the title is not said twice, unless it was cut short there
    overslaan |= {
        s.naam
        for s in velden(type(record))
        if s.soort in (Soort.TEKST, Soort.KEUZE)
        and s.veld.zoek == "titel"
        and str(getattr(record, s.naam)) == titel == kort(titel, _MAX_TITEL)
    }
    if isinstance(record, Toestemming):  # a form to sign does not speak of what comes later
        overslaan |= {naam for naam in ("ingetrokken_op", "bijlagen") if not getattr(record, naam)}
        overslaan |= {"uitzondering"} if record.uitzondering is Uitzondering.GEEN else set()
    eigen = {}
    if isinstance(record, Signaal):
        yield from _direct(record, tonen)
        eigen = {
            "passages": lambda v: (*passages(v, tonen), *_eerder(record, tonen)),
            "letsel": lambda v: lichaamskaart(v, tonen),
        }
    yield from secties(record, tonen, frozenset(overslaan), eigen=eigen, zonder_groep="")
    if isinstance(record, Signaal) and not record.passages:
        yield from _eerder(record, tonen)


def _eerder(signaal: Signaal, tonen: Tonen) -> Iterator[Blok]:
    """Which earlier signals it confirms or refutes, by their numbers."""
    for woord, eerder in (("Bevestigt", signaal.bevestigt), ("Ontkracht", signaal.ontkracht)):
        if eerder:
            yield alinea(", ".join(map(kenmerk, eerder)), tonen.zetter, label=f"{woord} eerder signaal", boven=9)


def _direct(signaal: Signaal, tonen: Tonen) -> Iterator[Blok]:
    """What opens the direct route stands on top, where nobody reads past it."""
    redenen = [zin for naam, zin in _DIRECT if getattr(signaal, naam) is True]
    if redenen:
        yield omkaderd(
            f"Direct handelen: Veilig Thuis, {VEILIG_THUIS}", "; ".join(redenen).capitalize() + ".", tonen.zetter
        )


def omkaderd(titel: str, tekst: str, zetter: Zetter) -> Strook:
    """Return words that must be seen, in a box with a heavy side."""
    binnen = BREEDTE - 30

    def zijde(doek: Doek, x: float, y: float) -> None:
        doek.vlak(x, y - strook.hoogte, 5, strook.hoogte, MARINE)

    stukken: list[Stuk] = [(VET, zetter.regels(titel, VET, binnen)), (LOPEND, zetter.regels(tekst, LOPEND, binnen))]
    strook = Strook([Cel(18, stukken)], boven=10, lucht=8, onder=9, rand="LRTB", heel=True, teken_bij=zijde)
    return strook


def _getekend(record: Record, kader: Kader, tonen: Tonen) -> Iterator[Blok]:
    """Room to sign, on a consent that a parent gives."""
    if not isinstance(record, Toestemming) or record.uitzondering is not Uitzondering.GEEN or kader.ingetrokken:
        return
    zetter = tonen.zetter
    yield kop("Ondertekening", zetter)
    zin = (
        "Deze toestemming geldt alleen voor deze leerling en voor wat hierboven staat. Wie haar gaf, mag haar altijd "
        "weer intrekken; wat tot dan toe is gedeeld, blijft gedeeld."
    )
    yield alinea(zin, zetter, KLEIN)
    uniek: list[Wie] = []
    for wie in record.gegeven_door:
        if not any(zelfde(wie, ander) for ander in uniek):
            uniek.append(wie)
    for naam, hoedanigheid in [(w.naam, w.hoedanigheid) for w in uniek] or [("", "ouder/verzorger")] * 2:
        yield tekenvak(kort(naam, 120), kort(hoedanigheid, 120) or "ouder/verzorger", zetter)


def tekenvak(naam: str, hoedanigheid: str, zetter: Zetter) -> Strook:
    """Return a box in which someone signs with a pen."""
    kolom = BREEDTE / 3

    def lijnen(doek: Doek, x: float, y: float) -> None:
        doek.lijn(x + kolom, y - _LIJN, x + 2 * kolom - 24, y - _LIJN, GRIJS)
        doek.lijn(x + 2 * kolom - 12, y - _LIJN, x + BREEDTE - _IN, y - _LIJN, GRIJS)
        if not naam:
            doek.lijn(x + _IN, y - _LIJN, x + kolom - 12, y - _LIJN, GRIJS)

    wie: list[Stuk] = [(KLEIN, zetter.regels(hoedanigheid, KLEIN, kolom - 2 * _IN))]
    if naam:
        wie.insert(0, (VET, zetter.regels(naam, VET, kolom - 2 * _IN)))
    cellen = [Cel(_IN, wie), Cel(kolom, [(LABEL, ["Datum"])]), Cel(2 * kolom - 12, [(LABEL, ["Handtekening"])])]
    return Strook(cellen, boven=10, lucht=8, vast=_LIJN + 14, heel=True, rand="LRTB", teken_bij=lijnen)


def _achter(scans: Scans) -> tuple[list[bytes], int]:
    """Return the scans as PDFs, and how many could not be read."""
    goed: list[bytes] = []
    kapot = 0
    for media, data in scans.values():
        try:
            pdf = as_pdf(data, media)
            page_count(pdf)
            merge([pdf])
        except (UserError, OSError, ValueError):
            kapot += 1
        else:
            goed.append(pdf)
    return goed, kapot


def _scans(achter: Sequence[bytes], kapot: int, zetter: Zetter) -> Iterator[Blok]:
    if achter:
        aantal = sum(map(page_count, achter))
        yield alinea(
            f"De scan volgt hierna: {aantal} {'bladzijde' if aantal == 1 else 'bladzijden'}.", zetter, KLEIN, boven=14
        )
    if kapot:
        wat = "1 bijlage kan" if kapot == 1 else f"{kapot} bijlagen kunnen"
        yield alinea(f"{wat} niet worden getoond. Open het stuk in het programma.", zetter, VET, boven=14)
