"""Starts the program: everything is built here and passed on."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_config_path, user_log_path
from PySide6.QtCore import QSize, QSysInfo
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.foutmelding import Foutmelding
from desktop.app.logboek import Vangrail, begin_log, geen_geheugendump, log
from desktop.app.programma import Programma
from desktop.services.poort import Poort
from desktop.services.systeem import SysteemKlok, Uuid7
from desktop.services.voorkeuren import VoorkeurenBestand
from desktop.views.theme import STIJL

_NAAM = "Vangnet"


def start(argv: Sequence[str]) -> int:
    """Run the program until its window closes; returns the exit code. `--demo` opens an invented school."""
    # argparse and tempfile load late or not at all: a tenth of the time to the first window
    demo = "--demo" in argv
    rest = [arg for arg in argv if arg != "--demo"]
    geen_geheugendump()
    app = maak_app([sys.argv[0], *rest], taal=False)
    demo_map = _demo_map() if demo else None
    begin_log(user_log_path(_NAAM, appauthor=False))
    vangrail = Vangrail(Foutmelding(app).toon)
    vangrail.plaats()
    ids = Uuid7()
    # the demo keeps nothing, its preferences neither
    bestand = (demo_map or user_config_path(_NAAM, appauthor=False)) / "voorkeuren.json"
    voorkeuren = VoorkeurenBestand(bestand, ids)
    poort = Poort(SysteemKlok(), ids, voorkeuren.lees().device, QSysInfo.machineHostName() or "deze computer")
    programma = Programma(app, poort, voorkeuren, vangrail.onverwacht, demo_map)
    programma.venster.geschilderd.connect(lambda: zet_taal(app, programma.venster))
    programma.begin()
    if app.platformName() != "offscreen":  # the screen that is not there would be too small for any window
        pas_op_scherm(programma.venster, programma.venster.screen().availableSize())
    log.info("gestart")
    return app.exec()


def pas_op_scherm(venster: QWidget, ruimte: QSize) -> None:
    """Let a window that does not fit beside the taskbar fill the screen, and be smaller than it afterwards.

    A school's laptop is often 1366 by 768, or shows everything at 150 per cent.
    """
    frame = venster.frameGeometry().size()
    if frame.boundedTo(ruimte) != frame:
        venster.resize(venster.size().boundedTo(ruimte * 0.9))
        venster.showMaximized()


def _demo_map() -> Path:
    import tempfile

    return Path(tempfile.mkdtemp(prefix="vangnet-demo-"))


def maak_app(argv: Sequence[str], taal: bool = True) -> QApplication:
    """Return the application object. `taal` False leaves the language for `zet_taal`, after the first image."""
    # asked of Qt itself instead of set afterwards: that would hand back a style, and build all that belongs to one
    os.environ["QT_STYLE_OVERRIDE"] = STIJL
    app = QApplication(list(argv))
    app.setApplicationName(_NAAM)
    app.setApplicationDisplayName(_NAAM)
    app.setDesktopFileName("vangnet")
    if taal:
        zet_taal(app)
    return app


def zet_taal(app: QApplication, venster: QWidget | None = None) -> None:
    """Write dates, numbers and Qt's own buttons in Dutch, in what is made from now on and within `venster`."""
    # three hundred languages and as many countries become Python objects here; the first screen has no date
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    if venster is not None:
        venster.setLocale(QLocale())
    vertaling = QTranslator(app)
    if vertaling.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(vertaling)
