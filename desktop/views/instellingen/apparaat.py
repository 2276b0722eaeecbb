"""The switch with which an account opens the vault on this computer without its passphrase; off until one asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from desktop.models.errors import UserError
from desktop.services.kluis import WrongSecret
from desktop.views.instellingen.deel import Deel
from desktop.views.start.invoer import WachtwoordInvoer
from desktop.views.widgets import Alinea, Dialoog, Knop, Label, rij

if TYPE_CHECKING:
    from desktop.services.beheer import Apparaat

_GEVAAR = (
    "Wie op dit Windows-account kan, kan dan ook in de kluis. Doe dit alleen op een computer die van jou alleen is."
)


class AanzetVraag(Dialoog):
    """Warns, and asks the passphrase again: an unlocked screen is not enough to make a way in that stays.

    `geheim` is what the system keeps, once it is accepted; `fout` what went wrong beside a wrong passphrase.
    """

    def __init__(self, deel: Deel) -> None:
        super().__init__(deel.o.thema, "Openen zonder wachtwoordzin?", deel)
        self._o = deel.o
        self.geheim = b""
        self.fout: UserError | None = None
        self.inhoud.addWidget(Alinea(f"{_GEVAAR} Je zet dit hier altijd weer uit."))
        self.zin = WachtwoordInvoer(deel.o.thema, "Je wachtwoordzin")
        self.inhoud.addWidget(self.zin)
        self.laten = self.voeg_knop("Terug")
        self.laten.clicked.connect(self.reject)
        self.doen = self.voeg_knop("Aanzetten", "gevaar")
        self.doen.clicked.connect(self._probeer)
        self.zin.enter.connect(self._probeer)
        self.finished.connect(lambda _: self.zin.wis())
        self.zin.setFocus()

    def _probeer(self) -> None:
        zin = self.zin.tekst()
        if not self.doen.isEnabled():
            return
        if not zin:
            self.zin.zet_fout("Typ je wachtwoordzin.")
            return
        self._zet_bezig(True)
        beheer = self._o.diensten.beheer
        self._o.work.werk(self, lambda: beheer.apparaat_geheim(zin), self._gelukt, self._mislukt)

    def _gelukt(self, geheim: bytes) -> None:
        self.geheim = geheim
        self.accept()

    def _mislukt(self, fout: UserError) -> None:
        self._zet_bezig(False)
        if isinstance(fout, WrongSecret):
            self.zin.zet_fout("Dit is niet je wachtwoordzin.")
            self.zin.veld.selectAll()
            self.zin.setFocus()
        else:
            self.fout = fout
            self.reject()

    def _zet_bezig(self, bezig: bool) -> None:
        # read-only and not disabled: the focus stays where the person is; "Terug" waits for what cannot be stopped
        self.zin.veld.setReadOnly(bezig)
        for knop in (self.laten, self.doen):
            knop.setDisabled(bezig)
        self.doen.zet_tekst("Wordt nagekeken…" if bezig else "Aanzetten")

    def reject(self) -> None:
        """Escape too waits until it is known whether a secret was made."""
        if self.doen.isEnabled():
            super().reject()


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
        vraag = AanzetVraag(self._deel)
        gedaan = vraag.exec() == QDialog.DialogCode.Accepted
        if vraag.fout is not None:
            self._mislukt(vraag.fout)
        elif gedaan:
            self._begin()
            self._onthoud(vraag.geheim)
        else:
            self.aan.setChecked(False)
        vraag.deleteLater()

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
