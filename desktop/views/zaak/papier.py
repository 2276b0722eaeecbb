"""How a page asks for a paper; it stands with the other ways out of a page."""

from desktop.views.werkomgeving import Druk

__all__ = ["Druk"]
