"""The two ways back: a forgotten passphrase with the recovery sheet, and a backup put back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.services.kluis import OpenKluis
from desktop.services.poort import Poort
from desktop.views.start import HerstelScherm, TerugzetScherm
from desktop.views.theme import Thema
from desktop.views.work import Work
from tests.gui.start.startkit import DIRECTEUR, ZIN, Gemaakt

Toon = Callable[[QWidget], None]
Sluit = Callable[[OpenKluis], None]
NIEUW = "zes nieuwe woorden samen"


def _open(poort: Poort, folder: Path, nummer: int, zin: str) -> OpenKluis:
    header, ingangen = poort.ingangen(folder)
    slot = ingangen[nummer].slot
    return poort.open(folder, header, slot, poort.sleutel(header, slot, zin))


@pytest.fixture
def herstel(thema: Thema, work: Work, poort: Poort, folder: Path, toon: Toon, qtbot: QtBot) -> HerstelScherm:
    scherm = HerstelScherm(thema, work, poort, folder)
    toon(scherm)
    qtbot.waitUntil(lambda: scherm.accounts.slot() is not None)
    return scherm


def _vul_code(qtbot: QtBot, scherm: HerstelScherm | TerugzetScherm, code: str) -> None:
    for regel, tekst in zip(scherm.code.regels, code.split("\n"), strict=True):
        assert regel.veld.hasFocus()
        qtbot.keyClicks(regel.veld, tekst.lower())
        if regel is not scherm.code.regels[-1]:
            qtbot.keyClick(regel.veld, Qt.Key.Key_Return)


def _vul_zin(scherm: HerstelScherm) -> None:
    scherm.zin.zin.zet_tekst(NIEUW)
    scherm.zin.nogmaals.zet_tekst(NIEUW)


def test_sheet_gives_an_account_a_new_passphrase(
    herstel: HerstelScherm, gemaakt: Gemaakt, qtbot: QtBot, poort: Poort, folder: Path, sluit: Sluit
) -> None:
    _vul_code(qtbot, herstel, gemaakt.code)
    herstel.accounts.kies(herstel.accounts.sleutels()[1])
    _vul_zin(herstel)
    with qtbot.waitSignal(herstel.geopend) as open_:
        qtbot.keyClick(herstel.zin.nogmaals.veld, Qt.Key.Key_Return)
    kluis = open_.args[0]
    sluit(kluis)
    assert kluis.actor.naam == "Sam de Wit"
    assert poort.diensten(kluis).beheer.logboek()[0].action == "hersteld_met_herstelblad"
    kluis.sluit()
    sluit(_open(poort, folder, 1, NIEUW))
    assert herstel.code.leeg()


def test_every_line_with_a_fault_is_named(herstel: HerstelScherm, gemaakt: Gemaakt, qtbot: QtBot) -> None:
    regels = gemaakt.code.split("\n")
    for n in (1, 3):
        regels[n] = ("0" if regels[n][0] != "0" else "1") + regels[n][1:]
    _vul_code(qtbot, herstel, "\n".join(regels))
    _vul_zin(herstel)
    herstel.knop.click()
    qtbot.waitUntil(lambda: bool(herstel.code.regels[1].fout()))
    assert [bool(regel.fout()) for regel in herstel.code.regels] == [False, True, False, True]
    assert herstel.code.regels[1].veld.hasFocus()


def test_whole_code_in_one_line_is_spread(herstel: HerstelScherm, gemaakt: Gemaakt) -> None:
    herstel.code.regels[0].zet_tekst(gemaakt.code.replace("\n", " "))
    assert herstel.code.code() == gemaakt.code


def test_code_of_another_vault(herstel: HerstelScherm, qtbot: QtBot) -> None:
    from desktop.vault.recovery import code_of

    herstel.code.regels[0].zet_tekst(code_of(bytes(32)).replace("\n", " "))
    _vul_zin(herstel)
    herstel.knop.click()
    qtbot.waitUntil(lambda: "oud blad" in herstel.code.regels[0].fout())
    assert herstel.knop.isEnabled()


def test_nothing_typed_is_said(herstel: HerstelScherm) -> None:
    herstel.knop.click()
    assert "alle vier" in herstel.code.regels[0].fout()


def test_vault_in_use_keeps_its_header(
    herstel: HerstelScherm, gemaakt: Gemaakt, qtbot: QtBot, poort: Poort, folder: Path, sluit: Sluit
) -> None:
    sluit(_open(poort, folder, 0, ZIN))
    voor = (folder / "kluis.hdr").read_bytes()
    herstel.code.regels[0].zet_tekst(gemaakt.code.replace("\n", " "))
    _vul_zin(herstel)
    herstel.knop.click()
    qtbot.waitUntil(lambda: bool(herstel.banners.banners()))
    assert "PC van de IB" in herstel.banners.banners()[0].zin
    assert (folder / "kluis.hdr").read_bytes() == voor


# -- putting a backup back


@pytest.fixture
def kopie(poort: Poort, folder: Path, tmp_path: Path) -> Path:
    kluis = _open(poort, folder, 0, ZIN)
    doel = tmp_path / "stick" / "maandag.kluisbackup"
    doel.parent.mkdir()
    try:
        poort.diensten(kluis).beheer.backup(doel, lambda: True)
    finally:
        kluis.sluit()
    return doel


@pytest.fixture
def terug(
    thema: Thema, work: Work, poort: Poort, kopie: Path, tmp_path: Path, toon: Toon, qtbot: QtBot
) -> TerugzetScherm:
    scherm = TerugzetScherm(thema, work, poort, kies=lambda *_: tmp_path, kies_bestand=lambda _: kopie)
    toon(scherm)
    scherm.bestand.knop.click()
    qtbot.waitUntil(lambda: bool(scherm.plek.tekst()))
    scherm.plek.knop.click()
    return scherm


def test_backup_is_put_back_with_a_passphrase(
    terug: TerugzetScherm, qtbot: QtBot, poort: Poort, tmp_path: Path, sluit: Sluit
) -> None:
    assert terug.plek.pad() == tmp_path / "maandag.kluis"
    gemaakt = datetime(2026, 3, 2, 8, tzinfo=UTC).astimezone()  # shown in the zone of the computer
    assert f"Gemaakt op {gemaakt:%d-%m-%Y om %H:%M}" in terug.gemaakt.text()
    assert [k.text() for k in terug.accounts.kaarten()] == ["Intern begeleider", "Directeur"]
    terug.accounts.kies(terug.accounts.sleutels()[1])
    terug.wachtwoord.setFocus()
    qtbot.keyClicks(terug.wachtwoord.veld, DIRECTEUR)
    with qtbot.waitSignal(terug.teruggezet) as klaar:
        qtbot.keyClick(terug.wachtwoord.veld, Qt.Key.Key_Return)
    assert klaar.args == [tmp_path / "maandag.kluis"]
    sluit(_open(poort, tmp_path / "maandag.kluis", 0, ZIN))


def test_backup_is_put_back_with_the_sheet(
    terug: TerugzetScherm, gemaakt: Gemaakt, qtbot: QtBot, poort: Poort, tmp_path: Path, sluit: Sluit
) -> None:
    terug.manier.kies("blad")
    assert terug.wachtwoord.isHidden()
    terug.code.setFocus()
    _vul_code(qtbot, terug, gemaakt.code)
    with qtbot.waitSignal(terug.teruggezet):
        terug.knop.click()
    sluit(_open(poort, tmp_path / "maandag.kluis", 1, DIRECTEUR))


def test_wrong_passphrase_puts_nothing_back(terug: TerugzetScherm, qtbot: QtBot, tmp_path: Path) -> None:
    terug.wachtwoord.zet_tekst("niet de goede zin")
    terug.knop.click()
    qtbot.waitUntil(lambda: "klopt niet" in terug.wachtwoord.fout())
    assert not (tmp_path / "maandag.kluis").exists()
    assert terug.bezig is None and terug.knop.isEnabled()


def test_mistyped_line_of_the_sheet(terug: TerugzetScherm, gemaakt: Gemaakt, qtbot: QtBot) -> None:
    terug.manier.kies("blad")
    regels = gemaakt.code.split("\n")
    regels[2] = regels[2][:-1]
    for regel, tekst in zip(terug.code.regels, regels, strict=True):
        regel.zet_tekst(tekst)
    terug.knop.click()
    qtbot.waitUntil(lambda: bool(terug.code.regels[2].fout()))


def test_file_that_is_no_backup(terug: TerugzetScherm, qtbot: QtBot, tmp_path: Path) -> None:
    vreemd = tmp_path / "foto.jpg"
    vreemd.write_bytes(b"\xff\xd8 niet van ons")
    terug.bestand.zet_tekst(str(vreemd))
    qtbot.waitUntil(lambda: "geen" in terug.bestand.fout())
    terug.knop.click()
    assert terug.bestand.veld.hasFocus()
    assert terug._open.isHidden()


def test_folder_that_exists_is_left_alone(terug: TerugzetScherm, qtbot: QtBot, folder: Path) -> None:
    terug.plek.zet_tekst(str(folder))
    terug.wachtwoord.zet_tekst(ZIN)
    terug.knop.click()
    qtbot.waitUntil(lambda: bool(terug.banners.banners()))
    assert "al een map" in terug.banners.banners()[0].zin


def test_cancelling_puts_nothing_back(
    terug: TerugzetScherm, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.views.start import voortgang

    monkeypatch.setattr(voortgang.Voortgang, "meld", lambda self, gedaan, totaal: False)
    terug.wachtwoord.zet_tekst(ZIN)
    terug.knop.click()
    qtbot.waitUntil(lambda: bool(terug.banners.banners()))
    assert "Afgebroken" in terug.banners.banners()[0].zin
    assert not (tmp_path / "maandag.kluis").exists()


def test_progress_reaches_the_screen_and_stop_reaches_the_lane(qtbot: QtBot) -> None:
    from desktop.views.start.voortgang import Voortgang

    voortgang = Voortgang()
    gezien: list[tuple[int, int]] = []
    voortgang.stand.connect(lambda *stand: gezien.append(stand))
    assert all(voortgang.meld(n, 6_000_000_000) for n in (0, 1, 3_000_000_000))
    assert gezien == [(0, 100), (50, 100)]
    voortgang.breek_af()
    assert not voortgang.meld(6_000_000_000, 6_000_000_000)
