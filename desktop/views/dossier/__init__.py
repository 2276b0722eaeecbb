"""The dossier on screen: signals and what else is recorded about a pupil, old paper, and advice to other schools."""

from desktop.views.dossier.adviezen import AdviezenPagina
from desktop.views.dossier.leeg import LegeFormulierenPagina
from desktop.views.dossier.oudestukken import OudeStukkenPagina
from desktop.views.dossier.signaal import SignaalPagina
from desktop.views.dossier.soorten import SOORTEN, StukSoort
from desktop.views.dossier.stuk import DossierPagina

__all__ = [
    "SOORTEN",
    "AdviezenPagina",
    "DossierPagina",
    "LegeFormulierenPagina",
    "OudeStukkenPagina",
    "SignaalPagina",
    "StukSoort",
]
