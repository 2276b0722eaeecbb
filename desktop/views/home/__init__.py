"""The home page: the clickable infographic, the meldcode, what is due today, and the general headings."""

from desktop.views.home.gegevens import EersteStap, HomeGegevens, KaartSoort, Telling, VandaagKaart
from desktop.views.home.home import Home

__all__ = ["EersteStap", "Home", "HomeGegevens", "KaartSoort", "Telling", "VandaagKaart"]
