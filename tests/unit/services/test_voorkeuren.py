"""What one PC remembers outside any vault, and what it makes of a file that is not as it should be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.services.voorkeuren import Voorkeuren, VoorkeurenBestand
from tests.conftest import CountedIds


@pytest.fixture
def bestand(tmp_path: Path, ids: CountedIds) -> VoorkeurenBestand:
    return VoorkeurenBestand(tmp_path / "map" / "voorkeuren.json", ids)


def test_a_new_pc_gets_an_identifier_that_stays(bestand: VoorkeurenBestand) -> None:
    eerste = bestand.lees()
    assert eerste == Voorkeuren(device=eerste.device)
    assert eerste.verberg_bij_delen and eerste.vergrendel_na == 10
    assert bestand.lees() == eerste


def test_a_change_is_kept_and_touches_nothing_else(bestand: VoorkeurenBestand) -> None:
    eerste = bestand.lees()
    bestand.wijzig(thema="donker", verberg_bij_delen=False)
    later = bestand.wijzig(vergrendel_na=3)
    assert bestand.lees() == later
    assert later._asdict() == {**eerste._asdict(), "thema": "donker", "verberg_bij_delen": False, "vergrendel_na": 3}


@pytest.mark.parametrize(
    ("veld", "waarde", "gelezen"),
    [
        ("verberg_bij_delen", False, False),
        ("verberg_bij_delen", None, True),
        ("verberg_bij_delen", 0, True),
        ("verberg_bij_delen", "nee", True),
        ("accounts", 0, 1),
        ("accounts", 2_000_000_000, 6),
        ("vergrendel_na", 0, 1),
        ("vergrendel_na", 10_000, 60),
        ("thema", "paars", "systeem"),
    ],
)
def test_values_that_cannot_be_meant_fall_back_to_the_safe_side(
    bestand: VoorkeurenBestand, tmp_path: Path, veld: str, waarde: object, gelezen: object
) -> None:
    device = bestand.lees().device
    pad = tmp_path / "map" / "voorkeuren.json"
    pad.write_text(json.dumps({**json.loads(pad.read_text()), veld: waarde}))
    nu = bestand.lees()
    assert getattr(nu, veld) == gelezen and nu.device == device


@pytest.mark.parametrize(
    "inhoud", ["", "{", "[]", "null", '{"device": "geen uuid"}', '{"thema": "donker"}', "\x00" * 50]
)
def test_a_damaged_file_counts_as_none(bestand: VoorkeurenBestand, tmp_path: Path, inhoud: str) -> None:
    pad = tmp_path / "map" / "voorkeuren.json"
    pad.parent.mkdir()
    pad.write_text(inhoud)
    assert bestand.lees().thema == "systeem"
    assert bestand.lees() == bestand.lees()


def test_a_place_that_cannot_be_written_is_no_fault(tmp_path: Path, ids: CountedIds) -> None:
    (tmp_path / "bestand").write_text("geen map")
    bestand = VoorkeurenBestand(tmp_path / "bestand" / "voorkeuren.json", ids)
    assert bestand.wijzig(vergrendel_na=5).vergrendel_na == 5
