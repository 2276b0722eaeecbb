"""The ground the other tests stand on really is apart from the user's own machine."""

from __future__ import annotations

import os
import socket
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest


def test_home_is_of_this_run() -> None:
    assert Path(tempfile.gettempdir()).is_relative_to(Path.home())
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA"):
        assert Path(os.environ[name]).is_relative_to(Path.home())


def test_qt_keeps_to_that_home() -> None:
    from PySide6.QtCore import QStandardPaths

    assert QStandardPaths.isTestModeEnabled()
    for place in (QStandardPaths.StandardLocation.AppDataLocation, QStandardPaths.StandardLocation.CacheLocation):
        where = Path(QStandardPaths.writableLocation(place))
        # Windows tells Qt the real folder whatever the environment says; there it has one for tests within
        assert where.is_relative_to(Path.home()) or (os.name == "nt" and "qttest" in where.parts)


def test_no_key_ring_of_the_developer() -> None:
    import keyring
    import keyring.backends.fail

    assert isinstance(keyring.get_keyring(), keyring.backends.fail.Keyring)


def test_another_machine_cannot_be_reached() -> None:
    # 192.0.2.0/24 is kept for documentation: nobody is there, whatever happens to this guard
    with socket.socket() as outside, pytest.raises(RuntimeError, match=r"192\.0\.2\.1"):
        outside.connect(("192.0.2.1", 9))
    with pytest.raises(RuntimeError, match=r"school\.invalid"):
        socket.getaddrinfo("school.invalid", 443)


def test_the_clock_moves_only_when_told(clock) -> None:
    before = clock.now()
    assert clock.now() == before
    assert clock.step(hours=1) - before == timedelta(hours=1)
    assert clock.now().utcoffset() == timedelta(hours=1)


def test_identifiers_are_the_same_in_each_run_and_rise(ids) -> None:
    made = [ids.new() for _ in range(3)]
    assert made == sorted(set(made))
    assert {i.version for i in made} == {7}
    assert str(made[0]) == "019b76da-a801-7000-8000-000000000001"
