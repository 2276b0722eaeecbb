"""The log of a calamity or a run on paper: every line with both times, who, and what came of it; oldest first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop.documents.blokken import Blok, Cel, Doek, NieuwePagina, Strook, Stuk
from desktop.documents.frame import Gemaakt, Opmaak, maak
from desktop.documents.papieren import Logblad, Logbladregel
from desktop.documents.styles import BOVENKOP, BREEDTE, GRIJS, INKT, KLEIN, LABEL, MARINE, TITEL, VET, Stijl
from desktop.documents.text import DAGEN, Zetter, datum_nl, kort, moment_nl, tijd_nl
from desktop.documents.velden import alinea, paneel, rijtje
from desktop.documents.waarmerk import merkregels
from desktop.models.logregel import Logregel

_LINKS = 78.0
_BINNEN = BREEDTE - _LINKS
_TIJD = Stijl("semibold", 12, 15, MARINE)
_VAST = Stijl("regular", 8, 10.5, GRIJS)
_SOORT = Stijl("semibold", 8.5, 12, MARINE)
_WAT = Stijl("regular", 10.5, 14.5, INKT)
_DAG = Stijl("semibold", 13, 18, MARINE)


def render_logboek(log: Logblad) -> Gemaakt:
    """Return the log as a PDF. Names stand in it as they were written: it is the school's own record.

    Every page says in its footer that it shows a choice, where it does: a page alone may not pass for the whole.
    """
    zetter = Zetter()
    blokken: list[Blok | NieuwePagina] = [*_hoofd(log, zetter), *logregels(log, zetter)]
    paren = [("Regels (SHA-256)", log.digest.hex())]
    if log.audit_head:
        paren.append(("Stand van de kluis", log.audit_head.hex()))
    blokken += merkregels(paren, zetter, boven=18)
    return maak(blokken, _opmaak(log), zetter)


def logregels(log: Logblad, zetter: Zetter) -> Iterator[Blok]:
    """Yield the lines under their days; a sentence where there are none."""
    dag: date | None = None
    for n, rij in enumerate(log.regels):
        if rij.regel.gebeurd.date() != dag:
            dag = rij.regel.gebeurd.date()
            yield _dagkop(dag, eerste=n == 0)
        yield _regel(rij, zetter)
    if not log.regels:
        wat = "Er zijn geen regels in deze keuze." if log.keuze else "Er staat nog niets in dit logboek."
        yield alinea(wat, zetter, boven=16)


def _opmaak(log: Logblad) -> Opmaak:
    welke = f"keuze uit het logboek: {log.keuze}" if log.keuze else "alle regels"
    aantal = f"{len(log.regels)} van {log.totaal} regels" if log.keuze else _aantal(len(log.regels))
    gemaakt = f"Gemaakt {moment_nl(log.gemaakt_op)} door {log.gemaakt_door} · regels {log.digest.hex()[:16]}"
    return Opmaak(
        titel=f"Logboek {log.kenmerk}",
        auteur=log.school.naam,
        gemaakt_op=log.gemaakt_op,
        kop_links=log.school.naam,
        kop_rechts=f"Logboek · {kort(log.zaak, 60)}",
        voet=(f"{log.kenmerk} · {aantal} · {welke}", gemaakt),
        merk="KEUZE" if log.keuze else "",
    )


def _hoofd(log: Logblad, zetter: Zetter) -> Iterator[Blok]:
    stukken: list[Stuk] = [
        (BOVENKOP, zetter.regels(f"Logboek · {log.soort}", BOVENKOP, BREEDTE)),
        (TITEL, zetter.regels(kort(log.zaak, 160), TITEL, BREEDTE)),
    ]
    yield Strook([Cel(0, stukken)], onder=6, plakt=True)
    feiten = [*log.feiten, ("Kenmerk", log.kenmerk), ("Regels", _aantal(log.totaal))]
    for n in range(0, len(feiten), 3):
        drie = [(naam, waarde, 4) for naam, waarde in feiten[n : n + 3]]
        yield paneel(rijtje(drie, zetter, stijl=VET))
    if log.keuze:
        zin = f"Dit is een keuze: {log.keuze}. {len(log.regels)} van de {log.totaal} regels staan hier."
        yield alinea(zin, zetter, VET, boven=10)
    zin = (
        "Links staat wanneer iets gebeurde, daaronder wanneer het is vastgelegd. Een regel verandert nooit; een fout "
        "is verbeterd met een nieuwe regel. In dit logboek kunnen namen staan: geef het alleen aan wie ze mag weten."
    )
    yield alinea(zin, zetter, KLEIN, boven=8)


def _aantal(n: int) -> str:
    return "1 regel" if n == 1 else f"{n} regels"


def _dagkop(dag: date, *, eerste: bool) -> Strook:
    tekst = f"{DAGEN[dag.weekday()].capitalize()} {datum_nl(dag)}"
    return Strook([Cel(0, [(_DAG, [tekst])])], boven=12 if eerste else 20, onder=4, plakt=True, lijn=True, heel=True)


def _regel(rij: Logbladregel, zetter: Zetter) -> Strook:
    r = rij.regel
    links: list[Stuk] = [(_TIJD, [tijd_nl(r.gebeurd.time())]), (_VAST, [_vast(r)])]
    soort = r.soort.label if r.soort else ""
    kop = " · ".join(deel for deel in (soort, "sleutelmoment" if r.sleutel else "", f"regel {rij.nummer}") if deel)
    rechts: list[Stuk] = [(_SOORT, zetter.regels(kop, _SOORT, _BINNEN))]
    rechts.append((VET if r.sleutel else _WAT, zetter.regels(r.tekst, VET if r.sleutel else _WAT, _BINNEN)))
    for tekst in _bij(rij):
        rechts.append((KLEIN, zetter.regels(tekst, KLEIN, _BINNEN)))
    hoog = sum(stijl.regel * len(regels) for stijl, regels in rechts)
    weer: list[Stuk] = [links[0], (LABEL, [f"vervolg regel {rij.nummer}"])]

    def ster(doek: Doek, x: float, y: float) -> None:
        doek.icoon("star", x + _LINKS - 14, y - 14, 11, INKT)

    return Strook(
        [Cel(0, links), Cel(_LINKS, rechts)],
        lucht=6,
        onder=7,
        lijn=True,
        heel=hoog < 160,
        weer=weer,
        teken_bij=ster if r.sleutel else None,
    )


def _vast(r: Logregel) -> str:
    om = r.moment
    dag = f"{om:%d-%m} " if om.date() != r.gebeurd.date() else ""
    return f"vast {dag}{tijd_nl(om.time())}"


def _bij(rij: Logbladregel) -> Iterator[str]:
    r = rij.regel
    delen = [f"Door {r.door}" + (f", namens {r.namens}" if r.namens else "")]
    if r.besloten_door:
        delen.append(f"besloten door {r.besloten_door}")
    if r.vrijgegeven:
        delen.append(f"vrijgegeven aan {r.vrijgegeven}")
    if r.later and rij.corrigeert is None:
        delen.append("later ingevoerd")
    yield " · ".join(delen)
    if r.merk:
        yield f"Let op: het moment {r.merk.label}."
    if rij.corrigeert is not None:
        yield f"Correctie op regel {rij.corrigeert}."
    if rij.gecorrigeerd:
        yield f"Gecorrigeerd in regel {' en '.join(str(n) for n in rij.gecorrigeerd)}."
    for bijlage in r.bijlagen:
        yield f"Bijlage: {bijlage.naam}"
