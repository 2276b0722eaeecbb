"""Which editor serves which kind of field."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.models.velden import Soort, VeldSpec
from desktop.views.forms.basis import Editor
from desktop.views.forms.bijlagen import BijlagenVeld
from desktop.views.forms.context import FormContext
from desktop.views.forms.keuzevelden import KAARTEN, JaNeeVeld, KaartKeuze, KeuzesVeld, LijstKeuze
from desktop.views.forms.personen import PersonenVeld
from desktop.views.forms.tekstvelden import LangVeld, TekstVeld
from desktop.views.forms.tijdvelden import DatumVeld, TijdVeld


def maak_editor(
    spec: VeldSpec, context: FormContext, *, compact: bool = False, parent: QWidget | None = None
) -> Editor:
    """Return a new editor for a field; `compact` for a cell of a table. Rows are made by `rijen`."""
    soort = spec.soort
    if soort is Soort.TEKST and compact and not spec.veld.initialen:
        # a cell is narrow: its text wraps
        return LangVeld(regels=1, enkel=True, parent=parent)
    if soort is Soort.TEKST:
        return TekstVeld(met_initialen=spec.veld.initialen, compact=compact, parent=parent)
    if soort is Soort.LANG:
        return LangVeld(regels=3 if spec.veld.verplicht else 2, parent=parent)
    if soort is Soort.DATUM:
        return DatumVeld(context.today, context.thema, compact=compact, kort=spec.veld.breed < 4, parent=parent)
    if soort is Soort.TIJD:
        return TijdVeld(compact=compact, parent=parent)
    if soort is Soort.JANEE:
        return JaNeeVeld(compact=compact, parent=parent)
    if soort in (Soort.PERSOON, Soort.PERSONEN):
        return PersonenVeld(spec.naam, context, een=soort is Soort.PERSOON, parent=parent)
    if soort is Soort.BIJLAGEN:
        return BijlagenVeld(context, parent=parent)
    assert spec.keuze is not None
    if soort is Soort.KEUZES:
        return KeuzesVeld(spec.keuze, parent=parent)
    # cards in less than half a form would be cut off
    if compact or len(spec.keuze) > KAARTEN or spec.veld.breed < 6:
        return LijstKeuze(spec.keuze, compact=compact, parent=parent)
    return KaartKeuze(spec.keuze, parent=parent)
