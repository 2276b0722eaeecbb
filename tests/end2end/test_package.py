"""The built package holds the program and its resources, apart from the folder it was built in."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_ASK = """
from pathlib import Path
import desktop, desktop.assets as a
print(Path(desktop.__file__).parent)
print(a.resources())
print(*sorted(p.relative_to(a.resources()).as_posix() for p in a.resources().rglob('*') if p.is_file()), sep='|')
print(all(p.stat().st_size > 10_000 for p in [*a.font_paths().values(), a.icon_font()]), a.icon_code('house') != '')
"""


def test_an_installed_package_finds_its_resources(tmp_path: Path) -> None:
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    made = subprocess.run([sys.executable, "-c", build, tmp_path], cwd=ROOT, check=True, capture_output=True, text=True)
    installed = tmp_path / "installed"
    with zipfile.ZipFile(tmp_path / made.stdout.split()[-1]) as wheel:
        wheel.extractall(installed)
        assert [n for n in wheel.namelist() if n.startswith(("tests/", "resources/")) or n.endswith(".pyc")] == []

    # -P and PYTHONPATH: neither the current folder nor the editable installation goes first
    env = os.environ | {"PYTHONPATH": str(installed)}
    told = subprocess.run(
        [sys.executable, "-P", "-c", _ASK], cwd=tmp_path, env=env, check=True, capture_output=True, text=True
    )
    package, resources, files, letters = told.stdout.splitlines()
    assert Path(package) == installed / "desktop"
    assert Path(resources) == installed / "desktop" / "_resources"
    assert letters == "True True"
    here = ROOT / "resources"
    assert files.split("|") == sorted(p.relative_to(here).as_posix() for p in here.rglob("*") if p.is_file())
