"""What the home page shows, as plain data; `app` fills it from the services."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.views.navigatie import Plek


class KaartSoort(StrEnum):
    """What a card under 'Vandaag' is about; decides its icon and colour."""

    TE_LAAT = "te_laat"
    CALAMITEIT = "calamiteit"
    INGEHOUDEN = "ingehouden"
    MELDCODE = "meldcode"
    TEKENEN = "tekenen"
    AFSPRAAK = "afspraak"
    GESPREK = "gesprek"
    CONCEPT = "concept"
    PARNASSYS = "parnassys"
    GEZAG = "gezag"
    RESERVEKOPIE = "reservekopie"
    ANDERS = "anders"


@dataclass(frozen=True, slots=True)
class Telling:
    """Open work of a role: how much, and how much of that is overdue."""

    open: int = 0
    te_laat: int = 0

    def in_woorden(self) -> str:
        """Return the count as it is read aloud; '' where nothing is open."""
        if not self.open:
            return ""
        taken = "1 taak open" if self.open == 1 else f"{self.open} taken open"
        return f"{taken}, {self.te_laat} te laat" if self.te_laat else taken


@dataclass(frozen=True, slots=True)
class VandaagKaart:
    """One thing to do: a title, a line below it, and where a click leads."""

    titel: str
    regel: str
    soort: KaartSoort
    plek: Plek


@dataclass(frozen=True, slots=True)
class EersteStap:
    """One of the steps of a vault that is still empty."""

    titel: str
    regel: str
    plek: Plek
    gedaan: bool = False


@dataclass(frozen=True, slots=True)
class HomeGegevens:
    """Everything on the home page that differs per vault. `tellingen` goes by the key of a role, or 'meldcode'.

    `eerste_stappen` stand in the place of 'Vandaag' as long as one of them is not done.
    """

    school: str
    schooljaar: str
    tellingen: Mapping[str, Telling] = field(default_factory=dict)
    vandaag: Sequence[VandaagKaart] = ()
    eerste_stappen: Sequence[EersteStap] = ()
