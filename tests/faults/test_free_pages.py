"""A free page that a cut-off transaction wrote half: no data, and yet SQLCipher stops writing at the sight of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.models.core import Ids
from desktop.models.errors import AlleenLezen
from desktop.vault.journal import journal_of
from tests.unit.vault.kluis import Pen, flip, leerling, make, reopen, verslag

PAGE = 4096


@pytest.fixture
def torn(tmp_path: Path, ids: Ids, clock) -> Path:
    """A closed vault in whose last page, a free one, a bit is wrong."""
    path = tmp_path / "kluis.db"
    vault = make(path, ids)
    Pen(vault, ids, clock.now()).new(verslag())
    vault.put_blob(b"x" * 10 * PAGE, "application/pdf")
    vault.close()
    vault = reopen(path, ids)  # throws the blob away, which no record names
    assert vault._db.value("PRAGMA freelist_count") > 5
    vault.close()
    flip(path, path.stat().st_size - PAGE + 100)
    return path


def test_without_a_cut_off_writer_it_is_reported_and_stops_the_writing(torn: Path, ids: Ids, clock) -> None:
    vault = reopen(torn, ids)
    assert [finding.code for finding in vault.verify().findings] == ["bladzijde"]
    vault.backup_to(torn.with_name("kopie.db"), lambda: True)
    with pytest.raises(AlleenLezen):
        Pen(vault, ids, clock.now()).new(leerling())
    vault.close()


def test_after_a_cut_off_writer_every_free_page_is_written_again(torn: Path, ids: Ids, clock) -> None:
    journal_of(torn).write_bytes(b"\0" * 512)  # all of it that was on disk when the power went
    vault = reopen(torn, ids)
    assert vault.verify().findings == ()
    assert vault._db.value("SELECT count(*) FROM blob") == 0 and vault._db.value("PRAGMA freelist_count") > 5
    vault.backup_to(torn.with_name("kopie.db"), lambda: True)
    Pen(vault, ids, clock.now()).new(leerling())
    assert vault.verify().findings == ()
    vault.close()
    for path in (torn, torn.with_name("kopie.db")):
        vault = reopen(path, ids)
        assert vault.verify().findings == ()
        vault.close()


def test_a_page_that_holds_something_is_not_mended_but_reported(torn: Path, ids: Ids, clock) -> None:
    flip(torn, torn.stat().st_size - PAGE + 100)  # as it was
    flip(torn, 3 * PAGE + 100)
    journal_of(torn).write_bytes(b"\0" * 512)
    vault = reopen(torn, ids)
    assert "bladzijde" in [finding.code for finding in vault.verify().findings]
    vault.close()


def test_a_clean_end_costs_the_next_opening_nothing(torn: Path, ids: Ids) -> None:
    flip(torn, torn.stat().st_size - PAGE + 100)
    before = torn.read_bytes()
    reopen(torn, ids).close()
    assert torn.read_bytes() == before
