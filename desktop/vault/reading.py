"""What an open vault can be asked; nothing here writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from desktop.models.core import Ids
from desktop.models.opslag import Account, AuditRow, Draft, Hit, Query, Row, Stored, Work
from desktop.vault.accounts import Accounts, Device
from desktop.vault.audit import Audit
from desktop.vault.blobs import Blobs
from desktop.vault.connection import Database
from desktop.vault.derive import Derive
from desktop.vault.drafts import Drafts
from desktop.vault.log import Log
from desktop.vault.queries import Queries
from desktop.vault.search import Search, fragment


class Reading:
    """One open vault, on one thread, read. Every method raises `UserError` for what a person can mend."""

    def __init__(self, db: Database, audit_key: bytes, device: UUID, device_label: str, ids: Ids) -> None:
        """Take over an opened database; `Vault` has `create` and `open`."""
        self._db = db
        self._audit_key = audit_key
        self._device = Device(db, device, device_label)
        self._log = Log(db, ids, self._device)
        self._audit = Audit(db, audit_key, self._device)
        self._search = Search(db)
        self._derive = Derive(db, self._log, self._search)
        self._queries = Queries(db, self._derive)
        self._accounts = Accounts(db)
        self._drafts = Drafts(db)
        self._blobs = Blobs(db, ids)
        self.vault_id = UUID(self.meta("vault_id"))
        self.read_only = db.read_only

    def meta(self, key: str) -> str | None:
        """Return a setting of the vault."""
        value = self._db.value("SELECT value FROM meta WHERE key = ?", (key,))
        return None if value is None else str(value)

    def accounts(self) -> Sequence[Account]:
        """Return all accounts, closed ones too."""
        return self._accounts.all()

    # -- records

    def get(self, record: UUID) -> Stored:
        """Return the newest revision without logging it: for people, groups, school, and for the program itself."""
        return self._log.stored(self._log.must(record))

    def get_many(self, records: Sequence[UUID]) -> Sequence[Stored]:
        """Return the newest revision of each, in this order, without logging. Raises NietGevonden."""
        return [self.get(record) for record in records]

    def revision(self, revision: UUID) -> Stored:
        """Return one revision by its identifier. Raises NietGevonden."""
        return self._log.stored(self._log.get(revision))

    def history(self, record: UUID) -> Sequence[Stored]:
        """Return all revisions of a record, oldest first."""
        return [self._log.stored(revision) for revision in self._log.history(record.bytes)]

    def followups(self, record: UUID) -> Sequence[Stored]:
        """Return what follows a record and is not withdrawn, in the order of writing, whatever the clock said."""
        sql = "SELECT head FROM record WHERE parent = ? AND state <> 'ingetrokken' ORDER BY id"
        return [self._log.stored(self._log.at(head)) for (head,) in self._db.all(sql, (record.bytes,))]

    def all(self, kind: str) -> Iterator[Stored]:
        """Yield the newest revision of every record of a kind, oldest first; none withdrawn or merged into another."""
        sql = "SELECT head FROM record WHERE kind = ? AND visible = 1 ORDER BY id"  # in these words an index serves it
        for (head,) in self._db.all(sql, (kind,)):
            yield self._log.stored(self._log.at(head))

    # -- lists

    def ids(self, query: Query) -> Sequence[int]:
        """Return the ids of all rows that match, in order."""
        return self._queries.ids(query)

    def rows(self, ids: Sequence[int]) -> Sequence[Row]:
        """Return the rows with these ids, in this order."""
        return self._queries.rows(ids)

    def rows_of(self, records: Sequence[UUID]) -> Sequence[Row]:
        """Return the rows of these records, in this order."""
        return self._queries.rows_of(records)

    def count(self, query: Query) -> int:
        """Return how many rows match."""
        return self._queries.count(query)

    def resolve(self, person: UUID) -> UUID:
        """Return whom a person goes on as, through every merge."""
        return UUID(bytes=self._derive.aliases.resolve(person.bytes))

    def work(self, *, role: str | None = None, until: date | None = None, limit: int = 500) -> Sequence[Work]:
        """Return open work, first what is due first; `until` leaves out what is due later and needs no signature."""
        return self._queries.work(role, until, limit)

    def late(self, today: date) -> Sequence[tuple[UUID, UUID | None]]:
        """Return each record with work due before today, with the pupil it is about."""
        return self._queries.late(today)

    def work_counts(self, today: date) -> Mapping[str, tuple[int, int]]:
        """Return for each role (open: due by today or waiting for a signature; overdue: due before today)."""
        return self._queries.work_counts(today)

    def search(self, words: str, *, kinds: tuple[str, ...] = (), limit: int = 50) -> Sequence[Hit]:
        """Return what matches all words, or what a typing error may have meant: names, titles, text; newest first."""
        question, found = self._search.ask(words, kinds, limit)
        hits = []
        for row in self._queries.rows(found):
            value = self._log.value(self._log.must(row.record))
            hits.append(Hit(row, fragment(value, question) if value else "", hersteld=question.corrections()))
        return hits

    # -- drafts, blobs, audit

    def draft(self, account: UUID, record: UUID) -> Draft | None:
        """Return the draft of this account for this record."""
        return self._drafts.get(account, record)

    def drafts(self, account: UUID) -> Sequence[Draft]:
        """Return all drafts of an account, newest first."""
        return self._drafts.all(account)

    def blob(self, blob: UUID) -> tuple[str, bytes]:
        """Return media type and bytes. Raises NietGevonden."""
        return self._blobs.get(blob)

    def blob_users(self, blob: UUID) -> Sequence[UUID]:
        """Return the records that use a blob; a draft is none."""
        return self._blobs.users(blob)

    def kept(self, record: UUID, purpose: str) -> tuple[UUID, bytes] | None:
        """Return the newest of what a record keeps for this purpose."""
        blob = self._blobs.kept(record, purpose)
        return (blob, self._blobs.get(blob)[1]) if blob else None

    @property
    def audit_gap(self) -> bool:
        """Whether something was looked at that could not be logged yet."""
        return self._audit.waiting > 0

    def audit(
        self, *, record: UUID | None = None, subject: UUID | None = None, limit: int = 500, before: int | None = None,
        action: str = ""
    ) -> Sequence[AuditRow]:  # fmt: skip
        """Return the newest audit rows: of a record, a pupil, one action, or all; `before` a number: the next page."""
        return self._audit.rows(record, subject, limit, before, action)

    @property
    def audit_head(self) -> bytes:
        """MAC of the newest audit row, for PDFs, receipts and the header."""
        return self._audit.head()

    def holds_audit_head(self, mac: bytes) -> bool:
        """Whether a head that was printed or kept elsewhere still stands in the audit; if not, its tail was cut."""
        return self._audit.holds(mac)
