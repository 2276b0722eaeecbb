"""The sociale kaart on screen: who answers now, the number by one key, finding someone, and what needs no vault."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app.planhouder import Planhouder
from desktop.models.schoolplan import EigenPlan
from desktop.models.sociale_kaart import GROEPEN
from desktop.views.kaart import INVOER, SocialeKaartPagina
from desktop.views.kaart.lijst import BOVENAAN
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Knop
from desktop.views.widgets.buitenlink import Buitenlink
from tests.gui.conftest import Gegaan, Klok
from tests.gui.kaart.conftest import KaartApp, organisatie

Open = Callable[..., KaartApp]


def _stand(app: KaartApp, sleutel: str) -> tuple[str, str, str]:
    rij = app.pagina.lijst.rij(sleutel)
    assert rij is not None
    return rij.nu.zin, rij.nummer.text(), rij.ander.text() if not rij.ander.isHidden() else ""


def test_it_says_who_can_be_reached_now_and_at_which_number(open_kaart: Open) -> None:
    app = open_kaart()
    assert _stand(app, "politie-spoed") == ("Nu bereikbaar", "112", "")
    assert _stand(app, "loket") == ("Nu bereikbaar", "070-1111111", "")
    assert _stand(app, "team") == ("Nu via het nachtnummer", "070-3333333", "Overdag: 070-2222222, weer open om 10:00")
    assert _stand(app, "cafe") == ("Uren niet bekend", "070-4444444", "")
    assert _stand(app, "leeg") == ("Uren niet bekend", "Geen nummer", "")


@pytest.mark.parametrize(
    ("later", "zin"),
    [
        (timedelta(hours=9), "Nu gesloten, weer open morgen 09:00"),
        (timedelta(days=4, hours=9), "Nu gesloten, weer open ma 09:00"),
        (timedelta(days=35), "Nu gesloten, weer open morgen 09:00"),
        (timedelta(days=2, hours=-4), "Nu gesloten, weer open om 09:00"),
    ],
    ids=["evening", "friday evening", "easter monday", "early"],
)
def test_closed_says_when_it_opens_again(open_kaart: Open, klok: Klok, later: timedelta, zin: str) -> None:
    klok.moment += later
    assert _stand(open_kaart(), "loket")[0] == zin


def test_the_minute_brings_another_state_and_nothing_runs_while_hidden(open_kaart: Open, klok: Klok) -> None:
    app = open_kaart()
    lijst = app.pagina.lijst
    assert lijst.klok.isActive()
    assert lijst.klok.interval() <= 60_050
    klok.moment += timedelta(hours=1)
    lijst.klok.timeout.emit()
    assert _stand(app, "team") == ("Nu bereikbaar", "070-2222222", "Buiten die uren: 070-3333333")
    assert lijst.klok.isActive()
    app.pagina.hide()
    assert not lijst.klok.isActive()
    klok.moment += timedelta(hours=9)
    app.pagina.show()
    assert _stand(app, "team")[0] == "Nu via het nachtnummer"
    assert lijst.klok.isActive()


def test_danger_stands_on_top_whatever_is_looked_for(open_kaart: Open) -> None:
    app = open_kaart()
    assert app.namen()[:2] == ["Spoed", "Veilig Thuis"]
    app.pagina.filter.zoekvak.veld.setText("loket")
    app.pagina.filter.zoekvak.bevestigd.emit("loket")
    assert app.namen() == ["Spoed", "Veilig Thuis", "Het Loket"]


@pytest.mark.parametrize("toets", ["C", "Ctrl+C", "Enter", "Space"])
def test_one_key_copies_the_number_of_now(open_kaart: Open, qtbot: QtBot, toets: str) -> None:
    app = open_kaart()
    rij = app.pagina.lijst.rij("team")
    assert rij is not None
    rij.setFocus()
    sleutel = {"C": Qt.Key.Key_C, "Ctrl+C": Qt.Key.Key_C, "Enter": Qt.Key.Key_Return, "Space": Qt.Key.Key_Space}[toets]
    ctrl = Qt.KeyboardModifier.ControlModifier if toets.startswith("Ctrl") else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(rij, sleutel, ctrl)
    assert app.gekopieerd == ["070-3333333"]
    assert app.pagina.toast is not None
    assert app.pagina.toast.tekst == "Nummer gekopieerd: 070-3333333"


def test_a_click_on_the_card_copies_nothing_and_the_button_does(open_kaart: Open, qtbot: QtBot) -> None:
    app = open_kaart()
    rij = app.pagina.lijst.rij("team")
    assert rij is not None
    qtbot.mouseClick(rij, Qt.MouseButton.LeftButton, pos=rij.rect().topLeft() + rij.rect().center() / 20)
    assert app.gekopieerd == [] and rij.hasFocus()
    qtbot.mouseClick(rij.kopieerknop, Qt.MouseButton.LeftButton)
    qtbot.keyClick(rij.kopieerknop, Qt.Key.Key_C)
    assert app.gekopieerd == ["070-3333333"] * 2


def test_without_a_number_there_is_nothing_to_copy_but_the_mail(open_kaart: Open, qtbot: QtBot) -> None:
    app = open_kaart()
    rij = app.pagina.lijst.rij("leeg")
    assert rij is not None
    rij.setFocus()
    qtbot.keyClick(rij, Qt.Key.Key_C)
    assert app.gekopieerd == [] and rij.kopieerknop.isHidden()
    mail = next(knop for knop in rij.findChildren(Knop) if "e-mailadres" in knop.accessibleName())
    mail.click()
    assert app.gekopieerd == ["post@vp.example"]


def test_arrows_go_from_card_to_card_and_back_to_the_box(open_kaart: Open, qtbot: QtBot) -> None:
    app = open_kaart()
    veld = app.pagina.filter.zoekvak.veld
    qtbot.keyClick(app.pagina, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert veld.hasFocus()
    qtbot.keyClick(veld, Qt.Key.Key_Down)
    rijen = app.pagina.lijst.rijen
    assert rijen[0].hasFocus()
    for verder in rijen[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        assert verder.hasFocus()
    qtbot.keyClick(rijen[-1], Qt.Key.Key_Down)
    assert rijen[-1].hasFocus()
    for _ in rijen:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert veld.hasFocus()


@pytest.mark.parametrize(
    ("woorden", "namen"),
    [
        ("cafe een", ["Ouders in Café Één"]),
        ("LOKET", ["Het Loket"]),
        ("0702222222", ["Crisisteam"]),
        ("070-33", ["Crisisteam"]),
        ("praten", ["Ouders in Café Één", "Vertrouwenspersoon"]),
    ],
)
def test_words_find_name_subject_and_number_in_any_writing(open_kaart: Open, woorden: str, namen: list[str]) -> None:
    app = open_kaart()
    app.pagina.filter.zoekvak.veld.setText(woorden)
    app.pagina.filter.gewijzigd.emit()
    assert app.namen()[2:] == namen


def test_heading_and_role_narrow_the_list_and_everyone_counts_for_each_role(open_kaart: Open) -> None:
    app = open_kaart()
    filter_ = app.pagina.filter
    filter_.groep.setCurrentIndex(filter_.groep.findData(GROEPEN[1]))
    assert app.namen()[2:] == ["Crisisteam", "Het Loket"]
    filter_.wis()
    filter_.rol.setCurrentIndex(filter_.rol.findData("ouders"))
    assert app.namen()[2:] == ["Ouders in Café Één", "Vertrouwenspersoon"]


def test_whom_to_call_in_danger_is_painted_before_the_rest_is_made(
    qtbot: QtBot, houder: Planhouder, navigator: Navigator, thema: Thema
) -> None:
    pagina = SocialeKaartPagina(thema, navigator, houder.plan, kopieer=lambda _: None)
    qtbot.addWidget(pagina)
    pagina.resize(1100, 760)
    assert [rij.organisatie.sleutel in BOVENAAN for rij in pagina.lijst.rijen] == [True, True]
    with qtbot.waitSignal(pagina.lijst.gebouwd):
        pagina.show()
    assert pagina.lijst.af() and len(pagina.lijst.rijen) == len(houder.plan.organisaties())


def test_nothing_found_says_what_to_do(open_kaart: Open) -> None:
    app = open_kaart()
    app.pagina.filter.zoekvak.veld.setText("xyzzy")
    app.pagina.filter.gewijzigd.emit()
    assert not app.pagina.leeg.isHidden()
    app.pagina.leeg.gekozen.emit()
    assert app.pagina.leeg.isHidden()
    assert len(app.namen()) == 6


def test_a_place_goes_to_its_organisation_also_one_that_was_filtered_away(open_kaart: Open, qtbot: QtBot) -> None:
    app = open_kaart(breed=760)
    app.pagina.filter.zoekvak.veld.setText("loket")
    app.pagina.filter.gewijzigd.emit()
    app.pagina.toon(Plek("sociale-kaart", extra="leeg"))
    rij = app.pagina.lijst.rij("leeg")
    assert rij is not None and rij.hasFocus()
    qtbot.waitUntil(lambda: not rij.visibleRegion().isEmpty())


def test_a_site_opens_only_after_asking(open_kaart: Open, qtbot: QtBot) -> None:
    app = open_kaart()
    rij = app.pagina.lijst.rij("loket")
    assert rij is not None
    next(knop for knop in rij.findChildren(Knop) if knop.accessibleName() == "Naar de site van Het Loket").click()
    vraag = app.pagina.findChild(Buitenlink)
    assert isinstance(vraag, Buitenlink) and app.geopend == []
    vraag.openen.click()
    assert app.geopend == ["https://loket.example"]


def test_printing_is_offered_where_someone_prints(open_kaart: Open, qtbot: QtBot) -> None:
    app = open_kaart()
    assert app.pagina.druk.isHidden() and not app.pagina.druk_af()
    gevraagd: list[int] = []
    app.pagina.hide()
    app.pagina.afdrukken.connect(lambda: gevraagd.append(1))
    app.pagina.show()
    assert not app.pagina.druk.isHidden()
    app.pagina.druk.click()
    assert app.pagina.druk_af()
    assert gevraagd == [1, 1]


def test_without_a_vault_nothing_can_be_added_and_an_account_is_told_why(open_kaart: Open, gegaan: Gegaan) -> None:
    dicht = open_kaart()
    assert dicht.pagina.toevoegen.isHidden() and not dicht.pagina.nieuw()
    mag_niet = open_kaart(invoer=True, reden="Dat mag je niet.")
    assert not mag_niet.pagina.toevoegen.isEnabled() and not mag_niet.pagina.nieuw()
    assert mag_niet.pagina.toevoegen.accessibleDescription() == "Dat mag je niet."
    assert gegaan.plekken == []


def test_who_may_adds_and_changes(open_kaart: Open, gegaan: Gegaan) -> None:
    app = open_kaart(invoer=True)
    assert app.pagina.nieuw()
    assert gegaan.laatste == Plek(INVOER)
    for sleutel, woord in (("leeg", "Vul in voor onze school"), ("loket", "Pas aan")):
        rij = app.pagina.lijst.rij(sleutel)
        assert rij is not None
        knop = next(k for k in rij.findChildren(Knop) if k.accessibleName().startswith(woord))
        knop.click()
        assert gegaan.laatste == Plek(INVOER, extra=sleutel)


def test_what_the_school_made_shows_at_once_and_goes_at_the_lock(open_kaart: Open) -> None:
    app = open_kaart()
    rij = app.pagina.lijst.rij("loket")
    assert rij is not None
    rij.setFocus()
    eigen = {"loket": organisatie("loket", "Ons eigen loket", telefoon="070-9", eigen=True)}
    app.houder.plan.zet_eigen(EigenPlan(organisaties=eigen))
    app.houder.veranderd.emit()
    assert "Ons eigen loket" in app.namen() and "Het Loket" not in app.namen()
    nieuw = app.pagina.lijst.rij("loket")
    assert nieuw is not None and "Van onze school" in nieuw.accessibleName()
    app.houder.vergeet()
    assert "Het Loket" in app.namen()


def test_a_screen_reader_hears_a_card_whole(open_kaart: Open) -> None:
    rij = open_kaart().pagina.lijst.rij("team")
    assert rij is not None
    assert rij.accessibleName() == (
        "Crisisteam. Alles over Crisisteam. Nu via het nachtnummer. Bel 070-3333333. "
        "Overdag: 070-2222222, weer open om 10:00. maandag t/m vrijdag, 10 tot 17 uur"
    )
