"""Signing: each parent in turn, on the screen or on paper, beside the very pages that were established."""

from desktop.views.ondertekenen.pagina import OndertekenPagina

__all__ = ["OndertekenPagina"]
