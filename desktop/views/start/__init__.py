"""The screens before a vault is open: welcome, unlock, a new vault, recovery, restoring a backup."""

from desktop.views.start.ontgrendelen import OntgrendelScherm
from desktop.views.start.welkom import WachtScherm, WelkomScherm

__all__ = ["OntgrendelScherm", "WachtScherm", "WelkomScherm"]
