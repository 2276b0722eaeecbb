"""The manual in a window of its own: before a vault is open there is no page to show it on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.services.hulp import Hulp
from desktop.views.handleiding import HandleidingPagina
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import pas_in_scherm


def toon_los(venster: QWidget, thema: Thema, sleutel: str) -> None:
    """Open the manual at a page beside the start screen."""
    dialoog = QDialog(venster)
    dialoog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialoog.setWindowTitle("Handleiding · Vangnet")
    pas_in_scherm(dialoog, thema, 1080, 720)
    navigator = Navigator(dialoog)
    pagina = HandleidingPagina(thema, navigator, Hulp(), dialoog)
    navigator.gevraagd.connect(pagina.toon)
    vak = QVBoxLayout(dialoog)
    vak.setContentsMargins(0, 0, 0, 0)
    vak.addWidget(pagina)
    navigator.ga(Plek("handleiding", extra=sleutel))
    dialoog.open()
