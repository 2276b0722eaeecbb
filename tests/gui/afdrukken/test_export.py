"""Export to a file: with a passphrase unless one chooses otherwise, in the audit before it is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.diensten import Diensten
from desktop.services.plan import Plan
from desktop.services.plandruk import Plandruk
from desktop.services.stuk import Stuk
from desktop.services.systeem import SysteemKlok
from desktop.views.afdrukken import Afdrukken
from desktop.views.afdrukken.dialoog import AfdrukDialoog
from desktop.views.afdrukken.export import ExportDialoog, documenten
from desktop.views.main_window import HoofdVenster
from desktop.views.plan.drukken import Plandrukker
from desktop.views.theme import Thema
from desktop.views.work import Work

Rust = Callable[[], None]
ZIN = "drie losse woorden"


def tekst(pdf: bytes) -> str:
    """Return all text of a PDF in one line."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(pagina.get_textpage().get_text_range().split()) for pagina in document)
    finally:
        document.close()


def logboek(diensten: Diensten) -> list[str]:
    """Return what the audit says, oldest first."""
    return [regel.action for regel in reversed(diensten.session.vault.audit())]


@pytest.fixture
def export(
    afdrukken: Afdrukken, schrijf_verslag: Callable[..., Stuk], dialoog: Callable[..., QWidget]
) -> ExportDialoog:
    """The export of a whole report."""
    afdrukken.afdrukken(schrijf_verslag().record)
    druk = dialoog(AfdrukDialoog)
    druk.bewaar.click()
    gevonden = dialoog(ExportDialoog)
    assert isinstance(gevonden, ExportDialoog)
    return gevonden


def _typ(qtbot: QtBot, export: ExportDialoog, een: str, ander: str) -> None:
    for veld, woord in ((export.eerste.veld, een), (export.tweede.veld, ander)):
        veld.clear()
        qtbot.keyClicks(veld, woord)


def test_export_asks_a_passphrase_twice(qtbot: QtBot, export: ExportDialoog, monkeypatch: pytest.MonkeyPatch) -> None:
    gekozen: list[bool] = []
    monkeypatch.setattr(export, "_vraag_plaats", lambda: gekozen.append(True))
    export.kies.click()
    assert export.eerste.fout() == "Dit wachtwoord is te kort: neem minstens 12 tekens."
    _typ(qtbot, export, ZIN, "iets anders")
    export.kies.click()
    assert export.tweede.fout() == "Dit is niet hetzelfde als hierboven."
    assert not gekozen
    _typ(qtbot, export, ZIN, ZIN)
    qtbot.keyClick(export.tweede.veld, Qt.Key.Key_Return)
    assert gekozen == [True]
    export.zonder.click()
    assert export.eerste.isHidden()
    export.kies.click()
    assert gekozen == [True, True]


def test_export_is_aes_256_and_the_passphrase_stays_nowhere(
    qtbot: QtBot, export: ExportDialoog, diensten: Diensten, tmp_path: Path, rust: Rust
) -> None:
    doel = tmp_path / "uit.pdf"
    _typ(qtbot, export, ZIN, ZIN)
    export.bewaar(doel)
    rust()
    rust()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(doel)
    with pikepdf.open(doel, password=ZIN) as pdf:
        assert pdf.encryption.R == 6
        assert pdf.encryption.bits == 256
    assert logboek(diensten)[-1] == "geexporteerd"
    assert all(ZIN not in regel.reason for regel in diensten.session.vault.audit())
    assert list(tmp_path.glob("*.deel")) == []


def test_export_plain_is_the_copy_that_shows(export: ExportDialoog, tmp_path: Path, rust: Rust) -> None:
    doel = tmp_path / "uit.pdf"
    doel.write_bytes(b"wat er stond")
    export.zonder.click()
    export.bewaar(doel)
    rust()
    rust()
    assert "Stiller in de klas" in tekst(doel.read_bytes())


def test_a_failed_export_leaves_what_was_there(
    export: ExportDialoog, diensten: Diensten, tmp_path: Path, rust: Rust
) -> None:
    export.zonder.click()
    export.bewaar(tmp_path / "weg" / "uit.pdf")
    rust()
    rust()
    assert [b.zin for b in export.banners.banners()] == ["Het bestand kan hier niet worden opgeslagen."]
    assert export.isVisible()
    assert export.kies.isEnabled()
    # it was going to happen, so it is in the audit
    assert logboek(diensten)[-1] == "geexporteerd"


def test_no_field_is_squeezed(export: ExportDialoog) -> None:
    assert export.eerste.veld.parentWidget().height() == export.tweede.veld.parentWidget().height()
    assert export.eerste.toon.height() >= export.eerste.toon.sizeHint().height()


def test_the_place_that_is_proposed_is_the_persons_own(
    export: ExportDialoog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(QFileDialog, "open", lambda _: None)
    export.zonder.click()
    export.kies.click()
    vraag = export.findChild(QFileDialog)
    assert vraag is not None
    assert Path(vraag.directory().absolutePath()) == documenten()
    assert tmp_path not in (documenten(), *documenten().parents)


def test_it_says_where_the_file_stands(
    export: ExportDialoog, dialoog: Callable[..., QWidget], tmp_path: Path, rust: Rust
) -> None:
    druk = dialoog(AfdrukDialoog)
    export.zonder.click()
    export.bewaar(tmp_path / "verslag.pdf")
    rust()
    (banner,) = druk.banners.banners()
    assert banner.zin == f"De PDF staat in de map {tmp_path.name}."
    assert "verslag.pdf" in banner.accessibleName()


def test_the_dialog_grows_for_what_is_wrong(qtbot: QtBot, export: ExportDialoog) -> None:
    hoog = export.eerste.veld.parentWidget().height()
    for een, ander in (("kort", ""), (ZIN, "iets anders")):
        _typ(qtbot, export, een, ander)
        export.kies.click()
        QApplication.processEvents()
        indeling = export.layout()
        assert indeling is not None
        assert export.height() >= indeling.totalHeightForWidth(export.width())
        assert export.eerste.veld.parentWidget().height() == hoog


def test_enter_opens_the_choice_of_a_place_and_chooses_none(
    qtbot: QtBot, export: ExportDialoog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.views.afdrukken.export.documenten", lambda: tmp_path)
    gekozen: list[str] = []
    monkeypatch.setattr(export, "bewaar", gekozen.append)
    _typ(qtbot, export, ZIN, ZIN)
    qtbot.keyClick(export.tweede.veld, Qt.Key.Key_Return)
    vraag = export.findChild(QFileDialog)
    assert vraag is not None and vraag.isVisible()
    assert gekozen == []
    vraag.reject()


def test_the_plan_goes_without_a_passphrase_unless_one_chooses_one(
    work: Work,
    thema: Thema,
    venster: HoofdVenster,
    dialoog: Callable[..., QWidget],
    qtbot: QtBot,
    tmp_path: Path,
    rust: Rust,
) -> None:
    Plandrukker(Plandruk(Plan(SysteemKlok()), SysteemKlok()), work, thema, venster).druk("pagina", "kindcheck")
    druk = dialoog(AfdrukDialoog)
    druk.bewaar.click()
    export = dialoog(ExportDialoog)
    assert export.zonder.isChecked() and export.eerste.isHidden() and export.kies.hasFocus()
    assert "niets in over een leerling of ouder" in export.zonder.text()
    export.met.click()
    assert export.eerste.isVisible() and export.height() >= export.layout().totalHeightForWidth(export.width())
    export.zonder.click()
    export.bewaar(tmp_path / "kindcheck.pdf")
    rust()
    rust()
    assert "Kindcheck" in tekst((tmp_path / "kindcheck.pdf").read_bytes())
    (banner,) = druk.banners.banners()
    assert banner.accessibleName().rstrip(".").endswith("Het bestand heet kindcheck.pdf"), "nothing to throw away"
