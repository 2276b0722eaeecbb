"""Signed on paper, and each parent's own words: a scan with its day, a zienswijze for its own parent only."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from desktop.models.vervolg import Uitkomst, Wijze
from desktop.services.diensten import Diensten
from desktop.views.afdrukken.bron import StukBron
from desktop.views.navigatie import Navigator, Plek
from desktop.views.ondertekenen import OndertekenPagina
from desktop.views.theme import Thema
from desktop.views.work import Work

Rust = Callable[[], None]
Teken = Callable[..., None]


def tekst(pdf: bytes) -> str:
    """Return all text of a PDF in one line."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(pagina.get_textpage().get_text_range().split()) for pagina in document)
    finally:
        document.close()


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A scanned sheet, as a scanner calls it."""
    uit = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(uit, "JPEG")
    pad = tmp_path / "scan0001.jpg"
    pad.write_bytes(uit.getvalue())
    return pad


def test_on_paper_needs_a_day_and_a_scan(tafel, diensten: Diensten, scan: Path) -> None:
    pagina = tafel.toon()
    paneel = pagina.kolom.paneel
    paneel.keuzes[Uitkomst.AKKOORD].click()
    paneel.op_papier.click()
    assert paneel._schermdeel.isHidden()
    paneel.papier.druk.click()
    ((record, voor),) = tafel.afgedrukt
    assert record == tafel.record and voor is not None and voor.naam in tafel.nu(), "a copy for who signs"
    pagina.kolom.knop.click()
    assert paneel.papier.fout_scan.text() == "Voeg de scan van het getekende blad toe."
    assert tafel.uitkomsten() == []
    paneel.papier.neem(scan)
    tafel.rust()
    assert paneel.papier.naam.text() == "Gekozen: scan0001.jpg"
    paneel.papier.datum.regel.setText("3-3-2026")
    pagina.kolom.knop.click()
    assert paneel.papier.fout_datum.text() == "Deze datum ligt in de toekomst."
    paneel.papier.datum.regel.setText("27-2-2026")
    pagina.kolom.knop.click()
    tafel.rust()
    (uit,) = tafel.uitkomsten()
    assert uit.wijze is Wijze.PAPIER
    assert uit.getekend_op is not None
    assert uit.getekend_op.isoformat() == "2026-02-27"
    assert uit.strokes is None
    assert uit.scan is not None
    assert (uit.scan.naam, uit.scan.media) == ("scan0001.jpg", "image/jpeg")
    assert diensten.documenten.bijlage(uit.scan.blob)[1] == scan.read_bytes()


def test_a_file_of_the_wrong_kind_is_refused_at_once(tafel, tmp_path: Path) -> None:
    paneel = tafel.toon().kolom.paneel
    paneel.keuzes[Uitkomst.AKKOORD].click()
    paneel.op_papier.click()
    verkeerd = tmp_path / "verslag.docx"
    verkeerd.write_bytes(b"PK\x03\x04" + bytes(200))
    paneel.papier.neem(verkeerd)
    tafel.rust()
    assert "Word" in paneel.papier.fout_scan.text()
    assert paneel.papier.scan is None
    paneel.papier.neem(tmp_path / "weg.pdf")
    tafel.rust()
    assert "kan niet worden gelezen" in paneel.papier.fout_scan.text()


def test_a_zienswijze_goes_to_its_own_parent_only(tafel, teken: Teken, diensten: Diensten) -> None:
    pagina = tafel.toon()
    for zienswijze in ("Elif vindt dit te streng.", "Job ziet thuis iets anders."):
        pagina.kolom.paneel.keuzes[Uitkomst.GEZIEN].click()
        assert pagina.kolom.paneel.zienswijze.waarde() == ""
        pagina.kolom.paneel.zienswijze.vlak.insertPlainText(zienswijze)
        teken(pagina.kolom.paneel.vlak)
        pagina.kolom.knop.click()
        tafel.rust()
    bron = StukBron.van(diensten, tafel.record)
    dossier, elif_, job = (tekst(bron.maak(n).pdf) for n in range(3))
    for eigen, ander, afschrift in (
        ("Elif vindt dit te streng.", "Job ziet thuis iets anders.", elif_),
        ("Job ziet thuis iets anders.", "Elif vindt dit te streng.", job),
    ):
        assert eigen in dossier
        assert eigen in afschrift
        assert ander not in afschrift


def test_words_survive_a_lock_and_belong_to_one_parent(
    qtbot: QtBot, tafel, work: Work, navigator: Navigator, thema: Thema, diensten: Diensten, rust: Rust, teken: Teken
) -> None:
    pagina = tafel.toon()
    pagina.kolom.paneel.keuzes[Uitkomst.GEZIEN].click()
    qtbot.keyClicks(pagina.kolom.paneel.zienswijze.vlak, "Ik zie dit anders")
    pagina.berg_op()
    rust()
    opnieuw = OndertekenPagina(diensten, work, navigator, thema)
    qtbot.addWidget(opnieuw)
    opnieuw.show()
    opnieuw.toon(Plek("ondertekenen", tafel.record))
    rust()
    paneel = opnieuw.kolom.paneel
    assert paneel.uitkomst is Uitkomst.GEZIEN
    assert paneel.zienswijze.waarde() == "Ik zie dit anders"
    opnieuw.kolom.chips.chips[1].click()
    rust()
    assert paneel.uitkomst is None
    assert paneel.zienswijze.waarde() == ""
    opnieuw.kolom.chips.chips[0].click()
    rust()
    assert paneel.zienswijze.waarde() == "Ik zie dit anders"
    teken(paneel.vlak)
    opnieuw.kolom.knop.click()
    rust()
    assert tafel.uitkomsten()[0].zienswijze == "Ik zie dit anders"
    assert diensten.session.vault.drafts(diensten.session.actor.account) == []
