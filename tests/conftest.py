"""What every test stands on: a home of its own, no screen, no network, a clock that stands still, a printed seed."""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import settings

_HOME = Path(tempfile.mkdtemp(prefix="vangnet-test-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)


def _settle_environment() -> None:
    """Point everything that a program keeps about its user at a folder of this run; before Qt is imported."""
    for name in ("HOME", "USERPROFILE"):
        os.environ[name] = str(_HOME)
    for name in ("APPDATA", "LOCALAPPDATA"):
        os.environ[name] = str(_HOME / name.lower())
        # Windows tells a program these places itself, whatever stands in the two above; platformdirs asks these first
        os.environ[f"WIN_PD_OVERRIDE_{name.replace('LOCALA', 'LOCAL_A')}"] = os.environ[name]
    for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
        os.environ[f"XDG_{kind}_HOME"] = str(_HOME / kind.lower())
    # what else runs on this machine writes in its own temporary folder, and some tests look through ours; what pytest
    # hands out stays beside it
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", tempfile.gettempdir())
    _HOME.chmod(0o711)  # some tests act as another user, who must find his way here
    tmp = _HOME / "tmp"
    tmp.mkdir()
    tmp.chmod(0o1777)
    for name in ("TMPDIR", "TEMP", "TMP"):
        os.environ[name] = str(tmp)
    tempfile.tempdir = str(tmp)
    runtime = _HOME / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    # the platform of a real window is for the rare check under another system, named by whoever asks for it
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("VANGNET_TEST_PLATFORM", "offscreen")
    for name in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "QT_FONT_DPI", "PYTHONSTARTUP"):
        os.environ.pop(name, None)
    # the developer's own key ring stays out of reach
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    if hasattr(time, "tzset"):
        # written out, since a bare system has no table of zones; Windows reads no such rule and keeps its own zone
        os.environ["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"
        time.tzset()


_settle_environment()
settings.register_profile("vangnet", max_examples=25, deadline=None, derandomize=True, database=None)
settings.load_profile("vangnet")


class NoNetwork(RuntimeError):
    """A test tried to reach another machine."""


def _refuse_network(event: str, args: tuple[object, ...]) -> None:
    if event not in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        return
    address = args[0] if event == "socket.getaddrinfo" else args[1]
    host = address[0] if isinstance(address, tuple) else address
    # a path is a socket on this machine; the loop is what Windows builds its own socket pairs from
    local = isinstance(address, str) and event != "socket.getaddrinfo"
    if not local and host not in (None, "", "127.0.0.1", "::1", "localhost"):
        raise NoNetwork(f"{event}: {host!r}")


sys.addaudithook(_refuse_network)


def pytest_configure(config: pytest.Config) -> None:
    """Keep Qt's own idea of the user's folders apart too."""
    from PySide6.QtCore import QStandardPaths

    QStandardPaths.setTestModeEnabled(True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how to get this order again."""
    seed = getattr(config.option, "randomly_seed", None)
    if seed is not None:
        terminalreporter.write_line(f"The order again: make test TEST_ARGS=--randomly-seed={seed}")


class StepClock:
    """A clock that stands still until it is told to go on: Monday 2 March 2026, nine in the morning."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 2, 9, 0, tzinfo=timezone(timedelta(hours=1)))

    def now(self) -> datetime:
        """Return where it stands."""
        return self.moment

    def step(self, **parts: float) -> datetime:
        """Go on by what `timedelta` takes (days=, minutes=, ...; negative turns it back) and return the new moment."""
        self.moment += timedelta(**parts)
        return self.moment

    def set(self, moment: datetime) -> None:
        """Go to a moment, which must be aware."""
        assert moment.tzinfo is not None
        self.moment = moment


class CountedIds:
    """Identifiers with the shape of a UUIDv7, the same ones in every run and each later than the one before."""

    def __init__(self) -> None:
        self._count = 0

    def new(self) -> UUID:
        """Return the next one."""
        self._count += 1
        ms = 1_767_225_600_000 + self._count
        return UUID(int=ms << 80 | 0x7 << 76 | 0b10 << 62 | self._count)


@pytest.fixture
def clock() -> StepClock:
    """A clock that the test moves."""
    return StepClock()


@pytest.fixture
def ids() -> CountedIds:
    """Identifiers that the test can foretell."""
    return CountedIds()
