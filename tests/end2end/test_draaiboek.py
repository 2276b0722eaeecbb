"""The draaiboek for a death in the school community, in the real program: from the first message to its closing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.documents.lezen import tekst

GANG = "desktop.app.draaiboekgang"
"""The walk that `gelopen` and `gezien` come from."""


@pytest.fixture(scope="module")
def papier(gelopen: Path) -> str:
    """The words of the run on paper."""
    return tekst((gelopen / "draaiboek.pdf").read_bytes())


def test_it_starts_with_what_it_is_about_and_the_conditions(gezien: dict[str, str]) -> None:
    assert "Overlijden en rouw" in gezien["lijst"]
    assert "Vul in: Aanleiding." in gezien["zonder aanleiding"]
    assert "0 van 24 stappen gedaan" in gezien["begonnen"]
    # this step belongs where a pupil died, that one where the message comes in school time
    assert "Begin bij de eigen groep, en bij broers en zussen" in gezien["begonnen"]
    assert "Houd de groepen bij hun eigen leerkracht" not in gezien["begonnen"]


def test_a_condition_that_comes_up_later_brings_its_step(gezien: dict[str, str]) -> None:
    assert "3 van 25 stappen gedaan" in gezien["onder schooltijd"]
    assert "Houd de groepen bij hun eigen leerkracht" in gezien["onder schooltijd"]


def test_a_step_is_not_skipped_without_a_reason(gezien: dict[str, str], papier: str) -> None:
    assert "Schrijf in een zin waarom je van deze stap afwijkt." in gezien["zonder reden"]
    assert "Het crisisteam van het bestuur doet dit al." in gezien["overgeslagen"]
    assert "Overgeslagen door Marijke Voorbeeld Waarom: Het crisisteam van het bestuur doet dit al." in papier
    assert "Waarom: Samen met het crisisteam, niet als trio." in papier


def test_a_click_ends_a_step_and_it_can_be_opened_again(gezien: dict[str, str]) -> None:
    assert "Gedaan · 19 mei 2026 10:00 · door Marijke Voorbeeld" in gezien["eerste gedaan"]
    assert "2 van 24 stappen gedaan" in gezien["weer open"]


def test_a_step_leads_to_its_form(gezien: dict[str, str]) -> None:
    assert "Over welke leerling is het signaal?" in gezien["formulier"]


def test_nothing_new_goes_to_the_parents_of_who_died(gezien: dict[str, str]) -> None:
    assert "Uitnodigingen aan ouders zijn gestopt." in gezien["leerling"]
    assert "Waarom gaat deze brief toch uit" in gezien["nieuwe brief"]


def test_a_letter_that_lay_ready_stays(gezien: dict[str, str]) -> None:
    assert "De brief aan de ouders blijft liggen." in gezien["brief blijft liggen"]
    assert "1 veld vraagt nog aandacht: Waarom gaat deze brief toch uit" in gezien["brief blijft liggen"]


def test_with_a_reason_it_goes_out_all_the_same(gezien: dict[str, str]) -> None:
    assert "De ouders vroegen zelf om dit gesprek." in gezien["brief gaat toch uit"]
    assert "blijft liggen" not in gezien["brief gaat toch uit"]


def test_a_lock_in_the_middle_of_an_own_version_loses_nothing(gezien: dict[str, str]) -> None:
    assert "Je was bezig met het aanpassen van ‘Overlijden en rouw’." in gezien["half getypt"]
    assert "Wat je eerder typte en nog niet bewaarde, staat er weer." in gezien["weer geopend"]
    assert "Bel eerst het bestuur" in gezien["versies"]
    assert "Het bestuur wil het als eerste weten" in gezien["versies"]


def test_a_run_goes_on_with_the_version_it_began_with(gezien: dict[str, str], papier: str) -> None:
    assert "Dit draaiboek is intussen veranderd." in gezien["veranderd"]
    assert "Bel eerst het bestuur" not in gezien["veranderd"] + papier
    assert "versie 2026-11" in papier


def test_closing_with_open_steps_asks_why(gezien: dict[str, str], papier: str) -> None:
    assert "Er staan nog 22 stappen open." in gezien["sluiten met open stappen"]
    assert "25 van 25 stappen gedaan" in gezien["alles gedaan"]
    assert "Afgesloten" in gezien["gesloten"]
    for deel in ("25 van 25 stappen", "Een maand na de uitvaart nagepraat.", "De familie is bedankt"):
        assert deel in papier
