"""The settings: school, accounts, secrets, backup, check, look, audit, about."""

from desktop.views.instellingen.pagina import InstellingenPagina

__all__ = ["InstellingenPagina"]
