"""Keys: bounds, subkeys, what they never show, and what a passphrase must be."""

from __future__ import annotations

import copy
import hmac
import pickle
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.errors import UserError
from desktop.vault import crypto
from desktop.vault.crypto import KdfOutOfBounds, KdfParams, PassphraseTooShort, VaultKey, WrongSecret

BOUNDS = {"memory_kib": (64 * 1024, 1024 * 1024), "iterations": (3, 10), "lanes": (1, 16)}


@pytest.mark.parametrize("name", BOUNDS)
def test_parameters_exist_only_within_bounds(name: str) -> None:
    low, high = BOUNDS[name]
    for good in (low, high):
        assert getattr(KdfParams(**{name: good}), name) == good
    for bad in (low - 1, high + 1, 0, -1, 2**40, float(low), str(low), True, None):
        with pytest.raises(KdfOutOfBounds):
            KdfParams(**{name: bad})


def test_calibration_never_goes_below_the_floor() -> None:
    assert crypto.calibrate(lambda params: 5.0) == KdfParams(128 * 1024, 3, 4)


@pytest.mark.parametrize("floor", [0.001, 0.02, 0.05, 0.1, 0.18, 0.28, 0.45, 0.9])
def test_calibration_reaches_the_target_or_its_own_ceiling(floor: float) -> None:
    params = crypto.calibrate(lambda asked: floor)
    took = floor * params.iterations / 3 * params.memory_kib / (128 * 1024)
    assert params.lanes == 4
    assert params.memory_kib <= 512 * 1024
    at_ceiling = params.memory_kib == 512 * 1024 and params.iterations == 10
    assert at_ceiling or took >= 0.5
    assert took <= 1.0


def test_calibration_derives_once_with_the_floor() -> None:
    asked: list[KdfParams] = []
    crypto.calibrate(lambda params: asked.append(params) or 0.3)
    assert asked == [KdfParams()]


def test_subkeys_differ_and_are_stable() -> None:
    key = VaultKey(bytes(range(64)))
    subkeys = [key.database_key(), key.audit_key(), key.header_key(), key.backup_key()]
    assert len({*subkeys, bytes(range(32)), bytes(range(32, 64))}) == 6
    assert subkeys == [k() for k in (key.database_key, key.audit_key, key.header_key, key.backup_key)]


def test_subkeys_are_hkdf_with_these_words() -> None:
    # written out by hand: another value means that no existing vault opens any more
    def hkdf(secret: bytes, info: bytes) -> bytes:
        prk = hmac.digest(bytes(32), secret, "sha256")
        return hmac.digest(prk, info + b"\1", "sha256")

    first, second = bytes(range(32)), bytes(range(32, 64))
    key = VaultKey(first + second)
    assert key.database_key() == hkdf(first, b"vangnet/1/database")
    assert key.header_key() == hkdf(first, b"vangnet/1/header")
    assert key.backup_key() == hkdf(first, b"vangnet/1/backup")
    assert key.audit_key() == hkdf(second, b"vangnet/1/audit")


def test_a_renewed_key_keeps_only_the_audit() -> None:
    key = VaultKey.new()
    renewed = key.renewed()
    assert renewed != key
    assert renewed.audit_key() == key.audit_key()
    assert renewed.database_key() != key.database_key()
    assert renewed.header_key() != key.header_key()
    assert renewed.backup_key() != key.backup_key()


def test_a_key_shows_itself_nowhere() -> None:
    raw = bytes(range(64))
    key = VaultKey(raw)
    for text in (repr(key), str(key), f"{key}", repr([key]), repr({"key": key})):
        assert raw[:4].hex() not in text
        assert repr(raw[:4])[2:-1] not in text
    for serialise in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            serialise(key)
    assert not hasattr(key, "__dict__")


def test_keys_compare_by_value() -> None:
    assert VaultKey(bytes(64)) == VaultKey(bytes(64))
    assert VaultKey(bytes(64)) != VaultKey(bytes(63) + b"\1")
    assert VaultKey(bytes(64)) != bytes(64)
    assert len({VaultKey(bytes(64)), VaultKey(bytes(64))}) == 1
    for size in (0, 32, 63, 65):
        with pytest.raises(ValueError, match="64 bytes"):
            VaultKey(bytes(size))


@given(st.binary(min_size=1, max_size=80), st.binary(max_size=40))
def test_sealing_is_undone_only_with_the_same_key_and_context(secret: bytes, context: bytes) -> None:
    key = bytes(32)
    sealed = crypto.seal(key, secret, context)
    assert crypto.unseal(key, sealed, context) == secret
    assert crypto.unseal(bytes(31) + b"\1", sealed, context) is None
    assert crypto.unseal(key, sealed, context + b"\0") is None
    for position in range(len(sealed)):
        broken = bytearray(sealed)
        broken[position] ^= 1
        assert crypto.unseal(key, bytes(broken), context) is None


def test_composed_and_decomposed_are_the_same() -> None:
    composed = unicodedata.normalize("NFC", "café crème, één maïs")
    decomposed = unicodedata.normalize("NFD", composed)
    assert composed != decomposed
    assert crypto.passphrase_bytes(composed) == crypto.passphrase_bytes(decomposed)
    assert crypto.passphrase_bytes("Hoofdletters tellen") != crypto.passphrase_bytes("hoofdletters tellen")


def test_a_new_passphrase_has_fourteen_characters() -> None:
    crypto.check_new_passphrase("veertien teken")
    with pytest.raises(PassphraseTooShort) as error:
        crypto.check_new_passphrase("dertien teken")
    assert "13 tekens" in error.value.zin
    assert error.value.stap
    # seven letters with seven loose accents are seven characters
    with pytest.raises(PassphraseTooShort):
        crypto.check_new_passphrase("e\u0301" * 7)


@pytest.mark.parametrize(
    "bad", ["x" * 1025, "woorden met een\0erin", "woorden met een\nregel", "half teken \ud800 erin"]
)
def test_a_passphrase_that_cannot_be_typed_again_is_refused(bad: str) -> None:
    with pytest.raises(UserError) as error:
        crypto.check_new_passphrase(bad)
    assert bad not in str(error.value)


def test_no_text_at_all_opens_nothing() -> None:
    with pytest.raises(WrongSecret):
        crypto.passphrase_bytes("\udc80")


def test_too_little_memory_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    class Short:
        def __init__(self, **_: object) -> None:
            pass

        def derive(self, _: bytes) -> bytes:
            raise MemoryError

    monkeypatch.setattr(crypto, "Argon2id", Short)
    with pytest.raises(UserError, match="werkgeheugen"):
        crypto.stretch(b"x", bytes(16), KdfParams())
