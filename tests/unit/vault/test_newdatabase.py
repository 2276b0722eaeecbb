"""The database of a new vault: whole, or not there."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from desktop.models.errors import AlleenLezen
from desktop.vault import atomic, newdatabase
from desktop.vault.connection import Database
from desktop.vault.newdatabase import make_database

KEY = bytes(range(32))


def test_it_holds_its_tables_and_its_id(tmp_path: Path) -> None:
    make_database(tmp_path / "kluis.db", KEY, UUID(int=3))
    db = Database.open(tmp_path / "kluis.db", KEY)
    assert db.value("SELECT value FROM meta WHERE key = 'vault_id'") == str(UUID(int=3))
    db.close()
    assert [p.name for p in tmp_path.iterdir()] == ["kluis.db"]


def test_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "kluis.db").write_bytes(b"")
    with pytest.raises(FileExistsError):
        make_database(tmp_path / "kluis.db", KEY, UUID(int=3))
    assert (tmp_path / "kluis.db").read_bytes() == b""


def test_what_a_kill_left_is_cleared(tmp_path: Path) -> None:
    (tmp_path / "kluis.db.deel").write_bytes(b"half")
    (tmp_path / "kluis.db.deel-journal").write_bytes(b"half")
    make_database(tmp_path / "kluis.db", KEY, UUID(int=3))
    assert [p.name for p in tmp_path.iterdir()] == ["kluis.db"]


def test_a_rename_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(newdatabase.atomic, "put", refuse)
    with pytest.raises(AlleenLezen):
        make_database(tmp_path / "kluis.db", KEY, UUID(int=3))
    assert list(tmp_path.iterdir()) == []
    assert atomic.SUFFIX == ".deel"
