"""The sociale kaart with a few invented organisations, on a clock that stands still on a Monday morning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.app.planhouder import Planhouder
from desktop.models.sociale_kaart import GROEPEN, Organisatie, lees_uren
from desktop.policy.plan import Inhoud
from desktop.services.diensten import Diensten
from desktop.views.kaart import KaartInvoerPagina, SocialeKaartPagina
from desktop.views.navigatie import Navigator
from desktop.views.theme import Thema
from desktop.views.work import Work
from tests.gui.conftest import Klok


def organisatie(sleutel: str, naam: str, uren: str = "", **rest: object) -> Organisatie:
    """Return an organisation; `uren` as the files have them, separated by commas."""
    velden: dict[str, object] = {"voor": f"Alles over {naam}", "groep": GROEPEN[1], "rollen": ("ib",), **rest}
    gelezen = tuple(u for deel in uren.split(",") if (u := lees_uren(deel)) is not None)
    return Organisatie(sleutel, naam, uren=gelezen, uren_tekst=uren, **velden)  # type: ignore[arg-type]


def kaart() -> dict[str, Organisatie]:
    """Return the invented map."""
    alle = (
        organisatie("politie-spoed", "Spoed", "ma-zo 00:00-24:00", telefoon="112", feestdagen=True, groep=GROEPEN[0]),
        organisatie("veilig-thuis", "Veilig Thuis", "ma-zo 00:00-24:00", telefoon="0800-0000", groep=GROEPEN[0]),
        organisatie("loket", "Het Loket", "ma-vr 09:00-17:00", telefoon="070-1111111", site="https://loket.example"),
        organisatie("team", "Crisisteam", "ma-vr 10:00-17:00", telefoon="070-2222222", telefoon_nacht="070-3333333"),
        organisatie("cafe", "Ouders in Café Één", telefoon="070-4444444", groep=GROEPEN[4], rollen=("ouders",)),
        organisatie("leeg", "Vertrouwenspersoon", groep=GROEPEN[4], rollen=(), mail="post@vp.example", gratis=True),
    )
    return {een.sleutel: een for een in alle}


@dataclass
class KaartApp:
    """The page and what it asked for."""

    pagina: SocialeKaartPagina
    houder: Planhouder
    gekopieerd: list[str] = field(default_factory=list)
    geopend: list[str] = field(default_factory=list)

    def namen(self) -> list[str]:
        """Return the organisations that show, in order."""
        self.pagina.lijst.maak_af()
        return [rij.organisatie.naam for rij in self.pagina.lijst.rijen if not rij.isHidden()]


def toon_venster(qtbot: QtBot, pagina: QWidget, breed: int = 1100) -> None:
    """Put a page on screen with the keyboard in it."""
    qtbot.addWidget(pagina)
    pagina.resize(breed, 760)
    with qtbot.waitExposed(pagina):
        pagina.show()
    pagina.activateWindow()
    qtbot.waitUntil(pagina.isActiveWindow)


@pytest.fixture
def houder(klok: Klok, work: Work) -> Planhouder:
    """What holds the plan, without a vault."""
    houder = Planhouder(klok, work, "", lambda folder: None)
    paginas = houder.plan.paginas()
    houder.plan.zet_inhoud(lambda: Inhoud(paginas, kaart()))
    return houder


@pytest.fixture
def open_kaart(qtbot: QtBot, houder: Planhouder, navigator: Navigator, thema: Thema) -> Callable[..., KaartApp]:
    """Show the map; `invoer` with an open vault."""

    def maak(*, invoer: bool = False, reden: str = "", breed: int = 1100) -> KaartApp:
        gekopieerd: list[str] = []
        geopend: list[str] = []

        def opener(adres: str) -> bool:
            geopend.append(adres)
            return True

        pagina = SocialeKaartPagina(
            thema,
            navigator,
            houder.plan,
            kopieer=gekopieerd.append,
            opener=opener,
            invoer=invoer,
            reden=reden,
        )
        houder.veranderd.connect(pagina.ververs)
        toon_venster(qtbot, pagina, breed)
        qtbot.waitUntil(pagina.lijst.af)
        return KaartApp(pagina, houder, gekopieerd, geopend)

    return maak


@pytest.fixture
def invoer(
    qtbot: QtBot, diensten: Diensten, houder: Planhouder, work: Work, navigator: Navigator, thema: Thema
) -> KaartInvoerPagina:
    """The form of an own entry, with an open vault."""
    houder.begin(diensten.eigenplan)
    pagina = KaartInvoerPagina(diensten, work, navigator, thema, houder.plan, houder.herlees)
    toon_venster(qtbot, pagina)
    return pagina
