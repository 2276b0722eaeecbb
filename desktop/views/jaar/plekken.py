"""What the `extra` of the place of a school year says: which year, which month or list, whose tasks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desktop.models.rechten import Rol
from desktop.models.schooljaar import Periode, schooljaar_van
from desktop.views.navigatie import Plek

SLEUTEL = "schooljaar"
ALLES, DOORLOPEND = "alles", "doorlopend"


@dataclass(frozen=True, slots=True)
class Jaarplek:
    """`begin` is the year in which the school year begins, 0 for this one; `lijst` a month (as '11') or a list."""

    begin: int = 0
    lijst: str = ""
    rol: str = ""

    def jaar(self, vandaag: date) -> Periode:
        """Return the school year."""
        return schooljaar_van(date(self.begin, 8, 1)) if self.begin else schooljaar_van(vandaag)

    def maand(self) -> int | None:
        """Return the month (1-12); None where another list shows."""
        return int(self.lijst) if self.lijst.isdigit() else None

    def plek(self, **anders: object) -> Plek:
        """Return the place, with other parts."""
        nieuw = replace(self, **anders)  # type: ignore[arg-type]
        delen = (("jaar", nieuw.begin or ""), ("lijst", nieuw.lijst), ("rol", nieuw.rol))
        return Plek(SLEUTEL, extra=";".join(f"{naam}={waarde}" for naam, waarde in delen if waarde))


def lees(plek: Plek) -> Jaarplek:
    """Read a place; what is missing or not understood is left out."""
    delen = dict(deel.split("=", 1) for deel in plek.extra.split(";") if "=" in deel)
    begin, lijst, rol = delen.get("jaar", ""), delen.get("lijst", ""), delen.get("rol", "")
    is_maand = lijst.isdigit() and 1 <= int(lijst) <= 12
    return Jaarplek(
        int(begin) if begin.isdigit() and 2000 <= int(begin) <= 2200 else 0,
        lijst if is_maand or lijst in (ALLES, DOORLOPEND) else "",
        rol if rol in {r.value for r in Rol} else "",
    )
