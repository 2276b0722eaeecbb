"""A case in the plan's own order, in the real program: from a first signal by support staff to its closing."""

from __future__ import annotations

from pathlib import Path

from tests.unit.documents.lezen import tekst as tekst_van

GANG = "desktop.app.zaakgang"
"""The walk that `gelopen` and `gezien` come from."""


def _tekst(pdf: Path) -> str:
    return tekst_van(pdf.read_bytes())


def test_the_summary_for_a_linked_school_names_no_one(gelopen: Path, gezien: dict[str, str]) -> None:
    for tekst in (gezien["samenvatting"], _tekst(gelopen / "samenvatting.pdf")):
        assert "zonder jas op het plein" in tekst
        for naam in ("Noor", "Kwartel", "Elif", "Sem", "Anna", "Wim", "Marijke"):
            assert naam not in tekst, naam


def test_the_summary_is_kept_as_advice_before_it_leaves(gezien: dict[str, str]) -> None:
    assert "Vastgelegd als overleg. Je kunt de PDF nu bewaren of afdrukken." in gezien["gedeeld"]
    assert "Advies van de aandachtsfunctionaris, Overleg" in gezien["tijdlijn van de zaak"]


def test_doubt_at_two_means_reporting(gelopen: Path, gezien: dict[str, str]) -> None:
    assert "doe direct een melding bij Veilig Thuis" in gezien["twijfel"]
    weging = _tekst(gelopen / "weging-1.pdf")
    for deel in ("Twijfel", "Meldnorm 1", "Er zijn drie signalen in zes weken", "M.V., intern begeleider"):
        assert deel in weging


def test_nothing_is_reported_before_the_phone(gelopen: Path, gezien: dict[str, str]) -> None:
    assert "Bel eerst Veilig Thuis" in gezien["niet gebeld"]
    melding = _tekst(gelopen / "melding.pdf")
    for deel in ("Blauwe plek", "zonder jas", "De directeur", "Medewerker V.T.", "Meldnorm 1"):
        assert deel in melding  # filled in from the case, beside what was typed


def test_what_endangers_someone_is_on_a_sheet_of_its_own(gelopen: Path) -> None:
    assert "Waar moeder nu slaapt" in _tekst(gelopen / "apart-blad.pdf")
    assert "Waar moeder nu slaapt" not in _tekst(gelopen / "melding.pdf")


def test_on_the_sixth_working_day_the_case_asks_to_call(gezien: dict[str, str]) -> None:
    assert "Bel Veilig Thuis: het besluit is 1 werkdag te laat" in gezien["dag zes"]
    assert "te laat" not in gezien["na besluit"]


def test_help_comes_back_when_its_term_is_over_and_leads_to_a_second_melding(
    gelopen: Path, gezien: dict[str, str]
) -> None:
    assert "te laat sinds 1 jun" in gezien["termijn om"]
    weging = _tekst(gelopen / "weging-2.pdf")
    for deel in ("Noor slaapt thuis en komt uitgerust op school.", "1 juni 2026", "Meldnorm 3"):
        assert deel in weging
    tweede = _tekst(gelopen / "tweede-melding.pdf")
    assert "Meldnorm 3" in tweede
    assert "Waar moeder nu slaapt" not in tweede


def test_closing_says_how_it_ended_and_why_with_work_open(gelopen: Path, gezien: dict[str, str]) -> None:
    assert "Er staan nog 2 afspraken open" in gezien["nog open"]
    assert "Juf Anna blijft volgen: Elke week" in gezien["gesloten"]
    overzicht = _tekst(gelopen / "overzicht.pdf")
    assert "Veilig Thuis gaat verder" in overzicht
    assert "zijn geen signalen gevonden" in overzicht


def test_the_chronology_tells_it_in_order(gelopen: Path) -> None:
    tekst = _tekst(gelopen / "chronologie.pdf")
    plaatsen = [tekst.index(deel) for deel in ("Geen jas aan", "Blauwe plek op de arm", "Afsluiting")]
    assert plaatsen == sorted(plaatsen)


def test_what_is_still_to_be_done_stands_in_the_agenda(gezien: dict[str, str]) -> None:
    for werk in ("Besluit van Veilig Thuis verwacht", "Nazorg", "Rapportage meldcode invullen"):
        assert werk in gezien["agenda"], werk
    assert gezien["agenda"].count("Besluit van Veilig Thuis verwacht") == 1  # that of the first one came


def test_a_closed_case_has_a_rapportage_of_its_own(gezien: dict[str, str]) -> None:
    for deel in ("Situatie gesloten op", "Was dit een noemenswaardig incident?"):
        assert deel in gezien["rapportage"], deel
    assert "Noor" not in gezien["rapportage"]


def test_the_timelines_hold_all_of_it(gezien: dict[str, str]) -> None:
    stukken = ("Hoe het thuis gaat", "Geen jas aan", "2. Veiligheid: twijfel", "Melding bij Veilig Thuis", "Nazorg")
    for tijdlijn in (gezien["tijdlijn"], gezien["tijdlijn van de zaak"]):
        for stuk in stukken:
            assert stuk in tijdlijn, stuk
        assert tijdlijn.index(stukken[3]) < tijdlijn.index(stukken[2]) < tijdlijn.index(stukken[1])  # newest on top
        assert "Vastgesteld" in tijdlijn.split("Nazorg en monitoring")[1].split("5. Resultaat")[0]
