"""Who and where: the accounts of the vault, and this device with its two running numbers."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from desktop.models.opslag import Account
from desktop.vault.connection import Database


class Accounts:
    """The table of accounts. An account is closed, never deleted: the audit names it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> Sequence[Account]:
        """Return all accounts, closed ones too, by name."""
        rows = self._db.all("SELECT id, name, role, active FROM account ORDER BY name COLLATE NOCASE, id")
        return [Account(UUID(bytes=i), name, role, bool(active)) for i, name, role, active in rows]

    def put(self, account: Account) -> bool:
        """Add or change an account, within a transaction. Returns whether it is new."""
        known = self._db.one("SELECT 1 FROM account WHERE id = ?", (account.id.bytes,))
        self._db.execute(
            "INSERT INTO account(id, name, role, active) VALUES(?, ?, ?, ?) ON CONFLICT(id) DO UPDATE"
            " SET name = excluded.name, role = excluded.role, active = excluded.active",
            (account.id.bytes, account.name, account.role, account.active),
        )
        return known is None


class Device:
    """This device. Its numbers stand apart from the chains they count, so that a tail cut off shows."""

    def __init__(self, db: Database, device: UUID, label: str) -> None:
        self._db = db
        self.id = device
        self._label = label

    def ensure(self) -> None:
        """Make this device known, within a transaction; writes only what is new."""
        self._db.execute(
            "INSERT INTO device(id, label, last_seq, last_audit) VALUES(?, ?, 0, 0) ON CONFLICT(id) DO UPDATE"
            " SET label = excluded.label WHERE label <> excluded.label",
            (self.id.bytes, self._label),
        )

    def next_revision(self) -> int:
        """Return the number of this device's next revision."""
        return self._next("last_seq")

    def next_audit(self) -> int:
        """Return the number of this device's next audit row."""
        return self._next("last_audit")

    def _next(self, column: str) -> int:
        sql = f"UPDATE device SET {column} = {column} + 1 WHERE id = ? RETURNING {column}"  # noqa: S608 two fixed names
        rows = self._db.all(sql, (self.id.bytes,))
        return int(rows[0][0])
