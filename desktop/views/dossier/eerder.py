"""Earlier signals beside the one that is written: of all years, each of which can be confirmed or refuted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.opslag import Row
from desktop.services.overzicht import schooljaar
from desktop.views.forms.basis import regel
from desktop.views.gesprekken.rijen import STATEN, dag_van, plek_van
from desktop.views.theme import Thema
from desktop.views.widgets import KiesChip, KnopKaart, Label, Pil, SectieKop, maak_leeg

Weerklank = Mapping[UUID, Sequence[tuple[UUID, bool]]]


class EerderSignaal(QWidget):
    """One earlier signal: a card that opens it, and two chips of which at most one is on."""

    geopend = Signal()
    gekozen = Signal()

    def __init__(self, thema: Thema, rij: Row, elders: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.record = rij.record
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(thema.px(4))
        woord = STATEN[rij.state][0].lower()
        delen = (dag_van(rij), rij.detail, "" if rij.state == "vastgesteld" else woord)
        onder = " · ".join(deel for deel in delen if deel)
        kaart = KnopKaart(thema, rij.title, onder, kleur="waarschuwing")
        kaart.clicked.connect(self.geopend)
        vak.addWidget(kaart)
        lijn = QHBoxLayout()
        lijn.setSpacing(thema.px(8))
        self.bevestigt = KiesChip("Bevestigd", thema, plus=False)
        self.ontkracht = KiesChip("Ontkracht", thema, plus=False)
        for chip, ander in ((self.bevestigt, self.ontkracht), (self.ontkracht, self.bevestigt)):
            chip.setAccessibleName(f"{chip.text()} door dit signaal: {rij.title}, {dag_van(rij)}")
            chip.clicked.connect(lambda _=False, a=ander: self._kies(a))
            lijn.addWidget(chip)
        lijn.addStretch(1)
        vak.addLayout(lijn)
        if elders:
            vak.addWidget(regel(elders, "klein"))

    def zet(self, bevestigt: bool, ontkracht: bool) -> None:
        """Show what this signal says of it; emits nothing."""
        self.bevestigt.setChecked(bevestigt)
        self.ontkracht.setChecked(ontkracht)

    def _kies(self, ander: KiesChip) -> None:
        ander.setChecked(False)
        self.gekozen.emit()


class EerdereSignalen(QWidget):
    """All earlier signals by school year, newest first. `gewijzigd` carries which are confirmed and which refuted."""

    geopend = Signal(object)
    gewijzigd = Signal(list, list)

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema
        self.signalen: list[EerderSignaal] = []
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.setSpacing(thema.px(8))
        self.kop = SectieKop(thema, "Eerdere signalen", "eye", "koppeling")
        buiten.addWidget(self.kop)
        self._vak = QVBoxLayout()
        self._vak.setSpacing(thema.px(8))
        buiten.addLayout(self._vak)

    def toon(self, roepnaam: str, rijen: Sequence[Row], weerklank: Weerklank, zelf: UUID) -> None:
        """Show these signals about a pupil; `zelf` is the one that is written."""
        maak_leeg(self._vak)
        self.signalen = []
        self.kop.zet_tekst(f"Eerdere signalen over {roepnaam}")
        if not rijen:
            zin = f"Geen eerdere signalen: dit is het eerste over {roepnaam}."
            self._vak.addWidget(regel(zin, "zacht"))
            return
        zin = "Kijk ook naar eerdere jaren. Bevestigt of ontkracht dit signaal een eerder? Geef het aan."
        self._vak.addWidget(regel(zin, "klein"))
        jaar = ""
        for rij in rijen:
            if (nieuw := _jaar(rij)) != jaar:
                jaar = nieuw
                self._vak.addWidget(Label(f"Schooljaar {jaar}", "veld"))
            kaart = EerderSignaal(self._thema, rij, _elders(rij.record, weerklank, zelf))
            kaart.geopend.connect(lambda rij=rij: self.geopend.emit(plek_van(rij)))
            kaart.gekozen.connect(self._meld)
            self.signalen.append(kaart)
            self._vak.addWidget(kaart)

    def zet(self, bevestigt: object, ontkracht: object) -> None:
        """Show which are confirmed and which refuted, as the form has it."""
        wel, niet = (set(map(str, deel)) if isinstance(deel, list) else set() for deel in (bevestigt, ontkracht))
        for kaart in self.signalen:
            kaart.zet(str(kaart.record) in wel, str(kaart.record) in niet)

    def _meld(self) -> None:
        self.gewijzigd.emit(
            [str(k.record) for k in self.signalen if k.bevestigt.isChecked()],
            [str(k.record) for k in self.signalen if k.ontkracht.isChecked()],
        )


def _jaar(rij: Row) -> str:
    try:
        return schooljaar(date.fromisoformat(rij.event_at[:10]))
    except ValueError:
        return "onbekend"


def _elders(record: UUID, weerklank: Weerklank, zelf: UUID) -> str:
    """Return what other signals than this one already said of it."""
    anderen = [wel for ander, wel in weerklank.get(record, ()) if ander != zelf]
    delen = []
    for wel, woord in ((True, "bevestigd"), (False, "ontkracht")):
        if aantal := anderen.count(wel):
            delen.append(f"{woord} door {'een ander signaal' if aantal == 1 else f'{aantal} andere signalen'}")
    return f"Al {' en '.join(delen)}." if delen else ""


def weerklank_pillen(thema: Thema, record: UUID, weerklank: Weerklank) -> list[Pil]:
    """Return in a word that a signal was confirmed or refuted later."""
    gezegd = {wel for _, wel in weerklank.get(record, ())}
    pillen = []
    if True in gezegd:
        pillen.append(Pil(thema, "Later bevestigd", "waarschuwing", "check-circle"))
    if False in gezegd:
        pillen.append(Pil(thema, "Later ontkracht", "goed", "x-circle"))
    return pillen
