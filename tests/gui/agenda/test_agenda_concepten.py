"""What is stored but not established is open work too: one's own, and every talk about HGKM that is held back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from desktop.app.thuis import home_gegevens
from desktop.models.kenmerk import kenmerk
from desktop.models.rechten import Rol
from desktop.services.diensten import Diensten
from desktop.services.kluis import OpenKluis
from desktop.services.stuk import Stuk
from desktop.views.agenda import AgendaPagina
from desktop.views.home.gegevens import VandaagKaart
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import RIJ, RijInhoud
from desktop.views.work import Work
from tests.gui.conftest import Klok

INGEHOUDEN = {"soort": "hgkm", "gevaar": True, "gevaar_gronden": ["disclosure"]}
LIJST = Plek("agenda", extra="concept")


@pytest.fixture
def pagina(diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, qtbot: QtBot) -> AgendaPagina:
    pagina = AgendaPagina(diensten, work, navigator, thema)
    qtbot.addWidget(pagina)
    pagina.show()
    return pagina


@pytest.fixture
def als(kluis: OpenKluis, met_rol: Callable[[Rol], Diensten]) -> Callable[[Rol], Diensten]:
    """Work on as somebody else, with this role."""

    def maak(rol: Rol) -> Diensten:
        kluis.actor = replace(kluis.actor, account=UUID(int=5), naam="Piet")
        return met_rol(rol)

    return maak


def _kaarten(d: Diensten) -> Sequence[VandaagKaart]:
    return home_gegevens(d.overzichten.home("OBS De Proef"), d.session.vandaag()).vandaag


def _rijen(pagina: AgendaPagina) -> list[RijInhoud]:
    model = pagina.lijst.model()
    return [model.index(n, 0).data(RIJ) for n in range(model.rowCount())]


def test_a_stored_concept_stays_on_home_and_in_the_list_until_it_is_established(
    pagina: AgendaPagina, rust: Callable[[], None], schrijf_verslag: Callable[..., Stuk], diensten: Diensten
) -> None:
    stuk = schrijf_verslag(vast=False)
    (kaart,) = [k for k in _kaarten(diensten) if "vastgesteld" in k.titel.lower()]
    assert kaart.plek == Plek("verslag", stuk.record)
    assert "Stiller in de klas" in kaart.regel
    for extra in ("", "concept"):
        pagina.toon(Plek("agenda", extra=extra))
        rust()
        (rij,) = _rijen(pagina)
        assert (rij.sleutel, rij.titel) == (Plek("verslag", stuk.record), "Noa Yılmaz")
        assert "Nog niet vastgesteld" in rij.regel
    assert pagina.chips["concept"].isChecked()
    assert pagina.telling.text() == "1 nog niet vastgesteld"
    pagina.toon(Plek("agenda", extra="ib"))
    rust()
    assert _rijen(pagina) == []
    stored, fout = diensten.gesprekken.stel_vast(diensten.gesprekken.open(stuk.record), stuk.values)
    assert stored is not None, fout
    assert not [k for k in _kaarten(diensten) if "vastgesteld" in k.titel.lower()]
    assert diensten.overzichten.concepten() == []


def test_parents_who_are_to_sign_share_a_card_and_equal_reports_say_their_number(
    schrijf_verslag: Callable[..., Stuk], diensten: Diensten, klok: Klok
) -> None:
    klok.moment += timedelta(days=1)
    stuk = schrijf_verslag(datum="2026-02-20")
    (kaart,) = [k for k in _kaarten(diensten) if k.titel == "Nog te tekenen"]
    assert kaart.regel.endswith(" · 2 ouders") and kaart.plek == Plek("ondertekenen", stuk.record)
    ander = schrijf_verslag(datum="2026-02-20")
    kaarten = [k for k in _kaarten(diensten) if k.titel == "Nog te tekenen"]
    assert {k.regel.rpartition(" · ")[2] for k in kaarten} == {kenmerk(stuk.record), kenmerk(ander.record)}
    assert not any("Noa" in k.regel or "Elif" in k.regel for k in kaarten)


def test_several_concepts_are_one_card_to_their_list(schrijf_verslag: Callable[..., Stuk], diensten: Diensten) -> None:
    for onderwerp in ("Rekenen", "Lezen"):
        schrijf_verslag(vast=False, onderwerp=onderwerp)
    (kaart,) = [k for k in _kaarten(diensten) if "vastgesteld" in k.titel]
    assert (kaart.titel, kaart.plek) == ("2 stukken nog niet vastgesteld", LIJST)


def test_home_counts_what_it_has_no_room_for_as_far_as_it_says(
    schrijf_verslag: Callable[..., Stuk], diensten: Diensten, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(5):
        schrijf_verslag(vast=False)
    for _ in range(8):
        schrijf_verslag(vast=False, onderwerp="Wat Noa vertelde", **INGEHOUDEN)
    thuis = diensten.overzichten.home("OBS De Proef")
    assert sum(c.ingehouden for c in thuis.concepten) == 6  # the newest three and three more: home has six cards
    assert thuis.meer_concepten + len(thuis.concepten) == 13
    assert len(diensten.overzichten.concepten()) == 13  # their list leaves none out
    titels = [k.titel for k in _kaarten(diensten)]
    assert "7 stukken nog niet vastgesteld" in titels
    for naam in ("desktop.services.overzicht.TEL_TOT", "desktop.app.thuis.TEL_TOT"):
        monkeypatch.setattr(naam, 4)
    assert "Meer dan 3 stukken nog niet vastgesteld" in [k.titel for k in _kaarten(diensten)]


def test_a_talk_that_is_held_back_comes_first_and_says_no_more_than_that(
    schrijf_verslag: Callable[..., Stuk], diensten: Diensten
) -> None:
    schrijf_verslag()
    stuk = schrijf_verslag(vast=False, onderwerp="Wat Noa vertelde", **INGEHOUDEN)
    eerste = _kaarten(diensten)[0]
    assert (eerste.titel, eerste.plek) == ("Gesprek met ouders ingehouden", Plek("verslag", stuk.record))
    assert "Wat Noa vertelde" not in eerste.regel and "Noa" not in eerste.titel  # home can be seen from behind
    # once Veilig Thuis and the school decided that it goes on, it is an ordinary concept
    besluit = {"vt_wie": "T. de Boer", "vt_datum": "2026-03-02", "vt_besluit": "Praten", "vt_doorgang": "door"}
    stored, fout = diensten.gesprekken.bewaar(diensten.gesprekken.open(stuk.record), {**stuk.values, **besluit})
    assert stored is not None, fout
    assert not any(c.ingehouden for c in diensten.overzichten.concepten())


@pytest.mark.parametrize(("rol", "ziet"), [(Rol.DIRECTEUR, True), (Rol.IB, True), (Rol.LEERKRACHT, False)])
def test_ib_and_director_see_every_talk_that_is_held_back_others_only_their_own(
    schrijf_verslag: Callable[..., Stuk], als: Callable[[Rol], Diensten], rol: Rol, ziet: bool
) -> None:
    gewoon = schrijf_verslag(vast=False)
    ingehouden = schrijf_verslag(vast=False, **INGEHOUDEN)
    ander = als(rol)
    records = [c.row.record for c in ander.overzichten.concepten()]
    assert gewoon.record not in records
    assert (ingehouden.record in records) == ziet
    assert any(k.plek == Plek("verslag", ingehouden.record) for k in _kaarten(ander)) == ziet


def test_an_account_that_may_read_no_report_sees_none(
    schrijf_verslag: Callable[..., Stuk], met_rol: Callable[[Rol], Diensten]
) -> None:
    schrijf_verslag(vast=False, **INGEHOUDEN)
    assert not [k for k in _kaarten(met_rol(Rol.ADMINISTRATIE)) if k.plek.page == "verslag"]
