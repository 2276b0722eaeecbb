"""Complaints: a vault of their own, without roles of a school in it, listed and counted without a name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.models.errors import Geweigerd, UserError
from desktop.models.klacht import Klacht
from desktop.models.opslag import Stored
from desktop.models.rechten import Actie, Rol, past_niet
from desktop.models.schooljaar import schooljaar_van
from desktop.services.beheer import Beheer
from desktop.services.diensten import Diensten, diensten
from desktop.services.kluis import Kluizen
from desktop.vault.crypto import KdfParams
from tests.unit.documents.lezen import tekst


@pytest.fixture
def d(tmp_path: Path, clock: Any, ids: Any) -> Iterator[Diensten]:
    """The services of the vertrouwenspersoon in a vault of complaints."""
    kluizen = Kluizen(clock, ids, ids.new(), "testmachine")
    kluis, _ = kluizen.nieuw(
        tmp_path / "klachten.kluis",
        {"naam": "OBS Zonnedauw"},
        "Vera Vertrouwen",
        Rol.VERTROUWENSPERSOON,
        "vier losse woorden hier",
        KdfParams(64 * 1024, 3, 1),
    )
    session = kluizen.sessie(kluis)
    yield diensten(session, Beheer(session, kluis))
    kluis.sluit()


def _vast(uitkomst: tuple[Stored | None, object]) -> Stored:
    stored, fout = uitkomst
    assert stored is not None, fout
    return stored


def _klacht(d: Diensten, *, af: bool = False, **anders: Any) -> Stored:
    stuk = d.klachten.nieuw()
    values = {**stuk.values, "klager": "medewerker", "klacht": "Te veel lawaai.", "gezet": "Gepraat", "nog": "Geen"}
    values |= anders
    return _vast(d.klachten.stel_vast(stuk, {**values, "tevreden": True}) if af else d.klachten.bewaar(stuk, values))


def test_each_kind_of_vault_has_its_own_roles() -> None:
    school = [rol for rol in Rol if rol is not Rol.VERTROUWENSPERSOON]
    assert all(past_niet(rol, Rol.IB) == "" for rol in school)
    assert all("kluis voor klachten" in past_niet(rol, Rol.VERTROUWENSPERSOON) for rol in school)
    assert "eigen kluis" in past_niet(Rol.VERTROUWENSPERSOON, Rol.DIRECTEUR)
    assert past_niet(Rol.VERTROUWENSPERSOON, Rol.VERTROUWENSPERSOON) == ""


def test_a_school_takes_no_vertrouwenspersoon(school: Diensten) -> None:
    with pytest.raises(UserError, match="eigen kluis"):
        school.beheer.voeg_account_toe("Vera", Rol.VERTROUWENSPERSOON, "vijf andere losse woorden hier")
    assert len(school.beheer.accounts()) == 1


def test_a_vault_of_complaints_takes_no_role_of_a_school(d: Diensten) -> None:
    with pytest.raises(UserError, match="alleen een vertrouwenspersoon"):
        d.beheer.voeg_account_toe("Dirk", Rol.DIRECTEUR, "vijf andere losse woorden hier")
    d.beheer.voeg_account_toe("Wim", Rol.VERTROUWENSPERSOON, "vijf andere losse woorden hier")
    assert len(d.beheer.accounts()) == 2


def test_a_complaint_is_stored_asked_after_and_established(d: Diensten) -> None:
    dag = d.session.vandaag()
    stored = _klacht(d, navraag_op=dag.isoformat())
    rijen, half = d.klachten.lijst()
    assert [rij.title for rij in rijen] == ["Klacht van een medewerker"] and not half
    (item,) = d.agenda.items()
    assert (item.werk.record, item.werk.due_on) == (stored.record, dag)
    assert d.overzichten.home("").tellingen["vertrouwenspersoon"][0] == 1
    vast = _klacht(d, af=True)
    opdracht = d.klachten.opdracht_vastgesteld(vast.record)
    assert opdracht is not None
    d.klachten.leg_pdf_vast(vast.record, d.documenten.maak(opdracht).pdf)


def test_its_work_stays_with_a_role_of_this_vault(d: Diensten, school: Diensten) -> None:
    _klacht(d, navraag_op=d.session.vandaag().isoformat())
    (item,) = d.agenda.items()
    assert d.agenda.rollen() == (Rol.VERTROUWENSPERSOON,)
    with pytest.raises(UserError, match="in deze kluis niet"):
        d.agenda.geef(item.werk, Rol.DIRECTEUR)
    assert d.agenda.items()[0].werk.role == "vertrouwenspersoon"
    assert Rol.VERTROUWENSPERSOON not in school.agenda.rollen() and Rol.DIRECTEUR in school.agenda.rollen()


def test_it_is_found_again_in_its_own_vault(d: Diensten) -> None:
    stored = _klacht(d, klacht="Te veel lawaai in de hal.")
    assert [hit.row.record for hit in d.zoeken.zoek("lawaai")] == [stored.record]
    assert d.overzichten.concepten() == () or d.overzichten.concepten() == []


def test_half_written_ones_are_listed_too(d: Diensten) -> None:
    stuk = d.klachten.nieuw()
    d.klachten.bewaar_draft(stuk, {**stuk.values, "klacht": "Half"})
    assert [draft.record for draft in d.klachten.lijst()[1]] == [stuk.record]


def test_the_year_is_counted_without_a_name(d: Diensten) -> None:
    _klacht(d, af=True, naam="Karim Zandstra")
    _klacht(d, klager="ouder")
    jaar = d.klachten.jaar(schooljaar_van(d.session.vandaag()))
    geteld = {(t.naam, x.label): x.aantal for t in jaar.tabellen() for x in t.tellingen}
    assert geteld["Aantal", "Klachten"] == 2 and geteld["Wie klaagde", "Medewerker"] == 1
    assert geteld["Naar tevredenheid afgehandeld", "Loopt nog"] == 1
    assert "Zandstra" not in " ".join(t.voorgelezen() for t in jaar.tabellen())
    assert d.klachten.jaar(schooljaar_van(date(2020, 1, 1))).klachten == ()


def test_what_goes_out_keeps_small_numbers_back_and_is_logged(d: Diensten) -> None:
    for n in range(7):
        _klacht(d, klager="ouder" if n == 0 else "medewerker")
    jaar = schooljaar_van(d.session.vandaag())
    gedrukt = tekst(d.klachten.papier(jaar).maak().pdf)
    assert "Klachten 7" in gedrukt and "Ouder afgeschermd" in gedrukt and "Medewerker afgeschermd" in gedrukt
    eigen = tekst(d.klachten.papier(jaar, afgeschermd=False).maak().pdf)
    assert "Ouder 1" in eigen and "gaat niet naar buiten" in eigen
    assert d.klachten.rekenblad(jaar)()[:2] == b"PK"
    redenen = [(regel.action, regel.reason) for regel in d.beheer.logboek()]
    assert ("geexporteerd", "jaaroverzicht van de klachten") in redenen


def test_nobody_of_the_school_reads_or_writes_one(school: Diensten) -> None:
    for vraag in (school.klachten.nieuw, school.klachten.lijst):
        with pytest.raises(Geweigerd):
            vraag()
    jaar = schooljaar_van(school.session.vandaag())
    for uit in (school.klachten.papier, school.klachten.rekenblad):
        with pytest.raises(Geweigerd):
            uit(jaar)
    assert not school.klachten.mag_schrijven(Klacht) and not school.session.mag(Actie.KLACHT)


def test_the_vertrouwenspersoon_sees_nothing_of_a_school(d: Diensten) -> None:
    with pytest.raises(Geweigerd):
        d.meldcode.zaken()
    with pytest.raises(Geweigerd):
        d.bestuur.beeld(schooljaar_van(d.session.vandaag()))
