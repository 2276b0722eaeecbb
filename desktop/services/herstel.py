"""Putting a backup back: always into a new folder, verified before it appears there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.models.opslag import Report
from desktop.services.kluis import Kluizen
from desktop.vault import restore
from desktop.vault.location import check_location


def zet_terug(
    kluizen: Kluizen,
    bestand: Path,
    folder: Path,
    account: int,
    wachtwoordzin: str,
    voortgang: Callable[[int, int], bool] | None = None,
) -> Report:
    """Restore a backup file into a new folder with the passphrase of its `account`-th account (1 is the first).

    Raises UserError for a wrong passphrase, a hostile or damaged file, a folder that is not empty or no place for a
    vault. No live vault is ever touched.
    """
    check_location(folder)
    kopie = restore.inspect(bestand)
    slot = kluizen.slot(kopie.header, account)
    sleutel = kluizen.sleutel(kopie.header, slot, wachtwoordzin)
    return restore.restore(kopie, folder, sleutel, voortgang or (lambda klaar, totaal: True))
