"""The switch in the settings: off until asked for, a plain warning, and everything revoked at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from keyring.errors import KeyringLocked
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.errors import SchijfVol
from desktop.models.rechten import Rol
from desktop.views.instellingen.apparaat import ApparaatBlok
from desktop.views.instellingen.geheim import WachtwoordzinDeel
from desktop.views.widgets import Bevestiging
from tests.gui.instellingen.conftest import App
from tests.sleutelring import Sleutelring, in_plaats_van_het_systeem

Open = Callable[[Rol], App]


@pytest.fixture
def ring() -> Iterator[Sleutelring]:
    ring = Sleutelring()
    with in_plaats_van_het_systeem(ring):
        yield ring


def _antwoord(doen: bool) -> list[str]:
    """Answer the next question, and note what it says."""
    gelezen: list[str] = []

    def kies() -> None:
        dialoog = QApplication.activeModalWidget()
        assert isinstance(dialoog, Bevestiging)
        gelezen.append(dialoog.accessibleName() or dialoog.windowTitle())
        (dialoog.doen if doen else dialoog.laten).click()

    QTimer.singleShot(0, kies)
    return gelezen


def _blok(app: App, qtbot: QtBot) -> ApparaatBlok:
    app.ga("wachtwoordzin")
    deel = app.pagina.deel()
    assert isinstance(deel, WachtwoordzinDeel)
    qtbot.waitUntil(deel.apparaat.aan.isEnabled)
    return deel.apparaat


def _banners(blok: ApparaatBlok) -> list[str]:
    return [b.accessibleName() for b in blok._deel.banners.banners()]


def _zet_aan(blok: ApparaatBlok, qtbot: QtBot) -> None:
    gelezen = _antwoord(True)
    blok.aan.setFocus()
    qtbot.keyClick(blok.aan, Qt.Key.Key_Space)
    assert gelezen
    qtbot.waitUntil(lambda: bool(_banners(blok)) and blok.aan.isEnabled())


def test_off_on_by_keyboard_and_off_again(open_app: Open, qtbot: QtBot, ring: Sleutelring) -> None:
    app = open_app(Rol.LEERKRACHT)
    blok = _blok(app, qtbot)
    assert not blok.aan.isChecked()
    assert "Windows-account" in blok.aan.accessibleDescription()
    assert ring.gevraagd == 0
    _zet_aan(blok, qtbot)
    assert "zonder wachtwoordzin" in _banners(blok)[0]
    assert blok.aan.isChecked()
    assert blok.overal.isHidden()
    header, ingangen = app.poort.ingangen(app.folder)
    assert app.poort.apparaat(header, ingangen[2].slot) is not None
    assert app.poort.apparaat(header, ingangen[0].slot) is None
    assert [s.label for s in header.of_kind("apparaat")] == ["Deze computer (Leerkracht)"]
    qtbot.keyClick(blok.aan, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "alleen nog open met je wachtwoordzin" in "".join(_banners(blok)))
    qtbot.waitUntil(blok.aan.isEnabled)
    assert not blok.aan.isChecked()
    assert ring.bewaard == {}
    assert app.poort.apparaat(app.poort.ingangen(app.folder)[0], ingangen[2].slot) is None


def test_the_warning_can_be_heeded(open_app: Open, qtbot: QtBot, ring: Sleutelring) -> None:
    blok = _blok(open_app(Rol.IB), qtbot)
    _antwoord(False)
    qtbot.keyClick(blok.aan, Qt.Key.Key_Space)
    assert not blok.aan.isChecked()
    assert ring.bewaard == {}


def test_a_system_that_refuses_is_said_and_it_stays_off(open_app: Open, qtbot: QtBot, ring: Sleutelring) -> None:
    app = open_app(Rol.IB)
    blok = _blok(app, qtbot)
    ring.fout = KeyringLocked("intern")
    _zet_aan(blok, qtbot)
    assert "vergrendeld" in _banners(blok)[0]
    assert not blok.aan.isChecked()
    assert not app.poort.ingangen(app.folder)[0].of_kind("apparaat")


def test_a_full_disk_leaves_no_secret_behind(
    open_app: Open, qtbot: QtBot, ring: Sleutelring, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app(Rol.IB)
    blok = _blok(app, qtbot)

    def vol(*_: object, **__: object) -> None:
        raise SchijfVol("De schijf is vol.")

    monkeypatch.setattr("desktop.vault.atomic.write", vol)
    _zet_aan(blok, qtbot)
    monkeypatch.undo()
    assert "schijf is vol" in _banners(blok)[0]
    assert not blok.aan.isChecked()
    assert ring.bewaard == {}


def test_after_a_reset_all_is_revoked_with_one_button(open_app: Open, qtbot: QtBot, ring: Sleutelring) -> None:
    app = open_app(Rol.IB)
    blok = _blok(app, qtbot)
    _zet_aan(blok, qtbot)
    ring.bewaard.clear()
    app.ga("over")
    blok = _blok(app, qtbot)
    assert not blok.aan.isChecked()
    assert "bewaart geen sleutel" in blok.stand.text()
    assert blok.overal.isVisible()
    blok.overal.setFocus()
    qtbot.keyClick(blok.overal, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: blok.overal.isHidden() and blok.aan.isEnabled())
    assert blok.stand.isHidden()
    assert not app.poort.ingangen(app.folder)[0].of_kind("apparaat")


def test_another_computer_of_the_account_is_told_of(open_app: Open, qtbot: QtBot, ring: Sleutelring) -> None:
    app = open_app(Rol.IB)
    blok = _blok(app, qtbot)
    _zet_aan(blok, qtbot)
    ring.bewaard.clear()  # as on the other one
    app.ga("over")
    blok = _blok(app, qtbot)
    _zet_aan(blok, qtbot)
    assert blok.aan.isChecked()
    assert "nog 1 keer" in blok.stand.text()
    assert "geldt voor alle" in blok.stand.text()
