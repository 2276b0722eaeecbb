"""The door to vaults for the start screens. The heavy half loads at first use, off the user's thread."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.services.pogingen import Pogingen

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.models.core import Clock, Ids, Problem
    from desktop.models.opslag import Report
    from desktop.models.rechten import Rol
    from desktop.services.diensten import Diensten
    from desktop.services.herstel import Reservekopie
    from desktop.services.ingang import Ingang, Ingangen
    from desktop.services.inhoud import Werkinhoud
    from desktop.services.kluis import Kluizen, OpenKluis
    from desktop.vault.crypto import VaultKey
    from desktop.vault.header import Header


class Poort:
    """Looks at, makes, opens and restores vaults. Every method may take long; none belongs on the user's thread.

    Methods marked [kluis] open a database connection and must run on that lane; the others run on 'werk'.
    """

    def __init__(self, clock: Clock, ids: Ids, device: UUID | str, device_label: str) -> None:
        self._rest = (clock, ids, device, device_label)
        self._gemaakt: Kluizen | None = None
        self.pogingen = Pogingen(clock, _noteer_poging)
        """Wrong passphrases on this PC; outlives the unlock screen, so that coming back to it shortens no delay."""

    @property
    def kluizen(self) -> Kluizen:
        """Return the vaults of this PC, loading what they need."""
        if self._gemaakt is None:
            # pydantic, SQLCipher and cryptography cost 0.3 s and 30 MB: not before the first window is painted
            from uuid import UUID

            from desktop.services.kluis import Kluizen

            clock, ids, device, label = self._rest
            self._gemaakt = Kluizen(clock, ids, UUID(str(device)), label)
        return self._gemaakt

    @property
    def ingang(self) -> Ingangen:
        """Return what looks at headers and derives keys, without the database and all that is in it."""
        # half of what a vault needs: the rest loads while the passphrase is typed
        from desktop.services.ingang import Ingangen

        return Ingangen()

    def ingangen(self, folder: Path) -> tuple[Header, Sequence[Ingang]]:
        """Return a vault's header and its accounts' ways in. Raises UserError for what is no vault, or a newer one."""
        header = self.ingang.header(folder)
        return header, self.ingang.ingangen(header)

    def sleutel(self, header: Header, slot: UUID, wachtwoordzin: str) -> VaultKey:
        """Derive the key. Raises WrongSecret, which is a UserError."""
        return self.ingang.sleutel(header, slot, wachtwoordzin)

    def apparaat(self, header: Header, slot: UUID) -> UUID | None:
        """Return this computer's own slot for that account; None where none was made. Raises UserError: why not."""
        return self.ingang.apparaat(header, slot)

    def sleutel_apparaat(self, header: Header, slot: UUID) -> tuple[UUID, VaultKey]:
        """Return this computer's slot and the key, without a passphrase. Raises UserError: why not."""
        return self.ingang.sleutel_apparaat(header, slot)

    def open(self, folder: Path, header: Header, slot: UUID, key: VaultKey) -> OpenKluis:
        """[kluis] Open the database."""
        return self.kluizen.open(folder, header, slot, key)

    def nieuw(
        self, folder: Path, school: dict[str, Any], naam: str, rol: Rol, wachtwoordzin: str
    ) -> tuple[OpenKluis, str]:
        """[kluis] Make a vault; returns it open, with the recovery code to print."""
        return self.kluizen.nieuw(folder, school, naam, rol, wachtwoordzin)

    def herstel(self, folder: Path, code: str, slot: UUID, wachtwoordzin: str) -> OpenKluis:
        """[kluis] Give an account a new passphrase with the recovery sheet, and open the vault as that account."""
        return self.kluizen.herstel_account(folder, code, slot, wachtwoordzin)

    def keur_school(self, school: dict[str, Any]) -> Sequence[Problem]:
        """Return what is wrong with the profile of a school."""
        return self.kluizen.keur_school(school)

    def keur_plek(self, folder: Path) -> None:
        """Raise UserError where no new vault can be made."""
        self.kluizen.keur_plek(folder)

    def stel_plek_voor(self, mappen: Sequence[Path], naam: str) -> Path:
        """Return where a new vault can be made."""
        return self.kluizen.stel_plek_voor(mappen, naam)

    def bekijk_reservekopie(self, bestand: Path) -> Reservekopie:
        """Return when a backup was made and whose passphrases open it. Raises UserError for what is no backup."""
        from desktop.services.herstel import bekijk

        return bekijk(self.kluizen, bestand)

    def zet_terug(
        self,
        bestand: Path,
        folder: Path,
        account: int,
        wachtwoordzin: str,
        voortgang: Callable[[int, int], bool] | None = None,
        herstelcode: str = "",
    ) -> Report:
        """[kluis] Restore a backup into a new folder, with a passphrase or with the code on the recovery sheet."""
        from desktop.services.herstel import zet_terug

        return zet_terug(self.kluizen, bestand, folder, account, wachtwoordzin, voortgang, herstelcode)

    def demo(self, folder: Path) -> tuple[OpenKluis, str]:
        """[kluis] Make the vault of the invented school in a folder that is thrown away later."""
        from desktop.services.demo import maak_demo

        clock, ids, *_ = self._rest
        return maak_demo(self.kluizen, clock, ids, folder, 200, 600, seed=1)

    def diensten(self, kluis: OpenKluis, werk: Callable[[], Werkinhoud] | None = None) -> Diensten:
        """[kluis] Return the services of the account that unlocked; `werk` gives what the content set says to do."""
        from desktop.services.beheer import Beheer
        from desktop.services.diensten import diensten

        session = self.kluizen.sessie(kluis)
        beheer = Beheer(session, kluis)
        return diensten(session, beheer, werk) if werk is not None else diensten(session, beheer)


def _noteer_poging() -> None:
    logging.getLogger("vangnet").warning("verkeerde wachtwoordzin")
