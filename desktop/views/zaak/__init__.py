"""The meldcode on screen: cases, one case, the afwegingskader, and what goes to Veilig Thuis."""

from desktop.views.zaak.weging import WegingPagina

__all__ = ["WegingPagina"]
