"""What the tests of the start screens and the settings share: passphrases, and a door that derives quickly."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from desktop.models.core import Clock
from desktop.models.rechten import Rol
from desktop.services.kluis import OpenKluis
from desktop.services.poort import Poort
from desktop.services.systeem import Uuid7
from desktop.vault.crypto import KdfParams

ZIN = "vier losse woorden hier"
DIRECTEUR = "vijf losse woorden daar"
SMALLEST = KdfParams(64 * 1024, 3, 1)


@dataclass(frozen=True)
class Gemaakt:
    """A vault that was made once in a run: its folder and the code on its recovery sheet."""

    folder: Path
    code: str


class SnellePoort(Poort):
    """The real door, with the cheapest key derivation that is allowed: a test makes many vaults."""

    def nieuw(
        self, folder: Path, school: dict[str, Any], naam: str, rol: Rol, wachtwoordzin: str
    ) -> tuple[OpenKluis, str]:
        return self.kluizen.nieuw(folder, school, naam, rol, wachtwoordzin, SMALLEST)


def maak_poort(clock: Clock) -> SnellePoort:
    return SnellePoort(clock, Uuid7(), UUID(int=7), "PC van de IB")
