"""A new vault from an empty screen to a confirmed recovery sheet, by keyboard; and setups that were cut off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.school import Schoolprofiel
from desktop.services.beheer import Beheer
from desktop.services.kluis import OpenKluis
from desktop.services.poort import Poort
from desktop.views.start import HerstelbladStap, NieuweKluis
from desktop.views.theme import Thema
from desktop.views.work import Work
from tests.gui.start.startkit import ZIN

Toon = Callable[[QWidget], None]
Sluit = Callable[[OpenKluis], None]


@pytest.fixture
def scherm(thema: Thema, work: Work, poort: Poort, tmp_path: Path, toon: Toon) -> NieuweKluis:
    scherm = NieuweKluis(thema, work, poort, kies=lambda *_: tmp_path)
    toon(scherm)
    return scherm


def _typ(qtbot: QtBot, tekst: str, enter: bool = True) -> None:
    veld = QApplication.focusWidget()
    assert veld is not None
    qtbot.keyClicks(veld, tekst)
    if enter:
        qtbot.keyClick(veld, Qt.Key.Key_Return)


def _stap(qtbot: QtBot, scherm: NieuweKluis, stap: int) -> None:
    qtbot.waitUntil(lambda: scherm.stap == stap)


def _tot_zin(qtbot: QtBot, scherm: NieuweKluis, folder: Path) -> None:
    _typ(qtbot, "OBS De Vlieger")
    _stap(qtbot, scherm, 1)
    _typ(qtbot, "Noor Bakker")
    _stap(qtbot, scherm, 2)
    scherm.plek.plek.zet_tekst(str(folder))
    scherm.verder()
    _stap(qtbot, scherm, 3)


def test_whole_way_by_keyboard(scherm: NieuweKluis, qtbot: QtBot, poort: Poort, tmp_path: Path, sluit: Sluit) -> None:
    folder = tmp_path / "Vlieger.kluis"
    _tot_zin(qtbot, scherm, folder)
    assert scherm.knop_verder.text() == "Kluis maken"
    _typ(qtbot, ZIN)  # Enter goes to the second field
    with qtbot.waitSignal(scherm.klaar) as klaar:
        _typ(qtbot, ZIN)
    kluis = klaar.args[0]
    sluit(kluis)
    beheer = poort.diensten(kluis).beheer
    school = beheer.school().value
    assert isinstance(school, Schoolprofiel) and school.naam == "OBS De Vlieger"
    assert [(a.name, a.role) for a in beheer.accounts()] == [("Noor Bakker", "ib")]
    assert not beheer.herstel_bevestigd()
    assert scherm.zin.nieuw.tekst() == ""
    assert ZIN not in scherm._stappen.accessibleDescription()


def test_the_wordmark_beside_the_steps_is_light_on_the_dark_ground(scherm: NieuweKluis, thema: Thema) -> None:
    """Written in the letters' own colour it cannot be read on the coloured ground."""
    assert scherm.paneel.palette().windowText().color() == thema.kleur("op_rail")


def test_brin_is_judged_while_typing(scherm: NieuweKluis, qtbot: QtBot) -> None:
    brin = scherm.school.velden["brin"]
    brin.setFocus()
    _typ(qtbot, "A012", enter=False)
    qtbot.waitUntil(lambda: "twee cijfers en twee letters" in brin.fout())
    assert scherm.school.velden["naam"].fout() == ""  # what is still empty is not complained about yet
    scherm.verder()
    qtbot.waitUntil(lambda: bool(scherm.school.velden["naam"].fout()))
    assert QApplication.focusWidget() is scherm.school.velden["naam"].veld
    assert scherm.stap == 0


def test_name_of_the_account_is_needed(scherm: NieuweKluis, qtbot: QtBot) -> None:
    _typ(qtbot, "OBS De Vlieger")
    _stap(qtbot, scherm, 1)
    scherm.verder()
    assert scherm.jij.naam.fout() == "Vul je naam in."
    assert scherm.stap == 1


def test_director_can_be_chosen_with_the_arrows(scherm: NieuweKluis, qtbot: QtBot) -> None:
    _typ(qtbot, "OBS De Vlieger")
    _stap(qtbot, scherm, 1)
    kaart = scherm.jij.rol.kaarten()[0]
    kaart.setFocus()
    qtbot.keyClick(kaart, Qt.Key.Key_Down)
    assert scherm.jij.rolnaam() == "directeur"


def test_enter_on_a_role_chooses_it_and_goes_on(scherm: NieuweKluis, qtbot: QtBot) -> None:
    _typ(qtbot, "OBS De Vlieger")
    _stap(qtbot, scherm, 1)
    _typ(qtbot, "Noor", enter=False)
    kaart = scherm.jij.rol.kaarten()[1]
    kaart.setFocus()
    qtbot.keyClick(kaart, Qt.Key.Key_Return)
    _stap(qtbot, scherm, 2)
    assert scherm.jij.rolnaam() == "directeur"


def test_who_comes_for_a_vault_of_complaints_finds_role_and_folder_filled_in(
    thema: Thema, work: Work, poort: Poort, tmp_path: Path, toon: Toon, qtbot: QtBot, sluit: Sluit,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("desktop.views.start.nieuw.documenten", lambda: tmp_path)
    scherm = NieuweKluis(thema, work, poort, rol="vertrouwenspersoon")
    toon(scherm)
    _typ(qtbot, "OBS De Vlieger")
    _stap(qtbot, scherm, 1)
    assert scherm.jij.rolnaam() == "vertrouwenspersoon" and scherm.jij.rol.kaarten()[2].isChecked()
    _typ(qtbot, "Vera Zandstra")
    _stap(qtbot, scherm, 2)
    qtbot.waitUntil(lambda: bool(scherm.plek.plek.tekst()))
    assert scherm.plek.folder() == tmp_path / "Klachten OBS De Vlieger.kluis"
    scherm.ga_terug()
    scherm.jij.kies_rol("ib")
    scherm.verder()
    qtbot.waitUntil(lambda: scherm.plek.plek.tekst().endswith("OBS De Vlieger.kluis"))
    qtbot.waitUntil(lambda: scherm.plek.folder() == tmp_path / "OBS De Vlieger.kluis")
    scherm.ga_terug()
    scherm.jij.kies_rol("vertrouwenspersoon")
    scherm.verder()
    qtbot.waitUntil(lambda: scherm.plek.folder().name.startswith("Klachten "))
    scherm.verder()
    _stap(qtbot, scherm, 3)
    _typ(qtbot, ZIN)
    with qtbot.waitSignal(scherm.klaar) as klaar:
        _typ(qtbot, ZIN)
    sluit(klaar.args[0])
    assert [a.role for a in poort.diensten(klaar.args[0]).beheer.accounts()] == ["vertrouwenspersoon"]


def test_while_the_vault_is_made_the_focus_stays_with_that(
    scherm: NieuweKluis, qtbot: QtBot, tmp_path: Path, sluit: Sluit
) -> None:
    _tot_zin(qtbot, scherm, tmp_path / "Vlieger.kluis")
    _typ(qtbot, ZIN)
    scherm.klaar.connect(sluit)
    with qtbot.waitSignal(scherm.klaar):
        _typ(qtbot, ZIN)
        assert QApplication.focusWidget() is scherm.voortgang
        assert scherm.voortgang.accessibleName() == "De kluis wordt gemaakt…"


def test_a_place_is_proposed_and_a_cloud_refused(scherm: NieuweKluis, qtbot: QtBot, tmp_path: Path) -> None:
    _typ(qtbot, "OBS De Vlieger / Oost")
    _stap(qtbot, scherm, 1)
    _typ(qtbot, "Noor")
    _stap(qtbot, scherm, 2)
    documenten = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    qtbot.waitUntil(lambda: scherm.plek.antwoord() == str(Path(documenten) / "OBS De Vlieger Oost.kluis"))
    scherm.plek.plek.zet_tekst(str(tmp_path / "OneDrive - Kiem" / "Vlieger.kluis"))
    scherm.verder()
    qtbot.waitUntil(lambda: "OneDrive" in scherm.plek.plek.fout())
    assert scherm.stap == 2
    scherm.plek.plek.kies()
    assert scherm.plek.folder() == tmp_path / "OBS De Vlieger Oost.kluis"
    scherm.verder()
    _stap(qtbot, scherm, 3)


def test_folder_with_something_in_it_is_refused(scherm: NieuweKluis, qtbot: QtBot, folder: Path) -> None:
    _typ(qtbot, "OBS De Vlieger")
    _stap(qtbot, scherm, 1)
    _typ(qtbot, "Noor")
    _stap(qtbot, scherm, 2)
    scherm.plek.plek.zet_tekst(str(folder))
    scherm.verder()
    qtbot.waitUntil(lambda: "niet leeg" in scherm.plek.plek.fout())
    assert scherm.stap == 2


@pytest.mark.parametrize(
    ("zin", "nogmaals", "fout"),
    [("te kort", "te kort", "minstens 14 tekens"), (ZIN, "vier losse woorden daar", "niet dezelfde zin")],
)
def test_passphrases_that_will_not_do(
    scherm: NieuweKluis, qtbot: QtBot, tmp_path: Path, zin: str, nogmaals: str, fout: str
) -> None:
    _tot_zin(qtbot, scherm, tmp_path / "Vlieger.kluis")
    _typ(qtbot, zin)
    _typ(qtbot, nogmaals)
    nieuw = scherm.zin.nieuw
    assert fout in nieuw.zin.fout() + nieuw.nogmaals.fout()
    assert not (tmp_path / "Vlieger.kluis").exists()


def test_what_fails_keeps_everything_typed(scherm: NieuweKluis, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "Vlieger.kluis"
    _tot_zin(qtbot, scherm, folder)
    folder.mkdir()
    (folder / "iets.txt").write_text("van een ander", encoding="utf-8")
    _typ(qtbot, ZIN)
    _typ(qtbot, ZIN)
    qtbot.waitUntil(lambda: bool(scherm.banners.banners()))
    assert scherm.zin.nieuw.tekst() == ZIN
    knop = scherm.banners.banners()[0].knop
    assert knop is not None
    knop.click()
    assert scherm.stap == 2 and scherm.plek.folder() == folder


def test_back_keeps_what_was_typed(scherm: NieuweKluis, qtbot: QtBot) -> None:
    _typ(qtbot, "OBS De Vlieger")
    _stap(qtbot, scherm, 1)
    qtbot.keyClick(scherm.jij.naam.veld, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert scherm.stap == 0
    assert scherm.school.antwoord() == "OBS De Vlieger"
    with qtbot.waitSignal(scherm.terug):
        scherm.knop_terug.click()


# -- the recovery sheet


@pytest.fixture
def beheer(poort: Poort, tmp_path: Path, sluit: Sluit) -> Beheer:
    """Of a vault whose setup stopped before its sheet was confirmed."""
    from desktop.models.rechten import Rol

    kluis, _ = poort.nieuw(tmp_path / "Half.kluis", {"naam": "OBS De Vlieger"}, "Noor Bakker", Rol.IB, ZIN)
    sluit(kluis)
    return poort.diensten(kluis).beheer


class Printer:
    """What was handed over to be printed."""

    def __init__(self) -> None:
        self.stukken: list[tuple[bytes, str]] = []

    def __call__(self, pdf: bytes, titel: str) -> None:
        self.stukken.append((pdf, titel))


def _stap_scherm(
    thema: Thema, work: Work, beheer: Beheer, toon: Toon, qtbot: QtBot, tmp_path: Path, printer: Printer
) -> HerstelbladStap:
    stap = HerstelbladStap(thema, work, beheer, printer, kies=lambda *_: tmp_path / "blad.pdf")
    toon(stap)
    qtbot.waitUntil(stap.blok.afdrukken.hasFocus)
    return stap


def test_sheet_is_printed_and_typed_back(
    thema: Thema, work: Work, beheer: Beheer, toon: Toon, qtbot: QtBot, tmp_path: Path
) -> None:
    printer = Printer()
    stap = _stap_scherm(thema, work, beheer, toon, qtbot, tmp_path, printer)
    blok = stap.blok
    regels = blok.code._regels
    assert [len(regel.replace(" ", "")) for regel in regels] == [16] * 4
    qtbot.keyClick(blok.afdrukken, Qt.Key.Key_Return)
    assert printer.stukken[0][0].startswith(b"%PDF") and printer.stukken[0][1] == "Herstelblad"
    qtbot.keyClick(blok.verder, Qt.Key.Key_Return)
    assert blok.code._regels == ()  # from the paper, not from the screen
    assert QApplication.focusWidget() is blok.getypt.veld
    qtbot.keyClick(blok.getypt.veld, Qt.Key.Key_Return)
    assert "Typ regel" in blok.getypt.fout()
    _typ(qtbot, "ABCD EFGH 0000 0000")
    qtbot.waitUntil(lambda: "teken voor teken" in blok.getypt.fout())
    assert not beheer.herstel_bevestigd()
    nummer = int(blok.getypt.label.text().split()[2])
    blok.getypt.zet_tekst("")
    with qtbot.waitSignal(stap.bevestigd):
        _typ(qtbot, regels[nummer - 1].lower().replace(" ", "-"))
    assert beheer.herstel_bevestigd()
    assert blok._blad is None


def test_setup_that_was_cut_off_gets_a_new_sheet(
    thema: Thema, work: Work, beheer: Beheer, toon: Toon, qtbot: QtBot, tmp_path: Path
) -> None:
    eerste = _stap_scherm(thema, work, beheer, toon, qtbot, tmp_path, Printer())
    oud = "\n".join(eerste.blok.code._regels)
    tweede = _stap_scherm(thema, work, beheer, toon, qtbot, tmp_path, Printer())
    assert "\n".join(tweede.blok.code._regels) != oud


def test_sheet_can_be_kept_as_pdf(
    thema: Thema, work: Work, beheer: Beheer, toon: Toon, qtbot: QtBot, tmp_path: Path
) -> None:
    stap = _stap_scherm(thema, work, beheer, toon, qtbot, tmp_path, Printer())
    stap.blok.bewaren.click()
    qtbot.waitUntil(lambda: bool(stap.blok.banners.banners()))
    assert "wis hem daarna" in stap.blok.banners.banners()[0].accessibleName()
    assert (tmp_path / "blad.pdf").read_bytes().startswith(b"%PDF")


def test_pdf_that_cannot_be_written_is_said(
    thema: Thema, work: Work, beheer: Beheer, toon: Toon, qtbot: QtBot, tmp_path: Path
) -> None:
    stap = _stap_scherm(thema, work, beheer, toon, qtbot, tmp_path, Printer())
    (tmp_path / "blad.pdf").mkdir()
    stap.blok.bewaren.click()
    qtbot.waitUntil(lambda: bool(stap.blok.banners.banners()))
    assert "kon hier niet worden bewaard" in stap.blok.banners.banners()[0].zin


def test_the_last_step_says_what_the_others_were_answered(
    thema: Thema, work: Work, beheer: Beheer, toon: Toon, qtbot: QtBot
) -> None:
    antwoorden = ("OBS De Vlieger", "Noor Bakker, intern begeleider", "Half.kluis", "Gekozen")
    stap = HerstelbladStap(thema, work, beheer, Printer(), antwoorden=antwoorden)
    toon(stap)
    assert "School: OBS De Vlieger" in stap.paneel.accessibleDescription()
    assert "Plek: Half.kluis" in stap.paneel.accessibleDescription()


@pytest.mark.parametrize("eerste", [True, False])
def test_only_a_vault_that_may_have_an_older_sheet_speaks_of_one(
    thema: Thema, work: Work, beheer: Beheer, toon: Toon, eerste: bool
) -> None:
    stap = HerstelbladStap(thema, work, beheer, Printer(), eerste=eerste)
    toon(stap)
    assert any("ouder blad" in label.text() for label in stap.findChildren(QLabel)) is not eerste


def test_the_way_on_is_in_view_on_a_small_screen_also_below_a_message(
    thema: Thema, work: Work, beheer: Beheer, toon: Toon, qtbot: QtBot, tmp_path: Path
) -> None:
    stap = _stap_scherm(thema, work, beheer, toon, qtbot, tmp_path, Printer())
    stap.blok.bewaren.click()
    qtbot.waitUntil(lambda: bool(stap.blok.banners.banners()))
    QApplication.processEvents()
    onder = stap.blok.verder.mapTo(stap, stap.blok.verder.rect().bottomLeft()).y()
    assert stap.size().height() == 720 and onder < 720
    assert stap.blad.verticalScrollBar().value() == 0
