"""What a run belongs to: looked for by name, chosen with one key, opened from its chip, taken away and back again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.views.draaiboek.koppelen import Koppeldialoog
from desktop.views.navigatie import Plek
from desktop.views.widgets import Label, Toast
from tests.gui.conftest import School


def _knoppen(vak: Any) -> dict[str, QAbstractButton]:
    return {k.accessibleName() or k.text(): k for k in vak.findChildren(QAbstractButton)}


@pytest.fixture
def dialoog(maak: Callable[..., Any]) -> Callable[..., Any]:
    """Return the page of a run and the dialog that asks what it belongs to."""

    def doe(**anders: Any) -> Any:
        o = maak(**anders)
        o.pagina.waarmee.koppel_knop.click()
        o.rust()
        gevonden = o.pagina.findChild(Koppeldialoog)
        assert gevonden is not None
        return o, gevonden

    return doe


def test_a_running_calamity_is_there_at_once_and_one_click_links_it(dialoog, navigator):
    o, vraag = dialoog(vooraf=lambda d: d.calamiteiten.begin("Gaslek op het plein"))
    _knoppen(vraag)["Koppel aan Gaslek op het plein"].click()
    o.rust()
    assert o.pagina.findChild(Koppeldialoog) is None
    loop = o.geopend().beeld.loop
    assert loop.calamiteit is not None
    next(k for naam, k in _knoppen(o.pagina.waarmee).items() if naam.startswith("Gaslek op het plein")).click()
    assert navigator.huidige == Plek("calamiteit", loop.calamiteit)


def test_a_pupil_is_found_by_name_and_enter_takes_the_first(dialoog, school: School, qtbot: QtBot):
    o, vraag = dialoog()
    qtbot.keyClicks(vraag.invoer, "noa")
    o.rust()
    assert [k.accessibleName() for k in vraag.kaarten] == ["Koppel aan Noa Yılmaz"]
    qtbot.keyClick(vraag.invoer, Qt.Key.Key_Return)
    o.rust()
    assert [b.wie.persoon for b in o.geopend().beeld.loop.betrokkenen] == [school.noa]
    assert "Maak los: Noa Yılmaz" in _knoppen(o.pagina.waarmee)


def test_the_cross_takes_a_link_away_and_the_toast_brings_it_back(dialoog, school: School):
    o, vraag = dialoog()
    vraag.reject()
    o.d.draaiboeken.koppel(o.geopend(), school.noa)
    o.pagina.lees()
    o.rust()
    _knoppen(o.pagina.waarmee)["Maak los: Noa Yılmaz"].click()
    o.rust()
    assert o.geopend().beeld.loop.betrokkenen == ()
    assert "Maak los: Noa Yılmaz" not in _knoppen(o.pagina.waarmee)
    o.pagina.window().findChild(Toast).knop.click()
    o.rust()
    assert [b.wie.persoon for b in o.geopend().beeld.loop.betrokkenen] == [school.noa]


def test_what_cannot_be_linked_is_said_and_another_can_be_chosen(dialoog, school: School, qtbot: QtBot):
    eerst: list[Any] = []
    o, vraag = dialoog(vooraf=lambda d: eerst.append(d.calamiteiten.begin("Gaslek op het plein").record))
    o.d.calamiteiten.sluit(eerst[0], {"geevalueerd": False, "waarom_niet": "Het was een oefening."})
    vraag.kaarten[0].click()
    o.rust()
    assert vraag.isVisible() and "afgesloten" in vraag.fout.text()
    qtbot.keyClicks(vraag.invoer, "xqz")
    o.rust()
    assert vraag.kaarten == []
    assert any("Niets gevonden" in label.text() for label in vraag.findChildren(Label))


def test_a_closed_run_offers_no_link_and_no_cross(maak, school: School):
    o = maak()
    o.d.draaiboeken.koppel(o.geopend(), school.noa)
    o.d.draaiboeken.sluit(o.geopend(), "De school heeft het anders opgelost.")
    o.pagina.lees()
    o.rust()
    assert not o.pagina.waarmee.koppel_knop.isEnabled()
    assert not any(naam.startswith("Maak los") for naam in _knoppen(o.pagina.waarmee))
