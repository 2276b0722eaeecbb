"""Packages that load their modules at first use, so that the first window brings only what it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def laad_bij_gebruik(pakket: str, namen: Mapping[str, str]) -> Callable[[str], Any]:
    """Return a package's `__getattr__`: it finds a name in the module that `namen` gives for it."""

    def zoek(naam: str) -> Any:
        if naam not in namen:
            raise AttributeError(f"module {pakket!r} has no attribute {naam!r}")
        return getattr(import_module(f"{pakket}.{namen[naam]}"), naam)

    return zoek
