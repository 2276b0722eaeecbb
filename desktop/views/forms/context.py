"""What a form is given from outside: the day, fresh identifiers, suggestions of people, and what to do with files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.models.core import Bijlage, Ids, Wie
from desktop.views.theme import Thema

BijlagenKlaar = Callable[[Sequence[Bijlage]], None]
"""Takes the attachments that were stored; may come late, also when the form is gone."""


@dataclass(frozen=True, slots=True)
class FormContext:
    """What the fields ask of the program around them.

    `zoek_personen(veld, woorden)` answers at once, from memory; '' asks for the likeliest. `kies_bijlage` lets the
    person choose files, `neem_bestanden` takes files that were dropped; both store them and then call back.
    """

    today: Callable[[], date]
    ids: Ids
    thema: Thema
    zoek_personen: Callable[[str, str], Sequence[Wie]]
    kies_bijlage: Callable[[BijlagenKlaar], None]
    neem_bestanden: Callable[[Sequence[Path], BijlagenKlaar], None]
    open_bijlage: Callable[[Bijlage], None]
    zoek_verder: Callable[[str, str, Callable[[Sequence[Wie]], None]], None] | None = None
    """Looks in the whole vault for (field, words) and calls back, later, with who was found; None looks no further."""
