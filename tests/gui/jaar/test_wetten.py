"""A change in the law on screen: from the list and from its form to the very page of the plan that it touches."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.opslag import Stored
from desktop.models.schooljaarstukken import Wetswijziging
from desktop.services.diensten import Diensten
from desktop.services.plan import Plan
from desktop.services.systeem import SysteemKlok
from desktop.views.jaar import JaarstukInvoer, WettenPagina
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.work import Work as Lanen
from tests.gui.omgeving import maak_pagina

Maak = Callable[..., Any]


@pytest.fixture
def maak(diensten: Diensten, work: Lanen, navigator: Navigator, thema: Thema, qtbot: QtBot) -> Maak:
    """Make a page that knows the plan, and show it."""
    plan = Plan(SysteemKlok())

    def toon(soort: type[QWidget], **extra: Any) -> Any:
        pagina = maak_pagina(soort, diensten, work, navigator, thema, plan=plan, **extra)
        qtbot.addWidget(pagina)
        pagina.resize(1180, 700)
        pagina.show()
        return pagina

    return toon


def _bewaar(d: Diensten, kind: type[Wetswijziging], **values: Any) -> Stored:
    stored, fout = d.jaarstukken.bewaar(d.jaarstukken.nieuw(kind), values)
    assert stored is not None, fout
    return stored


def test_each_change_leads_to_the_very_page_of_the_plan(maak, rust, diensten, gegaan):
    for wat, rest in (
        ("Kerndoelen", {"paginas": "Leerlingen › Educatie, Meldcodeschema", "nakijken_voor": "2026-03-01"}),
        ("Onbekend", {"paginas": "Burgerschap", "nakijken_voor": "2026-04-01"}),
        ("Gedaan", {"paginas": "Protocollen en bijlagen", "nagekeken_op": "2026-02-01"}),
    ):
        _bewaar(diensten, Wetswijziging, wat=wat, **rest)
    pagina = maak(WettenPagina)
    pagina.toon(Plek("wetten"))
    rust()
    assert pagina.na_te_kijken.isVisible()
    namen = [knop.accessibleName() for knop in pagina.na_te_kijken.knoppen]
    assert namen == ["Naar het plan: Educatie", "Naar het plan: Meldcodeschema", "Zoek ‘Burgerschap’"]
    plekken = []
    for knop in pagina.na_te_kijken.knoppen:
        knop.click()
        plekken.append(gegaan.laatste)
    assert plekken == [
        Plek("plan", extra="leerling-educatie"),
        Plek("plan", extra="meldcode"),
        Plek("zoeken", extra="Burgerschap"),
    ]
    for n in range(4):
        _bewaar(diensten, Wetswijziging, wat=f"Nog een {n}", paginas="Scholing")
    pagina.toon(Plek("wetten"))
    rust()
    assert "En nog 2" in " ".join(a.text() for a in pagina.na_te_kijken.findChildren(QLabel))


def test_nothing_to_review_shows_no_empty_card(maak, rust, diensten):
    _bewaar(diensten, Wetswijziging, wat="Oud", nagekeken_op="2026-02-01")
    pagina = maak(WettenPagina)
    pagina.toon(Plek("wetten"))
    rust()
    assert pagina.lijst.isVisible() and not pagina.na_te_kijken.isVisible()


def test_in_the_form_pages_are_chosen_by_name_and_one_click_away(maak, rust, diensten, gegaan):
    stored = _bewaar(diensten, Wetswijziging, wat="Kerndoelen", paginas="Meldcodeschema")
    pagina = maak(JaarstukInvoer, sleutel="wet-stuk", bijlage=lambda b: None)
    pagina.toon(Plek("wet-stuk", stored.record))
    rust()
    wegen = pagina.wegen
    assert [k.accessibleName() for k in wegen.knoppen] == ["Naar het plan: Meldcodeschema"]
    lijst = wegen.kies.view()
    langst = max(wegen.kies.fontMetrics().horizontalAdvance(wegen.kies.itemText(n)) for n in range(wegen.kies.count()))
    assert lijst.minimumWidth() > langst, "no title is cut in the list"
    wegen.kies.activated.emit(wegen.kies.findText("Ouders/verzorgers › Gesprek bij zorgen"))
    assert pagina.blad.waarden("stuk")["paginas"] == "Meldcodeschema; Ouders/verzorgers › Gesprek bij zorgen"
    assert pagina.blad.vuil() and wegen.kies.currentIndex() == 0
    wegen.knoppen[1].click()
    assert gegaan.laatste == Plek("plan", extra="ouders-gesprek-zorgen")
    pagina.bewaar()
    rust()
    ((_, wet),) = diensten.jaarstukken.wetten()
    assert wet.paginas.endswith("Ouders/verzorgers › Gesprek bij zorgen")
    assert maak(JaarstukInvoer, sleutel="vog-stuk", bijlage=lambda b: None).wegen is None
