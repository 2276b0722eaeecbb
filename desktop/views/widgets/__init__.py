"""Reusable parts of the screen; they know nothing of the subject and get colours and icons from `Thema`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.laden import laad_bij_gebruik

if TYPE_CHECKING:
    from desktop.views.widgets.afdekking import Afdekker, MetAfdekking, MetSlot, venstertoets
    from desktop.views.widgets.dialogen import Bevestiging, Dialoog, pas_in_scherm
    from desktop.views.widgets.kaart import Kaart, KnopKaart, LeegStaat, PersoonChip, Pil, SectieKop, Toon, toon_icoon
    from desktop.views.widgets.knoppen import IcoonKnop, KiesChip, Knop, KnopSoort, klik_bij_enter
    from desktop.views.widgets.kop import Avatar, Kruimelpad, Zoekvak
    from desktop.views.widgets.labels import Alinea, IcoonLabel, KortLabel, Label, LabelSoort
    from desktop.views.widgets.lagen import Bladvlak, StroomLayout, kolom, maak_leeg, rij
    from desktop.views.widgets.lijst import LijstView
    from desktop.views.widgets.melding import Banner, BannerVak, Bezig, Toast, zeg
    from desktop.views.widgets.rijdelegate import RijDelegate
    from desktop.views.widgets.rijmodel import RIJ, Antwoord, BladModel, Rijen, RijInhoud, VasteModel
    from desktop.views.widgets.toetsen import sneltoets

__all__ = [
    "RIJ",
    "Afdekker",
    "Alinea",
    "Antwoord",
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
    "Rijen",
    "SectieKop",
    "StroomLayout",
    "Toast",
    "Toon",
    "VasteModel",
    "Zoekvak",
    "klik_bij_enter",
    "kolom",
    "maak_leeg",
    "pas_in_scherm",
    "rij",
    "sneltoets",
    "toon_icoon",
    "venstertoets",
    "zeg",
]

_WAAR = {
    "Afdekker": "afdekking",
    "MetAfdekking": "afdekking",
    "MetSlot": "afdekking",
    "venstertoets": "afdekking",
    "Bevestiging": "dialogen",
    "Dialoog": "dialogen",
    "Kaart": "kaart",
    "KnopKaart": "kaart",
    "LeegStaat": "kaart",
    "PersoonChip": "kaart",
    "Pil": "kaart",
    "SectieKop": "kaart",
    "Toon": "kaart",
    "toon_icoon": "kaart",
    "IcoonKnop": "knoppen",
    "KiesChip": "knoppen",
    "Knop": "knoppen",
    "KnopSoort": "knoppen",
    "klik_bij_enter": "knoppen",
    "Avatar": "kop",
    "Kruimelpad": "kop",
    "Zoekvak": "kop",
    "sneltoets": "toetsen",
    "Alinea": "labels",
    "IcoonLabel": "labels",
    "KortLabel": "labels",
    "Label": "labels",
    "LabelSoort": "labels",
    "Bladvlak": "lagen",
    "StroomLayout": "lagen",
    "kolom": "lagen",
    "maak_leeg": "lagen",
    "pas_in_scherm": "dialogen",
    "rij": "lagen",
    "Antwoord": "rijmodel",
    "BladModel": "rijmodel",
    "LijstView": "lijst",
    "RIJ": "rijmodel",
    "RijDelegate": "rijdelegate",
    "RijInhoud": "rijmodel",
    "Rijen": "rijmodel",
    "VasteModel": "rijmodel",
    "Banner": "melding",
    "BannerVak": "melding",
    "Bezig": "melding",
    "Toast": "melding",
    "zeg": "melding",
}
__getattr__ = laad_bij_gebruik(__name__, _WAAR)
