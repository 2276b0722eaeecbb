"""From an unlocked vault to work in it: what fails on the way leads back to the unlock screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop.app.logboek import log
from desktop.models.errors import Onverwacht, UserError
from desktop.services.poort import Poort
from desktop.views.main_window import HOME
from desktop.views.navigatie import Plek

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.app.programma import Programma
    from desktop.services.diensten import Diensten
    from desktop.services.inhoud import Werkinhoud
    from desktop.services.kluis import OpenKluis

_NIET_TERUG = (HOME.page, "zoeken")
"""Home is where one comes anyhow; what one searched for can be a name, and goes with the lock."""


class Opening:
    """One for the life of the program. `onverwacht` gets what is a bug: it is told, and the vault closed again."""

    def __init__(self, programma: Programma, poort: Poort, onverwacht: Callable[[BaseException], None]) -> None:
        self._p = programma
        self._poort = poort
        self._onverwacht = onverwacht
        self._verder: tuple[UUID, Plek] | None = None

    def begin(self, kluis: OpenKluis, nieuw: bool) -> None:
        """Make what an open vault brings along, on its lane, and go to work; first to the sheet where that is due."""
        werk = self._p.planhouder.werk  # here and not on the lane: its holder belongs to the user's thread
        self._p.work.kluis(
            self._p,
            lambda: self._bereid(kluis, werk),
            lambda voor: self._of_terug(kluis, lambda: self._klaar(kluis, *voor, nieuw)),
            lambda fout: self._niet_klaar(kluis, fout),
        )

    def onthoud_plek(self, kluis: OpenKluis) -> None:
        """Keep where one was, for the same account: a place names a record by its number, never a person."""
        plek = self._p.navigator.huidige
        self._verder = (kluis.actor.account, plek) if plek is not None and plek.page not in _NIET_TERUG else None

    def _bereid(self, kluis: OpenKluis, werk: Callable[[], Werkinhoud]) -> tuple[Diensten, Sequence[str] | None]:
        """Return the services; and where the recovery sheet is not confirmed yet what the setup was answered."""
        from desktop.models.rechten import Rol
        from desktop.models.school import Schoolprofiel

        diensten = self._poort.diensten(kluis, werk)
        # what is thrown away at the end has no sheet; a vault made from the demo is not thrown away
        demo = self._p.demo_map is not None and kluis.folder.is_relative_to(self._p.demo_map)
        if demo or diensten.beheer.herstel_bevestigd():
            return diensten, None
        school, actor = diensten.beheer.school().value, kluis.actor
        naam = school.naam if isinstance(school, Schoolprofiel) else ""
        return diensten, (naam, f"{actor.naam}, {Rol.van(actor.role).label.lower()}", str(kluis.folder), "Gekozen")

    def _klaar(self, kluis: OpenKluis, diensten: Diensten, antwoorden: Sequence[str] | None, nieuw: bool) -> None:
        from desktop.app.sessie import Sessie

        p = self._p
        self._onthoud(kluis)
        p.sessie = Sessie(p, kluis, diensten)
        if antwoorden is None:
            self.aan_het_werk(kluis)
            return
        scherm = p.voordeur.herstelblad(diensten.beheer, antwoorden, nieuw)
        scherm.bevestigd.connect(lambda: self._of_terug(kluis, lambda: self.aan_het_werk(kluis)))
        p.toon(scherm)
        p.rust.zet_minuten(p.voorkeuren.vergrendel_na)

    def aan_het_werk(self, kluis: OpenKluis) -> None:
        """Show home of the open vault."""
        p = self._p
        assert p.sessie is not None
        p.sessie.kleed_aan(p.venster)
        p.venster.toon_scherm(None)
        p.navigator.ga(HOME)
        p.rust.zet_minuten(p.voorkeuren.vergrendel_na)
        self._bied_verder(kluis)
        log.info("ontgrendeld")

    def _bied_verder(self, kluis: OpenKluis) -> None:
        """Offer the way back to where the lock came; it goes with the first step elsewhere."""
        verder, self._verder = self._verder, None
        if verder is None or verder[0] != kluis.actor.account or verder[1].page not in self._p.paginas:
            return
        navigator, plek = self._p.navigator, verder[1]
        zin = "Je was ergens mee bezig toen de kluis op slot ging."
        banner = self._p.venster.meld("info", zin, "", "Verder waar je was", lambda: navigator.ga(plek))

        def weg() -> None:
            navigator.gevraagd.disconnect(verbinding)

        verbinding = navigator.gevraagd.connect(lambda _: banner.sluit())
        banner.gesloten.connect(weg)

    def _onthoud(self, kluis: OpenKluis) -> None:
        """Keep which vault is opened next time, and for how many accounts its unlock screen keeps room."""
        p = self._p
        folder, aantal = str(kluis.folder), len(self._poort.ingang.ingangen(kluis.header))
        nu = p.voorkeuren
        if p.demo_map is not None:
            folder = nu.laatste_kluis  # thrown away at the end
        if (folder, aantal) != (nu.laatste_kluis, nu.accounts):
            p.voorkeuren = p.bestand.wijzig(laatste_kluis=folder, accounts=aantal)

    # -- what goes wrong on the way

    def _of_terug(self, kluis: OpenKluis, doe: Callable[[], None]) -> None:
        """Do it; where it fails nobody is left waiting in front of a screen that says it is nearly there."""
        try:
            doe()
        except UserError as fout:
            self._niet_klaar(kluis, fout)
        except Exception as fout:
            self._onverwacht(fout)
            self._niet_klaar(kluis, Onverwacht())

    def _niet_klaar(self, kluis: OpenKluis, fout: UserError) -> None:
        p = self._p
        p.sessie = None
        with suppress(Exception):  # what failed can fail again here, and has been told
            p.vergeet()
        p.kluis_lane.submit(kluis.sluit)
        p.toon_ontgrendelen(kluis.folder, fout)
