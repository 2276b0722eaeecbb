"""A half-filled form about people is kept as a draft while typing, and comes back when one opens the form again."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.models.core import Record, Values
from desktop.models.errors import UserError
from desktop.models.opslag import Draft
from desktop.services.diensten import Diensten
from desktop.views.forms.bewaker import ConceptBewaker, Stand
from desktop.views.leerlingen.invulblad import Invulblad
from desktop.views.work import Work


class Concept(QObject):
    """Saves what `lees` gives as the draft of one record. Stored or given up, the draft goes."""

    def __init__(
        self, diensten: Diensten, work: Work, blad: Invulblad, kind: type[Record], lees: Callable[[], Values]
    ) -> None:
        super().__init__(blad)
        self._d = diensten
        self._work = work
        self._kind = kind
        self._blad = blad
        self._record: UUID | None = None
        self._base: UUID | None = None
        self._onderwerp: UUID | None = None
        self._bewaker = ConceptBewaker(lees, self._bewaar, diensten.session.nu, self)
        self._bewaker.stand.connect(self._stand)
        blad.veranderd.connect(self._bewaker.veranderd)

    def begin(self, record: UUID | None, base: UUID | None, onderwerp: UUID | None, draft: Draft | None) -> None:
        """Work on a record (None: a new one) from revision `base`, or go on with a draft."""
        self._bewaker.herstart()
        self._record = draft.record if draft else record or self._d.session.ids.new()
        self._base = draft.base if draft else base
        self._onderwerp = onderwerp
        if draft is not None:
            self._blad.zet_hersteld(verouderd=draft.base != base)

    @property
    def base(self) -> UUID | None:
        """The revision that what was typed is based on; None for what is not stored yet."""
        return self._base

    def bouw_op(self, base: UUID) -> None:
        """Go on from another revision with what was typed: a person has seen both."""
        self._base = base

    def berg_op(self) -> None:
        """Queue what is not saved yet: one leaves, the vault locks, or the record itself is about to be stored."""
        self._bewaker.flush()

    def klaar(self) -> None:
        """Drop the draft: the record is stored, or the person gave it up."""
        self._bewaker.herstart()
        record = self._record
        if record is not None:
            self._work.kluis(self, lambda: self._d.personen.gooi_draft_weg(record), urgent=True)

    def _bewaar(self, values: Values, gelukt: Callable[[], None], mislukt: Callable[[UserError], None]) -> None:
        record, base, onderwerp = self._record, self._base, self._onderwerp
        if record is None:
            return
        self._work.kluis(
            self,
            lambda: self._d.personen.bewaar_draft(self._kind, record, base, values, onderwerp),
            lambda _: gelukt(),
            mislukt,
            urgent=True,
        )

    def _stand(self, stand: Stand) -> None:
        if stand.soort != "schoon":
            self._blad.zet_stand(stand)
