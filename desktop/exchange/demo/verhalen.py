"""The form in which the worries of the invented school are written in the modules beside this one, and its reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.models.dossierdelen import PassageSoort

# A story is a file of signals about one child, and what else is in its dossier:
#
#     # name of the story
#     * subject | who saw it | what it is about | what was watched
#     ? the situation
#     F a fact      M an opinion | whose      H hearsay | from whom      K the child's own words, unquoted
#     > what is agreed | who | how we notice
#     ! mark | value ...
#     = kind of record | value ...
#
# What stands on a line without such a sign goes on from the line before. `{n}` is the child, `{h}`/`{H}` he or she,
# `{z}` his or her. The keys are those of the models' choices.
_SOORT = {
    "F": PassageSoort.FEIT,
    "M": PassageSoort.MENING,
    "H": PassageSoort.HOREN_ZEGGEN,
    "K": PassageSoort.KIND,
}


@dataclass(slots=True)
class Schets:
    """One signal as it is written down: `wie` is a role, `tekens` the marks, each with its values."""

    onderwerp: str
    wie: str
    aard: tuple[str, ...]
    gelet_op: tuple[str, ...]
    situatie: str = ""
    passages: list[tuple[PassageSoort, str, str]] = field(default_factory=list)
    afspraken: list[tuple[str, str, str]] = field(default_factory=list)
    tekens: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class Verhaal:
    """A story: its signals in order of time, and the other records of the dossier as (kind, values)."""

    naam: str
    signalen: list[Schets] = field(default_factory=list)
    erbij: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)


def verhalen(tekst: str) -> Mapping[str, Verhaal]:
    """Read stories, by name."""
    uit: dict[str, Verhaal] = {}
    for regel in _regels(tekst):
        teken, rest = regel[0], regel[2:]
        delen = tuple(deel.strip() for deel in rest.split("|"))
        if teken == "#":
            verhaal = uit[rest] = Verhaal(rest)
        elif teken == "=":
            verhaal.erbij.append((delen[0], delen[1:]))
        elif teken == "*":
            onderwerp, wie, aard, gelet = delen
            verhaal.signalen.append(Schets(onderwerp, wie, tuple(aard.split()), tuple(gelet.split())))
        else:
            _bij(verhaal.signalen[-1], teken, delen)
    return uit


def _regels(tekst: str) -> list[str]:
    """Return the lines, each that was broken off as one."""
    uit: list[str] = []
    for regel in filter(None, (r.strip() for r in tekst.splitlines())):
        if regel[0] in "#*?>!=FMHK" and regel[1:2] == " ":
            uit.append(regel)
        else:
            uit[-1] += f" {regel}"
    return uit


def _bij(schets: Schets, teken: str, delen: tuple[str, ...]) -> None:
    if teken == "?":
        schets.situatie = delen[0]
    elif teken == ">":
        wat, wie, merkbaar = delen
        schets.afspraken.append((wat, wie, merkbaar))
    elif teken == "!":
        schets.tekens[delen[0]] = delen[1:]
    else:
        schets.passages.append((_SOORT[teken], delen[0], delen[1] if len(delen) > 1 else ""))
