"""Putting a backup back: always into a new folder, verified before it appears there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.models.opslag import Report
from desktop.services.kluis import Ingang, Kluizen
from desktop.vault import folder as map_
from desktop.vault import restore
from desktop.vault.location import check_location


@dataclass(frozen=True, slots=True)
class Reservekopie:
    """What a backup file says before it is opened: when it was made, and the accounts of that moment."""

    gemaakt: datetime
    ingangen: Sequence[Ingang]


def bekijk(kluizen: Kluizen, bestand: Path) -> Reservekopie:
    """Look at a backup file without opening it. Raises UserError for what is none."""
    kopie = restore.inspect(bestand)
    return Reservekopie(kopie.manifest.made, kluizen.ingangen(kopie.header))


def zet_terug(
    kluizen: Kluizen,
    bestand: Path,
    folder: Path,
    account: int,
    wachtwoordzin: str,
    voortgang: Callable[[int, int], bool] | None = None,
    herstelcode: str = "",
) -> Report:
    """Restore a backup file into a new folder with the passphrase of its `account`-th account (1 is the first).

    With `herstelcode` the recovery sheet of the moment of the backup opens it, and no passphrase is asked. Raises
    UserError for a wrong passphrase or code, a hostile or damaged file, a folder that is not empty or no place for a
    vault. No live vault is ever touched.
    """
    check_location(folder)
    kopie = restore.inspect(bestand)
    if herstelcode:
        sleutel = map_.derive_recovery(kopie.header, herstelcode)
    else:
        sleutel = kluizen.sleutel(kopie.header, kluizen.slot(kopie.header, account), wachtwoordzin)
    return restore.restore(kopie, folder, sleutel, voortgang or (lambda klaar, totaal: True))
