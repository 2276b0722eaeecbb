"""Each field kind by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.models.calamiteit import CrisisRol
from desktop.models.core import Bijlage, Wie
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.vervolg import Ondertekening
from desktop.views.forms.bijlagen import BijlagenVeld, toon_grootte
from desktop.views.forms.formulier import Formulier
from desktop.views.forms.keuzevelden import JaNeeVeld, KaartKeuze, LijstKeuze
from desktop.views.forms.personen import PersonenVeld, tint
from desktop.views.forms.tekstvelden import LangVeld, TekstVeld, naar_scherm, van_scherm
from desktop.views.forms.tijdvelden import DatumVeld, TijdVeld

Toon = Callable[..., Formulier]
K = Qt.Key


def _editor(formulier: Formulier, naam: str) -> Any:
    veld = formulier.veld(naam)
    assert veld is not None
    return veld.editor


def _ga(formulier: Formulier, naam: str) -> Any:
    editor = _editor(formulier, naam)
    editor.widgets()[0].setFocus()
    return editor


def test_a_date_is_read_and_written_out_on_leaving(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg"})
    veld = _ga(formulier, "datum")
    assert isinstance(veld, DatumVeld)
    qtbot.keyClicks(veld.regel, "gisteren")
    assert formulier.values()["datum"] == "2026-11-19"
    qtbot.keyClick(veld.regel, K.Key_Tab)
    assert veld.regel.text() == "do 19 november 2026"
    veld.regel.setFocus()
    qtbot.keyClick(veld.regel, K.Key_Up)
    assert formulier.values()["datum"] == "2026-11-20"
    qtbot.keyClick(veld.regel, K.Key_PageDown)
    assert formulier.values()["datum"] == "2026-11-13"


def test_a_text_that_is_no_date_stays_and_is_flagged(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg"})
    veld = _ga(formulier, "datum")
    qtbot.keyClicks(veld.regel, "31-2-2026")
    qtbot.keyClick(veld.regel, K.Key_Tab)
    assert formulier.values()["datum"] == "31-2-2026"
    fout = formulier.veld("datum").foutlabel()  # type: ignore[union-attr]
    assert fout is not None and "geen bestaande datum" in fout.text()
    assert "geen bestaande datum" in veld.regel.accessibleDescription()
    veld.regel.setFocus()
    veld.regel.selectAll()
    qtbot.keyClicks(veld.regel, "1-3")
    assert formulier.veld("datum").foutlabel() is None  # type: ignore[union-attr]


def test_an_empty_date_is_none_and_up_starts_today(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg", "datum": "2026-11-19"})
    veld = _ga(formulier, "datum")
    veld.regel.selectAll()
    qtbot.keyClick(veld.regel, K.Key_Delete)
    assert formulier.values()["datum"] is None
    qtbot.keyClick(veld.regel, K.Key_Up)
    assert formulier.values()["datum"] == "2026-11-20"


def test_the_calendar_chooses(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg", "datum": "2026-11-19"})
    veld = _editor(formulier, "datum")
    veld.kalenderknop.click()
    kalender = veld.findChild(QCalendarWidget)
    kalender.setFocus()
    for toets in (K.Key_Right, K.Key_Return):
        qtbot.keyClick(QApplication.focusWidget() or kalender, toets)
    assert formulier.values()["datum"] == "2026-11-20"


def test_a_time_is_read_and_written_out(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg", "tijd": "14:30:00"})
    veld = _ga(formulier, "tijd")
    assert isinstance(veld, TijdVeld)
    assert veld.regel.text() == "14:30"
    veld.regel.selectAll()
    qtbot.keyClicks(veld.regel, "840")
    qtbot.keyClick(veld.regel, K.Key_Tab)
    assert (veld.regel.text(), formulier.values()["tijd"]) == ("08:40", "08:40:00")
    veld.regel.setFocus()
    veld.regel.selectAll()
    qtbot.keyClicks(veld.regel, "straks")
    qtbot.keyClick(veld.regel, K.Key_Tab)
    assert formulier.values()["tijd"] == "straks"
    assert formulier.veld("tijd").foutlabel() is not None  # type: ignore[union-attr]


def test_many_choices_are_a_list_that_a_wheel_leaves_alone(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg"})
    veld = _ga(formulier, "soort")
    assert isinstance(veld, LijstKeuze) and isinstance(veld.lijst, QComboBox)
    qtbot.keyClick(veld.lijst, K.Key_Down)
    assert formulier.values()["soort"] == "hgkm"
    qtbot.keyClick(veld.lijst, K.Key_Delete)
    assert formulier.values()["soort"] is None


def test_few_choices_are_cards_with_arrows(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Ondertekening, {"uitkomst": "akkoord", "wijze": "scherm"})
    veld = _editor(formulier, "wijze")
    assert isinstance(veld, KaartKeuze)
    eerste = veld.knoppen[0][0]
    eerste.setFocus()
    qtbot.keyClick(eerste, K.Key_Down)
    assert formulier.values()["wijze"] == "papier"
    assert veld.knoppen[1][0].hasFocus()
    qtbot.keyClick(veld.knoppen[1][0], K.Key_Space)
    assert formulier.values()["wijze"] is None


def test_tab_stops_at_the_first_choice_after_another_was_shown(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Ondertekening, {"uitkomst": "akkoord", "wijze": "papier"})
    veld = _editor(formulier, "wijze")
    veld.knoppen[1][0].setFocus()
    veld.knoppen[1][0].clearFocus()
    formulier.laad({"uitkomst": "akkoord"})
    assert [bool(knop.focusPolicy() & Qt.FocusPolicy.TabFocus) for knop, _ in veld.knoppen[:2]] == [True, False]
    formulier.laad({"uitkomst": "akkoord", "wijze": "papier"})
    assert [bool(knop.focusPolicy() & Qt.FocusPolicy.TabFocus) for knop, _ in veld.knoppen[:2]] == [False, True]


def test_a_list_opens_with_every_line_in_view_and_a_wheel_takes_no_focus(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg"})
    lijst = _editor(formulier, "soort").lijst
    assert not lijst.focusPolicy() & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus
    lijst.showPopup()
    try:
        assert lijst.view().verticalScrollBar().maximum() == 0
    finally:
        lijst.hidePopup()


def test_an_answer_begins_with_a_capital(toon: Toon) -> None:
    formulier = toon(Ondertekening, {"uitkomst": "akkoord", "wijze": "scherm"})
    assert _editor(formulier, "wijze").knoppen[0][0].text() == "Op het scherm"


@pytest.mark.parametrize(("toets", "waarde"), [(K.Key_J, True), (K.Key_N, False)])
def test_yes_and_no_by_letter_and_back_to_unknown(toon: Toon, qtbot: QtBot, toets: Qt.Key, waarde: bool) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg"})
    veld = _ga(formulier, "samengevat")
    assert isinstance(veld, JaNeeVeld)
    qtbot.keyClick(veld.knoppen[0][0], toets)
    assert formulier.values()["samengevat"] is waarde
    knop = next(k for k, w in veld.knoppen if w is waarde)
    assert knop.isChecked() and knop.hasFocus()
    qtbot.keyClick(knop, K.Key_Space)
    assert formulier.values()["samengevat"] is None
    assert not knop.isChecked()


def test_several_choices_are_boxes(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag, {"soort": "hgkm", "gevaar": True, "gevaar_gronden": ["anders"]})
    vak = _editor(formulier, "gevaar_gronden").vakken[0][0]
    assert isinstance(vak, QCheckBox)
    vak.setFocus()
    qtbot.keyClick(vak, K.Key_Space)
    assert formulier.values()["gevaar_gronden"] == ["eergerelateerd", "anders"]


def _plak(vlak: Any, tekst: str) -> None:
    data = QMimeData()
    data.setText(tekst)
    vlak.insertFromMimeData(data)


def test_paste_from_word_arrives_clean_and_is_one_undo_step(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg", "besproken": "Begin. "})
    veld = _ga(formulier, "besproken")
    assert isinstance(veld, LangVeld)
    veld.vlak.moveCursor(veld.vlak.textCursor().MoveOperation.End)
    _plak(veld.vlak, "Eén\x07 e\u0301n\u2028nog\u202e een\r\nregel\ufeff")
    assert formulier.values()["besproken"] == "Begin. Eén én\nnog een\nregel"
    qtbot.keyClick(veld.vlak, K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert formulier.values()["besproken"] == "Begin. "


def test_a_pasted_megabyte_in_one_paragraph_comes_out_whole(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg"})
    veld = _ga(formulier, "besproken")
    tekst = "Noa is sinds de vakantie stiller. " * 30_000 + "a" * 20_000
    _plak(veld.vlak, tekst)
    assert formulier.values()["besproken"] == tekst
    # a key lays out one paragraph: none may be long
    blokken = veld.vlak.document()
    assert max(len(blokken.findBlockByNumber(n).text()) for n in range(blokken.blockCount())) <= 8_001
    qtbot.keyClick(veld.vlak, K.Key_Return)
    qtbot.keyClicks(veld.vlak, "x")
    assert formulier.values()["besproken"] == tekst + "\nx"
    veld.vlak.selectAll()
    assert veld.vlak.createMimeDataFromSelection().text() == tekst + "\nx"
    assert van_scherm(naar_scherm(tekst)) == tekst


def test_a_long_text_grows_and_then_scrolls(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg"})
    veld = _ga(formulier, "besproken")
    laag = veld.vlak.height()
    _plak(veld.vlak, "regel\n" * 9)
    qtbot.waitUntil(lambda: veld.vlak.height() > 2 * laag)
    midden = veld.vlak.height()
    qtbot.waitUntil(lambda: veld.vlak.verticalScrollBar().maximum() == 0)
    _plak(veld.vlak, "regel\n" * 90)
    qtbot.waitUntil(lambda: veld.vlak.height() > midden)
    assert veld.vlak.verticalScrollBar().maximum() > 0
    assert veld.vlak.height() < 600


def test_the_page_follows_the_writing(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg"})
    veld = _ga(formulier, "vervolg")
    vlak = formulier.parentWidget().parentWidget()
    for _ in range(12):
        qtbot.keyClick(veld.vlak, K.Key_Return)
        QApplication.processEvents()
    midden = veld.vlak.viewport().mapTo(vlak, veld.vlak.cursorRect().center())
    assert vlak.rect().contains(midden)


def test_one_line_keeps_more_than_qt_would_and_no_line_ends(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg"})
    veld = _ga(formulier, "onderwerp")
    assert isinstance(veld, TekstVeld)
    veld.regel.insert("a" * 40_000)
    veld.gewijzigd.emit()
    assert formulier.values()["onderwerp"] == "a" * 40_000
    veld.regel.selectAll()
    veld.regel.insert("een\ntwee\x07")
    veld.gewijzigd.emit()
    assert formulier.values()["onderwerp"] == "een twee"


def test_a_name_becomes_initials_and_can_be_put_back(toon: Toon, qtbot: QtBot) -> None:
    rij = {"rij": str(UUID(int=1)), "initialen": "", "hoedanigheid": ""}
    formulier = toon(Gespreksverslag, {"soort": "zorg", "anderen": [rij]})
    cel = _editor(formulier, "anderen").rijen[0].cellen[0]
    regel = cel.editor.regel
    regel.setFocus()
    qtbot.keyClicks(regel, "Anne van den Berg")
    qtbot.keyClick(regel, K.Key_Tab)
    assert formulier.values()["anderen"] == [rij | {"initialen": "A.v.d.B."}]
    assert cel.herstel()
    assert formulier.values()["anderen"] == [rij | {"initialen": "Anne van den Berg"}]
    regel.setFocus()
    qtbot.keyClick(regel, K.Key_Tab)  # what was put back stays
    assert regel.text() == "Anne van den Berg"
    regel.setFocus()
    qtbot.keyClicks(regel, "!")
    qtbot.keyClick(regel, K.Key_Tab)
    qtbot.keyClick(regel, K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert regel.text() == "Anne van den Berg!"


def test_people_are_found_added_and_taken_out_by_keyboard(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg", "ouders": []})
    veld = _ga(formulier, "ouders")
    assert isinstance(veld, PersonenVeld)
    qtbot.keyClick(veld.voeg_knop, K.Key_Return)
    invoer = veld.findChild(QLineEdit)
    assert invoer is not None and invoer.isVisible()
    qtbot.keyClicks(invoer, "bak")
    qtbot.keyClick(invoer, K.Key_Return)
    assert formulier.values()["ouders"] == [
        {"persoon": None, "naam": "Sam Bakker", "hoedanigheid": "vader", "gezag": "nee"}
    ]
    assert veld.voeg_knop.hasFocus()
    # beside the chip, not behind it: the next one is added with the mouse too
    QApplication.sendPostedEvents(None, int(QEvent.Type.LayoutRequest))
    assert veld.voeg_knop.mapTo(veld, QPoint(0, 0)).x() > veld.chips[0].geometry().right()
    qtbot.keyClick(veld.voeg_knop, K.Key_Return)
    qtbot.keyClicks(invoer, "Jo Vos, oma")
    qtbot.keyClick(invoer, K.Key_Return)
    assert [c.accessibleName() for c in veld.chips] == ["Sam Bakker, vader · geen gezag", "Jo Vos, oma"]
    veld.chips[0].setFocus()
    qtbot.keyClick(veld.chips[0], K.Key_Delete)
    assert [w["naam"] for w in formulier.values()["ouders"]] == ["Jo Vos"]  # type: ignore[union-attr,index,call-overload]
    assert veld.chips[0].hasFocus()
    assert formulier.veld("ouders").herstel()  # type: ignore[union-attr]
    assert [w["naam"] for w in formulier.values()["ouders"]] == ["Sam Bakker", "Jo Vos"]  # type: ignore[union-attr,index,call-overload]


def test_nobody_is_added_twice_and_arrows_choose(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg", "school": []})
    veld = _editor(formulier, "school")
    for _ in range(2):
        veld.open_zoekvenster()
        invoer = veld.findChild(QLineEdit)
        qtbot.keyClick(invoer, K.Key_Down)
        qtbot.keyClick(invoer, K.Key_Down)
        qtbot.keyClick(invoer, K.Key_Return)
    assert [c.accessibleName() for c in veld.chips] == ["Marjan de Wit, intern begeleider"]


@pytest.mark.parametrize(
    ("wie", "rol"),
    [
        (Wie(naam="A", hoedanigheid="moeder", gezag="ja"), "ouders"),
        (Wie(naam="A", hoedanigheid="oma", gezag="onbekend"), "ouders"),
        (Wie(naam="A", hoedanigheid="Intern begeleider"), "ib"),
        (Wie(naam="A", hoedanigheid="leerkracht groep 6"), "leerkracht"),
        (Wie(naam="A", hoedanigheid="jeugdarts"), "extern"),
    ],
)
def test_hue_of_a_chip(wie: Wie, rol: str) -> None:
    assert tint(wie) == rol


_SCAN = Bijlage(blob=UUID(int=9), naam="Scan.pdf", media="application/pdf", bytes=2_000)


def test_attachments_come_later_are_opened_and_put_back(toon: Toon, qtbot: QtBot, buiten: Any) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg", "bijlagen": []})
    veld = _ga(formulier, "bijlagen")
    assert isinstance(veld, BijlagenVeld)
    qtbot.keyClick(veld.voeg_knop, K.Key_Return)
    assert formulier.values()["bijlagen"] == []
    with qtbot.waitSignal(formulier.gewijzigd):
        buiten.klaar[0]([_SCAN])
    assert formulier.values()["bijlagen"] == [_SCAN.model_dump(mode="json")]
    open_, weg, _ = veld.widgets()
    open_.setFocus()
    qtbot.keyClick(open_, K.Key_Return)
    assert buiten.geopend == [_SCAN]
    qtbot.keyClick(weg, K.Key_Return)
    assert formulier.values()["bijlagen"] == []
    assert formulier.veld("bijlagen").herstel()  # type: ignore[union-attr]
    assert len(formulier.values()["bijlagen"]) == 1  # type: ignore[arg-type]


def test_files_can_be_dropped(toon: Toon, buiten: Any, tmp_path: Any) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg"})
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "brief.pdf")), QUrl("https://voorbeeld.invalid/x")])
    links, geen = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    _editor(formulier, "bijlagen").dropEvent(QDropEvent(QPointF(), Qt.DropAction.CopyAction, data, links, geen))
    assert buiten.paden == [tmp_path / "brief.pdf"]
    assert len(buiten.klaar) == 1


def test_an_attachment_that_arrives_after_the_form_is_gone_is_no_error(toon: Toon, qtbot: QtBot, buiten: Any) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg"})
    veld = _editor(formulier, "bijlagen")
    veld.voeg_knop.click()
    formulier.deleteLater()
    qtbot.waitUntil(lambda: not isValid(veld))
    buiten.klaar[0]([_SCAN])


@pytest.mark.parametrize(("aantal", "tekst"), [(1, "1 kB"), (840_400, "840 kB"), (1_234_567, "1,2 MB")])
def test_sizes(aantal: int, tekst: str) -> None:
    assert toon_grootte(aantal) == tekst


def test_a_list_in_a_narrow_cell_opens_wide_enough_for_its_words(qtbot: QtBot) -> None:
    veld = LijstKeuze(CrisisRol, compact=True)
    qtbot.addWidget(veld)
    veld.setFixedWidth(90)
    veld.show()
    veld.lijst.showPopup()
    lijst = veld.lijst.view()
    try:
        assert lijst.width() >= lijst.sizeHintForColumn(0) > 90
    finally:
        veld.lijst.hidePopup()
