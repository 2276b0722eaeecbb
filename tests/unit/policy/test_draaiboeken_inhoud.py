"""The draaiboeken as they are shipped: all protocols of the plan, every fact of them, plain and in own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop.models.draaiboek import UITVOERDERS, Draaiboek
from desktop.models.rolinhoud import Formulier
from desktop.models.schoolplan import ZONDER
from desktop.policy.draaiboeken import BEVESTIGEN, anders, laad, map_van
from tests.fingerprints import FILE, fingerprints, known
from tests.unit.policy.test_plan_inhoud import _MOEILIJK, _MOEILIJK_SAMEN, _NUMMER

VERWACHT = "gedrag professionals misbruik vermissing rouw calamiteit".split()
"""The rows of the index that are step lists."""
PADEN = sorted(map_van(None).glob("*.toml"))
ELK = pytest.mark.parametrize("sleutel", VERWACHT)


def _boek(sleutel: str) -> Draaiboek:
    return laad()[sleutel]


def _stappen(sleutel: str, *ja: str) -> list[str]:
    return [stap.sleutel for stap in _boek(sleutel).bij(ja)]


def _teksten(boek: Draaiboek) -> Sequence[str]:
    vragen = [t for v in boek.voorwaarden for t in (v.vraag, v.uitleg)]
    stappen = [t for s in boek.stappen for t in (s.wat, s.uitleg, s.fase, *s.punten)]
    return [boek.titel, boek.kort, boek.bron, *vragen, *stappen]


def test_every_protocol_of_the_index_is_there() -> None:
    assert set(laad()) == set(VERWACHT)
    assert [e.sleutel for e in anders()] == [
        "pesten",
        "schorsen-en-verwijderen",
        "klokkenluidersregeling",
        "klachtenregeling",
    ]
    assert all(e.plaats in ZONDER for e in anders()), "each has a place in the school's own plan"


@pytest.mark.parametrize("pad", PADEN, ids=[pad.stem for pad in PADEN])
def test_no_sentence_of_the_plan_is_copied(pad: Path) -> None:
    van_plan = known(FILE.read_bytes())
    assert [run for run, mark in fingerprints(pad.read_text(encoding="utf-8")) if mark in van_plan] == []


@ELK
def test_words_are_plain_and_nothing_is_of_one_school(sleutel: str) -> None:
    tekst = " ".join(_teksten(_boek(sleutel))).lower()
    assert [w for w in _MOEILIJK if re.search(rf"\b{w}\b", tekst)] == []
    assert [w for w in _MOEILIJK_SAMEN if w in tekst] == []
    assert re.findall(r"[{}<]|\?\?|xxx|\.\.\.", tekst) == [] and not _NUMMER.search(tekst)


@ELK
def test_sentences_are_short_on_average_and_a_step_fits_a_line(sleutel: str) -> None:
    zinnen = [zin.split() for tekst in _teksten(_boek(sleutel)) for zin in re.split(r"(?<=[.?!:;])\s+", tekst) if zin]
    assert sum(map(len, zinnen)) / len(zinnen) <= 14
    assert [stap.wat for stap in _boek(sleutel).stappen if len(stap.wat) > 75 or stap.wat.endswith(".")] == []


@ELK
def test_phases_are_not_torn_apart(sleutel: str) -> None:
    fasen = [stap.fase for stap in _boek(sleutel).stappen]
    blokken = [fase for n, fase in enumerate(fasen) if n == 0 or fase != fasen[n - 1]]
    assert len(blokken) == len(set(blokken))


def test_terms_are_only_where_the_plan_has_them_or_in_a_template() -> None:
    termijnen = {
        (d.sleutel, s.sleutel): s.termijn
        for d in laad().values()
        for s in d.stappen
        if s.termijn is not None and d.herkomst == "plan"
    }
    assert termijnen == {
        ("misbruik", "melden"): 0,
        ("misbruik", "inspecteur"): 0,
        ("calamiteit", "strafbaar-bestuur"): 0,
        ("rouw", "terugkijken"): 30,
    }


def test_only_the_missing_child_is_a_template_and_says_so() -> None:
    assert [d.sleutel for d in laad().values() if d.herkomst != "plan"] == ["vermissing"]
    assert BEVESTIGEN in _boek("vermissing").bron


def test_behaviour_goes_through_five_actions_in_order() -> None:
    boek = _boek("gedrag")
    assert boek.in_volgorde
    acties = [s.fase[6] for s in boek.stappen if s.fase.startswith("Actie ")]
    assert acties == sorted(acties) and set(acties) == set("12345")
    assert len(next(s for s in boek.stappen if s.sleutel == "beoordeel").punten) == 6
    verslagen = {s.sleutel: s.formulier for s in boek.stappen if s.sleutel.startswith("verslag")}
    assert verslagen == {"verslag-2": Formulier.LEERLINGGESPREK, "verslag-3": Formulier.GESPREKSVERSLAG}


def test_unwanted_behaviour_that_stops_asks_no_more_and_what_crosses_the_line_is_always_recorded() -> None:
    assert _stappen("gedrag") == ["stop"]
    assert "vastleggen" in _stappen("gedrag", "grens")
    assert "vastleggen" in _stappen("gedrag", "grens", "online")


def test_sexting_and_online_threat_take_their_own_route() -> None:
    alle = [v.sleutel for v in _boek("gedrag").voorwaarden]
    fasen = {s.fase for s in _boek("gedrag").bij(alle)}
    assert "Sexting of online bedreiging" in fasen and not any(f.startswith("Actie") for f in fasen)


def test_towards_professionals_there_are_five_steps_then_six_more() -> None:
    def nummers(*ja: str) -> list[int]:
        return [int(s.wat.split(".")[0]) for s in _boek("professionals").bij(ja) if s.wat[0].isdigit()]

    assert nummers() == nummers("directie") == [1, 2, 3, 4, 5]
    assert nummers("terug") == nummers("terug", "directie") == list(range(1, 12))
    for ja in (("terug",), ("terug", "directie")):
        zeven = next(s for s in _boek("professionals").bij(ja) if s.wat.startswith("7."))
        assert zeven.formulier is Formulier.INCIDENT


def test_the_board_takes_the_place_of_the_director_everywhere() -> None:
    alle = [v.sleutel for v in _boek("professionals").voorwaarden]
    for ja in (alle, [a for a in alle if a != "terug"]):
        stappen = _boek("professionals").bij(ja)
        assert {s.wie for s in stappen} == {"melder", "bestuur"}
        tekst = " ".join(t for s in stappen for t in (s.wat, s.uitleg, *s.punten))
        assert not re.search(r"direct(eur|ie)", tekst)


def test_staff_who_did_it_are_heard_with_hr() -> None:
    assert {"hoor-wederhoor", "hr"} <= set(_stappen("professionals", "medewerker"))
    assert not {"hoor-wederhoor", "hr"} & set(_stappen("professionals"))


def test_abuse_goes_straight_to_the_board_and_asks_eight_questions() -> None:
    boek = _boek("misbruik")
    assert (boek.stappen[0].wie, boek.stappen[0].termijn) == ("melder", 0)
    assert sum(s.startswith("vraag-") for s in _stappen("misbruik", "aangifte")) == 8
    assert "rehabilitatie" in _stappen("misbruik", "vals")
    assert {s.wie for s in boek.stappen[1:]} == {"bestuur"}


def test_a_death_has_six_subjects_and_all_that_stops() -> None:
    kern = _boek("rouw").bij([])
    assert sum(s.fase == "Zes onderwerpen" for s in kern) == 6
    assert kern[0].sleutel == "nagaan"
    assert {"registers", "spullen", "terugkijken", "contact-houden"} <= {s.sleutel for s in kern}
    for ja in ("leerling", "medewerker", "ouder", "schooltijd"):
        assert set(_stappen("rouw", ja)) > {s.sleutel for s in kern}


def test_a_missing_child_with_danger_is_called_in_at_once() -> None:
    assert "bel-112" in _stappen("vermissing") and "direct-112" not in _stappen("vermissing")
    assert "direct-112" in _stappen("vermissing", "spoed") and "bel-112" not in _stappen("vermissing", "spoed")


def test_a_calamity_has_no_order_and_all_six_actions() -> None:
    boek = _boek("calamiteit")
    assert not boek.in_volgorde
    fasen = {s.fase for s in boek.stappen}
    assert {"Algemeen", "Actieplan", "Gesprekken", "Ondersteuning", "Communicatie", "Vervolg", "Evaluatie"} <= fasen
    punten = {s.sleutel: len(s.punten) for s in boek.stappen}
    assert (punten["onrust"], punten["actieplan"], punten["crisisteam"]) == (4, 5, 5)


def test_who_carries_out_is_used() -> None:
    gebruikt = {s.wie for d in laad().values() for s in d.stappen}
    assert gebruikt <= set(UITVOERDERS) and {"sleuteltrio", "bestuur", "melder"} <= gebruikt
