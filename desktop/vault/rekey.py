"""Renewing the vault key, so that who left with an old header opens nothing; what a kill cut off is finished later."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from desktop.models.errors import Afgebroken, Beschadigd, UserError
from desktop.vault import atomic
from desktop.vault.connection import Database, remove
from desktop.vault.crypto import VaultKey
from desktop.vault.header import Header
from desktop.vault.headerfile import DATABASE, store
from desktop.vault.slots import settled, with_pending

FRESH = DATABASE + ".sleutel"

# The way, and what a kill after each step leaves:
# 1. `begin` writes a header in which each slot holds both keys. The old one opens the database.
# 2. A copy of the database gets the new key. The old one opens the database; the copy is thrown away next time.
# 3. The copy takes the database's place, in one rename. The new key opens it, and the header still holds both.
# 4. A header with the new key only. Done.


def begin(folder: Path, header: Header, key: VaultKey) -> tuple[Header, VaultKey]:
    """Prepare a new key beside the present one: (header, key that knows the next). Quick; the vault may be open.

    The database gets it at `settle`, with the next unlocking or at once. Without effect where one is under way already.
    """
    if header.pending:
        return header, key
    new = key.renewed()
    slots = tuple(with_pending(slot, header.vault_id, new, header.key_generation + 1) for slot in header.slots)
    # in both files: once the database has its new key, a previous header without it would be of no use
    return store(folder, header, replace(header, slots=slots), key, revoke=True), VaultKey(key.raw(), new)


def settle(
    folder: Path, header: Header, key: VaultKey, between: Callable[[], bool] = lambda: True
) -> tuple[Header, VaultKey]:
    """Finish a renewal that is under way: (header, key that opens the database now). Call it before opening a vault.

    The vault must be closed and its lock held. `between` returns False to stop. Whatever keeps it from finishing (a
    full disk, stopping) raises UserError and leaves the vault open to the old key, and the renewal under way.
    """
    if not header.pending:
        return header, key
    new = key.pending
    if new is None:
        raise ValueError("this key was not derived from this header")
    path = folder / DATABASE
    # the old key first: a journal that a crash left can only be of the database before the swap
    if _opens(path, key):
        _swap(path, key, new, header, between)
    elif not _opens(path, new):
        raise Beschadigd(
            "De kluis is beschadigd: geen van de sleutels opent hem.", "Zet de laatste reservekopie terug."
        )
    slots = tuple(settled(slot, renewed=True) for slot in header.slots)
    done = replace(header, slots=slots, key_generation=header.key_generation + 1)
    header = store(folder, header, done, new, revoke=True)
    remove(folder / FRESH)
    return header, new


def renew(
    folder: Path, header: Header, key: VaultKey, between: Callable[[], bool] = lambda: True
) -> tuple[Header, VaultKey]:
    """Renew the key of a closed vault at once. Raises UserError where it fails; then all is as it was before."""
    header, key = begin(folder, header, key)
    try:
        return settle(folder, header, key, between)
    except UserError:
        with suppress(UserError):  # a disk too full for this too: then it is finished with the next unlocking
            cancel(folder, header, key)
        raise


def cancel(folder: Path, header: Header, key: VaultKey) -> Header:
    """Take back a renewal that has not reached the database."""
    remove(folder / FRESH)
    slots = tuple(settled(slot, renewed=False) for slot in header.slots)
    return store(folder, header, replace(header, slots=slots), key, revoke=True)


def opener(folder: Path, key: VaultKey, *, read_only: bool = False) -> VaultKey:
    """Return the key that opens the database while a renewal cannot be finished: read-only, or no room."""
    if key.pending is None or _opens(folder / DATABASE, key, read_only=read_only):
        return key
    return key.pending


def _opens(path: Path, key: VaultKey, *, read_only: bool = False) -> bool:
    try:
        Database.open(path, key.database_key(), read_only=read_only).close()
    except Beschadigd:
        return False
    return True


def _swap(path: Path, old: VaultKey, new: VaultKey, header: Header, between: Callable[[], bool]) -> None:
    fresh = path.with_name(FRESH)
    remove(fresh)  # what a kill left
    try:
        source = Database.open(path, old.database_key())
        try:
            source.take()
            source.copy_to(fresh, between)
            tables = _counts(source)
        finally:
            source.close()
        if not between():
            raise Afgebroken
        _rekey(fresh, old, new, header)
        _check(fresh, new, tables)
        try:
            atomic.put(fresh, path)
        except OSError as error:
            raise atomic.write_error(error) from error
    finally:
        remove(fresh)


def _rekey(fresh: Path, old: VaultKey, new: VaultKey, header: Header) -> None:
    copy = Database.open(fresh, old.database_key())
    try:
        copy.take()
        copy.all(f"PRAGMA rekey = \"x'{new.database_key().hex()}'\"")
        with copy.write():
            # the header that is written after the swap: so the two are a pair whenever both exist
            for name, value in (
                ("key_generation", header.key_generation + 1),
                ("header_generation", header.generation + 1),
            ):
                copy.execute(
                    "INSERT INTO meta(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
                    (name, str(value)),
                )
    finally:
        copy.close()


def _check(fresh: Path, new: VaultKey, tables: dict[str, int]) -> None:
    copy = Database.open(fresh, new.database_key(), read_only=True)
    try:
        sound = (
            not copy.all("PRAGMA cipher_integrity_check")
            and copy.all("PRAGMA integrity_check") == [("ok",)]
            and _counts(copy) == tables
        )
    finally:
        copy.close()
    if not sound:
        raise Beschadigd(
            "De kluis kon geen nieuwe sleutel krijgen: de controle klopte niet. Er is niets veranderd.",
            "Controleer de kluis en zet zo nodig de laatste reservekopie terug.",
        )


def _counts(db: Database) -> dict[str, int]:
    tables = ("revision", "payload", "audit", "blob_part")
    return {name: int(db.value(f"SELECT count(*) FROM {name}")) for name in tables}  # noqa: S608 fixed names
