"""The windows that are measured, each in a process of its own: `python -m tests.benchmarks.window MODE ...`."""

# Numbers go out, one a line. A line "pss" coming in is answered with the memory; the end of the input ends the program.
# Nothing is imported up here but what Python itself has loaded already: the start of a program is measured too.

from __future__ import annotations

import gc
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from desktop.models.errors import UserError


def say(number: int) -> None:
    """Tell the measuring process."""
    print(number, flush=True)


def say_all(numbers: Sequence[int]) -> None:
    """Tell several, after how many they are."""
    say(len(numbers))
    for number in numbers:
        say(number)


def obey(app: QApplication, able: Mapping[str, Callable[[], int | Sequence[int]]] | None = None) -> None:
    """Answer what is asked on standard input, "pss" and the words of `able`; quit at its end."""
    from PySide6.QtCore import QSocketNotifier

    def hear() -> None:
        line = sys.stdin.readline().rstrip()
        if line == "pss":
            # read by the process itself: the program forbids others to look into its memory
            with open("/proc/self/smaps_rollup") as lines:  # noqa: PTH123
                say(next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024)
        elif able and line in able:
            try:
                answer = able[line]()
                say(answer) if isinstance(answer, int) else say_all(answer)
            except BaseException:
                # the program itself would show a message and go on
                import os
                import traceback

                traceback.print_exc()
                os._exit(1)
        else:
            app.closeAllWindows()
            app.quit()

    QSocketNotifier(0, QSocketNotifier.Type.Read, app).activated.connect(hear)


def say_when_painted(widget: QWidget) -> Any:
    """Tell the moment when the first painting of a widget and all in it is done; keep what this returns till then."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Eye(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, lambda: say(time.monotonic_ns()))
            return False

    eye = Eye()
    widget.installEventFilter(eye)
    return eye


def empty() -> None:
    """A PySide6 window with nothing in it, as large as ours; says when it was painted."""
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(1440, 900)
    eye = say_when_painted(window)
    window.show()
    obey(app)
    app.exec()
    del eye


def unlock() -> None:
    """The program as `python -m desktop` starts it; says when the window with the unlock screen was painted."""
    gc.disable()  # the first thing that desktop.__main__ does
    from desktop.app import bootstrap, programma

    class Programma(programma.Programma):
        def toon_ontgrendelen(self, folder: Path, fout: UserError | None = None) -> None:
            super().toon_ontgrendelen(folder, fout)
            self.eye = say_when_painted(self.venster)
            obey(self._app)

    bootstrap.Programma = Programma  # type: ignore[attr-defined]
    bootstrap.start([])


def program() -> None:
    """The program, which does what a line asks with the name of a method of `Script`; each answers with times in
    nanoseconds.
    """
    from desktop.app import bootstrap, programma
    from tests.benchmarks.script import Script

    class Programma(programma.Programma):
        def toon_ontgrendelen(self, folder: Path, fout: UserError | None = None) -> None:
            super().toon_ontgrendelen(folder, fout)
            self.eye = say_when_painted(self.venster)
            if not hasattr(self, "script"):
                self.script = Script(self, folder, sys.argv[2])
                long = self.script.long
                able = (self.script.home, self.script.pupil, self.script.scroll)
                log = self.script.log
                of_log = (log.log_rest, log.log_open, log.log_write, log.log_scroll, log.log_busy)
                of_long = (long.open, long.through, long.keys, long.jumps, long.filters, long.typing, long.busy)
                obey(self._app, {method.__name__: method for method in (*able, *of_long, *of_log)})

    bootstrap.Programma = Programma  # type: ignore[attr-defined]
    bootstrap.start([])


def plan() -> None:
    """The program without a vault; it does what a line asks with the name of a method of `Planwalk`."""
    from desktop.app import bootstrap, programma
    from tests.benchmarks.planwalk import Planwalk

    class Programma(programma.Programma):
        def toon_welkom(self) -> None:
            super().toon_welkom()
            self.eye = say_when_painted(self.venster)
            walk = Planwalk(self)
            able = (walk.pages, walk.kaart, walk.tekening, walk.rol, walk.pagina)
            obey(self._app, {method.__name__: method for method in able})

    bootstrap.Programma = Programma  # type: ignore[attr-defined]
    bootstrap.start([])


if __name__ == "__main__":
    {f.__name__: f for f in (empty, unlock, program, plan)}[sys.argv[1]]()
