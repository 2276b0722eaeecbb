"""A walk through the real program, once for a module of tests, in a process of its own, as a person starts it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def gelopen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with what the walk left; the module of the tests names it in `GANG`."""
    module: str = request.module.GANG
    doel = tmp_path_factory.mktemp(module.rpartition(".")[2]) / "gang"
    gang = subprocess.run(
        [sys.executable, "-m", module, str(doel)],
        cwd=WORTEL,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert gang.returncode == 0, gang.stderr[-3000:]
    return doel


@pytest.fixture(scope="module")
def gezien(gelopen: Path) -> dict[str, str]:
    """What stood on screen at the moments that matter."""
    uit: dict[str, str] = json.loads((gelopen / "gezien.json").read_text("utf-8"))
    return uit
