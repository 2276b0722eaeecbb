"""The ways into a vault: what its header tells and which key it gives. Needs no database, and loads none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from desktop.models.errors import AlleenLezen, NietGevonden, UserError
from desktop.vault import device_secret
from desktop.vault import folder as map_
from desktop.vault.crypto import VaultKey, WrongSecret
from desktop.vault.header import Header
from desktop.vault.location import check_location


@dataclass(frozen=True, slots=True)
class Ingang:
    """One way in on the unlock screen: the slot, and a role word. No name of a person stands in the header."""

    slot: UUID
    label: str


class Ingangen:
    """What the unlock screen asks before there is anything to open."""

    def header(self, folder: Path) -> Header:
        """Read what the unlock screen needs. Raises UserError for a folder that is gone, no vault, or a newer one."""
        check_location(folder)
        try:
            aanwezig = folder.is_dir()
        except OSError as error:
            raise AlleenLezen(
                "De map van deze kluis is afgesloten: je mag er niet in kijken.",
                "Vraag wie je computer beheert, of kies een andere kluis.",
            ) from error
        if not aanwezig:
            # a stick that was pulled out, a folder that was moved: that is not "no vault in this folder"
            raise NietGevonden(
                "De map van deze kluis is er niet meer.", "Sluit de schijf aan, of kies waar de kluis nu staat."
            )
        return map_.read_header(folder)

    def ingangen(self, header: Header) -> Sequence[Ingang]:
        """Return the accounts' slots, in the order in which they were made."""
        return [Ingang(s.id, s.label) for s in header.slots if s.kind == "wachtwoordzin"]

    def slot(self, header: Header, account: int) -> UUID:
        """Return the slot of the n-th account, counted from 1. Raises UserError where there are fewer."""
        ingangen = self.ingangen(header)
        if not 1 <= account <= len(ingangen):
            raise UserError(f"Deze kluis heeft {len(ingangen)} account(s).", "Kies een ander nummer bij --account.")
        return ingangen[account - 1].slot

    def sleutel(self, header: Header, slot: UUID, wachtwoordzin: str) -> VaultKey:
        """Derive the key; slow on purpose, needs no vault. Raises WrongSecret."""
        return map_.derive(header, slot, wachtwoordzin)

    def apparaat(self, header: Header, slot: UUID) -> UUID | None:
        """Return the slot by which this computer opens the vault for that account; None where no computer may.

        Raises NoDeviceSecret or WrongSecret, with the true cause, where some computer may and this one cannot.
        """
        ingang = header.slot(slot)
        if ingang is None or not map_.device_slots(header, ingang.account):
            return None  # without asking the system: its store may be slow or ask something itself
        return self.sleutel_apparaat(header, slot)[0]

    def sleutel_apparaat(self, header: Header, slot: UUID) -> tuple[UUID, VaultKey]:
        """Return this computer's slot for the account of a slot, and the key. Raises NoDeviceSecret, WrongSecret."""
        ingang = header.slot(slot)
        if ingang is None or ingang.account is None:
            raise WrongSecret("Dit account is er niet meer in deze kluis.", "Kies een ander account.")
        geheim = device_secret.read(header.vault_id, ingang.account)
        return map_.derive_device(header, ingang.account, geheim)
