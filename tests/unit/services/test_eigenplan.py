"""The school's own part of the plan: stored with versions, shown in the pages once unlocked, gone after a lock."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.models.errors import Conflict, Geweigerd
from desktop.models.kinds import from_bytes, to_bytes
from desktop.models.plan import Planpagina
from desktop.models.rechten import Rol
from desktop.models.schoolplan import ZONDER, Eigentekst, Schoolplan, vul
from desktop.models.sociale_kaart import Organisatie, lees_uren
from desktop.models.velden import velden
from desktop.policy.plan import Inhoud
from desktop.services.beheer import Beheer
from desktop.services.diensten import Diensten, diensten
from desktop.services.kluis import Kluizen
from desktop.services.plan import Plan
from desktop.vault.crypto import KdfParams

PAGINA = Planpagina(
    sleutel="leerling-educatie",
    titel="Educatie",
    kort="Educatie",
    soort="pagina",
    rubriek="leerling",
    rollen=("leerling",),
    volgorde=20,
    zie=(),
    leidt_naar=(),
    bron="",
    eigen="Beschrijf jullie lessen.",
    versie=1,
    datum=date(2026, 11, 24),
    tekst="Op {school} werken we met {sel_methode}. De lijst komt in {maand_veiligheid}.\n",
)
UREN = lees_uren("ma-vr 09:00-17:00")
assert UREN is not None
LOKET = Organisatie(
    "loket", "Het loket", "Vragen", "Praten en advies", uren=(UREN,), telefoon="111", telefoon_nacht="222"
)


@pytest.fixture
def d(tmp_path: Path, clock, ids):
    kluizen = Kluizen(clock, ids, ids.new(), "testmachine")
    school = {"naam": "OBS De Proef", "regio": "Testregio"}
    kluis, _ = kluizen.nieuw(
        tmp_path / "proef.kluis", school, "Iris Beheer", Rol.IB, "vier losse woorden hier", KdfParams(64 * 1024, 3, 1)
    )
    session = kluizen.sessie(kluis)
    yield diensten(session, Beheer(session, kluis))
    kluis.sluit()


@pytest.fixture
def plan(clock) -> Plan:
    return Plan(clock, lambda: Inhoud((PAGINA,), {"loket": LOKET}))


def test_every_place_has_a_field_and_words_until_it_is_filled():
    van_profiel = {"school", "bestuur", "regio", "telefoon"}
    assert {spec.naam for spec in velden(Schoolplan)} | van_profiel == ZONDER.keys()


def test_a_page_reads_well_before_unlocking_and_says_nothing_is_missing(plan):
    assert (
        plan.tekst(PAGINA)
        == "Op de school werken we met de lesmethode die de school koos. De lijst komt in november.\n"
    )
    assert plan.ontbreekt(PAGINA) == ()
    assert plan.eigen_tekst(PAGINA) == ""


def test_filled_places_show_everywhere_and_unfilled_ones_are_named(d: Diensten, plan):
    plan.zet_eigen(d.eigenplan.lees())
    assert plan.ontbreekt(PAGINA) == ("Methode sociaal-emotioneel",)
    stored, fout = d.eigenplan.bewaar_schoolplan({"sel_methode": "Samen Sterk"}, None)
    assert fout == [] and stored is not None
    plan.zet_eigen(d.eigenplan.lees())
    assert "Op OBS De Proef werken we met Samen Sterk." in plan.tekst(PAGINA)
    assert plan.ontbreekt(PAGINA) == ()
    plan.zet_eigen(None)
    assert "OBS De Proef" not in plan.tekst(PAGINA)


@pytest.mark.parametrize("naam", ["**vet** [x](https://kwaad.example)", "# kop\n\n- punt", "{directeur} <b>", "a|b`c`"])
def test_what_a_school_typed_stays_plain_text(naam):
    gevuld = vul("Naam: {directeur}.", {"directeur": naam})
    assert "\n" not in gevuld
    kaal = gevuld.replace("\\", "")
    assert kaal == f"Naam: {' '.join(naam.split())}."
    for teken in "*[](#{}<`|":
        assert f"\\{teken}" in gevuld or teken not in naam


def test_the_document_on_suspension_has_a_place_of_its_own(d: Diensten, clock):
    echt = Plan(clock)
    waar = "bij de directeur op de kamer"
    for sleutel in ("protocollen", "protocol-gedrag-actie-5"):
        assert "Protocol schorsen en verwijderen: te vinden bij het bestuur" in echt.tekst(echt.pagina(sleutel))
    d.eigenplan.bewaar_schoolplan({"schorsen_verwijderen": waar}, None)
    echt.zet_eigen(d.eigenplan.lees())
    for sleutel in ("protocollen", "protocol-gedrag-actie-5"):
        pagina = echt.pagina(sleutel)
        assert f"Protocol schorsen en verwijderen: {waar}" in echt.tekst(pagina)
        assert "Protocol schorsen en verwijderen" not in echt.ontbreekt(pagina)


def test_what_was_stored_before_it_had_that_place_is_read_all_the_same():
    eerder = json.loads(to_bytes(Schoolplan(pestprotocol="In de kast")))
    del eerder["schorsen_verwijderen"]
    terug = from_bytes(Schoolplan.KIND, 1, json.dumps(eerder).encode())
    assert isinstance(terug, Schoolplan) and (terug.pestprotocol, terug.schorsen_verwijderen) == ("In de kast", "")


def test_a_second_form_does_not_overwrite_what_the_first_stored(d: Diensten):
    eerst, _ = d.eigenplan.bewaar_schoolplan({"ib": "Iris"}, None)
    assert eerst is not None
    tweede, _ = d.eigenplan.bewaar_schoolplan({"ib": "Iris, kamer 3"}, eerst.revision)
    assert tweede is not None and tweede.record == eerst.record
    with pytest.raises(Conflict):
        d.eigenplan.bewaar_schoolplan({"ib": "Oud"}, eerst.revision)


def test_own_text_keeps_its_versions_and_can_be_taken_away(d: Diensten, plan):
    een, _ = d.eigenplan.bewaar_tekst(PAGINA.sleutel, "Wij doen dit op maandag.", None)
    assert een is not None
    twee, _ = d.eigenplan.bewaar_tekst(PAGINA.sleutel, "", een.revision)
    assert twee is not None
    assert [v.revision for v in d.eigenplan.versies(PAGINA.sleutel)] == [twee.revision, een.revision]
    plan.zet_eigen(d.eigenplan.lees())
    assert plan.eigen_tekst(PAGINA) == ""
    d.eigenplan.bewaar_tekst(PAGINA.sleutel, "Wij doen dit op dinsdag.", twee.revision)
    plan.zet_eigen(d.eigenplan.lees())
    assert plan.eigen_tekst(PAGINA) == "Wij doen dit op dinsdag."


def test_own_organisations_come_beside_and_in_the_place_of_shipped_ones(d: Diensten, plan):
    nieuw = {"naam": "Wijkteam Zuid", "telefoon": "333", "uren": "ma-do 08:30-12:00", "groep": "hulp"}
    erbij, fout = d.eigenplan.bewaar_organisatie(None, nieuw, None)
    assert fout == [] and erbij is not None
    d.eigenplan.bewaar_organisatie(None, {"naam": "Ons loket", "vervangt": "loket", "groep": "praten"}, None)
    plan.zet_eigen(d.eigenplan.lees())
    assert [(o.naam, o.eigen) for o in plan.organisaties()] == [("Wijkteam Zuid", True), ("Ons loket", True)]
    d.eigenplan.verwijder_organisatie(erbij)
    plan.zet_eigen(d.eigenplan.lees())
    assert [o.naam for o in plan.organisaties()] == ["Ons loket"]
    assert d.eigenplan.organisaties()[0].value is not None


def test_two_own_entries_cannot_stand_in_the_place_of_the_same_one(d: Diensten):
    eerst, _ = d.eigenplan.bewaar_organisatie(None, {"naam": "Ons loket", "vervangt": "loket"}, None)
    assert eerst is not None
    tweede, fout = d.eigenplan.bewaar_organisatie(None, {"naam": "Nog een", "vervangt": "loket"}, None)
    assert tweede is None and [p.loc for p in fout] == [("vervangt",)]
    weer, _ = d.eigenplan.bewaar_organisatie(eerst.record, {"naam": "Ons loket 2", "vervangt": "loket"}, eerst.revision)
    assert weer is not None and d.eigenplan.organisatie("loket") == weer
    assert d.eigenplan.organisatie("onbekend") is None


def test_an_entry_that_was_removed_comes_back_as_a_new_one(d: Diensten):
    values = {"naam": "Wijkteam", "groep": "hulp"}
    stored, _ = d.eigenplan.bewaar_organisatie(None, values, None)
    assert stored is not None
    d.eigenplan.verwijder_organisatie(stored)
    assert d.eigenplan.organisaties() == []
    terug, fout = d.eigenplan.bewaar_organisatie(None, values, None)
    assert fout == [] and [s.record for s in d.eigenplan.organisaties()] == [terug and terug.record]


def test_half_written_comes_back_and_goes_with_the_save(d: Diensten):
    record = d.session.ids.new()
    d.eigenplan.bewaar_draft(Eigentekst, record, None, {"pagina": "leerlingen", "tekst": "Half"})
    assert d.eigenplan.draft(Eigentekst, None, pagina="ouders") is None
    draft = d.eigenplan.draft(Eigentekst, None, pagina="leerlingen")
    assert draft is not None and draft.values["tekst"] == "Half"
    stored, _ = d.eigenplan.bewaar_tekst("leerlingen", "Heel", None, draft.record)
    assert stored is not None and stored.record == record
    assert d.eigenplan.draft(Eigentekst, record) is None
    assert d.eigenplan.namen()[stored.account] == "Iris Beheer"


def test_hours_that_cannot_be_read_are_refused(d: Diensten):
    stored, fout = d.eigenplan.bewaar_organisatie(None, {"naam": "X", "uren": "altijd", "site": "kwaad"}, None)
    assert stored is None
    assert [p.loc for p in fout] == [("uren",), ("site",)]


def test_a_teacher_reads_the_schools_part_and_changes_nothing(d: Diensten):
    actor = replace(d.session.actor, role=Rol.LEERKRACHT.value)
    leerkracht = diensten(replace(d.session, actor=actor), d.beheer).eigenplan
    assert leerkracht.lees().waarden["school"] == "OBS De Proef"
    with pytest.raises(Geweigerd):
        leerkracht.bewaar_schoolplan({"ib": "X"}, None)
    with pytest.raises(Geweigerd):
        leerkracht.bewaar_tekst("leerlingen", "X", None)


@pytest.mark.parametrize(
    ("moment", "feestdag", "stand", "nummer"),
    [
        ("2026-11-24T10:00", False, "open", "111"),  # a Tuesday
        ("2026-11-24T08:59", False, "dicht", "222"),
        ("2026-11-24T17:00", False, "dicht", "222"),
        ("2026-11-28T10:00", False, "dicht", "222"),  # a Saturday
        ("2026-12-25T10:00", True, "dicht", "222"),
    ],
)
def test_reachable_by_hours_and_holidays(moment, feestdag, stand, nummer):
    nu = datetime.fromisoformat(moment)
    assert (LOKET.stand(nu, feestdag), LOKET.nummer(nu, feestdag)) == (stand, nummer)
    dag_en_nacht = replace(LOKET, feestdagen=True)
    assert dag_en_nacht.stand(datetime(2026, 12, 25, 10), True) == "open"


def test_unknown_hours_are_called_unknown():
    assert replace(LOKET, uren=()).stand(datetime(2026, 11, 24, 10), False) == "onbekend"


def test_says_when_it_opens_again_past_christmas(plan, clock):
    clock.moment = datetime(2026, 12, 24, 18, tzinfo=clock.moment.tzinfo)
    # Friday 25 is Christmas, Saturday 26 and Sunday too
    assert plan.weer_open(LOKET) == datetime(2026, 12, 28, 9, tzinfo=clock.moment.tzinfo)
    assert plan.nu()[1] is False
    clock.moment += timedelta(days=1)
    assert plan.nu()[1] is True


@pytest.mark.parametrize(
    "regel", ["", "altijd", "ma-vr 9:00-17:00", "ma 17:00-09:00", "ma-xx 09:00-17:00", "ma 09:00-24:30"]
)
def test_hours_that_mean_nothing(regel):
    assert lees_uren(regel) is None
