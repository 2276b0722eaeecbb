"""Backup, checking, look, audit and about, on the settings page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.models.opslag import Finding, Report
from desktop.models.rechten import Actie, Rol
from desktop.services.logboek import in_woorden
from desktop.views.instellingen.logboek import LogboekDeel
from desktop.views.instellingen.over import OverDeel
from desktop.views.instellingen.veiligheid import ControleDeel, ReservekopieDeel
from desktop.views.instellingen.weergave import WeergaveDeel
from desktop.views.start.voortgang import Voortgang
from desktop.views.widgets import RIJ
from tests.conftest import StepClock
from tests.gui.instellingen.conftest import App, Open, banners


def _kopie(app: App, qtbot: QtBot) -> ReservekopieDeel:
    app.ga("reservekopie")
    deel = app.pagina.deel()
    assert isinstance(deel, ReservekopieDeel)
    qtbot.waitUntil(lambda: bool(deel.laatste.text()))
    return deel


def test_backup_gives_a_receipt_and_lets_saves_through(
    open_app: Open, qtbot: QtBot, clock: StepClock, tmp_path: Path
) -> None:
    app = open_app(Rol.IB)
    deel = _kopie(app, qtbot)
    assert "nog geen reservekopie" in deel.laatste.text()
    qtbot.keyClick(deel.knop, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not deel.bon.isHidden())
    assert (tmp_path / "Vangnet 2026-03-02.kluisbackup").is_file()
    assert app.wachtenden  # between the steps
    assert "gelukt" in banners(deel)[0]
    qtbot.waitUntil(lambda: "vandaag" in deel.laatste.text())
    assert deel.stand.accessibleName() == "Op tijd"
    clock.step(days=8)
    deel.toon()
    qtbot.waitUntil(lambda: deel.stand.accessibleName() == "Ouder dan een week")
    assert "8 dagen geleden" in deel.laatste.text()


def test_backup_that_is_stopped_leaves_nothing(
    open_app: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Voortgang, "meld", lambda self, gedaan, totaal: False)
    deel = _kopie(open_app(Rol.IB), qtbot)
    deel.knop.click()
    qtbot.waitUntil(lambda: bool(banners(deel)))
    assert "Afgebroken" in banners(deel)[0]
    assert deel.bezig is None and deel.knop.isEnabled() and deel.bon.isHidden()
    assert not list(tmp_path.glob("*.kluisbackup*"))


def test_backup_to_a_place_that_is_gone_is_said(open_app: Open, qtbot: QtBot, tmp_path: Path) -> None:
    deel = _kopie(open_app(Rol.IB), qtbot)
    weg = tmp_path / "stick" / "kopie.kluisbackup"
    object.__setattr__(deel.o, "kies_doel", lambda *_: weg)
    deel.knop.click()
    qtbot.waitUntil(lambda: bool(banners(deel)))
    assert "stick aangesloten" in banners(deel)[0]


def test_sound_vault_is_called_sound(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.LEERKRACHT)
    app.ga("controle")
    deel = app.pagina.deel()
    assert isinstance(deel, ControleDeel)
    deel.knop.click()
    qtbot.waitUntil(lambda: bool(banners(deel)))
    assert "De kluis klopt." in banners(deel)[0]
    assert "Accounts: 3" in banners(deel)[0]


def test_findings_are_shown_in_words(open_app: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(Rol.IB)
    app.ga("controle")
    deel = app.pagina.deel()
    assert isinstance(deel, ControleDeel)
    rapport = Report({"stukken": 1200}, (Finding("bijlage", "Een bijlage is beschadigd of onvolledig."),), bytes(32))
    monkeypatch.setattr(type(app.diensten.beheer), "controleer", lambda self, voortgang: rapport)
    deel.knop.click()
    qtbot.waitUntil(lambda: not deel.uitslag.isHidden())
    teksten = " ".join(w.text() for w in deel.uitslag.findChildren(type(deel.uitslag.inhoud.itemAt(0).widget())))
    assert "Wat er is gevonden" in teksten
    assert any("Er klopt iets niet" in b for b in banners(deel))


# -- look, audit, about


def test_look_and_idle_time_apply_at_once(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.LEERKRACHT)
    app.ga("weergave")
    deel = app.pagina.deel()
    assert isinstance(deel, WeergaveDeel)
    assert deel.uiterlijk.keuze() == "licht" and deel.minuten.value() == 15
    kaart = deel.uiterlijk.kaarten()[1]
    kaart.setFocus()
    qtbot.keyClick(kaart, Qt.Key.Key_Down)
    assert app.thema_gekozen == ["donker"]
    deel.minuten.setFocus()
    qtbot.keyClick(deel.minuten, Qt.Key.Key_Up)
    deel.minder.click()
    assert app.minuten == [16, 15]
    deel.minuten.setValue(1)
    assert deel.minuten.text() == "1 minuut"
    qtbot.keyClick(deel.minuten, Qt.Key.Key_Up)
    assert deel.minuten.text() == "2 minuten"


def test_shared_screens_can_be_chosen_where_the_system_can(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.LEERKRACHT)
    app.ga("weergave")
    deel = app.pagina.deel()
    assert isinstance(deel, WeergaveDeel)
    # this page was told that the system cannot
    assert not deel.verberg.isEnabled() and not deel.verberg.isChecked()
    assert "Windows" in deel.verberg.accessibleDescription()
    gezet: list[bool] = []
    kan = WeergaveDeel(replace(app.pagina.deel().o, zet_verberg=gezet.append))
    qtbot.addWidget(kan)
    kan.show()
    assert kan.verberg.isEnabled() and kan.verberg.isChecked()
    kan.verberg.setFocus()
    qtbot.keyClick(kan.verberg, Qt.Key.Key_Space)
    qtbot.keyClick(kan.verberg, Qt.Key.Key_Space)
    assert gezet == [False, True]


def test_audit_shows_who_did_what(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.DIRECTEUR)
    app.ga("logboek")
    deel = app.pagina.deel()
    assert isinstance(deel, LogboekDeel)
    qtbot.waitUntil(lambda: deel.model.rowCount() > 0)
    qtbot.waitUntil(lambda: deel.model.index(0).data(RIJ) is not None)
    rijen = [deel.model.index(n).data(RIJ) for n in range(deel.model.rowCount())]
    assert rijen[0].titel == "Sam de Wit: kluis geopend"
    assert any(r.titel == "Noor Bakker: account toegevoegd" and "Elif Yılmaz" in r.regel for r in rijen)
    assert any("OBS De Vlieger" in r.regel for r in rijen)
    app.ga("over")
    assert deel.model.rowCount() == 0


def test_audit_comes_by_the_page_and_holds_its_places(open_app: Open) -> None:
    logboek = open_app(Rol.DIRECTEUR).diensten.logboek
    totaal = logboek.aantal()
    alles = logboek.blad(totaal, totaal)
    assert len(alles) == totaal > 4
    assert [*logboek.blad(totaal, 2), *logboek.blad(totaal - 2, totaal)] == list(alles)


def test_audit_is_refused_by_the_service_too(open_app: Open) -> None:
    from desktop.models.errors import Geweigerd

    logboek = open_app(Rol.IB).diensten.logboek
    for vraag in (logboek.aantal, lambda: logboek.blad(5, 5)):
        with pytest.raises(Geweigerd):
            vraag()


def test_actions_are_in_words() -> None:
    assert in_woorden("bekeken_achteraf") == "Bekeken (later genoteerd)"
    assert in_woorden("iets_van_later") == "Iets van later"
    assert Actie.LOGBOEK_ZIEN.label  # the reason that is shown completes a sentence with it


def test_about_names_version_and_licences(open_app: Open, qtbot: QtBot) -> None:
    app = open_app(Rol.LEERKRACHT)
    app.ga("over")
    deel = app.pagina.deel()
    assert isinstance(deel, OverDeel)
    qtbot.waitUntil(lambda: "LGPL" in deel.tekst.toPlainText())
    assert deel.versie.text().startswith("Vangnet")


def test_no_dialog_is_left_open() -> None:
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
