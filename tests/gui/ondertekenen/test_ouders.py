"""Who signs, with one parent or a dozen: what a parent decides stays in sight on a small screen."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.models.vervolg import Uitkomst
from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.views.navigatie import Navigator, Plek
from desktop.views.ondertekenen import OndertekenPagina
from desktop.views.theme import Thema
from desktop.views.work import Work

Open = Callable[[int], OndertekenPagina]

_NAMEN = (
    "Yara Öztürk-van der Heuvel", "Bo Jansen", "Silvana de la Cruz Martínez", "Łukasz Wiśniewski", "An Vos",
    "Fatima el Idrissi", "Kees & Co Smit", "Mae Lin", "Jurre Hoekstra", "Dione Pinas", "Rens Aalbers", "Zeynep Kaya",
)  # fmt: skip


@pytest.fixture
def open_met(
    qtbot: QtBot,
    diensten: Diensten,
    schrijf_verslag: Callable[..., Stuk],
    work: Work,
    navigator: Navigator,
    thema: Thema,
    rust: Callable[[], None],
) -> Open:
    """Open the page with so many parents, as large as it is in a window of 1280 by 720."""

    def doe(aantal: int) -> OndertekenPagina:
        ouders = [
            {"persoon": str(UUID(int=900 + n)), "naam": naam, "hoedanigheid": "ouder", "gezag": "ja"}
            for n, naam in enumerate(_NAMEN[:aantal])
        ]
        stuk = schrijf_verslag(ouders=ouders)
        pagina = OndertekenPagina(diensten, work, navigator, thema)
        qtbot.addWidget(pagina)
        pagina.resize(1192, 616)
        with qtbot.waitExposed(pagina):
            pagina.show()
        pagina.toon(Plek("ondertekenen", stuk.record))
        rust()
        return pagina

    return doe


@pytest.mark.parametrize("aantal", [1, 2, 4, 12])
def test_the_choices_are_in_sight_however_many_parents_there_are(open_met: Open, aantal: int) -> None:
    pagina = open_met(aantal)
    kolom = pagina.kolom
    onder = kolom.knop.mapTo(pagina, QPoint()).y()
    for uitkomst in (Uitkomst.AKKOORD, Uitkomst.GEZIEN, Uitkomst.ZIET_AF):
        keuze = kolom.paneel.keuzes[uitkomst]
        assert keuze.mapTo(pagina, QPoint(0, keuze.height())).y() < onder, uitkomst
    assert kolom.chips.isVisible() is (aantal > 1)
    assert pagina.pil.accessibleName() == ("0 van 1 ouder klaar" if aantal == 1 else f"0 van {aantal} ouders klaar")
    assert len(kolom.chips.chips) == (2 if aantal == 2 else 0)


def test_a_list_says_where_each_stands_and_brings_one_up(
    open_met: Open, qtbot: QtBot, rust: Callable[[], None]
) -> None:
    pagina = open_met(12)
    chips = pagina.kolom.chips
    assert chips.lijstknop is not None
    assert chips.lijstknop.accessibleName() == "Ouder 1 van 12 · nog 12 open"
    assert chips.lijst.actions()[0].text() == "Yara Öztürk-van der Heuvel · nog te tekenen (deze ouder)"
    assert chips.lijst.actions()[6].text() == "Kees && Co Smit · nog te tekenen"
    chips.lijstknop.setFocus()
    qtbot.keyClick(chips.lijstknop, Qt.Key.Key_Return)
    assert chips.lijst.isVisible()
    chips.lijst.close()
    chips.lijst.actions()[6].trigger()
    rust()
    assert pagina.kolom.nu.text() == "Nu: Kees & Co Smit (ouder)"
    assert chips.lijstknop.accessibleName() == "Ouder 7 van 12 · nog 12 open"
    pagina.kolom.paneel.keuzes[Uitkomst.ZIET_AF].click()
    pagina.kolom.knop.click()
    rust()
    assert chips.lijstknop.accessibleName() == "Ouder 1 van 12 · nog 11 open"
    assert chips.lijst.actions()[6].text() == "Kees && Co Smit · ziet af van tekenen"
