"""From a record to a case and back: a new case, one that is open, and what was begun in a case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from desktop.models.dossier import Overdracht
from desktop.models.errors import Geweigerd
from desktop.models.opslag import Stored
from desktop.models.overleg import Overleg
from desktop.models.rechten import Rol
from desktop.models.veiligthuis import VtAdvies
from desktop.models.vooroverleg import SoortGesprek
from desktop.services.diensten import Diensten
from desktop.services.plan import Plan
from desktop.services.stuk import Stuk
from desktop.views.dossier import SOORTEN, DossierPagina, SignaalPagina
from desktop.views.gesprekken import VerslagPagina
from desktop.views.gesprekken.dialogen import ZaakDialoog
from desktop.views.navigatie import Plek
from desktop.views.zaak import NieuweZaakPagina
from tests.gui.conftest import Gegaan, School
from tests.gui.zaak.conftest import Zaakbouw, dialoog


@pytest.fixture
def lees(toon: Callable[..., Any], plan: Plan) -> Callable[..., Any]:
    """Show a record of a kind on its page."""

    def lees_(stored: Stored, d: Diensten | None = None) -> Any:
        plek = Plek(stored.kind, stored.record)
        if stored.kind == "signaal":
            return toon(SignaalPagina, plek, d, plan=plan)
        return toon(DossierPagina, plek, d, soort=SOORTEN[stored.kind])

    return lees_


def _overdracht(bouw: Zaakbouw) -> Stored:
    return bouw.vast(
        bouw.d.dossier.nieuw(Overdracht, bouw.school.noa),
        aanleiding=["blijven"],
        van="Juf Anna",
        aan="Iris Beheer",
        leerling_op="2026-03-02",
        ouders_op="2026-03-02",
    )


def _knoppen(pagina: Any) -> set[str]:
    return {sleutel for sleutel in pagina.leesblad.knoppen if sleutel.startswith("zaak")}


def test_a_signal_leads_to_a_new_case_in_which_it_is_chosen(
    lees, toon, bouw: Zaakbouw, school: School, gegaan: Gegaan
) -> None:
    signaal = bouw.signaal("Blauwe plek")
    pagina = lees(signaal)
    assert _knoppen(pagina) == {"zaak-nieuw"}
    pagina.leesblad.knoppen["zaak-nieuw"].click()
    assert gegaan.laatste == Plek("zaak-nieuw", extra=f"leerling={school.noa};signaal={signaal.record}")
    nieuw = toon(NieuweZaakPagina, gegaan.laatste)
    assert [(box.isChecked(), record) for box, record in nieuw.kiezer.vakken] == [(True, signaal.record)]


def test_a_hand_over_joins_the_case_that_it_asks_for_beside_its_signals(
    lees, toon, bouw: Zaakbouw, school: School, gegaan: Gegaan, rust
) -> None:
    signaal, overdracht = bouw.signaal("Blauwe plek"), _overdracht(bouw)
    lees(overdracht).leesblad.knoppen["zaak-nieuw"].click()
    assert gegaan.laatste == Plek("zaak-nieuw", extra=f"leerling={school.noa};overdracht={overdracht.record}")
    nieuw = toon(NieuweZaakPagina, gegaan.laatste)
    assert [(box.isChecked(), record) for box, record in nieuw.kiezer.vakken] == [
        (True, overdracht.record),
        (False, signaal.record),
    ]
    nieuw.velden["kort"].editor.zet("Zorgen thuis")
    nieuw.openknop.click()
    rust()
    assert "minstens één signaal" in nieuw.fout.text(), "a hand-over alone is no signal"
    nieuw.kiezer.vakken[1][0].setChecked(True)
    nieuw.openknop.click()
    rust()
    assert gegaan.laatste.page == "zaak" and gegaan.laatste.id is not None
    assert bouw.zaak(gegaan.laatste.id).dossier.stukken == (overdracht.record, signaal.record)


def test_a_record_joins_an_open_case_and_leads_there_from_then_on(
    lees, bouw: Zaakbouw, gegaan: Gegaan, rust, school: School
) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    overleg = bouw.vast(
        bouw.d.dossier.nieuw(Overleg, school.noa),
        soort="collegas",
        onderwerp="Wat nu",
        deelnemers=[{"rij": str(bouw.d.session.ids.new()), "naam": "A.F.", "rol": "collega"}],
        inhoud="Besproken.",
    )
    pagina = lees(overleg)
    assert _knoppen(pagina) == {"zaak-erbij"}
    pagina.leesblad.knoppen["zaak-erbij"].click()
    vraag = dialoog(pagina)
    assert isinstance(vraag, ZaakDialoog)
    assert vraag.gekozen() == dossier
    vraag.doen.click()
    rust()
    assert _knoppen(pagina) == {"zaak"}
    assert ("Dossier meldcode", Plek("zaak", dossier)) in pagina.kruimels()
    pagina.leesblad.knoppen["zaak"].click()
    assert gegaan.laatste == Plek("zaak", dossier)
    assert overleg.record in bouw.zaak(dossier).dossier.stukken


def test_a_record_of_a_closed_case_or_of_another_pupil_is_offered_none(lees, bouw: Zaakbouw, school: School) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    ander = bouw.signaal("Sem is stil", school.sem)
    assert _knoppen(lees(ander)) == {"zaak-nieuw"}
    afloop = {"afloop": "onterecht", "toelichting": "Niets.", "volgt": "Juf Anna", "hoe": "Wekelijks"}
    assert bouw.d.meldcode.sluit(bouw.zaak(dossier), afloop)[0] is not None
    assert _knoppen(lees(bouw.signaal("Later gezien"))) == {"zaak-nieuw"}


def test_who_does_not_run_the_meldcode_sees_no_case(lees, bouw: Zaakbouw, met_rol: Callable[..., Diensten]) -> None:
    los, erin = bouw.signaal("Blauwe plek"), bouw.signaal("Wil niet naar huis")
    bouw.dossier(erin)
    leerkracht = met_rol(Rol.LEERKRACHT)
    assert _knoppen(lees(los, leerkracht)) == set() == _knoppen(lees(erin, leerkracht))
    meelezer = met_rol(Rol.AANDACHTSFUNCTIONARIS)
    assert _knoppen(lees(los, meelezer)) == set()
    assert _knoppen(lees(erin, meelezer)) == {"zaak"}


@pytest.mark.parametrize("kind", ["signaal", "verslag", "uitnodiging", "overleg", "vtadvies"])
def test_what_is_begun_in_a_case_belongs_to_it_once_it_is_stored(kind: str, bouw: Zaakbouw, school: School) -> None:
    d, dossier = bouw.d, bouw.dossier(bouw.signaal("Blauwe plek"))
    begin: dict[str, Callable[[], Stuk]] = {
        "signaal": lambda: d.dossier.nieuw_signaal(school.noa, dossier),
        "verslag": lambda: d.gesprekken.nieuw_verslag(school.noa, SoortGesprek.LEERLING, dossier=dossier),
        "uitnodiging": lambda: d.gesprekken.nieuwe_uitnodiging(school.noa, SoortGesprek.HGKM, dossier=dossier),
        "overleg": lambda: d.dossier.nieuw(Overleg, school.noa, dossier, soort="collegas"),
        "vtadvies": lambda: d.dossier.nieuw(VtAdvies, school.noa, dossier),
    }
    stuk = begin[kind]()
    stored, fout = d.stukken(stuk.kind).bewaar(stuk, stuk.values)
    assert stored is not None, fout
    zaak = bouw.zaak(dossier)
    assert stored.record in {s.record for s in zaak.stukken}
    assert stored.record not in zaak.dossier.stukken, "one link, never two"
    assert d.meldcode.van(stored.record) == dossier
    if kind == "uitnodiging":
        verslag = d.gesprekken.nieuw_verslag(school.noa, SoortGesprek.HGKM, stored.record)
        na, fout = d.gesprekken.bewaar(verslag, {**verslag.values, "datum": "2026-03-02"})
        assert na is not None, fout
        assert d.meldcode.van(na.record) == dossier, "the report of an invitation goes where that belongs"


def test_a_concept_of_a_case_leads_back_while_one_writes(toon, bouw: Zaakbouw, school: School) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    plek = Plek("verslag", extra=f"leerling={school.noa};soort=leerling;dossier={dossier}")
    pagina = toon(VerslagPagina, plek)
    assert pagina.schrijft
    assert pagina.kruimels()[-1] == ("Dossier meldcode", Plek("zaak", dossier))


def test_the_call_at_a_signal_begun_in_the_case_is_done_by_its_melding(bouw: Zaakbouw, school: School) -> None:
    dossier = bouw.dossier(bouw.signaal("Blauwe plek"))
    later = bouw.vast(
        bouw.d.dossier.nieuw_signaal(school.noa, dossier),
        onderwerp="Noa vertelt het zelf",
        functie="leerkracht",
        aard=["gedrag"],
        eergerelateerd=False,
        disclosure=True,
        gevaar=False,
        passages=[
            {"rij": str(bouw.d.session.ids.new()), "soort": "feit", "bron": "", "toestemming": None, "tekst": "Zo."}
        ],
        is_leerkracht=True,
    )
    assert "veilig_thuis" in {w.kind for w in bouw.d.session.vault.work(limit=99) if w.record == later.record}
    bouw.melding(dossier)
    assert "veilig_thuis" not in {w.kind for w in bouw.d.session.vault.work(limit=99) if w.record == later.record}


def test_a_teacher_takes_back_an_own_concept_and_no_other(
    bouw: Zaakbouw, met_rol: Callable[..., Diensten], kluis: Any
) -> None:
    vast = bouw.signaal("Blauwe plek")
    leerkracht = met_rol(Rol.LEERKRACHT)
    concepten = []
    for _ in range(2):
        stuk = leerkracht.dossier.nieuw_signaal(bouw.school.noa)
        stored, fout = leerkracht.dossier.bewaar(stuk, stuk.values)
        assert stored is not None, fout
        concepten.append(stored.record)
    assert leerkracht.dossier.trek_in(concepten[0], "Bij de verkeerde leerling").state == "ingetrokken"
    with pytest.raises(Geweigerd):
        leerkracht.dossier.trek_in(vast.record, "Bij de verkeerde leerling")
    kluis.actor = replace(kluis.actor, account=leerkracht.session.ids.new())
    collega = met_rol(Rol.LEERKRACHT)
    with pytest.raises(Geweigerd):
        collega.dossier.trek_in(concepten[1], "Bij de verkeerde leerling")
