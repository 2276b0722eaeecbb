"""The vault of the invented school: parents signed in it, each with a signature of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from desktop.models.handtekening import from_bytes
from desktop.models.vervolg import Ondertekening
from desktop.services.demo import maak_demo
from desktop.services.documenten import Documenten
from desktop.services.kluis import Kluizen, OpenKluis
from tests.conftest import CountedIds, StepClock


@pytest.fixture
def demo(tmp_path: Path, clock: StepClock, ids: CountedIds) -> Iterator[OpenKluis]:
    kluizen = Kluizen(clock, ids, ids.new(), "PC")
    kluis, _ = maak_demo(kluizen, clock, ids, tmp_path / "demo.kluis", 20, 120, seed=1)
    yield kluis
    kluis.sluit()


def test_each_parent_signed_with_a_signature_of_their_own(demo: OpenKluis) -> None:
    waarden = [s.value for s in demo.vault.all("ondertekening")]
    getekend = [w for w in waarden if isinstance(w, Ondertekening) and w.getekend()]
    assert len(getekend) > 10
    van: dict[UUID, bytes] = {}
    for w in getekend:
        assert w.strokes is not None and w.ouder.persoon is not None
        media, data = demo.vault.blob(w.strokes)
        assert media == "application/json" and not from_bytes(data).leeg()
        assert van.setdefault(w.ouder.persoon, data) == data
    assert len(set(van.values())) == len(van) > 5


def test_a_signed_report_shows_the_strokes(demo: OpenKluis, clock: StepClock, ids: CountedIds) -> None:
    waarden = [s.value for s in demo.vault.all("ondertekening")]
    getekend = next(w for w in waarden if isinstance(w, Ondertekening) and w.getekend())
    documenten = Documenten(Kluizen(clock, ids, ids.new(), "PC").sessie(demo))
    opdracht = documenten.opdracht(demo.vault.get(getekend.op), None)
    assert opdracht.strokes is not None and getekend.strokes in opdracht.strokes
    met, zonder = (documenten.maak(o).pdf for o in (opdracht, replace(opdracht, strokes={})))
    assert len(met) > len(zonder) + 500
