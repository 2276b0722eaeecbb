"""What was added to a record since it was established: addenda, what came of agreements, closing, ParnasSys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.documents.blokken import Blok
from desktop.documents.styles import KLEIN
from desktop.documents.text import datum_nl, moment_nl
from desktop.documents.velden import Tonen, alinea, bijlage_tekst, kop, sectie
from desktop.models.core import Record
from desktop.models.meldcode import Afsluiting, Heropening
from desktop.models.nazorg import NazorgKeer
from desktop.models.vervolg import Aanvulling, AfspraakGedaan, InParnasSys, Vervolg, WerkGedaan


def daarna(
    record: Record, vervolg: Sequence[Record], tonen: Tonen, *, woord: str, dossier: bool = True
) -> Iterator[Blok]:
    """Yield what follows a record, in order of time: addenda for everyone, the rest where it is for the file.

    `woord` names the record in a sentence, with its article: 'het verslag'.
    """
    zetter = tonen.zetter
    op_volgorde = sorted((v for v in vervolg if isinstance(v, Vervolg)), key=lambda v: v.moment)
    aanvullingen = [v for v in op_volgorde if isinstance(v, Aanvulling)]
    if aanvullingen:
        yield kop("Aanvullingen", zetter)
        zin = f"Toegevoegd nadat {woord} was vastgesteld. {woord[0].upper()}{woord[1:]} zelf is niet veranderd."
        yield alinea(zin, zetter, KLEIN)
    for aanvulling in aanvullingen:
        yield alinea(aanvulling.tekst or "–", zetter, boven=12, label=f"Aanvulling van {moment_nl(aanvulling.moment)}")
        if aanvulling.bijlagen:
            yield alinea("\n".join(map(bijlage_tekst, aanvulling.bijlagen)), zetter, KLEIN, boven=4)
    regels = [alinea(r, zetter, boven=6) for r in stand(record, op_volgorde, tonen)] if dossier else []
    if regels:
        yield from sectie("Na het vaststellen", regels, zetter)


def stand(record: Record, vervolg: Sequence[Record], tonen: Tonen) -> Iterator[str]:
    """Yield in words what came of a record, one text for each follow-up that is no addendum."""
    afspraken = {a.rij: a.wat for a in getattr(record, "afspraken", ())}
    for v in vervolg:
        match v:
            case AfspraakGedaan():
                zin = f"{v.titel()} ({moment_nl(v.moment)}): {afspraken.get(v.afspraak, 'afspraak')}"
                yield f"{zin}\n{v.toelichting}" if v.toelichting else zin
            case InParnasSys():
                yield f"In ParnasSys gezet op {datum_nl(v.datum)}."
            case Afsluiting():
                volgt = " ".join(filter(None, (tonen.namen.veld(v.volgt), v.hoe and f"({v.hoe})")))
                delen = [
                    f"Gesloten ({moment_nl(v.moment)}): {v.titel()}.",
                    tonen.namen.lopend(v.toelichting),
                    f"Blijft volgen: {volgt}." if volgt else "",
                    f"Eerste keer kijken: {datum_nl(v.kijk_op)}." if v.kijk_op else "",
                    f"Gesloten met open afspraken: {v.open_werk}" if v.open_werk.strip() else "",
                ]
                yield "\n".join(filter(None, delen))
            case NazorgKeer():
                op = datum_nl(v.datum) if v.datum else moment_nl(v.moment)
                hierna = f"Gestopt: {v.waarom}" if v.stopt else ""
                if not v.stopt and v.volgende:
                    hierna = f"Volgende keer kijken: {datum_nl(v.volgende)}."
                eerst = f"Gekeken op {op} ({tonen.namen.veld(v.door)}): {v.titel().lower()}."
                yield "\n".join(filter(None, (eerst, tonen.namen.lopend(v.gezien), tonen.namen.lopend(hierna))))
            case Heropening():
                yield f"Weer geopend ({moment_nl(v.moment)}): {v.reden}"
            case WerkGedaan() if v.toelichting.strip():
                yield f"Afgehandeld ({moment_nl(v.moment)}): {tonen.namen.lopend(v.toelichting)}"
