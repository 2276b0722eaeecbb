"""What every service gets: the open vault, who acts, the time and new identifiers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.models.core import Actor, Clock, Ids
from desktop.models.rechten import Actie, eis, mag
from desktop.vault.store import Vault


@dataclass(frozen=True, slots=True)
class Session:
    """One account at work in one open vault. Idle timer and system messages only ever end it."""

    vault: Vault
    actor: Actor
    clock: Clock
    ids: Ids

    def nu(self) -> datetime:
        """Return the present moment."""
        return self.clock.now()

    def vandaag(self) -> date:
        """Return the local date."""
        return self.clock.now().date()

    def mag(self, actie: Actie) -> bool:
        """Whether this account may do this."""
        return mag(self.actor, actie)

    def eis(self, actie: Actie) -> None:
        """Raise `Geweigerd` unless this account may do this."""
        eis(self.actor, actie)
