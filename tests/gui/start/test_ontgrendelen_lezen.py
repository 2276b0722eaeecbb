"""The unlock screen while the vault is still read: nothing moves, and the passphrase can be typed already."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.lanes import InlineLane
from desktop.services.poort import Poort
from desktop.vault.headerfile import read_header
from desktop.views.start import OntgrendelScherm
from desktop.views.theme import Thema
from desktop.views.widgets import Label
from desktop.views.work import Work

T = TypeVar("T")
Toon = Callable[[QWidget], None]


class _Rij:
    """A lane that does nothing until it is told to."""

    def __init__(self) -> None:
        self._wacht: list[Callable[[], None]] = []

    def submit(self, call: Callable[..., T], *args: object, urgent: bool = False) -> Future[T]:
        future: Future[T] = Future()
        self._wacht.append(lambda: future.set_result(call(*args)))
        return future

    def run_waiting(self) -> None: ...

    def close(self) -> None: ...

    def ga(self) -> None:
        while self._wacht:
            self._wacht.pop(0)()


@pytest.mark.parametrize(("weg", "verwacht"), [(0, 2), (1, 1)])
def test_nothing_moves_when_the_accounts_come_and_the_passphrase_can_be_typed_already(
    thema: Thema, poort: Poort, folder: Path, toon: Toon, qtbot: QtBot, weg: int, verwacht: int
) -> None:
    if weg:
        header = read_header(folder)
        over = tuple(slot for slot in header.slots if slot.label != "Directeur")
        (folder / "kluis.hdr").write_bytes(replace(header, slots=over).to_bytes())
    werk = _Rij()
    work = Work(InlineLane(), werk, lambda fout: None)
    scherm = OntgrendelScherm(thema, work, poort, folder, verwacht=verwacht)
    toon(scherm)
    qtbot.waitUntil(lambda: work.open == 1)
    veld, knop = scherm.wachtwoord.veld, scherm.knop
    assert QApplication.focusWidget() is veld and not knop.isEnabled()
    assert any(w.isVisible() and w.text() == "De kluis wordt bekeken…" for w in scherm.findChildren(Label))
    qtbot.keyClicks(veld, "vier")
    deel = [scherm.kop, scherm.naam, veld, knop, *scherm.wegen]
    plek = [w.mapTo(scherm, QPoint()) for w in deel]
    werk.ga()
    qtbot.waitUntil(lambda: scherm.accounts.slot() is not None)
    QApplication.processEvents()
    assert len(scherm.accounts.kaarten()) == verwacht
    assert [w.mapTo(scherm, QPoint()) for w in deel] == plek
    assert QApplication.focusWidget() is veld and veld.text() == "vier" and knop.isEnabled()
    werk.ga()
