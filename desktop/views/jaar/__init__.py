"""The school year: the wheel with its tasks, the duties, and what a year leaves behind."""

from desktop.views.jaar.lijsten import MonitoringenPagina, VogPagina, WettenPagina
from desktop.views.jaar.pagina import SchooljaarPagina
from desktop.views.jaar.plichten import PlichtenPagina
from desktop.views.jaar.scholing import ScholingPagina
from desktop.views.jaar.stuk import INVOERSOORTEN, JaarstukInvoer, MonitoringPagina

__all__ = [
    "INVOERSOORTEN",
    "JaarstukInvoer",
    "MonitoringPagina",
    "MonitoringenPagina",
    "PlichtenPagina",
    "ScholingPagina",
    "SchooljaarPagina",
    "VogPagina",
    "WettenPagina",
]
