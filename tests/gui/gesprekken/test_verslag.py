"""Writing a report: kept while typing, stored on request and on leaving, and never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.models.rechten import Rol
from desktop.models.vooroverleg import SoortGesprek
from desktop.views.gesprekken import VerslagPagina
from desktop.views.navigatie import Plek
from desktop.views.widgets import Bevestiging
from tests.gui.gesprekken.conftest import knop


@pytest.fixture
def pagina(proef):
    return proef.pagina(VerslagPagina)


def test_new_report_shows_what_is_known(proef, pagina) -> None:
    formulier = proef.nieuw(pagina)
    assert pagina.titel() == "Gespreksverslag met ouders"
    assert pagina.kruimels() == (
        ("Leerlingen", Plek("leerlingen")),
        ("Noa Yılmaz", Plek("leerling", proef.school.noa)),
    )
    assert formulier.values()["datum"] == "2026-03-02"
    assert formulier.values()["soort"] == "zorg"
    assert pagina.vlak.titel.text() == "Gespreksverslag met ouders"
    assert formulier.veld("soort").editor.widgets()[0].hasFocus()


def test_without_a_pupil_the_way_to_one_is_shown(proef, pagina) -> None:
    proef.ga(Plek("verslag"))
    assert pagina.melding.isVisible()
    knop(pagina, "Naar de leerlingen").click()
    assert proef.plekken[-1] == Plek("leerlingen")


def test_typing_is_a_draft_within_two_seconds_and_the_place_becomes_the_record(proef, pagina) -> None:
    formulier = proef.nieuw(pagina)
    proef.typ(formulier, "onderwerp", "Stil")
    proef.qtbot.waitUntil(lambda: bool(proef.diensten.gesprekken.drafts()), timeout=2000)
    proef.rust()
    (draft,) = proef.diensten.gesprekken.drafts()
    assert draft.values["onderwerp"] == "Stil"
    assert proef.navigator.huidige == Plek("verslag", draft.record)
    assert "bewaard om 09:00" in pagina.vlak.blad.voet.stand.text()


def test_lock_saves_what_was_typed_at_that_moment(proef, pagina) -> None:
    formulier = proef.nieuw(pagina)
    proef.typ(formulier, "onderwerp", "S")
    pagina.berg_op()
    (draft,) = proef.diensten.gesprekken.drafts()
    assert draft.values["onderwerp"] == "S"


def test_ctrl_s_stores_a_concept(proef, pagina) -> None:
    formulier = proef.nieuw(pagina)
    proef.typ(formulier, "onderwerp", "Stil")
    proef.qtbot.keyClick(pagina, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    proef.rust()
    (rij,) = proef.verslagen()
    assert (rij.title, rij.state) == ("Stil", "concept")
    assert not proef.diensten.gesprekken.drafts()
    assert pagina.vlak.blad.voet.stand.text() == "Concept bewaard om 09:00"
    assert pagina.vlak.pil.accessibleName() == "Concept"


def test_ctrl_s_without_a_kind_says_so_at_the_field_and_keeps_the_text(proef, pagina) -> None:
    formulier = proef.nieuw(pagina, soort=None)
    proef.typ(formulier, "onderwerp", "Stil")
    pagina.schrijver.bewaar()
    proef.rust()
    assert formulier.veld("soort").foutlabel().text() == "Kies: Soort gesprek."
    assert formulier.veld("soort").editor.widgets()[0].hasFocus()
    assert formulier.values()["onderwerp"] == "Stil"
    assert not proef.verslagen()


def test_leaving_stores_a_concept_and_coming_back_shows_it(proef, pagina) -> None:
    formulier = proef.nieuw(pagina)
    proef.typ(formulier, "onderwerp", "Stil")
    proef.ga(Plek("home"))
    (rij,) = proef.verslagen()
    assert rij.state == "concept"
    proef.navigator.terug()
    proef.rust()
    assert pagina.vlak.formulier.values()["onderwerp"] == "Stil"
    assert not pagina.vlak.banners.banners()


def test_leaving_what_cannot_be_stored_keeps_the_draft(proef, pagina) -> None:
    formulier = proef.nieuw(pagina, soort=None)
    proef.typ(formulier, "onderwerp", "Stil")
    proef.ga(Plek("home"))
    assert not proef.verslagen()
    (draft,) = proef.diensten.gesprekken.drafts()
    assert draft.values["onderwerp"] == "Stil"
    proef.navigator.terug()
    proef.rust()
    assert pagina.vlak.formulier.values()["onderwerp"] == "Stil"
    assert "Je tekst van 09:00" in pagina.vlak.banners.banners()[0].zin


def test_a_new_report_that_stayed_empty_leaves_nothing(proef, pagina) -> None:
    proef.nieuw(pagina)
    proef.ga(Plek("home"))
    assert not proef.verslagen()
    assert not proef.diensten.gesprekken.drafts()


def test_what_was_typed_and_taken_out_again_leaves_nothing(proef, pagina) -> None:
    formulier = proef.nieuw(pagina)
    proef.typ(formulier, "onderwerp", "S")
    pagina.berg_op()
    proef.rust()
    proef.qtbot.keyClick(formulier.veld("onderwerp").editor.widgets()[0], Qt.Key.Key_Backspace)
    proef.ga(Plek("home"))
    assert not proef.diensten.gesprekken.drafts()
    assert not proef.verslagen()


def test_opening_and_leaving_a_concept_unchanged_stores_no_revision(proef, pagina) -> None:
    proef.nieuw(pagina)
    proef.vul(pagina)
    pagina.schrijver.bewaar()
    proef.ga(Plek("home"))
    (rij,) = proef.verslagen()
    proef.ga(Plek("verslag", rij.record))
    proef.ga(Plek("home"))
    assert len(proef.diensten.session.vault.history(rij.record)) == 1


def test_unsaved_text_beside_a_concept_is_put_back_and_can_be_undone(proef, pagina) -> None:
    gesprekken = proef.diensten.gesprekken
    stuk = gesprekken.nieuw_verslag(proef.school.noa)
    stored, _ = gesprekken.bewaar(stuk, {**stuk.values, **proef.ingevuld(), "onderwerp": "Bewaard"})
    stuk = gesprekken.open(stored.record)
    gesprekken.bewaar_draft(stuk, {**stuk.values, "onderwerp": "Getypt"})
    proef.ga(Plek("verslag", stored.record))
    formulier = pagina.vlak.formulier
    assert formulier.values()["onderwerp"] == "Getypt"
    assert pagina.vlak.banners.banners()[0].zin == "Je tekst van 09:00 was nog niet bewaard. Hier is hij weer."
    knop(pagina, "Bewaarde versie").click()
    assert formulier.values()["onderwerp"] == "Bewaard"
    knop(pagina, "Zet mijn tekst terug").click()
    assert formulier.values()["onderwerp"] == "Getypt"


def test_the_preview_shows_what_is_stored(proef, pagina) -> None:
    formulier = proef.nieuw(pagina)
    proef.typ(formulier, "onderwerp", "Stil")
    pagina.vlak.voorbeeld_knop.click()
    proef.rust()
    (rij,) = proef.verslagen()
    assert proef.voorbeelden == [rij.record]
    assert rij.title == "Stil"


def test_establishing_with_gaps_shows_them_and_stores_nothing(proef, pagina) -> None:
    formulier = proef.nieuw(pagina)
    pagina.vlak.blad.voet.hoofdknop.click()
    proef.rust()
    assert formulier.veld("onderwerp").foutlabel().text() == "Vul in: Onderwerp."
    assert formulier.veld("onderwerp").editor.widgets()[0].hasFocus()
    ontbreekt = pagina.vlak.blad.voet.ontbreekt
    assert ontbreekt.accessibleName() == "4 velden vragen nog aandacht, als eerste: Onderwerp"
    assert ontbreekt.property("toon") == "gevaar"  # red from the first try on, and no sooner
    assert pagina.findChild(Bevestiging) is None
    assert not proef.verslagen()


def test_establishing_asks_keeps_the_pdf_and_goes_on_to_signing(proef, pagina) -> None:
    proef.nieuw(pagina)
    proef.vul(pagina)
    pagina.vlak.blad.voet.hoofdknop.click()
    proef.rust()
    vraag = pagina.findChild(Bevestiging)
    assert vraag.laten.hasFocus() and vraag.doen.accessibleName() == "Stel vast en laat tekenen"
    proef.qtbot.keyClick(vraag.doen, Qt.Key.Key_Return)
    proef.rust()
    (rij,) = proef.verslagen()
    assert rij.state == "vastgesteld"
    assert proef.diensten.session.vault.kept(rij.record, "vastgesteld-pdf") is not None
    assert proef.navigator.huidige == Plek("ondertekenen", rij.record)
    assert pagina.leesblad.isVisible()
    assert pagina.titel() == "Stiller in de klas"
    proef.navigator.terug()
    proef.rust()
    assert proef.navigator.huidige == Plek("verslag", rij.record)


def test_saying_no_to_establishing_leaves_a_concept(proef, pagina) -> None:
    proef.nieuw(pagina)
    proef.vul(pagina)
    pagina.vlak.blad.voet.hoofdknop.click()
    proef.rust()
    proef.qtbot.keyClick(pagina.findChild(Bevestiging), Qt.Key.Key_Escape)
    proef.ga(Plek("home"))
    (rij,) = proef.verslagen()
    assert rij.state == "concept"


def test_a_talk_with_the_pupil_is_established_without_signing(proef, pagina) -> None:
    proef.nieuw(pagina, SoortGesprek.LEERLING)
    assert pagina.vlak.blad.voet.hoofdknop.accessibleName() == "Stel vast"
    assert pagina.vlak.titel.text() == "Gespreksverslag met leerling"


def test_a_teacher_writes_and_does_not_establish(proef) -> None:
    proef.diensten = proef.als(Rol.LEERKRACHT)
    pagina = proef.pagina(VerslagPagina)
    proef.nieuw(pagina)
    knop = pagina.vlak.blad.voet.hoofdknop
    assert not knop.isEnabled()
    assert "een verslag vaststellen" in knop.accessibleDescription()
    assert pagina.vlak.bewaar_knop.isEnabled()


def test_of_a_talk_with_the_pupil_nobody_signs_and_the_question_says_so(proef, pagina) -> None:
    proef.nieuw(pagina)
    proef.vul(
        pagina, soort="leerling", ouders=[], formeel=False, mening="Ik vind het fijn.", mening_gewogen="Telt mee."
    )
    pagina.vlak.blad.voet.hoofdknop.click()
    proef.rust()
    vraag = pagina.findChild(Bevestiging)
    assert vraag.doen.accessibleName() == "Stel vast"
    vraag.doen.click()
    proef.rust()
    (rij,) = proef.verslagen()
    assert proef.navigator.huidige == Plek("verslag", rij.record)
