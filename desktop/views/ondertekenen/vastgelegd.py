"""What was recorded for one parent: the outcome, how and when, the words, and the signature as it was drawn."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.handtekening import Handtekening
from desktop.models.vervolg import Ondertekening
from desktop.views.forms.basis import regel
from desktop.views.ondertekenen.tekenvlak import TekenVlak
from desktop.views.ondertekenen.woorden import stand, wanneer
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Kaart, Knop, Label, Pil, maak_leeg, rij


class Vastgelegd(QWidget):
    """Shows one outcome; it can be followed by another, never changed."""

    andere = Signal()

    def __init__(self, thema: Thema) -> None:
        super().__init__()
        self._thema = thema
        self.kaart = Kaart(thema)
        self.kaart.inhoud.setSpacing(thema.px(12))
        self.opnieuw = Knop("Leg een andere uitkomst vast", thema, "koppeling")
        self.opnieuw.clicked.connect(lambda _=False: self.andere.emit())
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(thema.px(12))
        vak.addWidget(self.kaart)
        vak.addLayout(rij(thema, self.opnieuw, 1))
        vak.addStretch(1)
        self._tekening: QVBoxLayout | None = None

    def toon(self, ondertekening: Ondertekening) -> None:
        """Show an outcome; the signature comes with `toon_handtekening`."""
        thema, inhoud = self._thema, self.kaart.inhoud
        maak_leeg(inhoud)
        inhoud.addLayout(rij(thema, Pil(thema, *stand(ondertekening)), 1))
        inhoud.addWidget(regel(wanneer(ondertekening), "klein"))
        self._tekening = QVBoxLayout()
        inhoud.addLayout(self._tekening)
        for label, tekst in (("Zienswijze", ondertekening.zienswijze), ("Toelichting", ondertekening.toelichting)):
            if tekst:
                inhoud.addWidget(Label(label, "veld"))
                inhoud.addWidget(Alinea(tekst))
        if ondertekening.scan is not None:
            inhoud.addWidget(regel(f"Scan van het getekende blad: {ondertekening.scan.naam}", "klein"))

    def toon_handtekening(self, handtekening: Handtekening) -> None:
        """Show the strokes that were kept with it."""
        assert self._tekening is not None
        vlak = TekenVlak(self._thema)
        vlak.setFixedHeight(self._thema.px(110))
        vlak.zet_naam("")
        vlak.setAccessibleName("Handtekening")
        self._tekening.addWidget(vlak)
        vlak.toon(handtekening)
        vlak.show()
