"""The page of a role and of the meldcode."""

from desktop.views.rol.pagina import RolPagina

__all__ = ["RolPagina"]
