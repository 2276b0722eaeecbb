"""The form that starts a run of a draaiboek."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from uuid import UUID

from pydantic import JsonValue
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from desktop.models.core import Problem, Values
from desktop.models.draaiboek import Loop
from desktop.services.draaiboekeneigen import Uitgave
from desktop.views.draaiboek.typen import TypDialoog
from desktop.views.draaiboek.vraag import Vraag
from desktop.views.forms.basis import regel
from desktop.views.forms.context import FormContext
from desktop.views.widgets import Kaart, Knop, Label, SectieKop
from desktop.views.widgets.dialogen import pas_in_scherm

_ERNAAST = ("calamiteit", "ja")
"""What stands beside the form in the dialog."""
Klaar = Callable[[Sequence[Problem]], None]


class StartDialoog(TypDialoog):
    """Asks what it is about, who is involved, which conditions hold, and which open calamity it belongs to.

    `half` are the values that were typed in it before.
    """

    def __init__(
        self,
        context: FormContext,
        uitgave: Uitgave,
        calamiteiten: Sequence[tuple[UUID, str]],
        gekozen: UUID | None,
        begin: Values,
        bewaar: Callable[[Values, tuple[str, ...], Klaar], None],
        parent: QWidget | None,
        half: Values | None = None,
    ) -> None:
        d = uitgave.draaiboek
        eerder = half or {}
        super().__init__(
            Loop,
            context,
            f"Start: {d.titel}",
            d.kort,
            "Start het draaiboek",
            lambda values, klaar: bewaar(self._met_calamiteit(values), self.ja(), klaar),
            parent,
            values={naam: v for naam, v in eerder.items() if naam not in _ERNAAST} if half else begin,
            hersteld=half is not None,
        )
        slot = self.formulier.veld("slot")
        if slot is not None:
            slot.hide()  # that is asked when it closes
        self.vragen: dict[str, QCheckBox] = {}
        self.calamiteit = QComboBox()
        self.calamiteit.setAccessibleName("Hoort bij calamiteit")
        self.calamiteit.addItem("Geen", None)
        for record, titel in calamiteiten:
            self.calamiteit.addItem(titel, record)
        bekend = [record for record, _ in calamiteiten]
        gekozen = _uuid(eerder.get("calamiteit")) or gekozen
        self.calamiteit.setCurrentIndex(bekend.index(gekozen) + 1 if gekozen in bekend else 0)
        self.calamiteit.activated.connect(self.veranderd)
        vak = self.blad.vlak.layout()
        assert isinstance(vak, QVBoxLayout)
        thema, onder = context.thema, vak.count() - 1
        if uitgave.te_bevestigen:
            kaart = Kaart(thema, "info")
            kaart.inhoud.addWidget(
                regel(
                    "Dit is een sjabloon dat jullie school nog niet heeft bevestigd. Je kunt het wel gebruiken.",
                    "basis",
                )
            )
            vak.insertWidget(1, kaart)
            onder += 1
        if calamiteiten:
            vak.insertWidget(onder, Label("Hoort bij calamiteit", "veld"))
            vak.insertWidget(onder + 1, self.calamiteit)
            onder += 2
        if d.voorwaarden:
            deel = Kaart(thema, "paneel")
            deel.inhoud.addWidget(SectieKop(thema, "Wat speelt er", "scales", "koppeling"))
            deel.inhoud.addWidget(regel("Kruis aan wat waar is. Je kunt dit later nog veranderen.", "zacht"))
            for v in d.voorwaarden:
                vraag = Vraag(thema, v)
                vraag.vak.setChecked(v.sleutel in _lijst(eerder.get("ja")))
                vraag.vak.clicked.connect(self.veranderd)
                self.vragen[v.sleutel] = vraag.vak
                deel.inhoud.addWidget(vraag)
            vak.insertWidget(onder, deel)
        # what was put in after the buttons comes before them
        erbij: list[QWidget] = [*((self.calamiteit,) if calamiteiten else ()), *self.vragen.values()]
        knoppen = [k for k in self.findChildren(Knop) if not self.blad.isAncestorOf(k)]
        rij = [*erbij[-1:], *knoppen]
        for een, ander in pairwise(rij if erbij else ()):
            QWidget.setTabOrder(een, ander)
        pas_in_scherm(self, thema, 720, 760)

    def ja(self) -> tuple[str, ...]:
        """Return the conditions that hold."""
        return tuple(sleutel for sleutel, vraag in self.vragen.items() if vraag.isChecked())

    def ingevuld(self) -> Values:
        """Return the form with what is ticked and chosen beside it."""
        return {**self._met_calamiteit(self.formulier.values()), "ja": list(self.ja())}

    def _met_calamiteit(self, values: Values) -> Values:
        record = self.calamiteit.currentData()
        return {**values, "calamiteit": str(record) if record else None}


def _uuid(waarde: JsonValue) -> UUID | None:
    return UUID(waarde) if isinstance(waarde, str) else None


def _lijst(waarde: JsonValue) -> list[JsonValue]:
    return waarde if isinstance(waarde, list) else []
