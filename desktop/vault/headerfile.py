"""The header's two files: read with the previous generation standing in, written as the generation after."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop.models.errors import Beschadigd, NietGevonden, UserError
from desktop.vault import atomic
from desktop.vault.crypto import VaultKey
from desktop.vault.header import MAX_BYTES, Header, HeaderDamaged, parse

HEADER = "kluis.hdr"
PREVIOUS = "kluis.hdr.vorige"
DATABASE = "kluis.db"
LOCK = "kluis.slot"


class NoVault(NietGevonden):
    """There is no vault in this folder."""

    def __init__(self) -> None:
        super().__init__(
            "In deze map staat geen kluis.", "Kies een map die op .kluis eindigt, of zet een reservekopie terug."
        )


class HeaderChanged(UserError):
    """The header on disk is not the one that this change was based on."""

    def __init__(self) -> None:
        super().__init__(
            "De sleutelgegevens zijn intussen door iets anders veranderd. Er is niets gewijzigd.",
            "Vergrendel de kluis en open hem opnieuw.",
        )


def read_header(folder: Path, *, previous: bool = False) -> Header:
    """Return the header, or its previous generation (`from_previous`) where it is damaged or gone.

    `previous` asks for that one at once: for a header that reads well and, opened, turns out to be forged.
    Raises NoVault, HeaderNewer (nothing is touched), HeaderDamaged or KdfOutOfBounds where both are unusable, and
    UserError where the folder cannot be read.
    """
    data = None if previous else _read(folder / HEADER)
    try:
        if data is not None:
            return parse(data)
        fault: Beschadigd | None = None
    except Beschadigd as error:
        fault = error
    second = _read(folder / PREVIOUS)
    if second is not None:
        try:
            return replace(parse(second), from_previous=True)
        except Beschadigd as error:
            fault = fault or error
    if fault is not None:
        raise fault
    if (folder / DATABASE).exists():
        raise HeaderDamaged
    raise NoVault


def newest(folder: Path, header: Header, key: VaultKey) -> Header:
    """Return the header that stands on disk now, where it is a later writing of `header` by who holds `key`.

    A vault that was still locking when `header` was read has written it once more. Everything else is left to what
    `header` says: an older one, one of another vault, and one with a renewal that `key` knows nothing of.
    """
    try:
        present = read_header(folder)
        present.check_mac(key)
    except UserError:
        return header
    later = present.generation > header.generation and present.vault_id == header.vault_id
    return present if later and not present.from_previous and present.pending == header.pending else header


def _read(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        raise NoVault from None
    except OSError as error:
        raise UserError(
            "De sleutelgegevens van de kluis zijn niet te lezen.", "Kijk of de schijf er is en of je rechten hebt."
        ) from error


def store(folder: Path, old: Header, new: Header, key: VaultKey, *, revoke: bool = False) -> Header:
    """Write `new` as the generation after `old`, signed, and return it.

    The present header becomes the previous one; with `revoke` that one is overwritten as well, since what was taken
    away would still open the vault. Raises HeaderChanged where the disk holds another header than `old`.
    """
    present = read_header(folder)
    if present.tag != old.tag:
        raise HeaderChanged
    signed = replace(new, generation=old.generation + 1, from_previous=False).signed(key)
    data = signed.to_bytes()
    if not present.from_previous and not revoke:
        atomic.write(folder / PREVIOUS, present.to_bytes())
    atomic.write(folder / HEADER, data)
    if revoke:
        atomic.write(folder / PREVIOUS, data)
    return signed
