"""What the register tells over a period: charts by month, kind, place, group and time."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.incidentcijfers import Incidentjaar, kort
from desktop.models.telling import AFGESCHERMD, Tabel
from desktop.services.grafieken import Vorm
from desktop.views.incidenten.grafiek import Grafiek, TelTabel
from desktop.views.theme import Thema
from desktop.views.widgets import (
    Alinea,
    Kaart,
    KiesChip,
    Label,
    LeegStaat,
    StroomLayout,
    maak_leeg,
)
from desktop.views.work import Work

_TWEE_KOLOMMEN = 820
_WAAROM = f"{AFGESCHERMD} Een klein aantal kan naar één leerling of gezin wijzen."


class TrendsVlak(QWidget):
    """Shows the counts of a period, as they are for the school or as they go out."""

    veranderd = Signal()
    """What shows has another height."""

    def __init__(self, thema: Thema, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self._work = work
        self._jaar: Incidentjaar | None = None
        self.grafieken: list[Grafiek] = []
        self._rijen: list[QBoxLayout] = []
        self.zin = Alinea("", "sterk")
        self.binnen = KiesChip("Voor ons", thema, aan=True, plus=False)
        self.buiten = KiesChip("Zoals het naar buiten gaat", thema, plus=False)
        self.binnen.clicked.connect(lambda: self._kies(buiten=False))
        self.buiten.clicked.connect(lambda: self._kies(buiten=True))
        self.keuze = QWidget()
        stroom = StroomLayout(thema, 8, self.keuze)
        stroom.addWidget(self.binnen)
        stroom.addWidget(self.buiten)
        self.waarom = Alinea(_WAAROM, "zacht")
        self.leeg = LeegStaat(
            thema,
            "check-circle",
            "Geen incidenten in deze periode",
            "Er is niets geregistreerd. Ook dat staat in het jaarverslag.",
        )
        self._delen = QVBoxLayout()
        self._delen.setSpacing(thema.px(16))
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(thema.px(12))
        for deel in (self.zin, self.keuze, self.waarom, self.leeg):
            vak.addWidget(deel)
        vak.addLayout(self._delen)

    def toon(self, jaar: Incidentjaar) -> None:
        """Show a period."""
        self._jaar = jaar
        self._vul()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two charts stand side by side where there is room for both."""
        super().resizeEvent(event)
        self._schik()

    def _kies(self, *, buiten: bool) -> None:
        self.buiten.setChecked(buiten)
        self.binnen.setChecked(not buiten)
        self._vul()
        self.veranderd.emit()

    def _vul(self) -> None:
        assert self._jaar is not None
        maak_leeg(self._delen)
        self.grafieken, self._rijen = [], []
        buiten = self.buiten.isChecked()
        jaar = self._jaar.met(afgeschermd=buiten)
        self.zin.setText(f"{jaar.aantal.label}: {jaar.aantal.woord}." if buiten else kort(jaar))
        self.zin.setVisible(not jaar.leeg)
        self.keuze.setVisible(not jaar.leeg)
        self.waarom.setVisible(buiten and not jaar.leeg)
        self.leeg.setVisible(jaar.leeg)
        if not jaar.leeg:
            for deel in self._kaarten(jaar):
                self._delen.addWidget(deel)
                deel.show()
            self._schik()

    def _kaarten(self, jaar: Incidentjaar) -> Iterator[QWidget]:
        yield self._maanden(jaar.per_maand())
        soort, top = self._kaart(jaar.per_soort()), max(t.aantal or 0 for t in jaar.per_soort().tellingen)
        for onder in jaar.onderverdelingen():
            soort.inhoud.addSpacing(self._thema.px(8))
            soort.inhoud.addWidget(Label(f"{onder.naam}: waarvan", "veld"))
            soort.inhoud.addWidget(self._grafiek(onder, "staven", top))
        yield self._naast(soort, self._kaart(jaar.per_plaats()))
        yield self._naast(self._kaart(jaar.per_groep()), self._kaart(jaar.per_dagdeel()))
        rest = [self._kaart(jaar.tegen_professionals()), self._kaart(jaar.geevalueerd())]
        if any(incident.criteria for incident in jaar.incidenten):
            yield self._naast(self._kaart(jaar.per_criterium()), self._onder_elkaar(*rest))
        else:
            yield self._naast(*rest)

    def _maanden(self, tabel: Tabel) -> QWidget:
        """The months as columns, with the numbers as text beside them."""
        kaart = Kaart(self._thema)
        kaart.inhoud.setSpacing(self._thema.px(12))
        kaart.inhoud.addWidget(Label(tabel.naam, "sterk"))
        rij = QHBoxLayout()
        rij.setSpacing(self._thema.px(32))
        rij.addWidget(self._grafiek(tabel, "kolommen"), 1)
        tekst = TelTabel(self._thema, tabel)
        rij.addWidget(tekst)
        kaart.inhoud.addLayout(rij)
        return kaart

    def _kaart(self, tabel: Tabel) -> Kaart:
        kaart = Kaart(self._thema)
        kaart.inhoud.setSpacing(self._thema.px(12))
        kaart.inhoud.addWidget(Label(tabel.naam, "sterk"))
        kaart.inhoud.addWidget(self._grafiek(tabel, "staven"))
        return kaart

    def _grafiek(self, tabel: Tabel, vorm: Vorm, top: int = 0) -> Grafiek:
        grafiek = Grafiek(self._thema, self._work, tabel, vorm, top=top)
        grafiek.getekend_op.connect(self.veranderd)
        self.grafieken.append(grafiek)
        return grafiek

    def _naast(self, *delen: QWidget) -> QWidget:
        vak = QWidget()
        rij = QBoxLayout(QBoxLayout.Direction.LeftToRight, vak)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(self._thema.px(16))
        for deel in delen:
            if isinstance(deel, Kaart):
                deel.inhoud.addStretch(1)  # beside a higher one its heading stays on top
            rij.addWidget(deel, 1)
        self._rijen.append(rij)
        return vak

    def _onder_elkaar(self, *delen: QWidget) -> QWidget:
        vak = QWidget()
        kolom = QVBoxLayout(vak)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(self._thema.px(16))
        for deel in delen:
            kolom.addWidget(deel)
        kolom.addStretch(1)
        return vak

    def _schik(self) -> None:
        naast = self.width() >= self._thema.px(_TWEE_KOLOMMEN)
        richting = QBoxLayout.Direction.LeftToRight if naast else QBoxLayout.Direction.TopToBottom
        for rij in self._rijen:
            rij.setDirection(richting)
