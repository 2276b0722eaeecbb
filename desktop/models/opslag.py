"""What goes in and out of the vault, as plain data: revisions, list rows, questions, drafts, open work, the audit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from desktop.models.core import Record, State, Values


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored revision. `digest` is 32 bytes; `value` is None once its content is destroyed."""

    revision: UUID
    record: UUID
    parent: UUID | None
    kind: str
    state: State
    schema: int
    account: UUID
    recorded_at: datetime
    digest: bytes
    value: Record | None


@dataclass(frozen=True, slots=True)
class Row:
    """A record as a line in a list, from the derived tables only.

    `id` is its row id, `event_at` local ISO text, `author` who made it, `subjects` the pupils it is about and `detail`
    what stands beside the title. `closed`: nothing is open any more, or (a pupil) has left.
    """

    id: int
    record: UUID
    kind: str
    state: State
    title: str
    event_at: str
    recorded_at: datetime
    author: UUID
    parent: UUID | None
    closed: bool
    parnassys_on: date | None
    subjects: tuple[UUID, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A question to the derived tables; every part that is given narrows it.

    `kinds`: kinds of record. `target`: linked to this record (with `link_role`, in this role). `parent`: follows this
    record. `words`: full text. `author`: account. `van`, `tot`: event date, both inclusive. `open_due`: has open work;
    `due_kind`: has open work of this kind.
    `detail`: with this beside its title in a list, such as the kind of talk. `niet_in_parnassys`: established and not
    ticked. `open_only`: not closed. `limit`: at most so many, the first in order; 0 is all. Withdrawn records are left
    out unless `states` names them; a person that was merged into another is always left out.
    """

    kinds: tuple[str, ...] = ()
    target: UUID | None = None
    link_role: str = ""
    parent: UUID | None = None
    words: str = ""
    states: tuple[State, ...] = ()
    author: UUID | None = None
    van: date | None = None
    tot: date | None = None
    open_due: bool = False
    due_kind: str = ""
    open_only: bool = False
    niet_in_parnassys: bool = False
    order: Literal["recent", "naam"] = "recent"
    detail: str = ""
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A search result: the row, the matched passage with matches between U+0002 and U+0003, and whom it is about.

    `over` holds the names of the pupils of a report or letter; '' for what is a person itself. `hersteld` holds the
    words with a typing error and what they were taken for, the same for all hits of a question. `zaak` is the calamity
    or run in whose log a line stands.
    """

    row: Row
    fragment: str
    over: str = ""
    hersteld: tuple[tuple[str, tuple[str, ...]], ...] = ()
    zaak: Row | None = None


@dataclass(frozen=True, slots=True)
class Append:
    """One record to write, of several in a transaction. `base`: the revision it came from, None for a new record."""

    record: UUID
    value: Record
    base: UUID | None
    state: State = "concept"


@dataclass(frozen=True, slots=True)
class Draft:
    """Half-written form values of one account; `base` is the revision they started from, `subject` whom it is about."""

    record: UUID
    account: UUID
    kind: str
    base: UUID | None
    subject: UUID | None
    updated_at: datetime
    values: Values


@dataclass(frozen=True, slots=True)
class Work:
    """Open work, as on the infographic and in lists."""

    record: UUID
    item: str
    kind: str
    role: str
    due_on: date
    title: str
    subject: UUID | None
    subject_title: str


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the vault: `role` is a value of `rechten.Rol`."""

    id: UUID
    name: str
    role: str
    active: bool


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One line of the audit: who did what to which record, when. `reason` is '' when none is kept."""

    seq: int
    at: datetime
    account: UUID | None
    action: str
    record: UUID | None
    subject: UUID | None
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that checking a vault found: a stable code, and a Dutch sentence without content."""

    code: str
    zin: str


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of checking a vault: what was counted, and what was found; sound when `findings` is empty."""

    counts: dict[str, int]
    findings: tuple[Finding, ...]
    head: bytes
    """MAC of the newest audit row, as printed on receipts."""
