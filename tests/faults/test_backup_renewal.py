"""A backup of a vault whose key renewal stopped halfway: whichever key its database has, it is read and put back."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.vault import atomic, backup, rekey, restore
from desktop.vault import folder as map_
from desktop.vault.crypto import VaultKey
from desktop.vault.header import Header
from tests import vaultkit


def _begun(kit: vaultkit.Kit) -> tuple[Header, VaultKey]:
    """Stop right after the header got both keys: the database has the old one."""
    return rekey.begin(kit.folder, kit.header, kit.key)


def _swapped(kit: vaultkit.Kit, monkeypatch: pytest.MonkeyPatch) -> tuple[Header, VaultKey]:
    """Stop right after the database got its new key: the header still has both."""
    header, key = _begun(kit)
    with monkeypatch.context() as patch:
        patch.setattr(rekey, "store", _stop)
        with pytest.raises(KeyboardInterrupt):
            rekey.settle(kit.folder, header, key)
    return map_.read_header(kit.folder), key


def _stop(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("way", ["herstel", "wachtwoordzin"])
def test_it_is_whole_and_finishes_its_renewal_after_it_was_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, swapped: bool, way: str
) -> None:
    kit = vaultkit.filled(tmp_path)
    header, both = _swapped(kit, monkeypatch) if swapped else _begun(kit)
    assert header.pending and not (kit.folder / rekey.FRESH).exists()
    key = rekey.opener(kit.folder, both)
    assert (key == both.pending) is swapped
    target = tmp_path / "stick.kluisbackup"
    with vaultkit.opened(kit.folder, key) as vault:
        backup.make(vault, kit.folder, header, key, target, vaultkit.always, vaultkit.NOW)
    assert not target.with_name(target.name + atomic.SUFFIX).exists()

    found = restore.inspect(target)
    if way == "herstel":
        derived = map_.derive_recovery(found.header, kit.code)
    else:
        derived = map_.derive(found.header, kit.slot, vaultkit.PASSPHRASE)
    assert derived.pending is not None
    terug = tmp_path / "terug.kluis"
    restore.restore(found, terug, derived)
    now, done = rekey.settle(terug, map_.read_header(terug), derived)
    assert not now.pending and now.key_generation == 2
    assert vaultkit.pupils(terug, done) == 20
    assert vaultkit.pupils(kit.folder, key) == 20  # what it was made from is as it was
