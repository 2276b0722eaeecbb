"""EDEXML in: read a file, hold it against the vault, and what to write. The front of this folder's EDEXML modules."""

from __future__ import annotations

from desktop.exchange.edexml_compare import appends, compare
from desktop.exchange.edexml_read import read
from desktop.exchange.edexml_types import (
    Bestaand,
    Deel,
    GelezenGroep,
    GelezenLeerkracht,
    GelezenLeerling,
    Gewijzigd,
    Inlezing,
    Nieuw,
    Onleesbaar,
    Verschil,
    Voorstel,
)

__all__ = [
    "Bestaand",
    "Deel",
    "GelezenGroep",
    "GelezenLeerkracht",
    "GelezenLeerling",
    "Gewijzigd",
    "Inlezing",
    "Nieuw",
    "Onleesbaar",
    "Verschil",
    "Voorstel",
    "appends",
    "compare",
    "read",
]
