"""A talk with parents while the dossier is marked: the form says so, and holds it back until it was decided on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.veiligthuis import VtAdvies
from desktop.services.diensten import Diensten
from desktop.views.gesprekken import UitnodigingPagina, VerslagPagina
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.work import Work
from tests.gui.conftest import School
from tests.gui.omgeving import werkomgeving
from tests.gui.zaak.conftest import Zaakbouw


@pytest.fixture
def open_(
    diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, qtbot: QtBot, rust: Callable[[], None]
) -> Callable[..., VerslagPagina | UitnodigingPagina]:
    def maak(soort: type[VerslagPagina] | type[UitnodigingPagina], plek: Plek) -> VerslagPagina | UitnodigingPagina:
        pagina = soort(werkomgeving(diensten, work, navigator, thema))
        qtbot.addWidget(pagina)
        pagina.show()
        pagina.toon(plek)
        rust()
        return pagina

    return maak


def _zinnen(pagina: VerslagPagina | UitnodigingPagina) -> list[str]:
    return [banner.accessibleName() for banner in pagina.vooraf.banners()]


@pytest.mark.parametrize(("soort", "sleutel"), [(VerslagPagina, "verslag"), (UitnodigingPagina, "uitnodiging")])
def test_a_marked_dossier_warns_and_holds_a_talk_about_hgkm_back(
    open_, bouw: Zaakbouw, school: School, soort, sleutel: str
) -> None:
    bouw.signaal("Noa vertelt het zelf", disclosure=True)
    pagina = open_(soort, Plek(sleutel, extra=f"leerling={school.noa};soort=hgkm"))
    (zin,) = _zinnen(pagina)
    assert "In het dossier van Noa staat disclosure" in zin and "Veilig Thuis" in zin
    values = pagina.vlak.formulier.values()
    assert values["gevaar"] is True and values["gevaar_gronden"] == ["disclosure"]
    assert pagina.vlak.formulier.tegengehouden()
    zorg = open_(soort, Plek(sleutel, extra=f"leerling={school.noa};soort=zorg"))
    assert _zinnen(zorg) and zorg.vlak.formulier.values().get("gevaar") is None


def test_it_says_nothing_to_the_talk_with_the_pupil_or_about_another(open_, bouw: Zaakbouw, school: School) -> None:
    bouw.signaal("Vermoeden van eer", eergerelateerd=True)
    assert _zinnen(open_(VerslagPagina, Plek("verslag", extra=f"leerling={school.noa};soort=leerling"))) == []
    assert _zinnen(open_(VerslagPagina, Plek("verslag", extra=f"leerling={school.sem};soort=zorg"))) == []


def test_what_was_decided_with_veilig_thuis_takes_it_away_until_there_is_more(
    open_, bouw: Zaakbouw, school: School, diensten: Diensten
) -> None:
    signaal = bouw.signaal("Vermoeden van eer", eergerelateerd=True)
    plek = Plek("verslag", extra=f"leerling={school.noa};soort=zorg")
    assert "eergerelateerd geweld" in _zinnen(open_(VerslagPagina, plek))[0]
    stuk = diensten.veiligthuis.advies(school.noa, signaal=signaal.record)
    assert stuk.kind is VtAdvies
    bouw.vast(
        stuk,
        stap="2",
        anoniem=False,
        ernst="Ernstig",
        advies="Eerst samen optrekken.",
        besluit="Veilig Thuis praat eerst zelf met de ouders.",
    )
    assert _zinnen(open_(VerslagPagina, plek)) == []
    bouw.later(1)
    bouw.signaal("Weer iets", eergerelateerd=True)
    assert _zinnen(open_(VerslagPagina, plek))
