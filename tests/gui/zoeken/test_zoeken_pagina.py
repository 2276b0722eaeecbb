"""The page of results: all groups, a filter for each, nothing of a report before it is opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.logregel import RegelSoort
from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.services.vinden import Vinden
from desktop.views.navigatie import Plek
from desktop.views.theme import Thema
from desktop.views.work import Work
from desktop.views.zoeken import Zoekbron, ZoekenPagina
from desktop.views.zoeken.lijst import _te_zien
from desktop.views.zoeken.rijen import Trefferrij

Rust = Callable[[], None]


@pytest.fixture
def gekozen() -> list[object]:
    return []


@pytest.fixture
def pagina(bron: Zoekbron, thema: Thema, gekozen: list[object], qtbot: QtBot) -> ZoekenPagina:
    pagina = ZoekenPagina(bron, gekozen.append, thema)
    qtbot.addWidget(pagina)
    pagina.show()
    return pagina


def _koppen(pagina: ZoekenPagina) -> list[str]:
    return [rij.titel for rij in pagina.lijst.rijen if rij.soort == "kop"]


def _treffers(pagina: ZoekenPagina) -> list[Trefferrij]:
    return [rij for rij in pagina.lijst.rijen if rij.soort == "treffer"]


def _kies(pagina: ZoekenPagina, naam: str) -> None:
    next(chip for chip in pagina.chips if chip.text() == naam).click()


def test_a_name_is_found_without_its_accents_and_opens(
    pagina: ZoekenPagina, rust: Rust, school, gekozen: list[object], qtbot: QtBot
) -> None:
    pagina.toon(Plek("zoeken", extra="noa yilmaz"))
    rust()
    assert _treffers(pagina)[0].titel == "Noa Yılmaz"
    qtbot.keyClick(pagina.zoekvak.veld, Qt.Key.Key_Down)
    assert pagina.lijst.hasFocus()
    qtbot.keyClick(pagina.lijst, Qt.Key.Key_Return)
    assert gekozen == [Plek("leerling", school.noa)]


def test_dossier_shows_every_record_and_nothing_else(
    pagina: ZoekenPagina, rust: Rust, school, schrijf_verslag: Callable[..., Stuk]
) -> None:
    schrijf_verslag(onderwerp="Gesprek met Yilda")
    pagina.toon(Plek("zoeken", extra="yil"))
    rust()
    assert set(_koppen(pagina)) == {"Dossier", "Plan"}
    _kies(pagina, "Dossier")
    rust()
    assert _koppen(pagina) == ["Dossier"]
    assert {"Noa Yılmaz", "Gesprek met Yilda"} <= {rij.titel for rij in _treffers(pagina)}


def test_a_line_of_a_log_says_when_of_what_and_which_words_and_leads_there(
    pagina: ZoekenPagina, rust: Rust, diensten: Diensten, gekozen: list[object], qtbot: QtBot
) -> None:
    c = diensten.calamiteiten.begin("Vermissing").record
    gebeurd = datetime(2026, 11, 19, 8, 40)
    regel = diensten.calamiteiten.log.schrijf(c, "Langs de kwartelbeek gezocht", RegelSoort.MAATREGEL, gebeurd)
    pagina.toon(Plek("zoeken", extra="kwartelbeek"))
    rust()
    _kies(pagina, "Logboek")
    rust()
    (rij,) = _treffers(pagina)
    assert (rij.titel, rij.regel) == ("19 nov 2026, 08:40 · Maatregel", "Logboek · Vermissing")
    assert rij.fragment == "Langs de \x02kwartelbeek\x03 gezocht"
    qtbot.keyClick(pagina.zoekvak.veld, Qt.Key.Key_Down)
    qtbot.keyClick(pagina.lijst, Qt.Key.Key_Return)
    assert gekozen == [Plek("calamiteit", c, f"regel={regel.record}")]


@pytest.mark.parametrize(
    ("kort", "verwacht"),
    [("Langs de beek", [(9, 4)]), ("Langs de be…", []), ("Langs de beek …", [(9, 4)])],
)
def test_a_match_at_the_very_end_is_marked_too_and_a_cut_one_is_not(kort: str, verwacht: list[tuple[int, int]]) -> None:
    plat = "Langs de beek" if "…" not in kort else "Langs de beek gezocht"
    assert _te_zien([(9, 4)], kort, plat) == verwacht


def test_no_words_of_a_report_show_before_it_is_opened(
    pagina: ZoekenPagina, rust: Rust, schrijf_verslag: Callable[..., Stuk]
) -> None:
    stuk = schrijf_verslag()
    besproken = str(stuk.values["besproken"])
    woord = besproken.split()[-1].strip(".")
    pagina.toon(Plek("zoeken", extra=woord))
    rust()
    (rij,) = [r for r in _treffers(pagina) if r.doel == Plek("verslag", stuk.record)]
    assert besproken not in rij.voorgelezen()
    assert woord not in rij.voorgelezen()


def test_all_groups_and_then_one_of_them(
    pagina: ZoekenPagina, rust: Rust, schrijf_verslag: Callable[..., Stuk], gekozen: list[object]
) -> None:
    schrijf_verslag(onderwerp="Gesprek over rust")
    pagina.toon(Plek("zoeken", extra="gesprek"))
    rust()
    assert _koppen(pagina) == ["Dossier", "Doen", "Plan", "Sociale kaart", "Handleiding"]
    assert pagina.telling.text() == "5 resultaten in 5 groepen"
    _kies(pagina, "Sociale kaart")
    rust()
    assert [rij.doel for rij in _treffers(pagina)] == [Plek("sociale-kaart", extra="loket")]
    _kies(pagina, "Verslagen")
    rust()
    assert _koppen(pagina) == ["Dossier"]
    _kies(pagina, "Plan")
    rust()
    assert [rij.doel for rij in _treffers(pagina)] == [Plek("plan", extra="gesprek?gesprek")]
    assert "Gesprek met ouders" in _treffers(pagina)[0].voorgelezen()


def test_kinds_narrow_and_nothing_is_said(pagina: ZoekenPagina, rust: Rust) -> None:
    pagina.toon(Plek("zoeken", extra="yilmaz"))
    rust()
    alles = len(_treffers(pagina))
    _kies(pagina, "Ouders")
    rust()
    assert 0 < len(_treffers(pagina)) < alles
    pagina.toon(Plek("zoeken", extra="zzzqqq"))
    rust()
    assert pagina.lijst.rijen == ()
    assert not pagina.lijst.isVisible()
    assert pagina._leeg.isVisible()
    pagina.toon(Plek("zoeken"))
    assert pagina._begin.isVisible()


def test_a_typing_error_in_a_name_says_what_was_meant(pagina: ZoekenPagina, rust: Rust) -> None:
    pagina.toon(Plek("zoeken", extra="yilmza"))
    rust()
    assert {rij.titel for rij in _treffers(pagina)} >= {"Noa Yılmaz", "Elif Yılmaz"}
    (melding,) = [rij for rij in pagina.lijst.rijen if rij.soort == "melding"]
    assert melding.titel == "Bedoelde je ‘yilmaz’?"
    assert melding.doel is None


def test_arrows_go_from_hit_to_hit_past_the_headings(pagina: ZoekenPagina, rust: Rust, qtbot: QtBot) -> None:
    pagina.toon(Plek("zoeken", extra="gesprek"))
    rust()
    qtbot.keyClick(pagina.zoekvak.veld, Qt.Key.Key_Down)
    gezien = [pagina.lijst.huidige()]
    for _ in range(3):
        qtbot.keyClick(pagina.lijst, Qt.Key.Key_Down)
        gezien.append(pagina.lijst.huidige())
    assert [rij.titel for rij in gezien if rij] == ["Nieuw gesprek", "Gesprek met ouders", "Het Loket", "Zoeken"]


def test_without_a_vault_only_what_needs_none_is_there(
    vinden: Vinden, work: Work, thema: Thema, rust: Rust, qtbot: QtBot
) -> None:
    pagina = ZoekenPagina(Zoekbron(vinden, work), lambda _: None, thema)
    qtbot.addWidget(pagina)
    pagina.show()
    assert [chip.text() for chip in pagina.chips] == [
        "Alles",
        "Plan",
        "Protocollen",
        "Begrippen",
        "Sociale kaart",
        "Handleiding",
    ]
    pagina.toon(Plek("zoeken", extra="gesprek"))
    rust()
    assert _koppen(pagina) == ["Doen", "Plan", "Sociale kaart", "Handleiding"]
