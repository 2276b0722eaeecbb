"""The text of a page as blocks and runs: reads the small part of Markdown in which the pages are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desktop.models.plan import BEGRIP, FORMULIER, KAART, PLAN

Soort = Literal["kop", "alinea", "punt", "stap", "opmerking"]
SITE = "https://"

_BEGIN: tuple[tuple[Soort, re.Pattern[str]], ...] = (
    ("kop", re.compile(r"#{2,4}\s+(.*)")),
    ("punt", re.compile(r"-\s+(.*)")),
    ("stap", re.compile(r"[0-9]{1,3}\.\s+(.*)")),
    ("opmerking", re.compile(r">\s*(.*)")),
)
# A label holds no bracket of its own and is bounded: a text of brackets is read in time that grows with its length.
_TEKEN = re.compile(
    r"\\(?P<letterlijk>[!-/:-@\[-`{-~])"
    r"|(?P<vet>\*\*)"
    r"|\[(?P<label>(?=\s*[^\s\]])(?:\\.|[^\\\[\]]){1,300})\]"
    rf"\((?P<doel>(?:{PLAN}|{BEGRIP}|{KAART}|{FORMULIER}|{SITE})[^\s()\[\]]+)\)"
)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one look. `doel` is where it leads: '' nowhere, else as in `models.plan`, or 'https://...'."""

    tekst: str
    vet: bool = False
    doel: str = ""


@dataclass(frozen=True, slots=True)
class Tekstblok:
    """A heading, paragraph, bullet, step (with the `nummer` that was written) or a remark that must be seen."""

    soort: Soort
    runs: tuple[Run, ...]
    nummer: int = 0

    @property
    def tekst(self) -> str:
        """Return it without marks."""
        return "".join(run.tekst for run in self.runs)


def lees(tekst: str) -> tuple[Tekstblok, ...]:
    """Return the blocks of a text. Never raises and loses no letter: a mark that is none stands there as it was typed.

    An empty line ends a block; a line that begins as nothing in particular goes on with the block before it.
    """
    return tuple(Tekstblok(soort, tuple(_runs(" ".join(delen))), nummer) for soort, nummer, delen in _blokken(tekst))


def _blokken(tekst: str) -> Iterator[tuple[Soort, int, list[str]]]:
    nu: tuple[Soort, int, list[str]] | None = None
    for regel in map(str.strip, tekst.splitlines()):
        soort, inhoud = _soort(regel)
        verder = nu is not None and (soort == "alinea" or soort == nu[0] == "opmerking")
        if nu is not None and (not inhoud or not verder or nu[0] == "kop"):
            yield nu
            nu = None
        if nu is not None:
            nu[2].append(inhoud)
        elif inhoud:
            nu = (soort, int(regel.partition(".")[0]) if soort == "stap" else 0, [inhoud])
    if nu is not None:
        yield nu


def _soort(regel: str) -> tuple[Soort, str]:
    """Return what a line begins as, and what is left of it; '' for a line without words."""
    for soort, patroon in _BEGIN:
        if gevonden := patroon.fullmatch(regel):
            return soort, gevonden[1]
    return "alinea", regel


def _runs(tekst: str, doel: str = "") -> Iterator[Run]:
    """Yield the runs of a block; those of a link all carry its target."""
    tekens = list(_TEKEN.finditer(tekst))
    paren = _vette_paren(tekst, [t.span() for t in tekens if t["vet"]])
    stuk, vet, hier = "", False, 0
    for teken in tekens:
        stuk += tekst[hier : teken.start()]
        hier = teken.end()
        if teken["letterlijk"]:
            stuk += teken["letterlijk"]
        elif teken["vet"] and teken.start() not in paren:
            stuk += teken["vet"]
        else:
            if stuk:
                yield Run(stuk, vet, doel)
            stuk = ""
            if teken["vet"]:
                vet = not vet
            else:
                yield from (Run(run.tekst, vet or run.vet, teken["doel"]) for run in _runs(teken["label"]))
    if stuk := stuk + tekst[hier:]:
        yield Run(stuk, vet, doel)


def _vette_paren(tekst: str, plekken: list[tuple[int, int]]) -> set[int]:
    """Return where the marks for bold begin that have a partner: one before a word, and one after a word."""
    uit: set[int] = set()
    open_op: tuple[int, int] | None = None
    for begin, einde in plekken:
        sluit = begin > 0 and not tekst[begin - 1].isspace()
        if open_op is not None and sluit and begin > open_op[1]:
            uit |= {open_op[0], begin}
            open_op = None
        elif open_op is None and einde < len(tekst) and not tekst[einde].isspace():
            open_op = (begin, einde)
    return uit
