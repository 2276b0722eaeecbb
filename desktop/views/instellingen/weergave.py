"""What holds for this computer: light or dark, when the vault locks by itself, what a shared screen shows."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QSpinBox

from desktop.views.instellingen.deel import Deel, Omgeving
from desktop.views.start.accounts import Keuze, KeuzeKaart
from desktop.views.theme import ThemaKeuze
from desktop.views.widgets import Alinea, IcoonKnop, Label, rij

_ICOON = {ThemaKeuze.SYSTEEM: "desktop", ThemaKeuze.LICHT: "sun", ThemaKeuze.DONKER: "moon"}


class Minuten(QSpinBox):
    """A number of minutes, said as one says it."""

    def textFromValue(self, val: int) -> str:
        """Return the number, with the word that fits it as suffix."""
        woord = " minuut" if val == 1 else " minuten"
        if self.suffix() != woord:
            # a new suffix asks for the text again
            self.setSuffix(woord)
        return super().textFromValue(val)


class WeergaveDeel(Deel):
    """The look, the idle time and shared screens; applied at once."""

    sleutel = "weergave"
    naam = "Weergave en slot"
    icoon = "palette"
    uitleg = "Dit geldt voor deze computer, voor iedereen die erop werkt. Het gaat meteen in."

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        thema = omgeving.thema
        self.uiterlijk = Keuze(thema, "Uiterlijk")
        self.uiterlijk.zet([(k.value, KeuzeKaart(thema, k.label, _ICOON[k], "accent")) for k in ThemaKeuze])
        self.uiterlijk.kies(thema.keuze.value)
        self.minuten = Minuten()
        self.minuten.setRange(1, 60)
        self.minuten.setValue(omgeving.voorkeuren.vergrendel_na)
        self.minuten.setAccessibleName("Vanzelf op slot na")
        self.minuten.setMinimumWidth(thema.px(140))
        # each figure of "45" is no choice of its own
        self.minuten.setKeyboardTracking(False)
        self.minuten.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.minder = IcoonKnop("minus", "Korter", thema)
        self.meer = IcoonKnop("plus", "Langer", thema)
        self.minder.clicked.connect(self.minuten.stepDown)
        self.meer.clicked.connect(self.minuten.stepUp)
        self.inhoud.addWidget(self.uiterlijk)
        self.inhoud.addWidget(Label("Vanzelf op slot na", "veld"))
        self.inhoud.addLayout(rij(thema, self.minder, self.minuten, self.meer, 1))
        self.inhoud.addWidget(
            Alinea(
                "Als niemand iets typt of aanwijst. Kunnen er meer mensen bij deze computer? Kies een korte tijd.",
                "klein",
            )
        )
        self.verberg = QCheckBox("Verberg Vangnet in schermafdrukken en bij scherm delen")
        self.verberg.setChecked(omgeving.voorkeuren.verberg_bij_delen)
        uitleg = "Wie meekijkt in een online gesprek, ziet dan niets van Vangnet."
        if omgeving.zet_verberg is None:
            uitleg = "Dit kan alleen op Windows."
            self.verberg.setEnabled(False)
            self.verberg.setChecked(False)
        else:
            self.verberg.toggled.connect(omgeving.zet_verberg)
        self.verberg.setAccessibleDescription(uitleg)
        self.inhoud.addWidget(self.verberg)
        self.inhoud.addWidget(Alinea(uitleg, "klein"))
        self.uiterlijk.gekozen.connect(lambda keuze: omgeving.zet_thema(str(keuze)))
        self.minuten.valueChanged.connect(omgeving.zet_vergrendel_na)
