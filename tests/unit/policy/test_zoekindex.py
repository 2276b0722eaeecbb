"""Searching in memory: word forms, signs, one typing error, the order of hits, and whatever a person may type."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.policy.zoekindex import Stuk, Zoekindex

STUKKEN = (
    Stuk(
        "praten", "plan", "Gesprek met ouders", "Vraag hoe het thuis gaat. Maak drie afspraken en herhaal die.", "", 1
    ),
    Stuk("verslag", "plan", "Vastleggen", "Schrijf na elk gesprek op wat er is gezegd. Gesprekken duren kort.", "", 2),
    Stuk("reunie", "plan", "Coördinator", "De reünie van Zoë is op 14 mei 2026.", "", 3),
    Stuk("melden", "plan", "Melding", "Bel binnen 5 werkdagen. Het nummer is 0800-2000.", "Wanneer bellen we", 4),
    Stuk("ouder", "plan", "Ouderavond", "Op een oudergesprek volgt een brief. Het loopt.", "", 5),
)


@pytest.fixture(scope="module")
def index() -> Zoekindex:
    return Zoekindex(STUKKEN)


def _vind(index: Zoekindex, woorden: str) -> list[str]:
    return [een.stuk.sleutel for een in index.zoek(index.vraag(woorden))]


def _hersteld(index: Zoekindex, woorden: str) -> dict[str, list[str]]:
    return {woord: list(keuzes) for woord, keuzes in index.vraag(woorden).hersteld.items()}


@pytest.mark.parametrize(
    ("woorden", "sleutels"),
    [
        ("gesprekken ", ["praten", "verslag"]),
        ("lopen ", ["ouder"]),
        ("afspraak ", ["praten"]),
        ("REUNIE", ["reunie"]),
        ("zoe\u0308", ["reunie"]),
        ("coordinator", ["reunie"]),
        ("coör", ["reunie"]),
        ("oud avo", []),
        ("oud brief", ["ouder"]),
    ],
)
def test_forms_signs_and_beginnings_are_found(index: Zoekindex, woorden: str, sleutels: list[str]) -> None:
    assert _vind(index, woorden) == sleutels


def test_title_goes_before_heading_and_heading_before_text() -> None:
    index = Zoekindex(
        [
            Stuk("tekst", "plan", "A", "bellen bellen bellen bellen bellen bellen bellen bellen bellen bellen", "", 1),
            Stuk("kop", "plan", "B", "niets", "Wanneer bellen", 2),
            Stuk("titel", "plan", "Met wie bellen", "niets", "", 3),
            Stuk("zelf", "plan", "Bellen", "niets", "", 4),
        ]
    )
    assert _vind(index, "bellen") == ["zelf", "titel", "kop", "tekst"]


def test_a_whole_word_goes_before_a_beginning_and_that_before_a_part(index: Zoekindex) -> None:
    assert _vind(index, "gesprek") == ["praten", "verslag", "ouder"]
    assert _vind(index, "prek") == []


def test_a_finished_word_is_no_beginning_of_two_letters(index: Zoekindex) -> None:
    assert "ouder" in _vind(index, "ou")
    assert _vind(index, "ou ") == []


def test_function_words_count_only_alone(index: Zoekindex) -> None:
    assert _vind(index, "hoe loopt het met de gesprekken ") == []
    assert _vind(index, "hoe met de gesprekken om ") == ["praten", "verslag"]
    assert "praten" in _vind(index, "met ")


@pytest.mark.parametrize(
    ("fout", "goed"),
    [
        ("gespek", "gesprek"),
        ("gespprek", "gesprek"),
        ("gespret", "gesprek"),
        ("gepsrek", "gesprek"),
        ("coördinatr", "coordinator"),
        ("werkdaegn ", "werkdagen"),
    ],
)
def test_one_typing_error_is_forgiven(index: Zoekindex, fout: str, goed: str) -> None:
    assert _hersteld(index, fout) == {fout.strip().replace("ö", "o"): [goed]}
    assert _vind(index, fout)


def test_a_typing_error_is_forgiven_while_the_word_still_grows(index: Zoekindex) -> None:
    assert _hersteld(index, "werkdg") == {"werkdg": ["werkdagen"]}
    assert _hersteld(index, "werkdg ") == {}


def test_the_form_of_a_forgiven_word_is_found_too(index: Zoekindex) -> None:
    assert _vind(index, "gespekken ") == ["praten", "verslag"]


@pytest.mark.parametrize("woorden", ["gsprk ", "gspek", "belt ", "met", "gesprek", "oudergesprek", "afspraken"])
def test_nothing_is_changed_that_is_found_too_short_or_wrong_twice(index: Zoekindex, woorden: str) -> None:
    assert _hersteld(index, woorden) == {}


@pytest.mark.parametrize("woorden", ["2027", "0800-2001", "15 ", "werkdagen5"])
def test_a_number_is_never_another_number(index: Zoekindex, woorden: str) -> None:
    assert _hersteld(index, woorden) == {}
    assert _vind(index, woorden) == []


def test_numbers_are_found(index: Zoekindex) -> None:
    assert _vind(index, "0800 2000") == ["melden"]
    assert _vind(index, "5 werkdagen") == ["melden"]
    assert _vind(index, "2026") == ["reunie"]


def _fragment(stuk: Stuk, woorden: str) -> str:
    index = Zoekindex([stuk])
    (fragment,) = index.fragmenten(index.vraag(woorden), [stuk])
    return fragment


def test_the_passage_is_where_the_words_stand_together() -> None:
    tekst = "Een brief vooraf. " + "Niets te zien hier. " * 40 + "De brief aan ouders gaat mee. " + "Nog meer. " * 40
    fragment = _fragment(Stuk("a", "plan", "A", tekst), "brief ouders")
    assert "De \x02brief\x03 aan \x02ouders\x03 gaat mee." in fragment
    assert fragment.startswith("… ")
    assert fragment.endswith(" …")
    assert len(fragment) < 200


def test_only_in_the_title_gives_the_beginning() -> None:
    assert _fragment(Stuk("a", "plan", "Zoeken", "Begin hier."), "zoeken") == "Begin hier."


def test_a_part_is_marked_only_where_nothing_fits_better(index: Zoekindex) -> None:
    vraag = index.vraag("gesprek ")
    assert index.plekken("Gesprek na oudergesprek", vraag) == [(0, 7)]
    assert index.plekken("Na oudergesprek", vraag) == [(3, 15)]


def test_places_are_those_of_the_text_as_it_is(index: Zoekindex) -> None:
    tekst = "De re\u0308u\u0308nie, de REÜNIE en gepsrekken"
    plekken = index.plekken("X reünie, de REÜNIE", index.vraag("reunie"))
    assert [("X reünie, de REÜNIE")[van:tot] for van, tot in plekken] == ["reünie", "REÜNIE"]
    assert index.plekken(tekst, index.vraag("")) == []
    los = "de reu\u0308nie"
    assert [los[van:tot] for van, tot in index.plekken(los, index.vraag("reünie"))] == ["reu\u0308nie"]


@pytest.mark.parametrize("woorden", ["", "  ", "?!*(", "\x00", '" OR 1=1', "a" * 100_000, "é" * 5_000, "x " * 9_000])
def test_whatever_is_typed_gives_an_answer(index: Zoekindex, woorden: str) -> None:
    assert _vind(index, woorden) == []


@settings(max_examples=60)
@given(st.text(max_size=40), st.text(st.characters(exclude_characters="\x02\x03"), max_size=200))
def test_a_passage_is_a_piece_of_the_text_and_places_lie_in_it(woorden: str, tekst: str) -> None:
    stuk = Stuk("a", "plan", "Titel", tekst)
    index = Zoekindex([stuk])
    vraag = index.vraag(woorden)
    (fragment,) = index.fragmenten(vraag, [stuk])
    kaal = fragment.removeprefix("… ").removesuffix(" …").replace("\x02", "").replace("\x03", "")
    assert kaal in " ".join(tekst.split())
    plekken = index.plekken(tekst, vraag)
    assert plekken == sorted(plekken)
    assert all(0 <= van < tot <= len(tekst) for van, tot in plekken)


def test_a_megabyte_is_looked_through_to_a_bound_and_no_further() -> None:
    lang = "begin " + "woord " * 180_000 + "einde"
    index = Zoekindex([Stuk("a", "plan", "Lang", lang), Stuk("b", "plan", "Een woord " + "z" * 9_000, "x")])
    assert _vind(index, "begin") == ["a"]
    assert _vind(index, "einde") == []
    assert _vind(index, "z" * 9_000) == ["b"]
    assert len(index.fragmenten(index.vraag("woord"), [index.stukken[0]])[0]) < 250
