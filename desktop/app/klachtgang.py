"""What complaints ask of the window: their pages and rail in a vault of their own, an explanation in any other."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.models.klacht import Klacht
from desktop.models.rechten import Actie
from desktop.services.diensten import Diensten
from desktop.views.afdrukken import Afdrukken
from desktop.views.klacht import EigenKluisPagina, KlachtenPagina, KlachtPagina
from desktop.views.navigatie import Navigator, Pagina, RailItem
from desktop.views.theme import Thema
from desktop.views.work import Work

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


def klachtpaginas(
    diensten: Diensten,
    work: Work,
    navigator: Navigator,
    thema: Thema,
    afdrukken: Afdrukken,
    nieuwe_kluis: Callable[[], None],
) -> Mapping[str, Callable[[], Pagina]]:
    """Return what makes each page, by its key; `nieuwe_kluis` locks this vault and starts making another."""
    if not is_klachtenkluis(diensten):
        return {KLACHTEN: lambda: EigenKluisPagina(thema, nieuwe_kluis)}
    vast, a = (diensten, work, navigator, thema), afdrukken
    return {
        KLACHTEN: lambda: KlachtenPagina(*vast),
        Klacht.KIND: lambda: KlachtPagina(*vast, voorbeeld=a.voorbeeld, afdrukken=a.afdrukken, bijlage=a.bijlage),
    }


def beperk(diensten: Diensten, paginas: dict[str, Callable[[], Pagina]]) -> None:
    """Take away, in a vault of complaints, the pages of what is not in it."""
    if is_klachtenkluis(diensten):
        for sleutel in set(paginas) - _PAGINAS:
            del paginas[sleutel]
