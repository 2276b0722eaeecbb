"""The parts of the school year, as a row above each of its pages."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import KiesChip, StroomLayout

DELEN = (
    ("schooljaar", "Jaarwiel"),
    ("jaarplichten", "Taken instellen"),
    ("jaarstukken", "Monitoring"),
    ("scholingen", "Scholing"),
    ("vog", "VOG-controles"),
    ("wetten", "Wet en eisen"),
    ("bestuurspakket", "Voor het bestuur"),
)
"""Key of the page and what it is called; the last leads out of this row."""


class Jaardelen(QWidget):
    """A chip for each part; the one that shows is on. Without `alles` only the wheel and the duties are there."""

    def __init__(
        self, thema: Thema, navigator: Navigator, hier: str, *, alles: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        vak = StroomLayout(thema, 8, self)
        self.chips: dict[str, KiesChip] = {}
        for sleutel, naam in DELEN if alles else DELEN[:1]:
            chip = KiesChip(naam, thema, aan=sleutel == hier, plus=False)
            chip.clicked.connect(lambda _=False, s=sleutel, c=chip: self._ga(navigator, s, c))
            self.chips[sleutel] = chip
            vak.addWidget(chip)
        self._hier = hier

    def _ga(self, navigator: Navigator, sleutel: str, chip: KiesChip) -> None:
        chip.setChecked(sleutel == self._hier)  # this page stays what it is; another one has its own row
        if sleutel != self._hier:
            navigator.ga(Plek(sleutel))
