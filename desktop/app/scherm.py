"""Keeps the windows out of screenshots and shared screens, where the system can: on Windows they show black there."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.logboek import log

ZICHTBAAR, ZWART, BUITEN_BEELD = 0x00, 0x01, 0x11
"""WDA_NONE; WDA_MONITOR, black; WDA_EXCLUDEFROMCAPTURE, not there at all (Windows 10 of May 2020 and later)."""

Affiniteit = Callable[[int, int], bool]
"""Sets what a capture sees of a window: its number, one of the values above; False where that did not work."""


class Schermdeling(QObject):
    """Sees to it for every window, dialog and menu, before it shows; `zet` turns it on and off at once.

    `affiniteit` is the system's own call, None where there is none: then nothing is done and `kan` is False.
    """

    def __init__(self, app: QApplication, affiniteit: Affiniteit | None, verberg: bool) -> None:
        super().__init__(app)
        self._app = app
        self._affiniteit = affiniteit
        self._verberg = verberg
        self._gemeld = False
        if affiniteit is not None:
            app.installEventFilter(self)

    @property
    def kan(self) -> bool:
        """Whether this system can keep a window out of a capture."""
        return self._affiniteit is not None

    def zet(self, verberg: bool) -> None:
        """Hide from now on, or not; also the windows that are open."""
        self._verberg = verberg
        if self.kan:
            for venster in self._app.topLevelWidgets():
                if venster.isVisible():
                    self._pas_toe(venster)

    def laat_los(self) -> None:
        """Stop for good: the application may live on without it, as in the tests."""
        self._app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Set it while a window is about to show; a window that is made anew by the system shows anew too."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._pas_toe(watched)
        return False

    def _pas_toe(self, venster: QWidget) -> None:
        assert self._affiniteit is not None
        nummer = int(venster.winId())
        if not self._verberg:
            self._affiniteit(nummer, ZICHTBAAR)
        elif not (self._affiniteit(nummer, BUITEN_BEELD) or self._affiniteit(nummer, ZWART)) and not self._gemeld:
            self._gemeld = True
            log.warning("venster niet te verbergen bij schermdelen")


def windows_affiniteit() -> Affiniteit | None:
    """Return Windows' own call; None on another system."""
    if sys.platform != "win32":
        return None
    import ctypes
    from ctypes import wintypes

    roep = ctypes.windll.user32.SetWindowDisplayAffinity
    roep.argtypes = (wintypes.HWND, wintypes.DWORD)
    roep.restype = wintypes.BOOL
    return lambda venster, waarde: bool(roep(venster, waarde))
