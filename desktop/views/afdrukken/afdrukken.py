"""What pages ask for: show a record as PDF, print it, show an attachment. One is made for each session."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from desktop.models.core import Bijlage, Wie
from desktop.services.beeld import als_pdf
from desktop.services.diensten import Diensten
from desktop.services.dossierdruk import Papier
from desktop.views.afdrukken.bron import Bron, LosseBron, PapierBron, StukBron
from desktop.views.afdrukken.dialoog import AfdrukDialoog
from desktop.views.afdrukken.printers import Printerlijst
from desktop.views.afdrukken.voorbeeld import VoorbeeldDialoog
from desktop.views.main_window import HoofdVenster
from desktop.views.theme import Thema
from desktop.views.work import Work

T = TypeVar("T")


class Afdrukken:
    """Opens the preview and the print dialog over the window. Pages get its methods as callables."""

    def __init__(self, diensten: Diensten, work: Work, thema: Thema, venster: HoofdVenster) -> None:
        self._d = diensten
        self._work = work
        self._thema = thema
        self._venster = venster
        self._printers = Printerlijst()

    def voorbeeld(self, record: UUID) -> None:
        """Show a stored record, concept or established, as it will be on paper."""
        self._haal(record, lambda bron: self._toon(bron, lambda: self.afdrukken(record)))

    def afdrukken(self, record: UUID, voor: Wie | None = None) -> None:
        """Open the print dialog with the copies of a stored record; `voor`: one copy, for this recipient."""
        self._haal(
            record,
            lambda bron: _open(AfdrukDialoog(self._thema, self._work, bron, self._venster, self._printers)),
            voor,
        )

    def papier(self, haal: Callable[[], Papier]) -> None:
        """Open the print dialog for a paper of the dossier that `haal` gathers on the vault's lane."""

        def toon(papier: Papier) -> None:
            bron = PapierBron(self._d, papier)
            _open(AfdrukDialoog(self._thema, self._work, bron, self._venster, self._printers))

        self._hier(self._work.kluis, haal, toon)

    def bijlage(self, bijlage: Bijlage) -> None:
        """Show an attachment in our own viewer, whatever kind it is."""

        def gelezen(inhoud: tuple[str, bytes]) -> None:
            media, data = inhoud
            self._hier(
                self._work.werk, lambda: als_pdf(data, media), lambda pdf: self._toon(LosseBron(pdf, bijlage.naam))
            )

        self._hier(self._work.kluis, lambda: self._d.documenten.bijlage(bijlage.blob), gelezen)

    def druk_pdf(self, pdf: bytes, titel: str) -> None:
        """Open the print dialog for a PDF that is there already."""
        druk_pdf(self._work, self._thema, self._venster, pdf, titel)

    def _haal(self, record: UUID, daarna: Callable[[Bron], None], voor: Wie | None = None) -> None:
        def haal() -> Bron:
            return StukBron.van(self._d, record, voor)

        self._hier(self._work.kluis, haal, daarna)

    def _hier(self, lane: Callable[..., None], call: Callable[[], T], daarna: Callable[[T], None]) -> None:
        """Run a call; its answer counts only while the page that asked still shows: not after a lock."""
        pagina = self._venster.pagina()

        def nog(doe: Callable[[], None]) -> None:
            if self._venster.pagina() is pagina:
                doe()

        lane(
            self._venster,
            call,
            lambda uit: nog(lambda: daarna(uit)),
            lambda fout: nog(lambda: self._venster.meld_fout(fout)),
        )

    def _toon(self, bron: Bron, afdrukken: Callable[[], None] | None = None) -> None:
        _open(VoorbeeldDialoog(self._thema, self._work, bron, self._venster, afdrukken))


def druk_pdf(work: Work, thema: Thema, venster: HoofdVenster, pdf: bytes, titel: str) -> None:
    """Open the print dialog for a PDF, also before a vault is open (the recovery sheet)."""
    _open(AfdrukDialoog(thema, work, LosseBron(pdf, titel), venster))


def _open(dialoog: QDialog) -> None:
    dialoog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialoog.open()
