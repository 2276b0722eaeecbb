"""The meldcode drawing at every size: nothing overlaps, no word is cut, everything can be read in both themes."""

from __future__ import annotations

import itertools
import math
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.home.meetkunde import ZACHT
from desktop.views.home.regio import over_kleur
from desktop.views.meldcode.gebieden import GEBIEDEN
from desktop.views.meldcode.meetkunde import BREED, SMAL, Vorm, teken
from desktop.views.meldcode.regio import MeldBalk, MeldCirkel
from desktop.views.meldcode.tekening import MeldcodeTekening
from desktop.views.theme import Thema, ThemaKeuze
from desktop.views.tokens import DONKER, LICHT, contrast

# what the window leaves at 1280x720, 1920x1080, 3840x2160, 1920x1080 at 200%, and at its least
MATEN = [(1126, 590), (1766, 940), (3680, 2000), (846, 470), (530, 400)]


@pytest.fixture
def groot(qapp: QApplication, thema: Thema) -> Iterator[Thema]:
    yield Thema(qapp, ThemaKeuze.LICHT, schaal=2)
    thema.kies(ThemaKeuze.LICHT)


def maak(qtbot: QtBot, thema: Thema, breed: int, hoog: int, *, op_scherm: bool = True) -> MeldcodeTekening:
    tekening = MeldcodeTekening(thema)
    qtbot.addWidget(tekening)
    tekening.zet_hoogte(hoog)
    tekening.resize(breed, tekening.heightForWidth(breed))
    # in the program it stands in a page that scrolls; by itself a screen would make it no higher than it is
    tekening.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, not op_scherm)
    tekening.show()
    return tekening


def vak(vorm: Vorm) -> QRectF:
    return QRectF(vorm.x, vorm.y, vorm.breed, vorm.hoog)


def raken(een: Vorm, ander: Vorm) -> bool:
    """Whether two regions overlap, circles taken as circles."""
    if een.rond and ander.rond:
        return math.hypot(een.mx - ander.mx, een.my - ander.my) < (een.breed + ander.breed) / 2
    if een.rond or ander.rond:
        cirkel, balk = (een, ander) if een.rond else (ander, een)
        dx = cirkel.mx - min(max(cirkel.mx, balk.x), balk.x + balk.breed)
        dy = cirkel.my - min(max(cirkel.my, balk.y), balk.y + balk.hoog)
        return math.hypot(dx, dy) < cirkel.breed / 2
    return vak(een).intersects(vak(ander))


def assert_regio_leesbaar(regio: MeldCirkel | MeldBalk, minst: int) -> None:
    if isinstance(regio, MeldCirkel):
        font, regels, vakken = regio.regels()
        stukken = [(font, regel, plek) for regel, plek in zip(regels, vakken, strict=True)]
    else:
        stukken = [*regio.regels(), *regio.platen()]
    for font, regel, plek in stukken:
        assert font.pixelSize() >= minst, regel
        meting = QFontMetricsF(font)
        assert meting.horizontalAdvance(regel) <= plek.width() + 0.01, regel
        assert meting.tightBoundingRect(regel).height() <= plek.height(), regel
        assert QRectF(regio.rect()).contains(plek), regel
    samen = "".join(regel for _, regel, _ in stukken).replace(" ", "").replace("-", "")
    assert regio.gebied.naam.replace(" ", "") in samen.replace("\u00a0", "")


def assert_tekening(tekening: MeldcodeTekening, minst: int) -> None:
    t = tekening.tekening
    assert t.breed <= tekening.width() + 1
    assert t.hoog <= tekening.height() + 1
    for regio in tekening.regios.values():
        assert_regio_leesbaar(regio, minst)
    for een, ander in itertools.combinations(t.vormen, 2):
        assert not raken(t.vormen[een], t.vormen[ander]), (een, ander)
    for vorm in t.vormen.values():
        assert QRectF(-0.5, -0.5, tekening.width() + 1, tekening.height() + 1).contains(vak(vorm))
    vrij = [tekst for tekst in t.teksten if tekst.soort != "norm"]
    gedekt = []
    for tekst in vrij:
        font = tekening.letter(tekst)
        assert font.pixelSize() >= minst
        plek = vak(tekst.vak)
        wijze = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
        wijze |= {"links": Qt.AlignmentFlag.AlignLeft, "rechts": Qt.AlignmentFlag.AlignRight}.get(
            tekst.zijde, Qt.AlignmentFlag.AlignHCenter
        )
        nodig = QFontMetricsF(font).boundingRect(plek, int(wijze), tekst.tekst)
        assert nodig.width() <= plek.width() + 0.5, tekst.tekst
        assert nodig.height() <= plek.height() + 0.5, tekst.tekst
        for sleutel, vorm in t.vormen.items():
            assert not raken(Vorm(nodig.x(), nodig.y(), nodig.width(), nodig.height()), vorm), (tekst.tekst, sleutel)
        gedekt.append((tekst.tekst, nodig.adjusted(1, 1, -1, -1)))
    for (een, hier), (ander, daar) in itertools.combinations(gedekt, 2):
        assert not hier.intersects(daar), (een, ander)
    for lijn in t.lijnen:
        for (x1, y1), (x2, y2) in itertools.pairwise(lijn.punten):
            streep = QRectF(min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2)).adjusted(-1, -1, 1, 1)
            for woorden, plek in gedekt:
                assert not streep.intersects(plek), (woorden, lijn)


@pytest.mark.parametrize(("breed", "hoog"), MATEN)
def test_no_word_is_cut_and_nothing_overlaps(qtbot: QtBot, thema: Thema, breed: int, hoog: int) -> None:
    tekening = maak(qtbot, thema, breed, hoog, op_scherm=False)
    tekening.zet({gebied.sleutel: 12 for gebied in GEBIEDEN})
    assert_tekening(tekening, 12)


@pytest.mark.parametrize(("breed", "hoog"), [(2 * b, 2 * h) for b, h in MATEN])
def test_it_holds_with_letters_twice_as_large(qtbot: QtBot, groot: Thema, breed: int, hoog: int) -> None:
    assert_tekening(maak(qtbot, groot, breed, hoog, op_scherm=False), 24)


def test_it_holds_at_a_scale_of_two_hundred_percent() -> None:
    """In a program of its own: Qt reads its scale only once."""
    proef = (
        "from PySide6.QtWidgets import QApplication\n"
        "from desktop.views.theme import Thema\n"
        "from desktop.views.meldcode.tekening import MeldcodeTekening\n"
        "app = QApplication([])\n"
        "t = MeldcodeTekening(Thema(app)); t.resize(846, t.heightForWidth(846)); t.show(); app.processEvents()\n"
        "beeld = t.grab()\n"
        "print(beeld.devicePixelRatio(), beeld.width(), t.tekening.smal, t.tekening.eenheid >= 1)\n"
    )
    omgeving = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"}
    uit = subprocess.run(
        [sys.executable, "-c", proef], env=omgeving, capture_output=True, text=True, timeout=60, check=True
    )
    assert uit.stdout.split() == ["2.0", "1692", "True", "True"]


@pytest.mark.parametrize(("breed", "hoog"), MATEN)
def test_plates_with_counts_cover_no_word_of_another_region(qtbot: QtBot, thema: Thema, breed: int, hoog: int) -> None:
    tekening = maak(qtbot, thema, breed, hoog, op_scherm=False)
    tekening.zet({gebied.sleutel: 12 for gebied in GEBIEDEN})
    platen, woorden = [], []
    for sleutel, regio in tekening.regios.items():
        hoek = regio.pos().toPointF()
        if isinstance(regio, MeldCirkel):
            platen += [(sleutel, plek.translated(hoek)) for _, _, plek in regio.tellers()]
            _, regels, vakken = regio.regels()
            meting = QFontMetricsF(regio.regels()[0])
        else:
            teller = regio.teller()
            assert teller is not None
            platen.append((sleutel, teller[1].translated(hoek)))
            stukken = regio.regels()
            regels, vakken = [r for _, r, _ in stukken], [v for _, _, v in stukken]
            meting = QFontMetricsF(stukken[0][0])
        for regel, plek in zip(regels, vakken, strict=True):
            hoog_ = meting.xHeight()
            breed_ = min(meting.horizontalAdvance(regel), plek.width())
            midden = plek.center()
            links = (
                plek.left() if not isinstance(regio, MeldCirkel) and regio.gebied.nummer else midden.x() - breed_ / 2
            )
            woorden.append((sleutel, QRectF(links, midden.y() - hoog_ / 2, breed_, hoog_).translated(hoek)))
    for (eigenaar, plaat), (ander, woord) in itertools.product(platen, woorden):
        assert not plaat.intersects(woord), (eigenaar, ander)
    for (een, hier), (ander, daar) in itertools.combinations(platen, 2):
        assert not hier.intersects(daar), (een, ander)


@given(st.integers(516, 4200), st.integers(300, 2300), st.sampled_from([1.0, 1.25, 1.5]))
@settings(max_examples=60)
def test_it_fits_its_width_and_is_never_too_small(breed: int, hoog: int, schaal: float) -> None:
    t = teken(max(breed, SMAL * schaal), hoog, schaal)
    assert t.eenheid >= schaal - 1e-9
    assert t.smal == (max(breed, SMAL * schaal) < BREED * schaal)
    for een, ander in itertools.combinations(t.vormen.values(), 2):
        assert not raken(een, ander)
    for vorm in t.vormen.values():
        assert vorm.x >= -0.01
        assert vorm.x + vorm.breed <= max(breed, SMAL * schaal) + 0.01


def test_a_wide_drawing_grows_to_fill_the_height() -> None:
    laag, hoog = teken(1800, 620), teken(1800, 960)
    assert hoog.eenheid > laag.eenheid
    assert laag.hoog <= 620.01
    assert hoog.hoog <= 960.01


@pytest.mark.parametrize("kleuren", [LICHT, DONKER], ids=["licht", "donker"])
def test_what_is_written_can_be_read(kleuren: object) -> None:
    assert kleuren in (LICHT, DONKER)
    k = LICHT if kleuren is LICHT else DONKER
    for gebied in GEBIEDEN:
        hue = k.naam(gebied.hue)
        if gebied.soort == "persoon":
            assert contrast(k.op_rol, hue) >= 4.5, gebied.sleutel
        elif gebied.soort == "melding":
            assert contrast(k.op_meldcode, hue) >= 4.5
        # the plate of a step or a count is filled with the hue; the outline is seen on the ground around it
        assert contrast(k.op_rol, hue) >= 4.5, gebied.sleutel
        for grond in (k.papier, k.ring_binnen, k.ring_buiten, k.kaart):
            assert contrast(hue, grond) >= 3, gebied.sleutel
    for grond in (k.kaart, k.kaart_over, k.papier, k.ring_binnen, k.ring_buiten):
        assert contrast(k.inkt, grond) >= 4.5
        assert contrast(k.zacht, grond) >= 3
    assert contrast(k.op_meldcode, k.meldcode) >= 4.5
    assert contrast(k.focus, k.papier) >= 3


@pytest.mark.parametrize("keuze", [ThemaKeuze.LICHT, ThemaKeuze.DONKER])
def test_what_is_below_the_pointer_can_be_read(qapp: QApplication, thema: Thema, keuze: ThemaKeuze) -> None:
    thema.kies(keuze)
    for gebied in GEBIEDEN:
        if gebied.soort in ("persoon", "melding"):
            grond = over_kleur(thema, gebied.hue).name()
            assert contrast(thema.kleuren.op_rol, grond) >= 4.5
            assert contrast(thema.kleuren.op_meldcode, grond) >= 4.5


def test_focus_and_press_show_by_more_than_colour(qtbot: QtBot, thema: Thema) -> None:
    tekening = maak(qtbot, thema, 1126, 590)
    tekening.activateWindow()
    qtbot.waitUntil(tekening.isActiveWindow)
    for sleutel in ("meldcode-ib", "meldcode-signaleren", "afweging-hulp", "disclosure", "veilig-thuis-melding"):
        regio = tekening.regios[sleutel]
        tekening.regios["meldcode-contact"].setFocus()
        rust = regio.grab().toImage()
        regio.setFocus()
        actief = regio.grab().toImage()
        assert actief != rust, sleutel
        kleuren = {
            actief.pixelColor(x, y).name()
            for x in range(0, actief.width())
            for y in (actief.height() // 2, 10, 11, actief.height() - 11)
        }
        assert thema.kleur("focus").name() in kleuren, sleutel
        regio.setDown(True)
        assert regio.grab().toImage() != actief, sleutel
        regio.setDown(False)


def test_it_paints_in_both_themes(qtbot: QtBot, thema: Thema) -> None:
    tekening = maak(qtbot, thema, 1126, 590)
    licht = tekening.grab().toImage()
    thema.kies(ThemaKeuze.DONKER)
    assert tekening.grab().toImage() != licht


def test_labels_keep_their_soft_hyphens_out_of_what_is_read(qtbot: QtBot, thema: Thema) -> None:
    for regio in maak(qtbot, thema, 1126, 590).regios.values():
        assert ZACHT not in regio.accessibleName() + regio.accessibleDescription()
