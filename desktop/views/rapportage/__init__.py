"""The meldcode report: one on each case, and the yearly bundle with its figures and receivers."""

from desktop.views.rapportage.bundel import BundelPagina
from desktop.views.rapportage.pagina import RapportagePagina

__all__ = ["BundelPagina", "RapportagePagina"]
