"""Sub-rows: add, take out, put back, move, and where their problems show."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.core import Problem
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.personen import Relatie
from desktop.models.uitnodiging import Uitnodiging
from desktop.views.forms.formulier import Formulier
from desktop.views.forms.rijen import RijenVeld

Toon = Callable[..., Formulier]
K = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def _rij(n: int, wat: str, **rest: object) -> dict[str, object]:
    return {"rij": str(UUID(int=n)), "wat": wat, "wie": "", "uiterlijk": None, "merkbaar": "", **rest}


def _afspraken(toon: Toon, *rijen: dict[str, object], breedte: int = 800) -> tuple[Formulier, RijenVeld]:
    formulier = toon(Gespreksverslag, {"soort": "zorg", "afspraken": list(rijen)}, breedte)
    veld = formulier.veld("afspraken")
    assert veld is not None and isinstance(veld.editor, RijenVeld)
    return formulier, veld.editor


def _focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_a_table_is_filled_in_without_a_mouse(toon: Toon, qtbot: QtBot) -> None:
    formulier, rijen = _afspraken(toon)
    rijen.voeg_knop.setFocus()
    qtbot.keyClick(rijen.voeg_knop, K.Key_Return)
    qtbot.keyClicks(_focus(), "Inloop om 8:20")
    qtbot.keyClick(_focus(), K.Key_Tab)
    qtbot.keyClicks(_focus(), "leerkracht")
    qtbot.keyClick(_focus(), K.Key_Return)
    qtbot.keyClicks(_focus(), "27-11")
    qtbot.keyClick(_focus(), K.Key_Return)
    qtbot.keyClicks(_focus(), "Noa vertelt iets")
    qtbot.keyClick(_focus(), K.Key_Tab)  # in the last cell: a new line
    qtbot.keyClicks(_focus(), "Lezen")
    waarde = formulier.values()["afspraken"]
    assert isinstance(waarde, list) and len(waarde) == 2
    een, twee = waarde
    assert isinstance(een, dict) and isinstance(twee, dict)
    assert {**een, "rij": ""} == {
        "rij": "",
        "wat": "Inloop om 8:20",
        "wie": "leerkracht",
        "uiterlijk": "2026-11-27",
        "merkbaar": "Noa vertelt iets",
    }
    assert UUID(str(een["rij"])) != UUID(str(twee["rij"]))
    assert rijen.rijen[0].cellen[2].editor.widgets()[0].text() == "27 nov 2026"  # type: ignore[attr-defined]


def test_an_added_line_that_stays_empty_is_not_kept_and_does_not_hold_the_tab(toon: Toon, qtbot: QtBot) -> None:
    formulier, rijen = _afspraken(toon, _rij(1, "Een"))
    rijen.voeg_rij()
    assert formulier.values()["afspraken"] == [_rij(1, "Een")]
    laatste = rijen.rijen[1].widgets()[-1]
    laatste.setFocus()
    qtbot.keyClick(laatste, K.Key_Tab)
    assert rijen.voeg_knop.hasFocus()
    assert len(rijen.rijen) == 2


def test_a_line_is_taken_out_and_put_back_where_it_was(toon: Toon, qtbot: QtBot) -> None:
    drie = [_rij(1, "Een"), _rij(2, "Twee"), _rij(3, "Drie")]
    formulier, rijen = _afspraken(toon, *drie)
    cel = rijen.rijen[1].widgets()[1]
    cel.setFocus()
    qtbot.keyClick(cel, K.Key_Delete, ALT)
    assert formulier.values()["afspraken"] == [drie[0], drie[2]]
    assert rijen.rijen[1].widgets()[1].hasFocus()
    qtbot.keyClick(_focus(), K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert formulier.values()["afspraken"] == drie
    rijen.haal_weg(rijen.rijen[0])
    assert formulier.veld("afspraken").herstel()  # type: ignore[union-attr]
    assert formulier.values()["afspraken"] == drie


def test_undo_in_a_cell_goes_before_a_line_that_was_taken_out(toon: Toon, qtbot: QtBot) -> None:
    formulier, rijen = _afspraken(toon, _rij(1, "Een"), _rij(2, "Twee"))
    rijen.haal_weg(rijen.rijen[0])
    cel = rijen.rijen[0].widgets()[0]
    qtbot.keyClicks(cel, "x")
    qtbot.keyClick(cel, K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert formulier.values()["afspraken"] == [_rij(2, "Twee")]
    qtbot.keyClick(cel, K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert formulier.values()["afspraken"] == [_rij(1, "Een"), _rij(2, "Twee")]


def test_alt_and_arrows_move_a_line_and_tab_follows(toon: Toon, qtbot: QtBot) -> None:
    een, twee = _rij(1, "Een"), _rij(2, "Twee", extra_sleutel=1)
    formulier, rijen = _afspraken(toon, een, twee)
    cel = rijen.rijen[1].widgets()[0]
    cel.setFocus()
    qtbot.keyClick(cel, K.Key_Up, ALT)
    assert formulier.values()["afspraken"] == [twee, een]
    assert cel.hasFocus()
    assert "regel 1" in cel.accessibleName()
    rijen.rijen[0].widgets()[-1].setFocus()
    qtbot.keyClick(_focus(), K.Key_Tab)
    assert rijen.rijen[1].widgets()[0].hasFocus()
    qtbot.keyClick(cel, K.Key_Up, ALT)  # already first
    assert formulier.values()["afspraken"] == [twee, een]


def test_problems_show_at_their_cell_also_past_an_empty_line(toon: Toon, qtbot: QtBot) -> None:
    formulier, rijen = _afspraken(toon, _rij(1, "Een"), _rij(2, "Twee"))
    rijen.voeg_rij()
    rijen.verschuif(rijen.rijen[2], -1)  # the empty line stands in the middle and does not count
    formulier.toon_problemen([Problem(("afspraken", 1, "uiterlijk"), "Deze datum ligt vóór het gesprek.")])
    cel = rijen.rijen[2].cellen[2]
    assert cel.foutlabel().text() == "Deze datum ligt vóór het gesprek."  # type: ignore[union-attr]
    assert formulier.focus_probleem()
    assert cel.editor.widgets()[0].hasFocus()
    assert "vóór het gesprek" in _focus().accessibleDescription()
    qtbot.keyClicks(_focus(), "1")
    assert cel.foutlabel() is None


def test_rows_with_a_person_or_little_room_are_cards(toon: Toon, qtbot: QtBot) -> None:
    wie = {"persoon": None, "naam": "Elif Yılmaz", "hoedanigheid": "moeder", "gezag": "ja"}
    formulier = toon(Uitnodiging, {"ontvangers": [{"rij": str(UUID(int=1)), "wie": wie, "reden": ""}]})
    veld = formulier.veld("ontvangers")
    assert veld is not None and isinstance(veld.editor, RijenVeld)
    assert veld.editor.rijen[0].property("rij") == "kaart"
    assert veld.editor.rijen[0].cellen[0].label.isVisible()
    _, breed = _afspraken(toon, _rij(1, "Een"))
    assert breed.rijen[0].property("rij") == "regel"
    _, smal = _afspraken(toon, _rij(1, "Een"), breedte=440)
    qtbot.waitUntil(lambda: smal.rijen[0].property("rij") == "kaart")
    assert smal.rijen[0].cellen[0].label.isVisible()


def test_a_person_in_a_row_can_be_chosen(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Uitnodiging, {"ontvangers": []})
    veld = formulier.veld("ontvangers")
    assert veld is not None and isinstance(veld.editor, RijenVeld)
    veld.editor.voeg_rij()
    qtbot.keyClick(_focus(), K.Key_Return)
    qtbot.keyClick(_focus(), K.Key_Return)
    waarde = formulier.values()["ontvangers"]
    assert isinstance(waarde, list) and isinstance(waarde[0], dict)
    assert waarde[0]["wie"] == {"persoon": None, "naam": "Elif Yılmaz", "hoedanigheid": "moeder", "gezag": "ja"}
    assert waarde[0]["reden"] == ""


def test_tab_goes_through_a_card_without_adding_one(toon: Toon, qtbot: QtBot) -> None:
    wie = {"persoon": None, "naam": "Sam Bakker", "hoedanigheid": "vader", "gezag": "ja"}
    formulier = toon(Uitnodiging, {"ontvangers": [{"rij": str(UUID(int=1)), "wie": wie, "reden": ""}]})
    veld = formulier.veld("ontvangers")
    assert veld is not None and isinstance(veld.editor, RijenVeld)
    veld.editor.rijen[0].widgets()[-1].setFocus()
    qtbot.keyClick(_focus(), K.Key_Tab)
    assert veld.editor.voeg_knop.hasFocus()
    assert len(veld.editor.rijen) == 1


def test_tab_goes_to_a_cell_that_came_by_an_answer(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Uitnodiging, {"ontvangers": []})
    veld = formulier.veld("ontvangers")
    assert veld is not None and isinstance(veld.editor, RijenVeld)
    veld.editor.voeg_rij()
    qtbot.keyClick(_focus(), K.Key_Return)
    qtbot.keyClicks(_focus(), "Sam")
    qtbot.keyClick(_focus(), K.Key_Return)
    rij = veld.editor.rijen[0]
    reden = next(cel for cel in rij.cellen if cel.spec.naam == "reden")
    assert not reden.isHidden()  # he has no gezag
    qtbot.keyClick(_focus(), K.Key_Tab)
    assert reden.editor.widgets()[0].hasFocus()


def test_yes_and_no_fit_in_a_card(toon: Toon, qtbot: QtBot) -> None:
    periode = {"rij": str(UUID(int=1)), "vanaf": "2024-08-01", "tot": None, "gezag": "ja"}
    formulier = toon(Relatie, {"soort": "moeder", "perioden": [periode]}, 726)
    veld = formulier.veld("perioden")
    assert veld is not None and isinstance(veld.editor, RijenVeld)
    cel = next(cel for cel in veld.editor.rijen[0].cellen if cel.spec.naam == "informatie")
    nee = cel.editor.widgets()[-1]
    assert nee.mapTo(cel, nee.rect().topRight()).x() < cel.width()


def test_a_line_that_is_added_comes_into_view(toon: Toon, qtbot: QtBot) -> None:
    formulier, rijen = _afspraken(toon, *(_rij(n, f"Afspraak {n}") for n in range(1, 12)))
    vlak = next(v for v in QApplication.topLevelWidgets() if isinstance(v, QScrollArea) and v.widget() is formulier)
    cel = rijen.rijen[-1].widgets()[-1]
    cel.setFocus()
    vlak.ensureWidgetVisible(cel, 0, 0)
    qtbot.keyClick(cel, K.Key_Tab)
    nieuw = _focus()
    onder = nieuw.mapTo(vlak.viewport(), nieuw.rect().bottomLeft()).y()
    assert 0 < onder < vlak.viewport().height()
