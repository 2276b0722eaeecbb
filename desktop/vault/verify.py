"""Checks a vault from the page to the meaning: integrity, digests, contents, audit chain, blobs, derived tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256

from desktop.models.errors import Afgebroken, Beschadigd
from desktop.models.opslag import Finding, Report
from desktop.vault import audit as audit_module
from desktop.vault.audit import START, Line
from desktop.vault.connection import Database, Rij
from desktop.vault.derive import COLUMNS, Derive
from desktop.vault.log import Log, Revision, commitment
from desktop.vault.migrations import check_objects
from desktop.vault.search import Search

Progress = Callable[[int, int], bool] | None
_EVERY = 200

_COUNTS = {
    "stukken": "SELECT count(DISTINCT record) FROM revision",
    "versies": "SELECT count(*) FROM revision",
    "logboekregels": "SELECT count(*) FROM audit",
    "bijlagen": "SELECT count(*) FROM blob",
    "kladjes": "SELECT count(*) FROM draft",
    "accounts": "SELECT count(*) FROM account",
}
_ZINNEN = {
    "bladzijde": "Een bladzijde van het databasebestand is beschadigd.",
    "opbouw": "De opbouw van de database klopt niet.",
    "schema": "De database bevat onderdelen die er niet in horen, of mist er een.",
    "versie": "De vingerafdruk van een versie klopt niet met wat er staat.",
    "inhoud": "De inhoud van een versie klopt niet met haar vingerafdruk of is niet te lezen.",
    "volgnummer": "In de reeks versies ontbreekt er een.",
    "voorganger": "Een versie verwijst naar een voorganger die er niet is.",
    "logboek": "Het logboek is veranderd: een regel klopt niet met die ervoor.",
    "logboek_staart": "Het logboek is ingekort: de laatste regels ontbreken.",
    "logboek_reden": "Een reden in het logboek klopt niet met haar regel.",
    "logboek_versie": "Het logboek noemt een versie die er niet is: een deel van de kluis is teruggezet of weggehaald.",
    "niet_gelogd": "Er is een versie die het logboek niet kent.",
    "bijlage": "Een bijlage is beschadigd of onvolledig.",
    "bijlage_weg": "Een stuk noemt een bijlage die er niet is.",
    "afgeleid": "Een lijst of telling klopt niet met de stukken zelf. Dit is te herstellen.",
    "zoeken": "De zoekindex klopt niet met de stukken zelf. Dit is te herstellen.",
}


def verify(db: Database, log: Log, derive: Derive, search: Search, audit_key: bytes, progress: Progress) -> Report:
    """Check everything; what is found is counted by sort. Raises Afgebroken when `progress` returns False."""
    return _Check(db, log, derive, search, audit_key, progress).run()


class _Check:
    def __init__(
        self, db: Database, log: Log, derive: Derive, search: Search, audit_key: bytes, progress: Progress
    ) -> None:
        self._db = db
        self._log = log
        self._derive = derive
        self._search = search
        self._key = audit_key
        self._progress = progress
        self._found: dict[str, int] = {}
        self._done = 0
        self._total = 0

    def run(self) -> Report:
        counts: dict[str, int] = {}
        head = START
        try:
            self._pages()
            counts = {name: int(self._db.value(sql)) for name, sql in _COUNTS.items()}
            self._total = counts["versies"] + counts["logboekregels"] + counts["bijlagen"] + counts["stukken"]
            for part in (self._revisions, self._audit, self._crossed, self._blobs, self._derived, self._index):
                part()
            head = self._db.value("SELECT mac FROM audit ORDER BY seq DESC LIMIT 1") or START
        except Beschadigd:
            # what cannot even be read needs no further look
            self._add("opbouw")
        findings = tuple(Finding(code, _zin(code, n)) for code, n in self._found.items())
        return Report(counts, findings, head)

    def _add(self, code: str, n: int = 1) -> None:
        if n:
            self._found[code] = self._found.get(code, 0) + n

    def _step(self) -> None:
        self._done += 1
        if self._progress is not None and self._done % _EVERY == 0 and not self._progress(self._done, self._total):
            raise Afgebroken

    def _pages(self) -> None:
        self._add("bladzijde", len(self._db.all("PRAGMA cipher_integrity_check")))
        # includes the inner check of the search index
        self._add("opbouw", sum(row != ("ok",) for row in self._db.all("PRAGMA integrity_check")))
        self._add("opbouw", len(self._db.all("PRAGMA foreign_key_check")))
        try:
            check_objects(self._db)
        except Beschadigd:
            self._add("schema")

    def _revisions(self) -> None:
        last: dict[bytes, int] = {}
        newest: dict[bytes, bytes] = {}
        for revision, salt, body in self._payloads():
            self._step()
            if revision.digest != revision.computed():
                self._add("versie")
            if body is not None and (commitment(salt, body) != revision.commitment or not self._readable(revision)):
                self._add("inhoud")
            if revision.device_seq != last.get(revision.device, 0) + 1:
                self._add("volgnummer")
            last[revision.device] = revision.device_seq
            if revision.parent != newest.get(revision.record):
                self._add("voorganger")
            newest[revision.record] = revision.id
        for device, seq in self._db.all("SELECT id, last_seq FROM device"):
            if last.get(device, 0) != seq:
                self._add("volgnummer")
        for table, code in (("revision", "volgnummer"), ("audit", "logboek_staart")):
            newest_seq = self._db.value(f"SELECT max(seq) FROM {table}")  # noqa: S608 fixed names
            if self._db.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)) != newest_seq:
                self._add(code)

    def _payloads(self) -> Iterator[tuple[Revision, bytes, bytes | None]]:
        columns = ", ".join(f"r.{name}" for name in Revision.__slots__)
        sql = f"SELECT {columns}, p.salt, p.body FROM revision r LEFT JOIN payload p USING(seq) ORDER BY r.seq"  # noqa: S608
        for row in self._db.each(sql):
            yield Revision(*row[:-2]), row[-2], row[-1]

    def _readable(self, revision: Revision) -> bool:
        try:
            return self._log.value(revision) is not None
        except ValueError:
            return False

    def _audit(self) -> None:
        chain: dict[bytes, tuple[int, bytes]] = {}
        for row in self._db.each(f"SELECT {audit_module.COLUMNS} FROM audit ORDER BY device, device_seq"):  # noqa: S608
            self._step()
            line = Line(*row)
            seq, mac = chain.get(line.device, (0, START))
            if line.prev != mac or line.device_seq != seq + 1 or line.mac != line.computed(self._key):
                self._add("logboek")
            chain[line.device] = (line.device_seq, line.mac)
        for device, seq in self._db.all("SELECT id, last_audit FROM device"):
            if chain.get(device, (0, START))[0] != seq:
                self._add("logboek_staart")
        sql = "SELECT a.detail_commitment, d.salt, d.body FROM audit_detail d LEFT JOIN audit a ON a.seq = d.seq"
        for promised, salt, body in self._db.each(sql):
            if promised != sha256(salt + body).digest():
                self._add("logboek_reden")

    def _crossed(self) -> None:
        """An old page put back passes both integrity checks: only what the audit says about revisions shows it."""
        lost = (
            "SELECT count(*) FROM audit a WHERE a.revision_digest IS NOT NULL AND NOT EXISTS"
            " (SELECT 1 FROM revision r WHERE r.record = a.record AND r.digest = a.revision_digest)"
        )
        unknown = (
            "SELECT count(*) FROM revision r WHERE NOT EXISTS"
            " (SELECT 1 FROM audit a WHERE a.record = r.record AND a.revision_digest = r.digest)"
        )
        self._add("logboek_versie", self._db.value(lost))
        self._add("niet_gelogd", self._db.value(unknown))

    def _blobs(self) -> None:
        for blob, salt, promised, size in self._db.all("SELECT id, salt, commitment, size FROM blob"):
            self._step()
            digest, length = sha256(salt), 0
            for (body,) in self._db.each("SELECT body FROM blob_part WHERE blob = ? ORDER BY n", (blob,)):
                digest.update(body)
                length += len(body)
            if digest.digest() != promised or length != size:
                self._add("bijlage")

    def _derived(self) -> None:
        aliases = self._derive.expected_aliases()
        if aliases.pairs() != set(self._db.all("SELECT old, new FROM alias")):
            self._add("afgeleid")
        known = 0
        for first, newest in self._log.heads():
            self._step()
            if not self._readable(newest):
                continue
            value = self._log.value(newest)
            assert value is not None
            known += 1
            new = self._derive.compute(newest, value, first)
            row = self._db.one(f"SELECT {COLUMNS} FROM record WHERE id = ?", (new.id,))  # noqa: S608 fixed text
            links = {(t, r) for t, at, r in self._rows("target, event_at, role", "link", new.id) if at == new.event_at}
            dues = tuple(sorted(self._rows("item, kind, role, due_on", "due", new.id)))
            if row != new.row or links != new.links or dues != new.dues:
                self._add("afgeleid")
            indexed = self._db.one("SELECT 1 FROM search_docsize WHERE id = ?", (new.id,)) is not None
            if indexed != new.visible:
                self._add("zoeken")
            used = {
                (b, p) for b, p in self._db.all("SELECT blob, purpose FROM blob_use WHERE record = ?", (newest.record,))
            }
            if not {(blob.bytes, purpose) for blob, purpose in value.blobs()} <= used:
                self._add("bijlage_weg")
        self._add("afgeleid", abs(self._db.value("SELECT count(*) FROM record") - known))

    def _index(self) -> None:
        visible = self._db.value("SELECT count(*) FROM record WHERE visible = 1")
        self._add("zoeken", abs(self._db.value("SELECT count(*) FROM search_docsize") - visible))
        # an old page of the index put back is well formed and silently finds less: ask it for everything it should find
        for (kind,) in self._db.all("SELECT DISTINCT kind FROM record"):
            listed = self._db.all("SELECT id FROM record WHERE kind = ? AND visible = 1", (kind,))
            self._add("zoeken", len({row for (row,) in listed} ^ self._search.of_kind(kind)))

    def _rows(self, columns: str, table: str, record: int) -> list[Rij]:
        return self._db.all(f"SELECT {columns} FROM {table} WHERE record = ?", (record,))  # noqa: S608 fixed names


def _zin(code: str, n: int) -> str:
    return _ZINNEN[code] if n == 1 else f"{_ZINNEN[code]} ({n} keer)"
