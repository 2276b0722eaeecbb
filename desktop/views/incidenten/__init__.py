"""The incident register on screen: the list with what waits, one incident, and the trends with the yearly report."""

from desktop.views.incidenten.incident import IncidentPagina
from desktop.views.incidenten.lijst import IncidentenPagina
from desktop.views.incidenten.soorten import INCIDENT

__all__ = ["INCIDENT", "IncidentPagina", "IncidentenPagina"]
