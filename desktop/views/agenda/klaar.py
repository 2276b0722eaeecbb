"""Says what came of a piece of work: for an agreement whether it was kept, and a note for whoever reads it later."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.views.forms.basis import regel
from desktop.views.forms.keuzevelden import JaNeeVeld
from desktop.views.forms.tekstvelden import LangVeld
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Dialoog, Label


class KlaarDialoog(Dialoog):
    """`afspraak`: asks whether the agreement was kept; that it was not is an answer too."""

    def __init__(self, thema: Thema, wat: str, *, afspraak: bool, parent: QWidget | None) -> None:
        super().__init__(thema, "Klaar?", parent)
        self.inhoud.addWidget(Alinea(wat))
        self.gelukt: JaNeeVeld | None = None
        if afspraak:
            self.inhoud.addWidget(Label("Is de afspraak nagekomen? *", "veld"))
            self.gelukt = JaNeeVeld()
            self.gelukt.zet_namen("Is de afspraak nagekomen, verplicht", "")
            self.inhoud.addWidget(self.gelukt)
        self.inhoud.addWidget(Label("Toelichting", "veld"))
        self.toelichting = LangVeld(regels=3)
        self.toelichting.zet_namen("Toelichting", "")
        self.inhoud.addWidget(self.toelichting)
        self.fout = regel("", "fout")
        self.fout.hide()
        self.inhoud.addWidget(self.fout)
        self.voeg_knop("Terug").clicked.connect(self.reject)
        self.doen = self.voeg_knop("Klaar", "primair")
        self.doen.clicked.connect(self._doe)
        eerste = self.gelukt or self.toelichting
        eerste.widgets()[0].setFocus()

    def tekst(self) -> str:
        """Return the note."""
        return str(self.toelichting.waarde() or "").strip()

    def is_gelukt(self) -> bool:
        """Whether the agreement was kept; for other work it is simply done."""
        return self.gelukt is None or self.gelukt.waarde() is True

    def _doe(self) -> None:
        if self.gelukt is not None and self.gelukt.waarde() is None:
            self.fout.setText("Kies ja of nee. Ook nee is een antwoord.")
            self.fout.show()
            self.gelukt.widgets()[0].setFocus()
            return
        self.accept()
