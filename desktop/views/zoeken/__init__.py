"""Searching in everything: the list while one types, the page with all results, and where a result leads."""

from typing import TYPE_CHECKING

from desktop.laden import laad_bij_gebruik

if TYPE_CHECKING:
    from desktop.views.zoeken.bron import Zoekbron
    from desktop.views.zoeken.pagina import ZoekenPagina
    from desktop.views.zoeken.plaats import plek_van
    from desktop.views.zoeken.rijen import Doe
    from desktop.views.zoeken.snel import Snelzoeker

__all__ = ["Doe", "Snelzoeker", "Zoekbron", "ZoekenPagina", "plek_van"]

__getattr__ = laad_bij_gebruik(
    __name__,
    {"Doe": "rijen", "Snelzoeker": "snel", "Zoekbron": "bron", "ZoekenPagina": "pagina", "plek_van": "plaats"},
)
