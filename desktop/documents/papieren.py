"""What the papers of a dossier and a case are made from; no PDF library, so that it loads at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from desktop.models.core import Record, Wie
from desktop.models.logregel import Logregel
from desktop.models.opmaak import Tekstblok
from desktop.models.opslag import Stored
from desktop.models.school import Schoolprofiel
from desktop.models.weging import Vraag


@dataclass(frozen=True, slots=True)
class Chronostuk:
    """A record in a chronology: who entered it, what follows it, and why it was withdrawn where it was."""

    stored: Stored
    door: str
    vervolg: tuple[Record, ...] = ()
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Chronologie:
    """A chronology of a pupil, or of one case (`zaak` is its number and what it is about).

    `volledig` shows every field, else the content in short. `keuze` says in words what was left out by filters, ''
    for nothing. Moments are shown in the zone that they carry.
    """

    school: Schoolprofiel
    over: Wie
    stukken: Sequence[Chronostuk]
    gemaakt_op: datetime
    volledig: bool = False
    zaak: str = ""
    keuze: str = ""
    audit_head: bytes | None = None


@dataclass(frozen=True, slots=True)
class AndereWeging:
    """Another walk of the same case, as it is named beside this one."""

    begonnen: date | None
    uitkomst: str


@dataclass(frozen=True, slots=True)
class Weging:
    """One walk through the afwegingskader: its answers (each an established `Afweging`), in order of the questions.

    `uitleg` holds the explanation of each question as the plan gives it (`vraagtekst` takes it from its page);
    `volgende` is the question that comes next, None where the walk ended.
    """

    leerling: Wie
    zaak: str
    antwoorden: Sequence[Stored]
    uitleg: Mapping[Vraag, Sequence[Tekstblok]] = field(default_factory=dict)
    volgende: Vraag | None = None
    andere: Sequence[AndereWeging] = ()


@dataclass(frozen=True, slots=True)
class Stapregel:
    """One thing that was done in a step: when, what, and by whom."""

    op: date | None
    wat: str
    wie: str = ""


@dataclass(frozen=True, slots=True)
class Stapblad:
    """One of the five steps of the meldcode: what is done, and what the plan still asks."""

    nummer: int
    naam: str
    gedaan: Sequence[Stapregel]
    ontbreekt: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Inhoudregel:
    """One of the eight contents of a dossier meldcode, and how many records fill it."""

    nummer: int
    naam: str
    aantal: int
    gevuld: bool


@dataclass(frozen=True, slots=True)
class Zaakoverzicht:
    """What the overview of a case shows beside its own fields."""

    stappen: Sequence[Stapblad] = ()
    inhoud: Sequence[Inhoudregel] = ()


def vraagtekst(blokken: Sequence[Tekstblok]) -> tuple[Tekstblok, ...]:
    """Return the part of a question's page that explains it: what comes before the first answer, without headings."""
    uit: list[Tekstblok] = []
    for blok in blokken:
        if blok.soort == "kop":
            if blok.tekst.upper().startswith(("JA", "NEE", "TWIJFEL")):
                break
        else:
            uit.append(blok)
    return tuple(uit)


@dataclass(frozen=True, slots=True)
class Logbladregel:
    """A line of a printed log: its number in the whole log, and of what it corrects and what corrects it."""

    nummer: int
    regel: Logregel
    digest: bytes
    corrigeert: int | None = None
    gecorrigeerd: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Logblad:
    """A log to print. `zaak` is what it is about, `feiten` what stands in its head, `digest` is over all these lines.

    `keuze` says in words which lines are left out, '' for none; `totaal` is how many the whole log has.
    """

    school: Schoolprofiel
    soort: str
    zaak: str
    kenmerk: str
    feiten: Sequence[tuple[str, str]]
    regels: Sequence[Logbladregel]
    totaal: int
    digest: bytes
    gemaakt_op: datetime
    gemaakt_door: str
    keuze: str = ""
    audit_head: bytes | None = None
