"""Putting a backup back: into a new folder only, checked whole before it appears under its name."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from desktop.models.errors import Afgebroken, SchijfVol, UserError
from desktop.models.opslag import Report
from desktop.vault import atomic
from desktop.vault.backupfile import Backup, BackupTampered, copy_database, inspect, read_error
from desktop.vault.connection import remove
from desktop.vault.crypto import VaultKey
from desktop.vault.headerfile import DATABASE, HEADER, PREVIOUS
from desktop.vault.snapshot import UNUSABLE, check_copy

__all__ = ["Backup", "inspect", "restore"]

Progress = Callable[[int, int], bool]
_MARGIN = 16 << 20  # beside the database: its journal at the first writing


class FolderExists(UserError):
    """A backup is never put over something."""

    def __init__(self) -> None:
        super().__init__(
            "Op deze plek staat al een map. Er is niets teruggezet.",
            "Kies een nieuwe naam; de oude kluis blijft staan.",
        )


def restore(backup: Backup, folder: Path, key: VaultKey, progress: Progress = lambda done, total: True) -> Report:
    """Make a vault of a backup in a folder that does not exist yet, and return what checking it found.

    The key comes from the backup's own header. Another vault is never touched; a kill leaves a folder ending in .deel,
    which the next restore clears. Raises FolderExists, BackupTampered, SchijfVol, Afgebroken, AndereVersie.
    """
    key = _of(backup, key)
    if os.path.lexists(folder):
        raise FolderExists
    temporary = folder.with_name(folder.name + atomic.SUFFIX)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _clear(temporary)
        if shutil.disk_usage(folder.parent).free < backup.database_bytes + _MARGIN:
            raise SchijfVol(
                "Op deze schijf is geen ruimte voor de reservekopie.", "Maak ruimte vrij of kies een andere."
            )
        temporary.mkdir(mode=0o700)
        _copy(backup, temporary / DATABASE, progress)
        atomic.write(temporary / PREVIOUS, backup.header_bytes)
        atomic.write(temporary / HEADER, backup.header_bytes)
        report = _check(backup, temporary / DATABASE, key, progress)
        if os.path.lexists(folder):  # made by something else meanwhile
            raise FolderExists
        atomic.put(temporary, folder, rename=os.rename)
    except OSError as error:
        raise atomic.write_error(error) from error
    finally:
        with suppress(OSError, UserError):
            _clear(temporary)
    return report


def _of(backup: Backup, key: VaultKey) -> VaultKey:
    """Return the key of its database. Where a renewal stopped halfway that can be the next one: its header has both."""
    if key.pending is not None:
        with suppress(BackupTampered):
            backup.check(key.pending)
            return key.pending
    backup.check(key)
    return key


def _copy(backup: Backup, path: Path, progress: Progress) -> None:
    with path.open("xb") as file:
        try:
            digest = copy_database(backup, file, progress)
        except OSError as error:
            # reading or writing? what was to be written has a number that says so
            told = atomic.write_error(error)
            raise (told if isinstance(told, SchijfVol) else read_error()) from error
        if not progress(backup.database_bytes, backup.database_bytes):
            raise Afgebroken
        if digest != backup.manifest.database_sha256:
            raise BackupTampered
        file.flush()
        os.fsync(file.fileno())


def _check(backup: Backup, path: Path, key: VaultKey, progress: Progress) -> Report:
    checked = check_copy(path, key, progress)
    manifest, report = backup.manifest, checked.report
    # other findings are faults that the vault had when it was copied: they are reported, and no reason to lose it all
    if (
        checked.vault_id != backup.header.vault_id
        or checked.codes & UNUSABLE
        or report.head != manifest.audit_head
        or any(report.counts.get(name, count) != count for name, count in manifest.counts.items())
    ):
        raise BackupTampered
    return report


def _clear(temporary: Path) -> None:
    """Remove what a cut-off restore left: only files of ours, and the folder only when nothing else is in it."""
    if not os.path.lexists(temporary):
        return
    if temporary.is_symlink() or not temporary.is_dir():
        raise FolderExists
    for name in (HEADER, PREVIOUS):
        for each in (name, name + atomic.SUFFIX):
            (temporary / each).unlink(missing_ok=True)
    remove(temporary / DATABASE)
    try:
        temporary.rmdir()
    except OSError:
        raise FolderExists from None
