"""The hall: the real program with a school in it, walked as by someone who sees little, hears it, or has no mouse."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QTextBrowser, QWidget

from desktop.app.programma import Programma
from desktop.views.navigatie import Pagina, Plek
from desktop.views.widgets import Toast


@dataclass
class Zaal(QObject):
    """The program with the invented school open in it, small: 1280 by 720."""

    programma: Programma
    plekken: dict[str, Plek] = field(default_factory=dict)
    los: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    @property
    def venster(self) -> QWidget:
        return self.programma.venster

    def wacht(self, tot: Callable[[], object], wat: str) -> None:
        eind = time.monotonic() + 20
        while not tot():
            assert time.monotonic() < eind, wat
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)

    def rust(self) -> None:
        for _ in range(3):
            self.wacht(lambda: self.programma.work.open == 0, "rust")
            QApplication.processEvents()

    def ga(self, naam: str) -> Pagina:
        """Go to a page as if for the first time, with the window in front."""
        self.venster.activateWindow()
        self.wacht(self.venster.isActiveWindow, "het venster komt voor")
        self.programma.navigator.ga(self.plekken[naam])
        self.rust()
        for toast in self.venster.findChildren(Toast):
            toast.weg()  # what passes by itself covers nothing that is looked at
        pagina = self.programma.venster.pagina()
        assert pagina is not None
        self._volgroeid(pagina)
        return pagina

    def _volgroeid(self, pagina: Pagina) -> None:
        """Wait until nothing comes any more on a page that is built a few parts at a time: each moves what is below."""
        delen, gelijk = -1, 0
        while gelijk < 5:
            QApplication.processEvents()
            was, delen = delen, len(pagina.findChildren(QWidget))
            gelijk = gelijk + 1 if delen == was else 0

    def zichtbaar(self) -> list[QWidget]:
        return [w for w in self.venster.findChildren(QWidget) if w.isVisible()]

    def bereikbaar(self) -> set[QWidget]:
        """Return everything that Tab must reach."""
        return {w for w in self.zichtbaar() if w.isEnabled() and neemt_focus(w)}

    def tab(self, toets: Qt.Key) -> QWidget | None:
        QTest.keyClick(QApplication.focusWidget() or self.venster, toets)
        return QApplication.focusWidget()

    def ronde(self, toets: Qt.Key) -> list[QWidget]:
        """Return what the focus comes by until it is where it was before."""
        gezien: list[QWidget] = []
        for _ in range(300):
            hier = self.tab(toets)
            if hier is None or hier in gezien[:-1] or (hier in gezien and not isinstance(hier, QTextBrowser)):
                return gezien
            if hier not in gezien:  # in a text the focus goes from link to link
                gezien.append(hier)
        raise AssertionError("there is no end to it")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what shows as a window of its own: a part without a parent flashes, and takes the keyboard along."""
        getoond = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if getoond and watched is not self.venster and not isinstance(watched, QDialog):
            self.los.append(woord(watched))
        return False


def neemt_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def naar_plan(widget: QWidget) -> bool:
    return widget.accessibleName().startswith("Uit het plan")


def naam_van(widget: QWidget) -> str:
    tekst = widget.text() if isinstance(widget, QAbstractButton) else ""
    return (widget.accessibleName() or tekst).strip()


def woord(widget: QWidget) -> str:
    tekst = widget.text() if isinstance(widget, (QAbstractButton, QLabel, QLineEdit)) else ""
    return f"{type(widget).__name__} {widget.accessibleName() or tekst!r}"
