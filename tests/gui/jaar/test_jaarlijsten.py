"""Monitoring, training, VOG checks and the law on screen: their lists, the matrix, and the forms behind them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtTest import QTest

from desktop.models.rechten import Rol
from desktop.models.schooljaarstukken import Monitoring, VogCheck, Wetswijziging
from desktop.models.velden import naar_values
from desktop.views.jaar import (
    JaarstukInvoer,
    MonitoringenPagina,
    MonitoringPagina,
    VogPagina,
    WettenPagina,
)
from desktop.views.navigatie import Plek
from desktop.views.widgets import RIJ, Bevestiging, RijInhoud, Toast
from tests.gui.jaar.jaarkit import bewaar, lid, vast

Maak = Callable[..., Any]


def _rijen(pagina: Any) -> list[RijInhoud]:
    return [pagina.model.index(n).data(RIJ) for n in range(pagina.model.rowCount())]


# -- lists


@pytest.mark.parametrize(
    ("soort", "plek"),
    [(MonitoringenPagina, "monitoring"), (VogPagina, "vog-stuk"), (WettenPagina, "wet-stuk")],
)
def test_an_empty_list_says_what_to_do_and_leads_there(maak, rust, gegaan, soort, plek):
    pagina = maak(soort)
    pagina.toon(Plek(soort.sleutel))
    rust()

    assert pagina.leeg.isVisible()
    assert pagina.nieuw()
    assert gegaan.laatste == Plek(plek)


@pytest.mark.parametrize("soort", [MonitoringenPagina, VogPagina, WettenPagina])
def test_who_does_not_keep_the_year_sees_no_list(maak, rust, met_rol, soort):
    pagina = maak(soort, met_rol(Rol.LEERKRACHT))
    pagina.toon(Plek(soort.sleutel))
    rust()

    assert not pagina.leeg.isVisible()
    assert not pagina.lijst.isVisible()
    assert not pagina.nieuw()


def test_a_vog_says_in_a_word_how_it_stands(maak, rust, diensten):
    wie = naar_values(lid(diensten, "Pieter"))
    for waarvoor, rest in (
        ("Kamp", {"nodig_op": "2026-06-08", "afgegeven_op": "2025-06-01"}),
        ("Overblijf", {"nodig_op": "2026-02-01"}),
        ("Uitje", {"nodig_op": "2026-05-01"}),
        ("Zwemmen", {"nodig_op": "2026-03-20", "gezien_op": "2026-03-01"}),
    ):
        bewaar(diensten, VogCheck, wie=wie, waarvoor=waarvoor, **rest)
    pagina = maak(VogPagina)
    pagina.toon(Plek("vog"))
    rust()

    assert {rij.regel.split(" · ")[0]: rij.pil for rij in _rijen(pagina)} == {
        "Overblijf": "Te laat",
        "Uitje": "Nog te zien",
        "Kamp": "Te oud",
        "Zwemmen": "Gezien",
    }
    assert pagina.telling.text() == "3 nog te zien"
    assert "zes maanden" in next(rij.regel for rij in _rijen(pagina) if rij.pil == "Te oud")


def test_the_law_that_asks_to_look_stands_first(maak, rust, diensten, gegaan):
    bewaar(diensten, Wetswijziging, wat="Oud", nagekeken_op="2026-02-01", besluit="Niets nodig.")
    nieuw = bewaar(diensten, Wetswijziging, wat="Nieuw", nakijken_voor="2026-02-15")
    pagina = maak(WettenPagina)
    pagina.toon(Plek("wetten"))
    rust()

    assert [(rij.titel, rij.pil) for rij in _rijen(pagina)] == [("Nieuw", "Te laat"), ("Oud", "Nagekeken")]
    pagina.lijst.gekozen.emit(_rijen(pagina)[0].sleutel)
    assert gegaan.laatste == Plek("wet-stuk", nieuw.record)


def test_a_round_shows_what_is_still_to_do_and_a_half_one_stands_on_top(maak, rust, diensten):
    stuk = diensten.jaarstukken.nieuwe_monitoring()
    vast(diensten.jaarstukken.bewaar(stuk, stuk.values))
    half = diensten.jaarstukken.nieuwe_monitoring()
    diensten.jaarstukken.bewaar_draft(half, half.values)
    pagina = maak(MonitoringenPagina)
    pagina.toon(Plek("jaarstukken"))
    rust()
    eerst, dan = _rijen(pagina)

    assert eerst.titel == "Monitoring, niet af"
    assert (dan.titel, dan.pil) == ("Sociale veiligheid", "Concept")
    assert "3 nog niet besproken met de klas" in dan.regel


# -- the forms


def _invoer(maak: Maak, sleutel: str) -> JaarstukInvoer:
    pagina = maak(JaarstukInvoer, sleutel=sleutel, bijlage=lambda b: None)
    assert isinstance(pagina, JaarstukInvoer)
    return pagina


def test_a_form_is_stored_and_goes_back_to_its_list(maak, rust, diensten, gegaan):
    pagina = _invoer(maak, "wet-stuk")
    pagina.toon(Plek("wet-stuk"))
    rust()
    assert pagina.wegen is not None and pagina.wegen.isVisible() and not pagina.wegen.knoppen
    pagina.bewaar()
    rust()
    assert not list(diensten.session.vault.all(Wetswijziging.KIND)), "what changes is asked"
    pagina.blad.formulieren["stuk"].laad({"wat": "Nieuw kerndoel"})
    pagina.bewaar()
    rust()

    assert [w.wat for _, w in diensten.jaarstukken.wetten()] == ["Nieuw kerndoel"]
    assert gegaan.laatste == Plek("wetten")


def test_what_is_half_filled_comes_back(maak, rust, diensten):
    pagina = _invoer(maak, "wet-stuk")
    pagina.toon(Plek("wet-stuk"))
    rust()
    veld = pagina.blad.formulieren["stuk"].veld("wat")
    assert veld is not None
    QTest.keyClicks(veld.editor.widgets()[0], "Half")
    pagina.mag_weg()
    rust()
    assert [d.values["wat"] for d in diensten.jaarstukken.half(Wetswijziging)] == ["Half"]

    weer = _invoer(maak, "wet-stuk")
    weer.toon(Plek("wet-stuk"))
    rust()
    assert weer.blad.waarden("stuk")["wat"] == "Half"


def test_a_form_is_changed_and_taken_off_its_list_and_back(maak, rust, diensten, gegaan):
    stored = bewaar(diensten, VogCheck, wie=naar_values(lid(diensten, "Pieter")), waarvoor="Kamp")
    pagina = _invoer(maak, "vog-stuk")
    pagina.toon(Plek("vog-stuk", stored.record))
    rust()
    assert pagina.titel() == "Kamp"
    pagina.haal_weg()
    rust()
    vraag = next(d for d in pagina.window().findChildren(Bevestiging) if d.isVisible())
    vraag.doen.click()
    rust()
    assert not diensten.jaarstukken.vogs()
    assert gegaan.laatste == Plek("vog")
    next(t for t in pagina.window().findChildren(Toast) if t.isVisible()).ongedaan.emit()
    rust()
    assert [v.waarvoor for _, v in diensten.jaarstukken.vogs()] == ["Kamp"]


def test_two_who_change_one_record_are_told(maak, rust, diensten):
    stored = bewaar(diensten, Wetswijziging, wat="Eerst")
    pagina = _invoer(maak, "wet-stuk")
    pagina.toon(Plek("wet-stuk", stored.record))
    rust()
    stuk = diensten.jaarstukken.open(stored.record)
    vast(diensten.jaarstukken.bewaar(stuk, {**stuk.values, "besluit": "Van een ander"}))
    pagina.blad.formulieren["stuk"].laad({"wat": "Van mij"})
    pagina.bewaar()
    rust()

    assert diensten.jaarstukken.wetten()[0][1].besluit == "Van een ander"
    assert pagina.blad.waarden("stuk")["wat"] == "Van mij", "what was typed stays"


def test_the_form_begins_with_who_was_chosen(maak, rust, diensten):
    pieter = lid(diensten, "Pieter")
    pagina = _invoer(maak, "scholing-stuk")
    pagina.toon(Plek("scholing-stuk", extra=f"persoon={pieter.persoon}"))
    rust()

    wie = pagina.blad.waarden("stuk")["wie"]
    assert isinstance(wie, dict)
    assert wie["naam"] == "Pieter Dekker"


# -- a round


def test_another_questionnaire_has_other_groups_until_something_is_typed(maak, rust, diensten):
    vast(diensten.eigenplan.bewaar_schoolplan({"monitor_veiligheid": "De Meter", "monitor_sel": "De Kijker"}, None))
    pagina = maak(MonitoringPagina)
    pagina.toon(Plek(Monitoring.KIND))
    rust()
    formulier = pagina.vlak.formulier

    def kies(lijst: str) -> list[str]:
        veld = formulier.veld("lijst")
        assert veld is not None
        veld.editor.zet(lijst)
        veld.editor.gewijzigd.emit()
        rust()
        return [rij["groep"] for rij in formulier.values()["groepen"]]

    assert [rij["groep"] for rij in formulier.values()["groepen"]] == ["6", "7", "8"]
    assert kies("sel") == list("12345678")
    assert formulier.values()["instrument"] == "De Kijker"
    rijen = [{**rij, "aantal": "20"} for rij in formulier.values()["groepen"]]
    formulier.laad({**formulier.values(), "groepen": rijen})
    assert kies("veiligheid") == list("12345678"), "what was typed is not thrown away"
