"""The few questions of a case: which records to add, what was found about a sibling, why it opens again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.models.kinds import KINDS
from desktop.models.opslag import Row
from desktop.views.forms.basis import regel
from desktop.views.forms.dialoog import FormDialoog as FormDialoog  # where it stood before
from desktop.views.forms.tekstvelden import LangVeld
from desktop.views.gesprekken.rijen import dag_van
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Bladvlak, Dialoog, Label


class StukkenKiezer(QWidget):
    """Records with a box each; nothing is chosen of itself."""

    def __init__(self, rijen: Sequence[Row], gekozen: Sequence[UUID] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.vakken: list[tuple[QCheckBox, UUID]] = []
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(8)
        for rij in rijen:
            soort = KINDS[rij.kind].NAAM
            tekst = " · ".join(d for d in (dag_van(rij), soort, "" if rij.title == soort else rij.title) if d)
            box = QCheckBox(tekst.replace("&", "&&"))
            box.setProperty("kaart", True)
            box.setChecked(rij.record in gekozen)
            box.setAccessibleName(tekst)
            self.vakken.append((box, rij.record))
            vak.addWidget(box)
        vak.addStretch(1)

    def gekozen(self) -> list[UUID]:
        """Return the records that are ticked."""
        return [record for box, record in self.vakken if box.isChecked()]


class StukkenDialoog(Dialoog):
    """Which records of the pupil's timeline belong to the case too; they stay where they are."""

    def __init__(self, thema: Thema, rijen: Sequence[Row], parent: QWidget | None) -> None:
        super().__init__(thema, "Stukken toevoegen aan dit dossier", parent)
        zin = "Kies uit de tijdlijn wat bij dit dossier hoort. De stukken blijven ook in de tijdlijn staan."
        self.inhoud.addWidget(Alinea(zin))
        self.kiezer = StukkenKiezer(rijen)
        blad = Bladvlak()
        vak = QVBoxLayout(blad.vlak)
        vak.setContentsMargins(0, 0, thema.px(8), 0)
        vak.addWidget(self.kiezer)
        self.inhoud.addWidget(blad, 1)
        self.voeg_knop("Terug").clicked.connect(self.reject)
        self.doen = self.voeg_knop("Voeg toe", "primair")
        self.doen.clicked.connect(self.accept)
        self.doen.setEnabled(False)
        for box, _ in self.kiezer.vakken:
            box.toggled.connect(self._tel)
        self.resize(thema.px(680), thema.px(560))

    def _tel(self) -> None:
        n = len(self.kiezer.gekozen())
        self.doen.setEnabled(bool(n))
        self.doen.zet_tekst("Voeg toe" if not n else f"Voeg {n} {'stuk' if n == 1 else 'stukken'} toe")


class TekstDialoog(Dialoog):
    """One text that is needed before something goes on. `bewaar` answers later with what is wrong, '' for nothing."""

    def __init__(
        self,
        thema: Thema,
        titel: str,
        uitleg: str,
        vraag: str,
        doen: str,
        bewaar: Callable[[str, Callable[[str], None]], None],
        parent: QWidget | None,
    ) -> None:
        super().__init__(thema, titel, parent)
        self._bewaar = bewaar
        if uitleg:
            self.inhoud.addWidget(Alinea(uitleg))
        self.inhoud.addWidget(Label(f"{vraag} *", "veld"))
        self.tekst = LangVeld(regels=3)
        self.tekst.zet_namen(f"{vraag}, verplicht", "")
        self.inhoud.addWidget(self.tekst)
        self.fout = regel("", "fout")
        self.fout.hide()
        self.inhoud.addWidget(self.fout)
        self.voeg_knop("Terug").clicked.connect(self.reject)
        self.doen = self.voeg_knop(doen, "primair")
        self.doen.clicked.connect(self._doe)
        self.tekst.widgets()[0].setFocus()

    def _doe(self) -> None:
        self.fout.hide()
        self.doen.setEnabled(False)
        self._bewaar(str(self.tekst.waarde() or ""), self._klaar)

    def _klaar(self, zin: str) -> None:
        self.doen.setEnabled(True)
        if not zin:
            self.accept()
            return
        self.fout.setText(zin)
        self.fout.show()
        self.tekst.zet_fout(True)
        self.tekst.widgets()[0].setFocus()
