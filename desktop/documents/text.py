"""From what a person wrote to lines that fit: every sign literal, nothing lost, missing letters shown and reported."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time

from desktop.documents.styles import Letter, Stijl, letter

# What looks the same on paper, or has no shape of its own: no reason to show a code in someone's text.
_GELIJK: dict[int, str | None] = {
    0x09: "    ",
    0x2010: "-",
    0x2011: "-",
    0x202F: "\u00a0",
    **dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0x061C]),
    **dict.fromkeys([*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]),
}
MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december".split()
DAGEN = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()


def datum_nl(dag: date, *, weekdag: bool = False) -> str:
    """Return a date as Dutch people write it: '19 november 2026', or with the day of the week before it."""
    tekst = f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"
    return f"{DAGEN[dag.weekday()]} {tekst}" if weekdag else tekst


def tijd_nl(tijd: time) -> str:
    """Return a time as '14:30'."""
    return f"{tijd.hour:02d}:{tijd.minute:02d}"


def moment_nl(moment: datetime) -> str:
    """Return a moment as '19 november 2026, 14:30', in the zone that it carries."""
    return f"{datum_nl(moment.date())}, {tijd_nl(moment.time())}"


def kort(tekst: str, hoogstens: int) -> str:
    """Return a text on one line and of a bounded length, for titles and headers."""
    regel = " ".join(tekst.split())
    return regel if len(regel) <= hoogstens else regel[: hoogstens - 1].rstrip() + "…"


class Zetter:
    """Sets the text of one document and remembers which characters its letters lack.

    Lines are measured and broken here instead of by reportlab's Paragraph: that one reads markup (`<b>`, `<img>`),
    takes minutes for a megabyte and silently drops what the letter lacks.
    """

    def __init__(self, masker: Callable[[str], str] = str) -> None:
        """`masker` turns names into initials in whatever is set."""
        self._masker = masker
        self._ontbrekend: set[str] = set()

    @property
    def ontbrekend(self) -> tuple[str, ...]:
        """Return the characters that the letters lacked so far, each once, by code."""
        return tuple(sorted(self._ontbrekend))

    def zuiver(self, tekst: str, stijl: Stijl) -> str:
        """Return a text with a visible code in place of each character that the letter lacks."""
        tekst = self._masker(tekst).translate(_GELIJK)
        weg = set(tekst) - {"\n"}
        kent = letter(stijl.gewicht).kent
        weg = {teken for teken in weg if ord(teken) not in kent}
        if not weg:
            return tekst
        self._ontbrekend |= weg
        # one bracket for a run of them keeps a name in another script together
        return re.sub(f"[{re.escape(''.join(sorted(weg)))}]+", _code, tekst)

    def regels(self, tekst: str, stijl: Stijl, breedte: float) -> list[str]:
        """Return a text as lines no wider than `breedte` points. New lines stay; a long word is broken."""
        maat = letter(stijl.gewicht)
        ruimte = breedte * 1000 / stijl.maat
        uit: list[str] = []
        for alinea in self.zuiver(tekst, stijl).strip("\n").split("\n"):
            _breek(alinea.rstrip(), maat, ruimte, uit)
        return uit

    def passend(self, tekst: str, stijl: Stijl, breedte: float) -> str:
        """Return a text on one line, cut off where it is too wide."""
        regel = " ".join(self.zuiver(tekst, stijl).split())
        maat, ruimte = letter(stijl.gewicht), breedte * 1000 / stijl.maat
        if maat.breedte(regel) <= ruimte:
            return regel
        ruimte -= maat.breedte("…")
        return regel[: _past(regel, maat, ruimte)].rstrip() + "…"


def wijd(tekst: str, stijl: Stijl) -> float:
    """Return how wide a line is in points."""
    return letter(stijl.gewicht).breedte(tekst) * stijl.maat / 1000


def _code(gevonden: re.Match[str]) -> str:
    return "◊[" + " ".join(f"U+{ord(teken):04X}" for teken in gevonden[0]) + "]"


def _breek(alinea: str, maat: Letter, ruimte: float, uit: list[str]) -> None:
    """Append the lines of one paragraph: greedy, so in time that grows with its length and no faster."""
    breedte, spatie = maat.breedte, maat.breedte(" ")
    regel: list[str] = []
    gevuld = -spatie
    for woord in alinea.split(" "):
        wijdte = breedte(woord)
        if gevuld + spatie + wijdte <= ruimte:
            regel.append(woord)
            gevuld += spatie + wijdte
            continue
        if regel:
            uit.append(" ".join(regel))
        while wijdte > ruimte:
            einde = max(1, _past(woord, maat, ruimte))
            streep = max(woord.rfind(teken, einde // 2, einde) for teken in "-/_.")
            einde = streep + 1 if streep > 0 else einde
            uit.append(woord[:einde])
            woord = woord[einde:]
            wijdte = breedte(woord) if len(woord) < 400 else ruimte + 1
        regel = [woord]
        gevuld = wijdte
    uit.append(" ".join(regel))


def _past(woord: str, maat: Letter, ruimte: float) -> int:
    """Return how many characters of a word fit."""
    breedte = 0.0
    for n, teken in enumerate(woord):
        breedte += maat.breedte(teken)
        if breedte > ruimte:
            return n
    return len(woord)
