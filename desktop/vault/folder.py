"""The folder of a vault as services see it: making it, opening its header, changing the ways into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

from desktop.models.errors import Beschadigd, NietGevonden, UserError
from desktop.vault import atomic, recovery
from desktop.vault.crypto import (
    KdfParams,
    VaultKey,
    WrongSecret,
    calibrate,
    check_new_passphrase,
    passphrase_bytes,
)
from desktop.vault.header import MAX_LABEL, MAX_SLOTS, Header, Pairing
from desktop.vault.headerfile import DATABASE, HEADER, LOCK, PREVIOUS, newest, read_header, store
from desktop.vault.location import conflict_copies, is_read_only
from desktop.vault.slots import Slot, make_slot, open_slot, with_pending

RECOVERY_LABEL = "Herstelblad"

__all__ = [
    "DATABASE",
    "HEADER",
    "LOCK",
    "PREVIOUS",
    "Header",
    "KdfParams",
    "Pairing",
    "Slot",
    "VaultKey",
    "WrongSecret",
    "add_device_slot",
    "add_passphrase_slot",
    "calibrate",
    "change_passphrase",
    "check_free",
    "confirm_recovery",
    "conflict_copies",
    "create_vault_folder",
    "derive",
    "derive_device",
    "derive_recovery",
    "device_slots",
    "is_read_only",
    "new_recovery_slot",
    "newest",
    "read_header",
    "remove_device_slot",
    "remove_slot",
    "set_audit_head",
    "store",
]


class FolderNotEmpty(UserError):
    """A new vault needs a folder of its own."""

    def __init__(self) -> None:
        super().__init__("Deze map is niet leeg. Er is niets veranderd.", "Kies een nieuwe of een lege map.")


class LastWayIn(UserError):
    """Without this slot nobody would get in."""

    def __init__(self) -> None:
        super().__init__(
            "Dit is de enige wachtwoordzin van deze kluis; zonder kom je er niet meer in.",
            "Voeg eerst een ander account toe.",
        )


# -- opening


def derive(header: Header, slot: UUID, secret: str) -> VaultKey:
    """Return the vault key for an account's passphrase. Slow on purpose; reads and writes nothing.

    Raises WrongSecret, or SlotTampered where the header is not what its writer left.
    """
    found = header.slot(slot)
    if found is None or found.kind != "wachtwoordzin":
        raise WrongSecret("Dit account is er niet meer in deze kluis.", "Kies een ander account.")
    return _open((found,), header, passphrase_bytes(secret))[1]


def derive_recovery(header: Header, code: str) -> VaultKey:
    """Return the vault key for a typed recovery code. Raises RecoveryCodeMistyped (names the line), WrongSecret."""
    return _open(header.of_kind("herstel"), header, recovery.secret_of(code))[1]


def device_slots(header: Header, account: UUID | None) -> Sequence[Slot]:
    """Return the slots of the computers that open the vault for an account."""
    return [slot for slot in header.of_kind("apparaat") if slot.account == account]


def derive_device(header: Header, account: UUID | None, secret: bytes) -> tuple[UUID, VaultKey]:
    """Return which slot of an account this computer's secret opens, and the vault key.

    Raises WrongSecret: then ask the passphrase.
    """
    return _open(device_slots(header, account), header, secret)


def _open(slots: Sequence[Slot], header: Header, secret: bytes) -> tuple[UUID, VaultKey]:
    wrong = WrongSecret("Deze computer is voor deze kluis niet ingesteld.", "Open de kluis met je wachtwoordzin.")
    for slot in slots:
        try:
            key = open_slot(slot, header.vault_id, header.key_generation, secret)
        except WrongSecret as error:
            wrong = error
            continue
        header.check_mac(key)
        return slot.id, key
    raise wrong


# -- making


def create_vault_folder(
    folder: Path, *, account: UUID, label: str, passphrase: str, params: KdfParams, now: datetime | None = None
) -> tuple[Header, VaultKey, str]:
    """Make the folder and its header: (header, vault key, recovery code to print). The database comes after it.

    The folder must be new or empty. A first setup that was cut off before there was a database is begun anew; nothing
    was in it yet. Until `confirm_recovery` the sheet counts as not printed. Slow: it derives a key. Raises
    FolderNotEmpty, PassphraseTooShort, UserError for a folder that cannot be written.
    """
    check_new_passphrase(passphrase)
    check_free(folder)
    key, vault = VaultKey.new(), uuid4()
    secret = recovery.new_secret()
    header = Header(
        vault_id=vault,
        created=(now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0),
        generation=1,
        key_generation=1,
        recovery_confirmed=False,
        audit_head=b"",
        slots=(
            _passphrase_slot(vault, key, 1, uuid4(), account, label, passphrase, params),
            _recovery_slot(vault, key, 1, secret),
        ),
    ).signed(key)
    data = header.to_bytes()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise atomic.write_error(error) from error
    # the previous one first: with it alone a vault can be opened, so that no moment has a header without a second
    atomic.write(folder / PREVIOUS, data)
    atomic.write(folder / HEADER, data)
    return header, key, recovery.code_of(secret)


def check_free(folder: Path) -> None:
    """Raise FolderNotEmpty where a new vault cannot be made; what a cut-off first setup left is no obstacle."""
    half = [name + atomic.SUFFIX for name in (HEADER, PREVIOUS, DATABASE)]
    ours = {HEADER, PREVIOUS, LOCK, *half, f"{DATABASE}{atomic.SUFFIX}-journal"}
    try:
        names = {entry.name for entry in folder.iterdir()}
    except FileNotFoundError:
        return
    except NotADirectoryError:
        raise FolderNotEmpty from None
    except OSError as error:
        raise atomic.write_error(error) from error
    if names - ours:
        raise FolderNotEmpty
    if names & {HEADER, PREVIOUS}:
        try:
            begun = read_header(folder)
        except Beschadigd:
            raise FolderNotEmpty from None
        # a header that was ever written again belonged to a vault in use, whose database may be elsewhere
        if begun.recovery_confirmed or begun.generation > 1:
            raise FolderNotEmpty


# -- changing; each returns the new header, whose generation the database must mirror (meta.header_generation)


def add_passphrase_slot(
    folder: Path,
    header: Header,
    key: VaultKey,
    *,
    account: UUID,
    label: str,
    passphrase: str,
    params: KdfParams | None = None,
) -> Header:
    """Give an account a passphrase. Slow. Raises PassphraseTooShort, UserError where the account has one already."""
    check_new_passphrase(passphrase)
    if any(slot.account == account for slot in header.of_kind("wachtwoordzin")):
        raise UserError("Dit account heeft al een wachtwoordzin.", "Wijzig die in plaats van er een toe te voegen.")
    slot = _passphrase_slot(
        header.vault_id,
        key,
        header.key_generation,
        uuid4(),
        account,
        label,
        passphrase,
        params or _strongest(header),
    )
    return store(folder, header, _with(header, _renewable(header, key, slot)), key)


def change_passphrase(
    folder: Path,
    header: Header,
    key: VaultKey,
    *,
    slot: UUID,
    passphrase: str,
    params: KdfParams | None = None,
) -> Header:
    """Replace a slot's passphrase; its id stays. The old passphrase opens nothing that is in the folder. Slow."""
    check_new_passphrase(passphrase)
    old = _existing(header, slot, "wachtwoordzin")
    assert old.account is not None
    new = _passphrase_slot(
        header.vault_id,
        key,
        header.key_generation,
        old.id,
        old.account,
        old.label,
        passphrase,
        params or _strongest(header),
    )
    new = _renewable(header, key, new)
    changed = replace(header, slots=tuple(new if each.id == slot else each for each in header.slots))
    return store(folder, header, changed, key, revoke=True)


def remove_slot(folder: Path, header: Header, key: VaultKey, *, slot: UUID) -> Header:
    """Take away an account's passphrase and its devices' slots; never the last one. Raises LastWayIn.

    Who had the passphrase may have kept an old header: renew the vault key after it (`rekey.renew`).
    """
    old = _existing(header, slot, "wachtwoordzin")
    if len(header.of_kind("wachtwoordzin")) == 1:
        raise LastWayIn
    kept = tuple(each for each in header.slots if each.account != old.account)
    return store(folder, header, replace(header, slots=kept), key, revoke=True)


def new_recovery_slot(folder: Path, header: Header, key: VaultKey) -> tuple[Header, str]:
    """Replace the recovery sheet: (header, code to print). The old one opens nothing any more; confirm the new one."""
    secret = recovery.new_secret()
    slot = _recovery_slot(header.vault_id, key, header.key_generation, secret)
    others = tuple(each for each in header.slots if each.kind != "herstel")
    changed = replace(header, slots=(*others, _renewable(header, key, slot)), recovery_confirmed=False)
    return store(folder, header, changed, key, revoke=True), recovery.code_of(secret)


def confirm_recovery(folder: Path, header: Header, key: VaultKey) -> Header:
    """Note that the sheet was printed and a part of it typed back: only then setup counts as finished."""
    return store(folder, header, replace(header, recovery_confirmed=True), key)


def add_device_slot(folder: Path, header: Header, key: VaultKey, *, account: UUID, label: str, secret: bytes) -> Header:
    """Let this computer open the vault for an account, with a secret that the system keeps (`device_secret`)."""
    if not any(slot.account == account for slot in header.of_kind("wachtwoordzin")):
        raise UserError("Dit account heeft geen wachtwoordzin.", "Stel die eerst in.")
    slot = make_slot(
        header.vault_id,
        key,
        header.key_generation,
        secret,
        id=uuid4(),
        kind="apparaat",
        label=_label(label),
        account=account,
        kdf=None,
    )
    return store(folder, header, _with(header, _renewable(header, key, slot)), key)


def remove_device_slot(folder: Path, header: Header, key: VaultKey, *, slot: UUID) -> Header:
    """Revoke a computer's slot; passphrases stay."""
    _existing(header, slot, "apparaat")
    kept = tuple(each for each in header.slots if each.id != slot)
    return store(folder, header, replace(header, slots=kept), key, revoke=True)


def set_audit_head(folder: Path, header: Header, key: VaultKey, head: bytes) -> Header:
    """Note the audit's newest MAC, at lock: a tail that is cut off later shows."""
    return store(folder, header, replace(header, audit_head=head), key)


def _existing(header: Header, id: UUID, kind: str) -> Slot:
    slot = header.slot(id)
    if slot is None or slot.kind != kind:
        raise NietGevonden("Deze toegang is er niet meer.", "Vergrendel de kluis en open hem opnieuw.")
    return slot


def _renewable(header: Header, key: VaultKey, slot: Slot) -> Slot:
    """Return a new slot with the next vault key too, while a renewal is under way: it must survive that."""
    if not header.pending:
        return slot
    if key.pending is None:
        raise ValueError("this key was not derived from this header")
    return with_pending(slot, header.vault_id, key.pending, header.key_generation + 1)


def _with(header: Header, slot: Slot) -> Header:
    if len(header.slots) >= MAX_SLOTS:
        raise UserError(
            f"Deze kluis heeft al {MAX_SLOTS} ingangen; meer kan niet.", "Sluit accounts of computers die weg zijn."
        )
    return replace(header, slots=(*header.slots, slot))


def _strongest(header: Header) -> KdfParams:
    found = [slot.kdf for slot in header.slots if slot.kdf]
    return max(found, key=lambda kdf: kdf.memory_kib * kdf.iterations)


def _label(label: str) -> str:
    text = " ".join(label.split())
    if not 0 < len(text) <= MAX_LABEL:
        raise UserError(f"Een naam voor deze ingang heeft 1 tot {MAX_LABEL} tekens.", "Kies een kortere.")
    return text


def _passphrase_slot(
    vault: UUID,
    key: VaultKey,
    generation: int,
    id: UUID,
    account: UUID,
    label: str,
    passphrase: str,
    params: KdfParams,
) -> Slot:
    return make_slot(
        vault,
        key,
        generation,
        passphrase_bytes(passphrase),
        id=id,
        kind="wachtwoordzin",
        label=_label(label),
        account=account,
        kdf=params,
    )


def _recovery_slot(vault: UUID, key: VaultKey, generation: int, secret: bytes) -> Slot:
    return make_slot(
        vault, key, generation, secret, id=uuid4(), kind="herstel", label=RECOVERY_LABEL, account=None, kdf=None
    )
