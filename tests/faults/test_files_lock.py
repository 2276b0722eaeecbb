"""Faults 22, 24, 25, 36, 37: a second program, a crash, a scanner, a synchronised folder."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.models.errors import AlleenLezen, Bezet
from desktop.vault import atomic, location
from desktop.vault import folder as map_
from desktop.vault.location import BadLocation
from desktop.vault.lockfile import FolderLock, VaultInUse
from tests import vaultkit

ROOT = Path(__file__).resolve().parents[2]

HOLD = """
import sys
from datetime import datetime
from pathlib import Path
from desktop.vault.lockfile import FolderLock
lock = FolderLock.acquire(Path(sys.argv[1]), "Pc kamer 3", datetime.fromisoformat("2026-03-02T08:30+01:00"))
print("held", flush=True)
sys.stdin.read()
lock.release()
"""


def _holder(folder: Path) -> subprocess.Popen[str]:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    return child


def _end(child: subprocess.Popen[str]) -> None:
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.close()
    child.wait(30)
    child.stdout.close()


def test_36_a_second_program_names_the_holder_and_writes_nothing(tmp_path: Path) -> None:
    kit = vaultkit.filled(tmp_path)
    child = _holder(kit.folder)
    try:
        before = vaultkit.contents(kit.folder)
        with pytest.raises(VaultInUse) as error:
            FolderLock.acquire(kit.folder, "Laptop IB", vaultkit.NOW)
        assert isinstance(error.value, Bezet)
        assert error.value.holder == "Pc kamer 3"
        assert "02-03-2026 08:30" in error.value.zin
        assert vaultkit.contents(kit.folder) == before
        # the text says which device and since when; nothing about a person, a process or a computer's name
        assert json.loads(before["kluis.slot"]) == {"apparaat": "Pc kamer 3", "sinds": "2026-03-02T08:30:00+01:00"}
    finally:
        _end(child)
    FolderLock.acquire(kit.folder, "Laptop IB", vaultkit.NOW).release()


def test_37_what_a_crash_left_is_taken_over_and_nothing_deleted(tmp_path: Path) -> None:
    kit = vaultkit.filled(tmp_path)
    child = _holder(kit.folder)
    child.kill()
    child.wait(30)
    _end(child)
    before = vaultkit.contents(kit.folder)
    assert b"Pc kamer 3" in before["kluis.slot"]
    with FolderLock.acquire(kit.folder, "Laptop IB", vaultkit.NOW):
        after = vaultkit.contents(kit.folder)
        assert b"Laptop IB" in after.pop("kluis.slot")
        before.pop("kluis.slot")
        assert after == before
        assert vaultkit.pupils(kit.folder, kit.key) == 20


def test_22_a_header_that_a_scanner_holds_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kit = vaultkit.bare(tmp_path)
    tries: list[Path] = []

    def held(source: Path, target: Path) -> None:
        tries.append(target)
        raise PermissionError(13, "in use")

    monkeypatch.setattr(atomic.write, "__kwdefaults__", {"rename": held, "pause": lambda seconds: None})
    before = vaultkit.contents(kit.folder)
    with pytest.raises(AlleenLezen, match="Er is niets veranderd"):
        map_.confirm_recovery(kit.folder, kit.header, kit.key)
    assert len(tries) > 3
    assert vaultkit.contents(kit.folder) == before
    assert kit.read() == kit.header


def test_24_live_use_is_refused_where_backups_may_go(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - De Vlieger" / "school.kluis"
    with pytest.raises(BadLocation) as error:
        location.check_location(folder, environment={})
    assert "OneDrive" in error.value.zin
    assert "reservekopie mag" in error.value.stap


def test_25_a_conflict_copy_is_shown_and_never_merged(tmp_path: Path) -> None:
    kit = vaultkit.filled(tmp_path)
    copy = kit.folder / "kluis-PC2.db"
    copy.write_bytes((kit.folder / map_.DATABASE).read_bytes())
    assert location.conflict_copies(kit.folder) == ["kluis-PC2.db"]
    before = copy.read_bytes()
    assert vaultkit.pupils(kit.folder, kit.key) == 20
    assert copy.read_bytes() == before
