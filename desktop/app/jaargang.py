"""The pages of the school year, made when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from desktop.app.formulieren import FORMULIEREN
from desktop.models.schooljaarstukken import Monitoring
from desktop.services.diensten import Diensten
from desktop.views.afdrukken import Afdrukken
from desktop.views.jaar import (
    INVOERSOORTEN,
    JaarstukInvoer,
    MonitoringenPagina,
    MonitoringPagina,
    PlichtenPagina,
    ScholingPagina,
    SchooljaarPagina,
    VogPagina,
    WettenPagina,
)
from desktop.views.navigatie import Navigator, Pagina
from desktop.views.theme import Thema
from desktop.views.work import Work


def jaarpaginas(
    diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, afdrukken: Afdrukken
) -> Mapping[str, Callable[[], Pagina]]:
    """Return what makes each page, by its key."""
    vast, a = (diensten, work, navigator, thema), afdrukken

    def monitoring() -> Pagina:
        return MonitoringPagina(*vast, voorbeeld=a.voorbeeld, afdrukken=a.afdrukken, bijlage=a.bijlage)

    def invoer(sleutel: str) -> Pagina:
        return JaarstukInvoer(*vast, sleutel=sleutel, bijlage=a.bijlage)

    return {
        "schooljaar": lambda: SchooljaarPagina(*vast, formulieren=FORMULIEREN, druk=a.papier),
        "jaarplichten": lambda: PlichtenPagina(*vast),
        "jaarstukken": lambda: MonitoringenPagina(*vast),
        Monitoring.KIND: monitoring,
        "scholingen": lambda: ScholingPagina(*vast, druk=a.papier),
        "vog": lambda: VogPagina(*vast),
        "wetten": lambda: WettenPagina(*vast),
        **{sleutel: partial(invoer, sleutel) for sleutel in INVOERSOORTEN},
    }
