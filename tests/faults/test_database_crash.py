"""Kills: what was acknowledged is there, what was not is whole or absent (faults 1, 2, 4, 19, 20)."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop.models.core import Ids
from desktop.models.errors import Beschadigd
from desktop.models.opslag import Query
from desktop.vault.journal import journal_of
from desktop.vault.store import Vault
from tests.unit.vault.kluis import Pen, leerling, make, reopen

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and signals")


def child(mode: str, folder: Path, *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    """Run a mode of `database_child`; return its exit code and what it said."""
    command = [sys.executable, "-m", "tests.faults.database_child", mode, str(folder), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode in (0, 9, -signal.SIGKILL), done.stderr
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_no_acknowledged_save_is_lost_over_a_thousand_saves_and_twenty_kills(tmp_path: Path) -> None:
    _, rounds = child("kills", tmp_path, "20", "52", "1")
    end = rounds.pop()
    assert len(rounds) == 20 and end["total"] >= 1000
    assert all(r["lost"] == 0 and r["acknowledged"] > 0 for r in rounds)
    # at most one save a round was done and not yet acknowledged
    assert end["total"] <= end["versies"] <= end["total"] + 20
    assert end["findings"] == []


@pytest.fixture
def crashed(tmp_path: Path) -> Path:
    """A vault whose writer died half-way a transaction, with a hot journal beside it."""
    folder = tmp_path / "a"
    folder.mkdir()
    assert child("half", folder, "60")[0] == 9
    path = folder / "kluis.db"
    assert journal_of(path).stat().st_size > 0
    return path


def test_half_a_transaction_is_rolled_back_at_opening(crashed: Path, ids: Ids) -> None:
    vault = reopen(crashed, ids)
    assert vault.count(Query()) == 20 and list(vault.search("half")) == []
    assert vault.verify().findings == ()
    vault.close()


def test_deleted_journal_is_reported(crashed: Path, ids: Ids) -> None:
    journal_of(crashed).unlink()
    assert _harm(crashed, ids)


def test_journal_of_another_vault_is_refused_and_changes_nothing(crashed: Path, tmp_path: Path, ids: Ids) -> None:
    other = tmp_path / "b" / "kluis.db"
    other.parent.mkdir()
    vault = Vault.create(other, bytes(32), bytes(32), vault_id=ids.new(), device=ids.new(), device_label="pc", ids=ids)
    Pen(vault, ids, _now()).new(leerling())
    vault.close()
    shutil.copy(journal_of(crashed), journal_of(other))
    before = other.read_bytes()
    for read_only in (False, True):
        with pytest.raises(Beschadigd, match="journaal") as info:
            reopen(other, ids, key=bytes(32), read_only=read_only)
        assert info.value.stap
    assert other.read_bytes() == before
    journal_of(other).unlink()
    again = Vault.open(other, bytes(32), bytes(32), device=ids.new(), device_label="pc", ids=ids)
    assert again.count(Query()) == 1 and again.verify().findings == ()
    again.close()


def test_journal_of_rubbish_is_ignored(tmp_path: Path, ids: Ids) -> None:
    path = tmp_path / "kluis.db"
    make(path, ids).close()
    for rubbish in (b"x", bytes(2000), b"niet van ons" * 1000):
        journal_of(path).write_bytes(rubbish)
        vault = reopen(path, ids)
        assert vault.verify().findings == ()
        vault.close()


def test_kill_in_a_migration_leaves_the_old_vault(tmp_path: Path, ids: Ids) -> None:
    assert child("migration", tmp_path)[0] == -signal.SIGKILL
    vault = reopen(tmp_path / "kluis.db", ids)
    assert vault.count(Query()) == 1 and vault.verify().findings == ()
    vault.close()


def _harm(path: Path, ids: Ids) -> list[str]:
    try:
        vault = reopen(path, ids)
    except Beschadigd as error:
        return [error.zin]
    try:
        return [finding.code for finding in vault.verify().findings]
    finally:
        vault.close()


def _now() -> Any:
    from tests.faults.database_child import AT

    return AT
