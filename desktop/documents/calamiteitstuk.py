"""The papers of a calamity beside its log: action plan, a piece of communication, evaluation, and all of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from desktop.documents.blokken import Blok, Cel, Doek, NieuwePagina, Strook, Stuk
from desktop.documents.calamiteitblad import Gespreksblad, Planblad, Slotblad, Zaakblad
from desktop.documents.daarna import daarna
from desktop.documents.frame import Gemaakt, Kader, Opmaak, maak, opmaak
from desktop.documents.logboek import logregels
from desktop.documents.namen import Voluit
from desktop.documents.styles import BOVENKOP, BREEDTE, CEL, KLEIN, KLEIN_VET, LOPEND, TITEL, VET
from desktop.documents.text import Zetter, datum_nl, kort, moment_nl, tijd_nl
from desktop.documents.velden import Tonen, alinea, kop, paneel, rijtje, secties
from desktop.documents.waarmerk import kort_waarmerk, merkregels
from desktop.documents.zaak import hokje
from desktop.models.actieplan import Doelgroep, Maatregel, Vervolgactie
from desktop.models.communicatie import Communicatie
from desktop.models.core import Record

_RECHTS = 128.0
_IN = 20.0
_IN_HOOFD = frozenset({"kort", "begonnen_op", "begonnen_om", "bestuurder_op", "bestuurder_om", "bestuurder_door"})
_IN_HOOFD |= {"omvang", "leiding", "school_loopt"}
_IN_STUK = frozenset({"groep", "onderwerp", "tekst", "besloten_door", "hoe", "op", "om", "alleen_feiten"})
_NAMEN = "In dit stuk kunnen namen staan: geef het alleen aan wie ze mag weten."


def render_actieplan(zaak: Zaakblad, versie: Planblad) -> Gemaakt:
    """Return one version of the action plan. Names stand in it as they were written: the team works by it."""
    zetter = Zetter()
    blokken: list[Blok | NieuwePagina] = [
        *_titel(f"Actieplan · versie {versie.nummer} van {versie.van}", zaak.calamiteit.titel(), zetter),
        paneel(
            rijtje(
                [
                    ("Versie", f"{versie.nummer}, {moment_nl(versie.op)}", 5),
                    ("Door", versie.door or "–", 4),
                    ("Kenmerk", zaak.kenmerk, 3),
                ],
                zetter,
                stijl=VET,
            )
        ),
        alinea(_NAMEN, zetter, KLEIN, boven=8),
        *_plan(versie, _tonen(zetter)),
        *merkregels([("Versie (SHA-256)", versie.digest.hex())], zetter, boven=20),
    ]
    wat = f"actieplan, versie {versie.nummer} van {moment_nl(versie.op)}"
    return maak(blokken, _opmaak(zaak, "Actieplan", wat, versie.digest), zetter)


def render_communicatie(stuk: Communicatie, kader: Kader, *, vervolg: Sequence[Record] = ()) -> Gemaakt:
    """Return what a group was told: by whose word, how and when, and the message as it went out."""
    zetter = Zetter()
    tonen = Tonen(zetter, Voluit(), kader.schema, kader.concept)
    groep = stuk.groep.label if stuk.groep else "nog geen groep gekozen"
    blokken: list[Blok | NieuwePagina] = [
        *_titel(f"Communicatie · {groep}", stuk.onderwerp or groep, zetter),
        paneel(rijtje(_feiten(stuk, kader.kenmerk), zetter, stijl=VET)),
        *_boodschap(stuk, tonen),
        *daarna(stuk, vervolg, tonen, woord="dit stuk"),
        *kort_waarmerk(kader, zetter),
    ]
    return maak(blokken, opmaak(kader, "Communicatie", stuk.NAAM, groep), zetter)


def render_evaluatie(zaak: Zaakblad, slot: Slotblad) -> Gemaakt:
    """Return how a calamity was evaluated and closed."""
    zetter = Zetter()
    blokken: list[Blok | NieuwePagina] = [
        *_titel("Evaluatie en afsluiting", zaak.calamiteit.titel(), zetter),
        *_slot(slot, zaak, _tonen(zetter), los=True),
        *merkregels([("Versie (SHA-256)", slot.digest.hex())], zetter, boven=20),
    ]
    wat = f"evaluatie van {moment_nl(slot.slot.moment)}"
    return maak(blokken, _opmaak(zaak, "Evaluatie", wat, slot.digest), zetter)


def render_calamiteit(zaak: Zaakblad) -> Gemaakt:
    """Return all of a calamity: its head, how it was closed, the plan in every version, communication, talks, log."""
    zetter = Zetter()
    tonen = _tonen(zetter)
    c = zaak.calamiteit
    blokken: list[Blok | NieuwePagina] = [
        *_titel("Calamiteit", c.titel(), zetter),
        *_hoofd(zaak, zetter),
        alinea(_NAMEN, zetter, KLEIN, boven=8),
        *secties(c, tonen, _IN_HOOFD),
    ]
    if zaak.slot is not None:
        blokken += [kop("Evaluatie en afsluiting", zetter), *_slot(zaak.slot, zaak, tonen, los=False)]
    blokken += _lijst("Gesprekken", [_gesprek(g, zetter) for g in zaak.gesprekken], zetter)
    blokken += _lijst("Stukken die erbij horen", [alinea(s, zetter, boven=4) for s in zaak.stukken], zetter)
    for versie in reversed(zaak.versies):
        blokken.append(NieuwePagina())
        blokken += _titel(f"Actieplan · versie {versie.nummer} van {versie.van}", c.titel(), zetter)
        blokken.append(alinea(f"{moment_nl(versie.op)}, door {versie.door or '–'}", zetter, KLEIN_VET, boven=2))
        blokken += _plan(versie, tonen)
    blokken += _alle_communicatie(zaak, tonen)
    digests = [zaak.digest, *(v.digest for v in zaak.versies), *(s.digest for s in zaak.communicatie)]
    digests += [zaak.slot.digest] if zaak.slot is not None else []
    if zaak.log is not None:
        blokken.append(NieuwePagina())
        blokken += _titel("Logboek", c.titel(), zetter)
        blokken += logregels(zaak.log, zetter)
        digests.append(zaak.log.digest)
    digest = hashlib.sha256(b"".join(digests)).digest()
    paren = [("Geheel (SHA-256)", digest.hex())]
    if zaak.audit_head:
        paren.append(("Stand van de kluis", zaak.audit_head.hex()))
    blokken += merkregels(paren, zetter, boven=18)
    return maak(blokken, _opmaak(zaak, "Calamiteit", "heel de calamiteit", digest), zetter)


# -- parts


def _tonen(zetter: Zetter) -> Tonen:
    return Tonen(zetter, Voluit())


def _opmaak(zaak: Zaakblad, naam: str, wat: str, digest: bytes) -> Opmaak:
    return Opmaak(
        # what the file calls itself shows in a window's title: nothing of what it is about
        titel=f"{naam} {zaak.kenmerk}",
        auteur=zaak.school.naam,
        gemaakt_op=zaak.gemaakt_op,
        kop_links=zaak.school.naam,
        kop_rechts=f"{naam} · {kort(zaak.calamiteit.titel(), 60)}",
        voet=(
            f"{zaak.kenmerk} · {wat} · {digest.hex()[:16]}",
            f"Gemaakt {moment_nl(zaak.gemaakt_op)} door {zaak.gemaakt_door}",
        ),
    )


def _titel(boven: str, titel: str, zetter: Zetter) -> Iterator[Blok]:
    stukken: list[Stuk] = [
        (BOVENKOP, zetter.regels(boven, BOVENKOP, BREEDTE)),
        (TITEL, zetter.regels(kort(titel, 160), TITEL, BREEDTE)),
    ]
    yield Strook([Cel(0, stukken)], onder=6, plakt=True)


def _hoofd(zaak: Zaakblad, zetter: Zetter) -> Iterator[Blok]:
    c = zaak.calamiteit
    begon = c.begonnen()
    ingelicht = "nog niet"
    if c.bestuurder_op is not None:
        om = f", {tijd_nl(c.bestuurder_om)}" if c.bestuurder_om else ""
        door = f"\ndoor {c.bestuurder_door}" if c.bestuurder_door else ""
        ingelicht = f"{datum_nl(c.bestuurder_op)}{om}{door}"
    stand = zaak.slot.slot.titel() if zaak.slot is not None else "Loopt nog"
    feiten = [
        ("Begonnen", moment_nl(begon) if begon else "–", 5),
        ("Stand", stand, 4),
        ("Kenmerk", zaak.kenmerk, 3),
        ("Omvang", c.omvang.label if c.omvang else "nog niet geschat", 5),
        ("Directeur-bestuurder ingelicht", ingelicht, 7),
        ("Leiding", c.leiding or "–", 5),
        ("School loopt", c.school_loopt or "–", 7),
    ]
    for van, tot in ((0, 3), (3, 5), (5, 7)):
        yield paneel(rijtje(feiten[van:tot], zetter, stijl=VET))


def _plan(versie: Planblad, tonen: Tonen) -> Iterator[Blok]:
    zetter = tonen.zetter
    if versie.nummer > 1:
        yield kop(f"Wat veranderde sinds versie {versie.nummer - 1}", zetter)
        for regel in versie.wijzigingen or ("Niets.",):
            yield alinea(f"• {regel}", zetter, CEL, boven=2)
    eigen = {
        naam: lambda rijen, standen=versie.standen: (_actie(rij, standen, zetter) for rij in rijen)
        for naam in ("maatregelen", "vervolgacties")
    }
    yield from secties(versie.plan, tonen, eigen=eigen)


def _actie(rij: Maatregel | Vervolgactie, standen: Mapping[UUID, str], zetter: Zetter) -> Strook:
    """A measure with a box: ticked where the log says that it is done, to tick by hand where not."""
    stand = standen.get(rij.rij, "")
    verteld = rij.verteld if isinstance(rij, Maatregel) else ""
    delen = (
        rij.wie,
        f"uiterlijk {datum_nl(rij.uiterlijk)}" if rij.uiterlijk else "",
        f"verteld aan {verteld}" if verteld else "",
    )
    breed = BREEDTE - _IN - _RECHTS - 8
    stukken: list[Stuk] = [(LOPEND, zetter.regels(rij.wat, LOPEND, breed))]
    onder = " · ".join(deel for deel in delen if deel)
    if onder:
        stukken.append((KLEIN, zetter.regels(onder, KLEIN, breed)))
    gedaan = stand.startswith("gedaan")

    def vak(doek: Doek, x: float, y: float) -> None:
        hokje(doek, x + 1, y - 8, gevuld=gedaan)

    rechts: list[Stuk] = [(KLEIN_VET if gedaan else KLEIN, zetter.regels(stand, KLEIN_VET, _RECHTS))]
    cellen = [Cel(_IN, stukken), *([Cel(BREEDTE - _RECHTS, rechts)] if stand else [])]
    return Strook(cellen, lucht=5, onder=5, lijn=True, teken_bij=vak)


def _feiten(stuk: Communicatie, nummer: str) -> list[tuple[str, str, int]]:
    """When, how and by whose word; with the number of the record where it is a paper by itself."""
    op = "nog niet" if stuk.op is None else datum_nl(stuk.op) + (f", {tijd_nl(stuk.om)}" if stuk.om else "")
    besloten = ("Besloten door", stuk.besloten_door or "–")
    if not nummer:
        return [("Verstuurd of verteld", op, 4), ("Hoe", stuk.hoe or "–", 4), (*besloten, 4)]
    return [("Verstuurd of verteld", op, 3), ("Hoe", stuk.hoe or "–", 3), (*besloten, 3), ("Kenmerk", nummer, 3)]


def _boodschap(stuk: Communicatie, tonen: Tonen) -> Iterator[Blok]:
    zetter = tonen.zetter
    yield alinea(stuk.tekst or "Er staat nog geen tekst.", zetter, boven=12)
    rest = _IN_STUK
    if stuk.groep is not Doelgroep.INDIRECT:
        rest |= {"waarom_breed", "voorzitter"}
    yield from secties(stuk, tonen, rest, zonder_groep="Afweging en bijlagen")


def _alle_communicatie(zaak: Zaakblad, tonen: Tonen) -> Iterator[Blok | NieuwePagina]:
    zetter = tonen.zetter
    gedaan = [s.value for s in zaak.communicatie if isinstance(s.value, Communicatie) and s.state == "vastgesteld"]
    if not gedaan:
        return
    yield NieuwePagina()
    yield from _titel("Communicatie", zaak.calamiteit.titel(), zetter)
    for stuk in gedaan:
        yield kop(kort(stuk.titel(), 160), zetter)
        yield paneel(rijtje(_feiten(stuk, ""), zetter, stijl=VET))
        yield from _boodschap(stuk, tonen)


def _gesprek(g: Gespreksblad, zetter: Zetter) -> Strook:
    breed = BREEDTE - _RECHTS - 8
    stukken: list[Stuk] = [(VET, zetter.regels(f"{g.met}{' (melder)' if g.melder else ''}", VET, breed))]
    onder = " · ".join(deel for deel in (f"door {g.voert}" if g.voert else "", g.op) if deel)
    if onder:
        stukken.append((KLEIN, zetter.regels(onder, KLEIN, breed)))
    rechts: list[Stuk] = [(KLEIN, zetter.regels(g.stand, KLEIN, _RECHTS))]
    return Strook([Cel(0, stukken), Cel(BREEDTE - _RECHTS, rechts)], lucht=5, onder=5, lijn=True, heel=True)


def _lijst(naam: str, regels: Sequence[Strook], zetter: Zetter) -> Iterator[Blok]:
    if regels:
        yield kop(naam, zetter)
        yield from regels


def _slot(blad: Slotblad, zaak: Zaakblad, tonen: Tonen, *, los: bool) -> Iterator[Blok]:
    op = moment_nl(blad.slot.moment)
    paren = [("Afgesloten", op, 5), ("Door", blad.door or "–", 4), ("Kenmerk", zaak.kenmerk, 3)]
    yield paneel(rijtje(paren if los else paren[:2], tonen.zetter, stijl=VET))
    yield from secties(blad.slot, tonen, zonder_groep="")
