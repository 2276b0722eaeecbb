"""The manual in its own window, before a vault is open: as large as reads well, never larger than the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.handleiding import toon_los
from desktop.views.theme import Thema


class _Scherm:
    """A screen of another size than the one of the tests."""

    def __init__(self, breed: int, hoog: int) -> None:
        self._maat = QSize(breed, hoog)

    def availableSize(self) -> QSize:
        return self._maat


@pytest.mark.parametrize(("ruimte", "maat"), [((1280, 680), (1080, 616)), ((1920, 1040), (1080, 720))])
def test_it_fits_the_screen_on_which_it_opens(
    qtbot: QtBot,
    thema: Thema,
    monkeypatch: pytest.MonkeyPatch,
    rust: Callable[[], None],
    ruimte: tuple[int, int],
    maat: tuple[int, int],
) -> None:
    venster = QWidget()
    qtbot.addWidget(venster)
    monkeypatch.setattr(venster, "screen", lambda: _Scherm(*ruimte))
    toon_los(venster, thema, "ontgrendelen")
    (dialoog,) = venster.findChildren(QDialog)
    assert dialoog.size() == QSize(*maat)
    assert dialoog.minimumSizeHint().height() <= maat[1]
    dialoog.close()
