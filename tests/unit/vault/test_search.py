"""Searching: Dutch stems, diacritics, names first, and whatever a person may type."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.core import Wie
from desktop.models.opslag import Query
from desktop.models.personen import Persoon, Relatie, Relatiesoort
from desktop.models.school import Schoolprofiel
from desktop.models.vervolg import AfspraakGedaan
from desktop.models.woorden import END, MARK, fold
from desktop.services.systeem import Uuid7
from desktop.vault.search import Question, columns, fragment
from desktop.vault.store import Vault
from tests.unit.vault.kluis import Pen, leerling, make, verslag


def found(vault: Vault, words: str, **options: object) -> list[str]:
    return [hit.row.title for hit in vault.search(words, **options)]  # type: ignore[arg-type]


def test_words_are_found_by_beginning_stem_and_without_accents(vault: Vault, pen: Pen) -> None:
    pen.new(leerling("Zoë", "Güneş"))
    pen.new(verslag(naam="", onderwerp="Overleg", besproken="Ze vertelde over de verdrietige gesprekken thuis."))
    assert found(vault, "zoe gunes") == found(vault, "ZOË") == found(vault, "gün") == ["Zoë Güneş"]
    assert found(vault, "gesprek") == found(vault, "gesprekken") == found(vault, "verdrietig") == ["Overleg"]
    assert found(vault, "thuis vertelde") == ["Overleg"] and found(vault, "thuis fiets") == []
    assert found(vault, "verdrietige gesp") == found(vault, "gesp thuis") == ["Overleg"]
    assert found(vault, "gesp") == ["Overleg"] and found(vault, "gesp ") == []


def test_earlier_words_may_be_beginnings_too_from_three_letters(vault: Vault, pen: Pen) -> None:
    pen.new(leerling("Noa", "Yılmaz"))
    pen.new(verslag(naam="", onderwerp="Overleg", besproken="Ze deed mee met gymnastiek."))
    assert found(vault, "yil noa") == found(vault, "noa yil") == found(vault, "yilm no") == ["Noa Yılmaz"]
    assert found(vault, "gym deed") == ["Overleg"] and found(vault, "gy deed") == []
    (hit,) = vault.search("gym deed")
    assert f"{MARK}gymnastiek{END}" in hit.fragment


def test_whose_name_it_is_comes_first_then_titles_then_newest_text(vault: Vault, pen: Pen) -> None:
    pen.new(leerling("Storm", "Bakker"))
    for n in (1, 2):
        pen.new(verslag(naam="", onderwerp=f"Tekst {n}", besproken="Het was een storm in een glas water."))
    pen.new(verslag(naam="", onderwerp="Storm op het plein", besproken="Niets."))
    pen.new(verslag(naam="Storm Bakker", onderwerp="Over hem", besproken="Niets."))
    assert found(vault, "storm") == ["Storm Bakker", "Over hem", "Storm op het plein", "Tekst 2", "Tekst 1"]
    assert found(vault, "storm", limit=2) == ["Storm Bakker", "Over hem"]
    assert found(vault, "storm", kinds=("leerling",)) == ["Storm Bakker"]
    assert found(vault, "storm", kinds=("gespreksverslag", "leerling"))[0] == "Storm Bakker"
    assert found(vault, "storm", kinds=("groep",)) == []


def test_kind_with_an_underscore_can_be_asked_for(vault: Vault, pen: Pen, ids) -> None:
    moment = datetime(2026, 3, 1)
    pen.new(AfspraakGedaan(op=ids.new(), moment=moment, afspraak=ids.new(), gelukt=True, toelichting="Geoefend."))
    assert found(vault, "geoef", kinds=("afspraak_gedaan",)) == ["Afspraak nagekomen"]
    assert found(vault, "afspraakgedaan") == []


def test_editing_replaces_what_is_found(vault: Vault, pen: Pen) -> None:
    one = pen.new(verslag(besproken="Eerst over lezen."))
    pen.next(one, verslag(besproken="Nu over spelling."))
    assert found(vault, "lezen") == [] and found(vault, "spelling") == ["Rekenen"]


def test_fragment_marks_what_matched(vault: Vault, pen: Pen) -> None:
    lang = "Eerst iets anders. " * 30 + "Hij was erg verdrietig na de pauze. " + "Daarna nog meer. " * 30
    pen.new(verslag(naam="", besproken=lang))
    (hit,) = vault.search("verdrietige")
    assert f"erg {MARK}verdrietig{END} na" in hit.fragment
    assert hit.fragment.startswith("… ") and hit.fragment.endswith(" …") and len(hit.fragment) < 300
    pen.new(leerling("Zoë"))
    assert vault.search("zo")[0].fragment == f"{MARK}Zoë{END} Bakker"


def test_a_megabyte_is_indexed_and_shown_in_bounded_time(vault: Vault, pen: Pen) -> None:
    woorden = " ".join(f"woord{n}" for n in range(120_000))
    pen.new(verslag(besproken=woorden + " naald"))
    (hit,) = vault.search("naald")
    assert len(hit.fragment) < 300


def test_school_profile_is_not_searched_but_a_card_is(vault: Vault, pen: Pen, ids) -> None:
    pen.new(Schoolprofiel(naam="De Regenboog"))
    kaart = Relatie(leerling=ids.new(), persoon=ids.new(), naam="An", soort=Relatiesoort.VOOGD, grenzen="Belt nooit.")
    pen.new(kaart)
    assert found(vault, "regenboog") == [] and found(vault, "belt") == ["An (voogd)"]


def test_a_report_is_found_by_the_names_in_it_after_the_person(vault: Vault, pen: Pen) -> None:
    pen.new(Persoon(roepnaam="Anna", achternaam="Smit"))
    pen.new(verslag(naam="Zoë Bakker", ouders=(Wie(naam="Anna Smit"),)))
    assert found(vault, "anna smit") == ["Anna Smit", "Rekenen"]
    assert found(vault, "bakker rekenen") == ["Rekenen"]
    naam, titel, _, _ = columns(verslag(naam="Zoë Bakker", ouders=(Wie(naam="Anna Smit"),)))
    assert naam == "" and {"Zoë Bakker", "Anna Smit"} <= set(titel.split("\n"))


@pytest.mark.parametrize(
    "words", ["", " ", '"', '""', "*", "a*b", "NEAR(a b)", "naam:x", "- -", "^", "(", "\x00", "\ud800"]
)
def test_signs_mean_nothing(vault: Vault, pen: Pen, words: str) -> None:
    pen.new(leerling())
    assert found(vault, words) == []
    assert vault.count(Query(words=words)) == (1 if not words.strip() else 0)


def test_operators_are_words(vault: Vault, pen: Pen) -> None:
    pen.new(verslag(besproken="zwart OR wit, near en not."))
    assert found(vault, "or near not") == ["Rekenen"] and found(vault, "zwart OR blauw") == []


@pytest.fixture(scope="module")
def filled() -> Iterator[Vault]:
    with tempfile.TemporaryDirectory() as folder:
        vault = make(Path(folder) / "kluis.db", Uuid7())
        pen = Pen(vault, Uuid7(), datetime(2026, 3, 2, 9, tzinfo=timezone(timedelta(hours=1))))
        pen.new(verslag(besproken="Straße fiets İstanbul ǆ 漢字 עברית Ⅷ ½ \u00e9t\u0301"))
        yield vault
        vault.close()


@given(words=st.text(max_size=80))
def test_no_input_is_an_error(filled: Vault, words: str) -> None:
    for kinds in ((), ("gespreksverslag",)):
        assert len(filled.search(words, kinds=kinds)) in (0, 1)
    filled.count(Query(words=words))


@given(words=st.lists(st.sampled_from(["straße", "FIETS", "istanbul", "漢字", "עברית", "ét", "rekenen"]), min_size=1))
def test_every_word_that_is_there_is_found(filled: Vault, words: list[str]) -> None:
    (hit,) = filled.search(" ".join(words))
    assert MARK in hit.fragment


@given(text=st.text(max_size=60))
def test_folding_is_settled(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_empty_question_marks_nothing() -> None:
    question = Question("?!")
    assert question.empty and fragment(verslag(), question) == ""


@pytest.mark.parametrize("words", ["Yilmza", "yilmz", "Yylmaz", "yilamz noa", "ylmaz", "yilmazz ", "yimaz", "yila"])
def test_one_typing_error_in_a_name_is_forgiven(vault: Vault, pen: Pen, words: str) -> None:
    pen.new(leerling("Noa", "Yılmaz"))
    (hit,) = vault.search(words)
    assert hit.row.title == "Noa Yılmaz"
    ((asked, choices),) = hit.hersteld
    assert asked == words.lower().split()[0]
    assert choices == ("yilmaz",)


def test_what_is_found_as_it_is_stays_as_it_is(vault: Vault, pen: Pen) -> None:
    pen.new(leerling("Sanne", "Bakker"))
    pen.new(leerling("Janne", "Bakker"))
    assert found(vault, "sanne") == ["Sanne Bakker"]
    assert vault.search("sanne")[0].hersteld == ()
    assert set(found(vault, "manne")) == {"Sanne Bakker", "Janne Bakker"}
    assert found(vault, "zanne yilmaz") == []
    assert found(vault, "bxkkex") == []


def test_short_words_and_numbers_are_never_others(vault: Vault, pen: Pen) -> None:
    pen.new(leerling("Noa", "Vis2024"))
    for words in ("nou", "vos", "vis2025", "2025"):
        assert found(vault, words) == []


def test_a_forgiven_word_of_a_report_is_marked(vault: Vault, pen: Pen) -> None:
    pen.new(verslag(naam="", besproken="Hij was verdrietig na de pauze."))
    (hit,) = vault.search("verdreitig")
    assert f"{MARK}verdrietig{END}" in hit.fragment
