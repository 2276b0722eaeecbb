"""The header of a vault as a value: its slots and generations, to and from JSON, with a checksum and a MAC."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from desktop.models.errors import AndereVersie, Beschadigd
from desktop.vault.crypto import KEY_BYTES, SEAL_BYTES, KdfParams, VaultKey, mac
from desktop.vault.slots import FORMAT, KINDS, SALT_BYTES, Slot, SlotTampered, Wrapped

MAX_BYTES = 64 * 1024 - 1
MAX_SLOTS = 32
MAX_LABEL = 80
_MAX_GENERATION = 2**53
HASH_BYTES = 32


class HeaderDamaged(Beschadigd):
    """This header cannot be read, or is not what was written."""

    def __init__(self) -> None:
        super().__init__(
            "De sleutelgegevens van deze kluis zijn beschadigd. De stukken zelf zijn niet aangeraakt.",
            "Zet de laatste reservekopie terug.",
        )


class HeaderNewer(AndereVersie):
    """A newer version wrote this header; nothing is touched."""

    def __init__(self) -> None:
        super().__init__(
            "Deze kluis is gemaakt met een nieuwere versie van Vangnet. Er is niets geopend of veranderd.",
            "Installeer de nieuwste versie van Vangnet op deze computer.",
        )


class Pairing(Enum):
    """How header and database belong together, by the header generation that the database mirrors."""

    GELIJK = "gelijk"
    HEADER_VOOR = "header_voor"
    """The header is one ahead: a crash between writing it and mirroring it. Mirror it again."""
    VORIGE = "vorige"
    """The header was damaged and the previous generation stands in; one behind, as it should be."""
    HEADER_OUDER = "header_ouder"
    """An older header was put back: a removed account or an old passphrase may be in it."""
    DATABASE_OUDER = "database_ouder"
    """An older database was put back."""


@dataclass(frozen=True, slots=True)
class Header:
    """What `kluis.hdr` says. `key_generation` counts vault keys, `generation` every writing of the header.

    `audit_head` is the audit's newest MAC at the last lock, b'' before the first. `from_previous` is not stored: it
    says that the header was damaged and the previous one was read.
    """

    vault_id: UUID
    created: datetime
    generation: int
    key_generation: int
    recovery_confirmed: bool
    audit_head: bytes
    slots: tuple[Slot, ...]
    tag: bytes = b""
    from_previous: bool = False

    @property
    def pending(self) -> bool:
        """Whether a renewal of the vault key is under way."""
        return any(slot.pending for slot in self.slots)

    def slot(self, id: UUID) -> Slot | None:
        """Return the slot with this id."""
        return next((slot for slot in self.slots if slot.id == id), None)

    def of_kind(self, kind: str) -> tuple[Slot, ...]:
        """Return the slots of a kind, in the order in which they were made."""
        return tuple(slot for slot in self.slots if slot.kind == kind)

    def signed(self, key: VaultKey) -> Header:
        """Return this header with the MAC that belongs to it."""
        return replace(self, tag=mac(key.header_key(), _canonical(_fields(self))))

    def check_mac(self, key: VaultKey) -> None:
        """Raise SlotTampered where anything in the header was changed by someone without the key."""
        if not hmac.compare_digest(mac(key.header_key(), _canonical(_fields(self))), self.tag):
            raise SlotTampered

    def pair(self, mirrored: int) -> Pairing:
        """Compare with the generation that the database mirrors (28: an old header; 6: a crash between the two)."""
        ahead = self.generation - mirrored
        if ahead == 0:
            return Pairing.GELIJK
        if ahead == 1:
            return Pairing.HEADER_VOOR
        if ahead > 1:
            return Pairing.DATABASE_OUDER
        return Pairing.VORIGE if ahead == -1 and self.from_previous else Pairing.HEADER_OUDER

    def to_bytes(self) -> bytes:
        """Return the file's bytes. Raises ValueError where it would be too large."""
        fields = _fields(self) | {"mac": self.tag.hex()}
        fields["check"] = _checksum(fields)
        data = (json.dumps(fields, indent=1, ensure_ascii=False) + "\n").encode()
        if len(data) > MAX_BYTES:
            raise ValueError("header too large")
        return data


def parse(data: bytes) -> Header:
    """Return the header in these bytes.

    Raises HeaderNewer for a later format, HeaderDamaged for anything that this program would not have written,
    KdfOutOfBounds where derivation asks too little or too much.
    """
    if len(data) > MAX_BYTES:
        raise HeaderDamaged
    try:
        fields = json.loads(data.decode())
        number = fields["format"]
        if type(number) is int and number > FORMAT:
            raise HeaderNewer
        if number != FORMAT or fields.pop("check") != _checksum(fields):
            raise HeaderDamaged
        header = _header(fields)
        # strict: what it does not know, or would write otherwise, it does not accept
        if _fields(header) | {"mac": header.tag.hex()} != fields:
            raise HeaderDamaged
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise HeaderDamaged from None
    _check(header)
    return header


def _check(header: Header) -> None:
    kinds = [slot.kind for slot in header.slots]
    pending = [slot.pending is not None for slot in header.slots]
    sound = (
        1 <= header.generation <= _MAX_GENERATION
        and 1 <= header.key_generation <= header.generation
        and 1 <= len(header.slots) <= MAX_SLOTS
        and len({slot.id for slot in header.slots}) == len(header.slots)
        and "wachtwoordzin" in kinds
        and kinds.count("herstel") == 1
        and all(pending) == any(pending)
        and len(header.tag) == HASH_BYTES
        and len(header.audit_head) in (0, HASH_BYTES)
        and all(_sound(slot) for slot in header.slots)
    )
    if not sound:
        raise HeaderDamaged


def _sound(slot: Slot) -> bool:
    wraps = (slot.key, slot.pending) if slot.pending else (slot.key,)
    return (
        slot.kind in KINDS
        and 0 < len(slot.label) <= MAX_LABEL
        and (slot.kdf is not None) == (slot.kind == "wachtwoordzin")
        and (slot.account is None) == (slot.kind == "herstel")
        and len(slot.salt) == SALT_BYTES
        and len(slot.commitment) == HASH_BYTES
        and len(slot.public) == HASH_BYTES
        and len(slot.private) == KEY_BYTES + SEAL_BYTES
        and all(
            len(wrap.ephemeral) in (0, HASH_BYTES) and len(wrap.sealed) == VaultKey.BYTES + SEAL_BYTES for wrap in wraps
        )
    )


def _canonical(fields: Mapping[str, Any]) -> bytes:
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def _checksum(fields: Mapping[str, Any]) -> str:
    # finds damage before there is a key, so that the previous generation can stand in; against intent there is the MAC
    return hashlib.sha256(_canonical(fields)).hexdigest()


def _fields(header: Header) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "vault": str(header.vault_id),
        "created": header.created.isoformat(),
        "generation": header.generation,
        "key_generation": header.key_generation,
        "recovery_confirmed": header.recovery_confirmed,
        "audit_head": header.audit_head.hex(),
        "slots": [_slot_fields(slot) for slot in header.slots],
    }


def _slot_fields(slot: Slot) -> dict[str, Any]:
    kdf = slot.kdf
    return {
        "id": str(slot.id),
        "kind": slot.kind,
        "label": slot.label,
        "account": str(slot.account) if slot.account else None,
        "kdf": {"memory_kib": kdf.memory_kib, "iterations": kdf.iterations, "lanes": kdf.lanes} if kdf else None,
        "salt": slot.salt.hex(),
        "commitment": slot.commitment.hex(),
        "public": slot.public.hex(),
        "private": slot.private.hex(),
        "key": _wrapped_fields(slot.key),
        "pending": _wrapped_fields(slot.pending) if slot.pending else None,
    }


def _wrapped_fields(wrapped: Wrapped) -> dict[str, str]:
    return {"ephemeral": wrapped.ephemeral.hex(), "sealed": wrapped.sealed.hex()}


def _header(fields: Mapping[str, Any]) -> Header:
    created = datetime.fromisoformat(fields["created"])
    if created.tzinfo != UTC:
        raise ValueError("not in UTC")
    return Header(
        vault_id=UUID(fields["vault"]),
        created=created,
        generation=_whole(fields["generation"]),
        key_generation=_whole(fields["key_generation"]),
        recovery_confirmed=_bool(fields["recovery_confirmed"]),
        audit_head=bytes.fromhex(fields["audit_head"]),
        slots=tuple(_slot(each) for each in fields["slots"]),
        tag=bytes.fromhex(fields["mac"]),
    )


def _slot(fields: Mapping[str, Any]) -> Slot:
    kdf, account, pending = fields["kdf"], fields["account"], fields["pending"]
    return Slot(
        id=UUID(fields["id"]),
        kind=fields["kind"],
        label=_text(fields["label"]),
        account=None if account is None else UUID(account),
        kdf=None if kdf is None else KdfParams(kdf["memory_kib"], kdf["iterations"], kdf["lanes"]),
        salt=bytes.fromhex(fields["salt"]),
        commitment=bytes.fromhex(fields["commitment"]),
        public=bytes.fromhex(fields["public"]),
        private=bytes.fromhex(fields["private"]),
        key=_wrapped(fields["key"]),
        pending=None if pending is None else _wrapped(pending),
    )


def _wrapped(fields: Mapping[str, Any]) -> Wrapped:
    return Wrapped(bytes.fromhex(fields["ephemeral"]), bytes.fromhex(fields["sealed"]))


def _whole(value: object) -> int:
    if type(value) is not int:  # True is an int to isinstance, 1.0 equals 1
        raise ValueError("not a whole number")
    return value


def _bool(value: object) -> bool:
    if type(value) is not bool:
        raise ValueError("not a yes or no")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    value.encode()  # a lone surrogate is no text
    return value
