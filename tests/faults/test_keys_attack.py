"""Faults 21, 26-31, 33, 35: keys and headers that were guessed, exchanged, put back or forged."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from desktop.models.errors import AndereVersie, Beschadigd
from desktop.vault import crypto, device_secret, rekey, slots
from desktop.vault import folder as map_
from desktop.vault import header as header_module
from desktop.vault.crypto import KdfOutOfBounds, KdfParams, WrongSecret
from desktop.vault.device_secret import NoDeviceSecret
from desktop.vault.header import HeaderDamaged, Pairing
from desktop.vault.slots import SlotTampered
from tests import vaultkit
from tests.vaultkit import PASSPHRASE, Kit

SECOND = UUID(int=22)
OTHER = "een heel andere zin"


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    return vaultkit.filled(tmp_path)


def _forge(folder: Path, **changes: object) -> None:
    """Write other values into both header files, with a checksum that fits; nobody without the key can do the MAC."""
    fields = json.loads((folder / map_.HEADER).read_bytes()) | changes
    fields.pop("check")
    fields["check"] = header_module._checksum(fields)
    for name in (map_.HEADER, map_.PREVIOUS):
        (folder / name).write_text(json.dumps(fields), encoding="utf-8")


@pytest.mark.parametrize("damage", [None, b"", b"{}", b"\0" * 4000, b"half"])
def test_21_header_gone_or_damaged_the_previous_one_opens(kit: Kit, damage: bytes | None) -> None:
    path = kit.folder / map_.HEADER
    if damage is None:
        path.unlink()
    elif damage == b"half":
        path.write_bytes(path.read_bytes()[:1000])
    else:
        path.write_bytes(damage)
    header = kit.read()
    assert header.from_previous
    assert map_.derive(header, kit.slot, PASSPHRASE) == kit.key
    assert map_.derive_recovery(header, kit.code) == kit.key
    assert header.pair(header.generation) is Pairing.GELIJK


@pytest.mark.parametrize("damage", [None, b"stuk"])
def test_21_both_gone_names_the_way_back_and_touches_nothing(kit: Kit, damage: bytes | None) -> None:
    for name in (map_.HEADER, map_.PREVIOUS):
        if damage is None:
            (kit.folder / name).unlink()
        else:
            (kit.folder / name).write_bytes(damage)
    before = vaultkit.contents(kit.folder)
    with pytest.raises(HeaderDamaged) as error:
        kit.read()
    assert "beschadigd" in error.value.zin
    assert "reservekopie" in error.value.stap
    assert vaultkit.contents(kit.folder) == before


def test_26_a_thousand_wrong_passphrases_change_nothing_and_tell_nothing(
    kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Argon2id itself would make this test last a minute; everything around it is the real thing
    monkeypatch.setattr(slots, "stretch", lambda secret, salt, params: hashlib.sha256(salt + secret).digest())
    header = map_.change_passphrase(kit.folder, kit.header, kit.key, slot=kit.slot, passphrase=OTHER)
    before = vaultkit.contents(kit.folder)
    told = set()
    for n in range(1000):
        guess = OTHER[: n % len(OTHER)] + str(n)
        with pytest.raises(WrongSecret) as error:
            map_.derive(header, kit.slot, guess)
        told.add((error.value.zin, error.value.stap, error.value.__cause__, error.value.__context__))
    assert len(told) == 1
    assert vaultkit.contents(kit.folder) == before
    assert map_.derive(header, kit.slot, OTHER) == kit.key


def test_27_the_header_of_another_vault_does_not_open_this_one(kit: Kit, tmp_path: Path) -> None:
    other = tmp_path / "ander.kluis"
    header, key, _ = map_.create_vault_folder(
        other, account=vaultkit.ACCOUNT, label="Directeur", passphrase=PASSPHRASE, params=vaultkit.SMALLEST
    )
    for name in (map_.HEADER, map_.PREVIOUS):
        (kit.folder / name).write_bytes((other / name).read_bytes())
    before = vaultkit.contents(kit.folder)
    assert map_.derive(kit.read(), header.slots[0].id, PASSPHRASE) == key
    with pytest.raises(Beschadigd), vaultkit.opened(kit.folder, key):
        pass
    assert vaultkit.contents(kit.folder) == before


def test_28_an_old_header_with_a_removed_account_opens_nothing_after_renewal(kit: Kit) -> None:
    header = map_.add_passphrase_slot(
        kit.folder, kit.header, kit.key, account=SECOND, label="Directeur", passphrase=OTHER
    )
    kept = vaultkit.contents(kit.folder)
    left = header.of_kind("wachtwoordzin")[1].id
    header = map_.remove_slot(kit.folder, header, kit.key, slot=left)
    header, key = rekey.renew(kit.folder, header, kit.key)
    after = vaultkit.contents(kit.folder)
    for name in (map_.HEADER, map_.PREVIOUS):
        (kit.folder / name).write_bytes(kept[map_.HEADER])
    old = map_.derive(kit.read(), left, OTHER)
    with pytest.raises(Beschadigd), vaultkit.opened(kit.folder, old):
        pass
    for name in (map_.HEADER, map_.PREVIOUS):
        (kit.folder / name).write_bytes(after[name])
    assert map_.derive(kit.read(), kit.slot, PASSPHRASE) == key


def test_28_an_old_header_before_renewal_is_seen_by_its_generation(kit: Kit) -> None:
    kept = (kit.folder / map_.HEADER).read_bytes()
    header = map_.change_passphrase(kit.folder, kit.header, kit.key, slot=kit.slot, passphrase=OTHER)
    with vaultkit.opened(kit.folder, kit.key) as vault:
        vault.set_meta("header_generation", str(header.generation))

        def paired() -> Pairing:
            return kit.read().pair(int(vault.meta("header_generation") or 0))

        assert paired() is Pairing.GELIJK
        (kit.folder / map_.HEADER).write_bytes(kept)
        assert paired() is Pairing.HEADER_OUDER
        # put back as the previous one, beside a header made unreadable: one behind at most, or it shows
        later = map_.set_audit_head(kit.folder, kit.read(), kit.key, vault.audit_head)
        vault.set_meta("header_generation", str(later.generation + 1))
        (kit.folder / map_.PREVIOUS).write_bytes(kept)
        (kit.folder / map_.HEADER).unlink()
        assert paired() is Pairing.HEADER_OUDER


def test_an_old_database_under_a_newer_header_is_seen(kit: Kit) -> None:
    kept = (kit.folder / map_.DATABASE).read_bytes()
    header = map_.confirm_recovery(kit.folder, kit.header, kit.key)
    with vaultkit.opened(kit.folder, kit.key) as vault:
        vault.log(vaultkit.ACTOR, "ontgrendeld", vaultkit.NOW)
        header = map_.set_audit_head(kit.folder, header, kit.key, vault.audit_head)
        vault.set_meta("header_generation", str(header.generation))
    (kit.folder / map_.DATABASE).write_bytes(kept)
    with vaultkit.opened(kit.folder, kit.key) as vault:
        assert kit.read().pair(int(vault.meta("header_generation") or 0)) is Pairing.DATABASE_OUDER
        assert not vault.holds_audit_head(kit.read().audit_head)


@pytest.mark.parametrize("memory", [1, 2**30])
def test_29_derivation_out_of_bounds_is_refused_before_it_starts(
    kit: Kit, memory: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> None:
        pytest.fail("memory was taken")

    fields = json.loads((kit.folder / map_.HEADER).read_bytes())
    fields["slots"][0]["kdf"]["memory_kib"] = memory
    _forge(kit.folder, slots=fields["slots"])
    monkeypatch.setattr(crypto, "Argon2id", never)
    before = vaultkit.contents(kit.folder)
    with pytest.raises(KdfOutOfBounds) as error:
        kit.read()
    assert error.value.stap
    with pytest.raises(KdfOutOfBounds):
        map_.create_vault_folder(
            kit.folder.with_name("nieuw.kluis"),
            account=SECOND,
            label="Directeur",
            passphrase=PASSPHRASE,
            params=KdfParams(memory, 3, 1),
        )
    assert not kit.folder.with_name("nieuw.kluis").exists()
    assert vaultkit.contents(kit.folder) == before


@pytest.mark.parametrize("parts", [("key",), ("private",), ("key", "private", "public")])
def test_30_two_slots_ciphertexts_exchanged(kit: Kit, parts: tuple[str, ...]) -> None:
    map_.add_passphrase_slot(kit.folder, kit.header, kit.key, account=SECOND, label="Directeur", passphrase=OTHER)
    fields = json.loads((kit.folder / map_.HEADER).read_bytes())["slots"]
    for part in parts:
        fields[0][part], fields[2][part] = fields[2][part], fields[0][part]
    _forge(kit.folder, slots=fields)
    header = kit.read()
    for slot, passphrase in ((fields[0]["id"], PASSPHRASE), (fields[2]["id"], OTHER)):
        with pytest.raises(SlotTampered):
            map_.derive(header, UUID(slot), passphrase)


def test_30_a_whole_slot_put_in_anothers_place(kit: Kit) -> None:
    """Who may be one account puts his own keys under another's name: the passphrase is right, the slot is not."""
    map_.add_passphrase_slot(kit.folder, kit.header, kit.key, account=SECOND, label="Directeur", passphrase=OTHER)
    fields = json.loads((kit.folder / map_.HEADER).read_bytes())["slots"]
    mine = {name: fields[2][name] for name in ("kdf", "salt", "commitment", "public", "private", "key")}
    _forge(kit.folder, slots=[fields[0] | mine, fields[1]])
    with pytest.raises(SlotTampered):
        map_.derive(kit.read(), kit.slot, OTHER)


@pytest.mark.parametrize(
    "change",
    [
        {"recovery_confirmed": True},
        {"generation": 99},
        {"audit_head": "11" * 32},
        {"created": "2020-01-01T00:00:00+00:00"},
    ],
)
def test_a_header_changed_without_the_key_is_noticed(kit: Kit, change: dict[str, object]) -> None:
    _forge(kit.folder, **change)
    with pytest.raises(SlotTampered):
        map_.derive_recovery(kit.read(), kit.code)


def test_a_forged_header_leaves_the_previous_one_to_open_with(kit: Kit) -> None:
    previous = (kit.folder / map_.PREVIOUS).read_bytes()
    _forge(kit.folder, recovery_confirmed=True)
    (kit.folder / map_.PREVIOUS).write_bytes(previous)
    header = map_.read_header(kit.folder, previous=True)
    assert header.from_previous
    assert map_.derive(header, kit.slot, PASSPHRASE) == kit.key


def test_a_slot_slipped_in_without_the_key_is_noticed(kit: Kit) -> None:
    """A key pair of one's own in the header would get the next vault key at renewal; it does not come that far."""
    own = crypto.VaultKey.new()
    slot = slots.make_slot(
        kit.header.vault_id, own, 1, b"x" * 32, id=uuid4(), kind="apparaat", label="Pc", account=SECOND, kdf=None
    )
    forged = replace(kit.header, slots=(*kit.header.slots, slot))
    for name in (map_.HEADER, map_.PREVIOUS):
        (kit.folder / name).write_bytes(forged.to_bytes())
    with pytest.raises(SlotTampered):
        map_.derive(kit.read(), kit.slot, PASSPHRASE)
    with pytest.raises(SlotTampered):
        map_.derive_device(kit.read(), SECOND, b"x" * 32)


@pytest.mark.parametrize("version", [2, 99])
def test_31_a_newer_format_is_refused_and_nothing_touched(kit: Kit, version: int) -> None:
    _forge(kit.folder, format=version, iets_nieuws={"x": 1})
    # also when the previous generation could still be read: going on with it would lose what the newer one wrote
    (kit.folder / map_.PREVIOUS).write_bytes(kit.header.to_bytes())
    before = vaultkit.contents(kit.folder)
    with pytest.raises(AndereVersie) as error:
        kit.read()
    assert "nieuwere versie" in error.value.zin
    assert error.value.stap
    assert vaultkit.contents(kit.folder) == before


def test_33_after_a_reset_of_the_systems_password_the_passphrase_opens(kit: Kit) -> None:
    class Reset:
        """A store whose contents went with the old password."""

        def get_password(self, service: str, username: str) -> str | None:
            return None

        def set_password(self, service: str, username: str, password: str) -> None:
            raise AssertionError("not in this test")

        def delete_password(self, service: str, username: str) -> None:
            raise AssertionError("not in this test")

    header = map_.add_device_slot(
        kit.folder, kit.header, kit.key, account=vaultkit.ACCOUNT, label="Laptop IB", secret=b"d" * 32
    )
    with pytest.raises(NoDeviceSecret) as error:
        device_secret.read(header.vault_id, vaultkit.ACCOUNT, Reset())
    assert "wachtwoordzin" in error.value.stap
    with pytest.raises(WrongSecret):  # 32: a wrong value in the store
        map_.derive_device(header, vaultkit.ACCOUNT, b"e" * 32)
    assert map_.derive(header, kit.slot, PASSPHRASE) == kit.key


def test_35_a_passphrase_is_the_same_however_its_letters_are_made(kit: Kit) -> None:
    composed = unicodedata.normalize("NFC", "crème brûlée één keer")
    decomposed = unicodedata.normalize("NFD", composed)
    header = map_.change_passphrase(kit.folder, kit.header, kit.key, slot=kit.slot, passphrase=decomposed)
    for typed in (composed, decomposed):
        assert map_.derive(header, kit.slot, typed) == kit.key
