"""Searching in everything: the page with all results, and where a result leads."""

from desktop.views.zoeken.pagina import ZoekenPagina
from desktop.views.zoeken.plaats import plek_van

__all__ = ["ZoekenPagina", "plek_van"]
