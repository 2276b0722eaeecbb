"""The tools of the project that other work leans on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.screenshots import scherm

_KIND = """
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
scherm = app.primaryScreen()
print(scherm.availableSize().toTuple(), scherm.devicePixelRatio(), scherm.logicalDotsPerInch())
"""


@pytest.mark.parametrize("schaal", [1, 2])
def test_pictures_are_taken_on_a_screen_of_the_size_that_is_asked(tmp_path: Path, schaal: int) -> None:
    """At 200% Qt's own screen without display is 400 pixels wide, and every dialog was cut there."""
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": scherm(tmp_path, "1280x720", schaal),
        "QT_SCALE_FACTOR": str(schaal),
    }
    kind = subprocess.run([sys.executable, "-c", _KIND], env=env, capture_output=True, text=True, check=True)
    assert kind.stdout.split("\n")[0] == f"(1280, 720) {schaal}.0 96.0"
