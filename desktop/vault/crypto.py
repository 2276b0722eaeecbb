"""Keys: the vault key and its subkeys, Argon2id within bounds, and the sealing that slots are made of."""

from __future__ import annotations

import hashlib
import hmac
import os
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import NoReturn

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.models.errors import Beschadigd, UserError

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
SEAL_BYTES = NONCE_BYTES + TAG_BYTES  # what sealing adds
MIN_PASSPHRASE = 14
MAX_PASSPHRASE = 1024

MIB = 1024  # in KiB, the unit of Argon2
FLOOR_MEMORY, FLOOR_ITERATIONS, FLOOR_LANES = 128 * MIB, 3, 4
_MEMORY = (64 * MIB, 1024 * MIB)
_ITERATIONS = (3, 10)
_LANES = (1, 16)
_TARGET_SECONDS = 0.6  # within the 0.5 to 1 s that unlocking may take
_MEMORY_CEILING = 512 * MIB  # calibration takes no more: a school PC has 8 GB, and other programs


class WrongSecret(UserError):
    """The passphrase, recovery code or device secret does not open this slot."""


class PassphraseTooShort(UserError):
    """A new passphrase does not meet the minimum."""


class KdfOutOfBounds(Beschadigd):
    """Key derivation asks less than is safe, or more than a PC has; nothing was derived."""

    def __init__(self) -> None:
        super().__init__(
            "De sleutelgegevens van deze kluis vragen iets onmogelijks. Er is niets geopend.",
            "Zet de laatste reservekopie terug.",
        )


@dataclass(frozen=True, slots=True)
class KdfParams:
    """What Argon2id is asked: memory in KiB, iterations, lanes. Raises KdfOutOfBounds: none exists outside bounds."""

    memory_kib: int = FLOOR_MEMORY
    iterations: int = FLOOR_ITERATIONS
    lanes: int = FLOOR_LANES

    def __post_init__(self) -> None:
        for value, (low, high) in (
            (self.memory_kib, _MEMORY),
            (self.iterations, _ITERATIONS),
            (self.lanes, _LANES),
        ):
            if type(value) is not int or not low <= value <= high:
                raise KdfOutOfBounds


class VaultKey:
    """The key of a vault: 256 bits that can be renewed, and 256 that last. Shows itself nowhere, goes into no pickle.

    Database, header and backup stand on the first; the audit's MACs on the second, since its old rows must still verify
    after a renewal. `pending` is the next key while a renewal is under way (see `rekey`), else None.
    """

    __slots__ = ("_lasting", "_raw", "pending")
    BYTES = 2 * KEY_BYTES

    def __init__(self, raw: bytes, pending: VaultKey | None = None) -> None:
        if len(raw) != self.BYTES:
            raise ValueError("a vault key has 64 bytes")
        self._raw, self._lasting = raw[:KEY_BYTES], raw[KEY_BYTES:]
        self.pending = pending

    @classmethod
    def new(cls) -> VaultKey:
        """Make a random key."""
        return cls(os.urandom(cls.BYTES))

    def renewed(self) -> VaultKey:
        """Return a key that opens what this one does not, and knows the same audit."""
        return VaultKey(os.urandom(KEY_BYTES) + self._lasting)

    def database_key(self) -> bytes:
        """Return the raw key of the SQLCipher database."""
        return expand(self._raw, "vangnet/1/database")

    def audit_key(self) -> bytes:
        """Return the key of the audit chain's MACs."""
        return expand(self._lasting, "vangnet/1/audit")

    def header_key(self) -> bytes:
        """Return the key of the header's MAC."""
        return expand(self._raw, "vangnet/1/header")

    def backup_key(self) -> bytes:
        """Return the key of the MAC over a backup's manifest."""
        return expand(self._raw, "vangnet/1/backup")

    def raw(self) -> bytes:
        """Return the key itself: only to seal it into a slot."""
        return self._raw + self._lasting

    def __eq__(self, other: object) -> bool:
        return isinstance(other, VaultKey) and hmac.compare_digest(self.raw(), other.raw())

    def __hash__(self) -> int:
        return id(type(self))  # says nothing about the key

    def __repr__(self) -> str:
        return "VaultKey(...)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a vault key is not serialised")


def expand(secret: bytes, info: str, salt: bytes = b"") -> bytes:
    """Return a 32-byte key from a secret that is random already, by HKDF-SHA-256."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=info.encode()).derive(secret)


def stretch(secret: bytes, salt: bytes, params: KdfParams) -> bytes:
    """Return a 32-byte key from a passphrase by Argon2id; slow on purpose. Raises UserError where memory is short."""
    try:
        return Argon2id(
            salt=salt,
            length=KEY_BYTES,
            iterations=params.iterations,
            lanes=params.lanes,
            memory_cost=params.memory_kib,
        ).derive(secret)
    except MemoryError:
        raise UserError(
            "Er is te weinig werkgeheugen vrij om de kluis te openen.", "Sluit andere programma's en probeer opnieuw."
        ) from None


def seal(key: bytes, secret: bytes, context: bytes) -> bytes:
    """Return nonce and AES-256-GCM ciphertext of a secret, bound to `context`."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, secret, context)


def unseal(key: bytes, sealed: bytes, context: bytes) -> bytes | None:
    """Return the secret, or None where key, ciphertext or context is another than it was sealed with."""
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context)
    except InvalidTag:
        return None


def mac(key: bytes, data: bytes) -> bytes:
    """Return the HMAC-SHA-256."""
    return hmac.digest(key, data, hashlib.sha256)


def passphrase_bytes(passphrase: str) -> bytes:
    """Return a passphrase as bytes, the same for composed and decomposed letters. Raises WrongSecret for no text."""
    try:
        return unicodedata.normalize("NFC", passphrase).encode()
    except UnicodeEncodeError:
        raise WrongSecret("Deze wachtwoordzin bevat een onleesbaar teken.", "Typ hem opnieuw.") from None


def check_new_passphrase(passphrase: str) -> None:
    """Raise PassphraseTooShort, or UserError for what cannot be typed again, where a new passphrase will not do."""
    length = len(unicodedata.normalize("NFC", passphrase))
    if length < MIN_PASSPHRASE:
        raise PassphraseTooShort(
            f"Deze wachtwoordzin heeft {length} tekens; dat moeten er minstens {MIN_PASSPHRASE} zijn.",
            "Neem bijvoorbeeld vier of vijf losse woorden.",
        )
    if length > MAX_PASSPHRASE:
        raise UserError(f"Deze wachtwoordzin is langer dan {MAX_PASSPHRASE} tekens.", "Kies een kortere.")
    if any(unicodedata.category(letter) in ("Cc", "Cs", "Co", "Cn") for letter in passphrase):
        raise UserError(
            "Deze wachtwoordzin bevat een teken dat je niet kunt typen.", "Typ hem in plaats van te plakken."
        )


def _seconds(params: KdfParams) -> float:
    start = time.perf_counter()
    stretch(b"calibration", bytes(16), params)
    return time.perf_counter() - start


def calibrate(measure: Callable[[KdfParams], float] = _seconds) -> KdfParams:
    """Return parameters that take this PC 0.5 to 1 s, never less than 128 MiB, t=3, p=4. Derives once."""
    floor = measure(KdfParams())
    memory = FLOOR_MEMORY
    # first more passes, which cost no memory; then twice the memory, where ten passes are not enough
    while memory < _MEMORY_CEILING and _passes(floor, memory) > _ITERATIONS[1]:
        memory *= 2
    return KdfParams(memory, min(_ITERATIONS[1], _passes(floor, memory)), FLOOR_LANES)


def _passes(floor: float, memory: int) -> int:
    one = floor / FLOOR_ITERATIONS * memory / FLOOR_MEMORY
    return max(FLOOR_ITERATIONS, ceil(_TARGET_SECONDS / max(one, 1e-6)))
