"""Questions to the derived tables: row ids in order, rows by id, counts, open work."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from desktop.models.opslag import Query, Row, Work
from desktop.vault.canon import from_ms
from desktop.vault.connection import Database, Rij
from desktop.vault.derive import Derive
from desktop.vault.search import Question

_CHUNK = 500
_CONCEPT = ("concept",)
# In SQL, not from a clock of ours: a pupil leaves the list on the day, also when nothing is written then.
_OPEN = "(r.closed_on IS NULL OR r.closed_on > date('now', 'localtime'))"
_ROW = (
    "SELECT r.id, r.uuid, r.kind, r.state, r.title, r.event_at, r.recorded_at, r.author, r.parent,"  # noqa: S608
    f" NOT {_OPEN}, r.parnassys_on, r.detail FROM record r WHERE r.id IN "
)


class Queries:
    """Reads the derived tables."""

    def __init__(self, db: Database, derive: Derive) -> None:
        self._db = db
        self._derive = derive

    def ids(self, query: Query) -> Sequence[int]:
        """Return the ids of all rows, in order; `rows` fetches the part that is on screen."""
        parts = [query]
        if query.target is None and not query.words.strip() and query.kinds:
            # each kind is in order in an index already: these are merged as they are read, and nothing is sorted
            parts = [replace(query, kinds=(kind,)) for kind in query.kinds]
        built = [b for part in parts if (b := self._build(part)) is not None]
        if not built:
            return []
        if query.order == "naam":
            what, order = "r.sort AS o, r.id AS i", "o, i"
        elif query.target is not None:
            what, order = "l.event_at AS o, l.record AS i", "o DESC, i DESC"
        else:
            what, order = "r.event_at AS o, r.id AS i", "o DESC, i DESC"
        inner = " UNION ALL ".join(f"SELECT {what} {sql}" for sql, _ in built)
        params = [param for _, some in built for param in some]
        # each part is read in order and no further than asked; a record linked twice stands twice in it, so not there
        first = f" LIMIT {query.limit}" if query.limit and query.target is None else ""
        # one text instead of 100,000 rows: SQLite makes it in one go, and what paints the window need not wait for it
        text = self._db.value(f"SELECT json_group_array(i) FROM ({inner} ORDER BY {order}{first})", params)  # noqa: S608
        ids: list[int] = json.loads(text)
        # one record can be linked to one person in two ways
        return list(dict.fromkeys(ids))[: query.limit or None] if query.target is not None else ids

    def count(self, query: Query) -> int:
        """Return how many rows there are."""
        built = self._build(query)
        if built is None:
            return 0
        distinct = "DISTINCT r.id" if query.target is not None else "r.id"
        if not query.limit:
            return int(self._db.value(f"SELECT count({distinct}) {built[0]}", built[1]))
        some = f"SELECT {distinct} {built[0]} LIMIT {query.limit}"
        return int(self._db.value(f"SELECT count(*) FROM ({some})", built[1]))  # noqa: S608 only numbers and fixed text

    def rows(self, ids: Sequence[int]) -> Sequence[Row]:
        """Return the rows with these ids, in this order; one that is gone is left out."""
        found: dict[int, Row] = {}
        for at in range(0, len(ids), _CHUNK):
            part = tuple(ids[at : at + _CHUNK])
            marks = f"({', '.join('?' * len(part))})"
            subjects = self._subjects(marks, part)
            found.update((row[0], _row(row, tuple(subjects[row[0]]))) for row in self._db.all(_ROW + marks, part))
        return [found[i] for i in ids if i in found]

    def rows_of(self, records: Sequence[UUID]) -> Sequence[Row]:
        """Return the rows of these records, in this order; one that is not there is left out."""
        ids: dict[bytes, int] = {}
        for at in range(0, len(records), _CHUNK):
            part = tuple(record.bytes for record in records[at : at + _CHUNK])
            marks = ", ".join("?" * len(part))
            ids.update(self._db.all(f"SELECT uuid, id FROM record WHERE uuid IN ({marks})", part))  # noqa: S608
        return self.rows([ids[record.bytes] for record in records if record.bytes in ids])

    def work(self, role: str | None, until: date | None, limit: int) -> Sequence[Work]:
        """Return open work, first what is due first. `until` leaves out what is due later and needs no signature."""
        conditions: list[str] = []
        params: list[object] = []
        if role is not None:
            conditions.append("d.role = ?")
            params.append(role)
        if until is not None:
            conditions.append("(d.due_on <= ? OR d.kind = 'tekenen')")
            params.append(until.isoformat())
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        rows = self._db.all(
            "SELECT r.uuid, d.item, d.kind, d.role, d.due_on, r.title,"  # noqa: S608 only fixed text
            " (SELECT target FROM link WHERE record = r.id AND role = 'betreft' ORDER BY target LIMIT 1) AS subject"
            # limited before it is joined: home asks for six of what can be thousands
            f" FROM (SELECT * FROM due d{where} ORDER BY d.due_on, d.record, d.item LIMIT ?) d"
            " JOIN record r ON r.id = d.record ORDER BY d.due_on, d.record, d.item",
            (*params, limit),
        )
        titles = {row.record.bytes: row.title for row in self.rows_of([UUID(bytes=r[6]) for r in rows if r[6]])}
        return [
            Work(
                record=UUID(bytes=uuid),
                item=item,
                kind=kind,
                role=rol,
                due_on=date.fromisoformat(due_on),
                title=title,
                subject=UUID(bytes=subject) if subject else None,
                subject_title=titles.get(subject, ""),
            )
            for uuid, item, kind, rol, due_on, title, subject in rows
        ]

    def late(self, today: date) -> Sequence[tuple[UUID, UUID | None]]:
        """Return each record with work due before today, and the pupil it is about: what counting needs, no more."""
        rows = self._db.all(
            "SELECT DISTINCT r.uuid,"
            " (SELECT target FROM link WHERE record = r.id AND role = 'betreft' ORDER BY target LIMIT 1)"
            " FROM due d JOIN record r ON r.id = d.record WHERE d.due_on < ?",
            (today.isoformat(),),
        )
        return [(UUID(bytes=record), UUID(bytes=subject) if subject else None) for record, subject in rows]

    def work_counts(self, today: date) -> Mapping[str, tuple[int, int]]:
        """Return for each role (open: due by today or waiting for a signature; overdue: due before today)."""
        day = today.isoformat()
        rows = self._db.all(
            "SELECT role, sum(kind = 'tekenen' OR due_on <= ?), sum(due_on < ?) FROM due GROUP BY role", (day, day)
        )
        return {role: (open_, overdue) for role, open_, overdue in rows}

    def _subjects(self, marks: str, part: tuple[int, ...]) -> defaultdict[int, list[UUID]]:
        subjects: defaultdict[int, list[UUID]] = defaultdict(list)
        sql = f"SELECT record, target FROM link WHERE role = 'betreft' AND record IN {marks} ORDER BY record, target"  # noqa: S608
        for record, target in self._db.all(sql, part):
            subjects[record].append(UUID(bytes=target))
        return subjects

    def _build(self, query: Query) -> tuple[str, list[object]] | None:
        """Return FROM and WHERE with their parameters; None where nothing can match."""
        conditions, params = _conditions(query)
        table = "record r"
        if query.niet_in_parnassys and not query.states:
            # without ANALYZE the planner takes an index that makes it read every row of the table
            table = "record r INDEXED BY record_parnassys"
        if query.states == _CONCEPT and query.kinds and query.order == "recent" and not query.words.strip():
            # among 100,000 records there are hundreds of these: their index holds no other
            table = "record r INDEXED BY record_concept"
        if query.target is not None:
            # cross join: the timeline is a range of `link`, whatever the planner thinks of it without ANALYZE
            table = "link l CROSS JOIN record r ON r.id = l.record"
            conditions.insert(0, "l.target = ?")
            params.insert(0, self._derive.aliases.resolve(query.target.bytes))
            if query.link_role:
                conditions.append("l.role = ?")
                params.append(query.link_role)
        if query.words.strip():
            question = Question(query.words)
            if question.empty:
                return None
            conditions.append("r.id IN (SELECT rowid FROM search WHERE search MATCH ?)")
            params.append(question.match(kinds=query.kinds))
        return f"FROM {table} WHERE {' AND '.join(conditions)}", params


def _conditions(query: Query) -> tuple[list[str], list[object]]:
    conditions: list[str] = []
    params: list[object] = []
    if query.states == _CONCEPT:
        conditions.append("r.visible = 1 AND r.state = 'concept'")  # in the words of their index
    elif query.states:
        # withdrawn ones are asked for by name; a merged person never is
        # in these words an index serves it where no withdrawn ones are asked for
        visible = "(r.visible = 1 OR r.state = 'ingetrokken')" if "ingetrokken" in query.states else "r.visible = 1"
        conditions.append(f"{visible} AND r.state IN ({_marks(query.states)})")
        params += query.states
    else:
        conditions.append("r.visible = 1")
    if query.kinds:
        conditions.append(f"r.kind IN ({_marks(query.kinds)})")
        params += query.kinds
    if query.parent is not None:
        conditions.append("r.parent = ?")
        params.append(query.parent.bytes)
    if query.author is not None:
        conditions.append("r.author = ?")
        params.append(query.author.bytes)
    if query.van is not None:
        conditions.append("r.event_at >= ?")
        params.append(query.van.isoformat())
    if query.tot is not None:
        conditions.append("r.event_at < ?")
        params.append(f"{query.tot.isoformat()}~")  # sorts after every time of that day
    if query.detail:
        conditions.append("r.detail = ?")
        params.append(query.detail)
    if query.open_due:
        conditions.append("EXISTS (SELECT 1 FROM due d WHERE d.record = r.id)")
    if query.due_kind:
        conditions.append("EXISTS (SELECT 1 FROM due d WHERE d.record = r.id AND d.kind = ?)")
        params.append(query.due_kind)
    if query.niet_in_parnassys:
        conditions.append("r.parnassys_on IS NULL AND r.state = 'vastgesteld'")
    if query.open_only:
        conditions.append(_OPEN)
    return conditions, params


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def _row(row: Rij, subjects: tuple[UUID, ...]) -> Row:
    id_, uuid, kind, state, title, event_at, recorded_at, author, parent, closed, parnassys_on, detail = row
    return Row(
        id=id_,
        record=UUID(bytes=uuid),
        kind=kind,
        state=state,
        title=title,
        event_at=event_at,
        recorded_at=from_ms(recorded_at),
        author=UUID(bytes=author),
        parent=UUID(bytes=parent) if parent else None,
        closed=bool(closed),
        parnassys_on=date.fromisoformat(parnassys_on) if parnassys_on else None,
        subjects=subjects,
        detail=detail,
    )
