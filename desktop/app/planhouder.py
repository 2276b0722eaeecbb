"""Holds the one plan of the program: its content set, and the school's own part as long as a vault is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.models.core import Clock
from desktop.models.schoolplan import EigenPlan
from desktop.services.eigenplan import Eigenplan
from desktop.services.inhoud import Inhoudsbron, Keuring, Werkinhoud
from desktop.services.plan import Plan, rolinhoud
from desktop.views.work import Work


class Planhouder(QObject):
    """The place where the plan changes; who shows it or searches in it listens to `veranderd`.

    `onthoud_map` keeps the folder of another group's content set for the next start.
    """

    veranderd = Signal()
    """The plan says something else: the school's own part, or another content set. Emitted on the user's thread."""

    def __init__(
        self, clock: Clock, work: Work, folder: str, onthoud_map: Callable[[str], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._onthoud_map = onthoud_map
        self._bron = Inhoudsbron(folder)
        self._eigenplan: Eigenplan | None = None
        self.plan = Plan(clock, self._bron)
        # the package of the public holidays takes a quarter of a second to load, once; the pages of the roles a moment
        work.werk(self, self.plan.nu)
        work.werk(self, rolinhoud)

    # -- the school's own part

    def begin(self, eigenplan: Eigenplan) -> None:
        """A vault is open: read the school's part of it and show that from then on."""
        self._eigenplan = eigenplan
        self.herlees()

    def herlees(self) -> None:
        """Something of the school's part was stored: read it again and show it everywhere."""
        eigenplan = self._eigenplan
        if eigenplan is not None:
            self._work.kluis(self, eigenplan.lees, lambda eigen: self._zet(eigenplan, eigen))

    def vergeet(self) -> None:
        """The vault locks: nothing of the school's part stays, also not what is still being read."""
        self._eigenplan = None
        self.plan.zet_eigen(None)
        self.veranderd.emit()

    def _zet(self, eigenplan: Eigenplan, eigen: EigenPlan) -> None:
        if eigenplan is self._eigenplan:
            self.plan.zet_eigen(eigen)
            self.veranderd.emit()

    # -- the content set

    @property
    def inhoudsmap(self) -> str:
        """Return the folder of the content set in use; '' for the shipped one."""
        return self._bron.folder

    def lees_inhoud(self) -> tuple[str, ...]:
        """Read the content set, where that was not done yet; returns why the chosen folder is not used."""
        self.plan.paginas()
        return self.inhoudsfouten

    def werk(self) -> Werkinhoud:
        """Return the step lists and the duties of the content set in use now, read at first use: for the lane."""
        return self._bron.werk

    @property
    def inhoudsfouten(self) -> tuple[str, ...]:
        """Return why the folder that was chosen is not used; () where it is, or where none was chosen."""
        return tuple(self._bron.fouten)

    def zet_inhoud(self, keuring: Keuring | None) -> None:
        """Use a folder that was found right from now on; None is the shipped content set again."""
        inhoud = keuring.inhoud if keuring is not None else None
        bron = Inhoudsbron(str(keuring.folder) if keuring is not None and inhoud is not None else "")
        if inhoud is None:
            self.plan.zet_inhoud(bron)
        else:
            self.plan.zet_inhoud(lambda: inhoud)
        self._bron = bron
        self._onthoud_map(bron.folder)
        self.veranderd.emit()
