"""The page around a form: help beside the field, and the footer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.core import Clock, Problem, Values
from desktop.models.errors import UserError
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.velden import velden
from desktop.views.forms.bewaker import ConceptBewaker, Stand
from desktop.views.forms.blad import FormBlad
from desktop.views.forms.context import FormContext
from desktop.views.forms.hulp import HulpPaneel
from desktop.views.forms.veld import VeldWidget
from desktop.views.forms.voet import FormVoet
from desktop.views.theme import Thema


@pytest.fixture
def blad(qtbot: QtBot, context: FormContext) -> Iterator[FormBlad]:
    blad = FormBlad(Gespreksverslag, context, "Stel vast")
    qtbot.addWidget(blad)
    blad.resize(1300, 700)
    blad.formulier.laad({"soort": "zorg", "onderwerp": "x"})
    with qtbot.waitExposed(blad):
        blad.show()
    blad.activateWindow()
    qtbot.waitUntil(blad.isActiveWindow)
    yield blad


def test_the_field_in_focus_shows_its_help_and_is_in_view(blad: FormBlad, qtbot: QtBot) -> None:
    blad.formulier.focus_veld("besproken")
    teksten = [label.text() for label in blad.hulp.findChildren(QLabel) if not label.isHidden()]
    assert "Wat is besproken" in teksten
    assert "Noem de bron. Zonder toestemming van de bron leg je het niet vast." in teksten
    assert "Leerkracht › Tips dossiervorming" in blad.hulp.plan.text()
    with qtbot.waitSignal(blad.hulp.plan_gevraagd) as gevraagd:
        blad.hulp.plan.click()
    assert gevraagd.args == ["Leerkracht › Tips dossiervorming"]
    widget = QApplication.focusWidget()
    assert widget is not None and not widget.visibleRegion().isEmpty()


def test_a_field_that_is_built_only_now_is_in_view_too(qtbot: QtBot, context: FormContext) -> None:
    """One goes on in a draft at the field where one was, while the form is still being built in turns."""
    venster = QWidget()
    qtbot.addWidget(venster)
    venster.resize(1300, 700)
    venster.show()
    venster.activateWindow()
    qtbot.waitUntil(venster.isActiveWindow)
    blad = FormBlad(Gespreksverslag, context, "Stel vast")
    blad.setParent(venster)
    blad.resize(1300, 700)
    blad.formulier.laad({"soort": "zorg", "onderwerp": "x"})
    blad.show()
    assert len(blad.formulier.findChildren(VeldWidget)) < len(velden(Gespreksverslag)) // 2
    blad.formulier.focus_veld("evaluatie")
    widget = QApplication.focusWidget()
    assert widget is not None and blad.formulier.isAncestorOf(widget)
    QApplication.processEvents()
    boven = widget.mapTo(blad.schuif.viewport(), QPoint(0, 0)).y()
    assert 0 <= boven <= blad.schuif.viewport().height() - widget.height()


def test_the_first_problem_is_brought_into_view_with_its_sentence(blad: FormBlad) -> None:
    blad.formulier.toon_problemen([Problem(("besproken",), "Vul in.", "vaststellen")])
    assert blad.formulier.focus_probleem()
    widget = QApplication.focusWidget()
    assert widget is not None
    boven = widget.mapTo(blad.schuif.viewport(), QPoint(0, 0)).y()
    assert boven >= 0
    assert boven + widget.height() + 20 <= blad.schuif.viewport().height()


def test_a_click_at_the_edge_of_the_sheet_is_not_lost(blad: FormBlad, qtbot: QtBot) -> None:
    ja = next(k for k in blad.findChildren(QAbstractButton) if k.accessibleName().startswith("Gaat het over ongewenst"))
    balk = blad.schuif.verticalScrollBar()
    balk.setValue(0)
    onder = ja.mapTo(blad.schuif.viewport(), QPoint(0, ja.height() // 2)).y() + 4 - blad.schuif.viewport().height()
    blad.resize(blad.width(), blad.height() + onder)  # half of it is cut off
    qtbot.waitUntil(lambda: 0 < ja.visibleRegion().boundingRect().height() < ja.height())
    raam, punt = blad.window().windowHandle(), ja.mapTo(blad.window(), QPoint(8, 4))
    # through the window, so that Qt itself knows that a button of the mouse is down
    QTest.mousePress(raam, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, punt)
    QTest.mouseRelease(raam, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, punt)
    assert ja.isChecked()


def test_the_footer_counts_what_is_missing_and_leads_there(blad: FormBlad, qtbot: QtBot) -> None:
    blad.tel_ontbrekend()
    assert blad.voet.ontbreekt.property("toon") == "klein"  # nobody did anything wrong yet
    blad.tel_ontbrekend()
    assert blad.voet.ontbreekt.text() == "5 verplichte velden leeg, als eerste: datum"
    blad.voet.ontbreekt.setFocus()
    qtbot.keyClick(blad.voet.ontbreekt, Qt.Key.Key_Return)
    datum = QApplication.focusWidget()
    assert datum is not None and datum.accessibleName() == "Datum, verplicht"
    qtbot.keyClicks(datum, "gisteren")
    qtbot.waitUntil(lambda: blad.voet.ontbreekt.text().startswith("4 "))


def test_a_draft_keeper_hears_the_form_and_the_footer_hears_the_keeper(
    blad: FormBlad, qtbot: QtBot, clock: Clock
) -> None:
    bewaard: list[Values] = []

    def bewaar(values: Values, gelukt: Callable[[], None], mislukt: Callable[[UserError], None]) -> None:
        bewaard.append(values)
        gelukt()

    bewaker = ConceptBewaker(blad.formulier.values, bewaar, clock.now)
    blad.bewaak(bewaker)
    blad.formulier.focus_veld("plaats")
    qtbot.keyClicks(QApplication.focusWidget() or blad, "Kamer 3")
    assert blad.voet.stand.text() == "Nog niet bewaard…"
    assert not bewaker.flush()
    assert bewaard == [{"soort": "zorg", "onderwerp": "x", "plaats": "Kamer 3"}]
    assert blad.voet.stand.text() == "Concept bewaard om 09:00"


def test_tab_goes_from_the_last_field_to_the_footer_and_on_to_the_first(blad: FormBlad, qtbot: QtBot) -> None:
    knop = blad.voet.voeg_knop("Voorbeeld (pdf)")
    blad.tel_ontbrekend()
    blad.formulier.focus_veld("bijlagen")
    qtbot.waitUntil(knop.isVisible)
    for verwacht in (blad.voet.ontbreekt, knop, blad.voet.hoofdknop):
        qtbot.keyClick(QApplication.focusWidget() or blad, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is verwacht
    qtbot.keyClick(blad.voet.hoofdknop, Qt.Key.Key_Tab)
    eerste = QApplication.focusWidget()
    assert eerste is not None and eerste.accessibleName() == "Soort gesprek, verplicht"


def test_ctrl_and_enter_do_the_main_thing_from_any_field(blad: FormBlad, qtbot: QtBot) -> None:
    gedrukt: list[bool] = []
    blad.voet.hoofdknop.clicked.connect(lambda: gedrukt.append(True))
    for naam in ("besproken", "plaats"):
        blad.formulier.focus_veld(naam)
        veld = QApplication.focusWidget()
        qtbot.keyClick(veld or blad, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(gedrukt) == 2
    blad.voet.hoofdknop.setEnabled(False)
    qtbot.keyClick(QApplication.focusWidget() or blad, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(gedrukt) == 2


def test_the_help_makes_room_where_there_is_none(blad: FormBlad) -> None:
    assert blad.hulp.isVisible()
    blad.resize(900, 700)
    assert not blad.hulp.isVisible()
    assert blad.formulier.isVisible()


def test_a_field_without_help_says_so_and_a_button_goes(qtbot: QtBot, thema: Thema) -> None:
    paneel = HulpPaneel(thema)
    qtbot.addWidget(paneel)
    paneel.toon(next(s for s in velden(Gespreksverslag) if s.naam == "plaats"))
    teksten = [label.text() for label in paneel.findChildren(QLabel) if not label.isHidden()]
    assert "Dit veld spreekt voor zich." in teksten
    assert paneel.plan.isHidden()
    eigen = QLabel("Eerder genoteerd")
    paneel.voeg_onder(eigen)
    assert paneel.isAncestorOf(eigen)


def test_the_footer_says_what_is_kept(qtbot: QtBot, thema: Thema) -> None:
    voet = FormVoet("Stel vast", thema)
    qtbot.addWidget(voet)
    voet.zet_stand(Stand("bewaard", time(14, 52, 30)))
    assert voet.stand.text() == "Concept bewaard om 14:52"
    voet.zet_stand(Stand("mislukt", zin="De schijf is vol. Maak ruimte."))
    assert voet.stand.text() == "Niet bewaard: De schijf is vol. Maak ruimte."
    voet.zet_ontbrekend(["Opvolgdatum"])
    assert voet.ontbreekt.text() == "1 verplicht veld leeg: opvolgdatum"
    voet.zet_ontbrekend(["BRIN"])
    assert voet.ontbreekt.text() == "1 verplicht veld leeg: BRIN"
    voet.zet_ontbrekend([])
    assert voet.ontbreekt.isHidden()
    knop = voet.voeg_knop("Voorbeeld (pdf)")
    with qtbot.waitSignal(knop.clicked):
        qtbot.keyClick(knop, Qt.Key.Key_Return)
