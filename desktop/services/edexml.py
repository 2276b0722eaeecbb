"""Importing pupils, groups and teachers: a preview of differences, then all or nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.exchange.edexml_compare import appends, compare
from desktop.exchange.edexml_types import (
    Bestaand,
    Deel,
    Gewijzigd,
    Inlezing,
    Nieuw,
    Onleesbaar,
    Verschil,
    Voorstel,
)
from desktop.models.opslag import Stored
from desktop.models.personen import Groep, Leerling, Medewerker
from desktop.models.rechten import Actie
from desktop.models.school import Schoolprofiel
from desktop.services.session import Session

__all__ = ["Deel", "Edexml", "Gewijzigd", "Inlezing", "Nieuw", "Onleesbaar", "Verschil", "Voorstel"]

Voortgang = Callable[[int, int], bool]


class Edexml:
    """The way of an EDEXML file into the vault."""

    def __init__(self, session: Session) -> None:
        self._s = session

    def lees(self, pad: Path, voortgang: Voortgang | None = None) -> Inlezing:
        """Read a file; needs no vault, so it runs beside it. Raises UserError for what is no EDEXML or is hostile."""
        self._s.eis(Actie.EDEXML)
        from desktop.exchange.edexml_read import read  # the parser loads when there is something to read

        return read(pad, voortgang)

    def vergelijk(self, inlezing: Inlezing) -> Voorstel:
        """Return what would be new, changed and left, beside what could not be read."""
        self._s.eis(Actie.EDEXML)
        vault = self._s.vault
        brin = next((s.value.brin for s in vault.all(Schoolprofiel.KIND) if isinstance(s.value, Schoolprofiel)), "")
        bestaand = Bestaand(
            groepen=self._alles(Groep.KIND),
            leerlingen=self._alles(Leerling.KIND),
            medewerkers=self._alles(Medewerker.KIND),
        )
        return compare(inlezing, bestaand, self._s.vandaag(), self._s.ids, brin=brin)

    def pas_toe(self, voorstel: Voorstel, voortgang: Voortgang | None = None) -> int:
        """Write the whole proposal in one transaction; returns how many records changed. Cancelling changes nothing."""
        self._s.eis(Actie.EDEXML)
        items = appends(voorstel)
        self._s.vault.append_many(self._s.actor, items, self._s.nu(), action="edexml", progress=voortgang)
        return len(items)

    def _alles(self, kind: str) -> tuple[Stored, ...]:
        return tuple(self._s.vault.all(kind))
