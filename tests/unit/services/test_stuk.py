"""What a draft builds on, who may open what, and ticking several reports at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.models.core import Actor
from desktop.models.errors import Conflict, Geweigerd, NietGevonden, UserError
from desktop.models.opslag import Query
from desktop.models.personen import Leerling
from desktop.models.rechten import Rol
from desktop.services.beheer import Beheer
from desktop.services.diensten import Diensten, diensten
from desktop.services.kluis import Kluizen
from desktop.services.session import Session
from desktop.vault.crypto import KdfParams

_INGEVULD = {"soort": "leerling", "onderwerp": "Zorg", "besproken": "Iets.", "samengevat": True, "formeel": False}
_MENING = {"mening": "Leuk", "mening_gewogen": "Zwaar"}


@pytest.fixture
def d(tmp_path: Path, clock, ids):
    kluizen = Kluizen(clock, ids, ids.new(), "testmachine")
    kluis, _code = kluizen.nieuw(
        tmp_path / "proef.kluis", {"naam": "De Proef"}, "Iris", Rol.IB, "vier losse woorden hier", KdfParams()
    )
    session = kluizen.sessie(kluis)
    yield diensten(session, Beheer(session, kluis))
    kluis.sluit()


@pytest.fixture
def leerling(d: Diensten):
    stored, fout = d.personen.bewaar(Leerling, None, {"roepnaam": "Noa"})
    assert stored is not None, fout
    return stored.record


def _als(d: Diensten, rol: Rol) -> Diensten:
    s = d.session
    actor = Actor(s.ids.new(), "Ander", rol.value, s.actor.device)
    return diensten(Session(s.vault, actor, s.clock, s.ids), d.beheer)


def _vast(d: Diensten, leerling, **anders):
    stuk = d.gesprekken.nieuw_verslag(leerling)
    stored, fout = d.gesprekken.stel_vast(stuk, {**stuk.values, **_INGEVULD, **_MENING, **anders})
    assert stored is not None, fout
    return stored.record


def test_a_draft_on_an_older_revision_conflicts_and_does_not_overwrite(d: Diensten, leerling) -> None:
    stuk = d.gesprekken.nieuw_verslag(leerling)
    stored, _ = d.gesprekken.bewaar(stuk, {**stuk.values, **_INGEVULD})
    mijn = d.gesprekken.open(stored.record)
    assert not mijn.botst
    d.gesprekken.bewaar_draft(mijn, {**mijn.values, "onderwerp": "Mijn"})
    ander = _als(d, Rol.DIRECTEUR).gesprekken
    hun = ander.open(stored.record)
    ander.bewaar(hun, {**hun.values, "onderwerp": "Hun"})
    terug = d.gesprekken.open(stored.record)
    assert terug.botst
    assert terug.values["onderwerp"] == "Mijn"
    with pytest.raises(Conflict):
        d.gesprekken.bewaar(terug, terug.values)
    assert d.gesprekken.open(stored.record).values["onderwerp"] == "Mijn"


def test_a_draft_of_something_established_meanwhile_comes_along_and_is_not_shown_as_the_record(
    d: Diensten, leerling
) -> None:
    stuk = d.gesprekken.nieuw_verslag(leerling)
    stored, _ = d.gesprekken.bewaar(stuk, {**stuk.values, **_INGEVULD, **_MENING})
    mijn = d.gesprekken.open(stored.record)
    d.gesprekken.bewaar_draft(mijn, {**mijn.values, "onderwerp": "Mijn"})
    ander = _als(d, Rol.DIRECTEUR).gesprekken
    hun = ander.open(stored.record)
    assert ander.stel_vast(hun, hun.values)[0] is not None
    terug = d.gesprekken.open(stored.record)
    assert terug.vast
    assert not terug.uit_concept
    assert terug.values["onderwerp"] == "Zorg"
    assert terug.draft is not None
    assert terug.draft.values["onderwerp"] == "Mijn"


def test_what_is_nowhere_cannot_be_opened(d: Diensten) -> None:
    with pytest.raises(NietGevonden):
        d.gesprekken.open(d.session.ids.new())


def test_the_office_opens_invitations_and_no_reports(d: Diensten, leerling) -> None:
    stuk = d.gesprekken.nieuwe_uitnodiging(leerling)
    stored, _ = d.gesprekken.bewaar(stuk, {**stuk.values, "soort": "zorg"})
    verslag = _vast(d, leerling)
    balie = _als(d, Rol.ADMINISTRATIE).gesprekken
    assert balie.open(stored.record).stored is not None
    with pytest.raises(Geweigerd):
        balie.open(verslag)


def test_several_reports_are_ticked_at_once_and_taken_back(d: Diensten, leerling) -> None:
    records = [_vast(d, leerling) for _ in range(3)]
    gezet = d.gesprekken.zet_alle_in_parnassys(records, date(2026, 3, 1))
    assert not d.gesprekken.niet_in_parnassys()
    assert {r.parnassys_on for r in d.gesprekken.rijen_van(records)} == {date(2026, 3, 1)}
    d.gesprekken.haal_uit_parnassys([s.record for s in gezet])
    assert len(d.gesprekken.niet_in_parnassys()) == 3


def test_ticking_is_all_or_nothing(d: Diensten, leerling) -> None:
    vast = _vast(d, leerling)
    stuk = d.gesprekken.nieuw_verslag(leerling)
    concept, _ = d.gesprekken.bewaar(stuk, {**stuk.values, **_INGEVULD})
    with pytest.raises(UserError, match="vastgesteld"):
        d.gesprekken.zet_alle_in_parnassys([vast, concept.record], date(2026, 3, 1))
    with pytest.raises(UserError, match="toekomst"):
        d.gesprekken.zet_alle_in_parnassys([vast], date(2026, 3, 3))
    assert len(d.gesprekken.niet_in_parnassys()) == 1


def test_open_work_is_found_by_its_kind(d: Diensten, leerling) -> None:
    rij = {"rij": str(d.session.ids.new()), "wat": "Bellen", "uiterlijk": "2026-03-09"}
    met_afspraak = _vast(d, leerling, afspraken=[rij])
    vraag = Query(kinds=("gespreksverslag",), due_kind="afspraak")
    assert [r.record for r in d.gesprekken.rijen(d.gesprekken.lijst(vraag))] == [met_afspraak]
    assert not d.gesprekken.lijst(Query(kinds=("gespreksverslag",), due_kind="tekenen"))


def test_names_of_accounts(d: Diensten) -> None:
    assert d.gesprekken.account(d.session.actor.account) == "Iris"
    assert d.gesprekken.account(d.session.ids.new()) == ""
