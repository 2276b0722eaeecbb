"""Making a backup: one encrypted file, copied between two saves, opened and checked before it gets its name."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desktop.models.errors import Afgebroken, Beschadigd, NietGevonden, SchijfVol, UserError
from desktop.models.opslag import Finding
from desktop.vault import atomic
from desktop.vault.backupfile import Manifest, end
from desktop.vault.connection import remove
from desktop.vault.crypto import VaultKey
from desktop.vault.header import Header
from desktop.vault.snapshot import UNUSABLE, check_copy
from desktop.vault.store import Vault

SUFFIX = ".kluisbackup"
_CHUNK = 1 << 20

Between = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a person keeps of a backup: with it the file can be told from every other, and the audit's end be proved."""

    path: Path
    made: datetime
    sha256: str
    size: int
    audit_head: bytes
    counts: dict[str, int]
    findings: tuple[Finding, ...]
    """Faults that the vault itself has; empty in a sound one."""


class BackupFailed(Beschadigd):
    """The copy was not usable, so there is no backup."""

    def __init__(self) -> None:
        super().__init__(
            "De reservekopie is mislukt: bij nalezen klopte de kopie niet. Een eerdere is niet aangeraakt.",
            "Controleer de kluis en maak de reservekopie opnieuw, zo mogelijk op een andere schijf.",
        )


def make(
    vault: Vault, folder: Path, header: Header, key: VaultKey, target: Path, between: Between, now: datetime
) -> Receipt:
    """Write a verified backup to `target`. `between` runs what waits (saves) and returns False to cancel.

    Raises Afgebroken, SchijfVol, BackupFailed, or UserError for a place that will not do; a file that was there before
    under this name is then untouched.
    """
    copy(vault, folder, target, between)
    return finish(header, key, target, between, now)


def copy(vault: Vault, folder: Path, target: Path, between: Between) -> None:
    """First half, on the connection's own thread: a copy beside `target`, in steps of 1,000 pages."""
    temporary = _temporary(target)
    if target.parent.resolve().is_relative_to(folder.resolve()):
        raise UserError(
            "Een reservekopie in de map van de kluis helpt niet.", "Kies een andere map, liefst op een stick."
        )
    if not target.parent.is_dir():
        raise NietGevonden("De map voor de reservekopie is er niet.", "Kijk of de schijf of stick aangesloten is.")
    try:
        remove(temporary)  # what a kill left
        vault.backup_to(temporary, between)
    except OSError as error:
        raise atomic.write_error(error) from error
    except SchijfVol as error:
        raise SchijfVol(
            "Op de schijf voor de reservekopie is geen ruimte, of hij is weg. Er is geen reservekopie gemaakt.",
            "Maak ruimte vrij of kies een andere schijf.",
        ) from error


def finish(header: Header, key: VaultKey, target: Path, between: Between, now: datetime) -> Receipt:
    """Second half, which needs no vault: open the copy with the key, check it, close the file and give it its name."""
    temporary = _temporary(target)
    try:
        checked = check_copy(temporary, key, lambda done, total: between())
        if checked.codes & UNUSABLE or checked.vault_id != header.vault_id:
            raise BackupFailed
        size, digest = _digest(temporary, between)
        report, header_bytes = checked.report, header.to_bytes()
        manifest = Manifest(
            vault_id=header.vault_id,
            made=now,
            header_sha256=hashlib.sha256(header_bytes).hexdigest(),
            database_sha256=digest.hexdigest(),
            counts=report.counts,
            audit_head=report.head,
        )
        tail = end(header_bytes, replace(manifest, tag=manifest.computed(key)), size)
        digest.update(tail)
        with temporary.open("ab") as file:
            file.write(tail)
            file.flush()
            os.fsync(file.fileno())
        if temporary.stat().st_size != size + len(tail):
            raise BackupFailed
        atomic.put(temporary, target)
    except OSError as error:
        raise atomic.write_error(error) from error
    except (Afgebroken, BackupFailed):
        raise
    except Beschadigd as error:
        raise BackupFailed from error
    finally:
        with suppress(OSError):
            remove(temporary)
    return Receipt(target, now, digest.hexdigest(), size + len(tail), report.head, report.counts, report.findings)


def _temporary(target: Path) -> Path:
    return target.with_name(target.name + atomic.SUFFIX)


def _digest(path: Path, between: Between) -> tuple[int, hashlib._Hash]:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            if not between():
                raise Afgebroken
    return size, digest
