"""Initials for everyone but the pupil and the recipient."""

from __future__ import annotations

from uuid import UUID

import pytest

from desktop.documents.namen import Namen, Voluit, volle_namen, zelfde
from desktop.models.core import Wie

NOA = Wie(persoon=UUID(int=1), naam="Noa Bakker")
MOEDER = Wie(persoon=UUID(int=2), naam="Sanne Bakker", hoedanigheid="moeder")


@pytest.mark.parametrize(
    ("geschreven", "getoond"),
    [
        ("Fatma Yılmaz (IB)", "F.Y. (IB)"),
        ("Fatma Yılmaz, aandachtsfunctionaris", "F.Y., aandachtsfunctionaris"),
        ("Anne van den Berg en Joris de Wit", "A.v.d.B. en J.d.W."),
        ("beide ouders", "beide ouders"),
        ("Beide ouders", "Beide ouders"),
        ("Moeder", "Moeder"),
        ("Moeder Sanne", "Moeder S."),
        ("mevrouw De Vries", "mevrouw d.V."),
        ("Karin Smit van Veilig Thuis", "K.S. van Veilig Thuis"),
        ("leerkracht", "leerkracht"),
        ("IB", "IB"),
        ("A.v.d.B.", "A.v.d.B."),
        ("Đorđe Łukasz/Şeyma Ğökçe", "Đ.Ł./Ş.Ğ."),
        ("JAN BAKKER, GGD", "J.B., GGD"),
        ("De moeder van Sanne", "De moeder van S."),
        ("", ""),
        ("Huisarts gebeld", "Huisarts gebeld"),
        ("Onbekend", "Onbekend"),
        ("Bij Sem thuis", "Bij S. thuis"),
        ("Van Dijk", "v.D."),
        ("Volgens Jan de Wit", "Volgens J.d.W."),
        ("5 ouders & 3 kinderen", "5 ouders & 3 kinderen"),
    ],
)
def test_a_field_that_names_people(geschreven: str, getoond: str) -> None:
    assert Namen([], []).veld(geschreven) == getoond


def test_who_may_be_named_stays_whole_in_such_a_field() -> None:
    assert Namen([NOA, MOEDER], []).veld("Sanne Bakker en Emre Yılmaz") == "Sanne Bakker en E.Y."


def test_only_full_names_of_others_change_in_a_text() -> None:
    namen = Namen([NOA], [MOEDER, Wie(naam="Jan"), Wie(naam="Noa Bakker")])
    assert namen.tekst("Noa Bakker, Sanne Bakker, Jan, Sanne en Bakker") == "Noa Bakker, S.B., Jan, Sanne en Bakker"


def test_a_longer_name_goes_before_a_shorter_one_in_it() -> None:
    namen = Namen([], [Wie(naam="Sanne Bakker"), Wie(naam="Sanne Bakker de Wit")])
    assert namen.tekst("Sanne Bakker de Wit") == "S.B.d.W."


def test_a_name_with_signs_of_a_pattern_is_literal() -> None:
    namen = Namen([], [Wie(naam="A.* (B)")])
    assert namen.tekst("Anna en A.* (B)") != "Anna en A.* (B)"
    assert namen.tekst("Anna B") == "Anna B"


def test_the_same_person_is_known_by_identity_then_by_name() -> None:
    assert zelfde(MOEDER, Wie(persoon=UUID(int=2), naam="Sanne de Wit"))
    assert not zelfde(MOEDER, Wie(persoon=UUID(int=3), naam="Sanne Bakker"))
    assert zelfde(MOEDER, Wie(naam="Sanne Bakker"))
    assert not zelfde(None, MOEDER)


@pytest.mark.parametrize(
    ("geschreven", "getoond"),
    [
        ("Zij huilde. Gisteren Sanne Visser gebeld.", "Zij huilde. Gisteren S.V. gebeld."),
        ("Volgens Jan de Wit is het zo. Veilig Thuis belt.", "Volgens J.d.W. is het zo. Veilig Thuis belt."),
        ("Juf Anna zag het, en meneer Jansen ook.", "Juf A. zag het, en meneer J. ook."),
        ("Piet Paulusma kwam.\nDan Jan Jansen.", "P.P. kwam.\nDan J.J."),
        ("In Waterwijk woont oma. Op De Regenboog ook.", "In Waterwijk woont oma. Op De Regenboog ook."),
        ("Noa Bakker’s jas. Noa zei: ‘Ik mag niets zeggen.’", "Noa Bakker’s jas. Noa zei: ‘Ik mag niets zeggen.’"),
        ("Karin van den Berg-Smit belde om 9.00 uur.", "K.v.d.B.S. belde om 9.00 uur."),
        ("Bij Sem thuis was het stil. Bij Sem Jansen ook.", "Bij Sem thuis was het stil. Bij S.J. ook."),
        ("Zegt Jan de Wit dat? Komt Noor mee?", "Zegt J.d.W. dat? Komt Noor mee?"),
        ("Wekenlang huilt Noa. Opvallend! Wederom Noa op het plein.",) * 2,
        ("Elif Bakker huilt. Van Dijk belt, en De Vries ook.", "E.B. huilt. Van Dijk belt, en De Vries ook."),
        ("", ""),
    ],
)
def test_running_text_stays_readable_and_names_nobody_in_full(geschreven: str, getoond: str) -> None:
    assert Namen([NOA], []).lopend(geschreven) == getoond


def test_the_pupil_is_called_by_a_first_name_alone() -> None:
    assert Namen([NOA], []).veld("Noa") == "Noa"
    assert Namen([NOA], []).veld("Noor") == "N."


def test_full_names_in_a_field_that_says_who() -> None:
    assert list(volle_namen("Karin Smit (Veilig Thuis) en juf Anna, Fatma van den Berg")) == [
        "Karin Smit",
        "Fatma van den Berg",
    ]


def test_a_report_to_veilig_thuis_names_everyone() -> None:
    namen = Voluit()
    assert namen.wie(MOEDER) == "Sanne Bakker"
    assert namen.veld("Sanne Bakker") == namen.lopend("Sanne Bakker") == namen.tekst("Sanne Bakker") == "Sanne Bakker"


@pytest.mark.parametrize(
    ("tekst", "gelezen"),
    [
        (
            "De leerkracht praat elke ochtend even met Sofie. Dat blijft zo, ook nu er gemeld is.",
            "De leerkracht praat elke ochtend even met Sofie. Dat blijft zo, ook nu er gemeld is.",
        ),
        (
            "Ouder ziet het anders. Over twee weken praten we verder.",
            "Ouder ziet het anders. Over twee weken praten we verder.",
        ),
        ("Het kind vraagt steeds waar Remco is. Morgen weer.", "Het kind vraagt steeds waar R. is. Morgen weer."),
        ("Remco Duinker belde. Daarna is er niet gesproken.", "R.D. belde. Daarna is er niet gesproken."),
        ("Er is lang gepraat met Remco. Dat hielp.", "Er is lang gepraat met R. Dat hielp."),
        ("Er is lang gepraat met Remco Duinker. Dat hielp.", "Er is lang gepraat met R.D. Dat hielp."),
        ("Remco Duinker, leerkracht", "R.D., leerkracht"),
        ("Karin", "K."),
    ],
)
def test_sentences_in_a_field_of_names_stay_sentences(tekst: str, gelezen: str) -> None:
    namen = Namen([Wie(naam="Sofie de Groot")], [Wie(naam="Remco Duinker")])
    assert namen.veld(tekst) == gelezen
