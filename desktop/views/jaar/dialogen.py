"""What is asked about a task or a duty: another day, why not this time, how to begin, what the school makes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.core import Problem, Values
from desktop.models.jaarcyclus import EigenPlicht, Jaartaak
from desktop.models.opslag import Stored
from desktop.models.schooljaar import Periode
from desktop.views.forms.basis import regel
from desktop.views.forms.context import FormContext
from desktop.views.forms.lezen import toon_datum
from desktop.views.forms.tekstvelden import LangVeld
from desktop.views.forms.tijdvelden import DatumVeld
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Dialoog, Label, pas_in_scherm
from desktop.views.zaak.dialogen import FormDialoog

Bewaren = Callable[[Values, Callable[[Sequence[Problem]], None]], None]
"""Stores form values and answers later with what is wrong; nothing closes the dialog."""


class VerplaatsDialoog(Dialoog):
    """Another day and why. `bewaar` gets both and answers later with a sentence; '' closes."""

    def __init__(
        self,
        thema: Thema,
        wat: str,
        dag: date,
        today: Callable[[], date],
        bewaar: Callable[[date | None, str, Callable[[str], None]], None],
        parent: QWidget | None,
    ) -> None:
        super().__init__(thema, "Taak verplaatsen", parent)
        self._bewaar = bewaar
        self.inhoud.addWidget(Alinea(wat))
        self.inhoud.addWidget(Label("Nieuwe dag *", "veld"))
        self.dag = DatumVeld(today, thema)
        self.dag.zet_namen("Nieuwe dag, verplicht", "")
        self.dag.zet(dag.isoformat())
        self.inhoud.addWidget(self.dag)
        self.inhoud.addWidget(Label("Waarom? *", "veld"))
        self.waarom = LangVeld(regels=2)
        self.waarom.zet_namen("Waarom wordt het verplaatst, verplicht", "")
        self.inhoud.addWidget(self.waarom)
        self.fout = regel("", "fout")
        self.fout.hide()
        self.inhoud.addWidget(self.fout)
        self.voeg_knop("Terug").clicked.connect(self.reject)
        self.doen = self.voeg_knop("Verplaats", "primair")
        self.doen.clicked.connect(self._doe)
        self.dag.widgets()[0].setFocus()

    def _doe(self) -> None:
        try:
            dag: date | None = date.fromisoformat(str(self.dag.waarde()))
        except ValueError:
            dag = None
        self.doen.setEnabled(False)
        self._bewaar(dag, str(self.waarom.waarde() or ""), self.klaar)

    def klaar(self, fout: str) -> None:
        """Close, or say what is wrong."""
        self.doen.setEnabled(True)
        if not fout:
            self.accept()
            return
        self.fout.setText(fout)
        self.fout.show()


class KlaarzetDialoog(Dialoog):
    """Asks, where the school year runs already, from which day its tasks are wanted. `vanaf` is None for all."""

    def __init__(self, thema: Thema, jaar: Periode, vandaag: date, parent: QWidget | None) -> None:
        super().__init__(thema, f"Schooljaar {jaar} klaarzetten", parent)
        self.vanaf: date | None = None
        uitleg = (
            "Het schooljaar is al begonnen. Wil je ook de taken van de maanden die voorbij zijn? Die staan er dan als "
            "te laat, tot je zegt dat ze gedaan zijn."
        )
        self.inhoud.addWidget(Alinea(uitleg))
        self.voeg_knop("Terug").clicked.connect(self.reject)
        self.heel = self.voeg_knop("Het hele jaar")
        self.heel.clicked.connect(self.accept)
        self.nu = self.voeg_knop("Vanaf deze maand", "primair")
        self.nu.clicked.connect(lambda: self._vanaf(vandaag.replace(day=1)))
        self.nu.setFocus()

    def _vanaf(self, dag: date) -> None:
        self.vanaf = dag
        self.accept()


class TaakDialoog(FormDialoog):
    """A task of the school itself, for one school year."""

    def __init__(self, context: FormContext, jaar: Periode, bewaar: Bewaren, parent: QWidget | None) -> None:
        uitleg = (
            f"Deze taak geldt alleen in schooljaar {jaar}. Komt hij elk jaar terug? Voeg hem dan toe bij ‘Taken "
            "instellen’. Zet er geen namen van leerlingen of ouders in: de taak staat ook op een brief en op home."
        )
        super().__init__(Jaartaak, context, "Taak toevoegen", uitleg, "Voeg toe", bewaar, parent)
        # the kind has more fields than the three that show: as high as a long form it would be empty for the half
        pas_in_scherm(self, context.thema, 720, 420)


class PlichtDialoog(FormDialoog):
    """What the school makes of a duty; what stays empty is as the plan has it. `versies` are the earlier choices."""

    def __init__(
        self,
        context: FormContext,
        titel: str,
        uitleg: str,
        begin: EigenPlicht | None,
        versies: Sequence[tuple[Stored, str]],
        bewaar: Bewaren,
        parent: QWidget | None,
    ) -> None:
        super().__init__(EigenPlicht, context, titel, uitleg, "Bewaar", bewaar, parent)
        if begin is not None:
            self.formulier.laad(begin.model_dump(mode="json"))
        vak = self.blad.vlak.layout()
        assert isinstance(vak, QVBoxLayout)
        if versies:
            vak.addWidget(Label("Eerder gekozen", "sectie"))
        for stored, door in versies:
            if isinstance(stored.value, EigenPlicht):
                wie = f", {door}" if door else ""
                vak.addWidget(Label(f"{toon_datum(stored.recorded_at.date(), kort=True)}{wie}", "klein"))
                vak.addWidget(Alinea(_in_woorden(stored.value)))
        vak.addStretch(1)


def _in_woorden(value: EigenPlicht) -> str:
    delen = [
        value.taak,
        value.rol.label if value.rol else "",
        value.ritme.label if value.ritme else "",
        ", ".join(m.label for m in value.maanden),
        f"vanaf {value.eerste_jaar}" if value.eerste_jaar else "",
        "doen wij niet" if value.uit else "",
        value.notitie,
    ]
    return " · ".join(deel for deel in delen if deel) or "Zoals het plan"
