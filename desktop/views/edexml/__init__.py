"""Reading pupils, groups and staff from an EDEXML file, with a preview."""

from desktop.views.edexml.pagina import EdexmlPagina

__all__ = ["EdexmlPagina"]
