"""Writing a signal: earlier ones beside it, the direct route, who is in it, and nothing typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.models.rechten import Rol
from desktop.models.signaal import Signaal
from desktop.views.dossier import SignaalPagina
from desktop.views.dossier.direct import wat_nu
from desktop.views.navigatie import Plek
from desktop.views.widgets import Label
from tests.gui.dossier.conftest import ingevuld
from tests.gui.omgeving import werkomgeving


def _vul(pagina, **values: object) -> None:
    formulier = pagina.vlak.formulier
    formulier.laad({**formulier.values(), **values})
    formulier.gewijzigd.emit()


def _bewaarde(diensten, leerling) -> list[Signaal]:
    rijen = diensten.dossier.eerdere_signalen(leerling)
    return [diensten.session.vault.get(rij.record).value for rij in rijen]


def test_a_new_signal_knows_who_writes_and_when(nieuw, school) -> None:
    pagina = nieuw()
    values = pagina.vlak.formulier.values()
    assert values["signaleerder"] == "Iris Beheer"
    assert values["datum"] == "2026-03-02"
    assert pagina.kruimels()[-1] == ("Noa Yılmaz", Plek("leerling", school.noa))
    assert pagina.handleiding == "signaal"


def test_typing_is_kept_and_a_lock_keeps_the_last_key(qtbot, nieuw, diensten, rust, navigator) -> None:
    pagina = nieuw()
    invoer = pagina.vlak.formulier.veld("onderwerp").editor.widgets()[0]
    qtbot.keyClicks(invoer, "Stil")
    qtbot.waitUntil(lambda: bool(diensten.dossier.drafts()), timeout=2000)
    qtbot.keyClicks(invoer, "ler")
    pagina.berg_op()
    rust()
    (draft,) = diensten.dossier.drafts()
    assert draft.values["onderwerp"] == "Stiller"
    assert navigator.huidige == Plek("signaal", draft.record)


def test_earlier_signals_of_all_years_stand_beside_it(nieuw, signaal) -> None:
    signaal(onderwerp="Van vorig jaar", datum="2025-03-01")
    signaal(onderwerp="Van nu", datum="2026-02-20")
    pagina = nieuw()
    assert [k.bevestigt.accessibleName() for k in pagina.eerder.signalen] == [
        "Bevestigd door dit signaal: Van nu, 20 feb 2026",
        "Bevestigd door dit signaal: Van vorig jaar, 1 mrt 2025",
    ]
    teksten = [label.text() for label in pagina.eerder.findChildren(Label)]
    assert {"Schooljaar 2025–2026", "Schooljaar 2024–2025", "Eerdere signalen over Noa"} <= set(teksten)


def test_the_first_signal_says_that_there_are_none(nieuw) -> None:
    teksten = [label.text() for label in nieuw().eerder.findChildren(Label)]
    assert "Geen eerdere signalen: dit is het eerste over Noa." in teksten


def test_an_earlier_signal_is_confirmed_or_refuted_and_kept_on_leaving(
    qtbot, nieuw, signaal, diensten, school, rust, navigator
):
    eerder = signaal(onderwerp="Van toen", datum="2025-03-01")
    pagina = nieuw()
    _vul(pagina, **ingevuld(diensten))
    (kaart,) = pagina.eerder.signalen
    qtbot.keyClick(kaart.ontkracht, Qt.Key.Key_Space)
    qtbot.keyClick(kaart.bevestigt, Qt.Key.Key_Space)
    assert kaart.bevestigt.isChecked() and not kaart.ontkracht.isChecked()
    navigator.ga(Plek("home"))
    rust()
    nieuwste = next(s for s in _bewaarde(diensten, school.noa) if s.onderwerp != "Van toen")
    assert (nieuwste.bevestigt, nieuwste.ontkracht) == ((eerder.record,), ())


def test_only_confirming_is_a_change_too(qtbot, nieuw, signaal, diensten, rust, navigator) -> None:
    eerder = signaal(onderwerp="Van toen", datum="2025-03-01")
    pagina = nieuw()
    _vul(pagina, **ingevuld(diensten))
    pagina.schrijver.bewaar()
    rust()
    record = pagina.schrijver.stuk.record
    qtbot.keyClick(pagina.eerder.signalen[0].ontkracht, Qt.Key.Key_Space)
    navigator.ga(Plek("home"))
    rust()
    assert diensten.session.vault.get(record).value.ontkracht == (eerder.record,)


def test_what_another_signal_said_of_it_is_told(nieuw, signaal) -> None:
    oud = signaal(onderwerp="Van toen", datum="2025-03-01")
    signaal(onderwerp="Later", datum="2025-06-01", bevestigt=[str(oud.record)])
    teksten = [label.text() for label in nieuw().eerder.findChildren(Label)]
    assert "Al bevestigd door een ander signaal." in teksten


def test_of_many_earlier_signals_the_newest_show_first_and_no_choice_is_lost(qtbot, nieuw, signaal, diensten) -> None:
    oud = [signaal(onderwerp=f"Nummer {n}", datum=f"2025-{n + 1:02}-10") for n in range(9)]
    pagina = nieuw()
    assert len(pagina.eerder.signalen) == 6
    assert pagina.eerder.meer.accessibleName() == "Toon 3 oudere signalen, tot 2024–2025"
    _vul(pagina, bevestigt=[str(oud[0].record)])
    qtbot.keyClick(pagina.eerder.signalen[0].ontkracht, Qt.Key.Key_Space)
    assert pagina.vlak.formulier.values()["bevestigt"] == [str(oud[0].record)]
    qtbot.keyClick(pagina.eerder.meer, Qt.Key.Key_Return)
    assert len(pagina.eerder.signalen) == 9
    assert pagina.eerder.signalen[6].bevestigt.hasFocus()
    assert pagina.eerder.signalen[-1].bevestigt.isChecked()
    assert pagina.eerder.meer.isHidden()


def test_in_a_narrow_window_earlier_signals_stand_below_the_form(nieuw, signaal, signaalpagina) -> None:
    signaal(onderwerp="Van toen", datum="2025-03-01")
    pagina = nieuw()
    assert not pagina._naar_eerder.isVisible()
    pagina.resize(1000, 700)
    assert pagina.vlak.blad.schuif.isAncestorOf(pagina.eerder)
    assert pagina._naar_eerder.accessibleName() == "Bekijk 1 eerder signaal, onder dit formulier"
    assert not pagina._naar_eerder.isHidden()
    pagina._naar_eerder.click()
    assert pagina.eerder.signalen[0].bevestigt.hasFocus()
    pagina.resize(1350, 700)
    assert not pagina.vlak.blad.schuif.isAncestorOf(pagina.eerder)


# -- the direct route


@pytest.mark.parametrize(
    ("values", "kop", "in_zin"),
    [
        ({"gevaar": True}, "Direct gevaar: bel 112", "Bel daarna Veilig Thuis: 0800-2000"),
        ({"disclosure": True}, "Er is zelf over verteld: dit telt als acuut onveilig", "niet met de ouders"),
        (
            {"eergerelateerd": True},
            "Vermoeden van eergerelateerd geweld: direct naar Veilig Thuis",
            "niet met het gezin",
        ),
    ],
)
def test_each_question_says_what_to_do_now(values, kop, in_zin) -> None:
    gezegd, zinnen = wat_nu(values, "0800-2000", zelf=True)
    assert gezegd == kop
    assert in_zin in " ".join(zinnen)


def test_nothing_is_said_while_nothing_asks_it() -> None:
    assert wat_nu({"gevaar": False, "disclosure": None}, "0800-2000", zelf=True) == ("", ())


def test_danger_goes_before_the_others_and_none_is_left_out() -> None:
    kop, zinnen = wat_nu({"gevaar": True, "disclosure": True, "eergerelateerd": True}, "0800-2000", zelf=True)
    assert "112" in kop
    assert len(zinnen) == 3


def test_the_banner_comes_at_once_and_goes_again(qtbot, nieuw) -> None:
    pagina = nieuw()
    assert pagina.banner.isHidden()
    veld = pagina.vlak.formulier.veld("gevaar")
    veld.editor.widgets()[0].setFocus()
    qtbot.keyClick(veld.editor.widgets()[0], Qt.Key.Key_J)
    assert pagina.banner.isVisible()
    assert "0800-2000" in pagina.banner.accessibleName()
    qtbot.keyClick(veld.editor.widgets()[0], Qt.Key.Key_N)
    assert pagina.banner.isHidden()


def test_the_number_is_that_of_the_schools_own_map(nieuw, plan, monkeypatch) -> None:
    pagina = nieuw()
    eigen = plan.organisatie("veilig-thuis")
    from dataclasses import replace

    monkeypatch.setattr(plan, "organisatie", lambda sleutel: replace(eigen, telefoon="0123-45678", telefoon_nacht=""))
    _vul(pagina, disclosure=True)
    assert "0123-45678" in pagina.banner.accessibleName()


def test_advice_and_melding_store_the_signal_first(nieuw, diensten, rust, gegaan, school) -> None:
    pagina = nieuw()
    _vul(pagina, onderwerp="Vertelt over thuis", disclosure=True)
    pagina.banner.meldknop.click()
    rust()
    (stored,) = _bewaarde(diensten, school.noa)
    assert stored.disclosure is True
    record = pagina.schrijver.stuk.record
    assert gegaan.laatste == Plek("melding", extra=f"signaal:{record}")
    pagina.banner.adviesknop.click()
    rust()
    assert gegaan.laatste == Plek("vtadvies", extra=f"leerling={school.noa};signaal={record}")


def test_a_teacher_is_sent_to_the_ib_and_sees_no_melding(
    met_rol, work, navigator, thema, plan, open_pagina, rust, school
):
    d = met_rol(Rol.LEERKRACHT)
    pagina = open_pagina(SignaalPagina(werkomgeving(d, work, navigator, thema), plan), "signaal")
    navigator.ga(Plek("signaal", extra=f"leerling={school.noa}"))
    rust()
    _vul(pagina, eergerelateerd=True)
    assert "Ga nu naar de intern begeleider of aandachtsfunctionaris" in pagina.banner.accessibleName()
    assert pagina.banner.meldknop.isHidden()
    assert pagina.vlak.formulier.values()["is_leerkracht"] is True


def test_an_administrator_is_told_that_this_is_not_his(
    met_rol, work, navigator, thema, plan, open_pagina, rust, school
):
    d = met_rol(Rol.ADMINISTRATIE)
    pagina = open_pagina(SignaalPagina(werkomgeving(d, work, navigator, thema), plan), "signaal")
    navigator.ga(Plek("signaal", extra=f"leerling={school.noa}"))
    rust()
    teksten = [label.text() for label in pagina.melding.findChildren(Label)]
    assert any("mag je dit niet" in tekst for tekst in teksten)


# -- who is in it


def test_the_pupil_cannot_be_someone_else_in_it(nieuw, diensten, school, rust, navigator) -> None:
    pagina = nieuw()
    leerling = pagina.vlak.formulier.values()["leerling"]
    rij = {"rij": str(diensten.session.ids.new()), "wie": leerling, "rol": "getuige"}
    _vul(pagina, **ingevuld(diensten, betrokkenen=[rij]))
    veld = pagina.vlak.formulier.veld("betrokkenen")
    assert veld.heeft_probleem()
    pagina.schrijver.bewaar()
    rust()
    assert not _bewaarde(diensten, school.noa)
    navigator.ga(Plek("home"))
    rust()
    (draft,) = diensten.dossier.drafts()  # what was written is there, until the line is mended
    assert draft.values["onderwerp"] == "Blauwe plek op de arm"


def test_someone_in_it_is_found_in_the_whole_vault(qtbot, nieuw, school, rust) -> None:
    pagina = nieuw()
    zoek = pagina._omgeving.context.zoek_verder
    gevonden = []
    zoek("wie", "Bram", gevonden.extend)
    rust()
    assert [(w.persoon, w.naam, w.hoedanigheid) for w in gevonden] == [(school.bram, "Bram de Wit", "leerling, 5a")]


def test_the_small_window_shows_them_below_those_at_hand(qtbot, nieuw, rust, school) -> None:
    pagina = nieuw()
    veld = pagina.vlak.formulier.veld("betrokkenen").editor
    veld.voeg_rij()
    wie = next(c for c in veld.rijen[0].cellen if c.spec.naam == "wie").editor
    wie.open_zoekvenster()
    qtbot.keyClicks(wie._popup.invoer, "Bra")
    rust()
    regels = [wie._popup.lijst.item(n).text() for n in range(wie._popup.lijst.count())]
    assert regels == ["Bram de Wit  –  leerling, 5a", "Voeg ‘Bra’ toe"]
    qtbot.keyClick(wie._popup.invoer, Qt.Key.Key_Return)
    assert wie.waarde()["persoon"] == str(school.bram)


def test_a_pupil_who_left_asks_why(nieuw, school, diensten, rust) -> None:
    pagina = nieuw(school.fleur)
    veld = pagina.vlak.formulier.veld("na_vertrek")
    assert veld.isVisible()
    _vul(pagina, **ingevuld(diensten))
    pagina.vaststeller.begin()
    rust()
    assert veld.foutlabel().text() == "Vul in: Deze leerling is van school of overleden. Waarom leg je dit nu vast?"
    assert pagina.vlak.formulier.veld("na_vertrek").editor.widgets()[0].hasFocus()


def test_a_pupil_who_is_here_is_not_asked(nieuw) -> None:
    assert nieuw().vlak.formulier.veld("na_vertrek") is None
