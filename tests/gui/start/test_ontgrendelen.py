"""The unlock screen: by keyboard, with everything that can be wrong with a vault, and light enough to be the first."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.kluis import OpenKluis
from desktop.services.poort import Poort
from desktop.vault.headerfile import read_header
from desktop.views.start import (
    HerstelScherm,
    NieuweKluis,
    OntgrendelScherm,
    TerugzetScherm,
    WachtScherm,
    WelkomScherm,
)
from desktop.views.theme import Thema
from desktop.views.work import Work
from tests.conftest import StepClock
from tests.gui.start.startkit import DIRECTEUR, ZIN

Toon = Callable[[QWidget], None]
Sluit = Callable[[OpenKluis], None]


@pytest.fixture
def scherm(thema: Thema, work: Work, poort: Poort, folder: Path, toon: Toon, qtbot: QtBot) -> OntgrendelScherm:
    scherm = OntgrendelScherm(thema, work, poort, folder, kies=lambda *_: Path("/elders/Kiem.kluis"))
    toon(scherm)
    qtbot.waitUntil(lambda: scherm.accounts.slot() is not None)
    return scherm


def _fout_scherm(thema: Thema, work: Work, poort: Poort, folder: Path, toon: Toon, qtbot: QtBot) -> OntgrendelScherm:
    scherm = OntgrendelScherm(thema, work, poort, folder)
    toon(scherm)
    qtbot.waitUntil(lambda: bool(scherm.banners.banners()))
    return scherm


def _banner(scherm: OntgrendelScherm) -> str:
    return scherm.banners.banners()[0].accessibleName()


def _probeer(qtbot: QtBot, scherm: OntgrendelScherm, zin: str) -> None:
    qtbot.keyClicks(scherm.wachtwoord.veld, zin)
    qtbot.keyClick(scherm.wachtwoord.veld, Qt.Key.Key_Return)


def test_typing_and_enter_opens(scherm: OntgrendelScherm, qtbot: QtBot, sluit: Sluit) -> None:
    assert QApplication.focusWidget() is scherm.wachtwoord.veld
    assert [k.text() for k in scherm.accounts.kaarten()] == ["Intern begeleider", "Directeur"]
    with qtbot.waitSignal(scherm.geopend) as open_:
        _probeer(qtbot, scherm, ZIN)
    sluit(open_.args[0])
    assert open_.args[0].actor.naam == "Noor Bakker"
    assert scherm.wachtwoord.tekst() == ""


def test_the_frame_of_the_passphrase_shows_the_focus(scherm: OntgrendelScherm) -> None:
    kader, veld = scherm.wachtwoord.kader, scherm.wachtwoord.veld
    assert veld.hasFocus() and kader.hasFocus()
    met = kader.grab(QRect(0, 0, 6, kader.height())).toImage()  # its edge, without the cursor
    scherm.knop.setFocus(Qt.FocusReason.TabFocusReason)
    assert kader.grab(QRect(0, 0, 6, kader.height())).toImage() != met


def test_a_hint_stands_above_the_passphrase(
    thema: Thema, work: Work, poort: Poort, folder: Path, toon: Toon, scherm: OntgrendelScherm
) -> None:
    assert scherm.wenk.isHidden()
    demo = OntgrendelScherm(thema, work, poort, folder, wenk="Dit is de demo.")
    toon(demo)
    assert demo.wenk.isVisible() and demo.wenk.text() == "Dit is de demo."


def test_another_account_is_chosen_with_the_arrows(scherm: OntgrendelScherm, qtbot: QtBot, sluit: Sluit) -> None:
    eerste = scherm.accounts.kaarten()[0]
    eerste.setFocus()
    qtbot.keyClick(eerste, Qt.Key.Key_Down)
    scherm.wachtwoord.setFocus()
    with qtbot.waitSignal(scherm.geopend) as open_:
        _probeer(qtbot, scherm, DIRECTEUR)
    sluit(open_.args[0])
    assert open_.args[0].actor.role == "directeur"


def test_back_from_the_passphrase_is_the_account_that_is_chosen(scherm: OntgrendelScherm, qtbot: QtBot) -> None:
    for nummer in (0, 1):
        gekozen = scherm.accounts.kaarten()[nummer]
        gekozen.setChecked(True)
        scherm.wachtwoord.setFocus()
        qtbot.keyClick(scherm.wachtwoord.veld, Qt.Key.Key_Backtab)
        assert QApplication.focusWidget() is gekozen


def test_enter_on_an_account_goes_to_its_passphrase(scherm: OntgrendelScherm, qtbot: QtBot) -> None:
    ander = scherm.accounts.kaarten()[1]
    ander.setFocus()
    qtbot.keyClick(ander, Qt.Key.Key_Return)
    assert ander.isChecked() and scherm.wachtwoord.veld.hasFocus()


@pytest.mark.parametrize("nummer", [0, 1])
def test_a_click_on_an_account_leads_to_its_passphrase(scherm: OntgrendelScherm, qtbot: QtBot, nummer: int) -> None:
    kaart = scherm.accounts.kaarten()[nummer]  # the first is chosen already
    qtbot.mouseClick(kaart, Qt.MouseButton.LeftButton)
    assert kaart.isChecked() and scherm.wachtwoord.veld.hasFocus()


def test_arrows_stay_among_the_accounts(scherm: OntgrendelScherm, qtbot: QtBot) -> None:
    eerste, ander = scherm.accounts.kaarten()
    eerste.setFocus()
    qtbot.keyClick(eerste, Qt.Key.Key_Down)
    assert ander.isChecked() and ander.hasFocus()


def test_wrong_passphrases_wait_longer_and_keep_the_focus(
    scherm: OntgrendelScherm, qtbot: QtBot, clock: StepClock, caplog: pytest.LogCaptureFixture, sluit: Sluit
) -> None:
    for poging in range(1, 5):
        _probeer(qtbot, scherm, "niet de goede")
        qtbot.waitUntil(lambda: bool(scherm.wachtwoord.fout()))
        assert scherm.wachtwoord.veld.hasFocus()
        assert scherm.wachtwoord.veld.selectedText() != ""
        assert scherm.knop.isEnabled() is (poging < 4)
    assert "Nog 2 seconden" in scherm.stand.text()
    assert len(caplog.records) == 4
    assert "niet de goede" not in caplog.text
    _probeer(qtbot, scherm, ZIN)
    assert not scherm._bezig  # Enter does nothing while one has to wait
    clock.step(seconds=1)
    scherm._tel_af()
    assert "Nog 1 seconde." in scherm.stand.text()
    clock.step(seconds=1)
    scherm._tel_af()
    assert scherm.knop.isEnabled()
    with qtbot.waitSignal(scherm.geopend) as open_:
        qtbot.keyClick(scherm.wachtwoord.veld, Qt.Key.Key_Return)
    sluit(open_.args[0])


def test_the_delay_outlives_the_screen(thema: Thema, work: Work, poort: Poort, folder: Path, qtbot: QtBot) -> None:
    for _ in range(5):
        poort.pogingen.fout()
    scherm = OntgrendelScherm(thema, work, poort, folder)
    qtbot.addWidget(scherm)
    assert poort.pogingen.wachten() == 4
    scherm._lees()
    qtbot.waitUntil(lambda: "Nog 4 seconden" in scherm.stand.text())
    assert not scherm.knop.isEnabled()


def test_empty_passphrase_is_asked_for(scherm: OntgrendelScherm, qtbot: QtBot) -> None:
    qtbot.keyClick(scherm.wachtwoord.veld, Qt.Key.Key_Return)
    assert scherm.wachtwoord.fout() == "Typ je wachtwoordzin."
    assert scherm.wachtwoord.kader.property("fout") is True
    qtbot.keyClick(scherm.wachtwoord.veld, Qt.Key.Key_A)
    assert scherm.wachtwoord.fout() == ""


def test_passphrase_can_be_shown(scherm: OntgrendelScherm, qtbot: QtBot) -> None:
    veld, knop = scherm.wachtwoord.veld, scherm.wachtwoord.toon
    assert veld.echoMode() == QLineEdit.EchoMode.Password
    knop.setFocus()
    qtbot.keyClick(knop, Qt.Key.Key_Return)
    assert veld.echoMode() == QLineEdit.EchoMode.Normal
    assert knop.accessibleName() == "Wachtwoordzin verbergen"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells the state of the key itself")
def test_caps_lock_is_seen_from_what_is_typed(scherm: OntgrendelScherm, qtbot: QtBot) -> None:
    veld, caps = scherm.wachtwoord.veld, scherm.wachtwoord.caps
    qtbot.keyClicks(veld, "a")
    assert caps.isHidden()
    qtbot.keyClick(veld, "A", Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(veld, Qt.Key.Key_1)
    assert caps.isHidden()  # a capital with Shift, and a figure that says nothing
    QTest.keyEvent(QTest.KeyAction.Click, veld, "B", Qt.KeyboardModifier.NoModifier)
    assert not caps.isHidden()
    qtbot.keyClicks(veld, "b")
    assert caps.isHidden()


def test_folder_that_is_gone_leads_to_another(
    thema: Thema, work: Work, poort: Poort, tmp_path: Path, toon: Toon, qtbot: QtBot
) -> None:
    scherm = OntgrendelScherm(thema, work, poort, tmp_path / "weg.kluis", kies=lambda *_: tmp_path / "er.kluis")
    toon(scherm)
    qtbot.waitUntil(lambda: bool(scherm.banners.banners()))
    assert "De map van deze kluis is er niet meer." in _banner(scherm)
    assert scherm.wachtwoord.isHidden()
    knop = scherm.banners.banners()[0].knop
    assert QApplication.focusWidget() is knop
    with qtbot.waitSignal(scherm.andere_kluis) as gekozen:
        qtbot.keyClick(knop, Qt.Key.Key_Return)
    assert gekozen.args == [tmp_path / "er.kluis"]


def test_damaged_header_is_read_from_the_previous_one(
    thema: Thema, work: Work, poort: Poort, folder: Path, toon: Toon, qtbot: QtBot, sluit: Sluit
) -> None:
    (folder / "kluis.hdr").write_bytes(b"\x00" * 40)
    scherm = _fout_scherm(thema, work, poort, folder, toon, qtbot)
    assert "De vorige versie wordt gebruikt" in _banner(scherm)
    with qtbot.waitSignal(scherm.geopend) as open_:
        _probeer(qtbot, scherm, ZIN)
    sluit(open_.args[0])


def test_damaged_headers_lead_to_the_backup(
    thema: Thema, work: Work, poort: Poort, folder: Path, toon: Toon, qtbot: QtBot
) -> None:
    for naam in ("kluis.hdr", "kluis.hdr.vorige"):
        (folder / naam).write_bytes(b"\x00" * 40)
    scherm = _fout_scherm(thema, work, poort, folder, toon, qtbot)
    knop = scherm.banners.banners()[0].knop
    assert knop is not None and knop.text() == "Reservekopie terugzetten"
    with qtbot.waitSignal(scherm.terugzetten):
        qtbot.keyClick(knop, Qt.Key.Key_Return)


def test_damaged_way_in_leads_to_the_recovery_sheet(scherm: OntgrendelScherm, qtbot: QtBot, folder: Path) -> None:
    # a role word that was changed: the passphrase is right, and the header is not what its writer left
    header = read_header(folder)
    anders = tuple(replace(slot, label="Directrice") if slot.label == "Directeur" else slot for slot in header.slots)
    (folder / "kluis.hdr").write_bytes(replace(header, slots=anders).to_bytes())
    scherm._lees()
    qtbot.waitUntil(lambda: [k.text() for k in scherm.accounts.kaarten()][1:] == ["Directrice"])
    _probeer(qtbot, scherm, ZIN)
    qtbot.waitUntil(lambda: bool(scherm.banners.banners()))
    knop = scherm.banners.banners()[0].knop
    assert knop is not None and knop.text() == "Herstelblad gebruiken"
    with qtbot.waitSignal(scherm.herstelblad):
        knop.click()
    assert scherm.knop.isEnabled()  # no wrong passphrase: no delay


def test_newer_format_touches_nothing(
    thema: Thema, work: Work, poort: Poort, folder: Path, toon: Toon, qtbot: QtBot
) -> None:
    kop = json.loads((folder / "kluis.hdr").read_text(encoding="utf-8"))
    kop[next(k for k in kop if "form" in k)] = 99
    (folder / "kluis.hdr").write_text(json.dumps(kop), encoding="utf-8")
    inhoud = {p.name: p.read_bytes() for p in folder.iterdir() if p.suffix != ".db"}
    scherm = _fout_scherm(thema, work, poort, folder, toon, qtbot)
    assert "nieuwere versie" in _banner(scherm)
    with qtbot.waitSignal(scherm.handleiding) as gevraagd:
        scherm.banners.banners()[0].knop.click()
    assert gevraagd.args == ["it-beheer"]
    assert inhoud == {p.name: p.read_bytes() for p in folder.iterdir() if p.suffix != ".db"}


def test_vault_in_use_names_the_holder_and_can_be_tried_again(
    scherm: OntgrendelScherm, qtbot: QtBot, poort: Poort, folder: Path, sluit: Sluit
) -> None:
    header, ingangen = poort.ingangen(folder)
    ander = poort.open(folder, header, ingangen[0].slot, poort.sleutel(header, ingangen[0].slot, ZIN))
    sluit(ander)
    _probeer(qtbot, scherm, ZIN)
    qtbot.waitUntil(lambda: bool(scherm.banners.banners()))
    assert "PC van de IB" in _banner(scherm)
    ander.sluit()
    with qtbot.waitSignal(scherm.geopend) as open_:
        scherm.banners.banners()[0].knop.click()
    sluit(open_.args[0])


def test_screen_that_left_while_opening_lets_the_vault_go(
    thema: Thema, work: Work, poort: Poort, folder: Path, qtbot: QtBot
) -> None:
    scherm = OntgrendelScherm(thema, work, poort, folder)
    scherm._lees()
    qtbot.waitUntil(lambda: scherm.accounts.slot() is not None)
    header, ingangen = poort.ingangen(folder)
    slot = ingangen[0].slot
    scherm._open(header, slot, poort.sleutel(header, slot, ZIN))
    scherm.deleteLater()
    QApplication.sendPostedEvents(scherm, QEvent.Type.DeferredDelete.value)
    qtbot.waitUntil(lambda: work.open == 0)
    poort.open(folder, header, ingangen[0].slot, poort.sleutel(header, ingangen[0].slot, ZIN)).sluit()


@pytest.mark.parametrize(
    ("woorden", "signaal"),
    [
        ("Wachtwoordzin vergeten", "herstelblad"),
        ("Nieuwe kluis", "nieuwe_kluis"),
        ("Reservekopie terugzetten", "terugzetten"),
        ("Andere kluis openen", "andere_kluis"),
        ("Handleiding", "handleiding"),
    ],
)
def test_ways_out(scherm: OntgrendelScherm, qtbot: QtBot, woorden: str, signaal: str) -> None:
    knop = next(w for w in scherm.wegen if w.text() == woorden)
    with qtbot.waitSignal(getattr(scherm, signaal)):
        qtbot.keyClick(knop, Qt.Key.Key_Return)


def test_f1_asks_for_the_manual(scherm: OntgrendelScherm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(scherm.handleiding) as gevraagd:
        qtbot.keyClick(scherm.wachtwoord.veld, Qt.Key.Key_F1)
    assert gevraagd.args == ["ontgrendelen"]


def test_welcome_offers_four_ways(thema: Thema, toon: Toon, qtbot: QtBot) -> None:
    scherm = WelkomScherm(thema, kies=lambda *_: Path("/elders/Kiem.kluis"))
    toon(scherm)
    assert QApplication.focusWidget() is scherm.kaarten[0]
    for kaart, signaal in zip(
        scherm.kaarten, (scherm.nieuwe_kluis, scherm.open_kluis, scherm.terugzetten, scherm.demo), strict=True
    ):
        with qtbot.waitSignal(signaal):
            qtbot.keyClick(kaart, Qt.Key.Key_Return)


def test_waiting_says_what_for(thema: Thema, toon: Toon) -> None:
    scherm = WachtScherm(thema, "De demoschool wordt klaargezet…")
    toon(scherm)
    assert any("demoschool" in w.accessibleName() for w in scherm.findChildren(QWidget))


class _Vensters(QObject):
    """Which windows were shown."""

    def __init__(self) -> None:
        super().__init__()
        self.gezien: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.gezien.append(type(watched).__name__)
        return False


def test_building_a_screen_shows_no_window(
    qapp: QApplication, qtbot: QtBot, thema: Thema, work: Work, poort: Poort, folder: Path
) -> None:
    """A part that is made visible before it has a parent flashes as a window of its own, and takes the focus."""
    vensters = _Vensters()
    qapp.installEventFilter(vensters)
    for scherm in (
        OntgrendelScherm(thema, work, poort, folder),
        WelkomScherm(thema),
        WachtScherm(thema, "Even wachten"),
        NieuweKluis(thema, work, poort),
        HerstelScherm(thema, work, poort, folder),
        TerugzetScherm(thema, work, poort),
    ):
        qtbot.addWidget(scherm)
    qapp.removeEventFilter(vensters)
    assert vensters.gezien == []
