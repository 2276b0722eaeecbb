"""One training for several people at once: who, and what they followed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.core import Problem, Values, Wie
from desktop.models.schooljaarstukken import Scholing
from desktop.views.forms.basis import regel
from desktop.views.forms.context import FormContext
from desktop.views.widgets import KiesChip, Label, StroomLayout
from desktop.views.zaak.dialogen import FormDialoog

_UITLEG = (
    "Kies wie de training volgde, en vul hem één keer in. Iedereen krijgt een eigen regel, ook met het certificaat dat "
    "je hier toevoegt."
)


class VoorMeerDialoog(FormDialoog):
    """`bewaar` gets who was chosen (None for the whole team) beside the form values.

    `gekozen` are those that were chosen before; `values` is what is known of the training.
    """

    def __init__(
        self,
        context: FormContext,
        team: Sequence[Wie],
        bewaar: Callable[[Sequence[Wie | None], Values, Callable[[Sequence[Problem]], None]], None],
        parent: QWidget | None,
        *,
        gekozen: Sequence[Wie] = (),
        values: Values | None = None,
    ) -> None:
        self._team = team
        super().__init__(
            Scholing,
            context,
            "Scholing voor meer mensen",
            _UITLEG,
            "Voeg toe",
            lambda values, klaar: bewaar(self.gekozen(), values, lambda problemen: self._toon(problemen, klaar)),
            parent,
            values=values,
        )
        thema = context.thema
        self.allen = KiesChip("Het hele team", thema, plus=False)
        self.mensen = [KiesChip(wie.naam, thema, plus=False) for wie in team]
        for wie, chip in zip(team, self.mensen, strict=True):
            chip.setChecked(wie in gekozen)
        self.wie_fout = regel("", "fout")
        self.wie_fout.hide()
        stroom = StroomLayout(thema, 8)
        for chip in (self.allen, *self.mensen):
            stroom.addWidget(chip)
        self.allen.toggled.connect(self._zet_allen)
        vak = self.blad.vlak.layout()
        assert isinstance(vak, QVBoxLayout)
        vak.insertWidget(1, Label("Wie *", "veld"))
        vak.insertLayout(2, stroom)
        vak.insertWidget(3, self.wie_fout)
        veld = self.formulier.veld("wie")
        if veld is not None:
            veld.hide()

    def gekozen(self) -> Sequence[Wie | None]:
        """Return who was chosen."""
        if self.allen.isChecked():
            return (None,)
        return [wie for wie, chip in zip(self._team, self.mensen, strict=True) if chip.isChecked()]

    def _zet_allen(self, aan: bool) -> None:
        for chip in self.mensen:
            chip.setEnabled(not aan)

    def _toon(self, problemen: Sequence[Problem], klaar: Callable[[Sequence[Problem]], None]) -> None:
        """What is wrong with who was chosen shows at the names, the rest at its field."""
        bij_wie = [p for p in problemen if p.loc and p.loc[0] == "wie"]
        self.wie_fout.setText(bij_wie[0].zin if bij_wie else "")
        self.wie_fout.setVisible(bool(bij_wie))
        klaar(problemen)
