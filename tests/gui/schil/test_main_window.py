"""The window: finds the way, names nobody in its title, and lets no key through behind another screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.models.errors import UserError
from desktop.views.main_window import HoofdVenster, MenuActie, RailItem
from desktop.views.navigatie import Navigator, Pagina, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Knop, Label, Toast
from desktop.views.work import Work
from desktop.views.zoeken.rijen import Trefferrij

CTRL, ALT, GEEN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
RAIL = [
    RailItem("home", "Home", "house"),
    RailItem("leerlingen", "Leerlingen", "graduation-cap"),
    RailItem("rol", "Meldcode", "shield-warning", "meldcode"),
]
GEHEIM = "Noa Yılmaz"


class Proef(Pagina):
    """A page that notes what it is asked."""

    def __init__(self, sleutel: str, rail: str = "", kan: bool = False) -> None:
        super().__init__()
        self.sleutel, self.rail, self.kan = sleutel, rail, kan
        self.handleiding = f"uitleg-{sleutel}"
        self.gezien: list[str] = []
        self.mag = True
        self.veld = QLineEdit()
        QVBoxLayout(self).addWidget(self.veld)

    def titel(self) -> str:
        return f"{self.sleutel} van {GEHEIM}"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        return (("Leerlingen", Plek("leerlingen")),)

    def toon(self, plek: Plek) -> None:
        self.gezien.append(f"toon {plek.extra}")

    def mag_weg(self) -> bool:
        return self.mag

    def nieuw(self) -> bool:
        self.gezien.append("nieuw")
        return self.kan

    def druk_af(self) -> bool:
        self.gezien.append("druk af")
        return self.kan


class Opstelling:
    """A window with three kinds of page, on screen."""

    def __init__(self, qtbot: QtBot, thema: Thema, navigator: Navigator, work: Work, klaar: Sequence[str] = ()) -> None:
        self.gebouwd: list[str] = []
        self.navigator = navigator
        paginas: dict[str, Callable[[], Pagina]] = {
            "home": lambda: self.bouw("home"),
            "leerlingen": lambda: self.bouw("leerlingen", kan=True),
            "leerling": lambda: self.bouw("leerling", rail="leerlingen"),
            "rol": lambda: self.bouw("rol"),
        }
        acties = [MenuActie("wissel", "Wissel van account", "users"), MenuActie("over", "Over", "info", True)]
        self.venster = HoofdVenster(thema, navigator, work, paginas, RAIL, acties, klaar=klaar)
        qtbot.addWidget(self.venster)
        self.venster.resize(1280, 720)
        with qtbot.waitExposed(self.venster):
            self.venster.show()
        self.venster.activateWindow()
        qtbot.waitUntil(self.venster.isActiveWindow)
        navigator.ga(Plek("home"))

    def bouw(self, sleutel: str, rail: str = "", kan: bool = False) -> Proef:
        self.gebouwd.append(sleutel)
        return Proef(sleutel, rail, kan)

    @property
    def pagina(self) -> Proef:
        pagina = self.venster.pagina()
        assert isinstance(pagina, Proef)
        return pagina


@pytest.fixture
def opstelling(qtbot: QtBot, thema: Thema, navigator: Navigator, work: Work) -> Opstelling:
    return Opstelling(qtbot, thema, navigator, work)


def test_a_page_is_built_when_it_is_first_asked_for(opstelling: Opstelling) -> None:
    assert opstelling.gebouwd == ["home"]
    for plek in (Plek("leerlingen"), Plek("home"), Plek("leerlingen", extra="x")):
        opstelling.navigator.ga(plek)
    assert opstelling.gebouwd == ["home", "leerlingen"]
    assert opstelling.pagina.gezien == ["toon ", "toon x"]


def test_what_one_goes_to_next_is_built_while_one_looks_at_home(
    qtbot: QtBot, thema: Thema, navigator: Navigator, work: Work
) -> None:
    opstelling = Opstelling(qtbot, thema, navigator, work, klaar=("nergens", "rol", "leerlingen"))
    focus = opstelling.venster.focusWidget()
    qtbot.waitUntil(lambda: opstelling.gebouwd == ["home", "rol", "leerlingen"])
    assert opstelling.pagina.sleutel == "home" and opstelling.venster.focusWidget() is focus
    navigator.ga(Plek("rol"))
    assert opstelling.gebouwd == ["home", "rol", "leerlingen"]
    assert opstelling.pagina.gezien == ["toon "] and opstelling.pagina.isAncestorOf(opstelling.venster.focusWidget())


def test_nothing_is_built_ahead_where_one_works(qtbot: QtBot, thema: Thema, navigator: Navigator, work: Work) -> None:
    opstelling = Opstelling(qtbot, thema, navigator, work, klaar=("rol",))
    navigator.ga(Plek("leerlingen"))
    qtbot.waitUntil(lambda: not opstelling.venster.findChildren(QTimer)[0].isActive())
    assert opstelling.gebouwd == ["home", "leerlingen"]
    navigator.ga(Plek("home"))
    qtbot.waitUntil(lambda: "rol" in opstelling.gebouwd)


def test_the_title_never_names_a_pupil(qtbot: QtBot, opstelling: Opstelling) -> None:
    venster = opstelling.venster
    for plek, titel in (
        (Plek("home"), "Home · Vangnet"),
        (Plek("leerling"), "Leerlingen · Vangnet"),
        (Plek("rol", extra="meldcode"), "Meldcode · Vangnet"),
        (Plek("rol", extra="ib"), "Vangnet"),
    ):
        opstelling.navigator.ga(plek)
        assert venster.windowTitle() == titel
    opstelling.navigator.ga(Plek("leerling"))
    assert GEHEIM in {label.text() for label in venster.balk.findChildren(Label)} or any(
        GEHEIM in label.accessibleName() for label in venster.balk.findChildren(Label)
    )
    qtbot.keyClick(venster, Qt.Key.Key_F9)
    assert venster.windowTitle() == "Vangnet"
    qtbot.keyClick(venster, Qt.Key.Key_F9)


def test_an_unknown_page_is_said_honestly(opstelling: Opstelling) -> None:
    opstelling.navigator.ga(Plek("calamiteiten"))
    assert opstelling.pagina.sleutel == "home"
    assert [b.zin for b in opstelling.venster.banners.banners()] == ["Deze pagina is er nog niet in deze versie."]


def test_the_rail_leads_and_shows_where_one_is(qtbot: QtBot, opstelling: Opstelling) -> None:
    knoppen = opstelling.venster.rail.knoppen
    assert [knop.accessibleName() for knop in knoppen.values()] == ["Home", "Leerlingen", "Meldcode"]
    qtbot.keyClick(knoppen[RAIL[1]], Qt.Key.Key_Return)
    assert opstelling.pagina.sleutel == "leerlingen"
    opstelling.navigator.ga(Plek("leerling"))
    assert [item.label for item, knop in knoppen.items() if knop.hier] == ["Leerlingen"]
    qtbot.mouseClick(knoppen[RAIL[2]], Qt.MouseButton.LeftButton)
    assert opstelling.navigator.huidige == Plek("rol", extra="meldcode")
    with qtbot.waitSignal(opstelling.venster.vergrendel):
        qtbot.keyClick(opstelling.venster.rail.slot, Qt.Key.Key_Space)


@pytest.mark.parametrize("hoe", ["rail", "toets", "kruimel"])
def test_a_page_that_holds_back_is_not_left(qtbot: QtBot, opstelling: Opstelling, hoe: str) -> None:
    opstelling.navigator.ga(Plek("leerling"))
    opstelling.pagina.mag = False
    if hoe == "rail":
        opstelling.venster.rail.knoppen[RAIL[0]].click()
    elif hoe == "toets":
        qtbot.keyClick(opstelling.venster, Qt.Key.Key_Left, ALT)
    else:
        opstelling.venster.balk.kruimels.gekozen.emit(Plek("home"))
    assert opstelling.pagina.sleutel == "leerling"
    knoppen = opstelling.venster.rail.knoppen
    assert [item.label for item, knop in knoppen.items() if knop.hier] == ["Leerlingen"]
    assert not opstelling.venster.close()
    opstelling.pagina.mag = True
    with qtbot.waitSignal(opstelling.venster.sluit):
        assert opstelling.venster.close()


def test_the_keys_of_the_way(qtbot: QtBot, opstelling: Opstelling) -> None:
    opstelling.navigator.ga(Plek("leerlingen"))
    for toets, sleutel in (
        (Qt.Key.Key_Left, "home"),
        (Qt.Key.Key_Right, "leerlingen"),
        (Qt.Key.Key_Home, "home"),
    ):
        qtbot.keyClick(opstelling.venster, toets, ALT)
        assert opstelling.pagina.sleutel == sleutel


def test_the_keys_of_the_program(qtbot: QtBot, opstelling: Opstelling) -> None:
    venster = opstelling.venster
    with qtbot.waitSignal(venster.handleiding) as pagina:
        qtbot.keyClick(venster, Qt.Key.Key_F1)
    assert pagina.args == ["uitleg-home"]
    with qtbot.waitSignal(venster.vergrendel):
        qtbot.keyClick(venster, Qt.Key.Key_L, CTRL)
    qtbot.keyClick(venster, Qt.Key.Key_K, CTRL)
    assert venster.balk.zoekvak.veld.hasFocus()


@pytest.mark.parametrize(("toets", "gezien"), [(Qt.Key.Key_N, "nieuw"), (Qt.Key.Key_P, "druk af")])
def test_new_and_print_go_to_the_page(qtbot: QtBot, opstelling: Opstelling, toets: Qt.Key, gezien: str) -> None:
    opstelling.navigator.ga(Plek("leerlingen"))
    qtbot.keyClick(opstelling.venster, toets, CTRL)
    assert gezien in opstelling.pagina.gezien
    assert not opstelling.venster.findChildren(Toast)
    opstelling.navigator.ga(Plek("home"))
    qtbot.keyClick(opstelling.venster, toets, CTRL)
    assert gezien in opstelling.pagina.gezien
    assert len(opstelling.venster.findChildren(Toast)) == 1


def test_another_screen_takes_everything(qtbot: QtBot, opstelling: Opstelling) -> None:
    venster = opstelling.venster
    opstelling.navigator.ga(Plek("leerling"))
    slot = QLabel("Kluis is vergrendeld")
    venster.toon_scherm(slot)
    assert venster.pagina() is None
    assert venster.windowTitle() == "Vangnet"
    assert slot.isVisible() and not venster.schil.isVisible()
    for toets, extra in ((Qt.Key.Key_Home, ALT), (Qt.Key.Key_Left, ALT), (Qt.Key.Key_N, CTRL), (Qt.Key.Key_K, CTRL)):
        qtbot.keyClick(venster, toets, extra)
    assert opstelling.navigator.huidige == Plek("leerling")
    assert not venster.balk.zoekvak.veld.hasFocus()
    with qtbot.waitSignal(slot.destroyed):
        venster.toon_scherm(None)
    assert opstelling.pagina.sleutel == "leerling"


def test_after_a_lock_nothing_is_left(qtbot: QtBot, opstelling: Opstelling) -> None:
    venster = opstelling.venster
    opstelling.navigator.ga(Plek("leerling"))
    pagina = opstelling.pagina
    venster.balk.zoekvak.veld.setText(GEHEIM)
    venster.meld("info", f"Verslag van {GEHEIM}")
    venster.toast(f"Bewaard: {GEHEIM}")
    weg: list[int] = []
    pagina.destroyed.connect(lambda: weg.append(1))
    del pagina
    venster.vergeet_paginas()
    qtbot.waitUntil(lambda: bool(weg))
    assert opstelling.navigator.huidige is None
    assert venster.balk.zoekvak.tekst() == ""
    assert venster.banners.banners() == ()
    alles = [w.text() for soort in (QLabel, QLineEdit) for w in venster.findChildren(soort)]
    assert not any(GEHEIM in tekst for tekst in alles)
    assert not any(GEHEIM in w.accessibleName() for w in venster.findChildren(QLabel))
    opstelling.navigator.ga(Plek("leerling"))
    assert opstelling.gebouwd.count("leerling") == 2


def test_a_fault_that_nobody_took_becomes_a_banner(qtbot: QtBot, opstelling: Opstelling, work: Work) -> None:
    def faal() -> None:
        raise UserError("De schijf is vol.", "Maak ruimte.")

    owner = QObject()
    work.kluis(owner, faal)
    qtbot.waitUntil(lambda: bool(opstelling.venster.banners.banners()))
    assert opstelling.venster.banners.banners()[0].accessibleName() == "De schijf is vol. Maak ruimte."


def test_something_short_does_not_flicker(qtbot: QtBot, opstelling: Opstelling, work: Work) -> None:
    owner = QObject()
    work.werk(owner, lambda: None)
    assert not opstelling.venster.balk.bezig.isVisible()
    qtbot.waitUntil(lambda: work.open == 0)
    opstelling.venster.balk.zet_bezig(True)
    qtbot.waitUntil(opstelling.venster.balk.bezig.isVisible)
    opstelling.venster.balk.zet_bezig(False)
    assert not opstelling.venster.balk.bezig.isVisible()


def test_search_by_keyboard(qtbot: QtBot, opstelling: Opstelling) -> None:
    venster = opstelling.venster
    kop = Trefferrij("kop", "Plan")
    venster.zoek.connect(
        lambda tekst: venster.balk.uitkomsten.zet(
            [kop, *(Trefferrij("treffer", f"{tekst} {n}", n, icoon="file-text") for n in range(3))] if tekst else []
        )
    )
    qtbot.keyClick(venster, Qt.Key.Key_K, CTRL)
    veld = venster.balk.zoekvak.veld
    qtbot.keyClicks(veld, "noa")
    qtbot.waitUntil(venster.balk.uitkomsten.isVisible)
    onder = venster.balk.zoekvak.mapTo(venster, QPoint(0, venster.balk.zoekvak.height())).y()
    assert venster.balk.uitkomsten.mapTo(venster, QPoint(0, 0)).y() >= onder
    qtbot.keyClick(veld, Qt.Key.Key_Down)
    qtbot.keyClick(veld, Qt.Key.Key_Down)
    with qtbot.waitSignal(venster.zoek_gekozen) as gekozen:
        qtbot.keyClick(veld, Qt.Key.Key_Return)
    assert gekozen.args == [1]
    assert not venster.balk.uitkomsten.isVisible() and venster.balk.zoekvak.tekst() == ""


def test_enter_without_a_choice_searches_everything(qtbot: QtBot, opstelling: Opstelling) -> None:
    venster = opstelling.venster
    venster.zoek.connect(lambda tekst: venster.balk.uitkomsten.zet([]))
    qtbot.keyClick(venster, Qt.Key.Key_K, CTRL)
    veld = venster.balk.zoekvak.veld
    qtbot.keyClicks(veld, "pesten")
    qtbot.waitUntil(venster.balk.uitkomsten.isVisible)
    assert venster.balk.uitkomsten.leeg.isVisible()
    with qtbot.waitSignal(venster.zoek_alles) as alles:
        qtbot.keyClick(veld, Qt.Key.Key_Return)
    assert alles.args == ["pesten"]
    qtbot.keyClick(veld, Qt.Key.Key_Escape)
    assert venster.balk.zoekvak.tekst() == ""


def test_the_account_menu_says_what_was_chosen(qtbot: QtBot, opstelling: Opstelling) -> None:
    balk = opstelling.venster.balk
    opstelling.venster.zet_account("Marjan van den Berg", "intern begeleider")
    assert balk.avatar.accessibleName() == "Account van Marjan van den Berg, intern begeleider"
    keuzes = [a for a in balk.menu.actions() if not a.isSeparator()]
    assert [a.text() for a in keuzes] == ["Wissel van account", "Over"]
    with qtbot.waitSignal(opstelling.venster.account_actie) as gekozen:
        keuzes[1].trigger()
    assert gekozen.args == ["over"]
    qtbot.keyClick(balk.avatar, Qt.Key.Key_Return)
    assert balk.menu.isVisible()
    balk.menu.close()


def test_a_page_that_changes_its_name_is_read_again(opstelling: Opstelling) -> None:
    opstelling.navigator.ga(Plek("leerling"))
    opstelling.pagina.sleutel = "dossier"
    opstelling.pagina.veranderd.emit()
    assert opstelling.pagina.accessibleName() == f"dossier van {GEHEIM}"


def test_the_focus_comes_into_the_page(qtbot: QtBot, opstelling: Opstelling) -> None:
    for _ in range(2):
        opstelling.venster.balk.zoekvak.veld.setFocus()
        opstelling.navigator.ga(Plek("leerlingen"))
        pagina, focus = opstelling.pagina, QApplication.focusWidget()
        assert focus is pagina or (focus is not None and pagina.isAncestorOf(focus))
    if focus is pagina:
        qtbot.keyClick(pagina, Qt.Key.Key_Tab)
    assert pagina.veld.hasFocus()
    opstelling.navigator.ga(Plek("rol"))
    opstelling.navigator.terug()
    assert pagina.veld.hasFocus()


def test_the_demo_says_that_it_is_one(qtbot: QtBot, thema: Thema, work: Work) -> None:
    for demo in (True, False):
        venster = HoofdVenster(thema, Navigator(), work, {}, RAIL, demo=demo)
        qtbot.addWidget(venster)
        assert any("Demo" in label.text() for label in venster.schil.findChildren(Label)) is demo


@pytest.mark.parametrize("maat", [(640, 480), (1280, 720), (3840, 2160)])
def test_the_shell_fits_any_window(qtbot: QtBot, opstelling: Opstelling, maat: tuple[int, int]) -> None:
    venster = opstelling.venster
    venster.resize(*maat)
    qtbot.waitUntil(lambda: (venster.width(), venster.height()) == maat)
    opstelling.navigator.ga(Plek("leerling"))
    QApplication.processEvents()
    for deel in (venster.balk.avatar, venster.balk.zoekvak, venster.rail.slot, *venster.rail.knoppen.values()):
        assert venster.rect().contains(deel.mapTo(venster, QPoint(0, 0)))
        assert deel.width() > 30


def test_after_a_dialog_whose_opener_is_gone_the_focus_is_in_the_page(opstelling: Opstelling, qtbot: QtBot) -> None:
    """Qt would give it to what stands first: the way to home."""
    opstelling.navigator.ga(Plek("leerlingen"))
    pagina = opstelling.venster.pagina()
    assert isinstance(pagina, Proef)
    pagina.veld.setFocus()
    dialoog = QDialog(opstelling.venster)
    dialoog.open()
    dialoog.activateWindow()
    qtbot.waitUntil(dialoog.isActiveWindow)
    delete(pagina.veld)
    dialoog.reject()
    opstelling.venster.activateWindow()
    qtbot.waitUntil(opstelling.venster.isActiveWindow)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is pagina)


def test_the_words_of_the_way_here_stand_at_the_margin(opstelling: Opstelling) -> None:
    """As those of the page below it; the name of the school on home does too."""
    opstelling.navigator.ga(Plek("leerlingen"))
    QApplication.processEvents()
    stap = opstelling.venster.balk.kruimels.findChildren(Knop)[0]
    rand = 5  # border and padding of a step
    assert stap.mapTo(opstelling.venster.balk, QPoint(0, 0)).x() + rand == 32
