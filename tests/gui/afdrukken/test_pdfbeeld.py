"""The viewer: pages by keyboard and wheel, only what is in view, sharp, and bounded in memory."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.beeld import beeld, stapel
from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.views.afdrukken import PdfBeeld
from desktop.views.afdrukken.bladen import _GEHEUGEN, GROOTST, KLEINST
from desktop.views.theme import Thema
from desktop.views.work import Work

Rust = Callable[[], None]


@pytest.fixture
def pdf(diensten: Diensten, schrijf_verslag: Callable[..., Stuk]) -> bytes:
    """Twenty pages: ten times a report of two."""
    stuk = schrijf_verslag()
    eerst = diensten.gesprekken.vastgesteld_pdf(stuk.record)
    return stapel(eerst, 10, tweezijdig=False)


@pytest.fixture
def kijker(qtbot: QtBot, thema: Thema, work: Work) -> PdfBeeld:
    """The viewer, shown."""
    kijker = PdfBeeld(thema, work)
    qtbot.addWidget(kijker)
    kijker.resize(700, 800)
    with qtbot.waitExposed(kijker):
        kijker.show()
    return kijker


def wiel(kijker: PdfBeeld, stappen: int, mod: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Turn the wheel above the pages."""
    plek = QPointF(200, 200)
    event = QWheelEvent(
        plek,
        plek,
        QPoint(),
        QPoint(0, 120 * stappen),
        Qt.MouseButton.NoButton,
        mod,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(kijker.bladen.viewport(), event)


def test_a_page_too_large_to_keep_is_not_made_over_and_over(kijker: PdfBeeld, pdf: bytes, rust: Rust) -> None:
    kijker.zet(pdf)
    rust()
    kijker.bladen.zet_zoom(GROOTST)
    kijker.bladen.ga_naar(5)
    rust()  # comes to rest
    assert 5 in kijker.bladen.getekend()


@pytest.mark.parametrize("breed", [360, 400, 440, 480, 700])
def test_the_bar_says_the_page_whole_at_every_width(kijker: PdfBeeld, pdf: bytes, rust: Rust, breed: int) -> None:
    """A print dialog on a small screen leaves the viewer its least width."""
    kijker.resize(breed, 600)
    kijker.zet(stapel(pdf, 6, tweezijdig=False))
    rust()
    kijker.bladen.zet_zoom(GROOTST)
    kijker.bladen.ga_naar(110)
    rust()
    assert kijker.stand.text() == "Pagina 111 van 120"
    balk = kijker.stand.parentWidget()
    delen = [d for d in balk.findChildren(QWidget) if d.isVisible() and d.parentWidget() is balk]
    assert {kijker.vorige, kijker.volgende, kijker.stand, kijker.kleiner, kijker.groter} <= set(delen)
    assert [d.accessibleName() for d in delen if d.width() < d.sizeHint().width()] == []
    op_volgorde = sorted(delen, key=lambda d: d.x())
    for een, ander in itertools.pairwise(op_volgorde):
        assert een.geometry().right() < ander.x()
    assert op_volgorde[-1].geometry().right() < balk.width()
    assert kijker.ware_grootte.isVisible() is (breed == 700)


def test_only_pages_in_view_are_made(kijker: PdfBeeld, pdf: bytes, rust: Rust) -> None:
    assert not kijker.groter.isEnabled()
    kijker.zet(pdf)
    rust()
    assert kijker.stand.text() == "Pagina 1 van 20"
    assert kijker.bladen.accessibleName() == "PDF, pagina 1 van 20"
    assert kijker.bladen.getekend() == (0, 1)
    assert kijker.bladen.horizontalScrollBar().maximum() == 0


def test_by_keyboard_to_the_end(qtbot: QtBot, kijker: PdfBeeld, pdf: bytes, rust: Rust) -> None:
    einde: list[bool] = []
    kijker.alles_gezien.connect(lambda: einde.append(True))
    kijker.zet(pdf)
    rust()
    blad = kijker.bladen
    qtbot.keyClick(blad, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert kijker.stand.text() == "Pagina 2 van 20"
    qtbot.keyClick(blad, Qt.Key.Key_Space)
    rust()
    assert not einde
    qtbot.keyClick(blad, Qt.Key.Key_End)
    rust()
    assert kijker.stand.text() == "Pagina 20 van 20"
    assert not kijker.volgende.isEnabled()
    assert 19 in blad.getekend()
    assert einde == [True]
    qtbot.keyClick(blad, Qt.Key.Key_Home)
    qtbot.keyClick(blad, Qt.Key.Key_End)
    rust()
    assert einde == [True]
    kijker.vorige.click()
    assert kijker.stand.text() == "Pagina 19 van 20"


def test_zoom_keeps_the_place_and_its_bounds(qtbot: QtBot, kijker: PdfBeeld, pdf: bytes, rust: Rust) -> None:
    kijker.zet(pdf)
    rust()
    blad = kijker.bladen
    blad.ga_naar(5)
    rust()
    passend = blad.zoom
    wiel(kijker, 1, Qt.KeyboardModifier.ControlModifier)
    rust()
    assert blad.zoom == pytest.approx(passend * 1.15)
    assert not blad.op_breedte
    assert kijker.stand.text() == "Pagina 6 van 20"
    qtbot.keyClick(blad, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert blad.zoom == 1.0
    assert kijker.maat.text() == "100%"
    for _ in range(30):
        qtbot.keyClick(blad, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert blad.zoom == GROOTST
    for _ in range(60):
        qtbot.keyClick(blad, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert blad.zoom == KLEINST
    qtbot.keyClick(blad, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert blad.op_breedte
    assert blad.zoom == pytest.approx(passend)
    voor = blad.verticalScrollBar().value()
    wiel(kijker, -1)
    assert blad.verticalScrollBar().value() > voor


def test_a_page_is_drawn_pixel_for_pixel(kijker: PdfBeeld, pdf: bytes, rust: Rust) -> None:
    kijker.zet(pdf)
    rust()
    blad = kijker.bladen
    vak = blad._vak(0)
    breed = round(vak.width() * blad.devicePixelRatioF())
    verwacht = beeld(pdf, 0, breed)
    gezien = blad.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rij, kant = gezien.bytesPerLine(), 4 * round(vak.x())
    pixels = bytes(gezien.constBits())
    for y in range(0, 500, 7):
        begin = (round(vak.y()) + y) * rij + kant
        # without the fourth byte, which means nothing here
        gelijk = [
            een == ander
            for n, (een, ander) in enumerate(
                zip(pixels[begin : begin + 4 * breed], verwacht.pixels[4 * breed * y :], strict=False)
            )
            if n % 4 != 3
        ]
        assert all(gelijk), y


def test_memory_is_bounded(kijker: PdfBeeld, pdf: bytes, rust: Rust) -> None:
    kijker.zet(pdf)
    kijker.bladen.zet_zoom(1.6)
    rust()
    for pagina in range(20):
        kijker.bladen.ga_naar(pagina)
        rust()
    per_blad = 4 * (kijker.bladen._pixels(0) ** 2) * 1.42
    # what is in view and the page being added come on top
    assert len(kijker.bladen.getekend()) * per_blad <= _GEHEUGEN + 4 * per_blad
    assert len(kijker.bladen.getekend()) < 20


def test_the_newest_pdf_counts(kijker: PdfBeeld, pdf: bytes, rust: Rust) -> None:
    kijker.zet(pdf)
    kijker.zet(stapel(pdf, 2, tweezijdig=False))
    rust()
    assert kijker.stand.text() == "Pagina 1 van 40"
    kijker.zet(pdf)
    kijker.leeg()
    rust()
    assert kijker.bladen.aantal == 0
    assert kijker.stand.text() == ""


def test_what_cannot_be_read_is_said(kijker: PdfBeeld, rust: Rust) -> None:
    kijker.zet(b"%PDF-1.7 kapot")
    rust()
    assert [b.zin for b in kijker.banners.banners()] == ["Dit PDF-bestand is beschadigd."]
    assert kijker.bladen.aantal == 0
