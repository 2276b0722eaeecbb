"""The reusable parts: pressed by Enter, literal with any text, and speaking to a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.theme import Thema
from desktop.views.widgets import (
    Alinea,
    Avatar,
    BannerVak,
    Bevestiging,
    Bezig,
    Bladvlak,
    Dialoog,
    IcoonKnop,
    KiesChip,
    Knop,
    KnopKaart,
    KortLabel,
    Kruimelpad,
    Label,
    LeegStaat,
    PersoonChip,
    Pil,
    StroomLayout,
    Toast,
    Zoekvak,
    kolom,
    maak_leeg,
    sneltoets,
)
from desktop.views.widgets.labels import breekbaar
from desktop.views.widgets.langetekst import LangeTekst

LASTIG = "<b>A & B</b> <img src='x'>"


def toon(qtbot: QtBot, widget: QWidget, breed: int = 400, hoog: int = 200) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(breed, hoog)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.mark.parametrize("toets", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("soort", ["knop", "icoon", "kaart", "avatar"])
def test_enter_and_space_press_every_button(qtbot: QtBot, thema: Thema, soort: str, toets: Qt.Key) -> None:
    knop = {
        "knop": lambda: Knop("Bewaar", thema, "primair"),
        "icoon": lambda: IcoonKnop("x", "Sluiten", thema),
        "kaart": lambda: KnopKaart(thema, "Titel", "Regel", "house"),
        "avatar": lambda: Avatar(thema, "M.v.d.B.", "Account van M."),
    }[soort]()
    toon(qtbot, knop)
    assert knop.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert knop.accessibleName()
    with qtbot.waitSignal(knop.clicked):
        qtbot.keyClick(knop, toets)


def test_a_disabled_button_stays_silent(qtbot: QtBot, thema: Thema) -> None:
    knop = Knop("Bewaar", thema)
    toon(qtbot, knop)
    knop.setEnabled(False)
    with qtbot.assertNotEmitted(knop.clicked):
        qtbot.keyClick(knop, Qt.Key.Key_Return)


def test_text_is_literal(qtbot: QtBot, thema: Thema) -> None:
    knop = Knop(LASTIG, thema)
    qtbot.addWidget(knop)
    assert knop.text() == LASTIG.replace("&", "&&")
    assert knop.accessibleName() == LASTIG
    for label in (Label(LASTIG), Alinea(LASTIG)):
        qtbot.addWidget(label)
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert label.text() == LASTIG


def test_a_short_label_keeps_its_whole_text_within_reach(qtbot: QtBot) -> None:
    label = KortLabel(LASTIG + " en nog veel meer tekst dan er ooit past")
    toon(qtbot, label, 80, 30)
    assert label.text().endswith("…")
    assert label.accessibleName() == label.heel()
    assert "<img" not in label.toolTip() and "&lt;img" in label.toolTip()
    label.resize(900, 30)
    assert label.text() == label.heel()
    assert label.toolTip() == ""


def test_running_text_is_as_high_as_it_needs_at_its_own_width(qtbot: QtBot) -> None:
    """A layout asks for the height at widths far beyond the widest that reads well."""
    alinea = Alinea("Een zin die doorloopt en nog een eind verder gaat. " * 12)
    qtbot.addWidget(alinea)
    assert alinea.heightForWidth(4000) == alinea.heightForWidth(alinea.maximumWidth())
    assert alinea.heightForWidth(300) > alinea.heightForWidth(700)


def test_flow_goes_on_at_the_next_line(qtbot: QtBot, thema: Thema) -> None:
    vlak = QWidget()
    stroom = StroomLayout(thema)
    vlak.setLayout(stroom)
    for n in range(8):
        stroom.addWidget(Knop(f"Knop nummer {n}", thema))
    toon(qtbot, vlak, 400, 400)
    vakken = [stroom.itemAt(n).geometry() for n in range(8)]
    assert len({vak.top() for vak in vakken}) > 1
    assert all(vak.right() <= 400 for vak in vakken)
    assert not any(a.intersects(b) for n, a in enumerate(vakken) for b in vakken[:n])
    assert stroom.heightForWidth(2000) < stroom.heightForWidth(400)


def test_a_flow_leaves_no_room_for_what_is_hidden(qtbot: QtBot, thema: Thema) -> None:
    vlak = QWidget()
    qtbot.addWidget(vlak)
    stroom = StroomLayout(thema, 12, vlak)
    delen = [QWidget() for _ in range(3)]
    for deel in delen:
        deel.setFixedSize(100, 20)
        stroom.addWidget(deel)
    delen[1].hide()
    vlak.resize(250, 60)
    vlak.show()
    qtbot.waitExposed(vlak)
    assert delen[2].pos().x() == delen[0].width() + thema.px(12)
    assert delen[2].pos().y() == delen[0].pos().y()


def test_a_layout_can_be_emptied(qtbot: QtBot, thema: Thema) -> None:
    vlak = QWidget()
    qtbot.addWidget(vlak)
    vak = kolom(thema, Label("een"), kolom(thema, Label("twee"), 1))
    vlak.setLayout(vak)
    maak_leeg(vak)
    assert vak.count() == 0
    assert not any(label.isVisibleTo(vlak) for label in vlak.findChildren(Label))


def test_a_state_has_icon_and_word(qtbot: QtBot, thema: Thema) -> None:
    pil = Pil(thema, "Concept", "waarschuwing")
    toon(qtbot, pil)
    assert pil.accessibleName() == "Concept"
    eerst = pil.grab().toImage()
    pil.zet("Vastgesteld", "goed")
    assert pil.accessibleName() == "Vastgesteld"
    assert pil.grab().toImage() != eerst


def test_a_chosen_filter_shows_a_mark(qtbot: QtBot, thema: Thema) -> None:
    chip = KiesChip("Alleen concepten", thema)
    toon(qtbot, chip)
    uit = chip.icon().pixmap(32, 32).toImage()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()
    assert chip.icon().pixmap(32, 32).toImage() != uit


def test_a_person_can_be_taken_out(qtbot: QtBot, thema: Thema) -> None:
    chip = PersoonChip(thema, "Elif Yılmaz", "moeder · gezag", "ouders")
    toon(qtbot, chip)
    assert chip.accessibleName() == "Elif Yılmaz, moeder · gezag"
    weg = chip.findChild(IcoonKnop)
    assert isinstance(weg, IcoonKnop) and weg.accessibleName() == "Elif Yılmaz weghalen"
    for doe in (lambda: weg.click(), lambda: qtbot.keyClick(chip, Qt.Key.Key_Delete)):
        with qtbot.waitSignal(chip.verwijderd):
            doe()


def test_an_empty_list_says_what_to_do(qtbot: QtBot, thema: Thema) -> None:
    leeg = LeegStaat(thema, "graduation-cap", "Nog geen leerlingen", "Lees ze in.", "Leerlingen inlezen")
    toon(qtbot, leeg)
    with qtbot.waitSignal(leeg.gekozen):
        leeg.findChild(Knop).click()


def test_the_same_banner_stands_once(qtbot: QtBot, thema: Thema) -> None:
    vak = BannerVak(thema)
    toon(qtbot, vak)
    gedaan: list[str] = []
    for _ in range(3):
        vak.zet("fout", "De schijf is vol.", "Maak ruimte.", "Opnieuw", lambda: gedaan.append("opnieuw"))
    vak.zet("info", "Iets anders.")
    assert [b.zin for b in vak.banners()] == ["Iets anders.", "De schijf is vol."]
    assert vak.banners()[1].accessibleName() == "De schijf is vol. Maak ruimte."
    vak.banners()[1].knop.click()
    assert gedaan == ["opnieuw"]
    vak.leeg()
    assert vak.banners() == () and not vak.isVisible()


def test_a_toast_goes_by_itself_and_can_undo(qtbot: QtBot, thema: Thema) -> None:
    venster = QWidget()
    toon(qtbot, venster, 600, 400)
    kort = Toast(thema, "Bewaard", venster, ms=1)
    with qtbot.waitSignal(kort.destroyed):
        assert kort.isVisible()
    lang = Toast(thema, "Verwijderd", venster, undo=True, ms=60_000)
    assert venster.rect().contains(lang.geometry())
    venster.resize(500, 300)
    assert venster.rect().contains(lang.geometry())
    with qtbot.waitSignal(lang.ongedaan):
        lang.knop.click()
    assert not lang.isVisible()


def test_long_work_shows_how_far_and_stops_once(qtbot: QtBot, thema: Thema) -> None:
    bezig = Bezig(thema, "Leerlingen inlezen")
    toon(qtbot, bezig)
    bezig.zet(30, 100)
    assert (bezig.balk.value(), bezig.balk.maximum()) == (30, 100)
    bezig.zet(0, 0)
    assert bezig.balk.maximum() == 0
    with qtbot.waitSignal(bezig.afgebroken):
        bezig.knop.click()
    assert not bezig.knop.isEnabled()


def test_search_asks_once_typing_rests(qtbot: QtBot, thema: Thema) -> None:
    vak = Zoekvak(thema, "Zoek …", "Ctrl K", rust_ms=20)
    toon(qtbot, vak)
    gevraagd: list[str] = []
    vak.gezocht.connect(gevraagd.append)
    qtbot.keyClicks(vak.veld, " noa ")
    qtbot.waitUntil(lambda: bool(gevraagd))
    assert gevraagd == ["noa"]
    with qtbot.waitSignal(vak.toets) as toets:
        qtbot.keyClick(vak.veld, Qt.Key.Key_Down)
    assert toets.args == [Qt.Key.Key_Down.value]
    vak.leeg()
    assert vak.tekst() == ""
    assert vak.veld.accessibleName() == "Zoek"


def test_the_way_here_leads_back(qtbot: QtBot, thema: Thema) -> None:
    pad = Kruimelpad(thema)
    toon(qtbot, pad)
    pad.zet([("Leerlingen", 1), ("Noa", 2)], "Gesprekken")
    knop = next(k for k in pad.findChildren(Knop) if k.accessibleName() == "Noa")
    with qtbot.waitSignal(pad.gekozen) as gekozen:
        qtbot.keyClick(knop, Qt.Key.Key_Return)
    assert gekozen.args == [2]


def test_what_destroys_is_named_and_not_the_default(qtbot: QtBot, thema: Thema) -> None:
    vraag = Bevestiging(thema, "Concept van Noa weggooien?", "Dit kan niet terug.", "Gooi concept weg", None)
    toon(qtbot, vraag)
    assert vraag.doen.accessibleName() == "Gooi concept weg"
    assert vraag.laten.hasFocus()
    assert vraag.windowTitle() == "Vangnet"
    with qtbot.waitSignal(vraag.rejected):
        qtbot.keyClick(vraag.laten, Qt.Key.Key_Return)
    vraag.show()
    with qtbot.waitSignal(vraag.accepted):
        vraag.doen.click()


def test_ctrl_enter_presses_the_primary_button_from_a_field_and_answers_no_question(qtbot: QtBot, thema: Thema) -> None:
    dialoog, gedrukt = Dialoog(thema, "Waarom?", None), []
    qtbot.addWidget(dialoog)
    veld = QPlainTextEdit()
    dialoog.inhoud.addWidget(veld)
    dialoog.voeg_knop("Terug")
    dialoog.voeg_knop("Leg vast", "primair").clicked.connect(lambda: gedrukt.append(1))
    vraag = Bevestiging(thema, "Vaststellen?", "Daarna ligt het vast.", "Stel vast", None, gevaar=False)
    qtbot.addWidget(vraag)
    vraag.doen.clicked.connect(lambda: gedrukt.append(2))
    for raam, waar in ((dialoog, veld), (vraag, vraag.laten)):
        raam.show()
        raam.activateWindow()
        qtbot.waitUntil(raam.isActiveWindow)
        waar.setFocus()
        qtbot.waitUntil(lambda raam=raam: QApplication.focusWindow() is raam.windowHandle())
        qtbot.keyClick(waar, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert gedrukt == [1]


@pytest.mark.parametrize(("initialen", "getoond"), [("M.v.d.B.", "MB"), ("N.", "N"), ("A.B.C.", "AC"), ("ib", "ib")])
def test_an_avatar_shows_first_and_last(qtbot: QtBot, thema: Thema, initialen: str, getoond: str) -> None:
    avatar = Avatar(thema, initialen, "Account")
    qtbot.addWidget(avatar)
    assert avatar.text() == getoond


def test_a_shortcut_says_itself(qtbot: QtBot, thema: Thema) -> None:
    knop = IcoonKnop("printer", "Afdrukken", thema)
    toon(qtbot, knop)
    gedaan: list[int] = []
    sneltoets(knop, "Ctrl+P", lambda: gedaan.append(1))
    assert knop.toolTip() == "Afdrukken (Ctrl+P)"
    knop.activateWindow()
    qtbot.waitUntil(knop.isActiveWindow)
    qtbot.keyClick(knop, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert gedaan == [1]


def test_a_card_is_high_enough_for_its_words(qtbot: QtBot, thema: Thema) -> None:
    kaart = KnopKaart(thema, "Een lange titel die over meer dan een regel gaat " * 2, "En een regel", "house")
    qtbot.addWidget(kaart)
    assert kaart.heightForWidth(200) > kaart.heightForWidth(900)
    assert kaart.accessibleName().endswith("En een regel")


def test_a_word_too_long_for_a_line_is_broken_and_stays_what_it_is(qtbot: QtBot) -> None:
    naam = "Hottentottententententoonstellingsterreinbewakersdochter"
    label = Label(naam)
    label.setWordWrap(True)
    qtbot.addWidget(label)
    assert label.text() == naam
    assert label.minimumSizeHint().width() < label.fontMetrics().horizontalAdvance(naam) / 2
    assert breekbaar("Gewone zin met woorden.") == "Gewone zin met woorden."


def test_a_button_with_a_name_becomes_narrow_and_tells_the_whole_name(qtbot: QtBot, thema: Thema) -> None:
    knop = Knop("Een heel lange naam & nog wat die nergens past", thema, "koppeling").krimpbaar()
    qtbot.addWidget(knop)
    knop.resize(thema.px(120), knop.sizeHint().height())
    with qtbot.waitExposed(knop):
        knop.show()
    assert knop.minimumSizeHint().width() <= thema.px(120) < knop.sizeHint().width()
    smal = knop.grab().toImage()
    assert "naam &amp; nog wat" in knop.toolTip() and knop.accessibleName().endswith("nergens past")
    knop.resize(knop.sizeHint())
    assert knop.toolTip() == "" and knop.grab().toImage() != smal


def test_a_megabyte_shows_its_beginning_and_goes_on_when_asked(qtbot: QtBot, thema: Thema) -> None:
    tekst = "Een zin van zes korte woorden. " * 1_000
    lang = LangeTekst(thema, tekst, "Wat is besproken")
    qtbot.addWidget(lang)

    def stukken() -> list[str]:
        return [alinea.text() for alinea in lang.findChildren(Alinea)]

    assert len(stukken()) == 1 and len(stukken()[0]) <= 12_000 and not lang.knop.isHidden()
    while not lang.knop.isHidden():
        qtbot.keyClick(lang.knop, Qt.Key.Key_Return)
    assert " ".join(stukken()) == tekst
    kort = LangeTekst(thema, "Kort.", "Wat is besproken")
    qtbot.addWidget(kort)
    assert kort.knop.isHidden() and kort.findChild(Alinea).accessibleName() == "Wat is besproken: Kort."


def test_a_new_toast_takes_the_place_of_the_last(qtbot: QtBot, thema: Thema) -> None:
    venster = QWidget()
    qtbot.addWidget(venster)
    venster.show()
    eerste = Toast(thema, "Gedaan: een stap", venster, undo=True, ms=60_000)
    Toast(thema, "Opgeslagen", venster, ms=60_000)
    assert [t.tekst for t in venster.findChildren(Toast) if t.isVisible()] == ["Opgeslagen"]
    assert eerste.isHidden()


def test_a_toast_goes_when_pressed_for_what_lies_under_it(qtbot: QtBot, thema: Thema) -> None:
    venster = QWidget()
    qtbot.addWidget(venster)
    venster.resize(600, 400)
    venster.show()
    toast = Toast(thema, "Bewaard", venster, ms=60_000)
    qtbot.mouseClick(toast, Qt.MouseButton.LeftButton)
    assert toast.isHidden()


def test_giving_everything_its_place_opens_no_list_of_a_choice(qtbot: QtBot) -> None:
    blad, keuze = Bladvlak(), QComboBox()
    qtbot.addWidget(blad)
    keuze.addItems(["een", "twee"])
    lijst = keuze.view().window()  # made when someone first asks for it, and never shown yet
    assert lijst is not blad.window()
    vak = QVBoxLayout(blad.vlak)
    blad.show()
    vak.addWidget(keuze)
    blad.schik()
    assert keuze.isVisible()
    assert not lijst.isVisible()
