"""Pupils and their parents: the list, the page of one pupil, the gezag card, a person, merging two."""

from desktop.views.leerlingen.kaart import KaartPagina
from desktop.views.leerlingen.leerling import LeerlingPagina
from desktop.views.leerlingen.lijst import LeerlingenPagina
from desktop.views.leerlingen.persoon import PersoonPagina

__all__ = ["KaartPagina", "LeerlingPagina", "LeerlingenPagina", "PersoonPagina"]
