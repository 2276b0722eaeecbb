"""Making a vault: school, account, place, passphrase. The recovery sheet is the screen after it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QShowEvent

from desktop.models.errors import UserError
from desktop.views.start.stappen import STAPPEN, StappenPaneel
from desktop.views.start.vlak import KiesMap, StartVlak, documenten, kies_map, open_voor
from desktop.views.start.vragen import Vraag, VraagJij, VraagPlek, VraagSchool, VraagZin
from desktop.views.theme import Thema
from desktop.views.widgets import Bezig, Knop, rij, sneltoets
from desktop.views.work import Work

if TYPE_CHECKING:
    from desktop.services.kluis import OpenKluis
    from desktop.services.poort import Poort


class NieuweKluis(StartVlak):
    """Asks what a new vault needs, step by step, and makes it.

    `klaar` carries the open vault, whose recovery sheet is not confirmed yet: whoever gets it shows `HerstelbladStap`
    before anything else, now and at every later unlocking until it is. `rol` is chosen beforehand: for whom this vault
    is asked for.
    """

    klaar = Signal(object)
    """The OpenKluis."""
    terug = Signal()

    def __init__(
        self,
        thema: Thema,
        work: Work,
        poort: Poort,
        kies: KiesMap = kies_map,
        *,
        rol: str = "",
    ) -> None:
        self._stappen = StappenPaneel(thema)
        super().__init__(thema, "", "", "kluis-maken", self._stappen, kolom=560)
        self._work = work
        self._poort = poort
        self._hier = 0
        self._bezig = False
        self.school = VraagSchool(thema, work, poort)
        self.jij = VraagJij(thema)
        self.jij.kies_rol(rol)
        self.plek = VraagPlek(thema, work, poort, lambda: kies(self, "Waar komt de kluis?", documenten()))
        self.zin = VraagZin(thema)
        self.vragen: tuple[Vraag, ...] = (self.school, self.jij, self.plek, self.zin)
        self.teller = self.voeg_teller()
        self.voortgang = Bezig(thema, "De kluis wordt gemaakt…", annuleerbaar=False)
        self.knop_terug = Knop("Terug", thema, icoon="arrow-left")
        self.knop_verder = Knop("Verder", thema, "primair")
        for vraag in self.vragen:
            self.inhoud.addWidget(vraag)
            vraag.enter.connect(self.verder)
        self.inhoud.addWidget(self.voortgang)
        # everything else goes quiet meanwhile: without this the focus would jump to a way out
        self.voortgang.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.voortgang.hide()
        self.inhoud.addLayout(rij(thema, self.knop_terug, 1, self.knop_verder))
        self.knop_terug.clicked.connect(self.ga_terug)
        self.knop_verder.clicked.connect(self.verder)
        sneltoets(self, "Alt+Left", self.ga_terug, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.voeg_weg("Handleiding", self.vraag_hulp, "question")
        self._toon(0)

    @property
    def stap(self) -> int:
        """At which step one is, from 0."""
        return self._hier

    def verder(self) -> None:
        """Go on, where this step is filled in well."""
        if not self._bezig:
            hier = self._hier
            self.vragen[hier].keur(lambda goed: self._gekeurd(hier, goed))

    def ga_terug(self) -> None:
        """Go one step back; before the first is where one came from. What was typed stays."""
        if self._bezig:
            return
        if self._hier == 0:
            self.terug.emit()
        else:
            self._toon(self._hier - 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Typing can begin at once."""
        super().showEvent(event)
        self.vragen[self._hier].begin()

    def _gekeurd(self, stap: int, goed: bool) -> None:
        if not goed or stap != self._hier or self._bezig:
            return
        self._stappen.zet_antwoord(stap, self.vragen[stap].antwoord())
        if stap + 1 < len(self.vragen):
            self._toon(stap + 1)
        else:
            self._maak()

    def _toon(self, stap: int) -> None:
        self._hier = stap
        vraag = self.vragen[stap]
        for ander in self.vragen:
            ander.setVisible(ander is vraag)
        self.zet_kop(vraag.titel, vraag.uitleg)
        self.zet_hulp(vraag.hulp)
        self.teller.setText(f"Stap {stap + 1} van {len(STAPPEN)}")
        self._stappen.zet_hier(stap)
        self.knop_verder.zet_tekst("Kluis maken" if vraag is self.zin else "Verder")
        self.banners.leeg()
        if vraag is self.plek:
            # a folder names no person, and one for complaints is not to be taken for that of the school
            wat = f"Klachten {self.school.antwoord()}" if self.jij.voor_klachten() else self.school.antwoord()
            self.plek.stel_voor((documenten(), Path.home(), _eigen()), wat)
        vraag.begin()

    # -- making it

    def _maak(self) -> None:
        self._zet_bezig(True)
        folder, school, naam = self.plek.folder(), self.school.values(), self.jij.naam.tekst().strip()
        rol, zin = self.jij.rolnaam(), self.zin.nieuw.tekst()

        def maak() -> OpenKluis:
            from desktop.models.rechten import Rol

            # the sheet that comes with it is not used: the next step makes one when there is someone to print it
            return self._poort.nieuw(folder, school, naam, Rol.van(rol), zin)[0]

        open_voor(self, self._work, maak, self._gemaakt, self._mislukt)

    def _gemaakt(self, kluis: OpenKluis) -> None:
        self.zin.nieuw.wis()
        self.klaar.emit(kluis)

    def _mislukt(self, fout: UserError) -> None:
        self._zet_bezig(False)
        self.banners.zet("fout", fout.zin, fout.stap, "Andere plek kiezen", self._naar_plek)
        self.zin.begin()

    def _naar_plek(self) -> None:
        self._toon(self.vragen.index(self.plek))

    def _zet_bezig(self, bezig: bool) -> None:
        self._bezig = bezig
        self.voortgang.setVisible(bezig)
        if bezig:
            self.voortgang.setFocus(Qt.FocusReason.OtherFocusReason)
        self.zin.setVisible(not bezig)
        self.knop_terug.setDisabled(bezig)
        self.knop_verder.setDisabled(bezig)


def _eigen() -> Path:
    """Where programs keep a person's data: Windows puts Documents in OneDrive where a school lets it."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)) / "Vangnet"
