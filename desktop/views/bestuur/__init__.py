"""The papers for board and coordinator: a period, what it holds, and the delivery itself."""

from desktop.views.bestuur.pagina import BestuurPagina

__all__ = ["BestuurPagina"]
