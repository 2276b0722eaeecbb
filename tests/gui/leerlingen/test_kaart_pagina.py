"""The gezag card: a new parent, one who is known, a change as a new row, mistakes explained, taking a card back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.models.errors import SchijfVol
from desktop.models.personen import Persoon, Relatie
from desktop.models.rechten import Rol
from desktop.views.forms.rijen import RijenVeld
from desktop.views.leerlingen import KaartPagina
from desktop.views.navigatie import Plek
from desktop.views.widgets import PersoonChip, Toast


@pytest.fixture
def pagina(qtbot, thema, work, navigator, diensten):
    pagina = KaartPagina(diensten, work, navigator, thema)
    qtbot.addWidget(pagina)
    pagina.resize(1350, 800)
    pagina.show()
    qtbot.waitExposed(pagina)
    return pagina


@pytest.fixture
def toon(pagina, rust):
    def toon(extra: str):
        pagina.toon(Plek("kaart", extra=extra))
        rust()
        return pagina.blad

    return toon


def _veld(blad, formulier: str, naam: str):
    return blad.formulieren[formulier].veld(naam).editor.widgets()[0]


def _kies(blad, naam: str, waarde: object) -> None:
    """Answer a choice as a click would."""
    editor = blad.formulieren["relatie"].veld(naam).editor
    editor.zet(waarde)
    editor.gewijzigd.emit()


def _perioden(blad) -> RijenVeld:
    return blad.formulieren["relatie"].veld("perioden").editor


def _cel(rij, naam: str):
    return next(cel for cel in rij.cellen if cel.spec.naam == naam)


def _zet_cel(rij, naam: str, waarde: object) -> None:
    editor = _cel(rij, naam).editor
    editor.zet(waarde)
    editor.gewijzigd.emit()


def _bewaar(qtbot, blad, rust) -> None:
    qtbot.keyClick(blad.voet.hoofdknop, Qt.Key.Key_Return)
    rust()


def test_a_new_parent_with_card_in_one_go(qtbot, pagina, toon, rust, school, diensten, gegaan):
    blad = toon(str(school.bram))
    assert pagina.titel() == "Ouder toevoegen"
    assert blad.voet.stand.text() == "Nog niets ingevuld"
    qtbot.keyClicks(_veld(blad, "persoon", "roepnaam"), "Anne")
    qtbot.keyClicks(_veld(blad, "persoon", "achternaam"), "de Wit")
    _kies(blad, "soort", "moeder")
    _zet_cel(_perioden(blad).rijen[0], "gezag", "ja")
    _bewaar(qtbot, blad, rust)
    assert gegaan.laatste == Plek("leerling", school.bram)
    (kaart,) = diensten.personen.kaarten(school.bram)
    assert (kaart.wie.naam, kaart.wie.hoedanigheid, kaart.wie.gezag) == ("Anne de Wit", "moeder", "ja")
    assert [t.tekst for t in pagina.findChildren(Toast)] == ["De gezagskaart is bewaard"]


def test_an_existing_parent_is_found_while_typing_and_chosen_by_keyboard(
    qtbot, pagina, toon, rust, school, diensten, gegaan
):
    blad = toon(str(school.bram))
    with qtbot.waitSignal(pagina.zoeker.zoekvak.gezocht):
        qtbot.keyClicks(pagina.zoeker.zoekvak.veld, "elif")
    rust()
    gevonden = next(iter(pagina.zoeker._wie.values()))
    assert gevonden.regel() == "van Noa Yılmaz en Sem Yılmaz · 06 00000001"
    qtbot.keyClick(pagina.zoeker.zoekvak.veld, Qt.Key.Key_Down)
    qtbot.keyClick(pagina.zoeker.lijst, Qt.Key.Key_Return)
    rust()
    assert not blad.formulieren["persoon"].isVisible()
    assert "Elif Yılmaz" in pagina.findChild(PersoonChip).accessibleName()
    _kies(blad, "soort", "stiefouder")
    _perioden(blad).haal_weg(_perioden(blad).rijen[0])
    _bewaar(qtbot, blad, rust)
    (kaart,) = diensten.personen.kaarten(school.bram)
    assert kaart.persoon.record == school.elif_
    assert len(diensten.session.vault.history(school.elif_)) == 1  # the person itself got no new revision


def test_the_choice_can_be_taken_back(qtbot, pagina, toon, rust, school):
    blad = toon(str(school.sem))
    pagina.zoeker.zoekvak.veld.setText("Bakker")
    qtbot.waitUntil(lambda: bool(pagina.zoeker._wie) and "Job" in next(iter(pagina.zoeker._wie.values())).naam)
    pagina.kies(next(iter(pagina.zoeker._wie.values())))
    assert not pagina._zoekvlak.isVisible()
    pagina.findChild(PersoonChip).verwijderd.emit()
    assert pagina._zoekvlak.isVisible()
    assert blad.formulieren["persoon"].isVisible()


def test_parents_with_the_childs_surname_are_offered_at_once(pagina, toon, school, diensten):
    diensten.personen.koppel(school.bram, {"roepnaam": "Oma", "achternaam": "Yılmaz"}, {"soort": "grootouder"})
    toon(str(school.sem))
    # Elif is on Sem's card already and is not offered again
    assert [g.naam for g in pagina.zoeker._wie.values()] == ["Oma Yılmaz"]


def test_someone_who_is_on_a_card_already_leads_there(qtbot, pagina, toon, rust, school, gegaan):
    blad = toon(str(school.noa))
    with qtbot.waitSignal(pagina.zoeker.zoekvak.gezocht):
        qtbot.keyClicks(pagina.zoeker.zoekvak.veld, "job")
    rust()
    pagina.kies(next(iter(pagina.zoeker._wie.values())))
    (banner,) = blad.banners.banners()
    assert "staat al bij deze leerling" in banner.zin
    banner.knop.click()
    assert gegaan.laatste == Plek("kaart", extra=f"{school.noa}:{school.kaart_job}")


def test_a_change_of_gezag_is_a_new_row_and_the_old_one_stays(qtbot, pagina, toon, rust, school, diensten):
    blad = toon(f"{school.noa}:{school.kaart_job}")
    assert pagina.titel() == "Gezagskaart van Job Bakker"
    assert "Nu geldt: geen gezag" in pagina._uitleg.text()
    perioden = _perioden(blad)
    perioden.voeg_rij()
    nieuw = perioden.rijen[-1]
    _zet_cel(nieuw, "vanaf", "2026-02-01")
    _zet_cel(nieuw, "gezag", "ja")
    _bewaar(qtbot, blad, rust)
    kaart = diensten.personen.kaarten(school.noa)
    job = next(k for k in kaart if k.wie.naam == "Job Bakker")
    assert job.wie.gezag == "ja"
    assert [p.gezag.value for p in job.kaart.perioden] == ["nee", "ja"]
    assert job.kaart.grenzen == "Haalt niet op."


def test_an_end_before_its_start_is_explained_at_the_row(qtbot, pagina, toon, rust, school, gegaan):
    blad = toon(f"{school.noa}:{school.kaart_elif}")
    rij = _perioden(blad).rijen[0]
    _zet_cel(rij, "tot", "2019-12-31")
    _bewaar(qtbot, blad, rust)
    cel = _cel(rij, "tot")
    assert "einddatum ligt vóór de begindatum" in cel.foutlabel().text()
    assert cel.editor.widgets()[0].hasFocus()
    assert gegaan.plekken == []
    assert "Niet bewaard" in blad.voet.stand.text()
    assert blad.voet.hoofdknop.isEnabled()


def test_data_of_the_parent_change_along_and_say_for_whom(qtbot, pagina, toon, rust, school, diensten):
    blad = toon(f"{school.noa}:{school.kaart_elif}")
    assert "gelden ook bij Sem Yılmaz" in pagina._uitleg.text()
    invoer = _veld(blad, "persoon", "email")
    qtbot.keyClicks(invoer, "elif@voorbeeld.invalid")
    _bewaar(qtbot, blad, rust)
    mens = diensten.personen.persoon(school.elif_).value
    assert isinstance(mens, Persoon)
    assert (mens.email, mens.taal) == ("elif@voorbeeld.invalid", "Turks")


def test_problems_of_both_forms_show_together(qtbot, pagina, toon, rust, school):
    blad = toon(str(school.bram))
    _bewaar(qtbot, blad, rust)
    assert "roepnaam" in blad.formulieren["persoon"].veld("roepnaam").foutlabel().text()
    assert blad.formulieren["relatie"].veld("soort").foutlabel() is not None
    assert _veld(blad, "persoon", "roepnaam").hasFocus()


@pytest.mark.parametrize("ja", [True, False])
def test_a_card_made_by_mistake_is_withdrawn_after_asking(
    pagina, toon, rust, school, diensten, gegaan, monkeypatch, ja
):
    blad = toon(f"{school.noa}:{school.kaart_job}")
    gevraagd = []

    def vraag(dialoog) -> bool:
        gevraagd.append(dialoog.doen.text())
        return ja

    monkeypatch.setattr("desktop.views.leerlingen.kaart.Bevestiging.vraag", vraag)
    blad.extraknop.click()
    rust()
    assert gevraagd == ["Trek de kaart van Job Bakker in"]
    namen = [k.wie.naam for k in diensten.personen.kaarten(school.noa)]
    assert namen == (["Elif Yılmaz"] if ja else ["Elif Yılmaz", "Job Bakker"])
    assert gegaan.plekken == ([Plek("leerling", school.noa)] if ja else [])
    assert len(diensten.session.vault.history(school.kaart_job)) == (2 if ja else 1)


def test_a_full_disk_keeps_the_form_open_with_everything_in_it(
    qtbot, pagina, toon, rust, school, diensten, monkeypatch, gegaan
):
    blad = toon(str(school.bram))
    qtbot.keyClicks(_veld(blad, "persoon", "roepnaam"), "Anne")
    _kies(blad, "soort", "moeder")
    _perioden(blad).haal_weg(_perioden(blad).rijen[0])

    def vol(*_, **__):
        raise SchijfVol("De schijf is vol.", "Maak ruimte en bewaar opnieuw.")

    with monkeypatch.context() as m:
        m.setattr(diensten.session.vault.__class__, "append_many", vol)
        _bewaar(qtbot, blad, rust)
    assert blad.banners.banners()[0].zin == "De schijf is vol."
    assert blad.waarden("persoon")["roepnaam"] == "Anne"
    assert blad.vuil()
    _bewaar(qtbot, blad, rust)
    assert gegaan.laatste == Plek("leerling", school.bram)


def test_a_withdrawn_card_and_a_place_without_pupil_say_so(pagina, toon, rust, school, diensten):
    diensten.personen.verwijder_kaart(school.kaart_job)
    toon(f"{school.noa}:{school.kaart_job}")
    assert "gezagskaart is er niet meer" in pagina.banners.banners()[0].zin
    toon("onzin")
    assert "Open eerst de leerling." in pagina.banners.banners()[0].accessibleName()


def test_a_teacher_cannot_store_and_reads_why(qtbot, thema, work, navigator, met_rol, rust, school):
    pagina = KaartPagina(met_rol(Rol.LEERKRACHT), work, navigator, thema)
    qtbot.addWidget(pagina)
    pagina.toon(Plek("kaart", extra=f"{school.noa}:{school.kaart_job}"))
    rust()
    assert not pagina.blad.voet.hoofdknop.isEnabled()
    assert "gezag" in pagina.blad.voet.hoofdknop.accessibleDescription()


def test_the_stored_card_keeps_what_the_form_does_not_show(qtbot, pagina, toon, rust, school, diensten):
    blad = toon(f"{school.noa}:{school.kaart_job}")
    qtbot.keyClicks(_veld(blad, "relatie", "grenzen"), " Ook niet bellen.")
    _bewaar(qtbot, blad, rust)
    kaart = diensten.session.vault.get(school.kaart_job).value
    assert isinstance(kaart, Relatie)
    assert (kaart.leerling, kaart.persoon, kaart.naam) == (school.noa, school.job, "Job Bakker")


def test_a_half_filled_card_comes_back_with_the_chosen_parent(qtbot, pagina, toon, rust, school, diensten):
    blad = toon(str(school.bram))
    with qtbot.waitSignal(pagina.zoeker.zoekvak.gezocht):
        qtbot.keyClicks(pagina.zoeker.zoekvak.veld, "elif")
    rust()
    pagina.kies(next(iter(pagina.zoeker._wie.values())))
    qtbot.keyClicks(_veld(blad, "relatie", "grenzen"), "Alleen schriftelijk")
    pagina.berg_op()
    rust()
    toon(str(school.sem))
    assert not pagina._half().get("grenzen")
    blad = toon(str(school.bram))
    assert blad.waarden("relatie")["grenzen"] == "Alleen schriftelijk"
    assert pagina._gekozen is not None
    assert pagina._gekozen.record == school.elif_
    assert not blad.formulieren["persoon"].isVisible()
    _kies(blad, "soort", "verzorger")
    _perioden(blad).haal_weg(_perioden(blad).rijen[0])
    _bewaar(qtbot, blad, rust)
    assert diensten.personen.drafts_bij(school.bram) == []
    assert diensten.personen.kaarten(school.bram)[0].kaart.grenzen == "Alleen schriftelijk"


def test_typing_is_on_disk_by_itself(qtbot, pagina, toon, rust, school, diensten, monkeypatch):
    monkeypatch.setattr("desktop.views.forms.bewaker.WACHT_MS", 1)
    blad = toon(f"{school.noa}:{school.kaart_job}")
    qtbot.keyClicks(_veld(blad, "relatie", "grenzen"), "!")
    qtbot.waitUntil(lambda: "Concept bewaard" in blad.voet.stand.text())
    draft = diensten.personen.draft(Relatie, school.kaart_job)
    assert draft is not None
    assert draft.values["grenzen"] == "!Haalt niet op."  # the cursor stands at the start
    assert draft.values["_persoon"]["roepnaam"] == "Job"


def test_tab_goes_from_the_search_box_along_both_forms_to_the_footer(qtbot, pagina, toon, school):
    blad = toon(str(school.bram))
    verwacht = [
        _veld(blad, "persoon", "roepnaam"),
        _veld(blad, "persoon", "contact"),
        _veld(blad, "relatie", "soort"),
        _veld(blad, "relatie", "grenzen"),
        blad.terugknop,
        blad.voet.hoofdknop,
    ]
    pagina.zoeker.zoekvak.veld.setFocus()
    gezien = []
    for _ in range(40):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        gezien.append(QApplication.focusWidget())
    assert [w for w in gezien if w in verwacht][: len(verwacht)] == verwacht


def test_the_help_forgets_the_field_of_the_card_before(qtbot, pagina, toon, rust, school):
    blad = toon(str(school.bram))
    _veld(blad, "persoon", "aanhef").setFocus()
    assert blad.hulp.veld.text() == "Aanhef in brieven"
    pagina.setFocus()
    toon(str(school.bram))
    assert blad.hulp.veld.text() == ""
