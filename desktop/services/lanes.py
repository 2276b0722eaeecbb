"""Where work runs: the 'kluis' lane owns the database connection, the 'werk' lane does what needs none."""

from __future__ import annotations

import itertools
import queue
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")


class Lane(Protocol):
    """One after another, off the user's thread."""

    def submit(self, call: Callable[..., T], *args: object, urgent: bool = False) -> Future[T]:
        """Queue a call; urgent ones (saves) go before all that waits."""
        ...

    def run_waiting(self) -> None:
        """Run the urgent calls that wait, from within a long call on this lane (backup does so between its steps)."""
        ...

    def close(self) -> None:
        """Run what is queued, then stop."""
        ...


class InlineLane:
    """Runs every call at once on the caller's thread, for tests that are about something else."""

    def submit(self, call: Callable[..., T], *args: object, urgent: bool = False) -> Future[T]:
        """Run the call now."""
        from concurrent.futures import Future

        future: Future[T] = Future()
        _run(future, call, args)
        return future

    def run_waiting(self) -> None:
        """Nothing ever waits here."""

    def close(self) -> None:
        """Nothing to stop."""


class ThreadLane:
    """One thread and a queue in which urgent calls overtake the others. The thread begins with the first call."""

    def __init__(self, name: str) -> None:
        self._queue: queue.PriorityQueue[tuple[int, int, Callable[[], None] | None]] = queue.PriorityQueue()
        self._count = itertools.count()
        self._closed = False
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._loop, name=name, daemon=True)

    def submit(self, call: Callable[..., T], *args: object, urgent: bool = False) -> Future[T]:
        """Queue a call. After `close` the future is cancelled."""
        from concurrent.futures import Future  # nothing runs before the first window

        future: Future[T] = Future()
        with self._lock:
            if self._closed:
                future.cancel()
                return future
            if self._thread.ident is None:  # not before the first window: to start a thread is to wait for it
                self._thread.start()
            self._queue.put((0 if urgent else 1, next(self._count), lambda: _run(future, call, args)))
        return future

    def run_waiting(self) -> None:
        """Run the urgent calls that wait; only from a call that this lane is running."""
        assert threading.current_thread() is self._thread
        while True:
            try:
                entry = self._queue.get_nowait()
            except queue.Empty:
                return
            if entry[0] != 0 or entry[2] is None:
                self._queue.put(entry)
                return
            entry[2]()

    def close(self) -> None:
        """Run what is queued, then stop the thread and wait for it."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._queue.put((2, next(self._count), None))
        if self._thread.ident is not None and threading.current_thread() is not self._thread:
            self._thread.join()

    def _loop(self) -> None:
        while (job := self._queue.get()[2]) is not None:
            job()


def _run(future: Future[T], call: Callable[..., T], args: tuple[object, ...]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        future.set_result(call(*args))
    except BaseException as error:
        future.set_exception(error)
