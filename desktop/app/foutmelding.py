"""The message that the program has a bug: where it is, never what it was about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


class Foutmelding(QObject):
    """Tells it, one at a time: a fault that comes back with every paint need not be told twice, the log has them all.

    `toon` may be called on any thread; the message itself comes on the user's.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._melding: QMessageBox | None = None

    def toon(self, plek: str) -> None:
        """Tell where it went wrong, and that nothing is lost."""
        QTimer.singleShot(0, self, lambda: self._toon(plek))

    def _toon(self, plek: str) -> None:
        if self._melding is not None and isValid(self._melding):
            return
        from PySide6.QtWidgets import QMessageBox

        # kept here: without an active window it has no parent, and would be gone before it is seen
        self._melding = melding = QMessageBox(self._app.activeWindow())
        melding.setIcon(QMessageBox.Icon.Warning)
        melding.setWindowTitle("Vangnet")
        melding.setText("Er ging iets mis in het programma. Wat je bewaarde, is er nog.")
        melding.setInformativeText("Sluit Vangnet en start het opnieuw. Gebeurt het vaker? Geef dan de details door.")
        melding.setDetailedText(plek)
        melding.finished.connect(self._weg)
        melding.open()

    def _weg(self) -> None:
        if self._melding is not None and isValid(self._melding):
            self._melding.deleteLater()
        self._melding = None
