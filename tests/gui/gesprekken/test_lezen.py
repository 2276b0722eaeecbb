"""Reading what is established: parents, agreements, addenda, ParnasSys, withdrawing."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from desktop.models.rechten import Rol
from desktop.models.velden import naar_values
from desktop.models.vervolg import Aanvulling, InParnasSys, Ondertekening
from desktop.views.forms.dialoog import FormDialoog
from desktop.views.gesprekken import VerslagPagina
from desktop.views.gesprekken.dialogen import IntrekDialoog, VergelijkDialoog
from desktop.views.navigatie import Plek
from desktop.views.widgets import Knop, Label, Pil
from tests.gui.gesprekken.conftest import knop


@pytest.fixture
def pagina(proef):
    return proef.pagina(VerslagPagina)


def _teksten(pagina) -> list[str]:
    return [label.text() for label in pagina.leesblad.findChildren(Label) if label.isVisible()]


def _pillen(pagina) -> list[str]:
    return [pil.accessibleName() for pil in pagina.leesblad.findChildren(Pil) if pil.isVisible()]


def test_shows_the_sections_the_agreements_and_where_each_parent_stands(proef, pagina) -> None:
    stuk = proef.verslag()
    proef.ga(Plek("verslag", stuk.record))
    teksten = _teksten(pagina)
    assert pagina.leesblad.titel.text() == "Stiller in de klas"
    assert "Noa at drie keer niet mee." in teksten
    assert "Dagelijks inloopmoment" in teksten
    assert "leerkracht · uiterlijk 20 mrt 2026 · Noa vertelt iets van thuis" in teksten
    assert _pillen(pagina).count("Nog te tekenen") == 2
    assert "door Iris Beheer" in pagina.leesblad.stand.text()
    assert "Emotie en beleving van ouders" not in teksten


def test_signed_and_unsigned_parents_are_told_apart(proef, pagina) -> None:
    stuk = proef.verslag()
    ouder = naar_values(stuk.stored.value.ouders[0])
    stored, fout = proef.diensten.gesprekken.volg(
        stuk,
        Ondertekening,
        {"ouder": ouder, "uitkomst": "ziet_af", "wijze": "geen", "zienswijze": "Wij zien het anders."},
    )
    assert stored is not None, fout
    proef.ga(Plek("verslag", stuk.record))
    assert "Ziet af van tekenen" in _pillen(pagina)
    assert _pillen(pagina).count("Nog te tekenen") == 1
    assert "Wij zien het anders." in _teksten(pagina)


def test_the_main_action_leads_to_signing(proef, pagina) -> None:
    stuk = proef.verslag()
    proef.ga(Plek("verslag", stuk.record))
    proef.qtbot.keyClick(pagina.leesblad.knoppen["tekenen"], Qt.Key.Key_Return)
    assert proef.navigator.huidige == Plek("ondertekenen", stuk.record)


def test_ctrl_p_and_the_button_open_the_print_dialog(proef, pagina) -> None:
    stuk = proef.verslag()
    proef.ga(Plek("verslag", stuk.record))
    assert pagina.druk_af()
    pagina.leesblad.knoppen["afdrukken"].click()
    assert proef.afgedrukt == [stuk.record, stuk.record]


def test_an_agreement_is_rounded_off(proef, pagina) -> None:
    stuk = proef.verslag()
    proef.ga(Plek("verslag", stuk.record))
    knop(pagina, "Rond af: Dagelijks inloopmoment").click()
    dialoog = pagina.findChild(FormDialoog)
    dialoog.doen.click()
    proef.rust()
    assert dialoog.formulier.veld("gelukt").foutlabel() is not None
    dialoog.formulier.veld("gelukt").editor.widgets()[0].click()
    dialoog.doen.click()
    proef.rust()
    assert "Nagekomen · 2 mrt 2026" in _pillen(pagina)
    assert [k.text() for k in pagina.findChildren(Label)].count("Afspraken") <= 1
    # it was not so after all: the newest outcome counts, the other stays
    knop(pagina, "Andere uitkomst: Dagelijks inloopmoment").click()
    (dialoog,) = (d for d in pagina.findChildren(FormDialoog) if d.isVisible())
    dialoog.formulier.veld("gelukt").editor.widgets()[1].click()
    dialoog.doen.click()
    proef.rust()
    assert "Niet nagekomen · 2 mrt 2026" in _pillen(pagina)
    assert "Nagekomen · 2 mrt 2026" not in _pillen(pagina)


def test_an_overdue_agreement_says_so(proef, pagina, clock) -> None:
    stuk = proef.verslag()
    clock.step(days=30)
    proef.ga(Plek("verslag", stuk.record))
    assert "Te laat" in _pillen(pagina)


def test_an_addendum_is_added_and_shown(proef, pagina) -> None:
    stuk = proef.verslag()
    proef.ga(Plek("verslag", stuk.record))
    pagina.leesblad.knoppen["aanvulling"].click()
    dialoog = pagina.findChild(FormDialoog)
    proef.qtbot.keyClicks(dialoog.formulier.veld("tekst").editor.widgets()[0], "Moeder belde.")
    dialoog.doen.click()
    proef.rust()
    assert "Moeder belde." in _teksten(pagina)
    assert not proef.diensten.gesprekken.drafts()
    assert not pagina.leesblad.banners.banners()


def test_a_half_written_addendum_survives_the_lock(proef, pagina) -> None:
    stuk = proef.verslag()
    proef.ga(Plek("verslag", stuk.record))
    pagina.leesblad.knoppen["aanvulling"].click()
    dialoog = pagina.findChild(FormDialoog)
    proef.qtbot.keyClicks(dialoog.formulier.veld("tekst").editor.widgets()[0], "Moeder")
    pagina.berg_op()
    (draft,) = proef.diensten.gesprekken.drafts()
    assert (draft.kind, draft.values["tekst"]) == ("aanvulling", "Moeder")
    dialoog.reject()
    proef.ga(Plek("verslag", stuk.record))
    assert "aanvulling aan het schrijven" in pagina.leesblad.banners.banners()[0].zin
    knop(pagina, "Verder schrijven").click()
    dialoog = next(d for d in pagina.findChildren(FormDialoog) if d.isVisible())
    assert dialoog.formulier.values()["tekst"] == "Moeder"
    dialoog.doen.click()
    proef.rust()
    assert not proef.diensten.gesprekken.drafts()
    assert [s.value.tekst for s in proef.diensten.gesprekken.open(stuk.record).vervolg] == ["Moeder"]


def test_an_addendum_that_is_emptied_leaves_no_draft(proef, pagina) -> None:
    stuk = proef.verslag()
    proef.ga(Plek("verslag", stuk.record))
    pagina.acties.vul_aan()
    dialoog = pagina.findChild(FormDialoog)
    veld = dialoog.formulier.veld("tekst").editor.widgets()[0]
    proef.qtbot.keyClicks(veld, "M")
    pagina.berg_op()
    proef.qtbot.keyClick(veld, Qt.Key.Key_Backspace)
    dialoog.reject()
    proef.rust()
    assert not proef.diensten.gesprekken.drafts()


def test_in_parnassys_since_a_day(proef, pagina) -> None:
    stuk = proef.verslag()
    proef.ga(Plek("verslag", stuk.record))
    pagina.leesblad.knoppen["parnassys"].click()
    dialoog = pagina.findChild(FormDialoog)
    assert dialoog.formulier.values()["datum"] == "2026-03-02"
    dialoog.formulier.laad({"datum": "2026-03-03"})
    dialoog.doen.click()
    proef.rust()
    assert "toekomst" in dialoog.formulier.veld("datum").foutlabel().text()
    dialoog.formulier.laad({"datum": "2026-03-01"})
    dialoog.doen.click()
    proef.rust()
    assert "Gezet op 1 mrt 2026" in _pillen(pagina)
    assert [type(s.value) for s in proef.diensten.gesprekken.open(stuk.record).vervolg] == [InParnasSys]


def test_withdrawing_asks_why_and_names_a_possible_data_breach(proef, pagina) -> None:
    stuk = proef.verslag()
    proef.ga(Plek("verslag", stuk.record))
    pagina.leesblad.knoppen["intrekken"].click()
    dialoog = pagina.findChild(IntrekDialoog)
    assert any("datalek" in label.text() for label in dialoog.findChildren(Label))
    dialoog.doen.click()
    assert dialoog.fout.isVisible()
    proef.qtbot.keyClicks(dialoog.reden.widgets()[0], "Staat bij het verkeerde kind")
    dialoog.doen.click()
    proef.rust()
    assert pagina.leesblad.pil.accessibleName() == "Ingetrokken"
    assert "datalek" in pagina.leesblad.banners.banners()[0].accessibleName()
    assert set(pagina.leesblad.knoppen) == {"afdrukken"}


def test_what_the_role_may_not_do_says_why(proef) -> None:
    stuk = proef.verslag()
    proef.diensten = proef.als(Rol.LEERKRACHT)
    pagina = proef.pagina(VerslagPagina)
    proef.ga(Plek("verslag", stuk.record))
    knop = pagina.leesblad.knoppen["intrekken"]
    assert not knop.isEnabled()
    assert "een stuk intrekken dat vaststaat" in knop.accessibleDescription()
    assert pagina.leesblad.knoppen["tekenen"].isEnabled()


def test_the_office_does_not_read_reports(proef) -> None:
    stuk = proef.verslag()
    proef.diensten = proef.als(Rol.ADMINISTRATIE)
    pagina = proef.pagina(VerslagPagina)
    proef.ga(Plek("verslag", stuk.record))
    assert pagina.melding.isVisible()
    assert "Noa" not in "".join(label.text() for label in pagina.melding.findChildren(Label))


def test_text_that_came_too_late_for_an_established_report_is_not_lost(proef, pagina) -> None:
    gesprekken = proef.diensten.gesprekken
    stuk = gesprekken.nieuw_verslag(proef.school.noa)
    stored, _ = gesprekken.bewaar(stuk, {**stuk.values, **proef.ingevuld()})
    stuk = gesprekken.open(stored.record)
    gesprekken.bewaar_draft(stuk, {**stuk.values, "besproken": "Te laat getypt"})
    ander = proef.als(Rol.DIRECTEUR, "Dirk Baas").gesprekken
    open_ = ander.open(stored.record)
    assert ander.stel_vast(open_, open_.values)[0] is not None
    proef.ga(Plek("verslag", stored.record))
    assert "nog tekst" in pagina.leesblad.banners.banners()[0].zin
    knop(pagina, "Vergelijk").click()
    dialoog = pagina.findChild(VergelijkDialoog)
    assert dialoog.velden == [("Wat is besproken", "Noa at drie keer niet mee.", "Te laat getypt")]
    next(k for k in dialoog.findChildren(Knop) if k.accessibleName() == "Gooi mijn tekst weg").click()
    proef.rust()
    assert not gesprekken.drafts()
    assert not pagina.leesblad.banners.banners()


def test_markup_in_a_report_is_shown_letter_by_letter(proef, pagina) -> None:
    stuk = proef.verslag(besproken="<b>vet</b> & 5 < 6", onderwerp="A & B <i>")
    proef.ga(Plek("verslag", stuk.record))
    assert "<b>vet</b> & 5 < 6" in _teksten(pagina)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in pagina.leesblad.findChildren(Label))
    assert pagina.leesblad.titel.text() == "A & B <i>"


def test_an_addendum_with_an_attachment_opens_it(proef, pagina) -> None:
    stuk = proef.verslag()
    pdf = proef.diensten.gesprekken.vastgesteld_pdf(stuk.record)
    bijlage = proef.diensten.documenten.voeg_bijlage_toe("scan.pdf", pdf)
    values = {"tekst": "Zie bijlage.", "bijlagen": [bijlage.model_dump(mode="json")]}
    stored, fout = proef.diensten.gesprekken.volg(stuk, Aanvulling, values)
    assert stored is not None, fout
    proef.ga(Plek("verslag", stuk.record))
    knop(pagina, "Open scan.pdf").click()
    assert proef.bijlagen == [bijlage]


def test_the_sheet_that_a_parent_signed_on_paper_can_be_opened(proef, pagina) -> None:
    stuk = proef.verslag()
    uit = io.BytesIO()
    Image.new("RGB", (30, 40), "white").save(uit, "PNG")
    scan = proef.diensten.documenten.voeg_bijlage_toe("getekend.png", uit.getvalue())
    values = {
        "ouder": naar_values(stuk.stored.value.ouders[0]),
        "uitkomst": "akkoord",
        "wijze": "papier",
        "getekend_op": "2026-03-02",
        "scan": naar_values(scan),
    }
    stored, fout = proef.diensten.gesprekken.volg(stuk, Ondertekening, values)
    assert stored is not None, fout
    proef.ga(Plek("verslag", stuk.record))
    knop(pagina, "Open getekend.png").click()
    assert proef.bijlagen == [scan]
