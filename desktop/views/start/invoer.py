"""Fields of the screens before a vault is open: label, field, help or fault below; a passphrase can be shown."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, IcoonKnop, IcoonLabel, Knop, Label, zeg

_VK_CAPITAL = 0x14


class Invoer(QWidget):
    """One line to type, in a frame that can hold a button; below it help, or what is wrong."""

    gewijzigd = Signal(str)
    enter = Signal()

    def __init__(self, thema: Thema, label: str, hulp: str = "", max_tekens: int = 200) -> None:
        super().__init__()
        self._hulptekst = hulp
        self.label = Label(label, "veld")
        self.kader = QFrame()
        self.kader.setProperty("vlak", "zoek")
        self.rij = QHBoxLayout(self.kader)
        self.rij.setContentsMargins(thema.px(8), thema.px(4), thema.px(4), thema.px(4))
        self.rij.setSpacing(thema.px(4))
        self.veld = QLineEdit()
        self.veld.setMaxLength(max_tekens)
        self.veld.setMinimumHeight(thema.px(34))
        self.veld.setAccessibleName(label)
        self.rij.addWidget(self.veld, 1)
        self.label.setBuddy(self.veld)
        self.melding = Alinea(hulp, "klein")
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(thema.px(4))
        for deel in (self.label, self.kader, self.melding):
            vak.addWidget(deel)
        self.veld.installEventFilter(self)
        self.veld.textChanged.connect(self._getypt)
        self.veld.returnPressed.connect(self.enter)
        self.setFocusProxy(self.veld)
        self.kader.setFocusProxy(self.veld)  # it has the focus too, for the style sheet
        self.zet_fout("")

    def tekst(self) -> str:
        """Return what is in it."""
        return self.veld.text()

    def zet_tekst(self, tekst: str) -> None:
        """Put a text in it."""
        self.veld.setText(tekst)

    def fout(self) -> str:
        """Return the fault that is shown; '' where there is none."""
        return self.melding.text() if self.melding.property("soort") == "fout" else ""

    def zet_fout(self, zin: str) -> None:
        """Show what is wrong, in words and colour, and have it read aloud; '' brings the help back."""
        self.melding.zet_soort("fout" if zin else "klein")
        self.melding.setText(zin or self._hulptekst)
        self.melding.setVisible(bool(zin or self._hulptekst))
        if bool(zin) is not bool(self.kader.property("fout")):
            self.kader.setProperty("fout", bool(zin))
            self.kader.style().polish(self.kader)
        self.veld.setAccessibleDescription(zin or self._hulptekst)
        if zin:
            zeg(self.veld, zin)

    def zet_hulp(self, zin: str) -> None:
        """Change the help below the field."""
        self._hulptekst = zin
        if not self.fout():
            self.zet_fout("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the focus on the frame."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.kader.update()
        return super().eventFilter(watched, event)

    def _getypt(self, tekst: str) -> None:
        if self.fout():
            self.zet_fout("")
        self.gewijzigd.emit(tekst)


class WachtwoordInvoer(Invoer):
    """A passphrase: hidden until asked for, and a hint while Caps Lock is on."""

    def __init__(self, thema: Thema, label: str, hulp: str = "") -> None:
        super().__init__(thema, label, hulp, max_tekens=1024)
        self.veld.setEchoMode(QLineEdit.EchoMode.Password)  # Qt tells an on-screen keyboard to learn nothing of it
        self.toon = IcoonKnop("eye", "Wachtwoordzin tonen", thema, "zacht")
        self.toon.setCheckable(True)
        self.toon.toggled.connect(self._toon)
        self.rij.addWidget(self.toon)
        self._thema = thema
        self.caps = QWidget()
        caps = QHBoxLayout(self.caps)
        caps.setContentsMargins(0, 0, 0, 0)
        caps.setSpacing(thema.px(8))
        caps.addWidget(IcoonLabel(thema, "warning", "waarschuwing", 16))
        caps.addWidget(Label("Caps Lock staat aan.", "sterk"), 1)
        self.caps.hide()
        vak = self.layout()
        assert isinstance(vak, QVBoxLayout)
        vak.insertWidget(2, self.caps)

    def wis(self) -> None:
        """Forget what was typed, and hide what comes."""
        self.veld.clear()
        self.toon.setChecked(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at Caps Lock whenever a key or the focus comes in."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._zie_caps(_caps_lock(event))
        elif event.type() == QEvent.Type.FocusIn:
            self._zie_caps(_caps_lock(None))
        elif event.type() == QEvent.Type.FocusOut:
            self._zie_caps(False)
        return super().eventFilter(watched, event)

    def _zie_caps(self, aan: bool | None) -> None:
        if aan is None or aan is not self.caps.isHidden():
            return
        self.caps.setVisible(aan)
        if aan:
            zeg(self.veld, "Caps Lock staat aan.")

    def _toon(self, aan: bool) -> None:
        self.veld.setEchoMode(QLineEdit.EchoMode.Normal if aan else QLineEdit.EchoMode.Password)
        naam = "Wachtwoordzin verbergen" if aan else "Wachtwoordzin tonen"
        self.toon.setIcon(self._thema.icoon("eye-slash" if aan else "eye", "zacht"))
        self.toon.setAccessibleName(naam)
        self.toon.setToolTip(naam)


class PadInvoer(Invoer):
    """A place on disk that can be typed or chosen."""

    def __init__(self, thema: Thema, label: str, hulp: str, kies: Callable[[], Path | None]) -> None:
        super().__init__(thema, label, hulp, max_tekens=1000)
        self._kies = kies
        self.knop = Knop("Kiezen…", thema, "stil", "folder-open")
        self.knop.setAccessibleName(f"{label}: kiezen")
        self.knop.clicked.connect(self.kies)
        self.rij.addWidget(self.knop)

    def pad(self) -> Path | None:
        """Return the place; None where nothing stands."""
        tekst = self.tekst().strip().strip('"')
        return Path(tekst).expanduser() if tekst else None

    def kies(self) -> None:
        """Have a person choose the place."""
        gekozen = self._kies()
        if gekozen is not None:
            self.zet_tekst(str(gekozen))
        self.veld.setFocus()


def _caps_lock(event: QKeyEvent | None) -> bool | None:
    """Whether Caps Lock is on; None where that cannot be told. Windows says it, elsewhere a typed letter shows it."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.user32.GetKeyState(_VK_CAPITAL) & 1)
    letter = event.text() if event is not None else ""
    if event is None or len(letter) != 1 or letter.upper() == letter.lower():
        return None
    shift = bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier)
    return letter.isupper() is not shift
