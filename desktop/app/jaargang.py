"""The pages of the school year, made when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from desktop.app.formulieren import FORMULIEREN
from desktop.models.schooljaarstukken import Monitoring
from desktop.services.plan import Plan
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
from desktop.views.navigatie import Pagina
from desktop.views.werkomgeving import Werkomgeving


def jaarpaginas(om: Werkomgeving, plan: Plan) -> Mapping[str, Callable[[], Pagina]]:
    """Return what makes each page, by its key; `plan` is where a change in the law leads."""
    vast = om.kern

    def invoer(sleutel: str) -> Pagina:
        return JaarstukInvoer(*vast, sleutel=sleutel, bijlage=om.bijlage, plan=plan)

    return {
        "schooljaar": lambda: SchooljaarPagina(*vast, formulieren=FORMULIEREN, druk=om.druk),
        "jaarplichten": lambda: PlichtenPagina(*vast),
        "jaarstukken": lambda: MonitoringenPagina(*vast),
        Monitoring.KIND: lambda: MonitoringPagina(om),
        "scholingen": lambda: ScholingPagina(*vast, druk=om.druk, bijlage=om.bijlage),
        "vog": lambda: VogPagina(*vast),
        "wetten": lambda: WettenPagina(*vast, plan=plan),
        **{sleutel: partial(invoer, sleutel) for sleutel in INVOERSOORTEN},
    }
