"""A request about a dossier: due in four weeks, answered by who may decide, with a letter to who asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from desktop.models.correctie import Correctieverzoek
from desktop.models.errors import Geweigerd
from desktop.models.opslag import Stored
from desktop.models.personen import Leerling, Persoon
from desktop.models.rechten import Rol
from desktop.services.diensten import Diensten


def _vast(uitkomst: tuple[Stored | None, object]) -> Stored:
    stored, fout = uitkomst
    assert stored is not None, fout
    return stored


@pytest.fixture
def noa(school: Diensten) -> UUID:
    return _vast(school.personen.bewaar(Leerling, None, {"roepnaam": "Noa", "achternaam": "Berkhout"})).record


@pytest.fixture
def ouder(school: Diensten) -> dict[str, Any]:
    values = {"roepnaam": "Elif", "achternaam": "Demir", "straat": "Lindelaan 4"}
    record = _vast(school.personen.bewaar(Persoon, None, values)).record
    return {"persoon": str(record), "naam": "Elif Demir", "hoedanigheid": "moeder", "gezag": ""}


def _antwoord(dag: date, ouder: dict[str, Any]) -> dict[str, Any]:
    return {
        "soort": "correctie",
        "van": ouder,
        "ontvangen_op": dag.isoformat(),
        "over": "verslag",
        "wens": "Anders.",
        "besluit": "afgewezen",
        "besloten_door": "Dirk",
        "antwoord_op": dag.isoformat(),
    }


def test_the_answer_is_due_four_weeks_after_it_came_in(school: Diensten, noa: UUID) -> None:
    d, dag = school, school.session.vandaag() - timedelta(days=10)
    stuk = d.dossier.nieuw(Correctieverzoek, noa)
    stored = _vast(d.dossier.bewaar(stuk, {**stuk.values, "soort": "inzage", "ontvangen_op": dag.isoformat()}))
    (item,) = [i for i in d.agenda.items() if i.stuk == Correctieverzoek.KIND]
    assert (item.werk.due_on, item.wat) == (dag + timedelta(days=28), "Antwoord op verzoek over dossier")
    assert stored.record in {rij.record for rij in d.dossier.rijen(d.dossier.tijdlijn(noa))}


def test_refusing_asks_for_a_reason(school: Diensten, noa: UUID, ouder: dict[str, Any]) -> None:
    d, dag = school, school.session.vandaag()
    stuk = d.dossier.nieuw(Correctieverzoek, noa)
    values = {**stuk.values, **_antwoord(dag, ouder)}
    stored, fout = d.dossier.stel_vast(stuk, values)
    assert stored is None and [p.loc for p in fout] == [("reden",)]
    _vast(d.dossier.stel_vast(stuk, {**values, "reden": "Zo is het gezien."}))
    assert not [i for i in d.agenda.items() if i.stuk == Correctieverzoek.KIND]


def test_the_letter_goes_to_who_asked(school: Diensten, noa: UUID, ouder: dict[str, Any]) -> None:
    d, dag = school, school.session.vandaag()
    stuk = d.dossier.nieuw(Correctieverzoek, noa)
    values = {**stuk.values, **_antwoord(dag, ouder), "reden": "Zo is het gezien."}
    stored = _vast(d.dossier.stel_vast(stuk, values))
    heel, brief = d.documenten.afschriften(stored)
    assert (heel.ontvanger, brief.label) == (None, "Brief aan Elif Demir")
    opdracht = d.documenten.opdracht(stored, brief.ontvanger)
    assert opdracht.adres is not None and opdracht.adres.straat == "Lindelaan 4"
    assert opdracht.bestandsnaam().endswith("-brief.pdf")
    assert d.documenten.maak(opdracht).pdf != d.documenten.maak(d.documenten.opdracht(stored)).pdf


def test_a_teacher_writes_it_down_and_does_not_decide(als: Callable[[Rol], Diensten], noa: UUID, ouder: Any) -> None:
    d = als(Rol.LEERKRACHT)
    stuk = d.dossier.nieuw(Correctieverzoek, noa)
    values = {**stuk.values, **_antwoord(d.session.vandaag(), ouder), "reden": "x"}
    with pytest.raises(Geweigerd):
        d.dossier.stel_vast(stuk, values)
    _vast(d.dossier.bewaar(stuk, values))
