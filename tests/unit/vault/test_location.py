"""Where a vault may live, and what a synchronising program leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.vault import location
from desktop.vault.location import BadLocation, check_location, conflict_copies, is_read_only
from tests import vaultkit


def _check(folder: Path, environment: dict[str, str] | None = None) -> None:
    check_location(folder, environment=environment or {}, drive_type=lambda root: 3)


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - De Vlieger", "OneDrive"),
        ("onedrive", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Dropbox (School)", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive", "Google Drive"),
        ("Mijn Drive", "Google Drive"),
        ("My Drive", "Google Drive"),
        ("Gedeelde drives", "Google Drive"),
        ("iCloudDrive", "iCloud"),
        ("Nextcloud", "gedeelde map"),
    ],
)
def test_synchronised_folders_are_refused_anywhere_above(tmp_path: Path, part: str, name: str) -> None:
    for folder in (tmp_path / part, tmp_path / part / "diep" / "school.kluis"):
        with pytest.raises(BadLocation, match=name) as error:
            _check(folder)
        assert "reservekopie" in error.value.stap


@pytest.mark.parametrize("part", ["Documenten", "OneDriveOud", "Mijn Drive-in", "Dropboxen", "school.kluis"])
def test_ordinary_folders_are_fine(tmp_path: Path, part: str) -> None:
    _check(tmp_path / part / "school.kluis")


@pytest.mark.parametrize("variable", ["OneDrive", "OneDriveConsumer", "OneDriveCommercial"])
def test_windows_says_where_onedrive_is(tmp_path: Path, variable: str) -> None:
    with pytest.raises(BadLocation, match="OneDrive"):
        _check(tmp_path / "Bureaublad" / "school.kluis", {variable: str(tmp_path / "Bureaublad")})
    _check(tmp_path / "Elders" / "school.kluis", {variable: str(tmp_path / "Bureaublad")})


@pytest.mark.parametrize("marker", [".dropbox", ".dropbox.cache", ".849C9593-D756-4E56-8D6E-42412F2A707B"])
def test_a_renamed_folder_is_known_by_its_mark(tmp_path: Path, marker: str) -> None:
    (tmp_path / "Wolk").mkdir()
    (tmp_path / "Wolk" / marker).touch()
    with pytest.raises(BadLocation):
        _check(tmp_path / "Wolk" / "school.kluis")


def test_a_link_into_one_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "OneDrive").mkdir()
    vaultkit.link(tmp_path / "gewoon", tmp_path / "OneDrive")
    with pytest.raises(BadLocation):
        _check(tmp_path / "gewoon" / "school.kluis")
    vaultkit.link(tmp_path / "kring", tmp_path / "kring")
    _check(tmp_path / "kring")


@pytest.mark.parametrize(
    ("path", "share"),
    [
        ("//server/school/school.kluis", True),
        ("\\\\server\\school\\school.kluis", True),
        ("\\\\?\\UNC\\server\\school", True),
        ("\\\\?\\C:\\Kluizen\\school.kluis", False),
        ("C:\\Kluizen\\school.kluis", False),
        ("/kluizen/school.kluis", False),
    ],
)
def test_a_share_is_known_by_its_path(path: str, share: bool) -> None:
    assert location._is_share(Path(path)) is share


def test_a_share_is_refused() -> None:
    with pytest.raises(BadLocation, match="netwerkschijf"):
        _check(Path("//server/school/school.kluis"))


def test_a_mapped_drive_is_refused(tmp_path: Path) -> None:
    asked: list[str] = []

    def remote(root: str) -> int:
        asked.append(root)
        return location.DRIVE_REMOTE

    with pytest.raises(BadLocation, match="netwerkschijf"):
        check_location(tmp_path, environment={}, drive_type=remote)
    assert asked == [tmp_path.anchor]


def test_this_machine_itself_is_fine(tmp_path: Path) -> None:
    check_location(tmp_path / "school.kluis")


def test_conflict_copies_are_listed_and_left(tmp_path: Path) -> None:
    ours = ["kluis.hdr", "kluis.hdr.vorige", "kluis.db", "kluis.db-journal", "kluis.slot", "kluis.db.nieuw"]
    ours += ["kluis.hdr.deel", "kluis.db.sleutel", "kluis.db.formaat1"]
    copies = [
        "kluis (1).db",
        "kluis-PC2.db",
        "kluis-PC2.hdr",
        "kluis (conflicted copy 2026-03-02).db",
        "Kluis - kopie.db",
    ]
    for name in [*ours, *copies, "lees mij.txt", "desktop.ini"]:
        (tmp_path / name).write_bytes(b"x")
    assert conflict_copies(tmp_path) == sorted(copies)
    assert len(list(tmp_path.iterdir())) == len(ours) + len(copies) + 2
    assert conflict_copies(tmp_path / "weg") == []


def test_read_only_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_read_only(tmp_path)
    for name in ("kluis.db", "kluis.hdr"):
        (tmp_path / name).write_bytes(b"x")
    assert not is_read_only(tmp_path)
    # the superuser may write anywhere, so what the system answers is set here
    for refused in (tmp_path, tmp_path / "kluis.db", tmp_path / "kluis.hdr"):
        with monkeypatch.context() as patch:
            patch.setattr(location.os, "access", lambda path, mode, refused=refused: path != refused)
            assert is_read_only(tmp_path)


def test_read_only_is_noticed_where_the_system_says_otherwise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kluis.hdr").write_bytes(b"x")

    def refuse(path: Path, flags: int) -> int:
        assert path.name == "kluis.hdr"
        raise PermissionError(13, "no")

    with monkeypatch.context() as patch:
        patch.setattr(location.os, "open", refuse)
        assert is_read_only(tmp_path)
    assert (tmp_path / "kluis.hdr").read_bytes() == b"x"
