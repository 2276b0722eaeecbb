"""The plan on screen: its pages, the tree, terms that pop up, and what can be printed of it."""

from desktop.views.plan.pagina import PlanPagina

__all__ = ["PlanPagina"]
