"""Backup and restore: really made, really put back, compared record by record."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.models.errors import Afgebroken, NietGevonden, UserError
from desktop.models.opslag import Append
from desktop.models.personen import Leerling
from desktop.vault import backup, rekey, restore
from desktop.vault import folder as map_
from desktop.vault.backup import BackupFailed, Receipt
from desktop.vault.restore import FolderExists
from tests import vaultkit
from tests.vaultkit import ACTOR, NOW, Ids, Kit


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    return vaultkit.filled(tmp_path)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / f"school 2026-03-02{backup.SUFFIX}"


def _make(kit: Kit, target: Path, between: Callable[[], bool] = vaultkit.always) -> Receipt:
    with vaultkit.opened(kit.folder, kit.key) as vault:
        return backup.make(vault, kit.folder, kit.header, kit.key, target, between, NOW)


def test_what_is_put_back_is_what_was_there(kit: Kit, target: Path, tmp_path: Path) -> None:
    receipt = _make(kit, target)
    found = restore.inspect(target)
    assert found.header == kit.header
    report = restore.restore(found, tmp_path / "terug" / "school.kluis", map_.derive_recovery(found.header, kit.code))
    assert report.findings == ()
    assert report.counts == receipt.counts
    folder = tmp_path / "terug" / "school.kluis"
    with vaultkit.opened(folder, kit.key) as copy, vaultkit.opened(kit.folder, kit.key) as live:
        assert list(copy.all("leerling")) == list(live.all("leerling"))
        assert copy.accounts() == live.accounts()
        assert list(copy.audit()) == list(live.audit())
        assert copy.audit_head == live.audit_head == receipt.audit_head
        copy.append(ACTOR, Append(Ids().new(), Leerling(roepnaam="Nieuw", achternaam="Kind"), None), NOW)
    assert map_.derive(map_.read_header(folder), kit.slot, vaultkit.PASSPHRASE) == kit.key
    assert (folder / map_.HEADER).read_bytes() == (folder / map_.PREVIOUS).read_bytes()
    assert list((tmp_path / "terug").iterdir()) == [folder]


def test_the_receipt_says_which_file_it_is(kit: Kit, target: Path) -> None:
    receipt = _make(kit, target)
    data = target.read_bytes()
    assert receipt.sha256 == hashlib.sha256(data).hexdigest()
    assert receipt.size == len(data)
    assert (receipt.path, receipt.made, receipt.findings) == (target, NOW, ())
    assert receipt.counts["stukken"] == 20
    assert [p.name for p in target.parent.iterdir()] == [target.name]


def test_nothing_in_it_is_readable(kit: Kit, target: Path) -> None:
    _make(kit, target)
    data = target.read_bytes()
    for word in (b"Noor", b"Bakker", b"Vries", b"Kind1", b"SQLite format", kit.key.raw()[:32], kit.key.database_key()):
        assert word not in data


def test_saves_go_on_between_the_steps(kit: Kit, target: Path, tmp_path: Path) -> None:
    """Made large enough for several steps; what is saved meanwhile is in the vault, and the copy is whole."""
    saved = []
    with vaultkit.opened(kit.folder, kit.key) as vault:
        for _ in range(3):
            vault.put_blob(os.urandom(3 << 20), "application/pdf")
        item = Append(Ids().new(), Leerling(roepnaam="Laat", achternaam="Komer"), None)

        def between() -> bool:
            if not saved:
                saved.append(vault.append(ACTOR, item, NOW))
            return True

        backup.make(vault, kit.folder, kit.header, kit.key, target, between, NOW)
        assert vault.get(item.record) == saved[0]
    found = restore.inspect(target)
    restore.restore(found, tmp_path / "terug.kluis", kit.key)
    assert vaultkit.pupils(tmp_path / "terug.kluis", kit.key) in (20, 21)


@pytest.mark.parametrize("calls", [0, 1, 2])
def test_it_can_be_cancelled_and_leaves_the_previous_one(kit: Kit, target: Path, calls: int) -> None:
    with vaultkit.opened(kit.folder, kit.key) as vault:
        for _ in range(3):
            vault.put_blob(os.urandom(3 << 20), "application/pdf")
    target.write_bytes(b"vorige")
    with pytest.raises(Afgebroken):
        _make(kit, target, vaultkit.stop_after(calls))
    assert target.read_bytes() == b"vorige"
    assert [p.name for p in target.parent.iterdir()] == [target.name]


def test_a_place_that_will_not_do(kit: Kit, tmp_path: Path) -> None:
    before = vaultkit.contents(kit.folder)
    with pytest.raises(UserError, match="map van de kluis"):
        _make(kit, kit.folder / "kopie.kluisbackup")
    with pytest.raises(NietGevonden):
        _make(kit, tmp_path / "weg" / "kopie.kluisbackup")
    assert vaultkit.contents(kit.folder).keys() - {"kluis.db-journal"} == before.keys() - {"kluis.db-journal"}


def test_a_backup_from_before_a_renewal_opens_with_what_it_holds(kit: Kit, target: Path, tmp_path: Path) -> None:
    _make(kit, target)
    header, key = rekey.renew(kit.folder, kit.header, kit.key)
    _make(replace(kit, header=header, key=key), target.with_name("later.kluisbackup"))
    for path, opens in ((target, kit.key), (target.with_name("later.kluisbackup"), key)):
        found = restore.inspect(path)
        assert map_.derive_recovery(found.header, kit.code) == opens
        restore.restore(found, tmp_path / path.stem, opens)
        assert vaultkit.pupils(tmp_path / path.stem, opens) == 20


def test_it_is_never_put_over_something(kit: Kit, target: Path, tmp_path: Path) -> None:
    _make(kit, target)
    found = restore.inspect(target)
    before = vaultkit.contents(kit.folder)
    (tmp_path / "bestand").write_bytes(b"x")
    (tmp_path / "leeg").mkdir()
    for taken in (kit.folder, tmp_path / "bestand", tmp_path / "leeg"):
        with pytest.raises(FolderExists):
            restore.restore(found, taken, kit.key)
    assert vaultkit.contents(kit.folder) == before


def test_a_link_to_nowhere_is_something_too(kit: Kit, target: Path, tmp_path: Path) -> None:
    _make(kit, target)
    vaultkit.link(tmp_path / "los", tmp_path / "nergens")
    with pytest.raises(FolderExists):
        restore.restore(restore.inspect(target), tmp_path / "los", kit.key)


def test_what_someone_else_put_in_the_way_stays(kit: Kit, target: Path, tmp_path: Path) -> None:
    _make(kit, target)
    found = restore.inspect(target)
    half = tmp_path / "terug.kluis.deel"
    half.mkdir()
    (half / "brief.docx").write_bytes(b"x")
    with pytest.raises(FolderExists):
        restore.restore(found, tmp_path / "terug.kluis", kit.key)
    assert (half / "brief.docx").read_bytes() == b"x"
    assert not (tmp_path / "terug.kluis").exists()


@pytest.mark.parametrize("calls", [0, 1])
def test_putting_back_can_be_cancelled(kit: Kit, target: Path, tmp_path: Path, calls: int) -> None:
    _make(kit, target)
    found = restore.inspect(target)
    left = iter(range(calls))
    with pytest.raises(Afgebroken):
        restore.restore(found, tmp_path / "terug.kluis", kit.key, lambda done, total: next(left, None) is not None)
    assert not list(tmp_path.glob("terug*"))


def test_progress_ends_where_it_said(kit: Kit, target: Path, tmp_path: Path) -> None:
    _make(kit, target)
    told: list[tuple[int, int]] = []
    restore.restore(restore.inspect(target), tmp_path / "terug.kluis", kit.key, lambda *step: told.append(step) is None)
    size = restore.inspect(target).database_bytes
    assert (0, size) in told
    assert (size, size) in told


def test_a_vault_with_a_fault_of_its_own_is_still_backed_up(kit: Kit, target: Path, tmp_path: Path) -> None:
    """A count that is off must not keep a school from having a backup; the receipt says what was found."""
    with vaultkit.opened(kit.folder, kit.key) as vault, vault._db.write():
        vault._db.execute("UPDATE record SET title = 'Iemand anders' WHERE id = 1")
    receipt = _make(kit, target)
    assert [f.code for f in receipt.findings] == ["afgeleid"]
    report = restore.restore(restore.inspect(target), tmp_path / "terug.kluis", kit.key)
    assert [f.code for f in report.findings] == ["afgeleid"]


def test_a_vault_with_a_foreign_trigger_is_not(kit: Kit, target: Path) -> None:
    target.write_bytes(b"vorige")
    with vaultkit.opened(kit.folder, kit.key) as vault:
        vault._db.execute("CREATE TRIGGER vreemd AFTER INSERT ON draft BEGIN SELECT 1; END")
        with pytest.raises(BackupFailed):
            backup.make(vault, kit.folder, kit.header, kit.key, target, vaultkit.always, NOW)
    assert target.read_bytes() == b"vorige"
