"""Pupils and their parents: the list, the page of one pupil, the gezag card, a person, merging two."""

from desktop.views.leerlingen.leerling import LeerlingPagina
from desktop.views.leerlingen.lijst import LeerlingenPagina

__all__ = ["LeerlingPagina", "LeerlingenPagina"]
