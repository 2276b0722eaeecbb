"""Fault 52: a name that is in the vault is nowhere else: in no file, under no file name, whatever was done with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from tests.faults.canary_child import NAAM, PDF_ZIN, ZIN


def _vormen(woord: str) -> Iterator[bytes]:
    for vorm in {woord, woord.lower(), woord.upper(), woord.casefold()}:
        for codering in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
            yield vorm.encode(codering)


def zoek(root: Path, woorden: list[str]) -> list[str]:
    """Return every file below a folder that has one of these words in its bytes or its name, and which."""
    vormen = {woord: set(_vormen(woord)) for woord in woorden}
    gevonden = []
    for path in sorted(root.rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        bytes_ = os.fsencode(path.relative_to(root)) + b"\0" + data
        gevonden += [
            f"{path.relative_to(root)}: {woord}" for woord, each in vormen.items() if any(v in bytes_ for v in each)
        ]
    return gevonden


def loop(mode: str, root: Path) -> tuple[dict[str, Any], str]:
    """Walk a way in a home of its own; return what it told, and all that it said."""
    thuis = {"HOME": "thuis", "USERPROFILE": "thuis", "TMPDIR": "tmp", "TEMP": "tmp", "TMP": "tmp"}
    thuis |= {f"XDG_{soort}_HOME": f"thuis/{soort.lower()}" for soort in ("CONFIG", "DATA", "CACHE", "STATE")}
    thuis |= {"APPDATA": "thuis/appdata", "LOCALAPPDATA": "thuis/localappdata", "XDG_RUNTIME_DIR": "runtime"}
    thuis |= {"WIN_PD_OVERRIDE_APPDATA": "thuis/appdata", "WIN_PD_OVERRIDE_LOCAL_APPDATA": "thuis/localappdata"}
    for naam in set(thuis.values()):
        (root / naam).mkdir(parents=True, exist_ok=True)
    (root / "runtime").chmod(0o700)
    omgeving = {
        **os.environ,
        **{naam: str(root / plek) for naam, plek in thuis.items()},
        "PYTHONPATH": str(Path.cwd()),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    opdracht = [sys.executable, "-m", "tests.faults.canary_child", mode, str(root)]
    klaar = subprocess.run(
        opdracht, capture_output=True, text=True, check=False, timeout=300, env=omgeving, cwd=root / "tmp"
    )
    assert klaar.returncode == 0, klaar.stderr
    *_, laatste = klaar.stdout.splitlines()
    return json.loads(laatste), klaar.stdout.removesuffix(f"{laatste}\n") + klaar.stderr


def test_the_search_itself_finds_a_name_in_every_guise(tmp_path: Path) -> None:
    for n, vorm in enumerate(_vormen(NAAM)):
        (tmp_path / f"{n}.bin").write_bytes(b"\xff\x01" * 99 + vorm + b"\xff")
    (tmp_path / f"{NAAM}.txt").write_bytes(b"")
    (tmp_path / "leeg").write_bytes(b"Kanarie geel")
    assert len(zoek(tmp_path, [NAAM])) == n + 2
    assert zoek(tmp_path, [ZIN]) == []


def test_52_through_the_services_nothing_is_left_outside_the_vault_nor_readable_in_it(tmp_path: Path) -> None:
    verteld, gezegd = loop("services", tmp_path)
    assert verteld["gevonden"] >= 3, "the vault does hold it"
    assert zoek(tmp_path, [NAAM, ZIN, PDF_ZIN, *verteld["code"]]) == []
    assert verteld["elders"] == [], "not even for a moment"
    assert NAAM.lower() not in gezegd.lower()
    assert _inhoud(tmp_path) == ["kluis/school.kluis", "stick/school.kluisbackup", f"uit/{verteld['pdf']}"]
    # the export is about this pupil, for who has its passphrase
    with pikepdf.open(tmp_path / "uit" / verteld["pdf"], password=PDF_ZIN) as pdf:
        assert pdf.encryption.R == 6
    lezer = pypdfium2.PdfDocument(tmp_path / "uit" / verteld["pdf"], password=PDF_ZIN)
    assert NAAM in lezer[0].get_textpage().get_text_range()
    lezer.close()
    (logbestand,) = (tmp_path / "thuis").rglob("vangnet.log")
    regels = logbestand.read_text(encoding="utf-8")
    assert "onverwacht ValueError" in regels and "verkeerde wachtwoordzin" in regels


@pytest.mark.skipif(sys.platform == "win32", reason="a real window there; the way through the services covers it")
def test_52_through_the_program_too_with_lock_preview_copying_and_a_crash(tmp_path: Path) -> None:
    verteld, gezegd = loop("app", tmp_path)
    assert NAAM in verteld["half"], "half a sentence outlived the lock"
    assert verteld["gekopieerd"] and verteld["klembord"] == ""
    assert verteld["dialogen"] and verteld["na_slot"] == [], "the preview was there, and went with the lock"
    assert not any(NAAM in titel for titel in verteld["titels"])
    assert zoek(tmp_path, [NAAM, ZIN]) == []
    assert verteld["elders"] == []
    assert NAAM.lower() not in gezegd.lower()
    (logbestand,) = (tmp_path / "thuis").rglob("vangnet.log")
    assert "onverwacht ValueError" in logbestand.read_text(encoding="utf-8")


def _inhoud(root: Path) -> list[str]:
    """Return what stands in the places that a person chose."""
    return [
        path.relative_to(root).as_posix()
        for plek in ("kluis", "stick", "uit")
        for path in sorted((root / plek).iterdir())
    ]
