"""From a text that names pages of the plan to those pages: a button each, and a way to look where none is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.models.plan import RUBRIEKEN
from desktop.models.planverwijzing import paginanaam, verwezen
from desktop.models.schooljaarstukken import Wetswijziging
from desktop.services.plan import Plan
from desktop.views.kluispagina import keten
from desktop.views.navigatie import Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Kaart, Knop, Label, StroomLayout, maak_leeg

Ga = Callable[[Plek], None]
_KIES = "Kies een pagina van het plan…"
_MEEST = 4
"""So many changes stand above the list; the rest waits in it."""


def wegen(thema: Thema, plan: Plan, tekst: str, ga: Ga) -> Iterator[Knop]:
    """Yield a button for each page that the text names; where it names none, one that looks for its words."""
    paginas = plan.paginas()
    for pagina in verwezen(tekst, paginas):
        yield _knop(thema, paginanaam(pagina, paginas), "book-bookmark", Plek("plan", extra=pagina.sleutel), ga)
        tekst = ""
    if woorden := " ".join(tekst.replace(",", " ").split()):
        yield _knop(thema, f"Zoek ‘{woorden}’", "magnifying-glass", Plek("zoeken", extra=woorden), ga)


def _knop(thema: Thema, naam: str, icoon: str, plek: Plek, ga: Ga) -> Knop:
    knop = Knop(naam if len(naam) <= 60 else f"{naam[:58].rstrip()}…", thema, "koppeling", icoon)
    knop.setAccessibleName(f"Naar het plan: {naam}" if plek.page == "plan" else naam)
    knop.clicked.connect(lambda: ga(plek))
    return knop


class NaTeKijken(Kaart):
    """The changes for which the plan is still to be reviewed, each with the pages it touches, one click away."""

    def __init__(self, thema: Thema, plan: Plan, ga: Ga, parent: QWidget | None = None) -> None:
        super().__init__(thema, "info", parent=parent)
        self._thema, self._plan, self._ga = thema, plan, ga
        self.knoppen: list[Knop] = []
        self.inhoud.setSpacing(thema.px(8))
        self.inhoud.addWidget(Label("Na te kijken in het plan", "sterk"))
        self._regels = QVBoxLayout()
        self._regels.setSpacing(thema.px(8))
        self.inhoud.addLayout(self._regels)

    def toon(self, wetten: Sequence[Wetswijziging]) -> None:
        """Show these, the first few of them; none hides it all."""
        maak_leeg(self._regels)
        self.knoppen = []
        for wet in wetten[:_MEEST]:
            regel = QWidget()
            stroom = StroomLayout(self._thema, 12, regel)
            stroom.addWidget(Label(wet.wat, "basis"))
            for knop in wegen(self._thema, self._plan, wet.paginas or wet.wat, self._ga):
                self.knoppen.append(knop)
                stroom.addWidget(knop)
            self._regels.addWidget(regel)
            regel.show()
        if len(wetten) > _MEEST:
            meer = Alinea(f"En nog {len(wetten) - _MEEST}, in de lijst hieronder.", "klein")
            self._regels.addWidget(meer)
            meer.show()
        self.setVisible(bool(wetten))


class Planwegen(QWidget):
    """In the form of a change: choose a page of the plan by name, and go to those that are named."""

    gekozen = Signal(str)
    """The name of a page, as `verwezen` finds it again."""

    def __init__(self, thema: Thema, plan: Plan, ga: Ga, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema, self._plan, self._ga = thema, plan, ga
        self._tekst = ""
        self.knoppen: list[Knop] = []
        self.kies = QComboBox()
        self.kies.setAccessibleName("Voeg een pagina van het plan toe")
        self.kies.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kies.setMinimumContentsLength(30)
        self.kies.view().setMinimumWidth(thema.px(440))  # the longest title, whole
        self.kies.addItem(_KIES)
        paginas = [p for p in plan.paginas() if p.soort == "pagina"]
        orde = list(RUBRIEKEN)
        for pagina in sorted(paginas, key=lambda p: (orde.index(p.rubriek), p.volgorde)):
            self.kies.addItem(paginanaam(pagina, paginas))
        self.kies.activated.connect(self._gekozen)
        self._stroom = StroomLayout(thema, 12, self)
        self._stroom.addWidget(self.kies)

    def toon(self, tekst: str) -> None:
        """Show the ways to the pages that this text names."""
        if tekst == self._tekst:
            return
        self._tekst = tekst
        for knop in self.knoppen:
            knop.hide()
            self._stroom.removeWidget(knop)
            knop.deleteLater()
        self.knoppen = list(wegen(self._thema, self._plan, tekst, self._ga))
        for knop in self.knoppen:
            self._stroom.addWidget(knop)
            knop.show()
        keten((self.kies, *self.knoppen))

    def _gekozen(self, nummer: int) -> None:
        self.kies.setCurrentIndex(0)
        if nummer > 0:
            self.gekozen.emit(self.kies.itemText(nummer))
