"""Earlier signals beside the one that is written: of all years, each of which can be confirmed or refuted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.opslag import Row
from desktop.services.overzicht import schooljaar
from desktop.views.forms.basis import regel
from desktop.views.gesprekken.rijen import STATEN, dag_van, plek_van
from desktop.views.theme import Thema
from desktop.views.widgets import KiesChip, Knop, KnopKaart, Label, Pil, SectieKop, maak_leeg

_EERST, _MEER = 6, 20
"""So many show at first, and as many more at each press: a card has three things to press."""
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
        """Those that show."""
        self._rest: list[Row] = []
        self._weerklank: Weerklank = {}
        self._zelf: UUID | None = None
        self._jaar = ""
        self._stand: tuple[list[str], list[str]] = ([], [])
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.setSpacing(thema.px(8))
        self.kop = SectieKop(thema, "Eerdere signalen", "eye", "koppeling")
        buiten.addWidget(self.kop)
        self._vak = QVBoxLayout()
        self._vak.setSpacing(thema.px(8))
        buiten.addLayout(self._vak)
        self.meer = Knop("", thema, "koppeling", "caret-down")
        self.meer.clicked.connect(self._toon_meer)
        buiten.addWidget(self.meer, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def aantal(self) -> int:
        """How many there are, also those that do not show yet."""
        return len(self.signalen) + len(self._rest)

    def toon(self, roepnaam: str, rijen: Sequence[Row], weerklank: Weerklank, zelf: UUID) -> None:
        """Show these signals about a pupil, the newest few at first; `zelf` is the one that is written."""
        maak_leeg(self._vak)
        self.signalen = []
        self._rest, self._weerklank, self._zelf, self._jaar = list(rijen), weerklank, zelf, ""
        self._stand = ([], [])
        self.kop.zet_tekst(f"Eerdere signalen over {roepnaam}")
        if rijen:
            zin = "Kijk ook naar eerdere jaren. Bevestigt of ontkracht dit signaal een eerder? Geef het aan."
            self._vak.addWidget(regel(zin, "klein"))
        else:
            zin = f"Geen eerdere signalen: dit is het eerste over {roepnaam}."
            self._vak.addWidget(regel(zin, "zacht"))
        self._voeg(_EERST)

    def zet(self, bevestigt: object, ontkracht: object) -> None:
        """Show which are confirmed and which refuted, as the form has it."""
        wel, niet = ([str(r) for r in deel] if isinstance(deel, list) else [] for deel in (bevestigt, ontkracht))
        self._stand = (wel, niet)
        for kaart in self.signalen:
            kaart.zet(str(kaart.record) in wel, str(kaart.record) in niet)

    def _voeg(self, aantal: int) -> None:
        nu, self._rest = self._rest[:aantal], self._rest[aantal:]
        for rij in nu:
            if (jaar := _jaar(rij)) != self._jaar:
                self._jaar = jaar
                self._vak.addWidget(Label(f"Schooljaar {jaar}", "veld"))
            kaart = EerderSignaal(self._thema, rij, _elders(rij.record, self._weerklank, self._zelf))
            kaart.zet(str(rij.record) in self._stand[0], str(rij.record) in self._stand[1])
            kaart.geopend.connect(lambda rij=rij: self.geopend.emit(plek_van(rij)))
            kaart.gekozen.connect(self._meld)
            self.signalen.append(kaart)
            self._vak.addWidget(kaart)
        self.meer.setVisible(bool(self._rest))
        if self._rest:
            woord = "1 ouder signaal" if len(self._rest) == 1 else f"{len(self._rest)} oudere signalen"
            self.meer.zet_tekst(f"Toon {woord}, tot {_jaar(self._rest[-1])}")

    def _toon_meer(self) -> None:
        eerste = len(self.signalen)
        self._voeg(_MEER)
        self.signalen[eerste].bevestigt.setFocus(Qt.FocusReason.OtherFocusReason)

    def _meld(self) -> None:
        """Tell what is chosen; what was chosen of those that do not show stays as it was."""
        getoond = {str(kaart.record) for kaart in self.signalen}
        wel, niet = ([r for r in deel if r not in getoond] for deel in self._stand)
        self.gewijzigd.emit(
            [*wel, *(str(k.record) for k in self.signalen if k.bevestigt.isChecked())],
            [*niet, *(str(k.record) for k in self.signalen if k.ontkracht.isChecked())],
        )


def _jaar(rij: Row) -> str:
    try:
        return schooljaar(date.fromisoformat(rij.event_at[:10]))
    except ValueError:
        return "onbekend"


def _elders(record: UUID, weerklank: Weerklank, zelf: UUID | None) -> str:
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
