"""The overview of a meldcode case: where the five steps stand, the eight contents, and what the case itself says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.documents.blokken import Blok, Cel, Doek, NieuwePagina, Strook, Stuk
from desktop.documents.daarna import daarna
from desktop.documents.dossierstuk import hoofd, personen_in
from desktop.documents.frame import Gemaakt, Kader, maak, opmaak
from desktop.documents.namen import Namen
from desktop.documents.papieren import Inhoudregel, Stapblad, Zaakoverzicht
from desktop.documents.styles import BREEDTE, CEL, GRIJS, INKT, KLEIN, MARINE, VET, Kleur, Stijl
from desktop.documents.text import Zetter, datum_nl, kort, wijd
from desktop.documents.velden import Tonen, kop, secties
from desktop.documents.waarmerk import kort_waarmerk
from desktop.models.core import Record
from desktop.models.meldcode import MeldcodeDossier

_STRAAL = 10.0
_IN = 32.0
_CIJFER = Stijl("semibold", 10, 12, (1, 1, 1))
_CIJFER_OPEN = Stijl("semibold", 10, 12, MARINE)
_WIT: Kleur = (1, 1, 1)


def render_zaak(
    dossier: MeldcodeDossier, kader: Kader, overzicht: Zaakoverzicht, *, vervolg: Sequence[Record] = ()
) -> Gemaakt:
    """Return the overview of a case. All others than the pupil are initials; what a step lacks is said in words."""
    namen = Namen([dossier.leerling], personen_in(dossier))
    zetter = Zetter(namen.tekst)
    tonen = Tonen(zetter, namen, kader.schema, kader.concept)
    blokken: list[Blok | NieuwePagina] = [
        *hoofd(dossier, kader, tonen),
        *_stappen(overzicht.stappen, tonen),
        *_inhoud(overzicht.inhoud, zetter),
        *secties(dossier, tonen, frozenset({"geopend", "kort"})),
        *daarna(dossier, vervolg, tonen, woord="het dossier"),
        *kort_waarmerk(kader, zetter),
    ]
    return maak(blokken, opmaak(kader, "Dossierstuk", dossier.NAAM, kort(dossier.leerling.naam, 60)), zetter)


def _stappen(stappen: Sequence[Stapblad], tonen: Tonen) -> Iterator[Blok]:
    if stappen:
        yield kop("De vijf stappen", tonen.zetter)
    for stap in stappen:
        yield _stap(stap, tonen)


def _stap(stap: Stapblad, tonen: Tonen) -> Strook:
    zetter, breed = tonen.zetter, BREEDTE - _IN
    klaar = bool(stap.gedaan) and not stap.ontbreekt
    stukken: list[Stuk] = [(VET, zetter.regels(f"{stap.naam}{'' if klaar else ' · nog niet klaar'}", VET, breed))]
    for regel in stap.gedaan:
        op = datum_nl(regel.op) if regel.op else "zonder datum"
        wie = f" ({tonen.namen.veld(regel.wie)})" if regel.wie.strip() else ""
        stukken.append((CEL, zetter.regels(f"{op}: {regel.wat}{wie}", CEL, breed)))
    for zin in stap.ontbreekt:
        stukken.append((KLEIN, zetter.regels(f"Ontbreekt: {zin}", KLEIN, breed)))

    def nummer(doek: Doek, x: float, y: float) -> None:
        doek.cirkel(x + _STRAAL + 1, y - _STRAAL - 5, _STRAAL, MARINE, MARINE if klaar else _WIT, 1.3)
        stijl, tekst = _CIJFER if klaar else _CIJFER_OPEN, str(stap.nummer)
        doek.regels(stijl, x + _STRAAL + 1 - wijd(tekst, stijl) / 2, y - _STRAAL + 1, [tekst])

    return Strook([Cel(_IN, stukken)], lucht=6, onder=7, vast=32, lijn=True, teken_bij=nummer)


def _inhoud(regels: Sequence[Inhoudregel], zetter: Zetter) -> Iterator[Blok]:
    if regels:
        yield kop("Wat er in dit dossier zit", zetter)
    for regel in regels:
        aantal = f"{regel.aantal} {'stuk' if regel.aantal == 1 else 'stukken'}" if regel.gevuld else "nog niets"

        def vinkje(doek: Doek, x: float, y: float, gevuld: bool = regel.gevuld) -> None:
            hokje(doek, x + 2, y - 5.5, gevuld=gevuld)

        cellen = [
            Cel(22, [(CEL, zetter.regels(f"{regel.nummer}. {regel.naam}", CEL, BREEDTE - 100))]),
            Cel(BREEDTE - 62, [(VET if regel.gevuld else KLEIN, [aantal])]),
        ]
        yield Strook(cellen, lucht=3, onder=4, lijn=True, heel=True, teken_bij=vinkje)


def hokje(doek: Doek, x: float, y: float, *, gevuld: bool = False, maat: float = 9.0) -> None:
    """Draw a box to tick, with its top left corner at (x, y), ticked or not."""
    kleur = INKT if gevuld else GRIJS
    for x1, y1, x2, y2 in ((0, 0, maat, 0), (maat, 0, maat, -maat), (maat, -maat, 0, -maat), (0, -maat, 0, 0)):
        doek.lijn(x + x1, y + y1, x + x2, y + y2, kleur, 0.9)
    if gevuld:
        doek.lijn(x + maat * 0.2, y - maat * 0.52, x + maat * 0.42, y - maat * 0.78, INKT, 1.5)
        doek.lijn(x + maat * 0.42, y - maat * 0.78, x + maat * 0.84, y - maat * 0.2, INKT, 1.5)
