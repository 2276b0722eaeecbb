"""What the first window needs, seen from outside: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_KIND = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.services.lanes import ThreadLane
from desktop.services.poort import Poort
from desktop.services.systeem import SysteemKlok, Uuid7
from desktop.views.main_window import HoofdVenster
from desktop.views.start import OntgrendelScherm, WelkomScherm
from desktop.views.theme import Thema
from desktop.views.widgets import Label
from desktop.views.work import Work
app = QApplication([])
thema = Thema(app)
ids = Uuid7()
work = Work(ThreadLane("kluis"), ThreadLane("werk"), print)
scherm = OntgrendelScherm(thema, work, Poort(SysteemKlok(), ids, ids.new(), "pc"), Path("weg.kluis"))
WelkomScherm(thema).grab()
scherm.resize(1280, 720)
scherm.grab()
print(sorted({m.split(".")[0] for m in sys.modules}
    & {"pydantic", "cryptography", "sqlcipher3", "reportlab", "keyring", "pikepdf", "sqlite3"}))
print([m for m in ("nieuw", "herstel", "herstelblad", "terugzetten") if f"desktop.views.start.{m}" in sys.modules])
"""


_BEGIN = """
import json, os, sys
from pathlib import Path
import PySide6.QtCore
from desktop.app import bootstrap, programma
config = Path(os.environ["XDG_CONFIG_HOME"]) / "Vangnet"
config.mkdir(parents=True)
(config / "voorkeuren.json").write_text(json.dumps({"device": "0192f000-0000-7000-8000-0000000000bb",
    "laatste_kluis": "weg.kluis", "thema": sys.argv[1]}))
class Programma(programma.Programma):
    def begin(self):
        super().begin()
        veld = self.venster.findChild(OntgrendelScherm).wachtwoord.veld
        self.venster.geschilderd.disconnect()
        self.venster.geschilderd.connect(lambda: print("Qt" in vars(PySide6.QtCore), veld.isVisible()))
        self.venster.geschilderd.connect(self._app.quit)
bootstrap.Programma = Programma
from desktop.views.start import OntgrendelScherm
sys.exit(bootstrap.start([]))
"""


@pytest.mark.parametrize("keuze", ["systeem", "donker"])
@pytest.mark.skipif(sys.platform == "win32", reason="the preferences are found by a variable of Linux")
def test_first_window_is_painted_without_qts_names(keuze: str, tmp_path: Path) -> None:
    """Qt's 1,187 names become objects all at once, when one is asked for: a tenth of the time to the first window."""
    root = Path(__file__).parents[3]
    dirs = {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("CONFIG", "STATE", "CACHE", "DATA")}
    call = [sys.executable, "-c", _BEGIN, keuze]
    kind = subprocess.run(call, cwd=root, capture_output=True, text=True, check=True, env={**os.environ, **dirs})
    assert kind.stdout.split() == ["False", "True"]


def test_first_window_loads_nothing_heavy() -> None:
    """Start to painted may cost 1.5 times an empty window: keys, database and PDFs load after it."""
    root = Path(__file__).parents[3]
    kind = subprocess.run([sys.executable, "-c", _KIND], cwd=root, capture_output=True, text=True, check=True)
    assert kind.stdout.split() == ["[]", "[]"]
