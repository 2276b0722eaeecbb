"""The filters above the list of reports and invitations, and the question to the vault that they make."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.models.core import State
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.opslag import Query
from desktop.models.uitnodiging import Uitnodiging
from desktop.models.vooroverleg import SoortGesprek
from desktop.views.forms.tijdvelden import DatumVeld
from desktop.views.theme import Thema
from desktop.views.widgets import KiesChip, Label, StroomLayout

SOORTEN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Verslagen en uitnodigingen", (Gespreksverslag.KIND, Uitnodiging.KIND)),
    ("Verslagen", (Gespreksverslag.KIND,)),
    ("Uitnodigingen", (Uitnodiging.KIND,)),
)
STATUSSEN: tuple[tuple[str, tuple[State, ...]], ...] = (
    ("Concept of vastgesteld", ()),
    ("Concept", ("concept",)),
    ("Vastgesteld", ("vastgesteld",)),
    ("Ingetrokken", ("ingetrokken",)),
)
GESPREKKEN = ("Alle gesprekken", *(soort.label for soort in SoortGesprek))
VOLGORDEN: tuple[tuple[str, Literal["recent", "naam"]], ...] = (
    ("Nieuwste eerst", "recent"),
    ("Op onderwerp", "naam"),
)
ALTIJD, DIT_JAAR, VORIG_JAAR, ZELF = "Altijd", "Dit schooljaar", "Vorig schooljaar", "Kies zelf…"
PERIODEN = (ALTIJD, DIT_JAAR, VORIG_JAAR, ZELF)
BEGIN_MAAND = 8
"""The school year begins on 1 August (art. 1 WPO)."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What is looked for; as it stands it is everything that is not withdrawn."""

    kinds: tuple[str, ...] = SOORTEN[0][1]
    states: tuple[State, ...] = ()
    van: date | None = None
    tot: date | None = None
    niet_in_parnassys: bool = False
    nog_tekenen: bool = False
    gesprek: str = ""
    """The kind of talk, by its label."""
    order: Literal["recent", "naam"] = field(default="recent", compare=False)
    """Another order hides nothing."""

    def vraag(self) -> Query:
        """Return the question to the vault."""
        kinds = (Gespreksverslag.KIND,) if self.niet_in_parnassys or self.nog_tekenen else self.kinds
        return Query(
            kinds=kinds,
            states=self.states,
            van=self.van,
            tot=self.tot,
            niet_in_parnassys=self.niet_in_parnassys,
            due_kind="tekenen" if self.nog_tekenen else "",
            order=self.order,
            detail=self.gesprek,
        )


def schooljaar(dag: date, terug: int = 0) -> tuple[date, date]:
    """Return first and last day of the school year of a day, or of one `terug` years before."""
    begin = (dag.year if dag.month >= BEGIN_MAAND else dag.year - 1) - terug
    return date(begin, BEGIN_MAAND, 1), date(begin + 1, BEGIN_MAAND - 1, 31)


class FilterBalk(QWidget):
    """Choices that each narrow the list at once; they wrap where there is no room."""

    gewijzigd = Signal()

    def __init__(self, thema: Thema, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.soort = _keuze("Soort", [naam for naam, _ in SOORTEN])
        self.gesprek = _keuze("Soort gesprek", GESPREKKEN)
        # closed it is narrow; the longest kind stands whole in the open list
        self.gesprek.view().setMinimumWidth(self.gesprek.sizeHint().width())
        self.gesprek.currentTextChanged.connect(self.gesprek.setToolTip)
        self.status = _keuze("Status", [naam for naam, _ in STATUSSEN])
        self.periode = _keuze("Periode", PERIODEN)
        self.volgorde = _keuze("Volgorde", [naam for naam, _ in VOLGORDEN])
        self.van = DatumVeld(today, thema)
        self.tot = DatumVeld(today, thema)
        self.parnassys = KiesChip("Niet in ParnasSys", thema)
        self.tekenen = KiesChip("Nog te tekenen", thema)
        self._zelf: list[QWidget] = []
        stroom = StroomLayout(thema, 12, self)
        for naam, keuze, breed in (
            ("Soort", self.soort, 242),
            ("Soort gesprek", self.gesprek, 236),
            ("Status", self.status, 205),
            ("Periode", self.periode, 170),
            ("Van", self.van, 210),
            ("Tot en met", self.tot, 210),
            ("Volgorde", self.volgorde, 170),
        ):
            stroom.addWidget(vak := _met_label(naam, keuze, thema, breed))
            if keuze in (self.van, self.tot):
                self._zelf.append(vak)
        for chip in (self.parnassys, self.tekenen):
            stroom.addWidget(_met_label("", chip, thema, 0))
        self._toon_zelf()
        for keuze in (self.soort, self.gesprek, self.status, self.periode, self.volgorde):
            keuze.currentIndexChanged.connect(self._anders)
        for chip in (self.parnassys, self.tekenen):
            chip.toggled.connect(self._anders)
        for veld, naam in ((self.van, "Van"), (self.tot, "Tot en met")):
            veld.zet_namen(naam, "")
            veld.gewijzigd.connect(self._anders)

    def filter(self) -> Filter:
        """Return what is chosen."""
        van, tot = self._periode()
        return Filter(
            SOORTEN[self.soort.currentIndex()][1],
            STATUSSEN[self.status.currentIndex()][1],
            van,
            tot,
            self.parnassys.isChecked(),
            self.tekenen.isChecked(),
            self.gesprek.currentText() if self.gesprek.currentIndex() else "",
            VOLGORDEN[self.volgorde.currentIndex()][1],
        )

    def wis(self) -> None:
        """Show everything again."""
        for keuze in (self.soort, self.gesprek, self.status, self.periode):
            keuze.setCurrentIndex(0)
        self.parnassys.setChecked(False)
        self.tekenen.setChecked(False)

    def _periode(self) -> tuple[date | None, date | None]:
        gekozen = self.periode.currentText()
        if gekozen == ALTIJD:
            return None, None
        if gekozen == ZELF:
            return _dag(self.van), _dag(self.tot)
        return schooljaar(self._today(), 0 if gekozen == DIT_JAAR else 1)

    def _anders(self) -> None:
        self._toon_zelf()
        self.gewijzigd.emit()

    def _toon_zelf(self) -> None:
        for vak in self._zelf:
            vak.setVisible(self.periode.currentText() == ZELF)


def _keuze(naam: str, woorden: Sequence[str]) -> QComboBox:
    keuze = QComboBox()
    keuze.setAccessibleName(naam)
    keuze.addItems(list(woorden))
    return keuze


def _met_label(naam: str, keuze: QWidget, thema: Thema, breed: int) -> QWidget:
    vak = QWidget()
    kolom = QVBoxLayout(vak)
    kolom.setContentsMargins(0, 0, 0, 0)
    kolom.setSpacing(thema.px(4))
    kolom.addWidget(Label(naam, "veld"))
    kolom.addWidget(keuze)
    if isinstance(keuze, KiesChip):
        # a chip is lower than the fields beside it: stand in their middle
        kolom.insertSpacing(1, thema.px(6))
        kolom.addSpacing(thema.px(6))
    if breed:
        vak.setFixedWidth(thema.px(breed))
    return vak


def _dag(veld: DatumVeld) -> date | None:
    try:
        return date.fromisoformat(str(veld.waarde()))
    except ValueError:
        return None
