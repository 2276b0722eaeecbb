"""Writing a file whole: the old one or the new one, whatever gets in between."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from desktop.models.errors import AlleenLezen, SchijfVol, UserError
from desktop.vault import atomic
from tests import vaultkit


def test_it_writes_and_replaces(tmp_path: Path) -> None:
    target = tmp_path / "kluis.hdr"
    for data in (b"een", b"twee", b""):
        atomic.write(target, data)
        assert target.read_bytes() == data
    assert [p.name for p in tmp_path.iterdir()] == ["kluis.hdr"]


def test_a_leftover_is_replaced_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders"
    elsewhere.write_bytes(b"van een ander")
    vaultkit.link(tmp_path / "kluis.hdr.deel", elsewhere)
    atomic.write(tmp_path / "kluis.hdr", b"nieuw")
    assert elsewhere.read_bytes() == b"van een ander"
    assert (tmp_path / "kluis.hdr").read_bytes() == b"nieuw"


def test_all_is_synced_before_the_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (order.append("sync"), real(handle))[1])

    def rename(source: Path, target: Path) -> None:
        order.append(f"rename {source.read_bytes().decode()}")
        source.replace(target)

    atomic.write(tmp_path / "kluis.hdr", b"heel", rename=rename)
    assert order[:2] == ["sync", "rename heel"]
    if os.name == "posix":
        assert order[2:] == ["sync"]


@pytest.mark.skipif(os.name != "nt", reason="elsewhere an open file does not stop a rename")
def test_a_file_that_is_really_open_is_waited_for(tmp_path: Path) -> None:
    target = tmp_path / "kluis.hdr"
    target.write_bytes(b"oud")
    scanner = target.open("rb")
    pauses: list[float] = []

    def wait(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            scanner.close()

    atomic.write(target, b"nieuw", pause=wait)
    assert len(pauses) == 3
    assert target.read_bytes() == b"nieuw"
    with target.open("rb"), pytest.raises(AlleenLezen):
        atomic.write(target, b"nooit", pause=lambda seconds: None)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"kluis.hdr": b"nieuw"}


@pytest.mark.parametrize("held", [1, 3, 6])
def test_a_virus_scanner_is_waited_for(tmp_path: Path, held: int) -> None:
    target = tmp_path / "kluis.hdr"
    target.write_bytes(b"oud")
    left, pauses = iter(range(held)), []

    def rename(source: Path, destination: Path) -> None:
        if next(left, None) is not None:
            assert target.read_bytes() == b"oud"
            raise PermissionError(errno.EACCES, "in use")
        source.replace(destination)

    atomic.write(target, b"nieuw", rename=rename, pause=pauses.append)
    assert target.read_bytes() == b"nieuw"
    assert len(pauses) == held
    assert pauses == sorted(pauses)


def test_one_that_never_lets_go_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "kluis.hdr"
    target.write_bytes(b"oud")
    pauses: list[float] = []

    def rename(source: Path, destination: Path) -> None:
        raise PermissionError(errno.EACCES, "in use")

    with pytest.raises(AlleenLezen) as error:
        atomic.write(target, b"nieuw", rename=rename, pause=pauses.append)
    assert "ander programma" in error.value.stap
    assert [p.name for p in tmp_path.iterdir()] == ["kluis.hdr"]
    assert target.read_bytes() == b"oud"
    assert 1 < sum(pauses) < 3


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (errno.ENOSPC, SchijfVol, "vol"),
        (errno.EDQUOT, SchijfVol, "vol"),
        (errno.EFBIG, SchijfVol, "vol"),
        (errno.EROFS, AlleenLezen, "alleen te lezen"),
        (errno.EACCES, AlleenLezen, "tegengehouden"),
        (errno.EIO, UserError, "Schrijven"),
        (errno.ENODEV, UserError, "Schrijven"),
    ],
)
def test_the_true_cause_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[UserError], words: str
) -> None:
    target = tmp_path / "kluis.hdr"
    target.write_bytes(b"oud")

    def fail(handle: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(kind, match=words) as error:
        atomic.write(target, b"nieuw")
    assert error.value.stap
    assert target.read_bytes() == b"oud"
    assert [p.name for p in tmp_path.iterdir()] == ["kluis.hdr"]


def test_a_folder_without_sync_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unable(handle: int) -> None:
        raise OSError(errno.EINVAL, "not here")

    monkeypatch.setattr(os, "fsync", unable)
    atomic.sync_folder(tmp_path)


def test_a_folder_moves_too(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x").write_bytes(b"x")
    atomic.put(tmp_path / "a", tmp_path / "b", rename=os.rename)
    assert (tmp_path / "b" / "x").read_bytes() == b"x"


@pytest.mark.parametrize(
    ("code", "kind", "word"), [(39, SchijfVol, "vol"), (112, SchijfVol, "vol"), (123, UserError, "naam")]
)
def test_what_windows_says_is_understood_by_its_own_number(code: int, kind: type[UserError], word: str) -> None:
    error = OSError(errno.EINVAL, "x")
    error.winerror = code  # type: ignore[attr-defined,unused-ignore]
    told = atomic.write_error(error)
    assert type(told) is kind and word in told.zin


def test_a_name_that_cannot_be_is_named_as_the_cause(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="naam"):
        atomic.write(tmp_path / ("wie?" if os.name == "nt" else "n" * 300), b"x")
    assert list(tmp_path.iterdir()) == []
