"""Draaiboeken: the list, a run with its steps and log, what the school makes of them, and the card at a calamity."""

from desktop.views.draaiboek.kaart import Draaiboekkaart
from desktop.views.draaiboek.lijst import DraaiboekenPagina
from desktop.views.draaiboek.loop import LoopPagina

__all__ = ["DraaiboekenPagina", "Draaiboekkaart", "LoopPagina"]
