"""The meldcode drawing: the second infographic, from a first signal to what follows after a report."""

from desktop.views.meldcode.pagina import SLEUTEL, MeldcodePagina

__all__ = ["SLEUTEL", "MeldcodePagina"]
