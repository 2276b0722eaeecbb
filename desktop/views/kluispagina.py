"""What pages that ask the vault share: no late answer for an older place, banners, why a button does not work."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.models.errors import Geweigerd, UserError
from desktop.models.rechten import Actie
from desktop.services.diensten import Diensten
from desktop.views.navigatie import Navigator, Pagina
from desktop.views.theme import Thema
from desktop.views.widgets import BannerVak, Toast
from desktop.views.work import Work

T = TypeVar("T")


class KluisPagina(Pagina):
    """A page that reads the vault. Every `begin` starts a new turn; answers to an older turn are dropped."""

    rail = "leerlingen"

    def __init__(
        self, diensten: Diensten, work: Work, navigator: Navigator, thema: Thema, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._d = diensten
        self._work = work
        self._navigator = navigator
        self._thema = thema
        self._beurt = 0
        self.banners = BannerVak(thema)
        self._vak = QVBoxLayout(self)
        self._vak.setContentsMargins(0, 0, 0, 0)
        self._vak.setSpacing(0)

    def begin(self) -> None:
        """Start a new turn: another place is shown now."""
        self._beurt += 1
        self.banners.leeg()

    def vraag(
        self,
        call: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[UserError], None] | None = None,
        *,
        urgent: bool = False,
    ) -> None:
        """Ask the vault; the answer comes only if the page still shows the same place then."""
        beurt = self._beurt

        def thuis(uitkomst: T) -> None:
            if beurt == self._beurt:
                done(uitkomst)

        def mis(fout: UserError) -> None:
            if beurt == self._beurt:
                (failed or self.meld_fout)(fout)

        self._work.kluis(self, call, thuis, mis, urgent)

    def meld_fout(self, fout: UserError) -> None:
        """Show a fault on the page, with its one next step."""
        self.banners.zet("fout", fout.zin, fout.stap)

    def neem_focus(self, widget: QWidget) -> None:
        """Put the focus there, unless a person is already busy elsewhere, such as in the search box."""
        hier = QApplication.focusWidget()
        if hier is None or hier is self or self.isAncestorOf(hier):
            widget.setFocus()

    def toast(self, tekst: str) -> None:
        """Say shortly that something is done; without a name, for it stays a moment whatever is shown then."""
        Toast(self._thema, tekst, self.window())

    def reden(self, actie: Actie) -> str:
        """Return why this account may not do something; '' where it may."""
        return waarom_niet(self._d, actie)


def waarom_niet(diensten: Diensten, actie: Actie) -> str:
    """Return why this account may not do something and whom to ask, as the services say it; '' where it may."""
    try:
        diensten.session.eis(actie)
    except Geweigerd as fout:
        return f"{fout.zin} {fout.stap}"
    return ""


def keten(widgets: Iterable[QWidget]) -> None:
    """Let Tab go along these in this order; what is built late would else come last of all."""
    for een, ander in pairwise(widgets):
        QWidget.setTabOrder(een, ander)


def sta_toe(knop: QWidget, reden: str) -> None:
    """Enable a button, or disable it and say why where a pointer and a screen reader find it."""
    knop.setEnabled(not reden)
    knop.setToolTip(f"<qt>{reden}</qt>" if reden else "")
    knop.setAccessibleDescription(reden)
