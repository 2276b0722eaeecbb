"""What follows from the truth and can be made again from it: list rows, links, merged persons, open work, search."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.models.core import Due, Record
from desktop.models.errors import Afgebroken
from desktop.models.kinds import KINDS
from desktop.models.vervolg import InParnasSys, bijgewerkt
from desktop.vault.canon import utc_text
from desktop.vault.connection import Database, Rij
from desktop.vault.log import Log, Revision
from desktop.vault.search import Search

_MERGERS = tuple(name for name, kind in KINDS.items() if kind.merges is not Record.merges)
_TITLE = 300  # a list line; a pasted megabyte in a subject stays in the record

COLUMNS = (
    "id, uuid, kind, head, state, visible, title, sort, detail, event_at, recorded_at, author, parent, closed_on,"
    " parnassys_on"
)
_NAMES = COLUMNS.split(", ")
_UPSERT = (
    f"INSERT INTO record({COLUMNS}) VALUES({', '.join('?' * len(_NAMES))}) ON CONFLICT(id) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _NAMES[1:])
)


@dataclass(frozen=True, slots=True)
class Derived:
    """All that follows from one record: its row in the order of `COLUMNS`, its links and its open work."""

    row: Rij
    links: frozenset[tuple[bytes, str]]
    dues: tuple[tuple[str, str, str, str], ...]

    @property
    def id(self) -> int:
        """The row id."""
        return int(self.row[0])

    @property
    def visible(self) -> bool:
        """Whether it is in lists and in the search index."""
        return bool(self.row[5])

    @property
    def event_at(self) -> str:
        """When it happened."""
        return str(self.row[9])

    @property
    def parent(self) -> bytes | None:
        """The record it follows."""
        return None if self.row[12] is None else bytes(self.row[12])


class Aliases:
    """Which person goes on as which. Later merges win; one that would make a circle is passed over."""

    def __init__(self, pairs: Iterable[tuple[bytes, bytes]]) -> None:
        self._map: dict[bytes, bytes] = {}
        for old, new in pairs:
            before = self._map.pop(old, None)
            if self.resolve(new) != old:
                self._map[old] = new
            elif before is not None:
                self._map[old] = before

    def resolve(self, person: bytes) -> bytes:
        """Return whom this person is now."""
        while person in self._map:
            person = self._map[person]
        return person

    def __contains__(self, person: bytes) -> bool:
        return person in self._map

    def pairs(self) -> set[tuple[bytes, bytes]]:
        """Return (old, new) of each merge."""
        return set(self._map.items())


class Derive:
    """Keeps the derived tables in step with the log; every writing method runs within a transaction of the caller."""

    def __init__(self, db: Database, log: Log, search: Search) -> None:
        self._db = db
        self._log = log
        self._search = search
        self._aliases: Aliases | None = None

    def forget(self) -> None:
        """Drop what is remembered of the tables; call after a rollback."""
        self._aliases = None

    @property
    def aliases(self) -> Aliases:
        """The merges, as stored."""
        if self._aliases is None:
            self._aliases = Aliases(self._db.all("SELECT old, new FROM alias"))
        return self._aliases

    def apply(self, revision: Revision, value: Record) -> None:
        """Bring the tables in step with a revision that was just appended."""
        old = self._db.one("SELECT parent, visible FROM record WHERE uuid = ?", (revision.record,))
        new = self.compute(revision, value, self._first(revision))
        self._put(new, value, known=old is not None, indexed=bool(old and old[1]))
        for parent in {old[0] if old else None, new.parent} - {None, revision.record}:
            self._refresh(parent)
        if value.merges():
            self._merge()

    def compute(self, revision: Revision, value: Record, first: Revision) -> Derived:
        """Return what follows from a record's newest revision, given what follows it in the tables."""
        state = revision.state
        merged = revision.record in self.aliases
        follows = _follows(value)
        followups = self._followups(revision.record) if follows else ()
        dues = tuple(bijgewerkt(value.dues(state, followups), followups)) if follows else ()
        parent = value.parent()
        moment = value.event_at()
        row = (
            first.seq,
            revision.record,
            revision.kind,
            revision.seq,
            state,
            int(state != "ingetrokken" and not merged),
            _line(value.titel()),
            _line(value.sorteer()),
            _line(value.detail()),
            moment.replace(tzinfo=None).isoformat(timespec="seconds") if moment else utc_text(first.recorded_at),
            revision.recorded_at,
            first.account,
            parent.bytes if parent else None,
            _closed_on(revision, value, merged, dues),
            _parnassys_on(followups),
        )
        links = frozenset((self.aliases.resolve(target.bytes), role) for target, role in value.links())
        return Derived(row, links, _due_rows(dues))

    def rebuild(self, progress: Callable[[int, int], bool] | None = None) -> None:
        """Make all derived tables again from the newest content of every record.

        Raises Afgebroken when `progress` returns False.
        """
        for table in ("due", "link", "record", "alias"):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608 fixed names
        self._search.clear()
        self._store_aliases()
        total = 2 * self._db.value("SELECT count(DISTINCT record) FROM revision")
        again = []
        for done, (first, newest) in enumerate(self._log.heads()):
            _step(progress, done, total)
            value = self._log.value(newest)
            if value is not None:
                self._put(self.compute(newest, value, first), value, known=False, indexed=False)
                if _follows(value):
                    again.append(newest.record)
        # what follows a record stands in the tables only now
        for done, record in enumerate(again):
            _step(progress, total // 2 + done, total)
            self._refresh(record)

    def expected_aliases(self) -> Aliases:
        """Return the merges that the log holds."""
        marks = ", ".join("?" * len(_MERGERS))
        heads = self._db.all(
            f"SELECT max(seq) FROM revision WHERE kind IN ({marks}) GROUP BY record ORDER BY min(seq)",  # noqa: S608
            _MERGERS,
        )
        return Aliases(self._pairs(seq for (seq,) in heads))

    def _pairs(self, heads: Iterable[int]) -> Iterator[tuple[bytes, bytes]]:
        for seq in heads:
            revision = self._log.at(seq)
            value = self._log.value(revision) if revision.state != "ingetrokken" else None
            pair = value.merges() if value is not None else None
            if pair:
                yield pair[0].bytes, pair[1].bytes

    def _first(self, revision: Revision) -> Revision:
        if revision.parent is None:
            return revision
        first = self._log.first(revision.record)
        assert first is not None
        return first

    def _put(self, new: Derived, value: Record, *, known: bool, indexed: bool) -> None:
        self._db.execute(_UPSERT, new.row)
        self._put_links(new, known=known)
        self._put_dues(new, known=known)
        if new.visible:
            self._search.put(new.id, value, known=indexed)
        elif indexed:
            self._search.drop(new.id)

    def _put_links(self, new: Derived, *, known: bool) -> None:
        if known:
            self._db.execute("DELETE FROM link WHERE record = ?", (new.id,))
        rows = [(target, new.event_at, new.id, role) for target, role in new.links]
        self._db.many("INSERT INTO link(target, event_at, record, role) VALUES(?, ?, ?, ?)", rows)

    def _put_dues(self, new: Derived, *, known: bool) -> None:
        if known:
            self._db.execute("DELETE FROM due WHERE record = ?", (new.id,))
        rows = [(new.id, *due) for due in new.dues]
        self._db.many("INSERT INTO due(record, item, kind, role, due_on) VALUES(?, ?, ?, ?, ?)", rows)

    def _refresh(self, record: bytes | None) -> None:
        """Derive again what depends on the records that follow this one: its open work, and whether it is done."""
        found = self._load(record) if record else None
        if found is not None:
            new = self.compute(*found)
            sql = "UPDATE record SET closed_on = ?, parnassys_on = ? WHERE id = ?"
            self._db.execute(sql, (*new.row[-2:], new.id))
            self._put_dues(new, known=True)

    def _merge(self) -> None:
        """Bring persons and links in step with the merges in the log."""
        before = self.aliases
        self._store_aliases()
        changed = {person for pair in before.pairs() ^ self.aliases.pairs() for person in pair}
        # a chain of merges moves whoever already pointed at one of these
        touched = changed | {a.resolve(person) for person in changed for a in (before, self.aliases)}
        marks = ", ".join("?" * len(touched))
        linked = self._db.all(
            "SELECT DISTINCT r.uuid FROM link l JOIN record r ON r.id = l.record"  # noqa: S608 only marks
            f" WHERE l.target IN ({marks})",
            tuple(touched),
        )
        for record in {uuid for (uuid,) in linked} | changed:
            found = self._load(record)
            if found is not None:
                indexed = bool(self._db.value("SELECT visible FROM record WHERE uuid = ?", (record,)))
                self._put(self.compute(*found), found[1], known=True, indexed=indexed)

    def _store_aliases(self) -> None:
        self._aliases = self.expected_aliases()
        self._db.execute("DELETE FROM alias")
        self._db.many("INSERT INTO alias(old, new) VALUES(?, ?)", sorted(self._aliases.pairs()))

    def _load(self, record: bytes) -> tuple[Revision, Record, Revision] | None:
        newest, first = self._log.head(record), self._log.first(record)
        value = self._log.value(newest) if newest else None
        return None if newest is None or value is None or first is None else (newest, value, first)

    def _followups(self, record: bytes) -> Sequence[Record]:
        sql = "SELECT head FROM record WHERE parent = ? AND state <> 'ingetrokken' ORDER BY id"
        values = (self._log.value(self._log.at(head)) for (head,) in self._db.all(sql, (record,)))
        return [value for value in values if value is not None]


def _follows(value: Record) -> bool:
    """Whether anything of a record depends on what follows it."""
    return value.VASTSTELLEN or type(value).dues is not Record.dues


def _closed_on(revision: Revision, value: Record, merged: bool, dues: Sequence[Due]) -> str | None:
    if merged or revision.state == "ingetrokken" or (revision.state == "vastgesteld" and not dues):
        return ""
    day = value.gesloten_op()
    return day.isoformat() if day else None


def _parnassys_on(followups: Sequence[Record]) -> str | None:
    return min((f.datum.isoformat() for f in followups if isinstance(f, InParnasSys)), default=None)


def _due_rows(dues: Sequence[Due]) -> tuple[tuple[str, str, str, str], ...]:
    # two rows of one item would be one piece of work told twice
    by_item = {(due.item, due.kind): (due.item, due.kind, due.role, due.due_on.isoformat()) for due in reversed(dues)}
    return tuple(sorted(by_item.values()))


def _line(text: str) -> str:
    return " ".join(text[: 2 * _TITLE].split())[:_TITLE]


def _step(progress: Callable[[int, int], bool] | None, done: int, total: int) -> None:
    if progress is not None and done % 200 == 0 and not progress(done, total):
        raise Afgebroken
