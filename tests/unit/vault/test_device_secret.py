"""The secret that the system keeps: kept, read, forgotten, and each way in which a key ring fails."""

from __future__ import annotations

from uuid import UUID

import keyring
import pytest
from keyring.backends import fail, null
from keyring.errors import InitError, KeyringError, KeyringLocked, NoKeyringError

from desktop.vault import device_secret
from desktop.vault.device_secret import NoDeviceSecret

VAULT, ACCOUNT = UUID(int=4), UUID(int=9)


class Ring:
    """A key ring in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def test_kept_read_and_forgotten() -> None:
    ring = Ring()
    secret = device_secret.keep(VAULT, ACCOUNT, ring)
    assert len(secret) == 32
    assert device_secret.read(VAULT, ACCOUNT, ring) == secret
    with pytest.raises(NoDeviceSecret):
        device_secret.read(UUID(int=5), ACCOUNT, ring)
    device_secret.forget(VAULT, ACCOUNT, ring)
    device_secret.forget(VAULT, ACCOUNT, ring)
    assert ring.kept == {}
    with pytest.raises(NoDeviceSecret, match="geen sleutel"):
        device_secret.read(VAULT, ACCOUNT, ring)


def test_two_accounts_at_one_computer_keep_their_own() -> None:
    ring = Ring()
    mine = device_secret.keep(VAULT, ACCOUNT, ring)
    device_secret.forget(VAULT, UUID(int=10), ring)
    assert device_secret.keep(VAULT, UUID(int=10), ring) != mine
    assert device_secret.read(VAULT, ACCOUNT, ring) == mine


def test_each_vault_and_each_time_another() -> None:
    ring = Ring()
    assert len({device_secret.keep(UUID(int=n // 2), ACCOUNT, ring) for n in range(6)}) == 6


def test_a_ring_that_keeps_nothing_is_not_relied_on() -> None:
    class Sieve(Ring):
        def set_password(self, service: str, username: str, password: str) -> None:
            pass

    with pytest.raises(NoDeviceSecret):
        device_secret.keep(VAULT, ACCOUNT, Sieve())


@pytest.mark.parametrize("text", ["", "zz", "00" * 31, "00" * 33])
def test_a_damaged_value_is_said_so(text: str) -> None:
    ring = Ring()
    ring.kept[device_secret.SERVICE, f"{VAULT}/{ACCOUNT}"] = text
    with pytest.raises(NoDeviceSecret, match="beschadigd"):
        device_secret.read(VAULT, ACCOUNT, ring)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (KeyringLocked("secret detail"), "vergrendeld"),
        (InitError("secret detail"), "vergrendeld"),
        (NoKeyringError("secret detail"), "geen sleutelopslag"),
        (KeyringError("secret detail"), "weigert"),
        (OSError("secret detail"), "weigert"),
    ],
)
def test_the_true_cause_is_named(error: Exception, words: str) -> None:
    class Broken(Ring):
        def get_password(self, service: str, username: str) -> str | None:
            raise error

        def set_password(self, service: str, username: str, password: str) -> None:
            raise error

    for call in (device_secret.read, device_secret.keep, device_secret.forget):
        with pytest.raises(NoDeviceSecret, match=words) as told:
            call(VAULT, ACCOUNT, Broken())
        assert "wachtwoordzin" in told.value.stap
        assert "secret detail" not in str(told.value)


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring])
def test_no_store_at_all(monkeypatch: pytest.MonkeyPatch, backend: type) -> None:
    monkeypatch.setattr(keyring, "get_keyring", backend)
    for call in (device_secret.read, device_secret.keep, device_secret.forget):
        with pytest.raises(NoDeviceSecret, match="geen sleutelopslag"):
            call(VAULT, ACCOUNT)


def test_a_store_that_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise RuntimeError("no bus")

    monkeypatch.setattr(keyring, "get_keyring", broken)
    with pytest.raises(NoDeviceSecret, match="start niet"):
        device_secret.read(VAULT, ACCOUNT)
