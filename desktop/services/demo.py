"""The vault of the invented school, for trying the program, for screenshots and for measuring."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

from desktop.exchange.demo.school import demo_school
from desktop.models.core import Clock, Ids
from desktop.models.rechten import Rol
from desktop.models.velden import naar_values
from desktop.services.kluis import Kluizen, OpenKluis
from desktop.vault.crypto import KdfParams

T = TypeVar("T")

_WOORDEN = "appel fiets molen regen potlood zwaan tulp haven kaars deken brug vlieger anker peper wolk schommel".split()


def maak_demo(
    kluizen: Kluizen, clock: Clock, ids: Ids, folder: Path, leerlingen: int, records: int, seed: int
) -> tuple[OpenKluis, str]:
    """Make a demo vault in a new folder; returns it open, and its passphrase (the same for the same seed)."""
    zin = " ".join(random.Random(seed).choices(_WOORDEN, k=4))  # noqa: S311  nothing secret is in a demo vault
    items = demo_school(seed, leerlingen, records, clock.now().date(), ids)
    profiel = next(items).value
    kluis, _code = kluizen.nieuw(folder, naar_values(profiel), "Marijke Voorbeeld", Rol.IB, zin, params=KdfParams())
    for deel in _delen(items, 5000):
        kluis.vault.append_many(kluis.actor, deel, clock.now(), action="demo")
    return kluis, zin


def _delen(items: Iterable[T], n: int) -> Iterator[list[T]]:
    it = iter(items)
    while deel := list(islice(it, n)):
        yield deel
