"""The SQLCipher connection: opened only as the design asks, whole transactions, errors in words a person can use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn, Self
from urllib.parse import quote

from sqlcipher3 import dbapi2 as sqlcipher

from desktop.models.errors import (
    Afgebroken,
    AlleenLezen,
    Beschadigd,
    Bezet,
    NietGevonden,
    SchijfVol,
    UserError,
)
from desktop.vault.journal import check_journal, journal_of

APPLICATION_ID = 0x56474E54
BUSY_SECONDS = 1.0  # a virus scanner lets go within this; another program does not
_CACHE_KIB = 16_000
_CHUNK = 500

Params = Sequence[object]
Rij = tuple[Any, ...]

# Order matters: reading the schema must come after these, and the key before everything.
_PRAGMAS = (
    "cipher_memory_security = OFF",  # 5 to 80 times slower, and Python cannot wipe its own strings anyway
    "foreign_keys = ON",
    "recursive_triggers = ON",  # else REPLACE walks past the append-only triggers
    "trusted_schema = OFF",
    "temp_store = MEMORY",
    f"cache_size = -{_CACHE_KIB}",
)
_WRITER = ("locking_mode = EXCLUSIVE", "journal_mode = TRUNCATE", "synchronous = FULL")


class Database:
    """One open connection, used by one thread at a time. Every method raises `UserError` for what the person can mend.

    Anything else that goes wrong in it is a bug and comes through as the driver raised it.
    """

    def __init__(self, connection: Any, path: Path, key: bytes, *, read_only: bool) -> None:
        self._connection = connection
        self._key = key
        self.path = path
        self.read_only = read_only

    @classmethod
    def open(cls, path: Path, key: bytes, *, read_only: bool = False) -> Self:
        """Open an existing database with its raw key, without taking the lock or changing a byte.

        Raises Beschadigd (absent cipher key, not a vault, zero bytes), NietGevonden, AlleenLezen, Bezet.
        """
        try:
            size = path.stat().st_size  # os.stat only: opening and closing the file would drop SQLite's own lock
        except FileNotFoundError:
            raise NietGevonden(
                "De kluis is hier niet.", "Kijk of de map verplaatst is, of zet een reservekopie terug."
            ) from None
        except OSError as error:
            raise UserError("De kluis is niet bereikbaar.", "Kijk of de schijf of het netwerk er is.") from error
        if size == 0:
            # SQLCipher takes an empty file for a valid empty database, with any key
            raise Beschadigd("Het bestand van de kluis is leeg.", "Zet de laatste reservekopie terug.")
        check_journal(path, key)
        connection = _connect(path, "ro" if read_only else "rw", key)
        try:
            return cls(connection, path, key, read_only=read_only)._checked()
        except BaseException:
            connection.close()
            raise

    @classmethod
    def new(cls, path: Path, key: bytes) -> Self:
        """Make an empty database file. Raises FileExistsError where there is one already: nothing is overwritten."""
        if path.exists():
            raise FileExistsError(path)
        try:
            database = cls(_connect(path, "rwc", key), path, key, read_only=False)
        except BaseException:
            remove(path)  # the driver makes the file before it can say no
            raise
        database._pragmas(_WRITER)
        return database

    @classmethod
    def memory(cls) -> Self:
        """Open an empty database in memory: the standard that a schema is compared with."""
        return cls(sqlcipher.connect(":memory:", isolation_level=None), Path(":memory:"), b"", read_only=False)

    def close(self) -> None:
        """Close; what was not committed is rolled back."""
        self._connection.close()

    def take(self) -> None:
        """Take the lock for as long as the connection lives. Raises Bezet, AlleenLezen."""
        self._pragmas(_WRITER)
        # the pragma alone locks nothing
        self.execute("BEGIN EXCLUSIVE")
        try:
            # SQLite opens a protected file for reading without a word: write, and take it back before it is on disk
            self.execute(f"PRAGMA user_version = {self.value('PRAGMA user_version')}")
        finally:
            if self._connection.in_transaction:
                self.execute("ROLLBACK")

    def execute(self, sql: str, params: Params = ()) -> Any:
        """Run one statement and return its cursor; for reading use `all`, `one` or `each`."""
        try:
            return self._connection.execute(sql, params)
        except sqlcipher.Error as error:
            _raise(error)

    def many(self, sql: str, rows: Sequence[Params]) -> None:
        """Run one statement for each row."""
        try:
            self._connection.executemany(sql, rows)
        except sqlcipher.Error as error:
            _raise(error)

    def script(self, sql: str) -> None:
        """Run several statements, within the transaction that is open: the driver's own way would commit it first."""
        statement = ""
        for line in sql.splitlines(keepends=True):
            statement += line
            if sqlcipher.complete_statement(statement):
                self.execute(statement)
                statement = ""

    def all(self, sql: str, params: Params = ()) -> list[Rij]:
        """Return all rows."""
        try:
            return self._connection.execute(sql, params).fetchall()  # type: ignore[no-any-return]
        except sqlcipher.Error as error:
            _raise(error)

    def one(self, sql: str, params: Params = ()) -> Rij | None:
        """Return the first row, or None."""
        try:
            return self._connection.execute(sql, params).fetchone()  # type: ignore[no-any-return]
        except sqlcipher.Error as error:
            _raise(error)

    def value(self, sql: str, params: Params = ()) -> Any:
        """Return the first column of the first row, or None."""
        row = self.one(sql, params)
        return row[0] if row else None

    def each(self, sql: str, params: Params = ()) -> Iterator[Rij]:
        """Yield rows without holding them all."""
        cursor = self.execute(sql, params)
        while True:
            try:
                rows = cursor.fetchmany(_CHUNK)
            except sqlcipher.Error as error:
                _raise(error)
            if not rows:
                return
            yield from rows

    @contextmanager
    def write(self) -> Iterator[None]:
        """One transaction: all of it is on disk when this returns, or none of it when it raises."""
        if self.read_only:
            raise alleen_lezen()
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            # SQLite may have rolled back by itself already, on a full disk for one
            with suppress(sqlcipher.Error):
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
            raise

    def copy_to(self, target: Path, between: Callable[[], bool], pages: int = 1000) -> None:
        """Copy the whole database to a new file under the same key, in steps.

        `between` runs after each step and may write through this same connection: what it writes before the last step
        is in the copy. It returns False to stop: then the copy is removed and Afgebroken is raised.
        """
        other = Database.new(target, self._key)
        done = False

        def progress(status: int, remaining: int, total: int) -> None:
            if remaining and not between():
                raise Afgebroken

        try:
            self._connection.backup(other._connection, pages=pages, progress=progress, sleep=0)
            done = True
        except sqlcipher.Error as error:
            _raise(error)
        finally:
            other.close()
            if not done:
                remove(target)

    def _checked(self) -> Self:
        self._pragmas(("query_only = ON",) if self.read_only else ())
        application = self.value("PRAGMA application_id")
        if application != APPLICATION_ID:
            raise Beschadigd("Dit bestand is geen kluis van Vangnet.", "Kies de map van de kluis.")
        return self

    def _pragmas(self, pragmas: Sequence[str]) -> None:
        for pragma in pragmas:
            self.all(f"PRAGMA {pragma}")


def remove(path: Path) -> None:
    """Remove a database file of ours and its journal, whichever are there."""
    for name in (path, journal_of(path)):
        name.unlink(missing_ok=True)


def alleen_lezen() -> AlleenLezen:
    """Return the error for writing where only reading is possible."""
    return AlleenLezen(
        "De kluis is hier alleen te lezen: er kan niets bewaard worden.",
        "Zet de map op een plek waar je mag schrijven en open hem opnieuw.",
    )


def _connect(path: Path, mode: str, key: bytes) -> Any:
    if len(key) != 32:
        raise ValueError("a raw key has 32 bytes")
    posix = path.absolute().as_posix()
    uri = f"file://{quote(posix if posix.startswith('/') else '/' + posix)}?mode={mode}"
    try:
        connection = sqlcipher.connect(
            uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False, cached_statements=256
        )
    except sqlcipher.Error as error:
        _raise(error)
    try:
        if not connection.execute("PRAGMA cipher_version").fetchone():
            # plain SQLite ignores the key and would write everything readable
            raise UserError(
                "De versleuteling ontbreekt in deze installatie. Er is niets geopend.", "Installeer Vangnet opnieuw."
            )
        connection.execute("PRAGMA cipher_log_level = NONE")  # else it writes to the console by itself
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except sqlcipher.Error as error:
        connection.close()
        _raise(error)
    except BaseException:
        connection.close()
        raise
    return connection


_IOERR_READ, _IOERR_SHORT_READ = 266, 522
# the driver's backup() gives a text and no code
_TEXTS = {"disk I/O error": 10, "database or disk is full": 13, "database is locked": 5, "database table is locked": 6}


def _raise(error: Any) -> NoReturn:
    """Raise the error of the environment that this is, or the error itself where it is a bug."""
    found = _user_error(getattr(error, "sqlite_errorcode", None) or _TEXTS.get(str(error), 0))
    if found is None:
        raise error
    raise found from error


def _user_error(code: int) -> UserError | None:
    if code in (_IOERR_READ, _IOERR_SHORT_READ):
        return UserError("De kluis kan niet gelezen worden: de schijf geeft een fout.", "Kijk of de schijf los zit.")
    match code & 0xFF:
        case 13:  # FULL
            return SchijfVol(
                "De schijf is vol. Er is niets bewaard en niets verloren; het formulier blijft open.",
                "Maak ruimte vrij en bewaar opnieuw.",
            )
        case 10:  # IOERR
            return SchijfVol(
                "Schrijven op de schijf lukt niet. Er is niets bewaard en niets verloren; het formulier blijft open.",
                "Kijk of de schijf vol is of los zit, en bewaar opnieuw.",
            )
        case 8:  # READONLY
            return alleen_lezen()
        case 14:  # CANTOPEN
            return AlleenLezen(
                "De map van de kluis laat niet toe dat er bestanden bij komen.",
                "Zet de map op een plek waar je mag schrijven en open hem opnieuw.",
            )
        case 5 | 6:  # BUSY, LOCKED
            return Bezet("De kluis is al open, in een ander venster of op een andere computer.", "Sluit hem daar.")
        case 11 | 26:  # CORRUPT, NOTADB
            return Beschadigd(
                "De kluis is beschadigd of de sleutel hoort er niet bij. Er is niets veranderd.",
                "Zet de laatste reservekopie terug.",
            )
    return None
