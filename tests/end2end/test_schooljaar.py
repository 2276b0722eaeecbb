"""A school year of forty incidents in the real program: trends, report, tasks, monitoring, papers for the board."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tests.unit.documents.lezen import tekst as tekst_van

GANG = "desktop.app.schooljaargang"
"""The walk that `gelopen` and `gezien` come from."""


def _tekst(pdf: Path) -> str:
    return tekst_van(pdf.read_bytes())


def _cellen(xlsx: Path) -> str:
    with zipfile.ZipFile(xlsx) as blad:
        return " ".join(blad.read(n).decode() for n in blad.namelist() if n.endswith(".xml"))


def test_an_empty_year_is_calm_on_screen_and_on_paper(gelopen: Path, gezien: dict[str, str]) -> None:
    assert "Geen incidenten in deze periode" in gezien["leeg jaar"]
    assert "2023-2024" in _tekst(gelopen / "jaarverslag-leeg.pdf")


def test_without_a_kind_an_incident_is_not_registered(gezien: dict[str, str]) -> None:
    assert "Kies een soort. Zonder soort telt het incident nergens mee." in gezien["zonder soort"]


def test_the_register_and_its_trends_count_all_of_them(gezien: dict[str, str]) -> None:
    assert "40 incidenten" in gezien["register"]
    assert "Kwartel" not in gezien["register"]
    assert "40 incidenten geregistreerd. Het meest: fysiek geweld (15)." in gezien["trends"]
    assert "Wapenbezit 1" in gezien["trends"] or "Wapenbezit: 1" in gezien["trends"]


def test_what_goes_out_keeps_small_numbers_back(gelopen: Path, gezien: dict[str, str]) -> None:
    assert "Per drie maanden" in gezien["naar buiten"]
    for tekst in (gezien["naar buiten"], _tekst(gelopen / "jaarverslag.pdf")):
        assert "40" in tekst
        assert "Wapenbezit: 1" not in tekst
        assert "Wapenbezit 1 " not in tekst
        assert "Steekwapen" not in tekst
        assert "Daan" not in tekst
    assert "Wapenbezit 1 " in _tekst(gelopen / "jaarverslag-binnen.pdf")
    cellen = _cellen(gelopen / "rekenblad.xlsx")
    assert "Wapenbezit" in cellen
    assert "Daan" not in cellen


def test_the_year_is_prepared_with_what_is_past_as_late(gezien: dict[str, str]) -> None:
    assert "Dit schooljaar staat nog niet klaar" in gezien["niet klaargezet"]
    assert "Schooljaar 2025-2026 staat klaar: 15 taken" in gezien["klaargezet"]
    assert "15 taken, 13 te laat" in gezien["alle taken"]


def test_skipping_and_moving_ask_why(gezien: dict[str, str]) -> None:
    assert "Schrijf in een zin waarom dit wordt overgeslagen." in gezien["overslaan zonder reden"]
    assert "Schrijf in een zin waarom het verplaatst wordt." in gezien["verplaatsen zonder reden"]
    assert "15 taken, 10 te laat, 1 gedaan, 1 overgeslagen" in gezien["na drie taken"]
    assert "Dit jaar samengevoegd met de studiedag., 30 sep, Overgeslagen" in gezien["na drie taken"]
    assert "stond op 31 okt 2025 · De directeur is er die week niet., 30 jun, Verplaatst" in gezien["na drie taken"]


def test_the_wheel_and_the_reminder_on_paper(gelopen: Path) -> None:
    wiel = _tekst(gelopen / "wiel.pdf")
    for deel in ("2025-2026", "Derde ronde oudergesprekken", "overgeslagen"):
        assert deel in wiel
    herinnering = _tekst(gelopen / "herinnering.pdf")
    assert "Leerkrachten herinneren aan de vragenlijst veiligheid" in herinnering
    assert "Marijke" not in herinnering


def test_a_round_of_monitoring_ends_in_a_decision(gezien: dict[str, str]) -> None:
    assert "Beantwoord: Verandert het beleid?" in gezien["monitoring zonder besluit"]
    assert "Vastgesteld op di 19 mei 2026" in gezien["monitoring klaar"]


def test_the_papers_for_the_board_are_made_and_sent_on(gelopen: Path, gezien: dict[str, str]) -> None:
    assert "Nog niet gemaakt" in gezien["bestuur"]
    assert "Nog niet verstuurd" in gezien["bestuur vastgesteld"]
    assert "Nog niet verstuurd" not in gezien["verstuurd"]
    assert "Verstuurd op 19 mei 2026" in gezien["verstuurd"]
    pakket = _tekst(gelopen / "bestuurspakket.pdf")
    for deel in ("Stichting Voorbeeld", "2025-2026", "De meeste leerlingen voelen zich veilig"):
        assert deel in pakket
    # without staff in the vault a part says so, instead of standing empty
    assert "Er staan geen medewerkers in Vangnet om dit van te tellen." in pakket
    for naam in ("Daan", "Kwartel"):
        assert naam not in pakket + _cellen(gelopen / "bestuur.xlsx")
