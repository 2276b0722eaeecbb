"""Faults 12 and 13 as a person meets them: through the services, with the text still in hand and the vault readable."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.places import reachable_by_others

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs limits and users as POSIX has them")


def child(mode: str, folder: Path) -> dict[str, dict[str, Any]]:
    """Run a mode of `services_child` and return what it said, by what it was about."""
    command = [sys.executable, "-m", "tests.faults.services_child", mode, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return {line["what"]: line for line in map(json.loads, done.stdout.splitlines())}


def test_12_a_full_disk_keeps_text_and_draft_and_the_same_save_works_when_there_is_room(tmp_path: Path) -> None:
    said = child("full", tmp_path)
    for what in ("bewaar", "draft", "vast", "bijlage"):
        assert said[what]["error"] == "SchijfVol" and said[what]["zin"] and said[what]["stap"], what
    assert "formulier blijft open" in said["bewaar"]["zin"]
    assert said["daarna"] == {"what": "daarna", "draft": "kort", "getypt": True, "gap": False}
    assert said["ruimte"]["lang"] is True
    # looking is still possible, and is logged later
    assert said["lezen"] == {"what": "lezen", "same": True, "gap": True}
    # locked without a written header: nothing is out of the ordinary then, and the draft went with the save
    assert said["weer"] == {"what": "weer", "meldingen": [], "drafts": 0, "findings": []}


def test_13_a_protected_folder_is_read_and_said_to_be_and_not_a_byte_changes() -> None:
    with reachable_by_others() as place:
        said = child("protected", place)
    assert said["open"]["same"] is True and said["open"]["alleen_lezen"] is True
    assert any("alleen gelezen" in melding for melding in said["open"]["meldingen"])
    for what in ("bewaar", "draft"):
        assert said[what]["error"] == "AlleenLezen" and said[what]["stap"], what
    assert said["zoek"] == {"what": "zoek", "hits": 1, "gap": True}
    assert said["bytes"]["same"] is True
    assert said["dicht"]["error"] == "AlleenLezen" and said["dicht"]["stap"]
    assert said["weer"]["error"] == ""
    assert said["eind"] == {"what": "eind", "meldingen": [], "findings": []}
