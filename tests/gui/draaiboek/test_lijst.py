"""The list: every draaiboek with where it comes from, starting one, what the school makes of it, blank on paper."""

from __future__ import annotations

import pytest

from desktop.models.rechten import Rol
from desktop.views.draaiboek import DraaiboekenPagina
from desktop.views.draaiboek.dialogen import StartDialoog
from desktop.views.draaiboek.versies import VersiesDialoog
from desktop.views.forms.dialoog import FormDialoog
from desktop.views.navigatie import Plek
from desktop.views.widgets import Knop, KnopKaart, Label
from tests.unit.documents.lezen import tekst as pdf_tekst


@pytest.fixture
def papieren():
    return []


@pytest.fixture
def maak(qtbot, met_rol, work, navigator, thema, rust, papieren):
    def doe(rol=Rol.IB, extra=""):
        pagina = DraaiboekenPagina(
            met_rol(rol),
            work,
            navigator,
            thema,
            druk=lambda haal: papieren.append(haal()),
            bijlage=lambda _: None,
            plaats=lambda veld: {"pestprotocol": "In de kast van de IB"}.get(veld, ""),
        )
        qtbot.addWidget(pagina)
        pagina.resize(1200, 800)
        pagina.show()
        pagina.toon(Plek("draaiboeken", extra=extra))
        rust()
        return pagina

    return doe


def _teksten(widget):
    return [w.text() for w in widget.findChildren(Label)]


def test_each_says_where_it_comes_from_and_a_template_can_be_confirmed(maak, rust, diensten):
    pagina = maak()
    assert list(pagina.kaarten) == ["gedrag", "professionals", "misbruik", "vermissing", "rouw", "calamiteit"]
    assert "Uit het plan" in _teksten(pagina.kaarten["gedrag"])
    assert "Sjabloon, nog te bevestigen" in _teksten(pagina.kaarten["vermissing"])
    bevestig = next(k for k in pagina.kaarten["vermissing"].findChildren(Knop) if k.text().startswith("Bevestig"))
    bevestig.click()
    rust()
    assert not diensten.draaiboeken.uitgave("vermissing").te_bevestigen
    assert "Sjabloon" in _teksten(pagina.kaarten["vermissing"])


def test_documents_elsewhere_say_where_the_school_keeps_them(maak, gegaan):
    pagina = maak()
    pesten = next(k for k in pagina.findChildren(KnopKaart) if k.text() == "Pesten")
    assert "In de kast van de IB" in pesten.accessibleName()
    pesten.click()
    assert gegaan.laatste == Plek("plan", extra="protocollen")


def test_starting_asks_conditions_and_goes_to_the_run(maak, rust, gegaan, diensten):
    calamiteit = diensten.calamiteiten.begin("Onrust op het plein").record
    pagina = maak(extra=f"calamiteit={calamiteit}")
    pagina.kaarten["gedrag"].start.click()
    dialoog = pagina.findChild(StartDialoog)
    assert dialoog.calamiteit.currentText() == "Onrust op het plein"
    dialoog.vragen["grens"].click()
    dialoog.doen.click()
    rust()
    plek = gegaan.laatste
    assert plek.page == "draaiboek"
    loop = diensten.draaiboeken.open_loop(plek.id).beeld.loop
    assert (loop.ja, loop.calamiteit, loop.aanleiding) == (("grens",), calamiteit, "Onrust op het plein")
    pagina.toon(Plek("draaiboeken"))
    rust()
    assert any("Onrust op het plein" in k.text() for k in pagina.findChildren(KnopKaart) if k.isVisible())


def test_tab_comes_past_the_conditions_before_the_button_that_starts(maak, diensten):
    calamiteit = diensten.calamiteiten.begin("Onrust op het plein").record
    pagina = maak(extra=f"calamiteit={calamiteit}")
    pagina.kaarten["rouw"].start.click()
    dialoog = pagina.findChild(StartDialoog)
    rij, w = [], dialoog.formulier.veld("aanleiding").editor.widgets()[0]
    for _ in range(200):
        rij.append(w)
        w = w.nextInFocusChain()
    plaatsen = [rij.index(x) for x in (dialoog.calamiteit, *dialoog.vragen.values(), dialoog.doen)]
    assert plaatsen == sorted(plaatsen)


def test_without_a_reason_for_it_nothing_starts(maak, rust, gegaan):
    pagina = maak()
    pagina.kaarten["rouw"].start.click()
    dialoog = pagina.findChild(StartDialoog)
    dialoog.doen.click()
    rust()
    assert dialoog.isVisible()
    assert gegaan.plekken == []


def test_the_school_writes_its_own_version_and_one_of_its_own(maak, rust, diensten):
    pagina = maak()
    wijzig = next(k for k in pagina.kaarten["rouw"].findChildren(Knop) if k.text().startswith("Pas aan"))
    wijzig.click()
    rust()
    dialoog = pagina.findChild(FormDialoog)
    values = dialoog.formulier.values()
    dialoog.formulier.laad({**values, "stappen": values["stappen"][:3]})
    dialoog.doen.click()
    rust()
    uitgave = diensten.draaiboeken.uitgave("rouw")
    assert (len(uitgave.draaiboek.stappen), uitgave.draaiboek.herkomst) == (3, "school")
    assert "Van de school" in _teksten(pagina.kaarten["rouw"])


def test_a_page_of_the_plan_brings_its_draaiboek_into_sight(maak):
    pagina = maak(extra="pagina=protocol-gedrag-actie-3")
    assert pagina.focusWidget() is pagina.kaarten["gedrag"].start


def test_blank_on_paper_has_every_step_and_names_nobody(maak, papieren, diensten):
    pagina = maak()
    next(k for k in pagina.kaarten["gedrag"].findChildren(Knop) if k.text() == "Leeg op papier").click()
    papier = papieren[0]
    assert papier.openbaar
    tekst = " ".join(pdf_tekst(papier.maak().pdf).split())
    for stap in diensten.draaiboeken.uitgave("gedrag").draaiboek.stappen:
        assert stap.wat in tekst
    assert diensten.session.actor.naam not in tekst


def test_a_reader_starts_but_changes_nothing(maak):
    pagina = maak(Rol.LEERKRACHT)
    assert pagina.kaarten["gedrag"].start.isEnabled()
    assert not pagina.nieuw_knop.isEnabled()
    assert not [k for k in pagina.kaarten["vermissing"].findChildren(Knop) if k.text().startswith("Bevestig")]


def test_an_earlier_version_is_read_and_put_back(maak, rust, diensten):
    d = diensten.draaiboeken
    for n, notitie in ((5, "Korter"), (3, "Nog korter")):
        uitgave, values = d.uitgave("rouw"), d.eigen_waarden("rouw")
        d.bewaar_eigen({**values, "stappen": values["stappen"][:n], "notitie": notitie}, uitgave.record)
    pagina = maak()
    assert not [k for k in pagina.kaarten["gedrag"].findChildren(Knop) if k.text() == "Versies"]
    next(k for k in pagina.kaarten["rouw"].findChildren(Knop) if k.text() == "Versies").click()
    rust()
    dialoog = pagina.findChild(VersiesDialoog)
    assert len(dialoog.chips) == 3
    assert "Nog korter" in _teksten(dialoog)
    assert not dialoog.zet_terug.isVisible()
    dialoog.chips[1].click()
    assert "Korter" in _teksten(dialoog)
    assert any(diensten.session.actor.naam in tekst for tekst in _teksten(dialoog))
    dialoog.zet_terug.click()
    rust()
    assert pagina.findChild(VersiesDialoog) is None
    assert len(d.uitgave("rouw").draaiboek.stappen) == 5
