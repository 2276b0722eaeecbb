"""The one file of a backup: database pages, header, manifest, tail. It holds no names, links or compression at all."""

# Own framing rather than an archive: what an archive can be abused for (a path that escapes, a link, a bomb) cannot be
# said in it. The pages come first, so that the copy grows in place, is checked there and then only gets its end.

from __future__ import annotations

import hashlib
import hmac
import json
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

from desktop.models.errors import AndereVersie, Beschadigd, NietGevonden, UserError
from desktop.vault.crypto import VaultKey, mac
from desktop.vault.header import MAX_BYTES, Header, parse

FORMAT = 1
_MAGIC = b"VANGNET-BACKUP\r\n"
_TAIL = struct.Struct(">QIIQ16s")  # lengths of database, header, manifest; format; magic
_MAX_MANIFEST = 16 * 1024
_CHUNK = 1 << 20


class NoBackup(Beschadigd):
    """This file is no backup, or not a whole one."""

    def __init__(self) -> None:
        super().__init__(
            "Dit bestand is geen reservekopie van Vangnet, of het is niet compleet. Er is niets teruggezet.",
            "Kies een andere reservekopie.",
        )


class BackupTampered(Beschadigd):
    """The parts of this backup do not belong together."""

    def __init__(self) -> None:
        super().__init__(
            "Deze reservekopie is beschadigd of veranderd. Er is niets teruggezet.", "Kies een andere reservekopie."
        )


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself; MACed with the vault key, so that its parts cannot be exchanged."""

    vault_id: UUID
    made: datetime
    header_sha256: str
    database_sha256: str
    counts: dict[str, int]
    audit_head: bytes
    tag: bytes = b""

    def fields(self) -> dict[str, Any]:
        """Return what the MAC is over."""
        return {
            "vault": str(self.vault_id),
            "made": self.made.isoformat(),
            "header_sha256": self.header_sha256,
            "database_sha256": self.database_sha256,
            "counts": self.counts,
            "audit_head": self.audit_head.hex(),
        }

    def computed(self, key: VaultKey) -> bytes:
        """Return the MAC that belongs to these values."""
        text = json.dumps(self.fields(), sort_keys=True, separators=(",", ":"))
        return mac(key.backup_key(), text.encode())


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file that was looked at and not yet opened: derive the key from its `header`."""

    path: Path
    header: Header
    header_bytes: bytes
    manifest: Manifest
    database_bytes: int

    def check(self, key: VaultKey) -> None:
        """Raise BackupTampered where header and manifest are not those that were written together."""
        if not (
            hmac.compare_digest(self.manifest.computed(key), self.manifest.tag)
            and hashlib.sha256(self.header_bytes).hexdigest() == self.manifest.header_sha256
            and self.manifest.vault_id == self.header.vault_id
        ):
            raise BackupTampered


def end(header: bytes, manifest: Manifest, database_bytes: int) -> bytes:
    """Return what comes after the database's pages."""
    text = json.dumps(manifest.fields() | {"mac": manifest.tag.hex()}).encode()
    return header + text + _TAIL.pack(database_bytes, len(header), len(text), FORMAT, _MAGIC)


def inspect(path: Path) -> Backup:
    """Look at a backup without opening it.

    Raises NietGevonden, NoBackup for anything else or an incomplete one, AndereVersie, HeaderDamaged, KdfOutOfBounds.
    Every length is checked against the file's own before anything is read.
    """
    if not path.is_file():  # a pipe or a device would never end
        raise NietGevonden("Deze reservekopie is er niet.", "Kijk of de schijf of stick aangesloten is.")
    try:
        with path.open("rb") as file:
            return _read(path, file)
    except OSError as error:
        raise read_error() from error


def copy_database(backup: Backup, target: BinaryIO, progress: Callable[[int, int], bool]) -> str:
    """Write the database's pages to `target` and return their SHA-256. Stops, short, where `progress` returns False."""
    digest, done = hashlib.sha256(), 0
    with backup.path.open("rb") as file:
        while done < backup.database_bytes and progress(done, backup.database_bytes):
            chunk = file.read(min(_CHUNK, backup.database_bytes - done))
            if not chunk:
                break
            digest.update(chunk)
            target.write(chunk)
            done += len(chunk)
    return digest.hexdigest()


def read_error() -> UserError:
    """Return what to say when a backup cannot be read."""
    return UserError("De reservekopie is niet te lezen.", "Kijk of de schijf of stick nog aangesloten is.")


def _read(path: Path, file: BinaryIO) -> Backup:
    size = file.seek(0, 2)
    if size < _TAIL.size:
        raise NoBackup
    file.seek(size - _TAIL.size)
    database, header, manifest, number, magic = _TAIL.unpack(file.read(_TAIL.size))
    if magic != _MAGIC:
        raise NoBackup
    if number > FORMAT:
        raise AndereVersie(
            "Deze reservekopie is gemaakt met een nieuwere versie van Vangnet.", "Installeer de nieuwste versie."
        )
    whole = database + header + manifest + _TAIL.size == size
    if (
        number != FORMAT
        or not whole
        or not 0 < header <= MAX_BYTES
        or not 0 < manifest <= _MAX_MANIFEST
        or not database
    ):
        raise NoBackup
    file.seek(database)
    header_bytes = file.read(header)
    return Backup(path, parse(header_bytes), header_bytes, _manifest(file.read(manifest)), database)


def _manifest(data: bytes) -> Manifest:
    try:
        fields: Mapping[str, Any] = json.loads(data)
        found = Manifest(
            vault_id=UUID(fields["vault"]),
            made=datetime.fromisoformat(fields["made"]),
            header_sha256=fields["header_sha256"],
            database_sha256=fields["database_sha256"],
            counts=dict(fields["counts"]),
            audit_head=bytes.fromhex(fields["audit_head"]),
            tag=bytes.fromhex(fields["mac"]),
        )
        if found.fields() | {"mac": found.tag.hex()} != fields or found.made.tzinfo is None:
            raise NoBackup
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise NoBackup from None
    return found
