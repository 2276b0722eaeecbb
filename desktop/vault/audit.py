"""The audit: append-only, chained and MACed rows of who did what; reasons beside it, where they can be destroyed."""

from __future__ import annotations

import hmac
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from desktop.models.opslag import AuditRow
from desktop.vault.accounts import Device
from desktop.vault.canon import canonical, from_ms, to_ms
from desktop.vault.connection import Database

START = bytes(32)
"""What the first row of a chain has for its predecessor."""
CLOCK_BACK = "klok_terug"
"""The action of a row that says: the clock of this device was set back since the row before."""
_CLOCK_MS = 5 * 60_000  # a clock that is corrected over the network moves by seconds


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be logged. `digest` is that of the revision it was about, b'' where it was none."""

    account: UUID | None
    action: str
    at: datetime
    record: UUID | None = None
    subject: UUID | None = None
    reason: str = ""
    digest: bytes = b""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the chain as it is stored."""

    seq: int
    device: bytes
    device_seq: int
    at: int
    account: bytes | None
    action: str
    record: bytes | None
    subject: bytes | None
    revision_digest: bytes | None
    detail_commitment: bytes | None
    prev: bytes
    mac: bytes

    def computed(self, key: bytes) -> bytes:
        """Return the MAC that belongs to these values; it takes in the one before, so rows cannot be moved or cut."""
        row = canonical(
            "vangnet logboek 1",
            self.device,
            self.device_seq,
            self.at,
            self.account,
            self.action,
            self.record,
            self.subject,
            self.revision_digest,
            self.detail_commitment,
        )
        return hmac.digest(key, self.prev + row, "sha256")


COLUMNS = "seq, device, device_seq, at, account, action, record, subject, revision_digest, detail_commitment, prev, mac"


class Audit:
    """Writes and reads the audit; `add` runs within a transaction of the caller."""

    def __init__(self, db: Database, key: bytes, device: Device) -> None:
        self._db = db
        self._key = key
        self._device = device
        self._waiting: list[Entry] = []

    @property
    def waiting(self) -> int:
        """How many views could not be logged yet."""
        return len(self._waiting)

    def postpone(self, entry: Entry) -> None:
        """Remember in memory what could not be written: the disk is full or read-only."""
        self._waiting.append(replace(entry, action=f"{entry.action}_achteraf"))

    def catch_up(self) -> int:
        """Write what waits, under the time at which it was done, and return how many; `caught_up` once committed."""
        for entry in self._waiting:
            self.add(entry)
        return len(self._waiting)

    def caught_up(self, count: int) -> None:
        """Forget what is on disk now."""
        del self._waiting[:count]

    def add(self, entry: Entry) -> None:
        """Append one row to this device's chain. A clock that was set back is noted in a row before it.

        The order of the chain is that of writing, whatever the clock says: a time that cannot be right shows as such.
        """
        last, at = self._last()
        if at is not None and at - to_ms(entry.at) > _CLOCK_MS:
            before = f"vorige regel: {from_ms(at):%d-%m-%Y %H:%M}"
            self._append(Entry(entry.account, CLOCK_BACK, entry.at, reason=before), last)
            last, _ = self._last()
        self._append(entry, last)

    def _append(self, entry: Entry, last: bytes) -> None:
        salt = os.urandom(32) if entry.reason else b""
        body = entry.reason.encode()
        bare = Line(
            seq=0,
            device=self._device.id.bytes,
            device_seq=self._device.next_audit(),
            at=to_ms(entry.at),
            account=entry.account.bytes if entry.account else None,
            action=entry.action,
            record=entry.record.bytes if entry.record else None,
            subject=entry.subject.bytes if entry.subject else None,
            revision_digest=entry.digest or None,
            detail_commitment=sha256(salt + body).digest() if body else None,
            prev=last,
            mac=b"",
        )
        cursor = self._db.execute(
            f"INSERT INTO audit({COLUMNS}) VALUES(NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                bare.device,
                bare.device_seq,
                bare.at,
                bare.account,
                bare.action,
                bare.record,
                bare.subject,
                bare.revision_digest,
                bare.detail_commitment,
                bare.prev,
                bare.computed(self._key),
            ),
        )
        if body:
            self._db.execute(
                "INSERT INTO audit_detail(seq, salt, body) VALUES(?, ?, ?)", (cursor.lastrowid, salt, body)
            )

    def head(self) -> bytes:
        """Return the MAC of the newest row, as printed on receipts; zeros where nothing is logged yet."""
        return self._db.value("SELECT mac FROM audit ORDER BY seq DESC LIMIT 1") or START

    def holds(self, mac: bytes) -> bool:
        """Whether a MAC that was printed or kept elsewhere still stands in the audit; if not, its tail was cut."""
        # no index on it: asked at opening, and it is near the end. The limit counts: the driver reads one row ahead.
        sql = "SELECT 1 FROM audit WHERE mac = ? ORDER BY seq DESC LIMIT 1"
        return mac == START or self._db.one(sql, (mac,)) is not None

    def rows(
        self, record: UUID | None, subject: UUID | None, limit: int, before: int | None = None, action: str = ""
    ) -> Sequence[AuditRow]:
        """Return the newest rows first: of a record, of a pupil (also what was done to the own card), or all.

        With `before` only rows with a lower number: the next page of a list. With `action` only that one.
        """
        base = (
            "SELECT a.seq, a.at, a.account, a.action, a.record, a.subject, d.body FROM audit a"
            " LEFT JOIN audit_detail d ON d.seq = a.seq"
        )
        where = ""
        params: list[bytes | int | str] = []
        if record is not None:
            where, params = " WHERE a.record = ?", [record.bytes]
        if subject is not None:
            # two indexed searches instead of one OR over the whole table
            own = " a.seq IN (SELECT seq FROM audit WHERE subject = ? UNION ALL SELECT seq FROM audit WHERE record = ?)"
            where += (" AND" if where else " WHERE") + own
            params += [subject.bytes, subject.bytes]
        if before is not None:
            where += (" AND" if where else " WHERE") + " a.seq < ?"
            params.append(before)
        if action:
            where += (" AND" if where else " WHERE") + " a.action = ?"
            params.append(action)
        rows = self._db.all(f"{base}{where} ORDER BY a.seq DESC LIMIT ?", (*params, limit))
        return [
            AuditRow(
                seq=seq,
                at=from_ms(at),
                account=UUID(bytes=account) if account else None,
                action=action,
                record=UUID(bytes=rec) if rec else None,
                subject=UUID(bytes=sub) if sub else None,
                reason=(body or b"").decode(),
            )
            for seq, at, account, action, rec, sub, body in rows
        ]

    def _last(self) -> tuple[bytes, int | None]:
        sql = "SELECT mac, at FROM audit WHERE device = ? ORDER BY device_seq DESC LIMIT 1"
        return self._db.one(sql, (self._device.id.bytes,)) or (START, None)
