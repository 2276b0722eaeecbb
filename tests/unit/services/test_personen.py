"""People through the services: cards of a person, children, half-written forms, and who may see what."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.models.core import Wie
from desktop.models.errors import NietGevonden
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.opslag import Append
from desktop.models.personen import Leerling, Persoon, Relatie
from desktop.models.rechten import Rol
from desktop.models.uitnodiging import Uitnodiging
from desktop.models.vooroverleg import SoortGesprek
from desktop.services.beheer import Beheer
from desktop.services.diensten import Diensten, diensten
from desktop.services.kluis import Kluizen
from desktop.services.session import Session
from desktop.vault.crypto import KdfParams


@pytest.fixture
def d(tmp_path: Path, clock, ids):
    kluizen = Kluizen(clock, ids, ids.new(), "testmachine")
    kluis, _ = kluizen.nieuw(
        tmp_path / "proef.kluis",
        {"naam": "OBS De Proef"},
        "Iris Beheer",
        Rol.IB,
        "vier losse woorden hier",
        KdfParams(64 * 1024, 3, 1),
    )
    session = kluizen.sessie(kluis)
    yield diensten(session, Beheer(session, kluis))
    kluis.sluit()


def _leerling(d: Diensten, naam: str):
    stored, fout = d.personen.bewaar(Leerling, None, {"roepnaam": naam, "achternaam": "Proef"})
    assert stored is not None, fout
    return stored.record


def _ouder(d: Diensten, kind, persoon, soort="moeder"):
    stored, fout = d.personen.koppel(kind, persoon, {"soort": soort})
    assert stored is not None, fout
    return stored


def test_who_begins_with_what_was_typed_comes_first(d):
    kind = _leerling(d, "Sem")
    for roepnaam, achternaam in (("Yusuf", "Aydin"), ("Elif", "Yılmaz"), ("Mo", "Yildirim"), ("Yıldız", "Zand")):
        _ouder(d, kind, {"roepnaam": roepnaam, "achternaam": achternaam})
    assert [row.title for row in d.personen.ouders_zoeken("Yil")] == ["Yıldız Zand", "Mo Yildirim", "Elif Yılmaz"]


def test_cards_and_children_of_a_person_go_by_name_and_through_a_merge(d):
    sem, noa = _leerling(d, "Sem"), _leerling(d, "Noa")
    een = _ouder(d, sem, {"roepnaam": "Elif", "achternaam": "Proef"})
    twee = _ouder(d, noa, {"roepnaam": "E.", "achternaam": "Proef"}, "ouder")
    dubbel = _ouder(d, sem, {"roepnaam": "Elif", "achternaam": "P."})
    for oud in (twee, dubbel):
        assert d.personen.voeg_samen(oud.value.persoon, een.value.persoon, "Zelfde persoon.") == []
    kaarten = d.personen.kaarten_van(een.value.persoon)
    assert [row.title for row, _ in kaarten] == ["Noa Proef", "Sem Proef", "Sem Proef"]
    assert {kaart.record for _, kaart in kaarten} == {een.record, twee.record, dubbel.record}
    assert [row.title for row in d.personen.kinderen(een.value.persoon)] == ["Noa Proef", "Sem Proef"]


def test_someone_else_is_no_pupil(d):
    kaart = _ouder(d, _leerling(d, "Noa"), {"roepnaam": "Elif"})
    with pytest.raises(NietGevonden) as fout:
        d.personen.leerling(kaart.value.persoon)
    assert fout.value.stap


def test_half_written_people_stay_apart_from_conversations(d):
    noa, sem = _leerling(d, "Noa"), _leerling(d, "Sem")
    ids = d.session.ids
    kaart, nieuw = ids.new(), ids.new()
    d.personen.bewaar_draft(Relatie, kaart, None, {"soort": "vader"}, noa)
    d.personen.bewaar_draft(Leerling, nieuw, None, {"roepnaam": "Jip"})
    assert d.personen.draft(Relatie, None, noa).values == {"soort": "vader"}
    assert d.personen.draft(Relatie, None, sem) is None
    assert d.personen.draft(Leerling, None).record == nieuw
    assert d.personen.draft(Persoon, kaart) is None  # another kind of form
    assert [x.record for x in d.personen.drafts_bij(noa)] == [kaart]
    assert d.gesprekken.drafts() == []
    assert list(d.overzichten.home("OBS De Proef").drafts) == []
    d.personen.gooi_draft_weg(kaart)
    assert d.personen.drafts_bij(noa) == []


def test_a_timeline_holds_only_what_the_role_may_read(d):
    noa = _leerling(d, "Noa")
    wie = Wie(persoon=noa, naam="Noa Proef")
    dag = date(2026, 2, 1)
    session = d.session
    for waarde in (
        Gespreksverslag(leerling=wie, soort=SoortGesprek.ZORG, datum=dag),
        Uitnodiging(leerling=wie, soort=SoortGesprek.ZORG, datum=dag),
    ):
        session.vault.append(session.actor, Append(session.ids.new(), waarde, None), session.nu())
    rijen = d.gesprekken.rijen(d.gesprekken.tijdlijn(noa))
    assert {r.kind for r in rijen} == {"gespreksverslag", "uitnodiging"}
    assert {r.detail for r in rijen} == {"Gesprek bij zorgen"}
    actor = type(session.actor)(session.actor.account, "Ans", Rol.ADMINISTRATIE.value, session.actor.device)
    anders = Session(session.vault, actor, session.clock, session.ids)
    beperkt = type(d.gesprekken)(anders, d.personen, d.documenten)
    assert [r.kind for r in beperkt.rijen(beperkt.tijdlijn(noa))] == ["uitnodiging"]
