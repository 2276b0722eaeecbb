"""All subjects of the plan at a glance: a card for every rubriek."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.services.plan import Plan
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, KnopKaart, Label

_ICOON: Mapping[str, str] = {
    "leerling": "graduation-cap",
    "ouders": "users",
    "vertrouwenspersoon": "ear",
    "leerkracht": "notebook",
    "ondersteunend": "helping-hand",
    "ib": "clipboard-text",
    "aandachtsfunctionaris": "shield-check",
    "directeur": "buildings",
    "extern": "stethoscope",
    "meldcode": "shield-warning",
    "algemeen": "info",
    "protocol": "list-numbers",
}
_KOLOM = 300


class Overzicht(QWidget):
    """The cards, in as many columns as fit; `kies` gets the key of a rubriek."""

    def __init__(self, thema: Thema, plan: Plan, kies: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._plan = plan
        self._kies = kies
        self._kolommen = 0
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(thema.px(12))
        vak.addWidget(Label("Alle onderwerpen", "titel"))
        vak.addWidget(Alinea("Kies een rol of een onderwerp, of zoek een woord met Ctrl+K."))
        self._rooster = QGridLayout()
        self._rooster.setSpacing(thema.px(12))
        vak.addLayout(self._rooster)
        vak.addStretch(1)

    @cached_property
    def kaarten(self) -> list[KnopKaart]:
        """A card for every rubriek; made when first seen, since a page of the plan would wait for them."""
        kaarten = []
        for sleutel, naam in self._plan.rubrieken():
            paginas = self._plan.in_rubriek(sleutel)
            aantal = "1 pagina" if len(paginas) == 1 else f"{len(paginas)} pagina's"
            kaart = KnopKaart(self._thema, naam, aantal, _ICOON.get(sleutel, "info"), f"rol.{sleutel}")
            kaart.clicked.connect(lambda _=False, s=sleutel: self._kies(s))
            kaarten.append(kaart)
        return kaarten

    def showEvent(self, event: QShowEvent) -> None:
        """Someone looks: now the cards are there."""
        super().showEvent(event)
        self._leg(self._passend())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        if self.isVisible():
            self._leg(self._passend())

    def _passend(self) -> int:
        return min(max(self.width() // self._thema.px(_KOLOM), 1), 3)

    def _leg(self, kolommen: int) -> None:
        if kolommen == self._kolommen:
            return
        self._kolommen = kolommen
        while self._rooster.takeAt(0) is not None:
            pass
        for n in range(4):
            self._rooster.setColumnStretch(n, 1 if n < kolommen else 0)
        for n, kaart in enumerate(self.kaarten):
            self._rooster.addWidget(kaart, n // kolommen, n % kolommen, Qt.AlignmentFlag.AlignTop)
