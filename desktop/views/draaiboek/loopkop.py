"""The heading of a run: which draaiboek, what for, how far it is, and what one does with the whole of it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.draaiboeken import Geopend
from desktop.views.draaiboek.balk import Voortgang
from desktop.views.forms.lezen import toon_datum, toon_tijd
from desktop.views.kluispagina import sta_toe
from desktop.views.theme import Thema
from desktop.views.widgets import Knop, KortLabel, Pil


class Loopkop(QWidget):
    """Shows a run in three lines; the page does what its buttons ask."""

    def __init__(self, thema: Thema) -> None:
        super().__init__()
        px = thema.px
        self.naam = KortLabel("", "kop")
        self.pil = Pil(thema, "")
        self.over = KortLabel("", "zacht")
        self.balk = Voortgang(thema)
        self.pdf = Knop("Draaiboek (pdf)", thema, icoon="printer")
        self.sluit = Knop("Sluit af…", thema)
        self.wijzig = Knop("Wijzig aanleiding…", thema, "stil", icoon="pencil-simple")
        titel = QHBoxLayout()
        titel.setSpacing(px(12))
        titel.addWidget(self.naam, 1)
        for knop in (self.pdf, self.sluit):
            titel.addWidget(knop)
        onder = QHBoxLayout()
        onder.setSpacing(px(12))
        onder.addWidget(self.pil)
        onder.addWidget(self.over, 1)
        onder.addWidget(self.wijzig)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(px(12))
        vak.addLayout(titel)
        vak.addLayout(onder)
        vak.addWidget(self.balk)

    def zet(self, geopend: Geopend, reden: str, reden_pdf: str) -> None:
        """Show a run; the reasons say why it may not be changed, and not be put on paper."""
        beeld, dicht = geopend.beeld, geopend.dicht
        self.naam.zet(beeld.loop.titel())
        self.pil.zet(*(("Afgesloten", "rust", "folder") if dicht else ("Loopt nu", "info", "clipboard-text")))
        self.over.zet(_over(geopend))
        self.balk.zet(beeld.gedaan, len(beeld.stappen))
        self.sluit.zet_tekst("Open weer" if dicht else "Sluit af…")
        sta_toe(self.sluit, reden)
        self.wijzig.setHidden(dicht)
        sta_toe(self.wijzig, reden)
        sta_toe(self.pdf, reden_pdf)


def _over(geopend: Geopend) -> str:
    loop, beeld = geopend.beeld.loop, geopend.beeld
    delen = []
    if loop.begonnen_op is not None:
        om = f" {toon_tijd(loop.begonnen_om)}" if loop.begonnen_om else ""
        delen.append(f"Begonnen {toon_datum(loop.begonnen_op)}{om}")
    if loop.afgesloten_op is not None:
        delen.append(f"afgesloten {toon_datum(loop.afgesloten_op)}")
    delen.append(f"{beeld.gedaan} van {len(beeld.stappen)} stappen gedaan")
    if not loop.definitie.in_volgorde:
        delen.append("de volgorde is vrij")
    delen += [f"versie {loop.definitie.versie}"] if loop.definitie.versie else []
    delen += [loop.slot] if geopend.dicht and loop.slot else []
    return " · ".join(delen)
