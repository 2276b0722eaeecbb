"""The vault of the invented school, for trying the program, for screenshots and for measuring."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from desktop.exchange.demo.pen import handtekening
from desktop.exchange.demo.scan import scan
from desktop.exchange.demo.school import demo_school
from desktop.models.core import Bijlage, Clock, Ids, Wie
from desktop.models.rechten import Rol
from desktop.models.velden import naar_values
from desktop.services.demobestuur import vul_bestuur, vul_verzoek
from desktop.services.democalamiteit import vul_calamiteit
from desktop.services.demodraaiboek import vul_draaiboeken
from desktop.services.demojaar import vul_schooljaar
from desktop.services.kluis import Kluizen, OpenKluis
from desktop.services.veiligthuis import werkdag_na
from desktop.vault.crypto import KdfParams

T = TypeVar("T")

_PENNEN = 250
_BLADEN = 3

_WOORDEN = "appel fiets molen regen potlood zwaan tulp haven kaars deken brug vlieger anker peper wolk schommel".split()


def maak_demo(
    kluizen: Kluizen, clock: Clock, ids: Ids, folder: Path, leerlingen: int, records: int, seed: int
) -> tuple[OpenKluis, str]:
    """Make a demo vault in a new folder; returns it open, and its passphrase (the same for the same seed)."""
    zin = " ".join(random.Random(seed).choices(_WOORDEN, k=4))  # noqa: S311  nothing secret is in a demo vault
    pennen, scans = _Pennen(), _Scans()
    items = demo_school(seed, leerlingen, records, clock.now().date(), ids, pennen.van, scans.volgende, werkdag_na)
    profiel = next(items).value
    kluis, _code = kluizen.nieuw(folder, naar_values(profiel), "Marijke Voorbeeld", Rol.IB, zin, params=KdfParams())
    # before the records that name them, and at once: a transaction each would take as long as all the rest
    pennen.leg_klaar(kluis, seed, min(2 * leerlingen, records, _PENNEN))
    scans.leg_klaar(kluis, seed)
    for deel in _delen(items, 5000):
        kluis.vault.append_many(kluis.actor, deel, clock.now(), action="demo")
    if records:
        vul_schooljaar(kluizen.sessie(kluis))
        vul_calamiteit(kluizen.sessie(kluis))
        vul_draaiboeken(kluizen.sessie(kluis))
        vul_bestuur(kluizen.sessie(kluis))
        vul_verzoek(kluizen.sessie(kluis))
    return kluis, zin


class _Pennen:
    """A signature for each parent who signs, in the order in which they first do; in a large school some share one."""

    def __init__(self) -> None:
        self._blobs: Sequence[UUID] = ()
        self._ouders: dict[UUID | None, UUID] = {}

    def leg_klaar(self, kluis: OpenKluis, seed: int, aantal: int) -> None:
        """Draw them and put them in the vault. What nobody signs with is gone at the next opening."""
        halen = [handtekening(seed, n).to_bytes() for n in range(max(1, aantal))]
        self._blobs = kluis.vault.put_blobs(halen, "application/json")

    def van(self, ouder: Wie) -> UUID:
        """Return a parent's signature, the same each time."""
        return self._ouders.setdefault(ouder.persoon, self._blobs[len(self._ouders) % len(self._blobs)])


class _Scans:
    """Pictures of old paper, in turn; in a large school some records share one."""

    def __init__(self) -> None:
        self._bladen: Iterator[Bijlage] = iter(())

    def leg_klaar(self, kluis: OpenKluis, seed: int) -> None:
        """Draw them and put them in the vault. What no record holds is gone at the next opening."""
        beelden = [scan(seed, n) for n in range(_BLADEN)]
        blobs = kluis.vault.put_blobs(beelden, "image/png")
        self._bladen = cycle(
            Bijlage(blob=blob, naam=f"scan-{n:03}.png", media="image/png", bytes=len(beeld))
            for n, (blob, beeld) in enumerate(zip(blobs, beelden, strict=True), start=1)
        )

    def volgende(self) -> Bijlage:
        """Return the next one."""
        return next(self._bladen)


def _delen(items: Iterable[T], n: int) -> Iterator[list[T]]:
    it = iter(items)
    while deel := list(islice(it, n)):
        yield deel
