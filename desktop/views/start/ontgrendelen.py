"""The unlock screen: the first window, so it imports nothing heavy; keys and database come later, on the lanes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar

from desktop.models.errors import AndereVersie, Beschadigd, Bezet, NietGevonden, UserError
from desktop.views.start.accounts import AccountKeuze
from desktop.views.start.invoer import WachtwoordInvoer
from desktop.views.start.vlak import KiesMap, StartVlak, kies_map, open_voor
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, IcoonLabel, Knop, KortLabel, Label, rij, zeg
from desktop.views.work import Work

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.services.kluis import Header, Ingang, OpenKluis, VaultKey
    from desktop.services.poort import Poort

_SECONDE = 1_000
_BEKEKEN = "De kluis wordt bekeken…"


class OntgrendelScherm(StartVlak):
    """Asks account and passphrase of one vault, and opens it. `wenk` stands above the passphrase.

    `verwacht` is how many accounts there were the last time: while the vault is read, that much room is kept for them.
    `fout` is what went wrong after an earlier opening.
    """

    geopend = Signal(object)
    """The OpenKluis."""
    nieuwe_kluis = Signal()
    andere_kluis = Signal(object)
    """The Path of another vault."""
    herstelblad = Signal()
    terugzetten = Signal()
    plan = Signal()
    """The plan without a vault."""

    def __init__(
        self,
        thema: Thema,
        work: Work,
        poort: Poort,
        folder: Path,
        kies: KiesMap = kies_map,
        wenk: str = "",
        verwacht: int = 2,
        fout: UserError | None = None,
    ) -> None:
        super().__init__(thema, "Kluis openen", "", "ontgrendelen")
        self._work = work
        self._poort = poort
        self._folder = folder
        self._kies = kies
        self._verwacht = verwacht
        self._fout = fout
        self._header: Header | None = None
        self._bezig = False
        self._nogmaals: Callable[[], None] = self._probeer
        self._peiling = 0
        self.naam = KortLabel(_naam(folder), "sterk")
        self.naam.setToolTip(str(folder))
        self.accounts = AccountKeuze(thema)
        self.wenk = Alinea(wenk, "sterk")
        self.wachtwoord = WachtwoordInvoer(thema, "Wachtwoordzin")
        self.knop = Knop("Openen", thema, "primair", "lock-key-open")
        self.apparaat = Knop("Openen met deze computer", thema, icoon="desktop")
        self.apparaat_reden = Alinea("", "klein")
        self.stand = Label("", "klein")
        self._balk = QProgressBar()
        self._klok = QTimer(self)
        self._klok.setInterval(_SECONDE)
        self._klok.timeout.connect(self._tel_af)
        self._bouw(thema)
        self._zet_wacht()

    # -- building

    def _bouw(self, thema: Thema) -> None:
        self.inhoud.addLayout(rij(thema, IcoonLabel(thema, "lock-key", "accent", 20), self.naam))
        self.inhoud.addWidget(self.accounts)
        self.inhoud.addWidget(self.wenk)
        self.wenk.setHidden(not self.wenk.text())
        self.inhoud.addWidget(self.wachtwoord)
        self._balk.setRange(0, 0)
        self._balk.setTextVisible(False)
        self._balk.setAccessibleName("Kluis wordt geopend")
        self._balk.hide()
        self.stand.setWordWrap(True)
        self.stand.hide()
        self.inhoud.addWidget(self.knop)
        self.inhoud.addWidget(self.apparaat)
        self.inhoud.addWidget(self.apparaat_reden)
        self.apparaat.hide()
        self.apparaat_reden.hide()
        self.inhoud.addWidget(self._balk)
        self.inhoud.addWidget(self.stand)
        self.wachtwoord.enter.connect(self._probeer)
        self.wachtwoord.gewijzigd.connect(lambda _: self._zet_knop())
        self.accounts.gekozen.connect(self._ander_account)
        self.accounts.enter.connect(self.wachtwoord.setFocus)
        # who clicked has a mouse in the hand and types next; arrows stay among the accounts
        self.accounts.aangewezen.connect(self.wachtwoord.setFocus)
        self.knop.clicked.connect(self._probeer)
        self.apparaat.clicked.connect(self._probeer_apparaat)
        self.wegen = [
            self.voeg_weg("Wachtwoordzin vergeten", self.herstelblad.emit, "key"),
            self.voeg_weg("Andere kluis openen", self._kies_andere, "folder-open"),
            self.voeg_weg("Nieuwe kluis", self.nieuwe_kluis.emit, "plus"),
            self.voeg_weg("Reservekopie terugzetten", self.terugzetten.emit, "arrow-counter-clockwise"),
            self.voeg_weg("Bekijk het plan", self.plan.emit, "book-bookmark"),
            self.voeg_weg("Handleiding", self.vraag_hulp, "question"),
        ]

    def _na_eerste_beeld(self) -> None:
        """Read the header: loading what that needs takes a while."""
        super()._na_eerste_beeld()
        self._lees()

    # -- reading which accounts there are

    def _lees(self) -> None:
        self.banners.leeg()
        self._zet_wacht()
        zeg(self, _BEKEKEN)
        self._work.werk(self, lambda: self._poort.ingangen(self._folder), self._gelezen, self._niet_gelezen)

    def _gelezen(self, gevonden: tuple[Header, Sequence[Ingang]]) -> None:
        self._header, ingangen = gevonden
        if self._header.from_previous:
            self.banners.zet(
                "waarschuwing",
                "De sleutelgegevens zijn beschadigd. De vorige versie wordt gebruikt.",
                "Maak na het openen een reservekopie.",
            )
        if self._fout is not None:
            zin, stap = self._fout.zin, self._fout.stap
            self.banners.zet("fout", zin, stap, "Reservekopie terugzetten", self.terugzetten.emit)
        self.accounts.zet_ingangen([(i.slot, i.label) for i in ingangen])
        self._tel_af()
        self._peil()

    def _niet_gelezen(self, fout: UserError) -> None:
        for deel in (self.accounts, self.wachtwoord, self.knop):
            deel.hide()  # nothing to unlock: only the way out is left
        self._meld(fout)

    # -- this computer as the key, where the account once chose so

    def _ander_account(self, _: object) -> None:
        self.wachtwoord.zet_fout("")
        self._peil()

    def _peil(self) -> None:
        """Ask whether this computer opens the vault for the chosen account; the passphrase does not wait for that."""
        slot, header = self.accounts.slot(), self._header
        self._peiling += 1
        self._toon_apparaat(False)
        if header is None or slot is None:
            return
        peiling = self._peiling

        def gepeild(gevonden: bool, reden: str = "") -> None:
            if peiling == self._peiling:  # else another account was chosen meanwhile
                self._toon_apparaat(gevonden, reden)

        self._work.werk(
            self,
            lambda: self._poort.apparaat(header, slot),
            lambda gevonden: gepeild(gevonden is not None),
            lambda fout: gepeild(False, fout.zin),
        )

    def _toon_apparaat(self, kan: bool, reden: str = "") -> None:
        self.apparaat.setVisible(kan)
        self.apparaat_reden.setText(reden)
        self.apparaat_reden.setVisible(bool(reden))

    def _probeer_apparaat(self) -> None:
        slot, header = self.accounts.slot(), self._header
        if self._bezig or header is None or slot is None:
            return
        self._nogmaals = self._probeer_apparaat
        self.banners.leeg()
        # away from the button, which goes quiet: what fails here leads to the passphrase
        self.wachtwoord.setFocus()
        self._zet_bezig("Sleutel wordt gelezen…")
        self._work.werk(
            self,
            lambda: self._poort.sleutel_apparaat(header, slot),
            lambda gevonden: self._open(header, *gevonden),
            self._apparaat_mislukt,
        )

    def _apparaat_mislukt(self, fout: UserError) -> None:
        """Say why, and leave the passphrase: it always opens the vault."""
        self._zet_vrij()
        self._toon_apparaat(False, f"{fout.zin} {fout.stap}".strip())
        zeg(self, self.apparaat_reden.text())
        self.wachtwoord.setFocus()

    # -- opening

    def _probeer(self) -> None:
        slot, header = self.accounts.slot(), self._header
        zin = self.wachtwoord.tekst()
        if self._bezig or header is None or slot is None or self._poort.pogingen.wachten():
            return
        if not zin:
            self.wachtwoord.zet_fout("Typ je wachtwoordzin.")
            self.wachtwoord.setFocus()
            return
        self._nogmaals = self._probeer
        self.banners.leeg()
        self._zet_bezig("Sleutel wordt afgeleid…")
        self._work.werk(
            self,
            lambda: self._poort.sleutel(header, slot, zin),
            lambda sleutel: self._open(header, slot, sleutel),
            self._mislukt,
        )

    def _open(self, header: Header, slot: UUID, sleutel: VaultKey) -> None:
        self._toon_stand("Kluis wordt geopend…")
        open_voor(
            self,
            self._work,
            lambda: self._poort.open(self._folder, header, slot, sleutel),
            self._is_open,
            self._mislukt,
        )

    def _is_open(self, kluis: OpenKluis) -> None:
        self._poort.pogingen.goed()
        self.wachtwoord.wis()
        self._toon_stand("Alles wordt klaargezet…")
        self.geopend.emit(kluis)

    def _mislukt(self, fout: UserError) -> None:
        # loaded by now: it is what raised the fault
        from desktop.services.kluis import WrongSecret

        self._zet_vrij()
        if isinstance(fout, WrongSecret):
            self._poort.pogingen.fout()
            self.wachtwoord.zet_fout("Deze wachtwoordzin klopt niet. Kijk of het juiste account is gekozen.")
            self._tel_af()
        else:
            self._meld(fout)
        self.wachtwoord.veld.selectAll()
        self.wachtwoord.setFocus()

    def _tel_af(self) -> None:
        """Show how long one still has to wait; called every second while that is so."""
        rest = self._poort.pogingen.wachten()
        if rest:
            eerste = not self._klok.isActive()
            self._klok.start()
            tijd = "1 seconde" if rest == 1 else f"{rest} seconden"
            # read aloud once, not every second
            self._toon_stand(f"Na een paar fouten moet je even wachten. Nog {tijd}.", zeg_het=eerste)
        elif self._klok.isActive():
            self._klok.stop()
            self._toon_stand("")
            zeg(self.wachtwoord.veld, "Je kunt het opnieuw proberen.")
        self._zet_knop()

    # -- states

    def _zet_wacht(self) -> None:
        """Before the accounts are known everything stands where it will be, and the passphrase can be typed."""
        self.accounts.zet_wacht(_BEKEKEN, self._verwacht)
        for deel in (self.accounts, self.wachtwoord, self.knop):
            if deel.isHidden():
                deel.show()  # an earlier look found no vault
        self.wachtwoord.setFocus()
        self._zet_knop()

    def _zet_bezig(self, tekst: str) -> None:
        self._bezig = True
        # read-only and not disabled: the focus stays where the person is
        self.wachtwoord.veld.setReadOnly(True)
        self.accounts.setEnabled(False)
        self._balk.show()
        self._toon_stand(tekst)
        self._zet_knop()

    def _zet_vrij(self) -> None:
        self._bezig = False
        self.wachtwoord.veld.setReadOnly(False)
        self.accounts.setEnabled(True)
        self._balk.hide()
        self._toon_stand("")
        self._zet_knop()

    def _zet_knop(self) -> None:
        self.knop.setEnabled(not self._bezig and self._header is not None and not self._poort.pogingen.wachten())
        self.apparaat.setEnabled(not self._bezig)
        for weg in self.wegen[:-1]:
            weg.setEnabled(not self._bezig)

    def _toon_stand(self, tekst: str, zeg_het: bool = True) -> None:
        self.stand.setText(tekst)
        self.stand.setVisible(bool(tekst))
        if tekst and zeg_het:
            zeg(self, tekst)

    # -- what can go wrong, each with a way out

    def _meld(self, fout: UserError) -> None:
        if isinstance(fout, Bezet):
            actie, doe = "Opnieuw proberen", self._opnieuw
        elif isinstance(fout, AndereVersie):
            actie, doe = "Hoe werk ik bij?", lambda: self.handleiding.emit("it-beheer")
        elif isinstance(fout, Beschadigd) and self._header is None:
            actie, doe = "Reservekopie terugzetten", self.terugzetten.emit
        elif isinstance(fout, Beschadigd):
            # the header could be read: where one way in is damaged the sheet may still open the vault
            actie, doe = "Herstelblad gebruiken", self.herstelblad.emit
        elif isinstance(fout, NietGevonden) or self._header is None:
            actie, doe = "Andere kluis kiezen", self._kies_andere
        else:
            actie, doe = "Opnieuw proberen", self._opnieuw
        banner = self.banners.zet("fout", fout.zin, fout.stap, actie, doe, sluitbaar=False)
        if self._header is None and banner.knop is not None:
            banner.knop.setFocus()

    def _opnieuw(self) -> None:
        self.banners.leeg()
        if self._header is None:
            self._lees()
        else:
            self._nogmaals()

    def _kies_andere(self) -> None:
        gekozen = self._kies(self, "Kies de map van de kluis", self._folder.parent)
        if gekozen is not None:
            self.andere_kluis.emit(gekozen)


def _naam(folder: Path) -> str:
    return folder.name.removesuffix(".kluis") or str(folder)
