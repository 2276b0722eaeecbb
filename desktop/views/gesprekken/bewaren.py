"""Saving one record about a pupil, on the vault's lane: it knows on which revision the next save builds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from desktop.models.core import Problem, Values
from desktop.models.errors import UserError
from desktop.models.opslag import Stored
from desktop.services.stuk import Stuk
from desktop.services.stukken import Stukken

Uitslag = tuple[Stored | None, list[Problem]]
"""What was stored, or what keeps it from being stored."""
StelVast = Callable[[Stuk, Values], Uitslag]


@dataclass(frozen=True, slots=True)
class Bewaard:
    """The outcome of a save: the record as it is now, or what keeps it from being stored."""

    stuk: Stuk
    problemen: Sequence[Problem] = ()


class Bewaarder:
    """Saves in the order in which it was asked. Only the vault's lane calls it, so one save sees what the last stored.

    That is why a draft typed while a concept is being stored still builds on that concept. What a source does not let
    be kept goes out first: it reaches no disk, and what was stored is compared without it.
    """

    def __init__(self, stukken: Stukken, stuk: Stuk, stel_vast: StelVast | None = None) -> None:
        self._stukken = stukken
        self._stuk = stuk
        self._stel_vast = stel_vast or stukken.stel_vast

    def draft(self, values: Values) -> None:
        """Keep half-written values. Raises UserError when the disk says no."""
        if not self._stuk.vast:
            self._stukken.bewaar_draft(self._stuk, values)
            self._stuk = replace(self._stuk, uit_concept=True)

    def concept(self, values: Values) -> Bewaard:
        """Store a concept revision, unless just these values are the newest one.

        Raises Conflict where another version was stored in between.
        """
        values = self._stuk.kind.te_bewaren(values)
        if self._stuk.stored is not None and not self._stuk.uit_concept and self._stuk.values == values:
            return Bewaard(self._stuk)
        stored, problemen = self._stukken.bewaar(self._stuk, values)
        if stored is None:
            return Bewaard(self._stuk, problemen)
        self._stuk = replace(
            self._stuk, stored=stored, values=dict(values), base=stored.revision, uit_concept=False, draft=None
        )
        return Bewaard(self._stuk)

    def berg(self, values: Values) -> None:
        """On leaving: store a concept where that can be done, else keep the draft. Never drops a word."""
        if self._stuk.vast:
            return
        try:
            if not self.concept(values).problemen:
                return
        except UserError:
            pass  # someone else stored or established it: the draft keeps the text, and the next opening shows both
        self.draft(values)

    def vast(self, values: Values) -> Bewaard:
        """Establish. Raises Conflict where another version was stored in between."""
        values = self._stuk.kind.te_bewaren(values)
        stored, problemen = self._stel_vast(self._stuk, values)
        if stored is None:
            return Bewaard(self._stuk, problemen)
        self._stuk = replace(
            self._stuk, stored=stored, values=dict(values), base=stored.revision, uit_concept=False, draft=None
        )
        return Bewaard(self._stuk)

    def andere(self) -> Stuk:
        """Return the version that someone else stored, beside which this one stands."""
        return self._stukken.open(self._stuk.record)

    def herbaseer(self, values: Values) -> Stuk:
        """Let these values build on the newest revision, so that they can be stored after it."""
        nu = self._stukken.open(self._stuk.record)
        base = nu.stored.revision if nu.stored else None
        values = nu.kind.te_bewaren(values)
        self._stuk = replace(nu, values=dict(values), base=base, uit_concept=True)
        self.draft(values)
        return self._stuk

    def gooi_weg(self) -> UUID:
        """Drop the half-written values of this account; returns the record."""
        self._stukken.gooi_draft_weg(self._stuk.record)
        return self._stuk.record
