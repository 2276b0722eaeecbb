"""Attachments, kept PDFs and signature strokes: in parts, under a random id, gone with their last use."""

from __future__ import annotations

import os
from hashlib import sha256
from uuid import UUID

from desktop.models.core import Ids
from desktop.models.errors import NietGevonden
from desktop.vault.connection import Database

PART = 256 * 1024


class Blobs:
    """Writes and reads blobs; every writing method runs within a transaction of the caller."""

    def __init__(self, db: Database, ids: Ids) -> None:
        self._db = db
        self._ids = ids

    def put(self, data: bytes, media: str) -> UUID:
        """Store bytes and return their id. Without a use, or a draft that names it, a blob is removed at next open."""
        blob, salt = self._ids.new(), os.urandom(32)
        self._db.execute(
            "INSERT INTO blob(id, salt, commitment, media, size) VALUES(?, ?, ?, ?, ?)",
            (blob.bytes, salt, sha256(salt + data).digest(), media, len(data)),
        )
        parts = [(blob.bytes, n, data[at : at + PART]) for n, at in enumerate(range(0, len(data), PART))]
        self._db.many("INSERT INTO blob_part(blob, n, body) VALUES(?, ?, ?)", parts)
        return blob

    def get(self, blob: UUID) -> tuple[str, bytes]:
        """Return media type and bytes. Raises NietGevonden."""
        media = self._db.value("SELECT media FROM blob WHERE id = ?", (blob.bytes,))
        if media is None:
            raise NietGevonden("Deze bijlage staat niet in de kluis.", "Voeg het bestand opnieuw toe.")
        parts = self._db.all("SELECT body FROM blob_part WHERE blob = ? ORDER BY n", (blob.bytes,))
        return media, b"".join(part for (part,) in parts)

    def use(self, blob: UUID, record: UUID, purpose: str) -> None:
        """Say that a record holds on to a blob; once said it stays, for older revisions name it too.

        Raises NietGevonden where there is no such blob.
        """
        if self._db.one("SELECT 1 FROM blob WHERE id = ?", (blob.bytes,)) is None:
            raise NietGevonden("Deze bijlage staat niet meer in de kluis.", "Voeg het bestand opnieuw toe.")
        self._db.execute(
            "INSERT INTO blob_use(blob, record, purpose) VALUES(?, ?, ?) ON CONFLICT DO NOTHING",
            (blob.bytes, record.bytes, purpose),
        )

    def kept(self, record: UUID, purpose: str) -> UUID | None:
        """Return the newest blob that a record keeps for this purpose."""
        sql = "SELECT blob FROM blob_use WHERE record = ? AND purpose = ? ORDER BY blob DESC LIMIT 1"
        found = self._db.value(sql, (record.bytes, purpose))
        return UUID(bytes=found) if found else None

    def users(self, blob: UUID) -> list[UUID]:
        """Return the records that use a blob."""
        rijen = self._db.all("SELECT DISTINCT record FROM blob_use WHERE blob = ?", (blob.bytes,))
        return [UUID(bytes=record) for (record,) in rijen]

    def fill_free_pages(self) -> None:
        """Write every free page of the database again, with a blob that goes as what was never saved does.

        SQLite takes back no free page that a cut-off transaction wrote in, for nothing is in it; but SQLCipher, when a
        backup or a check reads such a page, finds it damaged and writes no more.
        """
        free = int(self._db.value("PRAGMA freelist_count"))
        if free:
            self.put(bytes(free * int(self._db.value("PRAGMA page_size"))), "application/octet-stream")

    def orphans(self) -> list[bytes]:
        """Return blobs that no record uses and no draft mentions: put in a session that never saved."""
        unused = self._db.all("SELECT id FROM blob WHERE id NOT IN (SELECT blob FROM blob_use)")
        if not unused:
            return []
        drafts = [body for (body,) in self._db.all("SELECT body FROM draft")]
        names = [(blob, str(UUID(bytes=blob)).encode()) for (blob,) in unused]
        return [blob for blob, name in names if not any(name in body for body in drafts)]

    def remove(self, blobs: list[bytes]) -> None:
        """Remove blobs without uses."""
        self._db.many("DELETE FROM blob WHERE id = ?", [(blob,) for blob in blobs])
