"""The truth: append-only revisions, and beside each its content, which alone can be destroyed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from desktop.models.core import Ids, Record, State
from desktop.models.errors import AndereVersie, Conflict, NietGevonden, UserError
from desktop.models.kinds import KINDS, from_bytes, to_bytes
from desktop.models.opslag import Append, Stored
from desktop.vault.accounts import Device
from desktop.vault.canon import canonical, from_ms
from desktop.vault.connection import Database, Rij

_COLUMNS = (
    "seq, id, record, parent, merged, kind, schema, state, account, device, device_seq, recorded_at, commitment, digest"
)


@dataclass(frozen=True, slots=True)
class Revision:
    """A row of the log. Identifiers as bytes, time in milliseconds UTC."""

    seq: int
    id: bytes
    record: bytes
    parent: bytes | None
    merged: bytes | None
    kind: str
    schema: int
    state: State
    account: bytes
    device: bytes
    device_seq: int
    recorded_at: int
    commitment: bytes
    digest: bytes

    def computed(self) -> bytes:
        """Return the digest that belongs to these values; `seq` is no part of it."""
        return sha256(
            canonical(
                "vangnet revisie 1",
                self.id,
                self.record,
                self.parent,
                self.merged,
                self.kind,
                self.schema,
                self.state,
                self.account,
                self.device,
                self.device_seq,
                self.recorded_at,
                self.commitment,
            )
        ).digest()


def commitment(salt: bytes, body: bytes) -> bytes:
    """Return what the log keeps of a content: nothing can be guessed from it once the salt is gone."""
    return sha256(salt + body).digest()


def parse(kind: str, schema: int, body: bytes) -> Record:
    """Return the record in stored bytes. Raises AndereVersie where a newer program wrote them."""
    if kind not in KINDS or schema > KINDS[kind].SCHEMA:
        raise AndereVersie(
            "Dit stuk is gemaakt met een nieuwere versie van Vangnet.", "Werk Vangnet bij en open het opnieuw."
        )
    return from_bytes(kind, schema, body)


def to_stored(revision: Revision, value: Record | None) -> Stored:
    """Return a row of the log with its content, in the terms of the models."""
    return Stored(
        revision=UUID(bytes=revision.id),
        record=UUID(bytes=revision.record),
        parent=UUID(bytes=revision.parent) if revision.parent else None,
        kind=revision.kind,
        state=revision.state,
        schema=revision.schema,
        account=UUID(bytes=revision.account),
        recorded_at=from_ms(revision.recorded_at),
        digest=revision.digest,
        value=value,
    )


class Log:
    """Writes and reads revisions; every writing method runs within a transaction of the caller."""

    def __init__(self, db: Database, ids: Ids, device: Device) -> None:
        self._db = db
        self._ids = ids
        self._device = device

    def add(self, account: UUID, item: Append, at_ms: int) -> Revision:
        """Append one revision with its content, if the state of the record allows it.

        Raises Conflict where `base` is not the newest revision, UserError where the record is closed to it.
        """
        head = self.head(item.record.bytes)
        if (head.id if head else None) != (item.base.bytes if item.base else None):
            raise Conflict
        kind, schema, body = item.value.KIND, item.value.SCHEMA, to_bytes(item.value)
        if head is not None:
            _allow(head, item)
            if item.state == "ingetrokken":
                schema, body = self._same(head, item.value)
        elif item.state == "ingetrokken":
            raise ValueError("nothing to withdraw")
        if item.state == "vastgesteld" and not item.value.VASTSTELLEN:
            raise ValueError(f"{kind} is never established")
        return self._insert(account, item, kind, schema, body, head.id if head else None, at_ms)

    def head(self, record: bytes) -> Revision | None:
        """Return the newest revision of a record."""
        return self._revision("WHERE record = ? ORDER BY seq DESC LIMIT 1", record)

    def first(self, record: bytes) -> Revision | None:
        """Return the oldest revision of a record."""
        return self._revision("WHERE record = ? ORDER BY seq LIMIT 1", record)

    def at(self, seq: int) -> Revision:
        """Return the revision with this local number."""
        revision = self._revision("WHERE seq = ?", seq)
        if revision is None:
            raise _weg()
        return revision

    def get(self, revision: UUID) -> Revision:
        """Return a revision by its identifier. Raises NietGevonden."""
        found = self._revision("WHERE id = ?", revision.bytes)
        if found is None:
            raise _weg()
        return found

    def must(self, record: UUID) -> Revision:
        """Return the newest revision of a record. Raises NietGevonden."""
        head = self.head(record.bytes)
        if head is None:
            raise _weg()
        return head

    def value(self, revision: Revision) -> Record | None:
        """Return the content of a revision; None once it is destroyed."""
        body = self._db.value("SELECT body FROM payload WHERE seq = ?", (revision.seq,))
        return None if body is None else parse(revision.kind, revision.schema, body)

    def stored(self, revision: Revision) -> Stored:
        """Return a revision with its content."""
        return to_stored(revision, self.value(revision))

    def history(self, record: bytes) -> Sequence[Revision]:
        """Return all revisions of a record, oldest first."""
        return [Revision(*row) for row in self._db.all(_select("WHERE record = ? ORDER BY seq"), (record,))]

    def heads(self) -> Iterator[tuple[Revision, Revision]]:
        """Yield (oldest, newest) revision of every record, in order of arrival."""
        # lists, not open cursors: the caller writes between two
        for first, last in self._db.all("SELECT min(seq), max(seq) FROM revision GROUP BY record ORDER BY min(seq)"):
            newest = self.at(last)
            yield (newest if first == last else self.at(first)), newest

    def _same(self, head: Revision, value: Record) -> tuple[int, bytes]:
        body = self._db.value("SELECT body FROM payload WHERE seq = ?", (head.seq,))
        if body is None or parse(head.kind, head.schema, body) != value:
            raise ValueError("withdrawing changes no content")
        return head.schema, body

    def _insert(
        self, account: UUID, item: Append, kind: str, schema: int, body: bytes, parent: bytes | None, at_ms: int
    ) -> Revision:
        salt = os.urandom(32)
        bare = Revision(
            seq=0,
            id=self._ids.new().bytes,
            record=item.record.bytes,
            parent=parent,
            merged=None,
            kind=kind,
            schema=schema,
            state=item.state,
            account=account.bytes,
            device=self._device.id.bytes,
            device_seq=self._device.next_revision(),
            recorded_at=at_ms,
            commitment=commitment(salt, body),
            digest=b"",
        )
        values = (*_tail(bare)[:-1], bare.computed())
        cursor = self._db.execute(f"INSERT INTO revision({_COLUMNS}) VALUES(NULL{', ?' * len(values)})", values)
        seq = int(cursor.lastrowid)
        self._db.execute("INSERT INTO payload(seq, salt, body) VALUES(?, ?, ?)", (seq, salt, body))
        return Revision(seq, *values)

    def _revision(self, where: str, param: object) -> Revision | None:
        row = self._db.one(_select(where), (param,))
        return Revision(*row) if row else None


def _select(where: str) -> str:
    return f"SELECT {_COLUMNS} FROM revision {where}"  # noqa: S608 only fixed text comes in


def _tail(revision: Revision) -> Rij:
    return tuple(getattr(revision, name) for name in _COLUMNS.split(", ")[1:])


def _allow(head: Revision, item: Append) -> None:
    if head.kind != item.value.KIND:
        raise ValueError("a record never changes kind")
    if head.state == "ingetrokken":
        raise UserError("Dit stuk is ingetrokken en verandert niet meer.", "Maak een nieuw stuk.")
    if head.state == "vastgesteld" and item.state != "ingetrokken":
        raise UserError("Dit stuk is vastgesteld en verandert niet meer.", "Maak een aanvulling.")


def _weg() -> NietGevonden:
    return NietGevonden("Dit stuk staat niet in deze kluis.", "Zoek het op naam of datum.")
