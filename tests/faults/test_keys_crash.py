"""Faults 5-9 and 11: killed in setup, while changing a passphrase, in renewal of the key, in backup, in restore."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.models.errors import NietGevonden
from desktop.vault import backup, rekey, restore
from desktop.vault import folder as map_
from desktop.vault.crypto import VaultKey, WrongSecret
from desktop.vault.header import Pairing
from desktop.vault.headerfile import NoVault
from tests import vaultkit

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills are made with fork, which this system lacks")

ROOT = Path(__file__).resolve().parents[2]


def _kills(action: str, template: Path, code: str, points: int, timers: int = 0) -> list[Path]:
    """Run an action with kills; return the folders of those that were killed, and check that the first was not."""
    command = [sys.executable, "-m", "tests.killing", action, str(template), code, str(points), str(timers)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result[0][1] is False
    killed = [Path(place) for place, was in result if was]
    # the last place is the last line, and by then a timer may be too late
    assert len(killed) >= points
    return killed


def _place(tmp_path: Path, kit: vaultkit.Kit) -> Path:
    place = tmp_path / "plek"
    place.mkdir()
    shutil.move(kit.folder, place / "school.kluis")
    return place


def _opens(folder: Path, key: VaultKey) -> bool:
    return rekey._opens(folder / map_.DATABASE, key)


def test_setup_can_be_resumed_and_no_vault_is_keyless(tmp_path: Path) -> None:
    template = tmp_path / "leeg"
    template.mkdir()
    ends = set()
    for place in _kills("setup", template, "", 24):
        folder = place / "nieuw.kluis"
        database = folder / map_.DATABASE
        try:
            header = map_.read_header(folder)
        except NoVault:
            ends.add("nothing")
            assert not database.exists()
        else:
            key = map_.derive(header, header.slots[0].id, vaultkit.PASSPHRASE)
            assert not header.recovery_confirmed
            if database.exists():
                ends.add("database")
                with vaultkit.opened(folder, key) as vault:
                    assert vault.vault_id == header.vault_id
                continue
            ends.add("header")
        map_.create_vault_folder(
            folder,
            account=vaultkit.ACCOUNT,
            label="Directeur",
            passphrase=vaultkit.PASSPHRASE,
            params=vaultkit.SMALLEST,
        )
        assert not map_.read_header(folder).from_previous
    assert ends == {"nothing", "header", "database"}


def test_a_new_passphrase_is_there_or_not_and_pairs_with_the_database(tmp_path: Path) -> None:
    kit = vaultkit.filled(tmp_path)
    place = _place(tmp_path, kit)
    pairings = set()
    for each in _kills("passphrase", place, kit.code, 16):
        folder = each / "school.kluis"
        header = map_.read_header(folder)
        assert not header.from_previous
        key = map_.derive_recovery(header, kit.code)
        passphrase = vaultkit.PASSPHRASE if header.generation == 1 else "een heel andere zin"
        assert map_.derive(header, kit.slot, passphrase) == key
        with vaultkit.opened(folder, key) as vault:
            pairings.add(header.pair(int(vault.meta("header_generation") or 0)))
        # whatever was cut off: from the next change on, no file holds the old passphrase
        if header.generation > 1:
            header = map_.set_audit_head(folder, header, key, bytes(32))
            (folder / map_.HEADER).unlink()
            with pytest.raises(WrongSecret):
                map_.derive(map_.read_header(folder), kit.slot, vaultkit.PASSPHRASE)
    assert pairings == {Pairing.GELIJK, Pairing.HEADER_VOOR}


def _check_renewed(folder: Path, kit: vaultkit.Kit) -> int:
    """One of the pending keys opens the database, not both; the next opening finishes by itself. Returns its keys."""
    header = map_.read_header(folder)
    key = map_.derive_recovery(header, kit.code)
    known = [key] if key.pending is None else [key, key.pending]
    assert sum(_opens(folder, each) for each in known) == 1
    header, key = rekey.settle(folder, header, key)
    assert not header.pending
    assert vaultkit.pupils(folder, key) == 20
    with vaultkit.opened(folder, key) as vault:
        mirrored = int(vault.meta("header_generation") or 0)
    assert header.pair(mirrored) in (Pairing.GELIJK, Pairing.HEADER_VOOR)
    renewed = header.key_generation == 2
    assert _opens(folder, kit.key) is not renewed
    assert not (folder / rekey.FRESH).exists()
    (folder / map_.HEADER).unlink()
    # killed between the two header files, the older one still holds both keys: it opens the vault all the same
    older = map_.derive_recovery(map_.read_header(folder), kit.code)
    assert key in (older, older.pending)
    return len(known)


def test_renewal_of_the_key_is_finished_after_any_kill(tmp_path: Path) -> None:
    kit = vaultkit.filled(tmp_path)
    place = _place(tmp_path, kit)
    killed = _kills("renew", place, kit.code, 30, 6)
    assert {_check_renewed(each / "school.kluis", kit) for each in killed} == {1, 2}


def test_finishing_a_renewal_may_be_killed_too(tmp_path: Path) -> None:
    kit = vaultkit.filled(tmp_path)
    rekey.begin(kit.folder, kit.header, kit.key)
    (kit.folder / rekey.FRESH).write_bytes(b"half a copy")
    place = _place(tmp_path, kit)
    for each in _kills("renew", place, kit.code, 10):
        _check_renewed(each / "school.kluis", kit)


def test_a_kill_in_backup_leaves_the_previous_one(tmp_path: Path) -> None:
    kit = vaultkit.filled(tmp_path)
    place = _place(tmp_path, kit)
    folder, target = place / "school.kluis", place / "stick.kluisbackup"
    with vaultkit.opened(folder, kit.key) as vault:
        backup.make(vault, folder, kit.header, kit.key, target, vaultkit.always, vaultkit.NOW)
    earlier = target.read_bytes()
    leftovers = 0
    for each in _kills("make_backup", place, kit.code, 14):
        found = restore.inspect(each / target.name)
        found.check(kit.key)
        leftovers += (each / "stick.kluisbackup.deel").exists()
        assert vaultkit.pupils(each / "school.kluis", kit.key) == 20
        if (each / target.name).read_bytes() == earlier:
            with vaultkit.opened(each / "school.kluis", kit.key) as vault:
                backup.make(
                    vault,
                    each / "school.kluis",
                    kit.header,
                    kit.key,
                    each / target.name,
                    vaultkit.always,
                    vaultkit.NOW,
                )
            assert not (each / "stick.kluisbackup.deel").exists()
    assert leftovers


def test_a_kill_in_restore_leaves_the_live_vault_and_no_half_one(tmp_path: Path) -> None:
    kit = vaultkit.filled(tmp_path)
    place = _place(tmp_path, kit)
    folder = place / "school.kluis"
    with vaultkit.opened(folder, kit.key) as vault:
        backup.make(vault, folder, kit.header, kit.key, place / "stick.kluisbackup", vaultkit.always, vaultkit.NOW)
    before = vaultkit.contents(folder)
    ends = set()
    for each in _kills("put_back", place, kit.code, 14):
        assert vaultkit.contents(each / "school.kluis") == before
        target = each / "terug.kluis"
        ends.add((target.exists(), (each / "terug.kluis.deel").exists()))
        if not target.exists():
            found = restore.inspect(each / "stick.kluisbackup")
            restore.restore(found, target, kit.key)
        assert vaultkit.pupils(target, kit.key) == 20
        assert not (each / "terug.kluis.deel").exists()
    assert (False, True) in ends
    with pytest.raises(NietGevonden):
        restore.inspect(tmp_path / "weg.kluisbackup")
