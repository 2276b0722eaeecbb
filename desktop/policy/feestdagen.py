"""Dutch public holidays, from the library that keeps them up to date."""

from __future__ import annotations

from datetime import date
from functools import cache

import holidays


@cache
def feestdagen(jaar: int) -> frozenset[date]:
    """Return the public holidays of a year in the Netherlands (Bevrijdingsdag once in five years, as most offices)."""
    return frozenset(holidays.country_holidays("NL", years=jaar))
