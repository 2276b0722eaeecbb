"""The melding pack: cover note with the phone call first, the sections of the regions, and the separate sheet apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.documents.blokken import Blok, Cel, Doek, NieuwePagina, Strook, Stuk
from desktop.documents.daarna import daarna
from desktop.documents.dossierstuk import omkaderd, tekenvak
from desktop.documents.frame import Gemaakt, Kader, maak, opmaak
from desktop.documents.namen import Voluit
from desktop.documents.styles import BOVENKOP, BREEDTE, KLEIN, LABEL, MARINE, TITEL, VET, VLAK
from desktop.documents.text import Zetter, datum_nl, kort, tijd_nl
from desktop.documents.velden import Tonen, alinea, bijlage_tekst, kop, paneel, rijtje, valt_op, veldblokken
from desktop.documents.waarmerk import kort_waarmerk
from desktop.models.core import Record
from desktop.models.melding import Melding
from desktop.models.namen import initialen
from desktop.models.school import Schoolprofiel
from desktop.models.velden import naar_values, velden, zichtbaar
from desktop.models.vooroverleg import VEILIG_THUIS

SECTIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("1. Meldcode", ("Meldcode",)),
    ("2. Melder", ("Melder",)),
    ("3. Betrokkenen", ("Betrokkenen",)),
    ("4. Melding", ("Melding", "Ouders")),
    ("5. Ondersteunend netwerk", ("Netwerk",)),
    ("6. Overige", ("Overige",)),
)
"""The sections of the regions' forms, each with the groups of fields that it holds. Source: domain rules."""
_INZAGE = (
    "Ouders, en kinderen vanaf 12 jaar, kunnen deze melding lezen. Zij is daarom geschreven in feiten, met datum en "
    "bron."
)
_RECHT = (
    "Het recht van ouders op inzage blijft bestaan, ook voor dit blad. School en Veilig Thuis kunnen niet beloven dat "
    "het ongezien blijft."
)


def render_melding(melding: Melding, kader: Kader, *, vervolg: Sequence[Record] = ()) -> Gemaakt:
    """Return the pack: cover note and document, everyone in full since Veilig Thuis must know who they are.

    Nothing of the separate sheet is in it, not even that there is one. `vervolg` adds later addenda.
    """
    zetter = Zetter()
    tonen = Tonen(zetter, Voluit(), kader.schema, kader.concept)
    blokken: list[Blok | NieuwePagina] = [
        *_brief(melding, kader, tonen),
        NieuwePagina(),
        Strook([Cel(0, [(TITEL, zetter.regels("Schriftelijke melding", TITEL, BREEDTE))])], onder=6, plakt=True),
        paneel(rijtje(_kop(melding, kader), zetter, stijl=VET)),
    ]
    for titel, groepen in SECTIES:
        blokken += [kop(titel, zetter), *_sectie(melding, groepen, kader.school, tonen)]
    blokken += daarna(melding, vervolg, tonen, woord="de melding", dossier=False)
    blokken += kort_waarmerk(kader, zetter)
    return maak(blokken, opmaak(kader, "Dossierstuk", "Schriftelijke melding", kort(melding.leerling.naam, 60)), zetter)


def render_apart_blad(melding: Melding, kader: Kader) -> Gemaakt:
    """Return the separate sheet as a PDF of its own, with the melding's number and the pupil's initials only.

    Raises ValueError where nothing is written on it.
    """
    if not melding.apart.strip():
        raise ValueError("there is no separate sheet")
    zetter = Zetter()
    wie = initialen(melding.leerling.naam) or "–"
    paren = [("Hoort bij melding", kader.kenmerk, 4), ("Nummer bij Veilig Thuis", melding.kenmerk or "–", 5)]
    besproken = {True: "Ja.", False: "Nee. Geef dit blad dan nog niet af.", None: "Niet ingevuld. Vraag het eerst na."}
    blokken: list[Blok | NieuwePagina] = [
        Strook([Cel(0, [(BOVENKOP, ["Veilig Thuis"]), (TITEL, ["Apart blad bij een melding"])])], onder=6, plakt=True),
        paneel(rijtje([*paren, ("Leerling", wie, 3)], zetter, stijl=VET)),
        omkaderd("Dit blad staat los van de melding", _RECHT, zetter),
        alinea(besproken[melding.apart_besproken], zetter, boven=12, label="Vooraf met Veilig Thuis besproken"),
        kop("Feiten die iemand in gevaar kunnen brengen", zetter),
        alinea(melding.apart, zetter),
    ]
    return maak(blokken, opmaak(kader, "Dossierstuk", "Apart blad", wie), zetter)


def _kop(melding: Melding, kader: Kader) -> list[tuple[str, str, int]]:
    leerling = "\n".join(filter(None, (melding.leerling.naam, melding.leerling.hoedanigheid)))
    return [
        ("Leerling", leerling, 4),
        ("Nummer bij Veilig Thuis", melding.kenmerk or "nog niet bekend", 4),
        ("Ons kenmerk", kader.kenmerk, 4),
    ]


def _brief(melding: Melding, kader: Kader, tonen: Tonen) -> Iterator[Blok]:
    """The cover note: who, to whom, and that there was a call before this paper."""
    zetter, school = tonen.zetter, kader.school
    stukken: list[Stuk] = [
        (BOVENKOP, zetter.regels(f"Aan Veilig Thuis {kort(melding.regio, 80)}".rstrip(), BOVENKOP, BREEDTE)),
        (TITEL, zetter.regels("Begeleidend schrijven bij een melding", TITEL, BREEDTE)),
    ]
    yield Strook([Cel(0, stukken)], onder=6, plakt=True)
    yield _gebeld(melding, zetter)
    yield alinea("Geachte medewerker van Veilig Thuis,", zetter, boven=18)
    namens = melding.namens.strip() or "de directeur"
    functie = "" if namens == "de directeur" else ", directeur"
    yield alinea(
        f"Namens {namens}{functie} van {school.naam} bevestigen wij schriftelijk de melding over "
        f"{melding.leerling.naam}. De melding is gedaan door {melding.door.strip() or 'de intern begeleider'}.",
        zetter,
        boven=9,
    )
    if melding.norm is not None:
        yield alinea(f"De grond is {melding.norm.label[0].lower()}{melding.norm.label[1:]}.", zetter, boven=9)
    verwacht = f" Wij rekenen op bericht uiterlijk op {datum_nl(melding.verwacht_op)}." if melding.verwacht_op else ""
    yield alinea(
        f"Wij horen graag uw besluit, wie verantwoordelijk is voor het vervolg en wat u van school vraagt.{verwacht} "
        "Wij houden intussen contact met de leerling en melden opnieuw als er nieuwe signalen zijn.",
        zetter,
        boven=9,
    )
    bereik = melding.bereikbaar.strip() or " of ".join(filter(None, (school.telefoon, school.email)))
    if bereik:
        yield alinea(f"Bereikbaar voor vragen: {bereik}", zetter, boven=9)
    yield alinea(_INZAGE, zetter, boven=9)
    bijlagen = "\n".join(map(bijlage_tekst, melding.bijlagen))
    yield alinea(f"• De schriftelijke melding\n{bijlagen}".rstrip(), zetter, label="Bijgevoegd", boven=14)
    yield tekenvak(kort(melding.namens, 120), "directeur", zetter)


def _gebeld(melding: Melding, zetter: Zetter) -> Strook:
    """The call, first and large: paper comes after it."""
    if melding.gebeld_op is None:
        return omkaderd(
            "Nog niet gebeld", f"Bel eerst Veilig Thuis: {VEILIG_THUIS}. Dit schrijven volgt daarna.", zetter
        )
    dag = datum_nl(melding.gebeld_op, weekdag=True)
    tijd = f"{tijd_nl(melding.gebeld_om)} uur" if melding.gebeld_om else "tijd niet ingevuld"
    cellen: list[Cel] = []
    for label, waarde, x, breed in (
        ("Telefonisch gemeld op", f"{dag}\n{tijd}", 0.0, 0.4),
        ("Gesproken met", melding.gebeld_met or "–", 0.4, 0.3),
        ("Nummer bij Veilig Thuis", melding.kenmerk or "nog niet bekend", 0.7, 0.3),
    ):
        ruimte = (BREEDTE - 24) * breed - 10
        stukken: list[Stuk] = [
            (LABEL, zetter.regels(label, LABEL, ruimte)),
            (VET, zetter.regels(waarde, VET, ruimte)),
        ]
        cellen.append(Cel(18 + (BREEDTE - 24) * x, stukken))

    def zijde(doek: Doek, x: float, y: float) -> None:
        doek.vlak(x, y - strook.hoogte, 5, strook.hoogte, MARINE)

    strook = Strook(cellen, boven=4, lucht=9, onder=10, vlak=VLAK, heel=sum(len(c.stukken[1][1]) for c in cellen) < 20)
    strook.teken_bij = zijde
    return strook


def _sectie(melding: Melding, groepen: tuple[str, ...], school: Schoolprofiel, tonen: Tonen) -> Iterator[Blok]:
    zetter = tonen.zetter
    if "Melder" in groepen:
        adres = ", ".join(filter(None, (school.straat, " ".join(filter(None, (school.postcode, school.plaats))))))
        bereik = " · ".join(filter(None, (school.telefoon, school.email)))
        yield rijtje(
            [("School", "\n".join(filter(None, (school.naam, adres))), 6), ("Bereik", bereik or "–", 6)], zetter
        )
    values = naar_values(melding)
    hier = [s for s in velden(Melding) if s.veld.groep in groepen and zichtbaar(s, values)]
    blokken = list(veldblokken(melding, [s.naam for s in hier], tonen))
    yield from blokken
    leeg = [s.veld.label.rstrip("?:") for s in hier if values.get(s.naam) in (None, "", []) and valt_op(s)]
    if leeg:
        yield alinea(f"Niet ingevuld: {' · '.join(leeg)}", zetter, KLEIN, boven=8)
