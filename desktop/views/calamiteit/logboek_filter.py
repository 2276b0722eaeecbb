"""What narrows the log: words, kinds, key events, who wrote, between which days; how many lines that leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.services.regels import Filter
from desktop.views.calamiteit.invoer_chips import Kleurchip, soortchips
from desktop.views.forms.basis import regel
from desktop.views.forms.tijdvelden import DatumVeld
from desktop.views.theme import Thema
from desktop.views.widgets import Knop, Label, StroomLayout, zeg

_ZOEK_NA = 200
"""Milliseconds after the last key before the log is searched."""
_OMGEKEERD = "De laatste dag ligt vóór de eerste. Draai ze om."


class Filterbalk(QWidget):
    """`gekozen` when other lines are asked for."""

    gekozen = Signal()

    def __init__(self, thema: Thema, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.soorten = soortchips(thema)
        self.sleutel = Kleurchip(thema, "sleutelmoment", "waarschuwing", "star")
        self.zoekveld = QLineEdit()
        self.door = QComboBox()
        self.van, self.tot = DatumVeld(today, thema, kort=True), DatumVeld(today, thema, kort=True)
        self.fout = regel("", "fout")
        self._fouten = {self.van: "", self.tot: ""}
        self.kies = Knop("Filter", thema, "stil", "funnel")
        self.wis = Knop("Toon alles", thema, "koppeling")
        self.telling = Label("", "klein")
        self._chips = QWidget()
        self._wacht = QTimer(self)
        self._wacht.setSingleShot(True)
        self._bouw(thema)
        for chip in (*self.soorten.values(), self.sleutel):
            chip.clicked.connect(lambda _=False: self.gekozen.emit())
        self.zoekveld.textChanged.connect(lambda _: self._wacht.start(_ZOEK_NA))
        self.zoekveld.returnPressed.connect(self._nu)
        self._wacht.timeout.connect(self._nu)
        for dag in (self.van, self.tot):
            dag.gewijzigd.connect(lambda: self._wacht.start(_ZOEK_NA))
            dag.regel.returnPressed.connect(self._nu)
            dag.gevlagd.connect(lambda zin, dag=dag: self._zet_fout(dag, zin))
        self.door.currentIndexChanged.connect(lambda _: self.gekozen.emit())
        self.wis.clicked.connect(self.toon_alles)

    def filter(self) -> Filter:
        """Return what is chosen to see."""
        door = self.door.currentData()
        return Filter(
            soorten=tuple(soort for soort, chip in self.soorten.items() if chip.isChecked()),
            sleutel=self.sleutel.isChecked(),
            woorden=self.zoekveld.text().strip(),
            door=door if isinstance(door, UUID) else None,
            van=_dag(self.van),
            tot=_dag(self.tot),
        )

    def leeg(self) -> None:
        """Choose nothing, and ask for nothing."""
        self.blockSignals(True)
        for chip in (*self.soorten.values(), self.sleutel):
            chip.setChecked(False)
        self.zoekveld.clear()
        self.door.setCurrentIndex(0)
        for dag in (self.van, self.tot):
            dag.zet(None)
            self._zet_fout(dag, "")
        self._wacht.stop()
        self.blockSignals(False)

    def toon_alles(self) -> None:
        """Show every line again."""
        self.leeg()
        self.gekozen.emit()

    def zet(self, aantal: int, keuze: Filter) -> None:
        """Say how many lines there are."""
        woord = "1 regel" if aantal == 1 else f"{aantal} regels"
        self.telling.setText(woord if keuze.leeg else f"{woord} in deze keuze")
        self.wis.setVisible(not keuze.leeg or bool(self.fout.text()))

    def zet_schrijvers(self, schrijvers: Sequence[tuple[UUID, str]]) -> None:
        """Let a person choose among who wrote here."""
        nu = [(self.door.itemData(n), self.door.itemText(n)) for n in range(1, self.door.count())]
        if nu == list(schrijvers):
            return
        gekozen = self.door.currentData()
        self.door.blockSignals(True)
        self.door.clear()
        self.door.addItem("Iedereen", None)
        for account, naam in schrijvers:
            self.door.addItem(naam, account)
        plaats = next((n for n in range(self.door.count()) if self.door.itemData(n) == gekozen), 0)
        self.door.setCurrentIndex(plaats)
        self.door.blockSignals(False)
        self.door.setVisible(len(schrijvers) > 1)

    def _nu(self) -> None:
        self._wacht.stop()
        self._toon_fout()
        self.gekozen.emit()

    def _zet_fout(self, dag: DatumVeld, zin: str) -> None:
        """What a field says of what was typed in it; a day that is none keeps nothing out."""
        self._fouten[dag] = zin
        dag.zet_fout(bool(zin))
        self._toon_fout()

    def _toon_fout(self) -> None:
        van, tot = _dag(self.van), _dag(self.tot)
        zin = next((zin for zin in self._fouten.values() if zin), "")
        if not zin and van is not None and tot is not None and tot < van:
            zin = _OMGEKEERD
        if zin and zin != self.fout.text():
            zeg(self.fout, zin)
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))

    def _bouw(self, thema: Thema) -> None:
        px = thema.px
        self.zoekveld.setPlaceholderText("Zoek in dit logboek")
        self.zoekveld.setAccessibleName("Zoek in dit logboek")
        self.zoekveld.setClearButtonEnabled(True)
        self.zoekveld.setFixedWidth(px(220))
        self.door.setAccessibleName("Wie schreef de regel")
        self.door.addItem("Iedereen", None)
        self.door.hide()
        self.wis.hide()
        for soort, chip in self.soorten.items():
            chip.setAccessibleName(f"Toon alleen: {soort.label}")
        self.sleutel.setAccessibleName("Toon alleen: sleutelmomenten")
        stroom = StroomLayout(thema, 6, self._chips)
        for deel in (*self.soorten.values(), self.sleutel, self.door):
            stroom.addWidget(deel)
        for naam, dag in (("Van", self.van), ("Tot en met", self.tot)):
            dag.zet_namen(naam, "De dag waarop het gebeurde, bijvoorbeeld 19-11, gisteren of maandag.")
            dag.regel.setPlaceholderText("19-11, gisteren …")
            dag.setFixedWidth(thema.px(176))
            paar = QWidget()
            rij = QHBoxLayout(paar)
            rij.setContentsMargins(0, 0, px(6), 0)
            rij.setSpacing(px(8))
            rij.addWidget(Label(naam, "klein"))
            rij.addWidget(dag)
            stroom.addWidget(paar)
        self._chips.hide()
        self.kies.setCheckable(True)
        self.kies.toggled.connect(self._chips.setVisible)
        balk = QHBoxLayout()
        balk.setSpacing(px(8))
        for deel in (self.zoekveld, self.kies, self.wis):
            balk.addWidget(deel)
        balk.addStretch(1)
        balk.addWidget(self.telling)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(px(8))
        vak.addLayout(balk)
        vak.addWidget(self._chips)
        self.fout.hide()
        vak.addWidget(self.fout)


def _dag(veld: DatumVeld) -> date | None:
    try:
        return date.fromisoformat(str(veld.waarde()))
    except ValueError:
        return None
