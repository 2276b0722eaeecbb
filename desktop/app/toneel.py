"""The real program on a stage: driven by the names a screen reader reads, waited for, photographed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from desktop.app.bootstrap import maak_app
from desktop.app.programma import Programma
from desktop.models.core import Clock
from desktop.services.poort import Poort
from desktop.services.systeem import SysteemKlok, Uuid7
from desktop.services.voorkeuren import VoorkeurenBestand
from desktop.views.navigatie import Plek

_GEDULD = 60.0


class Toneelfout(RuntimeError):
    """What should be on screen is not there."""


class Toneel:
    """One run of the program, preferences and all in `folder`; `demo` opens the invented school, `klok` is its day."""

    def __init__(self, folder: Path, *, demo: bool = False, thema: str = "licht", klok: Clock | None = None) -> None:
        existing = QApplication.instance()
        self.app = existing if isinstance(existing, QApplication) else maak_app(["vangnet"])
        ids = Uuid7()
        voorkeuren = VoorkeurenBestand(folder / "voorkeuren.json", ids)
        voorkeuren.wijzig(thema=thema)
        poort = Poort(klok or SysteemKlok(), ids, voorkeuren.lees().device, "rondgang")
        self.fouten: list[BaseException] = []
        self.programma = Programma(self.app, poort, voorkeuren, self.fouten.append, folder / "demo" if demo else None)
        self.programma.begin()
        self.rust()

    @property
    def venster(self) -> QWidget:
        """The main window."""
        return self.programma.venster

    # -- waiting

    def wacht(self, tot: Callable[[], object], wat: str) -> None:
        """Let the program go on until something holds. Raises Toneelfout after a minute, and what went wrong in it."""
        eind = time.monotonic() + _GEDULD
        while not tot():
            if self.fouten:
                raise self.fouten[0]
            if time.monotonic() > eind:
                raise Toneelfout(f"niet gekomen: {wat}")
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)

    def rust(self) -> None:
        """Wait until nothing runs on the lanes and nothing waits to be painted."""
        for _ in range(3):
            self.wacht(lambda: self.programma.work.open == 0, "rust")
            QTest.qWait(30)

    # -- finding

    def zichtbaar(self) -> Iterator[QWidget]:
        """Yield what can be seen and used now: in the dialog or menu that is open, else in the window.

        Who asks may let events run in between: what is gone by then, such as a toast, is passed over.
        """
        top = QApplication.activeModalWidget() or QApplication.activePopupWidget() or self.venster
        for w in top.findChildren(QWidget):
            if isValid(w) and isValid(top) and w.isVisibleTo(top) and w.isEnabled():
                yield w

    def knop(self, naam: str) -> QAbstractButton:
        """Return the button on screen whose name begins so, capital or not. Raises Toneelfout."""
        begin = naam.casefold()
        for w in self.zichtbaar():
            heet = w.accessibleName() or w.text() if isinstance(w, QAbstractButton) else ""
            if isinstance(w, QAbstractButton) and heet.replace("&", "").casefold().startswith(begin):
                return w
        raise Toneelfout(f"geen knop: {naam}")

    def veld(self, naam: str, binnen: QWidget | None = None) -> QWidget:
        """Return the text field on screen (within a part of it) whose name begins so. Raises Toneelfout."""
        for w in self.zichtbaar():
            tekstveld = isinstance(w, (QLineEdit, QPlainTextEdit, QTextEdit))
            if tekstveld and w.accessibleName().startswith(naam) and (binnen is None or binnen.isAncestorOf(w)):
                return w
        raise Toneelfout(f"geen veld: {naam}")

    def naam(self, begin: str) -> str:
        """Return the whole name of what is on screen and is called so. Raises Toneelfout."""
        for w in self.zichtbaar():
            if w.accessibleName().startswith(begin):
                return w.accessibleName()
        raise Toneelfout(f"niet te zien: {begin}")

    # -- doing

    def klik(self, naam: str) -> None:
        """Press a button with the space bar, as someone without a mouse does, and wait."""
        knop = self.knop(naam)
        knop.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(knop, Qt.Key.Key_Space)
        self.rust()

    def typ(self, naam: str, tekst: str, binnen: QWidget | None = None) -> None:
        """Type into a field, over what is there; `binnen` is where, if more are called so."""
        veld = self.veld(naam, binnen)
        veld.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(veld, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if isinstance(veld, QLineEdit):
            veld.insert(tekst)
            veld.textEdited.emit(veld.text())
        elif isinstance(veld, (QPlainTextEdit, QTextEdit)):
            veld.textCursor().insertText(tekst)
        QCoreApplication.processEvents()

    def kies(self, naam: str, tekst: str) -> None:
        """Choose in a list by its text. Raises Toneelfout."""
        for w in self.zichtbaar():
            if isinstance(w, QComboBox) and w.accessibleName().startswith(naam):
                plaats = w.findText(tekst, Qt.MatchFlag.MatchStartsWith)
                if plaats < 0:
                    break
                w.setFocus(Qt.FocusReason.TabFocusReason)
                w.setCurrentIndex(plaats)
                w.activated.emit(plaats)
                self.rust()
                return
        raise Toneelfout(f"niet te kiezen: {naam}: {tekst}")

    def teken(self, vlak: QWidget, punten: list[tuple[int, int]]) -> None:
        """Draw one stroke with the mouse."""
        QTest.mousePress(vlak, Qt.MouseButton.LeftButton, pos=QPoint(*punten[0]))
        for x, y in punten[1:]:
            QTest.mouseMove(vlak, QPoint(x, y))
            QCoreApplication.processEvents()
        QTest.mouseRelease(vlak, Qt.MouseButton.LeftButton, pos=QPoint(*punten[-1]))
        QCoreApplication.processEvents()

    def ga(self, plek: Plek) -> None:
        """Go to a place and wait until it stands there."""
        self.programma.navigator.ga(plek)
        self.rust()

    # -- looking

    def beeld(self, pad: Path) -> None:
        """Keep what is on screen, with the dialog on top of it where there is one."""
        self.rust()
        foto = self.venster.grab()
        boven = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if boven is not None and boven is not self.venster:
            self._leg_erop(foto, boven)
        pad.parent.mkdir(parents=True, exist_ok=True)
        if not foto.save(str(pad)):
            raise Toneelfout(f"niet te bewaren: {pad.name}")

    def _leg_erop(self, foto: QPixmap, boven: QWidget) -> None:
        los = boven.grab()
        maat = foto.deviceIndependentSize() - los.deviceIndependentSize()
        doek = QPainter(foto)
        if isinstance(boven, QDialog):
            plek = QPoint(round(maat.width() / 2), round(maat.height() / 2))
        else:
            plek = self.venster.mapFromGlobal(boven.pos())
        doek.drawPixmap(plek, los)
        doek.end()

    def eind(self) -> None:
        """Close the program, as its window would."""
        self.programma.venster.close()
        self.programma.eindig()
        if self.fouten:
            raise self.fouten[0]
