"""The vault locks by itself after idle time. Only ever calls lock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication

_BEZIG = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
}


class Rust(QObject):
    """Locks after idle time. `zet_minuten` starts it, `stop` ends it.

    It listens to the system's windows, where all that a person does comes in first. To listen to the whole program
    would be Python's turn at every event of every widget: nearly half of what showing a page costs.
    """

    def __init__(self, app: QApplication, vergrendel: Callable[[], None]) -> None:
        super().__init__(app)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(vergrendel)
        self._vergrendel = vergrendel
        self._app = app
        self._telt = False
        app.focusWindowChanged.connect(self._luister)

    @property
    def timer(self) -> QTimer:
        """What counts the idle time."""
        return self._timer

    def zet_minuten(self, minuten: int) -> None:
        """Lock after this many minutes without a key, a click or a pen."""
        if not self._telt:
            # where the platform tells: suspended means nobody looks. Not before a vault is open: the signal's value is
            # one of Qt's names, which the first window does without, and unknown it would end in an error
            assert QtCore.Qt.ApplicationState is not None
            self._app.applicationStateChanged.connect(self._toestand)
        self._telt = True
        for venster in QGuiApplication.topLevelWindows():
            venster.installEventFilter(self)
        self._timer.start(minuten * 60_000)

    def stop(self) -> None:
        """Stop counting: the vault is locked."""
        if self._telt:
            self._app.applicationStateChanged.disconnect(self._toestand)
        self._telt = False
        for venster in QGuiApplication.topLevelWindows():
            venster.removeEventFilter(self)
        self._timer.stop()

    def laat_los(self) -> None:
        """Stop for good: the application may live on without it, as in the tests."""
        self.stop()
        self._app.focusWindowChanged.disconnect(self._luister)

    def _luister(self, venster: QWindow | None) -> None:
        """A dialog came on top, or the window was made anew by the system."""
        if self._telt and venster is not None:
            venster.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start counting again at every sign of a person."""
        if event.type() in _BEZIG and self._timer.isActive():
            self._timer.start()
        return False

    def _toestand(self, toestand: QtCore.Qt.ApplicationState) -> None:
        if toestand == QtCore.Qt.ApplicationState.ApplicationSuspended:
            self._vergrendel()
