"""An open vault database with a pen, in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.models.core import Clock, Ids
from desktop.vault.store import Vault
from tests.unit.vault.kluis import Pen, make


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is."""
    return tmp_path / "kluis.db"


@pytest.fixture
def vault(path: Path, ids: Ids) -> Iterator[Vault]:
    """A new vault."""
    vault = make(path, ids)
    yield vault
    vault.close()


@pytest.fixture
def pen(vault: Vault, ids: Ids, clock: Clock) -> Pen:
    """Writes in it."""
    return Pen(vault, ids, clock.now())
