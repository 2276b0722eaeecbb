"""The switch with which an account opens the vault on this computer without its passphrase; off until one asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.models.errors import UserError
from desktop.views.instellingen.deel import Deel
from desktop.views.widgets import Alinea, Bevestiging, Knop, Label, rij

if TYPE_CHECKING:
    from desktop.services.beheer import Apparaat

_GEVAAR = (
    "Wie op dit Windows-account kan, kan dan ook in de kluis. Doe dit alleen op een computer die van jou alleen is."
)


class ApparaatBlok(QWidget):
    """Reads how it stands, switches on after a question and off at once. Faults show in the part it stands in."""

    def __init__(self, deel: Deel) -> None:
        super().__init__()
        self._deel = deel
        self._o = deel.o
        thema = deel.o.thema
        self.aan = QCheckBox("Op deze computer openen zonder wachtwoordzin")
        self.aan.setAccessibleDescription(_GEVAAR)
        self.stand = Alinea("", "klein")
        self.overal = Knop("Overal uitzetten", thema, icoon="x")
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, thema.px(16), 0, 0)
        vak.setSpacing(thema.px(8))
        vak.addWidget(Label("Zonder wachtwoordzin", "sterk"))
        vak.addWidget(self.aan)
        vak.addWidget(Alinea(f"{_GEVAAR} Je wachtwoordzin blijft altijd werken."))
        vak.addWidget(self.stand)
        vak.addLayout(rij(thema, self.overal, 1))
        self.stand.hide()
        self.overal.hide()
        self._zet_bezig(True)
        self.aan.clicked.connect(self._schakel)
        self.overal.clicked.connect(self._vergeet)

    def lees(self) -> None:
        """Ask how it stands; the system's store may take a moment."""
        self._zet_bezig(True)
        self._o.work.werk(self, self._o.diensten.beheer.apparaat, self._zet, self._deel.meld_fout)

    def _zet(self, stand: Apparaat) -> None:
        self._zet_bezig(False)
        self.aan.setChecked(stand.hier)
        self.stand.setText(_in_woorden(stand))
        self.stand.setVisible(bool(stand.andere))
        self.overal.setVisible(bool(stand.andere) and not stand.hier)

    def _schakel(self, aan: bool) -> None:
        if not aan:
            self._vergeet()
            return
        vraag = Bevestiging(
            self._o.thema,
            "Openen zonder wachtwoordzin?",
            f"{_GEVAAR} Je zet dit hier altijd weer uit.",
            "Aanzetten",
            self,
        )
        if not vraag.vraag():
            self.aan.setChecked(False)
            return
        self._begin()
        beheer = self._o.diensten.beheer
        self._o.work.werk(self, beheer.apparaat_geheim, self._onthoud, self._mislukt)

    def _onthoud(self, geheim: bytes) -> None:
        beheer = self._o.diensten.beheer
        self._o.work.kluis(
            self,
            lambda: beheer.onthoud_apparaat(geheim),
            lambda _: self._klaar("Deze computer opent de kluis nu zonder wachtwoordzin."),
            self._niet_onthouden,
            urgent=True,
        )

    def _niet_onthouden(self, fout: UserError) -> None:
        # a secret that opens nothing is of no use to anyone
        self._o.work.werk(self, self._o.diensten.beheer.wis_apparaat_geheim)
        self._mislukt(fout)

    def _vergeet(self) -> None:
        self._begin()
        beheer = self._o.diensten.beheer
        self._o.work.kluis(self, beheer.vergeet_apparaten, lambda _: self._wis(), self._mislukt, urgent=True)

    def _wis(self) -> None:
        self._o.work.werk(self, self._o.diensten.beheer.wis_apparaat_geheim)
        self._klaar("De kluis gaat voor jou alleen nog open met je wachtwoordzin.")

    def _begin(self) -> None:
        self._deel.banners.leeg()
        self._zet_bezig(True)

    def _klaar(self, zin: str) -> None:
        self._deel.meld_goed(zin)
        self._deel.blad.ensureVisible(0, 0)
        self.lees()

    def _mislukt(self, fout: UserError) -> None:
        self._deel.meld_fout(fout)
        self.lees()

    def _zet_bezig(self, bezig: bool) -> None:
        for deel in (self.aan, self.overal):
            deel.setDisabled(bezig)


def _in_woorden(stand: Apparaat) -> str:
    aantal = "1 keer" if stand.andere == 1 else f"{stand.andere} keer"
    if stand.hier:
        return f"Je hebt dit nog {aantal} aangezet, bijvoorbeeld op een andere computer. Uitzetten geldt voor alle."
    eerder = f"Je hebt dit {aantal} aangezet, op een andere computer of eerder op deze."
    return " ".join(deel for deel in (stand.reden, eerder, "Is er een computer weg? Zet het dan overal uit.") if deel)
