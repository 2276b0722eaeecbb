"""What tests of searching on screen stand on: a small plan, with the records of the invented school."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.models.handleiding import Handleidingpagina
from desktop.models.plan import Planpagina, Soort
from desktop.models.sociale_kaart import GROEPEN, Organisatie
from desktop.models.vinden import Handeling
from desktop.policy.plan import Inhoud
from desktop.services.diensten import Diensten
from desktop.services.hulp import Hulp
from desktop.services.plan import Plan
from desktop.services.vinden import Vinden
from desktop.views.work import Work
from desktop.views.zoeken import Zoekbron
from tests.gui.conftest import Klok


def _pagina(sleutel: str, titel: str, tekst: str, rubriek: str = "ib", soort: Soort = "pagina") -> Planpagina:
    leeg = ()
    return Planpagina(sleutel, titel, titel, soort, rubriek, leeg, 1, leeg, leeg, "", "", 1, date(2026, 1, 1), tekst)


PAGINAS = (
    _pagina("gesprek", "Gesprek met ouders", "Nodig ouders uit. Bel Yilda van het loket."),
    _pagina("rouw", "Rouw", "Bij een overlijden.", "protocol"),
    _pagina("kindcheck", "Kindcheck", "Kijk naar het kind.", "algemeen", "begrip"),
)
LOKET = Organisatie("loket", "Het Loket", "Vragen over gesprekken thuis", GROEPEN[1], telefoon="0800-1234")
UITLEG = (Handleidingpagina("zoeken", "Zoeken", "Begin", 1, (), "Typ een gesprek."),)


@pytest.fixture
def vinden(klok: Klok) -> Vinden:
    """The index, made."""
    plan = Plan(klok, lambda: Inhoud(PAGINAS, {"loket": LOKET}))
    vinden = Vinden(
        plan, Hulp(lambda: UITLEG), (Handeling("verslag", "Nieuw gesprek", "maken", "clipboard-text"),), rollen={}
    )
    vinden.bouw()
    return vinden


@pytest.fixture
def bron(vinden: Vinden, work: Work, diensten: Diensten) -> Zoekbron:
    """Where pages ask, with a vault."""
    return Zoekbron(vinden, work, diensten.zoeken)
