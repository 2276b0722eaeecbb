"""The manual on screen: reading, following links, searching, going back, all of it by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QDesktopServices, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.hulp import Hulp
from desktop.views.handleiding import HandleidingPagina
from desktop.views.handleiding.blad import Blad
from desktop.views.handleiding.inhoud import Inhoudslijst
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema, ThemaKeuze
from desktop.views.widgets import Alinea, Knop, Zoekvak


@pytest.fixture
def navigator() -> Navigator:
    return Navigator()


@pytest.fixture
def pagina(qtbot: QtBot, thema: Thema, navigator: Navigator) -> HandleidingPagina:
    pagina = HandleidingPagina(thema, navigator, Hulp())
    qtbot.addWidget(pagina)
    navigator.gevraagd.connect(pagina.toon)
    pagina.resize(1200, 700)
    pagina.show()
    qtbot.waitExposed(pagina)
    navigator.ga(Plek("handleiding", extra="reservekopie"))
    return pagina


def _blad(pagina: HandleidingPagina) -> Blad:
    return pagina.findChild(Blad)


def _lijst(pagina: HandleidingPagina) -> Inhoudslijst:
    return pagina.findChild(Inhoudslijst)


def _zoekvak(pagina: HandleidingPagina) -> Zoekvak:
    return pagina.findChild(Zoekvak)


def _titel(pagina: HandleidingPagina) -> str:
    return _blad(pagina).document().begin().text()


def _chips(pagina: HandleidingPagina) -> list[Knop]:
    QApplication.processEvents()  # Qt shows what a layout got on the next turn
    return [k for k in pagina.findChildren(Knop) if k.property("soort") == "chip" and k.isVisible()]


def _zoek(qtbot: QtBot, pagina: HandleidingPagina, woorden: str) -> None:
    vak = _zoekvak(pagina)
    with qtbot.waitSignal(vak.gezocht):
        qtbot.keyClicks(vak.veld, woorden)


def test_shows_the_page_that_f1_asked_for(pagina: HandleidingPagina) -> None:
    assert _titel(pagina) == "Reservekopie"
    assert _blad(pagina).accessibleName() == "Handleiding: Reservekopie"
    assert _lijst(pagina).currentIndex().data() == "Reservekopie"


def test_every_page_shows_and_every_chip_leads_on(pagina: HandleidingPagina, navigator: Navigator) -> None:
    for ander in Hulp().paginas():
        navigator.ga(Plek("handleiding", extra=ander.sleutel))
        assert _titel(pagina) == ander.titel
        assert [c.text() for c in _chips(pagina)] == [p.titel for p in Hulp().zie_ook(ander)]
        assert "**" not in _blad(pagina).toPlainText()


def test_link_in_the_text_goes_inside_and_back_again(
    pagina: HandleidingPagina, navigator: Navigator, qtbot: QtBot
) -> None:
    navigator.ga(Plek("handleiding", extra="eerste-dag"))
    blad = _blad(pagina)
    blad.setFocus()
    qtbot.keyClick(blad, Qt.Key.Key_Tab)  # the first link
    qtbot.keyClick(blad, Qt.Key.Key_Return)
    assert navigator.huidige == Plek("handleiding", extra="kluis-maken")
    assert _titel(pagina) == "Een kluis maken"
    navigator.terug()
    assert _titel(pagina) == "Je eerste dag met Vangnet"


@pytest.mark.parametrize("doel", ["https://school.invalid/", "file:///etc/passwd", "mailto:ik@school.invalid"])
def test_other_links_do_nothing(
    pagina: HandleidingPagina, navigator: Navigator, monkeypatch: pytest.MonkeyPatch, doel: str
) -> None:
    geopend: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: geopend.append(url) or True)
    blad = _blad(pagina)
    blad.anchorClicked.emit(QUrl(doel))
    assert geopend == []
    assert navigator.huidige == Plek("handleiding", extra="reservekopie")
    assert not blad.openLinks()
    assert not blad.openExternalLinks()
    assert blad.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(doel)) is None


def test_chip_leads_on_by_keyboard(pagina: HandleidingPagina, navigator: Navigator, qtbot: QtBot) -> None:
    chip = _chips(pagina)[0]
    assert chip.accessibleName() == "Het herstelblad"
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Return)
    assert navigator.huidige == Plek("handleiding", extra="herstelblad")
    assert pagina.focusWidget() is _blad(pagina)


def test_list_goes_by_arrow_keys_past_the_headings(
    pagina: HandleidingPagina, navigator: Navigator, qtbot: QtBot
) -> None:
    navigator.ga(Plek("handleiding", extra="ontgrendelen"))
    lijst = _lijst(pagina)
    qtbot.keyClick(lijst, Qt.Key.Key_Down)  # the heading between them cannot be chosen
    assert _titel(pagina) == "De kluis openen"
    qtbot.keyClick(lijst, Qt.Key.Key_Return)
    assert navigator.huidige == Plek("handleiding", extra="leerlingen-inlezen")


def test_click_in_the_list(pagina: HandleidingPagina, navigator: Navigator, qtbot: QtBot) -> None:
    lijst = _lijst(pagina)
    rij = next(n for n, r in enumerate(lijst.regels()) if r.sleutel == "privacy")
    index = lijst.model().index(rij, 0)
    lijst.scrollTo(index)
    qtbot.mouseClick(lijst.viewport(), Qt.MouseButton.LeftButton, pos=lijst.visualRect(index).center())
    assert navigator.huidige == Plek("handleiding", extra="privacy")


def test_searching_opens_the_best_page(pagina: HandleidingPagina, navigator: Navigator, qtbot: QtBot) -> None:
    _zoek(qtbot, pagina, "bitlocker")
    (regel,) = _lijst(pagina).regels()
    assert regel.sleutel == "it-beheer"
    assert "\x02BitLocker\x03" in regel.fragment
    qtbot.keyClick(_zoekvak(pagina).veld, Qt.Key.Key_Return)
    assert navigator.huidige == Plek("handleiding", extra="it-beheer")
    assert len(_lijst(pagina).regels()) == 1, "what was found stays, to try the next one"


def test_from_the_box_into_what_was_found_and_out(pagina: HandleidingPagina, qtbot: QtBot) -> None:
    _zoek(qtbot, pagina, "kopie")
    assert len(_lijst(pagina).regels()) > 2
    veld = _zoekvak(pagina).veld
    qtbot.keyClick(veld, Qt.Key.Key_Down)
    assert _lijst(pagina).currentIndex().isValid()
    with qtbot.waitSignal(_zoekvak(pagina).gezocht):
        qtbot.keyClick(veld, Qt.Key.Key_Escape)
    assert len(_lijst(pagina).regels()) > len(Hulp().paginas())
    assert _lijst(pagina).currentIndex().data() == "Reservekopie"


def test_nothing_found_says_what_to_do(pagina: HandleidingPagina, navigator: Navigator, qtbot: QtBot) -> None:
    _zoek(qtbot, pagina, "xylofoon")
    teksten = [alinea.text() for alinea in pagina.findChildren(Alinea) if alinea.isVisible()]
    assert teksten == ["Niets gevonden voor ‘xylofoon’. Probeer een ander woord, of alleen het begin ervan."]
    qtbot.keyClick(_zoekvak(pagina).veld, Qt.Key.Key_Return)
    assert navigator.huidige == Plek("handleiding", extra="reservekopie")


def test_screen_reader_gets_names(pagina: HandleidingPagina, qtbot: QtBot) -> None:
    _zoek(qtbot, pagina, "bitlocker")
    lijst = _lijst(pagina)
    gelezen = lijst.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert gelezen.startswith("Voor de IT-afdeling. ")
    assert "\x02" not in gelezen
    for deel in (lijst, _blad(pagina), _zoekvak(pagina).veld):
        assert QAccessible.queryAccessibleInterface(deel).text(QAccessible.Text.Name)


def test_colours_follow_the_theme(pagina: HandleidingPagina, thema: Thema) -> None:
    blad = _blad(pagina)

    def kopkleur() -> str:
        return blad.document().begin().begin().fragment().charFormat().foreground().color().name()

    assert kopkleur() == thema.kleuren.kop
    licht = thema.kleuren.kop
    thema.kies(ThemaKeuze.DONKER)
    assert kopkleur() == thema.kleuren.kop != licht


def test_text_stays_narrow_enough_to_read(pagina: HandleidingPagina, qtbot: QtBot, thema: Thema) -> None:
    pagina.resize(2400, 900)
    qtbot.waitUntil(lambda: _blad(pagina).viewport().width() > 1000)
    assert _blad(pagina).document().textWidth() <= thema.px(760 + 64)
    pagina.resize(700, 600)
    qtbot.waitUntil(lambda: _blad(pagina).viewport().width() < 600)
    assert _blad(pagina).document().textWidth() <= _blad(pagina).viewport().width()
