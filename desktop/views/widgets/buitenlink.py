"""A link that leaves the program: the address is shown and asked about before anything opens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.views.theme import Thema
from desktop.views.widgets.dialogen import Dialoog
from desktop.views.widgets.labels import Alinea

Opener = Callable[[str], bool]
"""Opens an address outside the program; returns whether that could be done."""


def open_in_browser(adres: str) -> bool:
    """Have the system open an address; False where there is nothing to open it with."""
    return QDesktopServices.openUrl(QUrl(adres))


class Buitenlink(Dialoog):
    """Asks whether to leave. Nothing of it is remembered: the next link asks again."""

    def __init__(self, thema: Thema, adres: str, parent: QWidget | None, opener: Opener = open_in_browser) -> None:
        super().__init__(thema, "Deze link gaat naar een website", parent)
        self._adres = adres
        self._opener = opener
        self.inhoud.addWidget(Alinea("Vangnet opent die in je browser. Wat je daar doet, ziet Vangnet niet."))
        self.adres = Alinea(adres, "sterk")
        self.inhoud.addWidget(self.adres)
        self.mislukt = Alinea("De browser gaat niet open. Typ het adres zelf over.", "fout")
        self.mislukt.hide()
        self.inhoud.addWidget(self.mislukt)
        self.annuleren = self.voeg_knop("Annuleren")
        self.annuleren.clicked.connect(self.reject)
        self.openen = self.voeg_knop("Openen in de browser", "primair")
        self.openen.zet_icoon("arrow-square-out")
        self.openen.clicked.connect(self._open)
        self.annuleren.setFocus()

    def _open(self) -> None:
        if self._opener(self._adres):
            self.accept()
        else:
            self.mislukt.show()


def vraag_buiten(thema: Thema, adres: str, bij: QWidget, opener: Opener = open_in_browser) -> Buitenlink | None:
    """Ask about a link; None, and nothing happens, where it is not an https address."""
    if QUrl(adres).scheme() != "https" or not QUrl(adres).host():
        return None
    dialoog = Buitenlink(thema, adres, bij, opener)
    dialoog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialoog.open()
    return dialoog
