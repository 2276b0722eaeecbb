"""One task of a school year as it stands today: when, whose, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.models.jaarcyclus import Jaartaak, Plicht, TaakUitkomst, Uitkomst
from desktop.models.opslag import Stored
from desktop.models.rechten import Rol


class Stand(StrEnum):
    """Where a task stands."""

    OPEN = "open"
    TE_LAAT = "te_laat"
    NAAR_KEUZE = "naar_keuze"
    GEDAAN = "gedaan"
    OVERGESLAGEN = "overgeslagen"


@dataclass(frozen=True, slots=True)
class Taak:
    """A task with its duty (None for one that was added to this year only) and what was said of it.

    `rol` is who has it now: it can be given away in the agenda. `eerst` is the day it had before it was moved.
    """

    stored: Stored
    taak: Jaartaak
    plicht: Plicht | None
    rol: Rol
    afgehandeld: Stored | None
    eerst: date | None
    vandaag: date

    @property
    def dag(self) -> date:
        """Return the day by which it is to be done; the last of the school year where none was given."""
        return self.taak.gepland_op or date(int(self.taak.schooljaar[5:9]), 7, 31)

    @property
    def uitkomst(self) -> TaakUitkomst | None:
        """Return what came of it."""
        value = self.afgehandeld.value if self.afgehandeld else None
        return value if isinstance(value, TaakUitkomst) else None

    @property
    def stand(self) -> Stand:
        """Return where it stands; what is optional is never late."""
        if self.uitkomst is not None:
            return Stand.GEDAAN if self.uitkomst.uitkomst is Uitkomst.GEDAAN else Stand.OVERGESLAGEN
        if self.taak.naar_keuze:
            return Stand.NAAR_KEUZE
        return Stand.TE_LAAT if self.dag < self.vandaag else Stand.OPEN

    @property
    def open(self) -> bool:
        """Whether something is still to be said of it."""
        return self.uitkomst is None

    @property
    def verplaatst(self) -> bool:
        """Whether it was given another day than the year's."""
        return self.eerst is not None and self.eerst != self.dag

    @property
    def onaangeroerd(self) -> bool:
        """Whether nobody said or changed anything at it: then it follows what the school chooses for its duty."""
        return self.open and not self.taak.verplaatst.strip()

    @property
    def notitie(self) -> str:
        """Return the note that stands with it: why it was skipped, what was said when it was done, why it was moved."""
        return (self.uitkomst.toelichting if self.uitkomst else "") or self.taak.verplaatst
