"""The settings of a real vault with four accounts, for whichever of them the test asks."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app.planhouder import Planhouder
from desktop.models.rechten import Rol
from desktop.services.diensten import Diensten
from desktop.services.kluis import OpenKluis
from desktop.services.lanes import InlineLane
from desktop.services.systeem import SysteemKlok
from desktop.services.voorkeuren import Voorkeuren
from desktop.views.instellingen import InstellingenPagina
from desktop.views.instellingen.deel import PlanZaken
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema, ThemaKeuze
from desktop.views.widgets import Banner, Bevestiging
from desktop.views.work import Work
from tests.conftest import StepClock
from tests.gui.conftest import zonder_stijl
from tests.gui.start.startkit import ZIN, SnellePoort, maak_poort

ROLLEN = (Rol.IB, Rol.DIRECTEUR, Rol.LEERKRACHT)
NIEUW = "zes nieuwe woorden samen"
NAMEN = ("Noor Bakker", "Sam de Wit", "Elif Yılmaz")


@dataclass
class App:
    """The settings as `app` would build them, and what they asked of it."""

    pagina: InstellingenPagina
    navigator: Navigator
    diensten: Diensten
    folder: Path
    poort: SnellePoort
    plan: Planhouder
    mappen: list[Path | None]
    """What the dialog for a folder answers, the last first."""
    onthouden: list[str]
    """The folders that are kept for the next start."""
    thema_gekozen: list[str] = field(default_factory=list)
    minuten: list[int] = field(default_factory=list)
    gedrukt: list[str] = field(default_factory=list)
    wachtenden: list[int] = field(default_factory=list)

    def ga(self, deel: str) -> None:
        """Go to a part."""
        self.navigator.ga(Plek("instellingen", extra=deel))


Open = Callable[[Rol], App]


def antwoord(doen: bool) -> None:
    """Answer the next question."""

    def kies() -> None:
        dialoog = QApplication.activeModalWidget()
        assert isinstance(dialoog, Bevestiging)
        (dialoog.doen if doen else dialoog.laten).click()

    QTimer.singleShot(0, kies)


def banners(deel: object) -> list[str]:
    """Return what the banners of a part say."""
    assert hasattr(deel, "banners")
    alle: tuple[Banner, ...] = deel.banners.banners()
    return [b.accessibleName() for b in alle]


@pytest.fixture(scope="session")
def instelkluis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    poort = maak_poort(SysteemKlok())
    folder = tmp_path_factory.mktemp("instellingen") / "De Vlieger.kluis"
    kluis, _ = poort.nieuw(folder, {"naam": "OBS De Vlieger", "brin": "00AA"}, NAMEN[0], ROLLEN[0], ZIN)
    beheer = poort.diensten(kluis).beheer
    for naam, rol in zip(NAMEN[1:], ROLLEN[1:], strict=True):
        beheer.voeg_account_toe(naam, rol, ZIN)
    beheer.bevestig_herstel()
    kluis.sluit()
    return folder


@pytest.fixture
def open_app(
    qapp: QApplication, qtbot: QtBot, instelkluis: Path, tmp_path: Path, clock: StepClock
) -> Iterator[Callable[[Rol], App]]:
    kluizen: list[OpenKluis] = []
    apps: list[App] = []

    def onverwacht(error: BaseException) -> None:
        raise error

    def maak(rol: Rol) -> App:
        folder = tmp_path / "De Vlieger.kluis"
        shutil.copytree(instelkluis, folder)
        poort = maak_poort(clock)
        header, ingangen = poort.ingangen(folder)
        slot = ingangen[ROLLEN.index(rol)].slot
        kluis = poort.open(folder, header, slot, poort.sleutel(header, slot, ZIN))
        kluizen.append(kluis)
        diensten = poort.diensten(kluis)
        work, navigator, thema = (
            Work(InlineLane(), InlineLane(), onverwacht),
            Navigator(),
            Thema(qapp, ThemaKeuze.LICHT),
        )
        thema_gekozen: list[str] = []
        minuten: list[int] = []
        gedrukt: list[str] = []
        wachtenden: list[int] = []
        onthouden: list[str] = []
        houder = Planhouder(clock, work, "", onthouden.append)
        houder.begin(diensten.eigenplan)
        mappen: list[Path | None] = []
        zaken = PlanZaken(
            plan=houder.plan,
            herlees=houder.herlees,
            zet_inhoud=houder.zet_inhoud,
            inhoudsmap=lambda: houder.inhoudsmap,
            inhoudsfouten=lambda: houder.inhoudsfouten,
            ga=navigator.ga,
            kies_map=lambda _: mappen.pop(),
        )
        pagina = InstellingenPagina(
            diensten,
            work,
            navigator,
            thema,
            voorkeuren=Voorkeuren(str(UUID(int=7)), vergrendel_na=15),
            zet_thema=thema_gekozen.append,
            zet_vergrendel_na=minuten.append,
            druk_pdf=lambda pdf, titel: gedrukt.append(titel),
            wachtenden=lambda: wachtenden.append(1),
            plan=zaken,
            kies=lambda _, naam: tmp_path / naam,
        )
        eerst = (pagina, navigator, diensten, folder, poort, houder, mappen, onthouden)
        app = App(*eerst, thema_gekozen, minuten, gedrukt, wachtenden)
        apps.append(app)
        navigator.zet_bewaker(pagina.mag_weg)
        navigator.gevraagd.connect(pagina.toon)
        qtbot.addWidget(pagina)
        pagina.setProperty("vlak", "papier")
        pagina.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        pagina.resize(1200, 760)
        with qtbot.waitExposed(pagina):
            pagina.show()
        pagina.activateWindow()
        qtbot.waitUntil(pagina.isActiveWindow)
        pagina._test_houdt = (work, thema, houder)  # type: ignore[attr-defined]  # as long as the page lives
        return app

    yield maak
    for kluis in kluizen:
        kluis.sluit()
    zonder_stijl(qapp)
