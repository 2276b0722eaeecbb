"""Fault 2 on every system: a program that saves is ended by the system; what it acknowledged is there."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from desktop.models.core import Ids
from desktop.services.systeem import Uuid7
from tests.unit.vault.kluis import Pen, make, reopen, verslag

ROOT = Path(__file__).resolve().parents[2]


def write_for_ever(path: Path) -> None:
    """Save, and name each revision once it is acknowledged; never ends by itself."""
    pen = Pen(reopen(path, Uuid7()), Uuid7(), datetime(2026, 3, 2, 9, tzinfo=UTC))
    while True:
        print(pen.new(verslag(besproken="Kanarie " * 200)).revision, flush=True)


@pytest.mark.parametrize("saves", [1, 25])
def test_nothing_acknowledged_is_lost_when_the_system_ends_the_program(tmp_path: Path, ids: Ids, saves: int) -> None:
    path = tmp_path / "kluis.db"
    make(path, ids).close()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.test_writer_killed", str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout is not None
        told = [writer.stdout.readline().strip() for _ in range(saves)]
        writer.kill()
        told += [line.strip() for line in writer.stdout if line.endswith("\n")]
    vault = reopen(path, ids)
    assert all(vault.revision(UUID(revision)) for revision in told)
    report = vault.verify()
    # at most one save was done and not yet acknowledged
    assert saves <= len(told) <= report.counts["versies"] <= len(told) + 1
    assert report.findings == ()
    vault.close()


if __name__ == "__main__":
    write_for_ever(Path(sys.argv[1]))
