"""A school year and one task of it as they stand today: when, whose, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import count
from uuid import UUID

from desktop.models.jaarcyclus import (
    EigenKeuze,
    EigenPlicht,
    Jaartaak,
    Plicht,
    Ritme,
    TaakUitkomst,
    Uitkomst,
    dagen_in,
    valt_in,
)
from desktop.models.opslag import Stored
from desktop.models.rechten import Rol
from desktop.models.schooljaar import Periode

EIGEN_RUBRIEK = "Van de school zelf"
"""The heading of duties that the school added."""


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


@dataclass(frozen=True, slots=True)
class Jaarbeeld:
    """A school year in one reading: its duties as the school has them, and its tasks by date."""

    jaar: Periode
    klaar: bool
    plichten: Sequence[EigenKeuze]
    taken: Sequence[Taak]

    @property
    def te_kiezen(self) -> Sequence[EigenKeuze]:
        """Return the duties that have no place in any year before the school chooses."""
        return [k for k in self.plichten if nog_te_kiezen(k)]

    @property
    def doorlopend(self) -> Sequence[EigenKeuze]:
        """Return what goes on all year and never becomes a task."""
        return [k for k in self.plichten if k.ritme is Ritme.OPEN and not k.maanden and not k.uit]


def nog_te_kiezen(k: EigenKeuze) -> bool:
    """Whether a duty waits for a choice: its month, or the first year of what does not return each year."""
    if k.uit or k.ritme is Ritme.OPEN:
        return False
    return not k.gekozen or (k.ritme in (Ritme.TWEEJAARLIJKS, Ritme.VIERJAARLIJKS) and not k.eerste_jaar)


def taken_van(k: EigenKeuze, jaar: Periode) -> Iterator[Jaartaak]:
    """Yield the tasks that a duty gives in a school year, counted from 1."""
    if not valt_in(k, jaar):
        return
    for keer, dag in zip(count(1), dagen_in(k, jaar), strict=False):
        yield Jaartaak(
            plicht=k.plicht.sleutel,
            schooljaar=str(jaar),
            keer=keer,
            taak=k.taak,
            rol=k.rol,
            gepland_op=dag,
            naar_keuze=k.plicht.naar_keuze,
        )


def eigen_plicht(record: UUID, value: EigenPlicht) -> Plicht:
    """Return a duty of the school itself, from the record that lays it down."""
    rol = value.rol or Rol.DIRECTEUR
    return Plicht(
        sleutel=str(record),
        taak=value.taak,
        wie=rol.label,
        rol=rol,
        naar="",
        ritme=value.ritme or Ritme.JAARLIJKS,
        maanden=(),
        naar_keuze=False,
        herinnert=(),
        let_op="",
        bron="",
        pagina="",
        formulier="",
        rubriek=EIGEN_RUBRIEK,
    )
