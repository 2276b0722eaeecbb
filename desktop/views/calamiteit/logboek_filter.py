"""What narrows the log: words, kinds, key events, who wrote; how many lines that leaves."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.services.regels import Filter
from desktop.views.calamiteit.invoer_chips import Kleurchip, soortchips
from desktop.views.theme import Thema
from desktop.views.widgets import Knop, Label, StroomLayout

_ZOEK_NA = 200
"""Milliseconds after the last key before the log is searched."""


class Filterbalk(QWidget):
    """`gekozen` when other lines are asked for."""

    gekozen = Signal()

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.soorten = soortchips(thema)
        self.sleutel = Kleurchip(thema, "sleutelmoment", "waarschuwing", "star")
        self.zoekveld = QLineEdit()
        self.door = QComboBox()
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
        self._wacht.timeout.connect(self.gekozen)
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
        )

    def leeg(self) -> None:
        """Choose nothing, and ask for nothing."""
        self.blockSignals(True)
        for chip in (*self.soorten.values(), self.sleutel):
            chip.setChecked(False)
        self.zoekveld.clear()
        self.door.setCurrentIndex(0)
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
        self.wis.setVisible(not keuze.leeg)

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
        self.gekozen.emit()

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
