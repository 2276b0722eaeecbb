"""The vault as everything else sees it: each write is one transaction of log, audit and derived tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Self
from uuid import UUID

from desktop.models.core import Actor, Ids, Record, State, Values
from desktop.models.errors import Afgebroken, UserError
from desktop.models.opslag import Account, Append, Report, Stored
from desktop.vault import migrations
from desktop.vault.audit import Entry
from desktop.vault.canon import to_ms
from desktop.vault.journal import was_cut_off
from desktop.vault.log import Revision, to_stored
from desktop.vault.newdatabase import make_database
from desktop.vault.reading import Reading
from desktop.vault.verify import verify

Keep = tuple[str, str, bytes]
"""What a record keeps without naming it in a field: purpose, media type, bytes."""

_ACTIONS: Mapping[State, str] = {"vastgesteld": "vastgesteld", "ingetrokken": "ingetrokken"}
_SUBJECT_ROLES = ("betreft", "kind")


class Vault(Reading):
    """One open vault, on one thread: what is written, beside all that can be read. Every method raises `UserError`
    for what a person can mend, and then has done nothing: the transaction is rolled back whole.
    """

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

    def put_account(self, actor: Actor | None, account: Account, at: datetime) -> None:
        """Add or change an account; `actor` is None only while a vault is being made."""
        with self._write():
            action = "account_toegevoegd" if self._accounts.put(account) else "account_gewijzigd"
            self._audit.add(Entry(actor.account if actor else None, action, at, record=account.id))

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
        samen: Sequence[Append] = (),
    ) -> Stored:
        """Write one revision, with what it keeps beside its fields, and return it as stored.

        `samen` is written in the same transaction, after it; `action` and `reason` are not about that.
        Raises Conflict where `item.base` is not the newest revision, UserError where the record is closed to it.
        """
        with self._write():
            revision = self._append(actor, item, at, action, reason)
            for purpose, media, data in keep:
                self._blobs.use(self._blobs.put(data, media), item.record, purpose)
            self._derive.apply(revision, item.value)
            if drop_draft:
                self._drafts.drop(actor.account, item.record)
            for other in samen:
                self._derive.apply(self._append(actor, other, at, "", ""), other.value)
        return to_stored(revision, item.value)

    def append_many(
        self,
        actor: Actor,
        items: Sequence[Append],
        at: datetime,
        *,
        action: str,
        reason: str = "",
        progress: Callable[[int, int], bool] | None = None,
    ) -> Sequence[Stored]:
        """Write many revisions in one transaction, all or none. Raises Afgebroken when `progress` returns False."""
        stored: list[Stored] = []
        with self._write():
            for done, item in enumerate(items):
                if progress is not None and done % 100 == 0 and not progress(done, len(items)):
                    raise Afgebroken
                revision = self._append(actor, item, at, action, reason)
                self._derive.apply(revision, item.value)
                stored.append(to_stored(revision, item.value))
        if progress is not None:
            progress(len(items), len(items))
        return stored

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

    def drop_draft(self, account: UUID, record: UUID) -> None:
        """Throw a draft away."""
        with self._write():
            self._drafts.drop(account, record)

    # -- blobs

    def put_blob(self, data: bytes, media: str) -> UUID:
        """Store bytes for a record or draft that will name them; otherwise they are gone at the next opening."""
        return self.put_blobs([data], media)[0]

    def put_blobs(self, items: Sequence[bytes], media: str) -> Sequence[UUID]:
        """Store each as `put_blob` does, all in one transaction, and return their ids in order.

        For many at once: a transaction each would take longer than all the rest.
        """
        with self._write():
            return [self._blobs.put(data, media) for data in items]

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
