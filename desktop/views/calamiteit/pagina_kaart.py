"""The cards at the right of a calamity: what each must be able to do, and the one with who leads what."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.calamiteit import Calamiteitbeeld
from desktop.views.forms.basis import regel
from desktop.views.kluispagina import sta_toe
from desktop.views.theme import Thema
from desktop.views.widgets import Kaart, Knop, Label, SectieKop, StroomLayout, maak_leeg


class Calamiteitkaart(Kaart):
    """Base of the cards. The page calls `zet` with what it read, and reads again after `opnieuw`.

    `deel` is filled anew each time; `reden` says why this account may change nothing, '' where it may.
    """

    opnieuw = Signal()
    """Something was stored: the page reads the calamity again."""
    daad = Signal(str)
    """What the page is to do: 'hernoem', 'gegevens' (or a field of it to begin at), 'sluit'."""

    def __init__(self, thema: Thema, kop: str, icoon: str, parent: QWidget | None = None) -> None:
        super().__init__(thema, "paneel", parent)
        self._thema = thema
        marge = thema.px(20)
        self.inhoud.setContentsMargins(marge, marge, marge, marge)
        self.kop = SectieKop(thema, kop, icoon, "koppeling")
        self.inhoud.addWidget(self.kop)
        self.deel = QVBoxLayout()
        self.deel.setSpacing(thema.px(8))
        self.inhoud.addLayout(self.deel)

    def zet(self, beeld: Calamiteitbeeld, reden: str) -> None:
        """Show a calamity on this card."""
        maak_leeg(self.deel)


class Leidingkaart(Calamiteitkaart):
    """Who leads the calamity and who the school; `daad` carries 'hernoem' or 'gegevens'."""

    def __init__(self, thema: Thema) -> None:
        super().__init__(thema, "Wie doet wat", "users")
        self.gegevens = Knop("Vul gegevens aan", thema, icoon="pencil-simple")
        self.hernoem = Knop("Geef een naam", thema, "stil")
        knoppen = StroomLayout(thema, 8)
        for knop in (self.gegevens, self.hernoem):
            knoppen.addWidget(knop)
        self.inhoud.addLayout(knoppen)
        self.gegevens.clicked.connect(lambda: self.daad.emit("gegevens"))
        self.hernoem.clicked.connect(lambda: self.daad.emit("hernoem"))

    def zet(self, beeld: Calamiteitbeeld, reden: str) -> None:
        """Show who does what; what is not filled in says so."""
        super().zet(beeld, reden)
        c = beeld.calamiteit
        for kop, wie in (
            ("Leidt de calamiteit", c.leiding),
            ("Leidt intussen de school", c.school_loopt),
            ("Aanspreekpunt voor ouders", c.aanspreekpunt),
            ("Spreekt met de media", c.media),
        ):
            paar = QVBoxLayout()
            paar.setSpacing(0)
            paar.addWidget(Label(kop, "veld"))
            paar.addWidget(regel(wie or "nog niet ingevuld", "basis" if wie else "zacht"))
            self.deel.addLayout(paar)
        for knop in (self.gegevens, self.hernoem):
            knop.setVisible(not beeld.dicht)
            sta_toe(knop, reden)
