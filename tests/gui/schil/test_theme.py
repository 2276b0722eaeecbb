"""The look: readable in both colour sets, made from tokens only, and it follows system and choice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop import assets
from desktop.views import theme
from desktop.views.theme import Thema, ThemaKeuze
from desktop.views.tokens import DONKER, LETTER, LICHT, TEKST_PAREN, VORM_PAREN, Kleuren, contrast
from tests.gui.conftest import zonder_stijl

VIEWS = Path(theme.__file__).parent
BEIDE = pytest.mark.parametrize("kleuren", [LICHT, DONKER], ids=["licht", "donker"])


@pytest.fixture(autouse=True)
def terug(thema: Thema) -> Iterator[None]:
    yield
    thema.kies(ThemaKeuze.LICHT)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", "#777777") == 1


@BEIDE
@pytest.mark.parametrize(("tekst", "grond"), TEKST_PAREN)
def test_text_reads_on_its_ground(kleuren: Kleuren, tekst: str, grond: str) -> None:
    assert contrast(kleuren.naam(tekst), kleuren.naam(grond)) >= 4.5


@BEIDE
@pytest.mark.parametrize("rol", LICHT.rollen)
def test_a_role_reads_as_text_and_as_ground(kleuren: Kleuren, rol: str) -> None:
    hue = kleuren.naam(f"rol.{rol}")
    for grond in ("papier", "paneel", "kaart", "kaart_over", "ring_buiten", "ring_binnen"):
        assert contrast(hue, kleuren.naam(grond)) >= 4.5, grond
    assert contrast(kleuren.op_rol, hue) >= 4.5


@BEIDE
@pytest.mark.parametrize(("vorm", "grond"), VORM_PAREN)
def test_edges_and_focus_can_be_seen(kleuren: Kleuren, vorm: str, grond: str) -> None:
    assert contrast(kleuren.naam(vorm), kleuren.naam(grond)) >= 3


@BEIDE
def test_every_rule_of_the_style_sheet_reads(kleuren: Kleuren) -> None:
    """A rule that sets both letter and ground must be readable, whether or not someone thought of the pair."""
    gevonden = 0
    for selector, blok in re.findall(r"([^{}]+)\{([^}]*)\}", assets.text("stijl.qss")):
        grond = re.search(r"(?<!-)\bbackground: \$(\w+)", blok)
        letter = re.search(r"(?<![-\w])color: \$(\w+)", blok)
        if grond and letter:
            gevonden += 1
            assert contrast(kleuren.naam(letter[1]), kleuren.naam(grond[1])) >= 4.5, selector
    assert gevonden > 10


def test_colours_stand_in_one_file_and_nothing_styles_itself() -> None:
    """Tokens hold the only colours, the theme sets the only style sheet."""
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b", assets.text("stijl.qss"))
    for pad in VIEWS.rglob("*.py"):
        bron = pad.read_text(encoding="utf-8")
        if pad.name != "tokens.py":
            assert not re.search(r"[\"']#[0-9a-fA-F]{6}", bron), pad.name
        if pad.name != "theme.py":
            assert "setStyleSheet(" not in bron, pad.name


def test_the_style_sheet_is_whole_at_every_scale(thema: Thema, groot: Thema) -> None:
    for een in (thema, groot):
        blad = een.stijlblad()
        assert "$" not in blad
        assert blad.count("{") == blad.count("}")
    assert f"font-size: {LETTER['basis']}px" in thema.stijlblad()
    assert f"font-size: {2 * LETTER['basis']}px" in groot.stijlblad()


def test_each_image_of_the_style_sheet_exists(thema: Thema) -> None:
    for keuze in (ThemaKeuze.LICHT, ThemaKeuze.DONKER):
        thema.kies(keuze)
        beelden = re.findall(r'url\("([^"]+)"\)', thema.stijlblad())
        assert beelden
        assert all(Path(beeld).is_file() for beeld in beelden)


def test_a_choice_holds_against_the_system(thema: Thema, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(thema.gewijzigd):
        thema.kies(ThemaKeuze.DONKER)
    assert thema.donker
    assert qapp.palette().window().color().name() == DONKER.papier
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Light)
    assert thema.donker


def test_without_a_choice_it_follows_the_system(thema: Thema, qapp: QApplication) -> None:
    thema.kies(ThemaKeuze.SYSTEEM)
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    assert thema.donker is (qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark)
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Light)
    assert not thema.donker


@pytest.mark.parametrize("gewicht", [QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold])
def test_the_letter_is_ours_in_each_weight(thema: Thema, gewicht: QFont.Weight) -> None:
    info = QFontInfo(thema.font("groot", gewicht))
    assert info.family() == "Source Sans Pro"
    assert info.weight() == gewicht
    assert info.pixelSize() == LETTER["groot"]


def test_an_unknown_colour_is_a_mistake(thema: Thema) -> None:
    for naam in ("paars", "rollen", "alle"):
        with pytest.raises(KeyError):
            thema.kleur(naam)
    assert thema.kleur("rol.onbekend") == thema.kleur("accent")


@pytest.mark.parametrize("soort", [QPushButton, QRadioButton, QCheckBox, QToolButton, QComboBox])
def test_what_has_the_focus_has_one_ring_and_nothing_within_it(soort: type[QWidget], qtbot: QtBot) -> None:
    venster = QWidget()
    qtbot.addWidget(venster)
    # by key, which is when Qt would draw its own box too
    venster.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    widget, ander = soort(), QPushButton("Ander")
    if isinstance(widget, QComboBox):
        widget.addItem("Letters")
    else:
        widget.setText("Letters")  # type: ignore[attr-defined]
    vak = QVBoxLayout(venster)
    vak.addWidget(widget)
    vak.addWidget(ander)
    venster.show()

    def binnen() -> QImage:
        beeld, r = widget.grab().toImage(), widget.rect().adjusted(2, 2, -2, -2)
        # down the middle: any box within the ring crosses this
        return beeld.copy(r.center().x(), r.top(), 1, r.height())

    ander.setFocus(Qt.FocusReason.TabFocusReason)
    zonder = binnen()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(widget.hasFocus)
    assert binnen() == zonder


def test_a_closed_page_is_gone_before_the_style_sheet_is(qtbot: QtBot, thema: Thema, qapp: QApplication) -> None:
    # else its hidden parts die under the next sheet, and the change of theme after that crashes
    pagina = QStackedWidget()
    for naam in ("eerste", "tweede"):
        pagina.addWidget(QLabel(naam))
    pagina.show()
    weg: list[bool] = []
    pagina.destroyed.connect(lambda: weg.append(True))
    pagina.deleteLater()
    zonder_stijl(qapp)
    assert weg
    nieuw = Thema(qapp, ThemaKeuze.DONKER)
    nieuw.kies(ThemaKeuze.LICHT)
    assert qapp.styleSheet() == nieuw.stijlblad()
