"""The settings, part by part, on a real vault."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.models.rechten import Rol
from desktop.models.school import Schoolprofiel
from desktop.vault.crypto import WrongSecret
from desktop.views.forms.voet import FormVoet
from desktop.views.instellingen.accounts import AccountsDeel
from desktop.views.instellingen.geheim import HerstelbladDeel, WachtwoordzinDeel
from desktop.views.instellingen.over import OverDeel
from desktop.views.instellingen.pagina import DELEN
from desktop.views.instellingen.school import SchoolDeel
from desktop.views.navigatie import Plek
from desktop.views.widgets import Bladvlak, IcoonLabel, LeegStaat
from tests.gui.instellingen.conftest import NIEUW, App, Open, antwoord, banners
from tests.gui.start.startkit import ZIN


def test_every_part_opens_by_keyboard(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.DIRECTEUR)
    app.ga("")
    assert isinstance(app.pagina.deel(), SchoolDeel)
    for soort in DELEN:
        knop = app.pagina.knoppen[soort.sleutel]
        assert knop.reden == ""
        qtbot.keyClick(knop, Qt.Key.Key_Return)
        assert type(app.pagina.deel()) is soort
        assert app.pagina.handleiding == soort.handleiding
        assert knop.hier


def test_arrows_go_along_the_parts(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.DIRECTEUR)
    app.ga("school")
    app.pagina.knoppen["school"].setFocus()
    qtbot.keyClick(app.pagina.knoppen["school"], Qt.Key.Key_Down)
    assert app.pagina.knoppen["plan"].hasFocus()


def test_a_role_is_told_why_not_and_whom_to_ask(open_app: Open) -> None:
    app = open_app(Rol.LEERKRACHT)
    app.ga("")
    assert isinstance(app.pagina.deel(), WachtwoordzinDeel)  # the first that a teacher may see
    knop = app.pagina.knoppen["accounts"]
    assert "Vraag het de intern begeleider of directeur" in knop.accessibleDescription()
    app.ga("accounts")
    assert app.pagina.deel() is None
    assert app.pagina.findChild(LeegStaat) is not None
    verboden = {sleutel for sleutel, k in app.pagina.knoppen.items() if k.reden}
    assert verboden == {"school", "accounts", "herstelblad", "reservekopie", "logboek"}


def test_ib_sees_all_but_the_audit(open_app: Open) -> None:
    app = open_app(Rol.IB)
    assert [s for s, k in app.pagina.knoppen.items() if k.reden] == ["logboek"]


# -- school


def _school(app: App, qtbot: QtBot) -> SchoolDeel:
    app.ga("school")
    deel = app.pagina.deel()
    assert isinstance(deel, SchoolDeel)
    qtbot.waitUntil(lambda: deel.formulier.values().get("naam") == "OBS De Vlieger")
    return deel


def _typ_in(deel: SchoolDeel, qtbot: QtBot, veld: str, tekst: str) -> None:
    deel.formulier.focus_veld(veld)
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(widget, tekst)


def _naam(app: App) -> str:
    waarde = app.diensten.beheer.school().value
    assert isinstance(waarde, Schoolprofiel)
    return waarde.naam


def test_school_is_stored_with_ctrl_s(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.IB)
    deel = _school(app, qtbot)
    _typ_in(deel, qtbot, "naam", "OBS De Wolk")
    assert deel._vuil
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not deel._vuil)
    assert _naam(app) == "OBS De Wolk"


def test_wrong_brin_is_shown_at_its_field(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.IB)
    deel = _school(app, qtbot)
    _typ_in(deel, qtbot, "brin", "A0")
    deel.bewaar()
    veld = deel.formulier.veld("brin")
    assert veld is not None
    qtbot.waitUntil(veld.heeft_probleem)
    assert deel._vuil
    assert "BRIN" in deel.voet.stand.text()


@pytest.mark.parametrize("weggooien", [True, False])
def test_unsaved_profile_is_asked_about(open_app: Open, qtbot: QtBot, weggooien: bool) -> None:
    app = open_app(Rol.IB)
    deel = _school(app, qtbot)
    _typ_in(deel, qtbot, "naam", "OBS De Wolk")
    antwoord(weggooien)
    app.pagina.knoppen["over"].click()
    assert isinstance(app.pagina.deel(), OverDeel if weggooien else SchoolDeel)
    assert app.pagina.knoppen["over" if weggooien else "school"].hier
    assert _naam(app) == "OBS De Vlieger"


def test_lock_stores_what_can_be_stored(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.IB)
    deel = _school(app, qtbot)
    _typ_in(deel, qtbot, "naam", "OBS De Wolk")
    app.pagina.berg_op()
    assert _naam(app) == "OBS De Wolk"


# -- accounts


def _accounts(app: App, qtbot: QtBot) -> AccountsDeel:
    app.ga("accounts")
    deel = app.pagina.deel()
    assert isinstance(deel, AccountsDeel)
    qtbot.waitUntil(lambda: len(deel.rijen) == 3)
    return deel


def test_account_is_added_and_opens_the_vault(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.IB)
    deel = _accounts(app, qtbot)
    qtbot.keyClick(deel.nieuw, Qt.Key.Key_Return)
    assert deel.veld_naam.veld.hasFocus()
    deel._voeg_toe()
    assert deel.veld_naam.fout() == "Vul de naam in."
    qtbot.keyClicks(deel.veld_naam.veld, "Priya de Boer")
    deel.rol.kies(Rol.LEERKRACHT)
    deel._voeg_toe()
    assert "minstens 14 tekens" in deel.zin.zin.fout()
    deel.zin.zin.zet_tekst(NIEUW)
    deel.zin.nogmaals.zet_tekst(NIEUW)
    qtbot.keyClick(deel.zin.nogmaals.veld, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(deel.rijen) == 4)
    assert deel.zin.tekst() == "" and deel.formulier.isHidden()
    assert "Priya de Boer" in banners(deel)[0] and deel.nieuw.hasFocus()
    header, ingangen = app.poort.ingangen(app.folder)
    assert ingangen[-1].label == "Leerkracht (2)"
    app.poort.sleutel(header, ingangen[-1].slot, NIEUW)


def test_account_is_closed_after_a_question(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.IB)
    deel = _accounts(app, qtbot)
    sam = next(r for r in deel.rijen if r.account.name == "Sam de Wit")
    assert sam.sluit is not None
    antwoord(False)
    sam.sluit.click()
    assert all(a.active for a in app.diensten.beheer.accounts())
    antwoord(True)
    sam.sluit.click()
    qtbot.waitUntil(lambda: any(not r.account.active for r in deel.rijen))
    assert [r.account.name for r in deel.rijen if not r.account.active] == ["Sam de Wit"]
    assert len(app.poort.ingangen(app.folder)[1]) == 2


def test_own_account_has_no_button(open_app: Open, qtbot: QtBot) -> None:
    deel = _accounts(open_app(Rol.IB), qtbot)
    assert [r.account.name for r in deel.rijen if r.sluit is None] == ["Noor Bakker"]


def test_half_typed_passphrase_goes_when_one_leaves(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.IB)
    deel = _accounts(app, qtbot)
    deel._begin()
    deel.zin.zin.zet_tekst(NIEUW)
    app.ga("over")
    assert deel.zin.tekst() == ""


# -- passphrase


def _zin(app: App) -> WachtwoordzinDeel:
    app.ga("wachtwoordzin")
    deel = app.pagina.deel()
    assert isinstance(deel, WachtwoordzinDeel)
    return deel


def test_passphrase_is_changed_by_keyboard(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.LEERKRACHT)
    deel = _zin(app)
    for tekst in (ZIN, NIEUW, NIEUW):
        veld = QApplication.focusWidget()
        assert veld is not None
        qtbot.keyClicks(veld, tekst)
        qtbot.keyClick(veld, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(banners(deel)))
    assert "is gewijzigd" in banners(deel)[0]
    assert deel.oud.tekst() == deel.nieuw.tekst() == ""
    header, ingangen = app.poort.ingangen(app.folder)
    app.poort.sleutel(header, ingangen[2].slot, NIEUW)
    with pytest.raises(WrongSecret):
        app.poort.sleutel(header, ingangen[2].slot, ZIN)


def test_old_passphrase_must_be_right(open_app: Open, qtbot: QtBot) -> None:
    deel = _zin(open_app(Rol.IB))
    deel._wijzig()
    assert deel.oud.fout() == "Typ je wachtwoordzin van nu."
    deel.oud.zet_tekst("niet de goede zin")
    deel.nieuw.zin.zet_tekst(NIEUW)
    deel.nieuw.nogmaals.zet_tekst(NIEUW)
    deel.knop.click()
    qtbot.waitUntil(lambda: "niet je wachtwoordzin" in deel.oud.fout())
    assert deel.nieuw.tekst() == NIEUW  # nothing typed is lost


# -- recovery sheet


def test_new_sheet_replaces_the_old_one(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.IB)
    app.ga("herstelblad")
    deel = app.pagina.deel()
    assert isinstance(deel, HerstelbladDeel)
    qtbot.waitUntil(lambda: deel.stand.accessibleName() == "Bevestigd")
    antwoord(True)
    deel.knop.click()
    qtbot.waitUntil(lambda: bool(deel.blok.code._regels))
    assert deel.stand.accessibleName() == "Nog niet overgetypt"
    assert not app.diensten.beheer.herstel_bevestigd()
    regels = deel.blok.code._regels
    deel.blok.afdrukken.click()
    assert app.gedrukt == ["Herstelblad"]
    deel.blok.verder.click()
    nummer = int(deel.blok.getypt.label.text().split()[2])
    qtbot.keyClicks(deel.blok.getypt.veld, regels[nummer - 1])
    qtbot.keyClick(deel.blok.getypt.veld, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: deel.stand.accessibleName() == "Bevestigd")
    assert deel.window().focusWidget() is deel.knop


def test_code_is_gone_when_one_leaves(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.IB)
    app.ga("herstelblad")
    deel = app.pagina.deel()
    assert isinstance(deel, HerstelbladDeel)
    deel.blok.begin()
    qtbot.waitUntil(lambda: bool(deel.blok.code._regels))
    app.pagina.hide()
    assert deel.blok.code._regels == () and deel.blok._blad is None


# -- backup and check


def test_no_dialog_is_left_open() -> None:
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def test_a_screen_reader_calls_the_parts_buttons_and_says_where_one_is(open_app: Open) -> None:
    app = open_app(Rol.LEERKRACHT)
    app.ga("over")
    for sleutel, knop in app.pagina.knoppen.items():
        gelezen = QAccessible.queryAccessibleInterface(knop)
        assert gelezen.role() == QAccessible.Role.Button  # not a check box
        assert gelezen.text(QAccessible.Text.Name) == knop.text()
        assert not gelezen.state().checkable
        hier = "Je bent hier" if sleutel == "over" else ""
        assert gelezen.text(QAccessible.Text.Description) == (knop.reden or hier)
    assert any(knop.reden for knop in app.pagina.knoppen.values())
    app.ga("accounts")
    assert app.pagina.knoppen["over"].accessibleDescription() == ""
    assert app.pagina.knoppen["accounts"].accessibleDescription().startswith("Je bent hier. ")


@pytest.mark.parametrize("breed", [900, 1192, 1800])
def test_the_footer_of_the_profile_stands_in_line_with_its_form(open_app: Open, breed: int) -> None:
    app = open_app(Rol.DIRECTEUR)
    app.pagina.resize(breed, 616)
    app.ga("school")
    deel = app.pagina.deel()
    assert isinstance(deel, SchoolDeel)
    QApplication.processEvents()
    voet, formulier = deel.voet, deel.formulier
    begin = min(w.mapTo(deel, QPoint()).x() for w in voet.findChildren(IcoonLabel) if w.isVisible())
    assert begin == formulier.mapTo(deel, QPoint()).x()
    eind = voet.hoofdknop.mapTo(deel, QPoint(voet.hoofdknop.width(), 0)).x()
    balk = deel.blad.verticalScrollBar()
    over = eind - formulier.mapTo(deel, QPoint(formulier.width(), 0)).x()
    assert 0 <= over <= (balk.width() if balk.isVisible() else 0)


@pytest.mark.parametrize("sleutel", [soort.sleutel for soort in DELEN])
def test_nothing_is_cut_in_a_narrow_window(open_app: Open, sleutel: str) -> None:
    """At 200% on a screen of 1280 wide the page is 552 wide."""
    app = open_app(Rol.DIRECTEUR)
    app.pagina.resize(552, 400)
    app.ga(sleutel)
    deel = app.pagina.deel()
    assert deel is not None and app.pagina._lijst.isHidden()
    for voet in deel.findChildren(FormVoet):
        voet.zet_zin("Laatst bewaard op 25 november 2026 om 12:38 door Marijke van den Voorbeeld")
    for _ in range(3):  # a text that changes asks for its room in a next round
        QApplication.processEvents()
    assert deel.minimumSizeHint().width() <= deel.width()
    for vlak in deel.findChildren(Bladvlak):
        assert vlak.vlak.width() <= vlak.viewport().width()
    for voet in deel.findChildren(FormVoet):
        for tekst in voet.findChildren(QLabel):
            assert not tekst.isVisible() or tekst.width() >= tekst.sizeHint().width(), tekst.text()


def test_in_a_narrow_window_one_chooses_the_part_above_it(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.DIRECTEUR)
    app.ga("accounts")
    app.pagina.knoppen["accounts"].setFocus()
    assert app.pagina.keuze.isHidden()
    app.pagina.resize(552, 400)
    keuze = app.pagina.keuze
    assert keuze.isVisible() and keuze.hasFocus() and keuze.currentText() == "Accounts"
    qtbot.keyClick(keuze, Qt.Key.Key_End)
    assert app.navigator.huidige == Plek("instellingen", extra="over") and isinstance(app.pagina.deel(), OverDeel)
    assert [keuze.itemText(n) for n in range(keuze.count())] == [soort.naam for soort in DELEN]
    app.pagina.resize(1200, 760)
    assert keuze.isHidden() and app.pagina.knoppen["over"].hasFocus()


def test_no_field_of_the_profile_is_cut(open_app: Open, qtbot: QtBot) -> None:
    """The terms at its end made it longer than the page: then each part must get the height that its text needs."""
    app = open_app(Rol.DIRECTEUR)
    formulier = _school(app, qtbot).formulier
    assert formulier.veld("termijn_vt_besluit") is not None
    qtbot.waitUntil(lambda: formulier.height() >= formulier.heightForWidth(formulier.width()) > 0)
