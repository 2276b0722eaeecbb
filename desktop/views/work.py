"""The bridge from a lane to the user's thread: a future becomes a call there, and survives a view that left."""

from __future__ import annotations

import itertools
import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop.models.errors import Onverwacht, UserError
from desktop.services.lanes import Lane

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")


class _Taak(NamedTuple):
    owner: weakref.ref[QObject]
    done: Callable[[Any], None] | None
    failed: Callable[[UserError], None] | None


class Work(QObject):
    """Runs calls on the lanes and brings their results home.

    `onverwacht` gets every exception that is not a `UserError`; who waits for an answer then gets `Onverwacht`. A
    `UserError` goes to `failed`, or, where the caller gave none, out through the signal `fout` (the window shows it as
    a banner).
    """

    fout = Signal(object)
    bezig = Signal(bool)
    """True when something begins to run, False when nothing runs any more."""
    _klaar = Signal(int, object)

    def __init__(
        self,
        kluis: Lane,
        werk: Lane,
        onverwacht: Callable[[BaseException], None],
        apparaat: Lane | None = None,
    ) -> None:
        super().__init__()
        self._kluis = kluis
        self._werk = werk
        self._apparaat = apparaat or werk
        self._onverwacht = onverwacht
        # Callbacks and owner stay on this side: a lane must never hold the last reference to a widget.
        self._taken: dict[int, _Taak] = {}
        self._nummers = itertools.count()
        self._verbonden = False

    @property
    def open(self) -> int:
        """How many calls have not come home yet."""
        return len(self._taken)

    def kluis(
        self,
        owner: QObject,
        call: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[UserError], None] | None = None,
        urgent: bool = False,
    ) -> None:
        """Run `call` on the lane that owns the vault; urgent ones (saves) overtake.

        `done` or `failed` runs later, on the user's thread, and not at all once `owner` is deleted.
        """
        self._start(self._kluis, owner, call, done, failed, urgent)

    def werk(
        self,
        owner: QObject,
        call: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[UserError], None] | None = None,
        urgent: bool = False,
    ) -> None:
        """Run `call` on the lane for what needs no vault (PDF, parsing, key derivation); else as `kluis`."""
        self._start(self._werk, owner, call, done, failed, urgent)

    def apparaat(
        self,
        owner: QObject,
        call: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[UserError], None] | None = None,
    ) -> None:
        """Run `call` on the lane for what asks a device, which may not answer for long; else as `kluis`."""
        self._start(self._apparaat, owner, call, done, failed, False)

    def _start(
        self,
        lane: Lane,
        owner: QObject,
        call: Callable[[], T],
        done: Callable[[T], None] | None,
        failed: Callable[[UserError], None] | None,
        urgent: bool,
    ) -> None:
        if not self._verbonden:  # not before the first window, which asks nothing of a lane until it is painted
            self._verbonden = True
            self._klaar.connect(self._thuis, QtCore.Qt.ConnectionType.QueuedConnection)
        nummer = next(self._nummers)
        self._taken[nummer] = _Taak(weakref.ref(owner), done, failed)
        if len(self._taken) == 1:
            self.bezig.emit(True)
        future = lane.submit(call, urgent=urgent)
        future.add_done_callback(lambda f: self._meld(nummer, f))

    def _meld(self, nummer: int, future: Future[Any]) -> None:
        # runs on the lane's thread; at the end of the program this bridge can be gone before the lane is
        if isValid(self):
            self._klaar.emit(nummer, future)

    def _thuis(self, nummer: int, future: Future[Any]) -> None:
        from concurrent.futures import CancelledError

        taak = self._taken.pop(nummer)
        if not self._taken:
            self.bezig.emit(False)
        owner = taak.owner()
        weg = owner is None or not isValid(owner)
        try:
            uitkomst = future.result()
        except CancelledError:
            return
        except UserError as error:
            if not weg:
                (taak.failed or self.fout.emit)(error)
        except BaseException as error:
            self._onverwacht(error)
            if taak.failed is not None and not weg:
                taak.failed(Onverwacht())
        else:
            if taak.done is not None and not weg:
                taak.done(uitkomst)
