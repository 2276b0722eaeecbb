"""Faults 12, 23, 48, 49 around backups: a full disk, a stick that is pulled, and files made to do harm."""

from __future__ import annotations

import io
import json
import os
import struct
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.models.errors import AndereVersie, Beschadigd, NietGevonden, SchijfVol, UserError
from desktop.vault import backup, restore
from desktop.vault import folder as map_
from desktop.vault.backupfile import _MAGIC, _TAIL, BackupTampered, NoBackup
from desktop.vault.header import HeaderDamaged
from tests import vaultkit
from tests.vaultkit import NOW, Kit

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    return vaultkit.filled(tmp_path)


@pytest.fixture
def good(kit: Kit, tmp_path: Path) -> Path:
    target = tmp_path / "stick" / "school.kluisbackup"
    target.parent.mkdir()
    _make(kit, target)
    return target


def _make(kit: Kit, target: Path) -> backup.Receipt:
    with vaultkit.opened(kit.folder, kit.key) as vault:
        return backup.make(vault, kit.folder, kit.header, kit.key, target, vaultkit.always, NOW)


def _parts(data: bytes) -> tuple[bytes, bytes, bytes]:
    database, header, manifest, _, _ = _TAIL.unpack(data[-_TAIL.size :])
    return data[:database], data[database : database + header], data[database + header : database + header + manifest]


def _joined(database: bytes, header: bytes, manifest: bytes) -> bytes:
    return database + header + manifest + _TAIL.pack(len(database), len(header), len(manifest), 1, _MAGIC)


def _untouched(tmp_path: Path, kit: Kit, act: Callable[[], object], *errors: type[Exception]) -> None:
    """The attempt fails with one of these, nothing appears, and the live vault is byte for byte what it was."""
    names = sorted(tmp_path.rglob("*"))
    live = vaultkit.contents(kit.folder)
    with pytest.raises(errors) as error:
        act()
    assert isinstance(error.value, UserError)
    assert error.value.stap
    assert sorted(tmp_path.rglob("*")) == names
    assert vaultkit.contents(kit.folder) == live


def _put_back(path: Path, kit: Kit, tmp_path: Path) -> Callable[[], object]:
    return lambda: restore.restore(restore.inspect(path), tmp_path / "terug.kluis", kit.key)


def _zip(names: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in names.items():
            archive.writestr(name, data)
    return out.getvalue()


def _tar_with_link() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("kluis.db")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return out.getvalue()


@pytest.mark.parametrize(
    "make",
    [
        lambda: b"",
        lambda: b"x",
        lambda: os.urandom(5000),
        lambda: _zip({"../../ontsnapt.txt": b"x", "kluis.db": b"x"}),
        lambda: _zip({"kluis.db": bytes(50_000_000)}),
        _tar_with_link,
        lambda: bytes(500) + _TAIL.pack(100, 100, 300, 0, _MAGIC),
    ],
    ids=["empty", "short", "noise", "zip-escape", "zip-bomb", "tar-link", "magic"],
)
def test_48_other_files_are_no_backup(kit: Kit, tmp_path: Path, make: Callable[[], bytes]) -> None:
    path = tmp_path / "vreemd.kluisbackup"
    path.write_bytes(make())
    _untouched(tmp_path, kit, _put_back(path, kit, tmp_path), NoBackup)


@pytest.mark.parametrize("field", [0, 1, 2])
@pytest.mark.parametrize("value", [0, 1, 2**31, 2**32 - 1])
def test_48_lengths_that_lie_are_refused_before_reading(
    kit: Kit, good: Path, tmp_path: Path, field: int, value: int
) -> None:
    data = good.read_bytes()
    lengths = list(_TAIL.unpack(data[-_TAIL.size :]))
    lengths[field] = value if field else value * 2**30
    good.write_bytes(data[: -_TAIL.size] + _TAIL.pack(*lengths))
    _untouched(tmp_path, kit, _put_back(good, kit, tmp_path), NoBackup)


def test_48_lengths_that_lie_and_still_add_up(kit: Kit, good: Path, tmp_path: Path) -> None:
    data = good.read_bytes()
    database, header, manifest, number, magic = _TAIL.unpack(data[-_TAIL.size :])
    for shift in (-4096, -1, 1, 100):
        tail = _TAIL.pack(database + shift, header - shift, manifest, number, magic) if header > shift else b""
        good.write_bytes(data[: -_TAIL.size] + tail)
        _untouched(tmp_path, kit, _put_back(good, kit, tmp_path), NoBackup, HeaderDamaged, BackupTampered)


@pytest.mark.parametrize("cut", [1, 31, 32, 500, 4096])
def test_an_incomplete_backup_is_said_so(kit: Kit, good: Path, tmp_path: Path, cut: int) -> None:
    good.write_bytes(good.read_bytes()[:-cut])
    _untouched(tmp_path, kit, _put_back(good, kit, tmp_path), NoBackup)


def test_each_flipped_bit_is_found(kit: Kit, good: Path, tmp_path: Path) -> None:
    data = good.read_bytes()
    database, header, manifest = (len(part) for part in _parts(data))
    spots = [0, 20, database // 2, database - 1]
    spots += [database + n for n in range(0, header, header // 20)]
    spots += [database + header + n for n in range(0, manifest, manifest // 20)]
    for spot in spots:
        broken = bytearray(data)
        broken[spot] ^= 1
        good.write_bytes(broken)
        try:
            found = restore.inspect(good)
        except (NoBackup, HeaderDamaged, AndereVersie):
            continue
        with pytest.raises(BackupTampered):
            restore.restore(found, tmp_path / "terug.kluis", kit.key)
        assert not list(tmp_path.glob("terug*"))


def test_48_a_swapped_header_is_refused(kit: Kit, good: Path, tmp_path: Path) -> None:
    """An older header of the same vault opens the same database, with a passphrase that was changed since."""
    database, old_header, manifest = _parts(good.read_bytes())
    header = map_.change_passphrase(kit.folder, kit.header, kit.key, slot=kit.slot, passphrase="een heel andere zin")
    later = replace(kit, header=header)
    _make(later, good)
    database, new_header, manifest = _parts(good.read_bytes())
    assert old_header != new_header
    good.write_bytes(_joined(database, old_header, manifest))
    _untouched(tmp_path, later, _put_back(good, kit, tmp_path), BackupTampered)
    other, other_key, _ = map_.create_vault_folder(
        tmp_path / "ander.kluis",
        account=vaultkit.ACCOUNT,
        label="Directeur",
        passphrase=vaultkit.PASSPHRASE,
        params=vaultkit.SMALLEST,
    )
    good.write_bytes(_joined(database, other.to_bytes(), manifest))
    for key in (kit.key, other_key):
        _untouched(tmp_path, later, _put_back(good, replace(kit, key=key), tmp_path), BackupTampered)


def test_48_an_exchanged_database_or_manifest_is_refused(kit: Kit, good: Path, tmp_path: Path) -> None:
    first = _parts(good.read_bytes())
    with vaultkit.opened(kit.folder, kit.key) as vault:
        vault.log(vaultkit.ACTOR, "ontgrendeld", NOW)
    _make(kit, good)
    second = _parts(good.read_bytes())
    for mixed in ((first[0], second[1], second[2]), (second[0], second[1], first[2])):
        good.write_bytes(_joined(*mixed))
        _untouched(tmp_path, kit, _put_back(good, kit, tmp_path), BackupTampered)


@pytest.mark.parametrize(
    "manifest", [b"{}", b"[]", b"x", b"[" * 9000, b'{"vault": 1}', b"\xff", json.dumps({"mac": "zz"}).encode()]
)
def test_48_a_manifest_that_is_none(kit: Kit, good: Path, tmp_path: Path, manifest: bytes) -> None:
    database, header, _ = _parts(good.read_bytes())
    good.write_bytes(_joined(database, header, manifest))
    _untouched(tmp_path, kit, _put_back(good, kit, tmp_path), NoBackup)


def test_a_newer_backup_is_said_so(kit: Kit, good: Path, tmp_path: Path) -> None:
    data = good.read_bytes()
    good.write_bytes(data[: -_TAIL.size] + _TAIL.pack(*_TAIL.unpack(data[-_TAIL.size :])[:3], 2, _MAGIC))
    _untouched(tmp_path, kit, _put_back(good, kit, tmp_path), AndereVersie)


def test_48_pipes_folders_and_what_is_gone(kit: Kit, tmp_path: Path) -> None:
    (tmp_path / "map.kluisbackup").mkdir()
    if hasattr(os, "mkfifo"):  # Windows has no pipes among its files; there it is one more that is gone
        os.mkfifo(tmp_path / "pijp.kluisbackup")
    for name in ("map", "pijp", "weg"):
        _untouched(tmp_path, kit, _put_back(tmp_path / f"{name}.kluisbackup", kit, tmp_path), NietGevonden)


def test_49_a_database_with_a_foreign_trigger_is_refused_even_with_the_key(kit: Kit, tmp_path: Path) -> None:
    """Made by someone who has the key, so that all MACs are right: what is in it is still looked at."""
    with vaultkit.opened(kit.folder, kit.key) as vault:
        vault._db.execute("CREATE TRIGGER vreemd AFTER INSERT ON draft BEGIN SELECT 1; END")
    data = (kit.folder / map_.DATABASE).read_bytes()
    header = kit.header.to_bytes()
    made = backup.Manifest(
        vault_id=kit.header.vault_id,
        made=NOW,
        header_sha256=backup.hashlib.sha256(header).hexdigest(),
        database_sha256=backup.hashlib.sha256(data).hexdigest(),
        counts={},
        audit_head=bytes(32),
    )
    path = tmp_path / "sleutelhouder.kluisbackup"
    path.write_bytes(data + backup.end(header, replace(made, tag=made.computed(kit.key)), len(data)))
    restore.inspect(path).check(kit.key)
    _untouched(tmp_path, kit, _put_back(path, kit, tmp_path), Beschadigd)


FULL = """
import resource, signal, sys
from pathlib import Path
from desktop.models.errors import SchijfVol
from desktop.vault import backup, restore
from tests import vaultkit
from desktop.vault import folder as map_
place, code, kind, limit = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
folder = place / "school.kluis"
header = map_.read_header(folder)
key = map_.derive_recovery(header, code)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    if kind == "backup":
        with vaultkit.opened(folder, key) as vault:
            backup.make(vault, folder, header, key, place / "nieuw.kluisbackup", vaultkit.always, vaultkit.NOW)
    else:
        restore.restore(restore.inspect(place / "stick" / "school.kluisbackup"), place / "terug.kluis", key)
except SchijfVol as error:
    print(error.zin)
"""


@pytest.mark.parametrize("kind", ["backup", "restore"])
def test_12_a_full_disk_leaves_nothing_and_says_so(kit: Kit, good: Path, tmp_path: Path, kind: str) -> None:
    pytest.importorskip("resource", reason="no limit on file sizes here")
    (kit.folder / "kluis.slot").touch()
    names = {p for p in tmp_path.rglob("*") if p.name != "kluis.db-journal"}
    for limit in (8192, 100_000):
        done = subprocess.run(
            [sys.executable, "-c", FULL, str(tmp_path), kit.code, kind, str(limit)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        assert "schijf" in done.stdout.lower()
        assert {p for p in tmp_path.rglob("*") if p.name != "kluis.db-journal"} == names
    assert vaultkit.pupils(kit.folder, kit.key) == 20
    restore.inspect(good).check(kit.key)


@pytest.mark.parametrize("number", [5, 19, 28])
def test_23_a_stick_pulled_at_the_end_is_no_success(
    kit: Kit, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    earlier = good.read_bytes()

    def pulled(handle: int) -> None:
        raise OSError(number, "gone")

    with monkeypatch.context() as patch:
        patch.setattr(backup.os, "fsync", pulled)
        with pytest.raises(UserError) as error:
            _make(kit, good)
    assert error.value.stap
    assert "gelukt" not in error.value.zin
    assert good.read_bytes() == earlier
    assert isinstance(error.value, SchijfVol) is (number == 28)


def test_23_a_stick_that_loses_bytes_is_found_by_reading_back(
    kit: Kit, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy is opened with the key and read whole before it gets its name."""
    earlier = good.read_bytes()
    real = backup.Vault.backup_to

    def lossy(self: backup.Vault, target: Path, between: Callable[[], bool]) -> None:
        real(self, target, between)
        data = bytearray(target.read_bytes())
        data[len(data) // 2] ^= 1
        target.write_bytes(data)

    monkeypatch.setattr(backup.Vault, "backup_to", lossy)
    with pytest.raises(backup.BackupFailed):
        _make(kit, good)
    assert good.read_bytes() == earlier
    assert [p.name for p in good.parent.iterdir()] == [good.name]


def test_the_tail_is_what_the_format_says() -> None:
    assert struct.calcsize(">QIIQ16s") == _TAIL.size == 40
    assert len(_MAGIC) == 16
