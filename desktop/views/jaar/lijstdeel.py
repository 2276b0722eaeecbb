"""What stands beside the wheel: the tasks of a month, of the whole year, or what goes on all year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.models.jaarcyclus import EigenKeuze
from desktop.services.jaartaak import Jaarbeeld, Taak
from desktop.views.jaar.plekken import DOORLOPEND
from desktop.views.jaar.woorden import in_maand, maand_van, telwoorden

Rij = Taak | EigenKeuze


@dataclass(frozen=True, slots=True)
class Lijstdeel:
    """The rows, their heading, and how much there is in words."""

    rijen: Sequence[Rij]
    kop: str
    telling: str


def lijstdeel(beeld: Jaarbeeld, taken: Sequence[Taak], lijst: str, rol: str) -> Lijstdeel:
    """Return a list of a school year; `taken` are those of the role already, `lijst` is a month or a list's name."""
    if lijst == DOORLOPEND:
        doorlopend = [k for k in beeld.doorlopend if not rol or k.rol.value == rol]
        return Lijstdeel(doorlopend, "Het hele jaar door", "Dit vraagt om geen dag: het hoort bij gewoon werk.")
    maand = int(lijst) if lijst.isdigit() else None
    hier = in_maand(taken, maand) if maand else taken
    naam = maand_van(beeld.jaar, maand) if maand else "Hele jaar"
    return Lijstdeel(hier, _hoofdletter(naam), _hoofdletter(telwoorden(hier)))


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
