"""Disks and files that fail: full, read-only, empty, cut, flipped, swapped, put back (faults 12 to 18)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.models.core import Ids
from desktop.models.errors import Beschadigd, UserError
from desktop.vault.store import Vault
from tests.faults.places import reachable_by_others
from tests.faults.test_database_crash import child
from tests.unit.vault.kluis import ACTOR, Pen, flip, leerling, make, reopen, verslag

PAGE = 4096
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs limits and users as POSIX has them")


@pytest.fixture
def closed(tmp_path: Path, ids: Ids, clock) -> Path:
    """A closed vault of some tens of pages."""
    path = tmp_path / "kluis.db"
    vault = make(path, ids)
    _fill(vault, ids, clock.now(), 12)
    vault.close()
    return path


def _fill(vault: Vault, ids: Ids, at, times: int) -> None:
    pen = Pen(vault, ids, at)
    for n in range(times):
        kind = pen.new(leerling(f"Kind{n}")).record
        report = pen.new(verslag(kind, besproken=f"Gesprek {n}. " * 100))
        pen.next(report, state="vastgesteld", keep=(("pdf", "application/pdf", b"%PDF" * 500),))
        pen.at += timedelta(minutes=1)


def harm(path: Path, ids: Ids) -> list[str]:
    """Return what opening or checking has to say; [] when all seems well. Anything but a sentence is a bug."""
    try:
        vault = reopen(path, ids)
    except UserError as error:
        assert error.zin and error.stap
        return [error.zin]
    try:
        return [finding.code for finding in vault.verify().findings]
    finally:
        vault.close()


@posix
def test_full_disk_keeps_the_form_open_and_loses_nothing(tmp_path: Path) -> None:
    code, said = child("full", tmp_path)
    assert code == 0
    by_what = {line["what"]: line for line in said}
    for what in ("save", "draft", "blob", "backup"):
        assert by_what[what]["error"] == "SchijfVol" and by_what[what]["stap"]
    assert "formulier blijft open" in by_what["save"]["zin"]
    assert by_what["view"] == {"what": "view", "same": True, "gap": True, "copy": False}
    assert by_what["after"] == {"what": "after", "gap": False, "findings": [], "rows": 1}


@posix
def test_read_only_place_opens_for_reading_and_says_so() -> None:
    with reachable_by_others() as place:
        _, (refused, shown, again, same) = child("protected", place)
    assert refused["error"] == again["error"] == "AlleenLezen" and refused["stap"]
    assert shown == {"rows": 1, "shown": True, "gap": True}
    assert same == {"same": True}


@pytest.mark.parametrize("read_only", [False, True])
def test_zero_bytes_are_refused(closed: Path, ids: Ids, read_only: bool) -> None:
    closed.write_bytes(b"")
    with pytest.raises(Beschadigd, match="leeg"):
        reopen(closed, ids, read_only=read_only)
    assert closed.stat().st_size == 0


def test_cut_files_are_found_out(closed: Path, ids: Ids) -> None:
    whole = closed.read_bytes()
    for size in (1, 15, 16, 100, PAGE - 1, PAGE, PAGE + 1, len(whole) // 2, len(whole) - PAGE, len(whole) - 1):
        closed.write_bytes(whole[:size])
        assert harm(closed, ids), size
    closed.write_bytes(whole)
    assert harm(closed, ids) == []


def test_one_flipped_bit_anywhere_is_found_out(closed: Path, ids: Ids) -> None:
    whole = closed.read_bytes()
    pages = len(whole) // PAGE
    # the salt, the header, and in every page its content, its initial vector or its MAC
    offsets = [0, 15, 16, 24, 100, PAGE - 1] + [n * PAGE + (7, 2048, PAGE - 70, PAGE - 1)[n % 4] for n in range(pages)]
    for offset in offsets:
        flip(closed, offset, 1 << offset % 8)
        before = closed.read_bytes()
        assert harm(closed, ids), offset
        assert closed.read_bytes() == before, "a damaged vault is not written to"
        closed.write_bytes(whole)


def test_swapped_pages_are_found_out(closed: Path, ids: Ids) -> None:
    whole = closed.read_bytes()
    pages = len(whole) // PAGE
    for one, two in ((1, 2), (3, pages - 1), (pages // 2, pages // 2 + 1)):
        data = bytearray(whole)
        first, second = slice(one * PAGE, (one + 1) * PAGE), slice(two * PAGE, (two + 1) * PAGE)
        data[first], data[second] = whole[second], whole[first]
        closed.write_bytes(data)
        assert harm(closed, ids), (one, two)


def test_an_old_page_put_back_is_found_out_where_it_holds_logged_rows(closed: Path, ids: Ids, clock) -> None:
    old = closed.read_bytes()
    vault = reopen(closed, ids)
    _fill(vault, ids, clock.step(days=1), 3)
    root = {
        name: vault._db.value("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,))
        for name in ("revision", "payload", "audit", "device", "record")
    }
    vault.close()
    new = closed.read_bytes()
    changed = [n for n in range(len(old) // PAGE) if old[n * PAGE : n * PAGE + PAGE] != new[n * PAGE : n * PAGE + PAGE]]
    assert {root["revision"] - 1, root["audit"] - 1, root["device"] - 1} & set(changed)
    silent = []
    for page in changed:
        part = slice(page * PAGE, (page + 1) * PAGE)
        data = bytearray(new)
        data[part] = old[part]
        closed.write_bytes(data)
        if not harm(closed, ids):
            silent.append(page + 1)
    # only the search index's own list of pages can be old without a word, and it can be made again
    assert len(changed) > 20 and len(silent) <= 1, silent


def test_a_whole_old_vault_put_back_is_found_out_by_a_receipt(closed: Path, ids: Ids, clock) -> None:
    old = closed.read_bytes()
    vault = reopen(closed, ids)
    vault.log(ACTOR, "reservekopie", clock.now())
    receipt = vault.audit_head
    vault.close()
    closed.write_bytes(old)
    vault = reopen(closed, ids)
    assert vault.verify().findings == () and not vault.holds_audit_head(receipt)
    vault.close()


def test_unreadable_place_has_a_sentence(closed: Path, ids: Ids, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(self: Path, **options: object) -> os.stat_result:
        raise PermissionError(13, "x")

    call: Callable[[], Vault] = lambda: reopen(closed, ids)  # noqa: E731
    monkeypatch.setattr(Path, "stat", gone)
    with pytest.raises(UserError, match="bereikbaar"):
        call()
