"""Says which children of the invented school have signals, which of them a case, and what else the IB wrote down."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from random import Random
from uuid import UUID

from desktop.exchange.demo.dossier import Dossiers
from desktop.exchange.demo.opbouw import Demoleerling
from desktop.exchange.demo.zaken import Zaakmakers
from desktop.exchange.demo.zinnen_zorg import VERHALEN
from desktop.models.opslag import Append

EEN_OP = 12
"""One pupil in so many has signals."""
_LANG_HIER = timedelta(days=400)
"""A story goes back further than a child that has only just come."""
Maker = Callable[[Demoleerling], list[Append]]


def dossiers(
    rnd: Random,
    leerlingen: Sequence[Demoleerling],
    today: date,
    bij_leerling: Dossiers,
    zaken: Zaakmakers,
    ruimte: int,
) -> Iterator[Append]:
    """Yield whole dossiers, each about a child of another family, while they fit in `ruimte` records.

    Cases come first and go to children with a brother or sister here, for the meldcode looks at the whole family. A
    single pupil gets the longest story, no case.
    """
    kinderen = _kinderen(rnd, leerlingen, today)
    if len(leerlingen) == 1:
        makers = iter([_verhaal(bij_leerling, max(range(len(VERHALEN)), key=lambda n: len(VERHALEN[n].signalen)))])
    else:
        makers = _makers(bij_leerling, zaken)
    aantal = max(len(zaken.soorten()) + 1, round(len(leerlingen) / EEN_OP))
    for kind, maak in zip(kinderen[:aantal], makers, strict=False):
        stukken = maak(kind)
        if len(stukken) <= ruimte:
            ruimte -= len(stukken)
            yield from stukken
    if len(leerlingen) > 1 and ruimte:
        yield bij_leerling.advies_gegeven()


def _makers(bij_leerling: Dossiers, zaken: Zaakmakers) -> Iterator[Maker]:
    yield from zaken.soorten()
    n = 0
    while True:
        yield _verhaal(bij_leerling, n % len(VERHALEN))
        n += 1


def _verhaal(bij_leerling: Dossiers, n: int) -> Maker:
    return lambda kind: bij_leerling.van(kind, VERHALEN[n])


def _kinderen(rnd: Random, leerlingen: Sequence[Demoleerling], today: date) -> list[Demoleerling]:
    """Return one child of each family, in any order; those with a brother or sister here before the others."""
    gezinnen: dict[UUID, list[Demoleerling]] = {}
    for leerling in leerlingen:
        gezinnen.setdefault(leerling.kaarten[0][1].persoon, []).append(leerling)
    samen, alleen = list[Demoleerling](), list[Demoleerling]()
    for gezin in gezinnen.values():
        lang = [k for k in gezin if k.value.instroomdatum and k.value.instroomdatum <= today - _LANG_HIER]
        if lang:
            (samen if len(gezin) > 1 else alleen).append(rnd.choice(lang))
    rnd.shuffle(samen)
    rnd.shuffle(alleen)
    voor = samen[:3]
    rest = samen[3:] + alleen
    rnd.shuffle(rest)
    return voor + rest
