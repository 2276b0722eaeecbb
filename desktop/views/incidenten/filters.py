"""The filters above the register, and what they ask of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from desktop.models.core import State
from desktop.models.incident import IncidentSoort, Plaats
from desktop.models.schooljaar import schooljaar_van
from desktop.services.incidenten import Registerfilter
from desktop.views.theme import Thema
from desktop.views.widgets import Label, StroomLayout

STANDEN: tuple[tuple[str, tuple[State, ...]], ...] = (
    ("Alles", ()),
    ("Nog te registreren", ("concept",)),
    ("Geregistreerd", ("vastgesteld",)),
    ("Ingetrokken", ("ingetrokken",)),
)
ALTIJD, DIT_JAAR, VORIG_JAAR = "Altijd", "Dit schooljaar", "Vorig schooljaar"
ELKE_GROEP = "Elke groep"
_TYP_MS = 250


class FilterBalk(QWidget):
    """Choices that each narrow the register at once; typing does after a moment."""

    gewijzigd = Signal()

    def __init__(self, thema: Thema, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._soorten, self._plaatsen = list(IncidentSoort), list(Plaats)
        self.zoek = QLineEdit()
        self.zoek.setAccessibleName("Zoek in de incidenten")
        self.zoek.setPlaceholderText("Een woord uit de tekst")
        self.zoek.setClearButtonEnabled(True)
        self.soort = _keuze("Soort", ["Elke soort", *(s.label for s in self._soorten)])
        self.plaats = _keuze("Plaats", ["Elke plaats", *(p.label for p in self._plaatsen)])
        self.groep = _keuze("Groep", [ELKE_GROEP])
        self.periode = _keuze("Periode", [ALTIJD, DIT_JAAR, VORIG_JAAR])
        self.stand = _keuze("Stand", [naam for naam, _ in STANDEN])
        self._tik = QTimer(self)
        self._tik.setSingleShot(True)
        self._tik.setInterval(_TYP_MS)
        self._tik.timeout.connect(self.gewijzigd)
        self.zoek.textChanged.connect(lambda: self._tik.start())
        stroom = StroomLayout(thema, 12, self)
        for naam, deel, breed in (
            ("Zoek", self.zoek, 190),
            ("Soort", self.soort, 200),
            ("Plaats", self.plaats, 170),
            ("Groep", self.groep, 140),
            ("Periode", self.periode, 164),
            ("Stand", self.stand, 184),
        ):
            stroom.addWidget(_met_label(naam, deel, thema, breed))
        for keuze in (self.soort, self.plaats, self.groep, self.periode, self.stand):
            # closed it is narrow; what is chosen stands whole in the open list and in the tip
            keuze.view().setMinimumWidth(keuze.sizeHint().width())
            keuze.currentTextChanged.connect(keuze.setToolTip)
            keuze.currentIndexChanged.connect(self.gewijzigd)

    def zet_groepen(self, groepen: Sequence[str]) -> None:
        """Offer the groups of the register; the one that is chosen stays so while it is among them."""
        gekozen = self.groep.currentText()
        self.groep.blockSignals(True)
        self.groep.clear()
        self.groep.addItems([ELKE_GROEP, *groepen])
        self.groep.setCurrentIndex(max(0, self.groep.findText(gekozen)))
        self.groep.blockSignals(False)

    def filter(self) -> Registerfilter:
        """Return what is chosen."""
        soort, plaats = self.soort.currentIndex(), self.plaats.currentIndex()
        terug = {DIT_JAAR: 0, VORIG_JAAR: 1}.get(self.periode.currentText())
        return Registerfilter(
            periode=None if terug is None else schooljaar_van(self._today(), terug),
            soort=self._soorten[soort - 1] if soort > 0 else None,
            plaats=self._plaatsen[plaats - 1] if plaats > 0 else None,
            groep=self.groep.currentText() if self.groep.currentIndex() > 0 else "",
            staten=STANDEN[self.stand.currentIndex()][1],
            woorden=self.zoek.text().strip(),
        )

    def wis(self) -> None:
        """Show everything again."""
        self.blockSignals(True)
        for keuze in (self.soort, self.plaats, self.groep, self.periode, self.stand):
            keuze.setCurrentIndex(0)
        self.zoek.clear()
        self._tik.stop()
        self.blockSignals(False)
        self.gewijzigd.emit()


def _keuze(naam: str, woorden: Sequence[str]) -> QComboBox:
    keuze = QComboBox()
    keuze.setAccessibleName(naam)
    keuze.addItems(list(woorden))
    return keuze


def _met_label(naam: str, deel: QWidget, thema: Thema, breed: int) -> QWidget:
    vak = QWidget()
    kolom = QVBoxLayout(vak)
    kolom.setContentsMargins(0, 0, 0, 0)
    kolom.setSpacing(thema.px(4))
    kolom.addWidget(Label(naam, "veld"))
    kolom.addWidget(deel)
    vak.setFixedWidth(thema.px(breed))
    return vak
