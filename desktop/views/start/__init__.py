"""The screens before a vault is open: welcome, unlock, a new vault, recovery, restoring a backup."""

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
