"""The chronology of a pupil or a case: what happened when, when it was entered and by whom, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from desktop.documents.blokken import Blok, Cel, NieuwePagina, Strook, Stuk
from desktop.documents.daarna import stand
from desktop.documents.dossierstuk import personen_in
from desktop.documents.frame import Gemaakt, Opmaak, maak
from desktop.documents.namen import Namen
from desktop.documents.papieren import Chronologie, Chronostuk
from desktop.documents.styles import (
    BOVENKOP,
    BREEDTE,
    CEL,
    GRIJS,
    INKT,
    KLEIN,
    LABEL,
    MARINE,
    TITEL,
    VET,
    Stijl,
)
from desktop.documents.text import DAGEN, Zetter, datum_nl, kort, moment_nl, tijd_nl
from desktop.documents.velden import Tonen, alinea, is_leeg_waarde, paneel, rijtje, waarde_tekst
from desktop.models.afweging import Afweging
from desktop.models.core import Record, Rij, State
from desktop.models.dossierdelen import Passage
from desktop.models.gespreksverslag import Afspraak
from desktop.models.kenmerk import kenmerk
from desktop.models.melding import Melding
from desktop.models.opslag import Stored
from desktop.models.signaal import Signaal
from desktop.models.veiligthuis import Terugkoppeling
from desktop.models.velden import Soort, naar_values, velden, zichtbaar
from desktop.models.vervolg import Aanvulling

_LINKS = 92.0
_BINNEN = BREEDTE - _LINKS
_KORT = 420
_JAAR = Stijl("semibold", 17, 22, MARINE)
_WAT = Stijl("semibold", 10.5, 14, INKT)
_SOORT = Stijl("semibold", 8.5, 12, MARINE)
_DAG = Stijl("semibold", 10, 14, INKT)
_INGEVOERD = Stijl("regular", 8, 10.5, GRIJS)
_STAND: dict[State, str] = {"concept": "CONCEPT", "vastgesteld": "vastgesteld", "ingetrokken": "INGETROKKEN"}
_MAANDEN = "jan. feb. mrt. apr. mei juni juli aug. sep. okt. nov. dec.".split()
# The field that tells most of a kind that has several long ones.
_EERST = ("zorgen", "besproken", "mening", "inhoud", "advies", "verstrekt")
# What decides or is to be done, by the name of its field; the rest is content.
_BESLUIT = ("besluit", "vt_besluit", "plan_van_aanpak", "uitkomst", "vervolg", "open_werk", "volgt", "terug")
_KOP = frozenset({"datum", "tijd", "onderwerp", "kort", "geopend"})


def render_chronologie(chronologie: Chronologie) -> Gemaakt:
    """Return the chronology as a PDF, oldest first, with the years as headings.

    All others than the pupil stand there as initials. Of a withdrawn record only the kind and the reason are shown:
    what it says may be about another child.
    """
    rij = sorted(chronologie.stukken, key=lambda s: (_moment(s), str(s.stored.record)))
    genoemd = [wie for s in rij if s.stored.value is not None for wie in personen_in(s.stored.value)]
    namen = Namen([chronologie.over], genoemd)
    zetter = Zetter(namen.tekst)
    tonen = Tonen(zetter, namen)
    blokken: list[Blok | NieuwePagina] = [*_hoofd(chronologie, rij, zetter)]
    jaar = 0
    for n, stuk in enumerate(rij):
        if _moment(stuk).year != jaar:
            jaar = _moment(stuk).year
            blokken.append(_jaarkop(jaar, zetter, eerste=n == 0))
        blokken.append(_regel(stuk, tonen, chronologie.volledig))
    if not rij:
        blokken.append(alinea("Er staat niets in dit dossier binnen deze keuze.", zetter, boven=16))
    return maak(blokken, _opmaak(chronologie, zetter), zetter)


def _opmaak(c: Chronologie, zetter: Zetter) -> Opmaak:
    gemaakt = f"Gemaakt {moment_nl(c.gemaakt_op)}"
    if c.audit_head:
        gemaakt += f" · logboek {c.audit_head.hex()[:16]}"
    wat = "Chronologie, volledig" if c.volledig else "Chronologie, in het kort"
    return Opmaak(
        titel="Chronologie",
        auteur=c.school.naam,
        gemaakt_op=c.gemaakt_op,
        kop_links=c.school.naam,
        kop_rechts=f"Chronologie · {kort(c.over.naam, 60)}",
        voet=(f"{wat} · {len(c.stukken)} {'stuk' if len(c.stukken) == 1 else 'stukken'}", gemaakt),
    )


def _moment(stuk: Chronostuk) -> datetime:
    op = stuk.stored.value.event_at() if stuk.stored.value is not None else None
    return op or stuk.stored.recorded_at.replace(tzinfo=None)


def _hoofd(c: Chronologie, rij: Sequence[Chronostuk], zetter: Zetter) -> Iterator[Blok]:
    boven = f"Chronologie · {kort(c.zaak, 120)}" if c.zaak else "Chronologie van het dossier"
    stukken: list[Stuk] = [
        (BOVENKOP, zetter.regels(boven, BOVENKOP, BREEDTE)),
        (TITEL, zetter.regels(kort(c.over.naam, 120), TITEL, BREEDTE)),
    ]
    yield Strook([Cel(0, stukken)], onder=6, plakt=True)
    periode = "–"
    if rij:
        van, tot = _moment(rij[0]).date(), _moment(rij[-1]).date()
        periode = datum_nl(van) if van == tot else f"{datum_nl(van)}\nt/m {datum_nl(tot)}"
    weg = sum(s.stored.state == "ingetrokken" for s in rij)
    half = sum(_stand(s.stored) == "CONCEPT" for s in rij)
    aantal = [str(len(rij)), *([f"{half} concept"] if half else []), *([f"{weg} ingetrokken"] if weg else [])]
    yield paneel(
        rijtje(
            [
                ("Groep", c.over.hoedanigheid or "–", 3),
                ("Periode", periode, 4),
                ("Stukken", "\n".join(aantal), 3),
                ("Inhoud", "volledig" if c.volledig else "in het kort", 2),
            ],
            zetter,
            stijl=VET,
        )
    )
    zin = "Links staat wanneer iets gebeurde, en daaronder wanneer het is vastgelegd."
    yield alinea(f"{zin} Keuze: {c.keuze}." if c.keuze else zin, zetter, KLEIN, boven=8)


def _jaarkop(jaar: int, zetter: Zetter, *, eerste: bool) -> Strook:
    return Strook(
        [Cel(0, [(_JAAR, [str(jaar)])])], boven=10 if eerste else 20, onder=4, plakt=True, lijn=True, heel=True
    )


def _regel(stuk: Chronostuk, tonen: Tonen, volledig: bool) -> Strook:
    zetter, stored = tonen.zetter, stuk.stored
    value = stored.value
    links = _links(stuk, zetter)
    naam = value.NAAM if value is not None else "Stuk"
    soort = " · ".join(filter(None, (naam, _stand(stored), kenmerk(stored.record))))
    rechts: list[Stuk] = [(_SOORT, zetter.regels(soort, _SOORT, _BINNEN))]
    if value is None:
        rechts.append((CEL, ["De inhoud is vernietigd; in het logboek staat wanneer en waarom."]))
    elif stored.state == "ingetrokken":
        reden = stuk.reden.strip() or "niet bewaard"
        rechts.append((CEL, zetter.regels(f"Ingetrokken. Reden: {reden}", CEL, _BINNEN)))
    else:
        titel = kort(value.titel(), 200)
        if titel and titel != naam:
            rechts.append((_WAT, zetter.regels(titel, _WAT, _BINNEN)))
        rechts += _volledig(value, tonen, stored.schema) if volledig else _in_het_kort(value, tonen)
        rechts += _vervolg(value, stuk.vervolg, tonen)
    wie = f"Vastgelegd door {tonen.namen.veld(stuk.door)}" if stuk.door else ""
    if wie:
        rechts.append((KLEIN, zetter.regels(wie, KLEIN, _BINNEN)))
    rechts = _samen(rechts)
    hoog = sum(stijl.regel * len(regels) for stijl, regels in rechts)
    weer = [*links[:1], (KLEIN, ["vervolg van", kenmerk(stored.record)])]
    return Strook([Cel(0, links), Cel(_LINKS, rechts)], lucht=7, onder=8, lijn=True, heel=hoog < 130, weer=weer)


def _stand(stored: Stored) -> str:
    """The state of a record in a word; none for a kind that is never established, such as a case."""
    nooit = stored.value is not None and not type(stored.value).VASTSTELLEN
    return "" if nooit and stored.state == "concept" else _STAND[stored.state]


def _samen(stukken: Sequence[Stuk]) -> list[Stuk]:
    """Return the same lines in fewer runs: every run costs time when it is drawn."""
    uit: list[Stuk] = []
    for stijl, regels in stukken:
        if uit and uit[-1][0] is stijl:
            uit[-1] = (stijl, [*uit[-1][1], *regels])
        else:
            uit.append((stijl, regels))
    return uit


def _links(stuk: Chronostuk, zetter: Zetter) -> list[Stuk]:
    op = stuk.stored.value.event_at() if stuk.stored.value is not None else None
    ingevoerd = stuk.stored.recorded_at
    uit: list[Stuk] = []
    if op is not None:
        # midnight is a day without a time: no record asks for one at that hour
        tijd = f" {tijd_nl(op.time())}" if op.time() != datetime.min.time() else ""
        uit = [(_DAG, [_dag(op.date())]), (KLEIN, [f"{DAGEN[op.weekday()]}{tijd}"])]
    uit.append((_INGEVOERD, ["vastgelegd", f"{ingevoerd:%d-%m-%Y} {tijd_nl(ingevoerd.time())}"]))
    return uit


def _dag(dag: date) -> str:
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def _in_het_kort(value: Record, tonen: Tonen) -> list[Stuk]:
    """The content in short, and all that was decided or agreed in full: that is what a chronology is for."""
    zetter, uit = tonen.zetter, list[Stuk]()
    inhoud = _inhoud(value, tonen)
    if inhoud:
        uit.append((CEL, zetter.regels(_ingekort(inhoud), CEL, _BINNEN)))
    for label, tekst in _besluiten(value, tonen):
        uit.append((CEL, zetter.regels(f"→ {label}: {tekst}", CEL, _BINNEN)))
    return uit


def _ingekort(tekst: str) -> str:
    regel = " ".join(tekst.split())
    if len(regel) <= _KORT:
        return regel
    return regel[:_KORT].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


def _inhoud(value: Record, tonen: Tonen) -> str:
    if isinstance(value, Signaal):
        van = tonen.namen.veld(value.signaleerder)
        wie = f"Gezien of gehoord door {van}{f' ({value.functie})' if value.functie else ''}. " if van else ""
        return wie + " ".join(
            f"{p.soort.label if p.soort else 'Niet gemerkt'}: {tonen.namen.lopend(p.tekst[: 2 * _KORT])}"
            for p in value.passages
        )
    values = None
    for spec in sorted(velden(type(value)), key=lambda s: _EERST.index(s.naam) if s.naam in _EERST else len(_EERST)):
        if spec.veld.apart:
            continue
        if spec.soort is Soort.LANG and spec.naam not in _BESLUIT and (tekst := getattr(value, spec.naam)).strip():
            values = values or naar_values(value)
            if zichtbaar(spec, values):
                return tonen.namen.lopend(tekst[: 2 * _KORT]) if spec.veld.namen else str(tekst[: 2 * _KORT])
    return ""


def _besluiten(value: Record, tonen: Tonen) -> Iterator[tuple[str, str]]:
    if isinstance(value, Afweging):
        uit, norm = value.gevolg(), value.meldnorm()
        if uit is not None:
            yield "Gevolg", " · ".join(filter(None, (uit.uitkomst.label, norm.label if norm else "")))
    if isinstance(value, Melding) and value.norm is not None:
        yield "Meldnorm", value.norm.label
    if isinstance(value, Terugkoppeling) and value.verantwoordelijk.strip():
        yield "Verantwoordelijk", tonen.namen.veld(value.verantwoordelijk)
    for spec in velden(type(value)):
        waarde = getattr(value, spec.naam)
        if is_leeg_waarde(waarde):
            continue
        if spec.naam in _BESLUIT:
            yield spec.veld.label, " ".join(waarde_tekst(spec, waarde, tonen).split())
        elif spec.rij is Afspraak:
            for afspraak in waarde:
                delen = [afspraak.wat, tonen.namen.veld(afspraak.wie)]
                if afspraak.uiterlijk:
                    delen.append(f"uiterlijk {datum_nl(afspraak.uiterlijk)}")
                yield "Afspraak", "; ".join(filter(None, delen))


def _volledig(value: Record, tonen: Tonen, schema: int) -> list[Stuk]:
    zetter, uit = tonen.zetter, list[Stuk]()
    values = naar_values(value)
    titel = value.titel()
    for spec in velden(type(value)):
        waarde = getattr(value, spec.naam)
        if spec.veld.apart or is_leeg_waarde(waarde) or spec.naam in _KOP or not zichtbaar(spec, values):
            continue
        if spec.soort is Soort.RIJEN:
            tekst = "\n".join(f"• {_rij(rij, tonen)}" for rij in waarde)
        else:
            tekst = waarde_tekst(spec, waarde, tonen)
        if tekst == titel:
            continue
        if "\n" not in tekst and len(tekst) + len(spec.veld.label) < 75:
            # a short answer goes on after its label: a full chronology is long enough
            uit.append(
                (
                    CEL,
                    zetter.regels(
                        f"{spec.veld.label.rstrip(':')}{_scheid(spec.veld.label)} {tekst.removeprefix('• ')}",
                        CEL,
                        _BINNEN,
                    ),
                )
            )
        else:
            uit.append((LABEL, zetter.regels(spec.veld.label, LABEL, _BINNEN)))
            uit.append((CEL, zetter.regels(tekst, CEL, _BINNEN)))
    if isinstance(value, Afweging):
        for label, tekst in _besluiten(value, tonen):
            if label == "Gevolg":
                uit += [(LABEL, [label]), (CEL, zetter.regels(tekst, CEL, _BINNEN))]
    return uit


def _scheid(label: str) -> str:
    return "" if label.endswith("?") else ":"


def _rij(rij: Rij, tonen: Tonen) -> str:
    """A row on one line; a passage keeps its mark in front."""
    if isinstance(rij, Passage):
        bron = f" (van {tonen.namen.veld(rij.bron)})" if rij.bron.strip() else ""
        return f"{rij.soort.label if rij.soort else 'Niet gemerkt'}{bron}: {tonen.namen.lopend(rij.tekst)}"
    gevuld = ((spec, getattr(rij, spec.naam)) for spec in velden(type(rij)))
    return "; ".join(waarde_tekst(spec, waarde, tonen) for spec, waarde in gevuld if not is_leeg_waarde(waarde))


def _vervolg(value: Record, vervolg: Sequence[Record], tonen: Tonen) -> Iterator[Stuk]:
    zetter = tonen.zetter
    for v in vervolg:
        if isinstance(v, Aanvulling):
            tekst = f"+ Aanvulling van {moment_nl(v.moment)}: {v.tekst}"
            yield CEL, zetter.regels(tekst, CEL, _BINNEN)
    for tekst in stand(value, vervolg, tonen):
        yield CEL, zetter.regels(f"+ {tekst}", CEL, _BINNEN)
