"""The direct route: what to do now when a signal tells of danger, disclosure or eergerelateerd geweld."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.core import Values
from desktop.models.vooroverleg import VEILIG_THUIS
from desktop.services.plan import Plan
from desktop.views.forms.basis import regel
from desktop.views.kluispagina import sta_toe
from desktop.views.theme import Thema
from desktop.views.widgets import IcoonLabel, Knop, zeg

_SLEUTEL = "veilig-thuis"
_ZINNEN: Sequence[tuple[str, str, str]] = (
    ("gevaar", "Direct gevaar: bel 112", "Wacht niet op andere stappen."),
    (
        "eergerelateerd",
        "Vermoeden van eergerelateerd geweld: direct naar Veilig Thuis",
        "Bespreek dit niet met het gezin. Bepaal de stappen samen met Veilig Thuis.",
    ),
    (
        "disclosure",
        "Er is zelf over verteld: dit telt als acuut onveilig",
        "Bespreek dit niet met de ouders voordat je het met Veilig Thuis hebt voorbereid.",
    ),
)
"""Field, heading and what to do, the most urgent first."""


def veilig_thuis_nummer(plan: Plan) -> str:
    """Return the number of Veilig Thuis that answers now, as the school's sociale kaart has it."""
    organisatie = plan.organisatie(_SLEUTEL)
    return (organisatie.nummer(*plan.nu()) if organisatie is not None else "") or VEILIG_THUIS


def wat_nu(values: Values, nummer: str, zelf: bool) -> tuple[str, Sequence[str]]:
    """Return the heading and what to do now; '' where none of the three questions is answered with yes.

    `zelf`: this account carries the meldcode out; who does not goes to the intern begeleider first.
    """
    open_ = [(kop, stap) for naam, kop, stap in _ZINNEN if values.get(naam) is True]
    if not open_:
        return "", ()
    eerste, *rest = open_
    gevaar = values.get("gevaar") is True
    bel = f"Bel {'daarna' if gevaar else 'nu'} Veilig Thuis: {nummer}, dag en nacht."
    if not zelf:
        bel = f"Ga {'daarna' if gevaar else 'nu'} naar de intern begeleider of aandachtsfunctionaris. Die belt Veilig "
        bel += f"Thuis: {nummer}, dag en nacht."
    return eerste[0], [f"{bel} {eerste[1]}", *(f"{kop}. {stap}" for kop, stap in rest)]


class DirectBanner(QFrame):
    """Stands above a signal for as long as the direct route is open; both buttons store the signal first."""

    advies = Signal()
    melding = Signal()

    def __init__(
        self, thema: Thema, plan: Plan, waarom_advies: str, waarom_melding: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._thema = thema
        self._plan = plan
        self._zelf = not waarom_melding
        self._gezegd = ""
        self.setProperty("banner", "direct")
        self.kop = regel("", "sterk")
        self._stappen = QVBoxLayout()
        self._stappen.setSpacing(thema.px(2))
        self.adviesknop = Knop("Advies vastleggen", thema, icoon="note-pencil")
        self.meldknop = Knop("Melding voorbereiden", thema, icoon="megaphone")
        sta_toe(self.adviesknop, waarom_advies)
        sta_toe(self.meldknop, waarom_melding)
        self.adviesknop.clicked.connect(self.advies)
        self.meldknop.clicked.connect(self.melding)
        knoppen = QVBoxLayout()
        knoppen.setSpacing(thema.px(8))
        knoppen.addWidget(self.adviesknop)
        knoppen.addWidget(self.meldknop)
        if not self._zelf:
            # who does not carry the meldcode out sees no button for it: what to do stands in the sentence
            self.meldknop.hide()
        knoppen.addStretch(1)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(*(thema.px(n) for n in (20, 12, 20, 12)))
        rij.setSpacing(thema.px(16))
        rij.addWidget(IcoonLabel(thema, "phone-call", "op_meldcode", 32), 0, Qt.AlignmentFlag.AlignTop)
        tekst = QVBoxLayout()
        tekst.setSpacing(thema.px(4))
        tekst.addWidget(self.kop)
        tekst.addLayout(self._stappen)
        tekst.addStretch(1)
        rij.addLayout(tekst, 1)
        rij.addLayout(knoppen)
        self.zinnen: Sequence[str] = ()
        self.hide()

    def toon(self, values: Values, *, gedaan: bool = False) -> None:
        """Show what to do now for these answers; nothing where none asks it, or where it was done."""
        kop, zinnen = wat_nu(values, veilig_thuis_nummer(self._plan), self._zelf) if not gedaan else ("", ())
        if (kop, zinnen) == (self.kop.text(), self.zinnen):
            return
        self.kop.setText(kop)
        self.zinnen = zinnen
        while (item := self._stappen.takeAt(0)) is not None:
            if (oud := item.widget()) is not None:
                oud.hide()
                oud.deleteLater()
        for zin in zinnen:
            self._stappen.addWidget(regel(zin, "basis"))
        self.setHidden(not kop)
        self.setAccessibleName(" ".join((kop, *zinnen)))
        if kop and self.accessibleName() != self._gezegd:
            zeg(self, self.accessibleName())
        self._gezegd = self.accessibleName() if kop else ""

    def verbind(self, advies: Callable[[], None], melding: Callable[[], None]) -> None:
        """Say what the buttons do."""
        self.advies.connect(advies)
        self.melding.connect(melding)
