"""A form as a whole: what shows, what is held back, where problems and focus go."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.check import check
from desktop.models.core import Problem
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.personen import Leerling
from desktop.models.uitnodiging import Uitnodiging
from desktop.models.velden import groepen, velden
from desktop.views.forms.formulier import Banner, Formulier, Sectie
from desktop.views.forms.hulp import HulpPaneel
from desktop.views.forms.veld import VeldWidget
from desktop.views.theme import Thema

Toon = Callable[..., Formulier]
K = Qt.Key


def _veld(formulier: Formulier, naam: str) -> VeldWidget:
    veld = formulier.veld(naam)
    assert veld is not None
    return veld


def _toont(formulier: Formulier, naam: str) -> bool:
    veld = formulier.veld(naam)
    return veld is not None and veld.isVisible()


def _ga(formulier: Formulier, naam: str) -> QWidget:
    widget = _veld(formulier, naam).editor.widgets()[0]
    widget.setFocus()
    return widget


def _kom_tot_rust() -> None:
    """Let the layouts settle: a height that changes asks for another round."""
    for _ in range(6):
        QApplication.processEvents()


def test_loading_is_silent_and_typing_is_not(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag)
    with qtbot.assertNotEmitted(formulier.gewijzigd):
        formulier.laad({"soort": "hgkm", "gevaar": True, "school": [], "afspraken": [], "besproken": "x"})
        formulier.laad({"soort": "zorg"})
    with qtbot.waitSignal(formulier.gewijzigd):
        qtbot.keyClicks(_ga(formulier, "onderwerp"), "a")


def test_loading_again_forgets_what_was_typed(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg"})
    qtbot.keyClicks(_ga(formulier, "onderwerp"), "van de vorige")
    formulier.laad({"soort": "zorg", "onderwerp": "nieuw"})
    assert formulier.values() == {"soort": "zorg", "onderwerp": "nieuw"}


def test_fields_come_and_go_with_the_kind_of_talk(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag, {"soort": "structureel"})
    assert not _toont(formulier, "mening")
    assert formulier.veld("mening") is None  # not even made
    lijst = _ga(formulier, "soort")
    qtbot.keyClick(lijst, K.Key_End)
    assert formulier.values()["soort"] == "leerling"
    assert lijst.hasFocus()
    assert _toont(formulier, "mening") and not _toont(formulier, "emotie")
    qtbot.keyClick(lijst, K.Key_Home)
    assert not _toont(formulier, "mening")


def test_a_field_with_something_in_it_stays_with_a_remark(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg", "emotie": "Opgelucht."})
    formulier.laad({"soort": "leerling", "emotie": "Opgelucht."})
    vlak = _ga(formulier, "emotie")
    assert "Hoort niet bij dit soort gesprek" in vlak.accessibleDescription()
    qtbot.keyClick(vlak, K.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(vlak, K.Key_Delete)
    assert _toont(formulier, "emotie")  # not from under the hands of who types in it
    assert vlak.hasFocus()
    _ga(formulier, "onderwerp")
    assert not _toont(formulier, "emotie")
    assert formulier.values()["emotie"] == ""


def test_what_a_person_looks_at_does_not_move(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag, {"soort": "hgkm", "gevaar": True, "gevaar_gronden": ["anders"]})
    vlak = formulier.parentWidget().parentWidget()
    assert isinstance(vlak, QScrollArea)
    knop = _ga(formulier, "gevaar")
    vlak.ensureWidgetVisible(knop)
    voor = knop.mapTo(vlak, QPoint()).y()
    qtbot.keyClick(knop, K.Key_N)  # takes away fields below
    assert _veld(formulier, "gevaar").editor.widgets()[1].mapTo(vlak, QPoint()).y() == voor
    # and above: the kind of talk changes while a field at the end has the focus
    formulier.laad({"soort": "hgkm"})
    _kom_tot_rust()
    laatste = _ga(formulier, "vervolg")
    vlak.ensureWidgetVisible(laatste)
    voor = laatste.mapTo(vlak, QPoint()).y()
    lijst = _veld(formulier, "soort").editor
    lijst.zet("ot")
    lijst.gewijzigd.emit()
    assert laatste.mapTo(vlak, QPoint()).y() == voor
    _kom_tot_rust()
    assert laatste.mapTo(vlak, QPoint()).y() == voor
    assert QApplication.focusWidget() is laatste


@pytest.mark.parametrize("soort", ["structureel", "zorg", "hgkm", "ot", "calamiteit", "leerling"])
def test_tab_goes_in_the_order_on_screen(toon: Toon, qtbot: QtBot, soort: str) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg", "over_gedrag": True})
    formulier.laad({"soort": soort, "over_gedrag": True})
    gezien = []
    formulier.veld_in_focus.connect(gezien.append)
    _ga(formulier, "onderwerp")
    for _ in range(120):
        qtbot.keyClick(QApplication.focusWidget() or formulier, K.Key_Tab)
        if gezien[-1] == "bijlagen":
            break
    op_scherm = [s.naam for _, specs in groepen(Gespreksverslag) for s in specs if _toont(formulier, s.naam)]
    verwacht = op_scherm[op_scherm.index("onderwerp") :]
    assert gezien == verwacht


def test_a_talk_in_danger_is_held_back_until_veilig_thuis_has_decided(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Gespreksverslag, {"soort": "hgkm", "besproken": "Al geschreven."})
    assert formulier.tegengehouden() == ""
    knop = _ga(formulier, "gevaar")
    qtbot.keyClick(knop, K.Key_J)
    assert "Bel Veilig Thuis" in formulier.tegengehouden()
    assert not _veld(formulier, "besproken").isEnabled()
    assert _veld(formulier, "gevaar").isEnabled() and _veld(formulier, "onderwerp").isEnabled()
    assert formulier.values()["besproken"] == "Al geschreven."
    assert "besproken" not in [s.naam for s in formulier.ontbrekend()]
    for naam, getypt in (("vt_wie", "M. van VT"), ("vt_datum", "gisteren"), ("vt_besluit", "Nu praten.")):
        qtbot.keyClicks(_ga(formulier, naam), getypt)
        assert formulier.tegengehouden()
    doorgang = _ga(formulier, "vt_doorgang")
    qtbot.keyClick(doorgang, K.Key_Space)
    assert formulier.values()["vt_doorgang"] == "door"
    assert formulier.tegengehouden() == ""
    assert _veld(formulier, "besproken").isEnabled()


def test_an_invitation_is_held_back_too(toon: Toon) -> None:
    formulier = toon(Uitnodiging, {"soort": "hgkm", "gevaar": True})
    assert formulier.tegengehouden()
    assert not _veld(formulier, "ontvangers").isEnabled()


def test_problems_at_their_fields_and_the_first_in_focus(toon: Toon, qtbot: QtBot) -> None:
    values = {"soort": "zorg", "datum": "2026-12-01", "leerling": {"naam": "Noa", "persoon": None}}
    formulier = toon(Gespreksverslag, values)
    record, problemen = check(Gespreksverslag, formulier.values(), "vaststellen", date(2026, 11, 20))
    assert record is None
    formulier.toon_problemen(problemen)
    for probleem in problemen:
        fout = _veld(formulier, str(probleem.loc[0])).foutlabel()
        assert fout is not None and fout.isVisible() and probleem.zin in fout.text()
    assert formulier.focus_probleem()
    regel = QApplication.focusWidget()
    assert regel is _veld(formulier, "onderwerp").editor.widgets()[0]
    assert regel.accessibleName() == "Onderwerp, verplicht"
    assert regel.accessibleDescription().startswith("Vul in: Onderwerp.")
    assert regel.property("fout") is True
    qtbot.keyClicks(regel, "x")
    assert _veld(formulier, "onderwerp").foutlabel() is None
    assert regel.property("fout") is False
    formulier.toon_problemen(())
    assert not formulier.focus_probleem()


def test_a_problem_without_a_field_shows_above(toon: Toon) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg"})
    formulier.toon_problemen([Problem(("leerling",), "Kies de leerling."), Problem(("mening",), "Leeg.")])
    assert formulier.algemeen() == "Kies de leerling.\nMening van de leerling: Leeg."
    formulier.toon_problemen(())
    assert formulier.algemeen() == ""


def test_what_is_missing_in_order_with_rows(toon: Toon, qtbot: QtBot) -> None:
    rij = {"rij": "1", "wat": "", "wie": "ouders", "uiterlijk": None, "merkbaar": ""}
    formulier = toon(Gespreksverslag, {"soort": "zorg", "onderwerp": "x", "afspraken": [rij]})
    assert [s.naam for s in formulier.ontbrekend()] == [
        "datum",
        "ouders",
        "school",
        "besproken",
        "afspraken",
        "samengevat",
    ]
    formulier.focus_veld("afspraken")
    assert (QApplication.focusWidget() or formulier).accessibleName() == "Wat, regel 1, verplicht"
    formulier.focus_veld("datum")
    qtbot.keyClicks(QApplication.focusWidget() or formulier, "gisteren")
    assert "datum" not in [s.naam for s in formulier.ontbrekend()]


def test_read_only_lets_nothing_through(toon: Toon, qtbot: QtBot) -> None:
    wie = {"persoon": None, "naam": "Elif Yılmaz", "hoedanigheid": "moeder", "gezag": "ja"}
    rij = {"rij": "1", "wat": "Lezen", "wie": "", "uiterlijk": None, "merkbaar": ""}
    values = {"soort": "zorg", "besproken": "x", "ouders": [wie], "afspraken": [rij], "samengevat": True}
    formulier = toon(Gespreksverslag, values)
    formulier.zet_alleen_lezen(True)
    with qtbot.assertNotEmitted(formulier.gewijzigd):
        for spec in velden(Gespreksverslag):
            veld = formulier.veld(spec.naam)
            for widget in veld.editor.widgets() if veld is not None else ():
                for toets in (K.Key_X, K.Key_Space, K.Key_Delete, K.Key_Up, K.Key_J, K.Key_Return):
                    qtbot.keyClick(widget, toets)
    assert formulier.values() == values
    formulier.zet_alleen_lezen(False)
    qtbot.keyClicks(_ga(formulier, "besproken"), "y")
    assert formulier.values()["besproken"] == "yx"


def test_every_field_says_what_it_is(toon: Toon) -> None:
    formulier = toon(Gespreksverslag, {"soort": "hgkm", "gevaar": True, "over_gedrag": True})
    for spec in velden(Gespreksverslag):
        veld = formulier.veld(spec.naam)
        for widget in veld.editor.widgets() if veld is not None and veld.isVisible() else ():
            assert spec.veld.label in widget.accessibleName(), spec.naam
            if spec.veld.verplicht:
                assert "verplicht" in widget.accessibleName()
            assert spec.veld.hulp in widget.accessibleDescription()


def test_a_key_costs_little_and_conditions_are_looked_at_only_when_they_can_change(
    toon: Toon, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg", "over_gedrag": True})
    vlak = _ga(formulier, "besproken")  # with that every field is there
    keren = []
    echt = formulier._pas_toe
    monkeypatch.setattr(formulier, "_pas_toe", lambda: (keren.append(1), echt()))
    duur = []
    for letter in "Noa is sinds de herfstvakantie stiller in de klas. " * 2:
        begin = time.perf_counter()
        qtbot.keyClicks(vlak, letter)
        QApplication.processEvents()
        duur.append(time.perf_counter() - begin)
    assert statistics.median(duur) < 0.016
    assert not keren
    qtbot.keyClick(_veld(formulier, "over_gedrag").editor.widgets()[0], K.Key_N)
    assert len(keren) == 1


def test_short_fields_stand_side_by_side_with_their_inputs_in_line(toon: Toon) -> None:
    formulier = toon(Gespreksverslag, {"soort": "zorg"})
    rol, gedrag = _veld(formulier, "geleid_door"), _veld(formulier, "over_gedrag")

    def boven(veld: VeldWidget) -> int:
        return veld.editor.mapTo(formulier, QPoint()).y()

    assert boven(rol) == boven(gedrag)
    assert rol.geometry().right() < gedrag.geometry().left()
    smal = toon(Gespreksverslag, {"soort": "zorg"}, 420)
    assert _veld(smal, "over_gedrag").y() > _veld(smal, "geleid_door").y()


def test_a_kind_without_sections_has_no_headings(toon: Toon, qtbot: QtBot) -> None:
    formulier = toon(Leerling, {"roepnaam": "Noa"})
    assert _toont(formulier, "geboortedatum")
    qtbot.keyClicks(_ga(formulier, "achternaam"), "Bakker")
    assert formulier.values() == {"roepnaam": "Noa", "achternaam": "Bakker"}


def test_building_a_form_flashes_no_window(toon: Toon, qtbot: QtBot) -> None:
    bijlage = {"blob": "00000000-0000-4000-8000-000000000001", "naam": "a", "media": "application/pdf", "bytes": 1}
    voor = {w for w in QApplication.topLevelWidgets() if w.isVisible()}
    formulier = toon(Gespreksverslag, {"soort": "hgkm", "gevaar": True, "over_gedrag": True, "bijlagen": [bijlage]})
    assert {w for w in QApplication.topLevelWidgets() if w.isVisible()} - voor == {formulier.window()}


def test_the_reason_stands_before_what_it_holds_back_also_the_second_time(toon: Toon) -> None:
    formulier = toon(Gespreksverslag, {"soort": "hgkm"})
    formulier.veld("ouders")
    (banner,) = formulier.findChildren(Banner, options=Qt.FindChildOption.FindDirectChildrenOnly)[1:]
    secties = {s.naam: s for s in formulier.findChildren(Sectie)}
    indeling = formulier.layout()
    assert indeling is not None
    for reden in ("Bel eerst.", "", "Het gaat nu niet door."):
        formulier.houd_tegen(reden, ["Aanwezig", "Verslag"])
        if reden:
            assert indeling.indexOf(banner) == indeling.indexOf(secties["Aanwezig"]) - 1


def test_the_help_is_no_wider_than_its_panel(thema: Thema, qtbot: QtBot) -> None:
    paneel = HulpPaneel(thema)
    qtbot.addWidget(paneel)
    spec = next(s for s in velden(Gespreksverslag) if len(s.veld.plan) > 40)
    paneel.toon(spec)
    assert paneel.minimumSizeHint().width() <= 320
    assert spec.veld.plan in paneel.plan.accessibleName()
