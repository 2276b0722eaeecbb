"""Vaults for tests: one header is derived once in a run and copied, so that a test costs milliseconds."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from uuid import UUID

import pytest

from desktop.models.core import Actor
from desktop.models.opslag import Account, Append
from desktop.models.personen import Leerling
from desktop.vault import folder as map_
from desktop.vault.crypto import KdfParams, VaultKey
from desktop.vault.header import Header
from desktop.vault.store import Vault

PASSPHRASE = "vier losse woorden hier"
SMALLEST = KdfParams(64 * 1024, 3, 1)
ACCOUNT = UUID("0192f000-0000-7000-8000-000000000001")
DEVICE = UUID("0192f000-0000-7000-8000-0000000000aa")
NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
ACTOR = Actor(ACCOUNT, "Noor Bakker", "ib", DEVICE)


class Ids:
    """Random identifiers; these tests do not look at them."""

    def new(self) -> UUID:
        """Return a fresh one."""
        return UUID(bytes=os.urandom(16), version=4)


@dataclass(frozen=True)
class Kit:
    """A vault's folder with everything that opens it."""

    folder: Path
    header: Header
    key: VaultKey
    code: str

    @property
    def slot(self) -> UUID:
        """The slot of the only account."""
        return self.header.of_kind("wachtwoordzin")[0].id

    def read(self) -> Header:
        """The header as it is on disk now."""
        return map_.read_header(self.folder)

    def derive(self) -> VaultKey:
        """The key, by way of the recovery code: quick."""
        return map_.derive_recovery(self.read(), self.code)


@cache
def _template() -> Kit:
    base = Path(tempfile.mkdtemp(prefix="vangnet-kit-"))
    folder = base / "school.kluis"
    header, key, code = map_.create_vault_folder(
        folder, account=ACCOUNT, label="Intern begeleider", passphrase=PASSPHRASE, params=SMALLEST, now=NOW
    )
    return Kit(folder, header, key, code)


@cache
def _filled() -> Kit:
    kit = _template()
    folder = kit.folder.with_name("gevuld.kluis")
    shutil.copytree(kit.folder, folder)
    vault = Vault.create(
        folder / map_.DATABASE,
        kit.key.database_key(),
        kit.key.audit_key(),
        vault_id=kit.header.vault_id,
        device=DEVICE,
        device_label="Laptop IB",
        ids=Ids(),
    )
    vault.put_account(None, Account(ACCOUNT, "Noor Bakker", "ib", True), NOW)
    items = [Append(Ids().new(), Leerling(roepnaam=f"Kind{n}", achternaam="de Vries"), None) for n in range(20)]
    vault.append_many(ACTOR, items, NOW, action="gemaakt")
    vault.set_meta("header_generation", str(kit.header.generation))
    vault.close()
    return replace(kit, folder=folder)


def bare(tmp_path: Path) -> Kit:
    """A folder with a header and no database."""
    return _copy(_template(), tmp_path)


def filled(tmp_path: Path) -> Kit:
    """A folder with a header and a database of twenty pupils."""
    return _copy(_filled(), tmp_path)


def _copy(kit: Kit, tmp_path: Path) -> Kit:
    target = tmp_path / "school.kluis"
    shutil.copytree(kit.folder, target)
    return replace(kit, folder=target)


@contextmanager
def opened(folder: Path, key: VaultKey, *, read_only: bool = False) -> Iterator[Vault]:
    """The vault's database, open."""
    vault = Vault.open(
        folder / map_.DATABASE,
        key.database_key(),
        key.audit_key(),
        device=DEVICE,
        device_label="Laptop IB",
        ids=Ids(),
        read_only=read_only,
    )
    try:
        yield vault
    finally:
        vault.close()


def pupils(folder: Path, key: VaultKey) -> int:
    """How many pupils a vault holds, after checking it whole."""
    with opened(folder, key) as vault:
        report = vault.verify()
        assert report.findings == ()
        return len(list(vault.all("leerling")))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file in a folder with its bytes, to see that nothing was touched."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def link(at: Path, to: Path) -> None:
    """Make a symbolic link, or skip the test where this system lets a person make none (Windows, without a right)."""
    try:
        at.symlink_to(to)
    except OSError:
        pytest.skip("no symbolic links for this user here")
    if not at.is_symlink():
        pytest.skip("no symbolic links here")


def always() -> bool:
    """Go on."""
    return True


def stop_after(calls: int) -> Callable[[], bool]:
    """A `between` that says to stop at a certain call."""
    left = iter(range(calls))
    return lambda: next(left, None) is not None
