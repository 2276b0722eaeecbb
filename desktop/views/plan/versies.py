"""One version of the school's own text: when, by whom, how it begins, and the button that brings it back."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal

from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Kaart, Knop, Label, Pil, rij

_KORT = 160
_MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def moment(om: datetime) -> str:
    """Return a moment as it is said: 3 maart 2026 om 14:02."""
    return f"{om.day} {_MAANDEN[om.month - 1]} {om.year} om {om:%H:%M}"


class VersieRij(Kaart):
    """`nu`: this is the version that holds. `mag`: this account may bring another one back."""

    terug = Signal(str)
    """The text to bring back."""

    def __init__(self, thema: Thema, om: datetime, wie: str, tekst: str, *, nu: bool, mag: bool) -> None:
        super().__init__(thema)
        self.tekst = tekst
        wanneer = moment(om)
        kop = rij(thema, Label(wanneer, "sterk"), 1)
        self.inhoud.setSpacing(thema.px(4))
        self.inhoud.addLayout(kop)
        if wie:
            self.inhoud.addWidget(Label(wie, "klein"))
        begin = " ".join(tekst.split())
        kort = begin if len(begin) <= _KORT else f"{begin[:_KORT].rsplit(' ', 1)[0]} …"
        self.inhoud.addWidget(Alinea(kort or "Leeg: de tekst was weggehaald.", "klein"))
        self.knop = Knop("Zet terug", thema, "koppeling", "arrow-counter-clockwise")
        self.knop.setAccessibleName(f"Zet de tekst van {wanneer} terug")
        self.knop.clicked.connect(lambda: self.terug.emit(self.tekst))
        self.inhoud.addLayout(rij(thema, self.knop, 1))
        self.knop.setVisible(mag and not nu)
        if nu:
            kop.addWidget(Pil(thema, "Geldt nu", "goed"))
