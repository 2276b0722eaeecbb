"""The screens before a vault is open: welcome, unlock, a new vault, recovery, restoring a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.laden import laad_bij_gebruik

if TYPE_CHECKING:
    from desktop.views.start.herstel import HerstelScherm
    from desktop.views.start.herstelblad import HerstelbladBlok, HerstelbladStap
    from desktop.views.start.nieuw import NieuweKluis
    from desktop.views.start.ontgrendelen import OntgrendelScherm
    from desktop.views.start.terugzetten import TerugzetScherm
    from desktop.views.start.welkom import WachtScherm, WelkomScherm

__all__ = [
    "HerstelScherm",
    "HerstelbladBlok",
    "HerstelbladStap",
    "NieuweKluis",
    "OntgrendelScherm",
    "TerugzetScherm",
    "WachtScherm",
    "WelkomScherm",
]

_WAAR = {
    "HerstelScherm": "herstel",
    "HerstelbladBlok": "herstelblad",
    "HerstelbladStap": "herstelblad",
    "NieuweKluis": "nieuw",
    "OntgrendelScherm": "ontgrendelen",
    "TerugzetScherm": "terugzetten",
    "WachtScherm": "welkom",
    "WelkomScherm": "welkom",
}
__getattr__ = laad_bij_gebruik(__name__, _WAAR)
