"""A calamity through its services: opened, its log, corrections, ticks, closing; who may do what."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.actieplan import Actieplan
from desktop.models.calamiteit import Calamiteit
from desktop.models.communicatie import Communicatie
from desktop.models.draaiboek import Draaiboek, Loop
from desktop.models.errors import Conflict, Geweigerd, UserError
from desktop.models.logregel import Logregel, Merk, RegelSoort
from desktop.models.opslag import Append, Stored
from desktop.models.rechten import Rol
from desktop.models.velden import naar_values
from desktop.services.calamiteit import duur
from desktop.services.diensten import Diensten, diensten
from desktop.services.regels import Filter

STAP = RegelSoort.STAP


def nu(d: Diensten) -> datetime:
    return d.session.nu().replace(tzinfo=None, microsecond=0)


@pytest.fixture
def c(school: Diensten) -> UUID:
    return school.calamiteiten.begin("Vermissing tijdens schoolreis").record


def regel(stored: Stored) -> Logregel:
    assert isinstance(stored.value, Logregel)
    return stored.value


def teksten(d: Diensten, c: UUID, f: Filter | None = None) -> list[str]:
    log = d.calamiteiten.log
    return [r.regel.tekst for r in log.rijen(c, log.regels(c, f))]


# -- opening


def test_een_klik_is_genoeg(school: Diensten) -> None:
    stored = school.calamiteiten.begin()
    value = stored.value
    assert isinstance(value, Calamiteit)
    assert value.begonnen() == nu(school).replace(second=0)
    assert value.leiding == "Dirk Directeur"
    assert value.kort.startswith("Calamiteit ")
    assert f"{nu(school):%H:%M}" in value.kort
    assert [r.row.record for r in school.calamiteiten.lopende()] == [stored.record]


def test_ook_een_ib_kan_openen_en_de_directeur_leidt(als: Callable[[Rol], Diensten]) -> None:
    value = als(Rol.IB).calamiteiten.begin("Brand").value
    assert isinstance(value, Calamiteit)
    assert value.leiding == "Dirk Directeur"


def test_twee_tegelijk_en_de_gesloten_onderaan(school: Diensten) -> None:
    een, twee = school.calamiteiten.begin("Een"), school.calamiteiten.begin("Twee")
    school.calamiteiten.log.schrijf(een.record, "Een regel", STAP)
    school.calamiteiten.log.schrijf(twee.record, "Andere regel", STAP)
    assert teksten(school, een.record) == ["Een regel"]
    assert {r.row.title: r.regels for r in school.calamiteiten.lopende()} == {"Een": 1, "Twee": 1}
    school.calamiteiten.sluit(twee.record, {"geevalueerd": False, "waarom_niet": "Het bleek een oefening."})
    assert [r.row.title for r in school.calamiteiten.lopende()] == ["Een"]
    assert [(r.row.title, r.dicht) for r in school.calamiteiten.alle()] == [("Een", False), ("Twee", True)]


def test_hernoemen_en_koppelen_zijn_nieuwe_versies(school: Diensten, c: UUID) -> None:
    school.calamiteiten.hernoem(c, "Vermissing in  het park")
    stuk = school.session.ids.new()
    school.calamiteiten.koppel(c, stuk)
    stored = school.calamiteiten.koppel(c, stuk)
    assert isinstance(stored.value, Calamiteit)
    assert stored.value.kort == "Vermissing in het park"
    assert stored.value.stukken == (stuk,)
    assert len(school.session.vault.history(c)) == 3
    with pytest.raises(UserError):
        school.calamiteiten.hernoem(c, "  ")


# -- the log


def test_een_regel_staat_er_met_beide_tijden_en_wie(school: Diensten, c: UUID) -> None:
    gebeurd = nu(school) - timedelta(minutes=30)
    stored = school.calamiteiten.log.schrijf(
        c, " 112 gebeld ", RegelSoort.GESPREK, gebeurd, sleutel=True, namens="adjunct", besloten_door="directeur"
    )
    r = regel(stored)
    assert stored.state == "vastgesteld"
    assert (r.tekst, r.soort, r.sleutel) == ("112 gebeld", RegelSoort.GESPREK, True)
    assert (r.gebeurd, r.moment) == (gebeurd, school.session.nu())
    assert (r.door, r.namens, r.besloten_door) == ("Dirk Directeur", "adjunct", "directeur")
    assert r.later
    assert r.merk is Merk.EERDER  # half an hour before the calamity was opened
    assert school.session.vault.history(stored.record)[0].digest == stored.digest


def test_de_nieuwste_gebeurtenis_staat_boven(school: Diensten, c: UUID) -> None:
    for minuten, tekst in ((10, "tweede"), (0, "derde"), (20, "eerste")):
        school.calamiteiten.log.schrijf(c, tekst, STAP, nu(school) - timedelta(minutes=minuten))
    assert teksten(school, c) == ["derde", "tweede", "eerste"]


def test_vreemde_momenten_blijven_staan_met_een_merk(school: Diensten, c: UUID) -> None:
    log = school.calamiteiten.log
    assert regel(log.schrijf(c, "later", STAP, nu(school) + timedelta(hours=2))).merk is Merk.TOEKOMST
    assert regel(log.schrijf(c, "eerder", STAP, nu(school) - timedelta(days=1))).merk is Merk.EERDER
    assert regel(log.schrijf(c, "nu", STAP)).merk is None
    assert log.merk(c, nu(school) + timedelta(hours=2)) is Merk.TOEKOMST
    assert log.merk(c, nu(school)) is None


def test_een_lege_regel_is_niets(school: Diensten, c: UUID) -> None:
    with pytest.raises(UserError):
        school.calamiteiten.log.schrijf(c, " \n ", STAP)
    assert school.calamiteiten.log.alle(c) == []


def test_een_megabyte_blijft_heel(school: Diensten, c: UUID) -> None:
    lap = "Ouders bellen. " * 70_000
    r = regel(school.calamiteiten.log.schrijf(c, lap, STAP))
    assert r.tekst == lap.strip()


def test_tekens_die_niet_te_zien_zijn_gaan_eruit(school: Diensten, c: UUID) -> None:
    assert regel(school.calamiteiten.log.schrijf(c, "a\x00b\u202ec\r\nd", STAP)).tekst == "abc\nd"


def test_een_correctie_laat_de_regel_staan(school: Diensten, c: UUID) -> None:
    log = school.calamiteiten.log
    fout = log.schrijf(
        c, "24 van 25 geteld", RegelSoort.MAATREGEL, nu(school) - timedelta(minutes=5), namens="lk", sleutel=True
    )
    goed = regel(log.corrigeer(fout.record, "25 van 26 geteld"))
    assert (goed.corrigeert, goed.soort, goed.namens, goed.sleutel) == (fout.record, RegelSoort.MAATREGEL, "lk", True)
    assert goed.gebeurd == regel(fout).gebeurd
    rijen = {r.regel.tekst: r for r in log.rijen(c, log.alle(c))}
    assert [r.tekst for r in rijen["24 van 25 geteld"].gecorrigeerd] == ["25 van 26 geteld"]
    van = rijen["25 van 26 geteld"].van
    assert van is not None
    assert van.tekst == "24 van 25 geteld"
    assert len(school.session.vault.history(fout.record)) == 1


def test_een_regel_die_twee_keer_wordt_gestuurd_staat_er_een_keer(school: Diensten, c: UUID) -> None:
    log = school.calamiteiten.log
    invoer = log.invoer(c)
    log.schrijf(c, "112 gebeld", STAP, record=invoer.record)
    with pytest.raises(Conflict):
        log.schrijf(c, "112 gebeld", STAP, record=invoer.record)
    assert teksten(school, c) == ["112 gebeld"]


def test_wat_half_getypt_is_blijft_tot_het_vastligt(school: Diensten, c: UUID, als: Callable[[Rol], Diensten]) -> None:
    log, ander = school.calamiteiten.log, school.calamiteiten.begin("Andere").record
    invoer = log.invoer(c)
    log.bewaar_invoer(c, invoer.record, {"tekst": "moeder geb", "soort": "gesprek"})
    terug = log.invoer(c)
    assert terug.record == invoer.record
    assert (terug.values["tekst"], terug.values["soort"]) == ("moeder geb", "gesprek")
    assert log.invoer(ander).values == {}
    assert als(Rol.IB).calamiteiten.log.invoer(c).values == {}
    log.schrijf(c, "moeder gebeld", RegelSoort.GESPREK, record=terug.record)
    assert log.invoer(c).values == {}
    invoer = log.invoer(c)
    log.bewaar_invoer(c, invoer.record, {"tekst": "x"})
    log.bewaar_invoer(c, invoer.record, {"tekst": " "})
    assert log.invoer(c).values == {}


def test_filters_gaan_samen(school: Diensten, c: UUID, als: Callable[[Rol], Diensten]) -> None:
    log, ib = school.calamiteiten.log, als(Rol.IB)
    log.schrijf(c, "Politie gebeld", RegelSoort.GESPREK, sleutel=True)
    log.schrijf(c, "Team ingelicht", RegelSoort.COMMUNICATIE)
    log.schrijf(c, "Groep naar huis", RegelSoort.BESLUIT, nu(school) - timedelta(days=2), sleutel=True)
    ib.calamiteiten.log.schrijf(c, "Politie neemt zoeken over", RegelSoort.BESLUIT)
    assert teksten(school, c, Filter(sleutel=True)) == ["Politie gebeld", "Groep naar huis"]
    assert teksten(school, c, Filter(soorten=(RegelSoort.BESLUIT,))) == ["Politie neemt zoeken over", "Groep naar huis"]
    assert teksten(school, c, Filter(soorten=(RegelSoort.BESLUIT, RegelSoort.GESPREK), woorden="politie")) == [
        "Politie neemt zoeken over",
        "Politie gebeld",
    ]
    assert teksten(school, c, Filter(door=ib.session.actor.account)) == ["Politie neemt zoeken over"]
    assert teksten(school, c, Filter(van=nu(school).date(), sleutel=True)) == ["Politie gebeld"]
    assert teksten(school, c, Filter(tot=nu(school).date() - timedelta(days=1))) == ["Groep naar huis"]
    assert {naam for _, naam in log.schrijvers(c)} == {"Dirk Directeur", "Anna Intern begeleider"}
    assert Filter(woorden=" ").leeg
    assert not Filter(sleutel=True).leeg


@given(st.lists(st.sampled_from(RegelSoort), max_size=4))
def test_een_filter_is_leeg_zonder_keuze(soorten: list[RegelSoort]) -> None:
    assert Filter(soorten=tuple(soorten)).leeg == (not soorten)


# -- the plan's actions


def _plan(d: Diensten, c: UUID, rij: UUID, wat: str = "Zoeken met politie") -> Stored:
    stuk = d.calamiteiten.nieuw_actieplan(c)
    maatregel: dict[str, Any] = {"rij": str(rij), "wat": wat, "wie": "politie"}
    stored, fout = d.calamiteiten.bewaar(
        stuk, {**stuk.values, "beschrijving": "Kind kwijt", "maatregelen": [maatregel]}
    )
    assert stored is not None, fout
    return stored


def test_een_vinkje_is_een_regel(school: Diensten, c: UUID) -> None:
    rij = school.session.ids.new()
    _plan(school, c, rij)
    school.calamiteiten.vink(c, rij)
    assert school.calamiteiten.standen(c)[rij].gedaan
    assert teksten(school, c) == ["Gedaan: Zoeken met politie"]
    school.calamiteiten.vink(c, rij, gedaan=False)
    assert not school.calamiteiten.standen(c)[rij].gedaan
    with pytest.raises(UserError):
        school.calamiteiten.vink(c, school.session.ids.new())


def test_elke_versie_van_het_plan_blijft(school: Diensten, c: UUID) -> None:
    rij = school.session.ids.new()
    eerste = _plan(school, c, rij)
    stuk = school.calamiteiten.open(eerste.record)
    school.calamiteiten.bewaar(stuk, {**stuk.values, "beschrijving": "Kind gevonden"})
    beeld = school.calamiteiten.beeld(c)
    assert [s.value.beschrijving for s in beeld.versies if isinstance(s.value, Actieplan)] == [
        "Kind kwijt",
        "Kind gevonden",
    ]
    with pytest.raises(UserError):
        school.calamiteiten.nieuw_actieplan(c)


def test_het_beeld_brengt_samen_en_wordt_een_keer_genoteerd(school: Diensten, c: UUID) -> None:
    stuk = school.calamiteiten.nieuwe_communicatie(c, groep="team")
    school.calamiteiten.bewaar(stuk, {**stuk.values, "onderwerp": "Wat er is"})
    beeld = school.calamiteiten.beeld(c)
    assert [s.value.titel() for s in beeld.communicatie if isinstance(s.value, Communicatie)] == ["Team: Wat er is"]
    school.calamiteiten.beeld(c, log=False)
    assert [a.action for a in school.session.vault.audit(record=c)].count("bekeken") == 1


# -- closing


def test_sluiten_vraagt_een_evaluatie_of_een_reden(school: Diensten, c: UUID) -> None:
    stored, fout = school.calamiteiten.sluit(c, {"geevalueerd": False, "waarom_niet": "Nee"})
    assert stored is None
    assert fout[0].loc == ("waarom_niet",)
    stored, _ = school.calamiteiten.sluit(c, {"geevalueerd": False, "waarom_niet": "Het bleek een misverstand."})
    assert stored is not None
    assert school.calamiteiten.beeld(c).dicht


def test_na_het_sluiten_alleen_nog_een_correctie(school: Diensten, c: UUID) -> None:
    cal = school.calamiteiten
    regel_ = cal.log.schrijf(c, "Kind terug", STAP)
    cal.sluit(c, {"geevalueerd": False, "waarom_niet": "Het bleek een misverstand."})
    for doe in (
        lambda: cal.log.schrijf(c, "Nog iets", STAP),
        lambda: cal.nieuw_actieplan(c),
        lambda: cal.hernoem(c, "Anders"),
        lambda: cal.sluit(c, {"geevalueerd": False, "waarom_niet": "Het bleek een misverstand."}),
    ):
        with pytest.raises(UserError):
            doe()
    cal.log.corrigeer(regel_.record, "Kind terug bij moeder")
    with pytest.raises(UserError):
        cal.heropen(c, "Kort")
    cal.heropen(c, "Er kwam een nieuwe melding binnen.")
    assert not cal.beeld(c).dicht
    assert teksten(school, c)[0] == "De calamiteit is weer geopend. Er kwam een nieuwe melding binnen."
    cal.log.schrijf(c, "Verder", STAP)
    with pytest.raises(UserError):
        cal.heropen(c, "Er kwam een nieuwe melding binnen.")


# -- who may


def test_wie_alleen_het_logboek_bijhoudt(school: Diensten, c: UUID, als: Callable[[Rol], Diensten]) -> None:
    adm = als(Rol.ADMINISTRATIE).calamiteiten
    adm.log.schrijf(c, "Ouders gebeld", STAP)
    assert [r.row.record for r in adm.alle()] == [c]
    _plan(school, c, school.session.ids.new())
    beeld = adm.beeld(c)
    assert (beeld.volledig, beeld.versies, beeld.communicatie) == (False, (), ())
    for doe in (adm.begin, lambda: adm.open(c), lambda: adm.vink(c, c), lambda: adm.nieuw_actieplan(c)):
        with pytest.raises(UserError):
            doe()
    school.calamiteiten.sluit(c, {"geevalueerd": False, "waarom_niet": "Het bleek een misverstand."})
    assert adm.alle() == []
    for lees in (lambda: adm.beeld(c), lambda: adm.log.regels(c), lambda: adm.log.rijen(c, [])):
        with pytest.raises(UserError):
            lees()


def test_de_vertrouwenspersoon_ziet_er_niets_van(school: Diensten, c: UUID) -> None:
    # no such account can be made in a school's vault; one that came there otherwise sees nothing all the same
    actor = replace(school.session.actor, role=Rol.VERTROUWENSPERSOON.value)
    ander = diensten(replace(school.session, actor=actor), school.beheer).calamiteiten
    for doe in (ander.alle, lambda: ander.beeld(c), lambda: ander.log.regels(c)):
        with pytest.raises(Geweigerd):
            doe()


def test_een_draaiboek_heeft_ook_een_log(school: Diensten, als: Callable[[Rol], Diensten]) -> None:
    leerkracht = als(Rol.LEERKRACHT)
    boek = Draaiboek(sleutel="x", versie="1", titel="Vermissing", kort="", herkomst="plan")
    loop = Loop(definitie=boek, aanleiding="Weg", begonnen_op=date(2026, 9, 1))
    s = school.session
    stored = s.vault.append(s.actor, Append(s.ids.new(), loop, None), s.nu())
    school.calamiteiten.log.schrijf(stored.record, "Begonnen", STAP)
    assert teksten(school, stored.record) == ["Begonnen"]
    with pytest.raises(Geweigerd):
        leerkracht.calamiteiten.log.regels(stored.record)
    klaar = loop.model_copy(update={"afgesloten_op": date(2026, 9, 2)})
    s.vault.append(s.actor, Append(stored.record, klaar, stored.revision), s.nu())
    with pytest.raises(UserError):
        school.calamiteiten.log.schrijf(stored.record, "Nog iets", STAP)


def test_bij_iets_anders_hoort_geen_logboek(school: Diensten, c: UUID) -> None:
    log = school.calamiteiten.log
    regel_ = log.schrijf(c, "Een regel", STAP)
    for bij in (regel_.record, school.session.ids.new()):
        with pytest.raises(UserError):
            log.schrijf(bij, "Iets", STAP)
    with pytest.raises(UserError):
        log.corrigeer(c, "Iets")
    with pytest.raises(UserError):
        school.calamiteiten.beeld(regel_.record)


@pytest.mark.parametrize(
    ("minuten", "woord"),
    [(0, "0 min"), (18, "18 min"), (60, "1 uur"), (78, "1 uur 18 min"), (60 * 49, "2 dagen"), (-5, "0 min")],
)
def test_hoe_lang_het_duurt(minuten: int, woord: str) -> None:
    begin = datetime(2026, 11, 25, 10, 42)
    assert duur(begin, begin + timedelta(minutes=minuten)) == woord


def test_wie_alleen_het_logboek_bijhoudt_opent_de_bijlagen_van_zijn_regels(
    school: Diensten, als: Callable[[Rol], Diensten], c: UUID
) -> None:
    hulp = als(Rol.ADMINISTRATIE)
    png = b64decode(b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
    los, half, aan = (hulp.documenten.voeg_bijlage_toe(f"{n}.png", png) for n in ("los", "half", "aan"))
    invoer = hulp.calamiteiten.log.invoer(c)
    hulp.calamiteiten.log.bewaar_invoer(c, invoer.record, {"tekst": "Nog", "bijlagen": [naar_values(half)]})
    school.calamiteiten.log.schrijf(c, "Met een foto", STAP, bijlagen=[aan])
    for bijlage in (half, aan):
        assert hulp.documenten.bijlage(bijlage.blob) == ("image/png", png)
    with pytest.raises(Geweigerd):
        hulp.documenten.bijlage(los.blob)
    school.calamiteiten.sluit(c, {"geevalueerd": False, "waarom_niet": "Het bleek een oefening."})
    with pytest.raises(Geweigerd):
        hulp.documenten.bijlage(aan.blob)
    assert school.documenten.bijlage(aan.blob)[1] == png
