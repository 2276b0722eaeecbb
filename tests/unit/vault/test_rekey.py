"""Renewing the vault key: what opens afterwards, what no longer does, and what a failure leaves."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from desktop.models.errors import Afgebroken, Beschadigd, SchijfVol
from desktop.vault import atomic, rekey
from desktop.vault import folder as map_
from desktop.vault.header import Pairing
from tests import vaultkit
from tests.vaultkit import PASSPHRASE


@pytest.fixture
def kit(tmp_path: Path) -> vaultkit.Kit:
    return vaultkit.filled(tmp_path)


def _fails_to_open(folder: Path, key: map_.VaultKey) -> bool:
    try:
        with vaultkit.opened(folder, key):
            return False
    except Beschadigd:
        return True


def test_every_secret_opens_the_new_key_and_the_old_key_opens_nothing(kit: vaultkit.Kit) -> None:
    header = map_.add_device_slot(
        kit.folder, kit.header, kit.key, account=vaultkit.ACCOUNT, label="Pc 1", secret=b"d" * 32
    )
    header, key = rekey.renew(kit.folder, header, kit.key)
    assert header == kit.read()
    assert header.key_generation == 2
    assert not header.pending
    assert key != kit.key
    assert map_.derive(header, kit.slot, PASSPHRASE) == key
    assert map_.derive_recovery(header, kit.code) == key
    assert map_.derive_device(header, vaultkit.ACCOUNT, b"d" * 32)[1] == key
    assert _fails_to_open(kit.folder, kit.key)
    assert vaultkit.pupils(kit.folder, key) == 20
    left = {p.name for p in kit.folder.iterdir() if p.stat().st_size}
    assert left == {map_.DATABASE, map_.HEADER, map_.PREVIOUS}


def test_header_and_database_stay_a_pair(kit: vaultkit.Kit) -> None:
    header, key = rekey.renew(kit.folder, kit.header, kit.key)
    with vaultkit.opened(kit.folder, key) as vault:
        assert header.pair(int(vault.meta("header_generation") or 0)) is Pairing.GELIJK
        assert vault.meta("key_generation") == "2"


def test_the_audit_still_verifies_and_goes_on(kit: vaultkit.Kit) -> None:
    with vaultkit.opened(kit.folder, kit.key) as vault:
        head = vault.audit_head
    _, key = rekey.renew(kit.folder, kit.header, kit.key)
    with vaultkit.opened(kit.folder, key) as vault:
        assert vault.audit_head == head
        vault.log(vaultkit.ACTOR, "sleutel_vernieuwd", vaultkit.NOW)
        assert vault.holds_audit_head(head)
        assert vault.verify().findings == ()


def test_it_can_be_done_again(kit: vaultkit.Kit) -> None:
    header, key = kit.header, kit.key
    for generation in (2, 3):
        header, key = rekey.renew(kit.folder, header, key)
        assert header.key_generation == generation
        assert map_.derive_recovery(kit.read(), kit.code) == key
    assert vaultkit.pupils(kit.folder, key) == 20


def test_begun_in_an_open_vault_and_settled_at_the_next_opening(kit: vaultkit.Kit) -> None:
    with vaultkit.opened(kit.folder, kit.key) as vault:
        header, key = rekey.begin(kit.folder, kit.header, kit.key)
        assert rekey.begin(kit.folder, header, key) == (header, key)
        vault.set_meta("header_generation", str(header.generation))
        # the session goes on: every kind of change, each slot made now survives the renewal
        header = map_.add_passphrase_slot(
            kit.folder, header, key, account=UUID(int=5), label="Directeur", passphrase="een heel andere zin"
        )
        header = map_.change_passphrase(kit.folder, header, key, slot=kit.slot, passphrase="nog weer een andere")
        header, code = map_.new_recovery_slot(kit.folder, header, key)
        header = map_.set_audit_head(kit.folder, header, key, vault.audit_head)
    again = map_.derive_recovery(kit.read(), code)
    assert again == kit.key
    header, new = rekey.settle(kit.folder, kit.read(), again)
    assert new != kit.key
    second = header.of_kind("wachtwoordzin")[1].id
    assert map_.derive(header, second, "een heel andere zin") == new
    assert map_.derive(header, kit.slot, "nog weer een andere") == new
    assert map_.derive_recovery(header, code) == new
    assert vaultkit.pupils(kit.folder, new) == 20


def test_settling_nothing_does_nothing(kit: vaultkit.Kit) -> None:
    before = vaultkit.contents(kit.folder)
    assert rekey.settle(kit.folder, kit.header, kit.key) == (kit.header, kit.key)
    assert vaultkit.contents(kit.folder) == before


def test_stopping_takes_it_back(kit: vaultkit.Kit) -> None:
    with pytest.raises(Afgebroken):
        rekey.renew(kit.folder, kit.header, kit.key, lambda: False)
    header = kit.read()
    assert not header.pending
    assert header.key_generation == 1
    assert map_.derive_recovery(header, kit.code) == kit.key
    assert vaultkit.pupils(kit.folder, kit.key) == 20
    assert not (kit.folder / rekey.FRESH).exists()


def test_a_full_disk_leaves_the_old_key_and_the_wish(kit: vaultkit.Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    header, key = rekey.begin(kit.folder, kit.header, kit.key)
    assert rekey.opener(kit.folder, key) is key

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "no room")

    with monkeypatch.context() as patch:
        patch.setattr(atomic, "put", full)
        with pytest.raises(SchijfVol):
            rekey.settle(kit.folder, header, key)
    assert kit.read() == header
    assert vaultkit.pupils(kit.folder, key) == 20
    _, new = rekey.settle(kit.folder, header, key)
    assert vaultkit.pupils(kit.folder, new) == 20


def test_reading_only_finds_the_key_that_opens(kit: vaultkit.Kit) -> None:
    header, key = rekey.begin(kit.folder, kit.header, kit.key)
    assert key.pending is not None
    rekey._swap(kit.folder / map_.DATABASE, key, key.pending, header, vaultkit.always)
    assert rekey.opener(kit.folder, key, read_only=True) is key.pending
    assert rekey.opener(kit.folder, kit.key) is kit.key


def test_a_database_that_no_key_opens_is_said_so(kit: vaultkit.Kit) -> None:
    header, key = rekey.begin(kit.folder, kit.header, kit.key)
    data = bytearray((kit.folder / map_.DATABASE).read_bytes())
    data[100] ^= 1
    (kit.folder / map_.DATABASE).write_bytes(data)
    with pytest.raises(Beschadigd, match="geen van de sleutels"):
        rekey.settle(kit.folder, header, key)
    assert (kit.folder / map_.DATABASE).read_bytes() == data
    assert kit.read() == header


def test_a_key_from_elsewhere_is_a_bug(kit: vaultkit.Kit) -> None:
    header, _ = rekey.begin(kit.folder, kit.header, kit.key)
    with pytest.raises(ValueError, match="not derived"):
        rekey.settle(kit.folder, header, kit.key)
    with pytest.raises(ValueError, match="not derived"):
        map_.new_recovery_slot(kit.folder, header, kit.key)
    assert kit.read() == header
