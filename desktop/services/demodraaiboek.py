"""Draaiboeken in the invented school: one that runs beside its calamity, one that runs alone, one that was closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from desktop.models.core import Values
from desktop.models.draaiboek import Stand
from desktop.models.logregel import RegelSoort
from desktop.services.calamiteit import Calamiteiten
from desktop.services.documenten import Documenten
from desktop.services.draaiboeken import Draaiboeken, Geopend
from desktop.services.inhoud import meegeleverd
from desktop.services.session import Session

_ANDERS = "De leerkracht was ziek; de intern begeleider deed het samen met de invaller."
_OVER = "De bestuurder was er zelf bij en wist het al."


def vul_draaiboeken(session: Session) -> None:
    """Store them through the services, as a school does that works with them."""
    calamiteiten = Calamiteiten(session, Documenten(session))
    boeken = Draaiboeken(session, Documenten(session), meegeleverd, calamiteiten.log)
    loopt = [c.row for c in calamiteiten.lopende() if c.row.title.startswith("Vermissing")]
    if loopt:
        values = {"aanleiding": loopt[0].title, "calamiteit": str(loopt[0].record)}
        _stappen(boeken, _begin(boeken, "vermissing", values, ("uitstapje",)), 6, {})
    gedrag = _begin(boeken, "gedrag", {"aanleiding": "Schelden en duwen op het plein"}, ("grens", "groot", "actie2"))
    _stappen(boeken, gedrag, 5, {3: (Stand.ANDERS, _ANDERS)})
    boeken.log.schrijf(gedrag.stored.record, "Beide groepen gesproken na de pauze.", RegelSoort.GESPREK)
    boeken.log.schrijf(gedrag.stored.record, "Ouders van beide leerlingen gebeld.", RegelSoort.GESPREK, sleutel=True)
    klaar = _begin(boeken, "professionals", {"aanleiding": "Dreigende mail aan een leerkracht"}, ("directie",))
    klaar = _stappen(boeken, klaar, 99, {2: (Stand.OVERGESLAGEN, _OVER)})
    boeken.sluit(klaar, "Er is een gesprek geweest. De afspraken staan op papier.")


def _begin(boeken: Draaiboeken, sleutel: str, values: Values, ja: Sequence[str]) -> Geopend:
    stored, fout = boeken.begin(sleutel, values, ja)
    assert stored is not None, fout
    return boeken.open_loop(stored.record)


def _stappen(boeken: Draaiboeken, loop: Geopend, hoeveel: int, afwijkend: Mapping[int, tuple[Stand, str]]) -> Geopend:
    """End the first steps of a run, some of them otherwise than the protocol says."""
    record: UUID = loop.stored.record
    begon = loop.beeld.loop.begonnen_op
    for n, (stap, _) in enumerate(loop.beeld.stappen[:hoeveel]):
        stand, reden = afwijkend.get(n, (Stand.GEDAAN, ""))
        values = {"stand": stand.value, "reden": reden, "gedaan_op": begon.isoformat() if begon else None}
        stored, fout = boeken.zet(loop, stap, values)
        assert stored is not None, fout
    return boeken.open_loop(record)
