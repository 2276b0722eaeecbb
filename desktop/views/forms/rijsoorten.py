"""Which editor and which read view serve which kind of sub-row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop.models.core import Part, Rij
from desktop.models.dossierdelen import Letsel, Passage
from desktop.models.velden import VeldSpec
from desktop.views.forms.context import FormContext
from desktop.views.forms.letsel import LetselVeld, letsel_lezen
from desktop.views.forms.passages import PassagesVeld, passages_lezen
from desktop.views.forms.rijen import RijenVeld
from desktop.views.theme import Thema

_VELD: Mapping[type[Rij], type[RijenVeld]] = {Letsel: LetselVeld, Passage: PassagesVeld}
_LEZEN: Mapping[type[Rij], Callable[[Thema, Sequence[Part]], QWidget]] = {
    Letsel: letsel_lezen,
    Passage: passages_lezen,
}


def maak_rijen(spec: VeldSpec, context: FormContext) -> RijenVeld:
    """Return an editor for sub-rows: their own where they have one, else a table or cards."""
    assert spec.rij is not None
    return _VELD.get(spec.rij, RijenVeld)(spec, context)


def lees_rijen(spec: VeldSpec, thema: Thema, rijen: Sequence[Part]) -> QWidget | None:
    """Return sub-rows to read in a shape of their own; None for those that are read as plain text."""
    lees = _LEZEN.get(spec.rij) if spec.rij is not None else None
    return lees(thema, rijen) if lees is not None else None
