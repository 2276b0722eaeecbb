"""What the tests of the database half of the vault share: keys, people, records, and a way to open one."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from desktop.models.core import Actor, Ids, Record, State, Wie
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.opslag import Append, Stored
from desktop.models.personen import Leerling
from desktop.models.vooroverleg import SoortGesprek
from desktop.vault.store import Vault

KEY = bytes(range(32))
AUDIT_KEY = bytes(range(32, 64))
VAULT_ID = UUID(int=0xA)
DEVICE = UUID(int=0xD)
ACTOR = Actor(account=UUID(int=0x1B), naam="Ineke Brands", role="ib", device=DEVICE)
OTHER = Actor(account=UUID(int=0xD1), naam="Dirk de Groot", role="directeur", device=DEVICE)


def make(path: Path, ids: Ids) -> Vault:
    """Make a vault database at `path`."""
    return Vault.create(path, KEY, AUDIT_KEY, vault_id=VAULT_ID, device=DEVICE, device_label="pc", ids=ids)


def reopen(path: Path, ids: Ids, *, read_only: bool = False, key: bytes = KEY) -> Vault:
    """Open the vault database at `path`."""
    return Vault.open(path, key, AUDIT_KEY, device=DEVICE, device_label="pc", ids=ids, read_only=read_only)


def leerling(roepnaam: str = "Zoë", achternaam: str = "Bakker", **fields: Any) -> Leerling:
    """Return an invented pupil."""
    return Leerling(roepnaam=roepnaam, achternaam=achternaam, **fields)


def verslag(over: UUID | None = None, naam: str = "Zoë Bakker", **fields: Any) -> Gespreksverslag:
    """Return a report that can be established."""
    base: dict[str, Any] = {
        "leerling": Wie(persoon=over, naam=naam),
        "soort": SoortGesprek.ZORG,
        "onderwerp": "Rekenen",
        "datum": date(2026, 2, 20),
        "besproken": "Rekenen gaat moeizaam.",
    }
    return Gespreksverslag(**(base | fields))


class Pen:
    """Writes records as one person would, at the hour of a clock."""

    def __init__(self, vault: Vault, ids: Ids, at: datetime, actor: Actor = ACTOR) -> None:
        self.vault = vault
        self._ids = ids
        self.at = at
        self.actor = actor

    def new(self, value: Record, state: State = "concept", **options: Any) -> Stored:
        """Write a new record."""
        return self.vault.append(self.actor, Append(self._ids.new(), value, None, state), self.at, **options)

    def next(self, before: Stored, value: Record | None = None, state: State = "concept", **options: Any) -> Stored:
        """Write the next revision of a record, with the same content unless told."""
        value = value or before.value
        assert value is not None
        item = Append(before.record, value, before.revision, state)
        return self.vault.append(self.actor, item, self.at, **options)


def flip(path: Path, offset: int, bit: int = 1) -> None:
    """Turn one bit of a closed file."""
    data = bytearray(path.read_bytes())
    data[offset] ^= bit
    path.write_bytes(data)
