"""The terms that the program counts with: what the plan or the law says, where that stands, and since when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Eenheid = Literal["werkdagen", "weken", "dagen"]
_MEEST = 100
"""More of whatever unit is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Termijn:
    """One term: how long it is unless the school sets it otherwise, who says so, and when that was last read."""

    wat: str
    aantal: int
    eenheid: Eenheid
    bron: str
    gelezen: date

    @property
    def hulp(self) -> str:
        """Return the default with its source and date, for beside the field in which a school sets its own."""
        return f"Leeg is {self.aantal}. {self.bron}, gelezen op {self.gelezen:%d-%m-%Y}."

    def duur(self, aantal: int | None = None) -> timedelta:
        """Return it as a span of days. Not for working days: those are counted with the holidays."""
        assert self.eenheid != "werkdagen"
        n = self.aantal if aantal is None else aantal
        return timedelta(weeks=n) if self.eenheid == "weken" else timedelta(days=n)


_GELEZEN = date(2026, 11, 24)
_EIGEN = "Eigen keuze van Vangnet; het plan noemt geen termijn"
_VT = "Plan: Veilig Thuis, na de melding; regio's noemen het een streven"
_AVG = "Plan: Wet meldcode en AVG, vastleggen"
TERMIJNEN: Mapping[str, Termijn] = {
    "vt_besluit": Termijn("Veilig Thuis besluit binnen", 5, "werkdagen", _VT, _GELEZEN),
    "cit": Termijn("Het CIT rondt af of draagt over binnen", 8, "weken", "Plan: CIT, streven 4 tot 8 weken", _GELEZEN),
    "correctie": Termijn("School antwoordt op een verzoek om correctie binnen", 4, "weken", _AVG, _GELEZEN),
    "rapportage": Termijn("Rapportage meldcode na het sluiten binnen", 14, "dagen", _EIGEN, _GELEZEN),
    "incident": Termijn("Een doorgegeven incident is geregistreerd binnen", 5, "dagen", _EIGEN, _GELEZEN),
    "tekenen": Termijn("Een verslag is getekend binnen", 14, "dagen", _EIGEN, _GELEZEN),
}
"""Every term of a record, in one place. `school.INSTELBAAR` names those that a school sets itself."""


def aantal(sleutel: str, eigen: str) -> int:
    """Return how long a term is: what the school filled in, else what the source says."""
    return int(eigen) if is_aantal(eigen) else TERMIJNEN[sleutel].aantal


def is_aantal(tekst: str) -> bool:
    """Whether a text is a number that a term can have."""
    kaal = tekst.strip()
    return kaal.isascii() and kaal.isdigit() and 0 < int(kaal) <= _MEEST
