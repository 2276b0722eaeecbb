"""What a report proposes from its case: nature, steps, what was done when, terms; and how names are kept out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from desktop.models.afweging import Afweging
from desktop.models.core import Part, Record, Wie
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.meldcode import Afsluiting
from desktop.models.melding import Melding
from desktop.models.namen import TUSSENVOEGSELS
from desktop.models.nazorg import Nazorg
from desktop.models.overleg import Overleg, OverlegSoort
from desktop.models.rapportage import AardHgkm, GenomenStap
from desktop.models.signaal import Aard, Signaal
from desktop.models.veiligthuis import CitContact, Terugkoppeling, VtAdvies
from desktop.models.vooroverleg import SoortGesprek
from desktop.models.weging import Antwoord, Uitkomst, Vraag
from desktop.services.dossier import zonder_namen
from desktop.services.meldcode import Stapstand, Zaak

_MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december".split()
_INITIALEN = re.compile(r"\b[A-Z]\.(?:[A-Za-z]{1,2}\.)+")
_WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def aard(zaak: Zaak) -> tuple[AardHgkm, ...]:
    """Return what the signals themselves say of the nature; which kind of violence it was, a person says."""
    signalen = [v for _, v in zaak.van(Signaal)]
    gevonden = {
        AardHgkm.SEKSUEEL: any(Aard.SEKSUEEL in s.aard for s in signalen),
        AardHgkm.EERGERELATEERD: any(s.eergerelateerd for s in signalen),
    }
    return tuple(soort for soort in AardHgkm if gevonden.get(soort))


def stappen(zaak: Zaak) -> tuple[GenomenStap, ...]:
    """Return the steps that the case shows as taken, in the order of the meldcode."""
    gezet = {stap for stap, _ in _momenten(zaak)}
    return tuple(stap for stap in GenomenStap if stap in gezet)


def verloop(zaak: Zaak, standen: Sequence[Stapstand], namen: Sequence[str]) -> str:
    """Return in lines what was done in which month, whether terms were met, how it ended and what is missing.

    Months, not days: a day and a deed together can point at one family. What a person wrote loses these names.
    """
    momenten: dict[GenomenStap, list[date]] = {}
    for stap, dag in _momenten(zaak):
        momenten.setdefault(stap, []).append(dag)
    regels = [f"{stap.label}: {_wanneer(momenten[stap])}." for stap in GenomenStap if stap in momenten]
    regels += _termijnen(zaak)
    dicht = next((s.value for s in reversed(zaak.vervolg) if isinstance(s.value, Afsluiting)), None)
    if zaak.gesloten and isinstance(dicht, Afsluiting):
        regels.append(f"Uitkomst: {dicht.titel()}.")
        if dicht.toelichting.strip():
            regels.append(f"Toelichting bij het sluiten: {kaal(dicht.toelichting.strip(), namen)}")
    ontbreekt = [f"- {zin}" for stand in standen for zin in stand.ontbreekt]
    regels += ["Wat het dossier niet laat zien:", *ontbreekt] if ontbreekt else []
    return "\n".join(regels)


def _momenten(zaak: Zaak) -> Iterator[tuple[GenomenStap, date]]:
    """Yield each established record as the step it is, with its day."""
    for stored in zaak.stukken:
        value = stored.value
        op = value.event_at() if value is not None else None
        if stored.state != "vastgesteld" or value is None or op is None:
            continue
        for stap in _als_stap(value):
            yield stap, op.date()
    for stored in zaak.vervolg:
        if isinstance(stored.value, Afsluiting) and stored.value.volgt.strip():
            yield GenomenStap.NAZORG, stored.value.moment.date()


def _als_stap(value: Record) -> Iterator[GenomenStap]:
    if isinstance(value, Signaal):
        yield GenomenStap.SIGNALEN
    elif isinstance(value, Overleg):
        yield GenomenStap.AF if value.soort is OverlegSoort.AF else GenomenStap.OVERLEG
    elif isinstance(value, VtAdvies):
        yield GenomenStap.VT_ADVIES
    elif isinstance(value, Gespreksverslag):
        if value.soort is SoortGesprek.LEERLING:
            yield GenomenStap.LEERLING
        if value.ouders:
            yield GenomenStap.OUDERS
    elif isinstance(value, Afweging):
        yield GenomenStap.GEWOGEN
        uit = value.gevolg()
        if uit is not None and uit.uitkomst is Uitkomst.HULP:
            yield GenomenStap.HULP
        if uit is not None and uit.uitkomst is Uitkomst.NAZORG:
            yield GenomenStap.NAZORG
    elif isinstance(value, Nazorg):
        yield GenomenStap.NAZORG
    elif isinstance(value, CitContact):
        yield GenomenStap.CIT
    elif isinstance(value, Melding):
        yield GenomenStap.GEMELD


def _wanneer(dagen: Sequence[date]) -> str:
    maanden = list(dict.fromkeys(f"{_MAANDEN[d.month - 1]} {d.year}" for d in sorted(dagen)))
    keer = f" ({len(dagen)} keer)" if len(dagen) > 1 else ""
    return (maanden[0] if len(maanden) == 1 else f"{', '.join(maanden[:-1])} en {maanden[-1]}") + keer


def _termijnen(zaak: Zaak) -> Iterator[str]:
    """Yield whether Veilig Thuis answered in time, and whether the outcome of help was judged in time."""
    antwoorden = [t for _, t in zaak.van(Terugkoppeling) if t.besluit()]
    for stored, melding in zaak.van(Melding):
        if stored.state == "vastgesteld" and melding.verwacht_op is not None:
            op = min((o.date() for t in antwoorden if t.melding == stored.record and (o := t.event_at())), default=None)
            yield f"Besluit van Veilig Thuis: {_op_tijd(op, melding.verwacht_op)}."
    wegingen = [a for s, a in zaak.van(Afweging) if s.state == "vastgesteld"]
    for hulp in wegingen:
        if hulp.vraag is Vraag.ACCEPTATIE and hulp.antwoord is Antwoord.JA and hulp.termijn is not None:
            vijf = [a.datum for a in wegingen if a.weging == hulp.weging and a.vraag is Vraag.RESULTAAT and a.datum]
            yield f"Resultaat van de hulp beoordeeld: {_op_tijd(min(vijf, default=None), hulp.termijn)}."


def _op_tijd(op: date | None, uiterlijk: date) -> str:
    if op is None:
        return "nog niet"
    return "binnen de termijn" if op <= uiterlijk else "na de termijn"


# -- names


def wie_in(parts: Sequence[Part]) -> Iterator[str]:
    """Yield the name of every person that these records refer to."""
    for part in parts:
        if isinstance(part, Wie):
            yield part.naam
            continue
        for naam in type(part).model_fields:
            waarde = getattr(part, naam)
            if isinstance(waarde, Part):
                yield from wie_in([waarde])
            elif isinstance(waarde, tuple):
                yield from wie_in([w for w in waarde if isinstance(w, Part)])


def namen_in(tekst: str, namen: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a text that are part of one of these names, written with a capital as names are."""
    delen = {deel for naam in namen for deel in _delen(naam)}
    return tuple(dict.fromkeys(m.group() for m in _WOORD.finditer(tekst) if _kernen(m.group()) & delen))


def kaal(tekst: str, namen: Sequence[str]) -> str:
    """Return a text without these names, short ones too, without initials and without whole dates."""
    delen = {deel for naam in namen for deel in _delen(naam)}
    schoon = _INITIALEN.sub("…", zonder_namen(tekst, sorted(delen)))
    return _WOORD.sub(lambda m: "…" if _kernen(m.group()) & delen else m.group(), schoon)


def _delen(naam: str) -> Iterator[str]:
    """Yield the parts of a name that by themselves point at somebody: with a capital, and no 'van' or 'de'."""
    for deel in _WOORD.findall(naam):
        if len(deel) > 1 and deel[0].isupper() and deel.casefold() not in TUSSENVOEGSELS:
            yield deel


def _kernen(woord: str) -> set[str]:
    """Return a word as it is and without the s of possession: 'Noors', 'Noor's'."""
    return {woord, re.sub(r"['’]?s$", "", woord)}
