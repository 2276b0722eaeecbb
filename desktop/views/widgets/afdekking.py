"""The blank screen of F9: hides every window of the program from who walks in, until F9 is pressed again."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol, runtime_checkable

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from desktop.views.widgets.labels import Label


class _Vlak(QFrame):
    """Covers one window."""

    def __init__(self, venster: QWidget) -> None:
        super().__init__(venster)
        self.setProperty("vlak", "afdekking")
        vak = QVBoxLayout(self)
        label = Label("Scherm afgedekt · druk op F9")
        label.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        vak.addWidget(label)
        self.setAccessibleName(label.text())
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self._venster = venster
        self.pas_aan()
        self.show()
        self.raise_()

    def pas_aan(self) -> None:
        """Cover the whole window again."""
        self.setGeometry(self._venster.rect())


class Afdekker(QObject):
    """Covers and uncovers. While covered no key reaches anything but F9, and those in `door`."""

    gewisseld = Signal(bool)

    def __init__(self, hoofd: QWidget, door: tuple[tuple[QtCore.Qt.Key, QtCore.Qt.KeyboardModifier], ...] = ()) -> None:
        super().__init__(hoofd)
        self._hoofd = hoofd
        self._door = door
        self._vlakken: list[_Vlak] = []
        self._focus: QWidget | None = None

    @property
    def afgedekt(self) -> bool:
        """Whether the screen is blank."""
        return bool(self._vlakken)

    def wissel(self) -> None:
        """Cover or uncover."""
        if self._vlakken:
            self._onthul()
        else:
            self._dek_af()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While covered: hold back keys, keep new windows covered, follow a change of size."""
        soort = event.type()
        if isinstance(event, QKeyEvent):
            if event.key() == QtCore.Qt.Key.Key_F9 and soort == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self.wissel()
                return True
            return not any(event.key() == t and event.modifiers() == m for t, m in self._door)
        if soort == QEvent.Type.Resize:
            for vlak in self._vlakken:
                if vlak.parentWidget() is watched:
                    vlak.pas_aan()
        elif soort == QEvent.Type.Show and isinstance(watched, QWidget) and self._te_dekken(watched):
            self._vlakken.append(_Vlak(watched))
        return False

    def _dek_af(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        self._focus = QApplication.focusWidget()
        self._vlakken = [_Vlak(w) for w in QApplication.topLevelWidgets() if w.isVisible() and self._te_dekken(w)]
        for vlak in self._vlakken:
            if vlak.window().isActiveWindow():
                vlak.setFocus()
        app.installEventFilter(self)
        self.gewisseld.emit(True)

    def _onthul(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.removeEventFilter(self)
        for vlak in self._vlakken:
            vlak.hide()
            vlak.deleteLater()
        self._vlakken = []
        if self._focus is not None and self._focus.isVisible():
            self._focus.setFocus()
        self._focus = None
        self.gewisseld.emit(False)

    def _te_dekken(self, venster: QWidget) -> bool:
        return venster.isWindow() and not any(v.parentWidget() is venster for v in self._vlakken)


def venstertoets(dialoog: QWidget, event: QKeyEvent) -> bool:
    """Do in a dialog what F9 and Ctrl+L do in the window below it, whose shortcuts are off meanwhile."""
    dek_af = event.key() == QtCore.Qt.Key.Key_F9
    sluit = event.key() == QtCore.Qt.Key.Key_L and event.modifiers() == QtCore.Qt.KeyboardModifier.ControlModifier
    ouder = dialoog.parentWidget() if dek_af or sluit else None
    while ouder is not None:
        if dek_af and isinstance(ouder, MetAfdekking):
            ouder.afdekker.wissel()
            return True
        if sluit and isinstance(ouder, MetSlot):
            ouder.vergrendel.emit()
            return True
        ouder = ouder.parentWidget()
    return False


@runtime_checkable
class MetAfdekking(Protocol):
    """The window that owns the blank screen; dialogs look for it above them."""

    @property
    @abstractmethod
    def afdekker(self) -> Afdekker:
        """Return what covers the program."""
        ...


@runtime_checkable
class MetSlot(Protocol):
    """The window that asks for the lock; dialogs look for it above them."""

    vergrendel: SignalInstance
