"""Reports and invitations: writing, establishing, reading, and the lists of them."""

from desktop.views.gesprekken.gegevens import schrijf_begin
from desktop.views.gesprekken.uitnodiging import UitnodigingPagina
from desktop.views.gesprekken.verslag import VerslagPagina

__all__ = ["UitnodigingPagina", "VerslagPagina", "schrijf_begin"]
