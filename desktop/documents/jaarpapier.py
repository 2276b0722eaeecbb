"""What the papers of a school year are made from; no PDF library, so that it loads at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from desktop.models.school import Schoolprofiel
from desktop.models.schooljaar import Periode

Teken = Literal["te_laat", "open", "naar_keuze", "gedaan", "overgeslagen"]


@dataclass(frozen=True, slots=True)
class Taakregel:
    """A task on paper: by when, what, whose, for whom, and how it stands. `let_op` is what the plan says with it."""

    dag: date
    taak: str
    rol: str
    teken: Teken
    woord: str
    naar: str = ""
    let_op: str = ""


@dataclass(frozen=True, slots=True)
class Jaarblad:
    """A school year: its tasks by date, and what goes on all year as (task, role)."""

    school: Schoolprofiel
    jaar: Periode
    taken: Sequence[Taakregel]
    doorlopend: Sequence[tuple[str, str]]
    gemaakt_op: datetime


@dataclass(frozen=True, slots=True)
class Herinnering:
    """A letter to everyone with a role about what is asked of them between two days; it names nobody."""

    school: Schoolprofiel
    jaar: Periode
    aan: str
    van: date
    tot: date
    taken: Sequence[Taakregel]
    doorlopend: Sequence[str]
    gemaakt_op: datetime


@dataclass(frozen=True, slots=True)
class Scholingsrij:
    """One person of the staff: for each column what stands there, '' where nothing was followed."""

    naam: str
    functie: str
    cellen: Sequence[str]
    mist: Sequence[str]


@dataclass(frozen=True, slots=True)
class Scholingsblad:
    """Staff against trainings; `kolommen` are their names."""

    school: Schoolprofiel
    kolommen: Sequence[str]
    rijen: Sequence[Scholingsrij]
    gemaakt_op: datetime
