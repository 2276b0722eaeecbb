"""Preview, print and export of a record: per recipient, logged before it happens, nothing left on disk."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.models.errors import UserError
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.views.afdrukken import Afdrukken, druk_pdf
from desktop.views.afdrukken import afdruk as afdruk_module
from desktop.views.afdrukken import dialoog as dialoog_module
from desktop.views.afdrukken import printers as printers_module
from desktop.views.afdrukken.afdruk import Afdruk
from desktop.views.afdrukken.bron import LosseBron, StukBron
from desktop.views.afdrukken.dialoog import AfdrukDialoog
from desktop.views.afdrukken.export import ExportDialoog
from desktop.views.afdrukken.voorbeeld import VoorbeeldDialoog
from desktop.views.main_window import HoofdVenster
from desktop.views.theme import Thema
from desktop.views.work import Work

Rust = Callable[[], None]


def logboek(diensten: Diensten) -> list[str]:
    """Return what the audit says, oldest first."""
    return [regel.action for regel in reversed(diensten.session.vault.audit())]


@pytest.fixture
def pdf_printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A printer that is a PDF file, in the place of every printer."""
    uit = tmp_path / "afdruk.pdf"

    def maak(naam: str, *, tweezijdig: bool) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(uit))
        return printer

    monkeypatch.setattr(dialoog_module, "maak_printer", maak)
    monkeypatch.setattr(printers_module, "printers", lambda: (["Lokaal"], "Lokaal"))
    monkeypatch.setattr(printers_module, "kan_tweezijdig", lambda naam: True)
    return uit


def test_numbers_are_stepped_and_the_button_says_them(
    qtbot: QtBot,
    afdrukken: Afdrukken,
    schrijf_verslag: Callable[..., Stuk],
    dialoog: Callable[..., AfdrukDialoog],
    pdf_printer: Path,
) -> None:
    afdrukken.afdrukken(schrijf_verslag().record)
    druk = dialoog(AfdrukDialoog)
    assert druk.druk.accessibleName() == "Druk 3 afschriften af"
    eerste = druk.kaarten[0].aantal
    qtbot.keyClick(eerste.meer, Qt.Key.Key_Return)
    assert druk.aantallen() == [2, 1, 1]
    for kaart in druk.kaarten:
        kaart.aantal.veld.setValue(0)
    assert not druk.druk.isEnabled()
    assert druk.druk.accessibleDescription() == "Kies bij minstens één afschrift een aantal."
    assert not eerste.minder.isEnabled()


def test_who_signs_on_paper_gets_one_copy_and_nobody_else(
    afdrukken: Afdrukken,
    schrijf_verslag: Callable[..., Stuk],
    diensten: Diensten,
    dialoog: Callable[..., AfdrukDialoog],
    pdf_printer: Path,
) -> None:
    stuk = schrijf_verslag()
    assert isinstance(stuk.stored.value, Gespreksverslag)
    tweede = stuk.stored.value.tekenaars()[1]
    afdrukken.afdrukken(stuk.record, tweede)
    druk = dialoog(AfdrukDialoog)
    assert druk.aantallen() == [0, 0, 1]
    assert [kaart.knop.text() for kaart in druk.kaarten] == ["Bekijk", "Bekijk", "Staat hiernaast"]


# -- printing


def test_print_is_logged_first_and_true_to_the_page(
    afdrukken: Afdrukken,
    diensten: Diensten,
    schrijf_verslag: Callable[..., Stuk],
    dialoog: Callable[..., AfdrukDialoog],
    pdf_printer: Path,
    monkeypatch: pytest.MonkeyPatch,
    rust: Rust,
    school,
) -> None:
    stuk = schrijf_verslag()
    afdrukken.afdrukken(stuk.record)
    druk = dialoog(AfdrukDialoog)
    druk.kaarten[2].aantal.veld.setValue(0)
    druk.printer.tweezijdig.setChecked(True)
    toen: list[list[str]] = []
    begin = Afdruk.begin

    def kijk(self: Afdruk) -> None:
        toen.append(logboek(diensten))
        begin(self)

    monkeypatch.setattr(Afdruk, "begin", kijk)
    druk.druk.click()
    assert not druk.bezig.isHidden()
    assert not druk.druk.isEnabled()
    rust()
    assert toen[0][-2:] == ["afgedrukt", "afgedrukt"]
    regel = diensten.session.vault.audit(record=stuk.record)[0]
    assert regel.subject == school.noa
    assert [b.zin for b in druk.banners.banners()] == ["De afdruk is naar de printer gestuurd."]
    verwacht = StukBron.van(diensten, stuk.record).bundel([1, 1, 0], tweezijdig=True).pdf
    _vergelijk(verwacht, pdf_printer.read_bytes())


def _vergelijk(bron: bytes, afdruk: bytes) -> None:
    een, ander = pypdfium2.PdfDocument(bron), pypdfium2.PdfDocument(afdruk)
    try:
        assert len(ander) == len(een)
        for n in range(len(een)):
            assert ander[n].get_size() == pytest.approx(een[n].get_size(), abs=1)
            a, b = (d[n].render(scale=1).to_pil().convert("L") for d in (een, ander))
            b = b.resize(a.size)
            # the same letters, and in the same place: half a millimetre to any side fits less well
            assert _verschil(a, b) < 2.5
            for opzij in ((2, 0), (-2, 0), (0, 2), (0, -2)):
                assert _verschil(a, b) < _verschil(ImageChops.offset(a, *opzij), b)
    finally:
        een.close()
        ander.close()


def _verschil(een: Image.Image, ander: Image.Image) -> float:
    return float(ImageStat.Stat(ImageChops.difference(een, ander)).mean[0])


def test_nothing_prints_when_it_cannot_be_logged(
    afdrukken: Afdrukken,
    schrijf_verslag: Callable[..., Stuk],
    dialoog: Callable[..., AfdrukDialoog],
    pdf_printer: Path,
    monkeypatch: pytest.MonkeyPatch,
    rust: Rust,
) -> None:
    afdrukken.afdrukken(schrijf_verslag().record)
    druk = dialoog(AfdrukDialoog)

    def vol(self: StukBron, actie: str, nummers: list[int]) -> None:
        raise UserError("De schijf is vol.", "Maak ruimte.")

    monkeypatch.setattr(StukBron, "noteer", vol)
    druk.druk.click()
    rust()
    assert not pdf_printer.exists()
    assert [b.zin for b in druk.banners.banners()] == ["De schijf is vol."]
    assert druk.druk.isEnabled()


def test_a_printer_that_fails_is_said(
    qtbot: QtBot,
    afdrukken: Afdrukken,
    schrijf_verslag: Callable[..., Stuk],
    dialoog: Callable[..., AfdrukDialoog],
    pdf_printer: Path,
    rust: Rust,
    capfd: pytest.CaptureFixture[str],
) -> None:
    pdf_printer.mkdir()
    afdrukken.afdrukken(schrijf_verslag().record)
    druk = dialoog(AfdrukDialoog)
    with qtbot.captureExceptions():
        druk.druk.click()
        rust()
    assert [b.zin for b in druk.banners.banners()] == ["De printer doet het niet."]
    assert druk.bezig.isHidden()


def test_stopping_ends_the_job(
    afdrukken: Afdrukken,
    schrijf_verslag: Callable[..., Stuk],
    dialoog: Callable[..., AfdrukDialoog],
    pdf_printer: Path,
    monkeypatch: pytest.MonkeyPatch,
    rust: Rust,
) -> None:
    gemaakt: list[int] = []
    pagina = afdruk_module._Pers.pagina
    monkeypatch.setattr(afdruk_module._Pers, "pagina", lambda self, n: gemaakt.append(n) or pagina(self, n))
    afdrukken.afdrukken(schrijf_verslag().record)
    druk = dialoog(AfdrukDialoog)
    druk.druk.click()
    Afdruk_begin = Afdruk.begin

    def begin_en_stop(self: Afdruk) -> None:
        Afdruk_begin(self)
        assert druk.bezig.knop is not None
        druk.bezig.knop.click()

    monkeypatch.setattr(Afdruk, "begin", begin_en_stop)
    rust()
    assert gemaakt == []
    assert [b.zin for b in druk.banners.banners()] == ["Het afdrukken is gestopt."]
    # and once more, to the end
    monkeypatch.setattr(Afdruk, "begin", Afdruk_begin)
    druk.druk.click()
    rust()
    assert gemaakt == [0, 1, 2, 3, 4, 5]
    assert [b.zin for b in druk.banners.banners()] == ["De afdruk is naar de printer gestuurd."]


def test_without_printer_the_reason_is_there(
    afdrukken: Afdrukken,
    schrijf_verslag: Callable[..., Stuk],
    dialoog: Callable[..., AfdrukDialoog],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(printers_module, "printers", lambda: ([], ""))
    afdrukken.afdrukken(schrijf_verslag().record)
    druk = dialoog(AfdrukDialoog)
    assert not druk.druk.isEnabled()
    assert druk.druk.accessibleDescription() == "Er is geen printer gevonden."
    assert druk.printer.keuze.currentText() == "Geen printer gevonden"
    assert druk.bewaar.hasFocus()


def test_the_recovery_sheet_prints_before_a_vault_is_open(
    work: Work,
    thema: Thema,
    venster: HoofdVenster,
    dialoog: Callable[..., AfdrukDialoog],
    pdf_printer: Path,
    rust: Rust,
) -> None:
    uit = io.BytesIO()
    with pikepdf.new() as leeg:
        leeg.add_blank_page(page_size=(595, 842))
        leeg.save(uit)
    venster.toon_scherm(QWidget())
    druk_pdf(work, thema, venster, uit.getvalue(), "Herstelblad")
    druk = dialoog(AfdrukDialoog)
    druk.druk.click()
    rust()
    with pikepdf.open(pdf_printer) as afgedrukt:
        assert len(afgedrukt.pages) == 1


def test_a_lock_closes_it_all(
    afdrukken: Afdrukken,
    schrijf_verslag: Callable[..., Stuk],
    dialoog: Callable[..., AfdrukDialoog],
    venster: HoofdVenster,
    rust: Rust,
) -> None:
    stuk = schrijf_verslag()
    afdrukken.afdrukken(stuk.record)
    druk = dialoog(AfdrukDialoog)
    druk._bewaar()
    export = dialoog(ExportDialoog)
    afdrukken.voorbeeld(stuk.record)
    venster.toon_scherm(QWidget())
    assert not druk.isVisible()
    assert not export.isVisible()
    rust()
    assert [d for d in venster.findChildren(VoorbeeldDialoog) if d.isVisible()] == []


def test_the_keys_of_the_window_work_in_a_dialog(
    qtbot: QtBot,
    afdrukken: Afdrukken,
    schrijf_verslag: Callable[..., Stuk],
    dialoog: Callable[..., VoorbeeldDialoog],
    venster: HoofdVenster,
) -> None:
    afdrukken.voorbeeld(schrijf_verslag().record)
    voorbeeld = dialoog(VoorbeeldDialoog)
    with qtbot.waitSignal(venster.vergrendel):
        qtbot.keyClick(voorbeeld.beeld.bladen, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(voorbeeld.beeld.bladen, Qt.Key.Key_F9)
    assert venster.afdekker.afgedekt
    venster.afdekker.wissel()


def test_nothing_of_ours_stays_on_disk(
    afdrukken: Afdrukken,
    schrijf_verslag: Callable[..., Stuk],
    dialoog: Callable[..., QWidget],
    pdf_printer: Path,
    rust: Rust,
    sporen: Callable[[], set[Path]],
) -> None:
    stuk = schrijf_verslag()
    afdrukken.voorbeeld(stuk.record)
    voorbeeld = dialoog(VoorbeeldDialoog)
    assert isinstance(voorbeeld, VoorbeeldDialoog)
    voorbeeld.verder.click()
    druk = dialoog(AfdrukDialoog)
    assert isinstance(druk, AfdrukDialoog)
    druk.druk.click()
    rust()
    druk.sluiten.click()
    rust()
    assert sporen() == set()


def test_a_loose_pdf_prints_as_often_as_asked() -> None:
    uit = io.BytesIO()
    with pikepdf.new() as leeg:
        leeg.add_blank_page(page_size=(595, 842))
        leeg.save(uit)
    bron = LosseBron(uit.getvalue(), "Blad")
    with pikepdf.open(io.BytesIO(bron.bundel([3], tweezijdig=True).pdf)) as pdf:
        assert len(pdf.pages) == 5
