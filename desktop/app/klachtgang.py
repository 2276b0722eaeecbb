"""What complaints ask of the window: their pages and rail in a vault of their own, an explanation in any other."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.models.klacht import Klacht
from desktop.models.rechten import Actie
from desktop.services.diensten import Diensten
from desktop.views.klacht import EigenKluisPagina, KlachtenPagina, KlachtPagina
from desktop.views.navigatie import Pagina, RailItem
from desktop.views.werkomgeving import Werkomgeving

KLACHTEN = "klachten"
RAIL_KLACHTEN = (
    RailItem("home", "Home", "house"),
    RailItem(KLACHTEN, "Klachten", "chats-circle"),
    RailItem("agenda", "Agenda", "calendar-check"),
    RailItem("plan", "Plan", "book-bookmark"),
    RailItem("sociale-kaart", "Sociale kaart", "map-trifold"),
    RailItem("handleiding", "Handleiding", "book-open"),
    RailItem("instellingen", "Instellingen", "gear-six"),
)
"""A vault of complaints has no pupils, no dossiers and no school year."""
_BIJ = {Klacht.KIND, "rol", "meldcode", "zoeken", "eigen-tekst", "kaart-invoer"}
_PAGINAS = {item.key for item in RAIL_KLACHTEN} | _BIJ


def is_klachtenkluis(diensten: Diensten) -> bool:
    """Whether this is a vault of complaints."""
    return diensten.session.mag(Actie.KLACHT)


def klachtpaginas(om: Werkomgeving, nieuwe_kluis: Callable[[], None]) -> Mapping[str, Callable[[], Pagina]]:
    """Return what makes each page, by its key; `nieuwe_kluis` locks this vault and starts making another."""
    if not is_klachtenkluis(om.diensten):
        return {KLACHTEN: lambda: EigenKluisPagina(om.thema, nieuwe_kluis)}
    return {KLACHTEN: lambda: KlachtenPagina(om), Klacht.KIND: lambda: KlachtPagina(om)}


def beperk(diensten: Diensten, paginas: dict[str, Callable[[], Pagina]]) -> None:
    """Take away, in a vault of complaints, the pages of what is not in it."""
    if is_klachtenkluis(diensten):
        for sleutel in set(paginas) - _PAGINAS:
            del paginas[sleutel]
