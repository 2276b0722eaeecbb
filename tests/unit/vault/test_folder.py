"""Making a vault's folder and changing the ways into it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from desktop.models.errors import AlleenLezen, NietGevonden, UserError
from desktop.vault import folder as map_
from desktop.vault.crypto import PassphraseTooShort, VaultKey, WrongSecret
from desktop.vault.folder import FolderNotEmpty, LastWayIn
from desktop.vault.headerfile import HeaderChanged, NoVault
from tests import vaultkit
from tests.vaultkit import ACCOUNT, PASSPHRASE, SMALLEST

SECOND = UUID(int=22)
OTHER = "een heel andere zin"


@pytest.fixture
def kit(tmp_path: Path) -> vaultkit.Kit:
    return vaultkit.bare(tmp_path)


def _new(folder: Path, passphrase: str = PASSPHRASE) -> tuple[map_.Header, VaultKey, str]:
    return map_.create_vault_folder(
        folder, account=ACCOUNT, label="Directeur", passphrase=passphrase, params=SMALLEST, now=vaultkit.NOW
    )


def _second(kit: vaultkit.Kit) -> map_.Header:
    return map_.add_passphrase_slot(
        kit.folder, kit.header, kit.key, account=SECOND, label="Directeur", passphrase=OTHER, params=SMALLEST
    )


def test_a_new_vault_opens_with_passphrase_and_sheet(tmp_path: Path) -> None:
    folder = tmp_path / "map" / "nieuw.kluis"
    header, key, code = _new(folder)
    read = map_.read_header(folder)
    assert read == header
    assert (read.generation, read.key_generation, read.recovery_confirmed, read.from_previous) == (1, 1, False, False)
    assert read.created == vaultkit.NOW
    assert [(s.kind, s.label, s.account) for s in read.slots] == [
        ("wachtwoordzin", "Directeur", ACCOUNT),
        ("herstel", "Herstelblad", None),
    ]
    assert map_.derive(read, read.slots[0].id, PASSPHRASE) == key
    assert map_.derive_recovery(read, code.lower()) == key
    assert sorted(p.name for p in folder.iterdir()) == [map_.HEADER, map_.PREVIOUS]


def test_a_short_passphrase_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(PassphraseTooShort):
        _new(tmp_path / "nieuw.kluis", "te kort")
    assert list(tmp_path.iterdir()) == []


def test_only_a_new_or_empty_folder(tmp_path: Path, kit: vaultkit.Kit) -> None:
    (tmp_path / "leeg").mkdir()
    _new(tmp_path / "leeg")
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "brief.docx").write_bytes(b"x")
    (tmp_path / "bestand").write_bytes(b"x")
    for taken in ("vol", "bestand"):
        with pytest.raises(FolderNotEmpty):
            _new(tmp_path / taken)
    assert (tmp_path / "vol" / "brief.docx").read_bytes() == b"x"


def test_an_unfinished_setup_is_begun_anew_and_a_used_vault_never(kit: vaultkit.Kit) -> None:
    header, key, _ = _new(kit.folder)
    assert header.vault_id != kit.header.vault_id
    map_.set_audit_head(kit.folder, header, key, bytes(32))
    before = vaultkit.contents(kit.folder)
    with pytest.raises(FolderNotEmpty):
        _new(kit.folder)
    assert vaultkit.contents(kit.folder) == before


def test_with_a_database_or_a_damaged_header_setup_refuses(kit: vaultkit.Kit) -> None:
    (kit.folder / map_.DATABASE).write_bytes(b"")
    with pytest.raises(FolderNotEmpty):
        _new(kit.folder)
    (kit.folder / map_.DATABASE).unlink()
    for name in (map_.HEADER, map_.PREVIOUS):
        (kit.folder / name).write_bytes(b"stuk")
    with pytest.raises(FolderNotEmpty):
        _new(kit.folder)


def test_a_second_account_opens_the_same_vault(kit: vaultkit.Kit) -> None:
    header = _second(kit)
    assert header == kit.read()
    assert header.generation == kit.header.generation + 1
    slot = next(s for s in header.slots if s.account == SECOND)
    assert map_.derive(header, slot.id, OTHER) == kit.key
    assert map_.derive(header, kit.slot, PASSPHRASE) == kit.key
    with pytest.raises(WrongSecret):
        map_.derive(header, slot.id, PASSPHRASE)
    with pytest.raises(UserError, match="al een wachtwoordzin"):
        map_.add_passphrase_slot(kit.folder, header, kit.key, account=SECOND, label="Directeur", passphrase=OTHER)


def test_derivation_is_as_strong_as_the_strongest_slot(kit: vaultkit.Kit) -> None:
    stronger = replace(SMALLEST, iterations=4)
    header = map_.add_passphrase_slot(
        kit.folder, kit.header, kit.key, account=SECOND, label="Directeur", passphrase=OTHER, params=stronger
    )
    header = map_.change_passphrase(kit.folder, header, kit.key, slot=kit.slot, passphrase=OTHER)
    assert [s.kdf for s in header.of_kind("wachtwoordzin")] == [stronger, stronger]


def test_a_changed_passphrase_shuts_out_the_old_one_in_both_files(kit: vaultkit.Kit) -> None:
    header = map_.change_passphrase(kit.folder, kit.header, kit.key, slot=kit.slot, passphrase=OTHER)
    assert map_.derive(header, kit.slot, OTHER) == kit.key
    (kit.folder / map_.HEADER).write_bytes(b"")
    stand_in = kit.read()
    assert stand_in.from_previous
    for each in (header, stand_in):
        with pytest.raises(WrongSecret):
            map_.derive(each, kit.slot, PASSPHRASE)


def test_a_removed_account_is_out_of_both_files_with_its_computers(kit: vaultkit.Kit) -> None:
    header = _second(kit)
    header = map_.add_device_slot(kit.folder, header, kit.key, account=SECOND, label="Pc kamer 2", secret=b"d" * 32)
    slot = next(s for s in header.of_kind("wachtwoordzin") if s.account == SECOND)
    device = header.of_kind("apparaat")[0].id
    assert map_.derive_device(header, SECOND, b"d" * 32) == (device, kit.key)
    header = map_.remove_slot(kit.folder, header, kit.key, slot=slot.id)
    assert not any(s.account == SECOND for s in header.slots)
    assert (kit.folder / map_.HEADER).read_bytes() == (kit.folder / map_.PREVIOUS).read_bytes()
    with pytest.raises(WrongSecret):
        map_.derive(header, slot.id, OTHER)
    with pytest.raises(WrongSecret):
        map_.derive_device(header, SECOND, b"d" * 32)


def test_the_last_passphrase_and_the_sheet_stay(kit: vaultkit.Kit) -> None:
    before = vaultkit.contents(kit.folder)
    with pytest.raises(LastWayIn):
        map_.remove_slot(kit.folder, kit.header, kit.key, slot=kit.slot)
    sheet = kit.header.of_kind("herstel")[0].id
    for remove in (map_.remove_slot, map_.remove_device_slot):
        with pytest.raises(NietGevonden):
            remove(kit.folder, kit.header, kit.key, slot=sheet)
    with pytest.raises(NietGevonden):
        map_.change_passphrase(kit.folder, kit.header, kit.key, slot=sheet, passphrase=OTHER)
    with pytest.raises(NietGevonden):
        map_.remove_slot(kit.folder, kit.header, kit.key, slot=UUID(int=5))
    assert vaultkit.contents(kit.folder) == before


def test_a_new_sheet_shuts_out_the_old_one_and_is_to_be_confirmed(kit: vaultkit.Kit) -> None:
    header = map_.confirm_recovery(kit.folder, kit.header, kit.key)
    assert header.recovery_confirmed
    header, code = map_.new_recovery_slot(kit.folder, header, kit.key)
    assert not header.recovery_confirmed
    assert map_.derive_recovery(header, code) == kit.key
    with pytest.raises(WrongSecret):
        map_.derive_recovery(header, kit.code)
    (kit.folder / map_.HEADER).unlink()
    with pytest.raises(WrongSecret):
        map_.derive_recovery(kit.read(), kit.code)


def test_a_computer_is_added_and_revoked(kit: vaultkit.Kit) -> None:
    with pytest.raises(WrongSecret):
        map_.derive_device(kit.header, ACCOUNT, b"d" * 32)
    with pytest.raises(UserError, match="geen wachtwoordzin"):
        map_.add_device_slot(kit.folder, kit.header, kit.key, account=SECOND, label="Pc", secret=b"d" * 32)
    header = map_.add_device_slot(kit.folder, kit.header, kit.key, account=ACCOUNT, label="Pc 1", secret=b"d" * 32)
    header = map_.add_device_slot(kit.folder, header, kit.key, account=ACCOUNT, label="Pc 2", secret=b"e" * 32)
    slot = header.of_kind("apparaat")[1].id
    assert map_.derive_device(header, ACCOUNT, b"e" * 32) == (slot, kit.key)
    with pytest.raises(WrongSecret):
        map_.derive_device(header, ACCOUNT, b"f" * 32)
    with pytest.raises(WrongSecret, match="niet ingesteld"):  # of another account
        map_.derive_device(header, SECOND, b"e" * 32)
    header = map_.remove_device_slot(kit.folder, header, kit.key, slot=slot)
    assert [s.label for s in header.of_kind("apparaat")] == ["Pc 1"]
    with pytest.raises(WrongSecret):
        map_.derive_device(header, ACCOUNT, b"e" * 32)


def test_slots_are_asked_by_their_kind(kit: vaultkit.Kit) -> None:
    for slot in (kit.header.of_kind("herstel")[0].id, UUID(int=5)):
        with pytest.raises(WrongSecret):
            map_.derive(kit.header, slot, PASSPHRASE)


def test_the_audit_head_is_kept_and_each_change_is_a_generation(kit: vaultkit.Kit) -> None:
    head = bytes(range(32))
    header = map_.set_audit_head(kit.folder, kit.header, kit.key, head)
    assert kit.read().audit_head == head
    assert header.generation == 2
    (kit.folder / map_.HEADER).write_bytes(b"{")
    assert kit.read() == replace(kit.header, from_previous=True)


def test_a_change_on_top_of_another_header_is_refused(kit: vaultkit.Kit) -> None:
    map_.confirm_recovery(kit.folder, kit.header, kit.key)
    before = vaultkit.contents(kit.folder)
    with pytest.raises(HeaderChanged):
        map_.set_audit_head(kit.folder, kit.header, kit.key, bytes(32))
    assert vaultkit.contents(kit.folder) == before


def test_writing_after_a_stand_in_keeps_the_good_one(kit: vaultkit.Kit) -> None:
    map_.confirm_recovery(kit.folder, kit.header, kit.key)
    (kit.folder / map_.HEADER).write_bytes(b"stuk")
    stand_in = kit.read()
    map_.set_audit_head(kit.folder, stand_in, kit.key, bytes(32))
    assert not kit.read().from_previous
    assert (kit.folder / map_.PREVIOUS).read_bytes() == kit.header.to_bytes()


def test_no_more_ways_in_than_the_header_can_hold(kit: vaultkit.Kit) -> None:
    header = kit.header
    for n in range(30):
        header = map_.add_device_slot(
            kit.folder, header, kit.key, account=ACCOUNT, label=f"Pc {n}", secret=bytes([n]) * 32
        )
    with pytest.raises(UserError, match="32 ingangen"):
        map_.add_device_slot(kit.folder, header, kit.key, account=ACCOUNT, label="Pc 31", secret=b"x" * 32)
    assert kit.read() == header


@pytest.mark.parametrize("label", ["", "  ", "x" * 81])
def test_labels_are_bounded(kit: vaultkit.Kit, label: str) -> None:
    with pytest.raises(UserError):
        map_.add_device_slot(kit.folder, kit.header, kit.key, account=ACCOUNT, label=label, secret=b"d" * 32)


def test_no_vault_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_bytes(b"x")
    for folder in (tmp_path, tmp_path / "weg", tmp_path / "bestand"):
        with pytest.raises(NoVault, match="geen kluis"):
            map_.read_header(folder)


def test_a_place_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(AlleenLezen):
        _new(tmp_path / "nieuw.kluis")
