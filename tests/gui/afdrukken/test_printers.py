"""A print server that does not answer: the dialog is there at once, and all but printing can be done."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.lanes import InlineLane, ThreadLane
from desktop.views.afdrukken import dialoog as dialoog_module
from desktop.views.afdrukken import printers as printers_module
from desktop.views.afdrukken.bron import LosseBron
from desktop.views.afdrukken.dialoog import AfdrukDialoog
from desktop.views.afdrukken.printers import Printerlijst
from desktop.views.theme import Thema
from desktop.views.work import Work


class Server:
    """Printers that answer when they are told to, and the threads on which they were asked."""

    def __init__(self) -> None:
        self.namen: Sequence[str] = ("Gang", "Kamer IB")
        self.antwoord = threading.Event()
        self.gevraagd: list[str] = []

    def _wacht(self) -> None:
        self.gevraagd.append(threading.current_thread().name)
        assert self.antwoord.wait(20)

    def printers(self) -> tuple[Sequence[str], str]:
        self._wacht()
        return self.namen, self.namen[-1] if self.namen else ""

    def kan_tweezijdig(self, naam: str) -> bool:
        self._wacht()
        return naam == "Gang"

    def maak_printer(self, naam: str, *, tweezijdig: bool) -> QPrinter:
        self._wacht()
        raise RuntimeError(naam)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Server:
    server = Server()
    monkeypatch.setattr(printers_module, "printers", server.printers)
    monkeypatch.setattr(printers_module, "kan_tweezijdig", server.kan_tweezijdig)
    monkeypatch.setattr(dialoog_module, "maak_printer", server.maak_printer)
    return server


@pytest.fixture
def fouten() -> list[BaseException]:
    return []


@pytest.fixture
def brug(qapp: QApplication, server: Server, fouten: list[BaseException]) -> Iterator[Work]:
    """The lanes of the program, as far as they matter: the printers have one of their own."""
    apparaat = ThreadLane("apparaat")
    yield Work(InlineLane(), InlineLane(), fouten.append, apparaat)
    server.antwoord.set()
    apparaat.close()


@pytest.fixture
def open_dialoog(qtbot: QtBot, thema: Thema, brug: Work) -> Callable[[Printerlijst], AfdrukDialoog]:
    def doe(lijst: Printerlijst) -> AfdrukDialoog:
        druk = AfdrukDialoog(thema, brug, LosseBron(b"", "Blad"), None, lijst)
        qtbot.addWidget(druk)
        with qtbot.waitExposed(druk):
            druk.show()
        druk.activateWindow()
        qtbot.waitUntil(druk.isActiveWindow)
        return druk

    return doe


Open = Callable[[Printerlijst], AfdrukDialoog]


def test_the_dialog_does_not_wait_for_the_printers(open_dialoog: Open, server: Server, qtbot: QtBot) -> None:
    begin = time.monotonic()
    druk = open_dialoog(Printerlijst())
    assert time.monotonic() - begin < 10  # the server would hold it for twenty seconds
    assert druk.printer.keuze.currentText() == "Printers worden gezocht…"
    assert druk.printer.uitleg.text() == "Bekijken en bewaren als PDF kan al."
    assert not druk.druk.isEnabled() and druk.bewaar.isEnabled()
    assert druk.druk.toolTip() == "De printers worden nog gezocht."
    assert druk.kaarten[0].aantal.veld.hasFocus()
    server.antwoord.set()
    qtbot.waitUntil(lambda: "dubbelzijdig kan." in druk.printer.uitleg.text())
    assert druk.printer.printer() == "Kamer IB"
    assert druk.druk.isEnabled() and druk.druk.hasFocus()
    assert not druk.printer.tweezijdig.isEnabled()
    druk.printer.keuze.setCurrentText("Gang")
    qtbot.waitUntil(druk.printer.tweezijdig.isEnabled)
    assert set(server.gevraagd) == {"apparaat"}


def test_who_is_typing_a_number_keeps_the_focus(open_dialoog: Open, server: Server, qtbot: QtBot) -> None:
    druk = open_dialoog(Printerlijst())
    druk.kaarten[0].aantal.veld.setValue(3)
    server.antwoord.set()
    qtbot.waitUntil(druk.druk.isEnabled)
    assert druk.kaarten[0].aantal.veld.hasFocus()


def test_the_second_time_one_can_print_at_once(open_dialoog: Open, server: Server, qtbot: QtBot) -> None:
    lijst = Printerlijst()
    server.antwoord.set()
    eerste = open_dialoog(lijst)
    qtbot.waitUntil(lambda: bool(lijst.tweezijdig))
    eerste.reject()
    server.antwoord.clear()
    druk = open_dialoog(lijst)
    assert druk.printer.printer() == "Kamer IB" and druk.druk.isEnabled() and druk.druk.hasFocus()
    druk.printer.keuze.setCurrentText("Gang")
    server.namen = ("Gang", "Nieuw")
    server.antwoord.set()
    qtbot.waitUntil(lambda: druk.printer.keuze.count() == 2 and druk.printer.keuze.itemText(1) == "Nieuw")
    assert druk.printer.printer() == "Gang"  # what was chosen stays chosen
    assert druk.druk.hasFocus()


def test_setting_a_printer_up_asks_its_server_on_the_same_lane(
    open_dialoog: Open, server: Server, qtbot: QtBot, fouten: list[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LosseBron, "bundel", lambda *_, **__: LosseBron(b"", "Blad").maak(0))
    server.antwoord.set()
    druk = open_dialoog(Printerlijst())
    qtbot.waitUntil(lambda: bool(druk.printer._lijst.tweezijdig))
    server.antwoord.clear()
    fouten.clear()
    druk.druk.click()
    qtbot.waitUntil(lambda: len(server.gevraagd) == 3)
    assert not druk.bezig.isHidden()
    server.antwoord.set()
    qtbot.waitUntil(lambda: bool(fouten))
    assert set(server.gevraagd) == {"apparaat"}
