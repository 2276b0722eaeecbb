"""Complaints, in a vault of their own; in the vault of a school only why they are not there."""

from desktop.views.klacht.lijst import KlachtenPagina
from desktop.views.klacht.stuk import KlachtPagina
from desktop.views.klacht.uitleg import EigenKluisPagina

__all__ = ["EigenKluisPagina", "KlachtPagina", "KlachtenPagina"]
