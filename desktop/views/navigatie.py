"""Where one is and how one gets elsewhere: places, the way back, and what a page must be able to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

if TYPE_CHECKING:
    from uuid import UUID

_MEER_DAN_GENOEG = 100


class Plek(NamedTuple):
    """A place: the key of a page, the record it is about, and what the page itself makes of `extra`."""

    page: str
    id: UUID | None = None
    extra: str = ""


class RailItem(NamedTuple):
    """One item of the rail: the key of its page, what stands below the icon, `extra` for the place it leads to."""

    key: str
    label: str
    icoon: str
    extra: str = ""


class MenuActie(NamedTuple):
    """One line of the account's menu; choosing it sends out `key`. `streep`: a line above it."""

    key: str
    label: str
    icoon: str
    streep: bool = False


@cache
def _schuift() -> Mapping[int, QScrollBar.SliderAction]:
    toets, actie = QtCore.Qt.Key, QScrollBar.SliderAction
    return {
        toets.Key_Up: actie.SliderSingleStepSub,
        toets.Key_Down: actie.SliderSingleStepAdd,
        toets.Key_PageUp: actie.SliderPageStepSub,
        toets.Key_PageDown: actie.SliderPageStepAdd,
        toets.Key_Home: actie.SliderToMinimum,
        toets.Key_End: actie.SliderToMaximum,
    }


class Navigator(QObject):
    """Remembers the places and asks for the next one; pages get it by constructor and never see the window."""

    gevraagd = Signal(object)
    """The Plek to show."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._weg: list[Plek] = []
        self._hier = -1
        self._herhaald = False
        self._bewaker: Callable[[], bool] = lambda: True

    @property
    def huidige(self) -> Plek | None:
        """The place that is shown; None before the first."""
        return self._weg[self._hier] if self._weg else None

    @property
    def herhaald(self) -> bool:
        """Whether one came to this place by going back or forward: then it shows as one left it."""
        return self._herhaald

    @property
    def kan_terug(self) -> bool:
        """Whether there is a place before this one."""
        return self._hier > 0

    @property
    def kan_vooruit(self) -> bool:
        """Whether one went back from a place."""
        return self._hier < len(self._weg) - 1

    def zet_bewaker(self, mag_weg: Callable[[], bool]) -> None:
        """Set who is asked before leaving a place; False keeps one there."""
        self._bewaker = mag_weg

    def ga(self, plek: Plek) -> None:
        """Go to a place, unless the present page holds one back. The same place again shows it afresh."""
        if not self._bewaker():
            return
        if plek != self.huidige:
            self._weg = [*self._weg[: self._hier + 1], plek][-_MEER_DAN_GENOEG:]
            self._hier = len(self._weg) - 1
        self._herhaald = False
        self.gevraagd.emit(plek)

    def vervang(self, plek: Plek) -> None:
        """Say that the present place now has another name (a draft became a record); nothing is shown anew."""
        if self._weg:
            self._weg[self._hier] = plek

    def rond_af(self, plek: Plek) -> None:
        """Go to a place from a form that is done: the way back does not lead into the form again."""
        if not self._bewaker():
            return
        weg = self._weg[: max(self._hier, 0)]
        self._weg = weg if weg and weg[-1] == plek else [*weg, plek]
        self._hier = len(self._weg) - 1
        self._herhaald = False
        self.gevraagd.emit(plek)

    def terug(self) -> None:
        """Go back one place, if there is one."""
        self._stap(-1)

    def vooruit(self) -> None:
        """Go forward again, if one went back."""
        self._stap(1)

    def vergeet(self) -> None:
        """Forget all places; at lock and when another account comes in."""
        self._weg.clear()
        self._hier = -1

    def _stap(self, richting: int) -> None:
        doel = self._hier + richting
        if 0 <= doel < len(self._weg) and self._bewaker():
            self._hier = doel
            self._herhaald = True
            self.gevraagd.emit(self._weg[doel])


class Pagina(QWidget):
    """Base of the pages. `handleiding` is the manual's page for F1, `rail` the rail item under which it belongs."""

    handleiding: str = "home"
    rail: str = ""
    veranderd = Signal()
    """Title or way to the page became another; the window reads them again."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no part of the page wants scroll it: what is only read has nothing else that takes the keyboard."""
        beweging = _schuift().get(event.key())
        toetsenblok = QtCore.Qt.KeyboardModifier.KeypadModifier
        balk = self._schuifbalk() if beweging is not None and not event.modifiers() & ~toetsenblok else None
        if beweging is None or balk is None:
            super().keyPressEvent(event)
        else:
            balk.triggerAction(beweging)

    def _schuifbalk(self) -> QScrollBar | None:
        """Return the bar of the largest part that scrolls; None where all is in view."""
        vlakken = [vlak for vlak in self.findChildren(QScrollArea) if vlak.isVisible()]
        balken = [vlak.verticalScrollBar() for vlak in sorted(vlakken, key=lambda v: -v.width() * v.height())]
        return next((balk for balk in balken if balk.maximum() > balk.minimum()), None)

    def titel(self) -> str:
        """Return what the page is called; it may name a pupil, so it never goes into the window's title."""
        return ""

    def toon(self, plek: Plek) -> None:
        """Show a place on this page; called each time one comes here. The base has nothing to look up."""

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way to this page, without the page itself."""
        return ()

    def mag_weg(self) -> bool:
        """Put away what is half-written; False when the person must stay."""
        return True

    def berg_op(self) -> None:
        """Queue what is half-written for saving, now and without asking: the vault is about to lock."""

    def nieuw(self) -> bool:
        """Ctrl+N: start something new here. Returns False where there is nothing to start."""
        return False

    def druk_af(self) -> bool:
        """Ctrl+P: print what is here. Returns False where there is nothing to print."""
        return False
