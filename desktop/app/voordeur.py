"""The screens in front of a vault: each made when asked for, and joined with what the program does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.services.poort import Poort

if TYPE_CHECKING:
    from desktop.app.programma import Programma
    from desktop.models.errors import UserError
    from desktop.services.beheer import Beheer
    from desktop.views.start import HerstelbladStap, WelkomScherm


class Voordeur:
    """Makes them one by one; which of them shows when is up to the program."""

    def __init__(self, programma: Programma, poort: Poort) -> None:
        self._p = programma
        self._poort = poort

    def welkom(self) -> WelkomScherm:
        """Return the first-start screen."""
        from desktop.views.start import WelkomScherm

        p = self._p
        scherm = WelkomScherm(p.thema)
        scherm.nieuwe_kluis.connect(p.toon_nieuwe_kluis)
        scherm.open_kluis.connect(p.toon_ontgrendelen)
        scherm.terugzetten.connect(p.toon_terugzetten)
        scherm.demo.connect(_demo_ernaast)
        scherm.plan.connect(p.toon_plan)
        scherm.handleiding.connect(p.open_handleiding)
        return scherm

    def ontgrendelen(self, folder: Path, wenk: str, fout: UserError | None) -> QWidget:
        """Return the unlock screen of a vault; `fout` is what went wrong after it was opened."""
        from desktop.views.start import OntgrendelScherm

        p = self._p
        verwacht = p.voorkeuren.accounts
        scherm = OntgrendelScherm(p.thema, p.work, self._poort, folder, wenk=wenk, verwacht=verwacht, fout=fout)
        scherm.wachtwoord.gewijzigd.connect(p.laad_vast)
        scherm.apparaat.clicked.connect(p.laad_vast)
        scherm.geopend.connect(p.geopend)
        scherm.nieuwe_kluis.connect(p.toon_nieuwe_kluis)
        scherm.andere_kluis.connect(p.toon_ontgrendelen)
        scherm.herstelblad.connect(lambda: p.toon_herstel(folder))
        scherm.terugzetten.connect(p.toon_terugzetten)
        scherm.plan.connect(p.toon_plan)
        scherm.handleiding.connect(p.open_handleiding)
        return scherm

    def nieuwe_kluis(self, rol: str = "") -> QWidget:
        """Return the steps of a new vault, with a role chosen beforehand where one is given."""
        from desktop.views.start import NieuweKluis

        p = self._p
        scherm = NieuweKluis(p.thema, p.work, self._poort, rol=rol)
        scherm.klaar.connect(lambda kluis: p.geopend(kluis, nieuw=True))
        scherm.terug.connect(p.terug)
        scherm.handleiding.connect(p.open_handleiding)
        return scherm

    def herstelblad(self, beheer: Beheer, antwoorden: Sequence[str], nieuw: bool) -> HerstelbladStap:
        """Return where the recovery sheet is printed and typed back; only then the setup is finished.

        `antwoorden` are those of the steps before it; `nieuw`: the vault was made just now.
        """
        from desktop.views.start import HerstelbladStap

        p = self._p
        scherm = HerstelbladStap(p.thema, p.work, beheer, self._druk_pdf, antwoorden=antwoorden, eerste=nieuw)
        scherm.handleiding.connect(p.open_handleiding)
        return scherm

    def herstel(self, folder: Path) -> QWidget:
        """Return where the recovery sheet is typed."""
        from desktop.views.start import HerstelScherm

        p = self._p
        scherm = HerstelScherm(p.thema, p.work, self._poort, folder)
        scherm.geopend.connect(p.geopend)
        scherm.terug.connect(p.terug)
        scherm.terugzetten.connect(p.toon_terugzetten)
        scherm.handleiding.connect(p.open_handleiding)
        return scherm

    def terugzetten(self) -> QWidget:
        """Return where a backup is put back."""
        from desktop.views.start import TerugzetScherm

        p = self._p
        scherm = TerugzetScherm(p.thema, p.work, self._poort)
        scherm.teruggezet.connect(p.toon_ontgrendelen)
        scherm.terug.connect(p.terug)
        scherm.handleiding.connect(p.open_handleiding)
        return scherm

    def _druk_pdf(self, pdf: bytes, titel: str) -> None:
        from desktop.views.afdrukken import druk_pdf

        druk_pdf(self._p.work, self._p.thema, self._p.venster, pdf, titel)


def _demo_ernaast() -> None:
    import subprocess
    import sys

    # a process of its own: nothing of the demo ever meets a real vault
    subprocess.Popen([sys.executable, "-m", "desktop", "--demo"])
