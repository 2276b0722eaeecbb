"""Dialogs, which are rare: a base with a heading and a row of buttons, and a question that names what it will do."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.theme import Thema
from desktop.views.widgets.afdekking import venstertoets
from desktop.views.widgets.knoppen import ENTER, Knop, KnopSoort
from desktop.views.widgets.labels import Alinea, Label
from desktop.views.widgets.toetsen import sneltoets


def pas_in_scherm(dialoog: QDialog, thema: Thema, breed: int, hoog: int) -> None:
    """Give a dialog this size, or what the screen it opens on has room for beside its frame and the taskbar."""
    boven = dialoog.parentWidget()
    ruimte = (boven.window() if boven is not None else dialoog).screen().availableSize()
    dialoog.resize(
        min(thema.px(breed), ruimte.width() - thema.px(32)), min(thema.px(hoog), ruimte.height() - thema.px(64))
    )


class Dialoog(QDialog):
    """A heading, room for content in `inhoud`, and buttons at the bottom right; Escape is the quiet way out."""

    def __init__(self, thema: Thema, titel: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        # the heading inside may name a pupil, the window's title never does
        self.setWindowTitle("Vangnet")
        self.setAccessibleName(titel)
        self._thema = thema
        vak = QVBoxLayout(self)
        marge = thema.px(24)
        vak.setContentsMargins(marge, marge, marge, marge)
        vak.setSpacing(thema.px(16))
        kop = Label(titel, "kop")
        kop.setWordWrap(True)
        vak.addWidget(kop)
        self.inhoud = QVBoxLayout()
        self.inhoud.setSpacing(thema.px(12))
        vak.addLayout(self.inhoud, 1)
        self._knoppen = QHBoxLayout()
        self._knoppen.setSpacing(thema.px(12))
        self._knoppen.addStretch(1)
        vak.addLayout(self._knoppen)
        self.setMinimumWidth(thema.px(440))

    def voeg_knop(self, tekst: str, soort: KnopSoort = "gewoon", *, toets: bool = True) -> Knop:
        """Add a button at the right and return it. Ctrl+Enter presses the primary one, as in a form on a page: from
        every field, also one in which Enter is a new line; not without `toets`.
        """
        knop = Knop(tekst, self._thema, soort)
        self._knoppen.addWidget(knop)
        if soort == "primair" and toets:
            for toetsen in ("Ctrl+Return", "Ctrl+Enter"):
                sneltoets(self, toetsen, knop.click, QtCore.Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return knop

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 covers the whole program and Ctrl+L locks it, also while a dialog is open.

        Enter belongs to the field or button in focus. Qt would go on with it to any default button below this dialog:
        that of the file dialog which Enter has just opened, so that a file were saved before anybody chose where.
        """
        if event.key() in ENTER:
            event.accept()
        elif not venstertoets(self, event):
            super().keyPressEvent(event)


class Bevestiging(Dialoog):
    """Asks before something that cannot be undone; the button says what happens, the safe answer has the focus."""

    def __init__(
        self,
        thema: Thema,
        titel: str,
        tekst: str,
        doen: str,
        parent: QWidget | None,
        gevaar: bool = True,
        laten: str = "Terug",
    ) -> None:
        super().__init__(thema, titel, parent)
        self.inhoud.addWidget(Alinea(tekst))
        self.laten = self.voeg_knop(laten)
        self.laten.clicked.connect(self.reject)
        # who pressed Ctrl+Enter in the form asked the question, and has not answered it by pressing once more
        self.doen = self.voeg_knop(doen, "gevaar" if gevaar else "primair", toets=False)
        self.doen.clicked.connect(self.accept)
        self.laten.setFocus()

    def vraag(self) -> bool:
        """Show the question and return whether to go on."""
        return self.exec() == QDialog.DialogCode.Accepted
