"""Reads when something happened from what a person types in a hurry: '8:40', 'gisteren 15u', '10 min geleden'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from desktop.models.tijdwoorden import DAGEN, MAANDEN, lees_datum, lees_tijd

VOORUIT = timedelta(hours=12)
"""A bare time that would lie further ahead than this was yesterday's: '23:50' just after midnight."""

_NU = frozenset({"nu", "net", "zonet", "zojuist", "daarnet"})
_GETALLEN = {
    woord: n for n, woord in enumerate("een twee drie vier vijf zes zeven acht negen tien elf twaalf".split(), 1)
} | {"één": 1, "'n": 1, "n": 1, "twintig": 20}
_GETAL = rf"(?:\d{{1,3}}|{'|'.join(sorted(_GETALLEN, key=len, reverse=True))})"
# What comes at which half of the day; 'nacht' is the one before this morning.
_DAGDELEN = {
    "vanochtend": (0, False),
    "vanmorgen": (0, False),
    "vannacht": (0, False),
    "vanmiddag": (0, True),
    "vanavond": (0, True),
    "gisterochtend": (-1, False),
    "gistermorgen": (-1, False),
    "gistermiddag": (-1, True),
    "gisteravond": (-1, True),
}
_TERUG = re.compile(
    rf"(?:(?P<half>(?:een |'n )?half ?uur)|(?P<ander>anderhalf ?uur)|(?P<kwart>(?:een |'n )?kwartier(?:tje)?)"
    rf"|(?P<getal>{_GETAL}) ?(?P<maat>m|min|minuten|minuut|minuutjes|u|uur|uren|uurtje)\.?) geleden"
)
_WIJZER = re.compile(
    rf"(?:(?:(?P<voor>{_GETAL}|kwart) (?P<kant>voor|over) )?(?P<half>half )?(?P<uur>{_GETAL}))(?: uur)?"
)


def lees_moment(tekst: str, nu: datetime) -> datetime | None:
    """Return the moment that a person means, local and naive, or None; `nu` is the present one.

    A log looks back: a day of the week is the last one, a bare time is today's unless that is more than `VOORUIT`
    ahead, and a time by the hands of a clock ('half 3') is the one of both that is nearest.
    """
    nu = nu.replace(tzinfo=None, microsecond=0)
    schoon = " ".join(tekst.casefold().split())
    if schoon in _NU:
        return nu
    try:
        return _geleden(schoon, nu) or _dag_en_tijd(schoon, nu)
    except OverflowError:  # before the first day of the calendar
        return None


def splits(tekst: str, nu: datetime) -> tuple[datetime | None, str]:
    """Return the moment with which a line clearly begins, and the rest of it; (None, the whole line) without one.

    A number that can be part of the sentence stays in it: '3 kinderen ...', '8 uur gezocht', '8.40 euro'. So does the
    beginning of a period: '8:40 - 9:10 overleg' is of 8:40 and keeps its words.
    """
    kop = tekst.lstrip()
    for gevonden in _beginnen(kop):
        moment = lees_moment(gevonden[0], nu)
        if moment is None:
            continue
        rest = kop[gevonden.end() :]
        if _TOT.match(rest):
            return moment, tekst
        zonder = _SCHEIDING.sub("", rest, count=1).strip()
        if _MAAT.match(zonder):
            return None, tekst
        return moment, zonder
    return None, tekst


_T = r"(?:\d{1,2}[:u.h]\d{2}(?::\d{2})?)"
_KLOK = rf"{_T}(?: ?u(?:ur)?\b)?"
_HANDEN = rf"(?:half {_GETAL}|kwart (?:voor|over) {_GETAL}|{_GETAL} (?:voor|over) half {_GETAL})(?: uur\b)?"
_WEEKDAG = "|".join(f"{dag}|{dag[:2]}" for dag in DAGEN)
_MAAND = "|".join(f"{maand}|{maand[:3]}" for maand in (*MAANDEN, "mrt"))
_DAG = (
    rf"(?:vandaag|gisteren|eergisteren|{'|'.join(_DAGDELEN)}"
    rf"|(?:(?:vorige|afgelopen) )?(?:{_WEEKDAG})\.?(?: \d{{1,2}}[-/]\d{{1,2}}(?:[-/]\d{{2,4}})?)?"
    rf"|\d{{1,2}}[-/]\d{{1,2}}(?:[-/]\d{{2,4}})?|\d{{1,2}} (?:{_MAAND})\.?(?: \d{{4}})?)"
)
_EIND = r"(?=$|\s|[,;:–-])"
_MET_DAG = re.compile(
    rf"{_DAG},? (?:om |rond )?(?:{_KLOK}|{_HANDEN}|\d{{1,2}} ?u(?:ur)?\b){_EIND}".replace(" ?", r"\s?"), re.IGNORECASE
)
_ZONDER_DAG = re.compile(rf"(?:om )?(?:{_KLOK}|{_HANDEN}|(?:1[3-9]|2[0-3])u){_EIND}", re.IGNORECASE)
_GELEDEN = re.compile(_TERUG.pattern + _EIND, re.IGNORECASE)
_SCHEIDING = re.compile(r"^\s*[,;:–-]?\s+")
_TOT = re.compile(r"\s*(?:[–-]|t/m|tot)\s*\d")
_MAAT = re.compile(
    r"(?:euro|eur|€|%|procent|meter|m|km|kilometer|cm|kg|kilo|gram|liter|min|minuten|keer|lang|later|achtereen)\b"
    r"|[€%]",
    re.IGNORECASE,
)


def _beginnen(kop: str) -> Iterator[re.Match[str]]:
    for patroon in (_GELEDEN, _MET_DAG, _ZONDER_DAG):
        gevonden = patroon.match(kop)
        if gevonden:
            yield gevonden


def _geleden(tekst: str, nu: datetime) -> datetime | None:
    gevonden = _TERUG.fullmatch(tekst)
    if not gevonden:
        return None
    if gevonden["half"]:
        minuten = 30
    elif gevonden["ander"]:
        minuten = 90
    elif gevonden["kwart"]:
        minuten = 15
    else:
        minuten = _getal(gevonden["getal"]) * (1 if gevonden["maat"].startswith("m") else 60)
    return nu.replace(second=0) - timedelta(minutes=minuten)


def _dag_en_tijd(tekst: str, nu: datetime) -> datetime | None:
    woorden = tekst.replace(", ", " ").split(" ")
    for n in range(len(woorden)):
        dag, tijd = " ".join(woorden[:n]), " ".join(woorden[n:])
        # the day goes before as a rule, and after it now and then: '8:40 gisteren'
        for waar, wanneer in ((dag, tijd), (tijd, dag)) if n else ((dag, tijd),):
            moment = _samen(waar, _zonder_om(wanneer), nu)
            if moment is not None:
                return moment
    return None


def _zonder_om(tekst: str) -> str:
    return tekst.removeprefix("om ").removeprefix("rond ")


def _samen(dag: str, tijd: str, nu: datetime) -> datetime | None:
    kandidaten = _tijden(tijd)
    if not kandidaten:
        return None
    if not dag:
        return _vandaag_of_gisteren(kandidaten, nu)
    if dag in _DAGDELEN:
        terug, middag = _DAGDELEN[dag]
        keuze = next((t for t in kandidaten if (t.hour >= 12) == middag), None)
        if keuze is None:  # '8:00' in the evening is written by the hands of a clock too
            eerste = kandidaten[0]
            keuze = eerste.replace(hour=eerste.hour + 12) if middag and eerste.hour < 12 else eerste
        return datetime.combine(nu.date() + timedelta(days=terug), keuze)
    waarop = _dag(dag, nu.date())
    if waarop is None:
        return None
    # on another day the hands of a clock point at school hours
    return datetime.combine(waarop, min(kandidaten, key=lambda t: not 7 <= t.hour < 19))


def _dag(tekst: str, vandaag: date) -> date | None:
    dag = lees_datum(tekst, vandaag)
    weekdag = re.fullmatch(rf"(?:{_WEEKDAG})\.?", tekst) is not None
    return dag - timedelta(days=7) if dag is not None and weekdag and dag > vandaag else dag


def _tijden(tekst: str) -> list[time]:
    """Return what a time can be: one for the digits of a clock, two for its hands."""
    cijfers = lees_tijd(tekst)
    if cijfers is not None:
        return [cijfers]
    wijzers = _WIJZER.fullmatch(tekst)
    # a number alone is digits, and a word alone no more than a number
    if not wijzers or not (wijzers["half"] or wijzers["voor"]):
        return []
    uur = _getal(wijzers["uur"])
    minuut = (uur * 60 - (30 if wijzers["half"] else 0)) if 1 <= uur <= 12 else -1
    if wijzers["voor"]:
        bij = 15 if wijzers["voor"] == "kwart" else _getal(wijzers["voor"])
        if bij >= 30:
            return []
        minuut += -bij if wijzers["kant"] == "voor" else bij
    if not 1 <= uur <= 12:
        return []
    minuut %= 720
    return [time(*divmod(minuut, 60)), time(*divmod(minuut + 720, 60))]


def _vandaag_of_gisteren(kandidaten: list[time], nu: datetime) -> datetime:
    vandaag = [datetime.combine(nu.date(), t) for t in kandidaten]
    if len(vandaag) == 1:
        moment = vandaag[0]
        return moment - timedelta(days=1) if moment - nu > VOORUIT else moment

    def ver(moment: datetime) -> timedelta:
        # what is to come is a mistake more often than what has been
        return 3 * (moment - nu) if moment > nu else nu - moment

    return min((*vandaag, *(m - timedelta(days=1) for m in vandaag)), key=ver)


def _getal(tekst: str) -> int:
    return int(tekst) if tekst.isdigit() else _GETALLEN[tekst]
