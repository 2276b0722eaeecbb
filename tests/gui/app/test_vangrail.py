"""Fault 53 and 54: a bug is told by its place; message, values and memory stay where they are."""

from __future__ import annotations

import gc
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.app import logboek
from desktop.app.foutmelding import Foutmelding
from desktop.app.logboek import Vangrail, begin_log
from desktop.models.errors import UserError
from desktop.models.personen import Leerling
from desktop.services.fouten import beschrijf
from desktop.services.lanes import ThreadLane
from desktop.views.work import Work

KANARIE = "Kanariegeel"


def _gaat_mis() -> None:
    kind = Leerling(roepnaam=KANARIE, achternaam="de Vries")
    raise ValueError(f"{kind.roepnaam} is er niet")


@pytest.fixture
def logmap(tmp_path: Path) -> Iterator[Path]:
    """A log of this test's own; the handler goes again."""
    voor = list(logboek.log.handlers)
    begin_log(tmp_path / "log")
    yield tmp_path / "log"
    for handler in [h for h in logboek.log.handlers if h not in voor]:
        logboek.log.removeHandler(handler)
        handler.close()


@pytest.fixture
def dialogen(qapp: QApplication) -> Iterator[list[QMessageBox]]:
    """Every message that is on the screen; asked anew at each look."""

    class Nu(list[QMessageBox]):
        def __len__(self) -> int:
            return len(list(iter(self)))

        def __iter__(self) -> Iterator[QMessageBox]:
            return (w for w in qapp.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible())

    yield Nu()
    for melding in Nu():
        melding.close()


@pytest.fixture
def vangrail(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, logmap: Path) -> Vangrail:
    """The handler in its place; the interpreter gets its own hooks back afterwards."""
    for module, haak in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(module, haak, getattr(module, haak))
    vangrail = Vangrail(Foutmelding(qapp).toon)
    vangrail.plaats()
    return vangrail


def _getuigt(logmap: Path, dialogen: list[QMessageBox], plaats: str = "_gaat_mis") -> None:
    """Check that log and dialog name the place and the type, and nothing of what was in it."""
    tekst = (logmap / "vangnet.log").read_text(encoding="utf-8")
    assert "onverwacht ValueError" in tekst and f"test_vangrail:{plaats}:" in tekst
    (melding,) = dialogen
    details = melding.detailedText()
    assert details.splitlines()[0] == "ValueError" and f"test_vangrail:{plaats}:" in details
    alles = [tekst, details, melding.text(), melding.informativeText(), melding.windowTitle()]
    assert not any(woord in stuk for stuk in alles for woord in (KANARIE, "is er niet", "Vries"))
    assert melding.informativeText()


def test_in_a_slot_of_the_window(
    qtbot: QtBot, vangrail: Vangrail, logmap: Path, dialogen: list[QMessageBox], capfd: pytest.CaptureFixture[str]
) -> None:
    class Knop(QObject):
        geklikt = Signal()

    knop = Knop()
    knop.geklikt.connect(_gaat_mis)
    knop.geklikt.emit()
    qtbot.waitUntil(lambda: len(dialogen) == 1)
    _getuigt(logmap, dialogen)
    assert KANARIE not in "".join(capfd.readouterr())


def test_in_a_timer(
    qtbot: QtBot, vangrail: Vangrail, logmap: Path, dialogen: list[QMessageBox], capfd: pytest.CaptureFixture[str]
) -> None:
    QTimer.singleShot(0, _gaat_mis)
    qtbot.waitUntil(lambda: len(dialogen) == 1)
    _getuigt(logmap, dialogen)
    assert KANARIE not in "".join(capfd.readouterr())


def test_a_fault_that_keeps_coming_back_is_told_once_and_logged_each_time(
    qtbot: QtBot, vangrail: Vangrail, logmap: Path, dialogen: list[QMessageBox]
) -> None:
    gedaan: list[int] = []
    for n in range(5):
        QTimer.singleShot(0, _gaat_mis)
        QTimer.singleShot(1, lambda n=n: gedaan.append(n))
    qtbot.waitUntil(lambda: len(gedaan) == 5 and len(dialogen) == 1)
    assert (logmap / "vangnet.log").read_text(encoding="utf-8").count("onverwacht") == 5
    _getuigt(logmap, dialogen)


def test_on_a_lane(qtbot: QtBot, vangrail: Vangrail, logmap: Path, dialogen: list[QMessageBox]) -> None:
    lanes = ThreadLane("kluis"), ThreadLane("werk")
    try:
        work = Work(*lanes, vangrail.onverwacht)
        work.kluis(qtbot_owner := QObject(), _gaat_mis)
        qtbot.waitUntil(lambda: len(dialogen) == 1)
        assert qtbot_owner is not None
        _getuigt(logmap, dialogen)
    finally:
        for lane in lanes:
            lane.close()


def test_on_a_thread_of_its_own_the_message_still_comes_on_the_users(
    qtbot: QtBot, vangrail: Vangrail, logmap: Path, dialogen: list[QMessageBox]
) -> None:
    draad = threading.Thread(target=_gaat_mis)
    draad.start()
    draad.join()
    qtbot.waitUntil(lambda: len(dialogen) == 1)
    _getuigt(logmap, dialogen)


def test_where_python_can_only_mention_it_the_log_has_the_place(
    qtbot: QtBot, vangrail: Vangrail, logmap: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    class Weg:
        def __del__(self) -> None:
            _gaat_mis()

    weg = Weg()
    del weg
    gc.collect()
    tekst = (logmap / "vangnet.log").read_text(encoding="utf-8")
    assert "onverwacht ValueError" in tekst and "test_vangrail:_gaat_mis:" in tekst and KANARIE not in tekst
    assert KANARIE not in "".join(capfd.readouterr())


def test_what_a_person_can_mend_is_no_bug(qtbot: QtBot, vangrail: Vangrail, dialogen: list[QMessageBox]) -> None:
    lanes = ThreadLane("kluis"), ThreadLane("werk")
    try:
        gemeld: list[str] = []
        work = Work(*lanes, vangrail.onverwacht)
        eigenaar = QObject()

        def vol() -> None:
            raise UserError("De schijf is vol.")

        work.kluis(eigenaar, vol, failed=lambda fout: gemeld.append(fout.zin))
        qtbot.waitUntil(lambda: bool(gemeld))
        assert len(dialogen) == 0
    finally:
        for lane in lanes:
            lane.close()


def test_an_error_of_pydantic_holds_the_input_and_the_description_does_not() -> None:
    try:
        Leerling(roepnaam=KANARIE, achternaam=[KANARIE])  # type: ignore[arg-type]
    except ValueError as fout:
        tekst = beschrijf(fout)
    assert "ValidationError" in tekst.splitlines()[0] and KANARIE not in tekst


def test_a_chain_of_errors_tells_only_the_last(vangrail: Vangrail, logmap: Path) -> None:
    def buiten() -> None:
        try:
            _gaat_mis()
        except ValueError as fout:
            raise KeyError(KANARIE) from fout

    try:
        buiten()
    except KeyError as fout:
        tekst = beschrijf(fout)
    assert tekst.startswith("KeyError") and KANARIE not in tekst


def test_the_log_stays_small(logmap: Path) -> None:
    for n in range(9_000):
        logboek.log.info("regel %s %s", n, "x" * 60)
    logboek.log.info("de laatste")
    bestanden = {pad.name: pad for pad in logmap.iterdir()}
    assert set(bestanden) == {"vangnet.log", "vangnet.log.1", "vangnet.log.2"}
    assert all(pad.stat().st_size < 201_000 for pad in bestanden.values())
    assert bestanden["vangnet.log"].read_text().endswith("de laatste\n")


def test_a_place_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    dicht = tmp_path / "bestand"
    dicht.write_text("geen map")
    voor = list(logboek.log.handlers)
    begin_log(dicht)
    nieuw = [h for h in logboek.log.handlers if h not in voor]
    assert [type(h) for h in nieuw] == [logging.NullHandler]
    for handler in nieuw:
        logboek.log.removeHandler(handler)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows' own error reporting is set by who manages the PC")
def test_54_a_crash_leaves_no_dump_of_memory() -> None:
    proef = (
        "import resource; resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2);"
        "from desktop.app.logboek import geen_geheugendump; geen_geheugendump();"
        "print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    klaar = subprocess.run([sys.executable, "-c", proef], capture_output=True, text=True, check=True, timeout=60)
    assert klaar.stdout.strip() == "(0, 0)"
