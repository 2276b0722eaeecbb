"""When the vault locks by itself: nobody at the keyboard, the PC asleep or its screen locked. Only ever calls lock."""

from __future__ import annotations

import sys
from collections.abc import Callable
from ctypes import c_void_p

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

_BEZIG = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
    QEvent.Type.TouchBegin,
}
_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK, _WTS_CONSOLE_DISCONNECT = 0x02B1, 0x7, 0x2
_WM_POWERBROADCAST, _PBT_APMSUSPEND = 0x0218, 0x4


class Rust(QObject):
    """Locks after idle time. `zet_minuten` starts it, `stop` ends it."""

    def __init__(self, app: QApplication, vergrendel: Callable[[], None]) -> None:
        super().__init__(app)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(vergrendel)
        self._vergrendel = vergrendel
        app.installEventFilter(self)
        # where the platform tells (Windows, recent X11 sessions): hidden or suspended means nobody looks
        app.applicationStateChanged.connect(self._toestand)
        self._filter = _Meldingen(vergrendel) if sys.platform == "win32" else None
        if self._filter is not None:
            app.installNativeEventFilter(self._filter)

    def zet_minuten(self, minuten: int) -> None:
        """Lock after this many minutes without a key, a click or a pen."""
        self._timer.start(minuten * 60_000)

    def stop(self) -> None:
        """Stop counting: the vault is locked."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start counting again at every sign of a person."""
        if event.type() in _BEZIG and self._timer.isActive():
            self._timer.start()
        return False

    def _toestand(self, toestand: Qt.ApplicationState) -> None:
        if toestand == Qt.ApplicationState.ApplicationSuspended:
            self._vergrendel()


class _Meldingen(QAbstractNativeEventFilter):
    """Windows tells that the session is locked, the user switched or the PC goes to sleep."""

    def __init__(self, vergrendel: Callable[[], None]) -> None:
        super().__init__()
        self._vergrendel = vergrendel

    def nativeEventFilter(self, event_type: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Lock at the messages that mean nobody is there."""
        from ctypes import wintypes

        msg = wintypes.MSG.from_address(int(c_void_p(int(message)).value or 0))
        if (msg.message == _WM_WTSSESSION_CHANGE and msg.wParam in (_WTS_SESSION_LOCK, _WTS_CONSOLE_DISCONNECT)) or (
            msg.message == _WM_POWERBROADCAST and msg.wParam == _PBT_APMSUSPEND
        ):
            self._vergrendel()
        return False, 0


def meld_aan_voor_sessie(window_id: int) -> None:
    """Ask Windows to tell this window when the session is locked; elsewhere there is nothing to ask."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window_id, 0)
