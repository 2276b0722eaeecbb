"""Cleaning at the door, names and initials."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.namen import initialen, sorteernaam, volledige_naam, zijn_initialen
from desktop.models.tekst import schoon


@pytest.mark.parametrize(
    ("ruw", "netjes"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00b\x07c", "abc"),
        ("links\u202erechts", "linksrechts"),
        ("e\u0301", "é"),
        ("half \ud800 paar", "half \ufffd paar"),
        ("tab\tblijft\nregel ook", "tab\tblijft\nregel ook"),
        ("🙂 blijft", "🙂 blijft"),
    ],
)
def test_schoon(ruw: str, netjes: str) -> None:
    assert schoon(ruw) == netjes


@given(st.text(alphabet=st.characters()))
def test_schoon_is_idempotent_and_can_be_stored(tekst: str) -> None:
    een = schoon(tekst)
    assert schoon(een) == een
    assert een.encode("utf-8").decode("utf-8") == een
    assert unicodedata.is_normalized("NFC", een)


@pytest.mark.parametrize(
    ("naam", "kort"),
    [
        ("Anne van den Berg", "A.v.d.B."),
        ("Sam", "S."),
        ("Gradje van 't Hof", "G.v.t.H."),
        ("Anne-Fleur Öz", "A.F.Ö."),
        ("A.v.d.B.", "A.v.d.B."),
        ("", ""),
    ],
)
def test_initialen(naam: str, kort: str) -> None:
    assert initialen(naam) == kort
    assert zijn_initialen(kort)


def test_a_name_is_not_initials() -> None:
    assert not zijn_initialen("Anne B.")
    assert zijn_initialen("M.")


def test_dutch_lists_sort_by_surname_without_prefix_or_accents() -> None:
    delen = [("Zoë", "van den", "Berg"), ("Ali", "", "Öz"), ("Bo", "de", "Álvarez"), ("Noa", "", "")]
    assert [volledige_naam(*d) for d in sorted(delen, key=lambda d: sorteernaam(*d))] == [
        "Bo de Álvarez",
        "Zoë van den Berg",
        "Noa",
        "Ali Öz",
    ]
