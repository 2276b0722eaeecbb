"""The sociale kaart: whom to call, whether they answer now, and the school's own entries beside the shipped ones."""

from desktop.views.kaart.invoer import KaartInvoerPagina
from desktop.views.kaart.pagina import INVOER, SLEUTEL, SocialeKaartPagina

__all__ = ["INVOER", "SLEUTEL", "KaartInvoerPagina", "SocialeKaartPagina"]
