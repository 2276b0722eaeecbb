"""The PDF of a weging: the five questions as a path, and for each answer why, by whom, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from desktop.documents.blokken import Blok, Cel, Doek, NieuwePagina, Strook, Stuk
from desktop.documents.daarna import daarna
from desktop.documents.dossierstuk import omkaderd, personen_in
from desktop.documents.frame import Gemaakt, Kader, maak, opmaak
from desktop.documents.namen import Namen
from desktop.documents.papieren import Weging
from desktop.documents.styles import (
    BOVENKOP,
    BREEDTE,
    GRIJS,
    INKT,
    KLEIN,
    KLEIN_VET,
    LIJN,
    MARINE,
    TITEL,
    VET,
    Kleur,
    Stijl,
)
from desktop.documents.text import Zetter, datum_nl, kort, moment_nl, wijd
from desktop.documents.velden import Tonen, alinea, kop, paneel, rijtje, veldblokken
from desktop.documents.waarmerk import merkregels
from desktop.models.afweging import Afweging
from desktop.models.core import Record, State
from desktop.models.kenmerk import kenmerk
from desktop.models.opmaak import Tekstblok
from desktop.models.opslag import Stored
from desktop.models.velden import velden
from desktop.models.vooroverleg import VEILIG_THUIS
from desktop.models.weging import Antwoord, Gevolg, Uitkomst, Vraag, antwoorden

_STRAAL = 13.0
_STAP = Stijl("semibold", 9.5, 12, INKT)
_STAP_LATER = Stijl("regular", 9.5, 12, GRIJS)
_CIJFER = Stijl("semibold", 12, 14, (1, 1, 1))
_CIJFER_LATER = Stijl("semibold", 12, 14, GRIJS)
_VRAAG = Stijl("semibold", 15, 19, MARINE)
_TOENKOP = Stijl("semibold", 10.5, 14, INKT)
_KEUS = Stijl("semibold", 11, 14, INKT)
_KEUS_NIET = Stijl("regular", 11, 14, GRIJS)
_WIT: Kleur = (1, 1, 1)
_ZELF = frozenset({"vraag", "datum", "antwoord", "reden", "wie"})
_ROND = (Uitkomst.MELDEN, Uitkomst.VEILIG_THUIS)
_TOEN = (
    ("disclosure", "Disclosure"),
    ("eergerelateerd", "Eergerelateerd geweld"),
    ("gemeld", "Daarna gemeld"),
    ("besloten", "Besluit met Veilig Thuis"),
)


def render_afweging(afweging: Afweging, record: UUID, kader: Kader, *, vervolg: Sequence[Record] = ()) -> Gemaakt:
    """Return the PDF of one answer by itself, as it is kept when it is established; `record` is its identifier."""
    state: State = "concept" if kader.concept else "ingetrokken" if kader.ingetrokken else "vastgesteld"
    stored = Stored(
        record,
        record,
        None,
        afweging.KIND,
        state,
        kader.schema or 1,
        record,
        kader.versie_op,
        kader.digest or b"",
        afweging,
    )
    return render_weging(Weging(afweging.leerling, "", [stored]), kader, vervolg=vervolg)


def render_weging(weging: Weging, kader: Kader, *, vervolg: Sequence[Record] = ()) -> Gemaakt:
    """Return the PDF of a walk; `kader` is that of its last answer, `vervolg` are later addenda to its answers.

    All others than the pupil are initials.
    """
    gegeven = _op_volgorde(weging.antwoorden)
    namen = Namen([weging.leerling], [wie for _, a in gegeven for wie in personen_in(a)])
    zetter = Zetter(namen.tekst)
    tonen = Tonen(zetter, namen, concept=kader.concept)
    blokken: list[Blok | NieuwePagina] = [*_hoofd(weging, gegeven, kader, zetter)]
    for stored, afweging in gegeven:
        blokken += _antwoord(stored, afweging, weging.uitleg, tonen)
    blokken += daarna(gegeven[-1][1], vervolg, tonen, woord="de afweging") if gegeven else ()
    blokken += _andere(weging, zetter)
    blokken += _versies(gegeven, zetter)
    return maak(blokken, opmaak(kader, "Weging", "Weging", kort(weging.leerling.naam, 60)), zetter)


def _op_volgorde(stukken: Sequence[Stored]) -> list[tuple[Stored, Afweging]]:
    paren = [(s, s.value) for s in stukken if isinstance(s.value, Afweging) and s.value.vraag is not None]
    return sorted(paren, key=lambda paar: (paar[1].vraag or Vraag.VERMOEDEN).nummer)


def _hoofd(weging: Weging, gegeven: Sequence[tuple[Stored, Afweging]], kader: Kader, zetter: Zetter) -> Iterator[Blok]:
    stukken: list[Stuk] = [
        (BOVENKOP, zetter.regels("Meldcode · wegen", BOVENKOP, BREEDTE)),
        (TITEL, zetter.regels("Het afwegingskader", TITEL, BREEDTE)),
    ]
    yield Strook([Cel(0, stukken)], onder=6, plakt=True)
    laatste = gegeven[-1][1] if gegeven else None
    uit = laatste.gevolg() if laatste else None
    if weging.volgende is not None:
        stand = f"Loopt: vraag {weging.volgende.nummer} volgt"
    else:
        stand = uit.uitkomst.label if uit else "Nog geen antwoord"
    eerste = next((a.datum for _, a in gegeven if a.datum), None)
    naam = "\n".join(filter(None, (weging.leerling.naam, weging.leerling.hoedanigheid)))
    paren = [("Leerling", naam, 3), ("Begonnen", datum_nl(eerste) if eerste else "–", 3)]
    paren += [("Dossier", weging.zaak, 3)] if weging.zaak else []
    paren.append(("Stand", stand, 12 - sum(p[2] for p in paren)))
    yield paneel(rijtje(paren, zetter, stijl=VET))
    if kader.ingetrokken:
        yield alinea("Deze afweging is ingetrokken en telt niet meer.", zetter, VET, boven=10)
    yield _pad({a.vraag: a for _, a in gegeven if a.vraag is not None}, weging.volgende)


def _pad(gegeven: Mapping[Vraag, Afweging], volgende: Vraag | None) -> Strook:
    """The five questions in a row: filled what is answered, a heavy ring where it stands now, open what is to come."""
    rij = list(Vraag)
    stap = BREEDTE / len(rij)

    def teken(doek: Doek, x: float, y: float) -> None:
        midden = y - _STRAAL - 2
        for n, vraag in enumerate(rij):
            cx = x + stap * (n + 0.5)
            afweging = gegeven.get(vraag)
            if n < len(rij) - 1:
                verder = afweging is not None and (rij[n + 1] in gegeven or rij[n + 1] is volgende)
                _lijn(doek, cx + _STRAAL + 5, cx + stap - _STRAAL - 5, midden, vol=verder)
            uit = afweging.gevolg() if afweging else None
            if uit is not None and uit.uitkomst in _ROND:
                doek.cirkel(cx, midden, _STRAAL + 3.2, MARINE, None, 1.2)
            nu = afweging is None and vraag is volgende
            vol = MARINE if afweging else _WIT
            doek.cirkel(cx, midden, _STRAAL, MARINE if afweging or nu else LIJN, vol, 2.2 if nu else 1.2)
            cijfer = _CIJFER if afweging else _CIJFER_LATER
            tekst = str(vraag.nummer)
            doek.regels(cijfer, cx - wijd(tekst, cijfer) / 2, midden + 7, [tekst])
            stijl = _STAP if afweging or nu else _STAP_LATER
            doek.regels(stijl, cx - wijd(vraag.label, stijl) / 2, midden - _STRAAL - 7, [vraag.label])
            onder = afweging.antwoord.label if afweging and afweging.antwoord else "nu" if nu else ""
            doek.regels(KLEIN_VET, cx - wijd(onder, KLEIN_VET) / 2, midden - _STRAAL - 19, [onder])

    return Strook([], boven=18, vast=2 * _STRAAL + 40, heel=True, teken_bij=teken)


def _lijn(doek: Doek, van: float, tot: float, y: float, *, vol: bool) -> None:
    if vol:
        doek.lijn(van, y, tot, y, MARINE, 1.6)
        return
    while van < tot:
        doek.lijn(van, y, min(van + 3, tot), y, LIJN, 1.2)
        van += 7


def _antwoord(
    stored: Stored, afweging: Afweging, uitleg: Mapping[Vraag, Sequence[Tekstblok]], tonen: Tonen
) -> Iterator[Blok]:
    zetter, vraag = tonen.zetter, afweging.vraag
    assert vraag is not None
    yield Strook(
        [Cel(0, [(_VRAAG, zetter.regels(f"Vraag {vraag.nummer} · {vraag.label}", _VRAAG, BREEDTE))])],
        boven=22,
        onder=4,
        plakt=True,
        lijn=True,
    )
    for n, blok in enumerate(uitleg.get(vraag, ())):
        punt = "• " if blok.soort in ("punt", "stap") else ""
        yield alinea(punt + blok.tekst, zetter, KLEIN, boven=6 if n == 0 else 2, plakt=True)
    yield _keuzes(vraag, afweging.antwoord)
    dag = datum_nl(afweging.datum, weekdag=True) if afweging.datum else "nog niet ingevuld"
    wie = "\n".join(tonen.namen.met_hoedanigheid(w) for w in afweging.wie) or "–"
    yield rijtje([("Gewogen op", dag, 4), ("Wie wogen mee", wie, 8)], zetter, boven=9, plakt=True)
    yield alinea(tonen.namen.lopend(afweging.reden) or "–", zetter, label="Waarom", boven=8)
    rest = [s.naam for s in velden(Afweging) if s.naam not in _ZELF]
    yield from veldblokken(afweging, rest, tonen)
    # what the dossier said, what follows from it and when it was established are read together
    yield from _toen(afweging, zetter)
    uit = afweging.gevolg()
    if uit is not None:
        kader = omkaderd(*_gevolg(afweging, uit), zetter)
        kader.plakt = True
        yield kader
    stand = "Concept van" if stored.state == "concept" else "Vastgesteld op"
    delen = [f"{stand} {moment_nl(stored.recorded_at)}", kenmerk(stored.record)]
    if stored.state != "concept":
        delen.append(f"versie {stored.digest.hex()[:16]}")
    regel = " · ".join(delen)
    if stored.state == "ingetrokken":
        regel = f"Ingetrokken. {regel}"
    yield alinea(regel, zetter, KLEIN, boven=6)


def _keuzes(vraag: Vraag, gekozen: Antwoord | None) -> Strook:
    """The answers that the question has, side by side; the given one stands out by its box, its dot and its letter."""
    rij = antwoorden(vraag)
    breed = (BREEDTE - 12 * (len(rij) - 1)) / 3 if len(rij) == 3 else (BREEDTE - 24) / 3

    def teken(doek: Doek, x: float, y: float) -> None:
        for n, antwoord in enumerate(rij):
            links, dit = x + n * (breed + 12), antwoord is gekozen
            for x1, y1, x2, y2 in (
                (links, y, links + breed, y),
                (links + breed, y, links + breed, y - 28),
                (links + breed, y - 28, links, y - 28),
                (links, y - 28, links, y),
            ):
                doek.lijn(x1, y1, x2, y2, MARINE if dit else LIJN, 1.8 if dit else 0.8)
            doek.cirkel(links + 17, y - 14, 5.5, MARINE if dit else GRIJS, _WIT, 1.1)
            if dit:
                doek.cirkel(links + 17, y - 14, 3, None, MARINE, 0)
            doek.regels(_KEUS if dit else _KEUS_NIET, links + 31, y - 7, [antwoord.label])

    return Strook([], boven=10, vast=28, heel=True, plakt=True, teken_bij=teken)


def _toen(afweging: Afweging, zetter: Zetter) -> Iterator[Strook]:
    # it may come to stand on the next page, so it says itself with which question it belongs
    zin = f"Bij vraag {afweging.vraag.nummer if afweging.vraag else '–'} zei het dossier"
    yield Strook([Cel(0, [(_TOENKOP, zetter.regels(zin, _TOENKOP, BREEDTE))])], boven=12, plakt=True)
    paren = [(label, "Ja" if getattr(afweging, naam) else "Nee", 3) for naam, label in _TOEN]
    yield rijtje(paren, zetter, boven=3, plakt=True)


def _gevolg(afweging: Afweging, uit: Gevolg) -> tuple[str, str]:
    norm = afweging.meldnorm()
    delen = [norm.label if norm else "", f"In het plan: {uit.bron}."]
    if uit.uitkomst in _ROND:
        delen.append(f"Bel eerst: {VEILIG_THUIS}, dag en nacht. Geen later antwoord maakt dit ongedaan.")
    if uit.cit:
        kan = afweging.cit_kan()
        zin = "" if kan is None else f" Aan {'beide voorwaarden is' if kan else 'de voorwaarden is niet'} voldaan."
        delen.append(f"Het CIT kan ernaast komen, niet in plaats ervan.{zin}")
    if uit.norm_vrij:
        waarom = f" Waarom een andere: {afweging.norm_reden}" if afweging.norm_reden.strip() else ""
        delen.append(f"Het plan noemt bij dit antwoord zelf geen norm.{waarom}")
    return uit.uitkomst.label, "\n".join(filter(None, delen))


def _andere(weging: Weging, zetter: Zetter) -> Iterator[Blok]:
    if not weging.andere:
        return
    yield kop("Andere wegingen in dit dossier", zetter)
    yield alinea("Nieuwe informatie begint een nieuwe weging; geen ervan vervangt een andere.", zetter, KLEIN)
    for ander in weging.andere:
        begonnen = f"Begonnen op {datum_nl(ander.begonnen)}" if ander.begonnen else "Begonnen"
        yield alinea(f"{begonnen}: {ander.uitkomst}", zetter)


def _versies(gegeven: Sequence[tuple[Stored, Afweging]], zetter: Zetter) -> Iterator[Blok]:
    vast = [(s, a) for s, a in gegeven if s.state != "concept" and a.vraag is not None]
    if not vast:
        return
    paren = [(f"Versie, vraag {a.vraag.nummer}", s.digest.hex()) for s, a in vast if a.vraag is not None]
    yield from merkregels(paren, zetter, boven=20)
