"""Setting text: lines that fit, nothing lost, missing letters shown."""

from __future__ import annotations

from datetime import date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.styles import KLEIN, LOPEND, TITEL, letter
from desktop.documents.text import Zetter, datum_nl, kort, moment_nl, tijd_nl, wijd


def test_dates_and_times_are_written_as_dutch_people_do() -> None:
    assert datum_nl(date(2026, 11, 19)) == "19 november 2026"
    assert datum_nl(date(2026, 3, 2), weekdag=True) == "maandag 2 maart 2026"
    assert tijd_nl(time(8, 5)) == "08:05"
    assert moment_nl(datetime(2026, 1, 1, 0, 0)) == "1 januari 2026, 00:00"


def test_new_lines_stay_and_indents_too() -> None:
    assert Zetter().regels("een\n\n  twee\n", LOPEND, 400) == ["een", "", "  twee"]


def test_a_word_without_spaces_is_broken() -> None:
    regels = Zetter().regels("x" * 500, LOPEND, 100)
    assert "".join(regels) == "x" * 500
    assert max(wijd(regel, LOPEND) for regel in regels) <= 100


def test_a_long_word_breaks_after_a_dash_or_slash_where_it_can() -> None:
    regels = Zetter().regels("https://voorbeeld.example/een/heel-lang-pad-dat-niet-past", LOPEND, 150)
    assert all(regel[-1] in "-/._" for regel in regels[:-1])


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"], max_codepoint=0x17F), max_size=300))
def test_nothing_is_lost_and_nothing_sticks_out(tekst: str) -> None:
    zetter = Zetter()
    regels = zetter.regels(tekst, KLEIN, 90)
    assert all(wijd(regel, KLEIN) <= 90.001 for regel in regels)
    gezet = zetter.zuiver(tekst, KLEIN)
    assert "".join("".join(regels).split()) == "".join(gezet.split())


def test_what_the_letter_lacks_is_shown_and_reported_once() -> None:
    zetter = Zetter()
    assert zetter.zuiver("a 😀😀 好 ب b", LOPEND) == "a ◊[U+1F600 U+1F600] ◊[U+597D] ◊[U+0628] b"
    assert zetter.ontbrekend == ("ب", "好", "😀")


def test_what_has_no_shape_of_its_own_is_not_missing() -> None:
    zetter = Zetter()
    assert zetter.zuiver("co\u00adop\u200b \u2011 \u200d\ufe0f", LOPEND) == "coop - "
    assert zetter.zuiver("x\u202fy", LOPEND) == "x\u00a0y"
    assert zetter.ontbrekend == ()


def test_names_of_all_of_europe_are_there() -> None:
    zetter = Zetter()
    namen = "Đorđević Łukasz Gergő Tűzkő Ağaoğlu Şahin Nguyễn Þór Ægir Ømer Šķēle Ţepeş Œuvre IJsbrand Ĳ ß Елена Ζωή €"
    assert zetter.zuiver(namen, LOPEND) == namen
    assert zetter.zuiver(namen, TITEL) == namen
    assert zetter.ontbrekend == ()


def test_one_line_is_cut_where_it_is_too_wide() -> None:
    past = Zetter().passend("een heel lange naam van een school die niet past", LOPEND, 100)
    assert past.endswith("…")
    assert wijd(past, LOPEND) <= 100
    assert Zetter().passend("kort\nen goed", LOPEND, 400) == "kort en goed"
    assert kort("a " * 50, 10) == "a a a a a…"


def test_a_letter_is_registered_once() -> None:
    assert letter("regular") is letter("regular")
