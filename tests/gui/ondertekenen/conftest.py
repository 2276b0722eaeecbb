"""An established report of a talk with both parents of Noa, and the page on which they sign."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.models.core import Wie
from desktop.models.vervolg import Ondertekening
from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.views.navigatie import Navigator, Plek
from desktop.views.ondertekenen import OndertekenPagina
from desktop.views.ondertekenen.ouderscherm import Ouderscherm
from desktop.views.ondertekenen.tekenvlak import TekenVlak
from desktop.views.theme import Thema
from desktop.views.work import Work

KRABBEL = [(40, 120), (60, 60), (80, 120), (100, 60), (130, 130), (170, 70), (210, 110)]


@dataclass
class Tekentafel:
    """The page with its report, and what it takes to sign on it."""

    pagina: OndertekenPagina
    diensten: Diensten
    record: UUID
    rust: Callable[[], None]
    afgedrukt: list[tuple[UUID, Wie | None]]

    def toon(self) -> OndertekenPagina:
        """Go there, and wait until all is shown."""
        self.pagina.toon(Plek("ondertekenen", self.record))
        self.rust()
        return self.pagina

    def geef(self) -> Ouderscherm:
        """Go there and hand the screen to the first parent."""
        self.toon().geef.click()
        self.rust()
        scherm = self.pagina.ouderscherm
        assert scherm is not None
        return scherm

    def uitkomsten(self) -> list[Ondertekening]:
        """Return what is in the vault, oldest first."""
        vervolg = self.diensten.gesprekken.open(self.record).vervolg
        return [s.value for s in vervolg if isinstance(s.value, Ondertekening)]

    def nu(self) -> str:
        """Return which parent the page is about."""
        return self.pagina.kolom.nu.text()


def krabbel(vlak: TekenVlak, punten: Sequence[tuple[int, int]] = KRABBEL) -> None:
    """Draw one stroke with the mouse."""
    QTest.mousePress(vlak, Qt.MouseButton.LeftButton, pos=QPoint(*punten[0]))
    for punt in punten[1:]:
        QTest.mouseMove(vlak, QPoint(*punt))
    QTest.mouseRelease(vlak, Qt.MouseButton.LeftButton, pos=QPoint(*punten[-1]))


@pytest.fixture
def teken() -> Callable[..., None]:
    """Draw with the mouse."""
    return krabbel


@pytest.fixture
def verslag(schrijf_verslag: Callable[..., Stuk]) -> Stuk:
    """A report about Noa to which both parents came, established."""
    return schrijf_verslag()


@pytest.fixture
def tafel(
    qtbot: QtBot,
    diensten: Diensten,
    verslag: Stuk,
    work: Work,
    navigator: Navigator,
    thema: Thema,
    rust: Callable[[], None],
) -> Tekentafel:
    """The page, in a window of the size of a school PC."""
    afgedrukt: list[tuple[UUID, Wie | None]] = []
    pagina = OndertekenPagina(diensten, work, navigator, thema, afdrukken=lambda *wat: afgedrukt.append(wat))
    qtbot.addWidget(pagina)
    pagina.resize(1352, 800)
    with qtbot.waitExposed(pagina):
        pagina.show()
    return Tekentafel(pagina, diensten, verslag.record, rust, afgedrukt)
