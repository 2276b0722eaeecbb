"""The manual on screen, under F1."""

from desktop.views.handleiding.pagina import HandleidingPagina

__all__ = ["HandleidingPagina"]
