"""Open work: everything with a date that still waits for someone."""

from desktop.views.openstaand.pagina import OpenstaandPagina

__all__ = ["OpenstaandPagina"]
