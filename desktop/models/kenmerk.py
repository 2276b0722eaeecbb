"""The number by which people name a record aloud and on paper."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

_TEKENS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: read aloud over the phone


def kenmerk(record: UUID) -> str:
    """Return the year of making and six characters of a UUIDv7, for example '2026-7K3F9Q'.

    It comes from the identifier alone, so two vaults that exchange records later cannot give out the same number.
    """
    moment = datetime.fromtimestamp((record.int >> 80) / 1000, UTC)
    laag = record.int & (1 << 30) - 1
    return f"{moment.year}-" + "".join(_TEKENS[laag >> shift & 31] for shift in range(25, -1, -5))
