"""A draaiboek on paper: a blank list to tick, or a run with every outcome, reason and log line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby
from string import ascii_uppercase

from desktop.documents.blokken import Blok, Cel, Doek, NieuwePagina, Strook, Stuk
from desktop.documents.draaiboekblad import Draaiboekblad
from desktop.documents.frame import Gemaakt, Opmaak, maak
from desktop.documents.logboek import logregels
from desktop.documents.styles import BOVENKOP, BREEDTE, CEL, KLEIN, TITEL, VET
from desktop.documents.text import Zetter, datum_nl, kort, moment_nl, tijd_nl
from desktop.documents.velden import alinea, kop, paneel, rijtje
from desktop.documents.waarmerk import merkregels
from desktop.documents.zaak import hokje
from desktop.models.draaiboek import UITVOERDERS, Loopstap, Stand, Stap, is_open

_IN = 24.0
_BINNEN = BREEDTE - _IN
_HERKOMST = {
    "plan": "Uit het sociaal veiligheidsplan",
    "sjabloon": "Sjabloon, door de school te bevestigen",
    "school": "Eigen draaiboek van de school",
}


def render_draaiboek(blad: Draaiboekblad) -> Gemaakt:
    """Return the PDF. A blank one shows every step, also those that belong to a condition only, and names nobody."""
    zetter = Zetter()
    blokken: list[Blok | NieuwePagina] = [*_hoofd(blad, zetter), *_stappen(blad, zetter)]
    if blad.log is not None:
        blokken += [kop("Logboek", zetter), *logregels(blad.log, zetter)]
    if blad.digest:
        paren = [("Versie (SHA-256)", blad.digest.hex())]
        paren += [("Logregels (SHA-256)", blad.log.digest.hex())] if blad.log is not None else []
        paren += [("Stand van de kluis", blad.audit_head.hex())] if blad.audit_head else []
        blokken += merkregels(paren, zetter, boven=18)
    return maak(blokken, _opmaak(blad), zetter)


def _opmaak(blad: Draaiboekblad) -> Opmaak:
    d = blad.draaiboek
    versie = f" · versie {d.versie}" if d.versie else ""
    code = f" · {blad.digest.hex()[:16]}" if blad.digest else ""
    wie = f" door {blad.gemaakt_door}" if blad.beeld is not None else ""
    return Opmaak(
        titel=f"Draaiboek {blad.kenmerk}" if blad.kenmerk else f"Draaiboek {kort(d.titel, 60)}",
        auteur=blad.school.naam,
        gemaakt_op=blad.gemaakt_op,
        kop_links=blad.school.naam,
        kop_rechts=f"Draaiboek · {kort(d.titel, 60)}",
        voet=(f"{blad.kenmerk or 'Leeg draaiboek'}{versie}", f"Gemaakt {moment_nl(blad.gemaakt_op)}{wie}{code}"),
        merk="",
    )


def _hoofd(blad: Draaiboekblad, zetter: Zetter) -> Iterator[Blok]:
    d, beeld = blad.draaiboek, blad.beeld
    loop = beeld.loop if beeld is not None else None
    titel = loop.titel() if loop is not None else d.titel
    stukken: list[Stuk] = [
        (BOVENKOP, zetter.regels("Draaiboek", BOVENKOP, BREEDTE)),
        (TITEL, zetter.regels(kort(titel, 160), TITEL, BREEDTE)),
    ]
    yield Strook([Cel(0, stukken)], onder=6, plakt=True)
    herkomst = _HERKOMST[d.herkomst]
    feiten = [("Herkomst", herkomst), ("Versie", d.versie or "zonder nummer")]
    if beeld is not None and loop is not None:
        begon = f"{datum_nl(loop.begonnen_op)}" if loop.begonnen_op else "onbekend"
        begon += f", {tijd_nl(loop.begonnen_om)}" if loop.begonnen_om else ""
        stand = f"afgesloten op {datum_nl(loop.afgesloten_op)}" if loop.afgesloten_op else "loopt nog"
        gedaan = f"{beeld.gedaan} van {len(beeld.stappen)} stappen"
        feiten = [("Begonnen", begon), ("Stand", stand), ("Gedaan", gedaan), *feiten, ("Kenmerk", blad.kenmerk)]
    else:
        feiten += [("Stappen", str(len(d.stappen)))]
    for n in range(0, len(feiten), 3):
        yield paneel(rijtje([(naam, waarde, 4) for naam, waarde in feiten[n : n + 3]], zetter, stijl=VET))
    if d.kort:
        yield alinea(d.kort, zetter, boven=10)
    if loop is None:
        yield rijtje([("Aanleiding", "", 8), ("Begonnen op", "", 4)], zetter, boven=12)
        yield Strook([Cel(0, [])], vast=16, lijn=True)
    else:
        mensen = [b.wie.naam for b in loop.betrokkenen if b.wie is not None]
        if mensen:
            yield alinea(", ".join(mensen), zetter, boven=8, label="Betrokkenen")
        if blad.calamiteit:
            yield alinea(blad.calamiteit, zetter, boven=8, label="Hoort bij calamiteit")
        if blad.stukken:
            yield alinea("; ".join(blad.stukken), zetter, boven=8, label="Hieruit gemaakt")
        if loop.slot:
            yield alinea(loop.slot, zetter, boven=8, label="Hoe is het afgesloten")
    if d.voorwaarden:
        yield kop("Wat speelt er", zetter)
        for n, v in enumerate(d.voorwaarden):
            letter = f"{ascii_uppercase[n % 26]}. " if loop is None else ""
            yield _vinkregel(f"{letter}{v.vraag}", zetter, gevuld=loop is not None and v.sleutel in loop.ja)


def _stappen(blad: Draaiboekblad, zetter: Zetter) -> Iterator[Blok]:
    beeld = blad.beeld
    rijen = beeld.stappen if beeld is not None else tuple((stap, None) for stap in blad.draaiboek.stappen)
    vragen = {v.sleutel: ascii_uppercase[n % 26] for n, v in enumerate(blad.draaiboek.voorwaarden)}
    for fase, groep in groupby(rijen, key=lambda rij: rij[0].fase):
        yield kop(fase or "Stappen", zetter)
        for stap, uitkomst in groep:
            yield _stap(stap, uitkomst, blad, vragen, zetter)


def _stap(stap: Stap, uitkomst: Loopstap | None, blad: Draaiboekblad, vragen: dict[str, str], zetter: Zetter) -> Strook:
    klaar = uitkomst is not None and not is_open(uitkomst)
    stukken: list[Stuk] = [(VET, zetter.regels(stap.wat, VET, _BINNEN))]
    delen = [UITVOERDERS.get(stap.wie, stap.wie), _termijn(stap, blad)]
    if blad.beeld is None:
        # by their letters: the questions stand in full at the top
        delen += [f"alleen bij {' en '.join(vragen[s] for s in stap.als if s in vragen)}"] if stap.als else []
        delen += [f"niet bij {' of '.join(vragen[s] for s in stap.niet_als if s in vragen)}"] if stap.niet_als else []
    stukken.append((KLEIN, zetter.regels(" · ".join(d for d in delen if d), KLEIN, _BINNEN)))
    if blad.beeld is None:
        teksten = [stap.uitleg, *(f"• {punt}" for punt in stap.punten)]
        stukken += [(CEL, zetter.regels(t, CEL, _BINNEN)) for t in teksten if t]
    else:
        stukken += [(CEL, zetter.regels(t, CEL, _BINNEN)) for t in _uitkomst(uitkomst)]
    gedaan = klaar and uitkomst is not None and uitkomst.stand is not Stand.OVERGESLAGEN

    def vinkje(doek: Doek, x: float, y: float) -> None:
        hokje(doek, x + 2, y - 9, gevuld=gedaan, maat=11)

    return Strook([Cel(_IN, stukken)], lucht=6, onder=7, lijn=True, teken_bij=vinkje)


def _uitkomst(u: Loopstap | None) -> Iterator[str]:
    if u is None or is_open(u) or u.stand is None:
        yield "Nog open"
        return
    op = f" op {datum_nl(u.gedaan_op)}" if u.gedaan_op else ""
    om = f" om {tijd_nl(u.gedaan_om)}" if u.gedaan_om else ""
    door = f" door {u.door}" if u.door else ""
    yield f"{u.stand.label}{op}{om}{door}"
    if u.reden.strip():
        yield f"Waarom: {u.reden.strip()}"
    if u.toelichting.strip():
        yield u.toelichting.strip()


def _termijn(stap: Stap, blad: Draaiboekblad) -> str:
    if stap.termijn is None:
        return ""
    begon = blad.beeld.loop.begonnen_op if blad.beeld is not None else None
    if begon is not None:
        return f"uiterlijk {datum_nl(begon + timedelta(days=stap.termijn))}"
    return "dezelfde dag" if stap.termijn == 0 else f"binnen {stap.termijn} {'dag' if stap.termijn == 1 else 'dagen'}"


def _vinkregel(tekst: str, zetter: Zetter, *, gevuld: bool) -> Strook:
    def vinkje(doek: Doek, x: float, y: float) -> None:
        hokje(doek, x + 2, y - 5.5, gevuld=gevuld)

    cel = Cel(_IN, [(CEL, zetter.regels(tekst, CEL, _BINNEN))])
    return Strook([cel], lucht=3, onder=4, heel=True, teken_bij=vinkje)
