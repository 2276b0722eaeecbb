"""The vault that is measured: an invented school, made once and kept in build/; every measurement gets a copy."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from desktop.models.opslag import Append, Query
from desktop.services.diensten import Diensten
from desktop.services.kluis import Header, OpenKluis, VaultKey
from desktop.services.poort import Poort
from desktop.services.systeem import SysteemKlok, Uuid7
from tests.benchmarks.measure import ROOT

SEED = 7
_MADE_BY = (
    "desktop/vault/schema.sql",
    "desktop/vault/migrations.py",
    "desktop/exchange/demo",
    "desktop/models/opslag.py",
)


def make(folder: Path, pupils: int, records: int) -> str:
    """Make the vault, unless it is there and was made by this very code; return its passphrase."""
    mark = folder.with_suffix(".made")
    source = f"{pupils} {records} {SEED} {_source()}"
    if folder.is_dir() and mark.is_file():
        before, words = mark.read_text().splitlines()
        if before == source:
            return words
    print(f"Making a vault of {pupils} pupils and {records} records in {folder.name}; this takes a while ...")
    mark.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "desktop", "kluis", "demo", str(folder)]
    command += ["--leerlingen", str(pupils), "--records", str(records), "--seed", str(SEED)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    words = done.stdout.splitlines()[-1].removeprefix("wachtwoordzin: ")
    mark.write_text(f"{source}\n{words}\n")  # no secret: the school is invented
    return words


def make_long(base: Path, folder: Path, words: str, rows: int) -> None:
    """Make the vault in which the list of conversations has so many rows: those of `base`, and more like them."""
    mark = folder.with_suffix(".made")
    source = f"{rows} {_source()}"
    if folder.is_dir() and mark.is_file() and mark.read_text() == source:
        return
    print(f"Making a vault with a list of {rows} conversations in {folder.name}; this takes a while ...")
    mark.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    copy(base, folder)
    everything = Query(kinds=("gespreksverslag", "uitnodiging"))
    with opened(folder, words) as d:
        vault, session = d.session.vault, d.session
        there = [row.record for row in vault.rows(vault.ids(everything))]
        left = rows - len(there)
        for at in range(0, left, 2000):
            some = vault.get_many([there[n % len(there)] for n in range(at, min(at + 2000, left))])
            items = [Append(session.ids.new(), s.value, None, s.state) for s in some if s.value is not None]
            vault.append_many(session.actor, items, session.nu(), action="demo")
        assert vault.count(everything) == rows
    mark.write_text(source)


def _source() -> str:
    found = [path for name in _MADE_BY for path in sorted([ROOT / name, *(ROOT / name).rglob("*.py")])]
    return sha256(b"".join(path.read_bytes() for path in found if path.is_file())).hexdigest()


def copy(folder: Path, target: Path) -> Path:
    """Return a copy that may be written to."""
    shutil.copytree(folder, target)
    return target


@dataclass(frozen=True, slots=True)
class Keys:
    """A vault's folder with what opens it; deriving that is not part of any measurement."""

    poort: Poort
    folder: Path
    header: Header
    slot: UUID
    key: VaultKey

    def open(self) -> OpenKluis:
        """Open the database."""
        return self.poort.open(self.folder, self.poort.ingangen(self.folder)[0], self.slot, self.key)


def poort() -> Poort:
    """Return the door to vaults, as the program has it."""
    ids = Uuid7()
    return Poort(SysteemKlok(), ids, _device(), "meting")


@cache
def _device() -> UUID:
    return Uuid7().new()


def keys(folder: Path, words: str) -> Keys:
    """Derive the key of a copy."""
    door = poort()
    header, ways = door.ingangen(folder)
    return Keys(door, folder, header, ways[0].slot, door.sleutel(header, ways[0].slot, words))


@contextmanager
def opened(folder: Path, words: str) -> Iterator[Diensten]:
    """The services of a copy, open."""
    found = keys(folder, words)
    kluis = found.open()
    try:
        yield found.poort.diensten(kluis)
    finally:
        kluis.sluit()


def reports(d: Diensten, *, established: bool = False) -> list[UUID]:
    """Return the reports in the vault, newest first: concepts, or those that are established."""
    query = Query(kinds=("gespreksverslag",), states=("vastgesteld" if established else "concept",))
    return [row.record for row in d.gesprekken.rijen(d.gesprekken.lijst(query))]
