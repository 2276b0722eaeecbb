"""The home page: counts, cards and headings come in as data, and every click goes to the navigator."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.home import EersteStap, Home, HomeGegevens, KaartSoort, Telling, VandaagKaart
from desktop.views.home.strook import STAPPEN
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema, ThemaKeuze
from desktop.views.widgets import Bladvlak, KnopKaart

ALGEMEEN = [
    (Plek("plan", extra="over-dit-plan"), "Over dit plan"),
    (Plek("sociale-kaart"), "Sociale kaart"),
    (Plek("plan", extra="contact"), "Contact en werkgroepen"),
    (Plek("plan", extra="veilig-thuis"), "Werkwijze Veilig Thuis"),
]
AGENDA = Plek("agenda")
KAARTEN = [VandaagKaart(f"Kaart {n}", "Uiterlijk morgen", KaartSoort.TEKENEN, Plek("verslag")) for n in range(5)]
STAPPEN_EERST = [
    EersteStap("Leerlingen inlezen", "Uit EDEXML", Plek("edexml"), gedaan=True),
    EersteStap("Ouders toevoegen", "Met gezag", Plek("leerlingen")),
]


def maak(qtbot: QtBot, thema: Thema, navigator: Navigator, calamiteit: Plek | None = None) -> Home:
    home = Home(thema, navigator, ALGEMEEN, AGENDA, calamiteit)
    qtbot.addWidget(home)
    home.resize(1192, 640)
    with qtbot.waitExposed(home):
        home.show()
    return home


def zichtbaar(home: QWidget, soort: type[QAbstractButton]) -> list[QAbstractButton]:
    """Return what is on screen; what was just put into a layout shows once the event loop ran."""
    QApplication.processEvents()
    return [knop for knop in home.findChildren(soort) if knop.isVisibleTo(home)]


def knoppen(home: QWidget) -> dict[str, QAbstractButton]:
    return {k.accessibleName(): k for k in zichtbaar(home, QAbstractButton)}


def test_every_click_leads_somewhere(qtbot: QtBot, thema: Thema, navigator: Navigator) -> None:
    home = maak(qtbot, thema, navigator)
    home.zet(HomeGegevens("", "", vandaag=KAARTEN))
    verwacht = {
        "Directeur": Plek("rol", extra="directeur"),
        "Sociale kaart": Plek("sociale-kaart"),
        "Over dit plan": Plek("plan", extra="over-dit-plan"),
        "Alle onderwerpen": Plek("plan"),
        "Meldcode: vijf stappen en het afwegingskader": Plek("meldcode"),
        "Meldcode stap 4: Wegen": Plek("plan", extra="meldcode-wegen-zorg"),
        "Kaart 1. Uiterlijk morgen": Plek("verslag"),
        "Naar de agenda": AGENDA,
    }
    for naam, plek in verwacht.items():
        qtbot.keyClick(knoppen(home)[naam], Qt.Key.Key_Return)
        assert navigator.huidige == plek, naam


def test_every_button_has_a_name_and_the_focus(qtbot: QtBot, thema: Thema, navigator: Navigator) -> None:
    home = maak(qtbot, thema, navigator)
    home.zet(HomeGegevens("", "", vandaag=KAARTEN))
    alle = zichtbaar(home, QAbstractButton)
    assert len(alle) == 9 + 1 + len(STAPPEN) + 4 + 1 + 1 + len(ALGEMEEN)
    for knop in alle:
        assert knop.accessibleName(), knop
        assert knop.focusPolicy() & Qt.FocusPolicy.TabFocus, knop.accessibleName()


def test_counts_come_in_as_data(qtbot: QtBot, thema: Thema, navigator: Navigator) -> None:
    home = maak(qtbot, thema, navigator)
    home.zet(HomeGegevens("", "", {"leerkracht": Telling(2, 1), "meldcode": Telling(4)}))
    assert "Leerkracht, 2 taken open, 1 te laat" in knoppen(home)
    QApplication.processEvents()
    namen = [w.accessibleName() for w in home.strook.findChildren(QWidget) if w.isVisibleTo(home)]
    assert "4 taken open" in namen


def test_an_empty_vault_shows_the_first_steps(qtbot: QtBot, thema: Thema, navigator: Navigator) -> None:
    home = maak(qtbot, thema, navigator)
    home.zet(HomeGegevens("", "", vandaag=KAARTEN, eerste_stappen=STAPPEN_EERST))
    kaarten = [k.accessibleName() for k in zichtbaar(home, KnopKaart)]
    assert kaarten == ["Leerlingen inlezen. Klaar", "Ouders toevoegen. Met gezag"]
    klaar = [EersteStap(s.titel, s.regel, s.plek, gedaan=True) for s in STAPPEN_EERST]
    home.zet(HomeGegevens("", "", vandaag=KAARTEN[:1], eerste_stappen=klaar))
    assert [k.accessibleName() for k in zichtbaar(home, KnopKaart)] == ["Kaart 0. Uiterlijk morgen"]


@pytest.mark.parametrize("er_is", [True, False])
def test_no_button_without_a_place(qtbot: QtBot, thema: Thema, navigator: Navigator, er_is: bool) -> None:
    home = maak(qtbot, thema, navigator, Plek("calamiteiten") if er_is else None)
    assert any("Calamiteit" in naam for naam in knoppen(home)) is er_is


@pytest.mark.parametrize(("breed", "hoog"), [(1192, 640), (1352, 820), (3752, 2080), (552, 400)])
def test_all_fits_beside_each_other_or_below(
    qtbot: QtBot, thema: Thema, navigator: Navigator, breed: int, hoog: int
) -> None:
    """No button overlaps another, none is cut at the side, and in the usual sizes nothing needs scrolling."""
    home = maak(qtbot, thema, navigator)
    home.zet(HomeGegevens("", "", {"ib": Telling(3, 1)}, KAARTEN))
    home.resize(breed, hoog)
    qtbot.waitUntil(lambda: home.width() == breed and home.infographic.width() <= breed)
    vlak = home.infographic.parentWidget()
    assert vlak is not None and vlak.width() <= breed
    vakken: list[tuple[str, QRect]] = []
    for naam, knop in knoppen(home).items():
        vak = QRect(knop.mapTo(vlak, QPoint(0, 0)), knop.size())
        assert vlak.rect().contains(vak), naam
        assert knop.width() >= min(knop.minimumSizeHint().width(), 160), naam
        if knop.parentWidget() is not home.infographic:
            vakken.append((naam, vak))
    for n, (naam, vak) in enumerate(vakken):
        assert [ander for ander, v in vakken[:n] if v.intersects(vak)] == [], naam
    if breed > 900:
        assert vlak.height() <= home.height()


@pytest.mark.parametrize("hoog", [640, 480])
@pytest.mark.parametrize("breed", [1192, 1112, 1092, 1064, 1040, 1000, 960, 920, 880])
def test_nothing_is_cut_at_the_right_at_any_width(
    qtbot: QtBot, thema: Thema, navigator: Navigator, breed: int, hoog: int
) -> None:
    """The window opens 1152 wide on a screen of 1280: beside the rail that leaves 1064."""
    home = Home(thema, navigator, [*ALGEMEEN, (Plek("plan", extra="x"), "Bestuurlijke monitoring")], AGENDA)
    qtbot.addWidget(home)
    home.zet(HomeGegevens("", "", vandaag=KAARTEN, tellingen={"meldcode": Telling(3, 2)}))
    home.resize(breed, hoog)
    with qtbot.waitExposed(home):
        home.show()
    QApplication.processEvents()
    blad = home.findChild(Bladvlak)
    assert blad is not None
    assert blad.horizontalScrollBar().maximum() == 0
    naast = home._rechts.mapTo(home, QPoint(0, 0)).x() > home.infographic.mapTo(home, QPoint(0, 0)).x()
    assert naast == (breed >= 1040), "side by side as long as it fits"


def test_a_low_window_shows_fewer_cards_and_the_whole_calamity_button(
    qtbot: QtBot, thema: Thema, navigator: Navigator, monkeypatch: pytest.MonkeyPatch
) -> None:
    koppen = [(Plek("plan", extra=f"kop{n}"), f"Kop {n}") for n in range(10)]
    home = Home(thema, navigator, koppen, AGENDA, Plek("calamiteiten"))
    qtbot.addWidget(home)
    home.show()
    home.zet(HomeGegevens("", "", vandaag=KAARTEN))
    for hoog, aantal in ((820, 4), (619, 3), (820, 4), (300, 2)):
        home.resize(1192, hoog)
        QApplication.processEvents()
        assert len(zichtbaar(home, KnopKaart)) == aantal
        if hoog > 600:
            knop = knoppen(home)["Calamiteit: start logboek"]
            assert knop.mapTo(home, QPoint(0, knop.height())).y() <= hoog - 8
            assert home.strook.mapTo(home, QPoint(0, home.strook.height())).y() <= hoog - 8
    home.resize(1192, 619)
    home.zet(HomeGegevens("", "", vandaag=KAARTEN))
    qtbot.waitUntil(lambda: len(zichtbaar(home, KnopKaart)) == 3, timeout=2000)
    keren: list[bool] = []
    monkeypatch.setattr(home, "_pas_kaarten", lambda: keren.append(True))
    for _ in range(5):
        QApplication.processEvents()
    assert not keren, "making room asks for room again, without end"


def test_a_theme_change_needs_no_rebuilding(qtbot: QtBot, thema: Thema, navigator: Navigator) -> None:
    home = maak(qtbot, thema, navigator)
    licht = home.infographic.grab().toImage()
    try:
        thema.kies(ThemaKeuze.DONKER)
        assert home.infographic.grab().toImage() != licht
    finally:
        thema.kies(ThemaKeuze.LICHT)
    assert home.infographic.grab().toImage() == licht


def test_where_only_the_plan_shows_unlocking_is_the_way_to_work(
    qtbot: QtBot, thema: Thema, navigator: Navigator
) -> None:
    gevraagd: list[bool] = []
    home = Home(thema, navigator, ALGEMEEN, ontgrendel=lambda: gevraagd.append(True))
    qtbot.addWidget(home)
    home.resize(1192, 640)
    home.show()
    qtbot.keyClick(
        knoppen(home)["Ontgrendel de kluis. Voor leerlingen, gesprekken en wat er open staat"], Qt.Key.Key_Return
    )
    assert gevraagd == [True]
