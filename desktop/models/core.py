"""What every record is made of: field metadata, frozen parts, references to people, identity and time as arguments."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, ClassVar, Literal, Protocol, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, JsonValue

from desktop.models.tekst import Tekst

Level = Literal["bewaren", "vaststellen"]
State = Literal["concept", "vastgesteld", "ingetrokken"]
Values = Mapping[str, JsonValue]
"""What a form holds: JSON values by field name, dates as ISO text, valid or not."""


@dataclass(frozen=True, slots=True)
class Als:
    """A condition on another field of the same record, as data.

    Its value is one of `is_`, or holds one of them where it has several.
    """

    veld: str
    is_: tuple[str | bool, ...]


Vorm = Literal["brin", "postcode", ""]
"""Texts that have one way to be written; `tekst.in_vorm` knows it."""


@dataclass(frozen=True, slots=True)
class Veld:
    """What a person needs beside a field's type; form, check, search, PDF and comparison all read it.

    `toon` holds conditions that must all be met (or else all of `ook`); a field that has a value stays visible all the
    same, so that a change of kind never hides a word. `breed` is a
    width hint in twelfths of the form. `plan` names the place in the plan. `namen` says that people are named in free
    text: a PDF shows their initials, as the plan wants for what can go to ParnasSys. `vorm`: text that has one way to
    be written; it is stored so, however it was typed. `apart` keeps a field out of every paper but the sheet that it is
    for: what stands in it could put someone in danger.
    """

    label: str
    hulp: str = ""
    tips: tuple[str, ...] = ()
    plan: str = ""
    groep: str = ""
    lang: bool = False
    initialen: bool = False
    namen: bool = False
    breed: int = 12
    verplicht: Level | None = None
    toon: tuple[Als, ...] = ()
    ook: tuple[Als, ...] = ()
    apart: bool = False
    sinds: int = 1
    zoek: Literal["naam", "titel", "tekst", ""] = "tekst"
    vorm: Vorm = ""


class Keuze(str, Enum):  # not StrEnum: the label needs its own __new__
    """A fixed choice: the value is the stable storage key, `label` what stands on screen."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make a member from its storage key and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    def __str__(self) -> str:
        return self.label

    @classmethod
    def van(cls, key: str) -> Self:
        """Return the member with this storage key. Raises ValueError where there is none."""
        for member in cls:
            if member.value == key:
                return member
        raise ValueError(f"{cls.__name__} has no such key")


class Part(BaseModel):
    """Base of everything stored: frozen, strict, nothing extra, and no input in error messages."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)


class Rij(Part):
    """A sub-row with an identity of its own, so that comparison, agenda and follow-ups can point at it."""

    rij: UUID


class Wie(Part):
    """A person as he was then: who, what he was called, in what capacity, and whether he had gezag."""

    persoon: UUID | None = None
    naam: Tekst
    hoedanigheid: Tekst = ""
    gezag: Literal["ja", "nee", "onbekend", ""] = ""


class Bijlage(Part):
    """An attachment: `blob` is where its bytes are, `media` one of application/pdf, image/jpeg, image/png."""

    blob: UUID
    naam: Tekst
    media: Tekst
    bytes: int


class Due(Part):
    """Open work from a record: `item` is the sub-row or person it is about, `role` a key of `rechten.Rol`."""

    item: str
    kind: str
    role: str
    due_on: date


class Record(Part):
    """Base of every kind of record.

    `KIND` is the stable storage key, `NAAM` the Dutch word for it, `SCHEMA` the version of its fields and `UPGRADES`
    the pure steps from an older one: UPGRADES[n] turns the dictionary of schema n into that of n + 1.
    """

    KIND: ClassVar[str] = ""
    NAAM: ClassVar[str] = ""
    SCHEMA: ClassVar[int] = 1
    UPGRADES: ClassVar[Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {}
    PERSOONLIJK: ClassVar[bool] = False
    """Whether looking at it is logged before it shows: true for what is written about a child."""
    VASTSTELLEN: ClassVar[bool] = False
    """Whether it can be established; other kinds (people, groups, school) stay open to new revisions."""

    GROEPEN: ClassVar[tuple[str, ...]] = ()
    """The order of the sections; () means in order of appearance."""

    @classmethod
    def te_bewaren(cls, values: Values) -> Values:
        """Return the form values that may be kept, also as a draft; a kind may have a ground to leave something out."""
        return values

    def titel(self) -> str:
        """Return the line that stands for the record in a list; the kind's own word where it has nothing better."""
        return self.NAAM

    def sorteer(self) -> str:
        """Return the key by which a list of this kind sorts by name."""
        return self.titel().casefold()

    def detail(self) -> str:
        """Return what a list shows beside the title, such as a pupil's group; '' where the title is enough."""
        return ""

    def gesloten_op(self) -> date | None:
        """Return the day from which it no longer counts as current (a pupil who left); None while it does."""
        return None

    def event_at(self) -> datetime | None:
        """Return when it happened, local and naive; None where only the moment of entry counts."""
        return None

    def links(self) -> Sequence[tuple[UUID, str]]:
        """Return the records it is about, each with the role of that link."""
        return ()

    def parent(self) -> UUID | None:
        """Return the record that this one follows or belongs to."""
        return None

    def blobs(self) -> Sequence[tuple[UUID, str]]:
        """Return the blobs it holds on to, each with its purpose."""
        return ()

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """Return the work that is open, given the state and what follows it."""
        return ()

    def merges(self) -> tuple[UUID, UUID] | None:
        """Return (old, new) when this record says that two persons are one."""
        return None

    def regels(self, today: date) -> Sequence[Problem]:
        """Return what is wrong across fields; single fields are checked from their declaration."""
        return ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that keeps a record from being saved or established: where, and a sentence that says what to do."""

    loc: tuple[str | int, ...]
    zin: str
    level: Level = "vaststellen"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: account, its name and role (a value of `rechten.Rol`), on which device."""

    account: UUID
    naam: str
    role: str
    device: UUID


class Clock(Protocol):
    """Gives the time; the only way `models` and services learn it."""

    def now(self) -> datetime:
        """Return the present moment, aware, in local time."""
        ...


class Ids(Protocol):
    """Gives identifiers."""

    def new(self) -> UUID:
        """Return a fresh UUIDv7."""
        ...
