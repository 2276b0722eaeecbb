"""Calamity mode: the list, and the page with the log and the cards beside it."""

from desktop.views.calamiteit.lijst import DIRECT, CalamiteitenPagina
from desktop.views.calamiteit.pagina import CalamiteitPagina
from desktop.views.calamiteit.pagina_kaart import Calamiteitkaart

__all__ = ["DIRECT", "CalamiteitPagina", "CalamiteitenPagina", "Calamiteitkaart"]
