"""The two secrets: one's own passphrase, and the recovery sheet of the school."""

from __future__ import annotations

from desktop.models.errors import UserError
from desktop.models.rechten import Actie
from desktop.services.kluis import WrongSecret
from desktop.views.instellingen.apparaat import ApparaatBlok
from desktop.views.instellingen.deel import Deel, Omgeving
from desktop.views.start.herstelblad import HerstelbladBlok
from desktop.views.start.invoer import WachtwoordInvoer
from desktop.views.start.vragen import NieuweZin, zin_tips
from desktop.views.widgets import Bevestiging, Bezig, Knop, Pil, rij


class WachtwoordzinDeel(Deel):
    """The old one, and the new one twice."""

    sleutel = "wachtwoordzin"
    naam = "Wachtwoordzin"
    icoon = "key"
    uitleg = "Je eigen zin. Collega's hebben elk een eigen zin; die verandert niet."
    handleiding = "wachtwoordzin"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        thema = omgeving.thema
        self.oud = WachtwoordInvoer(thema, "Je wachtwoordzin van nu")
        self.nieuw = NieuweZin(thema, "Nieuwe wachtwoordzin")
        self.bezig = Bezig(thema, "De wachtwoordzin wordt gewijzigd…", annuleerbaar=False)
        self.bezig.hide()
        self.knop = Knop("Wachtwoordzin wijzigen", thema, "primair", "check")
        for deel in (self.oud, self.nieuw, self.bezig):
            self.inhoud.addWidget(deel)
        self.inhoud.addLayout(rij(thema, self.knop, 1))
        self.inhoud.addWidget(zin_tips(thema))
        self.apparaat = ApparaatBlok(self)
        self.inhoud.addWidget(self.apparaat)
        self.oud.enter.connect(self.nieuw.setFocus)
        self.nieuw.enter.connect(self._wijzig)
        self.knop.clicked.connect(self._wijzig)

    def toon(self) -> None:
        """Typing begins with the old one."""
        self.oud.setFocus()
        self.apparaat.lees()

    def weg(self) -> None:
        """Nothing typed stays."""
        self.oud.wis()
        self.nieuw.wis()

    def _wijzig(self) -> None:
        if not self.bezig.isHidden():
            return
        if not self.oud.tekst():
            self.oud.zet_fout("Typ je wachtwoordzin van nu.")
            self.oud.setFocus()
            return
        if not self.nieuw.klopt():
            return
        oud, nieuw = self.oud.tekst(), self.nieuw.tekst()
        self._zet_bezig(True)
        self.o.work.kluis(
            self,
            lambda: self.o.diensten.beheer.wijzig_wachtwoordzin(oud, nieuw),
            lambda _: self._gewijzigd(),
            self._mislukt,
            urgent=True,
        )

    def _gewijzigd(self) -> None:
        self._zet_bezig(False)
        self.weg()
        self.meld_goed("Je wachtwoordzin is gewijzigd.", "Een oude reservekopie gaat nog open met de oude zin.")
        self.blad.ensureVisible(0, 0)

    def _mislukt(self, fout: UserError) -> None:
        self._zet_bezig(False)
        if isinstance(fout, WrongSecret):
            self.oud.zet_fout("Dit is niet je wachtwoordzin van nu.")
            self.oud.veld.selectAll()
            self.oud.setFocus()
        else:
            self.meld_fout(fout)

    def _zet_bezig(self, bezig: bool) -> None:
        self.bezig.setVisible(bezig)
        for deel in (self.oud, self.nieuw, self.knop):
            deel.setDisabled(bezig)


class HerstelbladDeel(Deel):
    """Whether the sheet was printed and typed back, and a new one."""

    sleutel = "herstelblad"
    naam = "Herstelblad"
    icoon = "file-text"
    uitleg = (
        "Met het herstelblad kom je in de kluis als een wachtwoordzin vergeten is. "
        "Is het blad zoek, of heeft iemand het gezien? Maak dan meteen een nieuw blad."
    )
    handleiding = "herstelblad"
    actie = Actie.HERSTELBLAD

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        thema = omgeving.thema
        self.stand = Pil(thema, "…", "rust")
        self.knop = Knop("Nieuw herstelblad maken", thema, "primair", "plus")
        self.blok = HerstelbladBlok(thema, omgeving.work, omgeving.diensten.beheer, omgeving.druk_pdf)
        self.inhoud.addLayout(rij(thema, self.stand, 1))
        self.inhoud.addLayout(rij(thema, self.knop, 1))
        self.inhoud.addWidget(self.blok)
        self.knop.clicked.connect(self._nieuw)
        self.blok.bevestigd.connect(self._bevestigd)

    def toon(self) -> None:
        """Read how it stands."""
        self.o.work.kluis(self, self.o.diensten.beheer.herstel_bevestigd, self._zet, self.meld_fout)

    def weg(self) -> None:
        """No code stays behind; a sheet that was not typed back is asked for again at the next unlocking."""
        self.blok.vergeet()
        self.knop.show()

    def _zet(self, bevestigd: bool) -> None:
        self.stand.zet("Bevestigd" if bevestigd else "Nog niet overgetypt", "goed" if bevestigd else "waarschuwing")

    def _nieuw(self) -> None:
        vraag = Bevestiging(
            self.o.thema,
            "Nieuw herstelblad maken?",
            "Het oude blad werkt daarna niet meer op deze kluis. Zorg dat je nu kunt afdrukken.",
            "Nieuw blad maken",
            self,
        )
        if vraag.vraag():
            self.banners.leeg()
            self.knop.hide()
            self.stand.zet("Nog niet overgetypt", "waarschuwing")
            self.blok.begin()

    def _bevestigd(self) -> None:
        self.knop.show()
        self.meld_goed("Het nieuwe herstelblad is klaar.", "Vernietig het oude blad.")
        self.toon()
        self.knop.setFocus()  # what had it is hidden: Qt would take the way to home
