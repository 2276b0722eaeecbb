"""A calamity of sixty lines by two accounts in turn, in the real program: opened with one key, closed, on paper."""

from __future__ import annotations

import re
from pathlib import Path

from tests.unit.documents.lezen import tekst as tekst_van

GANG = "desktop.app.calamiteitgang"
"""The walk that `gelopen` and `gezien` come from."""


def _tekst(pdf: Path) -> str:
    return tekst_van(pdf.read_bytes())


def _staat_in(delen: tuple[str, ...], tekst: str) -> None:
    assert [deel for deel in delen if deel not in tekst] == []


def test_one_key_opens_it_ready_to_write(gezien: dict[str, str]) -> None:
    _staat_in(("Loopt nu", "Gebeurd: nu 10:00", "De directeur-bestuurder is nog niet ingelicht."), gezien["begin"])
    assert "leiding: Dirk Directeur" in gezien["begin"]  # who cannot hand it over


def test_it_stands_in_the_agenda_until_the_board_is_told(gezien: dict[str, str]) -> None:
    _staat_in(("Directeur-bestuurder inlichten", "Calamiteit evalueren"), gezien["agenda voor"])
    assert "ouder sleutelbestand" not in gezien["agenda voor"]  # who came in while the vault was locking
    assert "Directeur-bestuurder ingelicht 10:12" in gezien["bestuurder ingelicht"]
    # and the log beside it tells it at once
    assert "10:12, Communicatie, Directeur-bestuurder ingelicht, Dirk Directeur" in gezien["bestuurder ingelicht"]
    assert "Vermissing" not in gezien["agenda na"].replace("Brand in het fietsenhok", "")


def test_sloppy_times_are_read_and_odd_ones_are_marked(gezien: dict[str, str]) -> None:
    _staat_in(
        (
            "09:52, Signaal, laatste keer gezien bij de geiten",
            "18 mei 15:00, Stap, rooster begeleiders gemaakt",
            "later ingevoerd, ligt vóór het begin",
            "16:00, Stap, terugreis staat gepland, Dirk Directeur namens Chauffeur Ab, ligt in de toekomst",
            "112 gebeld, politie komt, sleutelmoment, Dirk Directeur, besloten door Dirk Directeur",
        ),
        gezien["omvang"],
    )


def test_a_correction_leaves_the_line_as_it_was(gezien: dict[str, str]) -> None:
    assert "Correctie op de regel van 10:52. Die regel blijft staan." in gezien["corrigeren"]
    _staat_in(
        (
            "Conciërge was er om 12:30 met de tweede bus",
            "gecorrigeerd om 10:54: ‘De conciërge kwam om 12:50, niet om 12:30.’",
            "correctie op 10:52: ‘Conciërge was er om 12:30 met de tweede bus’",
        ),
        gezien["gecorrigeerd"],
    )


def test_size_and_crisis_team(gezien: dict[str, str]) -> None:
    _staat_in(("Groot: ook indirect betrokkenen", "Bel Bea Bestuur: 06-00000001"), gezien["omvang"])
    assert "Nog niet in het team: Leerkracht van de groep." in gezien["omvang"]


def test_two_versions_of_the_plan_stay(gelopen: Path, gezien: dict[str, str]) -> None:
    assert "Actieplan · versie 1 van 10:12" in gezien["plan 1"]
    assert "Actieplan · versie 2 van 11:24" in gezien["plan 2"]
    _staat_in(("Inschatting: neemt toe", "Ouders zijn boos over de begeleiding."), gezien["plan 2"])
    assert "Stap, Gedaan: Rust in de groep: twee begeleiders" in gezien["afgevinkt"]
    eerste, tweede = _tekst(gelopen / "actieplan-1.pdf"), _tekst(gelopen / "actieplan-2.pdf")
    assert "Rust in de groep" not in eerste
    _staat_in(("versie 2 van 2", "Maatregelen, nieuw: Rust in de groep", "Vervolgacties, nieuw"), tweede)


def test_talks_ask_for_the_reporter_first_and_for_two(gezien: dict[str, str]) -> None:
    assert "Noem de tweede." in gezien["zonder tweede"]
    assert "Spreek eerst de melder." in gezien["melder wacht"]
    assert "Voer dit gesprek met twee. Zet de tweede naam in het plan." in gezien["melder wacht"]
    assert "Spreek eerst de melder." not in gezien["gesprekken"]
    assert "nog te voeren" not in gezien["gesprekken"]
    assert "verslag getekend · door Dirk Directeur en Marijke Voorbeeld" in gezien["gesprekken"]


def test_two_at_once_and_the_key_asks_which(gezien: dict[str, str]) -> None:
    assert "Er lopen 2 calamiteiten." in gezien["keuze"]
    assert "Vermissing tijdens de schoolreis" in gezien["tweede"]
    assert "1 loopt · 1 afgesloten" in gezien["lijst"]


def test_every_group_has_its_cautions_and_a_line_in_the_log(gezien: dict[str, str]) -> None:
    assert "altijd met twee" in gezien["let op Direct betrokken ouders"]
    assert "niemand dit verspreidt" in gezien["let op Team"]
    assert "Licht de (G)MR apart in" in gezien["let op (G)MR"]
    assert "Klein houden heeft de voorkeur." in gezien["let op Indirect betrokken ouders"]
    assert "Vul in: Waarom ook deze ouders." in gezien["indirect zonder waarom"]
    _staat_in(
        (
            "Team ingelicht: Wat er is gebeurd (Briefing)",
            "(G)MR ingelicht: Wat er is gebeurd (Telefoon)",
            "Indirect betrokken ouders ingelicht: Over de schoolreis (Brief)",
        ),
        gezien["communicatie"],
    )


def test_closing_needs_an_evaluation_or_a_reason(gelopen: Path, gezien: dict[str, str]) -> None:
    assert "Beantwoord: Is de calamiteit geëvalueerd?" in gezien["sluiten geweigerd"]
    _staat_in(("Geëvalueerd en afgesloten", "Open weer…"), gezien["gesloten"])
    assert "Nieuwe regel in het logboek" not in gezien["gesloten"]
    _staat_in(("Het beleid wordt aangepast", "telt elke groep met twee volwassenen"), _tekst(gelopen / "evaluatie.pdf"))


def test_the_log_on_paper_has_every_line_in_order(gelopen: Path) -> None:
    tekst = _tekst(gelopen / "logboek-gesloten.pdf")
    # sixty typed, and what the program wrote itself: the board told, an action ticked, four groups told, four talks
    assert "70 regels" in tekst
    assert [int(n) for n in re.findall(r" · regel (\d+) ", tekst)] == list(range(1, 71))
    _staat_in(
        (
            "Let op: het moment ligt in de toekomst.",
            "Let op: het moment ligt vóór het begin.",
            "Door Marijke Voorbeeld",
            "Door Dirk Directeur",
            "sleutelmoment",
            "pagina 1 van ",
        ),
        tekst,
    )
    assert "afgesloten" not in _tekst(gelopen / "logboek-tussentijds.pdf")


def test_all_of_it_on_paper(gelopen: Path) -> None:
    tekst = _tekst(gelopen / "geheel-gesloten.pdf")
    _staat_in(
        (
            "Geëvalueerd en afgesloten",
            "Joris Jurist",
            "versie 1 van 2",
            "versie 2 van 2",
            "De buurtapp staat vol",
            "De melder: boer Teun (melder)",
            "Begeleider belt: Daan is zoek",
        ),
        tekst,
    )
