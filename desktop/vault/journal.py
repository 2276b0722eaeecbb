"""A look at the journal beside a database before SQLite plays it back: is it of this vault at all?"""

from __future__ import annotations

import hmac
from hashlib import pbkdf2_hmac
from pathlib import Path

from desktop.models.errors import Beschadigd

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_SALT = 16
# SQLCipher 4: each page ends in an IV of 16 bytes and an HMAC-SHA512; its key comes from ours in two rounds.
_MAC = 64
_SALT_MASK = 0x3A
_ROUNDS = 2


def journal_of(database: Path) -> Path:
    """Return where SQLite keeps the journal of a database."""
    return database.with_name(f"{database.name}-journal")


def was_cut_off(database: Path) -> bool:
    """Whether the last writer ended in the middle of a transaction; the next opening for writing takes that back."""
    try:
        return journal_of(database).stat().st_size > 0
    except OSError:
        return False


def check_journal(database: Path, key: bytes) -> None:
    """Raise Beschadigd where the journal beside a database was written by another vault.

    SQLite plays back any journal that is well formed: pages of another vault would overwrite this one. Only to be
    called while this process has no connection to the database (closing the file would drop its lock).
    """
    journal = journal_of(database)
    if not journal.exists() or journal.stat().st_size == 0:
        return
    with journal.open("rb") as file:
        header = file.read(28)
        if len(header) < 28 or not header.startswith(_MAGIC) or not _number(header, 8):
            return  # not yet synced: SQLite does not play it back either
        sector, size = _number(header, 20), _number(header, 24)
        file.seek(sector)
        record = file.read(4 + size)
    with database.open("rb") as file:
        salt = file.read(_SALT)
    if len(record) < 4 + size or size <= _MAC or not _is_ours(record[4:], _number(record, 0), salt, key):
        raise Beschadigd(
            "Naast de kluis ligt een journaal dat niet van deze kluis is. Er is niets geopend en niets veranderd.",
            "Zet het bestand dat eindigt op ‘-journal’ in een andere map en open de kluis opnieuw.",
        )


def _is_ours(page: bytes, number: int, salt: bytes, key: bytes) -> bool:
    mac_key = pbkdf2_hmac("sha512", key, bytes(b ^ _SALT_MASK for b in salt), _ROUNDS, 32)
    body, mac = page[:-_MAC], page[-_MAC:]
    if number == 1:
        body = body[_SALT:]  # the salt itself is not encrypted
    return hmac.compare_digest(hmac.digest(mac_key, body + number.to_bytes(4, "little"), "sha512"), mac)


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")
