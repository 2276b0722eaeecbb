"""On a real print server with a paperless printer: what comes out is the page, and nothing of ours stays."""

# The server is started by the test, in a folder of its own. Nothing is installed: where it is missing, this skips.

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk

_PPD = "lsb/usr/cups-pdf/CUPS-PDF_opt.ppd"
_BACKEND = Path("/usr/lib/cups/backend/cups-pdf")
_WACHT = 30.0
_KIND = Path(__file__).with_name("cups_child.py")

_CUPSD = """
LogLevel warn
Listen {map}/cups.sock
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues default
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""
_FILES = """
ServerRoot {map}/root
RequestRoot {map}/spool
CacheDir {map}/cache
StateDir {map}/run
TempDir {map}/spool
AccessLog {map}/log/access
ErrorLog {map}/log/error
PageLog {map}/log/page
User lp
Group lp
SystemGroup root lpadmin
"""


def _mist() -> str:
    """Return why there is no print server to test with; '' where there is one."""
    if sys.platform != "linux":
        return "a print server of its own is started on Linux only"
    if os.geteuid() != 0:
        return "starting a print server needs root"
    paden = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
    mist = [p for p in ("cupsd", "lpadmin", "lpstat", "gs") if shutil.which(p, path=paden) is None]
    if not _BACKEND.exists():
        mist.append("cups-pdf")
    return f"not installed: {', '.join(mist)}" if mist else ""


pytestmark = pytest.mark.skipif(bool(_mist()), reason=f"no printer: {_mist()}")


def _tot(klopt: Callable[[], bool]) -> None:
    """Ask again until it is so, with an end to it."""
    eind = time.monotonic() + _WACHT
    while not klopt():
        assert time.monotonic() < eind, "the print server did not answer in time"


@pytest.fixture
def printserver() -> Iterator[dict[str, str]]:
    """A print server with the printer PDF; gives the environment in which a program finds it."""
    # not below pytest's own folder nor this run's: the server's own user must reach it
    map_ = Path(tempfile.mkdtemp(prefix="vangnet-cups-", dir=os.environ["PYTEST_DEBUG_TEMPROOT"]))
    map_.chmod(0o755)
    for naam in ("root/ppd", "spool", "cache", "run", "log", "tmp"):
        (map_ / naam).mkdir(parents=True)
    instelling, bestanden = map_ / "root/cupsd.conf", map_ / "root/cups-files.conf"
    instelling.write_text(_CUPSD.format(map=map_))
    bestanden.write_text(_FILES.format(map=map_))
    omgeving = {**os.environ, "CUPS_SERVER": str(map_ / "cups.sock"), "TMPDIR": str(map_ / "tmp")}
    omgeving["PATH"] = os.pathsep.join((omgeving.get("PATH", ""), "/usr/sbin", "/sbin"))
    server = subprocess.Popen(
        ["cupsd", "-f", "-c", instelling, "-s", bestanden],
        env=omgeving,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _tot(lambda: b"not running" not in subprocess.run(["lpstat", "-r"], env=omgeving, capture_output=True).stdout)
        gelukt = subprocess.run(
            ["lpadmin", "-p", "PDF", "-v", "cups-pdf:/", "-m", _PPD, "-E"], env=omgeving, capture_output=True, text=True
        )
        assert gelukt.returncode == 0, gelukt.stderr
        yield omgeving
    finally:
        server.terminate()
        server.wait(_WACHT)
        shutil.rmtree(map_, ignore_errors=True)


@pytest.fixture
def uitvoer() -> Iterator[Path]:
    """Where this printer leaves its paper: a folder of the system's own record of the user, whatever HOME says."""
    import pwd

    map_ = Path(pwd.getpwuid(os.geteuid()).pw_dir) / "PDF"
    voor = set(map_.glob("*")) if map_.exists() else None
    yield map_
    for nieuw in set(map_.glob("*")) - (voor or set()):
        nieuw.unlink()
    if voor is None and map_.exists():
        map_.rmdir()


def test_a_report_comes_out_of_the_printer(
    printserver: dict[str, str],
    uitvoer: Path,
    diensten: Diensten,
    schrijf_verslag: Callable[..., Stuk],
    tmp_path: Path,
) -> None:
    bron = tmp_path / "bron.pdf"
    bron.write_bytes(diensten.gesprekken.vastgesteld_pdf(schrijf_verslag().record))
    voor = set(uitvoer.glob("*.pdf"))
    gedrukt = subprocess.run(
        [sys.executable, str(_KIND), "PDF", str(bron)],
        env={**printserver, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=_WACHT,
    )
    assert gedrukt.returncode == 0, gedrukt.stdout + gedrukt.stderr
    assert "printers PDF standaard PDF" in gedrukt.stdout
    assert "pagina 2 2" in gedrukt.stdout
    # handed over: what the program itself needed is gone already
    assert list(Path(printserver["TMPDIR"]).iterdir()) == []

    def klaar() -> bool:
        wacht = subprocess.run(["lpstat", "-o"], env=printserver, capture_output=True, text=True)
        return not wacht.stdout.strip() and bool(set(uitvoer.glob("*.pdf")) - voor)

    _tot(klaar)
    (papier,) = set(uitvoer.glob("*.pdf")) - voor
    # the name on the queue is the program's, and says nothing about anybody
    assert papier.name.startswith("Vangnet")
    een, ander = pypdfium2.PdfDocument(bron), pypdfium2.PdfDocument(papier)
    try:
        assert len(ander) == len(een) == 2
        for n in range(2):
            assert ander[n].get_size() == pytest.approx(een[n].get_size(), abs=1)
            a, b = (d[n].render(scale=1).to_pil().convert("L") for d in (een, ander))
            b = b.resize(a.size)
            recht = _verschil(a, b)
            assert recht < 2.5
            assert all(recht < _verschil(ImageChops.offset(a, *o), b) for o in ((2, 0), (-2, 0), (0, 2), (0, -2)))
    finally:
        een.close()
        ander.close()


def _verschil(een: Image.Image, ander: Image.Image) -> float:
    return float(ImageStat.Stat(ImageChops.difference(een, ander)).mean[0])
