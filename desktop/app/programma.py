"""The program from start to end: which screen shows, what an unlocked vault brings and what a lock takes away."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.app.logboek import log
from desktop.app.opening import Opening
from desktop.app.rust import Rust
from desktop.app.scherm import Schermdeling, windows_affiniteit
from desktop.app.voordeur import Voordeur
from desktop.models.errors import UserError
from desktop.services.lanes import ThreadLane
from desktop.services.poort import Poort
from desktop.services.voorkeuren import Voorkeuren, VoorkeurenBestand
from desktop.views.main_window import HOME, HoofdVenster
from desktop.views.navigatie import Navigator, Pagina, Plek
from desktop.views.theme import Thema, ThemaKeuze
from desktop.views.work import Work

if TYPE_CHECKING:
    from desktop.app.klembord import Klembord
    from desktop.app.plandeur import Plandeur
    from desktop.app.planhouder import Planhouder
    from desktop.app.sessie import Sessie
    from desktop.app.zoeker import Zoeker
    from desktop.services.kluis import OpenKluis

_ICOON = "shield-check"
_KLAAR = ("plan", "sociale-kaart")
"""What takes longest to build of what one goes to from home, with a vault and without."""


class Programma(QObject):
    """Owns the window, the lanes and, while a vault is open, its session. `begin` shows the first screen."""

    def __init__(
        self,
        app: QApplication,
        poort: Poort,
        voorkeuren: VoorkeurenBestand,
        onverwacht: Callable[[BaseException], None],
        demo_map: Path | None = None,
    ) -> None:
        super().__init__()
        self._app = app
        self._poort = poort
        self.bestand = voorkeuren
        self._onverwacht = onverwacht
        self.demo_map = demo_map
        self._demo_wenk = ""
        self.voorkeuren: Voorkeuren = voorkeuren.lees()
        self.thema = Thema(app, ThemaKeuze(self.voorkeuren.thema))
        self.kluis_lane = ThreadLane("kluis")
        self.werk_lane = ThreadLane("werk")
        # never closed: the end of the program does not wait for a print server
        self.work = Work(self.kluis_lane, self.werk_lane, onverwacht, ThreadLane("apparaat"))
        self.navigator = Navigator(self)
        self.sessie: Sessie | None = None
        self.paginas: dict[str, Callable[[], Pagina]] = {}
        # before any window: each is looked at when it shows
        self._scherm_delen = Schermdeling(app, windows_affiniteit(), self.voorkeuren.verberg_bij_delen)
        self.venster = self._maak_venster()
        self.rust = Rust(app, self.vergrendel)
        self._klembord: Klembord | None = None
        self.voordeur = Voordeur(self, poort)
        self.opening = Opening(self, poort, onverwacht)
        self._luistert: object = None
        self._geladen = False
        self._planhouder: Planhouder | None = None
        self._plandeur: Plandeur | None = None
        self._zoeker: Zoeker | None = None

    @property
    def planhouder(self) -> Planhouder:
        """Return what holds the plan; made at first use, since the first window needs nothing of it."""
        if self._planhouder is None:
            from desktop.app.planhouder import Planhouder
            from desktop.services.systeem import SysteemKlok

            self._planhouder = Planhouder(
                SysteemKlok(), self.work, self.voorkeuren.inhoudsmap, self._onthoud_inhoudsmap, self
            )
        return self._planhouder

    @property
    def zoeker(self) -> Zoeker:
        """Return what searches; made at first use, with the plan or with a vault."""
        if self._zoeker is None:
            from desktop.app.zoeker import Zoeker

            self._zoeker = Zoeker(self)
        return self._zoeker

    def _onthoud_inhoudsmap(self, folder: str) -> None:
        self.voorkeuren = self.bestand.wijzig(inhoudsmap=folder)

    def _maak_venster(self) -> HoofdVenster:
        from desktop.app.rail import ACCOUNT_ACTIES, RAIL

        venster = HoofdVenster(
            self.thema,
            self.navigator,
            self.work,
            self.paginas,
            RAIL,
            ACCOUNT_ACTIES,
            demo=self.demo_map is not None,
            klaar=_KLAAR,
        )
        venster.setWindowIcon(self.thema.icoon(_ICOON, "accent"))
        venster.geschilderd.connect(self._na_eerste_beeld)
        venster.vergrendel.connect(self._slot)
        venster.handleiding.connect(self.open_handleiding)
        venster.sluit.connect(self.eindig)
        venster.zoek.connect(lambda woorden: self.zoeker.zoek(woorden))
        venster.zoek_alles.connect(lambda woorden: self.navigator.ga(Plek("zoeken", extra=woorden)))
        venster.zoek_gekozen.connect(lambda doel: self.zoeker.kies(doel))
        venster.account_actie.connect(self._account_actie)
        self.navigator.gevraagd.connect(self._bij_plek)
        return venster

    # -- screens

    def begin(self) -> None:
        """Show the window with the screen that fits: demo, the last vault, or the welcome."""
        laatste = Path(self.voorkeuren.laatste_kluis) if self.voorkeuren.laatste_kluis else None
        if self.demo_map is not None:
            self._begin_demo(self.demo_map)
        elif laatste is not None:
            self.toon_ontgrendelen(laatste)
        else:
            self.toon_welkom()
        self.venster.show()

    def _na_eerste_beeld(self) -> None:
        """Do what takes time and can wait until there is something to look at."""
        from desktop.app.klembord import Klembord
        from desktop.app.meldingen import luister, meld_aan_voor_sessie

        gc.enable()
        meld_aan_voor_sessie(int(self.venster.winId()))
        self._luistert = luister(self._app, self.vergrendel)
        self._klembord = Klembord(self._app, self._app.clipboard())

    def laad_vast(self, _: object = None) -> None:
        """Load what an unlocked vault needs while a person types; before that the first window stays small."""
        if not self._geladen:
            self._geladen = True
            self.work.werk(self, _laad, lambda _: self._laad_plan())
            # the next screen but one shows this, and then there is no time for it
            QTimer.singleShot(0, self, lambda: self.venster.rail)

    def _laad_plan(self) -> None:
        """Read the plan too: home shows headings of it, and what loads beside an unlock holds that up."""
        houder = self.planhouder
        self.work.werk(self, houder.lees_inhoud, self._zet_vast)

    def _zet_vast(self, _: object = None) -> None:
        """Look no more for rubbish in what stays until the end, the modules and the content set: each time that held
        the user's thread up. Nothing of a vault is in it yet: that goes when it locks.
        """
        if self.sessie is None:
            gc.freeze()

    def toon_welkom(self) -> None:
        """Show the first-start screen."""
        self.toon(self.voordeur.welkom())

    def toon_ontgrendelen(self, folder: Path, fout: UserError | None = None) -> None:
        """Show the unlock screen of a vault; `fout`: what went wrong after it was opened."""
        self.toon(self.voordeur.ontgrendelen(folder, self._demo_wenk, fout))

    def toon_nieuwe_kluis(self, rol: str = "") -> None:
        """Show the steps of a new vault, with a role chosen beforehand where one is given."""
        self.toon(self.voordeur.nieuwe_kluis(rol))

    def toon_herstel(self, folder: Path) -> None:
        """Show where the recovery sheet is typed."""
        self.toon(self.voordeur.herstel(folder))

    def toon_terugzetten(self) -> None:
        """Show where a backup is put back."""
        self.toon(self.voordeur.terugzetten())

    # -- the plan without a vault

    def toon_plan(self) -> None:
        """Show the plan, which holds nothing of anybody, without a vault."""
        from desktop.app.plandeur import Plandeur

        self._plandeur = Plandeur(self)
        self._plandeur.open()

    def sluit_plan(self) -> None:
        """Go from the plan to where a vault is opened."""
        if self._plandeur is not None:
            deur, self._plandeur = self._plandeur, None
            deur.dicht()
            self.terug()

    def _slot(self) -> None:
        """The lock was asked for: in front of a vault that is the way to its unlock screen."""
        if self._plandeur is not None:
            self.sluit_plan()
        else:
            self.vergrendel()

    def terug(self) -> None:
        """Show where a vault is opened: the last one, or the welcome where there is none yet."""
        laatste = self.voorkeuren.laatste_kluis
        if laatste:
            self.toon_ontgrendelen(Path(laatste))
        else:
            self.toon_welkom()

    def toon(self, scherm: QWidget) -> None:
        """Show a whole screen; nothing is counted that would lock."""
        self.rust.stop()
        self.venster.toon_scherm(scherm)

    # -- a session

    def geopend(self, kluis: OpenKluis, nieuw: bool = False) -> None:
        """Take over an unlocked vault: its services, its pages, home. `nieuw`: it was made just now."""
        self.opening.begin(kluis, nieuw)

    def vergrendel(self) -> None:
        """Lock at once: what is half-written is queued for saving, pages go, and the key with them."""
        if self.sessie is None:
            return
        sessie, self.sessie = self.sessie, None
        self._sluit(sessie)
        self.toon_ontgrendelen(sessie.kluis.folder)
        log.info("vergrendeld")

    def vergeet(self) -> None:
        """Take everything away that shows what was in the vault."""
        self.venster.vergeet_paginas()
        self.paginas.clear()
        self.planhouder.vergeet()
        self.zoeker.zet_zoeken(None)

    def _sluit(self, sessie: Sessie) -> None:
        sessie.leg_af()
        pagina = self.venster.pagina()
        if pagina is not None:
            pagina.berg_op()
        self.opening.onthoud_plek(sessie.kluis)  # what was just put away has a name from now on
        self._sluit_vensters()
        if self._klembord is not None:
            self._klembord.leeg()
        self.vergeet()
        # behind the saves that wait: they are urgent, this is not
        self.kluis_lane.submit(sessie.kluis.sluit)

    def _sluit_vensters(self) -> None:
        """Close every dialog, preview and menu: none may go on showing what was in the vault."""
        for venster in self._app.topLevelWidgets():
            if venster is self.venster or not venster.isVisible():
                continue
            if isinstance(venster, QDialog):
                # past its own `reject`, which may ask something first: the lock waits for no answer
                QDialog.done(venster, QDialog.DialogCode.Rejected)
            else:
                venster.close()

    def eindig(self) -> None:
        """Finish what is queued, lock, and throw the demo away."""
        self.rust.stop()
        if self._klembord is not None:
            self._klembord.einde()
        if self.sessie is not None:
            sessie, self.sessie = self.sessie, None
            self._sluit(sessie)
        self.kluis_lane.close()
        self.werk_lane.close()
        if self.demo_map is not None:
            import shutil

            shutil.rmtree(self.demo_map, ignore_errors=True)

    def laat_los(self) -> None:
        """Listen to the application no more: it may live on without this program, as in the tests."""
        gc.unfreeze()
        self.rust.laat_los()
        self._scherm_delen.laat_los()
        if self._klembord is not None:
            self._klembord.laat_los()

    # -- demo

    def _begin_demo(self, folder: Path) -> None:
        from desktop.views.start import WachtScherm

        self.toon(WachtScherm(self.thema, "De demoschool wordt klaargezet…"))
        self.work.kluis(self, lambda: self._poort.demo(folder / "demo.kluis"), self._demo_klaar, self._demo_mislukt)

    def _demo_klaar(self, gemaakt: tuple[OpenKluis, str]) -> None:
        kluis, zin = gemaakt
        # who locks the demo never chose a passphrase
        self._demo_wenk = f"Dit is de demo. De wachtwoordzin is: {zin}"
        self.geopend(kluis)

    def _demo_mislukt(self, fout: UserError) -> None:
        welkom = self.voordeur.welkom()
        welkom.banners.zet("fout", fout.zin, fout.stap)
        self.toon(welkom)

    # -- what the window asks

    def open_handleiding(self, sleutel: str) -> None:
        """Show the manual at a page; also before a vault is open, in a window of its own then."""
        if self.sessie is not None or self._plandeur is not None:
            self.navigator.ga(Plek("handleiding", extra=sleutel))
            return
        from desktop.app.handleiding import toon_los

        toon_los(self.venster, self.thema, sleutel)

    def _bij_plek(self, plek: Plek) -> None:
        if self.sessie is not None and plek.page in (HOME.page, "rol"):
            self.sessie.ververs_home()

    def _account_actie(self, sleutel: str) -> None:
        if sleutel == "vergrendel":
            self.vergrendel()
        elif sleutel == "handleiding":
            self.open_handleiding("eerste-dag")
        else:
            self.navigator.ga(Plek("instellingen", extra=sleutel))

    def kopieer_openbaar(self, tekst: str) -> None:
        """Put a text that is no secret on the clipboard."""
        if self._klembord is not None:
            self._klembord.zet_openbaar(tekst)

    # -- preferences

    def zet_thema(self, keuze: str) -> None:
        """Choose light, dark or as the system; applied at once and kept."""
        self.thema.kies(ThemaKeuze(keuze))
        self.voorkeuren = self.bestand.wijzig(thema=keuze)

    def zet_vergrendel_na(self, minuten: int) -> None:
        """Lock after this many idle minutes; applied at once and kept."""
        self.voorkeuren = self.bestand.wijzig(vergrendel_na=minuten)
        if self.sessie is not None:
            self.rust.zet_minuten(minuten)

    @property
    def kan_verbergen(self) -> bool:
        """Whether this system can keep the window out of screenshots and shared screens."""
        return self._scherm_delen.kan

    def zet_verberg(self, verberg: bool) -> None:
        """Keep the windows out of screenshots and shared screens, or not; applied at once and kept."""
        self._scherm_delen.zet(verberg)
        self.voorkeuren = self.bestand.wijzig(verberg_bij_delen=verberg)


def _laad() -> None:
    import desktop.app.sessie
    import desktop.services.diensten
    import desktop.services.kluis  # noqa: F401
