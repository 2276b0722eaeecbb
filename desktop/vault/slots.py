"""Slots: the vault key wrapped once for each secret that opens it, and renewable without knowing that secret."""

from __future__ import annotations

import hmac
import os
from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from desktop.models.errors import Beschadigd
from desktop.vault.canon import canonical
from desktop.vault.crypto import KdfParams, VaultKey, WrongSecret, expand, seal, stretch, unseal

Kind = Literal["wachtwoordzin", "herstel", "apparaat"]
KINDS: tuple[Kind, ...] = ("wachtwoordzin", "herstel", "apparaat")
FORMAT = 1
SALT_BYTES = 16

_WRONG = {
    "wachtwoordzin": WrongSecret(
        "Deze wachtwoordzin opent de kluis niet.", "Let op hoofdletters en Caps Lock en probeer het opnieuw."
    ),
    "herstel": WrongSecret("Deze herstelcode hoort niet bij deze kluis.", "Neem het nieuwste herstelblad."),
    "apparaat": WrongSecret(
        "De sleutel die deze computer bewaarde past niet meer op de kluis.", "Open de kluis met je wachtwoordzin."
    ),
}


class SlotTampered(Beschadigd):
    """The secret is right, but what it should open was changed or belongs to another slot or vault."""

    def __init__(self) -> None:
        super().__init__(
            "De sleutelgegevens van deze kluis zijn beschadigd of veranderd. Er is niets geopend.",
            "Zet de laatste reservekopie terug.",
        )


@dataclass(frozen=True, slots=True)
class Wrapped:
    """The vault key of one generation, sealed.

    `ephemeral` is empty where it is sealed under the slot's own secret, and an X25519 public key where the vault key
    was renewed while that secret was not at hand.
    """

    ephemeral: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Slot:
    """One way into the vault. `label` is a role word, never a person's name: the header is readable.

    `private` (sealed) and `public` are a key pair of this slot: renewing the vault key seals the new one to `public`,
    so that removing one account does not send all others back to setup. `pending` is there during a renewal only.
    """

    id: UUID
    kind: Kind
    label: str
    account: UUID | None
    kdf: KdfParams | None
    salt: bytes
    commitment: bytes
    public: bytes
    private: bytes
    key: Wrapped
    pending: Wrapped | None = None


def make_slot(
    vault: UUID,
    key: VaultKey,
    generation: int,
    secret: bytes,
    *,
    id: UUID,
    kind: Kind,
    label: str,
    account: UUID | None,
    kdf: KdfParams | None,
) -> Slot:
    """Wrap the vault key of this key generation for a secret. Slow where `kdf` is given: it derives."""
    salt = os.urandom(SALT_BYTES)
    root = _root(secret, salt, kdf)
    pair = X25519PrivateKey.generate()
    bare = Slot(
        id=id,
        kind=kind,
        label=label,
        account=account,
        kdf=kdf,
        salt=salt,
        commitment=expand(root, "vangnet/1/commit"),
        public=pair.public_key().public_bytes_raw(),
        private=b"",
        key=Wrapped(b"", b""),
    )
    return replace(
        bare,
        private=seal(expand(root, "vangnet/1/private"), pair.private_bytes_raw(), _context(bare, vault, 0)),
        key=Wrapped(b"", seal(expand(root, "vangnet/1/wrap"), key.raw(), _context(bare, vault, generation))),
    )


def open_slot(slot: Slot, vault: UUID, generation: int, secret: bytes) -> VaultKey:
    """Return the vault key, with the pending one in it during a renewal. Slow where the slot has a KDF.

    Raises WrongSecret for another secret, SlotTampered where the secret is right and the rest is not.
    """
    root = _root(secret, slot.salt, slot.kdf)
    if not hmac.compare_digest(expand(root, "vangnet/1/commit"), slot.commitment):
        wrong = _WRONG[slot.kind]
        raise WrongSecret(wrong.zin, wrong.stap)
    private = unseal(expand(root, "vangnet/1/private"), slot.private, _context(slot, vault, 0))
    if private is None:
        raise SlotTampered
    pair = X25519PrivateKey.from_private_bytes(private)
    if pair.public_key().public_bytes_raw() != slot.public:
        raise SlotTampered
    pending = None
    if slot.pending is not None:
        pending = VaultKey(_unwrap(slot, slot.pending, root, pair, _context(slot, vault, generation + 1)))
    return VaultKey(_unwrap(slot, slot.key, root, pair, _context(slot, vault, generation)), pending)


def with_pending(slot: Slot, vault: UUID, key: VaultKey, generation: int) -> Slot:
    """Return the slot with the next vault key beside the present one, sealed to the slot's public key."""
    ephemeral = X25519PrivateKey.generate()
    public = ephemeral.public_key().public_bytes_raw()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(slot.public))
    sealed = seal(_shared_key(shared, public, slot), key.raw(), _context(slot, vault, generation))
    return replace(slot, pending=Wrapped(public, sealed))


def settled(slot: Slot, *, renewed: bool) -> Slot:
    """Return the slot after a renewal: with the next key as the present one, or as it was before."""
    if renewed and slot.pending is not None:
        return replace(slot, key=slot.pending, pending=None)
    return replace(slot, pending=None)


def _unwrap(slot: Slot, wrapped: Wrapped, root: bytes, pair: X25519PrivateKey, context: bytes) -> bytes:
    if wrapped.ephemeral:
        try:
            shared = pair.exchange(X25519PublicKey.from_public_bytes(wrapped.ephemeral))
        except ValueError:  # a point of low order, which no honest writer makes
            raise SlotTampered from None
        key = _shared_key(shared, wrapped.ephemeral, slot)
    else:
        key = expand(root, "vangnet/1/wrap")
    raw = unseal(key, wrapped.sealed, context)
    if raw is None or len(raw) != VaultKey.BYTES:
        raise SlotTampered
    return raw


def _root(secret: bytes, salt: bytes, kdf: KdfParams | None) -> bytes:
    # recovery and device secrets are random already; stretching them would only cost time
    return stretch(secret, salt, kdf) if kdf else expand(secret, "vangnet/1/root", salt)


def _shared_key(shared: bytes, ephemeral: bytes, slot: Slot) -> bytes:
    return expand(shared, "vangnet/1/renew", ephemeral + slot.public)


def _context(slot: Slot, vault: UUID, generation: int) -> bytes:
    """What a ciphertext is bound to: in another slot, vault, generation or with other parameters it is refused."""
    kdf = slot.kdf
    return canonical(
        "vangnet/slot",
        FORMAT,
        vault.bytes,
        slot.id.bytes,
        slot.kind,
        slot.account.bytes if slot.account else None,
        kdf.memory_kib if kdf else None,
        kdf.iterations if kdf else None,
        kdf.lanes if kdf else None,
        slot.public,
        generation,
    )
