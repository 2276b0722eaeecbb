"""Who may come in: the list of accounts, a new one with the colleague's own passphrase, and closing one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.errors import UserError
from desktop.models.opslag import Account
from desktop.models.rechten import Actie, Rol, past_niet
from desktop.views.instellingen.deel import Deel, Omgeving
from desktop.views.start.accounts import Keuze, KeuzeKaart, rol_icoon
from desktop.views.start.invoer import Invoer
from desktop.views.start.vragen import NieuweZin
from desktop.views.theme import Thema
from desktop.views.widgets import (
    Alinea,
    Bevestiging,
    Bezig,
    IcoonLabel,
    Kaart,
    Knop,
    KortLabel,
    Label,
    Pil,
    maak_leeg,
    rij,
)

_MAG = {
    Rol.DIRECTEUR: "Alles, ook zien wie wat heeft bekeken",
    Rol.IB: "Alles, behalve zien wie wat heeft bekeken",
    Rol.AANDACHTSFUNCTIONARIS: "Verslagen lezen, schrijven, vaststellen; reservekopie maken",
    Rol.LEERKRACHT: "Verslagen lezen en schrijven, uitnodigen; niet vaststellen",
    Rol.VERTROUWENSPERSOON: "Klachten vastleggen en lezen, in deze kluis",
    Rol.ADMINISTRATIE: "Leerlingen en ouders bijhouden, uitnodigen; geen verslagen lezen",
}


class AccountRij(QFrame):
    """One account: role icon, name and role, state, and the button that closes it."""

    def __init__(self, thema: Thema, account: Account, eigen: bool) -> None:
        super().__init__()
        self.account = account
        rol = Rol.van(account.role)
        self.setProperty("vlak", "kaart")
        self.setAccessibleName(f"{account.name}, {rol.label}")
        vak = QHBoxLayout(self)
        vak.setContentsMargins(thema.px(16), thema.px(8), thema.px(8), thema.px(8))
        vak.setSpacing(thema.px(12))
        icoon, kleur = rol_icoon(rol.label)
        vak.addWidget(IcoonLabel(thema, icoon, kleur if account.active else "zacht", 24))
        tekst = QVBoxLayout()
        tekst.setSpacing(0)
        tekst.addWidget(KortLabel(account.name, "sterk"))
        tekst.addWidget(KortLabel(rol.label, "klein"))
        vak.addLayout(tekst, 1)
        self.sluit: Knop | None = None
        if not account.active:
            vak.addWidget(Pil(thema, "Gesloten", "rust"))
        elif eigen:
            vak.addWidget(Pil(thema, "Jij", "info", "user-circle"))
        else:
            self.sluit = Knop("Account sluiten", thema, "stil")
            self.sluit.setAccessibleName(f"Account van {account.name} sluiten")
            vak.addWidget(self.sluit)
        self.setMinimumHeight(thema.px(60))


class AccountsDeel(Deel):
    """The list, and below it the form for a new one."""

    sleutel = "accounts"
    naam = "Accounts"
    icoon = "users"
    uitleg = "Iedereen heeft een eigen account en een eigen wachtwoordzin. Alleen dan klopt het logboek."
    handleiding = "accounts-en-rollen"
    actie = Actie.ACCOUNTS

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        thema = omgeving.thema
        self.rijen: list[AccountRij] = []
        self._lijst = QVBoxLayout()
        self._lijst.setSpacing(thema.px(8))
        self.nieuw = Knop("Account toevoegen", thema, "primair", "plus")
        self.bezig = Bezig(thema, "Het account wordt gemaakt…", annuleerbaar=False)
        self.bezig.hide()
        self.veld_naam = Invoer(thema, "Naam", "Zo staat je collega op verslagen en in het logboek.", 120)
        self.rol = Keuze(thema, "Rol")
        eigen = Rol.van(omgeving.diensten.session.actor.role)
        rollen = [r for r in _VOLGORDE if not past_niet(r, eigen)]
        self.rol.zet([(r, KeuzeKaart(thema, r.label, *rol_icoon(r.label), _MAG[r])) for r in rollen])
        self.zin = NieuweZin(thema)
        self.toevoegen = Knop("Toevoegen", thema, "primair", "check")
        self.annuleren = Knop("Annuleren", thema)
        self.formulier = self._bouw(thema)
        self.inhoud.addLayout(self._lijst)
        self.inhoud.addLayout(rij(thema, self.nieuw, 1))
        self.inhoud.addWidget(self.formulier)
        self.formulier.hide()

    def _bouw(self, thema: Thema) -> QWidget:
        kaart = Kaart(thema, "paneel")
        kaart.inhoud.setSpacing(thema.px(16))
        kaart.inhoud.addWidget(Label("Nieuw account", "sectie"))
        kaart.inhoud.addWidget(self.veld_naam)
        kaart.inhoud.addWidget(self.rol)
        kaart.inhoud.addWidget(Alinea("Laat je collega hieronder zelf een wachtwoordzin typen.", "sterk"))
        kaart.inhoud.addWidget(self.zin)
        kaart.inhoud.addWidget(self.bezig)
        kaart.inhoud.addLayout(rij(thema, 1, self.annuleren, self.toevoegen))
        self.nieuw.clicked.connect(self._begin)
        self.annuleren.clicked.connect(self._klaar_met_formulier)
        self.toevoegen.clicked.connect(self._voeg_toe)
        self.veld_naam.enter.connect(self.zin.setFocus)
        self.zin.enter.connect(self._voeg_toe)
        return kaart

    def toon(self) -> None:
        """Read the accounts."""
        self.o.work.kluis(self, self.o.diensten.beheer.accounts, self._zet, self.meld_fout)

    def weg(self) -> None:
        """No passphrase stays behind."""
        self._klaar_met_formulier()

    def _zet(self, accounts: Sequence[Account]) -> None:
        maak_leeg(self._lijst)
        self.rijen = []
        eigen = self.o.diensten.session.actor.account
        for account in sorted(accounts, key=lambda a: not a.active):
            rij_ = AccountRij(self.o.thema, account, account.id == eigen)
            if rij_.sluit is not None:
                rij_.sluit.clicked.connect(lambda _=False, account=account: self._sluit(account))
            self.rijen.append(rij_)
            self._lijst.addWidget(rij_)

    # -- a new one

    def _begin(self) -> None:
        self.banners.leeg()
        self.nieuw.hide()
        self.formulier.show()
        self.veld_naam.setFocus()

    def _klaar_met_formulier(self) -> None:
        self.zin.wis()
        self.veld_naam.zet_tekst("")
        self.formulier.hide()
        self.nieuw.show()

    def _voeg_toe(self) -> None:
        naam, rol = self.veld_naam.tekst().strip(), self.rol.keuze()
        if not self.bezig.isHidden() or not isinstance(rol, Rol):
            return
        if not naam:
            self.veld_naam.zet_fout("Vul de naam in.")
            self.veld_naam.setFocus()
            return
        if not self.zin.klopt():
            return
        zin = self.zin.tekst()
        self._zet_bezig(True)
        self.o.work.kluis(
            self,
            lambda: self.o.diensten.beheer.voeg_account_toe(naam, rol, zin),
            self._toegevoegd,
            self._mislukt,
            urgent=True,
        )

    def _toegevoegd(self, account: Account) -> None:
        self._zet_bezig(False)
        self._klaar_met_formulier()
        self.meld_goed(f"Het account van {account.name} is er.", "Op het openingsscherm staat alleen de rol.")
        self.toon()
        self.nieuw.setFocus()  # what had it is hidden: Qt would take the way to home

    def _mislukt(self, fout: UserError) -> None:
        self._zet_bezig(False)
        self.meld_fout(fout)

    def _zet_bezig(self, bezig: bool) -> None:
        self.bezig.setVisible(bezig)
        for deel in (self.veld_naam, self.rol, self.zin, self.toevoegen, self.annuleren):
            deel.setDisabled(bezig)

    # -- closing one

    def _sluit(self, account: Account) -> None:
        vraag = Bevestiging(
            self.o.thema,
            f"Account van {account.name} sluiten?",
            "De wachtwoordzin werkt daarna niet meer. De naam blijft staan bij wat deze collega schreef. "
            "Een oude reservekopie gaat nog wel open met de zin van toen.",
            "Account sluiten",
            self,
        )
        if vraag.vraag():
            self.o.work.kluis(
                self,
                lambda: self.o.diensten.beheer.sluit_account(account.id),
                lambda _: self._gesloten(account),
                self.meld_fout,
                urgent=True,
            )

    def _gesloten(self, account: Account) -> None:
        self.meld_goed(f"Het account van {account.name} is gesloten.")
        self.toon()


_VOLGORDE = (
    Rol.IB,
    Rol.DIRECTEUR,
    Rol.AANDACHTSFUNCTIONARIS,
    Rol.LEERKRACHT,
    Rol.ADMINISTRATIE,
    Rol.VERTROUWENSPERSOON,
)
