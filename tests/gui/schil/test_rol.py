"""The role pages: what is in the content is on the screen, and only forms that exist are offered."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.rolinhoud import ROLLEN, Formulier, RolInhoud
from desktop.policy.rollen import laad
from desktop.services.plan import Plan
from desktop.services.systeem import SysteemKlok
from desktop.views.home import Telling
from desktop.views.navigatie import Navigator, Plek
from desktop.views.rol import RolPagina
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Label

ALLE = {f: Plek(f.value) for f in Formulier}
INHOUD = laad()
PLAN = Plan(SysteemKlok())


def maak(qtbot: QtBot, thema: Thema, navigator: Navigator, formulieren: Mapping[Formulier, Plek] = ALLE) -> RolPagina:
    pagina = RolPagina(thema, navigator, INHOUD, formulieren, PLAN)
    qtbot.addWidget(pagina)
    pagina.resize(1192, 640)
    with qtbot.waitExposed(pagina):
        pagina.show()
    return pagina


@pytest.mark.parametrize("inhoud", INHOUD.values(), ids=INHOUD)
def test_the_whole_content_shows(qtbot: QtBot, thema: Thema, navigator: Navigator, inhoud: RolInhoud) -> None:
    pagina = maak(qtbot, thema, navigator)
    pagina.toon(Plek("rol", extra=inhoud.sleutel))
    QApplication.processEvents()
    teksten = {label.text() for label in pagina.findChildren(Label) if label.isVisibleTo(pagina)}
    assert {inhoud.titel, inhoud.intro, inhoud.kop_taken, *inhoud.taken} <= teksten
    assert pagina.titel() == inhoud.titel
    assert [k.text() for k in pagina.knoppen] == [f.label for f in inhoud.formulieren]
    for alinea in pagina.findChildren(Alinea):
        if alinea.isVisibleTo(pagina):
            assert alinea.height() >= alinea.heightForWidth(alinea.width()), alinea.text()


def test_each_button_leads_to_its_form(qtbot: QtBot, thema: Thema, navigator: Navigator) -> None:
    pagina = maak(qtbot, thema, navigator)
    pagina.toon(Plek("rol", extra="ib"))
    for knop, formulier in zip(pagina.knoppen, INHOUD["ib"].formulieren, strict=True):
        qtbot.keyClick(knop, Qt.Key.Key_Return)
        assert navigator.huidige == ALLE[formulier]


def test_every_role_leads_to_something_to_begin() -> None:
    assert [sleutel for sleutel, inhoud in INHOUD.items() if not inhoud.formulieren] == []
    assert Formulier.KLACHT in INHOUD["vertrouwenspersoon"].formulieren
    assert {Formulier.CALAMITEIT, Formulier.INCIDENT, Formulier.DRAAIBOEK} <= {*INHOUD["directeur"].formulieren}
    assert Formulier.SOCIALE_KAART in INHOUD["extern"].formulieren


def test_what_does_not_exist_is_not_offered(qtbot: QtBot, thema: Thema, navigator: Navigator) -> None:
    pagina = maak(qtbot, thema, navigator, {Formulier.LEERLINGEN: Plek("leerlingen")})
    pagina.toon(Plek("rol", extra="ib"))
    assert [k.text() for k in pagina.knoppen] == ["Leerlingen en hun dossier"]
    pagina.toon(Plek("rol", extra="vertrouwenspersoon"))
    assert pagina.knoppen == []


def test_whoever_has_a_part_in_the_meldcode_finds_its_drawing(qtbot: QtBot, thema: Thema, navigator: Navigator) -> None:
    pagina = maak(qtbot, thema, navigator)
    for sleutel in ("leerkracht", "ib", "aandachtsfunctionaris", "directeur", "meldcode"):
        pagina.toon(Plek("rol", extra=sleutel))
        assert pagina.meldcode is not None
        qtbot.keyClick(pagina.meldcode, Qt.Key.Key_Return)
        assert navigator.huidige == Plek("meldcode")
    pagina.toon(Plek("rol", extra="leerling"))
    assert pagina.meldcode is None


def test_a_step_of_the_meldcode_stands_out(qtbot: QtBot, thema: Thema, navigator: Navigator) -> None:
    pagina = maak(qtbot, thema, navigator)
    pagina.toon(Plek("rol", extra="meldcode:4"))
    assert [taak.gekozen for taak in pagina.taken] == [False, False, False, True, False]
    pagina.resize(600, 240)
    stap = pagina.taken[3]
    qtbot.waitUntil(lambda: pagina.rect().contains(stap.mapTo(pagina, stap.rect().center())))
    assert pagina.taken[3].accessibleName().startswith("Stap 4. Wegen")
    pagina.toon(Plek("rol", extra="meldcode"))
    assert not any(taak.gekozen for taak in pagina.taken)


def test_open_work_shows_and_leads_to_the_agenda(qtbot: QtBot, thema: Thema, navigator: Navigator) -> None:
    pagina = maak(qtbot, thema, navigator)
    pagina.zet({"vertrouwenspersoon": Telling(2, 1)})
    pagina.toon(Plek("rol", extra="vertrouwenspersoon"))
    assert pagina.knoppen[-1].accessibleName() == "Agenda. 2 taken open, 1 te laat"
    pagina.zet({})
    assert "Agenda" not in [k.text() for k in pagina.knoppen]


@pytest.mark.parametrize("extra", ["", "bestaat-niet", "meldcode:99", "meldcode:x", "ib:2"])
def test_an_unknown_place_still_shows_a_page(qtbot: QtBot, thema: Thema, navigator: Navigator, extra: str) -> None:
    pagina = maak(qtbot, thema, navigator)
    pagina.toon(Plek("rol", extra=extra))
    assert pagina.taken and pagina.titel()


def test_a_narrow_window_puts_the_forms_below(qtbot: QtBot, thema: Thema, navigator: Navigator) -> None:
    pagina = maak(qtbot, thema, navigator)
    pagina.toon(Plek("rol", extra="ib"))
    QApplication.processEvents()
    naast = pagina.knoppen[0].mapTo(pagina, pagina.knoppen[0].rect().topLeft())
    pagina.resize(600, 640)
    qtbot.waitUntil(lambda: pagina.knoppen[0].mapTo(pagina, pagina.knoppen[0].rect().topLeft()).x() < naast.x())


def test_counts_come_in_later_and_leave_the_chosen_step(qtbot: QtBot, thema: Thema, navigator: Navigator) -> None:
    pagina = maak(qtbot, thema, navigator)
    pagina.toon(Plek("rol", extra="meldcode:3"))
    pagina.zet({"meldcode": Telling(2, 1)})
    assert [taak.gekozen for taak in pagina.taken] == [False, False, True, False, False]
    taken = pagina.taken
    pagina.zet({"meldcode": Telling(2, 1)})
    assert pagina.taken is taken, "the same counts build nothing anew: the focus stays where it is"


@pytest.mark.parametrize("rol", ROLLEN)
def test_a_subject_of_the_role_is_one_click_away(qtbot: QtBot, thema: Thema, navigator: Navigator, rol: str) -> None:
    pagina = maak(qtbot, thema, navigator)
    pagina.toon(Plek("rol", extra=rol))
    QApplication.processEvents()
    verwacht = PLAN.in_rubriek(rol)
    assert len(verwacht) > 1
    assert [kaart.text() for kaart in pagina.onderwerpen] == [p.titel for p in verwacht]
    for kaart, onderwerp in zip(pagina.onderwerpen, verwacht, strict=True):
        assert kaart.height() >= kaart.heightForWidth(kaart.width())
        qtbot.keyClick(kaart, Qt.Key.Key_Return)
        assert navigator.huidige == Plek("plan", extra=onderwerp.sleutel)


def test_behind_the_lock_no_form_is_offered(qtbot: QtBot, thema: Thema, navigator: Navigator) -> None:
    pagina = RolPagina(thema, navigator, INHOUD, ALLE, PLAN, open_paginas=frozenset({"plan", "rol"}))
    qtbot.addWidget(pagina)
    pagina.toon(Plek("rol", extra="extern"))
    assert pagina.knoppen == []
    teksten = [alinea.text() for alinea in pagina.findChildren(Alinea)]
    assert any(t.endswith("Ontgrendel de kluis om deze formulieren te openen.") for t in teksten)


def test_tab_goes_along_the_subjects_before_the_forms(qtbot: QtBot, thema: Thema, navigator: Navigator) -> None:
    pagina = maak(qtbot, thema, navigator)
    pagina.toon(Plek("rol", extra="ib"))
    keten: list[QWidget] = []
    wie = pagina.nextInFocusChain()
    while wie is not None and wie is not pagina:
        keten.append(wie)
        wie = wie.nextInFocusChain()
    kaarten = [*pagina.onderwerpen, *pagina.knoppen]
    assert [w for w in keten if w in kaarten] == kaarten
