"""Reusable parts of the screen; they know nothing of the subject and get colours and icons from `Thema`."""

from desktop.views.widgets.afdekking import Afdekker, MetAfdekking, MetSlot, venstertoets
from desktop.views.widgets.dialogen import Bevestiging, Dialoog
from desktop.views.widgets.kaart import Kaart, KnopKaart, LeegStaat, PersoonChip, Pil, SectieKop, Toon, toon_icoon
from desktop.views.widgets.knoppen import IcoonKnop, KiesChip, Knop, KnopSoort, klik_bij_enter
from desktop.views.widgets.kop import Avatar, Kruimelpad, Zoekvak, sneltoets
from desktop.views.widgets.labels import Alinea, IcoonLabel, KortLabel, Label, LabelSoort
from desktop.views.widgets.lagen import Bladvlak, StroomLayout, kolom, maak_leeg, rij
from desktop.views.widgets.lijst import RIJ, BladModel, LijstView, RijDelegate, RijInhoud, VasteModel
from desktop.views.widgets.melding import Banner, BannerVak, Bezig, Toast, zeg

__all__ = [
    "RIJ",
    "Afdekker",
    "Alinea",
    "Avatar",
    "Banner",
    "BannerVak",
    "Bevestiging",
    "Bezig",
    "BladModel",
    "Bladvlak",
    "Dialoog",
    "IcoonKnop",
    "IcoonLabel",
    "Kaart",
    "KiesChip",
    "Knop",
    "KnopKaart",
    "KnopSoort",
    "KortLabel",
    "Kruimelpad",
    "Label",
    "LabelSoort",
    "LeegStaat",
    "LijstView",
    "MetAfdekking",
    "MetSlot",
    "PersoonChip",
    "Pil",
    "RijDelegate",
    "RijInhoud",
    "SectieKop",
    "StroomLayout",
    "Toast",
    "Toon",
    "VasteModel",
    "Zoekvak",
    "klik_bij_enter",
    "kolom",
    "maak_leeg",
    "rij",
    "sneltoets",
    "toon_icoon",
    "venstertoets",
    "zeg",
]
