"""The switch in the settings: off until asked for, a plain warning, and everything revoked at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from keyring.errors import KeyringLocked
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.errors import SchijfVol
from desktop.models.rechten import Rol
from desktop.views.instellingen.apparaat import AanzetVraag, ApparaatBlok
from desktop.views.instellingen.geheim import WachtwoordzinDeel
from tests.gui.instellingen.conftest import App
from tests.gui.start.startkit import ZIN
from tests.sleutelring import Sleutelring, in_plaats_van_het_systeem

Open = Callable[[Rol], App]


@pytest.fixture
def ring() -> Iterator[Sleutelring]:
    ring = Sleutelring()
    with in_plaats_van_het_systeem(ring):
        yield ring


def _antwoord(doen: bool, zinnen: Sequence[str] = (ZIN,)) -> list[str]:
    """Answer the next question with these passphrases, one after another, and note what it says."""
    gelezen: list[str] = []
    over = list(zinnen)

    def kies() -> None:
        vraag = QApplication.activeModalWidget()
        if vraag is None:
            return  # it was answered
        assert isinstance(vraag, AanzetVraag)
        if not vraag.doen.isEnabled() or QApplication.focusWidget() is not vraag.zin.veld:
            QTimer.singleShot(5, kies)  # the passphrase is being looked at, or the question is not in front yet
            return
        gelezen.append(vraag.zin.fout() or vraag.accessibleName())
        if doen and over:
            vraag.zin.zet_tekst(over.pop(0))
            QTest.keyClick(vraag.zin.veld, Qt.Key.Key_Return)
            QTimer.singleShot(5, kies)
        else:
            vraag.laten.click()

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


def test_the_passphrase_is_asked_again_and_a_wrong_one_opens_no_way_in(
    open_app: Open, qtbot: QtBot, ring: Sleutelring
) -> None:
    """Who passes an unlocked screen may not make a way in that stays when the owner is back."""
    app = open_app(Rol.IB)
    blok = _blok(app, qtbot)
    gelezen = _antwoord(True, ("", "niet de goede woorden"))
    qtbot.keyClick(blok.aan, Qt.Key.Key_Space)
    assert gelezen == ["Openen zonder wachtwoordzin?", "Typ je wachtwoordzin.", "Dit is niet je wachtwoordzin."]
    assert not blok.aan.isChecked()
    assert ring.bewaard == {} and ring.gevraagd == 0
    assert not app.poort.ingangen(app.folder)[0].of_kind("apparaat")
    gelezen = _antwoord(True, ("niet de goede woorden", ZIN))
    qtbot.keyClick(blok.aan, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(_banners(blok)) and blok.aan.isEnabled())
    assert blok.aan.isChecked() and len(app.poort.ingangen(app.folder)[0].of_kind("apparaat")) == 1


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
