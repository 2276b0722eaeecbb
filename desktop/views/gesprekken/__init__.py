"""Reports and invitations: writing, establishing, reading, and the lists of them."""

from desktop.views.gesprekken.gegevens import schrijf_begin
from desktop.views.gesprekken.lijst import GesprekkenPagina
from desktop.views.gesprekken.parnassys import ParnassysPagina
from desktop.views.gesprekken.uitnodiging import UitnodigingPagina
from desktop.views.gesprekken.verslag import VerslagPagina

__all__ = ["GesprekkenPagina", "ParnassysPagina", "UitnodigingPagina", "VerslagPagina", "schrijf_begin"]
