"""What the papers of a calamity are made from; no PDF library, so that it loads at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from desktop.documents.papieren import Logblad
from desktop.models.actieplan import Actieplan
from desktop.models.calamiteit import Calamiteit, CalamiteitSlot
from desktop.models.opslag import Stored
from desktop.models.school import Schoolprofiel


@dataclass(frozen=True, slots=True)
class Planblad:
    """A version of the action plan: its number, when and by whom it was stored, and what changed since the last.

    `standen` says in words how each action stands, by its row; only the newest version shows them.
    """

    nummer: int
    van: int
    op: datetime
    door: str
    plan: Actieplan
    digest: bytes
    wijzigingen: Sequence[str] = ()
    standen: Mapping[UUID, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gespreksblad:
    """A talk in a line: with whom, whether that is the reporter, who hold it, when, and how it stands."""

    met: str
    melder: bool
    voert: str
    op: str
    stand: str


@dataclass(frozen=True, slots=True)
class Slotblad:
    """How it was closed, and by whom."""

    slot: CalamiteitSlot
    door: str
    digest: bytes


@dataclass(frozen=True, slots=True)
class Zaakblad:
    """A calamity as its papers show it. `digest` is that of its head; `stukken` are what belongs to it, in words."""

    school: Schoolprofiel
    kenmerk: str
    calamiteit: Calamiteit
    digest: bytes
    gemaakt_op: datetime
    gemaakt_door: str
    audit_head: bytes | None = None
    slot: Slotblad | None = None
    versies: Sequence[Planblad] = ()
    communicatie: Sequence[Stored] = ()
    gesprekken: Sequence[Gespreksblad] = ()
    stukken: Sequence[str] = ()
    log: Logblad | None = None
