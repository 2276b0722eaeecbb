"""A report or invitation as it is opened, and where each parent stands with it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from desktop.models.core import Record, Values, Wie
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.opslag import Draft, Stored
from desktop.models.uitnodiging import Uitnodiging
from desktop.models.vervolg import Aanvulling, Ondertekening

GESPREKSDRAFTS = (Uitnodiging.KIND, Gespreksverslag.KIND, Aanvulling.KIND, Ondertekening.KIND)
"""The kinds of which half-written text is about a conversation; the others are forms about people."""

VAST_TE_STELLEN = (Gespreksverslag.KIND, Uitnodiging.KIND)
"""The kinds that wait as a concept until somebody establishes them."""


@dataclass(frozen=True, slots=True)
class Stuk:
    """A report or invitation opened for reading or writing.

    `stored` is None for one that exists only as a draft. `values` are what the form shows: the draft where this account
    has one, else the stored revision; `uit_concept` says which. `base` is the revision that `values` started from.
    `draft` is there whenever this account has one, also when the record was established in the meantime.
    """

    record: UUID
    kind: type[Record]
    stored: Stored | None
    values: Values
    uit_concept: bool
    vervolg: tuple[Stored, ...]
    leerling: UUID | None
    """Whom it is about; None for advice to another school, which names no pupil."""
    base: UUID | None = None
    draft: Draft | None = None
    reden_ingetrokken: str = ""
    """Why it was withdrawn; '' where it was not, or where that reason is destroyed."""

    @property
    def botst(self) -> bool:
        """Whether someone stored another version since these values were begun."""
        return self.stored is not None and self.uit_concept and self.base != self.stored.revision

    @property
    def vast(self) -> bool:
        """Whether it can no longer be changed."""
        return self.stored is not None and self.stored.state != "concept"


@dataclass(frozen=True, slots=True)
class Ouderstand:
    """Where one parent stands with an established report: the newest outcome, or None."""

    wie: Wie
    ondertekening: Ondertekening | None
    vastgelegd: Stored | None

    @property
    def open(self) -> bool:
        """Whether an outcome is still asked."""
        return self.ondertekening is None or self.ondertekening.open_werk()
