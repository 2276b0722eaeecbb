"""The system tells that nobody is there: session locked, user switched, PC going to sleep. Each time: lock."""

from __future__ import annotations

import sys
from collections.abc import Callable
from ctypes import c_void_p

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QObject, Slot
from PySide6.QtWidgets import QApplication

_WM_WTSSESSION_CHANGE, _WM_POWERBROADCAST = 0x02B1, 0x0218
_WEG = {
    _WM_WTSSESSION_CHANGE: {
        0x2,  # console disconnect: another user came in
        0x4,  # remote disconnect
        0x6,  # log-off
        0x7,  # lock
    },
    _WM_POWERBROADCAST: {0x4},  # suspend
}

_DBUS = (
    ("org.freedesktop.ScreenSaver", "ActiveChanged", "wissel(bool)"),
    ("org.gnome.ScreenSaver", "ActiveChanged", "wissel(bool)"),
    ("org.cinnamon.ScreenSaver", "ActiveChanged", "wissel(bool)"),
)
_LOGIND = (
    ("org.freedesktop.login1.Manager", "PrepareForSleep", "wissel(bool)"),
    ("org.freedesktop.login1.Session", "Lock", "weg()"),
)


def betekent_weg(bericht: int, wparam: int) -> bool:
    """Whether a message of Windows means that nobody looks at the screen any more."""
    return wparam in _WEG.get(bericht, ())


class WindowsMeldingen(QAbstractNativeEventFilter):
    """Reads the messages that Windows sends to our windows."""

    def __init__(self, vergrendel: Callable[[], None]) -> None:
        super().__init__()
        self._vergrendel = vergrendel

    def nativeEventFilter(self, event_type: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Lock at the messages that mean nobody is there; every message goes on as it came."""
        from ctypes import wintypes

        msg = wintypes.MSG.from_address(int(c_void_p(int(message)).value or 0))
        if betekent_weg(msg.message, msg.wParam):
            self._vergrendel()
        return False, 0


class LinuxMeldingen(QObject):
    """Listens on the desktop's bus and on the system's; where there is no bus there is nothing to hear."""

    def __init__(self, vergrendel: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        from PySide6.QtDBus import QDBusConnection

        self._vergrendel = vergrendel
        for bus, signalen in ((QDBusConnection.sessionBus(), _DBUS), (QDBusConnection.systemBus(), _LOGIND)):
            if bus.isConnected():
                for interface, signaal, slot in signalen:
                    bus.connect("", "", interface, signaal, self, SLOT(slot))  # type: ignore[call-overload]

    @Slot(bool)
    def wissel(self, aan: bool) -> None:
        """The screen saver came or went; the PC goes to sleep or woke."""
        if aan:
            self._vergrendel()

    @Slot()
    def weg(self) -> None:
        """The session is locked."""
        self._vergrendel()


def luister(app: QApplication, vergrendel: Callable[[], None]) -> object:
    """Listen to what this system tells; keep what is returned for as long as one wants to hear it."""
    if sys.platform == "win32":
        filter_ = WindowsMeldingen(vergrendel)
        app.installNativeEventFilter(filter_)
        return filter_
    return LinuxMeldingen(vergrendel, app) if sys.platform == "linux" else None


def meld_aan_voor_sessie(window_id: int) -> None:
    """Ask Windows to tell this window when the session is locked; elsewhere there is nothing to ask."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window_id, 0)
