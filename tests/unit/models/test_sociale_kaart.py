"""Hours in words, and what a school's own entry becomes on the map."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.models.check import check
from desktop.models.rolinhoud import ROLLEN
from desktop.models.sociale_kaart import KaartOrganisatie, VoorRol, lees_uren, uren_in_woorden


@pytest.mark.parametrize(
    ("regels", "woorden"),
    [
        ("ma-vr 09:00-17:00", "maandag t/m vrijdag, 9 tot 17 uur"),
        ("ma-vr 08:30-17:00", "maandag t/m vrijdag, 8.30 tot 17 uur"),
        ("ma-zo 00:00-24:00", "dag en nacht"),
        ("ma-zo 11:00-21:00", "elke dag, 11 tot 21 uur"),
        ("za 10:00-12:15", "zaterdag, 10 tot 12.15 uur"),
        ("ma-di 09:00-12:00", "maandag en dinsdag, 9 tot 12 uur"),
        ("vr-ma 18:00-24:00", "vrijdag t/m maandag, 18 tot 24 uur"),
        ("ma-vr 13:00-17:00,ma-vr 09:00-12:00", "maandag t/m vrijdag, 9 tot 12 en 13 tot 17 uur"),
        ("ma-do 09:00-17:00,vr 09:00-12:00", "maandag t/m donderdag, 9 tot 17 uur; vrijdag, 9 tot 12 uur"),
        ("ma-vr 00:00-24:00", "maandag t/m vrijdag, de hele dag"),
    ],
)
def test_hours_are_said_in_words(regels: str, woorden: str) -> None:
    uren = [uren for regel in regels.split(",") if (uren := lees_uren(regel)) is not None]
    assert len(uren) == regels.count(",") + 1
    assert uren_in_woorden(uren) == woorden


def test_no_hours_are_no_words() -> None:
    assert uren_in_woorden([]) == ""


def test_the_roles_to_choose_from_are_those_of_the_plan() -> None:
    assert tuple(rol.value for rol in VoorRol) == ROLLEN


def test_an_own_entry_keeps_for_whom_it_is_and_whether_calling_is_free() -> None:
    values = {"naam": "Wijkteam", "rollen": ["ib", "ouders"], "gratis": True, "uren": "ma-vr 09:00-17:00"}
    record, fout = check(KaartOrganisatie, values, "bewaren", date(2026, 3, 2))
    assert fout == [] and record is not None
    organisatie = record.organisatie("sleutel")
    assert organisatie.rollen == ("ib", "ouders")
    assert organisatie.gratis and organisatie.eigen
    assert uren_in_woorden(organisatie.uren) == "maandag t/m vrijdag, 9 tot 17 uur"
