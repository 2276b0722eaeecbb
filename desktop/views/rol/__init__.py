"""The page of a role, of the meldcode and of each general heading."""

from desktop.views.rol.pagina import RolPagina

__all__ = ["RolPagina"]
