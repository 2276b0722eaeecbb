"""Reads dates and times as people type them in Dutch, and writes them as people read them."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_WOORDEN = {"vandaag": 0, "nu": 0, "gisteren": -1, "eergisteren": -2, "morgen": 1, "overmorgen": 2}
_TERUG = ("vorige", "afgelopen", "laatste")
_VOORUIT = ("volgende", "komende", "aanstaande")
_EEN = re.compile(r"^(?:een|één)\b")
_STAP = re.compile(r"^(over )?(\d{1,3}) (dag|dagen|week|weken)( geleden)?$")


def toon_datum(dag: date, *, kort: bool = False) -> str:
    """Return a date as it stands in a form ('do 19 november 2026'), or in a narrow cell ('19 nov 2026')."""
    if kort:
        return f"{dag.day} {_KORT[dag.month - 1]} {dag.year}"
    return f"{DAGEN[dag.weekday()][:2]} {dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def toon_tijd(moment: time) -> str:
    """Return a time as it stands in a form: '14:30'."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def lees_datum(tekst: str, today: date) -> date | None:
    """Return the date that a person means, or None.

    Without a year it is the one nearest to `today`, and so is a bare day of the week: a report looks back, an agreement
    looks ahead, and the written-out date shows at once which it became. A day of the week before a full date is
    ignored, so that changing '19' to '20' in 'do 19 november' works.
    """
    schoon = " ".join(tekst.casefold().replace(",", " ").split())
    if not schoon:
        return None
    return _woord(schoon, today) or _stap(schoon, today) or _weekdag(schoon, today) or _kalender(schoon, today)


def lees_tijd(tekst: str) -> time | None:
    """Return the time that a person means ('8:40', '840', '14u30', '14.30 uur', '9'), or None."""
    schoon = re.sub(r"\s*uur$", "u", tekst.strip().casefold())
    found = re.fullmatch(r"(\d{1,2})\s*(?:[:.,uh]\s*(\d{2})?)?(?::\d{2})?u?", schoon) or re.fullmatch(
        r"(\d{1,2})(\d{2})u?", schoon
    )
    if not found:
        return None
    uur, minuut = int(found[1]), int(found[2] or 0)
    return time(uur, minuut) if uur < 24 and minuut < 60 else None


def _woord(tekst: str, today: date) -> date | None:
    return today + timedelta(days=_WOORDEN[tekst]) if tekst in _WOORDEN else None


def _stap(tekst: str, today: date) -> date | None:
    tekst = re.sub(r"^over (?:een|één) ", "over 1 ", _EEN.sub("1", tekst))
    found = _STAP.match(tekst)
    # exactly one of 'over ...' and '... geleden'; a bare '3 dagen' says nothing
    if not found or bool(found[1]) == bool(found[4]):
        return None
    dagen = int(found[2]) * (7 if found[3].startswith("we") else 1)
    return _binnen(today, dagen if found[1] else -dagen)


def _binnen(today: date, dagen: int) -> date | None:
    try:
        return today + timedelta(days=dagen)
    except OverflowError:
        return None


def _dagnummer(woord: str) -> int | None:
    woord = woord.rstrip(".")
    if len(woord) < 2:
        return None
    return next((n for n, dag in enumerate(DAGEN) if dag.startswith(woord)), None)


def _weekdag(tekst: str, today: date) -> date | None:
    *voor, woord = tekst.split(" ")
    dag = _dagnummer(woord)
    if dag is None or len(voor) > 1:
        return None
    vooruit = (dag - today.weekday()) % 7
    if voor and voor[0] in _TERUG:
        return _binnen(today, vooruit - 7)
    if voor and voor[0] in _VOORUIT:
        return _binnen(today, vooruit or 7)
    return None if voor else _binnen(today, vooruit if vooruit <= 3 else vooruit - 7)


def _kalender(tekst: str, today: date) -> date | None:
    delen = [d for d in re.split(r"[\s\-/.']+", tekst) if d]
    if delen and _dagnummer(delen[0]) is not None and not delen[0].isdigit():
        delen = delen[1:]
    if len(delen) == 1 and delen[0].isascii() and delen[0].isdigit() and len(delen[0]) in (6, 8):
        delen = [delen[0][:2], delen[0][2:4], delen[0][4:]]
    if len(delen) == 1 and (samen := re.fullmatch(r"(\d{1,2})([a-z]{3,9})(\d{2,4})?", delen[0])):
        delen = [d for d in samen.groups() if d]
    if len(delen) == 3 and len(delen[0]) == 4:
        delen.reverse()
    if len(delen) not in (2, 3):
        return None
    dag, maand = _getal(delen[0], 2), _maand(delen[1])
    if dag is None or maand is None:
        return None
    if len(delen) == 3:
        jaar = _jaar(delen[2], today)
        return _maak(jaar, maand, dag) if jaar is not None else None
    rond = [d for j in (-1, 0, 1) if (d := _maak(today.year + j, maand, dag))]
    return min(rond, key=lambda d: abs(d - today), default=None)


def _getal(deel: str, lang: int) -> int | None:
    return int(deel) if deel.isascii() and deel.isdigit() and len(deel) <= lang else None


def _maand(deel: str) -> int | None:
    if (getal := _getal(deel, 2)) is not None:
        return getal
    if len(deel) < 3:
        return None
    return next(
        (
            n
            for n, (lang, kort) in enumerate(zip(MAANDEN, _KORT, strict=True), 1)
            if lang.startswith(deel) or deel == kort
        ),
        None,
    )


def _jaar(deel: str, today: date) -> int | None:
    getal = _getal(deel, 4)
    if getal is None or len(deel) == 3 or len(deel) == 1:
        return None
    if len(deel) == 4:
        return getal
    eeuw = today.year - today.year % 100
    # ten years ahead is a plan, further is a date of birth
    return eeuw + getal if eeuw + getal <= today.year + 10 else eeuw - 100 + getal


def _maak(jaar: int, maand: int, dag: int) -> date | None:
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None
