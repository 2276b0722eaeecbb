"""Formats of the database, step by step; and how an older vault is brought up to date without ever being half-way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desktop.models.errors import AndereVersie, Beschadigd
from desktop.vault import atomic
from desktop.vault.connection import Database, remove

SCHEMA = Path(__file__).with_name("schema.sql")


@dataclass(frozen=True, slots=True)
class Step:
    """Brings a database from format `to - 1` to `to`, within a transaction of the caller."""

    to: int
    run: Callable[[Database], None]


def _create(db: Database) -> None:
    db.script(SCHEMA.read_text(encoding="utf-8"))


def _order_by_index(db: Database) -> None:
    """Let the indexes of lists hold the state too: an order of 100,000 rows then reads no row at all."""
    db.execute("DROP INDEX record_kind")
    db.execute("DROP INDEX record_sort")
    db.execute("CREATE INDEX record_kind ON record(kind, event_at DESC, id DESC, state) WHERE visible = 1")
    db.execute("CREATE INDEX record_sort ON record(kind, sort, id, state) WHERE visible = 1")


def _concepts_by_index(db: Database) -> None:
    """Give what nobody established yet an index of its own: home asks for it at every opening, among all there is."""
    db.execute(
        "CREATE INDEX record_concept ON record(kind, event_at DESC, id DESC, author, detail)"
        " WHERE visible = 1 AND state = 'concept'"
    )


STEPS: tuple[Step, ...] = (Step(1, _create), Step(2, _order_by_index), Step(3, _concepts_by_index))
"""A new vault runs them all, so a migrated vault and a new one cannot differ. `schema.sql` is format 1 and stays it."""

Objects = frozenset[tuple[str, str, str, str | None]]


def version_of(db: Database) -> int:
    """Return the format of a database."""
    return int(db.value("PRAGMA user_version"))


def upgrade(db: Database, steps: Sequence[Step] = STEPS) -> None:
    """Run the steps that are still to come, each in a transaction of its own with its number."""
    for step in steps:
        if step.to > version_of(db):
            with db.write():
                step.run(db)
                db.execute(f"PRAGMA user_version = {step.to}")


def objects_of(db: Database) -> Objects:
    """Return every table, index, trigger and view with its text."""
    return frozenset(db.all("SELECT type, name, tbl_name, sql FROM sqlite_schema"))


@cache
def expected_objects(steps: tuple[Step, ...] = STEPS) -> Objects:
    """Return what a vault of the newest format consists of, by making one in memory."""
    db = Database.memory()
    try:
        upgrade(db, steps)
        return objects_of(db)
    finally:
        db.close()


def check_objects(db: Database, steps: tuple[Step, ...] = STEPS) -> None:
    """Raise Beschadigd where anything is there that should not be, or is missing: a trigger can do what it likes."""
    if objects_of(db) != expected_objects(steps):
        raise Beschadigd(
            "De kluis bevat onderdelen die er niet in horen of mist er een. Hij is niet geopend.",
            "Zet de laatste reservekopie terug.",
        )


def check_version(db: Database, steps: Sequence[Step] = STEPS) -> bool:
    """Return whether the format is the newest; False where it is older. Raises AndereVersie where it is newer."""
    version = version_of(db)
    if version > steps[-1].to:
        raise AndereVersie(
            "Deze kluis is gemaakt met een nieuwere versie van Vangnet. Er is niets veranderd.",
            "Werk Vangnet op deze computer bij.",
        )
    return version == steps[-1].to


def open_current(path: Path, key: bytes, *, read_only: bool, steps: tuple[Step, ...] = STEPS) -> Database:
    """Open a vault database in the newest format, brought up to date if need be, with its lock taken.

    The copy in the older format stays for one opening: the next one that succeeds has no use for it, and it would keep
    what is destroyed later, under a key that is renewed later. `read_only`: nothing is changed, so an older format is
    refused, and there is no lock. Raises NietGevonden, Beschadigd, AndereVersie, Bezet, AlleenLezen.
    """
    db = Database.open(path, key, read_only=read_only)
    try:
        current = check_version(db, steps)
        if not current:
            if read_only:
                raise AndereVersie(
                    "Deze kluis is van een oudere versie.", "Open hem eerst op een plek om te schrijven."
                )
            db.close()
            migrate(path, key, steps)
            db = Database.open(path, key)
        check_objects(db, steps)
        if not read_only:
            db.take()
        if current and not read_only:
            _drop_kept(path)
    except BaseException:
        db.close()
        raise
    return db


def _drop_kept(path: Path) -> None:
    for kept in path.parent.glob(f"{path.name}.formaat*"):
        if kept.name.removeprefix(f"{path.name}.formaat").isdecimal():
            with suppress(OSError):  # in use by a virus scanner, say: then the next opening does it
                remove(kept)


def migrate(path: Path, key: bytes, steps: tuple[Step, ...] = STEPS) -> Path | None:
    """Bring a closed vault database up to date; the caller holds the lock file.

    A checked copy of the old one is kept beside it until the next opening (its path is returned; None where nothing was
    to be done), a second copy is migrated and checked, and only then takes the place of the old one. Whatever fails
    before that moment leaves the old vault as it was. Raises AndereVersie, Beschadigd, SchijfVol.
    """
    old = Database.open(path, key)
    try:
        if check_version(old, steps):
            return None
        kept = path.with_name(f"{path.name}.formaat{version_of(old)}")
        fresh = path.with_name(f"{path.name}.nieuw")
        old.take()
        for copy in (kept, fresh):
            remove(copy)  # left by a migration that was interrupted
            old.copy_to(copy, lambda: True)
        version = version_of(old)
    finally:
        old.close()
    _check_copy(kept, key, version)
    try:
        _run(fresh, key, steps)
        try:
            atomic.put(fresh, path)
        except OSError as error:
            raise atomic.write_error(error) from error
    except BaseException:
        remove(fresh)
        raise
    return kept


def _run(path: Path, key: bytes, steps: tuple[Step, ...]) -> None:
    db = Database.open(path, key)
    try:
        db.take()
        upgrade(db, steps)
        _sound(db)
        check_objects(db, steps)
    finally:
        db.close()


def _check_copy(path: Path, key: bytes, version: int) -> None:
    db = Database.open(path, key, read_only=True)
    try:
        _sound(db)
        if version_of(db) != version:
            raise _unsound()
    finally:
        db.close()


def _sound(db: Database) -> None:
    if db.all("PRAGMA cipher_integrity_check") or db.all("PRAGMA integrity_check") != [("ok",)]:
        raise _unsound()


def _unsound() -> Beschadigd:
    return Beschadigd(
        "De kluis kon niet worden bijgewerkt: de controle vooraf of achteraf klopte niet. Er is niets veranderd.",
        "Zet de laatste reservekopie terug en probeer het daarmee.",
    )
