"""The body map: by mouse and by keyboard, each mark a line with its words, and to be read without a hand on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.models.dossierdelen import Kant
from desktop.models.lichaamsplekken import PLEKKEN
from desktop.views.navigatie import Plek
from desktop.views.widgets import Label


@pytest.fixture
def letsel(nieuw):
    """The editor of marks in a signal about an injury."""
    pagina = nieuw()
    formulier = pagina.vlak.formulier
    formulier.laad({**formulier.values(), "gelet_op": ["letsel"]})
    return formulier.veld("letsel").editor


def _punt(kaart, kant: Kant, x: int, y: int) -> QPoint:
    return kaart._punt(kant, x, y).toPoint()


def test_a_click_makes_a_line_with_the_words_for_the_place(qtbot, letsel) -> None:
    plek = next(p for p in PLEKKEN if p.naam == "linker bovenarm" and p.kant is Kant.VOOR)
    qtbot.mouseClick(letsel.kaart, Qt.MouseButton.LeftButton, pos=_punt(letsel.kaart, plek.kant, plek.x, plek.y))
    (rij,) = letsel.waarde()
    assert (rij["kant"], rij["plek"]) == ("voor", "linker bovenarm")
    assert abs(rij["x"] - plek.x) < 15 and abs(rij["y"] - plek.y) < 15
    assert next(c for c in letsel.rijen[0].cellen if c.spec.naam == "wat").editor.widgets()[0].hasFocus()
    (teken,) = letsel.kaart.tekens()
    assert (teken.nummer, teken.woorden) == (1, "1. Voorkant, linker bovenarm")


def test_the_keyboard_does_the_same(qtbot, letsel) -> None:
    kaart = letsel.kaart
    kaart.setFocus()
    qtbot.keyClick(kaart, Qt.Key.Key_Down)
    assert kaart.accessibleName() == "Lichaam. Voorkant, gezicht"
    for _ in range(12):
        qtbot.keyClick(kaart, Qt.Key.Key_Right)
    assert kaart.plek.kant is Kant.ACHTER
    qtbot.keyClick(kaart, Qt.Key.Key_Return)
    assert letsel.waarde()[0]["kant"] == "achter"


def test_marks_have_the_numbers_of_their_lines(qtbot, letsel) -> None:
    kaart = letsel.kaart
    for _ in range(3):
        kaart.aangewezen.emit(kaart.plek)
    letsel.haal_weg(letsel.rijen[0])
    assert [t.nummer for t in kaart.tekens()] == [1, 2]
    assert [rij.findChild(Label, "nummer").text() for rij in letsel.rijen] == ["1", "2"]


def test_a_mark_leads_to_its_line(qtbot, letsel) -> None:
    plek = PLEKKEN[3]
    letsel.kaart.aangewezen.emit(plek)
    letsel.kaart.setFocus()
    qtbot.mouseClick(letsel.kaart, Qt.MouseButton.LeftButton, pos=_punt(letsel.kaart, plek.kant, plek.x, plek.y))
    assert len(letsel.rijen) == 1
    assert letsel.rijen[0].isAncestorOf(letsel.window().focusWidget())


def test_a_mark_follows_words_that_name_another_place(qtbot, letsel) -> None:
    letsel.kaart.aangewezen.emit(next(p for p in PLEKKEN if p.naam == "buik"))
    cel = next(c for c in letsel.rijen[0].cellen if c.spec.naam == "plek")
    cel.editor.zet("linker knie")
    cel.editor.gewijzigd.emit()
    knie = next(p for p in PLEKKEN if p.naam == "linker knie")
    (teken,) = letsel.kaart.tekens()
    assert (teken.x, teken.y) == (knie.x, knie.y)


def test_a_line_in_words_only_stands_on_the_map_where_they_are_known(letsel) -> None:
    letsel.voeg_rij({"kant": "voor", "plek": "linker knie", "wat": "schaafwond"})
    letsel.voeg_rij({"kant": "voor", "plek": "ergens", "wat": "kras"})
    assert [t.nummer for t in letsel.kaart.tekens()] == [1]


def test_the_map_is_before_the_lines_for_tab(letsel) -> None:
    assert letsel.widgets()[0] is letsel.kaart


def test_established_marks_can_only_be_read(qtbot, signaal, signaalpagina, diensten, navigator, rust) -> None:
    rij = {"rij": str(diensten.session.ids.new()), "kant": "achter", "plek": "rug", "wat": "rood", "x": 500, "y": 310}
    stored = signaal(gelet_op=["letsel"], letsel=[rij])
    navigator.ga(Plek("signaal", stored.record))
    rust()
    from desktop.views.forms.lichaam import Lichaamskaart

    kaart = next(k for k in signaalpagina.leesblad.findChildren(Lichaamskaart) if k.isVisible())
    assert kaart.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert kaart.accessibleDescription() == "1. Achterkant, rug: rood"
    qtbot.mouseClick(kaart, Qt.MouseButton.LeftButton, pos=kaart._punt(Kant.VOOR, 500, 300).toPoint())
    assert len(kaart.tekens()) == 1
    teksten = [label.text() for label in signaalpagina.leesblad.findChildren(Label) if label.isVisible()]
    assert "1. Achterkant, rug: rood" in teksten
    signaalpagina.grab()
