"""Writing a report when something stands in the way: danger, conflicts, a full disk, attachments, late answers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop.models.errors import SchijfVol
from desktop.models.rechten import Rol
from desktop.models.velden import naar_values
from desktop.models.vooroverleg import VEILIG_THUIS, SoortGesprek
from desktop.services.lanes import ThreadLane
from desktop.views.gesprekken import VerslagPagina, schrijf_begin
from desktop.views.gesprekken.dialogen import VergelijkDialoog
from desktop.views.navigatie import Plek
from desktop.views.widgets import Bevestiging
from desktop.views.work import Work
from tests.gui.gesprekken.conftest import knop


@pytest.fixture
def pagina(proef):
    return proef.pagina(VerslagPagina)


def test_danger_holds_the_talk_back_until_it_is_settled_with_veilig_thuis(proef, pagina) -> None:
    formulier = proef.nieuw(pagina, SoortGesprek.HGKM)
    assert not formulier.tegengehouden()
    formulier.veld("gevaar").editor.widgets()[0].click()
    assert VEILIG_THUIS in formulier.tegengehouden()
    assert not formulier.veld("besproken").isEnabled()
    pagina.vlak.blad.voet.hoofdknop.click()
    proef.rust()
    assert formulier.veld("af_wie").foutlabel() is not None
    assert formulier.veld("besproken").foutlabel() is None
    for naam, waarde in (("vt_wie", "M. de Wit"), ("vt_datum", "2-3-2026"), ("vt_besluit", "Wel praten")):
        proef.typ(formulier, naam, waarde)
    formulier.veld("vt_doorgang").editor.widgets()[0].click()
    assert not formulier.tegengehouden()
    assert formulier.veld("besproken").isEnabled()


def test_two_versions_are_shown_and_mine_can_be_taken(proef, pagina) -> None:
    gesprekken = proef.diensten.gesprekken
    proef.nieuw(pagina)
    proef.vul(pagina, onderwerp="Eerste")
    pagina.schrijver.bewaar()
    proef.rust()
    (rij,) = proef.verslagen()
    ander = proef.als(Rol.DIRECTEUR, "Dirk Baas").gesprekken
    stuk = ander.open(rij.record)
    ander.bewaar(stuk, {**stuk.values, "onderwerp": "Van Dirk"})
    formulier = pagina.vlak.formulier
    proef.typ(formulier, "onderwerp", " van mij")
    pagina.schrijver.bewaar()
    proef.rust()
    assert "niet verloren" in pagina.vlak.banners.banners()[0].zin
    assert gesprekken.drafts()[0].values["onderwerp"] == "Eerste van mij"
    knop(pagina, "Vergelijk").click()
    proef.rust()
    dialoog = pagina.findChild(VergelijkDialoog)
    assert dialoog.velden == [("Onderwerp", "Van Dirk", "Eerste van mij")]
    dialoog.mijn.click()
    proef.rust()
    historie = proef.diensten.session.vault.history(rij.record)
    assert [s.value.onderwerp for s in historie] == ["Eerste", "Van Dirk", "Eerste van mij"]
    assert not pagina.vlak.banners.banners()
    assert not gesprekken.drafts()


def test_a_draft_on_an_older_version_is_a_conflict_at_opening_not_an_overwrite(proef, pagina) -> None:
    gesprekken = proef.diensten.gesprekken
    stuk = gesprekken.nieuw_verslag(proef.school.noa)
    stored, _ = gesprekken.bewaar(stuk, {**stuk.values, **proef.ingevuld(), "onderwerp": "Eerste"})
    mijn = gesprekken.open(stored.record)
    gesprekken.bewaar_draft(mijn, {**mijn.values, "onderwerp": "Mijn draft"})
    ander = proef.als(Rol.DIRECTEUR, "Dirk Baas").gesprekken
    stuk = ander.open(stored.record)
    ander.bewaar(stuk, {**stuk.values, "onderwerp": "Van Dirk"})
    proef.ga(Plek("verslag", stored.record))
    assert pagina.vlak.formulier.values()["onderwerp"] == "Mijn draft"
    assert "niet verloren" in pagina.vlak.banners.banners()[0].zin
    proef.ga(Plek("home"))
    assert proef.diensten.session.vault.history(stored.record)[-1].value.onderwerp == "Van Dirk"
    assert gesprekken.drafts()[0].values["onderwerp"] == "Mijn draft"


def test_full_disk_keeps_the_form_open_and_asks_before_leaving(proef, pagina, monkeypatch) -> None:
    formulier = proef.nieuw(pagina)
    proef.typ(formulier, "onderwerp", "Stil")

    def vol(*args, **kwargs):
        raise SchijfVol("De schijf is vol.", "Maak ruimte en bewaar opnieuw.")

    vault = type(proef.diensten.session.vault)
    with monkeypatch.context() as m:
        m.setattr(vault, "save_draft", vol)
        m.setattr(vault, "append", vol)
        pagina.schrijver.bewaar()
        proef.rust()
        assert pagina.vlak.banners.banners()[0].zin == "De schijf is vol."
        pagina.berg_op()
        proef.rust()
        assert "De schijf is vol." in pagina.vlak.blad.voet.stand.text()
        m.setattr(Bevestiging, "vraag", lambda self: False)
        proef.ga(Plek("home"))
        assert proef.navigator.huidige.page == "verslag"
        m.setattr(Bevestiging, "vraag", lambda self: True)
        proef.ga(Plek("home"))
        assert proef.fouten[-1].zin == "De schijf is vol."
    assert formulier.values()["onderwerp"] == "Stil"


def test_text_that_could_not_be_kept_is_there_on_coming_back(proef, pagina, monkeypatch) -> None:
    gesprekken = proef.diensten.gesprekken
    stuk = gesprekken.nieuw_verslag(proef.school.noa)
    stored, _ = gesprekken.bewaar(stuk, {**stuk.values, **proef.ingevuld(), "onderwerp": "Bewaard"})
    proef.ga(Plek("verslag", stored.record))
    proef.typ(pagina.vlak.formulier, "onderwerp", " en meer")

    def vol(*args, **kwargs):
        raise SchijfVol("De schijf is vol.", "Maak ruimte.")

    with monkeypatch.context() as m:
        m.setattr(type(proef.diensten.session.vault), "save_draft", vol)
        m.setattr(type(proef.diensten.session.vault), "append", vol)
        proef.ga(Plek("home"))
    proef.ga(Plek("verslag", stored.record))
    assert pagina.vlak.formulier.values()["onderwerp"] == "Bewaard en meer"
    pagina.berg_op()
    assert gesprekken.drafts()[0].values["onderwerp"] == "Bewaard en meer"


def test_throwing_a_filled_draft_away_names_it_first(proef, pagina) -> None:
    formulier = proef.nieuw(pagina)
    proef.typ(formulier, "onderwerp", "Stil")
    pagina.berg_op()
    proef.rust()
    pagina.vlak.weg_knop.click()
    vraag = pagina.findChild(Bevestiging)
    assert vraag.doen.accessibleName() == "Gooi gespreksverslag weg"
    vraag.doen.click()
    proef.rust()
    assert not proef.diensten.gesprekken.drafts()
    assert proef.navigator.huidige == Plek("leerling", proef.school.noa)
    assert not proef.navigator.kan_terug


def test_throwing_an_empty_draft_away_is_silent(proef, pagina) -> None:
    proef.nieuw(pagina)
    pagina.vlak.weg_knop.click()
    proef.rust()
    assert pagina.findChild(Bevestiging) is None
    assert proef.navigator.huidige == Plek("leerling", proef.school.noa)


def test_parents_and_staff_are_suggested_with_the_gezag_of_that_day(proef, pagina) -> None:
    formulier = proef.nieuw(pagina)
    zoek = formulier._context.zoek_personen
    assert [(w.naam, w.gezag) for w in zoek("ouders", "")] == [("Elif Yılmaz", "ja"), ("Stef Bakker", "nee")]
    assert [w.naam for w in zoek("school", "")] == ["Iris Beheer", "Joost Kuipers"]
    assert [w.naam for w in zoek("school", "leerk")] == ["Joost Kuipers"]
    assert [w.naam for w in zoek("school", "yilmaz")] == ["Elif Yılmaz"]
    formulier.laad({**formulier.values(), "datum": "2019-12-31"})
    assert {w.gezag for w in zoek("ouders", "")} == {"onbekend"}


def test_attachments_are_read_checked_and_stored(proef, pagina, tmp_path, monkeypatch) -> None:
    formulier = proef.nieuw(pagina)
    goed, fout = tmp_path / "scan.pdf", tmp_path / "brief.docx"
    stuk = proef.verslag()
    goed.write_bytes(proef.diensten.gesprekken.vastgesteld_pdf(stuk.record))
    fout.write_bytes(b"PK\x03\x04 iets")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a, **k: ([str(goed), str(fout)], ""))
    veld = formulier.veld("bijlagen")
    veld.editor.voeg_knop.click()
    proef.rust()
    assert [b["naam"] for b in veld.editor.waarde()] == ["scan.pdf"]
    assert "Word-, Excel- of zipbestand" in veld.foutlabel().text()
    veld.editor.widgets()[0].click()
    assert proef.bijlagen[0].naam == "scan.pdf"
    pagina.schrijver.bewaar()
    proef.rust()
    assert proef.diensten.gesprekken.open(proef.verslagen()[0].record).stored.value.bijlagen[0].naam == "scan.pdf"


def test_earlier_notes_lead_to_their_record(proef, pagina) -> None:
    eerder = proef.verslag(onderwerp="Startgesprek")
    formulier = proef.nieuw(pagina)
    proef.typ(formulier, "onderwerp", "Stil")
    kaart = next(k for k in pagina.vlak.blad.hulp.findChildren(object) if getattr(k, "text", str)() == "Startgesprek")
    kaart.click()
    proef.rust()
    assert proef.navigator.huidige == Plek("verslag", eerder.record)
    assert [r.state for r in proef.verslagen() if r.title == "Stil"] == ["concept"]


def test_a_late_answer_about_an_earlier_place_is_dropped(proef, pagina) -> None:
    een, twee = proef.verslag(onderwerp="Eén"), proef.verslag(onderwerp="Twee")
    pagina.toon(Plek("verslag", een.record))
    pagina.toon(Plek("verslag", twee.record))
    proef.rust()
    assert pagina.titel() == "Twee"


def test_a_wrong_page_leads_to_the_right_one(proef, pagina) -> None:
    gesprekken = proef.diensten.gesprekken
    stuk = gesprekken.nieuwe_uitnodiging(proef.school.noa)
    stored, fout = gesprekken.bewaar(stuk, {**stuk.values, "soort": "zorg"})
    assert stored is not None, fout
    proef.ga(Plek("verslag", stored.record))
    assert proef.navigator.huidige == Plek("uitnodiging", stored.record)


def test_a_change_while_a_concept_is_stored_builds_on_it(proef) -> None:
    from desktop.views.gesprekken.bewaren import Bewaarder

    gesprekken = proef.diensten.gesprekken
    stuk = gesprekken.nieuw_verslag(proef.school.noa)
    bewaarder = Bewaarder(gesprekken, stuk)
    values = {**stuk.values, **proef.ingevuld()}
    bewaarder.concept(values)
    bewaarder.draft({**values, "onderwerp": "Daarna"})
    terug = gesprekken.open(stuk.record)
    assert not terug.botst
    assert terug.values["onderwerp"] == "Daarna"
    assert replace(terug, uit_concept=False).base == terug.stored.revision
    assert naar_values(terug.stored.value)["onderwerp"] == "Stiller in de klas"


def test_with_real_lanes_a_lock_right_after_typing_loses_nothing(proef) -> None:
    kluis, werk = ThreadLane("kluis"), ThreadLane("werk")
    proef.work = Work(kluis, werk, proef.onverwacht.append)
    pagina = proef.pagina(VerslagPagina)
    try:
        formulier = proef.nieuw(pagina)
        proef.typ(formulier, "onderwerp", "Stil")
        pagina.schrijver.bewaar()
        proef.typ(formulier, "onderwerp", " in de kring")
        pagina.berg_op()
    finally:
        kluis.close()
        werk.close()
    (draft,) = proef.diensten.gesprekken.drafts()
    assert draft.values["onderwerp"] == "Stil in de kring"
    terug = proef.diensten.gesprekken.open(draft.record)
    assert terug.stored.value.onderwerp == "Stil"
    assert not terug.botst
    proef.rust()


def test_a_talk_of_a_calamity_leads_back_to_it(proef, pagina) -> None:
    calamiteit = proef.diensten.calamiteiten.begin("Gaslek").record
    begin = schrijf_begin(proef.school.noa, SoortGesprek.CALAMITEIT, calamiteit=calamiteit)
    proef.ga(Plek("verslag", extra=begin))
    assert pagina.kruimels()[-1] == ("Calamiteit", Plek("calamiteit", calamiteit))
