"""The agenda: everything with a date that waits for someone, and what nobody established yet."""

from desktop.views.agenda.pagina import AgendaPagina

__all__ = ["AgendaPagina"]
