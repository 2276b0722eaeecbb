"""The recovery sheet."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.documents.herstelblad import render_herstelblad
from tests.unit.documents.lezen import paginas

REGELS = ("K7QF 9D2M 0ABC XYZ3", "MMMM-WWWW-1111-0000", "PQRS TVWX YZ01 2345", "6789 ABCD EFGH JKMN")


def test_it_is_one_page_with_the_code_by_line() -> None:
    gemaakt = render_herstelblad("OBS De Regenboog", REGELS, datetime(2026, 11, 20, 9, 5, tzinfo=UTC), "Kluis Groen")
    (blad,) = paginas(gemaakt.pdf)
    dicht = blad.replace(" ", "")
    for n, regel in enumerate(REGELS, 1):
        assert f"Regel{n}{regel.replace(' ', '').replace('-', '')}" in dicht
    for deel in ("OBS De Regenboog", "Kluis Groen", "20 november 2026, 09:05", "afgesloten kast", "Handtekening"):
        assert deel in blad
    assert gemaakt.ontbrekend == ()


def test_it_is_the_same_twice_and_another_code_gives_another_sheet() -> None:
    moment = datetime(2026, 11, 20, 9, 5, tzinfo=UTC)
    een = render_herstelblad("School", REGELS, moment, "")
    assert een.pdf == render_herstelblad("School", REGELS, moment, "").pdf
    assert een.pdf != render_herstelblad("School", REGELS[::-1], moment, "").pdf
