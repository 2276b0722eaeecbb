"""In the vault of a school: why a complaint does not stand there, and the way to a vault of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.navigatie import Pagina, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Kaart, Knop, Label, rij

_WAAROM = (
    "Wie iets vertelt aan de interne vertrouwenspersoon, mag erop rekenen dat het daar blijft.",
    "Alle accounts van deze kluis komen bij dezelfde sleutel. Een rol beperkt wat je ziet, niet wat er te lezen is.",
    "Daarom staan klachten in een eigen kluis, met een eigen wachtwoordzin en een eigen herstelblad.",
)
_HOE = "Deze kluis gaat op slot. Daarna maak je een nieuwe; je rol, Interne vertrouwenspersoon, is al gekozen."


class EigenKluisPagina(Pagina):
    """Explains, and starts making such a vault; `nieuwe_kluis` locks this one and leads to its steps, role chosen."""

    handleiding = "klachten"
    rail = "plan"

    def __init__(self, thema: Thema, nieuwe_kluis: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kaart = Kaart(thema)
        kaart.setMaximumWidth(thema.px(760))
        kaart.inhoud.setSpacing(thema.px(12))
        self.knop = Knop("Maak een kluis voor klachten", thema, "primair", "lock-simple")
        self.knop.clicked.connect(lambda: nieuwe_kluis())
        kaart.inhoud.addWidget(Label("Klachten staan in een eigen kluis", "kop"))
        for zin in _WAAROM:
            kaart.inhoud.addWidget(Alinea(zin))
        kaart.inhoud.addWidget(Alinea(_HOE, "zacht"))
        kaart.inhoud.addLayout(rij(thema, self.knop, 1))
        vak = QVBoxLayout(self)
        vak.setContentsMargins(thema.px(32), thema.px(8), thema.px(32), thema.px(32))
        vak.addWidget(kaart)
        vak.addStretch(1)

    def titel(self) -> str:
        """Return the name of the page."""
        return "Klachten"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """It belongs to the plan."""
        return (("Plan", Plek("plan")),)

    def toon(self, plek: Plek) -> None:
        """Show it; the button has the focus."""
        self.knop.setFocus()
