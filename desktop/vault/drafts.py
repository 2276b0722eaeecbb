"""Half-written forms: raw values, valid or not, one for each record and account."""

from __future__ import annotations

import json
from collections.abc import Sequence
from uuid import UUID

from desktop.models.core import Values
from desktop.models.kinds import KINDS
from desktop.models.opslag import Draft
from desktop.vault.canon import from_ms
from desktop.vault.connection import Database, Rij

_SELECT = "SELECT record, account, kind, schema, base, subject, updated_at, body FROM draft"


class Drafts:
    """The table of drafts; every writing method runs within a transaction of the caller."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def save(
        self,
        account: UUID,
        record: UUID,
        kind: str,
        base: UUID | None,
        subject: UUID | None,
        values: Values,
        at_ms: int,
    ) -> None:
        """Keep these values in the place of earlier ones. Any JSON goes, as long as it is text that can be written."""
        # ensure_ascii keeps a lone surrogate that a paste may bring
        body = json.dumps(dict(values), ensure_ascii=True, separators=(",", ":")).encode()
        self._db.execute(
            "INSERT INTO draft(record, account, kind, schema, base, subject, updated_at, body)"
            " VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(record, account) DO UPDATE SET kind = excluded.kind,"
            " schema = excluded.schema, base = excluded.base, subject = excluded.subject,"
            " updated_at = excluded.updated_at, body = excluded.body",
            (
                record.bytes,
                account.bytes,
                kind,
                KINDS[kind].SCHEMA,
                base.bytes if base else None,
                subject.bytes if subject else None,
                at_ms,
                body,
            ),
        )

    def get(self, account: UUID, record: UUID) -> Draft | None:
        """Return the draft of this account for this record."""
        row = self._db.one(f"{_SELECT} WHERE record = ? AND account = ?", (record.bytes, account.bytes))
        return _draft(row) if row else None

    def all(self, account: UUID) -> Sequence[Draft]:
        """Return the drafts of an account, newest first."""
        rows = self._db.all(f"{_SELECT} WHERE account = ? ORDER BY updated_at DESC, record", (account.bytes,))
        return [_draft(row) for row in rows]

    def drop(self, account: UUID, record: UUID) -> None:
        """Throw a draft away, if there is one."""
        self._db.execute("DELETE FROM draft WHERE record = ? AND account = ?", (record.bytes, account.bytes))


def _draft(row: Rij) -> Draft:
    record, account, kind, schema, base, subject, updated_at, body = row
    values = json.loads(body)
    for step in range(schema, KINDS[kind].SCHEMA):
        values = KINDS[kind].UPGRADES[step](values)
    return Draft(
        record=UUID(bytes=record),
        account=UUID(bytes=account),
        kind=kind,
        base=UUID(bytes=base) if base else None,
        subject=UUID(bytes=subject) if subject else None,
        updated_at=from_ms(updated_at),
        values=values,
    )
