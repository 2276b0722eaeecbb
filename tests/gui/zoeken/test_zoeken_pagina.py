"""Searching on screen: names without their accents, nothing of a report before it is opened, narrowing by kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import RIJ, RijInhoud
from desktop.views.work import Work
from desktop.views.zoeken import ZoekenPagina


@pytest.fixture
def pagina(diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, qtbot: QtBot) -> ZoekenPagina:
    pagina = ZoekenPagina(diensten, work, navigator, thema)
    qtbot.addWidget(pagina)
    pagina.show()
    return pagina


def _rijen(pagina: ZoekenPagina) -> list[RijInhoud]:
    model = pagina.lijst.model()
    return [model.index(n, 0).data(RIJ) for n in range(model.rowCount())]


def test_a_name_is_found_without_its_accents_and_opens(
    pagina: ZoekenPagina, rust: Callable[[], None], school, gegaan, qtbot: QtBot
) -> None:
    pagina.toon(Plek("zoeken", extra="noa yilmaz"))
    rust()
    assert _rijen(pagina)[0].titel == "Noa Yılmaz"
    pagina.lijst.setCurrentIndex(pagina.lijst.model().index(0, 0))
    qtbot.keyClick(pagina.lijst, Qt.Key.Key_Return)
    assert gegaan.laatste == Plek("leerling", school.noa)


def test_arrow_down_goes_from_the_box_to_what_was_found(
    pagina: ZoekenPagina, rust: Callable[[], None], school, gegaan, qtbot: QtBot
) -> None:
    pagina.toon(Plek("zoeken", extra="noa yilmaz"))
    rust()
    qtbot.keyClick(pagina.zoekvak.veld, Qt.Key.Key_Down)
    qtbot.keyClick(pagina.lijst, Qt.Key.Key_Return)
    assert gegaan.laatste == Plek("leerling", school.noa)
    qtbot.keyClick(pagina.zoekvak.veld, Qt.Key.Key_Escape)
    assert pagina.zoekvak.tekst() == ""


def test_no_words_of_a_report_show_before_it_is_opened(
    pagina: ZoekenPagina, rust: Callable[[], None], schrijf_verslag: Callable[..., Stuk], diensten: Diensten
) -> None:
    stuk = schrijf_verslag()
    besproken = str(stuk.values["besproken"])
    woord = besproken.split()[-1].strip(".")
    pagina.toon(Plek("zoeken", extra=woord))
    rust()
    (rij,) = [r for r in _rijen(pagina) if r.sleutel == Plek("verslag", stuk.record)]
    assert besproken not in rij.voorgelezen()
    assert woord not in rij.voorgelezen()


def test_kinds_narrow_and_nothing_is_said(pagina: ZoekenPagina, rust: Callable[[], None]) -> None:
    pagina.toon(Plek("zoeken", extra="yilmaz"))
    rust()
    alles = len(_rijen(pagina))
    pagina._kies(("persoon",))
    rust()
    assert 0 < len(_rijen(pagina)) < alles
    pagina.toon(Plek("zoeken", extra="zzzqqq"))
    rust()
    assert _rijen(pagina) == []
    assert not pagina.lijst.isVisible()
