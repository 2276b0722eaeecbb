"""Files that go out of the vault and come in: whole or not at all, and never without an end."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from desktop.documents.bijlage import MAX_BYTES
from desktop.models.errors import SchijfVol, UserError
from desktop.services.beeld import lees, schrijf


def test_a_file_is_written_in_place_of_the_old_one(tmp_path: Path) -> None:
    doel = tmp_path / "uit.pdf"
    doel.write_bytes(b"oud")
    schrijf(doel, b"nieuw")
    assert doel.read_bytes() == b"nieuw"
    assert list(tmp_path.iterdir()) == [doel]


class _Vol:
    """A file on a disk that is full."""

    def __enter__(self) -> _Vol:
        return self

    def __exit__(self, *wat: object) -> None:
        return None

    def write(self, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    doel = tmp_path / "uit.pdf"
    doel.write_bytes(b"oud")
    echt = Path.open

    def open_vol(self: Path, mode: str = "r") -> object:
        echt(self, mode).close()
        return _Vol()

    with monkeypatch.context() as even:
        even.setattr(Path, "open", open_vol)
        with pytest.raises(SchijfVol):
            schrijf(doel, b"nieuw")
    assert doel.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [doel]


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError) as fout:
        schrijf(tmp_path / "weg" / "uit.pdf", b"nieuw")
    assert fout.value.stap == "Kies een andere map of naam."


def test_what_stands_beside_it_is_not_ours_to_overwrite(tmp_path: Path) -> None:
    naast = tmp_path / "uit.pdf.deel"
    naast.write_bytes(b"van een ander")
    with pytest.raises(UserError):
        schrijf(tmp_path / "uit.pdf", b"nieuw")
    assert naast.read_bytes() == b"van een ander"


def test_a_huge_file_is_read_no_further_than_needed(tmp_path: Path) -> None:
    groot = tmp_path / "groot.pdf"
    with groot.open("wb") as bestand:
        bestand.truncate(MAX_BYTES * 4)
    assert len(lees(groot)) == MAX_BYTES + 1
    with pytest.raises(UserError):
        lees(tmp_path)
