"""Calamity mode: the list, the page with the log and the cards beside it, and what is written for one."""

from desktop.views.calamiteit.actieplan import ActieplanPagina
from desktop.views.calamiteit.actieplan_kaart import VERSIES
from desktop.views.calamiteit.actieplan_kies import KiesPagina
from desktop.views.calamiteit.actieplan_versies import VersiesPagina
from desktop.views.calamiteit.communicatie import CommunicatiePagina
from desktop.views.calamiteit.kaarten import Kaartomgeving, Werkkaart
from desktop.views.calamiteit.kaartenrij import maak_kaarten
from desktop.views.calamiteit.lijst import DIRECT, CalamiteitenPagina
from desktop.views.calamiteit.pagina import CalamiteitPagina
from desktop.views.calamiteit.pagina_kaart import Calamiteitkaart

__all__ = [
    "DIRECT",
    "VERSIES",
    "ActieplanPagina",
    "CalamiteitPagina",
    "CalamiteitenPagina",
    "Calamiteitkaart",
    "CommunicatiePagina",
    "Kaartomgeving",
    "KiesPagina",
    "VersiesPagina",
    "Werkkaart",
    "maak_kaarten",
]
