"""The vault as everything else sees it: each write is one transaction of log, audit and derived tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Self
from uuid import UUID

from desktop.models.core import Actor, Ids, Record, State, Values
from desktop.models.errors import Afgebroken, UserError
from desktop.models.opslag import Account, Append, AuditRow, Draft, Hit, Query, Report, Row, Stored, Work
from desktop.vault import migrations
from desktop.vault.accounts import Accounts, Device
from desktop.vault.audit import Audit, Entry
from desktop.vault.blobs import Blobs
from desktop.vault.canon import to_ms
from desktop.vault.connection import Database
from desktop.vault.derive import Derive
from desktop.vault.drafts import Drafts
from desktop.vault.journal import was_cut_off
from desktop.vault.log import Log, Revision, to_stored
from desktop.vault.newdatabase import make_database
from desktop.vault.queries import Queries
from desktop.vault.search import Search, fragment
from desktop.vault.verify import verify

Keep = tuple[str, str, bytes]
"""What a record keeps without naming it in a field: purpose, media type, bytes."""

_ACTIONS: Mapping[State, str] = {"vastgesteld": "vastgesteld", "ingetrokken": "ingetrokken"}
_SUBJECT_ROLES = ("betreft", "kind")


class Vault:
    """One open vault, on one thread. Every method raises `UserError` for what a person can mend, and then has done
    nothing: the transaction is rolled back whole.
    """

    def __init__(self, db: Database, audit_key: bytes, device: UUID, device_label: str, ids: Ids) -> None:
        """Take over an opened database; use `create` or `open`."""
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

    @classmethod
    def create(
        cls, path: Path, key: bytes, audit_key: bytes, *, vault_id: UUID, device: UUID, device_label: str, ids: Ids
    ) -> Self:
        """Make a new vault database and return it open. Raises FileExistsError where there is one already."""
        make_database(path, key, vault_id)
        return cls.open(path, key, audit_key, device=device, device_label=device_label, ids=ids)

    @classmethod
    def open(
        cls,
        path: Path,
        key: bytes,
        audit_key: bytes,
        *,
        device: UUID,
        device_label: str,
        ids: Ids,
        read_only: bool = False,
    ) -> Self:
        """Open a vault database with its raw key; an older format is brought up to date first.

        Raises NietGevonden, Beschadigd, AndereVersie, Bezet, and AlleenLezen where it can only be opened `read_only`.
        """
        cut_off = was_cut_off(path)
        db = migrations.open_current(path, key, read_only=read_only)
        try:
            vault = cls(db, audit_key, device, device_label, ids)
        except BaseException:
            db.close()
            raise
        if not read_only:
            with suppress(UserError):  # a full disk must not keep anyone from reading
                if cut_off:
                    with vault._write():
                        vault._blobs.fill_free_pages()
                vault._remove_orphans()
        return vault

    def close(self) -> None:
        """Write what could not be logged yet if that can be done now, close, and let go of the lock."""
        if self.audit_gap and not self.read_only:
            with suppress(UserError), self._write():
                pass
        self._db.close()

    # -- accounts, settings

    def accounts(self) -> Sequence[Account]:
        """Return all accounts, closed ones too."""
        return self._accounts.all()

    def put_account(self, actor: Actor | None, account: Account, at: datetime) -> None:
        """Add or change an account; `actor` is None only while a vault is being made."""
        with self._write():
            action = "account_toegevoegd" if self._accounts.put(account) else "account_gewijzigd"
            self._audit.add(Entry(actor.account if actor else None, action, at, record=account.id))

    def meta(self, key: str) -> str | None:
        """Return a setting of the vault."""
        value = self._db.value("SELECT value FROM meta WHERE key = ?", (key,))
        return None if value is None else str(value)

    def set_meta(self, key: str, value: str) -> None:
        """Keep a setting of the vault."""
        with self._write():
            sql = "INSERT INTO meta(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value"
            self._db.execute(sql, (key, value))

    # -- records

    def append(
        self,
        actor: Actor,
        item: Append,
        at: datetime,
        *,
        drop_draft: bool = False,
        action: str = "",
        reason: str = "",
        keep: Sequence[Keep] = (),
    ) -> Stored:
        """Write one revision, with what it keeps beside its fields, and return it as stored.

        Raises Conflict where `item.base` is not the newest revision, UserError where the record is closed to it.
        """
        with self._write():
            revision = self._append(actor, item, at, action, reason)
            for purpose, media, data in keep:
                self._blobs.use(self._blobs.put(data, media), item.record, purpose)
            self._derive.apply(revision, item.value)
            if drop_draft:
                self._drafts.drop(actor.account, item.record)
        return to_stored(revision, item.value)

    def append_many(
        self,
        actor: Actor,
        items: Sequence[Append],
        at: datetime,
        *,
        action: str,
        progress: Callable[[int, int], bool] | None = None,
    ) -> Sequence[Stored]:
        """Write many revisions in one transaction, all or none. Raises Afgebroken when `progress` returns False."""
        stored: list[Stored] = []
        with self._write():
            for done, item in enumerate(items):
                if progress is not None and done % 100 == 0 and not progress(done, len(items)):
                    raise Afgebroken
                revision = self._append(actor, item, at, action, "")
                self._derive.apply(revision, item.value)
                stored.append(to_stored(revision, item.value))
        if progress is not None:
            progress(len(items), len(items))
        return stored

    def get(self, record: UUID) -> Stored:
        """Return the newest revision without logging it: for people, groups, school, and for the program itself."""
        return self._log.stored(self._log.must(record))

    def get_many(self, records: Sequence[UUID]) -> Sequence[Stored]:
        """Return the newest revision of each, in this order, without logging. Raises NietGevonden."""
        return [self.get(record) for record in records]

    def revision(self, revision: UUID) -> Stored:
        """Return one revision by its identifier. Raises NietGevonden."""
        return self._log.stored(self._log.get(revision))

    def view(self, actor: Actor, record: UUID, at: datetime, reason: str = "") -> Stored:
        """Log that it is looked at, then return the newest revision.

        Where nothing can be written it comes all the same: `audit_gap` turns true and the line is written later.
        """
        stored = self.get(record)
        entry = self._entry(actor, "bekeken", at, stored.record, stored.value, reason, stored.digest)
        try:
            with self._write():
                self._audit.add(entry)
        except UserError:
            self._audit.postpone(entry)
        return stored

    @property
    def audit_gap(self) -> bool:
        """Whether something was looked at that could not be logged yet."""
        return self._audit.waiting > 0

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

    # -- drafts

    def save_draft(
        self,
        actor: Actor,
        record: UUID,
        kind: str,
        base: UUID | None,
        subject: UUID | None,
        values: Values,
        at: datetime,
    ) -> None:
        """Keep what a form holds, valid or not; neither logged nor found by searching."""
        with self._write():
            self._drafts.save(actor.account, record, kind, base, subject, values, to_ms(at))

    def draft(self, account: UUID, record: UUID) -> Draft | None:
        """Return the draft of this account for this record."""
        return self._drafts.get(account, record)

    def drafts(self, account: UUID) -> Sequence[Draft]:
        """Return all drafts of an account, newest first."""
        return self._drafts.all(account)

    def drop_draft(self, account: UUID, record: UUID) -> None:
        """Throw a draft away."""
        with self._write():
            self._drafts.drop(account, record)

    # -- blobs

    def put_blob(self, data: bytes, media: str) -> UUID:
        """Store bytes for a record or draft that will name them; otherwise they are gone at the next opening."""
        with self._write():
            return self._blobs.put(data, media)

    def blob(self, blob: UUID) -> tuple[str, bytes]:
        """Return media type and bytes. Raises NietGevonden."""
        return self._blobs.get(blob)

    def keep(self, actor: Actor, record: UUID, purpose: str, data: bytes, media: str, at: datetime) -> UUID:
        """Store bytes that a record keeps without naming them, such as the PDF that was signed."""
        head = self._log.must(record)
        with self._write():
            blob = self._blobs.put(data, media)
            self._blobs.use(blob, record, purpose)
            self._audit.add(
                self._entry(actor, f"bewaard:{purpose}", at, record, self._log.value(head), "", head.digest)
            )
        return blob

    def kept(self, record: UUID, purpose: str) -> tuple[UUID, bytes] | None:
        """Return the newest of what a record keeps for this purpose."""
        blob = self._blobs.kept(record, purpose)
        return (blob, self._blobs.get(blob)[1]) if blob else None

    # -- audit

    def log(
        self,
        actor: Actor | None,
        action: str,
        at: datetime,
        *,
        record: UUID | None = None,
        subject: UUID | None = None,
        reason: str = "",
        digest: bytes = b"",
    ) -> None:
        """Log an act that changes nothing here (printed, exported, unlocked). `digest`: the revision it was about."""
        with self._write():
            self._audit.add(Entry(actor.account if actor else None, action, at, record, subject, reason, digest))

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

    # -- upkeep

    def verify(self, progress: Callable[[int, int], bool] | None = None) -> Report:
        """Check everything that can be checked. Raises Afgebroken when `progress` returns False."""
        return verify(self._db, self._log, self._derive, self._search, self._audit_key, progress)

    def rebuild(self, progress: Callable[[int, int], bool] | None = None) -> None:
        """Make the derived tables again. Raises Afgebroken when `progress` returns False; then nothing is changed."""
        with self._write():
            self._derive.rebuild(progress)

    def backup_to(self, target: Path, between: Callable[[], bool], pages: int = 1000) -> None:
        """Copy the database to a new file under the same key, in steps; `between` may write to this vault.

        Raises FileExistsError where the target exists, and Afgebroken when `between` returns False; then it is removed.
        """
        self._db.copy_to(target, between, pages)

    def _append(self, actor: Actor, item: Append, at: datetime, action: str, reason: str) -> Revision:
        revision = self._log.add(actor.account, item, to_ms(at))
        for blob, purpose in item.value.blobs():
            self._blobs.use(blob, item.record, purpose)
        action = action or _ACTIONS.get(item.state, "gewijzigd" if item.base else "gemaakt")
        self._audit.add(self._entry(actor, action, at, item.record, item.value, reason, revision.digest))
        return revision

    def _entry(
        self, actor: Actor, action: str, at: datetime, record: UUID, value: Record | None, reason: str, digest: bytes
    ) -> Entry:
        links = value.links() if value is not None else ()
        subject = next((self.resolve(target) for target, role in links if role in _SUBJECT_ROLES), None)
        return Entry(actor.account, action, at, record, subject, reason, digest)

    @contextmanager
    def _write(self) -> Iterator[None]:
        """One transaction; what could not be logged earlier goes first."""
        try:
            with self._db.write():
                self._device.ensure()
                waited = self._audit.catch_up()
                yield
        except BaseException:
            self._derive.forget()
            raise
        self._audit.caught_up(waited)

    def _remove_orphans(self) -> None:
        orphans = self._blobs.orphans()
        if orphans:
            with self._write():
                self._blobs.remove(orphans)
