"""The lock of a vault's folder, within one program; between programs see the faults."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desktop.models.errors import UserError
from desktop.vault.lockfile import FolderLock, VaultInUse

NOW = datetime(2026, 3, 2, 9, 5, tzinfo=datetime.fromisoformat("2026-03-02T09:05+01:00").tzinfo)


def test_one_at_a_time(tmp_path: Path) -> None:
    with FolderLock.acquire(tmp_path, "Laptop IB", NOW):
        for _ in range(2):
            with pytest.raises(VaultInUse) as error:
                FolderLock.acquire(tmp_path, "Pc directeur", NOW)
            assert error.value.holder == "Laptop IB"
            assert "op Laptop IB, sinds 02-03-2026 09:05" in error.value.zin
    with FolderLock.acquire(tmp_path, "Pc directeur", NOW + timedelta(hours=1)):
        fields = json.loads((tmp_path / "kluis.slot").read_text())
    assert fields == {"apparaat": "Pc directeur", "sinds": "2026-03-02T10:05:00+01:00"}


def test_it_is_let_go_once_and_the_file_stays(tmp_path: Path) -> None:
    lock = FolderLock.acquire(tmp_path, "Laptop IB", NOW)
    lock.release()
    lock.release()
    assert (tmp_path / "kluis.slot").read_bytes() == b""
    FolderLock.acquire(tmp_path, "Laptop IB", NOW).release()


@pytest.mark.parametrize(
    "text", [b"", b"geen json", b"[1]", b'{"apparaat": "x"}', b'{"apparaat":1,"sinds":2}', b"\xff" * 9000]
)
def test_an_unreadable_holder_is_no_obstacle(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "kluis.slot").write_bytes(text)
    with FolderLock.acquire(tmp_path, "Laptop IB", NOW):
        (tmp_path / "kluis.slot").write_bytes(text)
        with pytest.raises(VaultInUse, match="al open"):
            FolderLock.acquire(tmp_path, "Laptop IB", NOW)


def test_reading_only_takes_it_without_writing(tmp_path: Path) -> None:
    FolderLock.acquire(tmp_path, "Laptop IB", NOW, read_only=True).release()
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "kluis.slot").write_bytes(b"van een crash")
    with FolderLock.acquire(tmp_path, "Laptop IB", NOW, read_only=True), pytest.raises(VaultInUse):
        FolderLock.acquire(tmp_path, "Pc", NOW)
    assert (tmp_path / "kluis.slot").read_bytes() == b"van een crash"


def test_without_a_folder_it_says_so(tmp_path: Path) -> None:
    for read_only in (False, True):
        with pytest.raises(UserError):
            FolderLock.acquire(tmp_path / "weg", "Laptop IB", NOW, read_only=read_only)
